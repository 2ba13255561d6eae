/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-search-query-private.h"
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
  GHashTable   *synonyms;         /* folded word → array of those that mean the same, itself among them */
  GPtrArray    *aliases;
  guint         n_groups;
  guint         n_languages;

  /* While it is filled. */
  GHashTable   *word_numbers;     /* “folded\1precise” → number */
  GArray       *pairs;            /* of Posting */
};

/* The first word that is not before the first @length bytes of @prefix. */
guint      gig_search_store_find_word         (GigSearchStore      *self,
                                               const char          *prefix,
                                               gsize                length);
void       gig_search_store_add_posting       (GigSearchStore      *self,
                                               const GigWord       *word,
                                               guint32              text);

/* gig-search-alike.c */
void       gig_search_alias_free              (gpointer             data);
/* (nullable) (transfer none) (element-type utf8) */
GPtrArray *gig_search_store_get_synonyms      (GigSearchStore      *self,
                                               const GigSearchTerm *term);
/* Gives a text the abbreviations of what it names in full. */
void       gig_search_store_add_abbreviations (GigSearchStore      *self,
                                               GArray              *words,
                                               guint32              text,
                                               guint                language);
/* A long word that is nowhere becomes the nearest one that is somewhere. */
void       gig_search_store_mend              (GigSearchStore      *self,
                                               GigSearchTerm       *term);

G_END_DECLS
