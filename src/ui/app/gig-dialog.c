/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-dialog.h"

#include "gig-language-host.h"

/* What libadwaita's own button in a dialog's header does. */
#define CLOSE_ACTION "sheet.close"

static void
name_close_buttons (GtkWidget   *widget,
                    GigLanguage *language)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), CLOSE_ACTION) == 0)
    {
      const char *name = gig_language_gettext (language, "Close");

      gtk_widget_set_tooltip_text (widget, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_close_buttons (child, language);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  name_close_buttons (widget, language);
}

static void
buttons_moved_cb (GtkWidget *dialog)
{
  GigLanguage *language = gig_widget_get_language (dialog);

  if (language != NULL)
    name_close_buttons (dialog, language);
}

static void
add_shortcut (GtkEventController *controller,
              guint               keyval,
              const char         *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (keyval, GDK_CONTROL_MASK),
                                                          gtk_named_action_new (action)));
}

void
gig_dialog_present (AdwDialog *dialog,
                    GtkWidget *parent)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (ADW_IS_DIALOG (dialog));

  /* A dialog keeps the application's keys to itself. */
  add_shortcut (controller, GDK_KEY_l, "win.toggle-language");
  add_shortcut (controller, GDK_KEY_q, "app.quit");
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
  adw_dialog_present (dialog, parent);
  gig_dialog_translate_close_button (dialog);
}

void
gig_dialog_translate_close_button (AdwDialog *dialog)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));

  gig_widget_watch_language (GTK_WIDGET (dialog), language_cb, NULL);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (dialog)), "notify::gtk-decoration-layout",
                           G_CALLBACK (buttons_moved_cb), dialog, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
