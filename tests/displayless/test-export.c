/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scene-fixture.h"

#include <glib/gstdio.h>

static GigScene *
make_page_scene (Fixture    *fixture,
                 const char *language)
{
  return make_scene (fixture, get_view (fixture, "Inside"), language, GIG_THEME_LIGHT, 900, 600,
                     GIG_SCENE_TITLE | GIG_SCENE_TAKEAWAY | GIG_SCENE_LEGEND);
}

static void
assert_well_formed (const char *text)
{
  static const GMarkupParser          parser = { NULL };
  g_autoptr (GMarkupParseContext)     context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError)                  error = NULL;

  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
test_svg (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GigScene) scene = make_page_scene (fixture, "fr");
  g_autofree char     *svg = gig_export_to_svg (scene, "a-", GIG_SVG_DEFAULT);

  assert_well_formed (svg);
  g_assert_nonnull (strstr (svg, "role=\"img\" aria-labelledby=\"a-t a-d\""));
  g_assert_nonnull (strstr (svg, "<title id=\"a-t\">À l’intérieur</title>"));
  g_assert_nonnull (strstr (svg, "<desc id=\"a-d\">Les types se recoupent."));
  g_assert_nonnull (strstr (svg, "lang=\"fr\""));
  g_assert_nonnull (strstr (svg, "textLength="));
  g_assert_nonnull (strstr (svg, ">Modèles de fondation</text>"));
  g_assert_nonnull (strstr (svg, "stroke-dasharray=\"8 4\""));
  g_assert_nonnull (strstr (svg, "sans-serif"));
}

/* What a member's name holds cannot break out of its element. */
static void
test_svg_escapes (Fixture       *fixture,
                  gconstpointer  data)
{
  Fixture              other = *fixture;
  g_autoptr (GigScene) scene = NULL;
  g_autofree char     *svg = NULL;

  other.lesson = read_markdown ("# A\n\n```mermaid\nvenn-beta\ntitle R&D <x>\nset A[\"Q&A\"]\ntext A x[\"</text>\"]\n```\n");
  scene = make_scene (&other, g_ptr_array_index (gig_lesson_get_views (other.lesson), 0), "en",
                      GIG_THEME_LIGHT, 900, 600, GIG_SCENE_TITLE);
  svg = gig_export_to_svg (scene, NULL, GIG_SVG_DEFAULT);
  assert_well_formed (svg);
  g_assert_nonnull (strstr (svg, "Q&amp;A"));
  gig_lesson_unref (other.lesson);
}

static void
test_png (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GigScene) scene = make_page_scene (fixture, "en");
  g_autoptr (GError)   error = NULL;
  g_autoptr (GBytes)   png = gig_export_to_png (scene, 2, &error);
  const guchar        *bytes;
  gsize                length;

  g_assert_no_error (error);
  bytes = g_bytes_get_data (png, &length);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (bytes + 1, 3, "PNG", 3);
  g_assert_cmpuint (bytes[18] << 8 | bytes[19], ==, 1800);
  g_assert_cmpuint (bytes[22] << 8 | bytes[23], ==, 1200);
  g_assert_null (gig_export_to_png (scene, 100, &error));
  g_assert_error (error, GIG_EXPORT_ERROR, GIG_EXPORT_ERROR_SIZE);
}

static char *
run_on_file (const char *program,
             GBytes     *contents,
             const char *suffix)
{
  g_autofree char *path = NULL;
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int              handle;

  if (found == NULL)
    return NULL;
  handle = g_file_open_tmp (suffix, &path, &error);
  g_assert_no_error (error);
  g_close (handle, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (contents, NULL), g_bytes_get_size (contents), &error));
  {
    const char *arguments[] = { found, path, "-", NULL };

    g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, &error));
  }
  g_unlink (path);

  return g_steal_pointer (&out);
}

static void
test_pdf (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GigScene) scene = make_page_scene (fixture, "fr");
  g_autoptr (GError)   error = NULL;
  g_autoptr (GBytes)   pdf = gig_export_to_pdf (scene, &error);
  g_autofree char     *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  text = run_on_file ("pdftotext", pdf, "gigogne-XXXXXX.pdf");
  if (text == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  g_assert_nonnull (strstr (text, "Modèles de fondation"));
  g_assert_nonnull (strstr (text, "wav2vec 2.0"));
  g_assert_nonnull (strstr (text, "Les types se recoupent."));
}

static void
test_html (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const languages[] = { "en", "fr" };
  g_autofree char          *html = gig_export_to_html (fixture->lesson, NULL, languages, 2, fixture->program,
                                                       gig_theme_get (GIG_THEME_LIGHT), fixture->context,
                                                       GIG_HANDOUT_EXERCISES | GIG_HANDOUT_SOLUTIONS);
  const char               *start = strstr (html, "<html");

  assert_well_formed (start);
  g_assert_nonnull (strstr (html, "<section id=\"llm\">"));
  g_assert_nonnull (strstr (html, ">Large language models</h"));
  g_assert_nonnull (strstr (html, ">Grands modèles de langage</h"));
  g_assert_nonnull (strstr (html, "<em>emphasis</em>"));
  g_assert_nonnull (strstr (html, "Exercices"));
  g_assert_nonnull (strstr (html, "class=\"box one\""));
  g_assert_nonnull (strstr (html, "<svg xmlns"));
  /* Nothing from the network, nothing that runs. */
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "url(http"));
  /* An id stands once. */
  {
    const char *first = strstr (html, "id=\"llm\"");

    g_assert_null (strstr (first + 1, "id=\"llm\""));
  }
}

/* The sheet without answers does not give them away. */
static void
test_html_exercises_are_empty (Fixture       *fixture,
                               gconstpointer  data)
{
  static const char * const languages[] = { "en" };
  g_autofree char          *html = gig_export_to_html (fixture->lesson, NULL, languages, 1, fixture->program,
                                                       gig_theme_get (GIG_THEME_LIGHT), fixture->context,
                                                       GIG_HANDOUT_EXERCISES);
  const char               *exercises = strstr (html, "id=\"exercises\"");

  g_assert_nonnull (exercises);
  g_assert_null (strstr (exercises, "right-answer"));
  g_assert_nonnull (strstr (exercises, "Which one lies inside?"));
}

static void
test_html_of_a_concept (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char * const languages[] = { "fr" };
  g_autofree char          *html = gig_export_to_html (fixture->lesson, gig_lesson_find_concept (fixture->lesson, "llm"),
                                                       languages, 1, fixture->program,
                                                       gig_theme_get (GIG_THEME_LIGHT), fixture->context,
                                                       GIG_HANDOUT_DEFAULT);

  assert_well_formed (strstr (html, "<html"));
  g_assert_nonnull (strstr (html, "id=\"llm.parts\""));
  g_assert_null (strstr (html, "id=\"vision\""));
  /* What is not translated says so. */
  g_assert_nonnull (strstr (html, "data-untranslated=\"English\""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  TEST ("/export/svg", test_svg);
  TEST ("/export/svg-escapes", test_svg_escapes);
  TEST ("/export/png", test_png);
  TEST ("/export/pdf", test_pdf);
  TEST ("/export/html", test_html);
  TEST ("/export/html-exercises-are-empty", test_html_exercises_are_empty);
  TEST ("/export/html-of-a-concept", test_html_of_a_concept);

  return g_test_run ();
}
