/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-export-dialog.h"

#include "gig-export.h"
#include "gig-language-host.h"
#include "gig-rows.h"

#define N_(text) (text)

/* An exported picture, px; its text is sized for it. */
#define EXPORT_WIDTH       1200
#define EXPORT_HEIGHT      800
#define EXPORT_RESOLUTION  2.0
#define PREVIEW_RESOLUTION 0.75

struct _GigExportDialog
{
  AdwDialog       parent_instance;

  GigWindow      *window;
  GigLesson      *lesson;
  GigView        *view;
  PangoContext   *context;
  GigEulerLayout *layout;
  GigLanguage    *language;     /* of the picture */
  gboolean        filling;      /* we change the rows ourselves */

  GtkPicture     *picture;
  AdwComboRow    *format_row;
  AdwComboRow    *language_row;
  GtkWidget      *save_button;
};

G_DEFINE_FINAL_TYPE (GigExportDialog, gig_export_dialog, ADW_TYPE_DIALOG)

static const struct
{
  const char *label;
  const char *ending;
} formats[] = {
  { N_("SVG, sharp at any size"), ".svg" },
  { N_("PDF, to print"), ".pdf" },
  { N_("PNG, for slides"), ".png" },
};

/* --- The picture --- */

static GigScene *
create_scene (GigExportDialog *self)
{
  GigSceneOptions options = {
    .lesson = self->lesson,
    .view = self->view,
    .language = self->language,
    .theme = gig_theme_get (GIG_THEME_LIGHT),
    .width = EXPORT_WIDTH,
    .height = EXPORT_HEIGHT,
    .text_scale = gig_scene_fit_text_scale (EXPORT_WIDTH, EXPORT_HEIGHT),
    .flags = GIG_SCENE_TITLE | GIG_SCENE_TAKEAWAY | GIG_SCENE_LEGEND,
    .max_members = GIG_SCENE_DESK_MEMBERS,
    .layout = self->layout,
  };

  return gig_scene_new (&options, self->context);
}

/* (nullable) (transfer full) */
static GdkTexture *
create_texture (GigExportDialog *self,
                double           resolution)
{
  g_autoptr(GigScene) scene = create_scene (self);
  g_autoptr(GBytes) bytes = gig_export_to_png (scene, resolution, NULL);

  return bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;
}

static void
update_picture (GigExportDialog *self)
{
  g_autoptr(GdkTexture) texture = create_texture (self, PREVIEW_RESOLUTION);
  const char *code = gig_language_get_code (self->language);
  g_autofree char *title = gig_lesson_get_plain_text (self->lesson, gig_view_get_title (self->view), code);

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* The format follows the name's ending. */
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
  if (!g_str_has_suffix (name, ".svg"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, name);
      return NULL;
    }

  svg = gig_export_to_svg (scene, NULL, GIG_SVG_DEFAULT);

  return g_bytes_new_take (svg, strlen (svg));
}

/* --- Saving --- */

/* What the system says is in the system's language, and not for readers. */
static void
show_saving_error (GigWindow    *window,
                   const GError *error)
{
  GigLanguage *language = gig_window_get_language (window);
  const char *text = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME)
                       ? gig_language_gettext (language, "A diagram is saved as .svg, .pdf or .png")
                       : gig_language_gettext (language, "The diagram could not be saved there; choose another folder");

  g_debug ("%s", error->message);
  gig_window_show_toast (window, text);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GigWindow) window = GIG_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    gig_window_show_toast (window, gig_language_gettext (gig_window_get_language (window), "Diagram saved"));
  else
    show_saving_error (window, error);
}

/* A name without an ending gets that of the format chosen, but for a file that is
 * there: nobody was asked whether to replace it. (transfer full) */
static GFile *
complete_name (GigExportDialog *self,
               GFile           *file,
               char           **name)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *whole = NULL;
  g_autoptr(GFile) completed = NULL;

  if (strchr (base, '.') == NULL && folder != NULL)
    {
      whole = g_strconcat (base, formats[adw_combo_row_get_selected (self->format_row)].ending, NULL);
      completed = g_file_get_child (folder, whole);
    }
  if (completed == NULL || g_file_query_exists (completed, NULL))
    {
      *name = g_utf8_strdown (base, -1);
      return g_object_ref (file);
    }
  *name = g_utf8_strdown (whole, -1);

  return g_steal_pointer (&completed);
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GigExportDialog) self = GIG_EXPORT_DIALOG (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr(GFile) file = NULL;
  g_autoptr(GigScene) scene = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  if (chosen != NULL && self->lesson != NULL)
    {
      file = complete_name (self, chosen, &name);
      scene = create_scene (self);
      bytes = encode (scene, name, &error);
    }
  if (bytes != NULL)
    {
      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                           written_cb, g_object_ref (self->window));
      adw_dialog_close (ADW_DIALOG (self));
    }
  else if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_saving_error (self->window, error);
}

static void
save_clicked_cb (GigExportDialog *self)
{
  GigLanguage *language = gig_window_get_language (self->window);
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = g_strconcat (gig_view_get_id (self->view),
                                       formats[adw_combo_row_get_selected (self->format_row)].ending, NULL);

  g_assert (GIG_IS_EXPORT_DIALOG (self));

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_title (dialog, gig_language_gettext (language, "Export the diagram"));
  gtk_file_filter_set_name (filter, gig_language_gettext (language, "Pictures (SVG, PDF, PNG)"));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_file_filter_add_suffix (filter, formats[i].ending + 1);
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self->window), NULL, save_cb, g_object_ref (self));
}

static void
copy_clicked_cb (GigExportDialog *self)
{
  g_autoptr(GdkTexture) texture = create_texture (self, EXPORT_RESOLUTION);

  g_assert (GIG_IS_EXPORT_DIALOG (self));

  if (texture == NULL)
    return;
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), texture);
  gig_window_show_toast (self->window, gig_language_gettext (gig_window_get_language (self->window), "Picture copied"));
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- Choosing --- */

static void
language_selected_cb (GigExportDialog *self)
{
  const char * const *codes;
  guint selected;

  g_assert (GIG_IS_EXPORT_DIALOG (self));

  if (self->filling || self->language == NULL)
    return;

  codes = gig_language_set_get_codes (gig_language_get_set (self->language));
  selected = adw_combo_row_get_selected (self->language_row);
  if (selected >= g_strv_length ((char **) codes) || g_str_equal (codes[selected], gig_language_get_code (self->language)))
    return;
  gig_language_set_code (self->language, codes[selected]);
  update_picture (self);
}

/* The words of the dialog are the window's; the picture keeps the language chosen for it. */
static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigExportDialog *self = GIG_EXPORT_DIALOG (widget);
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = adw_combo_row_get_selected (self->format_row);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (list, gig_language_gettext (language, formats[i].label));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->format_row, selected < G_N_ELEMENTS (formats) ? selected : 0);
}

/* --- The object --- */

static void
gig_export_dialog_dispose (GObject *object)
{
  GigExportDialog *self = GIG_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GIG_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->window);
  g_clear_object (&self->language);
  g_clear_object (&self->context);
  g_clear_pointer (&self->layout, gig_euler_layout_unref);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_export_dialog_parent_class)->dispose (object);
}

static void
gig_export_dialog_class_init (GigExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_export_dialog_dispose;

  gig_widget_class_set_template (widget_class, "/org/gigogne/Gigogne/gig-export-dialog.ui");
  gig_widget_class_bind_child (widget_class, GigExportDialog, picture);
  gig_widget_class_bind_child (widget_class, GigExportDialog, format_row);
  gig_widget_class_bind_child (widget_class, GigExportDialog, language_row);
  gig_widget_class_bind_child (widget_class, GigExportDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
gig_export_dialog_init (GigExportDialog *self)
{
  gig_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gig_export_dialog_new (GigWindow *window,
                       GigLesson *lesson,
                       GigView   *view)
{
  GigExportDialog *self;
  g_autoptr(GigSceneRequest) request = NULL;
  GigLanguage *language;

  g_return_val_if_fail (GIG_IS_WINDOW (window), NULL);
  g_return_val_if_fail (lesson != NULL && view != NULL, NULL);

  self = g_object_new (GIG_TYPE_EXPORT_DIALOG, NULL);
  self->window = g_object_ref (window);
  self->lesson = gig_lesson_ref (lesson);
  self->view = view;
  self->context = gig_export_create_context (NULL);
  request = gig_scene_request_new (lesson, view, self->context, GIG_EULER_CANVAS_WIDE, NULL);
  self->layout = gig_scene_compute_layout (request, NULL);
  language = gig_window_get_language (window);
  self->language = gig_language_new (gig_language_get_set (language), gig_language_get_code (language));
  self->filling = TRUE;
  gig_combo_row_fill_languages (self->language_row, self->language);
  gtk_widget_set_visible (GTK_WIDGET (self->language_row),
                          g_list_model_get_n_items (adw_combo_row_get_model (self->language_row)) > 1);
  self->filling = FALSE;
  update_picture (self);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);

  return ADW_DIALOG (self);
}
