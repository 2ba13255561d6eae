/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Other words for what was typed: synonyms, abbreviations, and words that look like it. */

#include "gig-search-store-private.h"

#include <string.h>

#include "gig-keyword.h"
#include "gig-search-query-private.h"

/* Shorter words have too many neighbours. */
#define SHORTEST_SLIP 5
#define LONG_WORD     8

/* What an abbreviation may have besides its letters: “LLMs”. */
#define MAX_ABBREVIATION 5
#define MAX_EXPANSION    4

/* An abbreviation and the stems of the words it stands for. */
typedef struct
{
  char  *folded;
  GStrv  stems;
  guint  n_stems;
  guint  language;
} Alias;

void
gig_search_alias_free (gpointer data)
{
  Alias *alias = data;

  g_free (alias->folded);
  g_strfreev (alias->stems);
  g_free (alias);
}

/* --- Synonyms --- */

void
gig_search_store_add_synonyms (GigSearchStore *self,
                               const char     *text)
{
  g_auto (GStrv) groups = g_strsplit (text, "|", -1);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (GigWords) words = gig_words_new (groups[i]);
      g_autoptr (GPtrArray) group = g_ptr_array_new_with_free_func (g_free);

      for (guint j = 0; j < words->words->len; j++)
        g_ptr_array_add (group, g_strdup (g_array_index (words->words, GigWord, j).folded));
      for (guint j = 0; j < group->len; j++)
        g_hash_table_insert (self->synonyms, g_strdup (g_ptr_array_index (group, j)), g_ptr_array_ref (group));
    }
}

GPtrArray *
gig_search_store_get_synonyms (GigSearchStore      *self,
                               const GigSearchTerm *term)
{
  return term->phrase == NULL ? g_hash_table_lookup (self->synonyms, term->folded) : NULL;
}

/* --- Abbreviations --- */

/* The folded letters of “LLMs”; NULL for anything but two to five capitals. (transfer full) */
static char *
fold_abbreviation (const char *text)
{
  gsize length = strlen (text);

  if (length > 2 && text[length - 1] == 's')
    length--;
  if (length < 2 || length > MAX_ABBREVIATION)
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (text[i]))
      return NULL;

  return g_ascii_strdown (text, (gssize) length);
}

void
gig_search_store_add_alias (GigSearchStore *self,
                            const char     *abbreviation,
                            const char     *expansion,
                            guint           language)
{
  g_autofree char *folded = fold_abbreviation (abbreviation);
  g_autoptr (GigWords) words = folded != NULL ? gig_words_new (expansion) : NULL;
  g_autoptr (GStrvBuilder) stems = g_strv_builder_new ();
  Alias *alias;
  guint n = 0;

  for (guint i = 0; words != NULL && i < words->words->len; i++)
    {
      const GigWord *word = &g_array_index (words->words, GigWord, i);

      if (word->joined || g_hash_table_contains (self->small_words, word->folded) || g_str_equal (word->folded, folded))
        continue;
      g_strv_builder_take (stems, g_strndup (word->folded, gig_search_trim (word->folded)));
      n++;
    }
  if (n < 2 || n > MAX_EXPANSION)
    return;

  alias = g_new0 (Alias, 1);
  alias->folded = g_steal_pointer (&folded);
  alias->stems = g_strv_builder_end (stems);
  alias->n_stems = n;
  alias->language = language;
  g_ptr_array_add (self->aliases, alias);
}

static gboolean
has_stem (const GigWord *word,
          const char    *stem)
{
  return g_str_has_prefix (word->folded, stem) && gig_search_trim (word->folded) == strlen (stem);
}

/* Whether the words from @index on are those of the alias, small ones aside. */
static gboolean
match_alias (GigSearchStore *self,
             const Alias    *alias,
             GArray         *words,
             guint           index)
{
  guint n = 0;

  for (; index < words->len && n < alias->n_stems; index++)
    {
      const GigWord *word = &g_array_index (words, GigWord, index);

      if (word->joined || (n > 0 && g_hash_table_contains (self->small_words, word->folded)))
        continue;
      if (!has_stem (word, alias->stems[n]))
        return FALSE;
      n++;
    }

  return n == alias->n_stems;
}

void
gig_search_store_add_abbreviations (GigSearchStore *self,
                                    GArray         *words,
                                    guint32         text,
                                    guint           language)
{
  for (guint i = 0; i < self->aliases->len; i++)
    {
      const Alias *alias = g_ptr_array_index (self->aliases, i);

      for (guint j = 0; alias->language == language && j + alias->n_stems <= words->len; j++)
        if (match_alias (self, alias, words, j))
          {
            gig_search_store_add_posting (self, &(GigWord) { .folded = alias->folded,
                                                             .folded_length = (guint) strlen (alias->folded) }, text);
            break;
          }
    }
}

/* --- Slips --- */

/* How far @typed is from @word, or from its beginning while it is still being typed. */
static guint
get_distance (const GigSearchTerm *term,
              const GigSearchWord *word)
{
  guint distance = gig_text_distance (term->folded, word->folded);
  glong length = g_utf8_strlen (term->folded, -1);

  for (glong n = length; term->open && distance > 1 && n <= length + 1 && n < g_utf8_strlen (word->folded, -1); n++)
    {
      g_autofree char *beginning = g_utf8_substring (word->folded, 0, n);

      distance = MIN (distance, gig_text_distance (term->folded, beginning));
    }

  return distance;
}

static gboolean
is_known (GigSearchStore      *self,
          const GigSearchTerm *term)
{
  guint first = gig_search_store_find_word (self, term->folded, term->stem_length);

  return first < self->words->len
    && strncmp (g_array_index (self->words, GigSearchWord, first).folded, term->folded, term->stem_length) == 0;
}

void
gig_search_store_mend (GigSearchStore *self,
                       GigSearchTerm  *term)
{
  const GigSearchWord *nearest = NULL;
  gsize first_letter = (gsize) (g_utf8_next_char (term->folded) - term->folded);
  guint least = term->length >= LONG_WORD ? 2 : 1;

  if (term->n_letters < SHORTEST_SLIP || term->phrase != NULL || strpbrk (term->folded, "0123456789") != NULL
      || gig_search_store_get_synonyms (self, term) != NULL || is_known (self, term))
    return;

  for (guint i = gig_search_store_find_word (self, term->folded, first_letter); i < self->words->len; i++)
    {
      const GigSearchWord *word = &g_array_index (self->words, GigSearchWord, i);
      guint distance;

      if (strncmp (word->folded, term->folded, first_letter) != 0)
        break;
      if (word->folded_length + least < term->length
          || (!term->open && word->folded_length > term->length + least))
        continue;
      distance = get_distance (term, word);
      if (distance < least || (distance == least && (nearest == NULL || word->n_texts > nearest->n_texts)))
        {
          nearest = word;
          least = distance;
        }
    }
  if (nearest == NULL)
    return;

  g_free (term->folded);
  g_clear_pointer (&term->precise, g_free);
  term->folded = g_strdup (nearest->folded);
  term->length = nearest->folded_length;
  term->stem_length = gig_search_trim (term->folded);
  term->n_letters = (guint) g_utf8_strlen (term->folded, (gssize) term->stem_length);
  term->open = FALSE;
  term->mended = TRUE;
}
