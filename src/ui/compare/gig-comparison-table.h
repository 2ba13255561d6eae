/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GigComparisonTable:
 *
 * A comparison: a table with a column a subject where there is room for it, else a
 * card a row with the subjects below each other.
 */
#define GIG_TYPE_COMPARISON_TABLE (gig_comparison_table_get_type ())
G_DECLARE_FINAL_TYPE (GigComparisonTable, gig_comparison_table, GIG, COMPARISON_TABLE, GtkWidget)

GtkWidget *gig_comparison_table_new      (void);
/* @rows: (element-type GStrv): see gig_comparison_create_rows() */
void       gig_comparison_table_set_rows (GigComparisonTable *self,
                                          GPtrArray          *rows);

G_END_DECLS
