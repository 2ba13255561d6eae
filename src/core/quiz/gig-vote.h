/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-quiz-item.h"

G_BEGIN_DECLS

/**
 * GigVote:
 *
 * “Predict, then reveal”: something is asked of a class, the hands that go up
 * are counted for each choice, and only then the answer is shown. Single and
 * multiple choice; an order or a match cannot be voted on.
 *
 * Properties that notify: `revealed`, `total`. `changed` is emitted whenever a
 * count changes.
 */
#define GIG_TYPE_VOTE (gig_vote_get_type ())
G_DECLARE_FINAL_TYPE (GigVote, gig_vote, GIG, VOTE, GObject)

#define GIG_VOTE_MAX_HANDS 999

/* Whether @item has choices that hands can be raised for. */
gboolean      gig_vote_can_ask         (GigQuizItem         *item);
/* Nobody has voted yet. (transfer full) */
GigVote      *gig_vote_new             (GigQuizItem         *item);
/* “Where does it belong?”, with all zones of @view and the outside. (nullable): %NULL where there is one only */
GigVote      *gig_vote_new_for_member  (GigLesson           *lesson,
                                        GigView             *view,
                                        const GigViewMember *member);
/* (transfer none) */
GigQuizItem  *gig_vote_get_item        (GigVote             *self);
/* Hands for @choice. */
guint         gig_vote_get_count       (GigVote             *self,
                                        guint                choice);
/* Clamped to 0 … GIG_VOTE_MAX_HANDS. Counts may still be corrected once revealed. */
void          gig_vote_set_count       (GigVote             *self,
                                        guint                choice,
                                        int                  hands);
/* Hands in all. */
guint         gig_vote_get_total       (GigVote             *self);
/* Its share of all hands, 0 to 1: the length of its bar, so that half the hands fill half of it. */
double        gig_vote_get_share       (GigVote             *self,
                                        guint                choice);
/* Whether the right answer is shown. */
gboolean      gig_vote_get_revealed    (GigVote             *self);
/* Notifies. */
void          gig_vote_set_revealed    (GigVote             *self,
                                        gboolean             revealed);
/* No hands, and not revealed. */
void          gig_vote_reset           (GigVote             *self);
/* “12 hands of 28 for the right answer” (transfer full); %NULL until revealed or without hands */
char         *gig_vote_get_result_text (GigVote             *self,
                                        GigLanguage         *language);
/* “12 hands, 43 %” (transfer full) */
char         *gig_vote_get_count_text  (GigVote             *self,
                                        guint                choice,
                                        GigLanguage         *language);

G_END_DECLS
