/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-quiz-dialog.h"

#include "gig-block-view.h"
#include "gig-dialog.h"
#include "gig-language-host.h"
#include "gig-quiz-answers.h"
#include "gig-text-scale.h"

#define SETTING "quiz-progress"

struct _GigQuizDialog
{
  AdwDialog       parent_instance;

  GSettings      *settings;
  GigLesson      *lesson;
  GigQuiz        *quiz;
  GigQuizItem    *shown;          /* what the question's blocks are made for */

  GtkStack       *stack;
  GtkWidget      *scroller;
  GtkProgressBar *progress_bar;
  GtkLabel       *progress_label;
  GtkLabel       *prompt_label;
  AdwBin         *blocks_bin;
  GtkLabel       *instruction_label;
  GigQuizAnswers *answers;
  GtkWidget      *hint_box;
  GtkLabel       *hint_label;
  GtkWidget      *feedback_box;
  GtkWidget      *hint_button;
  GtkWidget      *skip_button;
  GtkButton      *main_button;
};

G_DEFINE_FINAL_TYPE (GigQuizDialog, gig_quiz_dialog, ADW_TYPE_DIALOG)

/* --- Keeping the progress --- */

static void
save (GigQuizDialog *self)
{
  g_autoptr(GVariant) all = g_settings_get_value (self->settings, SETTING);
  g_autoptr(GVariantDict) dict = g_variant_dict_new (all);
  g_autoptr(GVariant) progress = gig_quiz_save (self->quiz);

  g_variant_dict_insert_value (dict, gig_lesson_get_name (self->lesson), progress);
  g_settings_set_value (self->settings, SETTING, g_variant_dict_end (dict));
}

static void
restore (GigQuizDialog *self)
{
  g_autoptr(GVariant) all = g_settings_get_value (self->settings, SETTING);
  g_autoptr(GVariantDict) dict = g_variant_dict_new (all);
  g_autoptr(GVariant) progress = g_variant_dict_lookup_value (dict, gig_lesson_get_name (self->lesson), NULL);

  if (progress != NULL)
    gig_quiz_restore (self->quiz, progress);
}

/* --- Showing --- */

static gboolean
is_checked (GigQuizDialog *self)
{
  return gig_quiz_get_state (self->quiz) == GIG_QUIZ_RIGHT || gig_quiz_get_state (self->quiz) == GIG_QUIZ_WRONG;
}

static void
update_progress (GigQuizDialog *self,
                 GigLanguage   *language)
{
  guint n_questions;
  guint n_learned = gig_quiz_get_n_learned (self->quiz, &n_questions);
  g_autofree char *learned = NULL;
  g_autofree char *text = NULL;
  g_autofree char *both = NULL;

  learned = gig_language_nformat (language, n_questions, "%1$d of %2$d question learned", "%1$d of %2$d questions learned",
                                  (int) n_learned, (int) n_questions);
  text = gig_quiz_get_progress_text (self->quiz, language);
  both = gig_language_join_notes (language, (const char *[]) {
                                    learned, gig_quiz_get_n_answered (self->quiz) > 0 ? text : NULL, NULL });
  gtk_progress_bar_set_fraction (self->progress_bar, n_questions > 0 ? (double) n_learned / n_questions : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, learned, -1);
  gtk_label_set_label (self->progress_label, n_questions > 0 ? both : text);
}

/* Where to read about it. */
static void
append_concepts (GigQuizDialog *self,
                 GigLanguage   *language)
{
  g_autoptr(GPtrArray) concepts = gig_quiz_item_get_concepts (gig_quiz_get_item (self->quiz));
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_set_margin_top (box, 6);
  for (guint i = 0; i < concepts->len; i++)
    {
      GigConcept *concept = g_ptr_array_index (concepts, i);
      g_autofree char *title = gig_lesson_get_plain_text (self->lesson, gig_concept_get_label (concept),
                                                          gig_language_get_code (language));
      g_autofree char *name = gig_language_format (language, "Read about “%s”", title);
      GtkWidget *button = gtk_button_new_with_label (title);

      gtk_widget_set_tooltip_text (button, name);
      gtk_widget_add_css_class (button, "concept-pill");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-concept");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", gig_concept_get_id (concept));
      adw_wrap_box_append (ADW_WRAP_BOX (box), button);
    }
  gtk_box_append (GTK_BOX (self->feedback_box), box);
}

static void
update_feedback (GigQuizDialog *self,
                 GigLanguage   *language)
{
  g_auto(GStrv) paragraphs = gig_quiz_get_feedback (self->quiz, language);
  gboolean right = gig_quiz_get_state (self->quiz) == GIG_QUIZ_RIGHT;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->feedback_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->feedback_box), child);
  gtk_widget_set_visible (self->feedback_box, is_checked (self));
  if (!is_checked (self))
    return;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                       "label", paragraphs[i],
                                       "xalign", 0.0f,
                                       "wrap", TRUE,
                                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                       "natural-wrap-mode", GTK_NATURAL_WRAP_WORD,
                                       "selectable", TRUE,
                                       NULL);

      if (i == 0)
        {
          gtk_widget_add_css_class (label, "heading");
          gtk_widget_add_css_class (label, right ? "success" : "error");
        }
      gtk_box_append (GTK_BOX (self->feedback_box), label);
    }
  append_concepts (self, language);
}

static void
update_texts (GigQuizDialog *self,
              GigLanguage   *language)
{
  GigQuizItem *item = gig_quiz_get_item (self->quiz);
  g_autofree char *prompt = gig_quiz_item_get_prompt (item, language);
  g_autofree char *instruction = gig_quiz_item_get_instruction (item, language);
  g_autofree char *hint = gig_quiz_item_get_hint (item, language);

  gtk_label_set_label (self->prompt_label, prompt);
  gtk_label_set_label (self->instruction_label, instruction);
  gtk_label_set_label (self->hint_label, hint != NULL ? hint : "");
}

static void
update_buttons (GigQuizDialog *self,
                GigLanguage   *language)
{
  gboolean checked = is_checked (self);
  gboolean hint_shown = gig_quiz_get_hint_shown (self->quiz);

  gtk_button_set_label (self->main_button, checked ? gig_language_gettext (language, "Next question")
                                                   /* Translators: a verb on a button: check the answer */
                                                   : gig_language_gettext (language, "Check"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->main_button), checked || gig_quiz_can_check (self->quiz));
  gtk_widget_set_visible (self->skip_button, !checked);
  gtk_widget_set_visible (self->hint_button, !checked && gig_quiz_item_has_hint (gig_quiz_get_item (self->quiz)));
  gtk_widget_set_sensitive (self->hint_button, !hint_shown);
  gtk_widget_set_visible (self->hint_box, hint_shown && !checked);
  gtk_widget_set_halign (GTK_WIDGET (self->main_button), GTK_ALIGN_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->main_button), checked);
}

/* The question's own blocks, which follow the language by themselves. */
static void
update_blocks (GigQuizDialog *self)
{
  GigQuizItem *item = gig_quiz_get_item (self->quiz);
  GigQuestion *question;
  GPtrArray *blocks;

  if (item == self->shown)
    return;

  g_clear_pointer (&self->shown, gig_quiz_item_unref);
  self->shown = gig_quiz_item_ref (item);
  question = gig_quiz_item_get_question (item);
  blocks = question != NULL ? gig_question_get_blocks (question) : NULL;
  adw_bin_set_child (self->blocks_bin, blocks != NULL && blocks->len > 0 ? gig_block_view_new_box (self->lesson, blocks) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->blocks_bin), adw_bin_get_child (self->blocks_bin) != NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
update (GigQuizDialog *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  gboolean finished = gig_quiz_get_item (self->quiz) == NULL;

  gtk_stack_set_visible_child_name (self->stack, finished ? "finished" : "asking");
  gtk_widget_set_visible (GTK_WIDGET (self->main_button), !finished);
  if (finished)
    {
      gtk_widget_set_visible (self->skip_button, FALSE);
      gtk_widget_set_visible (self->hint_button, FALSE);
      return;
    }
  if (language == NULL)
    return;

  update_blocks (self);
  update_texts (self, language);
  update_progress (self, language);
  update_buttons (self, language);
  update_feedback (self, language);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  update (GIG_QUIZ_DIALOG (widget));
}

/* --- Acting --- */

static void
announce_item (GigQuizDialog *self)
{
  gig_widget_announce (GTK_WIDGET (self), gtk_label_get_label (self->prompt_label));
}

static void
ask_next (GigQuizDialog *self)
{
  gig_quiz_next (self->quiz);
  save (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->answers));
  announce_item (self);
}

static gboolean
scroll_to_feedback_idle (gpointer user_data)
{
  GigQuizDialog *self = GIG_QUIZ_DIALOG (user_data);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return G_SOURCE_REMOVE;
}

static void
check (GigQuizDialog *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  g_auto(GStrv) paragraphs = NULL;
  g_autofree char *text = NULL;

  gig_quiz_check (self->quiz);
  save (self);
  paragraphs = gig_quiz_get_feedback (self->quiz, language);
  text = gig_language_join_sentences (language, (const char * const *) paragraphs);
  gig_widget_announce (GTK_WIDGET (self), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->main_button));
  g_idle_add_full (GDK_PRIORITY_REDRAW + 10, scroll_to_feedback_idle, g_object_ref (self), g_object_unref);
}

static void
main_clicked_cb (GigQuizDialog *self)
{
  g_assert (GIG_IS_QUIZ_DIALOG (self));

  if (is_checked (self))
    ask_next (self);
  else if (gig_quiz_can_check (self->quiz))
    check (self);
}

static void
go_on_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  main_clicked_cb (GIG_QUIZ_DIALOG (widget));
}

static void
skip_clicked_cb (GigQuizDialog *self)
{
  g_assert (GIG_IS_QUIZ_DIALOG (self));

  ask_next (self);
}

static void
hint_clicked_cb (GigQuizDialog *self)
{
  g_assert (GIG_IS_QUIZ_DIALOG (self));

  gig_quiz_show_hint (self->quiz);
  gig_widget_announce (GTK_WIDGET (self), gtk_label_get_label (self->hint_label));
  gtk_widget_grab_focus (GTK_WIDGET (self->answers));
}

static void
reset_response_cb (GigQuizDialog *self,
                   const char    *response)
{
  g_assert (GIG_IS_QUIZ_DIALOG (self));

  if (!g_str_equal (response, "reset"))
    return;

  gig_quiz_reset (self->quiz);
  save (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->answers));
  announce_item (self);
}

static void
alert_language_cb (GtkWidget   *widget,
                   GigLanguage *language,
                   gpointer     user_data)
{
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (widget);

  adw_alert_dialog_set_heading (alert, gig_language_gettext (language, "Start over?"));
  adw_alert_dialog_set_body (alert, gig_language_gettext (language, "Your answers so far are forgotten."));
  adw_alert_dialog_set_response_label (alert, "cancel", gig_language_gettext (language, "Cancel"));
  adw_alert_dialog_set_response_label (alert, "reset", gig_language_gettext (language, "Start over"));
}

static void
reset_clicked_cb (GigQuizDialog *self)
{
  AdwDialog *alert = adw_alert_dialog_new (NULL, NULL);

  g_assert (GIG_IS_QUIZ_DIALOG (self));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "cancel", "");
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "reset", "");
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "reset", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (alert, "response", G_CALLBACK (reset_response_cb), self, G_CONNECT_SWAPPED);
  gig_widget_watch_language (GTK_WIDGET (alert), alert_language_cb, NULL);
  gig_dialog_present (alert, GTK_WIDGET (self));
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

/* A digit takes the choice that stands there. */
static gboolean
choose_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  GigQuizDialog *self = GIG_QUIZ_DIALOG (widget);
  guint choice = g_variant_get_uint32 (arguments);

  if (gig_quiz_get_item (self->quiz) == NULL || choice >= gig_quiz_item_get_n_choices (gig_quiz_get_item (self->quiz)))
    return GDK_EVENT_PROPAGATE;
  gig_quiz_choose (self->quiz, choice);

  return GDK_EVENT_STOP;
}

/* --- The object --- */

static gboolean
focus_idle (gpointer user_data)
{
  GigQuizDialog *self = GIG_QUIZ_DIALOG (user_data);

  gtk_widget_grab_focus (GTK_WIDGET (self->answers));

  return G_SOURCE_REMOVE;
}

/* A dialog that comes up as a sheet forgets what was to have the focus. */
static void
gig_quiz_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gig_quiz_dialog_parent_class)->map (widget);

  g_idle_add_full (GDK_PRIORITY_REDRAW + 10, focus_idle, g_object_ref (widget), g_object_unref);
}

static void
gig_quiz_dialog_closed (AdwDialog *dialog)
{
  save (GIG_QUIZ_DIALOG (dialog));
}

static void
gig_quiz_dialog_dispose (GObject *object)
{
  GigQuizDialog *self = GIG_QUIZ_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GIG_TYPE_QUIZ_DIALOG);
  g_clear_pointer (&self->shown, gig_quiz_item_unref);
  g_clear_object (&self->quiz);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_quiz_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gig_widget_class_bind_child (widget_class, GigQuizDialog, stack);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, scroller);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, progress_bar);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, progress_label);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, prompt_label);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, blocks_bin);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, instruction_label);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, answers);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, hint_box);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, hint_label);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, feedback_box);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, hint_button);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, skip_button);
  gig_widget_class_bind_child (widget_class, GigQuizDialog, main_button);
}

static void
gig_quiz_dialog_class_init (GigQuizDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_quiz_dialog_dispose;
  widget_class->map = gig_quiz_dialog_map;
  ADW_DIALOG_CLASS (klass)->closed = gig_quiz_dialog_closed;

  g_type_ensure (GIG_TYPE_QUIZ_ANSWERS);
  gig_widget_class_set_template (widget_class, "/org/gigogne/Gigogne/gig-quiz-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, main_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, hint_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_install_action (widget_class, "win.show-concept", "s", show_concept_action);
  gtk_widget_class_install_action (widget_class, "quiz.go-on", NULL, go_on_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "quiz.go-on", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "quiz.go-on", NULL);
  for (guint i = 0; i < 9; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_1 + i, 0, choose_cb, "u", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_1 + i, 0, choose_cb, "u", i);
    }
}

static void
gig_quiz_dialog_init (GigQuizDialog *self)
{
  gig_widget_init_template (GTK_WIDGET (self));
}

static void
ask (GigQuizDialog *self,
     GigQuestion   *question)
{
  g_autoptr(GigQuizItem) item = gig_quiz_item_new_question (self->lesson, question, g_random_int ());

  if (item != NULL && (gig_quiz_get_item (self->quiz) == NULL
                       || !g_str_equal (gig_quiz_item_get_id (gig_quiz_get_item (self->quiz)), gig_quiz_item_get_id (item))))
    gig_quiz_ask (self->quiz, item);
}

AdwDialog *
gig_quiz_dialog_new (GSettings   *settings,
                     GigLesson   *lesson,
                     GigQuestion *question)
{
  GigQuizDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (lesson != NULL, NULL);

  self = g_object_new (GIG_TYPE_QUIZ_DIALOG, NULL);
  self->settings = g_object_ref (settings);
  self->lesson = gig_lesson_ref (lesson);
  self->quiz = gig_quiz_new (lesson, GIG_QUIZ_SOURCE_ALL, g_random_int ());
  gig_text_scale_follow (GTK_WIDGET (self->stack), settings);
  restore (self);
  if (question != NULL)
    ask (self, question);
  gig_quiz_answers_set_quiz (self->answers, self->quiz);
  if (gig_quiz_answers_get_first (self->answers) != NULL)
    adw_dialog_set_focus (ADW_DIALOG (self), gig_quiz_answers_get_first (self->answers));
  g_signal_connect_object (self->quiz, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quiz, "response-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);

  return ADW_DIALOG (self);
}
