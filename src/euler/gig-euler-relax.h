/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which set systems no convex curves can show, and the fewest empty zones that
 * make one drawable. Private to the engine.
 */

#pragma once

#include "gig-euler-effort.h"
#include "gig-euler-system.h"

/*
 * GigEulerRelaxed:
 * @tolerated: (array length=n_tolerated): zones, in curves, that must be allowed
 *   though nothing lies in them
 * @undrawable: curves that are involved in the proofs
 */
typedef struct
{
  GigEulerMask *tolerated;
  size_t        n_tolerated;
  size_t        max_tolerated;
  GigEulerMask  undrawable;
} GigEulerRelaxed;

/* Adds a zone once. Returns: false when memory ran out */
bool gig_euler_relaxed_add   (GigEulerRelaxed      *self,
                              GigEulerMask          zone);
void gig_euler_relaxed_clear (GigEulerRelaxed      *self);

/* Fills @self. Returns: false when memory ran out */
bool gig_euler_relax         (GigEulerRelaxed      *self,
                              const GigEulerSystem *system,
                              GigEulerEffort       *effort);
