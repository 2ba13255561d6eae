/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares the zones a drawing has with those it must have. Private to the
 * engine. */

#pragma once

#include "gig-euler-arrangement.h"

#define GIG_EULER_MAX_FAULTS 64

typedef enum
{
  GIG_EULER_FAULT_MISSING,
  GIG_EULER_FAULT_UNWANTED,
  GIG_EULER_FAULT_SPLIT,   /* a smaller piece of a wanted zone */
  GIG_EULER_FAULT_HOLLOW,  /* a piece of the outside that is walled in */
} GigEulerFaultKind;

/*
 * GigEulerFault:
 * @x: a deepest point of the unwanted zone or piece
 * @depth: how deep it is there
 * @share: its share of the drawing's area
 */
typedef struct
{
  GigEulerFaultKind kind;
  GigEulerMask      mask;
  double            x;
  double            y;
  double            depth;
  double            share;
} GigEulerFault;

typedef struct
{
  GigEulerArrangement walk;
  GigEulerFault       faults[GIG_EULER_MAX_FAULTS];
  unsigned            n_faults;
  unsigned            n_missing;
  unsigned            n_unwanted;
  unsigned            n_split;
  unsigned            n_hollow;
  double              total;
  int                *spans;
  size_t             *starts;
  double             *areas;
} GigEulerCheck;

bool gig_euler_check_init  (GigEulerCheck       *self,
                            unsigned             max_curves);
void gig_euler_check_clear (GigEulerCheck       *self);

/*
 * gig_euler_check_run:
 * @wanted: (array length=n_wanted): the zones that must exist
 * @tolerated: (array length=n_tolerated): zones that may exist
 * @min_share: a wanted zone with less of the area is missing; an unwanted one
 *   with a hundredth of that is there
 *
 * Returns: whether there is no fault but, perhaps, hollows
 */
bool gig_euler_check_run   (GigEulerCheck       *self,
                            const GigEulerShape *shapes,
                            unsigned             n_curves,
                            const GigEulerMask  *wanted,
                            size_t               n_wanted,
                            const GigEulerMask  *tolerated,
                            size_t               n_tolerated,
                            double               min_share);

/* What the last run cost, in units of work, for @n_masks zones wanted and
 * tolerated. */
uint64_t gig_euler_check_cost (const GigEulerCheck *self,
                               size_t               n_masks);
