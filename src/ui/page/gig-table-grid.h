/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GigTableGrid:
 *
 * Rows of cells in common columns, each row a widget of its own with the role of
 * a row. Columns share the width as in CSS 2.1's automatic table layout (17.5.2.2):
 * what is over the narrowest widths goes to columns by what more they would like.
 */
#define GIG_TYPE_TABLE_GRID (gig_table_grid_get_type ())
G_DECLARE_FINAL_TYPE (GigTableGrid, gig_table_grid, GIG, TABLE_GRID, GtkWidget)

GtkWidget *gig_table_grid_new        (void);
/* Begins a row; later cells go to it. */
GtkWidget *gig_table_grid_append_row (GigTableGrid *self);
void       gig_table_grid_append     (GigTableGrid *self,
                                      GtkWidget    *cell);
/* @shift: how far the first column is moved over the others, px */
void       gig_table_grid_set_shift  (GigTableGrid *self,
                                      int           shift);
/* Whether all columns @fit into @room, px; and the grid's height there, (out) (nullable),
 * with roomy columns where they do not. */
void       gig_table_grid_measure_within (GigTableGrid *self,
                                          int           room,
                                          gboolean     *fits,
                                          int          *height);
/* @room: what is seen at once of a grid that does not fit, px; 0 for one that does */
void       gig_table_grid_set_room   (GigTableGrid *self,
                                      int           room);
/* px, once allocated */
int        gig_table_grid_get_first_width (GigTableGrid *self);

G_END_DECLS
