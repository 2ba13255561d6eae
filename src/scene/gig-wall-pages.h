/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

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
 * GigWallPages:
 *
 * What one part of a step says, cut into as many pages as the wall needs: the
 * same sentences on a page in every language, so that a switch stays on it. A
 * page ends with a sentence; only one too long for a page is cut, at a clause,
 * with “…” on both sides. Immutable, reference-counted.
 */
typedef struct _GigWallPages GigWallPages;

/**
 * gig_wall_pages_new:
 * @room: (nullable): %NULL: everything on one page
 * @context: (nullable): from gig_wall_create_context(); %NULL with @room
 *
 * Returns: (transfer full)
 */
GigWallPages *gig_wall_pages_new          (GigLesson         *lesson,
                                           const GigStep     *step,
                                           guint              part,
                                           const GigWallRoom *room,
                                           PangoContext      *context);
GigWallPages *gig_wall_pages_ref          (GigWallPages      *self);
void          gig_wall_pages_unref        (GigWallPages      *self);
/* At least 1. */
guint         gig_wall_pages_get_n        (GigWallPages      *self);
/* Whether each page stands inside the margins in every language. */
gboolean      gig_wall_pages_get_fits     (GigWallPages      *self);
/* In @language, one of the lesson's. (transfer none) */
const char   *gig_wall_pages_get_text     (GigWallPages      *self,
                                           guint              page,
                                           const char        *language);
/* On a narrow wall with two languages the headline may have a page to itself. */
gboolean      gig_wall_pages_has_headline (GigWallPages      *self,
                                           guint              page);
/* @block's words as one line, items of lists on lines of their own. (transfer full) */
char         *gig_wall_get_block_text     (GigLesson         *lesson,
                                           GigBlock          *block,
                                           const char        *language);

/* --- Cutting texts --- */

/**
 * gig_wall_split_sentences:
 *
 * Where the sentences and the lines of a text end.
 *
 * Returns: (transfer full) (element-type guint): byte offsets of the ends, the last
 *   is the text's
 */
GArray       *gig_wall_split_sentences    (const char        *text);
/**
 * gig_wall_split_clauses:
 * @n_pieces: from 1
 *
 * Cuts a sentence into pieces of about the same length, at commas and the like,
 * before a conjunction, else between words.
 *
 * Returns: (transfer full): %NULL-terminated; @n_pieces long, the last ones may be
 *   empty in a short text
 */
GStrv         gig_wall_split_clauses      (const char        *text,
                                           guint              n_pieces);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigWallPages, gig_wall_pages_unref)

G_END_DECLS
