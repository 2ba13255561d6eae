/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-catalogue-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The format: “The Format of GNU MO Files” in the manual of GNU gettext. Only
 * the two tables of strings are read; the file's own hash table is left alone,
 * so that nothing hangs on its being right. */
#define MO_MAGIC         0x950412deu
#define MO_MAGIC_SWAPPED 0xde120495u
#define MO_HEADER_SIZE   28

typedef struct
{
  const char *data;
  gsize       size;
  gboolean    swapped;
} Reader;

static guint32
read_word (const Reader *reader,
           gsize         offset)
{
  guint32 word;

  memcpy (&word, reader->data + offset, sizeof word);
  return reader->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

static gboolean
table_is_inside (const Reader *reader,
                 guint32       offset,
                 guint32       n_strings)
{
  return offset <= reader->size && (reader->size - offset) / 8 >= n_strings;
}

/* The forms of a plural are joined by NULs. */
static gboolean
is_utf8 (const char *text,
         gsize       length)
{
  const char *end = text + length;

  for (;;)
    {
      gsize part = strlen (text);

      if (!g_utf8_validate_len (text, part, NULL))
        return FALSE;
      text += part;
      if (text == end)
        return TRUE;
      text++;
    }
}

static gboolean
read_string (const Reader  *reader,
             guint32        table,
             guint32        index,
             const char   **text,
             guint32       *length)
{
  guint32 size = read_word (reader, table + (gsize) index * 8);
  guint32 offset = read_word (reader, table + (gsize) index * 8 + 4);

  if (offset >= reader->size || size >= reader->size - offset || size > GIG_CATALOGUE_MAX_TEXT
      || reader->data[offset + size] != '\0')
    return FALSE;

  *text = reader->data + offset;
  *length = size;
  return is_utf8 (*text, size);
}

static gboolean
has_empty_form (const char *value,
                guint32     length)
{
  for (const char *form = value; form <= value + length; form += strlen (form) + 1)
    {
      if (*form == '\0')
        return TRUE;
    }

  return FALSE;
}

static void
add_message (GigCatalogue *self,
             const char   *key,
             guint32       key_length,
             const char   *value,
             guint32       value_length)
{
  const char *separator = strchr (key, '\004');
  GigCatalogueEntry entry = {
    .msgid = separator != NULL ? separator + 1 : key,
    .context = separator != NULL ? key : NULL,
    .context_length = separator != NULL ? (guint32) (separator - key) : 0,
    .value = value,
    .value_length = value_length,
    .plural = strlen (key) < key_length,
    .state = has_empty_form (value, value_length) ? GIG_TRANSLATION_MISSING : GIG_TRANSLATION_DONE,
  };

  entry.msgid_length = (guint32) strlen (entry.msgid);
  if (entry.msgid_length > 0)
    gig_catalogue_add (self, &entry);
}

static GigCatalogue *
fail (GError     **error,
      const char  *format)
{
  gig_catalogue_set_error (error, GIG_CATALOGUE_ERROR_INVALID, NULL, 0, format, NULL);
  return NULL;
}

static gboolean
read_messages (GigCatalogue  *self,
               const Reader  *reader,
               guint32        n_strings,
               GError       **error)
{
  guint32 keys = read_word (reader, 12);
  guint32 values = read_word (reader, 16);

  for (guint32 i = 0; i < n_strings; i++)
    {
      const char *key, *value, *format;
      char *argument;
      guint32 key_length, value_length;

      if (!read_string (reader, keys, i, &key, &key_length)
          || !read_string (reader, values, i, &value, &value_length))
        {
          fail (error, N_("the compiled catalogue is damaged"));
          return FALSE;
        }

      if (key_length > 0)
        {
          add_message (self, key, key_length, value, value_length);
        }
      else if (!gig_catalogue_read_header (self, value, &format, &argument))
        {
          gig_catalogue_set_error (error, GIG_CATALOGUE_ERROR_INVALID, NULL, 0, format, argument);
          return FALSE;
        }
    }

  return TRUE;
}

GigCatalogue *
gig_catalogue_new_from_mo (const char  *language,
                           GBytes      *bytes,
                           GError     **error)
{
  g_autoptr(GigCatalogue) self = NULL;
  Reader reader;
  guint32 magic, n_strings;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  reader.data = g_bytes_get_data (bytes, &reader.size);
  if (reader.size > GIG_CATALOGUE_MAX_BYTES)
    {
      gig_catalogue_set_error (error, GIG_CATALOGUE_ERROR_TOO_LARGE, NULL, 0,
                               N_("the compiled catalogue is too large"), NULL);
      return NULL;
    }
  if (reader.size < MO_HEADER_SIZE)
    return fail (error, N_("not a compiled catalogue"));

  reader.swapped = FALSE;
  magic = read_word (&reader, 0);
  if (magic != MO_MAGIC && magic != MO_MAGIC_SWAPPED)
    return fail (error, N_("not a compiled catalogue"));
  reader.swapped = magic == MO_MAGIC_SWAPPED;

  /* Major revisions 0 and 1 have the same tables. */
  n_strings = read_word (&reader, 8);
  if (read_word (&reader, 4) >> 16 > 1 || n_strings > GIG_CATALOGUE_MAX_MESSAGES
      || !table_is_inside (&reader, read_word (&reader, 12), n_strings)
      || !table_is_inside (&reader, read_word (&reader, 16), n_strings))
    return fail (error, N_("the compiled catalogue is damaged"));

  self = gig_catalogue_new (bytes, n_strings);
  gig_catalogue_set_language (self, language);
  if (!read_messages (self, &reader, n_strings, error))
    return NULL;

  return g_steal_pointer (&self);
}
