/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys of both windows, and what the presenter asks for in answer. */

#include "gig-show-private.h"

#include "gig-timing.h"

/* What a number is typed and changed with; a clicker's keys are not among them. */
static gboolean
is_number_key (guint keyval)
{
  static const guint keys[] = {
    GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Tab, GDK_KEY_ISO_Left_Tab, GDK_KEY_BackSpace,
    GDK_KEY_Delete, GDK_KEY_Home, GDK_KEY_End, GDK_KEY_Return, GDK_KEY_KP_Enter,
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i])
      return TRUE;

  return g_unichar_isdigit (gdk_keyval_to_unicode (keyval));
}

static gboolean
is_editing (GtkWindow *window,
            guint      keyval)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *number = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON) : NULL;

  if (number != NULL && !is_number_key (keyval))
    {
      gtk_spin_button_update (GTK_SPIN_BUTTON (number));
      focus = NULL;
    }
  if (focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)))
    return TRUE;
  if (ADW_IS_WINDOW (window))
    return adw_window_get_visible_dialog (ADW_WINDOW (window)) != NULL;

  return FALSE;
}

/* A key at the wall while the console has a dialog open: Escape leaves that first, and
 * what is typed is meant for it. */
static gboolean
pass_to_dialog (GigShow               *self,
                const GigPresenterKey *key)
{
  AdwDialog *dialog = self->console != NULL ? adw_window_get_visible_dialog (ADW_WINDOW (self->console)) : NULL;

  if (dialog == NULL)
    return FALSE;
  if (g_str_equal (key->name, "Escape"))
    return adw_dialog_close (dialog);
  if (!g_unichar_isalnum (key->character))
    return FALSE;
  gtk_window_present (GTK_WINDOW (self->console));

  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  GigShow *self = user_data;
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gint64 start = g_get_monotonic_time ();
  GigPresenterKey key = {
    .name = gdk_keyval_name (keyval),
    .keycode = keycode,
    .character = gdk_keyval_to_unicode (keyval),
    .modifiers = state,
  };

  if (key.name == NULL || is_editing (GTK_WINDOW (window), keyval))
    return GDK_EVENT_PROPAGATE;
  if (pass_to_dialog (self, &key))
    return GDK_EVENT_STOP;
  if (!gig_presenter_handle_key (self->presenter, &key))
    return GDK_EVENT_PROPAGATE;
  if (self->audience != NULL)
    gig_timing_until_paint (GTK_WIDGET (self->audience), "presenter-key", start);

  return GDK_EVENT_STOP;
}

void
gig_show_watch_keys (GigShow   *self,
                     GtkWindow *window)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_return_if_fail (GIG_IS_SHOW (self));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

void
_gig_show_request_cb (GigPresenter        *presenter,
                      GigPresenterRequest  request,
                      GigShow             *self)
{
  switch (request)
    {
    case GIG_PRESENTER_REQUEST_END:
      gig_show_end (self);
      break;
    case GIG_PRESENTER_REQUEST_SWAP_SCREENS:
      _gig_show_swap (self);
      break;
    case GIG_PRESENTER_REQUEST_OPEN_CONCEPT:
      gtk_window_present (GTK_WINDOW (self->console));
      gig_console_window_choose_concept (self->console);
      break;
    case GIG_PRESENTER_REQUEST_CHOOSE_QUESTION:
      gtk_window_present (GTK_WINDOW (self->console));
      gig_console_window_choose_question (self->console);
      break;
    case GIG_PRESENTER_REQUEST_AT_END:
      _gig_show_say (self, gig_language_gettext (self->language, "This was the last step"));
      break;
    case GIG_PRESENTER_REQUEST_START:
    default:
      break;
    }
}
