/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-dialog.h"

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
}
