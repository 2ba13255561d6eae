/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson.h"

G_BEGIN_DECLS

/*
 * Whether a show will end when it should. All times in seconds; nothing here
 * reads a clock.
 */

/* A stopwatch that is handed the time: @now as of g_get_monotonic_time(), µs. */
typedef struct
{
  gint64   started;       /* as if never stopped */
  gint64   stopped;       /* when it was stopped; valid unless running */
  gboolean running;
} GigStopwatch;

/* Begins at 0, or goes on after a stop. */
void     gig_stopwatch_start       (GigStopwatch *self,
                                    gint64        now);
/* Does nothing while it stands. */
void     gig_stopwatch_stop        (GigStopwatch *self,
                                    gint64        now);
/* To 0; it runs on if it ran. */
void     gig_stopwatch_reset       (GigStopwatch *self,
                                    gint64        now);
/* Seconds. */
double   gig_stopwatch_get_elapsed (const GigStopwatch *self,
                                    gint64              now);

/**
 * gig_pace_plan:
 * @total: how long the tour should take
 * @n_steps: (out): how many steps it has
 *
 * The time of each step: shares of @total by how much there is to say, which is
 * the words of its speaker notes and its parts.
 *
 * Returns: (transfer full) (array length=n_steps): free with g_free()
 */
double  *gig_pace_plan        (GigLesson    *lesson,
                               GigTour      *tour,
                               double        total,
                               guint        *n_steps);
/**
 * gig_pace_get_lead:
 * @plan: from gig_pace_plan()
 * @step: the step shown
 * @elapsed: since the start
 *
 * Returns: how far the show is ahead of its plan; negative: behind. Within the
 *   time of its own step it is neither: 0
 */
double   gig_pace_get_lead    (const double *plan,
                               guint         n_steps,
                               guint         step,
                               double        elapsed);
/* What is left by the plan after @step, its own time included. */
double   gig_pace_get_left    (const double *plan,
                               guint         n_steps,
                               guint         step);
/**
 * gig_pace_get_skips:
 * @step: the step shown
 * @behind: how much time must be won
 *
 * The steps ahead that may be left out: the deepest in the tree first, the later
 * first among equals, never the last step of the tour; no more than needed.
 *
 * Returns: (transfer full) (element-type guint): ascending indices of steps
 */
GArray  *gig_pace_get_skips   (GigTour      *tour,
                               const double *plan,
                               guint         step,
                               double        behind);

G_END_DECLS
