/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way from the lesson's window to the wall. */

#include "gig-window-private.h"

#include "gig-present.h"

/* Asked for before the lesson was read. */
typedef struct
{
  char *tour_id;
  char *wall_code;
} Pending;

#define QUARK_PENDING "gig-pending-show"

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_free (pending->tour_id);
  g_free (pending->wall_code);
  g_free (pending);
}

static void
start (GigWindow  *self,
       const char *tour_id,
       const char *wall_code,
       GigConcept *concept)
{
  if (self->lesson == NULL)
    return;
  if (!gig_present_can_start (self->lesson))
    {
      gig_window_show_toast (self, gig_language_gettext (self->language, "This lesson has no tour to present"));
      return;
    }

  gig_present (gtk_window_get_application (GTK_WINDOW (self)), gig_language_get_set (self->language), self->language,
               self->lesson, GTK_WINDOW (self), tour_id, wall_code, concept);
}

static void
present_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  start (GIG_WINDOW (widget), NULL, NULL, NULL);
}

static void
present_from_here_action (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  start (GIG_WINDOW (widget), NULL, NULL, GIG_WINDOW (widget)->concept);
}

void
_gig_window_install_present_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "win.present-from-here", NULL, present_from_here_action);
}

void
_gig_window_present_pending (GigWindow *self)
{
  Pending *pending = g_object_steal_data (G_OBJECT (self), QUARK_PENDING);

  if (pending == NULL)
    return;
  start (self, pending->tour_id, pending->wall_code, NULL);
  pending_free (pending);
}

void
gig_window_present (GigWindow  *self,
                    const char *tour_id,
                    const char *wall_code)
{
  Pending *pending;

  g_return_if_fail (GIG_IS_WINDOW (self));

  pending = g_new0 (Pending, 1);
  pending->tour_id = g_strdup (tour_id);
  pending->wall_code = g_strdup (wall_code);
  g_object_set_data_full (G_OBJECT (self), QUARK_PENDING, pending, pending_free);
  if (self->lesson != NULL)
    _gig_window_present_pending (self);
}
