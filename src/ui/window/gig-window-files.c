/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening lessons and saving diagrams. */

#include "gig-window-private.h"

#include "gig-dialog.h"
#include "gig-export-dialog.h"

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

void
_gig_window_export_action (GtkWidget  *widget,
                           const char *action,
                           GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);
  GigView *view = gig_diagram_pane_get_view (self->diagram);

  if (self->lesson != NULL && view != NULL)
    gig_dialog_present (gig_export_dialog_new (self, self->lesson, view), widget);
}
