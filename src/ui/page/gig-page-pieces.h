/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-language.h"
#include "gig-lesson.h"

G_BEGIN_DECLS

/* What the lists at the end of a page are made of. Each widget that shows messages
 * keeps the lesson that they belong to. */

/* A boxed list of rows that are not selected. */
GtkWidget *gig_page_piece_new_list     (void);
/* A screen reader calls @list what @label says, a row in it or the heading above it. */
void       gig_page_piece_name_list    (GtkWidget        *list,
                                        GtkWidget        *label);
/* A row to be activated, with @lesson. */
GtkWidget *gig_page_piece_new_row      (GigLesson        *lesson);
/* A heading of the second level; its text is up to the caller. */
GtkWidget *gig_page_piece_new_heading  (void);
/* @widget shows messages of @lesson. */
void       gig_page_piece_set_lesson   (GtkWidget        *widget,
                                        GigLesson        *lesson);
/* (transfer none) (nullable) */
GigLesson *gig_page_piece_get_lesson   (GtkWidget        *widget);
/* @message of @widget's lesson as plain text. (message: (nullable)) (transfer full) */
char      *gig_page_piece_get_text     (GtkWidget        *widget,
                                        const GigMessage *message,
                                        GigLanguage      *language);
/* @text on @button, on several lines where one is too long for the page. */
void       gig_page_piece_set_button_text (GtkButton     *button,
                                           const char    *text);
/* Activating @widget shows the page of a concept. */
void       gig_page_piece_link         (GtkWidget        *widget,
                                        const char       *concept_id);

G_END_DECLS
