/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-search-query.h"
#include "gig-words.h"

G_BEGIN_DECLS

/* One thing to look for. */
typedef struct
{
  char    *folded;          /* of a compound: its parts joined */
  char    *precise;         /* (nullable): with accents, when some were typed */
  char    *phrase;          /* (nullable): of a compound: its parts with blanks between them */
  gsize    length;          /* of folded, bytes */
  gsize    stem_length;     /* without a final s or x and then e */
  guint    n_parts;
  guint    n_letters;       /* of the stem, characters */
  gboolean open;            /* the last word, still being typed */
  gboolean mended;          /* another word than was typed: see gig_search_store_prepare() */
  gboolean small;           /* need not match: see gig_search_store_prepare() */
} GigSearchTerm;

/* How a word of a text matches; the higher the better. */
typedef enum
{
  GIG_MATCH_NONE,
  GIG_MATCH_STEM,           /* “models” in “modelling” */
  GIG_MATCH_PREFIX,         /* “mod” in “model” */
  GIG_MATCH_FORM,           /* “models” in “model” */
  GIG_MATCH_EXACT,
  GIG_N_MATCHES,
} GigMatch;

struct _GigSearchQuery
{
  gatomicrefcount  ref_count;
  GigSearchTerm    terms[GIG_SEARCH_MAX_WORDS];
  guint            n_terms;
  char            *phrase;  /* all words, a blank before each */
};

/* The length in bytes of a folded word without its ending. */
gsize           gig_search_trim               (const char          *folded);
GigMatch        gig_search_term_match         (const GigSearchTerm *self,
                                               const char          *folded,
                                               gsize                folded_length,
                                               const char          *precise);
/* As gig_search_query_find_ranges(), with bytes; (element-type GigSearchRange). (transfer full) */
GArray         *gig_search_query_find_bytes   (GigSearchQuery      *self,
                                               const char          *text);

G_END_DECLS
