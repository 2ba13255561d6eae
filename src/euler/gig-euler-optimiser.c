/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-optimiser.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool
gig_euler_optimiser_init (GigEulerOptimiser *self,
                          unsigned           max_n)
{
  size_t n = max_n + 1, square = n * n;
  double *memory = malloc ((3 * square + 4 * n) * sizeof (double));

  memset (self, 0, sizeof *self);
  self->max_n = max_n;
  self->first = calloc (n, sizeof *self->first);
  self->memory = memory;
  if (memory == NULL || self->first == NULL)
    return false;

  self->here.first = self->there.first = self->first;
  self->here.matrix = memory;
  self->there.matrix = memory + square;
  self->factor = memory + 2 * square;
  memory += 3 * square;
  self->here.gradient = memory;
  self->there.gradient = memory + n;
  self->step = memory + 2 * n;
  self->trial = memory + 3 * n;

  return true;
}

void
gig_euler_optimiser_clear (GigEulerOptimiser *self)
{
  free (self->memory);
  free (self->first);
  memset (self, 0, sizeof *self);
}

void
gig_euler_normal_add (GigEulerNormal    *normal,
                      double             residual,
                      const GigEulerRow *row)
{
  normal->energy += 0.5 * residual * residual;
  for (unsigned i = 0; i < row->n; i++)
    {
      unsigned p = row->index[i];

      normal->gradient[p] += residual * row->value[i];
      for (unsigned j = 0; j < row->n; j++)
        if (row->index[j] <= p)
          normal->matrix[p * normal->n + row->index[j]] += row->value[i] * row->value[j];
    }
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
evaluate (GigEulerNormal   *normal,
          unsigned          n,
          const double     *x,
          GigEulerResiduals residuals,
          void             *model)
{
  normal->n = n;
  normal->energy = 0;
  for (unsigned i = 0; i < n; i++)
    {
      normal->gradient[i] = 0;
      memset (normal->matrix + i * n + normal->first[i], 0,
              (i + 1 - normal->first[i]) * sizeof (double));
    }

  return residuals (model, x, normal) && isfinite (normal->energy);
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

/* Cholesky within the skyline: what lies left of a row's first entry stays 0. */
static bool
factorise (GigEulerOptimiser *self,
           double             damping)
{
  const GigEulerNormal *normal = &self->here;
  unsigned n = normal->n;

  for (unsigned i = 0; i < n; i++)
    {
      double *row = self->factor + i * n;

      for (unsigned j = normal->first[i]; j <= i; j++)
        {
          const double *other = self->factor + j * n;
          unsigned from = normal->first[i] > normal->first[j] ? normal->first[i] : normal->first[j];
          double sum = normal->matrix[i * n + j];

          if (from < j)
            sum -= dot (row + from, other + from, j - from);
          if (j < i)
            row[j] = sum * other[j];
          else
            {
              sum += damping * (1 + 0.1 * normal->matrix[i * n + i]);
              if (!(sum > 1e-14))
                return false;
              row[i] = 1 / sqrt (sum); /* the diagonal is kept inverted */
            }
        }
    }

  return true;
}

static void
solve (GigEulerOptimiser *self)
{
  const GigEulerNormal *normal = &self->here;
  unsigned n = normal->n;
  double *y = self->step;

  for (unsigned i = 0; i < n; i++)
    {
      const double *row = self->factor + i * n;
      unsigned from = normal->first[i];

      y[i] = (-normal->gradient[i] - dot (row + from, y + from, i - from)) * row[i];
    }
  for (unsigned i = n; i-- > 0;)
    {
      const double *row = self->factor + i * n;

      y[i] *= row[i];
      for (unsigned j = normal->first[i]; j < i; j++)
        y[j] -= row[j] * y[i];
    }
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

  if (n > self->max_n || !evaluate (&self->here, n, x, residuals, model))
    return INFINITY;

  for (unsigned k = 0; k < steps; k++)
    {
      GigEulerNormal swap;
      double gain;
      bool fine = factorise (self, damping);

      if (fine)
        {
          solve (self);
          for (unsigned i = 0; i < n; i++)
            self->trial[i] = x[i] + self->step[i];
          fine = evaluate (&self->there, n, self->trial, residuals, model) &&
                 self->there.energy < self->here.energy;
        }
      if (!fine)
        {
          damping = damping * 8 + 1e-9;
          if (damping > 1e8)
            break;
          continue;
        }
      gain = self->here.energy - self->there.energy;
      memcpy (x, self->trial, n * sizeof *x);
      swap = self->here;
      self->here = self->there;
      self->there = swap;
      damping = fmax (damping * 0.25, 1e-10);
      small = gain < tolerance ? small + 1 : 0;
      if (small == 2)
        break;
    }

  return self->here.energy;
}
