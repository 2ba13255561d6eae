/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-geometry.h"

#include <math.h>

#define N_SAMPLES 32

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

/* Sign changes between samples, and pairs of roots that hide between two: there
 * the wave turns, no farther from 0 than its greatest bend allows. */
static unsigned
wave_cuts (const Wave          *w,
           const GigEulerShape *first,
           const GigEulerShape *second,
           GigEulerCut          cuts[4])
{
  double step = 2 * GIG_EULER_PI / N_SAMPLES, f[N_SAMPLES];
  double bend = fabs (w->c1) + fabs (w->s1) + 4 * (fabs (w->c2) + fabs (w->s2));
  double near = bend * step * step / 8;
  unsigned n = 0;

  for (unsigned i = 0; i < N_SAMPLES; i++)
    f[i] = wave_at (w, sample_cos[i], sample_sin (i));

  for (unsigned i = 0; i < N_SAMPLES; i++)
    {
      unsigned k = (i + 1) % N_SAMPLES;
      double lo = i * step, hi = (i + 1) * step, slope, t, g;

      if ((f[i] < 0) != (f[k] < 0))
        {
          add_cut (first, second, wave_root (w, lo, hi, f[i]), cuts, &n);
          continue;
        }
      if (fmin (fabs (f[i]), fabs (f[k])) > near)
        continue;
      slope = wave_slope (w, sample_cos[i], sample_sin (i));
      if ((slope < 0) == (f[i] < 0) ||
          (wave_slope (w, sample_cos[k], sample_sin (k)) < 0) == (slope < 0))
        continue;
      t = wave_extremum (w, lo, hi, slope);
      g = wave_at (w, cos (t), sin (t));
      if ((g < 0) == (f[i] < 0))
        continue;
      add_cut (first, second, wave_root (w, lo, t, f[i]), cuts, &n);
      add_cut (first, second, wave_root (w, t, hi, g), cuts, &n);
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

void
gig_euler_shape_init_circle (GigEulerShape *shape,
                             double         x,
                             double         y,
                             double         r)
{
  *shape = (GigEulerShape) { x, y, r, r, 0, 1, 0 };
}

void
gig_euler_shape_update (GigEulerShape *shape)
{
  shape->c = cos (shape->phi);
  shape->s = sin (shape->phi);
}

void
gig_euler_shape_point (const GigEulerShape *shape,
                       double               t,
                       double              *x,
                       double              *y)
{
  double u = shape->a * cos (t), v = shape->b * sin (t);

  *x = shape->x + u * shape->c - v * shape->s;
  *y = shape->y + u * shape->s + v * shape->c;
}

void
gig_euler_shape_extents (const GigEulerShape *shape,
                         double              *hx,
                         double              *hy)
{
  double ac = shape->a * shape->c, as = shape->a * shape->s;
  double bc = shape->b * shape->c, bs = shape->b * shape->s;

  *hx = sqrt (ac * ac + bs * bs);
  *hy = sqrt (as * as + bc * bc);
}

void
gig_euler_shapes_box (const GigEulerShape *shapes,
                      unsigned             n,
                      double               box[4])
{
  box[0] = box[1] = INFINITY;
  box[2] = box[3] = -INFINITY;
  for (unsigned i = 0; i < n; i++)
    {
      double hx, hy;

      gig_euler_shape_extents (&shapes[i], &hx, &hy);
      box[0] = fmin (box[0], shapes[i].x - hx);
      box[1] = fmin (box[1], shapes[i].y - hy);
      box[2] = fmax (box[2], shapes[i].x + hx);
      box[3] = fmax (box[3], shapes[i].y + hy);
    }
}

double
gig_euler_shape_level (const GigEulerShape *shape,
                       double               x,
                       double               y)
{
  double dx = x - shape->x, dy = y - shape->y;
  double u = (dx * shape->c + dy * shape->s) / shape->a;
  double v = (dy * shape->c - dx * shape->s) / shape->b;

  return u * u + v * v;
}

/*
 * The nearest point (x0, x1) of an ellipse, after Eberly, "Distance from a Point
 * to an Ellipse" (Geometric Tools, 2013): with y0, y1 ≥ 0 the absolute
 * coordinates and e0 ≥ e1 the semi-axes, it is (e0² y0/(t+e0²), e1² y1/(t+e1²))
 * for the largest root t of F(t) = (e0 y0/(t+e0²))² + (e1 y1/(t+e1²))² − 1. F is
 * convex and falls right of −e1², so Newton from the left of the root is
 * monotone.
 */
static void
nearest_on_ellipse (double  e0,
                    double  e1,
                    double  y0,
                    double  y1,
                    double *x0,
                    double *x1)
{
  double a2 = e0 * e0, b2 = e1 * e1, t, n0, n1;

  if (y1 < 1e-9 * e1)
    {
      double q = y0 * e0 / fmax (a2 - b2, 1e-300);

      *x0 = q < 1 ? e0 * q : e0;
      *x1 = q < 1 ? e1 * sqrt (1 - q * q) : 0;
      return;
    }

  n0 = e0 * y0;
  n1 = e1 * y1;
  t = fmax (n1 - b2, n0 - a2);
  for (unsigned i = 0; i < 40; i++)
    {
      double p = n0 / (t + a2), q = n1 / (t + b2), f = p * p + q * q - 1;
      double step = f / (2 * (p * p / (t + a2) + q * q / (t + b2)));

      t += step;
      if (!(step > 1e-13 * (fabs (t) + b2)))
        break;
    }
  *x0 = a2 * y0 / (t + a2);
  *x1 = b2 * y1 / (t + b2);
}

double
gig_euler_shape_nearest (const GigEulerShape *shape,
                         double               x,
                         double               y,
                         double              *nx,
                         double              *ny)
{
  double dx = x - shape->x, dy = y - shape->y, u, v, p, q, level, d;

  if (shape->a == shape->b)
    {
      d = sqrt (dx * dx + dy * dy);
      *nx = d > 0 ? dx / d : 0;
      *ny = d > 0 ? dy / d : 1;
      return shape->a - d;
    }

  u = dx * shape->c + dy * shape->s;
  v = dy * shape->c - dx * shape->s;
  if (shape->a > shape->b)
    nearest_on_ellipse (shape->a, shape->b, fabs (u), fabs (v), &p, &q);
  else
    nearest_on_ellipse (shape->b, shape->a, fabs (v), fabs (u), &q, &p);
  d = hypot (p - fabs (u), q - fabs (v));
  level = (u / shape->a) * (u / shape->a) + (v / shape->b) * (v / shape->b);
  p = copysign (p, u) / (shape->a * shape->a);
  q = copysign (q, v) / (shape->b * shape->b);
  u = 1 / sqrt (p * p + q * q);
  *nx = u * (p * shape->c - q * shape->s);
  *ny = u * (p * shape->s + q * shape->c);

  return level < 1 ? d : -d;
}

double
gig_euler_shape_depth (const GigEulerShape *shape,
                       double               x,
                       double               y)
{
  double nx, ny;

  return gig_euler_shape_nearest (shape, x, y, &nx, &ny);
}

/* Smallest |distance| from points of @first to the outline of @second, with
 * the sign of @side; refined around the best sample by golden section. */
static double
one_way_gap (const GigEulerShape *first,
             const GigEulerShape *second)
{
  double best = INFINITY, best_t = 0, step = 2 * GIG_EULER_PI / N_SAMPLES, lo, hi;
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
          best_t = i * step;
        }
    }
  lo = best_t - step;
  hi = best_t + step;
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

/* xorshift64*: Vigna, "An experimental exploration of Marsaglia's xorshift
 * generators, scrambled" (2016). */
double
gig_euler_random (uint64_t *state)
{
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;

  return (double) ((*state * 2685821657736338717u) >> 11) / 9007199254740992.0;
}

void
gig_euler_shapes_shake (GigEulerShape *shapes,
                        unsigned       n,
                        uint64_t       seed,
                        double         amount)
{
  uint64_t state = 0x9e3779b97f4a7c15u ^ (seed * 0xbf58476d1ce4e5b9u);

  for (unsigned i = 0; i < n; i++)
    {
      GigEulerShape *s = &shapes[i];
      double size = fmin (s->a, s->b), stretch = 1 + amount * gig_euler_random (&state);

      s->x += 0.3 * amount * size * (gig_euler_random (&state) - 0.5);
      s->y += 0.3 * amount * size * (gig_euler_random (&state) - 0.5);
      s->a *= stretch;
      s->b /= stretch;
      s->phi += gig_euler_random (&state) * GIG_EULER_PI;
      gig_euler_shape_update (s);
    }
}

void
gig_euler_shape_to_ellipse (const GigEulerShape *shape,
                            GigEulerEllipse     *ellipse)
{
  double phi = shape->phi;

  *ellipse = (GigEulerEllipse) { shape->x, shape->y, shape->a, shape->b, 0 };
  if (shape->a == shape->b)
    return;
  phi -= GIG_EULER_PI * floor (phi / GIG_EULER_PI + 0.5);
  if (phi <= -GIG_EULER_PI / 2)
    phi += GIG_EULER_PI;
  ellipse->rotation = phi;
}

void
gig_euler_shape_from_ellipse (GigEulerShape         *shape,
                              const GigEulerEllipse *ellipse)
{
  shape->x = ellipse->cx;
  shape->y = ellipse->cy;
  shape->a = ellipse->rx;
  shape->b = ellipse->ry;
  shape->phi = ellipse->rotation;
  gig_euler_shape_update (shape);
}

/* Public */

void
gig_euler_ellipse_point (const GigEulerEllipse *ellipse,
                         double                 t,
                         double                *x,
                         double                *y)
{
  GigEulerShape shape;

  gig_euler_shape_from_ellipse (&shape, ellipse);
  gig_euler_shape_point (&shape, t, x, y);
}

bool
gig_euler_ellipse_contains (const GigEulerEllipse *ellipse,
                            double                 x,
                            double                 y)
{
  GigEulerShape shape;

  if (!(ellipse->rx > 0))
    return false;
  gig_euler_shape_from_ellipse (&shape, ellipse);

  return gig_euler_shape_level (&shape, x, y) < 1;
}

void
gig_euler_ellipse_interpolate (const GigEulerEllipse *from,
                               const GigEulerEllipse *to,
                               double                 progress,
                               GigEulerEllipse       *result)
{
  double rx = to->rx, ry = to->ry, turn = to->rotation - from->rotation;
  double quarter = GIG_EULER_PI / 2, tiny = 1e-6;

  /* A circle has no direction: it keeps the other's. */
  if (from->rx == from->ry || to->rx == to->ry)
    turn = 0;
  turn -= GIG_EULER_PI * floor (turn / GIG_EULER_PI + 0.5);
  if (fabs (turn) > quarter / 2)
    {
      turn += turn > 0 ? -quarter : quarter;
      rx = to->ry;
      ry = to->rx;
    }
  result->cx = from->cx + (to->cx - from->cx) * progress;
  result->cy = from->cy + (to->cy - from->cy) * progress;
  result->rx = exp (log (fmax (from->rx, tiny)) * (1 - progress) + log (fmax (rx, tiny)) * progress);
  result->ry = exp (log (fmax (from->ry, tiny)) * (1 - progress) + log (fmax (ry, tiny)) * progress);
  result->rotation = (from->rx == from->ry ? to->rotation : from->rotation) + turn * progress;
}

unsigned
gig_euler_arc_to_cubics (const GigEulerEllipse *ellipse,
                         double                 start,
                         double                 end,
                         double                 cubics[8][6])
{
  double span = end - start, step, k;
  unsigned n = (unsigned) ceil (fabs (span) / (GIG_EULER_PI / 4) - 1e-9);
  double c = cos (ellipse->rotation), s = sin (ellipse->rotation);

  n = n < 1 ? 1 : n > 8 ? 8 : n;
  step = span / n;
  k = 4.0 / 3.0 * tan (step / 4);
  for (unsigned i = 0; i < n; i++)
    {
      double t = start + i * step, w = t + step;
      double p[3][2] = {
        { cos (t) - k * sin (t), sin (t) + k * cos (t) },
        { cos (w) + k * sin (w), sin (w) - k * cos (w) },
        { cos (w), sin (w) },
      };

      for (unsigned j = 0; j < 3; j++)
        {
          double x = ellipse->rx * p[j][0], y = ellipse->ry * p[j][1];

          cubics[i][2 * j] = ellipse->cx + x * c - y * s;
          cubics[i][2 * j + 1] = ellipse->cy + x * s + y * c;
        }
    }

  return n;
}
