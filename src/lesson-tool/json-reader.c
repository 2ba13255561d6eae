/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json-reader.h"

#include <string.h>

#define MAX_DEPTH 64

typedef struct
{
  const char *start;
  const char *at;
  guint       depth;
  GError    **error;
} Reader;

static GVariant *read_value (Reader *reader);

static void *
fail (Reader     *reader,
      const char *what)
{
  if (reader->error != NULL && *reader->error == NULL)
    g_set_error (reader->error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "byte %" G_GSIZE_FORMAT ": %s",
                 (gsize) (reader->at - reader->start), what);

  return NULL;
}

static void
skip_blanks (Reader *reader)
{
  while (*reader->at != '\0' && strchr (" \t\r\n", *reader->at) != NULL)
    reader->at++;
}

static gboolean
take (Reader     *reader,
      const char *token)
{
  skip_blanks (reader);
  if (!g_str_has_prefix (reader->at, token))
    return FALSE;
  reader->at += strlen (token);

  return TRUE;
}

static gboolean
read_escape (Reader  *reader,
             GString *text)
{
  static const char plain[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  const char *found = *reader->at != '\0' ? strchr (plain, *reader->at) : NULL;
  gunichar character = 0;

  if (found != NULL)
    {
      g_string_append_c (text, meant[found - plain]);
      reader->at++;
      return TRUE;
    }
  if (*reader->at++ != 'u')
    return FALSE;
  for (int i = 0; i < 4; i++, reader->at++)
    {
      if (!g_ascii_isxdigit (*reader->at))
        return FALSE;
      character = character * 16 + (gunichar) g_ascii_xdigit_value (*reader->at);
    }
  g_string_append_unichar (text, g_unichar_validate (character) && character != 0 ? character : 0xfffd);

  return TRUE;
}

/* Returns: (transfer full) (nullable): the text after an opening quote */
static char *
read_string (Reader *reader)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!take (reader, "\""))
    return fail (reader, "a string is missing");
  while (*reader->at != '"')
    {
      if (*reader->at == '\0')
        return fail (reader, "the string has no end");
      if (*reader->at != '\\')
        {
          g_string_append_c (text, *reader->at++);
          continue;
        }
      reader->at++;
      if (!read_escape (reader, text))
        return fail (reader, "this escape means nothing");
    }
  reader->at++;

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GVariant *
read_object (Reader *reader)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  if (take (reader, "}"))
    return g_variant_builder_end (&builder);
  do
    {
      g_autofree char *key = read_string (reader);
      GVariant *value = NULL;

      if (key != NULL && take (reader, ":"))
        value = read_value (reader);
      else
        fail (reader, "a colon is missing");
      if (value == NULL)
        {
          g_variant_builder_clear (&builder);
          return NULL;
        }
      g_variant_builder_add (&builder, "{sv}", key, value);
    }
  while (take (reader, ","));
  if (take (reader, "}"))
    return g_variant_builder_end (&builder);
  g_variant_builder_clear (&builder);

  return fail (reader, "a closing brace is missing");
}

static GVariant *
read_array (Reader *reader)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("av"));
  if (take (reader, "]"))
    return g_variant_builder_end (&builder);
  do
    {
      GVariant *value = read_value (reader);

      if (value == NULL)
        {
          g_variant_builder_clear (&builder);
          return NULL;
        }
      g_variant_builder_add (&builder, "v", value);
    }
  while (take (reader, ","));
  if (take (reader, "]"))
    return g_variant_builder_end (&builder);
  g_variant_builder_clear (&builder);

  return fail (reader, "a closing bracket is missing");
}

static GVariant *
read_number (Reader *reader)
{
  char *end;
  double value;

  if (*reader->at != '-' && !g_ascii_isdigit (*reader->at))
    return fail (reader, "a value is missing");
  value = g_ascii_strtod (reader->at, &end);
  reader->at = end;

  return g_variant_new_double (value);
}

static GVariant *
read_nested (Reader   *reader,
             GVariant *(*read) (Reader *))
{
  GVariant *value;

  if (reader->depth == MAX_DEPTH)
    return fail (reader, "too many levels");
  reader->depth++;
  value = read (reader);
  reader->depth--;

  return value;
}

static GVariant *
read_value (Reader *reader)
{
  skip_blanks (reader);
  if (*reader->at == '"')
    {
      char *text = read_string (reader);

      return text != NULL ? g_variant_new_take_string (text) : NULL;
    }
  if (take (reader, "{"))
    return read_nested (reader, read_object);
  if (take (reader, "["))
    return read_nested (reader, read_array);
  if (take (reader, "true"))
    return g_variant_new_boolean (TRUE);
  if (take (reader, "false"))
    return g_variant_new_boolean (FALSE);
  if (take (reader, "null"))
    return g_variant_new_tuple (NULL, 0);

  return read_number (reader);
}

GVariant *
json_read (const char  *text,
           GError     **error)
{
  GError *local = NULL;
  Reader reader = { text, text, 0, &local };
  GVariant *value;

  if (!g_utf8_validate (text, -1, &reader.at))
    {
      fail (&reader, "this is not UTF-8");
      g_propagate_error (error, local);
      return NULL;
    }
  reader.at = text;
  value = read_value (&reader);
  skip_blanks (&reader);
  if (value != NULL && *reader.at != '\0')
    {
      g_variant_unref (g_variant_ref_sink (value));
      value = fail (&reader, "something stands after the end");
    }
  if (value == NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }

  return g_variant_ref_sink (value);
}
