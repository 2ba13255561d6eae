/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the program does takes how long: with GIGOGNE_TIMING=1 in the
 * environment each measure is one line of JSON on standard error, e.g.
 *
 *   {"event":"layout","ms":3.214}
 *   {"event":"language","ms":11.350,"cpu":7.102}
 *   {"event":"frames","name":"morph","n":21,"p50":2.104,"p95":3.870,"max":4.412,"cpu-p50":…}
 *
 * GIGOGNE_TIMING=frames adds a `frame` for each frame of a window, its main thread's
 * time in parts: `layout`, everything up to the widgets' new places; `snapshot`, what they
 * say is to be drawn; `render`, drawing it. Without it
 * every function here does nothing. Times are in ms; `cpu` ones are those of the
 * main thread alone, which a busy machine does not change.
 */

/* Whether the environment asks for it (`GIGOGNE_TIMING`). */
gboolean gig_timing_is_enabled    (void);

/**
 * gig_timing_report:
 * @event: what happened, an ASCII word
 * @start: g_get_monotonic_time() when it began
 *
 * Any thread.
 */
void     gig_timing_report        (const char *event,
                                   gint64      start);

/**
 * gig_timing_until_paint:
 * @widget: a widget in a window
 * @event: what began: `first-paint`, `language`, `view`
 * @start: when
 *
 * Reports @event at the end of the next frame that is painted.
 */
void     gig_timing_until_paint   (GtkWidget  *widget,
                                   const char *event,
                                   gint64      start);

/**
 * gig_timing_watch_window:
 * @window: a window, before it is presented
 * @start: when the program began, or 0 for a later window
 *
 * Reports `first-paint`, and `key-to-paint` for every key that the window paints
 * a frame for.
 */
void     gig_timing_watch_window  (GtkWindow  *window,
                                   gint64      start);

/**
 * gig_timing_snapshot_done:
 * @window: a window that is watched, or any other
 *
 * To be called at the end of the window's own snapshot(): what a frame takes from there on is the
 * renderer's.
 */
void     gig_timing_snapshot_done (GtkWidget  *window);

/**
 * gig_timing_frames_begin:
 * @widget: a widget in a window
 *
 * Measures the program's own time in each frame of @widget's clock: from its
 * start until it was painted.
 *
 * Returns: (nullable): give it to gig_timing_frames_end(); %NULL when nothing is measured
 */
gpointer gig_timing_frames_begin  (GtkWidget  *widget);
/* Reports `frames` called @name; @frames may be %NULL. */
void     gig_timing_frames_end    (gpointer    frames,
                                   const char *name);

G_END_DECLS
