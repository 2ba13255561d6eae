/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-export.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>

#define HATCH_STEP 8.0

G_DEFINE_QUARK (gig-export-error-quark, gig_export_error)

PangoContext *
gig_export_create_context (const char *family)
{
  PangoContext                     *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription)  font = pango_font_description_new ();
  cairo_font_options_t             *options = cairo_font_options_create ();

  pango_font_description_set_family (font, family != NULL ? family : "Adwaita Sans, Cantarell, Inter, Sans");
  pango_font_description_set_size (font, 11 * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

/* --- Shapes --- */

static void
set_color (cairo_t        *cr,
           const GigColor *color,
           double          opacity)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * opacity);
}

static void
trace_ellipse (cairo_t               *cr,
               const GigEulerEllipse *ellipse)
{
  cairo_matrix_t saved;

  cairo_get_matrix (cr, &saved);
  cairo_new_path (cr);
  cairo_translate (cr, ellipse->cx, ellipse->cy);
  cairo_rotate (cr, ellipse->rotation);
  cairo_scale (cr, MAX (ellipse->rx, 1e-6), MAX (ellipse->ry, 1e-6));
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_set_matrix (cr, &saved);
}

static void
trace_path (cairo_t        *cr,
            const GigShape *shape)
{
  cairo_new_path (cr);
  for (guint i = 0; i < shape->n_path; i++)
    {
      const GigPathElement *element = &shape->path[i];

      switch (element->op)
        {
        case GIG_PATH_MOVE:
          cairo_move_to (cr, element->x3, element->y3);
          break;
        case GIG_PATH_LINE:
          cairo_line_to (cr, element->x3, element->y3);
          break;
        case GIG_PATH_CUBIC:
          cairo_curve_to (cr, element->x1, element->y1, element->x2, element->y2, element->x3, element->y3);
          break;
        case GIG_PATH_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
}

static void
trace_pill (cairo_t        *cr,
            const GigShape *shape)
{
  const GigRect *rect = &shape->bounds;
  double         radius = MIN (shape->radius, MIN (rect->width, rect->height) / 2);

  cairo_new_path (cr);
  cairo_arc (cr, rect->x + rect->width - radius, rect->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, rect->x + rect->width - radius, rect->y + rect->height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect->x + radius, rect->y + rect->height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
trace_lines (cairo_t       *cr,
             const GigRect *bounds,
             double         step,
             double         slope)
{
  double height = bounds->height;
  double first = floor ((bounds->x - height) / step) * step;

  for (double x = first; x < bounds->x + bounds->width + height; x += step)
    {
      cairo_move_to (cr, x, slope > 0 ? bounds->y : bounds->y + height);
      cairo_line_to (cr, x + height, slope > 0 ? bounds->y + height : bounds->y);
    }
}

/* Fills the current path with lines or dots. */
static void
fill_pattern (cairo_t        *cr,
              const GigShape *shape)
{
  const GigRect *bounds = &shape->bounds;
  double         width = MAX (shape->line_width, 1);
  double         step = HATCH_STEP * MAX (1, width);

  cairo_save (cr);
  cairo_clip (cr);
  cairo_new_path (cr);
  if (shape->pattern == GIG_PATTERN_DIAGONAL || shape->pattern == GIG_PATTERN_COUNTER_DIAGONAL)
    trace_lines (cr, bounds, step, shape->pattern == GIG_PATTERN_DIAGONAL ? -1 : 1);
  for (double y = floor (bounds->y / step) * step; y < bounds->y + bounds->height; y += step)
    {
      if (shape->pattern == GIG_PATTERN_HORIZONTAL)
        {
          cairo_move_to (cr, bounds->x, y);
          cairo_line_to (cr, bounds->x + bounds->width, y);
        }
      for (double x = floor (bounds->x / step) * step; shape->pattern == GIG_PATTERN_DOTS && x < bounds->x + bounds->width; x += step)
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, x, y, width, 0, 2 * G_PI);
        }
    }
  for (double x = floor (bounds->x / step) * step; shape->pattern == GIG_PATTERN_VERTICAL && x < bounds->x + bounds->width; x += step)
    {
      cairo_move_to (cr, x, bounds->y);
      cairo_line_to (cr, x, bounds->y + bounds->height);
    }
  set_color (cr, &shape->fill, shape->opacity);
  cairo_set_line_width (cr, width);
  if (shape->pattern == GIG_PATTERN_DOTS)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
  cairo_restore (cr);
  cairo_new_path (cr);
}

static void
stroke (cairo_t        *cr,
        const GigShape *shape)
{
  if (shape->line.alpha <= 0 || shape->line_width <= 0)
    return;
  set_color (cr, &shape->line, shape->opacity);
  cairo_set_line_width (cr, shape->line_width);
  cairo_set_dash (cr, shape->dashes, shape->n_dashes, 0);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_path (cairo_t        *cr,
            const GigShape *shape)
{
  if (shape->pattern != GIG_PATTERN_NONE)
    {
      cairo_path_t *path = cairo_copy_path (cr);

      fill_pattern (cr, shape);
      cairo_append_path (cr, path);
      cairo_path_destroy (path);
    }
  else if (shape->fill.alpha > 0)
    {
      set_color (cr, &shape->fill, shape->opacity);
      cairo_fill_preserve (cr);
    }
  stroke (cr, shape);
  cairo_new_path (cr);
}

static void
paint_dot (cairo_t        *cr,
           const GigShape *shape)
{
  double radius = shape->bounds.width / 2;
  double x = shape->bounds.x + radius;
  double y = shape->bounds.y + radius;

  if (shape->half)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, y, radius, G_PI / 2, 3 * G_PI / 2);
      cairo_close_path (cr);
      set_color (cr, &shape->fill, shape->opacity);
      cairo_fill (cr);
    }
  cairo_new_path (cr);
  cairo_arc (cr, x, y, MAX (radius - shape->line_width / 2, 0), 0, 2 * G_PI);
  if (!shape->half && shape->fill.alpha > 0)
    {
      set_color (cr, &shape->fill, shape->opacity);
      cairo_fill_preserve (cr);
    }
  stroke (cr, shape);
  cairo_new_path (cr);
}

static void
paint_text (cairo_t        *cr,
            const GigShape *shape)
{
  set_color (cr, &shape->color, shape->opacity);
  cairo_move_to (cr, shape->x, shape->y);
  pango_cairo_show_layout (cr, shape->layout);
  cairo_new_path (cr);
}

static void
paint_shape (cairo_t        *cr,
             const GigShape *shape)
{
  switch (shape->kind)
    {
    case GIG_SHAPE_SET_FILL:
    case GIG_SHAPE_SET_LINE:
      trace_ellipse (cr, &shape->ellipse);
      paint_path (cr, shape);
      break;
    case GIG_SHAPE_ZONE:
    case GIG_SHAPE_LEADER:
      trace_path (cr, shape);
      paint_path (cr, shape);
      break;
    case GIG_SHAPE_PILL:
      trace_pill (cr, shape);
      paint_path (cr, shape);
      break;
    case GIG_SHAPE_DOT:
      paint_dot (cr, shape);
      break;
    case GIG_SHAPE_TEXT:
    default:
      paint_text (cr, shape);
      break;
    }
}

void
gig_export_draw_scene (cairo_t  *cr,
                       GigScene *scene,
                       gboolean  background)
{
  const GigShape *shapes;
  guint           n_shapes;

  g_return_if_fail (cr != NULL && scene != NULL);

  cairo_save (cr);
  if (background)
    {
      double width, height;

      gig_scene_get_size (scene, &width, &height);
      set_color (cr, &gig_scene_get_theme (scene)->background, 1);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  shapes = gig_scene_get_shapes (scene, &n_shapes);
  for (guint i = 0; i < n_shapes; i++)
    paint_shape (cr, &shapes[i]);
  cairo_restore (cr);
}

/* --- Files --- */

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
finish (GByteArray      *array,
        cairo_status_t   status,
        GError         **error)
{
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (array);
      g_set_error_literal (error, GIG_EXPORT_ERROR, GIG_EXPORT_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (array);
}

GBytes *
gig_export_to_png (GigScene  *scene,
                   double     resolution,
                   GError   **error)
{
  GByteArray      *array;
  cairo_surface_t *surface;
  cairo_t         *cr;
  cairo_status_t   status;
  double           width, height;

  g_return_val_if_fail (scene != NULL && resolution > 0, NULL);

  gig_scene_get_size (scene, &width, &height);
  if (MAX (width, height) * resolution > GIG_EXPORT_MAX_SIZE)
    {
      g_set_error (error, GIG_EXPORT_ERROR, GIG_EXPORT_ERROR_SIZE,
                   "A picture has at most %d pixels a side", GIG_EXPORT_MAX_SIZE);
      return NULL;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * resolution), (int) ceil (height * resolution));
  cr = cairo_create (surface);
  cairo_scale (cr, resolution, resolution);
  gig_export_draw_scene (cr, scene, TRUE);
  status = cairo_status (cr);
  cairo_destroy (cr);
  array = g_byte_array_new ();
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, array);
  cairo_surface_destroy (surface);

  return finish (array, status, error);
}

GBytes *
gig_export_to_pdf (GigScene  *scene,
                   GError   **error)
{
  const double     points = 72.0 / 96.0;
  GByteArray      *array;
  cairo_surface_t *surface;
  cairo_t         *cr;
  cairo_status_t   status;
  double           width, height;

  g_return_val_if_fail (scene != NULL, NULL);

  gig_scene_get_size (scene, &width, &height);
  array = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append_bytes, array, width * points, height * points);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, gig_scene_get_name (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, gig_scene_get_description (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Gigogne");
  if (gig_lesson_get_metadata (gig_scene_get_lesson (scene), "author") != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    gig_lesson_get_metadata (gig_scene_get_lesson (scene), "author"));
  cr = cairo_create (surface);
  cairo_scale (cr, points, points);
  gig_export_draw_scene (cr, scene, gig_scene_get_theme (scene)->dark);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return finish (array, status, error);
}
