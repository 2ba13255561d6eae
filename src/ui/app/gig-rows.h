/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-language.h"

G_BEGIN_DECLS

/**
 * GigActionRow, GigExpanderRow, GigListRow:
 *
 * Rows that a screen reader can activate or open too: GTK's own have no accessible
 * action.
 */
#define GIG_TYPE_ACTION_ROW (gig_action_row_get_type ())
G_DECLARE_FINAL_TYPE (GigActionRow, gig_action_row, GIG, ACTION_ROW, AdwActionRow)

#define GIG_TYPE_EXPANDER_ROW (gig_expander_row_get_type ())
G_DECLARE_FINAL_TYPE (GigExpanderRow, gig_expander_row, GIG, EXPANDER_ROW, AdwExpanderRow)

#define GIG_TYPE_LIST_ROW (gig_list_row_get_type ())
G_DECLARE_FINAL_TYPE (GigListRow, gig_list_row, GIG, LIST_ROW, GtkListBoxRow)

/* Texts are plain, and as long as they need to be. */
GtkWidget *gig_action_row_new   (void);
GtkWidget *gig_expander_row_new (void);
GtkWidget *gig_list_row_new     (void);

/* AdwSpinRow, which is presentation only and hides its number from screen readers with
 * it: here a group that holds it. In Blueprint: `accessible-role: group`. */
GtkWidget *gig_spin_row_new (double minimum,
                             double maximum,
                             double step);
/* @row writes and reads its number as the language of its window does, with the
 * digits that it has; a point is read too. */
void       gig_spin_row_follow_language (AdwSpinRow *row);

/* Offers the languages that @language may be set to, by their own names, and selects
 * the one that it is. Call again when these change. */
void       gig_combo_row_fill_languages (AdwComboRow *row,
                                         GigLanguage *language);

G_END_DECLS
