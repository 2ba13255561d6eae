/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the console asks: which concept, which question; and all keys. */

#include "config.h"

#include "gig-console-parts.h"

#include "gig-language-host.h"

typedef void (* PickFunc) (GigShow  *show,
                           gpointer  data);

/* A list to search in and choose from. */
typedef struct
{
  GigShow        *show;
  PickFunc        func;
  GtkSearchEntry *entry;
  GtkListBox     *list;
  AdwDialog      *dialog;
} Picker;

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  Picker *self = user_data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  return *text == '\0' || g_str_match_string (text, g_object_get_data (G_OBJECT (row), "gig-text"), TRUE);
}

static void
searched_cb (Picker *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
pick (Picker        *self,
      GtkListBoxRow *row)
{
  gpointer data = g_object_get_data (G_OBJECT (row), "gig-data");
  PickFunc func = self->func;
  GigShow *show = self->show;

  adw_dialog_close (self->dialog);
  func (show, data);
}

static void
activated_cb (GtkListBox    *list,
              GtkListBoxRow *row,
              gpointer       user_data)
{
  pick (user_data, row);
}

/* Enter in the search takes the first row found. */
static void
entered_cb (Picker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        pick (self, row);
        return;
      }
}

/* The search keeps Escape to itself, which here is for the dialog. */
static void
stopped_cb (Picker *self)
{
  adw_dialog_close (self->dialog);
}

static GtkWidget *
create_nothing (GigLanguage *language)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), gig_language_gettext (language, "Nothing found"));
  gtk_widget_add_css_class (page, "compact");

  return page;
}

static void
append_row (Picker     *self,
            const char *text,
            const char *subtitle,
            gpointer    data)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "gig-text", g_strdup (text), g_free);
  g_object_set_data (G_OBJECT (row), "gig-data", data);
  gtk_list_box_append (self->list, row);
}

static Picker *
create_picker (GigShow    *show,
               const char *title,
               PickFunc    func)
{
  Picker *self = g_new0 (Picker, 1);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->show = show;
  self->func = func;
  self->dialog = adw_dialog_new ();
  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  adw_dialog_set_title (self->dialog, title);
  adw_dialog_set_content_width (self->dialog, 560);
  adw_dialog_set_content_height (self->dialog, 620);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 24);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_placeholder (self->list, create_nothing (gig_show_get_language (show)));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (searched_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stopped_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_widget_set_margin_start (GTK_WIDGET (self->entry), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->entry), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->entry), 6);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  /* Down leads from the search to the first row. */
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->entry));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_child (self->dialog, view);
  adw_dialog_set_focus (self->dialog, GTK_WIDGET (self->entry));
  g_object_set_data_full (G_OBJECT (self->dialog), "gig-picker", self, g_free);

  return self;
}

/* --- Concepts --- */

static void
pick_concept (GigShow  *show,
              gpointer  data)
{
  gig_presenter_detour (gig_show_get_presenter (show), data);
}

AdwDialog *
gig_console_concept_dialog_new (GigShow *show)
{
  GigLanguage *language = gig_show_get_language (show);
  GigLesson *lesson = gig_show_get_lesson (show);
  Picker *self = create_picker (show, gig_language_gettext (language, "Open a concept"), pick_concept);
  GPtrArray *concepts = gig_lesson_get_concepts (lesson);

  for (guint i = 0; i < concepts->len; i++)
    {
      GigConcept *concept = g_ptr_array_index (concepts, i);
      g_autofree char *title = gig_lesson_get_plain_text (lesson, gig_concept_get_title (concept), gig_language_get_code (language));

      append_row (self, title, NULL, concept);
    }

  return self->dialog;
}

/* --- Questions --- */

static void
pick_question (GigShow  *show,
               gpointer  data)
{
  g_autoptr(GigVote) vote = gig_vote_new (data);

  gig_presenter_set_vote (gig_show_get_presenter (show), G_OBJECT (vote));
}

static void
append_item (Picker      *self,
             GigQuizItem *item,
             GPtrArray   *items)
{
  g_autofree char *prompt = NULL;

  if (item == NULL)
    return;
  if (!gig_vote_can_ask (item))
    {
      gig_quiz_item_unref (item);
      return;
    }
  prompt = gig_quiz_item_get_prompt (item, gig_show_get_language (self->show));
  g_ptr_array_add (items, item);
  append_row (self, prompt, NULL, item);
}

AdwDialog *
gig_console_question_dialog_new (GigShow *show)
{
  GigLanguage *language = gig_show_get_language (show);
  GigLesson *lesson = gig_show_get_lesson (show);
  GigPresenter *presenter = gig_show_get_presenter (show);
  Picker *self = create_picker (show, gig_language_gettext (language, "A question for the class"), pick_question);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_quiz_item_unref);
  GPtrArray *questions = gig_lesson_get_questions (lesson);
  GigPresenterPosition position;
  GigStep step;
  GigView *view;

  g_object_set_data_full (G_OBJECT (self->dialog), "gig-items", items, (GDestroyNotify) g_ptr_array_unref);
  gig_presenter_get_position (presenter, &position);
  gig_presenter_get_step (presenter, &position, &step);
  view = gig_presenter_get_view (presenter, &position);
  /* About the step first, then where its models belong, then all the others. */
  for (guint i = 0; i < gig_concept_get_questions (step.concept)->len; i++)
    append_item (self, gig_quiz_item_new_question (lesson, g_ptr_array_index (gig_concept_get_questions (step.concept), i), 1), items);
  for (guint i = 0; view != NULL && i < gig_view_get_members (view)->len; i++)
    append_item (self, gig_quiz_item_new_place (lesson, view, g_ptr_array_index (gig_view_get_members (view), i), G_MAXUINT, 1), items);
  for (guint i = 0; i < questions->len; i++)
    if (!g_ptr_array_find (gig_concept_get_questions (step.concept), g_ptr_array_index (questions, i), NULL))
      append_item (self, gig_quiz_item_new_question (lesson, g_ptr_array_index (questions, i), 1), items);

  return self->dialog;
}

/* --- All keys --- */

/* A key's name as people know it. */
static const char *
name_key (GigLanguage *language,
          const char  *key)
{
  if (g_str_equal (key, "Page_Down"))
    return gig_language_pgettext (language, "key", "Page Down");
  if (g_str_equal (key, "Page_Up"))
    return gig_language_pgettext (language, "key", "Page Up");
  if (g_str_equal (key, "space"))
    return gig_language_pgettext (language, "key", "Space");
  if (g_str_equal (key, "BackSpace"))
    return gig_language_pgettext (language, "key", "Backspace");
  if (g_str_equal (key, "Return"))
    return gig_language_pgettext (language, "key", "Enter");
  if (g_str_equal (key, "Escape"))
    return gig_language_pgettext (language, "key", "Escape");
  if (g_str_equal (key, "Home"))
    return gig_language_pgettext (language, "key", "Home");
  if (g_str_equal (key, "End"))
    return gig_language_pgettext (language, "key", "End");
  if (g_str_equal (key, "Shift"))
    return gig_language_pgettext (language, "key", "Shift");
  if (g_str_equal (key, "period"))
    return ".";
  if (g_str_equal (key, "question"))
    return "?";
  if (g_str_equal (key, "Right"))
    return "→";
  if (g_str_equal (key, "Left"))
    return "←";
  if (g_str_equal (key, "Down"))
    return "↓";
  if (g_str_equal (key, "Up"))
    return "↑";

  return key;
}

static GtkWidget *
create_keycaps (GigLanguage *language,
                const char  *keys)
{
  /* With large letters keys stand below each other rather than squeeze what they do. */
  GtkWidget *box = adw_wrap_box_new ();
  g_auto(GStrv) split = g_strsplit_set (keys, " +", -1);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 4);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 4);
  adw_wrap_box_set_align (ADW_WRAP_BOX (box), 1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  for (guint i = 0; split[i] != NULL; i++)
    {
      const char *name = name_key (language, split[i]);
      g_autofree char *upper = strlen (name) == 1 ? g_utf8_strup (name, -1) : NULL;
      GtkWidget *label = gtk_label_new (upper != NULL ? upper : name);

      gtk_widget_add_css_class (label, "keycap-label");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      adw_wrap_box_append (ADW_WRAP_BOX (box), label);
    }

  return box;
}

AdwDialog *
gig_console_keys_dialog_new (GigShow *show)
{
  GigLanguage *language = gig_show_get_language (show);
  AdwDialog *dialog = ADW_DIALOG (adw_preferences_dialog_new ());
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  guint n_lines;
  const GigPresenterKeyHelp *lines = gig_presenter_get_key_help (&n_lines);

  adw_dialog_set_title (dialog, gig_language_gettext (language, "Keys while presenting"));
  adw_dialog_set_content_width (dialog, 620);
  for (guint i = 0; i < n_lines; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gig_language_gettext (language, lines[i].description));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_keycaps (language, lines[i].keys));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));

  return dialog;
}
