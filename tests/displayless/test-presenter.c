/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-class-places.h"
#include "gig-lesson-reader.h"
#include "gig-presenter.h"
#include "gig-step-content.h"
#include "gig-vote.h"

/* The steps of the tour in sets.md. */
enum { STEP_FM, STEP_LLM, STEP_CODE, STEP_GENERATIVE, STEP_TRAVEL, N_STEPS };

typedef struct
{
  GigLesson    *lesson;
  GigPresenter *presenter;
  int           last_request;
} Fixture;

static void
request_cb (GigPresenter *presenter,
            int           request,
            Fixture      *fixture)
{
  fixture->last_request = request;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "sets.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  fixture->lesson = gig_lesson_read_file (file, NULL, &error);
  g_assert_no_error (error);
  fixture->presenter = gig_presenter_new (fixture->lesson, gig_lesson_get_tours (fixture->lesson)->pdata[0], "en", "fr");
  fixture->last_request = -1;
  g_signal_connect (fixture->presenter, "request", G_CALLBACK (request_cb), fixture);
  g_assert_cmpuint (gig_presenter_get_n_steps (fixture->presenter), ==, N_STEPS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->presenter);
  gig_lesson_unref (fixture->lesson);
}

static gboolean
press_with (Fixture    *fixture,
            const char *name,
            guint       keycode,
            guint       modifiers)
{
  GigPresenterKey key = { .name = name, .keycode = keycode, .modifiers = modifiers };

  if (g_str_equal (name, "minus"))
    key.character = '-';
  return gig_presenter_handle_key (fixture->presenter, &key);
}

static gboolean
press (Fixture    *fixture,
       const char *name)
{
  return press_with (fixture, name, 0, 0);
}

static void
assert_at (Fixture *fixture,
           guint    step,
           guint    part)
{
  GigPresenterPosition at;

  gig_presenter_get_position (fixture->presenter, &at);
  g_assert_null (at.detour);
  g_assert_cmpuint (at.step, ==, step);
  g_assert_cmpuint (at.part, ==, part);
}

/* From F5 to the end with a clicker's three keys, and out with Escape. */
static void
test_clicker (Fixture       *fixture,
              gconstpointer  data)
{
  static const guint walk[][2] = {
    { STEP_LLM, 0 }, { STEP_LLM, 1 }, { STEP_CODE, 0 }, { STEP_GENERATIVE, 0 }, { STEP_TRAVEL, 0 },
  };

  /* Nothing but F5 is the presenter's before the show. */
  g_assert_false (press (fixture, "Page_Down"));
  g_assert_false (press (fixture, "b"));
  g_assert_true (press (fixture, "F5"));
  g_assert_cmpint (fixture->last_request, ==, GIG_PRESENTER_REQUEST_START);
  g_assert_true (gig_presenter_get_running (fixture->presenter));
  assert_at (fixture, STEP_FM, 0);
  for (guint i = 0; i < G_N_ELEMENTS (walk); i++)
    {
      g_assert_true (press (fixture, "Page_Down"));
      assert_at (fixture, walk[i][0], walk[i][1]);
    }
  press (fixture, "Page_Down");
  g_assert_cmpint (fixture->last_request, ==, GIG_PRESENTER_REQUEST_AT_END);
  assert_at (fixture, STEP_TRAVEL, 0);
  for (guint i = G_N_ELEMENTS (walk) - 1; i > 0; i--)
    {
      press (fixture, "Page_Up");
      assert_at (fixture, walk[i - 1][0], walk[i - 1][1]);
    }
  press (fixture, "Page_Up");
  press (fixture, "Page_Up");
  assert_at (fixture, STEP_FM, 0);
  g_assert_true (press (fixture, "Escape"));
  g_assert_cmpint (fixture->last_request, ==, GIG_PRESENTER_REQUEST_END);
  g_assert_false (gig_presenter_get_running (fixture->presenter));
}

static void
test_start_here (Fixture       *fixture,
                 gconstpointer  data)
{
  gig_presenter_go_to (fixture->presenter, STEP_CODE, 0);
  press_with (fixture, "F5", 0, GIG_KEY_SHIFT);
  assert_at (fixture, STEP_CODE, 0);
  g_assert_true (gig_presenter_get_running (fixture->presenter));
}

/* Other keys that step, and those that go past the pauses. */
static void
test_other_steps (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *next[] = { "Right", "Down", "space", "KP_Page_Down" };
  static const char *previous[] = { "Left", "Up", "BackSpace", "KP_Page_Up" };

  press (fixture, "F5");
  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    {
      g_assert_true (press (fixture, next[i]));
      assert_at (fixture, STEP_LLM, 0);
      g_assert_true (press (fixture, previous[i]));
      assert_at (fixture, STEP_FM, 0);
    }
  press (fixture, "End");
  assert_at (fixture, STEP_TRAVEL, 0);
  press (fixture, "Home");
  assert_at (fixture, STEP_FM, 0);
  press_with (fixture, "Page_Down", 0, GIG_KEY_SHIFT);
  press_with (fixture, "Page_Down", 0, GIG_KEY_SHIFT);
  assert_at (fixture, STEP_CODE, 0);
  press_with (fixture, "Page_Up", 0, GIG_KEY_SHIFT);
  assert_at (fixture, STEP_LLM, 0);
  press_with (fixture, "space", 0, GIG_KEY_SHIFT);
  assert_at (fixture, STEP_FM, 0);
}

/* Digits as QWERTY, AZERTY and the number pad send them; Enter goes there. */
static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  press (fixture, "F5");
  press_with (fixture, "3", 12, 0);
  g_assert_cmpuint (gig_presenter_get_number (fixture->presenter), ==, 3);
  press (fixture, "Return");
  assert_at (fixture, STEP_CODE, 0);
  g_assert_cmpuint (gig_presenter_get_number (fixture->presenter), ==, 0);

  press_with (fixture, "eacute", 11, 0);
  press (fixture, "Return");
  assert_at (fixture, STEP_LLM, 0);
  press_with (fixture, "4", 13, GIG_KEY_SHIFT);
  press (fixture, "KP_Enter");
  assert_at (fixture, STEP_GENERATIVE, 0);
  press (fixture, "KP_1");
  press_with (fixture, "agrave", 19, 0);
  g_assert_cmpuint (gig_presenter_get_number (fixture->presenter), ==, 10);
  press (fixture, "BackSpace");
  g_assert_cmpuint (gig_presenter_get_number (fixture->presenter), ==, 1);
  press (fixture, "Escape");
  g_assert_cmpuint (gig_presenter_get_number (fixture->presenter), ==, 0);
  assert_at (fixture, STEP_GENERATIVE, 0);
  g_assert_true (gig_presenter_get_running (fixture->presenter));
  /* Enter without a number belongs to the focused button. */
  g_assert_false (press (fixture, "Return"));
  /* There is no such step: nothing moves. */
  press (fixture, "9");
  press (fixture, "9");
  g_assert_true (press (fixture, "Return"));
  assert_at (fixture, STEP_GENERATIVE, 0);
  g_assert_cmpuint (gig_presenter_get_number (fixture->presenter), ==, 0);
}

static void
test_other_programs_keys (Fixture       *fixture,
                          gconstpointer  data)
{
  press (fixture, "F5");
  g_assert_false (press_with (fixture, "b", 0, GIG_KEY_CONTROL));
  g_assert_false (press_with (fixture, "1", 10, GIG_KEY_ALT));
  g_assert_false (press (fixture, "XF86AudioMute"));
  g_assert_cmpint (gig_presenter_get_screen (fixture->presenter), ==, GIG_SCREEN_SHOWN);
}

/* Black and white: next shows the wall again and goes nowhere. */
static void
test_screens (Fixture       *fixture,
              gconstpointer  data)
{
  press (fixture, "F5");
  press (fixture, "b");
  g_assert_cmpint (gig_presenter_get_screen (fixture->presenter), ==, GIG_SCREEN_BLACK);
  press (fixture, "w");
  g_assert_cmpint (gig_presenter_get_screen (fixture->presenter), ==, GIG_SCREEN_WHITE);
  press (fixture, "Page_Down");
  g_assert_cmpint (gig_presenter_get_screen (fixture->presenter), ==, GIG_SCREEN_SHOWN);
  assert_at (fixture, STEP_FM, 0);
  press (fixture, "period");
  press (fixture, "B");
  g_assert_cmpint (gig_presenter_get_screen (fixture->presenter), ==, GIG_SCREEN_SHOWN);
  /* Escape leaves the black wall before the show, and Enter the overview. */
  press (fixture, "b");
  press (fixture, "Escape");
  g_assert_cmpint (gig_presenter_get_screen (fixture->presenter), ==, GIG_SCREEN_SHOWN);
  g_assert_true (gig_presenter_get_running (fixture->presenter));
  press (fixture, "Tab");
  press (fixture, "Page_Down");
  g_assert_true (press (fixture, "Return"));
  g_assert_false (gig_presenter_get_overview (fixture->presenter));
}

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           guint      *n)
{
  (*n)++;
}

/* The console moves on while the wall stands still. */
static void
test_freeze (Fixture       *fixture,
             gconstpointer  data)
{
  GigPresenterPosition wall;
  guint n_wall = 0;

  press (fixture, "F5");
  g_signal_connect (fixture->presenter, "notify::wall-position", G_CALLBACK (notify_cb), &n_wall);
  press (fixture, "f");
  press (fixture, "Page_Down");
  press (fixture, "Page_Down");
  assert_at (fixture, STEP_LLM, 1);
  gig_presenter_get_wall_position (fixture->presenter, &wall);
  g_assert_cmpuint (wall.step, ==, STEP_FM);
  g_assert_cmpuint (n_wall, ==, 0);
  press (fixture, "f");
  gig_presenter_get_wall_position (fixture->presenter, &wall);
  g_assert_cmpuint (wall.step, ==, STEP_LLM);
  g_assert_cmpuint (n_wall, ==, 1);
  press (fixture, "Page_Down");
  g_assert_cmpuint (n_wall, ==, 2);
}

/* To any concept and back to the very part that was left. */
static void
test_detour (Fixture       *fixture,
             gconstpointer  data)
{
  GigConcept *vision = gig_lesson_find_concept (fixture->lesson, "vision");
  GigConcept *llm = gig_lesson_find_concept (fixture->lesson, "llm");
  GigPresenterPosition at;
  GigStep step;

  press (fixture, "F5");
  gig_presenter_go_to (fixture->presenter, STEP_LLM, 1);
  press (fixture, "o");
  g_assert_cmpint (fixture->last_request, ==, GIG_PRESENTER_REQUEST_OPEN_CONCEPT);
  gig_presenter_detour (fixture->presenter, vision);
  gig_presenter_get_position (fixture->presenter, &at);
  g_assert_true (at.detour == vision);
  gig_presenter_get_step (fixture->presenter, &at, &step);
  g_assert_cmpstr (gig_step_get_headline (&step)->source, ==, "Vision");
  /* From a detour to another: still one way back. */
  gig_presenter_detour (fixture->presenter, llm);
  press (fixture, "Page_Down");
  gig_presenter_get_position (fixture->presenter, &at);
  g_assert_true (at.detour == llm);
  g_assert_cmpuint (at.part, ==, 1);
  press (fixture, "BackSpace");
  assert_at (fixture, STEP_LLM, 1);
  /* Clicking through a detour ends where it began. */
  gig_presenter_detour (fixture->presenter, vision);
  press (fixture, "Page_Down");
  assert_at (fixture, STEP_LLM, 1);
}

static void
type (Fixture    *fixture,
      const char *letters)
{
  for (; *letters != '\0'; letters++)
    press (fixture, (char[]) { *letters, '\0' });
}

/* p, some letters of a set or a model in either language, Enter. */
static void
test_pointing (Fixture       *fixture,
               gconstpointer  data)
{
  const GigPointTarget *target;

  press (fixture, "F5");
  press (fixture, "p");
  g_assert_true (gig_presenter_get_pointing (fixture->presenter));
  g_assert_null (gig_presenter_get_pointed (fixture->presenter));
  type (fixture, "cli");
  target = gig_presenter_get_pointed (fixture->presenter);
  g_assert_cmpstr (target->member->name->source, ==, "CLIP");
  /* A letter that no name goes on with is not taken. */
  type (fixture, "z");
  g_assert_cmpstr (gig_presenter_get_typed (fixture->presenter), ==, "cli");
  press (fixture, "Return");
  g_assert_false (gig_presenter_get_pointing (fixture->presenter));
  g_assert_null (gig_presenter_get_pointed (fixture->presenter));
  assert_at (fixture, STEP_FM, 0);

  /* French, while the wall speaks English; b is a letter here and not black. */
  press (fixture, "p");
  type (fixture, "parole");
  target = gig_presenter_get_pointed (fixture->presenter);
  g_assert_cmpint (target->set, ==, 3);
  for (guint i = 0; i < 6; i++)
    press (fixture, "BackSpace");
  type (fixture, "b");
  g_assert_cmpstr (gig_presenter_get_pointed (fixture->presenter)->member->name->source, ==, "BERT");
  press (fixture, "Escape");
  g_assert_true (gig_presenter_get_running (fixture->presenter));
  g_assert_cmpint (gig_presenter_get_screen (fixture->presenter), ==, GIG_SCREEN_SHOWN);

  /* Digits of a name from AZERTY's row, shifted or not. */
  press (fixture, "p");
  type (fixture, "gpt");
  g_assert_true (press_with (fixture, "minus", 15, 0));
  g_assert_cmpstr (gig_presenter_get_typed (fixture->presenter), ==, "gpt-");
  press_with (fixture, "apostrophe", 13, 0);
  g_assert_cmpstr (gig_presenter_get_pointed (fixture->presenter)->member->name->source, ==, "GPT-4");

  /* Next and previous go through what matches. */
  press (fixture, "Page_Down");
  g_assert_cmpstr (gig_presenter_get_pointed (fixture->presenter)->member->name->source, ==, "GPT-4o");
  press (fixture, "Page_Down");
  g_assert_cmpstr (gig_presenter_get_pointed (fixture->presenter)->member->name->source, ==, "GPT-4");
  assert_at (fixture, STEP_FM, 0);
}

/* l flips the wall and keeps all else. */
static void
test_languages (Fixture       *fixture,
                gconstpointer  data)
{
  GigWallRegion region = { 0.5, 0.5, 0.25, 0.25 }, zoom;

  press (fixture, "F5");
  gig_presenter_go_to (fixture->presenter, STEP_LLM, 1);
  gig_presenter_set_zoom (fixture->presenter, &region);
  gig_ink_begin_stroke (gig_presenter_get_ink (fixture->presenter), "step:x", 0.5, 0.5, 0, 0.01);
  g_assert_cmpstr (gig_presenter_get_wall_language (fixture->presenter), ==, "en");
  press (fixture, "l");
  g_assert_cmpstr (gig_presenter_get_wall_language (fixture->presenter), ==, "fr");
  g_assert_null (gig_presenter_get_wall_second_language (fixture->presenter));
  assert_at (fixture, STEP_LLM, 1);
  g_assert_true (gig_presenter_get_zoom (fixture->presenter, &zoom));
  g_assert_cmpfloat (zoom.x, ==, 0.5);
  press_with (fixture, "L", 0, GIG_KEY_SHIFT);
  g_assert_cmpstr (gig_presenter_get_wall_second_language (fixture->presenter), ==, "en");
  press (fixture, "l");
  g_assert_cmpstr (gig_presenter_get_wall_language (fixture->presenter), ==, "en");
  g_assert_cmpstr (gig_presenter_get_wall_second_language (fixture->presenter), ==, "fr");
  g_assert_nonnull (gig_ink_get_strokes (gig_presenter_get_ink (fixture->presenter), "step:x"));
}

static void
test_zoom_and_curtain (Fixture       *fixture,
                       gconstpointer  data)
{
  GigWallRegion region;

  press (fixture, "F5");
  press (fixture, "z");
  g_assert_true (gig_presenter_get_zoom_pending (fixture->presenter));
  press (fixture, "z");
  g_assert_true (gig_presenter_get_zoom (fixture->presenter, &region));
  g_assert_cmpfloat (region.width, ==, GIG_ZOOM_DEFAULT);
  press (fixture, "z");
  g_assert_false (gig_presenter_get_zoom (fixture->presenter, &region));
  g_assert_cmpfloat (region.width, ==, 1);

  gig_presenter_set_zoom (fixture->presenter, &(GigWallRegion) { 0.95, -1, 0.01, 0.2 });
  g_assert_true (gig_presenter_get_zoom (fixture->presenter, &region));
  g_assert_cmpfloat (region.x + region.width, <=, 1);
  g_assert_cmpfloat (region.width, ==, GIG_ZOOM_SMALLEST);
  g_assert_cmpfloat (region.y, ==, 0);

  /* Both belong to the picture they were made for. */
  press (fixture, "r");
  g_assert_cmpfloat (gig_presenter_get_curtain (fixture->presenter), ==, 1);
  press (fixture, "Page_Down");
  g_assert_cmpfloat (gig_presenter_get_curtain (fixture->presenter), ==, 0);
  g_assert_false (gig_presenter_get_zoom (fixture->presenter, &region));
}

static void
test_tools_and_modes (Fixture       *fixture,
                      gconstpointer  data)
{
  press (fixture, "F5");
  press (fixture, "F8");
  g_assert_cmpint (gig_presenter_get_tool (fixture->presenter), ==, GIG_PRESENTER_TOOL_PEN);
  press (fixture, "F10");
  g_assert_cmpint (gig_presenter_get_tool (fixture->presenter), ==, GIG_PRESENTER_TOOL_SPOTLIGHT);
  press (fixture, "F6");
  g_assert_cmpint (gig_presenter_get_tool (fixture->presenter), ==, GIG_PRESENTER_TOOL_NONE);
  press (fixture, "t");
  g_assert_true (gig_presenter_get_dark (fixture->presenter));
  press (fixture, "s");
  g_assert_cmpint (fixture->last_request, ==, GIG_PRESENTER_REQUEST_SWAP_SCREENS);

  /* Escape leaves the innermost first, and only then the show. */
  press (fixture, "Tab");
  press (fixture, "F1");
  g_assert_true (gig_presenter_get_overview (fixture->presenter));
  press (fixture, "Escape");
  g_assert_false (gig_presenter_get_help (fixture->presenter));
  g_assert_true (gig_presenter_get_overview (fixture->presenter));
  press (fixture, "Escape");
  g_assert_false (gig_presenter_get_overview (fixture->presenter));
  g_assert_true (gig_presenter_get_running (fixture->presenter));
  press (fixture, "Escape");
  g_assert_false (gig_presenter_get_running (fixture->presenter));
}

/* A question: asked, revealed and left with the clicker alone. */
static void
test_question (Fixture       *fixture,
               gconstpointer  data)
{
  GigView *view = gig_lesson_find_view (fixture->lesson, "generative-or-not");
  g_autoptr (GigVote) vote = gig_vote_new_for_member (fixture->lesson, view, gig_view_get_members (view)->pdata[0]);

  press (fixture, "F5");
  press (fixture, "q");
  g_assert_cmpint (fixture->last_request, ==, GIG_PRESENTER_REQUEST_CHOOSE_QUESTION);
  gig_presenter_set_vote (fixture->presenter, G_OBJECT (vote));
  g_assert_true (gig_presenter_get_vote (fixture->presenter) == G_OBJECT (vote));
  press (fixture, "q");
  g_assert_null (gig_presenter_get_vote (fixture->presenter));
  press (fixture, "q");
  g_assert_nonnull (gig_presenter_get_vote (fixture->presenter));
  press (fixture, "Page_Down");
  g_assert_true (gig_vote_get_revealed (vote));
  press (fixture, "Page_Up");
  g_assert_false (gig_vote_get_revealed (vote));
  press (fixture, "Page_Down");
  press (fixture, "Page_Down");
  g_assert_null (gig_presenter_get_vote (fixture->presenter));
  assert_at (fixture, STEP_FM, 0);
  press (fixture, "Page_Down");
  assert_at (fixture, STEP_LLM, 0);
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GigPresenter) other = gig_presenter_new (fixture->lesson, gig_presenter_get_tour (fixture->presenter), "en", "fr");
  g_autoptr (GVariant) saved = NULL;
  g_autoptr (GVariant) places = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(ssxv)"), NULL, 0));
  g_autoptr (GVariant) more = NULL;
  g_autoptr (GVariant) most = NULL;
  g_autoptr (GVariant) found = NULL;
  g_autoptr (GVariant) fewer = NULL;
  g_auto (GStrv) names = NULL;
  GigPresenterPosition at;
  gint64 when;

  gig_presenter_go_to (fixture->presenter, STEP_LLM, 1);
  gig_presenter_run (fixture->presenter, GIG_PRESENTER_FLIP_LANGUAGE, 0);
  gig_presenter_set_dark (fixture->presenter, TRUE);
  gig_presenter_detour (fixture->presenter, gig_lesson_find_concept (fixture->lesson, "vision"));
  saved = gig_presenter_save (fixture->presenter);

  more = gig_class_places_with (places, "sets", "3eB", 5, saved);
  most = gig_class_places_with (more, "sets", "4eA", 6, g_variant_new_boolean (TRUE));
  names = gig_class_places_get_names (most, "sets");
  g_assert_cmpstr (names[0], ==, "4eA");
  g_assert_cmpstr (names[1], ==, "3eB");
  found = gig_class_places_lookup (most, "sets", "3eB", &when);
  g_assert_cmpint (when, ==, 5);
  g_assert_null (gig_class_places_lookup (most, "other", "3eB", NULL));
  fewer = gig_class_places_with (most, "sets", "3eB", 0, NULL);
  g_assert_cmpuint (g_variant_n_children (fewer), ==, 1);

  g_assert_true (gig_presenter_restore (other, found));
  gig_presenter_get_position (other, &at);
  g_assert_cmpuint (at.step, ==, STEP_LLM);
  g_assert_cmpuint (at.part, ==, 1);
  g_assert_null (at.detour);
  g_assert_cmpstr (gig_presenter_get_wall_language (other), ==, "fr");
  g_assert_true (gig_presenter_get_dark (other));
  g_assert_false (gig_presenter_restore (other, places));
}

/* Ink is kept with its step, and cleared there only. */
static void
test_ink (Fixture       *fixture,
          gconstpointer  data)
{
  GigInk *ink = gig_presenter_get_ink (fixture->presenter);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  press (fixture, "F5");
  first = gig_presenter_get_ink_key (fixture->presenter);
  gig_ink_begin_stroke (ink, first, 0.1, 0.1, 1, 0.01);
  gig_ink_add_point (ink, first, 0.5, 0.1);
  gig_ink_begin_stroke (ink, first, 0.1, 0.9, 1, 0.01);
  press (fixture, "Page_Down");
  second = gig_presenter_get_ink_key (fixture->presenter);
  g_assert_cmpstr (first, !=, second);
  gig_ink_begin_stroke (ink, second, 0.2, 0.2, 0, 0.01);
  g_assert_cmpuint (gig_ink_get_strokes (ink, first)->len, ==, 2);

  g_assert_false (gig_ink_erase_at (ink, first, 0.3, 0.2, 0.02, 16. / 9));
  g_assert_true (gig_ink_erase_at (ink, first, 0.3, 0.11, 0.02, 16. / 9));
  g_assert_cmpuint (gig_ink_get_strokes (ink, first)->len, ==, 1);
  press (fixture, "u");
  g_assert_cmpuint (gig_ink_get_strokes (ink, second)->len, ==, 0);
  press (fixture, "Page_Up");
  press (fixture, "c");
  g_assert_null (gig_ink_get_strokes (ink, first));
}

/* Each line of the list of keys names keys that do something. */
static void
test_key_help (void)
{
  guint n_lines;
  const GigPresenterKeyHelp *help = gig_presenter_get_key_help (&n_lines);

  g_assert_cmpuint (n_lines, >, 20);
  for (guint i = 0; i < n_lines; i++)
    {
      g_auto (GStrv) keys = g_strsplit (help[i].keys, " ", -1);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          gboolean shift = g_str_has_prefix (keys[j], "Shift+");
          GigPresenterKey key = { .name = keys[j] + (shift ? 6 : 0), .modifiers = shift ? GIG_KEY_SHIFT : 0 };
          guint argument;

          g_assert_cmpint (gig_presenter_map_key (&key, GIG_PRESENTER_MODE_STEPS, &argument), !=,
                           GIG_PRESENTER_NOTHING);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/presenter/clicker", test_clicker);
  ADD ("/presenter/start-here", test_start_here);
  ADD ("/presenter/other-steps", test_other_steps);
  ADD ("/presenter/numbers", test_numbers);
  ADD ("/presenter/other-programs-keys", test_other_programs_keys);
  ADD ("/presenter/screens", test_screens);
  ADD ("/presenter/freeze", test_freeze);
  ADD ("/presenter/detour", test_detour);
  ADD ("/presenter/pointing", test_pointing);
  ADD ("/presenter/languages", test_languages);
  ADD ("/presenter/zoom-and-curtain", test_zoom_and_curtain);
  ADD ("/presenter/tools-and-modes", test_tools_and_modes);
  ADD ("/presenter/question", test_question);
  ADD ("/presenter/save", test_save);
  ADD ("/presenter/ink", test_ink);
#undef ADD
  g_test_add_func ("/presenter/key-help", test_key_help);

  return g_test_run ();
}
