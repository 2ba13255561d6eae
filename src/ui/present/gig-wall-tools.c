/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-tools.h"

#define PEN_WIDTH     0.006   /* of the wall's height */
#define ERASER_RADIUS 0.03
/* How near the curtain's edge a press takes hold of it. */
#define EDGE          0.06

struct _GigWallTools
{
  GObject        parent_instance;

  GigPresenter  *presenter;
  double         aspect;
  guint          pen;
  gboolean       present;       /* the hand is over the wall */
  double         x, y;
  GArray        *trail;
  gboolean       stroking;
  gboolean       framing;       /* a region to zoom into is being drawn */
  gboolean       curtaining;
  double         start_x, start_y;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GigWallTools, gig_wall_tools, G_TYPE_OBJECT)

/* On white and on #242424, each at 3:1 or more: a test asks for it. */
static const char * const pens[2][GIG_WALL_N_PENS] = {
  { "#D55E00", "#0072B2", "#007A5A" },
  { "#E69F00", "#56B4E9", "#F0E442" },
};

static void
changed (GigWallTools *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
gig_wall_region_get_camera (const GigWallRegion *region,
                            double              *scale,
                            double              *cx,
                            double              *cy)
{
  *scale = 1 / MAX (MAX (region->width, region->height), 0.01);
  /* What the region's shape leaves free is filled from around it, inside the wall. */
  *cx = CLAMP (region->x + region->width / 2, 0.5 / *scale, 1 - 0.5 / *scale);
  *cy = CLAMP (region->y + region->height / 2, 0.5 / *scale, 1 - 0.5 / *scale);
}

static void
to_wall (GigWallTools *self,
         double       *x,
         double       *y)
{
  GigWallRegion region;
  double scale, cx, cy;

  gig_presenter_get_zoom (self->presenter, &region);
  gig_wall_region_get_camera (&region, &scale, &cx, &cy);
  *x = (*x - 0.5) / scale + cx;
  *y = (*y - 0.5) / scale + cy;
}

static void
draw_on (GigWallTools *self,
         double        x,
         double        y,
         gboolean      begin)
{
  g_autofree char *key = gig_presenter_get_ink_key (self->presenter);
  GigInk *ink = gig_presenter_get_ink (self->presenter);

  to_wall (self, &x, &y);
  if (gig_presenter_get_tool (self->presenter) == GIG_PRESENTER_TOOL_ERASER)
    gig_ink_erase_at (ink, key, x, y, ERASER_RADIUS, self->aspect);
  else if (begin)
    gig_ink_begin_stroke (ink, key, x, y, self->pen, PEN_WIDTH);
  else
    gig_ink_add_point (ink, key, x, y);
}

void
gig_wall_tools_move (GigWallTools *self,
                     double        x,
                     double        y)
{
  g_return_if_fail (GIG_IS_WALL_TOOLS (self));

  self->present = TRUE;
  self->x = x;
  self->y = y;
  if (gig_presenter_get_tool (self->presenter) == GIG_PRESENTER_TOOL_LASER)
    g_array_append_vals (self->trail, &(GigWallTrace) { x, y, g_get_monotonic_time () }, 1);
  if (self->stroking)
    draw_on (self, x, y, FALSE);
  if (self->curtaining)
    gig_presenter_set_curtain (self->presenter, CLAMP (1 - y, 0, 1));
  changed (self);
}

gboolean
gig_wall_tools_press (GigWallTools *self,
                      double        x,
                      double        y)
{
  GigPresenterTool tool;
  double curtain;

  g_return_val_if_fail (GIG_IS_WALL_TOOLS (self), FALSE);

  tool = gig_presenter_get_tool (self->presenter);
  curtain = gig_presenter_get_curtain (self->presenter);
  self->start_x = x;
  self->start_y = y;
  if (gig_presenter_get_zoom_pending (self->presenter))
    self->framing = TRUE;
  else if (curtain > 0 && ABS (y - (1 - curtain)) < EDGE)
    self->curtaining = TRUE;
  else if (tool == GIG_PRESENTER_TOOL_PEN || tool == GIG_PRESENTER_TOOL_ERASER)
    {
      self->stroking = TRUE;
      draw_on (self, x, y, TRUE);
    }
  else
    return FALSE;
  gig_wall_tools_move (self, x, y);

  return TRUE;
}

void
gig_wall_tools_release (GigWallTools *self,
                        double        x,
                        double        y)
{
  GigWallRegion region;

  g_return_if_fail (GIG_IS_WALL_TOOLS (self));

  self->stroking = FALSE;
  self->curtaining = FALSE;
  if (gig_wall_tools_get_drawing (self, &region))
    {
      self->framing = FALSE;
      /* A click without a drag is no region: the key takes the middle. */
      if (region.width >= 0.02 && region.height >= 0.02)
        gig_presenter_set_zoom (self->presenter, &region);
    }
  changed (self);
}

void
gig_wall_tools_leave (GigWallTools *self)
{
  g_return_if_fail (GIG_IS_WALL_TOOLS (self));

  if (!self->present)
    return;

  self->present = FALSE;
  changed (self);
}

gboolean
gig_wall_tools_get_place (GigWallTools *self,
                          double       *x,
                          double       *y)
{
  g_return_val_if_fail (GIG_IS_WALL_TOOLS (self), FALSE);

  *x = self->x;
  *y = self->y;

  return self->present;
}

GArray *
gig_wall_tools_get_trail (GigWallTools *self,
                          gint64        now)
{
  guint n_old = 0;

  g_return_val_if_fail (GIG_IS_WALL_TOOLS (self), NULL);

  while (n_old < self->trail->len &&
         now - g_array_index (self->trail, GigWallTrace, n_old).time > GIG_WALL_TRAIL_TIME)
    n_old++;
  if (n_old > 0)
    g_array_remove_range (self->trail, 0, n_old);

  return self->trail;
}

gboolean
gig_wall_tools_get_drawing (GigWallTools  *self,
                            GigWallRegion *region)
{
  g_return_val_if_fail (GIG_IS_WALL_TOOLS (self), FALSE);

  *region = (GigWallRegion) {
    MIN (self->start_x, self->x), MIN (self->start_y, self->y),
    ABS (self->x - self->start_x), ABS (self->y - self->start_y),
  };

  return self->framing;
}

void
gig_wall_tools_set_aspect (GigWallTools *self,
                           double        aspect)
{
  g_return_if_fail (GIG_IS_WALL_TOOLS (self));

  self->aspect = aspect;
}

guint
gig_wall_tools_get_pen (GigWallTools *self)
{
  g_return_val_if_fail (GIG_IS_WALL_TOOLS (self), 0);

  return self->pen;
}

void
gig_wall_tools_set_pen (GigWallTools *self,
                        guint         pen)
{
  g_return_if_fail (GIG_IS_WALL_TOOLS (self));

  self->pen = MIN (pen, GIG_WALL_N_PENS - 1);
  changed (self);
}

GdkRGBA
gig_wall_tools_get_pen_color (guint    pen,
                              gboolean dark)
{
  GdkRGBA color = { 0, 0, 0, 1 };

  gdk_rgba_parse (&color, pens[dark ? 1 : 0][MIN (pen, GIG_WALL_N_PENS - 1)]);

  return color;
}

GigPresenter *
gig_wall_tools_get_presenter (GigWallTools *self)
{
  g_return_val_if_fail (GIG_IS_WALL_TOOLS (self), NULL);

  return self->presenter;
}

static void
tool_changed_cb (GigWallTools *self)
{
  g_array_set_size (self->trail, 0);
  self->stroking = FALSE;
  changed (self);
}

static void
zoom_pending_cb (GigWallTools *self)
{
  self->framing = FALSE;
  changed (self);
}

static void
gig_wall_tools_finalize (GObject *object)
{
  GigWallTools *self = GIG_WALL_TOOLS (object);

  g_clear_object (&self->presenter);
  g_clear_pointer (&self->trail, g_array_unref);

  G_OBJECT_CLASS (gig_wall_tools_parent_class)->finalize (object);
}

static void
gig_wall_tools_class_init (GigWallToolsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gig_wall_tools_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gig_wall_tools_init (GigWallTools *self)
{
  self->trail = g_array_new (FALSE, FALSE, sizeof (GigWallTrace));
  self->aspect = 16.0 / 9;
}

GigWallTools *
gig_wall_tools_new (GigPresenter *presenter)
{
  GigWallTools *self;

  g_return_val_if_fail (GIG_IS_PRESENTER (presenter), NULL);

  self = g_object_new (GIG_TYPE_WALL_TOOLS, NULL);
  self->presenter = g_object_ref (presenter);
  g_signal_connect_object (presenter, "notify::tool", G_CALLBACK (tool_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::zoom-pending", G_CALLBACK (zoom_pending_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
gig_wall_tools_get_curtain_colors (gboolean  dark,
                                   GdkRGBA  *cloth,
                                   GdkRGBA  *handle)
{
  g_return_if_fail (cloth != NULL && handle != NULL);

  *cloth = dark ? (GdkRGBA) { 0.22f, 0.22f, 0.24f, 1 } : (GdkRGBA) { 0.84f, 0.84f, 0.85f, 1 };
  *handle = dark ? (GdkRGBA) { 0.7f, 0.7f, 0.7f, 1 } : (GdkRGBA) { 0.4f, 0.4f, 0.4f, 1 };
}
