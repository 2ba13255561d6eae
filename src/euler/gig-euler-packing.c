/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-packing.h"

#include "gig-euler.h"

#include <math.h>
#include <stdbool.h>

#define MAX_DISCS 128

/* The farthest reach of the discs from a point. */
static double
reach_from (const GigEulerDisc *discs,
            unsigned            n,
            double              x,
            double              y,
            unsigned           *which)
{
  double reach = -1;

  for (unsigned i = 0; i < n; i++)
    {
      double d = hypot (discs[i].x - x, discs[i].y - y) + discs[i].r;

      if (d > reach)
        {
          reach = d;
          *which = i;
        }
    }

  return reach;
}

/* Walks towards the farthest disc with shrinking steps: Bădoiu & Clarkson,
 * "Smaller core-sets for balls" (2003). */
void
gig_euler_enclose (const GigEulerDisc *discs,
                   unsigned            n,
                   GigEulerDisc       *circle)
{
  unsigned far = 0;
  double step = 0.5;

  *circle = (GigEulerDisc) { 0, 0, 0 };
  if (n == 0)
    return;
  for (unsigned i = 0; i < n; i++)
    {
      circle->x += discs[i].x / n;
      circle->y += discs[i].y / n;
    }
  circle->r = reach_from (discs, n, circle->x, circle->y, &far);
  while (step > 1e-5 && n > 1)
    {
      double x = circle->x + step * (discs[far].x - circle->x);
      double y = circle->y + step * (discs[far].y - circle->y);
      unsigned next = far;
      double r = reach_from (discs, n, x, y, &next);

      if (r < circle->r)
        {
          *circle = (GigEulerDisc) { x, y, r };
          far = next;
        }
      else
        step *= 0.7;
    }
}

static bool
is_free (const GigEulerDisc *discs,
         const unsigned     *placed,
         unsigned            n_placed,
         double              x,
         double              y,
         double              r)
{
  for (unsigned k = 0; k < n_placed; k++)
    {
      const GigEulerDisc *d = &discs[placed[k]];
      double reach = (d->r + r) * (1 - 1e-9);

      if ((d->x - x) * (d->x - x) + (d->y - y) * (d->y - y) < reach * reach)
        return false;
    }

  return true;
}

/* The centre of a disc of radius @r that touches @p and @q, on one side. */
static bool
touch_both (const GigEulerDisc *p,
            const GigEulerDisc *q,
            double              r,
            double              side,
            double             *x,
            double             *y)
{
  double dx = q->x - p->x, dy = q->y - p->y, d2 = dx * dx + dy * dy, d = sqrt (d2);
  double a = p->r + r, b = q->r + r, along, across;

  if (d == 0 || a + b < d)
    return false;
  along = (d2 + a * a - b * b) / (2 * d);
  across = a * a - along * along;
  if (across < 0)
    return false;
  across = side * sqrt (across);
  *x = p->x + (dx * along - dy * across) / d;
  *y = p->y + (dy * along + dx * across) / d;

  return true;
}

static void
place_disc (GigEulerDisc   *discs,
            const unsigned *placed,
            unsigned        n_placed,
            GigEulerDisc   *disc,
            double          aspect)
{
  double best = INFINITY;

  for (unsigned i = 0; i < n_placed; i++)
    for (unsigned j = 0; j < i; j++)
      for (int side = -1; side <= 1; side += 2)
        {
          double x, y, score;

          if (!touch_both (&discs[placed[i]], &discs[placed[j]], disc->r, side, &x, &y) ||
              !is_free (discs, placed, n_placed, x, y, disc->r))
            continue;
          score = hypot (x / aspect, y) + disc->r;
          if (score < best - 1e-9)
            {
              best = score;
              disc->x = x;
              disc->y = y;
            }
        }
}

void
gig_euler_pack (GigEulerDisc *discs,
                unsigned      n,
                double        aspect)
{
  unsigned order[MAX_DISCS], n_order = 0;

  n = n < MAX_DISCS ? n : MAX_DISCS;
  for (unsigned i = 0; i < n; i++)
    {
      unsigned k = n_order++;

      for (; k > 0 && discs[order[k - 1]].r < discs[i].r; k--)
        order[k] = order[k - 1];
      order[k] = i;
    }
  for (unsigned k = 0; k < n; k++)
    {
      GigEulerDisc *disc = &discs[order[k]], middle;

      disc->x = disc->y = 0;
      if (k == 1)
        disc->x = discs[order[0]].r + disc->r;
      else if (k > 1)
        place_disc (discs, order, k, disc, aspect);
      if (k == 0)
        continue;
      gig_euler_enclose (discs, 0, &middle);
      for (unsigned j = 0; j <= k; j++)
        {
          double area = discs[order[j]].r * discs[order[j]].r;

          middle.x += area * discs[order[j]].x;
          middle.y += area * discs[order[j]].y;
          middle.r += area;
        }
      for (unsigned j = 0; j <= k; j++)
        {
          discs[order[j]].x -= middle.x / middle.r;
          discs[order[j]].y -= middle.y / middle.r;
        }
    }
}
