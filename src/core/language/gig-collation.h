/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gig_fold:
 * @text: UTF-8
 *
 * For searching: lower case, no accents (NFKD, marks dropped), œ → oe, æ → ae,
 * ’ → ', no-break spaces → spaces, · and hyphens kept.
 *
 * Returns: (transfer full): the folded text
 */
char *gig_fold             (const char *text);
/**
 * gig_fold_with_map:
 * @map: (out) (transfer full) (array): for each byte of the folded text and its
 *   end, the byte offset in @text of the character it comes from
 *
 * As gig_fold(), to find the place in the original text of a match.
 */
char *gig_fold_with_map    (const char *text,
                            guint     **map);
/**
 * gig_collation_key:
 *
 * A key that strcmp() orders as a dictionary does in English and French: letters
 * first (without case, accents and ligatures), then accents, then the original.
 * g_utf8_collate() cannot: under C.UTF-8 it puts Étude after Zèbre.
 */
char *gig_collation_key    (const char *text);

G_END_DECLS
