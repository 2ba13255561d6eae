/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a lesson in a thread, and again whenever its file or a translation changes. */

#include "gig-window-private.h"

#include "gig-lesson-reader.h"

/* Editors write in several steps; so long after the last of them, ms. */
#define SETTLE_TIME 200

/* One reading of a file. */
typedef struct
{
  GWeakRef  window;
  GFile    *file;
  char     *concept_id;     /* (nullable) */
  char     *etag;           /* (nullable): what the file was when it was read */
  gboolean  again;          /* the lesson that is shown, changed */
} Reading;

static void
reading_free (Reading *reading)
{
  g_weak_ref_clear (&reading->window);
  g_object_unref (reading->file);
  g_free (reading->concept_id);
  g_free (reading->etag);
  g_free (reading);
}

/* --- Reading --- */

static char *
query_etag (GFile        *file,
            GCancellable *cancellable)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE)) : NULL;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  GigLesson *lesson;

  reading->etag = query_etag (reading->file, cancellable);
  lesson = gig_lesson_read_file (reading->file, cancellable, &error);
  if (lesson != NULL)
    g_task_return_pointer (task, lesson, (GDestroyNotify) gig_lesson_unref);
  else
    g_task_return_error (task, error);
}

/* By the file's name alone: where it is says nothing in a sandbox, and is long. */
static char *
describe (GigWindow    *self,
          const GError *error,
          GFile        *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GFile) here = g_file_new_for_path (name);

  return gig_lesson_error_describe (error, here, self->language);
}

/* A page without a lesson: @content under a bare header bar. */
static void
add_page (GigWindow  *self,
          const char *name,
          GtkWidget  *content)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_show_title (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  gtk_stack_add_named (self->main_stack, view, name);
}

/* Seldom seen, the two are made when they are wanted. */
static void
show_loading_page (GigWindow *self)
{
  if (gtk_stack_get_child_by_name (self->main_stack, "loading") == NULL)
    add_page (self, "loading", adw_spinner_new ());
  gtk_stack_set_visible_child_name (self->main_stack, "loading");
}

static void
ensure_error_page (GigWindow *self)
{
  if (self->error_page != NULL)
    return;

  self->error_page = ADW_STATUS_PAGE (adw_status_page_new ());
  self->error_button = GTK_BUTTON (gtk_button_new ());
  adw_status_page_set_icon_name (self->error_page, "dialog-error-symbolic");
  gtk_button_set_can_shrink (self->error_button, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->error_button), "win.open");
  gtk_widget_set_halign (GTK_WIDGET (self->error_button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->error_button), "pill");
  gtk_widget_add_css_class (GTK_WIDGET (self->error_button), "suggested-action");
  adw_status_page_set_child (self->error_page, GTK_WIDGET (self->error_button));
  add_page (self, "error", GTK_WIDGET (self->error_page));
}

void
_gig_window_update_error (GigWindow *self)
{
  g_autofree char *text = NULL;

  if (self->error == NULL)
    return;

  ensure_error_page (self);
  text = describe (self, self->error, self->error_file);
  gtk_button_set_label (self->error_button, gig_language_gettext (self->language, "Open another lesson…"));
  adw_status_page_set_title (self->error_page, gig_language_gettext (self->language, "This lesson cannot be opened"));
  adw_status_page_set_description (self->error_page, text);
}

static void
show_error (GigWindow    *self,
            const GError *error,
            GFile        *file)
{
  g_autofree char *text = describe (self, error, file);

  if (self->lesson != NULL)
    {
      gig_window_show_toast (self, text);
      return;
    }

  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  g_set_object (&self->error_file, file);
  _gig_window_update_error (self);
  gtk_stack_set_visible_child_name (self->main_stack, "error");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr(GigWindow) self = g_weak_ref_get (&reading->window);
  g_autoptr(GError) error = NULL;
  g_autoptr(GigLesson) lesson = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  if (lesson != NULL)
    {
      g_set_str (&self->etag, reading->etag);
      gig_window_set_lesson (self, lesson, reading->concept_id);
    }
  /* Some editors remove a file before they write it anew. */
  else if (!reading->again || !g_error_matches (error, GIG_LESSON_ERROR, GIG_LESSON_ERROR_NOT_FOUND))
    show_error (self, error, reading->file);
}

static void
start_reading (GigWindow  *self,
               GFile      *file,
               const char *concept_id,
               gboolean    again)
{
  g_autoptr(GTask) task = NULL;
  Reading *reading;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->reading_again = again;
  reading = g_new0 (Reading, 1);
  g_weak_ref_init (&reading->window, self);
  reading->file = g_object_ref (file);
  reading->concept_id = g_strdup (concept_id);
  reading->again = again;
  task = g_task_new (NULL, self->reading, read_cb, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_thread);
}

void
gig_window_open (GigWindow  *self,
                 GFile      *file,
                 const char *concept_id)
{
  g_return_if_fail (GIG_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  start_reading (self, file, concept_id, FALSE);
  if (self->lesson == NULL && self->error == NULL)
    show_loading_page (self);
}

/* --- Reading again --- */

static gboolean
settled_cb (gpointer user_data)
{
  GigWindow *self = GIG_WINDOW (user_data);

  self->settle_id = 0;
  /* Another lesson is on its way. */
  if (self->reading == NULL || self->reading_again)
    start_reading (self, gig_lesson_get_file (self->lesson), NULL, TRUE);

  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (GigWindow         *self,
                 GFile             *file,
                 GFile             *other_file,
                 GFileMonitorEvent  event)
{
  GFile *lesson = gig_lesson_get_file (self->lesson);
  GFile *files[] = { file, other_file };
  gboolean ours = FALSE;

  g_assert (GIG_IS_WINDOW (self));

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = files[i] != NULL ? g_file_get_basename (files[i]) : NULL;

      ours = ours || (name != NULL && (g_file_equal (files[i], lesson) || g_str_has_suffix (name, ".po")));
    }
  if (!ours || event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_TIME, settled_cb, self);
}

static void
watch_folder (GigWindow *self,
              GFile     *folder)
{
  g_autoptr(GFileMonitor) monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor == NULL)
    return;

  g_signal_connect_object (monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->monitors, g_steal_pointer (&monitor));
}

void
_gig_window_watch_file (GigWindow *self)
{
  GFile *file = gig_lesson_get_file (self->lesson);
  g_autoptr(GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr(GFile) translations = NULL;
  g_autofree char *path = NULL;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_ptr_array_set_size (self->monitors, 0);
  if (folder == NULL || !g_file_is_native (file))
    return;

  path = g_build_filename ("po", gig_lesson_get_name (self->lesson), NULL);
  translations = g_file_resolve_relative_path (folder, path);
  watch_folder (self, folder);
  if (g_file_query_exists (translations, NULL))
    watch_folder (self, translations);
}

static void
etag_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GigWindow) self = GIG_WINDOW (user_data);
  g_autoptr(GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  if (info == NULL || self->lesson == NULL || self->reading != NULL || self->settle_id != 0
      || gig_lesson_get_file (self->lesson) != G_FILE (source)
      || g_strcmp0 (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE), self->etag) == 0)
    return;

  start_reading (self, G_FILE (source), NULL, TRUE);
}

/* A sandbox is not told of what happens outside: look when somebody comes back from the editor. */
void
_gig_window_active_changed (GigWindow *self)
{
  GFile *file = self->lesson != NULL ? gig_lesson_get_file (self->lesson) : NULL;

  if (file != NULL && self->etag != NULL && g_file_is_native (file) && gtk_window_is_active (GTK_WINDOW (self)))
    g_file_query_info_async (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                             etag_cb, g_object_ref (self));
}
