/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the steps of a tour say and show, and how long they take. */

#include "gig-lesson-reader.h"
#include "gig-pace.h"
#include "gig-step-content.h"

/* The steps of the tour in sets.md. */
enum { STEP_FM, STEP_LLM, STEP_CODE, STEP_GENERATIVE, STEP_TRAVEL, N_STEPS };

typedef struct
{
  GigLesson *lesson;
  GigTour   *tour;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "sets.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  fixture->lesson = gig_lesson_read_file (file, NULL, &error);
  g_assert_no_error (error);
  fixture->tour = g_ptr_array_index (gig_lesson_get_tours (fixture->lesson), 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gig_lesson_unref (fixture->lesson);
}

static void
test_pace (Fixture       *fixture,
           gconstpointer  data)
{
  GigTour *tour = fixture->tour;
  guint n_steps;
  g_autofree double *plan = gig_pace_plan (fixture->lesson, tour, 600, &n_steps);
  g_autoptr (GArray) skips = NULL;
  g_autoptr (GArray) none = NULL;
  GigStopwatch watch = { 0 };

  g_assert_cmpuint (n_steps, ==, N_STEPS);
  g_assert_cmpfloat_with_epsilon (gig_pace_get_left (plan, n_steps, 0), 600, 1e-6);
  /* Two parts take longer than one. */
  g_assert_cmpfloat (plan[STEP_LLM], >, plan[STEP_FM]);
  g_assert_cmpfloat (gig_pace_get_lead (plan, n_steps, STEP_LLM, plan[0] + 1), ==, 0);
  g_assert_cmpfloat_with_epsilon (gig_pace_get_lead (plan, n_steps, STEP_FM, plan[0] + 30), -30, 1e-6);
  g_assert_cmpfloat_with_epsilon (gig_pace_get_lead (plan, n_steps, STEP_CODE, 0), plan[0] + plan[1], 1e-6);

  /* Code is the deepest of what lies ahead. */
  skips = gig_pace_get_skips (tour, plan, STEP_FM, 1);
  g_assert_cmpuint (skips->len, ==, 1);
  g_assert_cmpuint (g_array_index (skips, guint, 0), ==, STEP_CODE);
  none = gig_pace_get_skips (tour, plan, STEP_GENERATIVE, 1000);
  g_assert_cmpuint (none->len, ==, 0);

  gig_stopwatch_reset (&watch, 10 * G_USEC_PER_SEC);
  gig_stopwatch_start (&watch, 10 * G_USEC_PER_SEC);
  g_assert_cmpfloat (gig_stopwatch_get_elapsed (&watch, 13 * G_USEC_PER_SEC), ==, 3);
  gig_stopwatch_stop (&watch, 14 * G_USEC_PER_SEC);
  g_assert_cmpfloat (gig_stopwatch_get_elapsed (&watch, 99 * G_USEC_PER_SEC), ==, 4);
  gig_stopwatch_start (&watch, 100 * G_USEC_PER_SEC);
  g_assert_cmpfloat (gig_stopwatch_get_elapsed (&watch, 101 * G_USEC_PER_SEC), ==, 5);
}

static void
test_step_content (Fixture       *fixture,
                   gconstpointer  data)
{
  GPtrArray *steps = gig_tour_get_steps (fixture->tour);
  const GigStep *llm = steps->pdata[STEP_LLM];
  const GigStep *code = steps->pdata[STEP_CODE];
  g_autoptr (GPtrArray) first = gig_step_get_part (llm, 0);
  g_autoptr (GPtrArray) second = gig_step_get_part (llm, 1);
  g_autoptr (GPtrArray) past = gig_step_get_part (llm, 2);
  GigView *view = gig_step_get_view (fixture->lesson, llm);

  g_assert_cmpstr (gig_step_get_headline (llm)->source, ==, "Every LLM is a foundation model");
  g_assert_cmpstr (gig_step_get_headline (code)->source, ==, "Code");
  g_assert_cmpuint (gig_step_get_n_parts (llm), ==, 2);
  g_assert_cmpuint (gig_step_get_n_parts (code), ==, 1);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpstr (gig_block_get_message (first->pdata[0])->source, ==, "Their object is text.");
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_cmpstr (gig_block_get_message (second->pdata[0])->source, ==, "They write.");
  g_assert_true (gig_step_get_part_view (fixture->lesson, llm, 1) == view);
  g_assert_cmpuint (past->len, ==, 0);
  /* The picture of the concept above, with this set framed. */
  g_assert_cmpstr (gig_view_get_id (view), ==, "inside-foundation-models");
  g_assert_cmpint (gig_step_get_framed_set (view, llm), ==, 1);

  g_assert_cmpuint (gig_step_count_words (fixture->lesson, llm, 0, "en"), ==, 6 + 4);
  g_assert_cmpuint (gig_step_count_words (fixture->lesson, llm, 1, "en"), ==, 6 + 2);
  g_assert_cmpuint (gig_count_words ("C’est\u00a0: oui, « non »… – 3"), ==, 4);
}

/* A part that brings its own picture says its takeaway; before, the one above shows. */
static void
test_part_with_view (void)
{
  static const char text[] =
    "# A {#a}\n\nFirst.\n\n```mermaid\nvenn-beta\ntitle One\nset X\n```\n\nOne to take.\n\n. . .\n\nThen.\n\n"
    ". . .\n\n```mermaid\nvenn-beta\ntitle Two\nset Y\n```\n\nTwo to take.\n\nAnd more.\n\n# Tour\n\n1. [A](#a)\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GigLesson) lesson = gig_lesson_read_bytes (bytes, "parts.md", NULL);
  const GigStep *step = gig_tour_get_steps (gig_lesson_get_tours (lesson)->pdata[0])->pdata[0];
  static const char *says[] = { "First.", "Then.", "Two to take." };
  static const char *shows[] = { "one", "one", "two" };

  g_assert_cmpuint (gig_step_get_n_parts (step), ==, G_N_ELEMENTS (says));
  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    {
      g_autoptr (GPtrArray) part = gig_step_get_part (step, i);

      g_assert_cmpstr (gig_block_get_message (part->pdata[0])->source, ==, says[i]);
      g_assert_cmpstr (gig_view_get_id (gig_step_get_part_view (lesson, step, i)), ==, shows[i]);
    }
}

/* “Find your row:” is nothing without its table, which stays on the page. */
static void
test_part_announces (void)
{
  static const char text[] =
    "# A {#a}\n\nFirst:\n\n. . .\n\nFind your row:\n\n| Who |\n| --- |\n| one |\n\nAnd more.\n\n> [!NOTE]\n> To keep.\n\n"
    ". . .\n\nCompare:\n\n- **SAM**: a picture goes in.\n- **BERT**: a text.\n\n. . .\n\nOnly this:\n\n# Tour\n\n1. [A](#a)\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GigLesson) lesson = gig_lesson_read_bytes (bytes, "parts.md", NULL);
  const GigStep *step = gig_tour_get_steps (gig_lesson_get_tours (lesson)->pdata[0])->pdata[0];
  static const GigBlockType types[] = { GIG_BLOCK_PARAGRAPH, GIG_BLOCK_CALLOUT, GIG_BLOCK_LIST, GIG_BLOCK_PARAGRAPH };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GPtrArray) part = gig_step_get_part (step, i);

      g_assert_cmpint (gig_block_get_block_type (part->pdata[0]), ==, types[i]);
    }
  /* As many items as there is room for: the longest one counts. */
  g_assert_cmpuint (gig_step_count_words (lesson, step, 2, "en"), ==, 1 + 5);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("# A {#a}\n\nOne");
  g_autoptr (GPtrArray) sound = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_diagnostic_unref);
  g_autoptr (GPtrArray) wrong = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_diagnostic_unref);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GigLesson) lesson = NULL;

  gig_tours_check (fixture->lesson, "sets.md", sound);
  g_assert_cmpuint (sound->len, ==, 0);

  for (guint i = 0; i < GIG_STEP_MAX_WORDS; i++)
    g_string_append (text, " more");
  g_string_append (text, ".\n\n# Tour\n\n1. [A](#a) – ");
  for (guint i = 0; i < GIG_STEP_MAX_HEADLINE; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "y\n");

  /* A lesson without any diagram is not told so at each step. */
  bytes = g_bytes_new (text->str, text->len);
  lesson = gig_lesson_read_bytes (bytes, "long.md", NULL);
  gig_tours_check (lesson, "long.md", wrong);
  g_assert_cmpuint (wrong->len, ==, 2);

  g_string_append (text, "\n# B {#b}\n\n```mermaid\nvenn-beta\nset X\n```\n");
  g_clear_pointer (&bytes, g_bytes_unref);
  g_clear_pointer (&lesson, gig_lesson_unref);
  g_ptr_array_set_size (wrong, 0);
  bytes = g_bytes_new (text->str, text->len);
  lesson = gig_lesson_read_bytes (bytes, "long.md", NULL);
  gig_tours_check (lesson, "long.md", wrong);
  g_assert_cmpuint (wrong->len, ==, 3);
  for (guint i = 0; i < wrong->len; i++)
    g_assert_cmpuint (gig_diagnostic_get_line (wrong->pdata[i]), ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/tour/pace", test_pace);
  ADD ("/tour/step-content", test_step_content);
  ADD ("/tour/check", test_check);
#undef ADD
  g_test_add_func ("/tour/part-with-view", test_part_with_view);
  g_test_add_func ("/tour/part-announces", test_part_announces);

  return g_test_run ();
}
