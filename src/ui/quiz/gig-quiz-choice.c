/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-quiz-choice.h"

struct _GigQuizChoice
{
  GtkCheckButton parent_instance;
};

G_DEFINE_FINAL_TYPE (GigQuizChoice, gig_quiz_choice, GTK_TYPE_CHECK_BUTTON)

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_widget_activate (widget);
}

static gboolean
key_pressed_cb (GtkEventController *controller,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                gpointer            user_data)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (gtk_event_controller_get_widget (controller), "quiz.go-on", NULL);

  return GDK_EVENT_STOP;
}

static void
gig_quiz_choice_class_init (GigQuizChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "choice.choose", NULL, choose_action);
}

static void
gig_quiz_choice_init (GigQuizChoice *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the check button's own binding. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
gig_quiz_choice_new (void)
{
  return g_object_new (GIG_TYPE_QUIZ_CHOICE, NULL);
}
