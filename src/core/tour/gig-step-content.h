/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-set-system.h"

G_BEGIN_DECLS

/*
 * What a step of a tour shows: headline, text of one part, view and framed set.
 * Part 0 says the concept's first paragraph; each `. . .` in the concept begins a
 * next part, which says its first block in its place, or the takeaway of its own
 * diagram. The parts are the same in every language. A detour to a concept is a
 * step without a headline of its own.
 */

/* On the wall (research: WCAG and DISCAS leave room for about twelve lines). */
#define GIG_STEP_MAX_WORDS       40   /* of headline and text */
#define GIG_STEP_MAX_WORDS_BOTH  20   /* ditto, a language, when two are shown */
#define GIG_STEP_MAX_HEADLINE    90   /* characters: two lines at an x-height of 3 % */

/* The step's headline, else the concept's title. */
const GigMessage *gig_step_get_headline     (const GigStep *step);
/* At least 1. */
guint             gig_step_get_n_parts      (const GigStep *step);
/* (element-type GigBlock) (transfer container): what @part says: one block, or
 * none when the concept has no paragraph there; of “Look at these:” what follows */
GPtrArray        *gig_step_get_part         (const GigStep *step,
                                             guint          part);
/* (nullable): the view nearest to the concept */
GigView          *gig_step_get_view         (GigLesson     *lesson,
                                             const GigStep *step);
/* (nullable): the view that stands in @part, else the concept's last before it,
 * else the nearest */
GigView          *gig_step_get_part_view    (GigLesson     *lesson,
                                             const GigStep *step,
                                             guint          part);
/* The set of @view to frame: the concept's, else that of the nearest ancestor; -1 */
int               gig_step_get_framed_set   (GigView       *view,
                                             const GigStep *step);
/* Words of headline and @part in @language; of a list, of its longest item. */
guint             gig_step_count_words      (GigLesson     *lesson,
                                             const GigStep *step,
                                             guint          part,
                                             const char    *language);
/* Words separated by blanks, no-break spaces included, that hold a letter or digit:
 * French « : » is none. */
guint             gig_count_words           (const char    *text);
/**
 * gig_tours_check:
 * @diagnostics: (element-type GigDiagnostic): warnings are added, in the order of
 *   the tours, for every language of @lesson
 *
 * Steps that ask more of the wall than its limits. Whether the words fit the
 * room is for those who can measure text.
 */
void              gig_tours_check           (GigLesson     *lesson,
                                             const char    *file,
                                             GPtrArray     *diagnostics);

G_END_DECLS
