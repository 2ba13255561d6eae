/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gig-language.h"

G_BEGIN_DECLS

typedef enum
{
  GIG_SEVERITY_ERROR,
  GIG_SEVERITY_WARNING,
} GigSeverity;

/**
 * GigDiagnostic:
 *
 * What is wrong in a lesson, where, and what to write instead. `message` and
 * `advice` are formats marked for translation, with their arguments apart, so
 * that the same diagnostic is shown in any language.
 */
typedef struct _GigDiagnostic GigDiagnostic;

/* @message and @advice: N_() texts with %s placeholders for @arguments, in order
 * (message's first, then advice's; positional `%1$s` counts from the message's first). */
GigDiagnostic *gig_diagnostic_new           (GigSeverity          severity,
                                             const char          *file,
                                             guint                line,
                                             guint                column,
                                             const char          *message,
                                             const char          *advice,
                                             const char * const  *arguments);
GigDiagnostic *gig_diagnostic_ref           (GigDiagnostic       *self);
void           gig_diagnostic_unref         (GigDiagnostic       *self);
/* An error hides or changes something; a warning does not. */
GigSeverity    gig_diagnostic_get_severity  (GigDiagnostic       *self);
/* (nullable) (transfer none): the name of the lesson or of a translation, as for people */
const char    *gig_diagnostic_get_file      (GigDiagnostic       *self);
/* From 1; 0 where it has no place. */
guint          gig_diagnostic_get_line      (GigDiagnostic       *self);
/* In characters from 1; 0 for the whole line. */
guint          gig_diagnostic_get_column    (GigDiagnostic       *self);
/* What is wrong, and what to write instead, in @language (nullable: English). (transfer full) */
char          *gig_diagnostic_get_text      (GigDiagnostic       *self,
                                             GigLanguage         *language);
/* `FILE:LINE:COL: error: what is wrong; what to write instead`. (transfer full) */
char          *gig_diagnostic_format        (GigDiagnostic       *self,
                                             GigLanguage         *language);

/* Private to core/lesson, before anybody else sees it: @by more lines down. */
void           _gig_diagnostic_move        (GigDiagnostic       *self,
                                            int                  by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigDiagnostic, gig_diagnostic_unref)

G_END_DECLS
