/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagnostics-dialog.h"

#include "gig-language-host.h"

#define MAX_ROWS 200

struct _GigDiagnosticsDialog
{
  AdwDialog            parent_instance;

  GigLesson           *lesson;

  GtkWidget           *edit_button;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (GigDiagnosticsDialog, gig_diagnostics_dialog, ADW_TYPE_DIALOG)

static void
row_language_cb (GtkWidget   *widget,
                 GigLanguage *language,
                 gpointer     user_data)
{
  GigDiagnostic *diagnostic = user_data;
  g_autofree char *text = gig_diagnostic_get_text (diagnostic, language);
  g_autofree char *place = NULL;

  place = gig_language_format (language, "Line %1$u, column %2$u of %3$s",
                               gig_diagnostic_get_line (diagnostic),
                               gig_diagnostic_get_column (diagnostic),
                               gig_diagnostic_get_file (diagnostic));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), place);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigDiagnosticsDialog *self = GIG_DIAGNOSTICS_DIALOG (widget);

  adw_dialog_set_title (ADW_DIALOG (self), gig_language_gettext (language, "Problems in the lesson"));
  gtk_button_set_label (GTK_BUTTON (self->edit_button), gig_language_gettext (language, "Open in an editor"));
}

static void
edit_clicked_cb (GigDiagnosticsDialog *self)
{
  g_autoptr(GtkFileLauncher) launcher = NULL;
  GFile *file;

  g_assert (GIG_IS_DIAGNOSTICS_DIALOG (self));

  file = gig_lesson_get_file (self->lesson);
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_set_always_ask (launcher, FALSE);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static GtkWidget *
create_row (GigDiagnostic *diagnostic)
{
  gboolean error = gig_diagnostic_get_severity (diagnostic) == GIG_SEVERITY_ERROR;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (error ? "dialog-error-symbolic" : "dialog-warning-symbolic"));
  gig_widget_watch_language (row, row_language_cb, diagnostic);

  return row;
}

static void
gig_diagnostics_dialog_dispose (GObject *object)
{
  GigDiagnosticsDialog *self = GIG_DIAGNOSTICS_DIALOG (object);

  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_diagnostics_dialog_parent_class)->dispose (object);
}

static void
gig_diagnostics_dialog_class_init (GigDiagnosticsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_diagnostics_dialog_dispose;
}

static void
gig_diagnostics_dialog_init (GigDiagnosticsDialog *self)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();

  self->edit_button = gtk_button_new ();
  g_signal_connect_object (self->edit_button, "clicked", G_CALLBACK (edit_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->edit_button);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), page);
  adw_dialog_set_child (ADW_DIALOG (self), toolbar);
  adw_dialog_set_content_width (ADW_DIALOG (self), 620);
  adw_dialog_set_content_height (ADW_DIALOG (self), 560);
}

AdwDialog *
gig_diagnostics_dialog_new (GigLesson *lesson)
{
  GigDiagnosticsDialog *self;
  GPtrArray *diagnostics;

  g_return_val_if_fail (lesson != NULL, NULL);

  self = g_object_new (GIG_TYPE_DIAGNOSTICS_DIALOG, NULL);
  self->lesson = gig_lesson_ref (lesson);
  diagnostics = gig_lesson_get_diagnostics (lesson);
  for (guint i = 0; i < MIN (diagnostics->len, MAX_ROWS); i++)
    adw_preferences_group_add (self->group, create_row (g_ptr_array_index (diagnostics, i)));
  gtk_widget_set_visible (self->edit_button,
                          gig_lesson_get_file (lesson) != NULL && g_file_is_native (gig_lesson_get_file (lesson)));
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);

  return ADW_DIALOG (self);
}
