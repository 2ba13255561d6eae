/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-search-store.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 group;
  guint32 title;
  guint32 words;          /* offset in the phrases */
  guint16 n_all_words;
  guint16 n_words;        /* but for small words */
  guint8  field;
  guint8  language;
} GigSearchText;

typedef struct
{
  const char *folded;
  const char *precise;    /* (nullable) */
  guint32     folded_length;
  guint32     last_text;  /* while filling; then where its postings begin */
  guint32     n_texts;
} GigSearchWord;

struct _GigSearchStore
{
  GArray       *texts;            /* of GigSearchText */
  GArray       *words;            /* of GigSearchWord; once finished sorted by folded */
  GString      *phrases;          /* the texts' words, a blank before each, NUL after the last */
  GStringChunk *chunk;
  guint32      *postings;         /* texts, word by word */
  GHashTable   *small_words;
  guint         n_groups;
  guint         n_languages;

  /* While it is filled. */
  GHashTable   *word_numbers;     /* “folded\1precise” → number */
  GArray       *pairs;            /* of Posting */
};

G_END_DECLS
