/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-quiz-item.h"

G_BEGIN_DECLS

/**
 * GigQuizResponse:
 *
 * The answer being made to one item: what is chosen, in which order, with which
 * counterpart. Whether it may still be changed is up to the session.
 */
typedef struct _GigQuizResponse GigQuizResponse;

/* @item: (nullable): without one nothing can be answered */
GigQuizResponse *gig_quiz_response_new           (GigQuizItem     *item);
void             gig_quiz_response_free          (GigQuizResponse *self);

/* These say whether the answer has changed. */
gboolean         gig_quiz_response_choose        (GigQuizResponse *self,
                                                  guint            choice);
/* Of an order: the choice at @from goes to @to. FALSE when nothing changes. */
gboolean         gig_quiz_response_move          (GigQuizResponse *self,
                                                  guint            from,
                                                  guint            to);
/* @counterpart: -1 for none */
gboolean         gig_quiz_response_match         (GigQuizResponse *self,
                                                  guint            choice,
                                                  int              counterpart);

/* Of one or several choices; FALSE for an order or a match. */
gboolean         gig_quiz_response_is_chosen     (GigQuizResponse *self,
                                                  guint            choice);
/* Of an order: which choice stands at @position, from 0. */
guint            gig_quiz_response_get_choice_at (GigQuizResponse *self,
                                                  guint            position);
/* Of a match: the counterpart given to @choice, or -1. */
int              gig_quiz_response_get_match     (GigQuizResponse *self,
                                                  guint            choice);
/* Whether there is enough to be checked. */
gboolean         gig_quiz_response_is_complete   (GigQuizResponse *self);
/* See gig_quiz_is_right_at(). */
gboolean         gig_quiz_response_is_right_at   (GigQuizResponse *self,
                                                  guint            choice);
/* Whether all of it is. */
gboolean         gig_quiz_response_is_right      (GigQuizResponse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigQuizResponse, gig_quiz_response_free)

G_END_DECLS
