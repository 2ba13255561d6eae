/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GigQuizChoice:
 *
 * A radio button or check box that a screen reader can press (GTK gives check
 * buttons no accessible action before 4.20), and where Enter activates
 * `quiz.go-on` instead of choosing once more.
 */
#define GIG_TYPE_QUIZ_CHOICE (gig_quiz_choice_get_type ())
G_DECLARE_FINAL_TYPE (GigQuizChoice, gig_quiz_choice, GIG, QUIZ_CHOICE, GtkCheckButton)

GtkWidget *gig_quiz_choice_new (void);

G_END_DECLS
