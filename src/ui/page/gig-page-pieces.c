/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-page-pieces.h"

#include "gig-rows.h"

#define LESSON_KEY "gig-lesson"

GtkWidget *
gig_page_piece_new_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");

  return list;
}

void
gig_page_piece_name_list (GtkWidget *list,
                          GtkWidget *label)
{
  g_return_if_fail (GTK_IS_WIDGET (list));
  g_return_if_fail (GTK_IS_WIDGET (label));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

GtkWidget *
gig_page_piece_new_row (GigLesson *lesson)
{
  GtkWidget *row = gig_action_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gig_page_piece_set_lesson (row, lesson);

  return row;
}

GtkWidget *
gig_page_piece_new_heading (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "xalign", 0.0f,
                                   "wrap", TRUE,
                                   NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

void
gig_page_piece_set_lesson (GtkWidget *widget,
                           GigLesson *lesson)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (lesson != NULL);

  g_object_set_data_full (G_OBJECT (widget), LESSON_KEY, gig_lesson_ref (lesson), (GDestroyNotify) gig_lesson_unref);
}

GigLesson *
gig_page_piece_get_lesson (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return g_object_get_data (G_OBJECT (widget), LESSON_KEY);
}

char *
gig_page_piece_get_text (GtkWidget        *widget,
                         const GigMessage *message,
                         GigLanguage      *language)
{
  return gig_lesson_get_plain_text (gig_page_piece_get_lesson (widget), message, gig_language_get_code (language));
}

void
gig_page_piece_set_button_text (GtkButton  *button,
                                const char *text)
{
  GtkWidget *label;

  g_return_if_fail (GTK_IS_BUTTON (button));
  g_return_if_fail (text != NULL);

  gtk_button_set_label (button, text);
  label = gtk_button_get_child (button);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
}

void
gig_page_piece_link (GtkWidget  *widget,
                     const char *concept_id)
{
  g_return_if_fail (GTK_IS_ACTIONABLE (widget));
  g_return_if_fail (concept_id != NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), "win.show-concept");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "s", concept_id);
}
