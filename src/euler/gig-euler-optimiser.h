/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Least squares with many hinges: Levenberg–Marquardt on normal equations that
 * are kept as a lower triangle with a skyline. Unknowns that meet few others
 * come first, so their rows are short. Private to the engine.
 */

#pragma once

#include <stdbool.h>
#include <stddef.h>

#define GIG_EULER_MAX_ENTRIES 16

/* GigEulerRow: the derivatives of one residual. */
typedef struct
{
  unsigned n;
  unsigned index[GIG_EULER_MAX_ENTRIES];
  double   value[GIG_EULER_MAX_ENTRIES];
} GigEulerRow;

/*
 * GigEulerNormal: ½Σr², its gradient and the Gauss–Newton matrix.
 * @first: for each row, the first column that may differ from 0
 */
typedef struct
{
  unsigned  n;
  double    energy;
  double   *gradient;
  double   *matrix;
  unsigned *first;
} GigEulerNormal;

/* Adds all residuals at @x to @normal. Returns: false when @x is impossible. */
typedef bool (*GigEulerResiduals) (void           *model,
                                   const double   *x,
                                   GigEulerNormal *normal);

typedef struct
{
  unsigned       max_n;
  GigEulerNormal here;
  GigEulerNormal there;
  unsigned      *first;
  double        *factor;
  double        *step;
  double        *trial;
  void          *memory;
} GigEulerOptimiser;

/* Returns: false when memory ran out; clear it in any case. */
bool   gig_euler_optimiser_init  (GigEulerOptimiser *self,
                                  unsigned           max_n);
void   gig_euler_optimiser_clear (GigEulerOptimiser *self);

/*
 * Minimises ½Σr² (plus linear terms) from @x, in place. self->first must be set for the first @n
 * unknowns.
 * @steps: at most so many steps
 * @tolerance: stop when two steps running gain less than this
 *
 * Returns: the energy, infinite when the start was impossible
 */
double gig_euler_optimiser_run   (GigEulerOptimiser *self,
                                  unsigned           n,
                                  double            *x,
                                  unsigned           steps,
                                  double             tolerance,
                                  GigEulerResiduals  residuals,
                                  void              *model);

/* Adds a residual to the normal equations; entries may repeat an index. */
void   gig_euler_normal_add      (GigEulerNormal    *normal,
                                  double             residual,
                                  const GigEulerRow *row);

/* The same for a residual that depends on @n unknowns from @first on, whose rows
 * must reach back that far. */
void   gig_euler_normal_add_dense (GigEulerNormal    *normal,
                                   double             residual,
                                   unsigned           first,
                                   unsigned           n,
                                   const double      *values);
