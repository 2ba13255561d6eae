/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* adw_dialog_present() with the keys that must go on working above a dialog, which
 * takes all others from its window: the switch of the language. */
void gig_dialog_present (AdwDialog *dialog,
                         GtkWidget *parent);

G_END_DECLS
