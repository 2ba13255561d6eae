/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-areas.h"

#include "gig-euler-cuts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BIT(i) ((GigEulerMask) 1 << (i))

/* Zones below this share of the area are too small to count. */
#define MIN_SHARE 0.0012

/* Least distance of a crossing from a third outline, px. */
#define MAX_NECK 4.0

/* The error of area that is as bad as outlines a px too near: where the areas
 * cannot be had, the outlines keep apart all the same. */
#define TOUCHING 0.02

/* How much nearer than wished they may come, px: still 0.4 % of the diagonal. */
#define SLACK 1.5

/* Rooms need not grow beyond this. */
#define MAX_ROOM_SCALE 6.0

/* A diagError below this is exact for anyone who looks. */
#define EXACT 1e-5

bool
gig_euler_areas_init (GigEulerAreas        *self,
                      const GigEulerSystem *system)
{
  memset (self, 0, sizeof *self);
  self->system = system;
  self->row = calloc (5 * GIG_EULER_MAX_SETS + 2, sizeof *self->row);
  self->weights = calloc (system->n_needs + 1, sizeof *self->weights);
  self->first_weights = calloc (system->n_needs + 1, sizeof *self->weights);

  return gig_euler_arrangement_init (&self->walk, system->n_curves) &&
         self->row != NULL && self->weights != NULL && self->first_weights != NULL;
}

void
gig_euler_areas_clear (GigEulerAreas *self)
{
  gig_euler_arrangement_clear (&self->walk);
  free (self->row);
  free (self->weights);
  free (self->first_weights);
}

/*
 * How an area grows when an arc of its outline moves with the unknowns of the
 * ellipse: the integral of the outward speed of the outline.
 */
static void
add_arc (const GigEulerAreas *self,
         const GigEulerSpan  *span,
         double               sign,
         double              *row)
{
  const GigEulerShape *s = &self->model->shapes[span->set];
  double *d = row + gig_euler_model_curve_at (self->model, span->set) - 2 * self->model->n_rooms;
  double x0, y0, x1, y1, t = span->t1 - span->t0;
  double sine = sin (2 * span->t1) - sin (2 * span->t0);
  double cosine = cos (2 * span->t1) - cos (2 * span->t0);

  gig_euler_shape_point (s, span->t0, &x0, &y0);
  gig_euler_shape_point (s, span->t1, &x1, &y1);
  d[0] += sign * (y1 - y0);
  d[1] -= sign * (x1 - x0);
  if (!self->model->ellipses)
    {
      d[2] += sign * s->a * t;
    }
  else
    {
      d[2] += sign * s->b * (t / 2 + sine / 4);
      d[3] += sign * s->a * (t / 2 - sine / 4);
      d[4] -= sign * (s->a * s->a - s->b * s->b) * cosine / 4 / GIG_EULER_TURN_RADIUS;
    }
}

/* One row a zone: (area − weight·σ²)/σ, in px, where σ² is the total area. */
static void
add_zone (GigEulerAreas  *self,
          GigEulerNormal *normal,
          GigEulerMask    mask,
          double          area,
          double          weight,
          double          sigma)
{
  unsigned at = 2 * self->model->n_rooms, n = normal->n - at;
  double k = self->weight / sigma, residual = k * (area - weight * sigma * sigma);

  memset (self->row, 0, n * sizeof *self->row);
  for (size_t i = 0; i < self->walk.n_spans; i++)
    {
      const GigEulerSpan *span = &self->walk.spans[i];

      if ((span->outer | BIT (span->set)) == mask)
        add_arc (self, span, k, self->row);
      else if (span->outer == mask)
        add_arc (self, span, -k, self->row);
    }
  self->row[n - 1] = -2 * weight * self->weight - residual / sigma;
  gig_euler_normal_add_dense (normal, residual, at, n, self->row);
}

/* The normal of an outline at parameter @t. */
static void
normal_at (const GigEulerShape *s,
           double               t,
           double              *nx,
           double              *ny)
{
  double u = cos (t) / s->a, v = sin (t) / s->b, length = sqrt (u * u + v * v);

  *nx = (u * s->c - v * s->s) / length;
  *ny = (u * s->s + v * s->c) / length;
}

/* Whether the four zones around a crossing of @i and @j may exist. */
static bool
is_wanted_around (const GigEulerAreas *self,
                  GigEulerMask         base,
                  unsigned             i,
                  unsigned             j)
{
  const GigEulerMask masks[] = { base, base | BIT (i), base | BIT (j), base | BIT (i) | BIT (j) };

  for (unsigned m = 0; m < 4; m++)
    if (masks[m] != 0 && gig_euler_system_find (self->system, masks[m]) == NULL)
      return false;

  return true;
}

/*
 * A third outline must not run through a crossing: the zones there would be
 * slivers and their necks thin. With n_k = α n_i + β n_j the crossing moves
 * against outline k as α times the motion of i plus β times that of j.
 */
static void
part_crossing (GigEulerAreas          *self,
               GigEulerNormal         *normal,
               const GigEulerCrossing *crossing)
{
  const GigEulerModel *model = self->model;
  unsigned i = crossing->set[0], j = crossing->set[1];
  double x, y, n[3][2], det, level[GIG_EULER_MAX_SETS];
  GigEulerMask base = 0;

  gig_euler_shape_point (&model->shapes[i], crossing->t[0], &x, &y);
  for (unsigned k = 0; k < model->n_curves; k++)
    {
      level[k] = gig_euler_shape_level (&model->shapes[k], x, y);
      if (level[k] < 1)
        base |= BIT (k);
    }
  normal_at (&model->shapes[i], crossing->t[0], &n[0][0], &n[0][1]);
  normal_at (&model->shapes[j], crossing->t[1], &n[1][0], &n[1][1]);
  det = n[0][0] * n[1][1] - n[0][1] * n[1][0];
  if (fabs (det) < 0.15)
    return;
  for (unsigned k = 0; k < model->n_curves; k++)
    {
      const GigEulerShape *s = &model->shapes[k];
      double depth, alpha, beta, side;
      GigEulerRow row = { 0 };

      /* (√level − 1)·b is a lower bound of the distance. */
      if (k == i || k == j || fabs (sqrt (level[k]) - 1) * fmin (s->a, s->b) > self->neck)
        continue;
      depth = gig_euler_shape_nearest (s, x, y, &n[2][0], &n[2][1]);
      side = depth < 0 ? -1 : 1;
      if (fabs (depth) >= self->neck || !is_wanted_around (self, base & ~(BIT (i) | BIT (j)), i, j))
        continue;
      alpha = (n[2][0] * n[1][1] - n[2][1] * n[1][0]) / det;
      beta = (n[0][0] * n[2][1] - n[0][1] * n[2][0]) / det;
      gig_euler_model_add_curve (model, &row, i, n[0][0], n[0][1], side * alpha);
      gig_euler_model_add_curve (model, &row, j, n[1][0], n[1][1], side * beta);
      gig_euler_model_add_curve (model, &row, k, n[2][0], n[2][1], -side);
      gig_euler_normal_add_hinge (normal, self->neck - fabs (depth), &row);
    }
}

static bool
add_areas (void           *data,
           const double   *x,
           GigEulerNormal *normal)
{
  GigEulerAreas *self = data;
  const GigEulerModel *model = self->model;
  double sigma = x[gig_euler_model_scale_at (model) + 1];
  uint64_t n_unknowns;

  if (!(sigma > 1))
    return false;
  gig_euler_arrangement_walk (&self->walk, model->shapes, model->n_curves, BIT (model->n_curves) - 1);
  for (size_t z = 0; z < self->system->n_needs; z++)
    {
      const GigEulerNeed *need = &self->system->needs[z];
      const GigEulerFace *face = gig_euler_arrangement_find (&self->walk, need->mask);

      add_zone (self, normal, need->mask, face != NULL ? face->area : 0, self->weights[z], sigma);
    }
  for (size_t f = 0; f < self->walk.n_faces; f++)
    if (gig_euler_system_find (self->system, self->walk.faces[f].mask) == NULL)
      add_zone (self, normal, self->walk.faces[f].mask, self->walk.faces[f].area, 0, sigma);
  for (size_t i = 0; self->neck > 0 && i < self->walk.n_crossings; i++)
    part_crossing (self, normal, &self->walk.crossings[i]);
  n_unknowns = normal->n - 2 * model->n_rooms;
  normal->cost += gig_euler_arrangement_cost (&self->walk) +
                  self->walk.n_crossings * model->n_curves * 20 +
                  (self->system->n_needs + self->walk.n_faces) *
                  (self->walk.n_spans * 2 + n_unknowns * n_unknowns / 2);

  return true;
}

double
gig_euler_areas_error (GigEulerAreas       *self,
                       const GigEulerShape *shapes)
{
  double total = 0, error = 0;

  gig_euler_arrangement_walk (&self->walk, shapes, self->system->n_curves,
                              BIT (self->system->n_curves) - 1);
  for (size_t f = 0; f < self->walk.n_faces; f++)
    total += fmax (0, self->walk.faces[f].area);
  for (size_t z = 0; z < self->system->n_needs; z++)
    if (gig_euler_arrangement_find (&self->walk, self->system->needs[z].mask) == NULL)
      error = fmax (error, self->system->needs[z].weight);
  for (size_t f = 0; f < self->walk.n_faces; f++)
    {
      const GigEulerNeed *need = gig_euler_system_find (self->system, self->walk.faces[f].mask);

      error = fmax (error, fabs (self->walk.faces[f].area / total - (need != NULL ? need->weight : 0)));
    }

  return error;
}

/* Runs the model and says how wrong the areas then are; outlines that nearly
 * touch count as wrong areas, and wrong zones make it infinite. */
static double
run (GigEulerAreas *self,
     GigEulerWork  *work,
     GigEulerDraft *draft,
     GigEulerShape *shapes,
     unsigned       steps)
{
  GigEulerModel *model = work->model;
  unsigned n = gig_euler_model_n_unknowns (model);

  gig_euler_optimiser_run (&work->optimiser, n, work->x, steps, 1e-7,
                           gig_euler_model_residuals, model);
  gig_euler_model_unpack (model, work->x, shapes);
  if (!gig_euler_work_check (work, shapes, model->n_curves, draft->wanted, draft->n_wanted,
                            draft->tolerated, draft->n_tolerated, MIN_SHARE))
    {
      gig_euler_model_unpack (model, work->x, model->shapes);
      gig_euler_model_cut (model, &work->check);
      return INFINITY;
    }

  return gig_euler_areas_error (self, shapes) +
         TOUCHING * fmax (0, gig_euler_model_violation (model, work->x) - SLACK);
}

static void
keep (GigEulerWork        *work,
      GigEulerDraft       *draft,
      GigEulerContent     *content,
      const GigEulerShape *shapes)
{
  memcpy (draft->shapes, shapes, work->model->n_curves * sizeof *shapes);
  memcpy (content->x, work->x, 2 * content->n_rooms * sizeof *work->x);
}

static void
load (GigEulerAreas         *self,
      GigEulerWork          *work,
      GigEulerDraft         *draft,
      GigEulerContent       *content,
      bool                   ellipses)
{
  GigEulerModel *model = work->model;
  double total = 0;

  gig_euler_refine_load (work, draft, content, ellipses);
  self->model = model;
  self->weight = 4;
  model->extra = add_areas;
  model->extra_data = self;
  model->n_extra = 1;
  model->roundness = 0.002;
  model->gravity = 0;
  gig_euler_model_skyline (model, work->optimiser.first);
  gig_euler_arrangement_walk (&self->walk, draft->shapes, model->n_curves, BIT (model->n_curves) - 1);
  for (size_t f = 0; f < self->walk.n_faces; f++)
    total += fmax (0, self->walk.faces[f].area);
  work->x[gig_euler_model_scale_at (model) + 1] = sqrt (total);
  for (size_t z = 0; z < self->system->n_needs; z++)
    {
      const GigEulerFace *face = gig_euler_arrangement_find (&self->walk, self->system->needs[z].mask);

      self->first_weights[z] = face != NULL ? face->area / total : 0;
    }
  model->scale = self->keep_scale > 0 ? self->keep_scale : 0.15;
  model->spring = self->keep_scale > 0 ? 0.01 : 0;
  work->x[gig_euler_model_scale_at (model)] = model->scale * GIG_EULER_ROOM_UNIT;
}

/* Weights part of the way from those of the first drawing to the wanted ones. */
static void
blend (GigEulerAreas *self,
       double         progress)
{
  for (size_t z = 0; z < self->system->n_needs; z++)
    self->weights[z] = (1 - progress) * self->first_weights[z] +
                       progress * self->system->needs[z].weight;
}

/* Follows the weights from the first drawing's to the wanted ones as far as the
 * zones stay right: the last right drawing is the nearest that can be had. */
static double
follow (GigEulerAreas   *self,
        GigEulerWork    *work,
        GigEulerDraft   *draft,
        GigEulerContent *content)
{
  GigEulerModel *model = work->model;
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
  unsigned n = gig_euler_model_n_unknowns (model);
  double progress = 0, stride = 0.5, best = INFINITY;

  memcpy (work->kept, work->x, n * sizeof *work->x);
  while (stride > 0.02 && progress < 1 && !gig_euler_effort_is_over (work->effort))
    {
      double next = fmin (1, progress + stride), error;

      blend (self, next);
      error = run (self, work, draft, shapes, 20);
      if (isfinite (error) && gig_euler_model_violation (model, work->x) < SLACK)
        {
          progress = next;
          stride *= 1.3;
          best = error;
          keep (work, draft, content, shapes);
          memcpy (work->kept, work->x, n * sizeof *work->x);
        }
      else
        {
          stride *= 0.5;
          memcpy (work->x, work->kept, n * sizeof *work->x);
        }
    }
  blend (self, 1);

  return best;
}

/* Lets the rooms grow in ever smaller strides while the areas stay exact. */
static double
grow (GigEulerAreas   *self,
      GigEulerWork    *work,
      GigEulerDraft   *draft,
      GigEulerContent *content,
      double           error)
{
  GigEulerModel *model = work->model;
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
  unsigned n = gig_euler_model_n_unknowns (model);
  double reached = model->scale, stride = 1.5;

  memcpy (work->kept, work->x, n * sizeof *work->x);
  while (stride > 1.03 && reached < MAX_ROOM_SCALE && !gig_euler_effort_is_over (work->effort))
    {
      double next;

      model->scale = reached * stride;
      self->neck = fmin (MAX_NECK, 3 * model->scale);
      work->x[gig_euler_model_scale_at (model)] = model->scale * GIG_EULER_ROOM_UNIT;
      next = run (self, work, draft, shapes, 15);
      if (next < 3 * EXACT && gig_euler_model_violation (model, work->x) < 0.5)
        {
          error = next;
          reached = model->scale;
          keep (work, draft, content, shapes);
          memcpy (work->kept, work->x, n * sizeof *work->x);
        }
      else
        {
          stride = sqrt (stride);
          memcpy (work->x, work->kept, n * sizeof *work->x);
        }
    }
  self->room_scale = reached;

  return error;
}

double
gig_euler_areas_fit (GigEulerAreas   *self,
                     GigEulerWork    *work,
                     GigEulerDraft   *draft,
                     GigEulerContent *content,
                     bool             ellipses,
                     bool             patient)
{
  GigEulerModel *model = work->model;
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
  double best = INFINITY;

  load (self, work, draft, content, ellipses);
  self->room_scale = 0;
  self->neck = 0;
  if (patient)
    best = follow (self, work, draft, content);
  blend (self, 1);
  for (unsigned round = 0; round < 5 && best > EXACT && !gig_euler_effort_is_over (work->effort); round++)
    {
      double error = run (self, work, draft, shapes, 25), before = best;

      if (error < best)
        {
          best = error;
          keep (work, draft, content, shapes);
        }
      /* Where areas press outlines together, they yield. */
      if (isfinite (error) && gig_euler_model_violation (model, work->x) > SLACK)
        self->weight *= 0.4;
      else if (round > 0 && isfinite (error) && error > 0.7 * before)
        break;
    }
  if (best > EXACT || self->keep_scale > 0 || gig_euler_model_violation (model, work->x) > 0.5)
    return best;

  return grow (self, work, draft, content, best);
}
