/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-quiz-item.h"

G_BEGIN_DECLS

/**
 * GigQuiz:
 *
 * A learner's session: one item at a time, without clock or score by speed.
 * What was answered wrongly comes back a few items later, and then again less
 * and less soon until it was right twice in a row (after Leitner's boxes). The
 * same seed and the same answers give the same session.
 *
 * The answer being made is kept here too, not in widgets, so that switching the
 * language or the size of the window loses nothing. Properties that notify:
 * `item`, `state`, `hint-shown`, `n-answered`, `n-right`, `n-due`. The signal
 * `response-changed` tells of every change of the answer being made.
 */
#define GIG_TYPE_QUIZ (gig_quiz_get_type ())
G_DECLARE_FINAL_TYPE (GigQuiz, gig_quiz, GIG, QUIZ, GObject)

typedef enum
{
  GIG_QUIZ_ASKING,
  GIG_QUIZ_RIGHT,           /* checked; the feedback may be shown */
  GIG_QUIZ_WRONG,
  GIG_QUIZ_FINISHED,        /* nothing is left to ask; item is %NULL */
} GigQuizState;

#define GIG_TYPE_QUIZ_STATE (gig_quiz_state_get_type ())
GType gig_quiz_state_get_type (void);

typedef enum
{
  GIG_QUIZ_SOURCE_LESSON    = 1 << 0,   /* the lesson's questions, in its order */
  GIG_QUIZ_SOURCE_GENERATED = 1 << 1,   /* from the set logic, without end */
  GIG_QUIZ_SOURCE_ALL       = GIG_QUIZ_SOURCE_LESSON | GIG_QUIZ_SOURCE_GENERATED,
} GigQuizSources;

/* An item answered wrongly is right again after so many right answers in a row. */
#define GIG_QUIZ_N_BOXES 2
/* It comes back after so many other items, twice as many the next time. */
#define GIG_QUIZ_FIRST_WAIT 3

/* (transfer full): the same @seed gives the same questions in the same order */
GigQuiz            *gig_quiz_new               (GigLesson       *lesson,
                                                GigQuizSources   sources,
                                                guint64          seed);
/* (transfer none) */
GigLesson          *gig_quiz_get_lesson        (GigQuiz         *self);
/* (nullable): what is asked now; %NULL when finished */
GigQuizItem        *gig_quiz_get_item          (GigQuiz         *self);
/* The property `state`. */
GigQuizState       gig_quiz_get_state          (GigQuiz         *self);
/* Goes on: after an answer, or leaving the item out, which then comes back. */
void                gig_quiz_next              (GigQuiz         *self);
/* Asks @item now; what was asked comes back. */
void                gig_quiz_ask               (GigQuiz         *self,
                                                GigQuizItem     *item);
/* Forgets all answers and starts anew with another order of what is generated. */
void                gig_quiz_reset             (GigQuiz         *self);

/* --- The answer being made. Nothing changes once it has been checked. --- */

/* Single: chooses; multiple: chooses or leaves out again. */
void                gig_quiz_choose            (GigQuiz         *self,
                                                guint            choice);
/* As gig_quiz_response_is_chosen(). */
gboolean            gig_quiz_is_chosen         (GigQuiz         *self,
                                                guint            choice);
/* Order: which choice stands at @position, and moving it. */
guint               gig_quiz_get_choice_at     (GigQuiz         *self,
                                                guint            position);
/* As gig_quiz_response_move(); does nothing once it is answered. */
void                gig_quiz_move              (GigQuiz         *self,
                                                guint            from,
                                                guint            to);
/* Match: the counterpart of @choice, or -1. Giving one that another choice has
 * takes it from there. */
int                 gig_quiz_get_match         (GigQuiz         *self,
                                                guint            choice);
/* @counterpart: its place, or -1 to take it back; does nothing once it is answered. */
void                gig_quiz_match             (GigQuiz         *self,
                                                guint            choice,
                                                int              counterpart);
/* Whether enough is chosen to be checked. */
gboolean            gig_quiz_can_check         (GigQuiz         *self);
/* Checks the answer: state becomes right or wrong. */
void                gig_quiz_check             (GigQuiz         *self);
/* After checking: whether what stands at @choice (single, multiple, match) or at
 * the position @choice (order) is as it should be. */
gboolean            gig_quiz_is_right_at       (GigQuiz         *self,
                                                guint            choice);
/* Does nothing where there is none. */
void                gig_quiz_show_hint         (GigQuiz         *self);
/* Of the question asked now. */
gboolean            gig_quiz_get_hint_shown    (GigQuiz         *self);
/* The verdict and the reasons, one paragraph each; %NULL-terminated, empty
 * before checking. (transfer full) */
GStrv               gig_quiz_get_feedback      (GigQuiz         *self,
                                                GigLanguage     *language);

/* --- Progress --- */

/* Since it was made. */
guint               gig_quiz_get_n_answered    (GigQuiz         *self);
/* Of those answered. */
guint               gig_quiz_get_n_right       (GigQuiz         *self);
/* How many items wait to come back. */
guint               gig_quiz_get_n_due         (GigQuiz         *self);
/* How many of the lesson's questions have been answered rightly, and of how many. */
guint               gig_quiz_get_n_learned     (GigQuiz         *self,
                                                guint           *n_questions);
/* “7 of 9 right, 2 to see again” (transfer full) */
char               *gig_quiz_get_progress_text (GigQuiz         *self,
                                                GigLanguage     *language);
/* For the settings: all but the answer being made. (transfer full): not floating */
GVariant           *gig_quiz_save              (GigQuiz         *self);
/* FALSE, and nothing changed, when @saved is not what gig_quiz_save() gives. Items
 * the lesson has no more are forgotten. */
gboolean            gig_quiz_restore           (GigQuiz         *self,
                                                GVariant        *saved);

G_END_DECLS
