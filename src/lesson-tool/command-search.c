/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-search-index.h"

/* @text with its @ranges between *stars*. */
static char *
mark_ranges (const char           *text,
             const GigSearchRange *ranges,
             guint                 n_ranges)
{
  g_autoptr (GString) marked = g_string_new (NULL);
  guint               position = 0;

  for (guint i = 0; i < n_ranges; i++)
    {
      const char *from = g_utf8_offset_to_pointer (text, position);
      const char *start = g_utf8_offset_to_pointer (text, ranges[i].start);
      const char *end = g_utf8_offset_to_pointer (start, ranges[i].length);

      g_string_append_len (marked, from, start - from);
      g_string_append_printf (marked, "*%.*s*", (int) (end - start), start);
      position = ranges[i].start + ranges[i].length;
    }
  g_string_append (marked, g_utf8_offset_to_pointer (text, position));

  return g_string_free_and_steal (g_steal_pointer (&marked));
}

/* Where the result leads, the title and the text, one line each: for people and for scripts. */
static void
print_result (const GigSearchResult *result,
              const char            *shown)
{
  g_autofree char *title = mark_ranges (result->title, result->title_ranges, result->n_title_ranges);
  g_autofree char *snippet = mark_ranges (result->snippet, result->snippet_ranges, result->n_snippet_ranges);
  const char      *id = result->question != NULL ? gig_question_get_id (result->question)
                                                 : gig_concept_get_id (result->concept);

  g_print ("#%s%s%s%s%s\n  %s\n", id,
           result->member != NULL ? " @" : "", result->member != NULL ? gig_member_get_id (result->member) : "",
           strcmp (result->language, shown) != 0 ? " !" : "",
           result->complete ? "" : " ~", title);
  if (*snippet != '\0')
    g_print ("  %s\n", snippet);
}

static int
run (const char  *path,
     const char  *query,
     const char  *code,
     int          max_results,
     GigLanguage *language)
{
  g_autoptr (GigLesson)        lesson = gig_command_read_lesson (path, language);
  g_autoptr (GigSearchIndex)   index = NULL;
  g_autoptr (GigSearchResults) results = NULL;

  if (lesson == NULL)
    return GIG_EXIT_TROUBLE;
  if (code == NULL)
    code = gig_lesson_get_language (lesson);
  index = gig_search_index_new (lesson, gig_language_get_set (language));
  results = gig_search_index_query (index, query, code, (guint) max_results);
  for (guint i = 0; i < gig_search_results_get_n_results (results); i++)
    print_result (gig_search_results_get_result (results, i), code);

  return gig_search_results_get_n_pages (results) > 0 ? GIG_EXIT_OK : GIG_EXIT_FAILED;
}

int
gig_command_search (int           argc,
                    char        **argv,
                    GigLanguage  *language)
{
  g_autofree char   *code = NULL;
  int                max_results = 20;
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &code, N_("The language whose matches come first"), N_("LANG") },
    { "results", 'n', 0, G_OPTION_ARG_INT, &max_results, N_("How many results to print (20)"), N_("NUMBER") },
    { NULL },
  };

  if (!gig_command_parse (&argc, &argv, N_("LESSON.md QUERY"), N_("Searches a lesson in all its languages."), entries, language))
    return GIG_EXIT_TROUBLE;
  if (argc != 3 || max_results < 1)
    {
      gig_command_complain (g_strdup (gig_language_gettext (language, "name one lesson and what to look for")));
      return GIG_EXIT_TROUBLE;
    }

  return run (argv[1], argv[2], code, max_results, language);
}
