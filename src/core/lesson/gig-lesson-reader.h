/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson.h"

G_BEGIN_DECLS

/* Limits of what is read; exceeding one is a diagnostic (of the file: an error). */
#define GIG_LESSON_MAX_BYTES       (16 * 1024 * 1024)
#define GIG_LESSON_MAX_NESTING     32
#define GIG_LESSON_MAX_TABLE_CELLS 20000
#define GIG_LESSON_MAX_BLOCKS      200000

/**
 * gig_lesson_read_file:
 * @file: a Markdown file or resource:// URI
 * @error: return location, for what leaves nothing to show: no such file, a
 *   directory, no permission, too large; the message is whole and translatable
 *
 * Reads a lesson and the catalogues beside it: `x.LANG.po`, `po/x/LANG.po`, or
 * `LANG.po` if it is the folder's only lesson; for a resource, `x/LANG.mo`.
 * Blocks; any thread. Everything else that is wrong is a diagnostic of the
 * lesson returned.
 *
 * Returns: (transfer full) (nullable):
 */
GigLesson *gig_lesson_read_file   (GFile         *file,
                                   GCancellable  *cancellable,
                                   GError       **error);
/**
 * gig_lesson_read_bytes:
 * @name: the file's name for diagnostics and for gig_lesson_get_name()
 * @catalogues: (nullable) (element-type GigCatalogue): its translations
 *
 * Returns: (transfer full): never %NULL
 */
GigLesson *gig_lesson_read_bytes  (GBytes        *bytes,
                                   const char    *name,
                                   GPtrArray     *catalogues);

G_END_DECLS
