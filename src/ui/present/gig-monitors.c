/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-monitors.h"

static const char * const builtin_connectors[] = { "eDP", "LVDS", "DSI", "iDP", "LCD" };

static gboolean
is_ready (const GigMonitor *monitor)
{
  return monitor->geometry.width > 0 && monitor->geometry.height > 0;
}

static gboolean
show_the_same (const GigMonitor *a,
               const GigMonitor *b)
{
  return gdk_rectangle_intersect (&a->geometry, &b->geometry, NULL);
}

/* The first monitor that shows the same picture stands for all of them. */
static int
find_area (const GigMonitor *monitors,
           guint            n_monitors,
           int              index)
{
  for (guint i = 0; i < n_monitors; i++)
    if (is_ready (&monitors[i]) && show_the_same (&monitors[i], &monitors[index]))
      return i;

  return index;
}

/* Larger first, then from the left: the order of the list means nothing. */
static gboolean
is_better_wall (const GigMonitor *a,
                const GigMonitor *b)
{
  int area_a = a->geometry.width * a->geometry.height;
  int area_b = b->geometry.width * b->geometry.height;

  if (gig_monitor_is_builtin (a) != gig_monitor_is_builtin (b))
    return gig_monitor_is_builtin (b);

  return area_a > area_b || (area_a == area_b && a->geometry.x < b->geometry.x);
}

/* Two of the same make cannot be told apart. */
static int
find_remembered (const GigMonitor *monitors,
                 guint            n_monitors,
                 const char      *key)
{
  int found = -1;

  for (guint i = 0; key != NULL && *key != '\0' && i < n_monitors; i++)
    {
      g_autofree char *own = gig_monitor_get_key (&monitors[i]);

      if (!is_ready (&monitors[i]) || !g_str_equal (own, key))
        continue;
      if (found >= 0 && !show_the_same (&monitors[i], &monitors[found]))
        return -1;
      found = (int) i;
    }

  return found;
}

static int
find_console (const GigMonitor *monitors,
              guint            n_monitors,
              int              main,
              int              wall)
{
  int best = -1;

  for (guint i = 0; i < n_monitors; i++)
    if (is_ready (&monitors[i]) && gig_monitor_is_builtin (&monitors[i]) &&
        (wall < 0 || !show_the_same (&monitors[i], &monitors[wall])))
      return i;
  if (main >= 0 && main < (int) n_monitors && is_ready (&monitors[main]) &&
      (wall < 0 || !show_the_same (&monitors[main], &monitors[wall])))
    return main;
  for (guint i = 0; i < n_monitors; i++)
    if (is_ready (&monitors[i]) && (wall < 0 || !show_the_same (&monitors[i], &monitors[wall])) &&
        (best < 0 || monitors[i].geometry.x < monitors[best].geometry.x))
      best = i;

  return best;
}

static guint
count_same (const GigMonitor *monitors,
            guint            n_monitors,
            int              index)
{
  guint n = 0;

  for (guint i = 0; i < n_monitors; i++)
    n += is_ready (&monitors[i]) && show_the_same (&monitors[i], &monitors[index]);

  return n;
}

void
gig_monitors_plan (const GigMonitor *monitors,
                  guint            n_monitors,
                  int              main,
                  int              chosen,
                  const char      *remembered,
                  GigMonitorPlan   *plan)
{
  guint n_ready = 0;
  guint n_areas = 0;
  int wall;

  g_return_if_fail (monitors != NULL || n_monitors == 0);
  g_return_if_fail (plan != NULL);

  *plan = (GigMonitorPlan) { GIG_MONITORS_NONE, -1, -1, FALSE };
  for (guint i = 0; i < n_monitors; i++)
    if (is_ready (&monitors[i]))
      {
        n_ready++;
        n_areas += find_area (monitors, n_monitors, i) == (int) i;
      }
  if (n_ready == 0)
    return;

  if (n_areas == 1)
    {
      plan->setup = n_ready > 1 ? GIG_MONITORS_MIRRORED : GIG_MONITORS_ONE;
      plan->console = find_console (monitors, n_monitors, main, -1);
      return;
    }

  wall = chosen >= 0 && chosen < (int) n_monitors && is_ready (&monitors[chosen])
         ? chosen : find_remembered (monitors, n_monitors, remembered);
  plan->setup = GIG_MONITORS_EXTENDED;
  plan->console = find_console (monitors, n_monitors, main, wall);
  if (wall < 0 && plan->console >= 0)
    for (guint i = 0; i < n_monitors; i++)
      if (is_ready (&monitors[i]) && !show_the_same (&monitors[i], &monitors[plan->console]) &&
          (wall < 0 || is_better_wall (&monitors[i], &monitors[wall])))
        wall = i;
  /* Pictures that overlap only in part, and no two that do not: no room of its own for the notes. */
  if (wall < 0 || plan->console < 0)
    {
      plan->setup = GIG_MONITORS_MIRRORED;
      plan->console = find_console (monitors, n_monitors, main, -1);
      return;
    }
  plan->wall = wall;
  plan->private = count_same (monitors, n_monitors, plan->console) == 1;
}

char *
gig_monitor_get_key (const GigMonitor *monitor)
{
  g_return_val_if_fail (monitor != NULL, NULL);

  return g_strdup_printf ("%s %s",
                          monitor->manufacturer != NULL ? monitor->manufacturer : "",
                          monitor->model != NULL ? monitor->model : "");
}

gboolean
gig_monitor_is_builtin (const GigMonitor *monitor)
{
  g_return_val_if_fail (monitor != NULL, FALSE);

  for (guint i = 0; monitor->connector != NULL && i < G_N_ELEMENTS (builtin_connectors); i++)
    if (g_str_has_prefix (monitor->connector, builtin_connectors[i]))
      return TRUE;

  return FALSE;
}

/* --- Where a window is --- */

#define QUARK_MONITORS "gig-monitors"

static void
entered_cb (GdkSurface *surface,
            GdkMonitor *monitor,
            GtkWindow  *window)
{
  GPtrArray *monitors = g_object_get_data (G_OBJECT (window), QUARK_MONITORS);

  if (!g_ptr_array_find (monitors, monitor, NULL))
    g_ptr_array_add (monitors, g_object_ref (monitor));
}

static void
left_cb (GdkSurface *surface,
         GdkMonitor *monitor,
         GtkWindow  *window)
{
  g_ptr_array_remove (g_object_get_data (G_OBJECT (window), QUARK_MONITORS), monitor);
}

static void
realized_cb (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  g_ptr_array_set_size (g_object_get_data (G_OBJECT (window), QUARK_MONITORS), 0);
  g_signal_connect_object (surface, "enter-monitor", G_CALLBACK (entered_cb), window, 0);
  g_signal_connect_object (surface, "leave-monitor", G_CALLBACK (left_cb), window, 0);
}

void
gig_monitors_watch_window (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (g_object_get_data (G_OBJECT (window), QUARK_MONITORS) == NULL);

  g_object_set_data_full (G_OBJECT (window), QUARK_MONITORS, g_ptr_array_new_with_free_func (g_object_unref),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

GdkMonitor *
gig_monitors_find_window (GtkWindow *window)
{
  GPtrArray *monitors;
  GdkMonitor *found = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  monitors = g_object_get_data (G_OBJECT (window), QUARK_MONITORS);
  for (guint i = 0; monitors != NULL && i < monitors->len; i++)
    {
      GdkMonitor *monitor = g_ptr_array_index (monitors, i);

      if (!gdk_monitor_is_valid (monitor))
        continue;
      if (found != NULL)
        return NULL;
      found = monitor;
    }

  return found;
}
