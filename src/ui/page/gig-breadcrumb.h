/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/* The concepts above the one shown, each a link: “The big picture › LLMs”. */
#define GIG_TYPE_BREADCRUMB (gig_breadcrumb_get_type ())
G_DECLARE_FINAL_TYPE (GigBreadcrumb, gig_breadcrumb, GIG, BREADCRUMB, AdwBin)

GtkWidget *gig_breadcrumb_new         (void);
/* @concept: of @lesson, which is kept */
void       gig_breadcrumb_set_concept (GigBreadcrumb *self,
                                       GigLesson     *lesson,
                                       GigConcept    *concept);

G_END_DECLS
