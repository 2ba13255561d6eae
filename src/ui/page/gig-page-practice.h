/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/* Ways from a page into practice. Each returns (transfer floating) (nullable): %NULL on other pages. */

/* On the page that introduces the questions: buttons that begin. */
GtkWidget *gig_page_practice_create_start    (GigLesson  *lesson,
                                              GigConcept *concept);
/* On the page that introduces the tours: each tour's steps, and a button that presents. */
GtkWidget *gig_page_practice_create_tours    (GigLesson  *lesson,
                                              GigConcept *concept);
/* Where there are questions about the concept: a row that asks one. */
GtkWidget *gig_page_practice_create_question (GigLesson  *lesson,
                                              GigConcept *concept);

G_END_DECLS
