/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene-node.h"

#include <math.h>

#define PATTERN_STEP 9.0
#define HATCH_STEP   7.0

GdkRGBA
gig_scene_node_color (const GigColor *color,
                      double          opacity)
{
  return (GdkRGBA) { color->red, color->green, color->blue, color->alpha * (float) opacity };
}

GskPath *
gig_scene_node_ellipse_path (const GigEulerEllipse *ellipse,
                             double                 grow)
{
  /* Four conics of this weight are an exact ellipse (Farin 1993). */
  const float weight = (float) G_SQRT2 / 2;
  GskPathBuilder *builder = gsk_path_builder_new ();
  double rx = MAX (ellipse->rx + grow, 0), ry = MAX (ellipse->ry + grow, 0);
  double ux = rx * cos (ellipse->rotation), uy = rx * sin (ellipse->rotation);
  double vx = -ry * sin (ellipse->rotation), vy = ry * cos (ellipse->rotation);
  double cx = ellipse->cx, cy = ellipse->cy;

  gsk_path_builder_move_to (builder, cx + ux, cy + uy);
  gsk_path_builder_conic_to (builder, cx + ux + vx, cy + uy + vy, cx + vx, cy + vy, weight);
  gsk_path_builder_conic_to (builder, cx - ux + vx, cy - uy + vy, cx - ux, cy - uy, weight);
  gsk_path_builder_conic_to (builder, cx - ux - vx, cy - uy - vy, cx - vx, cy - vy, weight);
  gsk_path_builder_conic_to (builder, cx + ux - vx, cy + uy - vy, cx + ux, cy + uy, weight);
  gsk_path_builder_close (builder);

  return gsk_path_builder_free_to_path (builder);
}

GskPath *
gig_scene_node_zone_path (const GigPathElement *elements,
                          guint                 n_elements)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < n_elements; i++)
    {
      const GigPathElement *e = &elements[i];

      switch (e->op)
        {
        case GIG_PATH_MOVE:
          gsk_path_builder_move_to (builder, e->x3, e->y3);
          break;
        case GIG_PATH_LINE:
          gsk_path_builder_line_to (builder, e->x3, e->y3);
          break;
        case GIG_PATH_CUBIC:
          gsk_path_builder_cubic_to (builder, e->x1, e->y1, e->x2, e->y2, e->x3, e->y3);
          break;
        case GIG_PATH_CLOSE:
        default:
          gsk_path_builder_close (builder);
          break;
        }
    }

  return gsk_path_builder_free_to_path (builder);
}

static GskStroke *
create_stroke (const GigShape *shape)
{
  GskStroke *stroke = gsk_stroke_new (shape->line_width);
  float dashes[G_N_ELEMENTS (shape->dashes)];

  for (guint i = 0; i < shape->n_dashes; i++)
    dashes[i] = shape->dashes[i];
  if (shape->n_dashes > 0)
    gsk_stroke_set_dash (stroke, dashes, shape->n_dashes);

  return stroke;
}

static void
append_line (GtkSnapshot    *snapshot,
             GskPath        *path,
             const GigShape *shape)
{
  GdkRGBA color = gig_scene_node_color (&shape->line, shape->opacity);
  GskStroke *stroke;

  if (color.alpha <= 0 || shape->line_width <= 0)
    return;
  stroke = create_stroke (shape);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);
}

/* Lines of a pattern over @bounds, at whole steps from the origin, so that the
 * same pattern in two shapes meets. */
static GskPath *
create_pattern_path (const GigRect *bounds,
                     GigPattern     pattern,
                     double         step)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  double x0 = bounds->x, x1 = bounds->x + bounds->width;
  double y0 = bounds->y, y1 = bounds->y + bounds->height;
  double diagonal = step * G_SQRT2;

  if (pattern == GIG_PATTERN_DIAGONAL)
    for (double s = floor ((x0 + y0) / diagonal) * diagonal; s < x1 + y1; s += diagonal)
      {
        gsk_path_builder_move_to (builder, s - y0, y0);
        gsk_path_builder_line_to (builder, s - y1, y1);
      }
  else if (pattern == GIG_PATTERN_COUNTER_DIAGONAL)
    for (double s = floor ((x0 - y1) / diagonal) * diagonal; s < x1 - y0; s += diagonal)
      {
        gsk_path_builder_move_to (builder, s + y0, y0);
        gsk_path_builder_line_to (builder, s + y1, y1);
      }
  else if (pattern == GIG_PATTERN_HORIZONTAL)
    for (double y = floor (y0 / step) * step; y < y1; y += step)
      {
        gsk_path_builder_move_to (builder, x0, y);
        gsk_path_builder_line_to (builder, x1, y);
      }
  else if (pattern == GIG_PATTERN_VERTICAL)
    for (double x = floor (x0 / step) * step; x < x1; x += step)
      {
        gsk_path_builder_move_to (builder, x, y0);
        gsk_path_builder_line_to (builder, x, y1);
      }
  else
    for (double y = floor (y0 / step) * step; y < y1; y += step)
      for (double x = floor (x0 / step) * step; x < x1; x += step)
        gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), 1);

  return gsk_path_builder_free_to_path (builder);
}

static void
append_fill (GtkSnapshot    *snapshot,
             GskPath        *path,
             const GigShape *shape)
{
  GdkRGBA color = gig_scene_node_color (&shape->fill, shape->opacity);
  g_autoptr(GskPath) lines = NULL;

  if (color.alpha <= 0)
    return;
  if (shape->pattern == GIG_PATTERN_NONE)
    {
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
      return;
    }

  lines = create_pattern_path (&shape->bounds, shape->pattern,
                               shape->kind == GIG_SHAPE_SET_FILL ? PATTERN_STEP : HATCH_STEP);
  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
  if (shape->pattern == GIG_PATTERN_DOTS)
    gtk_snapshot_append_fill (snapshot, lines, GSK_FILL_RULE_WINDING, &color);
  else
    {
      GskStroke *stroke = gsk_stroke_new (MAX (shape->line_width, 1));

      gtk_snapshot_append_stroke (snapshot, lines, stroke, &color);
      gsk_stroke_free (stroke);
    }
  gtk_snapshot_pop (snapshot);
}

static GskPath *
create_pill_path (const GigShape *shape)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect,
                                   &GRAPHENE_RECT_INIT (shape->bounds.x, shape->bounds.y,
                                                        shape->bounds.width, shape->bounds.height),
                                   shape->radius);
  gsk_path_builder_add_rounded_rect (builder, &rect);

  return gsk_path_builder_free_to_path (builder);
}

static void
append_dot (GtkSnapshot    *snapshot,
            const GigShape *shape)
{
  double radius = MIN (shape->bounds.width, shape->bounds.height) / 2;
  double cx = shape->bounds.x + shape->bounds.width / 2;
  double cy = shape->bounds.y + shape->bounds.height / 2;
  double inner = shape->line.alpha > 0 ? MAX (radius - shape->line_width / 2, 0) : radius;
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) circle = NULL;

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (cx, cy), inner);
  circle = gsk_path_builder_free_to_path (builder);
  if (shape->half)
    {
      g_autoptr(GskPath) half = NULL;

      builder = gsk_path_builder_new ();
      gsk_path_builder_move_to (builder, cx, cy - inner);
      gsk_path_builder_svg_arc_to (builder, inner, inner, 0, FALSE, FALSE, cx, cy + inner);
      gsk_path_builder_close (builder);
      half = gsk_path_builder_free_to_path (builder);
      append_fill (snapshot, half, shape);
    }
  else
    append_fill (snapshot, circle, shape);
  append_line (snapshot, circle, shape);
}

static void
append_text (GtkSnapshot    *snapshot,
             const GigShape *shape)
{
  GdkRGBA color = gig_scene_node_color (&shape->color, shape->opacity);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (shape->x, shape->y));
  gtk_snapshot_append_layout (snapshot, shape->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
append_shape (GtkSnapshot    *snapshot,
              const GigShape *shape)
{
  g_autoptr(GskPath) path = NULL;

  switch (shape->kind)
    {
    case GIG_SHAPE_SET_FILL:
      path = gig_scene_node_ellipse_path (&shape->ellipse, 0);
      append_fill (snapshot, path, shape);
      break;
    case GIG_SHAPE_ZONE:
      path = gig_scene_node_zone_path (shape->path, shape->n_path);
      append_fill (snapshot, path, shape);
      break;
    case GIG_SHAPE_SET_LINE:
      path = gig_scene_node_ellipse_path (&shape->ellipse, 0);
      append_line (snapshot, path, shape);
      break;
    case GIG_SHAPE_LEADER:
      path = gig_scene_node_zone_path (shape->path, shape->n_path);
      append_line (snapshot, path, shape);
      break;
    case GIG_SHAPE_PILL:
      path = create_pill_path (shape);
      append_fill (snapshot, path, shape);
      append_line (snapshot, path, shape);
      break;
    case GIG_SHAPE_DOT:
      append_dot (snapshot, shape);
      break;
    case GIG_SHAPE_TEXT:
    default:
      append_text (snapshot, shape);
      break;
    }
}

static GigLayers
get_layer (const GigShape *shape)
{
  switch (shape->kind)
    {
    case GIG_SHAPE_SET_FILL:
    case GIG_SHAPE_ZONE:
      return GIG_LAYER_FILLS;
    case GIG_SHAPE_SET_LINE:
      return GIG_LAYER_LINES;
    case GIG_SHAPE_LEADER:
    case GIG_SHAPE_PILL:
    case GIG_SHAPE_DOT:
    case GIG_SHAPE_TEXT:
    default:
      return GIG_LAYER_LABELS;
    }
}

GskRenderNode *
gig_scene_node_new (GigScene     *scene,
                    GigLayers     layers,
                    GigShapeFunc  func,
                    gpointer      user_data)
{
  GtkSnapshot *snapshot;
  const GigShape *shapes;
  guint n_shapes;

  g_return_val_if_fail (scene != NULL, NULL);

  snapshot = gtk_snapshot_new ();
  shapes = gig_scene_get_shapes (scene, &n_shapes);
  for (guint i = 0; i < n_shapes; i++)
    {
      GigShape shape = shapes[i];

      if ((get_layer (&shape) & layers) != 0 && (func == NULL || func (scene, &shape, user_data)))
        append_shape (snapshot, &shape);
    }

  return gtk_snapshot_free_to_node (snapshot);
}
