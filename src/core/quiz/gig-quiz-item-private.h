/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-quiz-item.h"

G_BEGIN_DECLS

struct _GigQuizItem
{
  gatomicrefcount      ref_count;
  GigQuizItemKind      kind;
  GigQuizAnswerKind    answer_kind;
  char                *id;
  GigLesson           *lesson;

  GigQuestion         *question;
  GigView             *view;
  GigStatement         statement;
  const GigViewMember *member;

  guint                n_choices;
  guint               *order;         /* choice → answer of the question, as shown */
  guint               *counterparts;  /* counterpart shown → answer of the question */
  GigZoneMask         *zones;
  const GigViewMember **members;
};

GigQuizItem *_gig_quiz_item_new       (GigLesson           *lesson,
                                       GigQuizItemKind      kind,
                                       GigQuizAnswerKind    answer_kind,
                                       guint                n_choices);
/* KIND:PART:PART with the parts escaped. (transfer full) */
char        *_gig_quiz_item_make_id   (const char          *kind,
                                       const char * const  *parts);
/* The same item is always shuffled alike by the same seed. */
GigDice      _gig_quiz_item_make_dice (GigQuizItem         *self,
                                       guint64              seed);
/* 0, 1 … @n − 1. (transfer full) */
guint       *_gig_quiz_make_identity  (guint                n);

G_END_DECLS
