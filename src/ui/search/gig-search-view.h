/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-search-index.h"

G_BEGIN_DECLS

/**
 * GigSearchView:
 *
 * What a query finds in a lesson, best first. Choosing a result emits
 * `result-chosen (GigSearchResult *)`; the results stay until the next query.
 * `names-found (GStrv ids)` tells which sets and members are called so, see
 * gig_search_query_find_names(); %NULL when none is, or when the search ends.
 */
#define GIG_TYPE_SEARCH_VIEW (gig_search_view_get_type ())
G_DECLARE_FINAL_TYPE (GigSearchView, gig_search_view, GIG, SEARCH_VIEW, AdwBin)

/* Indexes @lesson in a thread. */
void            gig_search_view_set_lesson     (GigSearchView *self,
                                                GigLesson     *lesson);
/* Results come at once, or from a thread where the lesson is large. */
void            gig_search_view_set_query      (GigSearchView *self,
                                                const char    *query);
/* Chooses the best result, once it is known. FALSE: there is none. */
gboolean        gig_search_view_choose_first   (GigSearchView *self);
/* FALSE: there is no result. */
gboolean        gig_search_view_focus_first    (GigSearchView *self);
/* (transfer none) (nullable): the query of the results shown */
GigSearchQuery *gig_search_view_get_query      (GigSearchView *self);

G_END_DECLS
