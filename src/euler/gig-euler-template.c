/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-template.h"

#include <math.h>

/* Where the curves of a Venn diagram stand: centre, semi-axes and rotation in
 * degrees, in units of the size. */
static const double four[4][5] = {
  { -0.42, 0.18, 1.0, 0.625, 50 },
  { -0.14, -0.10, 1.0, 0.625, 50 },
  { 0.14, -0.10, 1.0, 0.625, 130 },
  { 0.42, 0.18, 1.0, 0.625, 130 },
};

/* Five times the same ellipse around a point, Grünbaum's way; the numbers make
 * the smallest of the 31 zones largest. */
#define FIVE_OFFSET 0.2
#define FIVE_ASPECT 0.63
#define FIVE_TURN   22.0

static double
radians (double degrees)
{
  return degrees * GIG_EULER_PI / 180;
}

static void
draw (GigEulerShape *shape,
      const double   place[5],
      double         size)
{
  shape->x = size * place[0];
  shape->y = size * place[1];
  shape->a = size * place[2];
  shape->b = size * place[3];
  shape->phi = radians (place[4]);
  gig_euler_shape_update (shape);
}

void
gig_euler_template_venn (GigEulerShape *shapes,
                         unsigned       n,
                         double         size,
                         unsigned       turn)
{
  unsigned order[GIG_EULER_MAX_VENN] = { 0, 1 };

  for (unsigned i = 2; i < n; i++)
    {
      unsigned k = turn % (i + 1);

      turn /= i + 1;
      order[i] = order[k];
      order[k] = i;
    }
  for (unsigned i = 0; i < n; i++)
    {
      double angle = 360.0 * order[i] / n - 90, t = radians (angle);
      double round[5] = { 0.6 * cos (t), 0.6 * sin (t), 1, 1, 0 };
      double five[5] = { FIVE_OFFSET * cos (t), FIVE_OFFSET * sin (t), 1, FIVE_ASPECT, angle + FIVE_TURN };

      draw (&shapes[i], n <= 3 ? round : n == 4 ? four[order[i]] : five, size);
    }
}
