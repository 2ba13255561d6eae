/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the labels of a scene go: all of one kind in one size, as large as they
 * fit; what does not fit then is behind “+n”, a few are led outside by a line. */

#include "gig-scene.h"

#include "gig-scene-private.h"

#include <math.h>

#define AIR             GIG_SCENE_AIR
#define MIN_SCALE        0.8
#define MIDDLE_SCALE     0.9
/* A line more is one too many to follow. */
#define MAX_LEADERS      1
/* How far an area may change, relative, before the labels are arranged anew. */
#define SAME_AREA        0.08
/* Between a debated member and an outline, px at nominal size. */
#define NEAR_PAD         8.0
#define NEAR_STEP        5.0
#define N_SAMPLES       72

typedef struct
{
  guint n_hidden;
  guint n_outside;      /* members and “+n” */
  guint n_names;        /* led outside or hidden */
} Result;

static void
fit_drawing (GigComposer *self,
             double       fraction)
{
  GigScene *scene = self->scene;
  double    x, y, width, height;
  double    air = MIN (AIR, MIN (self->area.width, self->area.height) / 20);

  gig_euler_layout_get_bounds (scene->layout, &x, &y, &width, &height);
  width = MAX (width, 1);
  height = MAX (height, 1);
  scene->scale = MIN ((self->area.width - 2 * air) / width, (self->area.height - 2 * air) / height) * fraction;
  scene->scale = MAX (scene->scale, 1e-3);
  scene->dx = self->area.x + self->area.width / 2 - scene->scale * (x + width / 2);
  scene->dy = self->area.y + self->area.height / 2 - scene->scale * (y + height / 2);
}

static gboolean
is_wall (GigComposer *self)
{
  return self->options->name_size > 0;
}

static const GigLabel *
get_label (GigComposer *self,
           guint        index)
{
  return &g_array_index (self->labels, GigLabel, index);
}

static void
get_box (GigComposer *self,
         guint        index,
         double      *width,
         double      *height)
{
  const GigLabel          *label = get_label (self, index);
  const GigEulerPlacement *placement = &self->placements[index];
  double                   factor = label->kind == GIG_LABEL_SET ? self->name_factor : self->member_factor;

  *width = (placement->wrapped ? label->box.wrapped_width : label->box.width) * factor * placement->scale;
  *height = (placement->wrapped ? label->box.wrapped_height : label->box.height) * factor * placement->scale;
}

/* --- Debated members that have no line to stand on --- */

/* The set that a member would also be in, when the two zones do not meet; else -1. */
static int
get_distant_set (GigComposer *self,
                 guint        index)
{
  const GigLabel *label = get_label (self, index);
  int             set;

  if (label->kind != GIG_LABEL_MEMBER || label->zone != label->other_zone || label->member->disputed == NULL
      || (self->options->flags & GIG_SCENE_NUMBERED) != 0)
    return -1;
  set = gig_view_find_set (self->options->view, label->member->disputed);
  if (set < 0 || (guint) set >= self->n_sets || gig_euler_layout_get_ellipse (self->scene->layout, set)->rx <= 0)
    return -1;

  return set;
}

/* Whether a box, and some air around it, is wholly in a zone and covers no label. */
static gboolean
is_free (GigComposer *self,
         guint        index,
         double       x,
         double       y,
         double       width,
         double       height)
{
  GigScene   *scene = self->scene;
  GigZoneMask zone = get_label (self, index)->zone;
  double      pad = NEAR_PAD * MIN (self->member_factor, 1.5);

  for (guint i = 0; i < 15; i++)
    {
      double px = x + (i % 5 / 4.0 - 0.5) * (width + 2 * pad);
      double py = y + (i / 5 / 2.0 - 0.5) * (height + 2 * pad);

      if (gig_euler_layout_zone_at (scene->layout, (px - scene->dx) / scene->scale, (py - scene->dy) / scene->scale) != zone)
        return FALSE;
    }
  for (guint i = 0; i < self->labels->len; i++)
    {
      const GigEulerPlacement *other = &self->placements[i];
      double                   other_width, other_height;

      if (i == index || other->kind == GIG_EULER_PLACEMENT_HIDDEN)
        continue;
      get_box (self, i, &other_width, &other_height);
      if (fabs (other->x - x) < (width + other_width) / 2 + pad && fabs (other->y - y) < (height + other_height) / 2 + pad)
        return FALSE;
    }

  return TRUE;
}

/* A free place in its zone, as near as can be to the set it may be in. */
static gboolean
place_near (GigComposer *self,
            guint        index,
            int          set,
            double       size)
{
  GigEulerPlacement *placement = &self->placements[index];
  GigEulerEllipse    ellipse = gig_scene_map_ellipse (self->scene, gig_euler_layout_get_ellipse (self->scene->layout, set));
  double             limit = MAX (self->area.width, self->area.height) / 2;
  double             width, height;

  *placement = (GigEulerPlacement) { .kind = GIG_EULER_PLACEMENT_HIDDEN, .scale = size };
  get_box (self, index, &width, &height);
  for (double distance = NEAR_STEP; distance < limit; distance += NEAR_STEP)
    for (guint i = 0; i < N_SAMPLES; i++)
      {
        GigEulerEllipse around = ellipse;
        double          x, y;

        around.rx += width / 2 + distance;
        around.ry += height / 2 + distance;
        gig_euler_ellipse_point (&around, 2 * G_PI * i / N_SAMPLES, &x, &y);
        if (!is_free (self, index, x, y, width, height))
          continue;
        placement->kind = GIG_EULER_PLACEMENT_INSIDE;
        placement->x = x;
        placement->y = y;
        return TRUE;
      }

  return FALSE;
}

/* --- One attempt --- */

static void
init_options (GigComposer          *self,
              GigEulerPlaceOptions *options,
              double                size,
              double                min_scale)
{
  gboolean wall = is_wall (self);
  /* A wall's own margin begins where the air does. */
  double margin = wall ? AIR : CLAMP (8 * self->member_factor, 8, AIR);
  double top = wall && self->area.y <= 0 ? AIR : 8;
  double bottom = wall ? AIR : 8;

  gig_euler_place_options_init (options, self->scene->layout, self->area.width, self->area.height);
  options->scale = self->scene->scale;
  options->dx = self->scene->dx;
  options->dy = self->scene->dy;
  options->x = self->area.x + (self->column > 0 ? 0 : margin);
  options->y = self->area.y + top;
  options->width = MAX (self->area.x + self->area.width - margin - options->x, 1);
  options->height = MAX (self->area.y + self->area.height - bottom - options->y, 1);
  options->gap = GIG_PILL_GAP * MIN (self->member_factor, 1.5) * size;
  options->pad = 4 * MIN (self->member_factor, 2) * size;
  options->min_scale = min_scale;
  options->more_width = 40 * self->member_factor * size;
  options->more_height = GIG_PILL_HEIGHT * self->member_factor * size;
}

static GigEulerLabel
make_wanted (GigComposer *self,
             guint        index,
             double       size)
{
  const GigLabel *label = get_label (self, index);
  double          factor = (label->kind == GIG_LABEL_SET ? self->name_factor : self->member_factor) * size;

  return (GigEulerLabel) {
    .kind = label->kind == GIG_LABEL_SET ? GIG_EULER_LABEL_SET : GIG_EULER_LABEL_ITEM,
    .set = label->set,
    .zone = label->zone,
    .other_zone = label->other_zone,
    .width = label->box.width * factor,
    .height = label->box.height * factor,
    .wrapped_width = label->box.wrapped_width * factor,
    .wrapped_height = label->box.wrapped_height * factor,
    .keep = label->kind == GIG_LABEL_MORE,
  };
}

/* Places all labels, but those with a distant set only if @all. */
static void
place_by_engine (GigComposer *self,
                 double       size,
                 double       min_scale,
                 gboolean     all)
{
  g_autofree GigEulerLabel     *wanted = g_new0 (GigEulerLabel, self->labels->len + 1);
  g_autofree GigEulerPlacement *found = g_new0 (GigEulerPlacement, self->labels->len + 1);
  g_autofree guint             *indices = g_new0 (guint, self->labels->len + 1);
  GigEulerPlaceOptions          options;
  guint                         n = 0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      self->placements[i] = (GigEulerPlacement) { .kind = GIG_EULER_PLACEMENT_HIDDEN, .scale = size };
      if (get_label (self, i)->beside || (!all && get_distant_set (self, i) >= 0))
        continue;
      wanted[n] = make_wanted (self, i, size);
      indices[n++] = i;
    }
  init_options (self, &options, size, min_scale);
  self->n_mores = gig_euler_layout_place_labels (self->scene->layout, &options, wanted, n, found, self->mores);
  for (guint i = 0; i < n; i++)
    {
      self->placements[indices[i]] = found[i];
      self->placements[indices[i]].scale *= size;
    }
}

static Result
place (GigComposer *self,
       double       size,
       double       min_scale)
{
  Result   result = { 0 };
  gboolean near = TRUE;

  self->scene->recipe.size = size;
  place_by_engine (self, size, min_scale, FALSE);
  for (guint i = 0; i < self->labels->len; i++)
    {
      int set = get_distant_set (self, i);

      if (set >= 0 && !place_near (self, i, set, size))
        near = FALSE;
    }
  if (!near)
    place_by_engine (self, size, min_scale, TRUE);
  for (guint i = 0; i < self->labels->len; i++)
    {
      gboolean outside = self->placements[i].kind == GIG_EULER_PLACEMENT_OUTSIDE;
      gboolean hidden = self->placements[i].kind == GIG_EULER_PLACEMENT_HIDDEN;

      if (get_label (self, i)->beside)
        continue;
      result.n_hidden += hidden;
      if (get_label (self, i)->kind == GIG_LABEL_SET)
        result.n_names += outside || hidden;
      else
        result.n_outside += outside;
    }

  return result;
}

/* --- All attempts --- */

static gboolean
is_perfect (const Result *result)
{
  return result->n_hidden + result->n_outside + result->n_names == 0;
}

/* Everything in the largest of a few sizes in which it has room. */
static Result
place_in_best_size (GigComposer *self)
{
  Result result = place (self, 1, 1);

  if (is_perfect (&result))
    return result;
  result = place (self, MIN_SCALE, 1);
  if (!is_perfect (&result))
    return result;
  result = place (self, MIDDLE_SCALE, 1);

  return is_perfect (&result) ? result : place (self, MIN_SCALE, 1);
}

static gboolean
is_crowded (const Result *result)
{
  return result->n_outside > MAX_LEADERS || result->n_hidden > 0;
}

static gboolean
is_in_drawing (GigComposer *self,
               guint        index)
{
  return self->placements[index].kind == GIG_EULER_PLACEMENT_INSIDE
         || self->placements[index].kind == GIG_EULER_PLACEMENT_ASTRIDE;
}

/* The member of a zone that its “+n” takes over next: one without room, the least
 * important first; of one whose “+n” has no room itself, any. Else -1. */
static int
find_member_to_drop (GigComposer *self,
                     guint        label_index)
{
  const GigLabel *label = get_label (self, label_index);

  if (is_in_drawing (self, label_index) || label->kind == GIG_LABEL_SET)
    return -1;
  if (label->kind == GIG_LABEL_MEMBER)
    return label_index;
  for (guint i = self->labels->len; i > 0; i--)
    {
      const GigLabel *other = get_label (self, i - 1);

      if (other->kind == GIG_LABEL_MEMBER && other->zone == label->zone)
        return i - 1;
    }

  return -1;
}

static void
drop (GigComposer *self,
      guint        index)
{
  GigRecipe *recipe = &self->scene->recipe;

  if (recipe->dropped == NULL)
    recipe->dropped = g_ptr_array_new ();
  g_ptr_array_add (recipe->dropped, (gpointer) get_label (self, index)->member);
  gig_labels_drop_member (self->labels, index, self->context);
}

/* Whether another member stands where this one has no room. */
static gboolean
is_spare (GigComposer *self,
          guint        index)
{
  const GigLabel *label = get_label (self, index);

  if (label->kind != GIG_LABEL_MEMBER || is_in_drawing (self, index))
    return FALSE;
  for (guint i = 0; i < self->labels->len; i++)
    {
      const GigLabel *other = get_label (self, i);

      if (other->kind == GIG_LABEL_MEMBER && other->zone == label->zone && is_in_drawing (self, i))
        return TRUE;
    }

  return FALSE;
}

/* Whether some members, at the end of the list first, were left to their zone's
 * “+n”: with @only_spare those that leave another one there. */
static gboolean
drop_members (GigComposer *self,
              gboolean     only_spare)
{
  g_autofree gboolean *dropped = g_new0 (gboolean, self->labels->len + 1);
  gboolean             any = FALSE;

  for (guint i = self->labels->len; i > 0; i--)
    {
      int index = only_spare ? (is_spare (self, i - 1) ? (int) i - 1 : -1) : find_member_to_drop (self, i - 1);

      if (index >= 0)
        dropped[index] = TRUE;
    }
  /* From the end on, so that the other indices stay. */
  for (guint i = self->labels->len; i > 0; i--)
    if (dropped[i - 1])
      {
        drop (self, i - 1);
        any = TRUE;
      }

  return any;
}

/* On a very small drawing even “+n” has no room in some zones: the words have them all. */
static gboolean
leave_mores_out (GigComposer *self)
{
  guint n = self->labels->len;

  for (guint i = n; i > 0; i--)
    if (get_label (self, i - 1)->kind == GIG_LABEL_MORE && !is_in_drawing (self, i - 1))
      g_array_remove_index (self->labels, i - 1);

  return self->labels->len < n;
}

/* The largest drawing that leaves room for every label, led outside if need be. */
static void
place_all (GigComposer *self,
           double       size,
           double       min_scale)
{
  static const double fractions[] = { 1, 0.9, 0.8 };
  guint               best = 0;
  guint               best_hidden = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (fractions) && best_hidden > 0; i++)
    {
      guint n_hidden;

      fit_drawing (self, fractions[i]);
      n_hidden = place (self, size, min_scale).n_hidden;
      if (n_hidden < best_hidden)
        {
          best = i;
          best_hidden = n_hidden;
        }
    }
  if (best_hidden > 0)
    {
      fit_drawing (self, fractions[best]);
      place (self, size, min_scale);
    }
}

static Result
place_anew (GigComposer *self)
{
  Result result = place_in_best_size (self);

  if (result.n_outside + result.n_hidden == 0)
    return result;
  while (drop_members (self, TRUE))
    result = place (self, MIN_SCALE, 1);
  while (is_crowded (&result) && drop_members (self, FALSE))
    result = place (self, MIN_SCALE, 1);
  if (is_crowded (&result) && leave_mores_out (self))
    {
      self->scene->recipe.no_mores = TRUE;
      result = place (self, MIN_SCALE, 1);
    }

  return is_perfect (&result) ? place_in_best_size (self) : result;
}

/* As the scene before, if that still does. */
static gboolean
place_as_before (GigComposer *self,
                 GigScene    *previous)
{
  GigScene        *scene = self->scene;
  const GigRecipe *before = &previous->recipe;
  Result           result;

  if (previous->view != scene->view || previous->layout != scene->layout || before->width <= 0
      || before->name_factor != self->name_factor || before->member_factor != self->member_factor
      || before->max_members != self->options->max_members
      || fabs (self->area.width - before->width) > SAME_AREA * before->width
      || fabs (self->area.height - before->height) > SAME_AREA * before->height)
    return FALSE;
  for (guint i = 0; before->dropped != NULL && i < before->dropped->len; i++)
    for (guint j = 0; j < self->labels->len; j++)
      if (get_label (self, j)->kind == GIG_LABEL_MEMBER && get_label (self, j)->member == g_ptr_array_index (before->dropped, i))
        {
          drop (self, j);
          break;
        }
  result = place (self, before->size, 1);
  if (before->no_mores && leave_mores_out (self))
    result = place (self, before->size, 1);
  scene->recipe.no_mores = before->no_mores;
  scene->recipe.width = before->width;
  scene->recipe.height = before->height;

  return is_perfect (&result) || (before->size <= MIN_SCALE && !is_crowded (&result));
}

/* The labels before anything was dropped. */
static void
start_again (GigComposer *self)
{
  const GigSceneOptions *options = self->options;

  g_clear_pointer (&self->scene->recipe.dropped, g_ptr_array_unref);
  self->scene->recipe.no_mores = FALSE;
  g_array_unref (self->labels);
  self->labels = gig_labels_new (options->lesson, options->view, self->context, options->flags, options->max_members);
}

void
gig_composer_place_labels (GigComposer *self)
{
  GigRecipe *recipe = &self->scene->recipe;
  gboolean   may_drop = (self->options->flags & (GIG_SCENE_NO_MORE | GIG_SCENE_NO_MEMBERS)) == 0
                        && self->options->only_members == NULL;
  Result     result;

  /* A member that is left to a “+n” may need one more label. */
  self->placements = g_new0 (GigEulerPlacement, 2 * self->labels->len + 1);
  self->mores = g_new0 (GigEulerMore, 2 * self->labels->len + 1);
  recipe->name_factor = self->name_factor;
  recipe->member_factor = self->member_factor;
  recipe->max_members = self->options->max_members;
  fit_drawing (self, 1);
  if (may_drop && self->options->previous != NULL)
    {
      if (place_as_before (self, self->options->previous))
        return;
      start_again (self);
    }
  recipe->width = self->area.width;
  recipe->height = self->area.height;
  if (is_wall (self))
    {
      /* A name is as large as it must be, or elsewhere. */
      place_all (self, 1, 1);
      return;
    }
  result = may_drop ? place_anew (self) : place_in_best_size (self);
  /* Without “+n” each label gets what size it can. */
  if (may_drop && result.n_hidden > 0)
    place_all (self, MIN_SCALE, 1);
  else if (!may_drop && !is_perfect (&result))
    place_all (self, 1, MIN_SCALE);
}
