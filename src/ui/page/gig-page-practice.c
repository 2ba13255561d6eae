/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-page-practice.h"

#include "gig-language-host.h"
#include "gig-page-pieces.h"
#include "gig-rows.h"
#include "gig-set-system.h"

#define N_(text) (text)

/* --- Beginning --- */

static void
button_language_cb (GtkWidget   *widget,
                    GigLanguage *language,
                    gpointer     user_data)
{
  gig_page_piece_set_button_text (GTK_BUTTON (widget), gig_language_gettext (language, user_data));
}

static GtkWidget *
create_button (const char *label,
               const char *action)
{
  GtkWidget *button = gtk_button_new ();

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  gig_widget_watch_language (button, button_language_cb, (gpointer) label);

  return button;
}

GtkWidget *
gig_page_practice_create_start (GigLesson  *lesson,
                                GigConcept *concept)
{
  GtkWidget *box, *start;

  g_return_val_if_fail (lesson != NULL && concept != NULL, NULL);

  if (gig_concept_get_role (concept) != GIG_CONCEPT_QUIZ)
    return NULL;

  box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 12);
  start = create_button (N_("Start the quiz"), "win.quiz");
  gtk_widget_add_css_class (start, "suggested-action");
  adw_wrap_box_append (ADW_WRAP_BOX (box), start);
  if (gig_lesson_get_views (lesson)->len > 0)
    adw_wrap_box_append (ADW_WRAP_BOX (box), create_button (N_("Place the models"), "win.place"));

  return box;
}

/* --- Tours --- */

static void
step_language_cb (GtkWidget   *widget,
                  GigLanguage *language,
                  gpointer     user_data)
{
  const GigStep *step = user_data;
  g_autofree char *title = gig_page_piece_get_text (widget, gig_concept_get_title (step->concept), language);
  g_autofree char *headline = step->headline != NULL ? gig_page_piece_get_text (widget, step->headline, language) : NULL;
  GtkWidget *number = g_object_get_data (G_OBJECT (widget), "number");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "index"));
  g_autofree char *text = gig_language_format_integer (language, index + 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), headline != NULL ? headline : title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), headline != NULL ? title : "");
  gtk_label_set_label (GTK_LABEL (number), text);
}

static GtkWidget *
create_step (GigLesson *lesson,
             GigStep   *step,
             guint      index)
{
  GtkWidget *row = gig_page_piece_new_row (lesson);
  GtkWidget *number = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (number), 2);
  gtk_label_set_xalign (GTK_LABEL (number), 1.0f);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "dimmed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), number);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), "number", number);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  gig_page_piece_link (row, gig_concept_get_id (step->concept));
  gig_widget_watch_language (row, step_language_cb, step);

  return row;
}

static void
tour_language_cb (GtkWidget   *widget,
                  GigLanguage *language,
                  gpointer     user_data)
{
  g_autofree char *title = gig_page_piece_get_text (widget, gig_tour_get_title (user_data), language);

  gtk_label_set_label (GTK_LABEL (widget), title);
}

static GtkWidget *
create_tour (GigLesson *lesson,
             GigTour   *tour)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gig_page_piece_new_list ();
  GPtrArray *steps = gig_tour_get_steps (tour);
  GtkWidget *label = gig_page_piece_new_heading ();

  gig_page_piece_set_lesson (label, lesson);
  gig_widget_watch_language (label, tour_language_cb, tour);
  for (guint i = 0; i < steps->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_step (lesson, g_ptr_array_index (steps, i), i));
  gig_page_piece_name_list (list, label);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

GtkWidget *
gig_page_practice_create_tours (GigLesson  *lesson,
                                GigConcept *concept)
{
  GtkWidget *box, *start;
  GPtrArray *tours;

  g_return_val_if_fail (lesson != NULL && concept != NULL, NULL);

  tours = gig_lesson_get_tours (lesson);
  if (gig_concept_get_role (concept) != GIG_CONCEPT_TOURS || tours->len == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  /* Translators: a verb: start the presentation */
  start = create_button (N_("Present"), "win.present");
  gtk_widget_add_css_class (start, "suggested-action");
  gtk_widget_set_halign (start, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), start);
  for (guint i = 0; i < tours->len; i++)
    gtk_box_append (GTK_BOX (box), create_tour (lesson, g_ptr_array_index (tours, i)));

  return box;
}

/* --- A question --- */

static void
question_language_cb (GtkWidget   *widget,
                      GigLanguage *language,
                      gpointer     user_data)
{
  g_autofree char *title = gig_page_piece_get_text (widget, gig_question_get_title (user_data), language);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), gig_language_gettext (language, "Try a question"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), title);
}

GtkWidget *
gig_page_practice_create_question (GigLesson  *lesson,
                                   GigConcept *concept)
{
  GtkWidget *list, *row;
  GPtrArray *questions;

  g_return_val_if_fail (lesson != NULL && concept != NULL, NULL);

  questions = gig_concept_get_questions (concept);
  if (questions->len == 0)
    return NULL;

  list = gig_page_piece_new_list ();
  row = gig_page_piece_new_row (lesson);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("gig-quiz-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.quiz-about");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gig_concept_get_id (concept));
  gig_widget_watch_language (row, question_language_cb, g_ptr_array_index (questions, 0));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gig_page_piece_name_list (list, row);

  return list;
}
