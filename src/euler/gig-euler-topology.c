/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-topology.h"

#include "gig-euler-cuts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_UNKNOWNS    (2 * GIG_EULER_MAX_ROOMS + 5 * GIG_EULER_MAX_SETS + 2)
#define N_CIRCLE_STARTS  12
#define N_ELLIPSE_STARTS 16
#define N_ROUNDS         9
#define MIN_SHARE        0.002

typedef struct
{
  GigEulerWork *work;
  GigEulerTask *task;
  uint64_t      random;
  double        best; /* the lower, the better the drawing in task->shapes */
} Search;

bool
gig_euler_work_init (GigEulerWork      *work,
                     unsigned           max_curves,
                     GigEulerCancelFunc cancel,
                     void              *cancel_data)
{
  bool done;

  memset (work, 0, sizeof *work);
  work->cancel = cancel;
  work->cancel_data = cancel_data;
  work->model = calloc (1, sizeof *work->model);
  work->x = calloc (MAX_UNKNOWNS, sizeof *work->x);
  work->kept = calloc (MAX_UNKNOWNS, sizeof *work->kept);
  work->anchor = calloc (MAX_UNKNOWNS, sizeof *work->anchor);
  done = gig_euler_optimiser_init (&work->optimiser, MAX_UNKNOWNS);

  return gig_euler_check_init (&work->check, max_curves) && done &&
         work->model && work->x && work->kept && work->anchor;
}

void
gig_euler_work_clear (GigEulerWork *work)
{
  gig_euler_optimiser_clear (&work->optimiser);
  gig_euler_check_clear (&work->check);
  free (work->model);
  free (work->x);
  free (work->kept);
  free (work->anchor);
}

bool
gig_euler_work_cancelled (GigEulerWork *work)
{
  if (!work->cancelled && work->cancel != NULL)
    work->cancelled = work->cancel (work->cancel_data);

  return work->cancelled;
}

static double
wanted_distance (const GigEulerTask *task,
                 unsigned            i,
                 unsigned            j)
{
  double r = task->size[i], q = task->size[j];

  switch ((GigEulerRelation) task->relation[i][j])
    {
    case GIG_EULER_DISJOINT:
      return 1.05 * (r + q);
    case GIG_EULER_CROSSING:
      return fmax (0.7 * (r + q), 1.1 * fabs (r - q));
    case GIG_EULER_INSIDE:
    case GIG_EULER_AROUND:
    default:
      return 0.7 * fabs (r - q);
    }
}

/* Stress majorisation (SMACOF, de Leeuw 1977) from a ring in random order. */
static void
spread_curves (Search *search,
               bool    ordered)
{
  GigEulerTask *task = search->task;
  unsigned n = task->n_curves, order[GIG_EULER_MAX_SETS];
  double x[GIG_EULER_MAX_SETS], y[GIG_EULER_MAX_SETS], ring = 0;

  for (unsigned i = 0; i < n; i++)
    {
      unsigned k = ordered ? i : (unsigned) (gig_euler_random (&search->random) * (i + 1));

      order[i] = order[k];
      order[k] = i;
      ring += task->size[i] / n;
    }
  for (unsigned i = 0; i < n; i++)
    {
      double t = 2 * GIG_EULER_PI * (order[i] + (ordered ? 0 : 0.5 * gig_euler_random (&search->random))) / n;

      x[i] = ring * cos (t + 0.3);
      y[i] = ring * sin (t + 0.3);
    }
  for (unsigned round = 0; round < 25; round++)
    for (unsigned i = 0; i < n; i++)
      {
        double sx = 0, sy = 0;

        for (unsigned j = 0; j < n; j++)
          {
            double dx = x[i] - x[j], dy = y[i] - y[j], d = sqrt (dx * dx + dy * dy) + 1e-9;
            double want = wanted_distance (task, i, j);

            if (i == j)
              continue;
            if ((task->relation[i][j] == GIG_EULER_DISJOINT && d > want) ||
                ((task->relation[i][j] == GIG_EULER_INSIDE ||
                  task->relation[i][j] == GIG_EULER_AROUND) && d < want))
              want = d;
            sx += x[j] + dx / d * want;
            sy += y[j] + dy / d * want;
          }
        x[i] = n > 1 ? sx / (n - 1) : 0;
        y[i] = n > 1 ? sy / (n - 1) : 0;
      }
  for (unsigned i = 0; i < n; i++)
    gig_euler_shape_init_circle (&task->shapes[i], x[i], y[i], task->size[i]);
}

/* Each spot between the centres of its curves, away from those of others. */
static void
spread_spots (Search *search)
{
  GigEulerTask *task = search->task;

  for (unsigned i = 0; i < task->n_spots; i++)
    {
      GigEulerSpot *spot = &task->spots[i];
      double x = 0, y = 0, px = 0, py = 0, inside = 0;

      for (unsigned k = 0; k < task->n_curves; k++)
        if (spot->zone >> k & 1)
          {
            x += task->shapes[k].x;
            y += task->shapes[k].y;
            inside++;
          }
      x /= inside;
      y /= inside;
      for (unsigned k = 0; k < task->n_curves; k++)
        if (!(spot->zone >> k & 1))
          {
            double dx = x - task->shapes[k].x, dy = y - task->shapes[k].y;
            double d = sqrt (dx * dx + dy * dy) + 1e-3, lack = task->shapes[k].a + spot->radius - d;

            if (lack > 0)
              {
                px += dx / d * lack;
                py += dy / d * lack;
              }
          }
      spot->x = x + px + (gig_euler_random (&search->random) - 0.5) * 2;
      spot->y = y + py + (gig_euler_random (&search->random) - 0.5) * 2;
    }
}

static void
load_model (Search *search,
            bool    ellipses)
{
  GigEulerModel *model = search->work->model;
  GigEulerTask *task = search->task;

  memset (model, 0, offsetof (GigEulerModel, shapes));
  model->n_curves = task->n_curves;
  memcpy (model->relation, task->relation, sizeof model->relation);
  model->n_rooms = task->n_spots;
  model->ellipses = ellipses;
  model->gap = task->gap;
  model->pad = 0;
  model->room_gap = task->gap;
  model->cut_margin = task->gap;
  model->scale = 1;
  model->shrink = 0.5;
  model->roundness = ellipses ? 0.05 : 0;
  for (unsigned i = 0; i < task->n_spots; i++)
    {
      model->rooms[i] = (GigEulerRoom) { task->spots[i].zone, task->spots[i].zone,
                                         task->spots[i].radius, 0, 0 };
      search->work->x[2 * i] = task->spots[i].x;
      search->work->x[2 * i + 1] = task->spots[i].y;
    }
  gig_euler_model_pack (model, task->shapes, search->work->x);
  search->work->x[gig_euler_model_scale_at (model)] = GIG_EULER_ROOM_UNIT;
  gig_euler_model_skyline (model, search->work->optimiser.first);
}

static double
judge (const GigEulerCheck *check,
       double               violation)
{
  double cost = 100.0 * check->n_missing + 10.0 * check->n_unwanted + 5.0 * check->n_split +
                1.0 * check->n_hollow;

  return cost + fmin (0.9, violation / 100);
}

/* Keeps the drawing at work->x when it is the best so far. */
static double
consider (Search *search)
{
  GigEulerWork *work = search->work;
  GigEulerTask *task = search->task;
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
  double cost;

  gig_euler_model_unpack (work->model, work->x, shapes);
  gig_euler_check_run (&work->check, shapes, task->n_curves, task->wanted, task->n_wanted,
                       task->tolerated, task->n_tolerated, MIN_SHARE);
  cost = judge (&work->check, gig_euler_model_violation (work->model, work->x));
  if (cost < search->best)
    {
      search->best = cost;
      memcpy (task->shapes, shapes, task->n_curves * sizeof *shapes);
      for (unsigned i = 0; i < task->n_spots; i++)
        {
          task->spots[i].x = work->x[2 * i];
          task->spots[i].y = work->x[2 * i + 1];
        }
    }

  return cost;
}

static void
run_start (Search *search,
           bool    ellipses)
{
  GigEulerWork *work = search->work;
  GigEulerModel *model = work->model;
  unsigned n, stalled = 0;

  load_model (search, ellipses);
  work->n_starts++;
  n = gig_euler_model_n_unknowns (model);
  for (unsigned round = 0; round < N_ROUNDS && !gig_euler_work_cancelled (work); round++)
    {
      double before = search->best;

      gig_euler_optimiser_run (&work->optimiser, n, work->x, round == 0 ? 20 : 8, 0.1,
                               gig_euler_model_residuals, model);
      if (consider (search) < 1 && work->check.n_faults == 0)
        break;
      stalled = search->best < before ? 0 : stalled + 1;
      if (stalled == 3)
        break;
      gig_euler_model_cut (model, &work->check);
    }
}

bool
gig_euler_topology_solve (GigEulerWork *work,
                          GigEulerTask *task)
{
  Search search = { work, task, 0x9e3779b97f4a7c15u, INFINITY };
  GigEulerShape best[GIG_EULER_MAX_SETS];
  GigEulerSpot spots[GIG_EULER_MAX_SPOTS];
  double kept = INFINITY;

  for (unsigned start = 0; start < N_CIRCLE_STARTS + N_ELLIPSE_STARTS; start++)
    {
      bool ellipses = start >= N_CIRCLE_STARTS;

      if (!ellipses || start % 2 == 1)
        spread_curves (&search, start == 0);
      else
        {
          memcpy (task->shapes, best, sizeof best);
          gig_euler_shapes_shake (task->shapes, task->n_curves, start, 0.4);
        }
      spread_spots (&search);
      search.best = INFINITY;
      run_start (&search, ellipses);
      if (search.best < kept)
        {
          kept = search.best;
          memcpy (best, task->shapes, sizeof best);
          memcpy (spots, task->spots, sizeof spots);
        }
      if (kept < 0.1 || work->cancelled)
        break;
      if (kept < 2 && start >= 4)
        break;
    }
  memcpy (task->shapes, best, sizeof best);
  memcpy (task->spots, spots, sizeof spots);

  return kept < 5;
}
