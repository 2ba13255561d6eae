/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/**
 * GigConceptTree:
 *
 * The tree of a lesson's concepts. Choosing one activates `win.show-concept`.
 */
#define GIG_TYPE_CONCEPT_TREE (gig_concept_tree_get_type ())
G_DECLARE_FINAL_TYPE (GigConceptTree, gig_concept_tree, GIG, CONCEPT_TREE, AdwBin)

/* @expanded: (nullable): ids of the concepts to open; %NULL opens the top ones */
void   gig_concept_tree_set_lesson    (GigConceptTree     *self,
                                       GigLesson          *lesson,
                                       const char * const *expanded);
/* Opens what is above @concept, selects it and scrolls to it. Activates nothing. */
void   gig_concept_tree_select        (GigConceptTree     *self,
                                       GigConcept         *concept);
/* (transfer full): ids of the open concepts */
char **gig_concept_tree_dup_expanded  (GigConceptTree     *self);
/* Gives the selected row the focus. */
void       gig_concept_tree_focus        (GigConceptTree     *self);

G_END_DECLS
