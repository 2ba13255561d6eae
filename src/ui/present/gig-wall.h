/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-wall-slide.h"
#include "gig-wall-store.h"
#include "gig-wall-tools.h"

G_BEGIN_DECLS

/**
 * GigWall:
 *
 * The wall's picture: the same widget on the audience's screen, in the console
 * and in the rehearsal. Every size in it is a share of its height, so a small
 * one is the large one seen from afar.
 */
#define GIG_TYPE_WALL (gig_wall_get_type ())
G_DECLARE_FINAL_TYPE (GigWall, gig_wall, GIG, WALL, GtkWidget)

/**
 * gig_wall_new:
 * @preview: a picture of the wall elsewhere: not exposed to screen readers, does not animate
 */
GtkWidget    *gig_wall_new            (GigWallStore   *store,
                                       GigLesson      *lesson,
                                       gboolean        preview);
/* @second: (nullable): shown too, smaller */
void          gig_wall_set_languages  (GigWall        *self,
                                       GigLanguage    *first,
                                       GigLanguage    *second);
/* Of the body, of the wall's height: gig_wall_get_x_height() */
void          gig_wall_set_x_height   (GigWall        *self,
                                       double          x_height);
/* Of its theme. */
void          gig_wall_set_dark       (GigWall        *self,
                                       gboolean        dark);
/**
 * gig_wall_set_tools:
 * @tools: (nullable): what is drawn on the wall and laid over it
 * @interactive: whether a pointer over this widget is the hand on the wall
 */
void          gig_wall_set_tools      (GigWall        *self,
                                       GigWallTools   *tools,
                                       gboolean        interactive);
/* @slide: (nullable): nothing */
void          gig_wall_show           (GigWall        *self,
                                       GigWallSlide   *slide);
/* (nullable) (transfer none) */
GigWallSlide *gig_wall_get_slide      (GigWall        *self);
/**
 * gig_wall_prepare:
 * @slide: what may be shown later
 * @second: (nullable): as in gig_wall_set_languages()
 *
 * Does a part of the work of showing @slide, short enough to be done between two frames.
 *
 * Returns: whether there is more to do
 */
gboolean      gig_wall_prepare        (GigWall        *self,
                                       GigWallSlide   *slide,
                                       GigLanguage    *first,
                                       GigLanguage    *second,
                                       gboolean        dark);
/* (element-type utf8) (transfer full): the names behind numbered dots; empty when names are shown */
GPtrArray    *gig_wall_get_key        (GigWall        *self);
/* Calls @func (@object) when gig_wall_get_key() may be another. */
void          gig_wall_watch_key      (GigWall        *self,
                                       GCallback       func,
                                       gpointer        object);

G_END_DECLS
