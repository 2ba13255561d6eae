/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-collation.h"

#include <string.h>

/* Letters that no decomposition takes apart, and signs that people type otherwise. Sorted. */
static const struct
{
  gunichar    character;
  const char *folded;
} replacements[] = {
  { 0x00a0, " " },              /* no-break space */
  { 0x00ad, "" },               /* soft hyphen */
  { 0x00c6, "ae" },
  { 0x00d0, "d" },
  { 0x00d8, "o" },
  { 0x00df, "ss" },
  { 0x00e6, "ae" },
  { 0x00f0, "d" },
  { 0x00f8, "o" },
  { 0x0110, "d" },
  { 0x0111, "d" },
  { 0x0131, "i" },
  { 0x0141, "l" },
  { 0x0142, "l" },
  { 0x0152, "oe" },
  { 0x0153, "oe" },
  { 0x02bc, "'" },              /* apostrophes */
  { 0x1e9e, "ss" },
  { 0x2007, " " },              /* figure space */
  { 0x200b, "" },               /* signs without width */
  { 0x200c, "" },
  { 0x200d, "" },
  { 0x2010, "-" },
  { 0x2011, "-" },
  { 0x2018, "'" },
  { 0x2019, "'" },
  { 0x202f, " " },              /* narrow no-break space */
  { 0x2060, "" },
  { 0xfeff, "" },
};

static const char *
find_replacement (gunichar character)
{
  gsize low = 0, high = G_N_ELEMENTS (replacements);

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (replacements[middle].character == character)
        return replacements[middle].folded;
      if (replacements[middle].character < character)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static gboolean
is_mark (gunichar character)
{
  return character >= 0x300 && g_unichar_ismark (character);
}

/* The base characters of @character, lower case, without marks; @folded holds
 * G_UNICHAR_MAX_DECOMPOSITION_LENGTH × 6 bytes. */
static gsize
fold_character (gunichar  character,
                char     *folded)
{
  const char *replacement = find_replacement (character);
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts, length = 0;

  if (replacement != NULL)
    {
      length = strlen (replacement);
      memcpy (folded, replacement, length);
      return length;
    }

  n_parts = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar lower = g_unichar_tolower (parts[i]);

      if (!is_mark (lower))
        length += (gsize) g_unichar_to_utf8 (lower, folded + length);
    }

  return length;
}

static void
append_map (GArray *map,
            guint   offset,
            gsize   n)
{
  for (gsize i = 0; i < n; i++)
    g_array_append_val (map, offset);
}

static char *
fold (const char *text,
      GArray     *map)
{
  GString *folded = g_string_sized_new (strlen (text) + 1);
  char buffer[G_UNICHAR_MAX_DECOMPOSITION_LENGTH * 6];

  for (const char *at = text; *at != '\0';)
    {
      guint offset = (guint) (at - text);
      gsize length;

      if ((guchar) *at < 0x80)
        {
          g_string_append_c (folded, g_ascii_tolower (*at));
          length = 1;
          at++;
        }
      else
        {
          length = fold_character (g_utf8_get_char (at), buffer);
          g_string_append_len (folded, buffer, (gssize) length);
          at = g_utf8_next_char (at);
        }
      if (map != NULL)
        append_map (map, offset, length);
    }

  if (map != NULL)
    append_map (map, (guint) strlen (text), 1);
  return g_string_free_and_steal (folded);
}

char *
gig_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, NULL);
}

char *
gig_fold_with_map (const char  *text,
                   guint      **map)
{
  g_autoptr(GArray) offsets = NULL;
  char *folded;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (map != NULL, NULL);

  offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) strlen (text) + 1);
  folded = fold (text, offsets);
  *map = (guint *) (gpointer) g_array_free (g_steal_pointer (&offsets), FALSE);
  return folded;
}

/* A number sorts by value: a length that is its own end, then its digits. */
static const char *
append_number (GString    *letters,
               const char *at)
{
  gsize n_digits, length;

  while (*at == '0' && g_ascii_isdigit (at[1]))
    at++;
  n_digits = strspn (at, "0123456789");
  for (length = n_digits; length > 8; length -= 8)
    g_string_append_c (letters, '9');
  g_string_append_c (letters, (char) ('0' + length));
  g_string_append_len (letters, at, (gssize) n_digits);
  return at + n_digits;
}

/* First level: words of letters and numbers, one blank between two. */
static void
append_letters (GString    *key,
                const char *folded)
{
  gboolean gap = FALSE;
  gsize start = key->len;

  for (const char *at = folded; *at != '\0';)
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isalnum (character))
        {
          gap = key->len > start;
          at = g_utf8_next_char (at);
          continue;
        }
      if (gap)
        g_string_append_c (key, ' ');
      gap = FALSE;
      if (g_ascii_isdigit (*at))
        {
          at = append_number (key, at);
        }
      else
        {
          g_string_append_unichar (key, character);
          at = g_utf8_next_char (at);
        }
    }
}

/* Second level: for each letter its marks, none before any. */
static void
append_accents (GString    *key,
                const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gunichar character = g_utf8_get_char (at);
      gsize n_parts = g_unichar_fully_decompose (character, FALSE, parts, G_N_ELEMENTS (parts));

      if (!g_unichar_isalnum (parts[0]))
        continue;
      if (find_replacement (character) != NULL)
        g_string_append (key, "\x7e\x7e");
      else if (n_parts == 1)
        g_string_append_c (key, 2);
      for (gsize i = 1; i < n_parts; i++)
        {
          gunichar mark = parts[i];

          /* The acute accent comes before the grave one. */
          if (mark == 0x300 || mark == 0x301)
            mark ^= 1;
          g_string_append_c (key, (char) (mark >= 0x300 && mark < 0x370 ? mark - 0x300 + 3 : 0x7d));
        }
    }
}

/* Third level: lower case before upper case. */
static void
append_case (GString    *key,
             const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isalnum (character))
        g_string_append_c (key, g_unichar_isupper (character) ? 3 : 2);
    }
}

char *
gig_collation_key (const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *composed = NULL;
  GString *key;

  g_return_val_if_fail (text != NULL, NULL);

  composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  if (composed == NULL)
    composed = g_utf8_make_valid (text, -1);
  folded = gig_fold (composed);

  key = g_string_sized_new (4 * strlen (composed) + 4);
  append_letters (key, folded);
  g_string_append_c (key, 1);
  append_accents (key, composed);
  g_string_append_c (key, 1);
  append_case (key, composed);
  g_string_append_c (key, 1);
  g_string_append (key, text);

  return g_string_free_and_steal (key);
}
