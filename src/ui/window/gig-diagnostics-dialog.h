/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/* What is wrong in a lesson, line by line; a button opens the file in an editor. */
#define GIG_TYPE_DIAGNOSTICS_DIALOG (gig_diagnostics_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GigDiagnosticsDialog, gig_diagnostics_dialog, GIG, DIAGNOSTICS_DIALOG, AdwDialog)

AdwDialog *gig_diagnostics_dialog_new        (GigLesson            *lesson);
/* The same lesson, read again. */
void       gig_diagnostics_dialog_set_lesson (GigDiagnosticsDialog *self,
                                              GigLesson            *lesson);

G_END_DECLS
