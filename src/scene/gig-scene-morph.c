/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene.h"

#include "gig-scene-private.h"

#include <math.h>

static double
mix (double from,
     double to,
     double progress)
{
  return from + (to - from) * progress;
}

static GigColor
mix_colors (const GigColor *from,
            const GigColor *to,
            float           progress)
{
  return (GigColor) {
    from->red + (to->red - from->red) * progress,
    from->green + (to->green - from->green) * progress,
    from->blue + (to->blue - from->blue) * progress,
    from->alpha + (to->alpha - from->alpha) * progress,
  };
}

static const char *
get_key (GigScene       *scene,
         const GigShape *shape)
{
  return shape->item >= 0 && (guint) shape->item < scene->items->len
           ? g_array_index (scene->items, GigItem, shape->item).key
           : NULL;
}

/* “+14” does not become “+2”: one goes and the other comes. */
static gboolean
have_same_name (GigScene       *from,
                const GigShape *shape,
                GigScene       *to,
                const GigShape *other)
{
  return g_strcmp0 (g_array_index (from->items, GigItem, shape->item).name,
                    g_array_index (to->items, GigItem, other->item).name) == 0;
}

static gboolean
is_set_line (const GigShape *shape)
{
  return shape->kind == GIG_SHAPE_SET_LINE;
}

static const GigShape *
find_counterpart (GigScene       *from,
                  GigScene       *to,
                  const GigShape *shape)
{
  const char *key = get_key (from, shape);

  for (guint i = 0; key != NULL && i < to->shapes->len; i++)
    {
      const GigShape *other = &g_array_index (to->shapes, GigShape, i);

      if (other->kind == shape->kind && g_strcmp0 (get_key (to, other), key) == 0 &&
          (shape->kind == GIG_SHAPE_SET_LINE || have_same_name (from, shape, to, other)) &&
          (shape->kind != GIG_SHAPE_TEXT || g_strcmp0 (other->text, shape->text) == 0))
        return other;
    }

  return NULL;
}

static gboolean
have_common_set (GigScene *from,
                 GigScene *to)
{
  for (guint i = 0; i < from->shapes->len; i++)
    {
      const GigShape *shape = &g_array_index (from->shapes, GigShape, i);

      if (is_set_line (shape) && find_counterpart (from, to, shape) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Where no set is common, the n-th outline becomes the n-th: vehicles turn into models. */
static const GigShape *
find_by_place (GigScene       *from,
               GigScene       *to,
               const GigShape *shape)
{
  guint place = 0;

  for (guint i = 0; i < from->shapes->len && &g_array_index (from->shapes, GigShape, i) != shape; i++)
    place += is_set_line (&g_array_index (from->shapes, GigShape, i));
  for (guint i = 0; i < to->shapes->len; i++)
    {
      const GigShape *other = &g_array_index (to->shapes, GigShape, i);

      if (is_set_line (other) && place-- == 0)
        return other;
    }

  return NULL;
}

static gboolean
crosses_any (GigView *view,
             guint    set)
{
  for (guint i = 0; i < gig_view_get_n_sets (view); i++)
    {
      if (i != set && gig_view_get_relation (view, set, i) == GIG_RELATION_OVERLAP)
        return TRUE;
    }

  return FALSE;
}

/* Zones come and go on the way, so sets are filled whole: opaquely in the colour
 * their own zone has at rest, or with their tint where others lie across them. */
static GigColor
fill_of (GigScene       *scene,
         const GigShape *shape)
{
  GigSetStyle style = { 0 };

  if (shape->set < 0 || scene->view == NULL)
    return style.tint;
  gig_theme_get_view_set_style (scene->theme, scene->lesson, scene->view, shape->set, &style);
  if (style.tint.alpha <= 0 || crosses_any (scene->view, shape->set))
    return style.tint;
  for (guint i = 0; i < scene->shapes->len; i++)
    {
      const GigShape *zone = &g_array_index (scene->shapes, GigShape, i);

      if (zone->kind == GIG_SHAPE_ZONE && zone->zone == shape->zone && zone->pattern == GIG_PATTERN_NONE)
        return gig_color_composite (&zone->fill, &scene->theme->background);
    }

  return style.tint;
}

static void
fade (GigScene       *scene,
      const GigShape *shape,
      double          opacity)
{
  GigShape *copy;

  if (opacity <= 0)
    return;
  copy = gig_scene_add_shape (scene, shape->kind);
  *copy = *shape;
  copy->item = -1;
  copy->opacity = shape->opacity * opacity;
}

static void
add_set (GigScene       *scene,
         GigShapeKind    kind,
         GigEulerEllipse ellipse,
         const GigShape *like,
         double          opacity)
{
  GigShape *shape = gig_scene_add_shape (scene, kind);

  *shape = *like;
  shape->kind = kind;
  shape->item = -1;
  shape->ellipse = ellipse;
  shape->bounds = gig_ellipse_get_bounds (&ellipse);
  shape->opacity = opacity;
}

static void
add_fill_and_line (GigScene       *scene,
                   GigEulerEllipse ellipse,
                   const GigShape *line,
                   GigColor        tint,
                   double          opacity,
                   gboolean        fill)
{
  GigShape like = *line;

  if (!fill)
    {
      add_set (scene, GIG_SHAPE_SET_LINE, ellipse, line, opacity);
      return;
    }
  if (tint.alpha <= 0)
    return;
  like.fill = tint;
  like.line.alpha = 0;
  like.pattern = GIG_PATTERN_NONE;
  add_set (scene, GIG_SHAPE_SET_FILL, ellipse, &like, opacity);
}

/* An ellipse that comes or goes grows from or shrinks towards its centre. */
static GigEulerEllipse
grow (const GigEulerEllipse *ellipse,
      double                 presence)
{
  GigEulerEllipse result = *ellipse;
  double          factor = 0.6 + 0.4 * presence;

  result.rx *= factor;
  result.ry *= factor;

  return result;
}

static void
morph_sets (GigScene *scene,
            GigScene *from,
            GigScene *to,
            double    progress,
            gboolean  fill)
{
  gboolean              common = have_common_set (from, to);
  g_autoptr (GPtrArray) used = g_ptr_array_new ();

  for (guint i = 0; i < from->shapes->len; i++)
    {
      const GigShape *shape = &g_array_index (from->shapes, GigShape, i);
      const GigShape *other;
      GigColor        tint = fill_of (from, shape);

      if (!is_set_line (shape))
        continue;
      other = common ? find_counterpart (from, to, shape) : find_by_place (from, to, shape);
      if (other == NULL)
        {
          add_fill_and_line (scene, grow (&shape->ellipse, 1 - progress), shape, tint, 1 - progress, fill);
          continue;
        }
      else
        {
          GigColor        other_tint = fill_of (to, other);
          GigShape        line = progress < 0.5 ? *shape : *other;
          GigEulerEllipse ellipse;

          g_ptr_array_add (used, (gpointer) other);
          gig_euler_ellipse_interpolate (&shape->ellipse, &other->ellipse, progress, &ellipse);
          line.line = mix_colors (&shape->line, &other->line, progress);
          line.line_width = mix (shape->line_width, other->line_width, progress);
          add_fill_and_line (scene, ellipse, &line, mix_colors (&tint, &other_tint, progress), 1, fill);
        }
    }
  for (guint i = 0; i < to->shapes->len; i++)
    {
      const GigShape *shape = &g_array_index (to->shapes, GigShape, i);

      if (is_set_line (shape) && !g_ptr_array_find (used, shape, NULL))
        add_fill_and_line (scene, grow (&shape->ellipse, progress), shape, fill_of (to, shape), progress, fill);
    }
}

static void
add_moved (GigScene       *scene,
           const GigShape *from,
           const GigShape *to,
           double          progress)
{
  GigShape *shape = gig_scene_add_shape (scene, to->kind);

  *shape = *to;
  shape->item = -1;
  shape->bounds = (GigRect) {
    mix (from->bounds.x, to->bounds.x, progress),
    mix (from->bounds.y, to->bounds.y, progress),
    mix (from->bounds.width, to->bounds.width, progress),
    mix (from->bounds.height, to->bounds.height, progress),
  };
  shape->x = to->x + shape->bounds.x + shape->bounds.width / 2 - to->bounds.x - to->bounds.width / 2;
  shape->y = to->y + shape->bounds.y + shape->bounds.height / 2 - to->bounds.y - to->bounds.height / 2;
  shape->baseline = to->baseline + shape->y - to->y;
  shape->color = mix_colors (&from->color, &to->color, progress);
}

static gboolean
is_label (const GigShape *shape)
{
  return shape->kind == GIG_SHAPE_PILL || shape->kind == GIG_SHAPE_TEXT ||
         shape->kind == GIG_SHAPE_DOT || shape->kind == GIG_SHAPE_LEADER;
}

/* What goes fades in the first half, what comes in the second, so that texts
 * never lie over each other. */
static void
morph_labels (GigScene *scene,
              GigScene *from,
              GigScene *to,
              double    progress)
{
  g_autoptr (GPtrArray) used = g_ptr_array_new ();

  for (guint i = 0; i < from->shapes->len; i++)
    {
      const GigShape *shape = &g_array_index (from->shapes, GigShape, i);
      const GigShape *other;

      if (!is_label (shape))
        continue;
      other = shape->kind != GIG_SHAPE_LEADER ? find_counterpart (from, to, shape) : NULL;
      if (other != NULL && !g_ptr_array_find (used, other, NULL))
        {
          g_ptr_array_add (used, (gpointer) other);
          add_moved (scene, shape, other, progress);
        }
      else
        {
          fade (scene, shape, 1 - 2 * progress);
        }
    }
  for (guint i = 0; i < to->shapes->len; i++)
    {
      const GigShape *shape = &g_array_index (to->shapes, GigShape, i);

      if (is_label (shape) && !g_ptr_array_find (used, shape, NULL))
        fade (scene, shape, 2 * progress - 1);
    }
}

static void
keep_alive (GigScene *scene,
            GigScene *source)
{
  for (guint i = 0; i < source->layouts->len; i++)
    g_ptr_array_add (scene->layouts, g_object_ref (g_ptr_array_index (source->layouts, i)));
}

/* Leaders point into the memory of their scene: copied. */
static void
own_paths (GigScene *scene)
{
  for (guint i = 0; i < scene->shapes->len; i++)
    {
      GigShape *shape = &g_array_index (scene->shapes, GigShape, i);

      if (shape->path != NULL)
        {
          GigPathElement *copy = g_memdup2 (shape->path, shape->n_path * sizeof (GigPathElement));

          g_ptr_array_add (scene->memory, copy);
          shape->path = copy;
        }
    }
}

GigScene *
gig_scene_interpolate (GigScene *from,
                       GigScene *to,
                       double    progress)
{
  GigScene *scene;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  if (progress <= 0)
    return gig_scene_ref (from);
  if (progress >= 1)
    return gig_scene_ref (to);
  scene = gig_scene_alloc (to->lesson, to->view, to->theme, to->language,
                           mix (from->width, to->width, progress), mix (from->height, to->height, progress));
  scene->name = g_strdup (to->name);
  scene->description = g_strdup (to->description);
  keep_alive (scene, from);
  keep_alive (scene, to);
  morph_sets (scene, from, to, progress, TRUE);
  morph_sets (scene, from, to, progress, FALSE);
  morph_labels (scene, from, to, progress);
  own_paths (scene);

  return scene;
}
