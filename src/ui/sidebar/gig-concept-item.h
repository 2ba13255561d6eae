/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/* A concept as an object, for list models. Keeps its lesson alive. */
#define GIG_TYPE_CONCEPT_ITEM (gig_concept_item_get_type ())
G_DECLARE_FINAL_TYPE (GigConceptItem, gig_concept_item, GIG, CONCEPT_ITEM, GObject)

/* (transfer full): @lesson is kept */
GigConceptItem *gig_concept_item_new             (GigLesson      *lesson,
                                                  GigConcept     *concept);
/* (transfer none) */
GigLesson      *gig_concept_item_get_lesson      (GigConceptItem *self);
/* (transfer none) */
GigConcept     *gig_concept_item_get_concept     (GigConceptItem *self);
/* (transfer full): the children as GigConceptItems; %NULL when there are none */
GListModel     *gig_concept_item_create_children (GigConceptItem *self);
/* (transfer full): items for @concepts (element-type GigConcept) */
GListModel     *gig_concept_items_new            (GigLesson      *lesson,
                                                  GPtrArray      *concepts);

G_END_DECLS
