/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GigMonitor:
 * @connector: (nullable): `eDP-1`, `HDMI-A-1` …; NULL while it is being plugged in
 * @manufacturer: (nullable)
 * @model: (nullable)
 * @geometry: in application pixels; empty while it is being plugged in
 *
 * One monitor as plain values, so that the choice can be tested without any.
 */
typedef struct
{
  const char   *connector;
  const char   *manufacturer;
  const char   *model;
  GdkRectangle  geometry;
} GigMonitor;

typedef enum
{
  GIG_MONITORS_NONE,       /* no monitor is ready */
  GIG_MONITORS_ONE,
  GIG_MONITORS_MIRRORED,   /* several monitors, all with the same picture */
  GIG_MONITORS_EXTENDED,
} GigMonitorSetup;

/**
 * GigMonitorPlan:
 * @setup: what the monitors are
 * @console: index of the monitor for the console, or -1
 * @wall: index of the monitor for the wall, or -1 unless extended
 * @private: whether only the teacher can see @console
 */
typedef struct
{
  GigMonitorSetup setup;
  int            console;
  int            wall;
  gboolean       private;
} GigMonitorPlan;

/**
 * gig_monitors_plan:
 * @monitors: (array length=n_monitors): in any order
 * @main: index of the monitor where the program's window is, or -1
 * @chosen: index of the monitor the teacher has just made the wall's, or -1
 * @remembered: (nullable): gig_monitor_get_key() of the wall chosen last
 *
 * Which monitor is the wall's and which the console's. Monitors that overlap show
 * the same picture and count once: a mirrored projector is a second monitor with
 * the geometry of the first. The console prefers a built-in panel, then the
 * monitor of the program's window.
 */
void      gig_monitors_plan      (const GigMonitor *monitors,
                                 guint            n_monitors,
                                 int              main,
                                 int              chosen,
                                 const char      *remembered,
                                 GigMonitorPlan   *plan);
/* Manufacturer and model: connectors are no stable names. (transfer full) */
char     *gig_monitor_get_key    (const GigMonitor *monitor);
/* Whether its connector is that of a panel inside the computer. */
gboolean  gig_monitor_is_builtin (const GigMonitor *monitor);

/* Notes which monitors @window is on; once, before it is shown. */
void        gig_monitors_watch_window (GtkWindow *window);
/* (nullable) (transfer none): where @window is; %NULL when it reaches over several, if
 * only with its shadow: then nobody knows. */
GdkMonitor *gig_monitors_find_window  (GtkWindow *window);

G_END_DECLS
