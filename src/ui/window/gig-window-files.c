/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening lessons and saving diagrams. */

#include "gig-window-private.h"

#include "gig-export.h"

/* An exported picture, px; its text is sized for it. */
#define EXPORT_WIDTH      1200
#define EXPORT_HEIGHT     800
#define EXPORT_RESOLUTION 2.0

/* A dialog may outlive its window, which then has nothing to say. */
static gboolean
is_gone (GigWindow *self)
{
  return self->language == NULL;
}

/* --- Opening --- */

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GigWindow) self = GIG_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (is_gone (self))
    return;

  if (file != NULL)
    gig_window_open (self, file, NULL);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    {
      g_debug ("%s", error->message);
      gig_window_show_toast (self, gig_language_gettext (self->language, "The file dialog could not be opened"));
    }
}

void
_gig_window_open_action (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, gig_language_gettext (self->language, "Lessons (Markdown)"));
  gtk_file_filter_add_suffix (filter, "md");
  gtk_file_filter_add_mime_type (filter, "text/markdown");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, gig_language_gettext (self->language, "Open a lesson"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, open_cb, g_object_ref (self));
}

void
_gig_window_open_lesson_action (GtkWidget  *widget,
                                const char *action,
                                GVariant   *parameter)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  gig_window_open (GIG_WINDOW (widget), file, NULL);
}

/* --- Recent lessons --- */

#define MAX_RECENT 12

static char *
get_lesson_name (const char *uri)
{
  g_autofree char *name = g_path_get_basename (uri);
  g_autofree char *plain = g_uri_unescape_string (name, NULL);

  if (plain != NULL && g_str_has_suffix (plain, ".md"))
    plain[strlen (plain) - 3] = '\0';

  return g_steal_pointer (&plain);
}

void
_gig_window_remember_file (GigWindow *self)
{
  GFile *file = gig_lesson_get_file (self->lesson);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_auto(GStrv) before = g_settings_get_strv (self->settings, "recent-lessons");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) after = NULL;
  guint n = 1;

  if (uri == NULL)
    return;

  g_strv_builder_add (builder, uri);
  for (guint i = 0; before[i] != NULL && n < MAX_RECENT; i++)
    if (!g_str_equal (before[i], uri))
      {
        g_strv_builder_add (builder, before[i]);
        n++;
      }
  after = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-lessons", (const char * const *) after);
}

gboolean
gig_window_open_by_name (GigWindow  *self,
                         const char *name,
                         const char *concept_id)
{
  g_auto(GStrv) uris = g_settings_get_strv (self->settings, "recent-lessons");

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autofree char *other = get_lesson_name (uris[i]);

      if (g_strcmp0 (other, name) == 0)
        {
          g_autoptr(GFile) file = g_file_new_for_uri (uris[i]);

          gig_window_open (self, file, concept_id);
          return TRUE;
        }
    }

  return FALSE;
}

/* --- Saving a diagram --- */

/* What is saved is the picture as it was when the dialog was opened. */
typedef struct
{
  GigWindow   *window;
  GigLanguage *language;
  GigLesson   *lesson;
  GigView     *view;
} ExportData;

static void
export_data_free (ExportData *data)
{
  g_object_unref (data->window);
  g_object_unref (data->language);
  gig_lesson_unref (data->lesson);
  g_free (data);
}

static GigScene *
create_scene (ExportData *data)
{
  GigScene *scene;
  PangoContext *context = gig_export_create_context (NULL);
  g_autoptr(GigSceneRequest) request = NULL;
  g_autoptr(GigEulerLayout) layout = NULL;
  GigSceneOptions options = {
    .lesson = data->lesson,
    .view = data->view,
    .language = data->language,
    .theme = gig_theme_get (GIG_THEME_LIGHT),
    .width = EXPORT_WIDTH,
    .height = EXPORT_HEIGHT,
    .text_scale = gig_scene_fit_text_scale (EXPORT_WIDTH, EXPORT_HEIGHT),
    .flags = GIG_SCENE_TITLE | GIG_SCENE_TAKEAWAY | GIG_SCENE_LEGEND,
    .max_members = GIG_SCENE_DESK_MEMBERS,
  };

  request = gig_scene_request_new (data->lesson, data->view, context, GIG_EULER_CANVAS_WIDE, NULL);
  layout = gig_scene_compute_layout (request, NULL);
  options.layout = layout;

  scene = gig_scene_new (&options, context);
  g_object_unref (context);

  return scene;
}

static gboolean
is_format (const char *name)
{
  return g_str_has_suffix (name, ".svg") || g_str_has_suffix (name, ".pdf") || g_str_has_suffix (name, ".png")
    || strchr (name, '.') == NULL;
}

/* The format follows the name's ending; without one it is SVG. */
static GBytes *
encode (GigScene    *scene,
        const char  *name,
        GError     **error)
{
  char *svg;

  if (g_str_has_suffix (name, ".pdf"))
    return gig_export_to_pdf (scene, error);
  if (g_str_has_suffix (name, ".png"))
    return gig_export_to_png (scene, EXPORT_RESOLUTION, error);

  svg = gig_export_to_svg (scene, NULL, GIG_SVG_DEFAULT);

  return g_bytes_new_take (svg, strlen (svg));
}

/* What the system says is in the system's language, and not for readers. */
static void
show_saving_error (GigWindow    *self,
                   const GError *error)
{
  const char *text;

  g_debug ("%s", error->message);
  if (is_gone (self))
    return;

  text = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME)
           ? gig_language_gettext (self->language, "A diagram is saved as .svg, .pdf or .png")
           : gig_language_gettext (self->language, "The diagram could not be saved there; choose another folder");
  gig_window_show_toast (self, text);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GigWindow) self = GIG_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    show_saving_error (self, error);
  else if (!is_gone (self))
    gig_window_show_toast (self, gig_language_gettext (self->language, "Diagram saved"));
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ExportData *data = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr(GigScene) scene = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (file != NULL)
    {
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *name = g_utf8_strdown (base, -1);

      if (!is_format (name))
        g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, name);
      else
        {
          scene = create_scene (data);
          bytes = encode (scene, name, &error);
        }
    }
  if (bytes != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                         written_cb, g_object_ref (data->window));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_saving_error (data->window, error);
  export_data_free (data);
}

void
_gig_window_export_action (GtkWidget  *widget,
                           const char *action,
                           GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);
  GigView *view = gig_diagram_pane_get_view (self->diagram);
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = NULL;
  g_autofree char *name = NULL;
  ExportData *data;

  if (self->lesson == NULL || view == NULL)
    return;

  name = g_strdup_printf ("%s.svg", gig_view_get_id (view));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_title (dialog, gig_language_gettext (self->language, "Export the diagram as SVG, PDF or PNG"));
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, gig_language_gettext (self->language, "Pictures (SVG, PDF, PNG)"));
  gtk_file_filter_add_suffix (filter, "svg");
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_filter_add_suffix (filter, "png");
  gtk_file_dialog_set_default_filter (dialog, filter);
  data = g_new0 (ExportData, 1);
  data->window = g_object_ref (self);
  data->language = g_object_ref (self->language);
  data->lesson = gig_lesson_ref (self->lesson);
  data->view = view;
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, save_cb, data);
}
