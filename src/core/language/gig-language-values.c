/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-language.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "gig-language-private.h"

/* Everything that differs between languages is a message, so that a .po file
 * alone makes a language. */

static const char * const months_with_year[] = {
  /* Translators: the twelve months as they stand in “November 2026”. */
  NC_("month in “November 2026”", "January"),
  NC_("month in “November 2026”", "February"),
  NC_("month in “November 2026”", "March"),
  NC_("month in “November 2026”", "April"),
  NC_("month in “November 2026”", "May"),
  NC_("month in “November 2026”", "June"),
  NC_("month in “November 2026”", "July"),
  NC_("month in “November 2026”", "August"),
  NC_("month in “November 2026”", "September"),
  NC_("month in “November 2026”", "October"),
  NC_("month in “November 2026”", "November"),
  NC_("month in “November 2026”", "December"),
};

static const char * const months_with_day[] = {
  /* Translators: the twelve months as they stand in “21 November 2026”. */
  NC_("month in “21 November 2026”", "January"),
  NC_("month in “21 November 2026”", "February"),
  NC_("month in “21 November 2026”", "March"),
  NC_("month in “21 November 2026”", "April"),
  NC_("month in “21 November 2026”", "May"),
  NC_("month in “21 November 2026”", "June"),
  NC_("month in “21 November 2026”", "July"),
  NC_("month in “21 November 2026”", "August"),
  NC_("month in “21 November 2026”", "September"),
  NC_("month in “21 November 2026”", "October"),
  NC_("month in “21 November 2026”", "November"),
  NC_("month in “21 November 2026”", "December"),
};

/* How a language writes numbers. */
typedef struct
{
  const char *point;
  const char *separator;
  const char *minus;
  const char *digits;
  const char *groups;         /* sizes from the right, the last one repeated: `3` or `3;2` */
  guint       least_digits;   /* of a number that is grouped */
} NumberRules;

static void
get_number_rules (GigLanguage *self,
                  NumberRules *rules)
{
  /* Translators: the decimal separator, as in 3.14. */
  rules->point = gig_language_get_symbol (self, "number", ".");
  /* Translators: what separates thousands, as in 1,234,567; U+00A0 for a space. */
  rules->separator = gig_language_get_symbol (self, "number", ",");
  rules->minus = gig_language_get_symbol (self, "number", "−");
  /* Translators: the ten digits, from zero to nine. */
  rules->digits = gig_language_get_symbol (self, "number", "0123456789");
  /* Translators: sizes of the groups of digits, from the right; “3;2” for 12,34,567. */
  rules->groups = gig_language_get_symbol (self, "sizes of groups of digits", "3");
  /* Translators: least digits of a number that is separated: 4 for 1,234, 5 where that is 1234. */
  rules->least_digits =
    (guint) g_ascii_strtoull (gig_language_get_symbol (self, "least digits of a separated number", "4"), NULL, 10);

  if (g_utf8_strlen (rules->digits, -1) != 10)
    rules->digits = "0123456789";
}

static void
append_digit (GString           *text,
              const NumberRules *rules,
              char               digit)
{
  const char *at = g_utf8_offset_to_pointer (rules->digits, digit - '0');

  g_string_append_len (text, at, g_utf8_next_char (at) - at);
}

/* Whether a separator stands before the last @n_left digits. */
static gboolean
separates (const NumberRules *rules,
           gsize              n_left)
{
  const char *at = rules->groups;
  gsize edge = 0, size = 0;

  while (edge < n_left)
    {
      char *end;
      guint64 next = g_ascii_strtoull (at, &end, 10);

      if (end != at)
        size = (gsize) MIN (next, 32);
      if (size == 0)
        return FALSE;
      edge += size;
      at = *end == ';' ? end + 1 : end;
    }

  return edge == n_left;
}

char *
gig_language_localise_number (GigLanguage *self,
                              const char  *digits,
                              gboolean     grouped)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *at = digits;
  NumberRules rules;
  gsize n_digits;

  get_number_rules (self, &rules);
  if (*at == '-' && strpbrk (at, "123456789in") != NULL)
    g_string_append (text, rules.minus);
  if (*at == '-')
    at++;

  n_digits = strspn (at, "0123456789");
  grouped = grouped && n_digits >= rules.least_digits;
  for (gsize n_left = n_digits; n_left > 0; n_left--, at++)
    {
      if (grouped && n_left < n_digits && separates (&rules, n_left))
        g_string_append (text, rules.separator);
      append_digit (text, &rules, *at);
    }

  for (; *at != '\0'; at++)
    {
      if (*at == '.')
        g_string_append (text, rules.point);
      else if (g_ascii_isdigit (*at))
        append_digit (text, &rules, *at);
      else
        g_string_append_c (text, *at);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
gig_language_format_integer (GigLanguage *self,
                             gint64       value)
{
  char digits[32];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value);
  return gig_language_localise_number (self, digits, TRUE);
}

char *
gig_language_format_decimal (GigLanguage *self,
                             double       value,
                             guint        decimals)
{
  char format[16];
  char digits[512];

  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 64));
  g_ascii_formatd (digits, sizeof digits, format, value);
  return gig_language_localise_number (self, digits, TRUE);
}

char *
gig_language_format_percent (GigLanguage *self,
                             double       ratio)
{
  g_autofree char *number = gig_language_format_decimal (self, ratio * 100, 0);

  return gig_language_pformat (self, "percent", "%s%%", number);
}

static guint
count (const char * const *items)
{
  return items != NULL ? g_strv_length ((char **) items) : 0;
}

char *
gig_language_format_and_list (GigLanguage        *self,
                              const char * const *items)
{
  guint n_items = count (items);
  char *list;

  if (n_items < 2)
    return g_strdup (n_items == 1 ? items[0] : "");
  if (n_items == 2)
    return gig_language_pformat (self, "list of two, all", "%1$s and %2$s", items[0], items[1]);

  /* Translators: the last two of three or more things. */
  list = gig_language_pformat (self, "end of a list, all", "%1$s and %2$s", items[n_items - 2], items[n_items - 1]);
  for (guint i = n_items - 2; i > 0; i--)
    {
      g_autofree char *rest = list;

      /* Translators: one thing of a list, then the rest of the list. */
      list = gig_language_pformat (self, "list, all", "%1$s, %2$s", items[i - 1], rest);
    }

  return list;
}

char *
gig_language_format_or_list (GigLanguage        *self,
                             const char * const *items)
{
  guint n_items = count (items);
  char *list;

  if (n_items < 2)
    return g_strdup (n_items == 1 ? items[0] : "");
  if (n_items == 2)
    return gig_language_pformat (self, "list of two, one of them", "%1$s or %2$s", items[0], items[1]);

  list = gig_language_pformat (self, "end of a list, one of them", "%1$s or %2$s",
                               items[n_items - 2], items[n_items - 1]);
  for (guint i = n_items - 2; i > 0; i--)
    {
      g_autofree char *rest = list;

      list = gig_language_pformat (self, "list, one of them", "%1$s, %2$s", items[i - 1], rest);
    }

  return list;
}

char *
gig_language_quote (GigLanguage *self,
                    const char  *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return gig_language_pformat (self, "quotation marks", "“%s”", text);
}

/* YYYY[-MM[-DD]]; what is not given is 0. */
static gboolean
parse_date (const char *iso_date,
            guint      *year,
            guint      *month,
            guint      *day)
{
  gsize length = strlen (iso_date);

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (i == 4 || i == 7 ? iso_date[i] != '-' : !g_ascii_isdigit (iso_date[i]))
        return FALSE;
    }

  *year = (guint) g_ascii_strtoull (iso_date, NULL, 10);
  *month = length >= 7 ? (guint) g_ascii_strtoull (iso_date + 5, NULL, 10) : 0;
  *day = length == 10 ? (guint) g_ascii_strtoull (iso_date + 8, NULL, 10) : 0;
  if (length == 10)
    return *year > 0 && g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
  return length == 4 || (*month >= 1 && *month <= 12);
}

static char *
format_day (GigLanguage *self,
            guint        day)
{
  g_autofree char *digits = g_strdup_printf ("%u", day);

  /* Translators: the first day of a month in a date, such as “1er” in French. */
  if (day == 1)
    return g_strdup (gig_language_get_symbol (self, "first day of a month", "1"));

  return gig_language_localise_number (self, digits, FALSE);
}

char *
gig_language_format_date (GigLanguage *self,
                          const char  *iso_date)
{
  g_autofree char *digits = NULL;
  g_autofree char *year_text = NULL;
  g_autofree char *day_text = NULL;
  guint year, month, day;

  g_return_val_if_fail (iso_date != NULL, NULL);

  if (!parse_date (iso_date, &year, &month, &day))
    return g_strdup (iso_date);

  digits = g_strdup_printf ("%u", year);
  year_text = gig_language_localise_number (self, digits, FALSE);
  if (month == 0)
    return g_steal_pointer (&year_text);
  if (day == 0)
    {
      const char *name = gig_language_pgettext (self, "month in “November 2026”", months_with_year[month - 1]);

      /* Translators: a month and a year, “November 2026”. */
      return gig_language_pformat (self, "date", "%1$s %2$s", name, year_text);
    }

  day_text = format_day (self, day);
  /* Translators: a day, a month and a year, “21 November 2026”. */
  return gig_language_pformat (self, "date", "%1$s %2$s %3$s",
                               day_text,
                               gig_language_pgettext (self, "month in “21 November 2026”", months_with_day[month - 1]),
                               year_text);
}

char *
gig_language_format_duration (GigLanguage *self,
                              guint        seconds)
{
  if (seconds < 3600)
    return gig_language_pformat (self, "duration in minutes and seconds", "%i:%02i",
                                 (int) (seconds / 60), (int) (seconds % 60));

  return gig_language_pformat (self, "duration in hours, minutes and seconds", "%i:%02i:%02i",
                               (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));
}

char *
gig_language_join_sentences (GigLanguage        *self,
                             const char * const *sentences)
{
  char *text = NULL;

  for (guint i = 0; sentences != NULL && sentences[i] != NULL; i++)
    {
      g_autofree char *before = text;

      /* Translators: two whole sentences, one after the other. */
      text = before != NULL ? gig_language_pformat (self, "two sentences", "%1$s %2$s", before, sentences[i])
                            : g_strdup (sentences[i]);
    }

  return text != NULL ? text : g_strdup ("");
}

char *
gig_language_join_notes (GigLanguage        *self,
                         const char * const *notes)
{
  char *text = NULL;

  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    {
      g_autofree char *before = text;

      /* Translators: two short notes on one line, which make no sentence together. */
      text = before != NULL ? gig_language_pformat (self, "two notes", "%1$s · %2$s", before, notes[i])
                            : g_strdup (notes[i]);
    }

  return text != NULL ? text : g_strdup ("");
}
