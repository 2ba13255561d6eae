/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How much work a layout may cost, and when to ask whether it is still wanted.
 * Work is counted, not timed, so that the same input always gets the same
 * drawing: a unit stands for about a nanosecond on a machine of 2020. Private to
 * the engine.
 */

#pragma once

#include "gig-euler.h"

/* What the search for the right zones and what comes after it may cost. */
#define GIG_EULER_SEARCH_EFFORT 300000000u
#define GIG_EULER_FIT_EFFORT    150000000u

/*
 * GigEulerEffort:
 * @spent: units so far
 * @limit: what @spent may reach before the present stage is cut short
 * @polled: @spent when @cancel was last asked
 */
typedef struct
{
  GigEulerCancelFunc cancel;
  void              *cancel_data;
  bool               cancelled;
  uint64_t           spent;
  uint64_t           limit;
  uint64_t           polled;
} GigEulerEffort;

/* Counts @units of work; asks for a cancellation about once a millisecond. */
void gig_euler_effort_spend   (GigEulerEffort       *self,
                               uint64_t              units);

/* Whether to stop: cancelled, or at the limit. */
bool gig_euler_effort_is_over (const GigEulerEffort *self);

/* Lets the next stage spend @units more. */
void gig_euler_effort_grant   (GigEulerEffort       *self,
                               uint64_t              units);
