/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Every key of the program, from the one table of actions. (AdwShortcutsDialog
 * is newer than the libadwaita we ask for.) */
#define GIG_TYPE_SHORTCUTS_DIALOG (gig_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GigShortcutsDialog, gig_shortcuts_dialog, GIG, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *gig_shortcuts_dialog_new (void);

G_END_DECLS
