/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene.h"

#include "gig-scene-private.h"

#include <math.h>

#define AIR       24.0
#define MIN_SCALE  0.8

/* --- Fitting and placing --- */

static void
fit_drawing (GigComposer *self,
             double       fraction)
{
  GigScene *scene = self->scene;
  double    x, y, width, height;
  double    air = MIN (AIR, MIN (self->area.width, self->area.height) / 10);

  gig_euler_layout_get_bounds (scene->layout, &x, &y, &width, &height);
  width = MAX (width, 1);
  height = MAX (height, 1);
  scene->scale = MIN ((self->area.width - 2 * air) / width, (self->area.height - 2 * air) / height) * fraction;
  scene->scale = MAX (scene->scale, 1e-3);
  scene->dx = self->area.x + self->area.width / 2 - scene->scale * (x + width / 2);
  scene->dy = self->area.y + self->area.height / 2 - scene->scale * (y + height / 2);
}

static guint
place_labels (GigComposer *self)
{
  g_autofree GigEulerLabel *wanted = g_new0 (GigEulerLabel, self->labels->len);
  GigEulerPlaceOptions      options = { 0 };
  double                    margin = CLAMP (8 * self->member_factor, 8, AIR);
  guint                     n_hidden = 0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const GigLabel *label = &g_array_index (self->labels, GigLabel, i);
      double          factor = label->kind == GIG_LABEL_SET ? self->name_factor : self->member_factor;

      wanted[i].kind = label->kind == GIG_LABEL_SET ? GIG_EULER_LABEL_SET : GIG_EULER_LABEL_ITEM;
      wanted[i].set = label->set;
      wanted[i].keep = label->kind == GIG_LABEL_MORE;
      wanted[i].zone = label->zone;
      wanted[i].other_zone = label->other_zone;
      wanted[i].width = label->box.width * factor;
      wanted[i].height = label->box.height * factor;
      wanted[i].wrapped_width = label->box.wrapped_width * factor;
      wanted[i].wrapped_height = label->box.wrapped_height * factor;
    }
  gig_euler_place_options_init (&options, self->scene->layout, self->area.width, self->area.height);
  options.scale = self->scene->scale;
  options.dx = self->scene->dx;
  options.dy = self->scene->dy;
  options.x = self->area.x + margin;
  options.y = self->area.y + 8;
  options.width = MAX (self->area.width - 2 * margin, 1);
  options.height = MAX (self->area.height - 16, 1);
  options.gap = GIG_PILL_GAP * MIN (self->member_factor, 1.5);
  options.pad = 4 * MIN (self->member_factor, 2);
  options.min_scale = MIN_SCALE;
  options.more_width = 40 * self->member_factor;
  options.more_height = GIG_PILL_HEIGHT * self->member_factor;
  self->n_mores = gig_euler_layout_place_labels (self->scene->layout, &options, wanted, self->labels->len,
                                                 self->placements, self->mores);
  for (guint i = 0; i < self->labels->len; i++)
    n_hidden += self->placements[i].kind == GIG_EULER_PLACEMENT_HIDDEN;

  return n_hidden;
}

/* The largest drawing that leaves room for every label, led outside if need be. */
static void
fit_and_place (GigComposer *self)
{
  static const double fractions[] = { 1, 0.9, 0.8 };
  guint               best = 0;
  guint               best_hidden = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (fractions) && best_hidden > 0; i++)
    {
      guint n_hidden;

      fit_drawing (self, fractions[i]);
      n_hidden = place_labels (self);
      if (n_hidden < best_hidden)
        {
          best = i;
          best_hidden = n_hidden;
        }
    }
  if (best_hidden > 0)
    {
      fit_drawing (self, fractions[best]);
      place_labels (self);
    }
}

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
  self->placements = g_new0 (GigEulerPlacement, self->labels->len + 1);
  self->mores = g_new0 (GigEulerMore, self->labels->len + 1);
  self->name_factor = options->name_size > 0 ? options->name_size / gig_text_role_get_size (GIG_TEXT_NAME) : text_scale;
  self->member_factor = options->member_size > 0 ? options->member_size / gig_text_role_get_size (GIG_TEXT_MEMBER) : text_scale;
  self->note_factor = options->name_size > 0 ? MIN (self->name_factor, self->member_factor) : text_scale;
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
  fit_and_place (&composer);
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
