/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/* The least width of a text. Asked for none, GTK breaks and shapes each text
 * letter by letter to find out how narrow it could be. */
#define GIG_BLOCK_VIEW_MIN_CHARS 10

/**
 * gig_block_view_new:
 * @lesson: a lesson
 * @block: one of its blocks
 *
 * Returns: (transfer floating) (nullable): a widget that shows @block in its
 *   window's language; %NULL for what a page shows elsewhere or not at all
 *   (pauses, footnotes, takeaways, which stand with their view)
 */
GtkWidget *gig_block_view_new       (GigLesson *lesson,
                                     GigBlock  *block);
/* A box of @blocks (element-type GigBlock), 12 px apart. (transfer floating) */
GtkWidget *gig_block_view_new_box   (GigLesson *lesson,
                                     GPtrArray *blocks);

/* Whether a page gives @block more room above: it begins a unit of meaning. */
gboolean   gig_block_view_is_unit   (GigBlock  *block);

G_END_DECLS
