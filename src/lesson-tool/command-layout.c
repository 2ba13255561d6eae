/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command.h"

#include "gig-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "json-writer.h"
#include "layout-corpus.h"

static const char *
get_set_key (GigView *view,
             guint    set)
{
  const GigViewSet *entry = gig_view_get_set (view, set);

  return entry->concept != NULL ? gig_concept_get_id (entry->concept) : entry->key;
}

static void
append_zone (GString     *out,
             GigView     *view,
             GigZoneMask  zone)
{
  gboolean first = TRUE;

  g_string_append (out, ",\"zone\":[");
  for (guint i = 0; i < gig_view_get_n_sets (view); i++)
    {
      if ((zone >> i & 1) == 0)
        continue;
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      json_append_string (out, get_set_key (view, i));
    }
  g_string_append_c (out, ']');
}

static void
append_shapes (GString  *out,
               GigScene *scene)
{
  guint           n_shapes;
  const GigShape *shapes = gig_scene_get_shapes (scene, &n_shapes);
  gboolean        first = TRUE;

  g_string_append (out, ",\"shapes\":[");
  for (guint i = 0; i < n_shapes; i++)
    {
      if (shapes[i].kind != GIG_SHAPE_SET_LINE)
        continue;
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      json_append_ellipse (out, get_set_key (gig_scene_get_view (scene), shapes[i].set), &shapes[i].ellipse);
    }
  g_string_append_c (out, ']');
}

static void
append_labels (GString  *out,
               GigScene *scene)
{
  guint          n_items;
  const GigItem *items = gig_scene_get_items (scene, &n_items);
  gboolean       first = TRUE;

  g_string_append (out, ",\"labels\":[");
  for (guint i = 0; i < n_items; i++)
    {
      const GigItem *item = &items[i];

      if (item->kind == GIG_ITEM_ZONE || item->label.width <= 0)
        continue;
      g_string_append_printf (out, "%s{\"kind\":\"%s\",\"text\":", first ? "" : ",",
                              item->kind == GIG_ITEM_SET ? "set" : item->contested ? "contested" : "item");
      first = FALSE;
      json_append_string (out, item->name);
      append_zone (out, gig_scene_get_view (scene), item->zone);
      json_append_number (out, "x", item->label.x + item->label.width / 2);
      json_append_number (out, "y", item->label.y + item->label.height / 2);
      json_append_number (out, "w", item->label.width);
      json_append_number (out, "h", item->label.height);
      g_string_append_printf (out, ",\"outside\":%s}", item->outside ? "true" : "false");
    }
  g_string_append_c (out, ']');
}

static void
append_view (GString      *out,
             GigLesson    *lesson,
             GigView      *view,
             GigLanguage  *language,
             PangoContext *context)
{
  GigSceneOptions             options = { 0 };
  g_autoptr (GigSceneRequest) request = gig_scene_request_new (lesson, view, context, GIG_EULER_CANVAS_WIDE, NULL);
  gint64                      start = g_get_monotonic_time ();
  g_autoptr (GigEulerLayout)  layout = gig_scene_compute_layout (request, NULL);
  gint64                      end = g_get_monotonic_time ();
  g_autoptr (GigScene)        scene = NULL;

  options.lesson = lesson;
  options.view = view;
  options.layout = layout;
  options.language = language;
  options.theme = gig_theme_get (GIG_THEME_LIGHT);
  options.width = 900;
  options.height = 600;
  options.text_scale = 1;
  scene = gig_scene_new (&options, context);
  json_append_string (out, gig_view_get_id (view));
  g_string_append_printf (out, ":{\"ok\":%s", gig_euler_layout_is_ok (layout) ? "true" : "false");
  json_append_number (out, "ms", (double) (end - start) / 1000);
  append_shapes (out, scene);
  append_labels (out, scene);
  g_string_append_c (out, '}');
}

static int
run (const char  *path,
     const char  *name,
     const char  *code,
     const char  *output,
     GigLanguage *language)
{
  g_autoptr (GigLesson)   lesson = gig_command_read_lesson (path, language);
  g_autoptr (GigLanguage) shown = NULL;
  g_autoptr (GString)     out = g_string_new ("{\"engine\":\"gigogne\",\"results\":{\n");
  PangoContext           *context;
  GPtrArray              *views;
  gboolean                found = FALSE;

  if (lesson == NULL)
    return GIG_EXIT_TROUBLE;
  shown = gig_language_new (gig_language_get_set (language), code != NULL ? code : gig_lesson_get_language (lesson));
  context = gig_export_create_context (NULL);
  views = gig_lesson_get_views (lesson);
  for (guint i = 0; i < views->len; i++)
    {
      GigView *view = g_ptr_array_index (views, i);

      if (name != NULL && gig_lesson_find_view (lesson, name) != view)
        continue;
      if (found)
        g_string_append (out, ",\n");
      found = TRUE;
      append_view (out, lesson, view, shown, context);
    }
  g_object_unref (context);
  g_string_append (out, "\n}}\n");
  if (!found && name != NULL)
    {
      gig_command_complain (gig_language_format (language, "there is no view “%s”", name));
      return GIG_EXIT_TROUBLE;
    }

  return gig_command_write (output, out->str, out->len) ? GIG_EXIT_OK : GIG_EXIT_TROUBLE;
}

static int
run_corpus (const char  *path,
            int          repetitions,
            const char  *output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = NULL;
  g_autofree char   *result = NULL;

  if (g_file_get_contents (path, &text, NULL, &error))
    result = layout_corpus (text, (guint) MAX (1, repetitions), &error);
  if (result == NULL)
    {
      gig_command_complain (g_strdup_printf ("%s: %s", path, error->message));
      return GIG_EXIT_TROUBLE;
    }

  return gig_command_write (output, result, strlen (result)) ? GIG_EXIT_OK : GIG_EXIT_TROUBLE;
}

int
gig_command_layout (int           argc,
                    char        **argv,
                    GigLanguage  *language)
{
  g_autofree char   *view = NULL;
  g_autofree char   *code = NULL;
  g_autofree char   *output = NULL;
  g_autofree char   *corpus = NULL;
  int                repetitions = 1;
  const GOptionEntry entries[] = {
    { "view", 'v', 0, G_OPTION_ARG_STRING, &view, N_("Only this diagram"), N_("ID") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &code, N_("The language of the labels"), N_("LANG") },
    { "corpus", 'c', 0, G_OPTION_ARG_FILENAME, &corpus, N_("Lay out a corpus of set systems instead (tests/euler/README.md)"), N_("FILE") },
    { "repetitions", 'r', 0, G_OPTION_ARG_INT, &repetitions, N_("Of a corpus: how often each case is timed"), N_("NUMBER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write; standard output if left out"), N_("FILE") },
    { NULL },
  };

  if (!gig_command_parse (&argc, &argv, N_("LESSON.md"), N_("Writes where the sets and labels of each diagram stand, as JSON."), entries, language))
    return GIG_EXIT_TROUBLE;
  if (corpus != NULL && argc == 1)
    return run_corpus (corpus, repetitions, output);
  if (argc != 2)
    {
      gig_command_complain (gig_language_format (language, "name one lesson"));
      return GIG_EXIT_TROUBLE;
    }

  return run (argv[1], view, code, output, language);
}
