/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-dice.h"
#include "gig-set-system.h"

G_BEGIN_DECLS

/**
 * GigQuizItem:
 *
 * One thing asked: a question of the lesson, or one made from the sets of a
 * view. Immutable, reference-counted; it keeps its lesson alive. All texts are
 * asked for in a language, so that a live switch changes words and nothing else.
 */
typedef struct _GigQuizItem GigQuizItem;

#define GIG_TYPE_QUIZ_ITEM (gig_quiz_item_get_type ())
GType gig_quiz_item_get_type (void);

typedef enum
{
  GIG_QUIZ_ITEM_QUESTION,     /* of the lesson */
  GIG_QUIZ_ITEM_STATEMENT,    /* a sentence on two sets: true or false */
  GIG_QUIZ_ITEM_PLACE,        /* in which of these zones is a member */
  GIG_QUIZ_ITEM_WITNESS,      /* which of these members shows that “all are” is false */
} GigQuizItemKind;

/* How an item is answered. */
typedef enum
{
  GIG_QUIZ_ANSWER_SINGLE,     /* one choice */
  GIG_QUIZ_ANSWER_MULTIPLE,   /* any number of choices */
  GIG_QUIZ_ANSWER_ORDER,      /* all choices in the right order */
  GIG_QUIZ_ANSWER_MATCH,      /* a counterpart for each choice */
} GigQuizAnswerKind;

/* At most so many zones or members are offered. */
#define GIG_QUIZ_MAX_OFFERS 4

/* A question of the author’s; @seed shuffles what is shuffled. (transfer full) */
GigQuizItem        *gig_quiz_item_new_question       (GigLesson     *lesson,
                                                      GigQuestion   *question,
                                                      guint64        seed);
/* (nullable): %NULL where the view does not know the truth. */
GigQuizItem        *gig_quiz_item_new_statement      (GigLesson     *lesson,
                                                      GigView       *view,
                                                      GigQuantifier  quantifier,
                                                      guint          a,
                                                      guint          b);
/**
 * gig_quiz_item_new_place:
 * @member: one of gig_view_get_all_members(), inside at least one set
 * @max_zones: how many zones to offer, %G_MAXUINT for all and the outside (0)
 *
 * Zones that the readings of a contested member accept are all right. Wrong ones
 * offered are those nearest to the right one.
 *
 * Returns: (transfer full) (nullable): %NULL where there is no wrong zone
 */
GigQuizItem        *gig_quiz_item_new_place          (GigLesson           *lesson,
                                                      GigView             *view,
                                                      const GigViewMember *member,
                                                      guint                max_zones,
                                                      guint64              seed);
/* (nullable): %NULL unless “everything in @a is in @b” is false, with one certain
 * member that shows it and at least one that does not. */
GigQuizItem        *gig_quiz_item_new_witness        (GigLesson     *lesson,
                                                      GigView       *view,
                                                      guint          a,
                                                      guint          b,
                                                      guint64        seed);
/* The item of that id, or %NULL when the lesson has it no more. (transfer full) */
GigQuizItem        *gig_quiz_item_new_from_id        (GigLesson     *lesson,
                                                      const char    *id,
                                                      guint64        seed);
/* A next item from the set logic of any view of the lesson that is no claim.
 * (transfer full) (nullable): %NULL when the lesson has nothing to ask about */
GigQuizItem        *gig_quiz_item_new_generated      (GigLesson     *lesson,
                                                      GigDice       *dice,
                                                      guint64        seed);
GigQuizItem        *gig_quiz_item_ref                (GigQuizItem   *self);
void                gig_quiz_item_unref              (GigQuizItem   *self);

/* Stable as long as the lesson's ids are: `question:Q01`, `place:VIEW:MEMBER` … */
const char         *gig_quiz_item_get_id             (GigQuizItem   *self);
/* What it asks. */
GigQuizItemKind     gig_quiz_item_get_kind           (GigQuizItem   *self);
/* How it is answered. */
GigQuizAnswerKind   gig_quiz_item_get_answer_kind    (GigQuizItem   *self);
/* (transfer none) */
GigLesson          *gig_quiz_item_get_lesson         (GigQuizItem   *self);
GigQuestion        *gig_quiz_item_get_question       (GigQuizItem   *self);   /* (nullable): its blocks may be shown */
GigView            *gig_quiz_item_get_view           (GigQuizItem   *self);   /* (nullable) */
const GigViewMember *gig_quiz_item_get_member        (GigQuizItem   *self);   /* (nullable): of a place */
/* Where to read about it: (element-type GigConcept) (transfer container) */
GPtrArray          *gig_quiz_item_get_concepts       (GigQuizItem   *self);

/* Answers to choose from, to sort or to match. */
guint               gig_quiz_item_get_n_choices      (GigQuizItem   *self);
/* A match has as many counterparts as choices, shuffled; otherwise 0. */
guint               gig_quiz_item_get_n_counterparts (GigQuizItem   *self);
/* Whether a choice is right by itself: single and multiple only. */
gboolean            gig_quiz_item_is_right_choice    (GigQuizItem   *self,
                                                      guint          choice);
/* Where a choice belongs in the right order. */
guint               gig_quiz_item_get_right_position (GigQuizItem   *self,
                                                      guint          choice);
/* Of a match only: whether @counterpart, by its place, belongs to @choice. */
gboolean            gig_quiz_item_is_right_match     (GigQuizItem   *self,
                                                      guint          choice,
                                                      guint          counterpart);
/* The zone a choice of a place stands for; 0 for other kinds. */
GigZoneMask         gig_quiz_item_get_zone           (GigQuizItem   *self,
                                                      guint          choice);
/* (nullable): the member a choice of a witness stands for */
const GigViewMember *gig_quiz_item_get_offered_member (GigQuizItem  *self,
                                                       guint         choice);

/* What is asked: “Where does CLIP belong?” (transfer full) */
char               *gig_quiz_item_get_prompt         (GigQuizItem   *self,
                                                      GigLanguage   *language);
/* How to answer: “Choose one answer.” (transfer full) */
char               *gig_quiz_item_get_instruction    (GigQuizItem   *self,
                                                      GigLanguage   *language);
/* (transfer full) */
char               *gig_quiz_item_get_choice_text    (GigQuizItem   *self,
                                                      guint          choice,
                                                      GigLanguage   *language);
/* (transfer full) */
char               *gig_quiz_item_get_counterpart_text (GigQuizItem *self,
                                                        guint        counterpart,
                                                        GigLanguage *language);
/* (transfer full) (nullable) */
char               *gig_quiz_item_get_hint           (GigQuizItem   *self,
                                                      GigLanguage   *language);
/* Whether the author gave one. */
gboolean            gig_quiz_item_has_hint           (GigQuizItem   *self);
/**
 * gig_quiz_item_get_feedback:
 * @choice: a choice taken, or -1 for what holds however it was answered
 *
 * The reason, in set terms where the item is about sets.
 *
 * Returns: (transfer full) (nullable)
 */
char               *gig_quiz_item_get_feedback       (GigQuizItem   *self,
                                                      int            choice,
                                                      GigLanguage   *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigQuizItem, gig_quiz_item_unref)

G_END_DECLS
