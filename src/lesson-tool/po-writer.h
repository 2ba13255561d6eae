/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson.h"

G_BEGIN_DECLS

/* Returns the translation of @message, or %NULL. */
typedef const char *(*GigPoTranslate) (const GigMessage *message,
                                       gpointer          user_data);

/**
 * gig_po_write:
 * @file_name: as `#:` comments name the lesson
 * @language: (nullable): %NULL for a template
 * @translate: (nullable): gives the msgstrs
 *
 * Writes the messages of @lesson as a gettext catalogue, in the order of the
 * lesson, each text once. The same lesson gives the same bytes.
 *
 * Returns: (transfer full):
 */
char *gig_po_write (GigLesson      *lesson,
                    const char     *file_name,
                    const char     *language,
                    GigPoTranslate  translate,
                    gpointer        user_data);

G_END_DECLS
