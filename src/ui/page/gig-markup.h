/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson.h"

G_BEGIN_DECLS

/* Scheme of the links that stand for footnotes: `gig-footnote:LABEL`. */
#define GIG_MARKUP_FOOTNOTE "gig-footnote:"

/**
 * gig_markup_new:
 * @lesson: a lesson
 * @concept: (nullable): the page, for its footnotes' numbers
 * @message: what to show
 * @code: the language wanted
 *
 * Pango markup of a message: styles, links, footnotes as raised numbers. A text
 * that is not in the language wanted carries its language's name behind it and
 * its own language attribute, for the screen reader's voice.
 *
 * Returns: (transfer full): the markup
 */
char *gig_markup_new             (GigLesson        *lesson,
                                  GigConcept       *concept,
                                  const GigMessage *message,
                                  const char       *code);
/* (nullable): the definition with this label among the page's blocks */
GigBlock *gig_markup_find_footnote (GigConcept    *concept,
                                    const char    *label);

G_END_DECLS
