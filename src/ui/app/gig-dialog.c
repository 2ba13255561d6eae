/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-dialog.h"

void
gig_dialog_present (AdwDialog *dialog,
                    GtkWidget *parent)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (ADW_IS_DIALOG (dialog));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_l, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("win.toggle-language")));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
  adw_dialog_present (dialog, parent);
}
