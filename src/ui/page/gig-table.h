/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/**
 * GigTable:
 *
 * A table of a lesson as a card: header row, row rules, numbers to the right,
 * the first column as row headers. Column widths follow the contents as in a
 * browser; where even the narrowest do not fit, the card scrolls sideways.
 */
#define GIG_TYPE_TABLE (gig_table_get_type ())
G_DECLARE_FINAL_TYPE (GigTable, gig_table, GIG, TABLE, GtkWidget)

/* @block: a %GIG_BLOCK_TABLE */
GtkWidget *gig_table_new       (GigLesson *lesson,
                                GigBlock  *block);
/* The same card with nothing in it yet. */
GtkWidget *gig_table_new_empty (void);
/* (transfer none): the GigTableGrid that holds its rows */
GtkWidget *gig_table_get_grid  (GigTable  *self);

G_END_DECLS
