/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-reader.h"
#include "gig-search-index.h"
#include "gig-search-names.h"

#include <string.h>

#define SHIPPED_LESSON "resource:///org/gigogne/Gigogne/lessons/foundation-models.md"

static const char lesson_text[] =
  "---\ntitle: Test\nlang: en\n---\n\n"
  "# Animals {#animals}\n\nAnimals move by themselves.\n\n"
  "## What is a bird? {#bird short=\"Birds\"}\n\n"
  "A bird has **feathers**, see [animals](#animals).[^one]\n\n"
  "It lays eggs.\n\n"
  "<details><summary>Speaker notes</summary>\n\nSecret remark about ostriches.\n\n</details>\n\n"
  "| Model | Kind | Year |\n| --- | --- | --- |\n| Robo·Hen | [Birds](#bird) | 2021 |\n| Duck | [Birds](#bird) | 1990 |\n\n"
  "[^one]: A footnote about plumage.\n\n"
  "## Fish {#fish}\n\nA fish swims. Some fish lay eggs by the million. It is said that a very long sentence is needed so that a "
  "snippet must be cut somewhere, and that the herring, of all fish, is the one that this sentence ends with.\n\n"
  "# Quiz {#quiz}\n\n## Which one flies? {#quiz.flies}\n\nAbout: [Bird](#bird)\n\n"
  "1. [ ] Herring\n   > It swims.\n2. [x] Swallow\n";

static const char lesson_french[] =
  "msgid \"\"\nmsgstr \"Language: fr\\n\"\n"
  "msgid \"What is a bird?\"\nmsgstr \"Qu’est-ce qu’un oiseau ?\"\n"
  "msgid \"It lays eggs.\"\nmsgstr \"Il pond des œufs.\"\n"
  "#, fuzzy\nmsgid \"A fish swims.\"\nmsgstr \"Un poisson.\"\n";

static GigSearchIndex *
make_index (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (lesson_text, strlen (lesson_text));
  g_autoptr (GBytes) po = g_bytes_new_static (lesson_french, strlen (lesson_french));
  g_autoptr (GPtrArray) catalogues = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_catalogue_unref);
  g_autoptr (GigLesson) lesson = NULL;
  g_autoptr (GigLanguageSet) set = gig_language_set_new_from_resources ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (catalogues, gig_catalogue_new_from_po ("fr", po, "test.fr.po", &error));
  g_assert_no_error (error);
  lesson = gig_lesson_read_bytes (bytes, "test.md", catalogues);
  return gig_search_index_new (lesson, set);
}

/* Each result: page, question or model, field, language, title and snippet with the found parts in brackets. */
static char *
describe (const char           *text,
          const GigSearchRange *ranges,
          guint                 n_ranges)
{
  g_autoptr (GString) described = g_string_new (NULL);
  guint position = 0;

  for (guint i = 0; i < n_ranges; i++)
    {
      g_autofree char *before = g_utf8_substring (text, position, ranges[i].start);
      g_autofree char *found = g_utf8_substring (text, ranges[i].start, ranges[i].start + ranges[i].length);

      g_string_append_printf (described, "%s[%s]", before, found);
      position = ranges[i].start + ranges[i].length;
    }
  g_string_append (described, g_utf8_offset_to_pointer (text, position));
  return g_string_free_and_steal (g_steal_pointer (&described));
}

static char *
search (GigSearchIndex *index,
        const char     *query,
        const char     *language)
{
  g_autoptr (GigSearchResults) results = gig_search_index_query (index, query, language, 10);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < gig_search_results_get_n_results (results); i++)
    {
      const GigSearchResult *result = gig_search_results_get_result (results, i);
      g_autofree char *title = describe (result->title, result->title_ranges, result->n_title_ranges);
      g_autofree char *snippet = describe (result->snippet, result->snippet_ranges, result->n_snippet_ranges);

      g_assert_true (g_utf8_validate (snippet, -1, NULL));
      g_string_append_printf (found, "%s%s %s: %s | %s\n",
                              result->question != NULL ? gig_question_get_id (result->question)
                              : result->member != NULL ? gig_member_get_id (result->member)
                                                       : gig_concept_get_id (result->concept),
                              result->block != NULL ? "+" : "", result->language, title, snippet);
    }
  return g_string_free_and_steal (found);
}

static void
test_lesson (void)
{
  g_autoptr (GigSearchIndex) index = make_index ();
  const struct
  {
    const char *query;
    const char *language;
    const char *found;
  } cases[] = {
    { "birds", "en", "bird en: What is a [bird]? | A [bird] has feathers, see animals.\n" },
    { "bird what", "en", "bird en: What is a [bird]? | A [bird] has feathers, see animals.\n" },
    { "oiseau", "fr", "bird fr: Qu’est-ce qu’un [oiseau] ? | A bird has feathers, see animals.\n" },
    { "feather", "en", "bird+ en: What is a bird? | A bird has [feathers], see animals.\n" },
    /* Slips: two letters swapped, one too many. */
    { "feahters", "en", "bird+ en: What is a bird? | A bird has [feathers], see animals.\n" },
    { "plummage", "en", "bird+ en: What is a bird? | A footnote about [plumage].\n" },
    { "oeuf", "fr", "bird+ fr: Qu’est-ce qu’un oiseau ? | Il pond des [œufs].\n" },
    { "oeuf", "en", "bird+ fr: Qu’est-ce qu’un oiseau ? | Il pond des [œufs].\n" },
    { "robohen", "en", "robohen+ en: What is a bird? | [Robo·Hen] · Birds · 2021\n" },
    { "duck 1990", "en", "duck+ en: What is a bird? | [Duck] · Birds · [1990]\n" },
    { "plumage", "en", "bird+ en: What is a bird? | A footnote about [plumage].\n" },
    { "ostriches", "en", "" },
    { "swallow", "en", "quiz.flies en: Which one flies? | [Swallow]\n" },
    { "flies", "en", "quiz.flies en: Which one [flies]? | \n" },
    { "poisson", "fr", "" },
    { "which ends", "en", "fish+ en: Fish | …sentence is needed so that a snippet must be cut somewhere, and that the herring, of all fish, is the one that this sentence [ends] with.\n" },
    { "!", "en", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search (index, cases[i].query, cases[i].language);

      g_test_message ("“%s”: %s", cases[i].query, found);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_counts (void)
{
  g_autoptr (GigSearchIndex) index = make_index ();
  g_autoptr (GigSearchResults) eggs = gig_search_index_query (index, "eggs", "en", 1);
  g_autoptr (GigSearchResults) fish = gig_search_index_query (index, "fish", "en", 10);
  guint n_ranges;
  g_autofree GigSearchRange *ranges = NULL;

  g_assert_cmpuint (gig_search_results_get_n_results (eggs), ==, 1);
  g_assert_cmpuint (gig_search_results_get_n_pages (eggs), ==, 2);
  g_assert_cmpuint (gig_search_results_get_n_hits (eggs), ==, 2);
  g_assert_cmpuint (gig_search_results_get_n_pages (fish), ==, 1);
  g_assert_cmpuint (gig_search_results_get_result (fish, 0)->n_hits, ==, 2);
  ranges = gig_search_query_find_ranges (gig_search_results_get_query (fish), "Two Fish", &n_ranges);
  g_assert_cmpuint (n_ranges, ==, 1);
  g_assert_cmpuint (ranges[0].start, ==, 4);
}

/* Whatever is typed, an answer comes, its texts are whole and its ranges inside them. */
static void
test_odd_queries (void)
{
  g_autoptr (GigSearchIndex) index = make_index ();
  g_autofree char *long_word = g_strnfill (500, 'a');
  g_autofree char *long_text = NULL;
  GString *words = g_string_new (NULL);
  const struct
  {
    const char *query;
    guint       n_pages;
  } cases[] = {
    { "the of and is", 1 },
    { "what", 1 },
    { "b", 3 },
    { " ", 0 },
    { "?!… « » ’ ' \" ( ) [ ] { } \\ / * . ^ $ | & < >", 0 },
    { "<b>eggs</b>", 3 },
    { "🐦🐟", 0 },
    { "🐦 eggs", 2 },
    { "ﬁsh", 1 },
    { "œufs", 1 },
    { "ŒUF", 1 },
    { "%s %n", 1 },
    { "-eggs", 2 },
    { long_word, 0 },
    { NULL, 2 },
  };

  while (words->len < 500)
    g_string_append (words, "eggs fish feathers ");
  long_text = g_string_free_and_steal (words);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *query = cases[i].query != NULL ? cases[i].query : long_text;

      for (guint language = 0; language < 2; language++)
        {
          g_autoptr (GigSearchResults) results = gig_search_index_query (index, query, language == 0 ? "en" : "fr", 10);

          g_test_message ("“%s”: %u pages", query, gig_search_results_get_n_pages (results));
          g_assert_cmpuint (gig_search_results_get_n_pages (results), ==, cases[i].n_pages);
          for (guint j = 0; j < gig_search_results_get_n_results (results); j++)
            {
              const GigSearchResult *result = gig_search_results_get_result (results, j);

              g_assert_true (g_utf8_validate (result->snippet, -1, NULL));
              for (guint k = 0; k < result->n_snippet_ranges; k++)
                g_assert_cmpuint (result->snippet_ranges[k].start + result->snippet_ranges[k].length,
                                  <=, g_utf8_strlen (result->snippet, -1));
            }
        }
    }
}

static const char *
get_result_id (const GigSearchResult *result)
{
  return result->question != NULL ? gig_question_get_id (result->question) : gig_concept_get_id (result->concept);
}

static void
check_wanted (GigLesson          *lesson,
              const char * const *wanted)
{
  for (; *wanted != NULL; wanted++)
    {
      GPtrArray *questions = gig_lesson_get_questions (lesson);
      gboolean known = gig_lesson_find_concept (lesson, *wanted) != NULL;

      for (guint i = 0; i < questions->len && !known; i++)
        known = g_str_equal (gig_question_get_id (g_ptr_array_index (questions, i)), *wanted);
      g_assert_true (known);
    }
}

/* For how many of a set's queries, %, the page wanted is first and in the first three. */
typedef struct
{
  const char *file_name;
  guint       n;
  guint       first;
  guint       third;
} QuerySet;

static const QuerySet terms = { "search-queries.tsv", 60, 95, 98 };
static const QuerySet students = { "search-queries-students.tsv", 60, 90, 98 };
static const QuerySet slips = { "search-queries-slips.tsv", 40, 80, 85 };

static void
test_shipped_lesson (gconstpointer data)
{
  const QuerySet *queries = data;
  g_autoptr (GFile) file = g_file_new_for_uri (SHIPPED_LESSON);
  g_autoptr (GError) error = NULL;
  g_autoptr (GigLesson) lesson = gig_lesson_read_file (file, NULL, &error);
  g_autoptr (GigLanguageSet) set = gig_language_set_new_from_resources ();
  g_autoptr (GigSearchIndex) index = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "displayless", queries->file_name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0, n_first = 0, n_third = 0;

  g_assert_no_error (error);
  index = gig_search_index_new (lesson, set);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 3);
      g_auto (GStrv) wanted = NULL;
      g_autoptr (GigSearchResults) results = NULL;
      guint place = 0;

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;
      wanted = g_strsplit (parts[2], "|", -1);
      check_wanted (lesson, (const char * const *) wanted);
      results = gig_search_index_query (index, parts[1], parts[0], 3);
      for (guint j = 0; j < gig_search_results_get_n_results (results) && place == 0; j++)
        {
          if (g_strv_contains ((const char * const *) wanted,
                               get_result_id (gig_search_results_get_result (results, j))))
            place = j + 1;
        }
      n++;
      n_first += place == 1;
      n_third += place > 0;
      if (place != 1)
        g_test_message ("%s “%s”: %s comes at %u", parts[0], parts[1], parts[2], place);
    }

  g_test_message ("%u first, %u in the first three of %u", n_first, n_third, n);
  g_assert_cmpuint (n, >=, queries->n);
  g_assert_cmpuint (n_first * 100, >=, n * queries->first);
  g_assert_cmpuint (n_third * 100, >=, n * queries->third);
}

static char *
find_names (GigLesson  *lesson,
            const char *text)
{
  g_autoptr (GigSearchQuery) query = gig_search_query_new (text);
  g_auto (GStrv) ids = gig_search_query_find_names (query, lesson);

  return ids != NULL ? g_strjoinv (" ", ids) : NULL;
}

/* What glows in a diagram: what is called by the words that were typed. */
static void
test_names (void)
{
  static const struct
  {
    const char *query;
    const char *ids;    /* NULL: none */
  } cases[] = {
    { "gpt-3", "gpt-3" },
    { "bert", "bert" },
    { "large language", "llm" },
    { "grands modeles de langage", "llm" },
    { "large bert", NULL },
    { "tokens", NULL },
    { "…", NULL },
  };
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///org/gigogne/Gigogne/lessons/foundation-models.md");
  g_autoptr (GError) error = NULL;
  g_autoptr (GigLesson) lesson = gig_lesson_read_file (file, NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = find_names (lesson, cases[i].query);

      g_test_message ("“%s”", cases[i].query);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-index/lesson", test_lesson);
  g_test_add_func ("/search-index/counts", test_counts);
  g_test_add_func ("/search-index/names", test_names);
  g_test_add_func ("/search-index/odd-queries", test_odd_queries);
  g_test_add_data_func ("/search-index/shipped-lesson/terms", &terms, test_shipped_lesson);
  g_test_add_data_func ("/search-index/shipped-lesson/students", &students, test_shipped_lesson);
  g_test_add_data_func ("/search-index/shipped-lesson/slips", &slips, test_shipped_lesson);

  return g_test_run ();
}
