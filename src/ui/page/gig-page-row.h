/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-language.h"
#include "gig-lesson.h"

G_BEGIN_DECLS

/* Makes a row's widget, once for each language shown: (transfer floating) (nullable) */
typedef GtkWidget * (* GigPageRowFunc) (GigLesson *lesson,
                                        gpointer   what);

/**
 * GigPageRow:
 *
 * One block of a page, in one language or in two beside each other: a row is as
 * high as the higher of the two, so that blocks stay aligned. Where two columns
 * would be too narrow the second stands under the first. Holding the row's edge
 * shows the other language for a moment.
 */
#define GIG_TYPE_PAGE_ROW (gig_page_row_get_type ())
G_DECLARE_FINAL_TYPE (GigPageRow, gig_page_row, GIG, PAGE_ROW, GtkBox)

/* (nullable): %NULL when @func has nothing to show. @what lives as long as @lesson. */
GtkWidget *gig_page_row_new                 (GigLesson      *lesson,
                                             GigPageRowFunc  func,
                                             gpointer        what);
/* (transfer none): what shows the first language */
GtkWidget *gig_page_row_get_content         (GigPageRow     *self);
/* @second: (nullable): the language of the second column; %NULL for one column */
void       gig_page_row_set_second_language (GigPageRow     *self,
                                             GigLanguage    *second);
/* @other: (nullable): the language to peek at; %NULL to stop */
void       gig_page_row_peek                (GigPageRow     *self,
                                             GigLanguage    *other);

G_END_DECLS
