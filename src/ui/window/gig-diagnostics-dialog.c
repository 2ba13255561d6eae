/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagnostics-dialog.h"

#include "gig-language-host.h"
#include "gig-rows.h"
#include "gig-window.h"

#define MAX_ROWS 200

struct _GigDiagnosticsDialog
{
  AdwDialog            parent_instance;

  GigLesson           *lesson;

  GPtrArray           *rows;        /* (element-type GtkWidget), owned by the group */

  GtkWidget           *edit_button;
  GtkStack            *stack;
  AdwStatusPage       *none;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (GigDiagnosticsDialog, gig_diagnostics_dialog, ADW_TYPE_DIALOG)

/* The messages begin in lower case, as they stand behind a place and “error:”. */
static char *
begin_with_capital (const char *text)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

static void
row_language_cb (GtkWidget   *widget,
                 GigLanguage *language,
                 gpointer     user_data)
{
  GigDiagnostic *diagnostic = user_data;
  g_autofree char *text = gig_diagnostic_get_text (diagnostic, language);
  g_autofree char *title = begin_with_capital (text);
  g_autofree char *file = g_path_get_basename (gig_diagnostic_get_file (diagnostic));
  g_autofree char *place = NULL;

  /* Of a translation only the line is known. */
  if (gig_diagnostic_get_column (diagnostic) > 0)
    place = gig_language_format (language, "Line %1$i, column %2$i of %3$s",
                                 (int) gig_diagnostic_get_line (diagnostic),
                                 (int) gig_diagnostic_get_column (diagnostic),
                                 file);
  else
    place = gig_language_format (language, "Line %1$i of %2$s", (int) gig_diagnostic_get_line (diagnostic), file);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), place);
}

/* So many problems have one cause, most often. */
static void
update_description (GigDiagnosticsDialog *self,
                    GigLanguage          *language)
{
  guint n = self->lesson != NULL ? gig_lesson_get_diagnostics (self->lesson)->len : 0;
  g_autofree char *text = NULL;

  if (n > MAX_ROWS)
    text = gig_language_format (language, "The first %1$u of %2$u problems", (guint) MAX_ROWS, n);
  adw_preferences_group_set_description (self->group, text);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigDiagnosticsDialog *self = GIG_DIAGNOSTICS_DIALOG (widget);

  adw_dialog_set_title (ADW_DIALOG (self), gig_language_gettext (language, "Problems in the lesson"));
  gtk_widget_set_tooltip_text (self->edit_button, gig_language_gettext (language, "Open in an editor"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gig_language_gettext (language, "Open in an editor"), -1);
  adw_status_page_set_title (self->none, gig_language_gettext (language, "No problems"));
  update_description (self, language);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GigDiagnosticsDialog) self = GIG_DIAGNOSTICS_DIALOG (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr(GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) && GIG_IS_WINDOW (root))
    gig_window_show_toast (GIG_WINDOW (root), gig_language_gettext (gig_widget_get_language (GTK_WIDGET (self)),
                                                                    "No program could be started for this file"));
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
  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                            launched_cb, g_object_ref (self));
}

static GtkWidget *
create_row (GigLesson     *lesson,
            GigDiagnostic *diagnostic)
{
  gboolean error = gig_diagnostic_get_severity (diagnostic) == GIG_SEVERITY_ERROR;
  GtkWidget *row = gig_action_row_new ();

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (error ? "dialog-error-symbolic" : "dialog-warning-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "lesson", gig_lesson_ref (lesson), (GDestroyNotify) gig_lesson_unref);
  gig_widget_watch_language (row, row_language_cb, diagnostic);

  return row;
}

static void
gig_diagnostics_dialog_dispose (GObject *object)
{
  GigDiagnosticsDialog *self = GIG_DIAGNOSTICS_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
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

  self->rows = g_ptr_array_new ();
  self->edit_button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_signal_connect_object (self->edit_button, "clicked", G_CALLBACK (edit_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->edit_button);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), header);
  self->none = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->none, "object-select-symbolic");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (self->stack, page);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->none));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), GTK_WIDGET (self->stack));
  adw_dialog_set_child (ADW_DIALOG (self), toolbar);
  adw_dialog_set_content_width (ADW_DIALOG (self), 620);
  adw_dialog_set_content_height (ADW_DIALOG (self), 560);
}

AdwDialog *
gig_diagnostics_dialog_new (GigLesson *lesson)
{
  GigDiagnosticsDialog *self;

  g_return_val_if_fail (lesson != NULL, NULL);

  self = g_object_new (GIG_TYPE_DIAGNOSTICS_DIALOG, NULL);
  gig_diagnostics_dialog_set_lesson (self, lesson);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);

  return ADW_DIALOG (self);
}

void
gig_diagnostics_dialog_set_lesson (GigDiagnosticsDialog *self,
                                   GigLesson            *lesson)
{
  GigLanguage *language;
  GPtrArray *diagnostics;

  g_return_if_fail (GIG_IS_DIAGNOSTICS_DIALOG (self));
  g_return_if_fail (lesson != NULL);

  gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  diagnostics = gig_lesson_get_diagnostics (lesson);
  for (guint i = 0; i < MIN (diagnostics->len, MAX_ROWS); i++)
    {
      GtkWidget *row = create_row (lesson, g_ptr_array_index (diagnostics, i));

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_stack_set_visible_child (self->stack, diagnostics->len > 0
                                              ? gtk_widget_get_ancestor (GTK_WIDGET (self->group), ADW_TYPE_PREFERENCES_PAGE)
                                              : GTK_WIDGET (self->none));
  gtk_widget_set_visible (self->edit_button,
                          gig_lesson_get_file (lesson) != NULL && g_file_is_native (gig_lesson_get_file (lesson)));
  language = gig_widget_get_language (GTK_WIDGET (self));
  if (language != NULL)
    update_description (self, language);
}
