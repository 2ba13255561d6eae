/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-markdown.h"
#include "po-writer.h"

typedef struct
{
  GigLanguage *language;
  const char *names[2];       /* source and translation */
  GigLesson  *lessons[2];
  GHashTable *translations;   /* context and source → GigMessage of the translation */
  GPtrArray  *diagnostics;
} Alignment;

static void
report (Alignment        *alignment,
        GigSeverity       severity,
        const GigMessage *translation,
        const char       *message,
        const char       *advice,
        const char       *first,
        const char       *second,
        const char       *third)
{
  const char *arguments[] = { first, second, third, NULL };

  g_ptr_array_add (alignment->diagnostics,
                   gig_diagnostic_new (severity, alignment->names[1], translation->line, translation->column,
                                       message, advice, arguments));
}

static char *
get_place (Alignment *alignment,
           guint      line)
{
  return g_strdup_printf ("%s:%u", alignment->names[0], line);
}

static char *
get_key (const GigMessage *message)
{
  return g_strconcat (message->context != NULL ? message->context : "", "\004", message->source, NULL);
}

/* What a message is, without the names of tables, columns and rows, which are translated. */
static char *
get_shape (const GigMessage *message)
{
  GString *shape = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = message->kind; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted)
        g_string_append_c (shape, *p);
    }

  return g_string_free_and_steal (shape);
}

/* --- Structure --- */

static gboolean
compare_ids (Alignment *alignment)
{
  GPtrArray *source = gig_lesson_get_concepts (alignment->lessons[0]);
  GPtrArray *translation = gig_lesson_get_concepts (alignment->lessons[1]);

  for (guint i = 0; i < MIN (source->len, translation->len); i++)
    {
      GigConcept *a = g_ptr_array_index (source, i);
      GigConcept *b = g_ptr_array_index (translation, i);
      g_autofree char *place = NULL;

      /* An id made of a title differs with the language. */
      if (gig_concept_get_level (a) == gig_concept_get_level (b)
          && (strcmp (gig_concept_get_id (a), gig_concept_get_id (b)) == 0
              || (!gig_concept_has_explicit_id (a) && !gig_concept_has_explicit_id (b))))
        continue;
      place = get_place (alignment, gig_concept_get_line (a));
      report (alignment, GIG_SEVERITY_ERROR, gig_concept_get_title (b), N_("here is “#%s”, but at %s “#%s”"),
              N_("make both lessons alike up to here"), gig_concept_get_id (b), place, gig_concept_get_id (a));
      return FALSE;
    }

  return TRUE;
}

static gboolean
compare_messages (Alignment *alignment)
{
  GPtrArray *source = gig_lesson_get_messages (alignment->lessons[0]);
  GPtrArray *translation = gig_lesson_get_messages (alignment->lessons[1]);
  guint i;

  for (i = 0; i < MIN (source->len, translation->len); i++)
    {
      const GigMessage *a = g_ptr_array_index (source, i);
      const GigMessage *b = g_ptr_array_index (translation, i);
      g_autofree char *shape = get_shape (a);
      g_autofree char *other = get_shape (b);
      g_autofree char *place = NULL;

      if (strcmp (shape, other) == 0)
        continue;
      place = get_place (alignment, a->line);
      /* Translators: a kind of block as in the template (“paragraph”), a place in a file, a kind of block */
      report (alignment, GIG_SEVERITY_ERROR, b, N_("here is a %s, but at %s a %s"),
              N_("make both lessons alike up to here"), b->kind, place, a->kind);
      return FALSE;
    }

  if (source->len != translation->len)
    {
      GPtrArray *longer = source->len > translation->len ? source : translation;
      const GigMessage *rest = g_ptr_array_index (longer, i);
      g_autofree char *place = g_strdup_printf ("%s:%u", alignment->names[longer == source ? 0 : 1], rest->line);

      report (alignment, GIG_SEVERITY_ERROR, g_ptr_array_index (translation, translation->len - 1),
              N_("one of both lessons ends here, the other goes on at %s"), N_("make both lessons alike"), place, NULL, NULL);
      return FALSE;
    }

  return TRUE;
}

/* --- Texts --- */

static void
compare_marks (Alignment        *alignment,
               const GigMessage *source,
               const GigMessage *translation)
{
  g_auto (GStrv) source_marks = gig_markdown_get_marks (source->source, NULL);
  g_auto (GStrv) translation_marks = gig_markdown_get_marks (translation->source, NULL);
  g_autofree char *a = g_strjoinv (", ", source_marks);
  g_autofree char *b = g_strjoinv (", ", translation_marks);
  g_autofree char *place = get_place (alignment, source->line);

  if (strcmp (a, b) != 0)
    report (alignment, GIG_SEVERITY_ERROR, translation, N_("links, code and footnotes are “%s” here and “%s” at %s"),
            N_("make them alike"), b, a, place);
}

static void
pair (Alignment        *alignment,
      const GigMessage *source,
      const GigMessage *translation)
{
  g_autofree char *key = get_key (source);
  const GigMessage *other;

  if (!source->translatable)
    {
      g_autofree char *place = get_place (alignment, source->line);

      if (translation->translatable)
        report (alignment, GIG_SEVERITY_WARNING, translation,
                N_("“%s” cannot be translated: its source at %s, “%s”, has no letters"),
                N_("write letters in the source too"), translation->source, place, source->source);
      return;
    }

  compare_marks (alignment, source, translation);
  other = g_hash_table_lookup (alignment->translations, key);
  if (other == NULL)
    g_hash_table_insert (alignment->translations, g_steal_pointer (&key), (gpointer) translation);
  else if (strcmp (other->source, translation->source) != 0)
    {
      g_autofree char *line = g_strdup_printf ("%u", other->line);

      report (alignment, GIG_SEVERITY_ERROR, translation,
              N_("“%s” is translated in two ways, here and on line %s: “%s”"),
              N_("write <!-- i18n:context … --> before one of the two in the source"), source->source, line, other->source);
    }
}

static const char *
translate_cb (const GigMessage *message,
              gpointer          user_data)
{
  Alignment *alignment = user_data;
  g_autofree char *key = get_key (message);
  const GigMessage *translation = g_hash_table_lookup (alignment->translations, key);

  return translation != NULL ? translation->source : NULL;
}

static int
align (Alignment  *alignment,
       const char *code,
       const char *output)
{
  GPtrArray *source = gig_lesson_get_messages (alignment->lessons[0]);
  GPtrArray *translation = gig_lesson_get_messages (alignment->lessons[1]);
  g_autofree char *po = NULL;

  if (!compare_ids (alignment) || !compare_messages (alignment))
    {
      gig_command_print (alignment->diagnostics, FALSE, alignment->language);
      return GIG_EXIT_FAILED;
    }

  for (guint i = 0; i < source->len; i++)
    pair (alignment, g_ptr_array_index (source, i), g_ptr_array_index (translation, i));
  po = gig_po_write (alignment->lessons[0], alignment->names[0],
                     code != NULL ? code : gig_lesson_get_language (alignment->lessons[1]),
                     translate_cb, alignment);
  if (!gig_command_write (output, po, strlen (po)))
    return GIG_EXIT_TROUBLE;

  /* With the catalogue on the terminal, what is wrong would stand in it. */
  if (output == NULL)
    {
      for (guint i = 0; i < alignment->diagnostics->len; i++)
        {
          g_autofree char *text = gig_diagnostic_format (g_ptr_array_index (alignment->diagnostics, i), alignment->language);

          g_printerr ("%s\n", text);
        }
      return alignment->diagnostics->len > 0 ? GIG_EXIT_FAILED : GIG_EXIT_OK;
    }

  return gig_command_print (alignment->diagnostics, FALSE, alignment->language) > 0 ? GIG_EXIT_FAILED : GIG_EXIT_OK;
}

int
gig_command_align (int           argc,
                   char        **argv,
                   GigLanguage  *language)
{
  g_autofree char *output = NULL;
  g_autofree char *code = NULL;
  g_autofree char *name = NULL;
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &code, N_("The language of the translation, if not as its “lang:” says"), N_("LANG") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to FILE instead of the terminal"), N_("FILE") },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &name, N_("Call the source FILE in the catalogue"), N_("FILE") },
    { NULL }
  };
  Alignment alignment = { .language = language };
  int result = GIG_EXIT_TROUBLE;

  if (!gig_command_parse (&argc, &argv, N_("SOURCE.md TRANSLATION.md"),
                          N_("Makes a catalogue of a lesson and the same lesson written in another language."),
                          entries, language))
    return GIG_EXIT_TROUBLE;
  if (argc != 3)
    {
      gig_command_complain_of (language, N_("“align” needs two lessons: the source and its translation"), NULL);
      return GIG_EXIT_TROUBLE;
    }

  alignment.names[0] = name != NULL ? name : argv[1];
  alignment.names[1] = argv[2];
  alignment.lessons[0] = gig_command_read_lesson (argv[1], language);
  alignment.lessons[1] = gig_command_read_lesson (argv[2], language);
  if (alignment.lessons[0] != NULL && alignment.lessons[1] != NULL)
    {
      alignment.translations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      alignment.diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_diagnostic_unref);
      result = align (&alignment, code, output);
      g_hash_table_unref (alignment.translations);
      g_ptr_array_unref (alignment.diagnostics);
    }
  g_clear_pointer (&alignment.lessons[0], gig_lesson_unref);
  g_clear_pointer (&alignment.lessons[1], gig_lesson_unref);

  return result;
}
