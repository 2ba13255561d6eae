/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-areas.h"
#include "gig-euler-private.h"
#include "gig-euler-stretch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MARGIN 10

/* Least distance of outlines that do not cross; less where areas are fixed. Both
 * are above 0.4 % of the diagonal. */
#define GAP      8
#define AREA_GAP 6

/* Least distance of texts from outlines and each other. */
#define PAD 5

/* Texts need not have more room than this many times their size. */
#define TEXT_GOAL 2.2

/* A diagError below this needs no further attempt. */
#define AREA_TOLERANCE 1e-4

/* After some attempts, a diagError above this shows that ellipses cannot have
 * these areas: two equal ones in a third, say, leave 23 % of it. */
#define HOPELESS 0.012

#define MAX_FITS 7

static bool
has_ellipse (const GigEulerDraft *draft)
{
  for (unsigned i = 0; i < draft->system->n_curves; i++)
    if (draft->shapes[i].a != draft->shapes[i].b)
      return true;

  return false;
}

/* How good a fit is: the zones' areas first, then room. */
typedef struct
{
  double        error;
  double        scale;
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
} Fit;

static bool
is_better (const GigEulerAreas *areas,
           double               error,
           const Fit           *best)
{
  if (error > AREA_TOLERANCE || best->error > AREA_TOLERANCE)
    return error < best->error;

  return areas->room_scale > 1.1 * best->scale;
}

static void
fit_areas (GigEulerWork    *work,
           GigEulerDraft   *draft,
           GigEulerContent *content)
{
  const double enough = 0.06 * hypot (draft->width, draft->height) / GIG_EULER_ROOM_UNIT;
  unsigned n = draft->system->n_curves;
  GigEulerShape start[GIG_EULER_MAX_SETS];
  Fit best = { INFINITY, 0, { { 0 } } };
  GigEulerAreas areas;

  memcpy (start, draft->shapes, sizeof start);
  memcpy (best.shapes, draft->shapes, sizeof start);
  if (gig_euler_areas_init (&areas, draft->system))
    for (unsigned attempt = 0; attempt < MAX_FITS; attempt++)
      {
        bool ellipses = attempt > 0 || has_ellipse (draft);
        double error;

        memcpy (draft->shapes, attempt % 2 == 1 ? best.shapes : start, sizeof start);
        if (attempt > 0)
          gig_euler_shapes_shake (draft->shapes, n, attempt, attempt % 2 == 1 ? 0.1 : 0.3);
        gig_euler_content_discs (content, draft);
        error = gig_euler_areas_fit (&areas, work, draft, content, ellipses, attempt % 4 >= 2);
        if (is_better (&areas, error, &best))
          {
            best.error = error;
            best.scale = areas.room_scale;
            memcpy (best.shapes, draft->shapes, sizeof start);
          }
        if (work->cancelled || (best.error < AREA_TOLERANCE && (best.scale > enough || attempt >= 1)) ||
            (best.error > HOPELESS && attempt >= 3))
          break;
      }
  memcpy (draft->shapes, best.shapes, sizeof start);
  gig_euler_areas_clear (&areas);
}

/* Lets names and items grow to their real size and beyond; where that fails,
 * once more with the items in other rows. */
static void
fit_texts (const GigEulerBuilder *builder,
           GigEulerWork          *work,
           GigEulerDraft         *draft,
           GigEulerContent       *content,
           double                 stretch)
{
  double scale;

  gig_euler_content_boxes (content, builder, draft, stretch);
  scale = gig_euler_refine (work, draft, content, has_ellipse (draft), TEXT_GOAL, 120);
  for (unsigned round = 0; round < 2 && scale < TEXT_GOAL && !work->cancelled; round++)
    {
      if (!gig_euler_content_choose_rows (content, builder, draft, stretch, fmax (scale, 0.5)))
        break;
      scale = gig_euler_refine (work, draft, content, has_ellipse (draft), TEXT_GOAL, 80);
    }
}

static bool
draw (const GigEulerBuilder *builder,
      GigEulerWork          *work,
      GigEulerDraft         *draft,
      double                 stretch)
{
  GigEulerContent *content = calloc (1, sizeof *content);

  if (content == NULL || !gig_euler_nest (work, draft))
    {
      free (content);
      return false;
    }
  gig_euler_content_discs (content, draft);
  if (draft->system->proportional)
    fit_areas (work, draft, content);
  else if (gig_euler_builder_has_texts (builder))
    fit_texts (builder, work, draft, content, stretch);
  else
    gig_euler_refine (work, draft, content, has_ellipse (draft), 8, 60);
  gig_euler_fit_canvas (draft);
  free (content);

  return !work->cancelled;
}

bool
gig_euler_solve (const GigEulerBuilder *builder,
                 GigEulerSystem        *system,
                 GigEulerAnswer        *answer)
{
  double stretch = gig_euler_builder_get_stretch (builder);
  GigEulerDraft *draft = calloc (1, sizeof *draft);
  GigEulerMask *wanted = calloc (system->n_needs + 1, sizeof *wanted);
  GigEulerWork work;
  bool done = false;

  if (draft == NULL || wanted == NULL)
    {
      free (draft);
      free (wanted);
      return false;
    }
  gig_euler_content_measure (builder, system, stretch);
  draft->system = system;
  draft->width = (builder->canvas == GIG_EULER_CANVAS_WIDE ? 900 : 600) - 2 * MARGIN;
  draft->height = (builder->canvas == GIG_EULER_CANVAS_WIDE ? 600 : 900) - 2 * MARGIN;
  draft->width /= stretch;
  draft->gap = system->proportional ? AREA_GAP : GAP;
  draft->pad = gig_euler_builder_has_texts (builder) ? PAD : 0;
  draft->wanted = wanted;
  for (size_t z = 0; z < system->n_needs; z++)
    wanted[draft->n_wanted++] = system->needs[z].mask;
  if (gig_euler_work_init (&work, system->n_curves, builder->cancel, builder->cancel_data))
    done = system->n_curves == 0 || draw (builder, &work, draft, stretch);
  for (unsigned i = 0; i < system->n_curves; i++)
    {
      answer->shapes[i] = draft->shapes[i];
      gig_euler_shape_stretch (&answer->shapes[i], stretch);
      answer->shapes[i].x += MARGIN;
      answer->shapes[i].y += MARGIN;
    }
  answer->n_starts = work.n_starts;
  gig_euler_work_clear (&work);
  free (draft);
  free (wanted);

  return done;
}
