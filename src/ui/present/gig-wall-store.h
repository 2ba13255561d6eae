/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-layout-cache.h"
#include "gig-scene.h"
#include "gig-wall-layout.h"

G_BEGIN_DECLS

/**
 * GigWallStore:
 *
 * The layouts and pictures of a lesson's views for one show: the wall, its previews
 * and the rehearsal share them. Emits `ready (view)` when a layout has been computed.
 */
#define GIG_TYPE_WALL_STORE (gig_wall_store_get_type ())
G_DECLARE_FINAL_TYPE (GigWallStore, gig_wall_store, GIG, WALL_STORE, GObject)

/* A context for the wall: like @context, but without hinting, so that lines break
 * alike at every size. (transfer full) */
PangoContext  *gig_wall_create_context  (PangoContext        *context);
/* @context: for measuring; see gig_wall_create_context() */
GigWallStore   *gig_wall_store_new         (GigLesson      *lesson,
                                            PangoContext   *context);
/**
 * gig_wall_store_get_layout:
 * @width: of the diagram's area, px
 * @height: px
 * @name_size: of sets, px
 * @member_size: of members, px
 * @n_members: how many are shown at most
 *
 * Returns: (nullable) (transfer none): the layout, for a wall of any size: areas of
 *   one shape have one; %NULL while it is being computed
 */
GigEulerLayout *gig_wall_store_get_layout  (GigWallStore   *self,
                                            GigView        *view,
                                            double          width,
                                            double          height,
                                            double          name_size,
                                            double          member_size,
                                            guint           n_members,
                                            GigSceneFlags   flags);
/* Whether layouts are being computed. */
gboolean        gig_wall_store_is_busy     (GigWallStore   *self);
/* (transfer none): what text is measured with */
PangoContext   *gig_wall_store_get_context (GigWallStore   *self);
/* (element-type GigWallDrawn) (transfer none): the pictures kept, for gig-wall-drawn.c */
GPtrArray      *gig_wall_store_get_drawn   (GigWallStore   *self);
/* The size of the wall itself, px; emits `resized` when it is another. */
void            gig_wall_store_set_size    (GigWallStore   *self,
                                            double          width,
                                            double          height);
/* FALSE: there is no wall yet */
gboolean        gig_wall_store_get_size    (GigWallStore   *self,
                                            double         *width,
                                            double         *height);

G_END_DECLS
