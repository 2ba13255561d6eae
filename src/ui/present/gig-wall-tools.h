/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-presenter.h"

G_BEGIN_DECLS

/**
 * GigWallTools:
 *
 * What the hand does on the wall, from whichever window: laser, spotlight, pen,
 * eraser, the region to zoom into, the curtain's edge. All places are
 * normalised, 0–1 across the wall as it is seen. Emits `changed`.
 */
#define GIG_TYPE_WALL_TOOLS (gig_wall_tools_get_type ())
G_DECLARE_FINAL_TYPE (GigWallTools, gig_wall_tools, GIG, WALL_TOOLS, GObject)

/* One place of the laser's trail. */
typedef struct
{
  double x, y;
  gint64 time;      /* g_get_monotonic_time() */
} GigWallTrace;

/* How long the laser's trail stays, µs. */
#define GIG_WALL_TRAIL_TIME (700 * 1000)
#define GIG_WALL_N_PENS 3

/* (transfer full) */
GigWallTools  *gig_wall_tools_new          (GigPresenter   *presenter);
/* (transfer none) */
GigPresenter  *gig_wall_tools_get_presenter (GigWallTools  *self);
/* Width by height of the wall, for round erasers. */
void           gig_wall_tools_set_aspect   (GigWallTools   *self,
                                            double          aspect);
/* The pen in use, 0 … GIG_WALL_N_PENS - 1. */
guint          gig_wall_tools_get_pen      (GigWallTools   *self);
/* 0 … GIG_WALL_N_PENS - 1 */
void           gig_wall_tools_set_pen      (GigWallTools   *self,
                                            guint           pen);
/* Of a pen on a dark or a light wall. */
GdkRGBA        gig_wall_tools_get_pen_color (guint          pen,
                                             gboolean       dark);
/* Of the curtain and the handle on it. */
void          gig_wall_tools_get_curtain_colors (gboolean dark,
                                                 GdkRGBA *cloth,
                                                 GdkRGBA *handle);

/* The hand moves over the wall, presses, moves on, lets go, leaves. */
void           gig_wall_tools_move         (GigWallTools   *self,
                                            double          x,
                                            double          y);
/* FALSE: a press here means nothing to any tool. */
gboolean       gig_wall_tools_press        (GigWallTools   *self,
                                            double          x,
                                            double          y);
void           gig_wall_tools_release      (GigWallTools   *self,
                                            double          x,
                                            double          y);
void           gig_wall_tools_leave        (GigWallTools   *self);

/* FALSE: the hand is not over the wall. */
gboolean       gig_wall_tools_get_place    (GigWallTools   *self,
                                            double         *x,
                                            double         *y);
/* (element-type GigWallTrace): oldest first; what has faded is dropped */
GArray        *gig_wall_tools_get_trail    (GigWallTools   *self,
                                            gint64          now);
/* FALSE: no region is being drawn. */
gboolean       gig_wall_tools_get_drawing  (GigWallTools   *self,
                                            GigWallRegion  *region);
/* From the wall as seen to the whole wall: x' = (x − 0.5) / scale + cx. */
void           gig_wall_region_get_camera  (const GigWallRegion *region,
                                            double         *scale,
                                            double         *cx,
                                            double         *cy);

G_END_DECLS
