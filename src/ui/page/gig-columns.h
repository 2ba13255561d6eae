/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GigColumns:
 *
 * Lays a widget's children beside each other in columns of one width, or under
 * each other where a column would hold fewer than 40 characters of the widget's
 * own font.
 */
#define GIG_TYPE_COLUMNS (gig_columns_get_type ())
G_DECLARE_FINAL_TYPE (GigColumns, gig_columns, GIG, COLUMNS, GtkLayoutManager)

GtkLayoutManager *gig_columns_new (void);

G_END_DECLS
