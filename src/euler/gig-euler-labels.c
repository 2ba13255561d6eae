/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-placer.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NAME_STEP      2.0
/* What a worse setting of a name costs, in px further down. */
#define WRAP_COST     90.0
#define SHRINK_COST  400.0
#define ARC_STEPS    160

void
gig_euler_place_options_init (GigEulerPlaceOptions *options,
                              const GigEulerLayout *layout,
                              double                width,
                              double                height)
{
  double scale = fmin (width / layout->width, height / layout->height);

  memset (options, 0, sizeof *options);
  options->scale = scale;
  options->dx = 0.5 * (width - scale * layout->width);
  options->dy = 0.5 * (height - scale * layout->height);
  options->width = width;
  options->height = height;
  options->gap = 8;
  options->pad = 4;
  options->min_scale = 0.8;
  options->more_width = 40;
  options->more_height = 28;
}

void
gig_euler_placer_variants (const GigEulerPlacer *self,
                           GigEulerVariant       variants[GIG_EULER_N_VARIANTS])
{
  double least = fmin (fmax (self->options->min_scale, 0.1), 1);
  double middle = 0.5 * (1 + least);

  variants[0] = (GigEulerVariant) { 1, false };
  variants[1] = (GigEulerVariant) { middle, false };
  variants[2] = (GigEulerVariant) { least, false };
  variants[3] = (GigEulerVariant) { 1, true };
  variants[4] = (GigEulerVariant) { middle, true };
  variants[5] = (GigEulerVariant) { least, true };
}

bool
gig_euler_placer_box (const GigEulerLabel   *label,
                      const GigEulerVariant *variant,
                      double                *width,
                      double                *height)
{
  if (variant->wrapped && !(label->wrapped_width > 0))
    return false;
  *width = variant->scale * (variant->wrapped ? label->wrapped_width : label->width);
  *height = variant->scale * (variant->wrapped ? label->wrapped_height : label->height);

  return true;
}

void
gig_euler_placer_put (GigEulerPlacer        *self,
                      size_t                 index,
                      GigEulerPlacementKind  kind,
                      double                 x,
                      double                 y,
                      const GigEulerVariant *variant)
{
  GigEulerPlacement *placement = &self->placements[index];
  double             width = 0, height = 0;

  gig_euler_placer_box (&self->labels[index], variant, &width, &height);
  placement->kind = kind;
  placement->x = x;
  placement->y = y;
  placement->scale = variant->scale;
  placement->wrapped = variant->wrapped;
  gig_euler_space_add (&self->space, index, x, y, width, height);
}

/* Names */

typedef struct
{
  double          cost;
  double          x;
  double          y;
  GigEulerVariant variant;
} NamePlace;

/* The highest place, but not far from under the top of the outline. */
static void
find_name_place (const GigEulerPlacer  *self,
                 GigEulerMask           zone,
                 double                 preferred_x,
                 const GigEulerVariant *variant,
                 double                 width,
                 double                 height,
                 NamePlace             *best)
{
  GigEulerBox extents;

  if (zone == 0 || !gig_euler_space_extents (&self->space, zone, &extents))
    return;
  for (double top = extents.y0; top + height < extents.y1; top += NAME_STEP)
    {
      GigEulerInterval spans[GIG_EULER_MAX_SPANS];
      unsigned         n_spans = gig_euler_space_row (&self->space, zone, top, top + height, spans);

      for (unsigned i = 0; i < n_spans; i++)
        {
          double low = spans[i].x0 + width / 2;
          double high = spans[i].x1 - width / 2;
          double centre = fmin (fmax (preferred_x, low), high);
          double cost = top - extents.y0 + 0.4 * fabs (centre - preferred_x) +
                        (variant->wrapped ? WRAP_COST : 0) + SHRINK_COST * (1 - variant->scale);

          if (low > high || cost >= best->cost)
            continue;
          *best = (NamePlace) { cost, centre, top + height / 2, *variant };
        }
    }
}

static void
place_name (GigEulerPlacer *self,
            size_t          index)
{
  const GigEulerLabel *label = &self->labels[index];
  GigEulerMask         home = gig_euler_layout_get_home (self->layout, label->set);
  double               pad = self->space.pad;
  NamePlace            best = { .cost = DBL_MAX };
  GigEulerVariant      variants[GIG_EULER_N_VARIANTS];

  gig_euler_placer_variants (self, variants);
  /* A name wants more air than a pill, which brings its own. */
  for (unsigned air = 2; air >= 1 && best.cost == DBL_MAX; air--)
    {
      self->space.pad = air * pad;
      for (unsigned i = 0; i < GIG_EULER_N_VARIANTS; i++)
        {
          double width, height;

          if (gig_euler_placer_box (label, &variants[i], &width, &height))
            find_name_place (self, home, self->space.shapes[label->set].x, &variants[i], width, height, &best);
        }
    }
  self->space.pad = pad;
  if (best.cost < DBL_MAX)
    gig_euler_placer_put (self, index, GIG_EULER_PLACEMENT_INSIDE, best.x, best.y, &best.variant);
}

void
gig_euler_placer_names (GigEulerPlacer *self)
{
  for (size_t i = 0; i < self->n_labels; i++)
    {
      if (self->labels[i].kind == GIG_EULER_LABEL_SET && self->labels[i].set < self->layout->n_sets)
        place_name (self, i);
    }
}

/* Items on a line */

static int
get_single_set (GigEulerMask mask)
{
  if (mask == 0 || (mask & (mask - 1)) != 0)
    return -1;
  for (int i = 0; i < GIG_EULER_MAX_SETS; i++)
    {
      if ((mask >> i & 1) != 0)
        return i;
    }

  return -1;
}

/* How far a box at a point of the arc is from what it must not touch; negative
 * when it does. Corners decide for convex sets; for sets it stays out of, so do
 * the points of its edges nearest to their centre. */
static double
judge_astride (const GigEulerPlacer *self,
               GigEulerMask          zone,
               int                   set,
               double                x,
               double                y,
               double                width,
               double                height)
{
  double clearance = DBL_MAX;

  for (unsigned i = 0; i < self->space.n_sets; i++)
    {
      const GigEulerShape *shape = &self->space.shapes[i];

      if ((int) i == set || (self->space.drawn >> i & 1) == 0)
        continue;
      for (unsigned k = 0; k < 9; k++)
        {
          double px = x + (k % 3 - 1.0) * width / 2;
          double py = y + (k / 3 - 1.0) * height / 2;
          double depth = gig_euler_space_depth (shape, px, py);

          clearance = fmin (clearance, (zone >> i & 1) != 0 ? depth : -depth);
        }
    }
  for (size_t i = 0; i < self->space.n_boxes; i++)
    {
      const GigEulerBox *box = &self->space.boxes[i];
      double             dx = fmax (box->x0 - x - width / 2, x - width / 2 - box->x1);
      double             dy = fmax (box->y0 - y - height / 2, y - height / 2 - box->y1);

      clearance = fmin (clearance, fmax (dx, dy) - self->space.gap + self->space.pad);
    }

  return clearance - self->space.pad;
}

/* Where the outline runs upright it parts the text best; the more room the better. */
static bool
find_astride_place (const GigEulerPlacer *self,
                    GigEulerMask          zone,
                    int                   set,
                    double                width,
                    double                height,
                    double               *x,
                    double               *y)
{
  const GigEulerShape *shape = &self->space.shapes[set];
  double               best = -DBL_MAX;

  for (unsigned i = 0; i < ARC_STEPS; i++)
    {
      double t = 2 * GIG_EULER_PI * i / ARC_STEPS;
      double px, py, nx, ny, clearance, score;

      gig_euler_shape_point (shape, t, &px, &py);
      clearance = judge_astride (self, zone, set, px, py, width, height);
      if (clearance < 0)
        continue;
      gig_euler_shape_nearest (shape, px, py, &nx, &ny);
      score = fmin (clearance, 24) / 24 + 1.2 * fabs (nx);
      if (score <= best)
        continue;
      best = score;
      *x = px;
      *y = py;
    }

  return best > -DBL_MAX;
}

void
gig_euler_placer_astride (GigEulerPlacer *self)
{
  GigEulerVariant variants[GIG_EULER_N_VARIANTS];

  gig_euler_placer_variants (self, variants);
  for (size_t i = 0; i < self->n_labels; i++)
    {
      const GigEulerLabel *label = &self->labels[i];
      int                  set = get_single_set (label->zone ^ label->other_zone);

      if (label->kind != GIG_EULER_LABEL_ITEM || label->zone == label->other_zone ||
          set < 0 || (unsigned) set >= self->layout->n_sets)
        continue;
      set = self->layout->same_as[set];
      for (unsigned k = 0; k < GIG_EULER_N_VARIANTS; k++)
        {
          double width, height;
          double x = 0;
          double y = 0;

          if (!gig_euler_placer_box (label, &variants[k], &width, &height) ||
              !find_astride_place (self, label->zone, set, width, height, &x, &y))
            continue;
          gig_euler_placer_put (self, i, GIG_EULER_PLACEMENT_ASTRIDE, x, y, &variants[k]);
          break;
        }
    }
}

/* All together */

static void
place_items (GigEulerPlacer *self)
{
  for (size_t i = 0; i < self->n_labels; i++)
    {
      if (self->labels[i].kind == GIG_EULER_LABEL_ITEM && self->labels[i].zone != 0 &&
          self->placements[i].kind == GIG_EULER_PLACEMENT_HIDDEN)
        gig_euler_placer_items (self, self->labels[i].zone);
    }
}

static void
place_rest_outside (GigEulerPlacer *self)
{
  for (size_t i = 0; i < self->n_labels; i++)
    {
      if (self->placements[i].kind == GIG_EULER_PLACEMENT_HIDDEN)
        gig_euler_placer_outside (self, i);
    }
}

static GigEulerMore *
find_more (GigEulerMore *mores,
           size_t       *n_mores,
           GigEulerMask  zone)
{
  for (size_t i = 0; i < *n_mores; i++)
    {
      if (mores[i].zone == zone)
        return &mores[i];
    }
  mores[*n_mores] = (GigEulerMore) { .zone = zone };

  return &mores[(*n_mores)++];
}

/* Makes room for "+n" by hiding the zone's last item too. */
static bool
hide_last_item (GigEulerPlacer *self,
                GigEulerMask    zone)
{
  for (size_t i = self->n_labels; i-- > 0;)
    {
      if (self->labels[i].kind != GIG_EULER_LABEL_ITEM || self->labels[i].zone != zone ||
          self->placements[i].kind != GIG_EULER_PLACEMENT_INSIDE)
        continue;
      self->placements[i].kind = GIG_EULER_PLACEMENT_HIDDEN;
      gig_euler_space_remove (&self->space, i);
      return true;
    }

  return false;
}

static void
place_more (GigEulerPlacer *self,
            GigEulerMore   *more)
{
  const GigEulerZone *zone = gig_euler_layout_find_zone (self->layout, more->zone);

  if (zone != NULL)
    {
      more->x = self->options->scale * zone->x + self->options->dx;
      more->y = self->options->scale * zone->y + self->options->dy;
    }
  if (!(self->options->more_width > 0) || zone == NULL)
    return;
  more->placed = gig_euler_placer_find_room (self, more->zone, self->options->more_width,
                                             self->options->more_height, &more->x, &more->y);
  if (more->placed || !hide_last_item (self, more->zone))
    return;
  more->count++;
  more->placed = gig_euler_placer_find_room (self, more->zone, self->options->more_width,
                                             self->options->more_height, &more->x, &more->y);
}

static size_t
place_mores (GigEulerPlacer *self,
             GigEulerMore   *mores)
{
  size_t n_mores = 0;

  if (mores == NULL)
    return 0;
  for (size_t i = 0; i < self->n_labels; i++)
    {
      if (self->labels[i].kind == GIG_EULER_LABEL_ITEM && self->placements[i].kind == GIG_EULER_PLACEMENT_HIDDEN)
        find_more (mores, &n_mores, self->labels[i].zone)->count++;
    }
  for (size_t i = 0; i < n_mores; i++)
    place_more (self, &mores[i]);

  return n_mores;
}

static void
fill_space (GigEulerPlacer *self)
{
  const GigEulerPlaceOptions *options = self->options;

  self->space.n_sets = self->layout->n_sets;
  self->space.gap = options->gap;
  self->space.pad = options->pad;
  self->space.area = (GigEulerBox) { options->x, options->y, options->x + options->width, options->y + options->height, 0 };
  for (unsigned i = 0; i < self->layout->n_sets; i++)
    {
      GigEulerEllipse ellipse = self->layout->ellipses[i];

      ellipse.cx = ellipse.cx * options->scale + options->dx;
      ellipse.cy = ellipse.cy * options->scale + options->dy;
      ellipse.rx *= options->scale;
      ellipse.ry *= options->scale;
      gig_euler_shape_from_ellipse (&self->space.shapes[i], &ellipse);
      if (ellipse.rx > 0 && self->layout->same_as[i] == i)
        self->space.drawn |= (GigEulerMask) 1 << i;
    }
}

size_t
gig_euler_layout_place_labels (const GigEulerLayout       *self,
                               const GigEulerPlaceOptions *options,
                               const GigEulerLabel        *labels,
                               size_t                      n_labels,
                               GigEulerPlacement          *placements,
                               GigEulerMore               *mores)
{
  GigEulerPlacer placer = { self, options, labels, n_labels, placements };
  size_t         n_mores;

  for (size_t i = 0; i < n_labels; i++)
    placements[i] = (GigEulerPlacement) { .kind = GIG_EULER_PLACEMENT_HIDDEN, .scale = 1 };
  placer.space.boxes = malloc ((n_labels + 1) * sizeof *placer.space.boxes);
  if (placer.space.boxes == NULL)
    return 0;
  fill_space (&placer);
  gig_euler_placer_names (&placer);
  gig_euler_placer_astride (&placer);
  place_items (&placer);
  place_rest_outside (&placer);
  n_mores = place_mores (&placer, mores);
  free (placer.space.boxes);

  return n_mores;
}
