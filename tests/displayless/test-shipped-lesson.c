/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lesson that ships with the program, as the program reads it. */

#include "gig-lesson-reader.h"
#include "gig-set-system.h"

#include <string.h>

#define LESSON "resource:///org/gigogne/Gigogne/lessons/foundation-models.md"
#define GUIDE "resource:///org/gigogne/Gigogne/lessons/writing-lessons.md"
#define N_THREADS 4

static GigLesson *
read_lesson (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri (LESSON);
  g_autoptr (GError) error = NULL;
  GigLesson *lesson = gig_lesson_read_file (file, NULL, &error);

  g_assert_no_error (error);

  return lesson;
}

static void
test_clean (void)
{
  g_autoptr (GigLesson) lesson = read_lesson ();
  GPtrArray *diagnostics = gig_lesson_get_diagnostics (lesson);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *text = gig_diagnostic_format (g_ptr_array_index (diagnostics, i), NULL);

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_true (gig_lesson_is_structured (lesson));
  g_assert_cmpstr (gig_lesson_get_name (lesson), ==, "foundation-models");
}

/* Every example in the guide that is a whole lesson can be copied and has nothing wrong. */
static void
test_guide (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri (GUIDE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GigLesson) guide = gig_lesson_read_file (file, NULL, &error);
  GPtrArray *concepts = gig_lesson_get_concepts (guide);
  guint n_examples = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (gig_lesson_get_diagnostics (guide)->len, ==, 0);
  for (guint i = 0; i < concepts->len; i++)
    {
      GPtrArray *blocks = gig_concept_get_blocks (g_ptr_array_index (concepts, i));

      for (guint j = 0; j < blocks->len; j++)
        {
          GigBlock *block = g_ptr_array_index (blocks, j);
          const char *text = gig_block_get_block_type (block) == GIG_BLOCK_CODE ? gig_block_get_text (block) : "";
          g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
          g_autoptr (GigLesson) example = NULL;

          if (!g_str_has_prefix (text, "---\n"))
            continue;
          n_examples++;
          example = gig_lesson_read_bytes (bytes, "example.md", NULL);
          for (guint k = 0; k < gig_lesson_get_diagnostics (example)->len; k++)
            g_error ("%s", gig_diagnostic_format (g_ptr_array_index (gig_lesson_get_diagnostics (example), k), NULL));
          g_assert_cmpuint (gig_lesson_get_views (example)->len, ==, 1);
          g_assert_cmpuint (gig_lesson_get_tours (example)->len, ==, 1);
          g_assert_cmpuint (gig_lesson_get_questions (example)->len, ==, 1);
        }
    }
  g_assert_cmpuint (n_examples, ==, 2);
}

static void
test_ids (void)
{
  g_autoptr (GigLesson) lesson = read_lesson ();
  GPtrArray *concepts = gig_lesson_get_concepts (lesson);

  for (guint i = 0; i < concepts->len; i++)
    {
      GigConcept *concept = g_ptr_array_index (concepts, i);

      if (!gig_concept_has_explicit_id (concept))
        g_error ("line %u: “%s” has no id", gig_concept_get_line (concept), gig_concept_get_title (concept)->source);
      g_assert_true (gig_lesson_find_concept (lesson, gig_concept_get_id (concept)) == concept);
    }
}

static void
tie_blocks (GPtrArray  *blocks,
            GHashTable *tied)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const char * const *ids = gig_block_get_ledger (g_ptr_array_index (blocks, i));

      for (guint j = 0; ids != NULL && ids[j] != NULL; j++)
        g_hash_table_add (tied, (gpointer) ids[j]);
      tie_blocks (gig_block_get_children (g_ptr_array_index (blocks, i)), tied);
    }
}

/* Each claim of the articles the lesson grew out of is answered somewhere. */
static void
test_ledger (void)
{
  g_autoptr (GigLesson) lesson = read_lesson ();
  GPtrArray *concepts = gig_lesson_get_concepts (lesson);
  g_autoptr (GHashTable) tied = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "lesson", "ledger-ids.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  guint n = 0;

  for (guint i = 0; i < concepts->len; i++)
    tie_blocks (gig_concept_get_blocks (g_ptr_array_index (concepts, i)), tied);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  ids = g_strsplit (text, "\n", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (*ids[i] == '\0')
        continue;
      n++;
      if (!g_hash_table_contains (tied, ids[i]))
        g_error ("no block is tied to %s", ids[i]);
    }
  g_assert_cmpuint (n, ==, 150);
  g_assert_cmpuint (g_hash_table_size (tied), ==, n);
}

static void
test_french (void)
{
  g_autoptr (GigLesson) lesson = read_lesson ();
  GPtrArray *messages = gig_lesson_get_messages (lesson);

  g_assert_cmpuint (messages->len, >, 1000);
  for (guint i = 0; i < messages->len; i++)
    {
      const GigMessage *message = g_ptr_array_index (messages, i);
      GigText text;

      gig_lesson_get_text (lesson, message, "fr", &text);
      if (text.state != GIG_TRANSLATION_DONE)
        g_error ("line %u: “%s” is not in French", message->line, message->source);
      g_assert_cmpstr (text.language, ==, "fr");
    }
}

/* What there is of each kind: a reader that loses one silently is found here. */
static void
test_parts (void)
{
  g_autoptr (GigLesson) lesson = read_lesson ();
  GPtrArray *tours = gig_lesson_get_tours (lesson);
  GPtrArray *questions = gig_lesson_get_questions (lesson);
  GigConcept *first = gig_lesson_find_concept (lesson, "overview.two-words");
  GigMember *bert = gig_lesson_find_member (lesson, "BERT");
  gboolean kinds[4] = { FALSE };

  g_assert_cmpuint (gig_lesson_get_views (lesson)->len, >=, 6);
  g_assert_cmpuint (gig_lesson_get_members (lesson)->len, >=, 46);
  g_assert_cmpuint (gig_lesson_get_terms (lesson)->len, >=, 40);
  g_assert_cmpuint (tours->len, ==, 2);
  g_assert_cmpuint (gig_tour_get_steps (g_ptr_array_index (tours, 0))->len, >, gig_tour_get_steps (g_ptr_array_index (tours, 1))->len);
  g_assert_cmpuint (questions->len, >=, 25);
  for (guint i = 0; i < questions->len; i++)
    {
      GigQuestion *question = g_ptr_array_index (questions, i);

      kinds[gig_question_get_kind (question)] = TRUE;
      g_assert_cmpuint (gig_question_get_concepts (question)->len, >, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_true (kinds[i]);

  g_assert_nonnull (first);
  g_assert_cmpuint (gig_concept_get_views (first)->len, >, 0);
  g_assert_cmpuint (gig_concept_get_notes (first)->len, >, 0);
  g_assert_nonnull (bert);
  g_assert_cmpuint (gig_member_get_contested_kinds (bert)->len, ==, 1);
}

static void
test_pseudo_language (void)
{
  g_autoptr (GigLesson) lesson = NULL;
  GPtrArray *messages;
  const char * const *languages;

  g_setenv ("GIGOGNE_PSEUDO", "1", TRUE);
  lesson = read_lesson ();
  g_unsetenv ("GIGOGNE_PSEUDO");

  languages = gig_lesson_get_languages (lesson);
  g_assert_cmpstr (languages[0], ==, "en");
  g_assert_true (g_strv_contains (languages, "fr"));
  g_assert_true (g_strv_contains (languages, GIG_LANGUAGE_PSEUDO));
  messages = gig_lesson_get_messages (lesson);
  for (guint i = 0; i < messages->len; i++)
    {
      const GigMessage *message = g_ptr_array_index (messages, i);
      GigText text;

      gig_lesson_get_text (lesson, message, GIG_LANGUAGE_PSEUDO, &text);
      if (message->translatable && (!g_str_has_prefix (text.markdown, "⟦") || !g_str_has_suffix (text.markdown, "⟧")))
        g_error ("“%s” shows as “%s”", message->source, text.markdown);
    }
}

/* --- Many threads --- */

typedef struct
{
  GigLesson *lesson;
  guint      checksum;
} Reader;

static gpointer
read_all_cb (gpointer data)
{
  Reader *reader = data;
  GPtrArray *messages = gig_lesson_get_messages (reader->lesson);

  for (guint i = 0; i < messages->len; i++)
    {
      const GigMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *french = gig_lesson_get_plain_text (reader->lesson, message, "fr");
      g_autofree char *english = gig_lesson_get_plain_text (reader->lesson, message, "en");

      reader->checksum = reader->checksum * 31 + g_str_hash (french) + g_str_hash (english);
    }
  gig_lesson_unref (reader->lesson);

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (GigLesson) lesson = read_lesson ();
  Reader readers[N_THREADS] = { { NULL, 0 } };
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    {
      readers[i].lesson = gig_lesson_ref (lesson);
      threads[i] = g_thread_new ("reader", read_all_cb, &readers[i]);
    }
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  for (guint i = 1; i < N_THREADS; i++)
    g_assert_cmpuint (readers[i].checksum, ==, readers[0].checksum);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shipped-lesson/clean", test_clean);
  g_test_add_func ("/shipped-lesson/guide", test_guide);
  g_test_add_func ("/shipped-lesson/ids", test_ids);
  g_test_add_func ("/shipped-lesson/ledger", test_ledger);
  g_test_add_func ("/shipped-lesson/french", test_french);
  g_test_add_func ("/shipped-lesson/parts", test_parts);
  g_test_add_func ("/shipped-lesson/pseudo-language", test_pseudo_language);
  g_test_add_func ("/shipped-lesson/threads", test_threads);

  return g_test_run ();
}
