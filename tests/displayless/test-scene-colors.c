/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What colours, lines and tints sets have, and whether one can read on them. */

#include "scene-fixture.h"

static void
test_table_of_styles (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *light;
    const char *dark;
    double      width;
    guint       n_dashes;
    double      dashes[4];
  } table[] = {
    { "fm", "#0072b2", "#56b4e9", 3, 0, { 0 } },
    { "llm", "#b84e00", "#e69f00", 2, 0, { 0 } },
    { "vision", "#007a5a", "#009e73", 2, 2, { 8, 4 } },
    { "audio", "#a8487f", "#cc79a7", 2, 2, { 2, 4 } },
    { "code", "#b84e00", "#e69f00", 2, 2, { 4, 2 } },
    { "generative", "#8f6200", "#f0e442", 2, 4, { 12, 4, 2, 4 } },
  };
  GigSetStyle style;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GigConcept      *concept = gig_lesson_find_concept (fixture->lesson, table[i].id);
      g_autofree char *light = NULL;
      g_autofree char *dark = NULL;

      gig_theme_get_set_style (gig_theme_get (GIG_THEME_DARK), fixture->lesson, concept, &style);
      dark = gig_color_to_hex (&style.line);
      gig_theme_get_set_style (gig_theme_get (GIG_THEME_LIGHT), fixture->lesson, concept, &style);
      light = gig_color_to_hex (&style.line);
      g_assert_cmpstr (light, ==, table[i].light);
      g_assert_cmpstr (dark, ==, table[i].dark);
      g_assert_cmpfloat (style.width, ==, table[i].width);
      g_assert_cmpuint (style.n_dashes, ==, table[i].n_dashes);
      for (guint j = 0; j < style.n_dashes; j++)
        g_assert_cmpfloat (style.dashes[j], ==, table[i].dashes[j]);
      g_assert_false (style.neutral);
    }
  gig_theme_get_set_style (gig_theme_get (GIG_THEME_LIGHT), fixture->lesson,
                           gig_lesson_find_concept (fixture->lesson, "ai"), &style);
  g_assert_true (style.neutral);
  g_assert_cmpfloat (style.tint.alpha, ==, 0);
  g_assert_cmpfloat (style.width, ==, 1);
}

/* The shipped lesson says in which order its sets get their colours. */
static void
test_shipped_lesson_colors (Fixture       *fixture,
                            gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *light;
  } table[] = {
    { "fm", "#0072b2" }, { "llm", "#b84e00" }, { "fm.kinds.vision", "#007a5a" },
    { "fm.kinds.speech-audio", "#a8487f" }, { "fm.kinds.code", "#b84e00" }, { "generative", "#8f6200" },
  };
  static const char * const neutral[] = { "ai", "ml", "dl" };
  g_autoptr (GigLesson)     lesson = read_shipped_lesson ();
  GigSetStyle               style;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *light = NULL;

      gig_theme_get_set_style (gig_theme_get (GIG_THEME_LIGHT), lesson, gig_lesson_find_concept (lesson, table[i].id), &style);
      light = gig_color_to_hex (&style.line);
      g_assert_cmpstr (light, ==, table[i].light);
    }
  for (guint i = 0; i < G_N_ELEMENTS (neutral); i++)
    {
      gig_theme_get_set_style (gig_theme_get (GIG_THEME_LIGHT), lesson, gig_lesson_find_concept (lesson, neutral[i]), &style);
      g_assert_true (style.neutral);
    }
}

/* A picture that somebody else draws uses the colours of what it is about. */
static void
test_namesakes (Fixture       *fixture,
                gconstpointer  data)
{
  GigView     *sketch = get_view (fixture, "Their sketch");
  GigSetStyle  own, bound;

  gig_theme_get_view_set_style (gig_theme_get (GIG_THEME_LIGHT), fixture->lesson, sketch, 2, &own);
  gig_theme_get_set_style (gig_theme_get (GIG_THEME_LIGHT), fixture->lesson,
                           gig_lesson_find_concept (fixture->lesson, "vision"), &bound);
  g_assert_cmpmem (&own.line, sizeof own.line, &bound.line, sizeof bound.line);
}

static void
assert_zone_contrast (GigScene       *scene,
                      const GigTheme *theme,
                      const GigShape *zone)
{
  GigColor        under = gig_color_composite (&zone->fill, &theme->background);
  gboolean        projector = theme->kind == GIG_THEME_PROJECTOR_LIGHT || theme->kind == GIG_THEME_PROJECTOR_DARK;
  guint           n_shapes;
  const GigShape *shapes = gig_scene_get_shapes (scene, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      /* Names and “+n” stand in the zone itself; members on their pills. */
      if (shapes[i].kind == GIG_SHAPE_TEXT && (shapes[i].set >= 0 || (shapes[i].item >= 0 && *shapes[i].text == '+')))
        {
          g_assert_cmpfloat (gig_color_contrast (&shapes[i].color, &under), >=, 7);
          if (projector)
            g_assert_cmpfloat (gig_color_contrast_veiled (&shapes[i].color, &under, 7), >=, 4.5);
        }
      if (shapes[i].kind == GIG_SHAPE_SET_LINE)
        g_assert_cmpfloat (gig_color_contrast (&shapes[i].line, &under), >=, 3);
    }
}

static void
test_contrast (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint kind = 0; kind < GIG_N_THEMES; kind++)
    {
      const GigTheme      *theme = gig_theme_get (kind);
      g_autoptr (GigScene) scene = make_scene (fixture, get_view (fixture, "Inside"), "en", kind, 900, 600, GIG_SCENE_LEGEND);
      GigShape             bare = { .kind = GIG_SHAPE_ZONE };
      guint                n_shapes;
      const GigShape      *shapes = gig_scene_get_shapes (scene, &n_shapes);

      g_assert_cmpfloat (gig_color_contrast (&theme->foreground, &theme->background), >=, 7);
      g_assert_cmpfloat (gig_color_contrast (&theme->dim, &theme->background), >=, 7);
      g_assert_cmpfloat (gig_color_contrast (&theme->pill_text, &theme->pill), >=, 7);
      g_assert_cmpfloat (gig_color_contrast (&theme->leader, &theme->background), >=, 3);
      assert_zone_contrast (scene, theme, &bare);
      for (guint i = 0; i < n_shapes; i++)
        {
          if (shapes[i].kind == GIG_SHAPE_ZONE)
            assert_zone_contrast (scene, theme, &shapes[i]);
        }
    }
}

static void
test_contrast_formulas (void)
{
  GigColor white = { 1, 1, 1, 1 };
  GigColor black = { 0, 0, 0, 1 };
  GigColor grey = { 0x77 / 255.f, 0x77 / 255.f, 0x77 / 255.f, 1 };
  GigColor veil = { 0, 0, 0, 0.5f };
  GigColor mixed = gig_color_composite (&veil, &white);

  g_assert_cmpfloat_with_epsilon (gig_color_contrast (&white, &black), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (gig_color_contrast (&grey, &white), 4.478, 1e-3);
  g_assert_cmpfloat_with_epsilon (gig_color_contrast_veiled (&white, &black, 7), 7, 1e-6);
  g_assert_cmpfloat_with_epsilon (mixed.red, 0.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (mixed.alpha, 1, 1e-6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  TEST ("/scene-colors/table-of-styles", test_table_of_styles);
  TEST ("/scene-colors/shipped-lesson-colors", test_shipped_lesson_colors);
  TEST ("/scene-colors/namesakes", test_namesakes);
  TEST ("/scene-colors/contrast", test_contrast);
  g_test_add_func ("/scene-colors/contrast-formulas", test_contrast_formulas);
#undef TEST

  return g_test_run ();
}
