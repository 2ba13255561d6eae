/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/* What stands at the end of a page. Each returns (transfer floating) (nullable): %NULL when there is nothing to list. */

/* The footnotes the page cites, numbered. */
GtkWidget *gig_page_lists_create_footnotes  (GigLesson  *lesson,
                                             GigConcept *concept);
/* Every link of the page once: links inside labels are no accessibles before GTK 4.22. */
GtkWidget *gig_page_lists_create_links      (GigLesson  *lesson,
                                             GigConcept *concept);
/* The concepts inside this one. */
GtkWidget *gig_page_lists_create_children   (GigLesson  *lesson,
                                             GigConcept *concept);
/* Previous and next in reading order. */
GtkWidget *gig_page_lists_create_neighbours (GigLesson  *lesson,
                                             GigConcept *concept);

G_END_DECLS
