/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-layout-cache.h"
#include "gig-scene.h"

G_BEGIN_DECLS

/**
 * GigWallStore:
 *
 * The layouts of a lesson's views for one show: the wall, its previews and the
 * rehearsal share them. Emits `ready (view)` when one has been computed.
 */
#define GIG_TYPE_WALL_STORE (gig_wall_store_get_type ())
G_DECLARE_FINAL_TYPE (GigWallStore, gig_wall_store, GIG, WALL_STORE, GObject)

/* @context: for measuring; see gig_wall_create_context() */
GigWallStore   *gig_wall_store_new         (GigLesson      *lesson,
                                            PangoContext   *context);
/* (nullable) (transfer none): %NULL while it is being computed */
GigEulerLayout *gig_wall_store_get_layout  (GigWallStore   *self,
                                            GigView        *view,
                                            GigEulerCanvas  canvas);
PangoContext   *gig_wall_store_get_context (GigWallStore   *self);

G_END_DECLS
