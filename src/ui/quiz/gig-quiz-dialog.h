/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/**
 * GigQuizDialog:
 *
 * The quiz of a lesson: one thing asked at a time, an answer, then the reason.
 * No clock, no marks. What has been answered is kept in the setting
 * `quiz-progress`, so that the next time goes on from there.
 */
#define GIG_TYPE_QUIZ_DIALOG (gig_quiz_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GigQuizDialog, gig_quiz_dialog, GIG, QUIZ_DIALOG, AdwDialog)

/* @question: (nullable): begins with it */
AdwDialog *gig_quiz_dialog_new (GSettings   *settings,
                                GigLesson   *lesson,
                                GigQuestion *question);

G_END_DECLS
