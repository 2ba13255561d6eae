/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* Flat `key: value` lines between two `---`; checked on the raw lines, as the
 * parser would take them for a rule and a heading. */

typedef struct
{
  GigLessonBuild *build;
  guint           line;
  const char     *key;
  char           *value;
  guint           column;     /* where the value starts, in characters */
} Entry;

static char *
get_line (GigLessonBuild *build,
          guint           line)
{
  gsize length;
  const char *text = gig_source_get_line (build->source, line, &length);

  return g_strndup (text, length);
}

/* “—” and “–”: an editor makes them of three hyphens. */
static gboolean
is_dash (const char *text)
{
  return strcmp (text, "—") == 0 || strcmp (text, "–") == 0 || strcmp (text, "–-") == 0 || strcmp (text, "—-") == 0;
}

static gboolean
is_delimiter (const char *text)
{
  return g_str_has_prefix (text, "---") && strspn (text, "- \t") == strlen (text);
}

static gboolean
is_key (const char *text,
        gsize       length)
{
  if (length == 0 || !g_ascii_isalpha (text[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    {
      if (!g_ascii_isalnum (text[i]) && strchr ("-_.", text[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_entry (const char *text)
{
  const char *colon = strchr (text, ':');

  return colon != NULL && is_key (text, colon - text) && (colon[1] == '\0' || g_ascii_isspace (colon[1]));
}

static gboolean
is_language_code (const char *text)
{
  gsize base = 0;

  while (g_ascii_isalpha (text[base]))
    base++;
  if (base < 2 || base > 3)
    return FALSE;

  return text[base] == '\0'
         || (strchr ("-_@", text[base]) != NULL && text[base + 1] != '\0'
             && strspn (text + base + 1, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_") == strlen (text + base + 1));
}

static void
check_number (Entry *entry)
{
  if (strspn (entry->value, G_CSET_DIGITS) != strlen (entry->value) || strlen (entry->value) > 4)
    gig_lesson_build_report (entry->build, gig_lesson_build_get_severity (entry->build), entry->line, entry->column,
                             N_("“%s” is not a number of minutes"), N_("write a whole number, such as “minutes: 60”"),
                             entry->value, NULL);
}

static void
check_date (Entry *entry)
{
  const char *value = entry->value;
  gsize length = strlen (value);
  gboolean valid = length == 4 || length == 7 || length == 10;

  for (gsize i = 0; valid && i < length; i++)
    valid = i == 4 || i == 7 ? value[i] == '-' : g_ascii_isdigit (value[i]);
  if (valid && length >= 7)
    {
      int month = atoi (value + 5);
      int day = length == 10 ? atoi (value + 8) : 1;

      valid = month >= 1 && month <= 12 && g_date_valid_dmy (day, month, atoi (value));
    }
  if (!valid)
    gig_lesson_build_report (entry->build, gig_lesson_build_get_severity (entry->build), entry->line, entry->column,
                             N_("“%s” is not a date"), N_("write year, month and day as in “as-of: 2026-11”"), value, NULL);
}

static const char * const known_keys[] = {
  "title", "lang", "author", "license", "minutes", "as-of", "gigogne", "sets", NULL
};

/* What people write instead of a key; a slip of a letter is found without this. */
static const struct
{
  const char *written;
  const char *key;
} mistaken_keys[] = {
  { "titre", "title" }, { "langue", "lang" }, { "language", "lang" }, { "auteur", "author" }, { "auteure", "author" },
  { "autrice", "author" }, { "authors", "author" }, { "licence", "license" }, { "duration", "minutes" },
  { "durée", "minutes" }, { "duree", "minutes" }, { "date", "as-of" }, { "ensembles", "sets" },
};

/* The key that @key was most likely meant to be; itself if that is one, or an entry of another program. */
static const char *
find_known_key (const char *key)
{
  for (guint i = 0; known_keys[i] != NULL; i++)
    if (strcmp (key, known_keys[i]) == 0)
      return known_keys[i];
  for (guint i = 0; i < G_N_ELEMENTS (mistaken_keys); i++)
    if (g_ascii_strcasecmp (key, mistaken_keys[i].written) == 0)
      return mistaken_keys[i].key;
  for (guint i = 0; known_keys[i] != NULL; i++)
    if (gig_text_is_near (key, known_keys[i]))
      return known_keys[i];

  return key;
}

/* The code of a language that is written out: those whose keywords there are. (nullable) */
static const char *
find_language_code (const char *name)
{
  static const char * const names[][2] = {
    { "english", "en" }, { "anglais", "en" }, { "french", "fr" }, { "français", "fr" }, { "francais", "fr" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (gig_text_is_near (name, names[i][0]))
      return names[i][1];

  return NULL;
}

static void
read_language_name (Entry *entry)
{
  const char *code = find_language_code (entry->value);

  if (code == NULL)
    {
      gig_lesson_build_report (entry->build, gig_lesson_build_get_severity (entry->build), entry->line, entry->column,
                               N_("“%s” is not a language code"), N_("write the code alone, such as “lang: en”"),
                               entry->value, NULL);
      return;
    }
  gig_lesson_build_report (entry->build, gig_lesson_build_get_severity (entry->build), entry->line, entry->column,
                           N_("“%s” is not a language code"), N_("write “lang: %s”"), entry->value, code, NULL);
  entry->build->lesson->language = g_intern_string (code);
}

static void
use_entry (Entry *entry)
{
  GigLesson *lesson = entry->build->lesson;

  if (strcmp (entry->key, "lang") == 0)
    {
      if (is_language_code (entry->value))
        lesson->language = g_intern_string (entry->value);
      else
        read_language_name (entry);
    }
  else if (strcmp (entry->key, "minutes") == 0)
    check_number (entry);
  else if (strcmp (entry->key, "as-of") == 0)
    check_date (entry);
  else if (strcmp (entry->key, "gigogne") == 0)
    {
      if (strcmp (entry->value, "1") != 0)
        gig_lesson_build_report (entry->build, gig_lesson_build_get_severity (entry->build), entry->line, entry->column,
                                 N_("this lesson is written in version “%s” of the format, and this program knows version 1"),
                                 N_("write “gigogne: 1”, or open it with a newer program"), entry->value, NULL);
    }
  else if (strcmp (entry->key, "title") == 0 && *entry->value != '\0')
    {
      g_autofree char *markdown = gig_markdown_escape (entry->value);

      lesson->title = gig_lesson_build_message (entry->build, markdown, "front matter title", entry->line, entry->column);
    }
}

static char *
unquote (char *value)
{
  gsize length = strlen (value);

  if (length >= 2 && (value[0] == '"' || value[0] == '\'') && value[length - 1] == value[0])
    {
      memmove (value, value + 1, length - 2);
      value[length - 2] = '\0';
    }

  return value;
}

static void
read_entry (GigLessonBuild *build,
            guint           line,
            const char     *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *key = g_strndup (text, colon - text);
  g_autofree char *value = g_strdup (colon + 1);
  GHashTable *metadata = build->lesson->metadata;
  Entry entry = { .build = build, .line = line };

  entry.column = 1 + g_utf8_strlen (text, colon + 1 - text);
  for (const char *p = value; g_ascii_isspace (*p); p++)
    entry.column++;
  entry.value = unquote (g_strstrip (value));
  entry.key = gig_arena_strdup (build->lesson->arena, build->strict ? find_known_key (key) : key);
  if (strcmp (entry.key, key) != 0)
    gig_lesson_build_report (build, gig_lesson_build_get_severity (build), line, 1,
                             N_("the entry “%s” is not understood"), N_("write “%s”"), key, entry.key, NULL);

  if (g_hash_table_contains (metadata, entry.key))
    {
      gig_lesson_build_report (build, gig_lesson_build_get_severity (build), line, 1, N_("“%s” stands twice in the front matter"),
                               N_("keep one of them"), entry.key, NULL);
      return;
    }
  if (*entry.value != '\0' && strchr ("[{|>&*", entry.value[0]) != NULL)
    {
      gig_lesson_build_report (build, gig_lesson_build_get_severity (build), line, entry.column,
                               N_("the value of “%s” is not plain text"),
                               N_("write one line, “key: value”; lists and blocks are not read"), key, NULL);
      return;
    }

  g_hash_table_insert (metadata, (gpointer) entry.key, gig_arena_strdup (build->lesson->arena, entry.value));
  use_entry (&entry);
}

/* `lang:fr` or ` lang: fr` as an entry; (transfer full) (nullable) */
static char *
find_meant_entry (const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *key = colon != NULL ? g_strndup (text, colon - text) : NULL;

  return key != NULL && g_strv_contains (known_keys, key) ? g_strdup_printf ("%s: %s", key, colon + 1 + strspn (colon + 1, " \t")) : NULL;
}

/* The line of the closing `---`; 0 when it is missing. */
static guint
find_end (GigLessonBuild *build,
          guint           start,
          guint           n_lines)
{
  for (guint line = start + 1; line <= n_lines; line++)
    {
      g_autofree char *text = get_line (build, line);

      if (is_delimiter (text) || strcmp (g_strchomp (text), "...") == 0 || is_dash (text))
        return line;
      if (g_str_has_prefix (text, "# ") || g_str_has_prefix (text, "```"))
        return 0;
    }

  return 0;
}

/* Where a lesson's front matter starts, or the first line: only lessons are looked through for it. */
static guint
find_start (GigLessonBuild *build,
            guint           n_lines)
{
  for (guint line = 1; build->strict && line < n_lines; line++)
    {
      g_autofree char *text = g_strstrip (get_line (build, line));

      if (*text != '\0')
        return line;
    }

  return 1;
}

guint
gig_front_matter_read (GigLessonBuild *build)
{
  guint n_lines = gig_source_get_n_lines (build->source);
  guint start = find_start (build, n_lines);
  g_autofree char *first = get_line (build, start);
  g_autofree char *second = n_lines > start ? get_line (build, start + 1) : g_strdup ("");
  guint end;

  if (build->strict && is_dash (first) && is_entry (second))
    {
      gig_lesson_build_report (build, gig_lesson_build_get_severity (build), start, 1,
                               N_("the front matter begins with “%s”"), N_("write three hyphens: “---”"), first, NULL);
      g_set_str (&first, "---");
    }

  /* A rule is followed by an empty line or by text, front matter by an entry. */
  if (!is_delimiter (first) || strlen (g_strchomp (first)) != 3 || (!is_entry (second) && !is_delimiter (second)))
    return 1;

  if (start > 1)
    gig_lesson_build_report (build, gig_lesson_build_get_severity (build), 1, 1,
                             N_("the front matter does not stand in the first line"), N_("remove the empty lines above it"), NULL);
  end = find_end (build, start, n_lines);
  if (end == 0)
    gig_lesson_build_report (build, gig_lesson_build_get_severity (build), start, 1, N_("the front matter has no end"),
                             N_("write a line “---” after its last entry"), NULL);

  for (guint line = start + 1; line <= n_lines && line != end; line++)
    {
      g_autofree char *text = get_line (build, line);
      g_autofree char *stripped = g_strstrip (g_strdup (text));

      if (*stripped == '\0' || *stripped == '#')
        {
          if (end == 0)
            return line;
          continue;
        }
      if (is_entry (text))
        {
          read_entry (build, line, text);
          continue;
        }
      if (end == 0)
        return line;
      {
        g_autofree char *meant = find_meant_entry (stripped);

        gig_lesson_build_report (build, gig_lesson_build_get_severity (build), line, 1,
                                 N_("this line of the front matter is not “key: value”"),
                                 N_("write one entry a line, without indent and with a space behind the colon, such as “lang: en”"), NULL);
        if (meant != NULL)
          read_entry (build, line, meant);
      }
    }

  return end == 0 ? n_lines + 1 : end + 1;
}
