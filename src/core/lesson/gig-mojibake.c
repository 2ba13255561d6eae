/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-source.h"

#include <string.h>

/* Bytes 0x80 to 0xFF as two encodings read them; 0x80 to 0x9F without a
 * character of its own stand for themselves. Sources: Unicode's
 * MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT and VENDORS/APPLE/ROMAN.TXT. */
static const guint16 windows_1252[32] = {
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
  0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
  0x0153, 0x009D, 0x017E, 0x0178,
};

static const guint16 mac_roman[128] = {
  0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7,
  0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4, 0x00F6, 0x00F5,
  0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9,
  0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211,
  0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248,
  0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D,
  0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7,
  0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4,
  0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD,
  0x02DB, 0x02C7,
};

/* The byte that @character was read from, or -1. */
static int
get_byte (gunichar character,
          gboolean mac)
{
  guint n = mac ? G_N_ELEMENTS (mac_roman) : G_N_ELEMENTS (windows_1252);
  const guint16 *table = mac ? mac_roman : windows_1252;

  for (guint i = 0; i < n; i++)
    {
      if (table[i] == character)
        return 0x80 + i;
    }
  if (!mac && character >= 0xA0 && character <= 0xFF)
    return character;

  return -1;
}

/* What texts in our languages hold: letters with accents, punctuation, signs, emoji. */
static gboolean
is_plausible (gunichar character)
{
  return (character >= 0xA0 && character <= 0x17F)
         || (character >= 0x2010 && character <= 0x205E)
         || character == 0x20AC || character == 0x2122
         || (character >= 0x2190 && character <= 0x27BF)
         || character == 0xFE0F
         || (character >= 0x1F300 && character <= 0x1FAFF);
}

/* Decodes one character of at least two bytes at @text; returns the bytes read of it. */
static gsize
decode (const char *text,
        const char *end,
        gboolean    mac,
        char        bytes[5])
{
  const char *p = text;
  gsize n = 0, wanted = 0;
  gunichar character;

  do
    {
      int byte = p < end ? get_byte (g_utf8_get_char (p), mac) : -1;

      if (byte < 0)
        return 0;
      if (n == 0)
        wanted = byte >= 0xF0 && byte <= 0xF4 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0;
      if (wanted == 0 || byte > 0xF4)
        return 0;
      bytes[n++] = (char) byte;
      p = g_utf8_next_char (p);
    }
  while (n < wanted);

  bytes[n] = '\0';
  character = g_utf8_get_char_validated (bytes, n);
  if (character >= (gunichar) -2 || !is_plausible (character))
    return 0;

  return p - text;
}

char *
gig_mojibake_repair (const char  *text,
                     gsize        length,
                     gsize       *start,
                     char       **wrong)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      if ((guint8) *p < 0x80)
        continue;

      for (gboolean mac = FALSE; mac <= TRUE; mac++)
        {
          g_autoptr (GString) repaired = g_string_new (NULL);
          const char *q = p;
          char bytes[5];
          gsize read;

          while ((read = decode (q, end, mac, bytes)) > 0)
            {
              g_string_append (repaired, bytes);
              q += read;
            }
          /* A run must be read to its end: “É»” alone proves nothing. */
          if (q == p || (q < end && (guint8) *q >= 0x80 && get_byte (g_utf8_get_char (q), mac) >= 0))
            continue;

          *start = p - text;
          *wrong = g_strndup (p, q - p);

          return g_string_free_and_steal (g_steal_pointer (&repaired));
        }
      while (p < end && (guint8) *p >= 0x80 && g_utf8_next_char (p) < end && (guint8) *g_utf8_next_char (p) >= 0x80)
        p = g_utf8_next_char (p);
    }

  return NULL;
}
