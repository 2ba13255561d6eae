/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson.h"

G_BEGIN_DECLS

/* Limits of what is read; exceeding one is a diagnostic (of the file: an error). */
#define GIG_LESSON_MAX_BYTES       (16 * 1024 * 1024)
#define GIG_LESSON_MAX_NESTING     32
#define GIG_LESSON_MAX_TABLE_CELLS 20000
#define GIG_LESSON_MAX_BLOCKS      200000

#define GIG_LESSON_ERROR (gig_lesson_error_quark ())
GQuark gig_lesson_error_quark (void);

/* What leaves nothing to show. */
typedef enum
{
  GIG_LESSON_ERROR_NOT_FOUND,
  GIG_LESSON_ERROR_NOT_A_FILE,        /* a folder, a device */
  GIG_LESSON_ERROR_NO_PERMISSION,
  GIG_LESSON_ERROR_TOO_LARGE,
  GIG_LESSON_ERROR_NOT_TEXT,
  GIG_LESSON_ERROR_FAILED,            /* reading stopped with an error of the system */
} GigLessonError;

/**
 * gig_lesson_error_describe:
 * @error: an error of gig_lesson_read_file()
 * @file: the file that was to be read
 * @language: (nullable): %NULL for English
 *
 * Returns: (transfer full): what happened and what to do, as whole sentences
 */
char      *gig_lesson_error_describe (const GError *error,
                                      GFile        *file,
                                      GigLanguage  *language);

/**
 * gig_lesson_read_file:
 * @file: a Markdown file or resource:// URI
 * @error: return location, in the domain %GIG_LESSON_ERROR or %G_IO_ERROR_CANCELLED,
 *   for what leaves nothing to show
 *
 * Reads a lesson and its catalogues: `x.LANG.po` beside it, `po/x/LANG.po` there or
 * up to two folders above (a project with `data/lessons/x.md`), or `LANG.po` if it is
 * the folder's only lesson; for a resource, `x/LANG.mo`.
 * Blocks; any thread. Everything else that is wrong is a diagnostic of the
 * lesson returned. With GIGOGNE_PSEUDO=1 in the environment it also has the
 * pseudo-language.
 *
 * Returns: (transfer full) (nullable):
 */
GigLesson *gig_lesson_read_file      (GFile         *file,
                                      GCancellable  *cancellable,
                                      GError       **error);
/* The same without looking for catalogues: @catalogues, (nullable)
 * (element-type GFile), are .po files read instead. */
GigLesson *gig_lesson_read_with      (GFile         *file,
                                      GPtrArray     *catalogues,
                                      GCancellable  *cancellable,
                                      GError       **error);
/**
 * gig_lesson_read_bytes:
 * @name: the file's name for diagnostics and for gig_lesson_get_name()
 * @catalogues: (nullable) (element-type GigCatalogue): its translations
 *
 * Returns: (transfer full): never %NULL
 */
GigLesson *gig_lesson_read_bytes     (GBytes        *bytes,
                                      const char    *name,
                                      GPtrArray     *catalogues);

G_END_DECLS
