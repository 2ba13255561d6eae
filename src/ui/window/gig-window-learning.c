/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's actions for learning: quiz, placing, comparing. */

#include "gig-window-private.h"

#include "gig-compare-dialog.h"
#include "gig-dialog.h"
#include "gig-place-dialog.h"
#include "gig-quiz-dialog.h"

/* Two places are a coin to toss. */
#define MIN_PLACES 3

static void
quiz_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  if (self->lesson != NULL)
    gig_dialog_present (gig_quiz_dialog_new (self->settings, self->lesson, NULL), widget);
}

/* The question itself, or the first one about a concept. (nullable) */
static GigQuestion *
find_question (GigLesson  *lesson,
               const char *id)
{
  GPtrArray *questions = gig_lesson_get_questions (lesson);
  GigConcept *concept = gig_lesson_find_concept (lesson, id);

  for (guint i = 0; i < questions->len; i++)
    if (g_str_equal (gig_question_get_id (g_ptr_array_index (questions, i)), id))
      return g_ptr_array_index (questions, i);

  questions = concept != NULL ? gig_concept_get_questions (concept) : NULL;

  return questions != NULL && questions->len > 0 ? g_ptr_array_index (questions, 0) : NULL;
}

/* Begins with one question, or with one about a concept. */
static void
quiz_about_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);
  GigQuestion *question;

  if (self->lesson == NULL)
    return;

  question = find_question (self->lesson, g_variant_get_string (parameter, NULL));
  gig_dialog_present (gig_quiz_dialog_new (self->settings, self->lesson, question), widget);
}

/* In how many places the members of @view could go; 0 where there is nothing to choose. */
static guint
count_places (GigView *view)
{
  guint n_zones;

  gig_view_get_zones (view, &n_zones);

  return n_zones > 1 && gig_view_get_members (view)->len > 1 && !gig_view_is_claim (view) ? n_zones : 0;
}

/* The view shown where it has places enough to be a question, else the one with most. (nullable) */
static GigView *
find_view_to_place (GigWindow *self)
{
  GPtrArray *views;
  GigView *best;

  if (self->lesson == NULL)
    return NULL;

  best = gig_diagram_pane_get_view (self->diagram);
  if (best != NULL && count_places (best) >= MIN_PLACES)
    return best;
  best = NULL;
  views = gig_lesson_get_views (self->lesson);
  for (guint i = 0; i < views->len; i++)
    if (count_places (g_ptr_array_index (views, i)) > (best != NULL ? count_places (best) : 0))
      best = g_ptr_array_index (views, i);

  return best;
}

static void
place_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);
  GigView *view = find_view_to_place (self);
  AdwDialog *dialog;

  if (view == NULL)
    return;

  dialog = gig_place_dialog_new (self->lesson, view);
  gig_place_dialog_follow_text_scale (GIG_PLACE_DIALOG (dialog), self->settings);
  gig_dialog_present (dialog, widget);
}

/* --- Comparing --- */

#define QUARK_COMPARED "gig-compared"

static void
present_comparison (GigWindow *self,
                    AdwDialog *dialog)
{
  gig_compare_dialog_follow_text_scale (GIG_COMPARE_DIALOG (dialog), self->settings);
  gig_dialog_present (dialog, GTK_WIDGET (self));
}

static void
compare_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  if (self->concept != NULL)
    present_comparison (self, gig_compare_dialog_new (self->lesson, self->concept));
}

void
_gig_window_compare_pending (GigWindow *self)
{
  g_autofree char *ids = g_object_steal_data (G_OBJECT (self), QUARK_COMPARED);
  g_autofree char *unknown = NULL;
  g_autofree char *text = NULL;
  AdwDialog *dialog;

  if (ids == NULL)
    return;

  dialog = gig_compare_dialog_new_for_ids (self->lesson, ids, &unknown);
  if (dialog != NULL)
    {
      present_comparison (self, dialog);
      return;
    }
  text = gig_language_format (self->language, "This lesson has no concept or model “%s”", unknown);
  gig_window_show_toast (self, text);
}

void
gig_window_compare (GigWindow  *self,
                    const char *ids)
{
  g_return_if_fail (GIG_IS_WINDOW (self));
  g_return_if_fail (ids != NULL);

  g_object_set_data_full (G_OBJECT (self), QUARK_COMPARED, g_strdup (ids), g_free);
  if (self->lesson != NULL && self->reading == NULL)
    _gig_window_compare_pending (self);
}

void
_gig_window_update_learning (GigWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_views = self->lesson != NULL && gig_lesson_get_views (self->lesson)->len > 0;
  gboolean has_questions = self->lesson != NULL && gig_lesson_get_questions (self->lesson)->len > 0;

  gtk_widget_action_set_enabled (widget, "win.quiz", has_views || has_questions);
  gtk_widget_action_set_enabled (widget, "win.quiz-about", has_questions);
  gtk_widget_action_set_enabled (widget, "win.compare", self->concept != NULL);
  gtk_widget_action_set_enabled (widget, "win.place", find_view_to_place (self) != NULL);
}

void
_gig_window_install_learning (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.quiz", NULL, quiz_action);
  gtk_widget_class_install_action (widget_class, "win.quiz-about", "s", quiz_about_action);
  gtk_widget_class_install_action (widget_class, "win.place", NULL, place_action);
  gtk_widget_class_install_action (widget_class, "win.compare", NULL, compare_action);
}
