/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gig-language.h"
#include "gig-lesson-reader.h"

G_BEGIN_DECLS

/* Exit codes, as grep's: 0 fine, 1 something is wrong in the lesson, 2 trouble. */
#define GIG_EXIT_OK      0
#define GIG_EXIT_FAILED  1
#define GIG_EXIT_TROUBLE 2

/* A subcommand: argv[0] is its name. Returns an exit code. */
typedef int (*GigCommandFunc) (int           argc,
                               char        **argv,
                               GigLanguage  *language);

int             gig_command_align           (int           argc,
                                             char        **argv,
                                             GigLanguage  *language);
int             gig_command_check           (int           argc,
                                             char        **argv,
                                             GigLanguage  *language);
int             gig_command_export          (int           argc,
                                             char        **argv,
                                             GigLanguage  *language);
int             gig_command_layout          (int           argc,
                                             char        **argv,
                                             GigLanguage  *language);
int             gig_command_pot             (int           argc,
                                             char        **argv,
                                             GigLanguage  *language);
int             gig_command_search          (int           argc,
                                             char        **argv,
                                             GigLanguage  *language);

/* --- What commands share --- */

/**
 * gig_command_parse:
 * @parameters: (nullable): what follows the options: `FILE`
 * @summary: N_() text
 * @entries: their descriptions are N_() texts
 *
 * Parses a subcommand's options with help in @language; complains on stderr.
 *
 * Returns: whether to go on
 */
gboolean        gig_command_parse           (int                 *argc,
                                             char              ***argv,
                                             const char          *parameters,
                                             const char          *summary,
                                             const GOptionEntry  *entries,
                                             GigLanguage         *language);
/* Reads a lesson, or a diagram in a file of its own; complains on stderr and returns %NULL when there is none. */
GigLesson      *gig_command_read_lesson     (const char          *path,
                                             GigLanguage         *language);
/* `gigogne-lesson: MESSAGE` on stderr; takes @message. */
void            gig_command_complain        (char                *message);
/* The same with a format marked for translation and the texts of its `%s`, %NULL-terminated. */
void            gig_command_complain_of     (GigLanguage         *language,
                                             const char          *format,
                                             ...) G_GNUC_NULL_TERMINATED;
/* Prints diagnostics on standard output; returns how many are errors, or how many there are if @strict. */
guint           gig_command_print           (GPtrArray           *diagnostics,
                                             gboolean             strict,
                                             GigLanguage         *language);
/* Writes to @path, or to standard output when it is `-` or %NULL. */
gboolean        gig_command_write           (const char          *path,
                                             const void          *data,
                                             gsize                length);

G_END_DECLS
