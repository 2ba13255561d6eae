/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene.h"

#include "gig-scene-beside.h"

#include <math.h>

/* --- Sets and zones --- */

static guint
count_bits (GigZoneMask mask)
{
  guint n = 0;

  for (; mask != 0; mask &= mask - 1)
    n++;

  return n;
}

static void
add_zone_shape (GigComposer       *self,
                const GigZonePath *path,
                GigColor           fill,
                GigPattern         pattern)
{
  GigShape *shape = gig_scene_add_shape (self->scene, GIG_SHAPE_ZONE);

  shape->zone = path->zone;
  shape->path = path->path;
  shape->n_path = path->n_path;
  shape->bounds = path->bounds;
  shape->fill = fill;
  shape->pattern = pattern;
  shape->line_width = self->line_factor;
}

static void
draw_zones (GigComposer *self)
{
  size_t              n_zones;
  const GigEulerZone *zones = gig_euler_layout_get_zones (self->scene->layout, &n_zones);

  for (size_t i = 0; i < n_zones; i++)
    {
      const GigZonePath *path = gig_scene_find_zone_path (self->scene, zones[i].mask);
      GigColor           fill = gig_theme_mix_tints (self->styles, self->n_sets, self->containers, zones[i].mask);

      if (fill.alpha > 0)
        add_zone_shape (self, path, fill, GIG_PATTERN_NONE);
      if (!zones[i].required)
        add_zone_shape (self, path, self->options->theme->hatch, GIG_PATTERN_DIAGONAL);
    }
}

static gboolean
is_drawn (GigComposer *self,
          guint        set)
{
  return gig_euler_layout_get_ellipse (self->scene->layout, set)->rx > 0 &&
         gig_euler_layout_get_same_as (self->scene->layout, set) == set;
}

static GigShape *
add_set_shape (GigComposer  *self,
               guint         set,
               GigShapeKind  kind)
{
  GigShape *shape = gig_scene_add_shape (self->scene, kind);

  shape->set = set;
  shape->zone = self->containers[set];
  shape->ellipse = gig_scene_map_ellipse (self->scene, gig_euler_layout_get_ellipse (self->scene->layout, set));
  shape->bounds = gig_ellipse_get_bounds (&shape->ellipse);

  return shape;
}

static void
draw_set (GigComposer *self,
          guint        set)
{
  const GigSetStyle *style = &self->styles[set];
  GigShape          *shape;

  if (style->pattern != GIG_PATTERN_NONE)
    {
      shape = add_set_shape (self, set, GIG_SHAPE_SET_FILL);
      shape->fill = style->line;
      shape->fill.alpha = 0.5f;
      shape->pattern = style->pattern;
      shape->line_width = self->line_factor;
    }
  shape = add_set_shape (self, set, GIG_SHAPE_SET_LINE);
  shape->line = style->line;
  shape->line_width = style->width * self->line_factor;
  shape->n_dashes = style->n_dashes;
  for (guint i = 0; i < style->n_dashes; i++)
    shape->dashes[i] = style->dashes[i] * self->line_factor;
}

static void
draw_sets (GigComposer *self)
{
  for (guint depth = 1; depth <= self->n_sets; depth++)
    {
      for (guint i = 0; i < self->n_sets; i++)
        {
          if (count_bits (self->containers[i]) == depth && is_drawn (self, i))
            draw_set (self, i);
        }
    }
}

/* --- Public --- */

static void
composer_init (GigComposer           *self,
               const GigSceneOptions *options,
               PangoContext          *context)
{
  GigView *view = options->view;
  double   text_scale = options->text_scale > 0 ? options->text_scale : 1;

  self->options = options;
  self->context = context;
  self->scene = gig_scene_alloc (options->lesson, view, options->theme,
                                 gig_language_get_code (options->language),
                                 MAX (options->width, 1), MAX (options->height, 1));
  self->scene->layout = gig_euler_layout_ref (options->layout);
  self->n_sets = MIN (gig_view_get_n_sets (view), gig_euler_layout_get_n_sets (options->layout));
  self->styles = g_new0 (GigSetStyle, self->n_sets + 1);
  self->containers = g_new0 (GigZoneMask, self->n_sets + 1);
  for (guint i = 0; i < self->n_sets; i++)
    {
      gig_theme_get_view_set_style (options->theme, options->lesson, view, i, &self->styles[i]);
      self->containers[i] = gig_view_get_closure (view, i);
    }
  self->labels = gig_labels_new (options->lesson, view, context, options->flags, options->max_members);
  if (options->only_members != NULL)
    gig_labels_keep_members (self->labels, options->only_members);
  self->name_factor = options->name_size > 0 ? options->name_size / gig_text_role_get_size (GIG_TEXT_NAME) : text_scale;
  self->member_factor = options->member_size > 0 ? options->member_size / gig_text_role_get_size (GIG_TEXT_MEMBER) : text_scale;
  /* On a wall a note is no smaller than a member. */
  self->note_factor = options->name_size > 0 ? self->member_factor * gig_text_role_get_size (GIG_TEXT_MEMBER) / gig_text_role_get_size (GIG_TEXT_NOTE)
                                             : text_scale;
  self->column = gig_labels_put_beside (self->labels, view, options->flags, self->name_factor, self->member_factor,
                                        options->width - 2 * GIG_SCENE_AIR, options->height - 2 * GIG_SCENE_AIR);
  self->right_column = gig_labels_get_right_column (self->labels, view, options->flags, self->name_factor);
}

static void
composer_clear (GigComposer *self)
{
  g_free (self->styles);
  g_free (self->containers);
  g_free (self->placements);
  g_free (self->mores);
  g_array_unref (self->labels);
}

GigScene *
gig_scene_new (const GigSceneOptions *options,
               PangoContext          *context)
{
  GigComposer composer = { 0 };

  g_return_val_if_fail (options != NULL && options->lesson != NULL && options->view != NULL, NULL);
  g_return_val_if_fail (options->layout != NULL && options->theme != NULL, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (options->language), NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  composer_init (&composer, options, context);
  gig_composer_build_frame (&composer);
  composer.area.x += composer.column;
  composer.area.width = MAX (composer.area.width - composer.column - composer.right_column, 1);
  gig_composer_place_labels (&composer);
  gig_composer_place_beside (&composer);
  composer.line_factor = CLAMP (MAX (MIN (composer.scene->scale, composer.name_factor), composer.name_factor / 2), 1, 4);
  if (options->theme->kind == GIG_THEME_PROJECTOR_LIGHT || options->theme->kind == GIG_THEME_PROJECTOR_DARK)
    composer.line_factor *= 1.25;
  gig_scene_build_zone_paths (composer.scene);
  draw_zones (&composer);
  draw_sets (&composer);
  gig_composer_draw_labels (&composer);
  gig_composer_build_items (&composer);
  composer_clear (&composer);

  return composer.scene;
}
