/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-cuts.h"

#include "gig-euler-pole.h"

#include <math.h>
#include <string.h>

#define NEAR (3 * GIG_EULER_ROOM_UNIT)

static void
drop_cut (GigEulerModel *model,
          unsigned       i)
{
  model->n_cuts--;
  memmove (model->cuts + i, model->cuts + i + 1, (model->n_cuts - i) * sizeof *model->cuts);
}

/* A fault moves the cut of the same zone that is nearest, else it is a new one. */
static void
add_cut (GigEulerModel       *model,
         const GigEulerFault *fault,
         bool                *fresh)
{
  bool piece = fault->kind != GIG_EULER_FAULT_UNWANTED;
  unsigned at = GIG_EULER_MAX_CUTS;
  double nearest = NEAR;

  for (unsigned i = 0; i < model->n_cuts; i++)
    {
      const GigEulerPoint *cut = &model->cuts[i];
      double d = hypot (cut->x - fault->x, cut->y - fault->y);

      if (cut->mask == fault->mask && cut->piece == piece && !fresh[i] && d < nearest)
        {
          nearest = d;
          at = i;
        }
    }
  if (at == GIG_EULER_MAX_CUTS && model->n_cuts == GIG_EULER_MAX_CUTS)
    return;
  if (at == GIG_EULER_MAX_CUTS)
    at = model->n_cuts++;
  model->cuts[at] = (GigEulerPoint) { fault->mask, piece, fault->x, fault->y };
  fresh[at] = true;
}

void
gig_euler_model_cut (GigEulerModel       *model,
                     const GigEulerCheck *check)
{
  bool fresh[GIG_EULER_MAX_CUTS] = { false };
  GigEulerMask drawn = ((GigEulerMask) 1 << model->n_curves) - 1;

  if (model->n_cuts + check->n_faults > GIG_EULER_MAX_CUTS)
    model->n_cuts = 0;
  for (unsigned i = 0; i < check->n_faults; i++)
    if (check->faults[i].kind != GIG_EULER_FAULT_MISSING)
      add_cut (model, &check->faults[i], fresh);
  /* Where a piece was cut off, the zone itself may have come to stand. */
  for (unsigned i = model->n_cuts; i-- > 0;)
    if (model->cuts[i].piece && !fresh[i] &&
        gig_euler_zone_depth (model->shapes, model->n_curves, drawn, model->cuts[i].mask,
                              model->cuts[i].x, model->cuts[i].y, -INFINITY) > 0)
      {
        drop_cut (model, i);
        memmove (fresh + i, fresh + i + 1, GIG_EULER_MAX_CUTS - i - 1);
      }
}
