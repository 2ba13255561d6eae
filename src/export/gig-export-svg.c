/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-export.h"

#include <math.h>

/* What is written, with where it stands in the tree of groups. */
typedef struct
{
  GString    *out;
  GigScene   *scene;
  const char *prefix;
  int         group;    /* the item whose group is open, or -1 */
} Writer;

/* Locale-free, without trailing zeros. */
static void
append_number (GString *out,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  value = round (value * 100) / 100;
  if (value == 0)
    value = 0; /* no −0 */
  g_ascii_formatd (buffer, sizeof (buffer), "%.2f", value);
  if (strchr (buffer, '.') != NULL)
    {
      char *end = buffer + strlen (buffer);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        *--end = '\0';
    }
  g_string_append (out, buffer);
}

static void
append_attribute (GString    *out,
                  const char *name,
                  double      value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value);
  g_string_append_c (out, '"');
}

static void
append_escaped (GString    *out,
                const char *text,
                gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (out, escaped);
}

static void
append_color (GString        *out,
              const char     *name,
              const GigColor *color,
              double          opacity)
{
  g_autofree char *hex = gig_color_to_hex (color);

  if (color->alpha * opacity <= 0)
    {
      g_string_append_printf (out, " %s=\"none\"", name);
      return;
    }
  g_string_append_printf (out, " %s=\"%s\"", name, hex);
  if (color->alpha * opacity < 1)
    {
      g_string_append_printf (out, " %s-opacity=\"", name);
      append_number (out, color->alpha * opacity);
      g_string_append_c (out, '"');
    }
}

static void
append_paint (Writer         *writer,
              const GigShape *shape,
              guint           index)
{
  GString *out = writer->out;

  if (shape->pattern != GIG_PATTERN_NONE)
    g_string_append_printf (out, " fill=\"url(#%sp%u)\"", writer->prefix, index);
  else
    append_color (out, "fill", &shape->fill, shape->opacity);
  if (shape->line.alpha <= 0 || shape->line_width <= 0)
    return;
  append_color (out, "stroke", &shape->line, shape->opacity);
  append_attribute (out, "stroke-width", shape->line_width);
  for (guint i = 0; i < shape->n_dashes; i++)
    {
      g_string_append (out, i == 0 ? " stroke-dasharray=\"" : " ");
      append_number (out, shape->dashes[i]);
    }
  if (shape->n_dashes > 0)
    g_string_append_c (out, '"');
}

static void
write_ellipse (Writer         *writer,
               const GigShape *shape,
               guint           index)
{
  const GigEulerEllipse *ellipse = &shape->ellipse;
  GString               *out = writer->out;

  g_string_append (out, "<ellipse");
  append_attribute (out, "cx", ellipse->cx);
  append_attribute (out, "cy", ellipse->cy);
  append_attribute (out, "rx", ellipse->rx);
  append_attribute (out, "ry", ellipse->ry);
  if (fabs (ellipse->rotation) > 1e-9 && fabs (ellipse->rx - ellipse->ry) > 1e-6)
    {
      g_string_append (out, " transform=\"rotate(");
      append_number (out, ellipse->rotation * 180 / G_PI);
      g_string_append_c (out, ' ');
      append_number (out, ellipse->cx);
      g_string_append_c (out, ' ');
      append_number (out, ellipse->cy);
      g_string_append (out, ")\"");
    }
  append_paint (writer, shape, index);
  g_string_append (out, "/>\n");
}

static void
append_point (GString *out,
              double   x,
              double   y)
{
  append_number (out, x);
  g_string_append_c (out, ' ');
  append_number (out, y);
}

static void
write_path (Writer         *writer,
            const GigShape *shape,
            guint           index)
{
  GString *out = writer->out;

  g_string_append (out, "<path d=\"");
  for (guint i = 0; i < shape->n_path; i++)
    {
      const GigPathElement *element = &shape->path[i];

      if (element->op == GIG_PATH_CLOSE)
        {
          g_string_append_c (out, 'Z');
          continue;
        }
      g_string_append_c (out, element->op == GIG_PATH_MOVE ? 'M' : element->op == GIG_PATH_LINE ? 'L' : 'C');
      if (element->op == GIG_PATH_CUBIC)
        {
          append_point (out, element->x1, element->y1);
          g_string_append_c (out, ' ');
          append_point (out, element->x2, element->y2);
          g_string_append_c (out, ' ');
        }
      append_point (out, element->x3, element->y3);
    }
  g_string_append_c (out, '"');
  if (shape->kind == GIG_SHAPE_ZONE)
    g_string_append (out, " fill-rule=\"evenodd\"");
  append_paint (writer, shape, index);
  g_string_append (out, "/>\n");
}

static void
write_pill (Writer         *writer,
            const GigShape *shape,
            guint           index)
{
  GString *out = writer->out;

  g_string_append (out, "<rect");
  append_attribute (out, "x", shape->bounds.x);
  append_attribute (out, "y", shape->bounds.y);
  append_attribute (out, "width", shape->bounds.width);
  append_attribute (out, "height", shape->bounds.height);
  append_attribute (out, "rx", MIN (shape->radius, shape->bounds.height / 2));
  append_paint (writer, shape, index);
  g_string_append (out, "/>\n");
}

static void
write_dot (Writer         *writer,
           const GigShape *shape,
           guint           index)
{
  GString *out = writer->out;
  double   radius = shape->bounds.width / 2;
  double   x = shape->bounds.x + radius;
  double   y = shape->bounds.y + radius;
  GigShape ring = *shape;

  if (shape->half)
    {
      g_string_append (out, "<path d=\"M");
      append_point (out, x, y + radius);
      g_string_append_c (out, 'A');
      append_point (out, radius, radius);
      g_string_append (out, " 0 0 1 ");
      append_point (out, x, y - radius);
      g_string_append (out, "Z\"");
      append_color (out, "fill", &shape->fill, shape->opacity);
      g_string_append (out, "/>\n");
      ring.fill.alpha = 0;
    }
  g_string_append (out, "<circle");
  append_attribute (out, "cx", x);
  append_attribute (out, "cy", y);
  append_attribute (out, "r", MAX (radius - shape->line_width / 2, 0));
  append_paint (writer, &ring, index);
  g_string_append (out, "/>\n");
}

static void
append_font (GString                    *out,
             const PangoFontDescription *font)
{
  const char     *family = pango_font_description_get_family (font);
  g_auto (GStrv)  families = g_strsplit (family != NULL ? family : "", ",", -1);

  g_string_append (out, " font-family=\"");
  for (guint i = 0; families[i] != NULL; i++)
    {
      const char *name = g_strstrip (families[i]);

      if (*name == '\0' || g_ascii_strcasecmp (name, "sans") == 0 || g_ascii_strcasecmp (name, "sans-serif") == 0)
        continue;
      g_string_append_c (out, '\'');
      append_escaped (out, name, -1);
      g_string_append (out, "', ");
    }
  g_string_append (out, "'Adwaita Sans', Cantarell, Inter, system-ui, 'Helvetica Neue', Arial, sans-serif\"");
  append_attribute (out, "font-size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  if (pango_font_description_get_weight (font) > PANGO_WEIGHT_NORMAL)
    g_string_append_printf (out, " font-weight=\"%d\"", pango_font_description_get_weight (font));
}

/* A line at a time: the width is written down, so that another font than the one
 * measured with still fits its place. */
static void
write_text (Writer         *writer,
            const GigShape *shape)
{
  GString         *out = writer->out;
  PangoLayoutIter *iter = pango_layout_get_iter (shape->layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle   logical;
      const char      *start = shape->text + line->start_index;
      gssize           length = line->length;

      while (length > 0 && g_ascii_isspace (start[length - 1]))
        length--;
      if (length == 0)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      g_string_append (out, "<text");
      append_attribute (out, "x", shape->x + (double) logical.x / PANGO_SCALE);
      append_attribute (out, "y", shape->y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      append_attribute (out, "textLength", (double) logical.width / PANGO_SCALE);
      g_string_append (out, " lengthAdjust=\"spacingAndGlyphs\"");
      if (shape->language != NULL)
        {
          g_string_append_printf (out, " lang=\"%s\"", shape->language);
          g_string_append_printf (out, " xml:lang=\"%s\"", shape->language);
        }
      append_font (out, pango_layout_get_font_description (shape->layout));
      append_color (out, "fill", &shape->color, shape->opacity);
      g_string_append_c (out, '>');
      append_escaped (out, start, length);
      g_string_append (out, "</text>\n");
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
write_pattern (Writer         *writer,
               const GigShape *shape,
               guint           index)
{
  GString *out = writer->out;
  double   width = MAX (shape->line_width, 1);
  double   step = 8 * width;
  double   angle = shape->pattern == GIG_PATTERN_DIAGONAL ? 45 : shape->pattern == GIG_PATTERN_COUNTER_DIAGONAL ? -45 : shape->pattern == GIG_PATTERN_HORIZONTAL ? 90 : 0;

  if (angle == 45 || angle == -45)
    step /= G_SQRT2;
  g_string_append_printf (out, "<pattern id=\"%sp%u\" patternUnits=\"userSpaceOnUse\"", writer->prefix, index);
  append_attribute (out, "width", step);
  append_attribute (out, "height", step);
  if (angle != 0)
    {
      g_string_append (out, " patternTransform=\"rotate(");
      append_number (out, angle);
      g_string_append (out, ")\"");
    }
  g_string_append_c (out, '>');
  if (shape->pattern == GIG_PATTERN_DOTS)
    {
      g_string_append (out, "<circle");
      append_attribute (out, "cx", step / 2);
      append_attribute (out, "cy", step / 2);
      append_attribute (out, "r", width);
      append_color (out, "fill", &shape->fill, shape->opacity);
    }
  else
    {
      g_string_append (out, "<path d=\"M");
      append_point (out, step / 2, 0);
      g_string_append_c (out, 'V');
      append_number (out, step);
      g_string_append_c (out, '"');
      append_attribute (out, "stroke-width", width);
      append_color (out, "stroke", &shape->fill, shape->opacity);
    }
  g_string_append (out, "/></pattern>\n");
}

static void
write_patterns (Writer         *writer,
                const GigShape *shapes,
                guint           n_shapes)
{
  gboolean open = FALSE;

  for (guint i = 0; i < n_shapes; i++)
    {
      if (shapes[i].pattern == GIG_PATTERN_NONE)
        continue;
      if (!open)
        g_string_append (writer->out, "<defs>\n");
      open = TRUE;
      write_pattern (writer, &shapes[i], i);
    }
  if (open)
    g_string_append (writer->out, "</defs>\n");
}

/* Members are groups of their own with a name; what belongs to sets and zones is
 * paint, which the picture's description covers. */
static void
enter_group (Writer         *writer,
             const GigShape *shape)
{
  guint          n_items;
  const GigItem *items = gig_scene_get_items (writer->scene, &n_items);
  int            group = -1;

  if (shape != NULL && shape->item >= 0 && (guint) shape->item < n_items &&
      (items[shape->item].kind == GIG_ITEM_MEMBER || items[shape->item].kind == GIG_ITEM_MORE))
    group = shape->item;
  if (group == writer->group)
    return;
  if (writer->group >= 0)
    g_string_append (writer->out, "</g>\n");
  writer->group = group;
  if (group < 0)
    return;
  g_string_append (writer->out, "<g><title>");
  append_escaped (writer->out, items[group].name, -1);
  if (items[group].description != NULL && *items[group].description != '\0')
    {
      g_string_append_c (writer->out, '\n');
      append_escaped (writer->out, items[group].description, -1);
    }
  g_string_append (writer->out, "</title>\n");
}

static void
write_shape (Writer         *writer,
             const GigShape *shape,
             guint           index)
{
  switch (shape->kind)
    {
    case GIG_SHAPE_SET_FILL:
    case GIG_SHAPE_SET_LINE:
      write_ellipse (writer, shape, index);
      break;
    case GIG_SHAPE_ZONE:
    case GIG_SHAPE_LEADER:
      write_path (writer, shape, index);
      break;
    case GIG_SHAPE_PILL:
      write_pill (writer, shape, index);
      break;
    case GIG_SHAPE_DOT:
      write_dot (writer, shape, index);
      break;
    case GIG_SHAPE_TEXT:
    default:
      write_text (writer, shape);
      break;
    }
}

static void
write_head (Writer      *writer,
            GigSvgFlags  flags)
{
  GString *out = writer->out;
  double   width, height;

  gig_scene_get_size (writer->scene, &width, &height);
  if ((flags & GIG_SVG_INLINE) == 0)
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append (out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
  if ((flags & GIG_SVG_INLINE) == 0)
    {
      append_attribute (out, "width", width);
      append_attribute (out, "height", height);
    }
  g_string_append (out, " viewBox=\"0 0 ");
  append_point (out, width, height);
  g_string_append_printf (out, "\" lang=\"%s\" xml:lang=\"%s\" role=\"img\" aria-labelledby=\"%st %sd\">\n",
                          gig_scene_get_language (writer->scene), gig_scene_get_language (writer->scene),
                          writer->prefix, writer->prefix);
  g_string_append_printf (out, "<title id=\"%st\">", writer->prefix);
  append_escaped (out, gig_scene_get_name (writer->scene), -1);
  g_string_append_printf (out, "</title>\n<desc id=\"%sd\">", writer->prefix);
  append_escaped (out, gig_scene_get_description (writer->scene), -1);
  g_string_append (out, "</desc>\n");
  if ((flags & GIG_SVG_NO_BACKGROUND) == 0)
    {
      g_string_append (out, "<rect");
      append_attribute (out, "width", width);
      append_attribute (out, "height", height);
      append_color (out, "fill", &gig_scene_get_theme (writer->scene)->background, 1);
      g_string_append (out, "/>\n");
    }
}

char *
gig_export_to_svg (GigScene    *scene,
                   const char  *prefix,
                   GigSvgFlags  flags)
{
  Writer          writer = { NULL, scene, prefix != NULL ? prefix : "", -1 };
  const GigShape *shapes;
  guint           n_shapes;

  g_return_val_if_fail (scene != NULL, NULL);

  writer.out = g_string_new (NULL);
  shapes = gig_scene_get_shapes (scene, &n_shapes);
  write_head (&writer, flags);
  write_patterns (&writer, shapes, n_shapes);
  for (guint i = 0; i < n_shapes; i++)
    {
      enter_group (&writer, &shapes[i]);
      write_shape (&writer, &shapes[i], i);
    }
  enter_group (&writer, NULL);
  g_string_append (writer.out, "</svg>\n");

  return g_string_free (writer.out, FALSE);
}
