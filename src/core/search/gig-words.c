/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-words.h"

#include <string.h>

#include "gig-collation.h"

static gboolean
is_letter (const char *at)
{
  return (guchar) *at < 0x80 ? g_ascii_isalnum (*at) : g_unichar_isalnum (g_utf8_get_char (at));
}

/* Signs that hold a compound together: GPT-4, DALL·E, Node.js, text/image. */
static gsize
get_connector (const char *at)
{
  if (*at == '-' || *at == '.' || *at == '_' || *at == '/' || *at == '+')
    return 1;
  return strncmp (at, "·", strlen ("·")) == 0 ? strlen ("·") : 0;
}

static const char *
find_word_end (const char *at)
{
  while (*at != '\0' && is_letter (at))
    at = g_utf8_next_char (at);
  return at;
}

/* Letters as gig_fold() has them, each with its marks after it; NULL without any mark. */
static const char *
make_precise (GigWords   *self,
              const char *text,
              gsize       length)
{
  g_autoptr(GString) precise = NULL;
  gboolean has_mark = FALSE;
  const char *at = text;

  while (at < text + length && (guchar) *at < 0x80)
    at++;
  if (at == text + length)
    return NULL;

  precise = g_string_sized_new (2 * length);
  for (at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize n_parts = g_unichar_fully_decompose (g_utf8_get_char (at), FALSE, parts, G_N_ELEMENTS (parts));
      char character[7] = "";
      g_autofree char *folded = NULL;

      g_utf8_strncpy (character, at, 1);
      folded = gig_fold (character);
      g_string_append (precise, folded);
      for (gsize i = 0; i < n_parts; i++)
        {
          if (g_unichar_ismark (parts[i]))
            {
              g_string_append_unichar (precise, parts[i]);
              has_mark = TRUE;
            }
        }
    }

  return has_mark ? g_string_chunk_insert_len (self->chunk, precise->str, (gssize) precise->len) : NULL;
}

static void
add_part (GigWords   *self,
          const char *text,
          const char *start,
          const char *end,
          gboolean    after_apostrophe)
{
  const guint *last = self->map + (end - self->folded);
  GigWord word = {
    .folded_length = (guint) (end - start),
    .start = self->map[start - self->folded],
    .after_apostrophe = after_apostrophe,
  };

  /* Whole characters: both numbers of ½ are all of it. */
  while (*last == last[-1])
    last++;
  word.end = *last;

  word.folded = g_string_chunk_insert_len (self->chunk, start, end - start);
  word.precise = make_precise (self, text + word.start, word.end - word.start);
  g_array_append_val (self->words, word);
}

/* The last @n_parts words without what stands between them. */
static void
add_joined (GigWords *self,
            guint     n_parts)
{
  GigWord *parts = &g_array_index (self->words, GigWord, self->words->len - n_parts);
  g_autoptr(GString) folded = g_string_new (NULL);
  g_autoptr(GString) precise = g_string_new (NULL);
  gboolean has_precise = FALSE;
  GigWord word = { .joined = TRUE, .n_parts = (guint8) n_parts };

  for (guint i = 0; i < n_parts; i++)
    {
      g_string_append_len (folded, parts[i].folded, parts[i].folded_length);
      g_string_append (precise, parts[i].precise != NULL ? parts[i].precise : parts[i].folded);
      has_precise = has_precise || parts[i].precise != NULL;
    }

  word.start = parts[0].start;
  word.end = parts[n_parts - 1].end;
  word.after_apostrophe = parts[0].after_apostrophe;
  word.folded = g_string_chunk_insert_len (self->chunk, folded->str, (gssize) folded->len);
  word.folded_length = (guint) folded->len;
  if (has_precise)
    word.precise = g_string_chunk_insert_len (self->chunk, precise->str, (gssize) precise->len);
  g_array_append_val (self->words, word);
}

GigWords *
gig_words_new (const char *text)
{
  GigWords *self = g_new0 (GigWords, 1);
  gboolean after_apostrophe = FALSE;

  self->words = g_array_new (FALSE, FALSE, sizeof (GigWord));
  self->chunk = g_string_chunk_new (MAX (64, 2 * strlen (text)));
  self->folded = gig_fold_with_map (text, &self->map);

  for (const char *at = self->folded; *at != '\0';)
    {
      guint n_parts = 0;

      if (!is_letter (at))
        {
          after_apostrophe = *at == '\'';
          at = g_utf8_next_char (at);
          continue;
        }

      for (;;)
        {
          const char *end = find_word_end (at);
          gsize connector = get_connector (end);

          add_part (self, text, at, end, after_apostrophe && n_parts == 0);
          n_parts++;
          at = end;
          if (connector == 0 || !is_letter (end + connector) || n_parts == G_MAXUINT8)
            break;
          at = end + connector;
        }
      if (n_parts > 1)
        add_joined (self, n_parts);
      after_apostrophe = FALSE;
    }

  return self;
}

void
gig_words_free (GigWords *self)
{
  g_array_unref (self->words);
  g_string_chunk_free (self->chunk);
  g_free (self->folded);
  g_free (self->map);
  g_free (self);
}

guint
gig_words_to_text (GigWords      *self,
                   const GigWord *word,
                   guint          offset)
{
  guint start;

  if (word->joined || offset >= word->folded_length)
    return word->end;

  /* The word's place in the folded text: the first one that comes from its start. */
  {
    guint low = 0, high = (guint) strlen (self->folded);

    while (low < high)
      {
        guint middle = (low + high) / 2;

        if (self->map[middle] < word->start)
          low = middle + 1;
        else
          high = middle;
      }
    start = low;
  }

  /* Never inside a character: the o of œ is the whole œ. */
  for (start += offset; offset > 0 && self->map[start] == self->map[start - 1];)
    start++;
  return self->map[start];
}

static const char *
skip_marks (const char *at)
{
  while (*at != '\0' && g_unichar_ismark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

gboolean
gig_words_accents_match (const char *typed,
                         gsize       length,
                         const char *word)
{
  for (gsize i = 0; i < length && *typed != '\0' && *word != '\0'; i++)
    {
      const char *typed_marks = g_utf8_next_char (typed);
      const char *word_marks = g_utf8_next_char (word);

      typed = skip_marks (typed_marks);
      word = skip_marks (word_marks);
      if (typed > typed_marks
          && (typed - typed_marks != word - word_marks
              || memcmp (typed_marks, word_marks, (gsize) (typed - typed_marks)) != 0))
        return FALSE;
    }

  return TRUE;
}
