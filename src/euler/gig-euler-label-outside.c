/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Labels that found no room in their zone: beside the drawing, where the leader
 * is shortest and crosses neither texts nor other leaders.
 */

#include "gig-euler-placer.h"

#include <float.h>
#include <math.h>

#define ROW_STEP        6.0
#define TEXT_PENALTY  260.0
#define LINE_PENALTY  180.0
#define COVER_PENALTY 150.0
#define LEADER_STEPS   60
#define LEADER_DEPTH    9.0

typedef struct
{
  double x;
  double y;
  double cost;
  double leader_x0;
  double leader_y0;
  double leader_x1;
  double leader_y1;
} Candidate;

static double
cross (double ax,
       double ay,
       double bx,
       double by)
{
  return ax * by - ay * bx;
}

static bool
segments_cross (const GigEulerPlacement *placed,
                const Candidate         *candidate)
{
  double ax = placed->leader_x1 - placed->leader_x0;
  double ay = placed->leader_y1 - placed->leader_y0;
  double bx = candidate->leader_x1 - candidate->leader_x0;
  double by = candidate->leader_y1 - candidate->leader_y0;
  double sx = candidate->leader_x0 - placed->leader_x0;
  double sy = candidate->leader_y0 - placed->leader_y0;
  double denominator = cross (ax, ay, bx, by);
  double t, u;

  if (fabs (denominator) < 1e-9)
    return false;
  t = cross (sx, sy, bx, by) / denominator;
  u = cross (sx, sy, ax, ay) / denominator;

  return t > 0 && t < 1 && u > 0 && u < 1;
}

/* The point of an outline nearest to a place. */
static void
find_on_outline (const GigEulerShape *shape,
                 double               x,
                 double               y,
                 double              *px,
                 double              *py)
{
  double nx, ny;
  double depth = gig_euler_shape_nearest (shape, x, y, &nx, &ny);

  *px = x + depth * nx;
  *py = y + depth * ny;
}

/* Whether a point of a set's outline lies in a set that does not contain it. */
static bool
is_covered (const GigEulerPlacer *self,
            unsigned              set,
            double                x,
            double                y)
{
  GigEulerMask home = gig_euler_layout_get_home (self->layout, set);

  for (unsigned i = 0; i < self->space.n_sets; i++)
    {
      if ((home >> i & 1) == 0 && (self->space.drawn >> i & 1) != 0 &&
          gig_euler_shape_level (&self->space.shapes[i], x, y) < 1)
        return true;
    }

  return false;
}

static void
judge (const GigEulerPlacer *self,
       const GigEulerLabel  *label,
       Candidate            *candidate,
       double                width,
       double                height,
       double                tx,
       double                ty)
{
  if (label->kind == GIG_EULER_LABEL_SET)
    find_on_outline (&self->space.shapes[label->set], candidate->x, candidate->y, &tx, &ty);
  candidate->leader_x0 = fmin (fmax (tx, candidate->x - width / 2), candidate->x + width / 2);
  candidate->leader_y0 = fmin (fmax (ty, candidate->y - height / 2), candidate->y + height / 2);
  candidate->leader_x1 = tx;
  candidate->leader_y1 = ty;
  candidate->cost = hypot (tx - candidate->leader_x0, ty - candidate->leader_y0);
  candidate->cost += TEXT_PENALTY * gig_euler_space_crossings (&self->space, candidate->leader_x0, candidate->leader_y0, tx, ty);
  if (label->kind == GIG_EULER_LABEL_SET && is_covered (self, label->set, tx, ty))
    candidate->cost += COVER_PENALTY;
  for (size_t i = 0; i < self->n_labels; i++)
    {
      if (self->placements[i].kind == GIG_EULER_PLACEMENT_OUTSIDE &&
          segments_cross (&self->placements[i], candidate))
        candidate->cost += LINE_PENALTY;
    }
}

static bool
search (const GigEulerPlacer *self,
        const GigEulerLabel  *label,
        double                width,
        double                height,
        double                tx,
        double                ty,
        Candidate            *best)
{
  *best = (Candidate) { .cost = DBL_MAX };
  for (double y = self->space.area.y0; y + height <= self->space.area.y1; y += ROW_STEP)
    {
      GigEulerInterval spans[GIG_EULER_MAX_SPANS];
      unsigned     n_spans = gig_euler_space_row (&self->space, 0, y, y + height, spans);

      for (unsigned i = 0; i < n_spans; i++)
        {
          double    low = spans[i].x0 + width / 2;
          double    high = spans[i].x1 - width / 2;
          Candidate candidate = { .y = y + height / 2 };

          if (low > high)
            continue;
          candidate.x = fmin (fmax (tx, low), high);
          judge (self, label, &candidate, width, height, tx, ty);
          if (candidate.cost < best->cost)
            *best = candidate;
        }
    }

  return best->cost < DBL_MAX;
}

/* Where a leader is bound for: the roomiest spot of the zone; a name's ends on its
 * outline. */
static bool
find_target (const GigEulerPlacer *self,
             const GigEulerLabel  *label,
             double               *x,
             double               *y)
{
  const GigEulerZone *zone;

  if (label->kind == GIG_EULER_LABEL_SET)
    {
      const GigEulerShape *shape = &self->space.shapes[label->set];

      if (shape->a <= 0)
        return false;
      *x = shape->x;
      *y = shape->y;
      return true;
    }
  if (label->zone == 0)
    return false;
  if (gig_euler_space_pole (&self->space, label->zone, 0, HUGE_VAL, x, y) > 3)
    return true;
  zone = gig_euler_layout_find_zone (self->layout, label->zone);
  if (zone == NULL)
    return false;
  *x = self->options->scale * zone->x + self->options->dx;
  *y = self->options->scale * zone->y + self->options->dy;

  return true;
}

/* A leader ends as soon as it is well inside the zone. */
static void
shorten (const GigEulerPlacer *self,
         GigEulerMask          zone,
         GigEulerPlacement    *placement)
{
  for (unsigned i = 1; i < LEADER_STEPS; i++)
    {
      double t = (double) i / LEADER_STEPS;
      double x = placement->leader_x0 + t * (placement->leader_x1 - placement->leader_x0);
      double y = placement->leader_y0 + t * (placement->leader_y1 - placement->leader_y0);

      if (gig_euler_space_clearance (&self->space, zone, x, y) < LEADER_DEPTH)
        continue;
      placement->leader_x1 = x;
      placement->leader_y1 = y;
      return;
    }
}

void
gig_euler_placer_outside (GigEulerPlacer *self,
                          size_t          index)
{
  const GigEulerLabel *label = &self->labels[index];
  GigEulerPlacement   *placement = &self->placements[index];
  GigEulerVariant      variants[GIG_EULER_N_VARIANTS];
  double               x = 0.5 * (self->space.area.x0 + self->space.area.x1);
  double               y = self->space.area.y1;
  bool                 has_target = find_target (self, label, &x, &y);

  gig_euler_placer_variants (self, variants);
  for (unsigned i = 0; i < GIG_EULER_N_VARIANTS; i++)
    {
      Candidate best;
      double    width, height;

      if (!gig_euler_placer_box (label, &variants[i], &width, &height) ||
          !search (self, label, width, height, x, y, &best))
        continue;
      gig_euler_placer_put (self, index, GIG_EULER_PLACEMENT_OUTSIDE, best.x, best.y, &variants[i]);
      placement->leader_x0 = best.leader_x0;
      placement->leader_y0 = best.leader_y0;
      placement->leader_x1 = has_target ? best.leader_x1 : best.leader_x0;
      placement->leader_y1 = has_target ? best.leader_y1 : best.leader_y0;
      if (has_target && label->kind == GIG_EULER_LABEL_ITEM)
        shorten (self, label->zone, placement);
      return;
    }
}
