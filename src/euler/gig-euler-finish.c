/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the solver's shapes to the layout: zones with outlines and poles, homes,
 * items on lines, and an honest account of what is wrong with the picture. */

#include "gig-euler-pole.h"
#include "gig-euler-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BIT(i) ((GigEulerMask) 1 << (i))

/* A zone of less than this share of the drawing is nobody's to see. */
#define VISIBLE_SHARE 1e-5

/* A required zone below this share counts as missing. */
#define REQUIRED_SHARE 1e-3

/* Outlines nearer than this share of the diagonal seem to touch. */
#define MIN_GAP 0.004

#define MAX_DIAG_ERROR 0.01

typedef struct
{
  GigEulerLayout        *layout;
  const GigEulerBuilder *builder;
  const GigEulerSystem  *system;
  const GigEulerAnswer  *answer;
  GigEulerEffort        *effort;
  GigEulerArrangement    walk;
  GigEulerMask           curves;
  double                 total;
  double                 diagonal;
  int                   *trace_spans;
  size_t                *trace_starts;
  double                *trace_areas;
} Finish;

static void
add_problem (GigEulerLayout     *self,
             GigEulerProblemKind kind,
             GigEulerMask        mask,
             unsigned            set,
             unsigned            other,
             unsigned            item)
{
  if (self->n_problems < self->max_problems)
    self->problems[self->n_problems++] = (GigEulerProblem) { kind, mask, set, other, item };
}

static void
place_sets (Finish *finish)
{
  GigEulerLayout *self = finish->layout;
  const GigEulerSystem *system = finish->system;

  self->box[0] = self->box[1] = INFINITY;
  self->box[2] = self->box[3] = -INFINITY;
  for (unsigned i = 0; i < self->n_sets; i++)
    {
      unsigned curve = system->curve_of[i];
      double hx, hy;

      self->keys[i] = finish->builder->keys[i];
      self->same_as[i] = i;
      if (curve == GIG_EULER_NO_CURVE)
        {
          self->ellipses[i] = (GigEulerEllipse) { self->width / 2, self->height / 2, 0, 0, 0 };
          add_problem (self, GIG_EULER_PROBLEM_EMPTY_SET, 0, i, 0, 0);
          self->ok = false;
          continue;
        }
      self->same_as[i] = (unsigned) __builtin_ctz (system->sets_of[curve]);
      self->drawn |= BIT (i);
      gig_euler_shape_to_ellipse (&finish->answer->shapes[curve], &self->ellipses[i]);
      gig_euler_shape_from_ellipse (&self->shapes[i], &self->ellipses[i]);
      gig_euler_shape_extents (&self->shapes[i], &hx, &hy);
      self->box[0] = fmin (self->box[0], self->shapes[i].x - hx);
      self->box[1] = fmin (self->box[1], self->shapes[i].y - hy);
      self->box[2] = fmax (self->box[2], self->shapes[i].x + hx);
      self->box[3] = fmax (self->box[3], self->shapes[i].y + hy);
    }
  if (self->drawn == 0)
    {
      self->box[0] = self->box[2] = self->width / 2;
      self->box[1] = self->box[3] = self->height / 2;
    }
  finish->diagonal = hypot (self->box[2] - self->box[0], self->box[3] - self->box[1]);
}

static int
compare_zones (const void *a,
               const void *b)
{
  const GigEulerZone *p = a, *q = b;
  unsigned np = gig_euler_popcount (p->mask), nq = gig_euler_popcount (q->mask);

  if (np != nq)
    return np < nq ? -1 : 1;

  return p->mask < q->mask ? -1 : p->mask > q->mask;
}

/* The zones, with curves still as their masks. */
static void
collect_zones (Finish *finish)
{
  GigEulerLayout *self = finish->layout;

  for (size_t i = 0; i < finish->walk.n_faces; i++)
    finish->total += fmax (0, finish->walk.faces[i].area);
  for (size_t i = 0; i < finish->walk.n_faces; i++)
    {
      const GigEulerFace *face = &finish->walk.faces[i];
      const GigEulerNeed *need = gig_euler_system_find (finish->system, face->mask);
      GigEulerZone *zone;

      if (face->area < VISIBLE_SHARE * finish->total)
        continue;
      zone = &self->zones[self->n_zones++];
      zone->mask = face->mask;
      zone->area = face->area;
      zone->required = need != NULL;
      zone->weight = need != NULL ? need->weight : 0;
      zone->radius = gig_euler_zone_pole (finish->answer->shapes, finish->system->n_curves,
                                          finish->curves, face->mask,
                                          finish->diagonal * 5e-4, finish->effort, &zone->x, &zone->y);
    }
  qsort (self->zones, self->n_zones, sizeof *self->zones, compare_zones);
}

static void
outline_zone (Finish       *finish,
              GigEulerZone *zone,
              size_t       *n_contours,
              size_t       *n_arcs)
{
  GigEulerLayout *self = finish->layout;
  size_t n = gig_euler_arrangement_trace (&finish->walk, finish->answer->shapes, zone->mask,
                                          finish->trace_spans, finish->trace_starts,
                                          finish->trace_areas);

  zone->contours = &self->contours[*n_contours];
  for (size_t i = 0; i < n; i++)
    {
      GigEulerContour *contour = &self->contours[(*n_contours)++];

      contour->arcs = &self->arcs[*n_arcs];
      contour->n_arcs = finish->trace_starts[i + 1] - finish->trace_starts[i];
      contour->hole = finish->trace_areas[i] < 0;
      zone->n_contours++;
      if (finish->trace_areas[i] > VISIBLE_SHARE * finish->total)
        zone->n_pieces++;
      for (size_t k = finish->trace_starts[i]; k < finish->trace_starts[i + 1]; k++)
        {
          int index = finish->trace_spans[k];
          const GigEulerSpan *span = &finish->walk.spans[index < 0 ? ~index : index];
          unsigned set = (unsigned) __builtin_ctz (finish->system->sets_of[span->set]);
          /* A layout's ellipse may be the shape turned by a multiple of π. */
          double turn = finish->answer->shapes[span->set].phi - self->shapes[set].phi;

          self->arcs[(*n_arcs)++] = index < 0
            ? (GigEulerArc) { set, span->t1 + turn, span->t0 + turn }
            : (GigEulerArc) { set, span->t0 + turn, span->t1 + turn };
        }
    }
}

/* The widest place on the arcs between the two zones of an item on a line. */
static void
place_between (Finish       *finish,
               GigEulerItem *item,
               GigEulerMask  from,
               GigEulerMask  to)
{
  const GigEulerShape *shapes = finish->answer->shapes;
  double best = 0;

  for (size_t i = 0; i < finish->walk.n_spans; i++)
    {
      const GigEulerSpan *span = &finish->walk.spans[i];
      GigEulerMask inner = span->outer | BIT (span->set);

      if (!((span->outer == from && inner == to) || (span->outer == to && inner == from)))
        continue;
      for (unsigned k = 0; k < 24; k++)
        {
          double t = span->t0 + (k + 0.5) / 24 * (span->t1 - span->t0), x, y, room = INFINITY;

          gig_euler_shape_point (&shapes[span->set], t, &x, &y);
          for (unsigned j = 0; j < finish->system->n_curves; j++)
            if (j != span->set)
              room = fmin (room, fabs (gig_euler_shape_depth (&shapes[j], x, y)));
          if (room <= best)
            continue;
          best = room;
          item->placed = true;
          item->set = (unsigned) __builtin_ctz (finish->system->sets_of[span->set]);
          item->x = x;
          item->y = y;
          item->angle = atan2 (sin (t) / shapes[span->set].b, cos (t) / shapes[span->set].a) +
                        shapes[span->set].phi + (span->outer == from ? GIG_EULER_PI : 0);
          item->angle = remainder (item->angle, 2 * GIG_EULER_PI);
        }
    }
}

static void
place_items (Finish *finish)
{
  GigEulerLayout *self = finish->layout;

  for (size_t i = 0; i < self->n_items; i++)
    {
      const GigEulerItemBox *box = &finish->builder->items[i];
      GigEulerItem *item = &self->items[i];

      *item = (GigEulerItem) { box->zone, box->other_zone, false, 0, 0, 0, 0 };
      if (box->zone == box->other_zone)
        {
          const GigEulerZone *zone = gig_euler_layout_find_zone (self, box->zone);

          if (zone != NULL)
            {
              item->placed = true;
              item->x = zone->x;
              item->y = zone->y;
            }
        }
      else
        {
          bool exact_from, exact_to;
          GigEulerMask from = gig_euler_system_to_curves (finish->system, box->zone, &exact_from);
          GigEulerMask to = gig_euler_system_to_curves (finish->system, box->other_zone, &exact_to);

          if (exact_from && exact_to)
            place_between (finish, item, from, to);
          if (!item->placed)
            add_problem (self, GIG_EULER_PROBLEM_NO_COMMON_ARC, 0, 0, 0, (unsigned) i);
        }
    }
}

static void
find_homes (GigEulerLayout *self)
{
  for (unsigned i = 0; i < self->n_sets; i++)
    {
      const GigEulerZone *home = NULL;

      for (size_t z = 0; z < self->n_zones; z++)
        {
          const GigEulerZone *zone = &self->zones[z];

          if (!zone->required || !(zone->mask >> i & 1))
            continue;
          if (home == NULL || (gig_euler_popcount (zone->mask) == gig_euler_popcount (home->mask) &&
                               zone->area > home->area))
            home = zone;
        }
      if (home != NULL)
        self->homes[i] = home->mask;
    }
}

static void
judge_zones (Finish *finish)
{
  GigEulerLayout *self = finish->layout;
  GigEulerQuality *quality = &self->quality;

  quality->min_inradius = 1;
  for (size_t i = 0; i < finish->system->n_needs; i++)
    {
      const GigEulerFace *face = gig_euler_arrangement_find (&finish->walk, finish->system->needs[i].mask);
      GigEulerMask mask = gig_euler_system_to_sets (finish->system, finish->system->needs[i].mask);

      if (face == NULL || face->area < REQUIRED_SHARE * finish->total)
        {
          add_problem (self, GIG_EULER_PROBLEM_MISSING_ZONE, mask, 0, 0, 0);
          quality->min_inradius = 0;
          self->ok = false;
        }
    }
  for (size_t i = 0; i < self->n_zones; i++)
    {
      const GigEulerZone *zone = &self->zones[i];

      if (!zone->required)
        {
          add_problem (self, GIG_EULER_PROBLEM_EXTRA_ZONE, zone->mask, 0, 0, 0);
          self->ok = false;
          continue;
        }
      quality->min_inradius = fmin (quality->min_inradius, zone->radius / finish->diagonal);
      if (zone->n_pieces > 1)
        {
          add_problem (self, GIG_EULER_PROBLEM_SPLIT_ZONE, zone->mask, 0, 0, 0);
          self->ok = false;
        }
    }
  if (finish->answer->undrawable != 0)
    add_problem (self, GIG_EULER_PROBLEM_UNDRAWABLE,
                 gig_euler_system_to_sets (finish->system, finish->answer->undrawable), 0, 0, 0);
}

static void
judge_gaps (Finish *finish)
{
  const GigEulerSystem *system = finish->system;

  finish->layout->quality.min_clearance = 1;
  for (unsigned i = 0; i < system->n_curves; i++)
    for (unsigned j = i + 1; j < system->n_curves; j++)
      {
        double gap;

        if (system->relation[i][j] == GIG_EULER_CROSSING)
          continue;
        gap = gig_euler_shape_gap (&finish->answer->shapes[i], &finish->answer->shapes[j]) /
              finish->diagonal;
        finish->layout->quality.min_clearance = fmin (finish->layout->quality.min_clearance, gap);
        if (gap < MIN_GAP)
          add_problem (finish->layout, GIG_EULER_PROBLEM_TOUCHING, 0,
                       (unsigned) __builtin_ctz (system->sets_of[i]),
                       (unsigned) __builtin_ctz (system->sets_of[j]), 0);
      }
}

static void
judge_areas (Finish *finish)
{
  GigEulerLayout *self = finish->layout;
  double fo = 0, oo = 0, ff = 0, residual = 0;

  if (!self->proportional)
    return;

  for (size_t i = 0; i < self->n_zones; i++)
    {
      double share = self->zones[i].area / finish->total, error = fabs (share - self->zones[i].weight);

      self->quality.diag_error = fmax (self->quality.diag_error, error);
      if (error >= MAX_DIAG_ERROR)
        add_problem (self, GIG_EULER_PROBLEM_AREA, self->zones[i].mask, 0, 0, 0);
      fo += share * self->zones[i].weight;
      oo += self->zones[i].weight * self->zones[i].weight;
      ff += share * share;
    }
  for (size_t i = 0; i < self->n_zones && oo > 0; i++)
    {
      double r = self->zones[i].area / finish->total - fo / oo * self->zones[i].weight;

      residual += r * r;
    }
  self->quality.stress = ff > 0 ? residual / ff : 0;
}

static bool
reserve (Finish *finish)
{
  GigEulerLayout *self = finish->layout;
  size_t n = finish->walk.n_spans + 1;

  self->n_items = finish->builder->n_items;
  self->max_problems = finish->system->n_needs + 3 * finish->walk.n_faces + self->n_items * 2 +
                       (size_t) self->n_sets * (self->n_sets + 2) + 1;
  self->zones = calloc (finish->walk.n_faces + 1, sizeof *self->zones);
  self->contours = calloc (2 * n, sizeof *self->contours);
  self->arcs = calloc (2 * n, sizeof *self->arcs);
  self->items = calloc (self->n_items + 1, sizeof *self->items);
  self->problems = calloc (self->max_problems, sizeof *self->problems);
  finish->trace_spans = malloc (n * sizeof *finish->trace_spans);
  finish->trace_starts = malloc ((n + 1) * sizeof *finish->trace_starts);
  finish->trace_areas = malloc (n * sizeof *finish->trace_areas);

  return self->zones && self->contours && self->arcs && self->items && self->problems &&
         finish->trace_spans && finish->trace_starts && finish->trace_areas;
}

static void
fill (Finish *finish)
{
  GigEulerLayout *self = finish->layout;
  size_t n_contours = 0, n_arcs = 0;

  place_sets (finish);
  collect_zones (finish);
  for (size_t i = 0; i < self->n_zones; i++)
    outline_zone (finish, &self->zones[i], &n_contours, &n_arcs);
  for (size_t i = 0; i < self->n_zones; i++)
    self->zones[i].mask = gig_euler_system_to_sets (finish->system, self->zones[i].mask);
  qsort (self->zones, self->n_zones, sizeof *self->zones, compare_zones);
  find_homes (self);
  judge_zones (finish);
  judge_gaps (finish);
  judge_areas (finish);
  place_items (finish);
}

GigEulerLayout *
gig_euler_layout_new (const GigEulerBuilder *builder,
                      const GigEulerSystem  *system,
                      const GigEulerAnswer  *answer,
                      GigEulerEffort        *effort)
{
  GigEulerLayout *self = calloc (1, sizeof *self);
  Finish finish = { 0 };
  bool done = false;

  if (self == NULL)
    return NULL;
  atomic_init (&self->ref_count, 1);
  self->n_sets = builder->n_sets;
  self->ok = true;
  self->proportional = builder->proportional;
  gig_euler_canvas_get_size (builder->canvas, &self->width, &self->height);
  self->quality.n_starts = answer->n_starts;
  self->quality.warm = answer->warm;

  finish.layout = self;
  finish.builder = builder;
  finish.system = system;
  finish.answer = answer;
  finish.effort = effort;
  finish.curves = BIT (system->n_curves) - 1;
  if (gig_euler_arrangement_init (&finish.walk, system->n_curves))
    {
      gig_euler_arrangement_walk (&finish.walk, answer->shapes, system->n_curves, finish.curves);
      done = reserve (&finish);
    }
  if (done)
    fill (&finish);
  gig_euler_arrangement_clear (&finish.walk);
  free (finish.trace_spans);
  free (finish.trace_starts);
  free (finish.trace_areas);
  if (!done || effort->cancelled)
    {
      gig_euler_layout_unref (self);
      return NULL;
    }

  return self;
}
