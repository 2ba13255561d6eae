/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a text, in characters. */
typedef struct
{
  guint start;
  guint length;
} GigSearchRange;

/**
 * GigSearchQuery:
 *
 * What somebody typed, taken apart into words. Immutable, atomically
 * reference-counted.
 */
typedef struct _GigSearchQuery GigSearchQuery;

#define GIG_SEARCH_MAX_WORDS 12

/**
 * gig_search_query_new:
 * @text: what was typed; any text
 *
 * Words match without regard to case, accents and ligatures, but an accent that
 * was typed is respected: `modele` finds “modèle”, `modèle` does not find
 * “modele”. A word is the beginning of a word of the text; a final `s` or `x`
 * and then `e` need not match. `DALL-E`, `DALLE` and `dall e` find “DALL·E”.
 * Words after the first %GIG_SEARCH_MAX_WORDS are left out.
 *
 * Returns: (transfer full)
 */
GigSearchQuery *gig_search_query_new         (const char     *text);
GigSearchQuery *gig_search_query_ref         (GigSearchQuery *self);
void            gig_search_query_unref       (GigSearchQuery *self);
/* Whether it holds nothing to look for. */
gboolean        gig_search_query_is_empty    (GigSearchQuery *self);
/**
 * gig_search_query_find_ranges:
 * @text: plain text, UTF-8
 * @n_ranges: (out): how many
 *
 * Where the query's words are in @text, any of them: for highlighting it on a
 * page. Ranges rise and do not overlap.
 *
 * Returns: (transfer full) (nullable): %NULL when there are none
 */
GigSearchRange *gig_search_query_find_ranges (GigSearchQuery *self,
                                              const char     *text,
                                              guint          *n_ranges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigSearchQuery, gig_search_query_unref)

G_END_DECLS
