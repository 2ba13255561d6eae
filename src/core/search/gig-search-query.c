/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-search-query-private.h"

#include <string.h>

/* What must stay of a word when its end is taken off. */
#define SHORTEST_STEM 3

/* “models”, “modèles”, “réseaux”, “jeux”: without the final s or x, then e, then
 * the second of two consonants as in “européenne”; “créer” as “créent”. What has a digit is a name,
 * and an accented é is not an ending. */
static gsize
trim (const char *folded,
      gsize       length,
      gboolean    ends_in_accent)
{
  if (strpbrk (folded, "0123456789") != NULL || ends_in_accent)
    return length;

  if (length > SHORTEST_STEM && (folded[length - 1] == 's' || folded[length - 1] == 'x'))
    length--;
  if (length > SHORTEST_STEM + 1 && memcmp (folded + length - 2, "er", 2) == 0)
    return length - 1;
  if (length > SHORTEST_STEM && folded[length - 1] == 'e')
    {
      length--;
      if (length > SHORTEST_STEM + 2 && strchr ("nlt", folded[length - 1]) != NULL && folded[length - 1] == folded[length - 2])
        length--;
    }
  return length;
}

gsize
gig_search_trim (const char *folded)
{
  return trim (folded, strlen (folded), FALSE);
}

static gboolean
ends_in_mark (const char *precise)
{
  const char *last = precise != NULL ? g_utf8_find_prev_char (precise, precise + strlen (precise)) : NULL;

  return last != NULL && g_unichar_ismark (g_utf8_get_char (last));
}

/* “l’”, “d’”, “qu’”, and the s of “model’s”: no words to look for. */
static gboolean
is_elided (GArray *words,
           guint   index)
{
  const GigWord *word = &g_array_index (words, GigWord, index);

  if (word->after_apostrophe && g_str_equal (word->folded, "s"))
    return TRUE;
  return index + 1 < words->len && word->folded_length <= 2
    && g_array_index (words, GigWord, index + 1).after_apostrophe;
}

static void
add_term (GigSearchQuery *self,
          GArray         *words,
          guint           index,
          gsize           n_bytes)
{
  const GigWord *word = &g_array_index (words, GigWord, index);
  GigSearchTerm *term;

  if (self->n_terms == GIG_SEARCH_MAX_WORDS)
    return;

  term = &self->terms[self->n_terms++];
  term->folded = g_strndup (word->folded, word->folded_length);
  term->precise = g_strdup (word->precise);
  term->length = word->folded_length;
  term->n_parts = word->joined ? word->n_parts : 1;
  term->stem_length = word->joined ? term->length
                                   : trim (term->folded, term->length, ends_in_mark (term->precise));
  term->n_letters = (guint) g_utf8_strlen (term->folded, (gssize) term->stem_length);
  term->open = word->end == n_bytes;
  if (word->joined)
    {
      g_autoptr(GString) phrase = g_string_new (NULL);

      for (guint i = index - word->n_parts; i < index; i++)
        g_string_append_printf (phrase, " %s", g_array_index (words, GigWord, i).folded);
      term->phrase = g_string_free_and_steal (g_steal_pointer (&phrase));
    }
}

/* The number of parts of the compound that begins at @index, or 0. */
static guint
get_compound (GArray *words,
              guint   index)
{
  guint start = g_array_index (words, GigWord, index).start;

  for (guint i = index + 1; i < words->len; i++)
    {
      const GigWord *word = &g_array_index (words, GigWord, i);

      if (word->joined)
        return word->start == start ? word->n_parts : 0;
    }

  return 0;
}

GigSearchQuery *
gig_search_query_new (const char *text)
{
  GigSearchQuery *self = g_new0 (GigSearchQuery, 1);
  g_autofree char *valid = NULL;
  g_autoptr(GigWords) words = NULL;
  g_autoptr(GString) phrase = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  valid = g_utf8_make_valid (text, -1);
  words = gig_words_new (valid);
  for (guint i = 0; i < words->words->len && self->n_terms < GIG_SEARCH_MAX_WORDS; i++)
    {
      if (is_elided (words->words, i))
        continue;

      i += get_compound (words->words, i);
      add_term (self, words->words, i, strlen (valid));
      if (self->terms[self->n_terms - 1].phrase != NULL)
        g_string_append (phrase, self->terms[self->n_terms - 1].phrase);
      else
        g_string_append_printf (phrase, " %s", self->terms[self->n_terms - 1].folded);
    }
  self->phrase = g_string_free_and_steal (g_steal_pointer (&phrase));

  return self;
}

GigSearchQuery *
gig_search_query_ref (GigSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gig_search_query_unref (GigSearchQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_terms; i++)
    {
      g_free (self->terms[i].folded);
      g_free (self->terms[i].precise);
      g_free (self->terms[i].phrase);
    }
  g_free (self->phrase);
  g_free (self);
}

gboolean
gig_search_query_is_empty (GigSearchQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_terms == 0;
}

GigMatch
gig_search_term_match (const GigSearchTerm *self,
                       const char          *folded,
                       gsize                folded_length,
                       const char          *precise)
{
  if (folded_length < self->stem_length || memcmp (folded, self->folded, self->stem_length) != 0)
    return GIG_MATCH_NONE;
  if (self->precise != NULL
      && !gig_words_accents_match (self->precise, self->n_letters, precise != NULL ? precise : folded))
    return GIG_MATCH_NONE;

  if (folded_length >= self->length && memcmp (folded, self->folded, self->length) == 0)
    {
      if (folded_length == self->length)
        return GIG_MATCH_EXACT;
      return trim (folded, folded_length, ends_in_mark (precise)) <= self->length ? GIG_MATCH_FORM : GIG_MATCH_PREFIX;
    }
  return trim (folded, folded_length, ends_in_mark (precise)) == self->stem_length ? GIG_MATCH_FORM : GIG_MATCH_STEM;
}

/* Whether the words from @index on are the parts of a compound that was typed; the last may go on. */
static gboolean
match_parts (const GigSearchTerm *term,
             GArray              *words,
             guint                index,
             guint               *last)
{
  const char *at = term->phrase;
  guint n_left = term->n_parts;

  *last = index;

  for (; index < words->len && n_left > 0; index++)
    {
      const GigWord *word = &g_array_index (words, GigWord, index);
      gsize length;

      if (word->joined)
        continue;
      at++;
      length = strcspn (at, " ");
      if (strncmp (word->folded, at, length) != 0 || (n_left > 1 && word->folded_length != length))
        return FALSE;
      at += length;
      *last = index;
      n_left--;
    }

  return n_left == 0;
}

static gboolean
find_end (const GigSearchTerm *term,
          GigWords            *words,
          guint                index,
          guint               *end)
{
  const GigWord *word = &g_array_index (words->words, GigWord, index);
  GigMatch match = gig_search_term_match (term, word->folded, word->folded_length, word->precise);
  guint last;

  if (match != GIG_MATCH_NONE)
    {
      /* Whole where the ending differs only, else the part that was typed. */
      *end = match == GIG_MATCH_PREFIX ? gig_words_to_text (words, word, (guint) term->length)
             : match == GIG_MATCH_STEM ? gig_words_to_text (words, word, (guint) term->stem_length)
                                       : word->end;
      return *end > word->start;
    }
  if (term->phrase != NULL && !word->joined && match_parts (term, words->words, index, &last))
    {
      *end = g_array_index (words->words, GigWord, last).end;
      return TRUE;
    }

  return FALSE;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const GigSearchRange *range_a = a;
  const GigSearchRange *range_b = b;

  return range_a->start < range_b->start ? -1 : range_a->start > range_b->start;
}

static void
merge_ranges (GArray *ranges)
{
  guint n_kept = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      GigSearchRange range = g_array_index (ranges, GigSearchRange, i);
      GigSearchRange *kept = n_kept > 0 ? &g_array_index (ranges, GigSearchRange, n_kept - 1) : NULL;

      if (kept != NULL && range.start < kept->start + kept->length)
        kept->length = MAX (kept->length, range.start + range.length - kept->start);
      else
        g_array_index (ranges, GigSearchRange, n_kept++) = range;
    }
  g_array_set_size (ranges, n_kept);
}

GArray *
gig_search_query_find_bytes (GigSearchQuery *self,
                             const char     *text)
{
  g_autoptr(GigWords) words = gig_words_new (text);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (GigSearchRange));

  for (guint i = 0; i < words->words->len; i++)
    {
      guint start = g_array_index (words->words, GigWord, i).start;

      for (guint j = 0; j < self->n_terms; j++)
        {
          guint end;

          if (!self->terms[j].small && find_end (&self->terms[j], words, i, &end))
            {
              GigSearchRange range = { start, end - start };

              g_array_append_val (ranges, range);
            }
        }
    }

  merge_ranges (ranges);
  return ranges;
}

GigSearchRange *
gig_search_query_find_ranges (GigSearchQuery *self,
                              const char     *text,
                              guint          *n_ranges)
{
  g_autoptr(GArray) ranges = NULL;
  const char *at = text;
  guint position = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (n_ranges != NULL, NULL);

  ranges = gig_search_query_find_bytes (self, text);
  for (guint i = 0; i < ranges->len; i++)
    {
      GigSearchRange *range = &g_array_index (ranges, GigSearchRange, i);
      const char *start = text + range->start;
      const char *end = start + range->length;

      position += (guint) g_utf8_strlen (at, start - at);
      range->start = position;
      range->length = (guint) g_utf8_strlen (start, end - start);
      position += range->length;
      at = end;
    }

  *n_ranges = ranges->len;
  return ranges->len > 0 ? (GigSearchRange *) (gpointer) g_array_free (g_steal_pointer (&ranges), FALSE) : NULL;
}
