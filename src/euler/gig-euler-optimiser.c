/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-optimiser.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_HINGES 4096

/* Newton steps for one convex problem. */
#define MAX_INNER 6

bool
gig_euler_optimiser_init (GigEulerOptimiser *self,
                          unsigned           max_n,
                          GigEulerEffort    *effort)
{
  size_t n = max_n + 1, square = n * n;
  double *memory = malloc ((3 * square + 7 * n) * sizeof (double));

  memset (self, 0, sizeof *self);
  self->max_n = max_n;
  self->effort = effort;
  self->first = calloc (n, sizeof *self->first);
  self->hinges = malloc (2 * MAX_HINGES * sizeof (GigEulerHinge));
  self->memory = memory;
  if (memory == NULL || self->first == NULL || self->hinges == NULL)
    return false;

  self->here.first = self->there.first = self->first;
  self->here.hinges = self->hinges;
  self->there.hinges = self->here.hinges + MAX_HINGES;
  self->here.matrix = memory;
  self->there.matrix = memory + square;
  self->factor = memory + 2 * square;
  memory += 3 * square;
  self->here.gradient = memory;
  self->there.gradient = memory + n;
  self->gradient = memory + 2 * n;
  self->move = memory + 3 * n;
  self->step = memory + 4 * n;
  self->trial = memory + 5 * n;
  self->product = memory + 6 * n;

  return true;
}

void
gig_euler_optimiser_clear (GigEulerOptimiser *self)
{
  free (self->memory);
  free (self->first);
  free (self->hinges);
  memset (self, 0, sizeof *self);
}

static void
add_row (double            *matrix,
         double            *gradient,
         unsigned           n,
         double             residual,
         const GigEulerRow *row)
{
  for (unsigned i = 0; i < row->n; i++)
    {
      unsigned p = row->index[i];
      double value = row->value[i];

      gradient[p] += residual * value;
      for (unsigned j = 0; j < row->n; j++)
        if (row->index[j] <= p)
          matrix[p * n + row->index[j]] += value * row->value[j];
    }
}

void
gig_euler_normal_add (GigEulerNormal    *normal,
                      double             residual,
                      const GigEulerRow *row)
{
  normal->energy += 0.5 * residual * residual;
  add_row (normal->matrix, normal->gradient, normal->n, residual, row);
}

void
gig_euler_normal_add_hinge (GigEulerNormal    *normal,
                            double             value,
                            const GigEulerRow *row)
{
  if (value > 0)
    normal->energy += 0.5 * value * value;
  if (value < -GIG_EULER_HINGE_REACH || normal->n_hinges == MAX_HINGES)
    return;
  normal->hinges[normal->n_hinges].value = value;
  normal->hinges[normal->n_hinges++].row = *row;
}

void
gig_euler_normal_add_dense (GigEulerNormal *normal,
                            double          residual,
                            unsigned        first,
                            unsigned        n,
                            const double   *values)
{
  normal->energy += 0.5 * residual * residual;
  for (unsigned i = 0; i < n; i++)
    {
      double *row = normal->matrix + (first + i) * normal->n + first;

      if (values[i] == 0)
        continue;
      normal->gradient[first + i] += residual * values[i];
      for (unsigned j = 0; j <= i; j++)
        row[j] += values[i] * values[j];
    }
}

static bool
evaluate (GigEulerOptimiser *self,
          GigEulerNormal    *normal,
          unsigned           n,
          const double      *x,
          GigEulerResiduals  residuals,
          void              *model)
{
  bool possible;

  normal->n = n;
  normal->n_hinges = 0;
  normal->cost = 0;
  normal->energy = 0;
  for (unsigned i = 0; i < n; i++)
    {
      normal->gradient[i] = 0;
      memset (normal->matrix + i * n + normal->first[i], 0,
              (i + 1 - normal->first[i]) * sizeof (double));
    }

  possible = residuals (model, x, normal) && isfinite (normal->energy);
  gig_euler_effort_spend (self->effort, normal->cost);

  return possible;
}

/* Units of work for a factorisation within the skyline. */
static uint64_t
measure_factor (const GigEulerOptimiser *self,
                unsigned                 n)
{
  uint64_t cost = 0;

  for (unsigned i = 0; i < n; i++)
    {
      uint64_t length = i + 1 - self->first[i];

      cost += length * length / 5 + 8 * length;
    }

  return cost;
}

/* Four sums at once, because additions may not be reordered by the compiler. */
static double
dot (const double *p,
     const double *q,
     unsigned      n)
{
  double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  unsigned i = 0;

  for (; i + 4 <= n; i += 4)
    {
      s0 += p[i] * q[i];
      s1 += p[i + 1] * q[i + 1];
      s2 += p[i + 2] * q[i + 2];
      s3 += p[i + 3] * q[i + 3];
    }
  for (; i < n; i++)
    s0 += p[i] * q[i];

  return (s0 + s1) + (s2 + s3);
}

static double
damping_of (const GigEulerNormal *normal,
            double                damping,
            unsigned              i)
{
  return damping * (1 + 0.1 * normal->matrix[i * normal->n + i]) + 1e-7;
}

static double
dot_row (const GigEulerRow *row,
         const double      *vector)
{
  double sum = 0;

  for (unsigned k = 0; k < row->n; k++)
    sum += row->value[k] * vector[row->index[k]];

  return sum;
}

/* self->product = (matrix + damping)·vector; the matrix is symmetric, its lower
 * half is kept. */
static void
multiply (GigEulerOptimiser *self,
          const double      *vector,
          double             damping)
{
  const GigEulerNormal *normal = &self->here;
  unsigned n = normal->n;

  memset (self->product, 0, n * sizeof (double));
  for (unsigned i = 0; i < n; i++)
    {
      const double *row = normal->matrix + i * n;
      unsigned from = normal->first[i];

      if (vector[i] != 0)
        for (unsigned j = from; j < i; j++)
          self->product[j] += row[j] * vector[i];
      self->product[i] += dot (row + from, vector + from, i + 1 - from) +
                          damping_of (normal, damping, i) * vector[i];
    }
}

/* The gradient and matrix of the linear model at self->move. */
static void
linearise (GigEulerOptimiser *self,
           double             damping)
{
  GigEulerNormal *normal = &self->here;
  unsigned n = normal->n;

  multiply (self, self->move, damping);
  for (unsigned i = 0; i < n; i++)
    {
      unsigned from = normal->first[i];

      memcpy (self->factor + i * n + from, normal->matrix + i * n + from,
              (i + 1 - from) * sizeof (double));
      self->factor[i * n + i] += damping_of (normal, damping, i);
      self->gradient[i] = normal->gradient[i] + self->product[i];
    }
  for (unsigned k = 0; k < normal->n_hinges; k++)
    {
      GigEulerHinge *hinge = &normal->hinges[k];

      hinge->at = hinge->value + dot_row (&hinge->row, self->move);
      if (hinge->at > 0)
        add_row (self->factor, self->gradient, n, hinge->at, &hinge->row);
    }
}

/* Cholesky within the skyline: what lies left of a row's first entry stays 0.
 * The diagonal is kept inverted. */
static bool
factorise (GigEulerOptimiser *self)
{
  unsigned n = self->here.n;

  for (unsigned i = 0; i < n; i++)
    {
      double *row = self->factor + i * n;
      unsigned first = self->first[i];

      for (unsigned j = first; j < i; j++)
        {
          const double *other = self->factor + j * n;
          unsigned from = first > self->first[j] ? first : self->first[j];

          if (from < j)
            row[j] -= dot (row + from, other + from, j - from);
          row[j] *= other[j];
        }
      row[i] -= dot (row + first, row + first, i - first);
      if (!(row[i] > 1e-14))
        return false;
      row[i] = 1 / sqrt (row[i]);
    }

  return true;
}

static void
solve (GigEulerOptimiser *self)
{
  unsigned n = self->here.n;
  double *y = self->step;

  for (unsigned i = 0; i < n; i++)
    {
      const double *row = self->factor + i * n;
      unsigned from = self->first[i];

      y[i] = (-self->gradient[i] - dot (row + from, y + from, i - from)) * row[i];
    }
  for (unsigned i = n; i-- > 0;)
    {
      const double *row = self->factor + i * n;

      y[i] *= row[i];
      for (unsigned j = self->first[i]; j < i; j++)
        y[j] -= row[j] * y[i];
    }
}

/* The slope of the linear model along self->step at @stride; it is continuous,
 * piecewise linear and never falls. */
static double
slope_at (const GigEulerNormal *normal,
          double                slope,
          double                bend,
          double                stride,
          double               *curve)
{
  slope += bend * stride;
  *curve = bend;
  for (unsigned k = 0; k < normal->n_hinges; k++)
    {
      const GigEulerHinge *hinge = &normal->hinges[k];
      double value = hinge->at + stride * hinge->along;

      if (value <= 0)
        continue;
      slope += value * hinge->along;
      *curve += hinge->along * hinge->along;
    }

  return slope;
}

/* How far to go along self->step: the root of the slope, by Newton in a bracket.
 * Returns: the stride; @gain: what the linear model gains by it */
static double
search_line (GigEulerOptimiser *self,
             double             damping,
             double            *gain)
{
  GigEulerNormal *normal = &self->here;
  unsigned n = normal->n;
  double slope = 0, bend, lo = 0, hi = INFINITY, stride = 1, curve, first;

  multiply (self, self->move, damping);
  for (unsigned i = 0; i < n; i++)
    slope += (normal->gradient[i] + self->product[i]) * self->step[i];
  multiply (self, self->step, damping);
  bend = dot (self->product, self->step, n);
  for (unsigned k = 0; k < normal->n_hinges; k++)
    normal->hinges[k].along = dot_row (&normal->hinges[k].row, self->step);

  first = slope_at (normal, slope, bend, 0, &curve);
  for (unsigned k = 0; k < 30; k++)
    {
      double here = slope_at (normal, slope, bend, stride, &curve), next;

      if (fabs (here) < 1e-3 * fabs (first))
        break;
      if (here < 0)
        lo = stride;
      else
        hi = stride;
      next = stride - here / curve;
      if (!(next > lo && next < hi))
        next = isfinite (hi) ? 0.5 * (lo + hi) : 2 * stride;
      stride = next;
    }
  *gain = -(slope * stride + 0.5 * bend * stride * stride);
  for (unsigned k = 0; k < normal->n_hinges; k++)
    {
      double old = fmax (0, normal->hinges[k].at);
      double new = fmax (0, normal->hinges[k].at + stride * normal->hinges[k].along);

      *gain += 0.5 * (old * old - new * new);
    }

  return stride;
}

/* Minimises the linear model. Returns: the energy it expects to gain, negative
 * when it fails. */
static double
minimise_model (GigEulerOptimiser *self,
                double             damping)
{
  unsigned n = self->here.n;
  double total = 0;

  memset (self->move, 0, n * sizeof (double));
  for (unsigned k = 0; k < MAX_INNER && !gig_euler_effort_is_over (self->effort); k++)
    {
      double stride, gain;

      gig_euler_effort_spend (self->effort, self->factor_cost + 150 * self->here.n_hinges);
      linearise (self, damping);
      if (!factorise (self))
        return -1;
      solve (self);
      stride = search_line (self, damping, &gain);
      if (!(gain > 0))
        break;
      for (unsigned i = 0; i < n; i++)
        self->move[i] += stride * self->step[i];
      total += gain;
      if (gain < 0.1 * total)
        break;
    }

  return total;
}

double
gig_euler_optimiser_run (GigEulerOptimiser *self,
                         unsigned           n,
                         double            *x,
                         unsigned           steps,
                         double             tolerance,
                         GigEulerResiduals  residuals,
                         void              *model)
{
  double damping = 1e-3;
  unsigned small = 0;

  if (n > self->max_n || !evaluate (self, &self->here, n, x, residuals, model))
    return INFINITY;

  self->factor_cost = measure_factor (self, n);
  for (unsigned k = 0; k < steps && !gig_euler_effort_is_over (self->effort); k++)
    {
      double wanted = minimise_model (self, damping), gain = -1;
      GigEulerNormal swap;

      if (wanted >= 0)
        {
          for (unsigned i = 0; i < n; i++)
            self->trial[i] = x[i] + self->move[i];
          if (evaluate (self, &self->there, n, self->trial, residuals, model))
            gain = self->here.energy - self->there.energy;
        }
      if (!(gain > 0))
        {
          damping = damping * 8 + 1e-6;
          if (damping > 1e8 || (wanted >= 0 && wanted < 1e-3 * tolerance))
            break;
          continue;
        }
      memcpy (x, self->trial, n * sizeof *x);
      swap = self->here;
      self->here = self->there;
      self->there = swap;
      if (gain > 0.7 * wanted)
        damping = fmax (damping * 0.2, 1e-8);
      else if (gain < 0.25 * wanted)
        damping *= 3;
      small = gain < tolerance ? small + 1 : 0;
      if (small == 2)
        break;
    }

  return self->here.energy;
}
