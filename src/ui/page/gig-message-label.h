/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-lesson.h"
#include "gig-search-query.h"

G_BEGIN_DECLS

/**
 * gig_message_label_new:
 * @lesson: a lesson
 * @concept: (nullable): the page it stands on, for footnotes
 * @message: what it shows
 * @role: how a screen reader calls it
 *
 * A selectable, wrapping label of one of the lesson's messages in its window's
 * language. Links go to concepts, footnotes open a popover.
 *
 * Returns: (transfer floating): a GtkLabel
 */
GtkWidget        *gig_message_label_new         (GigLesson         *lesson,
                                                 GigConcept        *concept,
                                                 const GigMessage  *message,
                                                 GtkAccessibleRole  role);
/* (nullable): what @label, made by gig_message_label_new(), shows */
const GigMessage *gig_message_label_get_message (GtkWidget         *label);
/* Marks what @query (nullable) finds in every such label inside @widget. */
void              gig_message_label_mark        (GtkWidget         *widget,
                                                 GigSearchQuery    *query);

G_END_DECLS
