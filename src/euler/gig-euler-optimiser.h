/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Least squares with many hinges: minimises ½Σr² + ½Σmax(0, v)² + linear terms.
 * Each step solves the problem with all r and v made linear but the hinges kept,
 * which is convex, by a semismooth Newton method (Qi & Sun 1993), damped as by
 * Levenberg and Marquardt. So a step sees the wishes that it would violate, not
 * only those violated already. Matrices are lower triangles with a skyline:
 * unknowns that meet few others come first and have short rows. Private to the
 * engine.
 */

#pragma once

#include "gig-euler-effort.h"

#define GIG_EULER_MAX_ENTRIES 16

/* A hinge that is farther than this from being violated is not looked at, px. */
#define GIG_EULER_HINGE_REACH 50.0

/* GigEulerRow: the derivatives of one residual. */
typedef struct
{
  unsigned       n;
  unsigned short index[GIG_EULER_MAX_ENTRIES];
  double         value[GIG_EULER_MAX_ENTRIES];
} GigEulerRow;

/*
 * GigEulerHinge: a wish: it is violated by @value when that is positive.
 * @at: the same after the move being tried
 * @along: how it changes along the step being tried
 */
typedef struct
{
  double      value;
  double      at;
  double      along;
  GigEulerRow row;
} GigEulerHinge;

/*
 * GigEulerNormal: the energy at a point and the linear model around it.
 * @energy: all terms
 * @gradient: of the terms that are not hinges
 * @matrix: their Gauss–Newton matrix
 * @first: for each row, the first column that may differ from 0
 * @cost: units of work that adding the residuals took
 */
typedef struct
{
  unsigned       n;
  double         energy;
  double        *gradient;
  double        *matrix;
  unsigned      *first;
  GigEulerHinge *hinges;
  unsigned       n_hinges;
  uint64_t       cost;
} GigEulerNormal;

/* Adds all residuals at @x to @normal. Returns: false when @x is impossible. */
typedef bool (*GigEulerResiduals) (void           *model,
                                   const double   *x,
                                   GigEulerNormal *normal);

/*
 * GigEulerOptimiser:
 * @effort: what it spends from
 * @factor_cost: units of work for one factorisation
 */
typedef struct
{
  unsigned        max_n;
  GigEulerEffort *effort;
  uint64_t        factor_cost;
  GigEulerNormal  here;
  GigEulerNormal  there;
  unsigned       *first;
  double         *factor;
  double         *gradient;
  double         *product;
  double         *move;
  double         *step;
  double         *trial;
  void           *memory;
  void           *hinges;
} GigEulerOptimiser;

/* Returns: false when memory ran out; clear it in any case. */
bool   gig_euler_optimiser_init    (GigEulerOptimiser *self,
                                    unsigned           max_n,
                                    GigEulerEffort    *effort);
void   gig_euler_optimiser_clear   (GigEulerOptimiser *self);

/*
 * Minimises from @x, in place. self->first must be set for the first @n
 * unknowns. Stops early when the effort is over.
 * @steps: at most so many steps
 * @tolerance: stop when two steps running gain less than this
 *
 * Returns: the energy, infinite when the start was impossible
 */
double gig_euler_optimiser_run     (GigEulerOptimiser *self,
                                    unsigned           n,
                                    double            *x,
                                    unsigned           steps,
                                    double             tolerance,
                                    GigEulerResiduals  residuals,
                                    void              *model);

/* Adds ½residual²; entries may repeat an index. */
void   gig_euler_normal_add        (GigEulerNormal    *normal,
                                    double             residual,
                                    const GigEulerRow *row);

/* Adds ½max(0, value)²; far from being violated it is left out. */
void   gig_euler_normal_add_hinge  (GigEulerNormal    *normal,
                                    double             value,
                                    const GigEulerRow *row);

/* Adds ½residual² of a residual that depends on @n unknowns from @first on, whose
 * rows must reach back that far. */
void   gig_euler_normal_add_dense  (GigEulerNormal    *normal,
                                    double             residual,
                                    unsigned           first,
                                    unsigned           n,
                                    const double      *values);
