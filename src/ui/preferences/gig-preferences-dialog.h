/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GIG_TYPE_PREFERENCES_DIALOG (gig_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GigPreferencesDialog, gig_preferences_dialog, GIG, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *gig_preferences_dialog_new (GSettings *settings);

G_END_DECLS
