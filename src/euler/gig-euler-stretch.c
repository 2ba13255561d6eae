/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-stretch.h"

#include "gig-euler-content.h"

#include <math.h>

/* Less than the canvas' 1.5, so that shapes still read as round. */
#define WIDE_STRETCH 1.3
#define TALL_STRETCH (1 / 1.25)
/* Texts are wider than high, so a little wider than a circle. */
#define SQUARE_STRETCH 1.08

void
gig_euler_canvas_get_size (GigEulerCanvas  canvas,
                           double         *width,
                           double         *height)
{
  switch (canvas)
    {
    case GIG_EULER_CANVAS_TALL:
      *width = 600;
      *height = 900;
      break;
    case GIG_EULER_CANVAS_SQUARE:
      *width = 720;
      *height = 720;
      break;
    case GIG_EULER_CANVAS_WIDE:
    default:
      *width = 900;
      *height = 600;
      break;
    }
}

double
gig_euler_builder_get_stretch (const GigEulerBuilder *builder)
{
  if (!gig_euler_builder_has_texts (builder))
    return 1;

  switch (builder->canvas)
    {
    case GIG_EULER_CANVAS_TALL:
      return TALL_STRETCH;
    case GIG_EULER_CANVAS_SQUARE:
      return SQUARE_STRETCH;
    case GIG_EULER_CANVAS_WIDE:
    default:
      return WIDE_STRETCH;
    }
}

/* The outline is M·(cos t, sin t); its axes are the singular values of the
 * stretched M (closed form for 2 × 2, Blinn 1996). */
void
gig_euler_shape_stretch (GigEulerShape *shape,
                         double         factor)
{
  double m00 = factor * shape->a * shape->c;
  double m01 = -factor * shape->b * shape->s;
  double m10 = shape->a * shape->s;
  double m11 = shape->b * shape->c;
  double e = 0.5 * (m00 + m11);
  double f = 0.5 * (m00 - m11);
  double g = 0.5 * (m10 + m01);
  double h = 0.5 * (m10 - m01);
  double larger = hypot (e, h) + hypot (f, g);
  double smaller = fabs (hypot (e, h) - hypot (f, g));
  double phi = 0.5 * (atan2 (g, f) + atan2 (h, e));

  if (factor == 1 || !(shape->a > 0))
    {
      shape->x *= factor;
      return;
    }
  while (phi > 0.5 * GIG_EULER_PI)
    phi -= GIG_EULER_PI;
  while (phi <= -0.5 * GIG_EULER_PI)
    phi += GIG_EULER_PI;
  shape->x *= factor;
  shape->a = larger;
  shape->b = smaller;
  shape->phi = larger - smaller < 1e-9 * larger ? 0 : phi;
  gig_euler_shape_update (shape);
}
