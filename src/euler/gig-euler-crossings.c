/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How two outlines meet: where they cross, or how far apart they are. */

#include "gig-euler-geometry.h"

#include <math.h>

#define N_SAMPLES   32
#define SAMPLE_STEP (2 * GIG_EULER_PI / N_SAMPLES)

/* A trigonometric polynomial of degree 2: k + c1 cos t + s1 sin t + c2 cos 2t +
 * s2 sin 2t. An ellipse's level along another ellipse is one. */
typedef struct
{
  double k;
  double c1;
  double s1;
  double c2;
  double s2;
} Wave;

/* cos and sin of 2πi/32, so that no sample calls libm. */
static const double sample_cos[N_SAMPLES] = {
  1.0, 0.98078528040323043, 0.92387953251128674, 0.83146961230254524,
  0.70710678118654752, 0.55557023301960223, 0.38268343236508977, 0.19509032201612828,
  0.0, -0.19509032201612828, -0.38268343236508977, -0.55557023301960223,
  -0.70710678118654752, -0.83146961230254524, -0.92387953251128674, -0.98078528040323043,
  -1.0, -0.98078528040323043, -0.92387953251128674, -0.83146961230254524,
  -0.70710678118654752, -0.55557023301960223, -0.38268343236508977, -0.19509032201612828,
  0.0, 0.19509032201612828, 0.38268343236508977, 0.55557023301960223,
  0.70710678118654752, 0.83146961230254524, 0.92387953251128674, 0.98078528040323043,
};

static double
sample_sin (unsigned i)
{
  return sample_cos[(i + 3 * N_SAMPLES / 4) % N_SAMPLES];
}

static double
wave_at (const Wave *w,
         double      c,
         double      s)
{
  return w->k + w->c1 * c + w->s1 * s + w->c2 * (c * c - s * s) + w->s2 * 2 * s * c;
}

static double
wave_slope (const Wave *w,
            double      c,
            double      s)
{
  return w->s1 * c - w->c1 * s + 2 * w->s2 * (c * c - s * s) - 4 * w->c2 * s * c;
}

static double
wave_curve (const Wave *w,
            double      c,
            double      s)
{
  return -w->c1 * c - w->s1 * s - 4 * w->c2 * (c * c - s * s) - 8 * w->s2 * s * c;
}

/* The level of @other along the outline of @shape, minus 1. */
static void
wave_init (Wave                *w,
           const GigEulerShape *shape,
           const GigEulerShape *other)
{
  double dx = shape->x - other->x, dy = shape->y - other->y;
  double u0 = (dx * other->c + dy * other->s) / other->a;
  double v0 = (dy * other->c - dx * other->s) / other->b;
  double cd = shape->c * other->c + shape->s * other->s;
  double sd = shape->s * other->c - shape->c * other->s;
  double uc = shape->a * cd / other->a, us = -shape->b * sd / other->a;
  double vc = shape->a * sd / other->b, vs = shape->b * cd / other->b;

  w->k = u0 * u0 + v0 * v0 - 1 + 0.5 * (uc * uc + us * us + vc * vc + vs * vs);
  w->c1 = 2 * (u0 * uc + v0 * vc);
  w->s1 = 2 * (u0 * us + v0 * vs);
  w->c2 = 0.5 * (uc * uc - us * us + vc * vc - vs * vs);
  w->s2 = uc * us + vc * vs;
}

/* The root between @lo and @hi, where the signs differ: Newton kept inside a
 * shrinking bracket. */
static double
wave_root (const Wave *w,
           double      lo,
           double      hi,
           double      f_lo)
{
  double t = 0.5 * (lo + hi);

  for (unsigned i = 0; i < 60; i++)
    {
      double c = cos (t), s = sin (t), f = wave_at (w, c, s), d, next;

      if ((f < 0) == (f_lo < 0))
        lo = t;
      else
        hi = t;
      d = wave_slope (w, c, s);
      next = d != 0 ? t - f / d : lo;
      /* Asked first: where it has converged, t is an end of the bracket. */
      if (f == 0 || fabs (next - t) < 1e-15 * (1 + fabs (t)))
        return t;
      if (!(next > lo && next < hi))
        next = 0.5 * (lo + hi);
      if (next == t)
        return t;
      t = next;
    }

  return t;
}

/* The extremum between @lo and @hi, where the slopes' signs differ: Newton kept
 * inside a shrinking bracket. */
static double
wave_extremum (const Wave *w,
               double      lo,
               double      hi,
               double      slope_lo)
{
  double t = 0.5 * (lo + hi);

  for (unsigned i = 0; i < 30; i++)
    {
      double c = cos (t), s = sin (t), slope = wave_slope (w, c, s), bend = wave_curve (w, c, s), next;

      if ((slope < 0) == (slope_lo < 0))
        lo = t;
      else
        hi = t;
      next = bend != 0 ? t - slope / bend : lo;
      if (slope == 0 || fabs (next - t) < 1e-12)
        return t;
      t = next > lo && next < hi ? next : 0.5 * (lo + hi);
    }

  return t;
}

static double
angle_on (const GigEulerShape *shape,
          double               x,
          double               y)
{
  double dx = x - shape->x, dy = y - shape->y;
  double t = atan2 ((dy * shape->c - dx * shape->s) / shape->b,
                    (dx * shape->c + dy * shape->s) / shape->a);

  return t < 0 ? t + 2 * GIG_EULER_PI : t;
}

static void
add_cut (const GigEulerShape *first,
         const GigEulerShape *second,
         double               t,
         GigEulerCut         *cuts,
         unsigned            *n)
{
  double x, y;

  if (*n == 4)
    return;
  if (t < 0)
    t += 2 * GIG_EULER_PI;
  if (t >= 2 * GIG_EULER_PI)
    t -= 2 * GIG_EULER_PI;
  gig_euler_shape_point (first, t, &x, &y);
  cuts[*n].t = t;
  cuts[*n].u = angle_on (second, x, y);
  (*n)++;
}

static unsigned
circle_cuts (const GigEulerShape *first,
             const GigEulerShape *second,
             GigEulerCut          cuts[4])
{
  double dx = second->x - first->x, dy = second->y - first->y;
  double d2 = dx * dx + dy * dy, d = sqrt (d2), r = first->a, q = second->a;
  double cosine, along, spread;
  unsigned n = 0;

  if (d >= r + q || d <= fabs (r - q) || d == 0)
    return 0;

  cosine = (d2 + r * r - q * q) / (2 * d * r);
  along = atan2 (dy, dx) - first->phi;
  spread = acos (fmax (-1, fmin (1, cosine)));
  if (along - spread < 0)
    along += 2 * GIG_EULER_PI;
  add_cut (first, second, along - spread, cuts, &n);
  add_cut (first, second, along + spread, cuts, &n);

  return n;
}

/* Where the wave turns between sample @i and the next, where it comes near 0. Two
 * samples with slopes to one side can hide two turns: the slope itself turns. */
static unsigned
wave_turns (const Wave *w,
            unsigned    i,
            double      turns[2])
{
  unsigned k = (i + 1) % N_SAMPLES;
  double lo = i * SAMPLE_STEP, hi = (i + 1) * SAMPLE_STEP, left = lo, right = hi, inflection, slope;
  double slope_lo = wave_slope (w, sample_cos[i], sample_sin (i));
  bool falls = slope_lo < 0;

  if ((wave_slope (w, sample_cos[k], sample_sin (k)) < 0) != falls)
    {
      turns[0] = wave_extremum (w, lo, hi, slope_lo);
      return 1;
    }
  if ((wave_curve (w, sample_cos[i], sample_sin (i)) < 0) == falls ||
      (wave_curve (w, sample_cos[k], sample_sin (k)) < 0) != falls)
    return 0;

  inflection = 0.5 * (lo + hi);
  for (unsigned step = 0; step < 50; step++, inflection = 0.5 * (left + right))
    {
      if ((wave_curve (w, cos (inflection), sin (inflection)) < 0) != falls)
        left = inflection;
      else
        right = inflection;
    }
  slope = wave_slope (w, cos (inflection), sin (inflection));
  if ((slope < 0) == falls)
    return 0;
  turns[0] = wave_extremum (w, lo, inflection, slope_lo);
  turns[1] = wave_extremum (w, inflection, hi, slope);

  return 2;
}

/* Sign changes between samples, and roots that hide between two: there the wave
 * turns, no farther from 0 than its greatest bend allows. */
static unsigned
wave_cuts (const Wave          *w,
           const GigEulerShape *first,
           const GigEulerShape *second,
           GigEulerCut          cuts[4])
{
  double f[N_SAMPLES], turns[2];
  double bend = fabs (w->c1) + fabs (w->s1) + 4 * (fabs (w->c2) + fabs (w->s2));
  double near = bend * SAMPLE_STEP * SAMPLE_STEP / 8;
  unsigned n = 0;

  for (unsigned i = 0; i < N_SAMPLES; i++)
    f[i] = wave_at (w, sample_cos[i], sample_sin (i));

  for (unsigned i = 0; i < N_SAMPLES; i++)
    {
      unsigned k = (i + 1) % N_SAMPLES, n_turns = 0;
      double lo = i * SAMPLE_STEP, level = f[i];
      bool crosses = (f[i] < 0) != (f[k] < 0);

      if (fmin (fabs (f[i]), fabs (f[k])) <= near)
        n_turns = wave_turns (w, i, turns);
      /* One turn hides two roots or none. */
      if (crosses && n_turns == 1)
        n_turns = 0;
      for (unsigned j = 0; j < n_turns; j++)
        {
          double g = wave_at (w, cos (turns[j]), sin (turns[j]));

          if ((g < 0) != (level < 0))
            add_cut (first, second, wave_root (w, lo, turns[j], level), cuts, &n);
          lo = turns[j];
          level = g;
        }
      if ((level < 0) != (f[k] < 0))
        add_cut (first, second, wave_root (w, lo, (i + 1) * SAMPLE_STEP, level), cuts, &n);
    }

  return n;
}

unsigned
gig_euler_shape_cuts (const GigEulerShape *first,
                      const GigEulerShape *second,
                      GigEulerCut          cuts[4])
{
  double dx = second->x - first->x, dy = second->y - first->y;
  double reach = fmax (first->a, first->b) + fmax (second->a, second->b);
  unsigned n;
  Wave w;

  if (dx * dx + dy * dy >= reach * reach)
    return 0;
  if (first->a == first->b && second->a == second->b)
    return circle_cuts (first, second, cuts);

  wave_init (&w, first, second);
  n = wave_cuts (&w, first, second, cuts);

  return n & ~1u;
}

/* Smallest |distance| from points of @first to the outline of @second, with
 * the sign of @side; refined around the best sample by golden section. */
static double
one_way_gap (const GigEulerShape *first,
             const GigEulerShape *second)
{
  double best = INFINITY, best_t = 0, lo, hi;
  double x, y;

  for (unsigned i = 0; i < N_SAMPLES; i++)
    {
      double u = first->a * sample_cos[i], v = first->b * sample_sin (i), d;

      x = first->x + u * first->c - v * first->s;
      y = first->y + u * first->s + v * first->c;
      d = fabs (gig_euler_shape_depth (second, x, y));
      if (d < best)
        {
          best = d;
          best_t = i * SAMPLE_STEP;
        }
    }
  lo = best_t - SAMPLE_STEP;
  hi = best_t + SAMPLE_STEP;
  for (unsigned i = 0; i < 24; i++)
    {
      double p = hi - 0.6180339887498949 * (hi - lo), q = lo + 0.6180339887498949 * (hi - lo);
      double dp, dq;

      gig_euler_shape_point (first, p, &x, &y);
      dp = fabs (gig_euler_shape_depth (second, x, y));
      gig_euler_shape_point (first, q, &x, &y);
      dq = fabs (gig_euler_shape_depth (second, x, y));
      if (dp < dq)
        hi = q;
      else
        lo = p;
      best = fmin (best, fmin (dp, dq));
    }

  return best;
}

double
gig_euler_shape_gap (const GigEulerShape *first,
                     const GigEulerShape *second)
{
  GigEulerCut cuts[4];
  double gap;

  if (first->a == first->b && second->a == second->b)
    {
      double d = hypot (first->x - second->x, first->y - second->y);

      return fmax (d - first->a - second->a, fabs (first->a - second->a) - d);
    }
  gap = one_way_gap (first, second);

  return gig_euler_shape_cuts (first, second, cuts) > 0 ? -gap : gap;
}
