/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-search-query.h"
#include "gig-set-system.h"

G_BEGIN_DECLS

/**
 * gig_search_query_find_names:
 *
 * Which sets and members of @lesson's views are called by what was typed: all its
 * words are in the name, title or short label, in one of the lesson's languages.
 *
 * Returns: (transfer full) (nullable): ids of concepts (of sets without one the
 *   fence's key) and of members (see gig_member_get_id()), each once; %NULL
 *   when there are none
 */
char **gig_search_query_find_names (GigSearchQuery *self,
                                    GigLesson      *lesson);

G_END_DECLS
