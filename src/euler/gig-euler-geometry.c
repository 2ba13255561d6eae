/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-geometry.h"

#include <math.h>

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
