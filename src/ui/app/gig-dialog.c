/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-dialog.h"

#include "gig-actions.h"
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

void
gig_dialog_present (AdwDialog *dialog,
                    GtkWidget *parent)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));

  /* A dialog keeps the application's other keys to itself. */
  gtk_widget_add_controller (GTK_WIDGET (dialog), gig_actions_create_kept_keys ());
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
