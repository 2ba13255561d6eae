/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-compare-dialog.h"

#include "gig-language-host.h"
#include "gig-subject-button.h"
#include "gig-table.h"
#include "gig-table-grid.h"

struct _GigCompareDialog
{
  AdwDialog         parent_instance;

  GigLesson        *lesson;
  GigSubjectButton *subjects[GIG_COMPARISON_MAX];
  GPtrArray        *tables;       /* element-type GtkWidget, owned by the box */

  AdwToastOverlay  *toasts;
  AdwWrapBox       *buttons;
  GtkLabel         *relation_label;
  AdwBin           *table_bin;
  GtkBox           *tables_box;
};

G_DEFINE_FINAL_TYPE (GigCompareDialog, gig_compare_dialog, ADW_TYPE_DIALOG)

/* --- Showing --- */

static guint
collect_subjects (GigCompareDialog *self,
                  GigSubject       *subjects)
{
  guint n = 0;

  for (guint i = 0; i < GIG_COMPARISON_MAX; i++)
    {
      GigSubject subject = gig_subject_button_get_subject (self->subjects[i]);

      if (subject.concept != NULL || subject.member != NULL)
        subjects[n++] = subject;
    }

  return n;
}

static GtkWidget *
create_cell (const char *text,
             gboolean    header,
             gboolean    first)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_LABEL,
                                  "accessible-role", header  ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                                                     : first ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                                             : GTK_ACCESSIBLE_ROLE_CELL,
                                  "label", *text != '\0' || (header && first) ? text : "–",
                                  "wrap", TRUE,
                                  "wrap-mode", PANGO_WRAP_WORD,
                                  "selectable", TRUE,
                                  "xalign", 0.0f,
                                  "yalign", 0.0f,
                                  "max-width-chars", 40,
                                  NULL);

  gtk_widget_set_valign (cell, GTK_ALIGN_FILL);
  gtk_widget_add_css_class (cell, "cell");
  if (header)
    gtk_widget_add_css_class (cell, "heading");
  else if (first)
    gtk_widget_add_css_class (cell, "row-header");

  return cell;
}

static GtkWidget *
create_table (GPtrArray *rows)
{
  GtkWidget *table = gig_table_new_empty ();
  GigTableGrid *grid = GIG_TABLE_GRID (gig_table_get_grid (GIG_TABLE (table)));

  for (guint i = 0; i < rows->len; i++)
    {
      char **texts = g_ptr_array_index (rows, i);
      GtkWidget *row = gig_table_grid_append_row (grid);

      if (i == 0)
        gtk_widget_add_css_class (row, "header");
      for (guint j = 0; texts[j] != NULL; j++)
        gig_table_grid_append (grid, create_cell (texts[j], i == 0, j == 0));
    }

  return table;
}

static char *
join (GPtrArray  *sentences,
      const char *separator)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "", (char *) g_ptr_array_index (sentences, i));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The comparison in a language: it holds no state, so it is made anew. */
static void
update_texts (GigCompareDialog *self,
              GigLanguage      *language)
{
  GigSubject subjects[GIG_COMPARISON_MAX];
  guint n = collect_subjects (self, subjects);
  g_autoptr(GPtrArray) rows = gig_comparison_create_rows (self->lesson, subjects, n, language);
  g_autoptr(GPtrArray) sentences = gig_comparison_create_sentences (self->lesson, subjects, n, language);
  g_autofree char *relation = join (sentences, "\n");

  gtk_label_set_label (self->relation_label, relation);
  gtk_widget_set_visible (GTK_WIDGET (self->relation_label), *relation != '\0');
  adw_bin_set_child (self->table_bin, create_table (rows));
}

/* These follow the language by themselves. */
static void
update_tables (GigCompareDialog *self)
{
  GigSubject subjects[GIG_COMPARISON_MAX];
  guint n = collect_subjects (self, subjects);
  g_autoptr(GPtrArray) tables = gig_comparison_find_tables (self->lesson, subjects, n);

  for (guint i = 0; i < self->tables->len; i++)
    gtk_box_remove (self->tables_box, g_ptr_array_index (self->tables, i));
  g_ptr_array_set_size (self->tables, 0);
  for (guint i = 0; i < tables->len; i++)
    {
      GtkWidget *table = gig_table_new (self->lesson, g_ptr_array_index (tables, i));

      gtk_box_append (self->tables_box, table);
      g_ptr_array_add (self->tables, table);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->tables_box), tables->len > 0);
}

static void
subject_changed_cb (GigCompareDialog *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));

  g_assert (GIG_IS_COMPARE_DIALOG (self));

  update_tables (self);
  if (language == NULL)
    return;
  update_texts (self, language);
  gig_widget_announce (GTK_WIDGET (self), gtk_label_get_label (self->relation_label));
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  update_texts (GIG_COMPARE_DIALOG (widget), language);
}

/* --- Acting --- */

static void
swap_clicked_cb (GigCompareDialog *self)
{
  GigSubject first = gig_subject_button_get_subject (self->subjects[0]);

  g_assert (GIG_IS_COMPARE_DIALOG (self));

  gig_subject_button_set_subject (self->subjects[0], gig_subject_button_get_subject (self->subjects[1]));
  gig_subject_button_set_subject (self->subjects[1], first);
  subject_changed_cb (self);
}

static void
copy_clicked_cb (GigCompareDialog *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  GigSubject subjects[GIG_COMPARISON_MAX];
  guint n = collect_subjects (self, subjects);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) sentences = NULL;
  g_autofree char *markdown = NULL;

  g_assert (GIG_IS_COMPARE_DIALOG (self));

  rows = gig_comparison_create_rows (self->lesson, subjects, n, language);
  sentences = gig_comparison_create_sentences (self->lesson, subjects, n, language);
  markdown = gig_comparison_to_markdown (rows, sentences);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), markdown);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (gig_language_gettext (language, "Comparison copied")));
}

/* A link leads to the page behind. */
static void
show_concept_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  gtk_widget_activate_action_variant (gtk_widget_get_parent (widget), action, parameter);
  adw_dialog_close (ADW_DIALOG (widget));
}

/* --- The object --- */

static void
gig_compare_dialog_dispose (GObject *object)
{
  GigCompareDialog *self = GIG_COMPARE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GIG_TYPE_COMPARE_DIALOG);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_compare_dialog_parent_class)->dispose (object);
}

static void
gig_compare_dialog_class_init (GigCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_compare_dialog_dispose;

  gig_widget_class_set_template (widget_class, "/org/gigogne/Gigogne/gig-compare-dialog.ui");
  gig_widget_class_bind_child (widget_class, GigCompareDialog, toasts);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, buttons);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, relation_label);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, table_bin);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, tables_box);
  gtk_widget_class_install_action (widget_class, "win.show-concept", "s", show_concept_action);
  gtk_widget_class_bind_template_callback (widget_class, swap_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
gig_compare_dialog_init (GigCompareDialog *self)
{
  self->tables = g_ptr_array_new ();
  gig_widget_init_template (GTK_WIDGET (self));
}

/* What @concept is a kind of, else its first kind, else another set. */
static GigConcept *
find_relative (GigLesson  *lesson,
               GigConcept *concept)
{
  GPtrArray *nearest[] = { gig_concept_get_kinds_of (concept), gig_concept_get_kinds (concept) };
  GPtrArray *concepts = gig_lesson_get_concepts (lesson);

  for (guint i = 0; i < G_N_ELEMENTS (nearest); i++)
    if (nearest[i]->len > 0)
      return g_ptr_array_index (nearest[i], 0);
  for (guint i = 0; i < concepts->len; i++)
    if (g_ptr_array_index (concepts, i) != concept && gig_concept_is_set (g_ptr_array_index (concepts, i)))
      return g_ptr_array_index (concepts, i);

  return concept;
}

/* The set that a page is about: itself, or the nearest above; else any. */
static GigConcept *
find_set (GigLesson  *lesson,
          GigConcept *concept)
{
  GPtrArray *concepts = gig_lesson_get_concepts (lesson);

  for (GigConcept *above = concept; above != NULL; above = gig_concept_get_parent (above))
    if (gig_concept_is_set (above))
      return above;
  for (guint i = 0; i < concepts->len; i++)
    if (gig_concept_is_set (g_ptr_array_index (concepts, i)))
      return g_ptr_array_index (concepts, i);

  return concept;
}

AdwDialog *
gig_compare_dialog_new (GigLesson  *lesson,
                        GigConcept *concept)
{
  GigCompareDialog *self;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (concept != NULL, NULL);

  self = g_object_new (GIG_TYPE_COMPARE_DIALOG, NULL);
  self->lesson = gig_lesson_ref (lesson);
  concept = find_set (lesson, concept);
  for (guint i = 0; i < GIG_COMPARISON_MAX; i++)
    {
      GtkWidget *button = gig_subject_button_new (lesson, i == GIG_COMPARISON_MAX - 1);

      self->subjects[i] = GIG_SUBJECT_BUTTON (button);
      gtk_widget_set_size_request (button, 200, -1);
      adw_wrap_box_append (self->buttons, button);
    }
  gig_subject_button_set_subject (self->subjects[0], (GigSubject) { concept, NULL });
  gig_subject_button_set_subject (self->subjects[1], (GigSubject) { find_relative (lesson, concept), NULL });
  for (guint i = 0; i < GIG_COMPARISON_MAX; i++)
    g_signal_connect_object (self->subjects[i], "subject-changed", G_CALLBACK (subject_changed_cb), self, G_CONNECT_SWAPPED);
  update_tables (self);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);

  return ADW_DIALOG (self);
}
