/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-pole.h"
#include "gig-euler-private.h"

#include <math.h>

#define MARGIN 10

typedef struct
{
  const GigEulerSystem *system;
  GigEulerShape        *shapes;
  GigEulerMask          placed;
} Solve;

static void
place_component (Solve   *solve,
                 unsigned index,
                 double   x,
                 double   y,
                 double   r)
{
  const GigEulerSystem *system = solve->system;
  const GigEulerComponent *component = &system->components[index];
  unsigned n = gig_euler_popcount (component->curves), k = 0;

  for (unsigned i = 0; i < system->n_curves; i++)
    {
      double t = -GIG_EULER_PI / 2 + 2 * GIG_EULER_PI * k / n;

      if (!(component->curves >> i & 1))
        continue;
      if (n == 1)
        gig_euler_shape_init_circle (&solve->shapes[i], x, y, r);
      else
        gig_euler_shape_init_circle (&solve->shapes[i], x + 0.375 * r * cos (t),
                                     y + 0.375 * r * sin (t), 0.625 * r);
      solve->placed |= (GigEulerMask) 1 << i;
      k++;
    }
  for (unsigned c = 0; c < system->n_components; c++)
    {
      double px, py, depth;

      if (system->components[c].parent != (int) index)
        continue;
      depth = gig_euler_zone_pole (solve->shapes, system->n_curves, solve->placed,
                                   system->components[c].around, r * 0.01, &px, &py);
      depth = fmax (depth, r * 0.02);
      place_component (solve, c, px, py, 0.8 * depth);
    }
}

bool
gig_euler_solve (const GigEulerBuilder *builder,
                 const GigEulerSystem  *system,
                 GigEulerAnswer        *answer)
{
  Solve solve = { system, answer->shapes, 0 };
  double width = builder->canvas == GIG_EULER_CANVAS_WIDE ? 900 : 600;
  double height = builder->canvas == GIG_EULER_CANVAS_WIDE ? 600 : 900;
  unsigned roots = 0, k = 0;

  for (unsigned c = 0; c < system->n_components; c++)
    roots += system->components[c].parent < 0;
  for (unsigned c = 0; c < system->n_components; c++)
    if (system->components[c].parent < 0)
      {
        double cell = (width - 2 * MARGIN) / roots, r = 0.5 * fmin (cell * 0.95, height - 2 * MARGIN);

        place_component (&solve, c, MARGIN + cell * (k++ + 0.5), height / 2, r);
      }
  answer->n_starts = 1;

  return true;
}
