/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-export.h"
#include "gig-step-content.h"
#include "gig-wall-check.h"
#include "lint.h"

typedef struct
{
  char           **catalogues;
  char            *ids;
  char            *allowed;
  gboolean         strict;
  gboolean         no_lint;
  GigLintOptions   lint;
} Options;

/* A set of the lines of the file @name; empty lines and those with # are left out. */
static GHashTable *
read_words (const char  *name,
            GigLanguage *language)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GHashTable *words;

  if (!g_file_get_contents (name, &text, NULL, &error))
    {
      gig_command_complain_of (language, N_("“%s” could not be read: %s"), name, error->message, NULL);
      return NULL;
    }

  words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line != '\0' && *line != '#')
        g_hash_table_add (words, g_strdup (line));
    }

  return words;
}

static gboolean
has_errors (GPtrArray *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    if (gig_diagnostic_get_severity (g_ptr_array_index (diagnostics, i)) == GIG_SEVERITY_ERROR)
      return TRUE;

  return FALSE;
}

static GPtrArray *
check_diagrams (GigLesson  *lesson,
                const char *name)
{
  PangoContext *context = gig_export_create_context (NULL);
  GPtrArray *diagnostics = gig_scene_check_lesson (lesson, context, name);

  gig_tours_check (lesson, name, diagnostics);
  gig_wall_check_tours (lesson, context, name, diagnostics);

  g_object_unref (context);

  return diagnostics;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  GigDiagnostic *first = *(GigDiagnostic * const *) a;
  GigDiagnostic *second = *(GigDiagnostic * const *) b;
  int order = strcmp (gig_diagnostic_get_file (first), gig_diagnostic_get_file (second));

  if (order == 0)
    order = (int) gig_diagnostic_get_line (first) - (int) gig_diagnostic_get_line (second);

  return order != 0 ? order : (int) gig_diagnostic_get_column (first) - (int) gig_diagnostic_get_column (second);
}

static void
add_all (GPtrArray *list,
         GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (list, gig_diagnostic_ref (g_ptr_array_index (more, i)));
}

static int
check (const char    *name,
       const Options *options,
       GigLanguage   *language)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GigLesson) lesson = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_diagnostic_unref);
  g_autoptr (GError) error = NULL;

  if (options->catalogues != NULL)
    {
      g_autoptr (GPtrArray) catalogues = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; options->catalogues[i] != NULL; i++)
        g_ptr_array_add (catalogues, g_file_new_for_commandline_arg (options->catalogues[i]));
      lesson = gig_lesson_read_with (file, catalogues, NULL, &error);
    }
  else
    lesson = gig_lesson_read_file (file, NULL, &error);

  if (lesson == NULL)
    {
      g_autofree char *text = gig_lesson_error_describe (error, file, language);

      g_print ("%s: error: %s\n", name, text);
      return GIG_EXIT_FAILED;
    }

  add_all (all, gig_lesson_get_diagnostics (lesson));
  if (!options->no_lint)
    {
      g_autoptr (GPtrArray) lint = gig_lint (lesson, name, &options->lint);

      add_all (all, lint);
      /* What is drawn of a lesson with errors is not what its author means. */
      if (!has_errors (gig_lesson_get_diagnostics (lesson)))
        {
          g_autoptr (GPtrArray) drawn = check_diagrams (lesson, name);

          add_all (all, drawn);
        }
    }
  g_ptr_array_sort (all, compare_places);

  return gig_command_print (all, options->strict, language) > 0 ? GIG_EXIT_FAILED : GIG_EXIT_OK;
}

static int
check_all (int           argc,
           char        **argv,
           Options      *options,
           GigLanguage  *language)
{
  int result = GIG_EXIT_OK;

  if (options->ids != NULL && (options->lint.ledger = read_words (options->ids, language)) == NULL)
    return GIG_EXIT_TROUBLE;
  if (options->allowed != NULL && (options->lint.allowed = read_words (options->allowed, language)) == NULL)
    return GIG_EXIT_TROUBLE;
  options->lint.ledger_name = options->ids;

  for (int i = 1; i < argc; i++)
    {
      if (check (argv[i], options, language) != GIG_EXIT_OK)
        result = GIG_EXIT_FAILED;
    }

  return result;
}

int
gig_command_check (int           argc,
                   char        **argv,
                   GigLanguage  *language)
{
  Options options = { 0 };
  g_autofree char *code = NULL;
  const GOptionEntry entries[] = {
    /* Translators: LANG, FILE and the like stand for what is typed there */
    { "language", 0, 0, G_OPTION_ARG_STRING, &code, N_("Say what is wrong in LANG"), N_("LANG") },
    { "po", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.catalogues, N_("Check this translation instead of those beside the lesson"), N_("FILE.po") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options.strict, N_("Fail on warnings too"), NULL },
    { "structure-only", 0, 0, G_OPTION_ARG_NONE, &options.no_lint, N_("Leave out typography and the like"), NULL },
    { "sources", 0, 0, G_OPTION_ARG_NONE, &options.lint.sources, N_("Warn of numbers without a footnote"), NULL },
    { "explicit-ids", 0, 0, G_OPTION_ARG_NONE, &options.lint.explicit_ids, N_("Demand an id of every heading"), NULL },
    { "ids", 0, 0, G_OPTION_ARG_FILENAME, &options.ids, N_("Demand that every ledger id in FILE is tied to a block"), N_("FILE") },
    { "spelling", 0, 0, G_OPTION_ARG_NONE, &options.lint.spelling, N_("Check the spelling with hunspell"), NULL },
    { "allow", 0, 0, G_OPTION_ARG_FILENAME, &options.allowed, N_("Words that are spelled right, one a line"), N_("FILE") },
    { NULL }
  };
  int result = GIG_EXIT_TROUBLE;

  if (gig_command_parse (&argc, &argv, N_("LESSON.md…"), N_("Says what is wrong in lessons and their translations."),
                         entries, language))
    {
      if (code != NULL)
        gig_language_set_code (language, code);
      if (argc > 1)
        result = check_all (argc, argv, &options, language);
      else
        gig_command_complain_of (language, N_("“check” needs at least one lesson"), NULL);
    }

  g_clear_pointer (&options.lint.ledger, g_hash_table_unref);
  g_clear_pointer (&options.lint.allowed, g_hash_table_unref);
  g_strfreev (options.catalogues);
  g_free (options.ids);
  g_free (options.allowed);

  return result;
}
