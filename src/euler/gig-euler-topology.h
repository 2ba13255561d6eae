/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Draws one component: curves that cross, with a room in every zone that must
 * exist. Several starts; between runs of the optimiser the outlines are walked
 * and every zone that should not be there is pushed away at its deepest point.
 * Private to the engine.
 */

#pragma once

#include "gig-euler-check.h"
#include "gig-euler-energy.h"

#define GIG_EULER_MAX_SPOTS GIG_EULER_MAX_ROOMS

/*
 * GigEulerSpot: a disc that must fit in a zone of the component.
 * @radius: px
 * @x: (out): where it came to stand
 */
typedef struct
{
  GigEulerMask zone;
  double       radius;
  double       x;
  double       y;
} GigEulerSpot;

/*
 * GigEulerTask:
 * @wanted: zones that must exist, @tolerated: zones that may
 * @spots: discs, sorted by zone; a zone may have several
 * @shapes: (out): the drawing
 * @size: (in): for each curve a radius to start with, px
 * @gap: least distance of outlines that do not cross
 */
typedef struct
{
  unsigned       n_curves;
  unsigned char  relation[GIG_EULER_MAX_SETS][GIG_EULER_MAX_SETS];
  GigEulerMask  *wanted;
  size_t         n_wanted;
  GigEulerMask  *tolerated;
  size_t         n_tolerated;
  GigEulerSpot   spots[GIG_EULER_MAX_SPOTS];
  unsigned       n_spots;
  double         size[GIG_EULER_MAX_SETS];
  double         gap;
  GigEulerShape  shapes[GIG_EULER_MAX_SETS];
} GigEulerTask;

/* Work space of the search, made once a layout. */
typedef struct
{
  GigEulerModel     *model;
  GigEulerOptimiser  optimiser;
  GigEulerCheck      check;
  double            *x;
  double            *kept;
  double            *anchor;
  GigEulerEffort    *effort;
  unsigned           n_starts;
} GigEulerWork;

bool gig_euler_work_init      (GigEulerWork        *work,
                               unsigned             max_curves,
                               GigEulerEffort      *effort);
void gig_euler_work_clear     (GigEulerWork        *work);

/* gig_euler_check_run(), counted as work. */
bool gig_euler_work_check     (GigEulerWork        *work,
                               const GigEulerShape *shapes,
                               unsigned             n_curves,
                               const GigEulerMask  *wanted,
                               size_t               n_wanted,
                               const GigEulerMask  *tolerated,
                               size_t               n_tolerated,
                               double               min_share);

/*
 * Solves the task; task->shapes and the spots hold the best drawing found: above
 * all one with all zones wanted. Where that takes outlines that cross though they
 * should not, task->relation says so.
 * @units: what it may cost
 *
 * Returns: whether it has exactly the zones wanted
 */
bool gig_euler_topology_solve (GigEulerWork       *work,
                               GigEulerTask       *task,
                               uint64_t            units);
