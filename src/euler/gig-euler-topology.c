/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-topology.h"

#include "gig-euler-cuts.h"
#include "gig-euler-pole.h"
#include "gig-euler-template.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_UNKNOWNS    (2 * GIG_EULER_MAX_ROOMS + 5 * GIG_EULER_MAX_SETS + 2)
#define N_CIRCLE_STARTS  12
#define N_ELLIPSE_STARTS 16
#define N_ROUNDS         9
#define N_LENIENT_STARTS 12
#define MIN_SHARE        0.002
#define LEAST_SHARE      0.0012

/* What a zone costs that is not there. */
#define MISSING 1e6

#define BIT(i) ((GigEulerMask) 1 << (i))

/*
 * Search:
 * @best: the lower, the better the drawing in task->shapes
 * @kept: the same of the best of all starts, in @shapes and @spots
 * @lenient: zones may be small
 */
typedef struct
{
  GigEulerWork *work;
  GigEulerTask *task;
  uint64_t      random;
  double        best;
  double        kept;
  bool          lenient;
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
  GigEulerSpot  spots[GIG_EULER_MAX_SPOTS];
} Search;

bool
gig_euler_work_init (GigEulerWork   *work,
                     unsigned        max_curves,
                     GigEulerEffort *effort)
{
  bool done;

  memset (work, 0, sizeof *work);
  work->effort = effort;
  work->model = calloc (1, sizeof *work->model);
  work->x = calloc (MAX_UNKNOWNS, sizeof *work->x);
  work->kept = calloc (MAX_UNKNOWNS, sizeof *work->kept);
  work->anchor = calloc (MAX_UNKNOWNS, sizeof *work->anchor);
  done = gig_euler_optimiser_init (&work->optimiser, MAX_UNKNOWNS, effort);

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
gig_euler_work_check (GigEulerWork        *work,
                      const GigEulerShape *shapes,
                      unsigned             n_curves,
                      const GigEulerMask  *wanted,
                      size_t               n_wanted,
                      const GigEulerMask  *tolerated,
                      size_t               n_tolerated,
                      double               min_share)
{
  bool right = gig_euler_check_run (&work->check, shapes, n_curves, wanted, n_wanted,
                                    tolerated, n_tolerated, min_share);

  gig_euler_effort_spend (work->effort, gig_euler_check_cost (&work->check, n_wanted + n_tolerated));

  return right;
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

/* Spots whose zone exists move to its deepest point. */
static void
seat_spots (Search *search)
{
  GigEulerTask *task = search->task;

  for (unsigned i = 0; i < task->n_spots; i++)
    {
      GigEulerSpot *spot = &task->spots[i];
      double x, y;

      if (gig_euler_zone_pole (task->shapes, task->n_curves, BIT (task->n_curves) - 1, spot->zone,
                               2, search->work->effort, &x, &y) > 0)
        {
          spot->x = x;
          spot->y = y;
        }
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

/* A zone that is missing is worse than any number of zones too many. */
static double
judge (const GigEulerCheck *check,
       double               violation)
{
  double cost = MISSING * check->n_missing + 10.0 * check->n_unwanted + 5.0 * check->n_split +
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
  gig_euler_work_check (work, shapes, task->n_curves, task->wanted, task->n_wanted,
                         task->tolerated, task->n_tolerated,
                        search->lenient ? LEAST_SHARE : MIN_SHARE);
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

/* From the drawing in task->shapes. A lenient run lets zones be that should not,
 * so that those that should find a place. */
static void
run_start (Search *search,
           bool    ellipses,
           bool    lenient)
{
  GigEulerWork *work = search->work;
  GigEulerModel *model = work->model;
  unsigned n, stalled = 0;

  load_model (search, ellipses);
  model->scale = lenient ? 0.6 : 1;
  work->x[gig_euler_model_scale_at (model)] = model->scale * GIG_EULER_ROOM_UNIT;
  search->best = INFINITY;
  work->n_starts++;
  n = gig_euler_model_n_unknowns (model);
  if (lenient && consider (search) < 1)
    return;
  for (unsigned round = 0; round < N_ROUNDS; round++)
    {
      double before = search->best;

      gig_euler_optimiser_run (&work->optimiser, n, work->x, round == 0 ? 20 : 8, 0.1,
                               gig_euler_model_residuals, model);
      if (consider (search) < 1 && work->check.n_faults == 0)
        break;
      if ((lenient && work->check.n_missing == 0) || gig_euler_effort_is_over (work->effort))
        break;
      stalled = search->best < before ? 0 : stalled + 1;
      if (stalled == 3)
        break;
      if (!lenient)
        gig_euler_model_cut (model, &work->check);
    }
}

static void
keep (Search *search)
{
  GigEulerTask *task = search->task;

  if (search->best >= search->kept)
    return;
  search->kept = search->best;
  memcpy (search->shapes, task->shapes, sizeof search->shapes);
  memcpy (search->spots, task->spots, sizeof search->spots);
}

static void
restore (Search *search)
{
  memcpy (search->task->shapes, search->shapes, sizeof search->shapes);
  memcpy (search->task->spots, search->spots, sizeof search->spots);
}

static double
mean_size (const GigEulerTask *task)
{
  double sum = 0;

  for (unsigned i = 0; i < task->n_curves; i++)
    sum += task->size[i] / task->n_curves;

  return sum;
}

/* Whether every combination of the curves must exist. */
static bool
is_venn (const GigEulerTask *task)
{
  return task->n_curves <= GIG_EULER_MAX_VENN &&
         task->n_wanted + 1 == (size_t) 1 << task->n_curves;
}

/* Two circles cross in at most two points, so by Euler's formula n of them make no
 * more than n² − n + 1 zones. */
static bool
is_ellipse_start (const GigEulerTask *task,
                  unsigned            start)
{
  size_t n = task->n_curves;

  return task->n_wanted > n * (n - 1) + 1 || start >= N_CIRCLE_STARTS;
}

/* Starts from a ring, or shakes what was best; a Venn diagram starts as one. */
static void
search_exact (Search *search)
{
  GigEulerTask *task = search->task;

  for (unsigned start = 0; start < N_CIRCLE_STARTS + N_ELLIPSE_STARTS; start++)
    {
      bool template = start == 0 && is_venn (task) && task->n_curves > 3;
      bool ellipses = is_ellipse_start (task, start);

      if (template)
        {
          gig_euler_template_venn (task->shapes, task->n_curves, 2 * mean_size (task), 0);
        }
      else if (!ellipses || start % 2 == 1 || start == 0)
        {
          spread_curves (search, start == 0);
        }
      else
        {
          restore (search);
          gig_euler_shapes_shake (task->shapes, task->n_curves, start, 0.4);
        }
      spread_spots (search);
      if (template)
        seat_spots (search);
      run_start (search, ellipses, template);
      keep (search);
      if (search->kept < (template ? 1 : 0.1) || gig_euler_effort_is_over (search->work->effort))
        break;
      if (search->kept < 2 && start >= 4)
        break;
    }
}

/* Curves whose relation in the drawing is not the one wanted may cross. */
static void
accept_relations (Search *search)
{
  GigEulerTask *task = search->task;

  for (unsigned i = 0; i < task->n_curves; i++)
    for (unsigned j = 0; j < task->n_curves; j++)
      {
        bool right = true;

        for (size_t f = 0; f < search->work->check.walk.n_faces && i != j; f++)
          {
            GigEulerMask mask = search->work->check.walk.faces[f].mask;
            bool in_i = mask >> i & 1, in_j = mask >> j & 1;

            right = right && !(task->relation[i][j] == GIG_EULER_DISJOINT && in_i && in_j) &&
                    !(task->relation[i][j] == GIG_EULER_INSIDE && in_i && !in_j) &&
                    !(task->relation[i][j] == GIG_EULER_AROUND && in_j && !in_i);
          }
        if (!right)
          task->relation[i][j] = GIG_EULER_CROSSING;
      }
}

/* Up to five curves as a Venn diagram, in which all their zones exist, the others
 * anywhere across it. */
static void
start_from_venn (Search  *search,
                 unsigned turn)
{
  GigEulerTask *task = search->task;
  GigEulerShape venn[GIG_EULER_MAX_VENN];
  double size = 2 * mean_size (task);
  unsigned n = task->n_curves;

  gig_euler_template_venn (venn, n < GIG_EULER_MAX_VENN ? n : GIG_EULER_MAX_VENN, size, turn);
  for (unsigned k = 0; k < n; k++)
    {
      GigEulerShape *shape = &task->shapes[(k + turn) % n];
      double t = 2 * GIG_EULER_PI * gig_euler_random (&search->random);

      if (k < GIG_EULER_MAX_VENN)
        {
          *shape = venn[k];
          continue;
        }
      gig_euler_shape_init_circle (shape, 0.6 * size * cos (t), 0.6 * size * sin (t), 0.8 * size);
    }
}

/*
 * Every zone wanted before anything else: at first zones too many do not matter,
 * and any curves may cross; then they are pushed out as far as they let
 * themselves.
 */
static void
search_lenient (Search *search)
{
  GigEulerTask *task = search->task;
  unsigned char relation[GIG_EULER_MAX_SETS][GIG_EULER_MAX_SETS];

  search->lenient = true;
  memcpy (relation, task->relation, sizeof relation);
  for (unsigned start = 0; start < N_LENIENT_STARTS && search->kept >= MISSING; start++)
    {
      if (gig_euler_effort_is_over (search->work->effort))
        break;
      restore (search);
      if (task->n_curves <= GIG_EULER_MAX_VENN || start % 3 == 1)
        start_from_venn (search, start);
      else if (start % 3 == 2)
        spread_curves (search, false);
      else if (start > 0)
        gig_euler_shapes_shake (task->shapes, task->n_curves, start, 0.3);
      spread_spots (search);
      seat_spots (search);
      memset (task->relation, GIG_EULER_CROSSING, sizeof task->relation);
      run_start (search, true, true);
      keep (search);
    }
  memcpy (task->relation, relation, sizeof relation);
  if (search->kept >= MISSING)
    return;

  for (unsigned start = 0; start < 3 && !gig_euler_effort_is_over (search->work->effort); start++)
    {
      restore (search);
      gig_euler_arrangement_walk (&search->work->check.walk, task->shapes, task->n_curves,
                                  BIT (task->n_curves) - 1);
      accept_relations (search);
      seat_spots (search);
      run_start (search, true, false);
      keep (search);
    }
}

bool
gig_euler_topology_solve (GigEulerWork *work,
                          GigEulerTask *task,
                          uint64_t      units)
{
  Search search = { work, task, 0x9e3779b97f4a7c15u, INFINITY, INFINITY, false, { { 0 } }, { { 0 } } };

  gig_euler_effort_grant (work->effort, units / 5 * 3);
  search_exact (&search);
  if (search.kept >= MISSING)
    {
      gig_euler_effort_grant (work->effort, units / 5 * 2);
      search_lenient (&search);
    }
  restore (&search);
  gig_euler_arrangement_walk (&work->check.walk, task->shapes, task->n_curves, BIT (task->n_curves) - 1);
  accept_relations (&search);

  return search.kept < 5;
}
