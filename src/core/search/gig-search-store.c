/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-search-store-private.h"

#include <string.h>

#include "gig-search-query-private.h"
#include "gig-words.h"

typedef struct
{
  guint32 word;
  guint32 text;
} Posting;

GigSearchStore *
gig_search_store_new (void)
{
  GigSearchStore *self = g_new0 (GigSearchStore, 1);

  self->texts = g_array_new (FALSE, FALSE, sizeof (GigSearchText));
  self->words = g_array_new (FALSE, FALSE, sizeof (GigSearchWord));
  self->phrases = g_string_new (NULL);
  self->chunk = g_string_chunk_new (16 * 1024);
  self->small_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->synonyms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->aliases = g_ptr_array_new_with_free_func (gig_search_alias_free);
  self->word_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Posting));

  return self;
}

void
gig_search_store_free (GigSearchStore *self)
{
  g_array_unref (self->texts);
  g_array_unref (self->words);
  g_string_free (self->phrases, TRUE);
  g_string_chunk_free (self->chunk);
  g_free (self->postings);
  g_hash_table_unref (self->small_words);
  g_hash_table_unref (self->synonyms);
  g_ptr_array_unref (self->aliases);
  g_clear_pointer (&self->word_numbers, g_hash_table_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_free (self);
}

void
gig_search_store_add_small_words (GigSearchStore *self,
                                  const char     *text)
{
  g_autoptr(GigWords) words = gig_words_new (text);

  for (guint i = 0; i < words->words->len; i++)
    g_hash_table_add (self->small_words, g_strdup (g_array_index (words->words, GigWord, i).folded));
}

static guint32
get_word_number (GigSearchStore *self,
                 const GigWord  *word)
{
  g_autofree char *joined_key = NULL;
  const char *key = word->folded;
  GigSearchWord added = { .folded_length = word->folded_length, .last_text = GIG_SEARCH_NO_TEXT };
  gpointer number;

  if (word->precise != NULL)
    key = joined_key = g_strconcat (word->folded, "\001", word->precise, NULL);
  if (g_hash_table_lookup_extended (self->word_numbers, key, NULL, &number))
    return GPOINTER_TO_UINT (number);

  added.folded = g_string_chunk_insert_len (self->chunk, word->folded, word->folded_length);
  if (word->precise != NULL)
    {
      added.precise = g_string_chunk_insert (self->chunk, word->precise);
      key = g_string_chunk_insert (self->chunk, key);
    }
  else
    {
      key = added.folded;
    }
  g_array_append_val (self->words, added);
  g_hash_table_insert (self->word_numbers, (gpointer) key, GUINT_TO_POINTER (self->words->len - 1));

  return self->words->len - 1;
}

void
gig_search_store_add_posting (GigSearchStore *self,
                              const GigWord  *word,
                              guint32         text)
{
  guint32 number = get_word_number (self, word);
  GigSearchWord *known = &g_array_index (self->words, GigSearchWord, number);
  Posting posting = { number, text };

  if (known->last_text == text)
    return;

  known->last_text = text;
  known->n_texts++;
  g_array_append_val (self->pairs, posting);
}

guint
gig_search_store_add (GigSearchStore *self,
                      const char     *text,
                      guint           group,
                      GigSearchField  field,
                      guint           language,
                      guint           title)
{
  g_autoptr(GigWords) words = gig_words_new (text);
  guint32 number = self->texts->len;
  guint n_words = 0, n_all_words = 0;
  GigSearchText added = {
    .group = group,
    .title = title != GIG_SEARCH_NO_TEXT ? title : number,
    .words = (guint32) self->phrases->len,
    .field = (guint8) field,
    .language = (guint8) language,
  };

  g_return_val_if_fail (self->pairs != NULL, GIG_SEARCH_NO_TEXT);

  if (words->words->len == 0)
    return GIG_SEARCH_NO_TEXT;

  for (guint i = 0; i < words->words->len; i++)
    {
      const GigWord *word = &g_array_index (words->words, GigWord, i);

      gig_search_store_add_posting (self, word, number);
      if (!word->joined)
        {
          g_string_append_c (self->phrases, ' ');
          g_string_append_len (self->phrases, word->folded, word->folded_length);
          n_all_words++;
          if (!g_hash_table_contains (self->small_words, word->folded))
            n_words++;
        }
    }
  g_string_append_c (self->phrases, '\0');
  gig_search_store_add_abbreviations (self, words->words, number, language);

  added.n_all_words = (guint16) MIN (n_all_words, G_MAXUINT16);
  added.n_words = (guint16) CLAMP (n_words, 1, G_MAXUINT16);
  g_array_append_val (self->texts, added);
  self->n_groups = MAX (self->n_groups, group + 1);
  self->n_languages = MAX (self->n_languages, language + 1);
  return number;
}

void
gig_search_store_add_words (GigSearchStore *self,
                            guint           number,
                            const char     *words)
{
  g_autoptr(GigWords) added = gig_words_new (words);

  g_return_if_fail (self->pairs != NULL);
  g_return_if_fail (number + 1 == self->texts->len);

  for (guint i = 0; i < added->words->len; i++)
    gig_search_store_add_posting (self, &g_array_index (added->words, GigWord, i), number);
}

static int
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const GigSearchWord *words = user_data;

  return strcmp (words[*(const guint32 *) a].folded, words[*(const guint32 *) b].folded);
}

void
gig_search_store_finish (GigSearchStore *self)
{
  guint n_words = self->words->len;
  GigSearchWord *words = (GigSearchWord *) (gpointer) self->words->data;
  g_autofree guint32 *order = g_new (guint32, n_words + 1);
  g_autofree guint32 *next = g_new (guint32, n_words + 1);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (GigSearchWord), n_words);
  guint32 offset = 0;

  g_return_if_fail (self->pairs != NULL);

  for (guint32 i = 0; i < n_words; i++)
    order[i] = i;
  g_sort_array (order, n_words, sizeof *order, compare_words, words);

  for (guint i = 0; i < n_words; i++)
    {
      GigSearchWord word = words[order[i]];

      word.last_text = next[order[i]] = offset;
      offset += word.n_texts;
      g_array_append_val (sorted, word);
    }

  /* The pairs come text by text, so each word's texts rise. */
  self->postings = g_new (guint32, offset + 1);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Posting *pair = &g_array_index (self->pairs, Posting, i);

      self->postings[next[pair->word]++] = pair->text;
    }

  g_array_unref (self->words);
  self->words = sorted;
  g_clear_pointer (&self->word_numbers, g_hash_table_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
}

guint
gig_search_store_get_n_texts (GigSearchStore *self)
{
  return self->texts->len;
}

/* “est-ce” is no more than its parts. */
static gboolean
is_small (GigSearchStore      *self,
          const GigSearchTerm *term)
{
  g_auto (GStrv) parts = NULL;

  if (term->phrase == NULL)
    return g_hash_table_contains (self->small_words, term->folded);

  parts = g_strsplit (term->phrase + 1, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_hash_table_contains (self->small_words, parts[i]))
      return FALSE;

  return TRUE;
}

void
gig_search_store_prepare (GigSearchStore *self,
                          GigSearchQuery *query)
{
  guint n_small = 0;

  for (guint i = 0; i < query->n_terms; i++)
    {
      GigSearchTerm *term = &query->terms[i];

      term->small = is_small (self, term);
      n_small += term->small;
    }
  for (guint i = 0; n_small == query->n_terms && i < query->n_terms; i++)
    query->terms[i].small = FALSE;
  for (guint i = 0; i < query->n_terms; i++)
    if (!query->terms[i].small)
      gig_search_store_mend (self, &query->terms[i]);
}
