/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-warm.h"

#include "gig-euler-cuts.h"
#include "gig-euler-pole.h"
#include "gig-euler-pose.h"
#include "gig-euler-stretch.h"

#include <math.h>
#include <string.h>

#define BIT(i) ((GigEulerMask) 1 << (i))

/* How strongly outlines cling to where they were. */
#define SPRING 0.3

#define N_ROUNDS 6

/* So many sets may be new. */
#define MAX_NEW 2

/* Zones below this share of the area are too small to count. */
#define MIN_SHARE 0.0012

/* Texts with less room than this are worth a new drawing. */
#define LEAST_TEXT 0.85

/* A turn may cost this share of the size. */
#define TURN_LOSS 0.92

/* The previous outline of a curve, in the draft's coordinates. */
static bool
find_previous (const GigEulerFit *fit,
               double             margin,
               unsigned           curve,
               GigEulerShape     *shape)
{
  const GigEulerBuilder *builder = fit->builder;
  const GigEulerLayout *previous = builder->previous;
  GigEulerMask sets = fit->draft->system->sets_of[curve];

  for (unsigned i = 0; i < builder->n_sets; i++)
    for (unsigned j = 0; j < previous->n_sets && (sets >> i & 1); j++)
      if (previous->keys[j] == builder->keys[i] && previous->ellipses[j].rx > 0)
        {
          gig_euler_shape_from_ellipse (shape, &previous->ellipses[j]);
          shape->x -= margin;
          shape->y -= margin;
          gig_euler_shape_stretch (shape, 1 / fit->stretch);
          if (fabs (shape->a - shape->b) < 1e-9 * shape->a)
            shape->b = shape->a;
          return true;
        }

  return false;
}

static bool
is_same_canvas (const GigEulerFit *fit,
                double             margin)
{
  const GigEulerLayout *previous = fit->builder->previous;

  return fabs (previous->width - fit->draft->width * fit->stretch - 2 * margin) < 1 &&
         fabs (previous->height - fit->draft->height - 2 * margin) < 1;
}

/* A new curve starts around the places that its zones have in the old drawing. */
static bool
guess_curve (GigEulerFit *fit,
             unsigned     curve,
             GigEulerMask known)
{
  GigEulerDraft *draft = fit->draft;
  unsigned n = draft->system->n_curves, found = 0;
  double cx = 0, cy = 0, reach = 0;

  for (unsigned pass = 0; pass < 2; pass++)
    {
      for (size_t z = 0; z < draft->system->n_needs; z++)
        {
          GigEulerMask mask = draft->system->needs[z].mask;
          double x, y, depth;

          if (!(mask >> curve & 1) || (mask & known) == 0)
            continue;
          depth = gig_euler_zone_pole (draft->shapes, n, known, mask & known, 2, fit->work->effort, &x, &y);
          if (depth <= 0)
            continue;
          if (pass == 1)
            reach = fmax (reach, hypot (x - cx, y - cy) + 0.55 * depth);
          cx += pass == 0 ? x : 0;
          cy += pass == 0 ? y : 0;
          found += pass == 0;
        }
      if (found == 0)
        return false;
      cx /= pass == 0 ? found : 1;
      cy /= pass == 0 ? found : 1;
    }
  gig_euler_shape_init_circle (&draft->shapes[curve], cx, cy, reach);

  return true;
}

/* The previous drawing as the start. Returns: false when too much is new */
static bool
load_previous (GigEulerFit *fit,
               double       margin)
{
  unsigned n = fit->draft->system->n_curves;
  GigEulerMask known = 0;

  for (unsigned i = 0; i < n; i++)
    if (find_previous (fit, margin, i, &fit->draft->shapes[i]))
      known |= BIT (i);
  if (gig_euler_popcount (known) + MAX_NEW < n || known == 0)
    return false;
  for (unsigned i = 0; i < n; i++)
    if (!(known >> i & 1))
      {
        if (!guess_curve (fit, i, known))
          return false;
        known |= BIT (i);
      }

  return true;
}

static bool
is_right (GigEulerFit         *fit,
          const GigEulerShape *shapes)
{
  GigEulerDraft *draft = fit->draft;

  return gig_euler_work_check (fit->work, shapes, draft->system->n_curves,
                              draft->wanted, draft->n_wanted,
                              draft->tolerated, draft->n_tolerated, MIN_SHARE);
}

/* The least room of any zone, as a room scale. */
static double
least_room (const GigEulerDraft *draft,
            GigEulerEffort      *effort)
{
  unsigned n = draft->system->n_curves;
  double least = INFINITY, x, y;

  for (size_t z = 0; z < draft->n_wanted; z++)
    least = fmin (least, gig_euler_zone_pole (draft->shapes, n, BIT (n) - 1, draft->wanted[z], 1, effort, &x, &y));

  return fmax (0, least) / GIG_EULER_ROOM_UNIT;
}

/* Moves outlines no more than the zones and texts ask for. */
static bool
adjust (GigEulerFit *fit,
        bool         texts)
{
  GigEulerWork *work = fit->work;
  GigEulerModel *model = work->model;
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
  bool right = false;
  unsigned n;

  if (texts)
    gig_euler_content_boxes (fit->content, fit->builder, fit->draft, fit->stretch);
  else
    gig_euler_content_discs (fit->content, fit->draft);
  gig_euler_refine_load (work, fit->draft, fit->content, gig_euler_has_ellipse (fit->draft));
  model->spring = SPRING;
  model->gravity = 0;
  model->scale_free = true;
  model->scale_weight = 0.15;
  model->scale_goal = texts ? 1.1 : 1.0;
  n = gig_euler_model_n_unknowns (model);
  work->x[gig_euler_model_scale_at (model)] = 0.3 * GIG_EULER_ROOM_UNIT;
  for (unsigned round = 0; round < N_ROUNDS && !right && !gig_euler_effort_is_over (work->effort); round++)
    {
      gig_euler_optimiser_run (&work->optimiser, n, work->x, 6, 0.1, gig_euler_model_residuals, model);
      gig_euler_model_unpack (model, work->x, shapes);
      right = is_right (fit, shapes);
      memcpy (model->shapes, shapes, sizeof shapes);
      if (!right)
        gig_euler_model_cut (model, &work->check);
    }
  if (!right || gig_euler_model_violation (model, work->x) > 0.5 * fit->draft->gap)
    return false;
  memcpy (fit->draft->shapes, shapes, model->n_curves * sizeof *shapes);

  return !texts || work->x[gig_euler_model_scale_at (model)] > LEAST_TEXT * GIG_EULER_ROOM_UNIT;
}

static bool
adjust_areas (GigEulerFit *fit)
{
  GigEulerAreas areas;
  double error = INFINITY;

  if (gig_euler_areas_init (&areas, fit->draft->system))
    {
      error = is_right (fit, fit->draft->shapes)
        ? gig_euler_areas_error (&areas, fit->draft->shapes) : INFINITY;
      if (error > GIG_EULER_AREA_TOLERANCE)
        {
          areas.keep_scale = fmax (0.05, 0.7 * least_room (fit->draft, fit->work->effort));
          gig_euler_content_discs (fit->content, fit->draft);
          error = gig_euler_areas_fit (&areas, fit->work, fit->draft, fit->content,
                                       gig_euler_has_ellipse (fit->draft), false);
        }
    }
  gig_euler_areas_clear (&areas);

  return error <= GIG_EULER_AREA_TOLERANCE;
}

bool
gig_euler_warm_start (GigEulerFit *fit,
                      double       margin)
{
  if (fit->builder->previous == NULL || !is_same_canvas (fit, margin) || !load_previous (fit, margin))
    return false;
  if (fit->draft->system->proportional)
    return adjust_areas (fit);

  return adjust (fit, gig_euler_builder_has_texts (fit->builder));
}

static double
fitting_scale (const GigEulerDraft *draft)
{
  double box[4];

  gig_euler_shapes_box (draft->shapes, draft->system->n_curves, box);

  return fmin (draft->width / (box[2] - box[0]), draft->height / (box[3] - box[1]));
}

/* The angle that is nearest to a half turn. */
static double
round_to_half (double angle)
{
  return GIG_EULER_PI * floor (angle / GIG_EULER_PI + 0.5);
}

void
gig_euler_warm_align (GigEulerFit *fit,
                      double       margin)
{
  GigEulerDraft *draft = fit->draft;
  double points[GIG_EULER_MAX_SETS][2], targets[GIG_EULER_MAX_SETS][2], weights[GIG_EULER_MAX_SETS];
  double cx = draft->width / 2, cy = draft->height / 2, scale = fitting_scale (draft);
  GigEulerShape kept[GIG_EULER_MAX_SETS];
  unsigned n = 0;
  GigEulerPose pose;

  if (fit->builder->previous == NULL || !is_same_canvas (fit, margin))
    return;
  for (unsigned i = 0; i < draft->system->n_curves; i++)
    {
      GigEulerShape old;

      if (!find_previous (fit, margin, i, &old))
        continue;
      points[n][0] = draft->shapes[i].x;
      points[n][1] = draft->shapes[i].y;
      targets[n][0] = old.x;
      targets[n][1] = old.y;
      weights[n++] = 1;
    }
  if (n < 2)
    return;

  pose = gig_euler_pose_match (points, targets, weights, n, true);
  memcpy (kept, draft->shapes, sizeof kept);
  /* Names stand on top: with texts a drawing may be mirrored, not turned. */
  if (gig_euler_builder_has_texts (fit->builder))
    pose.angle = 0;
  gig_euler_pose_apply (&pose, cx, cy, draft->shapes, draft->system->n_curves);
  if (fitting_scale (draft) < TURN_LOSS * scale)
    {
      memcpy (draft->shapes, kept, sizeof kept);
      pose.angle = round_to_half (pose.angle);
      gig_euler_pose_apply (&pose, cx, cy, draft->shapes, draft->system->n_curves);
    }
  gig_euler_fit_canvas (draft);
}
