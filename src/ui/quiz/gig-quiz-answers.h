/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-quiz.h"

G_BEGIN_DECLS

/**
 * GigQuizAnswers:
 *
 * The choices of what a quiz asks now, and the answer being made: radio buttons,
 * check boxes, an order to move about in, or a counterpart to choose for each.
 * The answer itself is the quiz's; this shows it, and once it has been checked,
 * what of it is right.
 */
#define GIG_TYPE_QUIZ_ANSWERS (gig_quiz_answers_get_type ())
G_DECLARE_FINAL_TYPE (GigQuizAnswers, gig_quiz_answers, GIG, QUIZ_ANSWERS, AdwBin)

/* (nullable): whose question is shown */
void gig_quiz_answers_set_quiz (GigQuizAnswers *self,
                                GigQuiz        *quiz);
/* (nullable): where the keyboard begins */
GtkWidget *gig_quiz_answers_get_first (GigQuizAnswers *self);

G_END_DECLS
