/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-refine.h"

#include "gig-euler-cuts.h"

#include <math.h>
#include <string.h>

/* How weakly outlines cling to where they were: enough to settle what nothing
 * else does. */
#define SPRING 0.01

/* A drawing is taken when its wishes are missed by no more than this, px. */
#define SLACK 1.0

/* Zones below this share of the area are too small to count. */
#define MIN_SHARE 0.0012

void
gig_euler_refine_load (GigEulerWork          *work,
                       const GigEulerDraft   *draft,
                       const GigEulerContent *content,
                       bool                   ellipses)
{
  GigEulerModel *model = work->model;

  memset (model, 0, offsetof (GigEulerModel, shapes));
  model->n_curves = draft->system->n_curves;
  memcpy (model->relation, draft->relation, sizeof model->relation);
  memcpy (model->rooms, content->rooms, content->n_rooms * sizeof *model->rooms);
  model->n_rooms = content->n_rooms;
  model->ellipses = ellipses;
  model->gap = draft->gap;
  model->neck = 0.5 * draft->gap;
  model->pad = draft->pad;
  model->room_gap = draft->pad;
  model->cut_margin = draft->gap;
  model->width = draft->width;
  model->height = draft->height;
  model->roundness = ellipses ? 0.05 : 0;
  model->gravity = 0.0005;
  memcpy (work->x, content->x, 2 * content->n_rooms * sizeof *work->x);
  gig_euler_model_pack (model, draft->shapes, work->x);
  memcpy (work->anchor, work->x, gig_euler_model_n_unknowns (model) * sizeof *work->x);
  model->anchor = work->anchor;
  model->spring = SPRING;
  gig_euler_model_skyline (model, work->optimiser.first);
}

/* How large the rooms really are: the scale less what they lack. */
static double
achieved (GigEulerWork *work)
{
  GigEulerModel *model = work->model;

  return work->x[gig_euler_model_scale_at (model)] / GIG_EULER_ROOM_UNIT -
         gig_euler_model_violation (model, work->x) / GIG_EULER_ROOM_UNIT;
}

static bool
keep_better (GigEulerWork    *work,
             GigEulerDraft   *draft,
             GigEulerContent *content,
             double          *best)
{
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
  double scale = achieved (work);
  unsigned n = draft->system->n_curves;

  gig_euler_model_unpack (work->model, work->x, shapes);
  if (!gig_euler_work_check (work, shapes, n, draft->wanted, draft->n_wanted,
                            draft->tolerated, draft->n_tolerated, MIN_SHARE))
    return false;
  if (scale > *best)
    {
      *best = scale;
      memcpy (draft->shapes, shapes, n * sizeof *shapes);
      memcpy (content->x, work->x, 2 * content->n_rooms * sizeof *work->x);
    }

  return true;
}

double
gig_euler_refine (GigEulerWork    *work,
                  GigEulerDraft   *draft,
                  GigEulerContent *content,
                  bool             ellipses,
                  double           goal,
                  unsigned         steps)
{
  GigEulerModel *model = work->model;
  double best = -INFINITY, *scale;
  unsigned n, spent = 0, round = 0;

  gig_euler_refine_load (work, draft, content, ellipses);
  n = gig_euler_model_n_unknowns (model);
  scale = &work->x[gig_euler_model_scale_at (model)];
  *scale = 0.3 * GIG_EULER_ROOM_UNIT;
  model->scale_free = true;
  model->scale_weight = 0.15;
  for (; spent < steps && !gig_euler_effort_is_over (work->effort); round++)
    {
      double before = best;

      model->scale_goal = fmin (goal, *scale / GIG_EULER_ROOM_UNIT + 2);
      gig_euler_optimiser_run (&work->optimiser, n, work->x, 10, 0.02,
                               gig_euler_model_residuals, model);
      spent += 10;
      if (!keep_better (work, draft, content, &best))
        gig_euler_model_cut (model, &work->check);
      else if (best < before * 1.01 && round > 1)
        break;
    }

  return best;
}
