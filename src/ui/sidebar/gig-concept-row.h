/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-concept-item.h"

G_BEGIN_DECLS

/* One row of the tree: expander, locator, label, badges. */
#define GIG_TYPE_CONCEPT_ROW (gig_concept_row_get_type ())
G_DECLARE_FINAL_TYPE (GigConceptRow, gig_concept_row, GIG, CONCEPT_ROW, AdwBin)

/* @list_item: takes the row\'s accessible name */
GtkWidget *gig_concept_row_new      (GtkListItem *list_item);
/* @row: (nullable): what a GtkTreeListModel gives; %NULL when the list item is emptied */
void       gig_concept_row_set_row  (GigConceptRow  *self,
                                     GtkTreeListRow *row);

G_END_DECLS
