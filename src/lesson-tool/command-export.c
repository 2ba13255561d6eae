/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command.h"

#include "gig-export.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  char     *view;
  char     *concept;
  char     *languages;
  char     *theme;
  char     *size;
  char     *output;
  char     *format;
  char     *font;
  double    resolution;
  gboolean  plain;
  gboolean  exercises;
  gboolean  solutions;
  gboolean  notes;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->view);
  g_free (options->concept);
  g_free (options->languages);
  g_free (options->theme);
  g_free (options->size);
  g_free (options->output);
  g_free (options->format);
  g_free (options->font);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_size (const char *text,
            double     *width,
            double     *height)
{
  char   *end;
  gint64  first, second;

  *width = 900;
  *height = 600;
  if (text == NULL)
    return TRUE;
  first = g_ascii_strtoll (text, &end, 10);
  if (*end != 'x')
    return FALSE;
  second = g_ascii_strtoll (end + 1, &end, 10);
  *width = first;
  *height = second;

  return *end == '\0' && first >= 16 && second >= 16 && MAX (first, second) <= GIG_EXPORT_MAX_SIZE;
}

static const char *
get_format (const Options *options)
{
  const char *dot;

  if (options->format != NULL)
    return options->format;
  dot = options->output != NULL ? strrchr (options->output, '.') : NULL;

  return dot != NULL ? dot + 1 : "svg";
}

static GigView *
find_view (GigLesson   *lesson,
           const char  *name,
           GigLanguage *language)
{
  GPtrArray *views = gig_lesson_get_views (lesson);
  GigView   *view;

  if (views->len == 0)
    {
      gig_command_complain (gig_language_format (language, "the lesson has no diagram"));
      return NULL;
    }
  if (name == NULL)
    return g_ptr_array_index (views, 0);
  view = gig_lesson_find_view (lesson, name);
  for (guint i = 0; view == NULL && i < views->len; i++)
    {
      GigView *other = g_ptr_array_index (views, i);

      if (gig_view_get_title (other) != NULL && g_strcmp0 (gig_view_get_title (other)->source, name) == 0)
        view = other;
    }
  if (view == NULL)
    {
      gig_command_complain (gig_language_format (language, "there is no view “%s”; there are:", name));
      for (guint i = 0; i < views->len; i++)
        gig_command_complain (g_strdup_printf ("  %s", gig_view_get_id (g_ptr_array_index (views, i))));
    }

  return view;
}

static GigScene *
make_scene (const Options  *options,
            GigLesson      *lesson,
            GigView        *view,
            GigLanguage    *language,
            const GigTheme *theme,
            PangoContext   *context)
{
  GigSceneOptions             scene = { 0 };
  GigScenePlan                plan;
  g_autoptr (GigSceneRequest) request = NULL;
  g_autoptr (GigEulerLayout)  layout = NULL;

  parse_size (options->size, &scene.width, &scene.height);
  plan = gig_scene_choose_plan (scene.width, scene.height, 1, NULL);
  request = gig_scene_request_new_for_plan (lesson, view, context, &plan);
  layout = gig_scene_compute_layout (request, NULL);
  if (layout == NULL)
    return NULL;
  scene.lesson = lesson;
  scene.view = view;
  scene.layout = layout;
  scene.language = language;
  scene.theme = theme;
  scene.text_scale = gig_scene_fit_text_scale (scene.width, scene.height);
  scene.max_members = gig_scene_plan_get_max_members (&plan);
  if (!options->plain)
    scene.flags = GIG_SCENE_TITLE | GIG_SCENE_TAKEAWAY | GIG_SCENE_LEGEND;

  return gig_scene_new (&scene, context);
}

static int
write_picture (const Options *options,
               GigScene      *scene,
               const char    *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (strcmp (format, "svg") == 0)
    {
      char *svg = gig_export_to_svg (scene, NULL, GIG_SVG_DEFAULT);

      bytes = g_bytes_new_take (svg, strlen (svg));
    }
  else if (strcmp (format, "pdf") == 0)
    {
      bytes = gig_export_to_pdf (scene, &error);
    }
  else
    {
      bytes = gig_export_to_png (scene, options->resolution, &error);
    }
  if (bytes == NULL)
    {
      gig_command_complain (g_strdup (error->message));
      return GIG_EXIT_TROUBLE;
    }

  return gig_command_write (options->output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
           ? GIG_EXIT_OK : GIG_EXIT_TROUBLE;
}

static int
write_page (const Options  *options,
            GigLesson      *lesson,
            char          **languages,
            GigLanguage    *language,
            const GigTheme *theme,
            PangoContext   *context)
{
  GigConcept      *concept = NULL;
  GigHandoutFlags  flags = GIG_HANDOUT_DEFAULT;
  g_autofree char *html = NULL;

  if (options->concept != NULL)
    {
      concept = gig_lesson_find_concept (lesson, options->concept);
      if (concept == NULL)
        {
          gig_command_complain (gig_language_format (language, "there is no concept “%s”", options->concept));
          return GIG_EXIT_TROUBLE;
        }
    }
  if (options->exercises)
    flags |= GIG_HANDOUT_EXERCISES;
  if (options->solutions)
    flags |= GIG_HANDOUT_SOLUTIONS;
  if (options->notes)
    flags |= GIG_HANDOUT_NOTES;
  html = gig_export_to_html (lesson, concept, (const char * const *) languages, g_strv_length (languages),
                             gig_language_get_set (language), theme, context, flags);

  return gig_command_write (options->output, html, strlen (html)) ? GIG_EXIT_OK : GIG_EXIT_TROUBLE;
}

static gboolean
check_options (const Options *options,
               GigLanguage   *language)
{
  static const char * const formats[] = { "svg", "pdf", "png", "html", NULL };
  double                    width, height;

  if (!g_strv_contains (formats, get_format (options)))
    gig_command_complain (gig_language_format (language, "“%s” is no format: svg, pdf, png or html", get_format (options)));
  else if (!parse_size (options->size, &width, &height))
    gig_command_complain (gig_language_format (language, "“%s” is no size: write 1600x900, at most %d a side", options->size, GIG_EXPORT_MAX_SIZE));
  else if (options->theme != NULL && gig_theme_find (options->theme) == NULL)
    gig_command_complain (gig_language_format (language, "“%s” is no theme: light, dark, high-contrast-light, high-contrast-dark, projector-light or projector-dark", options->theme));
  else if (options->resolution < 0.1 || options->resolution > 16)
    gig_command_complain (gig_language_format (language, "a resolution is between 0.1 and 16"));
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_languages (GigLesson    *lesson,
                 char        **languages,
                 GigLanguage  *language)
{
  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (g_strv_contains (gig_lesson_get_languages (lesson), languages[i]))
        continue;
      gig_command_complain (gig_language_format (language, "the lesson is not in “%s”", languages[i]));
      return FALSE;
    }

  return languages[0] != NULL;
}

static int
run (const Options *options,
     const char    *path,
     GigLanguage   *language,
     PangoContext  *context)
{
  g_autoptr (GigLesson)   lesson = gig_command_read_lesson (path, language);
  const GigTheme         *theme = gig_theme_find (options->theme != NULL ? options->theme : "light");
  g_autoptr (GigLanguage) shown = NULL;
  g_autoptr (GigScene)    scene = NULL;
  g_auto (GStrv)          languages = NULL;
  GigView                *view;

  if (lesson == NULL)
    return GIG_EXIT_TROUBLE;
  languages = g_strsplit (options->languages != NULL ? options->languages : gig_lesson_get_language (lesson), ",", 2);
  if (!check_languages (lesson, languages, language))
    return GIG_EXIT_TROUBLE;
  if (strcmp (get_format (options), "html") == 0)
    return write_page (options, lesson, languages, language, theme, context);
  view = find_view (lesson, options->view, language);
  if (view == NULL)
    return GIG_EXIT_TROUBLE;
  shown = gig_language_new (gig_language_get_set (language), languages[0]);
  scene = make_scene (options, lesson, view, shown, theme, context);

  return scene != NULL ? write_picture (options, scene, get_format (options)) : GIG_EXIT_TROUBLE;
}

int
gig_command_export (int           argc,
                    char        **argv,
                    GigLanguage  *language)
{
  g_auto (Options)   options = { .resolution = 1 };
  PangoContext      *context;
  int                status;
  const GOptionEntry entries[] = {
    { "view", 'v', 0, G_OPTION_ARG_STRING, &options.view, N_("The diagram, by id or title; the first one if left out"), N_("NAME") },
    { "concept", 'c', 0, G_OPTION_ARG_STRING, &options.concept, N_("For HTML: only this concept and what is below it"), N_("ID") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &options.languages, N_("A language; for HTML two, as in en,fr, for two columns"), N_("LANG") },
    { "theme", 't', 0, G_OPTION_ARG_STRING, &options.theme, N_("light, dark, high-contrast-light, high-contrast-dark, projector-light, projector-dark"), N_("NAME") },
    { "size", 's', 0, G_OPTION_ARG_STRING, &options.size, N_("Size in pixels, 900x600 if left out"), "WxH" },
    { "resolution", 'r', 0, G_OPTION_ARG_DOUBLE, &options.resolution, N_("For PNG: device pixels a pixel"), N_("N") },
    { "font", 0, 0, G_OPTION_ARG_STRING, &options.font, N_("Font family"), N_("NAME") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &options.plain, N_("Only the drawing: no title, takeaway or legend"), NULL },
    { "exercises", 0, 0, G_OPTION_ARG_NONE, &options.exercises, N_("For HTML: with the exercises, unanswered"), NULL },
    { "answers", 0, 0, G_OPTION_ARG_NONE, &options.solutions, N_("For HTML: with the answers"), NULL },
    { "notes", 0, 0, G_OPTION_ARG_NONE, &options.notes, N_("For HTML: with the speaker notes"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_("svg, pdf, png or html, if the file’s name does not tell"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("The file to write; standard output if left out"), N_("FILE") },
    { NULL },
  };

  if (!gig_command_parse (&argc, &argv, N_("LESSON.md"), N_("Writes a diagram or a hand-out of a lesson."), entries, language))
    return GIG_EXIT_TROUBLE;
  if (argc != 2)
    {
      gig_command_complain (gig_language_format (language, "name one lesson"));
      return GIG_EXIT_TROUBLE;
    }
  if (!check_options (&options, language))
    return GIG_EXIT_TROUBLE;

  context = gig_export_create_context (options.font);
  status = run (&options, argv[1], language, context);
  g_object_unref (context);

  return status;
}
