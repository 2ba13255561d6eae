/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-format.h"

#include <string.h>

#include "gig-language-private.h"

typedef enum
{
  TYPE_NONE,
  TYPE_INT,
  TYPE_LONG,
  TYPE_LONG_LONG,
  TYPE_DOUBLE,
  TYPE_STRING,
} Type;

/* One placeholder: `%2$-8.3lf`. */
typedef struct
{
  const char *start;
  const char *end;
  const char *options;          /* flags, width, precision */
  gsize       options_length;
  guint       argument;         /* from 0 */
  Type        type;
  char        conversion;
} Placeholder;

typedef union
{
  guint64     integer;
  double      number;
  const char *string;
} Value;

static Type
type_of (char        conversion,
         const char *length)
{
  if (strchr ("eEfFgG", conversion) != NULL)
    return *length == '\0' ? TYPE_DOUBLE : TYPE_NONE;
  if (conversion == 's')
    return *length == '\0' ? TYPE_STRING : TYPE_NONE;
  if (conversion == 'c')
    return *length == '\0' ? TYPE_INT : TYPE_NONE;
  if (strchr ("diuxXo", conversion) == NULL)
    return TYPE_NONE;
  if (g_str_equal (length, "") || g_str_equal (length, "h") || g_str_equal (length, "hh"))
    return TYPE_INT;
  if (g_str_equal (length, "l"))
    return TYPE_LONG;
  if (g_str_equal (length, "z") || g_str_equal (length, "t"))
    return sizeof (gsize) == sizeof (long) ? TYPE_LONG : TYPE_LONG_LONG;
  if (g_str_equal (length, "ll") || g_str_equal (length, "j"))
    return TYPE_LONG_LONG;
  return TYPE_NONE;
}

/* @at stands at a percent sign that is not doubled; @next counts the arguments
 * that have no position. */
static gboolean
parse_placeholder (const char  *at,
                   guint       *next,
                   Placeholder *placeholder)
{
  char length[3] = "";
  gsize n_digits;

  placeholder->start = at++;
  n_digits = strspn (at, "0123456789");
  if (n_digits > 0 && at[n_digits] == '$')
    {
      guint64 position = g_ascii_strtoull (at, NULL, 10);

      if (position == 0 || position > GIG_FORMAT_MAX_ARGUMENTS)
        return FALSE;
      placeholder->argument = (guint) position - 1;
      at += n_digits + 1;
    }
  else
    {
      placeholder->argument = (*next)++;
    }

  placeholder->options = at;
  at += strspn (at, "-+ #0'");
  at += strspn (at, "0123456789");
  if (*at == '.')
    at += 1 + strspn (at + 1, "0123456789");
  placeholder->options_length = (gsize) (at - placeholder->options);

  for (guint i = 0; i < 2 && *at != '\0' && strchr ("hlzjt", *at) != NULL; i++)
    length[i] = *at++;

  placeholder->conversion = *at;
  placeholder->end = *at != '\0' ? at + 1 : at;
  placeholder->type = *at != '\0' ? type_of (*at, length) : TYPE_NONE;
  return placeholder->type != TYPE_NONE
    && placeholder->argument < GIG_FORMAT_MAX_ARGUMENTS
    && placeholder->options_length < 16;
}

/* The next placeholder of @format from *@at on; FALSE at its end or (*@valid) at a bad one. */
static gboolean
next_placeholder (const char  **at,
                  guint        *next,
                  Placeholder  *placeholder,
                  gboolean     *valid)
{
  for (const char *percent = strchr (*at, '%'); percent != NULL; percent = strchr (percent + 2, '%'))
    {
      if (percent[1] == '%')
        continue;

      *valid = parse_placeholder (percent, next, placeholder);
      *at = placeholder->end;
      return *valid;
    }

  return FALSE;
}

/* Fills in the arguments' types; FALSE when the format contradicts itself or what is there. */
static gboolean
collect_types (const char *format,
               Type        types[GIG_FORMAT_MAX_ARGUMENTS])
{
  const char *at = format;
  guint next = 0;
  gboolean valid = TRUE;
  Placeholder placeholder;

  while (next_placeholder (&at, &next, &placeholder, &valid))
    {
      Type *type = &types[placeholder.argument];

      if (*type != TYPE_NONE && *type != placeholder.type)
        return FALSE;
      *type = placeholder.type;
    }

  return valid;
}

static gboolean
is_integer (Type type)
{
  return type == TYPE_INT || type == TYPE_LONG || type == TYPE_LONG_LONG;
}

gboolean
gig_format_matches (const char *source,
                    const char *source_plural,
                    const char *translation)
{
  Type wanted[GIG_FORMAT_MAX_ARGUMENTS] = { 0, };
  Type found[GIG_FORMAT_MAX_ARGUMENTS] = { 0, };

  g_return_val_if_fail (source != NULL, FALSE);
  g_return_val_if_fail (translation != NULL, FALSE);

  if (!collect_types (source, wanted) || !collect_types (translation, found))
    return FALSE;
  if (source_plural != NULL && !collect_types (source_plural, wanted))
    return FALSE;

  for (guint i = 0; i < GIG_FORMAT_MAX_ARGUMENTS; i++)
    {
      gboolean may_lack = source_plural != NULL && is_integer (wanted[i]) && found[i] == TYPE_NONE;

      if (found[i] != wanted[i] && !may_lack)
        return FALSE;
    }

  return TRUE;
}

static void
take_values (Type    types[GIG_FORMAT_MAX_ARGUMENTS],
             Value   values[GIG_FORMAT_MAX_ARGUMENTS],
             va_list arguments)
{
  for (guint i = 0; i < GIG_FORMAT_MAX_ARGUMENTS && types[i] != TYPE_NONE; i++)
    {
      switch (types[i])
        {
        case TYPE_INT:
          values[i].integer = (guint64) (gint64) va_arg (arguments, int);
          break;
        case TYPE_LONG:
          values[i].integer = (guint64) (gint64) va_arg (arguments, long);
          break;
        case TYPE_LONG_LONG:
          values[i].integer = (guint64) va_arg (arguments, long long);
          break;
        case TYPE_DOUBLE:
          values[i].number = va_arg (arguments, double);
          break;
        case TYPE_STRING:
          values[i].string = va_arg (arguments, const char *);
          break;
        case TYPE_NONE:
        default:
          g_return_if_reached ();
        }
    }
}

static char *
format_integer (const Placeholder *placeholder,
                Value              value)
{
  g_autofree char *options = g_strndup (placeholder->options, placeholder->options_length);
  char *apostrophe;
  char format[32];
  guint64 integer = value.integer;

  /* Unsigned ones were taken as signed ones of the same size. */
  if (strchr ("uxXoc", placeholder->conversion) != NULL)
    {
      if (placeholder->type == TYPE_INT)
        integer = (guint) integer;
      else if (placeholder->type == TYPE_LONG)
        integer = (gulong) integer;
    }
  while ((apostrophe = strchr (options, '\'')) != NULL)
    memmove (apostrophe, apostrophe + 1, strlen (apostrophe));

  if (placeholder->conversion == 'c')
    return g_strdup_printf ("%c", (int) integer);

  g_snprintf (format, sizeof format, "%%%sll%c", options, placeholder->conversion);
  return g_strdup_printf (format, (long long) integer);
}

static char *
format_double (const Placeholder *placeholder,
               Value              value)
{
  char format[32];
  char buffer[512];

  g_snprintf (format, sizeof format, "%%%.*s%c",
              (int) placeholder->options_length, placeholder->options, placeholder->conversion);
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, value.number));
}

static char *
format_string (const Placeholder *placeholder,
               Value              value)
{
  const char *string = value.string != NULL ? value.string : "";
  const char *point = memchr (placeholder->options, '.', placeholder->options_length);
  g_autofree char *cut = NULL;
  gint64 width = 0, padding;

  /* Counted in characters, not in bytes as printf() does. */
  if (point != NULL)
    {
      guint64 most = g_ascii_strtoull (point + 1, NULL, 10);

      cut = g_utf8_substring (string, 0, (long) MIN (most, (guint64) g_utf8_strlen (string, -1)));
    }
  else
    {
      cut = g_strdup (string);
    }
  if (placeholder->options_length > 0 && placeholder->options != point)
    width = g_ascii_strtoll (placeholder->options, NULL, 10);

  padding = MIN (ABS (width), 1024) - g_utf8_strlen (cut, -1);
  if (padding <= 0)
    return g_steal_pointer (&cut);
  return width < 0 ? g_strdup_printf ("%s%*s", cut, (int) padding, "")
                   : g_strdup_printf ("%*s%s", (int) padding, "", cut);
}

/* `%i` is for names made of digits; `%li` is what G_GINT64_FORMAT may be. */
static gboolean
is_grouped (const Placeholder *placeholder)
{
  return placeholder->conversion == 'd' || placeholder->conversion == 'u'
    || (placeholder->conversion == 'i' && placeholder->type != TYPE_INT);
}

static char *
format_value (GigLanguage       *language,
              const Placeholder *placeholder,
              Value              value)
{
  g_autofree char *text = NULL;
  gboolean is_plain = placeholder->options_length == 0;

  switch (placeholder->type)
    {
    case TYPE_STRING:
      return format_string (placeholder, value);
    case TYPE_DOUBLE:
      text = format_double (placeholder, value);
      return gig_language_localise_number (language, g_strchug (text), TRUE);
    case TYPE_INT:
    case TYPE_LONG:
    case TYPE_LONG_LONG:
      text = format_integer (placeholder, value);
      if (is_plain && is_grouped (placeholder))
        return gig_language_localise_number (language, text, TRUE);
      return g_steal_pointer (&text);
    case TYPE_NONE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Literal text, with %% as %. */
static void
append_literal (GString    *text,
                const char *start,
                const char *end)
{
  for (const char *at = start; at < end; at++)
    {
      g_string_append_c (text, *at);
      if (*at == '%')
        at++;
    }
}

char *
gig_format_apply (GigLanguage *language,
                  const char  *source,
                  const char  *source_plural,
                  const char  *translation,
                  va_list      arguments)
{
  Type types[GIG_FORMAT_MAX_ARGUMENTS] = { 0, };
  Value values[GIG_FORMAT_MAX_ARGUMENTS] = { 0, };
  g_autoptr(GString) text = g_string_new (NULL);
  const char *at = translation;
  const char *literal = translation;
  guint next = 0;
  gboolean valid = TRUE;
  Placeholder placeholder;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (translation != NULL, NULL);

  if (!collect_types (source, types) || (source_plural != NULL && !collect_types (source_plural, types)))
    {
      g_critical ("not a supported format: “%s”", source);
      return g_strdup (source);
    }

  take_values (types, values, arguments);
  while (next_placeholder (&at, &next, &placeholder, &valid))
    {
      g_autofree char *value = format_value (language, &placeholder, values[placeholder.argument]);

      append_literal (text, literal, placeholder.start);
      g_string_append (text, value);
      literal = placeholder.end;
    }
  append_literal (text, literal, literal + strlen (literal));

  return g_string_free_and_steal (g_steal_pointer (&text));
}
