/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-glossary-dialog.h"

#include "gig-collation.h"
#include "gig-language-host.h"
#include "gig-rows.h"
#include "gig-text-scale.h"

struct _GigGlossaryDialog
{
  AdwDialog       parent_instance;

  GigLesson      *lesson;
  GigLanguage    *language;
  char           *folded_query;

  GtkSearchEntry *search_entry;
  GtkStack       *stack;
  AdwStatusPage  *empty_page;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (GigGlossaryDialog, gig_glossary_dialog, ADW_TYPE_DIALOG)

/* --- One term --- */

static GigTerm *
get_term (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "term");
}

static const char *
get_text (GigTerm    *term,
          const char *code)
{
  const char *text = gig_term_get_text (term, code);

  return text != NULL ? text : "";
}

/* “French – grand modèle de langage”, for every language but the one shown: a line each. */
static void
add_others (GigGlossaryDialog *self,
            GigTerm           *term,
            GigLanguage       *language,
            GStrvBuilder      *lines)
{
  const char * const *codes = gig_lesson_get_languages (self->lesson);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *text = gig_term_get_text (term, codes[i]);

      if (text == NULL || *text == '\0' || g_str_equal (codes[i], gig_language_get_code (language)))
        continue;
      g_strv_builder_take (lines, gig_language_pformat (language, "a language and a term in it", "%1$s – %2$s",
                                                        gig_language_title_of (codes[i]), text));
    }
}

/* Gender, status and note, on one line. */
static void
add_attributes (GigGlossaryDialog *self,
                GigTerm           *term,
                GigLanguage       *language,
                GStrvBuilder      *lines)
{
  GPtrArray *attributes = gig_term_get_attributes (term);
  g_autoptr(GStrvBuilder) notes = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; i < attributes->len; i++)
    {
      const GigAttribute *attribute = g_ptr_array_index (attributes, i);
      g_autofree char *value = gig_lesson_get_plain_text (self->lesson, attribute->value, gig_language_get_code (language));

      if (value != NULL && *value != '\0' && !g_str_equal (value, "–") && !g_str_equal (value, "—"))
        g_strv_builder_take (notes, g_steal_pointer (&value));
    }
  list = g_strv_builder_end (notes);
  if (list[0] != NULL)
    g_strv_builder_take (lines, gig_language_join_notes (language, (const char * const *) list));
}

static void
row_language_cb (GtkWidget   *widget,
                 GigLanguage *language,
                 gpointer     user_data)
{
  GigGlossaryDialog *self = GIG_GLOSSARY_DIALOG (user_data);
  GigTerm *term = get_term (GTK_LIST_BOX_ROW (widget));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) lines = NULL;
  g_autofree char *subtitle = NULL;

  add_others (self, term, language, builder);
  add_attributes (self, term, language, builder);
  lines = g_strv_builder_end (builder);
  subtitle = g_strjoinv ("\n", lines);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), get_text (term, gig_language_get_code (language)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
}

static GtkWidget *
create_row (GigGlossaryDialog *self,
            GigTerm           *term)
{
  GtkWidget *row = gig_action_row_new ();

  g_object_set_data (G_OBJECT (row), "term", term);
  if (gig_term_get_concept (term) != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gig_widget_watch_language (row, row_language_cb, self);

  return row;
}

/* --- Sorting and searching --- */

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  GigGlossaryDialog *self = GIG_GLOSSARY_DIALOG (user_data);
  const char *code = self->language != NULL ? gig_language_get_code (self->language) : gig_lesson_get_language (self->lesson);
  g_autofree char *key_a = gig_collation_key (get_text (get_term (a), code));
  g_autofree char *key_b = gig_collation_key (get_text (get_term (b), code));

  return strcmp (key_a, key_b);
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  GigGlossaryDialog *self = GIG_GLOSSARY_DIALOG (user_data);
  const char * const *codes = gig_lesson_get_languages (self->lesson);

  if (self->folded_query == NULL || *self->folded_query == '\0')
    return TRUE;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *folded = gig_fold (get_text (get_term (row), codes[i]));

      if (strstr (folded, self->folded_query) != NULL)
        return TRUE;
    }

  return FALSE;
}

static guint
show_matches (GigGlossaryDialog *self)
{
  guint n = 0;

  gtk_list_box_invalidate_filter (self->list);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    n += filter_row (GTK_LIST_BOX_ROW (row), self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");

  return n;
}

static void
search_changed_cb (GigGlossaryDialog *self)
{
  g_autofree char *text = NULL;
  guint n;

  g_assert (GIG_IS_GLOSSARY_DIALOG (self));

  g_free (self->folded_query);
  self->folded_query = gig_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_strstrip (self->folded_query);
  n = show_matches (self);
  if (self->language == NULL)
    return;

  text = gig_language_nformat (self->language, n, "%u term", "%u terms", n);
  gig_widget_announce (GTK_WIDGET (self), n > 0 ? text : gig_language_gettext (self->language, "Nothing found"));
}

static void
row_activated_cb (GigGlossaryDialog *self,
                  GtkListBoxRow     *row)
{
  GigConcept *concept = gig_term_get_concept (get_term (row));

  g_assert (GIG_IS_GLOSSARY_DIALOG (self));

  if (concept == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-concept", "s", gig_concept_get_id (concept));
  adw_dialog_close (ADW_DIALOG (self));
}

/* Escape first empties the search, then closes. */
static void
stop_search_cb (GigGlossaryDialog *self)
{
  g_assert (GIG_IS_GLOSSARY_DIALOG (self));

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigGlossaryDialog *self = GIG_GLOSSARY_DIALOG (widget);

  g_set_object (&self->language, language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_language_gettext (language, "Search in either language"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_language_gettext (language, "Glossary"),
                                  -1);
  gtk_list_box_invalidate_sort (self->list);
}

static void
gig_glossary_dialog_dispose (GObject *object)
{
  GigGlossaryDialog *self = GIG_GLOSSARY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GIG_TYPE_GLOSSARY_DIALOG);
  g_clear_object (&self->language);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  g_clear_pointer (&self->folded_query, g_free);

  G_OBJECT_CLASS (gig_glossary_dialog_parent_class)->dispose (object);
}

static void
gig_glossary_dialog_class_init (GigGlossaryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_glossary_dialog_dispose;

  gig_widget_class_set_template (widget_class, "/org/gigogne/Gigogne/gig-glossary-dialog.ui");
  gig_widget_class_bind_child (widget_class, GigGlossaryDialog, search_entry);
  gig_widget_class_bind_child (widget_class, GigGlossaryDialog, stack);
  gig_widget_class_bind_child (widget_class, GigGlossaryDialog, empty_page);
  gig_widget_class_bind_child (widget_class, GigGlossaryDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
gig_glossary_dialog_init (GigGlossaryDialog *self)
{
  gig_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gig_glossary_dialog_new (GSettings *settings,
                         GigLesson *lesson)
{
  GigGlossaryDialog *self;
  GPtrArray *terms;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (lesson != NULL, NULL);

  self = g_object_new (GIG_TYPE_GLOSSARY_DIALOG, NULL);
  self->lesson = gig_lesson_ref (lesson);
  gig_text_scale_follow (GTK_WIDGET (self->stack), settings);
  terms = gig_lesson_get_terms (lesson);
  for (guint i = 0; i < terms->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (terms, i)));
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);

  return ADW_DIALOG (self);
}
