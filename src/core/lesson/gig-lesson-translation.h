/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson-private.h"

G_BEGIN_DECLS

/* Adds a translation to a lesson that nobody else has yet; one into a language
 * it already has is left out. @file_name is nullable. */
void _gig_lesson_add_catalogue (GigLesson    *self,
                                GigCatalogue *catalogue,
                                const char   *file_name);
/* The pseudo-language, if the environment asks for it; and the list of languages. */
void _gig_lesson_end_catalogues (GigLesson   *self);
/* Looks for .po files beside the lesson's file, or .mo files in its resource. */
void _gig_lesson_find_catalogues (GigLesson  *self);
/* Reads one .po file; what is wrong with it is a diagnostic. @language is nullable. */
void _gig_lesson_read_catalogue (GigLesson   *self,
                                 GFile       *file,
                                 const char  *language);
/* A file's path as diagnostics name it: below the current folder without it. (transfer full) */
char *_gig_lesson_name_file     (GFile       *file);

G_END_DECLS
