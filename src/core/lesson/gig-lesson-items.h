/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson-build.h"

G_BEGIN_DECLS

/* Blocks that hold blocks: lists, quotes, callouts, and what HTML there is. */

GigBlock      *gig_lesson_items_read_heading (GigLessonBuild *build,
                                              const GigNode  *node);
GigBlock      *gig_lesson_items_read_list    (GigLessonBuild *build,
                                              const GigNode  *node);
GigBlock      *gig_lesson_items_read_quote   (GigLessonBuild *build,
                                              const GigNode  *node);
/* Comments, `<details>` and others. Returns the last node it took. */
const GigNode *gig_lesson_items_read_html    (GigLessonBuild *build,
                                              const GigNode  *node,
                                              GPtrArray      *list);

G_END_DECLS
