/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson.h"
#include "gig-search-query.h"

G_BEGIN_DECLS

/**
 * GigSearchIndex:
 *
 * All the texts of a lesson that an audience may see (not the speaker notes), in
 * all its languages, made for searching. Immutable, atomically
 * reference-counted; any thread may search it. It holds a reference on the lesson.
 */
typedef struct _GigSearchIndex   GigSearchIndex;
/* What a query found. Immutable once made, reference-counted. */
typedef struct _GigSearchResults GigSearchResults;

/* From where the best match of a page was taken; the more telling first. */
typedef enum
{
  GIG_SEARCH_TITLE,
  GIG_SEARCH_LABEL,       /* the short label */
  GIG_SEARCH_MEMBER,      /* a model's name */
  GIG_SEARCH_TERM,        /* a term of the glossary */
  GIG_SEARCH_LEAD,        /* the first paragraph */
  GIG_SEARCH_TAKEAWAY,    /* a view's title or takeaway */
  GIG_SEARCH_BODY,
  GIG_SEARCH_TABLE,       /* a row, its cells joined by “ · ” */
  GIG_SEARCH_QUESTION,    /* a question's title or text */
  GIG_SEARCH_ANSWER,      /* answer, hint or feedback */
  GIG_SEARCH_FOOTNOTE,
  GIG_SEARCH_CODE,
} GigSearchField;

/**
 * GigSearchResult:
 *
 * One page (a concept) or one question of the quiz that matches, with its best
 * match. Texts are plain; ranges are in characters.
 */
typedef struct
{
  GigConcept           *concept;            /* (nullable): NULL only for a question about nothing */
  GigQuestion          *question;           /* (nullable): when the match is in the quiz */
  GigBlock             *block;              /* (nullable): to scroll to; NULL for a title */
  GigMember            *member;             /* (nullable): when its name or row matches: its place in the diagram glows */
  GigSearchField        field;
  const char           *language;           /* the match's, interned; not the one shown: mark it */
  const char           *title;              /* of the page, in `language` where it has one */
  const GigSearchRange *title_ranges;
  guint                 n_title_ranges;
  const char           *snippet;            /* about GIG_SEARCH_SNIPPET_LENGTH characters around the match; the page's first words for a title, "" for a question's */
  const GigSearchRange *snippet_ranges;
  guint                 n_snippet_ranges;
  guint                 n_hits;             /* texts of the page that match, in `language` */
  gboolean              complete;           /* has all the words; when few have, those with some of them follow */
} GigSearchResult;

#define GIG_SEARCH_SNIPPET_LENGTH 140

/**
 * gig_search_index_new:
 * @lesson: what to search
 * @set: (nullable): languages whose lists of small words (“the”, “les”) a
 *   query may leave unmatched
 *
 * Takes about a second for 100,000 blocks: in a thread where a lesson may be
 * large. Any thread.
 *
 * Returns: (transfer full)
 */
GigSearchIndex        *gig_search_index_new             (GigLesson        *lesson,
                                                         GigLanguageSet   *set);
GigSearchIndex        *gig_search_index_ref             (GigSearchIndex   *self);
void                   gig_search_index_unref           (GigSearchIndex   *self);
/* (transfer none) */
GigLesson             *gig_search_index_get_lesson      (GigSearchIndex   *self);
/* Texts, each language counted. */
guint                  gig_search_index_get_n_texts     (GigSearchIndex   *self);

/**
 * gig_search_index_query:
 * @query: what was typed
 * @language: the language shown; its matches come before all others, but
 *   for a name in another language that was typed whole
 * @max_results: how many results to fill in; all are counted
 *
 * Words in any order, each the beginning of a word of the text or of the page's
 * title; see gig_search_query_new(). Ranked: title, label, model, term, lead,
 * text; whole words before beginnings; adjacent words first; then reading order.
 * When fewer than three pages match, those with the more telling half of the words
 * follow. Any thread.
 *
 * Returns: (transfer full): empty for a query without letters or digits
 */
GigSearchResults      *gig_search_index_query           (GigSearchIndex   *self,
                                                         const char       *query,
                                                         const char       *language,
                                                         guint             max_results);

GigSearchResults      *gig_search_results_ref           (GigSearchResults *self);
void                   gig_search_results_unref         (GigSearchResults *self);
/* The query they answer, for highlighting on the page. (transfer none) */
GigSearchQuery        *gig_search_results_get_query     (GigSearchResults *self);
/* How many are filled in. */
guint                  gig_search_results_get_n_results (GigSearchResults *self);
/* (transfer none): the best first; it lasts as long as the results */
const GigSearchResult *gig_search_results_get_result    (GigSearchResults *self,
                                                         guint             index);
/* Pages and questions that match, filled in or not. */
guint                  gig_search_results_get_n_pages   (GigSearchResults *self);
/* Texts that match on all of them. */
guint                  gig_search_results_get_n_hits    (GigSearchResults *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigSearchIndex, gig_search_index_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigSearchResults, gig_search_results_unref)

G_END_DECLS
