/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-relax.h"
#include "gig-euler-stretch.h"
#include "gig-euler-warm.h"

#include <stdlib.h>
#include <string.h>

#define BIT(i) ((GigEulerMask) 1 << (i))

#define MARGIN 10

/* Least distance of outlines that do not cross; less where areas are fixed. Both
 * are above 0.4 % of the diagonal. */
#define GAP      8
#define AREA_GAP 6

/* Least distance of texts from outlines and each other. */
#define PAD 5

typedef struct
{
  GigEulerFit      fit;
  GigEulerRelaxed  relaxed;
  GigEulerWork     work;
  GigEulerDraft    draft;
  GigEulerContent  content;
} Solve;

static bool
begin (Solve                 *solve,
       const GigEulerBuilder *builder,
       const GigEulerSystem  *system,
       GigEulerEffort        *effort)
{
  GigEulerDraft *draft = &solve->draft;
  double width, height;

  solve->fit.builder = builder;
  solve->fit.work = &solve->work;
  solve->fit.draft = draft;
  solve->fit.content = &solve->content;
  solve->content.effort = effort;
  solve->fit.stretch = gig_euler_builder_get_stretch (builder);
  draft->system = system;
  gig_euler_canvas_get_size (builder->canvas, &width, &height);
  draft->width = (width - 2 * MARGIN) / solve->fit.stretch;
  draft->height = height - 2 * MARGIN;
  draft->gap = system->proportional ? AREA_GAP : GAP;
  draft->pad = gig_euler_builder_has_texts (builder) ? PAD : 0;
  memcpy (draft->relation, system->relation, sizeof draft->relation);
  draft->wanted = calloc (system->n_needs + 1, sizeof *draft->wanted);
  if (draft->wanted == NULL)
    return false;
  for (size_t z = 0; z < system->n_needs; z++)
    draft->wanted[draft->n_wanted++] = system->needs[z].mask;

  return gig_euler_work_init (&solve->work, system->n_curves, effort) &&
         gig_euler_relax (&solve->relaxed, system, effort);
}

static void
use_relaxed (Solve *solve)
{
  solve->draft.tolerated = solve->relaxed.tolerated;
  solve->draft.n_tolerated = solve->relaxed.n_tolerated;
}

/* What could not be avoided is kept from now on, as long as it is declared. */
static bool
accept_zones (Solve *solve)
{
  const GigEulerSystem *system = solve->draft.system;
  GigEulerArrangement *walk = &solve->work.check.walk;
  bool done = true;

  gig_euler_arrangement_walk (walk, solve->draft.shapes, system->n_curves, BIT (system->n_curves) - 1);
  for (size_t f = 0; f < walk->n_faces; f++)
    if (gig_euler_system_find (system, walk->faces[f].mask) == NULL)
      done = gig_euler_relaxed_add (&solve->relaxed, walk->faces[f].mask) && done;
  use_relaxed (solve);

  return done;
}

static bool
draw (Solve *solve)
{
  use_relaxed (solve);
  gig_euler_effort_grant (solve->work.effort, GIG_EULER_FIT_EFFORT);
  if (gig_euler_warm_start (&solve->fit, MARGIN))
    {
      gig_euler_fit_canvas (&solve->draft);
      return true;
    }
  if (!gig_euler_nest (&solve->work, &solve->draft))
    return false;
  if (!solve->draft.exact && !accept_zones (solve))
    return false;
  gig_euler_effort_grant (solve->work.effort, GIG_EULER_FIT_EFFORT);
  gig_euler_fit (&solve->fit);
  gig_euler_fit_canvas (&solve->draft);
  gig_euler_warm_align (&solve->fit, MARGIN);

  return !solve->work.effort->cancelled;
}

bool
gig_euler_solve (const GigEulerBuilder *builder,
                 GigEulerSystem        *system,
                 GigEulerAnswer        *answer,
                 GigEulerEffort        *effort)
{
  Solve *solve = calloc (1, sizeof *solve);
  bool done = false;

  if (solve == NULL)
    return false;

  gig_euler_content_measure (builder, system, gig_euler_builder_get_stretch (builder));
  if (begin (solve, builder, system, effort))
    done = system->n_curves == 0 || draw (solve);
  for (unsigned i = 0; i < system->n_curves; i++)
    {
      answer->shapes[i] = solve->draft.shapes[i];
      gig_euler_shape_stretch (&answer->shapes[i], solve->fit.stretch);
      answer->shapes[i].x += MARGIN;
      answer->shapes[i].y += MARGIN;
    }
  answer->n_starts = solve->work.n_starts;
  answer->warm = done && solve->work.n_starts == 0 && builder->previous != NULL;
  answer->undrawable = solve->relaxed.undrawable;
  gig_euler_work_clear (&solve->work);
  gig_euler_relaxed_clear (&solve->relaxed);
  free (solve->draft.wanted);
  free (solve);

  return done;
}
