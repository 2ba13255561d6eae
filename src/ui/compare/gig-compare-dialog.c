/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-compare-dialog.h"

#include "gig-comparison-table.h"
#include "gig-diagram-view.h"
#include "gig-language-host.h"
#include "gig-subject-button.h"
#include "gig-table.h"
#include "gig-text-scale.h"

/* px, at the usual size of text */
#define DIAGRAM_HEIGHT 320

struct _GigCompareDialog
{
  AdwDialog         parent_instance;

  GigLesson        *lesson;
  GigSubjectButton *subjects[GIG_COMPARISON_MAX];
  GPtrArray        *tables;       /* element-type GtkWidget, owned by the box */
  GPtrArray        *own_views;    /* element-type GigView: made for what was compared */
  GigDiagramView   *diagram;
  GtkWidget        *table;
  char             *unknown;      /* (nullable): an id that the lesson lacks */

  AdwToastOverlay  *toasts;
  AdwBanner        *unknown_banner;
  GtkWidget        *content;
  AdwWrapBox       *buttons;
  GtkBox           *relations;
  GtkWidget        *diagram_box;
  AdwBin           *diagram_bin;
  GtkWidget        *own_view_label;
  GtkWidget        *view_button;
  GtkLabel         *view_label;
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
append_relation (GtkBox *relations)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD,
                                   "selectable", TRUE,
                                   "xalign", 0.0f,
                                   NULL);

  gtk_widget_add_css_class (label, "relation");
  gtk_box_append (relations, label);

  return label;
}

/* A paragraph each; those that are there already only change their text. */
static void
update_relations (GigCompareDialog *self,
                  GPtrArray        *sentences)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self->relations));

  for (guint i = 0; i < sentences->len; i++)
    {
      if (label == NULL)
        label = append_relation (self->relations);
      gtk_label_set_label (GTK_LABEL (label), g_ptr_array_index (sentences, i));
      label = gtk_widget_get_next_sibling (label);
    }
  while (label != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (label);

      gtk_box_remove (self->relations, label);
      label = next;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->relations), sentences->len > 0);
}

static void
update_diagram_texts (GigCompareDialog *self,
                      GigLanguage      *language)
{
  GigView *view = gig_diagram_view_get_view (self->diagram);
  const GigMessage *title = view != NULL ? gig_view_get_title (view) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->view_button, title != NULL);
  if (title == NULL)
    return;
  name = gig_lesson_get_plain_text (self->lesson, title, gig_language_get_code (language));
  text = gig_language_format (language, "Open the diagram “%s”", name);
  gtk_label_set_label (self->view_label, text);
}

static void
update_texts (GigCompareDialog *self,
              GigLanguage      *language)
{
  GigSubject subjects[GIG_COMPARISON_MAX];
  guint n = collect_subjects (self, subjects);
  g_autoptr(GPtrArray) rows = gig_comparison_create_rows (self->lesson, subjects, n, language);
  g_autoptr(GPtrArray) sentences = gig_comparison_create_sentences (self->lesson, subjects, n, language);

  update_relations (self, sentences);
  update_diagram_texts (self, language);
  gig_comparison_table_set_rows (GIG_COMPARISON_TABLE (self->table), rows);
  if (self->unknown != NULL)
    {
      g_autofree char *text = gig_language_format (language, "This lesson has no concept or model “%s”", self->unknown);

      adw_banner_set_title (self->unknown_banner, text);
    }
}

/* The diagram that shows them best, with the compared ones marked. */
static void
update_diagram (GigCompareDialog *self)
{
  GigSubject subjects[GIG_COMPARISON_MAX];
  guint n = collect_subjects (self, subjects);
  gboolean own;
  GigView *view = gig_comparison_find_view (self->lesson, subjects, n, &own);
  const char *ids[GIG_COMPARISON_MAX + 1] = { NULL };

  if (own)
    g_ptr_array_add (self->own_views, view);
  for (guint i = 0; i < n; i++)
    ids[i] = subjects[i].member != NULL ? gig_member_get_id (subjects[i].member) : gig_concept_get_id (subjects[i].concept);
  gig_diagram_view_set_view (self->diagram, self->lesson, view);
  gig_diagram_view_set_marked (self->diagram, GIG_DIAGRAM_MARK_COMPARED, ids);
  gtk_widget_set_visible (self->own_view_label, own);
  gtk_widget_set_visible (self->diagram_box, view != NULL);
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
  GtkWidget *relation;

  g_assert (GIG_IS_COMPARE_DIALOG (self));

  g_clear_pointer (&self->unknown, g_free);
  adw_banner_set_revealed (self->unknown_banner, FALSE);
  update_tables (self);
  update_diagram (self);
  if (language == NULL)
    return;
  update_texts (self, language);
  relation = gtk_widget_get_first_child (GTK_WIDGET (self->relations));
  if (relation != NULL)
    gig_widget_announce (GTK_WIDGET (self), gtk_label_get_label (GTK_LABEL (relation)));
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

static void
link_clicked_cb (GigCompareDialog *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  GigSubject subjects[GIG_COMPARISON_MAX];
  guint n = collect_subjects (self, subjects);
  g_autofree char *link = NULL;

  g_assert (GIG_IS_COMPARE_DIALOG (self));

  link = gig_comparison_create_link (self->lesson, subjects, n);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), link);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (gig_language_gettext (language, "Link copied")));
}

static void
view_clicked_cb (GigCompareDialog *self)
{
  GigView *view = gig_diagram_view_get_view (self->diagram);

  g_assert (GIG_IS_COMPARE_DIALOG (self));

  gtk_widget_activate_action (gtk_widget_get_parent (GTK_WIDGET (self)), "win.show-view", "s", gig_view_get_id (view));
  adw_dialog_close (ADW_DIALOG (self));
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
  g_clear_pointer (&self->own_views, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, g_free);
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
  gig_widget_class_bind_child (widget_class, GigCompareDialog, relations);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, unknown_banner);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, content);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, diagram_box);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, diagram_bin);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, own_view_label);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, view_button);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, view_label);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, table_bin);
  gig_widget_class_bind_child (widget_class, GigCompareDialog, tables_box);
  gtk_widget_class_install_action (widget_class, "win.show-concept", "s", show_concept_action);
  gtk_widget_class_bind_template_callback (widget_class, swap_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_clicked_cb);
}

static void
gig_compare_dialog_init (GigCompareDialog *self)
{
  self->tables = g_ptr_array_new ();
  self->own_views = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_view_free);
  gig_widget_init_template (GTK_WIDGET (self));
  self->diagram = GIG_DIAGRAM_VIEW (gig_diagram_view_new (NULL));
  gtk_widget_set_size_request (GTK_WIDGET (self->diagram), -1, DIAGRAM_HEIGHT);
  adw_bin_set_child (self->diagram_bin, GTK_WIDGET (self->diagram));
  self->table = gig_comparison_table_new ();
  adw_bin_set_child (self->table_bin, self->table);
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

static GigCompareDialog *
dialog_new (GigLesson        *lesson,
            const GigSubject *subjects,
            guint             n_subjects)
{
  GigCompareDialog *self = g_object_new (GIG_TYPE_COMPARE_DIALOG, NULL);

  self->lesson = gig_lesson_ref (lesson);
  for (guint i = 0; i < GIG_COMPARISON_MAX; i++)
    {
      GtkWidget *button = gig_subject_button_new (lesson, i == GIG_COMPARISON_MAX - 1);

      self->subjects[i] = GIG_SUBJECT_BUTTON (button);
      gtk_widget_set_size_request (button, 200, -1);
      adw_wrap_box_append (self->buttons, button);
      if (i < n_subjects)
        gig_subject_button_set_subject (self->subjects[i], subjects[i]);
      g_signal_connect_object (button, "subject-changed", G_CALLBACK (subject_changed_cb), self, G_CONNECT_SWAPPED);
    }
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->subjects[0]));
  update_tables (self);
  update_diagram (self);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);

  return self;
}

AdwDialog *
gig_compare_dialog_new (GigLesson  *lesson,
                        GigConcept *concept)
{
  GigSubject subjects[2] = { 0 };

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (concept != NULL, NULL);

  subjects[0].concept = find_set (lesson, concept);
  subjects[1].concept = find_relative (lesson, subjects[0].concept);

  return ADW_DIALOG (dialog_new (lesson, subjects, 2));
}

AdwDialog *
gig_compare_dialog_new_for_ids (GigLesson   *lesson,
                                const char  *ids,
                                char       **unknown)
{
  GigSubject subjects[GIG_COMPARISON_MAX] = { 0 };
  GigCompareDialog *self;
  g_autofree char *missing = NULL;
  guint n;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  n = gig_comparison_parse (lesson, ids, subjects, &missing);
  if (n == 0)
    {
      *unknown = missing != NULL ? g_steal_pointer (&missing) : g_strdup (ids);
      return NULL;
    }

  if (n == 1)
    {
      GigConcept *concept = subjects[0].concept;

      if (concept == NULL)
        concept = gig_member_get_home (subjects[0].member);
      concept = find_set (lesson, concept);
      subjects[n++].concept = concept == subjects[0].concept ? find_relative (lesson, concept) : concept;
    }
  self = dialog_new (lesson, subjects, n);
  self->unknown = g_steal_pointer (&missing);
  adw_banner_set_revealed (self->unknown_banner, self->unknown != NULL);

  return ADW_DIALOG (self);
}

void
gig_compare_dialog_follow_text_scale (GigCompareDialog *self,
                                      GSettings        *settings)
{
  g_return_if_fail (GIG_IS_COMPARE_DIALOG (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  gig_text_scale_follow (self->content, settings);
}
