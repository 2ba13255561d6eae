/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-catalogue-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-plural-forms.h"

/* The format: “The Format of PO Files” in the manual of GNU gettext. */

typedef enum
{
  FIELD_NONE,
  FIELD_CONTEXT,
  FIELD_MSGID,
  FIELD_PLURAL,
  FIELD_VALUE,
} Field;

typedef struct
{
  GigCatalogue *catalogue;
  const char   *name;
  guint         line;
  guint         n_messages;
  GError      **error;

  /* The message being read. */
  Field         field;
  guint         msgid_line;
  guint         n_forms;
  gboolean      fuzzy;
  gboolean      has_context;
  gboolean      has_msgid;
  gboolean      has_plural;
  gboolean      has_empty_form;
  GString      *context;
  GString      *msgid;
  GString      *value;      /* the forms, a NUL between them */
  gsize         form_start;
} Reader;

static gboolean
fail_at (Reader     *reader,
         guint       line,
         const char *format,
         char       *argument)
{
  gig_catalogue_set_error (reader->error, GIG_CATALOGUE_ERROR_INVALID, reader->name, line, format, argument);
  return FALSE;
}

static gboolean
fail (Reader     *reader,
      const char *format)
{
  return fail_at (reader, reader->line, format, NULL);
}

static gboolean
fail_too_large (Reader     *reader,
                const char *format)
{
  gig_catalogue_set_error (reader->error, GIG_CATALOGUE_ERROR_TOO_LARGE, reader->name, reader->line, format, NULL);
  return FALSE;
}

static void
start_message (Reader *reader)
{
  reader->field = FIELD_NONE;
  reader->n_forms = 0;
  reader->fuzzy = FALSE;
  reader->has_context = FALSE;
  reader->has_msgid = FALSE;
  reader->has_plural = FALSE;
  reader->has_empty_form = FALSE;
  g_string_truncate (reader->context, 0);
  g_string_truncate (reader->msgid, 0);
  g_string_truncate (reader->value, 0);
}

static void
end_form (Reader *reader)
{
  if (reader->field == FIELD_VALUE && reader->value->len == reader->form_start)
    reader->has_empty_form = TRUE;
}

static gboolean
add_message (Reader *reader)
{
  GigCatalogueEntry entry = {
    .context_length = (guint32) reader->context->len,
    .msgid_length = (guint32) reader->msgid->len,
    .value_length = (guint32) reader->value->len,
    .line = reader->msgid_line,
    .plural = reader->has_plural,
    .state = reader->has_empty_form ? GIG_TRANSLATION_MISSING
             : reader->fuzzy        ? GIG_TRANSLATION_FUZZY
                                    : GIG_TRANSLATION_DONE,
  };

  if (++reader->n_messages > GIG_CATALOGUE_MAX_MESSAGES)
    return fail_too_large (reader, N_("too many messages"));

  if (reader->has_context)
    entry.context = gig_catalogue_store (reader->catalogue, reader->context->str, reader->context->len);
  entry.msgid = gig_catalogue_store (reader->catalogue, reader->msgid->str, reader->msgid->len);
  entry.value = gig_catalogue_store (reader->catalogue, reader->value->str, reader->value->len);
  if (!gig_catalogue_add (reader->catalogue, &entry))
    return fail_at (reader, reader->msgid_line, N_("the message is there twice; remove one"), NULL);

  return TRUE;
}

/* Escapes can spell bytes that are no UTF-8; the forms have NULs between them. */
static gboolean
is_utf8 (GString *text)
{
  for (const char *at = text->str; at <= text->str + text->len; at += strlen (at) + 1)
    {
      if (!g_utf8_validate (at, -1, NULL))
        return FALSE;
    }

  return TRUE;
}

/* Ends the message being read, if any. */
static gboolean
finish_message (Reader *reader)
{
  const char *format;
  char *argument = NULL;

  end_form (reader);
  if (!reader->has_msgid && !reader->has_context)
    return TRUE;
  if (!reader->has_msgid)
    return fail (reader, N_("“msgctxt” without “msgid”"));
  if (reader->n_forms == 0)
    return fail_at (reader, reader->msgid_line, N_("“msgid” without “msgstr”"), NULL);
  if (!is_utf8 (reader->context) || !is_utf8 (reader->msgid) || !is_utf8 (reader->value))
    return fail_at (reader, reader->msgid_line, N_("the escapes in the message do not make UTF-8"), NULL);

  if (reader->msgid->len > 0)
    {
      if (!add_message (reader))
        return FALSE;
    }
  else if (!reader->has_context
           && !gig_catalogue_read_header (reader->catalogue, reader->value->str, &format, &argument))
    {
      return fail_at (reader, reader->msgid_line, format, argument);
    }

  start_message (reader);
  return TRUE;
}

static GString *
get_buffer (Reader *reader)
{
  switch (reader->field)
    {
    case FIELD_CONTEXT:
      return reader->context;
    case FIELD_MSGID:
      return reader->msgid;
    case FIELD_VALUE:
      return reader->value;
    case FIELD_PLURAL:
    case FIELD_NONE:
    default:
      return NULL;
    }
}

/* Octal and hexadecimal escapes; @at stands after the backslash and the x. */
static gboolean
read_number_escape (const char **at,
                    guint        base,
                    guint        max_digits,
                    char        *byte)
{
  guint value = 0, n_digits = 0;

  for (; n_digits < max_digits; n_digits++, (*at)++)
    {
      int digit = g_ascii_xdigit_value (**at);

      if (digit < 0 || (guint) digit >= base)
        break;
      value = value * base + (guint) digit;
    }

  *byte = (char) value;
  return n_digits > 0 && value > 0 && value <= 0xff;
}

static gboolean
read_escape (const char **at,
             char        *byte)
{
  static const char letters[] = "ntrbafv\\\"";
  static const char bytes[] = "\n\t\r\b\a\f\v\\\"";
  const char *letter = strchr (letters, **at);

  if (**at == '\0')
    return FALSE;
  if (letter != NULL)
    {
      *byte = bytes[letter - letters];
      (*at)++;
      return TRUE;
    }
  if (**at == 'x')
    {
      (*at)++;
      return read_number_escape (at, 16, 2, byte);
    }

  return read_number_escape (at, 8, 3, byte);
}

/* A text in quotes, with nothing but blanks after it. */
static gboolean
read_string (Reader     *reader,
             const char *at)
{
  GString *buffer = get_buffer (reader);

  while (g_ascii_isspace (*at))
    at++;
  if (*at++ != '"')
    return fail (reader, N_("a text in double quotes is missing here"));

  while (*at != '"')
    {
      gsize length = strcspn (at, "\\\"");
      char byte;

      if (at[length] == '\0')
        return fail (reader, N_("the text is not closed; write \" at the end of the line"));
      if (buffer != NULL)
        g_string_append_len (buffer, at, (gssize) length);
      at += length;
      if (*at != '\\')
        continue;

      at++;
      if (!read_escape (&at, &byte))
        return fail (reader, N_("unknown escape after a backslash; write \\\\ for a backslash"));
      if (buffer != NULL)
        g_string_append_c (buffer, byte);
    }

  if (buffer != NULL && buffer->len > GIG_CATALOGUE_MAX_TEXT)
    return fail_too_large (reader, N_("the text is too long"));
  for (at++; *at != '\0'; at++)
    {
      if (!g_ascii_isspace (*at))
        return fail (reader, N_("something stands after the text; a quote inside a text is written \\\""));
    }

  return TRUE;
}

static gboolean
start_form (Reader   *reader,
            gboolean  is_plural,
            guint64   index)
{
  if (!reader->has_msgid)
    return fail (reader, N_("“msgstr” without “msgid”"));
  if (is_plural != reader->has_plural)
    return fail (reader, is_plural ? N_("“msgstr[…]” without “msgid_plural”")
                                   : N_("a message with “msgid_plural” has “msgstr[0]”, not “msgstr”"));
  if (!is_plural && reader->n_forms > 0)
    return fail (reader, N_("a second “msgstr” for one message"));
  if (index != reader->n_forms || index >= GIG_PLURAL_FORMS_MAX)
    return fail (reader, N_("the plural forms are numbered 0, 1, 2 … in this order"));

  end_form (reader);
  if (reader->n_forms++ > 0)
    g_string_append_c (reader->value, '\0');
  reader->form_start = reader->value->len;
  reader->field = FIELD_VALUE;
  return TRUE;
}

/* “msgctxt” and “msgid” begin a message; so does a comment. */
static gboolean
start_source (Reader *reader,
              Field   field)
{
  if (reader->n_forms > 0 && !finish_message (reader))
    return FALSE;
  if (reader->has_msgid)
    return fail_at (reader, reader->msgid_line, N_("“msgid” without “msgstr”"), NULL);

  reader->field = field;
  if (field == FIELD_MSGID)
    {
      reader->has_msgid = TRUE;
      reader->msgid_line = reader->line;
    }
  else
    {
      if (reader->has_context)
        return fail (reader, N_("“msgctxt” without “msgid”"));
      reader->has_context = TRUE;
    }
  return TRUE;
}

static gboolean
start_plural (Reader *reader)
{
  if (!reader->has_msgid || reader->n_forms > 0 || reader->has_plural)
    return fail (reader, N_("“msgid_plural” does not stand after “msgid”"));

  reader->has_plural = TRUE;
  reader->field = FIELD_PLURAL;
  return TRUE;
}

static gboolean
take_keyword (const char **at,
              const char  *keyword)
{
  gsize length = strlen (keyword);

  if (strncmp (*at, keyword, length) != 0
      || ((*at)[length] != '"' && (*at)[length] != '[' && !g_ascii_isspace ((*at)[length])))
    return FALSE;

  *at += length;
  return TRUE;
}

static gboolean
read_keyword (Reader     *reader,
              const char *at)
{
  gboolean started;

  if (take_keyword (&at, "msgctxt"))
    {
      started = start_source (reader, FIELD_CONTEXT);
    }
  else if (take_keyword (&at, "msgid"))
    {
      started = start_source (reader, FIELD_MSGID);
    }
  else if (take_keyword (&at, "msgid_plural"))
    {
      started = start_plural (reader);
    }
  else if (take_keyword (&at, "msgstr"))
    {
      gboolean is_plural = *at == '[';
      guint64 index = 0;

      if (is_plural)
        {
          char *end;

          index = g_ascii_strtoull (at + 1, &end, 10);
          if (end == at + 1 || *end != ']')
            return fail (reader, N_("a number in brackets is missing after “msgstr”"));
          at = end + 1;
        }
      started = start_form (reader, is_plural, index);
    }
  else
    {
      return fail (reader, N_("not a line of a .po file; write msgctxt, msgid, msgid_plural, msgstr, \"…\" or # …"));
    }

  return started && read_string (reader, at);
}

static gboolean
read_comment (Reader     *reader,
              const char *at)
{
  if (reader->n_forms > 0 && !finish_message (reader))
    return FALSE;

  if (at[1] == '~')
    {
      /* Obsolete: its flags are not the next message's. */
      if (!reader->has_msgid && !reader->has_context)
        reader->fuzzy = FALSE;
    }
  else if (at[1] == ',')
    {
      g_auto(GStrv) flags = g_strsplit_set (at + 2, ", \t", -1);

      if (g_strv_contains ((const char * const *) flags, "fuzzy"))
        reader->fuzzy = TRUE;
    }

  return TRUE;
}

static gboolean
read_line (Reader *reader,
           char   *line)
{
  const char *at = g_strstrip (line);

  if (*at == '\0')
    return TRUE;
  if (*at == '#')
    return read_comment (reader, at);
  if (*at != '"')
    return read_keyword (reader, at);
  if (reader->field == FIELD_NONE)
    return fail (reader, N_("a text that belongs to nothing"));

  return read_string (reader, at);
}

static gboolean
read_lines (Reader     *reader,
            const char *data,
            gsize       size)
{
  const char *end = data + size;
  g_autoptr(GString) line = g_string_new (NULL);

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    data += 3;

  while (data < end)
    {
      const char *newline = memchr (data, '\n', (gsize) (end - data));
      gsize length = (gsize) ((newline != NULL ? newline : end) - data);

      reader->line++;
      if (memchr (data, '\0', length) != NULL || !g_utf8_validate_len (data, length, NULL))
        return fail (reader, N_("the line is not UTF-8; save the file as UTF-8"));
      g_string_truncate (line, 0);
      g_string_append_len (line, data, (gssize) length);
      if (!read_line (reader, line->str))
        return FALSE;
      data += length + 1;
    }

  return finish_message (reader);
}

GigCatalogue *
gig_catalogue_new_from_po (const char  *language,
                           GBytes      *bytes,
                           const char  *name,
                           GError     **error)
{
  g_autoptr(GigCatalogue) self = NULL;
  Reader reader = { .name = name, .error = error };
  gboolean read;
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > GIG_CATALOGUE_MAX_BYTES)
    {
      gig_catalogue_set_error (error, GIG_CATALOGUE_ERROR_TOO_LARGE, name, 0, N_("the file is too large"), NULL);
      return NULL;
    }

  self = gig_catalogue_new (NULL, 0);
  if (language != NULL)
    gig_catalogue_set_language (self, language);

  reader.catalogue = self;
  reader.context = g_string_new (NULL);
  reader.msgid = g_string_new (NULL);
  reader.value = g_string_new (NULL);
  read = size == 0 || read_lines (&reader, data, size);
  g_string_free (reader.context, TRUE);
  g_string_free (reader.msgid, TRUE);
  g_string_free (reader.value, TRUE);
  if (!read)
    return NULL;

  if (gig_catalogue_get_language (self) == NULL)
    {
      gig_catalogue_set_error (error, GIG_CATALOGUE_ERROR_INVALID, name, 1,
                               N_("the header names no language; write “Language: fr\\n” for example"), NULL);
      return NULL;
    }

  return g_steal_pointer (&self);
}
