/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-fit.h"

#include <math.h>
#include <string.h>

/* After some attempts, a diagError above this shows that ellipses cannot have
 * these areas: two equal ones in a third, say, leave 23 % of it. */
#define HOPELESS 0.03

#define MAX_ATTEMPTS 7

/* Texts need not have more room than this many times their size, other rooms not
 * more than this many times their unit. */
#define TEXT_GOAL 2.2
#define ROOM_GOAL 8.0

/* An attempt at areas: how far off they are, and how much room there is. */
typedef struct
{
  double        error;
  double        scale;
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
} Attempt;

bool
gig_euler_has_ellipse (const GigEulerDraft *draft)
{
  for (unsigned i = 0; i < draft->system->n_curves; i++)
    if (draft->shapes[i].a != draft->shapes[i].b)
      return true;

  return false;
}

/* The areas first, then room. */
static bool
is_better (double         error,
           double         scale,
           const Attempt *best)
{
  if (error > GIG_EULER_AREA_TOLERANCE || best->error > GIG_EULER_AREA_TOLERANCE)
    return error < best->error;

  return scale > 1.1 * best->scale;
}

static bool
is_enough (const Attempt *best,
           unsigned       attempt,
           double         enough)
{
  if (best->error < GIG_EULER_AREA_TOLERANCE)
    return best->scale > enough || attempt >= 1;

  return best->error > HOPELESS && attempt >= 3;
}

/* Circles first; then ellipses from what was best and from the start, shaken,
 * every other time in small strides. */
static void
fit_areas (GigEulerFit *self)
{
  GigEulerDraft *draft = self->draft;
  const double enough = 0.06 * hypot (draft->width, draft->height) / GIG_EULER_ROOM_UNIT;
  unsigned n = draft->system->n_curves;
  GigEulerShape start[GIG_EULER_MAX_SETS];
  Attempt best = { INFINITY, 0, { { 0 } } };
  GigEulerAreas areas;

  memcpy (start, draft->shapes, sizeof start);
  memcpy (best.shapes, draft->shapes, sizeof start);
  if (gig_euler_areas_init (&areas, draft->system))
    for (unsigned attempt = 0; attempt < MAX_ATTEMPTS; attempt++)
      {
        bool again = attempt % 2 == 1;
        double error;

        memcpy (draft->shapes, again ? best.shapes : start, sizeof start);
        if (attempt > 0)
          gig_euler_shapes_shake (draft->shapes, n, attempt, again ? 0.1 : 0.3);
        gig_euler_content_discs (self->content, draft);
        error = gig_euler_areas_fit (&areas, self->work, draft, self->content,
                                     attempt > 0 || gig_euler_has_ellipse (draft), attempt % 4 >= 2);
        if (is_better (error, areas.room_scale, &best))
          {
            best.error = error;
            best.scale = areas.room_scale;
            memcpy (best.shapes, draft->shapes, sizeof start);
          }
        if (gig_euler_effort_is_over (self->work->effort) || is_enough (&best, attempt, enough))
          break;
      }
  memcpy (draft->shapes, best.shapes, sizeof start);
  gig_euler_areas_clear (&areas);
}

/* Lets names and items grow to their real size and beyond; where that fails,
 * once more with the items in other rows. */
static void
fit_texts (GigEulerFit *self)
{
  GigEulerDraft *draft = self->draft;
  bool ellipses = gig_euler_has_ellipse (draft);
  double scale;

  gig_euler_content_boxes (self->content, self->builder, draft, self->stretch);
  scale = gig_euler_refine (self->work, draft, self->content, ellipses, TEXT_GOAL, 120);
  for (unsigned round = 0; round < 2 && scale < TEXT_GOAL && !gig_euler_effort_is_over (self->work->effort); round++)
    {
      if (!gig_euler_content_choose_rows (self->content, self->builder, draft, self->stretch,
                                          fmax (scale, 0.5)))
        break;
      scale = gig_euler_refine (self->work, draft, self->content, ellipses, TEXT_GOAL, 80);
    }
}

void
gig_euler_fit (GigEulerFit *self)
{
  if (self->draft->system->proportional)
    {
      fit_areas (self);
    }
  else if (gig_euler_builder_has_texts (self->builder))
    {
      fit_texts (self);
    }
  else
    {
      gig_euler_content_discs (self->content, self->draft);
      gig_euler_refine (self->work, self->draft, self->content,
                        gig_euler_has_ellipse (self->draft), ROOM_GOAL, 60);
    }
}
