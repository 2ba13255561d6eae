/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-space.h"

#include <math.h>

/* The chord at height @y; false when the ellipse does not reach it. */
static bool
get_chord (const GigEulerShape *shape,
           double               y,
           double              *x0,
           double              *x1)
{
  double dy = y - shape->y;
  double ia = 1 / (shape->a * shape->a);
  double ib = 1 / (shape->b * shape->b);
  double qa = shape->c * shape->c * ia + shape->s * shape->s * ib;
  double qb = shape->c * shape->s * dy * (ia - ib);
  double qc = dy * dy * (shape->s * shape->s * ia + shape->c * shape->c * ib) - 1;
  double root = qb * qb - qa * qc;

  if (root <= 0)
    return false;
  root = sqrt (root);
  *x0 = shape->x + (-qb - root) / qa;
  *x1 = shape->x + (-qb + root) / qa;

  return true;
}

/* The x that an ellipse covers anywhere between two heights. */
static bool
get_shadow (const GigEulerShape *shape,
            double               y0,
            double               y1,
            double              *x0,
            double              *x1)
{
  double hx, hy, tilt, low, high, unused;

  gig_euler_shape_extents (shape, &hx, &hy);
  low = fmax (y0, shape->y - hy);
  high = fmin (y1, shape->y + hy);
  if (low >= high)
    return false;
  /* Height of the rightmost point over the centre; the leftmost is as far below. */
  tilt = (shape->a * shape->a - shape->b * shape->b) * shape->s * shape->c / hx;
  if (!get_chord (shape, fmin (fmax (shape->y - tilt, low), high), x0, &unused))
    *x0 = shape->x;
  if (!get_chord (shape, fmin (fmax (shape->y + tilt, low), high), &unused, x1))
    *x1 = shape->x;

  return true;
}

/* Takes x0 … x1 out of the spans. */
static unsigned
cut_spans (GigEulerInterval *spans,
           unsigned      n_spans,
           double        x0,
           double        x1)
{
  GigEulerInterval rest[GIG_EULER_MAX_SPANS];
  unsigned     n = 0;

  for (unsigned i = 0; i < n_spans; i++)
    {
      if (x1 <= spans[i].x0 || x0 >= spans[i].x1)
        {
          if (n < GIG_EULER_MAX_SPANS)
            rest[n++] = spans[i];
          continue;
        }
      if (x0 > spans[i].x0 && n < GIG_EULER_MAX_SPANS)
        rest[n++] = (GigEulerInterval) { spans[i].x0, x0 };
      if (x1 < spans[i].x1 && n < GIG_EULER_MAX_SPANS)
        rest[n++] = (GigEulerInterval) { x1, spans[i].x1 };
    }
  for (unsigned i = 0; i < n; i++)
    spans[i] = rest[i];

  return n;
}

/* The part of a row inside all sets of the zone. */
static bool
get_common_span (const GigEulerSpace *self,
                 GigEulerMask         zone,
                 double               y0,
                 double               y1,
                 GigEulerInterval        *span)
{
  *span = (GigEulerInterval) { self->area.x0, self->area.x1 };
  if (zone != 0)
    *span = (GigEulerInterval) { -HUGE_VAL, HUGE_VAL };
  for (unsigned i = 0; i < self->n_sets; i++)
    {
      double x0, x1;

      if ((zone >> i & 1) == 0 || (self->drawn >> i & 1) == 0)
        continue;
      if (!get_chord (&self->shapes[i], y0, &x0, &x1))
        return false;
      span->x0 = fmax (span->x0, x0 + self->pad);
      span->x1 = fmin (span->x1, x1 - self->pad);
      if (!get_chord (&self->shapes[i], y1, &x0, &x1))
        return false;
      span->x0 = fmax (span->x0, x0 + self->pad);
      span->x1 = fmin (span->x1, x1 - self->pad);
    }

  return span->x0 < span->x1;
}

unsigned
gig_euler_space_row (const GigEulerSpace *self,
                     GigEulerMask         zone,
                     double               y0,
                     double               y1,
                     GigEulerInterval        *spans)
{
  unsigned n = 1;

  if (zone == 0 && (y0 < self->area.y0 || y1 > self->area.y1))
    return 0;
  if (!get_common_span (self, zone, y0 - self->pad, y1 + self->pad, &spans[0]))
    return 0;
  for (unsigned i = 0; i < self->n_sets; i++)
    {
      double x0, x1;

      if ((zone >> i & 1) != 0 || (self->drawn >> i & 1) == 0)
        continue;
      if (get_shadow (&self->shapes[i], y0 - self->pad, y1 + self->pad, &x0, &x1))
        n = cut_spans (spans, n, x0 - self->pad, x1 + self->pad);
    }
  for (size_t i = 0; i < self->n_boxes; i++)
    {
      const GigEulerBox *box = &self->boxes[i];

      if (box->y0 - self->gap < y1 && box->y1 + self->gap > y0)
        n = cut_spans (spans, n, box->x0 - self->gap, box->x1 + self->gap);
    }

  return n;
}

/* A lower bound of the distance, exact for circles: points scaled towards the
 * centre move by at least the smaller axis. Positive inside. */
double
gig_euler_space_depth (const GigEulerShape *shape,
                       double               x,
                       double               y)
{
  return (1 - sqrt (gig_euler_shape_level (shape, x, y))) * fmin (shape->a, shape->b);
}

double
gig_euler_space_clearance (const GigEulerSpace *self,
                           GigEulerMask         zone,
                           double               x,
                           double               y)
{
  double clearance = HUGE_VAL;

  for (unsigned i = 0; i < self->n_sets; i++)
    {
      double depth;

      if ((self->drawn >> i & 1) == 0)
        continue;
      depth = gig_euler_space_depth (&self->shapes[i], x, y);
      clearance = fmin (clearance, (zone >> i & 1) != 0 ? depth : -depth);
    }
  for (size_t i = 0; i < self->n_boxes; i++)
    {
      const GigEulerBox *box = &self->boxes[i];
      double             dx = fmax (box->x0 - x, x - box->x1);
      double             dy = fmax (box->y0 - y, y - box->y1);

      clearance = fmin (clearance, dx > 0 && dy > 0 ? hypot (dx, dy) : fmax (dx, dy));
    }

  return clearance;
}

bool
gig_euler_space_extents (const GigEulerSpace *self,
                         GigEulerMask         zone,
                         GigEulerBox         *extents)
{
  *extents = self->area;
  if (zone != 0)
    *extents = (GigEulerBox) { -HUGE_VAL, -HUGE_VAL, HUGE_VAL, HUGE_VAL, 0 };
  for (unsigned i = 0; i < self->n_sets; i++)
    {
      double hx, hy;

      if ((zone >> i & 1) == 0 || (self->drawn >> i & 1) == 0)
        continue;
      gig_euler_shape_extents (&self->shapes[i], &hx, &hy);
      extents->x0 = fmax (extents->x0, self->shapes[i].x - hx);
      extents->x1 = fmin (extents->x1, self->shapes[i].x + hx);
      extents->y0 = fmax (extents->y0, self->shapes[i].y - hy);
      extents->y1 = fmin (extents->y1, self->shapes[i].y + hy);
    }

  return isfinite (extents->x0) && isfinite (extents->y0) &&
         extents->x0 < extents->x1 && extents->y0 < extents->y1;
}

/* How good a point is as a pole, see gig_euler_space_pole(). */
static double
get_score (const GigEulerSpace *self,
           GigEulerMask         zone,
           double               preferred_x,
           double               enough,
           double               x,
           double               y)
{
  double clearance = gig_euler_space_clearance (self, zone, x, y);

  if (!isfinite (enough))
    return clearance;

  return fmin (clearance, enough) + 0.02 * clearance - 0.2 * fabs (x - preferred_x);
}

double
gig_euler_space_pole (const GigEulerSpace *self,
                      GigEulerMask         zone,
                      double               preferred_x,
                      double               enough,
                      double              *x,
                      double              *y)
{
  static const double steps[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  const unsigned      n_cells = 20;
  GigEulerBox         extents;
  double              best = -HUGE_VAL;

  if (!gig_euler_space_extents (self, zone, &extents))
    return best;
  for (unsigned i = 0; i < n_cells * n_cells; i++)
    {
      double px = extents.x0 + (extents.x1 - extents.x0) * (i % n_cells + 0.5) / n_cells;
      double py = extents.y0 + (extents.y1 - extents.y0) * (i / n_cells + 0.5) / n_cells;
      double score = get_score (self, zone, preferred_x, enough, px, py);

      if (score <= best)
        continue;
      best = score;
      *x = px;
      *y = py;
    }
  for (double step = (extents.x1 - extents.x0) / n_cells; step > 0.5;)
    {
      bool moved = false;

      for (unsigned i = 0; i < 4; i++)
        {
          double px = *x + step * steps[i][0];
          double py = *y + step * steps[i][1];
          double score = get_score (self, zone, preferred_x, enough, px, py);

          if (score <= best)
            continue;
          best = score;
          *x = px;
          *y = py;
          moved = true;
        }
      if (!moved)
        step /= 2;
    }

  return gig_euler_space_clearance (self, zone, *x, *y);
}

void
gig_euler_space_add (GigEulerSpace *self,
                     size_t         owner,
                     double         x,
                     double         y,
                     double         width,
                     double         height)
{
  self->boxes[self->n_boxes++] = (GigEulerBox) { x - width / 2, y - height / 2, x + width / 2, y + height / 2, owner };
}

void
gig_euler_space_remove (GigEulerSpace *self,
                        size_t         owner)
{
  for (size_t i = 0; i < self->n_boxes; i++)
    {
      if (self->boxes[i].owner != owner)
        continue;
      self->boxes[i] = self->boxes[--self->n_boxes];
      return;
    }
}

/* Whether the segment meets the box (Liang and Barsky 1984). */
static bool
segment_meets_box (const GigEulerBox *box,
                   double             x0,
                   double             y0,
                   double             x1,
                   double             y1)
{
  double p[4] = { x0 - x1, x1 - x0, y0 - y1, y1 - y0 };
  double q[4] = { x0 - box->x0, box->x1 - x0, y0 - box->y0, box->y1 - y0 };
  double enter = 0;
  double leave = 1;

  for (unsigned i = 0; i < 4; i++)
    {
      if (p[i] == 0)
        {
          if (q[i] < 0)
            return false;
        }
      else if (p[i] < 0)
        enter = fmax (enter, q[i] / p[i]);
      else
        leave = fmin (leave, q[i] / p[i]);
    }

  return enter < leave;
}

unsigned
gig_euler_space_crossings (const GigEulerSpace *self,
                           double               x0,
                           double               y0,
                           double               x1,
                           double               y1)
{
  unsigned n = 0;

  for (size_t i = 0; i < self->n_boxes; i++)
    n += segment_meets_box (&self->boxes[i], x0, y0, x1, y1);

  return n;
}
