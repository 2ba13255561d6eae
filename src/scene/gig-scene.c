/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene.h"

#include "gig-scene-private.h"

#include <math.h>

/* --- Making --- */

static void
clear_zone_path (gpointer data)
{
  GigZonePath *zone = data;

  g_clear_pointer (&zone->path, g_free);
}

GigScene *
gig_scene_alloc (GigLesson      *lesson,
                 GigView        *view,
                 const GigTheme *theme,
                 const char     *language,
                 double          width,
                 double          height)
{
  GigScene *self = g_new0 (GigScene, 1);

  g_ref_count_init (&self->ref_count);
  self->lesson = gig_lesson_ref (lesson);
  self->view = view;
  self->theme = theme;
  self->language = g_intern_string (language);
  self->width = width;
  self->height = height;
  self->scale = 1;
  self->shapes = g_array_new (FALSE, TRUE, sizeof (GigShape));
  self->items = g_array_new (FALSE, TRUE, sizeof (GigItem));
  self->zone_paths = g_array_new (FALSE, TRUE, sizeof (GigZonePath));
  g_array_set_clear_func (self->zone_paths, clear_zone_path);
  self->memory = g_ptr_array_new_with_free_func (g_free);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->member_lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  return self;
}

GigShape *
gig_scene_add_shape (GigScene     *self,
                     GigShapeKind  kind)
{
  GigShape shape = { .kind = kind, .item = -1, .set = -1, .opacity = 1 };

  g_array_append_val (self->shapes, shape);

  return &g_array_index (self->shapes, GigShape, self->shapes->len - 1);
}

const char *
gig_scene_take_string (GigScene *self,
                       char     *text)
{
  g_ptr_array_add (self->memory, text);

  return text;
}

const char *
gig_scene_keep_string (GigScene   *self,
                       const char *text)
{
  return gig_scene_take_string (self, g_strdup (text));
}

GigShape *
gig_scene_add_text (GigScene    *self,
                    PangoLayout *layout,
                    const char  *language,
                    double       x,
                    double       y,
                    GigColor     color)
{
  GigShape      *shape = gig_scene_add_shape (self, GIG_SHAPE_TEXT);
  PangoRectangle logical;

  g_ptr_array_add (self->layouts, layout);
  pango_layout_get_extents (layout, NULL, &logical);
  shape->layout = layout;
  shape->text = pango_layout_get_text (layout);
  shape->language = language != NULL ? g_intern_string (language) : NULL;
  shape->x = x;
  shape->y = y;
  shape->baseline = y + (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  shape->color = color;
  shape->bounds = (GigRect) {
    x + (double) logical.x / PANGO_SCALE,
    y + (double) logical.y / PANGO_SCALE,
    (double) logical.width / PANGO_SCALE,
    (double) logical.height / PANGO_SCALE,
  };

  return shape;
}

char *
gig_scene_get_message_text (GigScene          *self,
                            const GigMessage  *message,
                            const char       **language)
{
  GigText text = { 0 };

  gig_lesson_get_text (self->lesson, message, self->language, &text);
  if (language != NULL)
    *language = text.language != NULL ? text.language : self->language;

  return gig_lesson_get_plain_text (self->lesson, message, self->language);
}

GigScene *
gig_scene_ref (GigScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->ref_count);

  return self;
}

void
gig_scene_unref (GigScene *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->shapes);
  g_array_unref (self->items);
  g_array_unref (self->zone_paths);
  g_ptr_array_unref (self->layouts);
  g_ptr_array_unref (self->member_lists);
  g_ptr_array_unref (self->memory);
  g_clear_pointer (&self->recipe.dropped, g_ptr_array_unref);
  g_clear_pointer (&self->layout, gig_euler_layout_unref);
  g_free (self->name);
  g_free (self->description);
  gig_lesson_unref (self->lesson);
  g_free (self);
}

/* --- Geometry --- */

GigRect
gig_ellipse_get_bounds (const GigEulerEllipse *ellipse)
{
  double c = cos (ellipse->rotation);
  double s = sin (ellipse->rotation);
  double half_width = hypot (ellipse->rx * c, ellipse->ry * s);
  double half_height = hypot (ellipse->rx * s, ellipse->ry * c);

  return (GigRect) { ellipse->cx - half_width, ellipse->cy - half_height,
                     2 * half_width, 2 * half_height };
}

GigEulerEllipse
gig_scene_map_ellipse (GigScene              *self,
                       const GigEulerEllipse *ellipse)
{
  return (GigEulerEllipse) {
    ellipse->cx * self->scale + self->dx,
    ellipse->cy * self->scale + self->dy,
    ellipse->rx * self->scale,
    ellipse->ry * self->scale,
    ellipse->rotation,
  };
}

static void
append_element (GArray *path,
                GigPathElement element)
{
  g_array_append_val (path, element);
}

static void
append_arc (GigScene          *self,
            GArray            *path,
            const GigEulerArc *arc,
            gboolean           first)
{
  GigEulerEllipse ellipse = gig_scene_map_ellipse (self, gig_euler_layout_get_ellipse (self->layout, arc->set));
  double          cubics[8][6];
  unsigned        n_cubics = gig_euler_arc_to_cubics (&ellipse, arc->start, arc->end, cubics);

  if (first)
    {
      GigPathElement move = { GIG_PATH_MOVE };

      gig_euler_ellipse_point (&ellipse, arc->start, &move.x3, &move.y3);
      append_element (path, move);
    }
  for (unsigned i = 0; i < n_cubics; i++)
    append_element (path, (GigPathElement) { GIG_PATH_CUBIC,
                                             cubics[i][0], cubics[i][1], cubics[i][2],
                                             cubics[i][3], cubics[i][4], cubics[i][5] });
}

static void
extend_bounds (GigZonePath *zone)
{
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  for (guint i = 0; i < zone->n_path; i++)
    {
      const GigPathElement *element = &zone->path[i];

      if (element->op == GIG_PATH_CLOSE)
        continue;
      x0 = MIN (x0, element->x3);
      y0 = MIN (y0, element->y3);
      x1 = MAX (x1, element->x3);
      y1 = MAX (y1, element->y3);
    }
  if (x0 <= x1)
    zone->bounds = (GigRect) { x0, y0, x1 - x0, y1 - y0 };
}

void
gig_scene_build_zone_paths (GigScene *self)
{
  size_t              n_zones;
  const GigEulerZone *zones = gig_euler_layout_get_zones (self->layout, &n_zones);

  for (size_t i = 0; i < n_zones; i++)
    {
      g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (GigPathElement));
      GigZonePath        zone = { zones[i].mask };

      for (size_t j = 0; j < zones[i].n_contours; j++)
        {
          const GigEulerContour *contour = &zones[i].contours[j];

          for (size_t k = 0; k < contour->n_arcs; k++)
            append_arc (self, path, &contour->arcs[k], k == 0);
          append_element (path, (GigPathElement) { GIG_PATH_CLOSE });
        }
      zone.n_path = path->len;
      zone.path = (GigPathElement *) (void *) g_array_free (g_steal_pointer (&path), FALSE);
      extend_bounds (&zone);
      g_array_append_val (self->zone_paths, zone);
    }
}

const GigZonePath *
gig_scene_find_zone_path (GigScene    *self,
                          GigZoneMask  zone)
{
  for (guint i = 0; i < self->zone_paths->len; i++)
    {
      const GigZonePath *path = &g_array_index (self->zone_paths, GigZonePath, i);

      if (path->zone == zone)
        return path;
    }

  return NULL;
}

/* --- Reading --- */

void
gig_scene_get_size (GigScene *self,
                    double   *width,
                    double   *height)
{
  g_return_if_fail (self != NULL);

  if (width != NULL)
    *width = self->width;
  if (height != NULL)
    *height = self->height;
}

const GigTheme *
gig_scene_get_theme (GigScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->theme;
}

GigView *
gig_scene_get_view (GigScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->view;
}

GigLesson *
gig_scene_get_lesson (GigScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lesson;
}

const char *
gig_scene_get_language (GigScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

GigEulerLayout *
gig_scene_get_layout (GigScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->layout;
}

void
gig_scene_get_transform (GigScene *self,
                         double   *scale,
                         double   *dx,
                         double   *dy)
{
  g_return_if_fail (self != NULL);

  if (scale != NULL)
    *scale = self->scale;
  if (dx != NULL)
    *dx = self->dx;
  if (dy != NULL)
    *dy = self->dy;
}

const char *
gig_scene_get_name (GigScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
gig_scene_get_description (GigScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->description;
}

const GigShape *
gig_scene_get_shapes (GigScene *self,
                      guint    *n_shapes)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_shapes != NULL)
    *n_shapes = self->shapes->len;

  return (const GigShape *) (const void *) self->shapes->data;
}

const GigItem *
gig_scene_get_items (GigScene *self,
                     guint    *n_items)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_items != NULL)
    *n_items = self->items->len;

  return (const GigItem *) (const void *) self->items->data;
}

const GigItem *
gig_scene_find_item (GigScene   *self,
                     const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const GigItem *item = &g_array_index (self->items, GigItem, i);

      if (g_strcmp0 (item->key, key) == 0)
        return item;
    }

  return NULL;
}

static const GigItem *
find_item_by (GigScene    *self,
              GigItemKind  kind,
              int          set,
              GigZoneMask  zone)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const GigItem *item = &g_array_index (self->items, GigItem, i);

      if (item->kind == kind && (kind == GIG_ITEM_SET ? item->set == set : item->zone == zone))
        return item;
    }

  return NULL;
}

const GigItem *
gig_scene_get_set_item (GigScene *self,
                        int       set)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_item_by (self, GIG_ITEM_SET, set, 0);
}

const GigItem *
gig_scene_get_zone_item (GigScene    *self,
                         GigZoneMask  zone)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_item_by (self, GIG_ITEM_ZONE, -1, zone);
}

const GigPathElement *
gig_scene_get_zone_path (GigScene    *self,
                         GigZoneMask  zone,
                         guint       *n_elements)
{
  const GigZonePath *path;

  g_return_val_if_fail (self != NULL, NULL);

  path = gig_scene_find_zone_path (self, zone);
  if (n_elements != NULL)
    *n_elements = path != NULL ? path->n_path : 0;

  return path != NULL ? path->path : NULL;
}

/* --- Picking --- */

static double
distance_to_rect (const GigRect *rect,
                  double         x,
                  double         y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

/* First-order distance |F| ÷ |∇F| of the implicit form (Taubin 1991). */
static double
distance_to_outline (const GigEulerEllipse *ellipse,
                     double                 x,
                     double                 y)
{
  double c = cos (ellipse->rotation);
  double s = sin (ellipse->rotation);
  double u = ((x - ellipse->cx) * c + (y - ellipse->cy) * s) / ellipse->rx;
  double v = (-(x - ellipse->cx) * s + (y - ellipse->cy) * c) / ellipse->ry;
  double gradient = 2 * hypot (u / ellipse->rx, v / ellipse->ry);

  if (gradient <= 0)
    return MIN (ellipse->rx, ellipse->ry);

  return fabs (u * u + v * v - 1) / gradient;
}

static const GigItem *
pick_label (GigScene *self,
            double    x,
            double    y,
            double    slop,
            gboolean  sets)
{
  const GigItem *best = NULL;
  double         best_distance = slop;

  for (guint i = 0; i < self->items->len; i++)
    {
      const GigItem *item = &g_array_index (self->items, GigItem, i);
      double         distance;

      if (item->kind == GIG_ITEM_ZONE || (item->kind == GIG_ITEM_SET) != sets || item->label.width <= 0)
        continue;
      distance = distance_to_rect (&item->label, x, y);
      if (distance < best_distance || (distance <= best_distance && best == NULL))
        {
          best = item;
          best_distance = distance;
        }
    }

  return best;
}

static const GigItem *
pick_outline (GigScene *self,
              double    x,
              double    y,
              double    slop)
{
  const GigItem *best = NULL;
  double         best_distance = MIN (slop, 6);

  for (guint i = 0; i < self->items->len; i++)
    {
      const GigItem  *item = &g_array_index (self->items, GigItem, i);
      GigEulerEllipse ellipse;
      double          distance;

      if (item->kind != GIG_ITEM_SET)
        continue;
      ellipse = gig_scene_map_ellipse (self, gig_euler_layout_get_ellipse (self->layout, item->set));
      if (ellipse.rx <= 0)
        continue;
      distance = distance_to_outline (&ellipse, x, y);
      if (distance < best_distance)
        {
          best = item;
          best_distance = distance;
        }
    }

  return best;
}

const GigItem *
gig_scene_pick (GigScene *self,
                double    x,
                double    y,
                double    slop)
{
  const GigItem *item;
  GigZoneMask    zone;

  g_return_val_if_fail (self != NULL, NULL);

  item = pick_label (self, x, y, slop, FALSE);
  if (item == NULL)
    item = pick_label (self, x, y, 0, TRUE);
  if (item != NULL || self->layout == NULL)
    return item;
  item = pick_outline (self, x, y, slop);
  if (item != NULL)
    return item;
  zone = gig_euler_layout_zone_at (self->layout, (x - self->dx) / self->scale, (y - self->dy) / self->scale);
  item = zone != 0 ? gig_scene_get_zone_item (self, zone) : NULL;

  return item != NULL && !item->empty ? item : NULL;
}

/* --- Sizes --- */

double
gig_scene_fit_text_scale (double width,
                          double height)
{
  double longer = MAX (width, height);
  double shorter = MIN (width, height);

  return MAX (MIN (longer / 900, shorter / 600), 1);
}

void
gig_scene_wall_sizes (PangoContext *context,
                      double        screen_height,
                      double       *name_size,
                      double       *member_size)
{
  const double            probe = 1000;
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle          ink;
  double                  x_height;

  g_return_if_fail (PANGO_IS_CONTEXT (context));

  layout = gig_text_layout_new (context, GIG_TEXT_MEMBER, probe, "x", NULL, -1);
  pango_layout_get_extents (layout, &ink, NULL);
  x_height = CLAMP ((double) ink.height / PANGO_SCALE / probe, 0.3, 0.8);
  if (name_size != NULL)
    *name_size = 0.03 * screen_height / x_height;
  if (member_size != NULL)
    *member_size = 0.02 * screen_height / x_height;
}

/* --- Dump --- */

static const char * const shape_names[] = { "set-fill", "zone", "set-line", "leader", "pill", "dot", "text" };
static const char * const item_names[] = { "set", "zone", "member", "more" };

static void
dump_shape (GString        *out,
            const GigShape *shape)
{
  g_autofree char *fill = gig_color_to_hex (&shape->fill);
  g_autofree char *line = gig_color_to_hex (&shape->line);
  g_autofree char *color = gig_color_to_hex (&shape->color);

  g_string_append_printf (out, "%s %.1f %.1f %.1f %.1f", shape_names[shape->kind],
                          shape->bounds.x, shape->bounds.y, shape->bounds.width, shape->bounds.height);
  if (shape->fill.alpha > 0)
    g_string_append_printf (out, " fill %s %.3f", fill, shape->fill.alpha);
  if (shape->pattern != GIG_PATTERN_NONE)
    g_string_append_printf (out, " pattern %d", shape->pattern);
  if (shape->line.alpha > 0)
    g_string_append_printf (out, " line %s %.1f", line, shape->line_width);
  for (guint i = 0; i < shape->n_dashes; i++)
    g_string_append_printf (out, "%s%.1f", i == 0 ? " dash " : "-", shape->dashes[i]);
  if (shape->half)
    g_string_append (out, " half");
  if (shape->text != NULL)
    g_string_append_printf (out, " %s %s \"%s\"", color, shape->language != NULL ? shape->language : "-", shape->text);
  g_string_append_c (out, '\n');
}

char *
gig_scene_dump (GigScene *self)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  g_string_append_printf (out, "scene %.0f %.0f %s %s \"%s\"\n", self->width, self->height,
                          gig_theme_get_name (self->theme), self->language, self->name);
  for (guint i = 0; i < self->shapes->len; i++)
    dump_shape (out, &g_array_index (self->shapes, GigShape, i));
  for (guint i = 0; i < self->items->len; i++)
    {
      const GigItem *item = &g_array_index (self->items, GigItem, i);

      g_string_append_printf (out, "item %s %s parent %d%s%s%s label %.1f %.1f %.1f %.1f \"%s\" \"%s\"\n",
                              item_names[item->kind], item->key, item->parent,
                              item->empty ? " empty" : "", item->contested ? " contested" : "",
                              item->outside ? " outside" : "",
                              item->label.x, item->label.y, item->label.width, item->label.height,
                              item->name, item->description);
    }

  return g_string_free (out, FALSE);
}
