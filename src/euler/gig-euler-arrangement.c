/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-arrangement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NO_FACE UINT32_MAX

bool
gig_euler_arrangement_init (GigEulerArrangement *self,
                            unsigned             max_sets)
{
  size_t n = max_sets;

  memset (self, 0, sizeof *self);
  self->max_sets = max_sets;
  self->max_crossings = 2 * n * (n - (n > 0)) + 1;
  self->max_spans = 2 * self->max_crossings + n;
  /* Euler's formula: as many zones as crossings, one a connected piece more;
   * touching outlines can add some, so leave room. */
  self->max_faces = 2 * self->max_spans + 2;
  for (self->n_slots = 16; self->n_slots < 2 * self->max_faces; self->n_slots *= 2)
    ;
  self->crossings = malloc (self->max_crossings * sizeof *self->crossings);
  self->spans = malloc ((self->max_spans + 1) * sizeof *self->spans);
  self->faces = malloc (self->max_faces * sizeof *self->faces);
  self->slots = malloc (self->n_slots * sizeof *self->slots);
  self->ends = malloc ((self->max_spans + 1) * sizeof *self->ends);

  return self->crossings && self->spans && self->faces && self->slots && self->ends;
}

void
gig_euler_arrangement_clear (GigEulerArrangement *self)
{
  free (self->crossings);
  free (self->spans);
  free (self->faces);
  free (self->slots);
  free (self->ends);
  memset (self, 0, sizeof *self);
}

double
gig_euler_shape_sweep (const GigEulerShape *shape,
                       double               t0,
                       double               t1)
{
  double x0, y0, x1, y1;

  gig_euler_shape_point (shape, t0, &x0, &y0);
  gig_euler_shape_point (shape, t1, &x1, &y1);

  return 0.5 * (shape->a * shape->b * (t1 - t0) +
                shape->x * (y1 - y0) - shape->y * (x1 - x0));
}

static size_t
slot_of (const GigEulerArrangement *self,
         GigEulerMask               mask)
{
  size_t slot = (mask * 2654435769u) & (self->n_slots - 1);

  while (self->slots[slot] != NO_FACE && self->faces[self->slots[slot]].mask != mask)
    slot = (slot + 1) & (self->n_slots - 1);

  return slot;
}

GigEulerFace *
gig_euler_arrangement_find (const GigEulerArrangement *self,
                            GigEulerMask               mask)
{
  size_t slot = slot_of (self, mask);

  return self->slots[slot] == NO_FACE ? NULL : &self->faces[self->slots[slot]];
}

static void
add_to_face (GigEulerArrangement *self,
             GigEulerMask         mask,
             double               area)
{
  size_t slot = slot_of (self, mask);

  if (self->slots[slot] == NO_FACE)
    {
      if (self->n_faces == self->max_faces)
        return;
      self->slots[slot] = (uint32_t) self->n_faces;
      self->faces[self->n_faces++] = (GigEulerFace) { mask, 0, 0 };
    }
  self->faces[self->slots[slot]].area += area;
  self->faces[self->slots[slot]].n_spans++;
}

static void
find_crossings (GigEulerArrangement *self,
                const GigEulerShape *shapes,
                GigEulerMask         drawn)
{
  GigEulerCut cuts[4];

  self->n_crossings = 0;
  for (unsigned i = 0; i < self->n_sets; i++)
    for (unsigned j = i + 1; j < self->n_sets; j++)
      {
        unsigned n;

        if (!(drawn >> i & 1) || !(drawn >> j & 1))
          continue;
        n = gig_euler_shape_cuts (&shapes[i], &shapes[j], cuts);
        for (unsigned k = 0; k < n && self->n_crossings < self->max_crossings; k++)
          self->crossings[self->n_crossings++] =
            (GigEulerCrossing) { { i, j }, { cuts[k].t, cuts[k].u } };
      }
}

/* The sets but @set that contain the point of its outline at @t. */
static GigEulerMask
mask_at (const GigEulerArrangement *self,
         const GigEulerShape       *shapes,
         GigEulerMask               drawn,
         unsigned                   set,
         double                     t)
{
  GigEulerMask mask = 0;
  double x, y;

  gig_euler_shape_point (&shapes[set], t, &x, &y);
  for (unsigned k = 0; k < self->n_sets; k++)
    if (k != set && (drawn >> k & 1) && gig_euler_shape_level (&shapes[k], x, y) < 1)
      mask |= (GigEulerMask) 1 << k;

  return mask;
}

static void
add_span (GigEulerArrangement *self,
          const GigEulerShape *shapes,
          GigEulerMask         drawn,
          GigEulerSpan         span)
{
  double sweep;

  span.outer = mask_at (self, shapes, drawn, span.set, 0.5 * (span.t0 + span.t1));
  self->spans[self->n_spans++] = span;
  sweep = gig_euler_shape_sweep (&shapes[span.set], span.t0, span.t1);
  add_to_face (self, span.outer | (GigEulerMask) 1 << span.set, sweep);
  if (span.outer != 0)
    add_to_face (self, span.outer, -sweep);
}

/* Cuts one outline: an insertion sort, because there are few crossings. */
static void
walk_outline (GigEulerArrangement *self,
              const GigEulerShape *shapes,
              GigEulerMask         drawn,
              unsigned             set)
{
  uint32_t *order = self->ends;
  size_t n = 0;

  for (size_t i = 0; i < self->n_crossings; i++)
    {
      const GigEulerCrossing *c = &self->crossings[i];
      int side = c->set[0] == set ? 0 : c->set[1] == set ? 1 : -1;
      size_t k = n;

      if (side < 0)
        continue;
      for (; k > 0; k--)
        {
          const GigEulerCrossing *o = &self->crossings[order[k - 1]];

          if (o->t[o->set[1] == set] <= c->t[side])
            break;
          order[k] = order[k - 1];
        }
      order[k] = (uint32_t) i;
      n++;
    }

  if (n == 0)
    {
      add_span (self, shapes, drawn, (GigEulerSpan) { set, 0, 2 * GIG_EULER_PI, -1, -1, 0 });
      return;
    }
  for (size_t k = 0; k < n; k++)
    {
      const GigEulerCrossing *c = &self->crossings[order[k]];
      const GigEulerCrossing *d = &self->crossings[order[(k + 1) % n]];
      double t0 = c->t[c->set[1] == set], t1 = d->t[d->set[1] == set];

      if (k + 1 == n)
        t1 += 2 * GIG_EULER_PI;
      add_span (self, shapes, drawn,
                (GigEulerSpan) { set, t0, t1, (int) order[k], (int) order[(k + 1) % n], 0 });
    }
}

void
gig_euler_arrangement_walk (GigEulerArrangement *self,
                            const GigEulerShape *shapes,
                            unsigned             n_sets,
                            GigEulerMask         drawn)
{
  self->n_sets = n_sets < self->max_sets ? n_sets : self->max_sets;
  self->n_spans = 0;
  self->n_faces = 0;
  memset (self->slots, 0xff, self->n_slots * sizeof *self->slots);
  find_crossings (self, shapes, drawn);
  for (unsigned i = 0; i < self->n_sets; i++)
    {
      self->first_span[i] = self->n_spans;
      if (drawn >> i & 1)
        walk_outline (self, shapes, drawn, i);
    }
  self->first_span[self->n_sets] = self->n_spans;
}

static bool
is_side (const GigEulerSpan *span,
         GigEulerMask        mask,
         bool               *forward)
{
  *forward = (span->outer | (GigEulerMask) 1 << span->set) == mask;

  return *forward || span->outer == mask;
}

/* The span that goes on along @mask from crossing @v on the other outline. */
static int
next_span (const GigEulerArrangement *self,
           GigEulerMask               mask,
           int                        v,
           unsigned                   from,
           const bool                *used)
{
  const GigEulerCrossing *c = &self->crossings[v];

  /* The other outline first: two zones of one outline meet at a crossing only
   * when three outlines pass through one point. */
  for (unsigned turn = 0; turn < 2; turn++)
    {
      unsigned set = (c->set[0] == from) == (turn == 0) ? c->set[1] : c->set[0];

      for (size_t i = self->first_span[set]; i < self->first_span[set + 1]; i++)
        {
          bool forward;

          if (used[i] || !is_side (&self->spans[i], mask, &forward))
            continue;
          if (forward && self->spans[i].v0 == v)
            return (int) i;
          if (!forward && self->spans[i].v1 == v)
            return ~(int) i;
        }
    }

  return INT32_MAX;
}

static double
directed_sweep (const GigEulerArrangement *self,
                const GigEulerShape       *shapes,
                int                        i)
{
  const GigEulerSpan *span = &self->spans[i < 0 ? ~i : i];
  double sweep = gig_euler_shape_sweep (&shapes[span->set], span->t0, span->t1);

  return i < 0 ? -sweep : sweep;
}

size_t
gig_euler_arrangement_trace (const GigEulerArrangement *self,
                             const GigEulerShape       *shapes,
                             GigEulerMask               mask,
                             int                       *spans,
                             size_t                    *starts,
                             double                    *areas)
{
  bool *used = (bool *) self->ends; /* free between walks */
  size_t n = 0, n_contours = 0;

  memset (used, 0, self->n_spans * sizeof *used);
  for (size_t first = 0; first < self->n_spans; first++)
    {
      bool forward;
      int i;

      if (used[first] || !is_side (&self->spans[first], mask, &forward))
        continue;
      starts[n_contours] = n;
      areas[n_contours] = 0;
      for (i = forward ? (int) first : ~(int) first; i != INT32_MAX;)
        {
          const GigEulerSpan *span = &self->spans[i < 0 ? ~i : i];
          int v = i < 0 ? span->v0 : span->v1;

          used[i < 0 ? ~i : i] = true;
          spans[n++] = i;
          areas[n_contours] += directed_sweep (self, shapes, i);
          i = v < 0 ? INT32_MAX : next_span (self, mask, v, span->set, used);
        }
      n_contours++;
    }
  starts[n_contours] = n;

  return n_contours;
}

uint64_t
gig_euler_arrangement_cost (const GigEulerArrangement *self)
{
  uint64_t n = self->n_sets;

  return n * n * 250 + self->n_spans * (n * 8 + 100) + n * self->n_crossings * 2;
}
