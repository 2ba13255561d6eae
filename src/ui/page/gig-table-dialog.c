/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-table-dialog.h"

#include "gig-language-host.h"
#include "gig-table.h"
#include "gig-text-scale.h"

struct _GigTableDialog
{
  AdwDialog   parent_instance;

  GigLesson  *lesson;
  GigConcept *concept;
  GtkWidget  *clamp;
};

G_DEFINE_FINAL_TYPE (GigTableDialog, gig_table_dialog, ADW_TYPE_DIALOG)

/* A link in the table leads out of the dialog. */
static void
show_concept_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  adw_dialog_close (ADW_DIALOG (widget));
  gtk_widget_activate_action_variant (window, action, parameter);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigTableDialog *self = GIG_TABLE_DIALOG (widget);
  g_autofree char *title = NULL;

  title = gig_lesson_get_plain_text (self->lesson, gig_concept_get_title (self->concept), gig_language_get_code (language));
  adw_dialog_set_title (ADW_DIALOG (self), title);
}

static void
gig_table_dialog_dispose (GObject *object)
{
  GigTableDialog *self = GIG_TABLE_DIALOG (object);

  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_table_dialog_parent_class)->dispose (object);
}

static void
gig_table_dialog_class_init (GigTableDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_table_dialog_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.show-concept", "s", show_concept_action);
}

static void
gig_table_dialog_init (GigTableDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->clamp = adw_bin_new ();
  gtk_widget_set_margin_start (self->clamp, 12);
  gtk_widget_set_margin_end (self->clamp, 12);
  gtk_widget_set_margin_top (self->clamp, 12);
  gtk_widget_set_margin_bottom (self->clamp, 12);
  gtk_widget_set_valign (self->clamp, GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_content_height (ADW_DIALOG (self), 800);
  gtk_widget_add_css_class (GTK_WIDGET (self), "table-dialog");
}

AdwDialog *
gig_table_dialog_new (GigLesson *lesson,
                      GigBlock  *block,
                      GtkWidget *like)
{
  GigTableDialog *self;
  GtkWidget *table;
  int width;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (block != NULL, NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (like), NULL);

  self = g_object_new (GIG_TYPE_TABLE_DIALOG, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->concept = gig_block_get_concept (block);
  table = gig_table_new (lesson, block);
  adw_bin_set_child (ADW_BIN (self->clamp), table);
  gig_text_scale_copy (self->clamp, like);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
  gtk_widget_measure (gig_table_get_grid (GIG_TABLE (like)), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  adw_dialog_set_content_width (ADW_DIALOG (self), width + 2 * 12 + 12);

  return ADW_DIALOG (self);
}
