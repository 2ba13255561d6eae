/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-nest.h"
#include "gig-euler-private.h"
#include "gig-euler-stretch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MARGIN 10
#define GAP    8

bool
gig_euler_solve (const GigEulerBuilder *builder,
                 const GigEulerSystem  *system,
                 GigEulerAnswer        *answer)
{
  double stretch = gig_euler_builder_get_stretch (builder);
  GigEulerDraft *draft = calloc (1, sizeof *draft);
  GigEulerWork work;
  bool done = false;

  if (draft == NULL)
    return false;
  draft->system = system;
  draft->width = (builder->canvas == GIG_EULER_CANVAS_WIDE ? 900 : 600) - 2 * MARGIN;
  draft->height = (builder->canvas == GIG_EULER_CANVAS_WIDE ? 600 : 900) - 2 * MARGIN;
  draft->width /= stretch;
  draft->gap = GAP;
  if (gig_euler_work_init (&work, system->n_curves, builder->cancel, builder->cancel_data))
    done = system->n_curves == 0 || gig_euler_nest (&work, draft);
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

  return done;
}
