/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One word of a text. */
typedef struct
{
  const char *folded;           /* terminated; as gig_fold() has it, signs left out */
  const char *precise;          /* (nullable): letters with their accents (NFD), when it has any */
  guint       folded_length;    /* bytes */
  guint       start;            /* bytes in the text */
  guint       end;
  guint8      joined;           /* several parts without the signs between them: `gpt4` of “GPT-4” */
  guint8      after_apostrophe; /* l’|apprentissage */
  guint8      n_parts;          /* of a joined word: that many words before it are its parts */
} GigWord;

/**
 * GigWords:
 *
 * The words of a text, in order. “DALL·E” gives dall, e and dalle: a compound is
 * there by its parts and joined.
 */
typedef struct
{
  GArray *words;                /* of GigWord */

  /* Private: what the words point into. */
  char         *folded;
  guint        *map;
  GStringChunk *chunk;
} GigWords;

/* (transfer full): @text need not outlive it */
GigWords *gig_words_new          (const char *text);
void      gig_words_free         (GigWords   *self);
/* The byte offset in the text of byte @offset of @word's folded text; its end for a joined one. */
guint     gig_words_to_text      (GigWords      *self,
                                  const GigWord *word,
                                  guint          offset);
/**
 * gig_words_accents_match:
 * @typed: letters with accents (NFD)
 * @length: how many letters count
 * @word: a word's precise form, or its folded one
 *
 * Whether each of the first @length letters of @typed that has an accent has the
 * same one in @word; letters without match with any.
 */
gboolean  gig_words_accents_match (const char   *typed,
                                   gsize         length,
                                   const char   *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigWords, gig_words_free)

G_END_DECLS
