/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hands for each answer of the question on the wall. */

#include "config.h"

#include "gig-console-parts.h"

#include "gig-language-host.h"

#define N_(text) (text)

typedef struct
{
  GigShow   *show;
  GigVote   *vote;        /* (nullable): whose rows are shown */
  GtkBox    *rows;
  GtkLabel  *prompt;
  GtkLabel  *result;
  GtkWidget *reveal;
  guint      focus;       /* idle */
} Vote;

static void
vote_free (gpointer data)
{
  Vote *self = data;

  g_clear_handle_id (&self->focus, g_source_remove);
  g_clear_object (&self->vote);
  g_free (self);
}

static void
hands_cb (GtkSpinButton *spin,
          GigVote       *vote)
{
  guint choice = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (spin), "gig-choice"));

  gig_vote_set_count (vote, choice, gtk_spin_button_get_value_as_int (spin));
}

static GtkWidget *
create_row (Vote  *self,
            guint  choice)
{
  GigQuizItem *item = gig_vote_get_item (self->vote);
  GigLanguage *language = gig_show_get_language (self->show);
  g_autofree char *text = gig_quiz_item_get_choice_text (item, choice, language);
  g_autofree char *numbered = g_strdup_printf ("%c  %s", (char) ('A' + choice), text);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (numbered);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, GIG_VOTE_MAX_HANDS, 1);
  g_autofree char *name = NULL;

  /* Translators: how many hands went up for an answer; %s is the answer. */
  name = gig_language_format (language, "Hands for %s", text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  if (gig_quiz_item_is_right_choice (item, choice) && gig_show_get_notes_allowed (self->show))
    gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), gig_vote_get_count (self->vote, choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (spin), "gig-choice", GUINT_TO_POINTER (choice));
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (hands_cb), self->vote, 0);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), spin);

  return row;
}

static void
update_result (GtkWidget *box)
{
  Vote *self = g_object_get_data (G_OBJECT (box), "gig-vote");
  GigLanguage *language = gig_show_get_language (self->show);
  gboolean revealed = self->vote != NULL && gig_vote_get_revealed (self->vote);
  g_autofree char *result = revealed ? gig_vote_get_result_text (self->vote, language) : NULL;

  gtk_label_set_label (self->result, result != NULL ? result : "");
  gtk_button_set_label (GTK_BUTTON (self->reveal), revealed ? gig_language_gettext (language, "Hide the answer")
                                                            : gig_language_gettext (language, "Reveal the answer"));
}

static void
fill (GtkWidget *box)
{
  Vote *self = g_object_get_data (G_OBJECT (box), "gig-vote");
  GigLanguage *language = gig_show_get_language (self->show);
  g_autofree char *prompt = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  if (self->vote == NULL)
    return;

  prompt = gig_quiz_item_get_prompt (gig_vote_get_item (self->vote), language);
  gtk_label_set_label (self->prompt, prompt);
  for (guint i = 0; i < gig_quiz_item_get_n_choices (gig_vote_get_item (self->vote)); i++)
    gtk_box_append (self->rows, create_row (self, i));
  update_result (box);
}

/* Hands are counted at once: the first number waits for its digits. */
static gboolean
focus_cb (gpointer user_data)
{
  Vote *self = user_data;
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  self->focus = 0;
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_last_child (row));

  return G_SOURCE_REMOVE;
}

static void
vote_cb (GtkWidget *box)
{
  Vote *self = g_object_get_data (G_OBJECT (box), "gig-vote");
  GObject *asked = gig_presenter_get_vote (gig_show_get_presenter (self->show));
  GigVote *vote = asked != NULL ? GIG_VOTE (asked) : NULL;

  if (vote == self->vote)
    return;
  if (self->vote != NULL)
    g_signal_handlers_disconnect_by_func (self->vote, update_result, box);
  g_set_object (&self->vote, vote);
  if (vote != NULL)
    {
      g_signal_connect_object (vote, "changed", G_CALLBACK (update_result), box, G_CONNECT_SWAPPED);
      g_signal_connect_object (vote, "notify::revealed", G_CALLBACK (update_result), box, G_CONNECT_SWAPPED);
    }
  fill (box);
  if (vote != NULL && self->focus == 0)
    self->focus = g_idle_add (focus_cb, self);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  fill (widget);
}

static void
reveal_cb (GigShow *show)
{
  gig_presenter_run (gig_show_get_presenter (show), GIG_PRESENTER_REVEAL, 0);
}

static void
back_cb (GigShow *show)
{
  gig_presenter_set_vote (gig_show_get_presenter (show), NULL);
}

static void
button_text_cb (GtkWidget   *widget,
                GigLanguage *language,
                gpointer     user_data)
{
  gtk_button_set_label (GTK_BUTTON (widget), gig_language_gettext (language, user_data));
}

GtkWidget *
gig_console_vote_new (GigShow *show)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *back = gtk_button_new ();
  Vote *self = g_new0 (Vote, 1);

  self->show = show;
  self->prompt = GTK_LABEL (gig_console_label_new (NULL, "heading"));
  self->result = GTK_LABEL (gig_console_label_new (NULL, NULL));
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->reveal = gtk_button_new ();
  gtk_label_set_wrap (self->prompt, TRUE);
  gtk_label_set_wrap (self->result, TRUE);
  gtk_widget_add_css_class (self->reveal, "suggested-action");
  gtk_widget_set_focus_on_click (self->reveal, FALSE);
  gtk_widget_set_focus_on_click (back, FALSE);
  gig_widget_watch_language (back, button_text_cb, (gpointer) N_("Back to the step"));
  g_signal_connect_object (self->reveal, "clicked", G_CALLBACK (reveal_cb), show, G_CONNECT_SWAPPED);
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), show, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->rows));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (buttons), self->reveal);
  gtk_box_append (GTK_BOX (buttons), back);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->prompt));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->result));
  gtk_box_append (GTK_BOX (box), buttons);
  g_object_set_data_full (G_OBJECT (box), "gig-vote", self, vote_free);
  gig_widget_watch_language (box, language_cb, NULL);
  g_signal_connect_object (gig_show_get_presenter (show), "notify::vote", G_CALLBACK (vote_cb), box, G_CONNECT_SWAPPED);

  return box;
}
