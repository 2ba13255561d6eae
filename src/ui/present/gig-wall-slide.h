/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "gig-lesson.h"
#include "gig-set-system.h"
#include "gig-vote.h"
#include "gig-wall-pages.h"

G_BEGIN_DECLS

/**
 * GigWallSlide:
 *
 * What the wall shows at once: a headline, one page of text in every language
 * of the lesson, a view with a set framed; or a question. Immutable,
 * reference-counted; it keeps its lesson alive.
 */
typedef struct _GigWallSlide GigWallSlide;

/* @page of @pages of @part of @step. (transfer full) */
GigWallSlide     *gig_wall_slide_new           (GigLesson         *lesson,
                                                const GigStep     *step,
                                                guint              part,
                                                GigWallPages      *pages,
                                                guint              page);
/* A question for the class. (transfer full) */
GigWallSlide     *gig_wall_slide_new_vote      (GigVote           *vote);
GigWallSlide     *gig_wall_slide_ref           (GigWallSlide      *self);
void              gig_wall_slide_unref         (GigWallSlide      *self);

/* (transfer none) */
GigLesson        *gig_wall_slide_get_lesson    (GigWallSlide      *self);
/* (transfer full): in @language, or in the lesson's own where it is missing; then
 * @real says which */
char             *gig_wall_slide_get_headline  (GigWallSlide      *self,
                                                GigLanguage       *language,
                                                const char       **real);
/* FALSE: only the text is shown */
gboolean          gig_wall_slide_shows_headline (GigWallSlide     *self);
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigWallSlide, gig_wall_slide_unref)

G_END_DECLS
