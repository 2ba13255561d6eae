/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-reader.h"
#include "gig-placement.h"
#include "gig-quiz.h"
#include "gig-vote.h"

typedef struct
{
  GigLesson      *lesson;
  GigLanguageSet *set;
  GigLanguage    *english;
  GigLanguage    *french;
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
  fixture->set = gig_language_set_new_from_resources ();
  fixture->english = gig_language_new (fixture->set, "en");
  fixture->french = gig_language_new (fixture->set, "fr");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->english);
  g_clear_object (&fixture->french);
  gig_language_set_unref (fixture->set);
  gig_lesson_unref (fixture->lesson);
}

/* Gives the right answer to what is asked, by its public description only. */
static void
answer_rightly (GigQuiz *quiz)
{
  GigQuizItem *item = gig_quiz_get_item (quiz);
  guint n = gig_quiz_item_get_n_choices (item);

  for (guint i = 0; i < n; i++)
    switch (gig_quiz_item_get_answer_kind (item))
      {
      case GIG_QUIZ_ANSWER_SINGLE:
        if (gig_quiz_item_is_right_choice (item, i))
          gig_quiz_choose (quiz, i);
        break;
      case GIG_QUIZ_ANSWER_MULTIPLE:
        if (gig_quiz_item_is_right_choice (item, i) != gig_quiz_is_chosen (quiz, i))
          gig_quiz_choose (quiz, i);
        break;
      case GIG_QUIZ_ANSWER_ORDER:
        for (guint j = i; j < n; j++)
          if (gig_quiz_item_get_right_position (item, gig_quiz_get_choice_at (quiz, j)) == i)
            gig_quiz_move (quiz, j, i);
        break;
      case GIG_QUIZ_ANSWER_MATCH:
        for (guint j = 0; j < n && gig_quiz_get_match (quiz, i) < 0; j++)
          {
            gboolean taken = FALSE;

            for (guint k = 0; k < n; k++)
              taken |= gig_quiz_get_match (quiz, k) == (int) j;
            if (!taken && gig_quiz_item_is_right_match (item, i, j))
              gig_quiz_match (quiz, i, (int) j);
          }
        break;
      default:
        g_assert_not_reached ();
      }
}

static void
answer_wrongly (GigQuiz *quiz)
{
  GigQuizItem *item = gig_quiz_get_item (quiz);
  guint n = gig_quiz_item_get_n_choices (item);

  switch (gig_quiz_item_get_answer_kind (item))
    {
    case GIG_QUIZ_ANSWER_SINGLE:
      for (guint i = 0; i < n; i++)
        if (!gig_quiz_item_is_right_choice (item, i))
          gig_quiz_choose (quiz, i);
      break;
    case GIG_QUIZ_ANSWER_MULTIPLE:
      answer_rightly (quiz);
      for (guint i = 0; i < n; i++)
        if (!gig_quiz_item_is_right_choice (item, i))
          gig_quiz_choose (quiz, i);
      break;
    case GIG_QUIZ_ANSWER_ORDER:
      /* As it stands: shuffled. */
      break;
    case GIG_QUIZ_ANSWER_MATCH:
      for (guint i = 0; i < n; i++)
        gig_quiz_match (quiz, i, (int) i);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
test_all_kinds (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GigQuiz) quiz = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_LESSON, 1);
  static const char *ids[] = { "question:q1", "question:q2", "question:q3", "question:q4" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GigQuizItem) item = gig_quiz_item_new_from_id (fixture->lesson, ids[i], 1);
      g_auto (GStrv) before = NULL;
      g_auto (GStrv) after = NULL;

      g_assert_nonnull (item);
      gig_quiz_ask (quiz, item);
      g_assert_cmpint (gig_quiz_get_state (quiz), ==, GIG_QUIZ_ASKING);
      before = gig_quiz_get_feedback (quiz, fixture->english);
      g_assert_cmpuint (g_strv_length (before), ==, 0);
      answer_wrongly (quiz);
      g_assert_true (gig_quiz_can_check (quiz));
      gig_quiz_check (quiz);
      g_assert_cmpint (gig_quiz_get_state (quiz), ==, GIG_QUIZ_WRONG);
      /* Checked is checked. */
      answer_rightly (quiz);
      gig_quiz_check (quiz);
      g_assert_cmpint (gig_quiz_get_state (quiz), ==, GIG_QUIZ_WRONG);

      gig_quiz_ask (quiz, item);
      answer_rightly (quiz);
      g_assert_true (gig_quiz_can_check (quiz));
      gig_quiz_check (quiz);
      g_assert_cmpint (gig_quiz_get_state (quiz), ==, GIG_QUIZ_RIGHT);
      after = gig_quiz_get_feedback (quiz, fixture->french);
      g_assert_cmpstr (after[0], ==, "C’est exact.");
    }
  g_assert_cmpuint (gig_quiz_get_n_answered (quiz), ==, 8);
  g_assert_cmpuint (gig_quiz_get_n_right (quiz), ==, 4);
}

static void
test_nothing_chosen (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GigQuiz) quiz = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_LESSON, 1);

  g_assert_cmpstr (gig_quiz_item_get_id (gig_quiz_get_item (quiz)), ==, "question:q1");
  g_assert_false (gig_quiz_can_check (quiz));
  gig_quiz_check (quiz);
  g_assert_cmpint (gig_quiz_get_state (quiz), ==, GIG_QUIZ_ASKING);
  gig_quiz_choose (quiz, 99);
  g_assert_false (gig_quiz_can_check (quiz));
}

/* The feedback: of what was chosen, and of what was right. */
static void
test_feedback (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GigQuiz) quiz = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_LESSON, 1);
  g_auto (GStrv) english = NULL;
  g_auto (GStrv) french = NULL;

  g_assert_false (gig_quiz_get_hint_shown (quiz));
  gig_quiz_choose (quiz, 0);
  gig_quiz_check (quiz);
  english = gig_quiz_get_feedback (quiz, fixture->english);
  french = gig_quiz_get_feedback (quiz, fixture->french);
  g_assert_cmpstr (english[0], ==, "That is not right.");
  g_assert_cmpstr (english[1], ==, "It has no text.");
  g_assert_cmpstr (english[2], ==, "Pictures go in.");
  g_assert_cmpstr (french[1], ==, "Il n’a pas de texte.");
}

/* Of what is made from sets: the verdict, then the reason in set terms. */
static void
test_set_feedback (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct
  {
    const char *id;
    gboolean    right;
    const char *paragraphs[3];
  } cases[] = {
    { "statement:generative-or-not:all:fm:llm", TRUE,
      { "That is right: the claim is false.",
        "False. Some items in “Foundation models” are not in “LLM”: CLIP, for example." } },
    { "statement:inside-foundation-models:all:llm:fm", FALSE,
      { "That is not right: the claim is true.",
        "True. The set “LLM” lies wholly inside the set “Foundation models”." } },
    { "place:generative-or-not:stylegan", TRUE,
      { "Right. StyleGAN is in “Generative AI”, not in “Foundation models”." } },
    { "witness:vehicles-first:vehicles:cars", TRUE,
      { "That is right." } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GigQuizItem) item = gig_quiz_item_new_from_id (fixture->lesson, cases[i].id, 1);
      g_autoptr (GigQuiz) quiz = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_ALL, 1);
      g_auto (GStrv) paragraphs = NULL;

      g_test_message ("%s", cases[i].id);
      g_assert_nonnull (item);
      gig_quiz_ask (quiz, item);
      if (cases[i].right)
        answer_rightly (quiz);
      else
        answer_wrongly (quiz);
      gig_quiz_check (quiz);
      paragraphs = gig_quiz_get_feedback (quiz, fixture->english);
      for (guint j = 0; cases[i].paragraphs[j] != NULL; j++)
        g_assert_cmpstr (paragraphs[j], ==, cases[i].paragraphs[j]);
      if (gig_quiz_item_get_kind (item) == GIG_QUIZ_ITEM_WITNESS)
        g_assert_true (g_str_has_suffix (paragraphs[1], "is in “Vehicles”, not in “Cars”."));
    }
}

/* A switch of the language changes the words and nothing else. */
static void
test_language_switch (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GigQuiz) quiz = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_LESSON, 1);
  GigQuizItem *item = gig_quiz_get_item (quiz);
  g_autofree char *english = gig_quiz_item_get_prompt (item, fixture->english);
  g_autofree char *french = NULL;
  g_autofree char *choice = NULL;

  g_assert_cmpstr (english, ==, "What is DINOv2?");
  gig_quiz_choose (quiz, 1);
  gig_language_set_code (fixture->english, "fr");
  french = gig_quiz_item_get_prompt (gig_quiz_get_item (quiz), fixture->english);
  choice = gig_quiz_item_get_choice_text (item, 1, fixture->english);
  g_assert_cmpstr (french, ==, "Qu’est-ce que DINOv2\u00a0?");
  g_assert_cmpstr (choice, ==, "Un modèle de vision");
  g_assert_true (gig_quiz_is_chosen (quiz, 1));
  gig_quiz_check (quiz);
  g_assert_cmpint (gig_quiz_get_state (quiz), ==, GIG_QUIZ_RIGHT);
}

/* What was wrong comes back, and is done with after two right answers. */
static void
test_mistakes_return (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GigQuiz) quiz = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_ALL, 3);
  g_autofree char *missed = g_strdup (gig_quiz_item_get_id (gig_quiz_get_item (quiz)));
  guint last = 0, n_seen = 0;

  answer_wrongly (quiz);
  gig_quiz_check (quiz);
  g_assert_cmpuint (gig_quiz_get_n_due (quiz), ==, 1);
  for (guint i = 1; i < 40; i++)
    {
      gig_quiz_next (quiz);
      if (g_str_equal (gig_quiz_item_get_id (gig_quiz_get_item (quiz)), missed))
        {
          n_seen++;
          g_assert_cmpuint (i - last, >=, GIG_QUIZ_FIRST_WAIT);
          last = i;
        }
      answer_rightly (quiz);
      gig_quiz_check (quiz);
      g_assert_cmpint (gig_quiz_get_state (quiz), ==, GIG_QUIZ_RIGHT);
    }
  g_assert_cmpuint (n_seen, ==, GIG_QUIZ_N_BOXES);
  g_assert_cmpuint (gig_quiz_get_n_due (quiz), ==, 0);
}

/* Who leaves everything out still sees something new. */
static void
test_leave_out (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GigQuiz) quiz = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_ALL, 2);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 40; i++)
    {
      g_hash_table_add (seen, g_strdup (gig_quiz_item_get_id (gig_quiz_get_item (quiz))));
      gig_quiz_next (quiz);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 20);
  g_assert_cmpuint (gig_quiz_get_n_answered (quiz), ==, 0);
}

/* The lesson's questions alone come to an end, each learned. */
static void
test_finish_and_reset (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GigQuiz) quiz = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_LESSON, 1);
  guint n_questions, steps = 0;

  while (gig_quiz_get_state (quiz) != GIG_QUIZ_FINISHED)
    {
      if (steps++ == 0)
        answer_wrongly (quiz);
      else
        answer_rightly (quiz);
      gig_quiz_check (quiz);
      gig_quiz_next (quiz);
      g_assert_cmpuint (steps, <, 20);
    }
  g_assert_null (gig_quiz_get_item (quiz));
  g_assert_cmpuint (gig_quiz_get_n_learned (quiz, &n_questions), ==, 4);
  g_assert_cmpuint (n_questions, ==, 4);
  g_assert_cmpuint (steps, ==, 6);

  gig_quiz_reset (quiz);
  g_assert_cmpint (gig_quiz_get_state (quiz), ==, GIG_QUIZ_ASKING);
  g_assert_cmpuint (gig_quiz_get_n_answered (quiz), ==, 0);
  g_assert_cmpuint (gig_quiz_get_n_learned (quiz, NULL), ==, 0);
}

/* The same seed and answers: the same session; another seed: another. */
static void
test_deterministic (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GigQuiz) one = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_GENERATED, 11);
  g_autoptr (GigQuiz) two = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_GENERATED, 11);
  g_autoptr (GigQuiz) other = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_GENERATED, 12);
  guint n_other = 0;

  for (guint i = 0; i < 60; i++)
    {
      const char *id = gig_quiz_item_get_id (gig_quiz_get_item (one));

      g_assert_cmpstr (id, ==, gig_quiz_item_get_id (gig_quiz_get_item (two)));
      n_other += !g_str_equal (id, gig_quiz_item_get_id (gig_quiz_get_item (other)));
      gig_quiz_next (one);
      gig_quiz_next (two);
      gig_quiz_next (other);
    }
  g_assert_cmpuint (n_other, >, 30);
}

static void
test_save_and_restore (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GigQuiz) quiz = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_ALL, 5);
  g_autoptr (GigQuiz) other = gig_quiz_new (fixture->lesson, GIG_QUIZ_SOURCE_ALL, 99);
  g_autoptr (GVariant) saved = NULL;
  g_autoptr (GVariant) again = NULL;
  g_autoptr (GVariant) foreign = g_variant_ref_sink (g_variant_new_string ("no"));
  g_autoptr (GVariant) parsed = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 9; i++)
    {
      if (i % 3 == 0)
        answer_wrongly (quiz);
      else
        answer_rightly (quiz);
      gig_quiz_check (quiz);
      gig_quiz_next (quiz);
    }
  saved = gig_quiz_save (quiz);
  text = g_variant_print (saved, TRUE);
  parsed = g_variant_parse (NULL, text, NULL, NULL, NULL);
  g_assert_true (gig_quiz_restore (other, parsed));
  again = gig_quiz_save (other);
  g_assert_true (g_variant_equal (saved, again));
  for (guint i = 0; i < 20; i++)
    {
      g_assert_cmpstr (gig_quiz_item_get_id (gig_quiz_get_item (quiz)), ==,
                       gig_quiz_item_get_id (gig_quiz_get_item (other)));
      answer_rightly (quiz);
      answer_rightly (other);
      gig_quiz_check (quiz);
      gig_quiz_check (other);
      gig_quiz_next (quiz);
      gig_quiz_next (other);
    }
  g_assert_false (gig_quiz_restore (other, foreign));
  g_assert_false (gig_quiz_restore (other, NULL));
}

/* Every item made without end has texts in both languages, a right choice, a
 * wrong one, and comes back by its id. */
static void
test_generated (Fixture       *fixture,
                gconstpointer  data)
{
  GigDice dice = { 4 };
  guint n_kinds[4] = { 0 }, n_true = 0;

  for (guint n = 0; n < 300; n++)
    {
      g_autoptr (GigQuizItem) item = gig_quiz_item_new_generated (fixture->lesson, &dice, 8);
      g_autoptr (GigQuizItem) same = gig_quiz_item_new_from_id (fixture->lesson, gig_quiz_item_get_id (item), 8);
      g_autofree char *english = gig_quiz_item_get_prompt (item, fixture->english);
      g_autofree char *french = gig_quiz_item_get_prompt (item, fixture->french);
      g_autoptr (GPtrArray) concepts = gig_quiz_item_get_concepts (item);
      guint n_choices = gig_quiz_item_get_n_choices (item), n_right = 0;

      g_assert_nonnull (same);
      g_assert_cmpstr (english, !=, french);
      g_assert_cmpuint (n_choices, >=, 2);
      g_assert_cmpuint (n_choices, <=, GIG_QUIZ_MAX_OFFERS);
      g_assert_cmpuint (concepts->len, >, 0);
      g_assert_false (gig_view_is_claim (gig_quiz_item_get_view (item)));
      for (guint i = 0; i < n_choices; i++)
        {
          g_autofree char *choice = gig_quiz_item_get_choice_text (item, i, fixture->french);
          g_autofree char *choice_again = gig_quiz_item_get_choice_text (same, i, fixture->french);
          g_autofree char *feedback = gig_quiz_item_get_feedback (item, (int) i, fixture->french);

          g_assert_cmpstr (choice, ==, choice_again);
          g_assert_true (*feedback != '\0');
          n_right += gig_quiz_item_is_right_choice (item, i);
        }
      g_assert_cmpuint (n_right, >=, 1);
      g_assert_cmpuint (n_right, <, n_choices);
      n_kinds[gig_quiz_item_get_kind (item)]++;
      if (gig_quiz_item_get_kind (item) == GIG_QUIZ_ITEM_STATEMENT)
        n_true += gig_quiz_item_is_right_choice (item, 0);
    }
  g_assert_cmpuint (n_kinds[GIG_QUIZ_ITEM_PLACE], >, 50);
  g_assert_cmpuint (n_kinds[GIG_QUIZ_ITEM_WITNESS], >, 50);
  g_assert_cmpuint (n_true * 3, >, n_kinds[GIG_QUIZ_ITEM_STATEMENT]);
  g_assert_cmpuint (n_true * 3, <, n_kinds[GIG_QUIZ_ITEM_STATEMENT] * 2);
}

/* --- Placing --- */

static void
count_cb (gpointer  object,
          gpointer  member,
          guint     zone,
          guint    *n)
{
  (*n)++;
}

static const GigViewMember *
find_in_tray (GigPlacement *placement,
              const char   *name)
{
  GPtrArray *tray = gig_placement_get_tray (placement);

  for (guint i = 0; i < tray->len; i++)
    if (g_str_equal (((GigViewMember *) tray->pdata[i])->name->source, name))
      return tray->pdata[i];
  return NULL;
}

static void
test_placement (Fixture       *fixture,
                gconstpointer  data)
{
  GigView *view = gig_lesson_find_view (fixture->lesson, "inside-foundation-models");
  g_autoptr (GigPlacement) placement = gig_placement_new (fixture->lesson, view, 7);
  g_autofree char *wrong = NULL;
  g_autofree char *right = NULL;
  g_autofree char *disputed = NULL;
  g_autofree char *progress = NULL;
  guint n_placed = 0, n_refused = 0;
  GigZoneMask zone;

  g_signal_connect (placement, "placed", G_CALLBACK (count_cb), &n_placed);
  g_signal_connect (placement, "refused", G_CALLBACK (count_cb), &n_refused);
  g_assert_cmpuint (gig_placement_get_n_members (placement), ==, gig_view_get_members (view)->len);
  g_assert_null (gig_placement_get_reason (placement, fixture->english));

  /* fm llm vision audio code: bits 0 to 4. CLIP is in 0 and 2. */
  gig_placement_pick (placement, find_in_tray (placement, "CLIP"));
  g_assert_cmpint (gig_placement_place (placement, 1 | 2 | 4), ==, GIG_PLACEMENT_WRONG);
  wrong = gig_placement_get_reason (placement, fixture->french);
  g_assert_cmpstr (wrong, ==, "Pas là\u00a0: CLIP n’est pas dans «\u00a0LLM\u00a0».");
  g_assert_cmpstr (gig_placement_get_picked (placement)->name->source, ==, "CLIP");
  g_assert_cmpint (gig_placement_place (placement, 1 | 4), ==, GIG_PLACEMENT_RIGHT);
  right = gig_placement_get_reason (placement, fixture->english);
  g_assert_true (g_str_has_prefix (right, "Right. CLIP is in"));
  g_assert_null (gig_placement_get_picked (placement));
  g_assert_null (find_in_tray (placement, "CLIP"));

  /* Both sides of the line are accepted, with the page's reason. */
  for (guint side = 0; side < 2; side++)
    {
      const GigViewMember *flamingo = find_in_tray (placement, "Flamingo");

      g_clear_pointer (&disputed, g_free);
      gig_placement_pick (placement, flamingo);
      g_assert_cmpint (gig_placement_place (placement, side == 0 ? 1 | 4 : 1 | 2 | 4), ==, GIG_PLACEMENT_DISPUTED);
      disputed = gig_placement_get_reason (placement, fixture->english);
      g_assert_cmpstr (disputed, ==,
                       "Accepted: this one is disputed. A frozen LLM stands inside Flamingo, so people argue.");
      if (side == 0)
        gig_placement_take_back (placement, flamingo);
    }
  g_assert_cmpuint (n_placed, ==, 3);
  g_assert_cmpuint (n_refused, ==, 1);
  g_assert_cmpuint (gig_placement_get_n_wrong (placement), ==, 1);
  progress = gig_placement_get_progress_text (placement, fixture->french);
  g_assert_cmpstr (progress, ==, "2 placés sur 11");

  gig_placement_reveal (placement);
  g_assert_true (gig_placement_is_done (placement));
  g_assert_true (gig_placement_get_zone (placement, gig_view_get_members (view)->pdata[0], &zone));
  g_assert_cmpuint (zone, ==, 1);
  gig_placement_reset (placement);
  g_assert_cmpuint (gig_placement_get_n_placed (placement), ==, 0);
}

static void
test_vote (Fixture       *fixture,
           gconstpointer  data)
{
  GigView *view = gig_lesson_find_view (fixture->lesson, "generative-or-not");
  const GigViewMember *bert = gig_view_get_members (view)->pdata[1];
  g_autoptr (GigVote) vote = gig_vote_new_for_member (fixture->lesson, view, bert);
  g_autoptr (GigQuizItem) order = gig_quiz_item_new_from_id (fixture->lesson, "question:q3", 1);
  g_autofree char *hidden = NULL;
  g_autofree char *result = NULL;
  g_autofree char *count = NULL;
  guint n_zones;

  gig_view_get_zones (view, &n_zones);
  g_assert_cmpuint (gig_quiz_item_get_n_choices (gig_vote_get_item (vote)), ==, n_zones + 1);
  g_assert_false (gig_vote_can_ask (order));

  for (guint i = 0; i <= n_zones; i++)
    {
      GigZoneMask zone = gig_quiz_item_get_zone (gig_vote_get_item (vote), i);

      gig_vote_set_count (vote, i, zone == bert->zone ? 12 : zone == 0 ? 0 : 4);
    }
  gig_vote_set_count (vote, 99, 5);
  g_assert_cmpuint (gig_vote_get_total (vote), ==, 24);
  hidden = gig_vote_get_result_text (vote, fixture->english);
  g_assert_null (hidden);
  gig_vote_set_revealed (vote, TRUE);
  result = gig_vote_get_result_text (vote, fixture->french);
  g_assert_cmpstr (result, ==, "12 mains sur 24 pour la bonne réponse");
  for (guint i = 0; i <= n_zones; i++)
    {
      GigZoneMask zone = gig_quiz_item_get_zone (gig_vote_get_item (vote), i);
      gboolean right = zone == bert->zone;

      if (zone == 0)
        continue;
      g_assert_cmpfloat (gig_vote_get_share (vote, i), ==, right ? 0.5 : 1. / 6);
      if (right)
        count = gig_vote_get_count_text (vote, i, fixture->french);
    }
  g_assert_cmpstr (count, ==, "12 mains, 50\u00a0%");
  gig_vote_set_count (vote, 0, -3);
  g_assert_cmpuint (gig_vote_get_count (vote, 0), ==, 0);
  gig_vote_reset (vote);
  g_assert_false (gig_vote_get_revealed (vote));
  g_assert_cmpuint (gig_vote_get_total (vote), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/quiz/all-kinds", test_all_kinds);
  ADD ("/quiz/nothing-chosen", test_nothing_chosen);
  ADD ("/quiz/feedback", test_feedback);
  ADD ("/quiz/set-feedback", test_set_feedback);
  ADD ("/quiz/language-switch", test_language_switch);
  ADD ("/quiz/mistakes-return", test_mistakes_return);
  ADD ("/quiz/leave-out", test_leave_out);
  ADD ("/quiz/finish-and-reset", test_finish_and_reset);
  ADD ("/quiz/deterministic", test_deterministic);
  ADD ("/quiz/save-and-restore", test_save_and_restore);
  ADD ("/quiz/generated", test_generated);
  ADD ("/quiz/placement", test_placement);
  ADD ("/quiz/vote", test_vote);
#undef ADD

  return g_test_run ();
}
