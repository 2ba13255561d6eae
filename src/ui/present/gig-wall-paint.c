/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ink, laser, spotlight, curtain, black and white: all inside our own window. */

#include "gig-wall-private.h"

#include "gig-scene-node.h"

#define LASER_RADIUS     0.013   /* of the wall's height */
#define SPOTLIGHT_RADIUS 0.17

static void
append_stroke (GtkSnapshot        *snapshot,
               const GigInkStroke *stroke,
               double              width,
               double              height,
               gboolean            dark)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;
  GskStroke *line = gsk_stroke_new ((float) MAX (stroke->width * height, 1));
  GdkRGBA color = gig_wall_tools_get_pen_color (stroke->colour, dark);

  for (guint i = 0; i < stroke->points->len; i++)
    {
      const GigInkPoint *point = &g_array_index (stroke->points, GigInkPoint, i);
      float x = (float) (point->x * width);
      float y = (float) (point->y * height);

      if (i == 0)
        gsk_path_builder_move_to (builder, x, y);
      gsk_path_builder_line_to (builder, i == 0 ? x + 0.1f : x, y);
    }
  path = gsk_path_builder_free_to_path (builder);
  gsk_stroke_set_line_cap (line, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (line, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, line, &color);
  gsk_stroke_free (line);
}

void
_gig_wall_snapshot_ink (GigWall     *self,
                        GtkSnapshot *snapshot)
{
  GigPresenter *presenter = gig_wall_tools_get_presenter (self->tools);
  g_autofree char *key = gig_presenter_get_ink_key (presenter);
  GPtrArray *strokes = gig_ink_get_strokes (gig_presenter_get_ink (presenter), key);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  for (guint i = 0; strokes != NULL && i < strokes->len; i++)
    append_stroke (snapshot, g_ptr_array_index (strokes, i), width, height, self->dark);
}

static void
append_disc (GtkSnapshot   *snapshot,
             double         x,
             double         y,
             double         radius,
             const GdkRGBA *color)
{
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc,
                                   &GRAPHENE_RECT_INIT ((float) (x - radius), (float) (y - radius),
                                                        (float) (2 * radius), (float) (2 * radius)),
                                   (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, color, &disc.bounds);
  gtk_snapshot_pop (snapshot);
}

/* A dot with a ring of the other brightness: seen on any ground, by any eye. */
static void
snapshot_laser (GigWall     *self,
                GtkSnapshot *snapshot,
                double       width,
                double       height)
{
  gint64 now = g_get_monotonic_time ();
  GArray *trail = gig_wall_tools_get_trail (self->tools, now);
  GdkRGBA red = { 0.84f, 0.10f, 0.10f, 1 };
  GdkRGBA ring = { 1, 1, 1, 1 };
  double x, y;

  for (guint i = 0; i < trail->len; i++)
    {
      const GigWallTrace *trace = &g_array_index (trail, GigWallTrace, i);
      double rest = 1 - (double) (now - trace->time) / GIG_WALL_TRAIL_TIME;
      GdkRGBA color = red;

      color.alpha = (float) (0.5 * rest);
      append_disc (snapshot, trace->x * width, trace->y * height, LASER_RADIUS * height * (0.35 + 0.65 * rest), &color);
    }
  if (!gig_wall_tools_get_place (self->tools, &x, &y))
    return;
  append_disc (snapshot, x * width, y * height, LASER_RADIUS * height * 1.25, &ring);
  append_disc (snapshot, x * width, y * height, LASER_RADIUS * height, &red);
}

static void
snapshot_spotlight (GigWall     *self,
                    GtkSnapshot *snapshot,
                    double       width,
                    double       height)
{
  GskPathBuilder *builder;
  g_autoptr(GskPath) path = NULL;
  GdkRGBA shade = { 0, 0, 0, 0.78f };
  double x, y;

  if (!gig_wall_tools_get_place (self->tools, &x, &y))
    return;

  builder = gsk_path_builder_new ();
  gsk_path_builder_add_rect (builder, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT ((float) (x * width), (float) (y * height)),
                               (float) (SPOTLIGHT_RADIUS * height));
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, &shade);
}

static void
snapshot_curtain (GigWall     *self,
                  GtkSnapshot *snapshot,
                  double       width,
                  double       height)
{
  double covered = gig_presenter_get_curtain (gig_wall_tools_get_presenter (self->tools));
  GdkRGBA cloth, handle;
  double top = height * (1 - covered);
  GskRoundedRect grip;

  if (covered <= 0)
    return;

  gig_wall_tools_get_curtain_colors (self->dark, &cloth, &handle);
  /* In the console the teacher sees through it. */
  if (self->preview)
    cloth.alpha = 0.7f;
  gtk_snapshot_append_color (snapshot, &cloth, &GRAPHENE_RECT_INIT (0, (float) top, (float) width, (float) (height - top)));
  gsk_rounded_rect_init_from_rect (&grip,
                                   &GRAPHENE_RECT_INIT ((float) (width * 0.46), (float) (top + height * 0.015),
                                                        (float) (width * 0.08), (float) (height * 0.01)),
                                   (float) (height * 0.005));
  gtk_snapshot_push_rounded_clip (snapshot, &grip);
  gtk_snapshot_append_color (snapshot, &handle, &grip.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_frame (GigWall     *self,
                GtkSnapshot *snapshot,
                double       width,
                double       height)
{
  GigWallRegion region;
  GskRoundedRect frame;
  GdkRGBA color = self->dark ? (GdkRGBA) { 1, 1, 1, 1 } : (GdkRGBA) { 0, 0, 0, 1 };
  float line = (float) MAX (height * 0.004, 1);

  if (!gig_wall_tools_get_drawing (self->tools, &region))
    return;

  gsk_rounded_rect_init_from_rect (&frame,
                                   &GRAPHENE_RECT_INIT ((float) (region.x * width), (float) (region.y * height),
                                                        (float) (region.width * width), (float) (region.height * height)), 0);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { line, line, line, line },
                              (GdkRGBA[4]) { color, color, color, color });
}

void
_gig_wall_snapshot_overlay (GigWall     *self,
                            GtkSnapshot *snapshot)
{
  GigPresenter *presenter = gig_wall_tools_get_presenter (self->tools);
  GigPresenterTool tool = gig_presenter_get_tool (presenter);
  GigScreen screen = gig_presenter_get_screen (presenter);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

  snapshot_curtain (self, snapshot, width, height);
  if (tool == GIG_PRESENTER_TOOL_SPOTLIGHT)
    snapshot_spotlight (self, snapshot, width, height);
  else if (tool == GIG_PRESENTER_TOOL_LASER)
    snapshot_laser (self, snapshot, width, height);
  snapshot_frame (self, snapshot, width, height);
  if (screen != GIG_SCREEN_SHOWN)
    gtk_snapshot_append_color (snapshot, screen == GIG_SCREEN_BLACK ? &black : &white,
                               &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}
