/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene.h"

#include "gig-scene-labels.h"

/* Where the wide drawing, 1.4 times as wide as high, and the square one fill as
 * much of an area; and the square one and the tall one. */
#define WIDE_FROM   1.24
#define TALL_UNTIL  0.92
#define HYSTERESIS  1.06

/* Of a density: the letters' size beside the drawing, in nominal ones; the
 * members shown; and how small the drawing is, in nominal ones, from where it
 * takes the next. */
static const struct
{
  double name_factor;
  double member_factor;
  guint  max_members;
  double until;
} densities[] = {
  { 1.0, 1.0, GIG_SCENE_DESK_MEMBERS, 0.64 },
  { 1.5, 1.5, GIG_SCENE_WALL_MEMBERS, 0.48 },
  { 2.2, 1.6, 6, 0 },
};

/* A drawing smaller than this beside its texts cannot hold the names of its sets. */
#define LEAST_RATIO 0.46

G_STATIC_ASSERT (G_N_ELEMENTS (densities) == GIG_SCENE_N_DENSITIES);

GigEulerCanvas
gig_scene_choose_canvas (double         width,
                         double         height,
                         GigEulerCanvas current)
{
  double wide = WIDE_FROM * (current == GIG_EULER_CANVAS_WIDE ? 1 / HYSTERESIS : HYSTERESIS);
  double tall = TALL_UNTIL * (current == GIG_EULER_CANVAS_TALL ? HYSTERESIS : 1 / HYSTERESIS);

  if (width >= height * wide)
    return GIG_EULER_CANVAS_WIDE;
  if (width <= height * tall)
    return GIG_EULER_CANVAS_TALL;

  return GIG_EULER_CANVAS_SQUARE;
}

static double
get_ratio (GigEulerCanvas canvas,
           double         width,
           double         height)
{
  double canvas_width, canvas_height;

  gig_euler_canvas_get_size (canvas, &canvas_width, &canvas_height);

  return MIN (width / canvas_width, height / canvas_height);
}

double
gig_scene_limit_text_scale (double width,
                            double height,
                            double text_scale)
{
  GigEulerCanvas canvas = gig_scene_choose_canvas (width, height, GIG_EULER_CANVAS_SQUARE);

  return MIN (text_scale, MAX (1, get_ratio (canvas, width, height) / LEAST_RATIO));
}

GigScenePlan
gig_scene_choose_plan (double              width,
                       double              height,
                       double              text_scale,
                       const GigScenePlan *current)
{
  GigScenePlan plan = { gig_scene_choose_canvas (width, height,
                                                 current != NULL ? current->canvas : GIG_EULER_CANVAS_SQUARE) };
  double       ratio = get_ratio (plan.canvas, width, height) / MAX (text_scale, 0.1);

  while (plan.density + 1 < GIG_SCENE_N_DENSITIES)
    {
      double until = densities[plan.density].until;

      if (current != NULL)
        until *= current->density > plan.density ? HYSTERESIS : 1 / HYSTERESIS;
      if (ratio >= until)
        break;
      plan.density++;
    }

  return plan;
}

void
_gig_scene_plan_get_factors (const GigScenePlan *plan,
                             double             *names,
                             double             *members)
{
  guint density = MIN (plan->density, GIG_SCENE_N_DENSITIES - 1);

  *names = densities[density].name_factor;
  *members = densities[density].member_factor;
}

guint
gig_scene_plan_get_max_members (const GigScenePlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return densities[MIN (plan->density, GIG_SCENE_N_DENSITIES - 1)].max_members;
}

gboolean
gig_scene_plan_equal (const GigScenePlan *a,
                      const GigScenePlan *b)
{
  return a->canvas == b->canvas && a->density == b->density;
}
