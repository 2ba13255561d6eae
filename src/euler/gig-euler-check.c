/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-check.h"

#include "gig-euler-pole.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool
gig_euler_check_init (GigEulerCheck *self,
                      unsigned       max_curves)
{
  bool done;
  size_t n;

  memset (self, 0, sizeof *self);
  done = gig_euler_arrangement_init (&self->walk, max_curves);
  n = self->walk.max_spans + 1;
  self->spans = malloc (n * sizeof *self->spans);
  self->starts = malloc ((n + 1) * sizeof *self->starts);
  self->areas = malloc (n * sizeof *self->areas);

  return done && self->spans && self->starts && self->areas;
}

void
gig_euler_check_clear (GigEulerCheck *self)
{
  gig_euler_arrangement_clear (&self->walk);
  free (self->spans);
  free (self->starts);
  free (self->areas);
  memset (self, 0, sizeof *self);
}

static bool
contains (const GigEulerMask *masks,
          size_t              n,
          GigEulerMask        mask)
{
  for (size_t i = 0; i < n; i++)
    if (masks[i] == mask)
      return true;

  return false;
}

static GigEulerFault *
add_fault (GigEulerCheck    *self,
           GigEulerFaultKind kind,
           GigEulerMask      mask,
           double            share)
{
  unsigned *counts[] = { &self->n_missing, &self->n_unwanted, &self->n_split, &self->n_hollow };
  GigEulerFault *fault;

  (*counts[kind])++;
  if (self->n_faults == GIG_EULER_MAX_FAULTS)
    return NULL;
  fault = &self->faults[self->n_faults++];
  *fault = (GigEulerFault) { kind, mask, 0, 0, 0, share };

  return fault;
}

/* A deepest point of one piece of a zone: from beside the middle of its longest
 * arc uphill. */
static void
find_depth (GigEulerCheck       *self,
            const GigEulerShape *shapes,
            GigEulerFault       *fault,
            size_t               contour)
{
  unsigned n = self->walk.n_sets;
  GigEulerMask drawn = ((GigEulerMask) 1 << n) - 1;
  double longest = -1, size = sqrt (fabs (self->areas[contour]));

  for (size_t k = self->starts[contour]; k < self->starts[contour + 1]; k++)
    {
      int i = self->spans[k];
      const GigEulerSpan *span = &self->walk.spans[i < 0 ? ~i : i];
      const GigEulerShape *shape = &shapes[span->set];
      double length = (span->t1 - span->t0) * (shape->a + shape->b);
      double x, y, nx, ny, d;

      if (length <= longest)
        continue;
      longest = length;
      gig_euler_shape_point (shape, 0.5 * (span->t0 + span->t1), &x, &y);
      gig_euler_shape_nearest (shape, x, y, &nx, &ny);
      d = (i < 0 ? 0.02 : -0.02) * size;
      fault->x = x + d * nx;
      fault->y = y + d * ny;
    }
  fault->depth = gig_euler_zone_climb (shapes, n, drawn, fault->mask, 0.25 * size,
                                       0.03 * size, &fault->x, &fault->y);
}

/* The pieces of a zone that are not wanted: all of them, all but the largest,
 * or, for the outside, those that are walled in. */
static void
fault_pieces (GigEulerCheck       *self,
              const GigEulerShape *shapes,
              GigEulerMask         mask,
              GigEulerFaultKind    kind,
              double               least)
{
  size_t n = gig_euler_arrangement_trace (&self->walk, shapes, mask, self->spans, self->starts,
                                          self->areas);
  size_t largest = n;

  if (kind == GIG_EULER_FAULT_SPLIT)
    for (size_t i = 0; i < n; i++)
      if (largest == n || self->areas[i] > self->areas[largest])
        largest = i;
  for (size_t i = 0; i < n; i++)
    {
      GigEulerFault *fault;

      if (i == largest || self->areas[i] <= least * self->total)
        continue;
      fault = add_fault (self, kind, mask, self->areas[i] / self->total);
      if (fault != NULL)
        find_depth (self, shapes, fault, i);
    }
}

bool
gig_euler_check_run (GigEulerCheck       *self,
                     const GigEulerShape *shapes,
                     unsigned             n_curves,
                     const GigEulerMask  *wanted,
                     size_t               n_wanted,
                     const GigEulerMask  *tolerated,
                     size_t               n_tolerated,
                     double               min_share)
{
  const GigEulerArrangement *walk = &self->walk;

  gig_euler_arrangement_walk (&self->walk, shapes, n_curves, ((GigEulerMask) 1 << n_curves) - 1);
  self->n_faults = self->n_missing = self->n_unwanted = self->n_split = self->n_hollow = 0;
  self->total = 0;
  for (size_t i = 0; i < walk->n_faces; i++)
    self->total += fmax (0, walk->faces[i].area);
  for (size_t i = 0; i < n_wanted; i++)
    {
      const GigEulerFace *face = gig_euler_arrangement_find (walk, wanted[i]);

      if (face == NULL || face->area < min_share * self->total)
        add_fault (self, GIG_EULER_FAULT_MISSING, wanted[i],
                   face != NULL ? face->area / self->total : 0);
    }
  for (size_t i = 0; i < walk->n_faces; i++)
    {
      GigEulerMask mask = walk->faces[i].mask;

      if (contains (wanted, n_wanted, mask))
        fault_pieces (self, shapes, mask, GIG_EULER_FAULT_SPLIT, 0.01 * min_share);
      else if (walk->faces[i].area > 0.01 * min_share * self->total &&
               !contains (tolerated, n_tolerated, mask))
        fault_pieces (self, shapes, mask, GIG_EULER_FAULT_UNWANTED, 0.001 * min_share);
    }
  fault_pieces (self, shapes, 0, GIG_EULER_FAULT_HOLLOW, 0.01 * min_share);

  return self->n_missing + self->n_unwanted + self->n_split == 0;
}

uint64_t
gig_euler_check_cost (const GigEulerCheck *self,
                      size_t               n_masks)
{
  const GigEulerArrangement *walk = &self->walk;

  return gig_euler_arrangement_cost (walk) + walk->n_faces * (4 * walk->n_spans + 2 * n_masks) +
         (uint64_t) self->n_faults * walk->n_sets * 6000;
}
