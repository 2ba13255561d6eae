/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-source.h"

#include <string.h>

#define REPLACEMENT "\357\277\275"

struct _GigSource
{
  char   *text;
  gsize   length;
  GArray *lines;      /* (element-type gsize): where each line starts, and where the text ends */
  GArray *bad_bytes;  /* (element-type GigBadByte) */
  const char *encoding; /* (nullable): what the whole file is in, if not in UTF-8 */
};

static void
find_lines (GigSource *self)
{
  gsize start = 0;

  self->lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_val (self->lines, start);
  while (start < self->length)
    {
      gsize end = start + strcspn (self->text + start, "\r\n");

      if (end >= self->length)
        break;
      end += self->text[end] == '\r' && self->text[end + 1] == '\n' ? 2 : 1;
      start = end;
      g_array_append_val (self->lines, start);
    }
  g_array_append_val (self->lines, self->length);
}

/* Appends @length bytes of one line, wrong bytes as U+FFFD; notes the first of them. */
static void
repair_line (GigSource  *self,
             GString    *text,
             const char *line,
             gsize       length,
             guint       number)
{
  const char *end = line + length;
  const char *p = line;
  guint column = 1;
  gboolean noted = FALSE;

  while (p < end)
    {
      const char *valid_end;

      if (g_utf8_validate_len (p, end - p, &valid_end))
        {
          g_string_append_len (text, p, end - p);
          return;
        }

      g_string_append_len (text, p, valid_end - p);
      column += g_utf8_strlen (p, valid_end - p);
      if (!noted)
        {
          GigBadByte bad = { number, column, (guint8) *valid_end };

          g_array_append_val (self->bad_bytes, bad);
          noted = TRUE;
        }
      g_string_append (text, REPLACEMENT);
      column++;
      p = valid_end + 1;
    }
}

static void
repair (GigSource  *self,
        const char *data,
        gsize       size)
{
  GString *text = g_string_sized_new (size + 64);
  guint number = 1;
  gsize start = 0;

  while (start < size)
    {
      gsize end = start;

      while (end < size && data[end] != '\n' && data[end] != '\r')
        end++;
      repair_line (self, text, data + start, end - start, number++);
      if (end < size)
        g_string_append_c (text, data[end]);
      if (end + 1 < size && data[end] == '\r' && data[end + 1] == '\n')
        g_string_append_c (text, data[++end]);
      start = end + 1;
    }

  self->length = text->len;
  self->text = g_string_free_and_steal (text);
}

gboolean
gig_source_is_utf_16 (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 2 && (memcmp (data, "\377\376", 2) == 0 || memcmp (data, "\376\377", 2) == 0);
}

/* Whether some wrong byte stands beside letters of UTF-8: then no one encoding reads it all. */
static gboolean
has_utf_8 (const char *data,
           gsize       size)
{
  const char *end = data + size;

  for (const char *p = data; p < end; p++)
    {
      gunichar c;

      if ((guint8) *p < 0x80)
        continue;
      c = g_utf8_get_char_validated (p, end - p);
      if (c < (gunichar) -2)
        return TRUE;
    }

  return FALSE;
}

/* A file that an older editor wrote, or one that was asked for “Unicode”: read as it is. */
static gboolean
convert (GigSource *self,
         GBytes    *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *encoding = gig_source_is_utf_16 (bytes) ? "UTF-16" : has_utf_8 (data, size) ? NULL : "Windows-1252";

  if (encoding == NULL)
    return FALSE;
  self->text = g_convert (data, size, "UTF-8", encoding, NULL, &self->length, NULL);
  if (self->text == NULL || strlen (self->text) != self->length)
    {
      g_clear_pointer (&self->text, g_free);
      self->length = 0;
      return FALSE;
    }
  self->encoding = encoding;

  return TRUE;
}

GigSource *
gig_source_new (GBytes *bytes)
{
  GigSource *self = g_new0 (GigSource, 1);
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    {
      data += 3;
      size -= 3;
    }

  self->bad_bytes = g_array_new (FALSE, FALSE, sizeof (GigBadByte));
  if (size == 0)
    self->text = g_strdup ("");
  else if (g_utf8_validate_len (data, size, NULL))
    {
      self->text = g_strndup (data, size);
      self->length = size;
    }
  else if (!convert (self, bytes))
    repair (self, data, size);
  find_lines (self);

  return self;
}

void
gig_source_free (GigSource *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->bad_bytes);
  g_free (self->text);
  g_free (self);
}

static gsize
get_offset (GigSource *self,
            guint      line)
{
  return g_array_index (self->lines, gsize, MIN (line - 1, self->lines->len - 1));
}

const char *
gig_source_get_text (GigSource *self,
                     guint      line,
                     gsize     *length)
{
  gsize offset = get_offset (self, line);

  *length = self->length - offset;

  return self->text + offset;
}

guint
gig_source_get_n_lines (GigSource *self)
{
  return self->lines->len - 1;
}

const char *
gig_source_get_line (GigSource *self,
                     guint      line,
                     gsize     *length)
{
  gsize start = get_offset (self, line);
  gsize end = get_offset (self, line + 1);

  while (end > start && (self->text[end - 1] == '\n' || self->text[end - 1] == '\r'))
    end--;
  *length = end - start;

  return self->text + start;
}

char *
gig_source_get_lines (GigSource *self,
                      guint      first,
                      guint      last,
                      gsize      max)
{
  gsize start = get_offset (self, first);
  gsize end = get_offset (self, last + 1);
  char *text;

  if (end > start + max)
    {
      const char *cut = g_utf8_find_prev_char (self->text + start, self->text + start + max);

      text = g_strndup (self->text + start, cut - (self->text + start));
      return text;
    }

  text = g_strndup (self->text + start, end - start);
  for (gsize length = strlen (text); length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'); length--)
    text[length - 1] = '\0';

  return text;
}

guint
gig_source_get_column (GigSource *self,
                       guint      line,
                       guint      byte)
{
  gsize length;
  const char *text = gig_source_get_line (self, line, &length);

  return 1 + g_utf8_strlen (text, MIN (length, MAX (byte, 1) - 1));
}

const char *
gig_source_get_encoding (GigSource *self)
{
  return self->encoding;
}

GArray *
gig_source_get_bad_bytes (GigSource *self)
{
  return self->bad_bytes;
}

gboolean
gig_source_find (GigSource  *self,
                 const char *needle,
                 guint      *line,
                 guint       last,
                 guint      *column)
{
  for (guint i = *line; i <= last && i <= gig_source_get_n_lines (self); i++)
    {
      gsize length;
      const char *text = gig_source_get_line (self, i, &length);
      const char *found = g_strstr_len (text, length, needle);

      if (found != NULL)
        {
          *line = i;
          *column = 1 + g_utf8_strlen (text, found - text);
          return TRUE;
        }
    }

  return FALSE;
}

GArray *
gig_source_get_cells (GigSource *self,
                      guint      line,
                      guint      start)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize length;
  const char *text = gig_source_get_line (self, line, &length);
  gsize position = MIN (start > 0 ? start - 1 : 0, length);
  gsize counted = 0;
  guint column = 1;
  gboolean open = FALSE;

  while (length > position && g_ascii_isspace (text[length - 1]))
    length--;
  while (position < length && g_ascii_isspace (text[position]))
    position++;
  if (position < length && text[position] == '|')
    position++;

  /* A cell starts at its first character that is no space; a last bar opens none. */
  for (gsize cell = position; position <= length && cell <= length; )
    {
      if (position < length && text[position] == '\\')
        {
          position += 2;
          open = TRUE;
          continue;
        }
      if (position >= length || text[position] == '|')
        {
          gsize first = cell;

          if (position >= length && !open && cell >= length && cells->len > 0)
            break;
          while (first < position && first < length && g_ascii_isspace (text[first]))
            first++;
          column += g_utf8_strlen (text + counted, MIN (first, length) - counted);
          counted = MIN (first, length);
          g_array_append_val (cells, column);
          if (position >= length)
            break;
          cell = position + 1;
          open = FALSE;
        }
      else
        open = TRUE;
      position++;
    }

  return cells;
}
