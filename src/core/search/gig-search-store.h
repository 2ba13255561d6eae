/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-search-index.h"

G_BEGIN_DECLS

/*
 * The index itself, without a lesson: texts in groups (a page, a question), and
 * for each word the texts it stands in. Filled once, then immutable.
 *
 * A sorted vocabulary makes the beginning of a word a range of words, and
 * accents are checked on words instead of texts.
 */
typedef struct _GigSearchStore GigSearchStore;

#define GIG_SEARCH_NO_TEXT G_MAXUINT32

/* One group that matches, with its best text. */
typedef struct
{
  guint    group;
  guint    text;
  guint    language;
  guint    n_hits;    /* texts of the group that match, in this language */
  int      score;
  gboolean complete;  /* has all the words; else at least the more telling half */
} GigSearchHit;

GigSearchStore *gig_search_store_new           (void);
void            gig_search_store_free          (GigSearchStore  *self);
/* Words that a query may leave unmatched beside others; before any text. */
void            gig_search_store_add_small_words (GigSearchStore *self,
                                                const char      *text);
/* Groups of words that mean the same to who searches, a bar between the groups. */
void            gig_search_store_add_synonyms  (GigSearchStore  *self,
                                                const char      *text);
/* @abbreviation, if it is one (“LLMs”), is found wherever @expansion stands in @language,
 * small words aside. After the small words, before any text. */
void            gig_search_store_add_alias     (GigSearchStore  *self,
                                                const char      *abbreviation,
                                                const char      *expansion,
                                                guint            language);
/**
 * gig_search_store_add:
 * @group: from 0, dense
 * @title: the text that is the title of @group in @language, whose words count
 *   for this text too; or %GIG_SEARCH_NO_TEXT
 *
 * Returns: the text's number, or %GIG_SEARCH_NO_TEXT when it has no words
 */
guint           gig_search_store_add           (GigSearchStore  *self,
                                                const char      *text,
                                                guint            group,
                                                GigSearchField   field,
                                                guint            language,
                                                guint            title);
/* @words, not seen, are found in @number, the text added last. */
void            gig_search_store_add_words     (GigSearchStore  *self,
                                                guint            number,
                                                const char      *words);
void            gig_search_store_finish        (GigSearchStore  *self);
guint           gig_search_store_get_n_texts   (GigSearchStore  *self);
/* Marks the small words of a query, unless there are no others, and mends slips: a word
 * that is nowhere is taken for the nearest one. Before the query is shared. */
void            gig_search_store_prepare       (GigSearchStore  *self,
                                                GigSearchQuery  *query);
/**
 * gig_search_store_query:
 * @query: prepared
 * @language: the language whose hits come first, but for whole names in another
 * @n_hits: (out): texts of all hits together
 *
 * When few groups have all the words in one text and its title, those follow
 * that have them in several texts, or have the more telling of them.
 *
 * Returns: (transfer full) (element-type GigSearchHit): best first
 */
GArray         *gig_search_store_query         (GigSearchStore  *self,
                                                GigSearchQuery  *query,
                                                guint            language,
                                                guint           *n_hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigSearchStore, gig_search_store_free)

G_END_DECLS
