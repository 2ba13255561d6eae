/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which window stands on which monitor, through plugging and unplugging. */

#include "gig-show-private.h"

/* µs windows need to come where they belong. */
#define PLACING_TIME 2000000
/* ms */
#define VERIFY_DELAY 500

static GdkMonitor *
get_monitor (GigShow *self,
             int      index)
{
  if (index < 0 || self->monitors == NULL)
    return NULL;

  return g_list_model_get_item (self->monitors, (guint) index);
}

static int
find_index (GigShow    *self,
            GdkMonitor *monitor)
{
  for (guint i = 0; monitor != NULL && i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr(GdkMonitor) item = g_list_model_get_item (self->monitors, i);

      if (item == monitor)
        return (int) i;
    }

  return -1;
}

static void
fill_monitor (GdkMonitor *monitor,
              GigMonitor *filled)
{
  filled->connector = gdk_monitor_get_connector (monitor);
  filled->manufacturer = gdk_monitor_get_manufacturer (monitor);
  filled->model = gdk_monitor_get_model (monitor);
  gdk_monitor_get_geometry (monitor, &filled->geometry);
}

static void
plan (GigShow *self)
{
  guint n = g_list_model_get_n_items (self->monitors);
  g_autofree GigMonitor *monitors = g_new0 (GigMonitor, MAX (n, 1));
  g_autofree char *remembered = g_settings_get_string (self->settings, "wall-monitor");

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      fill_monitor (monitor, &monitors[i]);
    }
  gig_monitors_plan (monitors, n, find_index (self, self->main_monitor), find_index (self, self->chosen_wall),
                     remembered, &self->plan);
}

static void
update_room (GigShow *self)
{
  g_autoptr(GdkMonitor) monitor = get_monitor (self, self->plan.wall >= 0 ? self->plan.wall : self->plan.console);
  double aspect = 16.0 / 9;

  if (monitor != NULL && self->plan.setup != GIG_MONITORS_ONE)
    {
      GdkRectangle geometry;

      gdk_monitor_get_geometry (monitor, &geometry);
      if (geometry.height > 0)
        aspect = (double) geometry.width / geometry.height;
    }
  if (self->rehearsed_aspect > 0)
    aspect = self->rehearsed_aspect;
  if (ABS (aspect - self->room.aspect) > 0.001)
    {
      self->room.aspect = aspect;
      _gig_show_room_changed (self);
    }
}

void
gig_show_set_rehearsed_aspect (GigShow *self,
                               double   aspect)
{
  g_return_if_fail (GIG_IS_SHOW (self));

  if (self->rehearsed_aspect == aspect || self->ending)
    return;
  self->rehearsed_aspect = aspect;
  update_room (self);
  g_signal_emit_by_name (self, "room-changed");
}

/* Remembered by what it is, not by the socket it is plugged into. */
static void
remember_wall (GigShow *self)
{
  g_autoptr(GdkMonitor) monitor = get_monitor (self, self->plan.wall);
  GigMonitor filled = { 0 };
  g_autofree char *key = NULL;

  if (monitor == NULL)
    return;
  fill_monitor (monitor, &filled);
  if (filled.manufacturer == NULL && filled.model == NULL)
    return;
  key = gig_monitor_get_key (&filled);
  g_settings_set_string (self->settings, "wall-monitor", key);
}

static void
show_fullscreen (GtkWindow  *window,
                 GdkMonitor *monitor)
{
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (window, monitor);
  else
    gtk_window_unfullscreen (window);
}

void
gig_show_place_windows (GigShow *self)
{
  g_autoptr(GdkMonitor) wall = NULL;
  g_autoptr(GdkMonitor) console = NULL;

  g_return_if_fail (GIG_IS_SHOW (self));

  if (self->audience == NULL)
    return;

  plan (self);
  update_room (self);
  self->wall_closed = FALSE;
  self->placed_setup = self->plan.setup;
  self->placed = g_get_monotonic_time ();
  console = get_monitor (self, self->plan.console);
  if (self->plan.setup == GIG_MONITORS_EXTENDED)
    {
      wall = get_monitor (self, self->plan.wall);
      show_fullscreen (GTK_WINDOW (self->console), console);
      show_fullscreen (GTK_WINDOW (self->audience), wall);
      gtk_window_present (GTK_WINDOW (self->audience));
      gtk_window_present (GTK_WINDOW (self->console));
    }
  else if (self->plan.setup == GIG_MONITORS_MIRRORED)
    {
      /* One picture for all: the wall covers the console until they are swapped. */
      show_fullscreen (GTK_WINDOW (self->audience), self->swapped ? NULL : console);
      gtk_window_unfullscreen (GTK_WINDOW (self->console));
      gtk_window_present (GTK_WINDOW (self->swapped ? GTK_WIDGET (self->audience) : GTK_WIDGET (self->console)));
      gtk_window_present (GTK_WINDOW (self->swapped ? GTK_WIDGET (self->console) : GTK_WIDGET (self->audience)));
    }
  else
    {
      gtk_window_unfullscreen (GTK_WINDOW (self->audience));
      gtk_window_unfullscreen (GTK_WINDOW (self->console));
      gtk_window_present (GTK_WINDOW (self->swapped ? GTK_WIDGET (self->console) : GTK_WIDGET (self->audience)));
      gtk_window_present (GTK_WINDOW (self->swapped ? GTK_WIDGET (self->audience) : GTK_WIDGET (self->console)));
    }
  g_signal_emit_by_name (self, "room-changed");
}

void
_gig_show_swap (GigShow *self)
{
  if (self->plan.setup == GIG_MONITORS_EXTENDED)
    {
      g_autoptr(GdkMonitor) wall = get_monitor (self, self->plan.console);

      g_set_object (&self->chosen_wall, wall);
      gig_show_place_windows (self);
      remember_wall (self);
    }
  else
    {
      self->swapped = !self->swapped;
      gig_show_place_windows (self);
    }
}

/* The wall may come after the console and take the keyboard, which belongs to the teacher. */
static void
active_cb (GigShow *self)
{
  if (self->plan.setup != GIG_MONITORS_EXTENDED || !gtk_window_is_active (GTK_WINDOW (self->audience)) ||
      g_get_monotonic_time () - self->placed > PLACING_TIME)
    return;
  self->placed = 0;
  gtk_window_present (GTK_WINDOW (self->console));
}

/* --- Verifying --- */

static void
verify (GigShow *self)
{
  g_autoptr(GdkMonitor) wanted = get_monitor (self, self->plan.wall);
  gboolean misplaced = FALSE;

  if (self->audience != NULL && wanted != NULL && !self->wall_closed && gtk_window_is_fullscreen (GTK_WINDOW (self->audience)))
    {
      GdkMonitor *real = gig_monitors_find_window (GTK_WINDOW (self->audience));

      misplaced = real != NULL && real != wanted;
    }
  if (misplaced == self->misplaced)
    return;
  self->misplaced = misplaced;
  g_signal_emit_by_name (self, "room-changed");
}

static gboolean
verify_cb (gpointer user_data)
{
  GigShow *self = user_data;

  self->verify = 0;
  verify (self);

  return G_SOURCE_REMOVE;
}

/* On its way a window may touch other screens: look when it has come to rest. */
static void
monitor_entered_cb (GigShow *self)
{
  g_clear_handle_id (&self->verify, g_source_remove);
  self->verify = g_timeout_add (VERIFY_DELAY, verify_cb, self);
}

static void
realized_cb (GigShow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->audience));

  g_signal_connect_object (surface, "enter-monitor", G_CALLBACK (monitor_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (surface, "leave-monitor", G_CALLBACK (monitor_entered_cb), self, G_CONNECT_SWAPPED);
}

/* --- Plugging --- */

static void
close_wall (GigShow *self)
{
  g_autoptr(GigPresenter) presenter = g_object_ref (self->presenter);

  self->wall_closed = TRUE;
  gtk_window_unfullscreen (GTK_WINDOW (self->audience));
  gtk_widget_set_visible (GTK_WIDGET (self->audience), FALSE);
  gtk_window_present (GTK_WINDOW (self->console));
  _gig_show_say (self, gig_language_gettext (self->language, "The projector was unplugged: the wall is closed"));
}

static gboolean
replan_cb (gpointer user_data)
{
  GigShow *self = user_data;
  GigMonitorPlan before = self->plan;

  self->replan = 0;
  if (self->audience == NULL)
    return G_SOURCE_REMOVE;

  plan (self);
  if (before.setup == GIG_MONITORS_EXTENDED && self->plan.setup == GIG_MONITORS_ONE)
    close_wall (self);
  else if (self->plan.setup == GIG_MONITORS_MIRRORED && before.setup != GIG_MONITORS_MIRRORED)
    _gig_show_say (self, gig_language_gettext (self->language, "The screens now show the same picture: the notes are hidden"));
  else if (!self->wall_closed && self->plan.setup == GIG_MONITORS_EXTENDED && self->placed_setup == GIG_MONITORS_EXTENDED)
    gig_show_place_windows (self);
  update_room (self);
  g_signal_emit_by_name (self, "room-changed");

  return G_SOURCE_REMOVE;
}

/* A new monitor comes without geometry, which follows: wait for quiet. What was agreed
 * for one arrangement of screens says nothing about another, however short. */
static void
monitors_changed_cb (GigShow *self)
{
  self->notes_allowed = FALSE;
  if (self->replan == 0)
    self->replan = g_timeout_add (120, replan_cb, self);
}

static void
watch_each (GigShow *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->watched, i), monitors_changed_cb, self);
  g_ptr_array_set_size (self->watched, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      GdkMonitor *monitor = g_list_model_get_item (self->monitors, i);

      g_signal_connect_object (monitor, "notify::geometry", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->watched, monitor);
    }
}

static void
items_changed_cb (GigShow *self)
{
  watch_each (self);
  monitors_changed_cb (self);
}

void
_gig_show_watch_monitors (GigShow *self)
{
  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self->console))));
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  /* Once: the show's windows will cover it. */
  if (self->main != NULL)
    g_set_object (&self->main_monitor, gig_monitors_find_window (self->main));
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  watch_each (self);
  gig_monitors_watch_window (GTK_WINDOW (self->audience));
  g_signal_connect_object (self->audience, "realize", G_CALLBACK (realized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->audience, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->audience, "notify::fullscreened", G_CALLBACK (monitor_entered_cb), self, G_CONNECT_SWAPPED);
}

void
gig_show_get_monitors (GigShow        *self,
                       GigMonitorPlan *plan_out)
{
  g_return_if_fail (GIG_IS_SHOW (self));

  *plan_out = self->plan;
}

gboolean
gig_show_get_notes_allowed (GigShow *self)
{
  g_return_val_if_fail (GIG_IS_SHOW (self), FALSE);

  return self->notes_allowed || (self->plan.setup == GIG_MONITORS_EXTENDED && self->plan.private);
}

void
gig_show_allow_notes (GigShow *self)
{
  g_return_if_fail (GIG_IS_SHOW (self));

  self->notes_allowed = TRUE;
  g_signal_emit_by_name (self, "room-changed");
}

gboolean
gig_show_is_misplaced (GigShow *self)
{
  g_return_val_if_fail (GIG_IS_SHOW (self), FALSE);

  return self->misplaced;
}

gboolean
gig_show_is_wall_closed (GigShow *self)
{
  g_return_val_if_fail (GIG_IS_SHOW (self), FALSE);

  return self->wall_closed;
}

gboolean
gig_show_has_new_projector (GigShow *self)
{
  g_return_val_if_fail (GIG_IS_SHOW (self), FALSE);

  if (self->wall_closed)
    return self->plan.setup == GIG_MONITORS_EXTENDED || self->plan.setup == GIG_MONITORS_MIRRORED;

  return self->plan.setup == GIG_MONITORS_EXTENDED && self->placed_setup != GIG_MONITORS_EXTENDED;
}
