/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "gig-lesson.h"
#include "gig-set-system.h"
#include "gig-vote.h"

G_BEGIN_DECLS

/**
 * GigWallSlide:
 *
 * What the wall shows at once: a headline, one page of text in every language
 * of the lesson, a view with a set framed; or a question. Immutable,
 * reference-counted; it keeps its lesson alive.
 */
typedef struct _GigWallSlide GigWallSlide;

/**
 * GigWallRoom:
 * @aspect: width by height of the wall
 * @x_height: of the body, of the wall's height
 * @both: whether two languages stand on the wall
 *
 * What decides how many pages a text needs.
 */
typedef struct
{
  double   aspect;
  double   x_height;
  gboolean both;
} GigWallRoom;

/**
 * gig_wall_slide_count_pages:
 * @context: from gig_wall_create_context()
 *
 * How many pages @part of @step needs so that each fits in every language: the
 * same number in all, so that a switch of language stays on the page.
 */
guint             gig_wall_slide_count_pages   (GigLesson         *lesson,
                                                const GigStep     *step,
                                                guint              part,
                                                const GigWallRoom *room,
                                                PangoContext      *context);
/* @page of @n_pages of @part of @step. (transfer full) */
GigWallSlide     *gig_wall_slide_new           (GigLesson         *lesson,
                                                const GigStep     *step,
                                                guint              part,
                                                guint              page,
                                                guint              n_pages);
/* A question for the class. (transfer full) */
GigWallSlide     *gig_wall_slide_new_vote      (GigVote           *vote);
/* (nullable): the view beside @part */
GigView          *gig_wall_slide_find_view     (GigLesson         *lesson,
                                                const GigStep     *step,
                                                guint              part);
GigWallSlide     *gig_wall_slide_ref           (GigWallSlide      *self);
void              gig_wall_slide_unref         (GigWallSlide      *self);

GigLesson        *gig_wall_slide_get_lesson    (GigWallSlide      *self);
/* (transfer full): in @language, or in the lesson's own where it is missing; then
 * @real says which */
char             *gig_wall_slide_get_headline  (GigWallSlide      *self,
                                                GigLanguage       *language,
                                                const char       **real);
/* (transfer full): "" where there is nothing to say */
char             *gig_wall_slide_get_body      (GigWallSlide      *self,
                                                GigLanguage       *language,
                                                const char       **real);
GigView          *gig_wall_slide_get_view      (GigWallSlide      *self);   /* (nullable) */
int               gig_wall_slide_get_framed    (GigWallSlide      *self);   /* set of the view, or -1 */
GigVote          *gig_wall_slide_get_vote      (GigWallSlide      *self);   /* (nullable) */
/* (nullable): whose name is asked for, so that it is not shown before */
const GigViewMember *gig_wall_slide_get_hidden (GigWallSlide      *self);
/* Translations of headline and text: missing, fuzzy or done. For the console only. */
GigTranslationState gig_wall_slide_get_state   (GigWallSlide      *self,
                                                const char        *language);
/* @block's words as one line, items of lists between semicolons. (transfer full) */
char             *gig_wall_slide_get_block_text (GigLesson        *lesson,
                                                 GigBlock         *block,
                                                 const char       *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigWallSlide, gig_wall_slide_unref)

G_END_DECLS
