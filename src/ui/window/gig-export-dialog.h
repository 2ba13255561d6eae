/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"
#include "gig-window.h"

G_BEGIN_DECLS

/**
 * GigExportDialog:
 *
 * A view of a lesson as a picture to take away: what it will look like, in which
 * format and language; saved as a file, or copied for a slide.
 */
#define GIG_TYPE_EXPORT_DIALOG (gig_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GigExportDialog, gig_export_dialog, GIG, EXPORT_DIALOG, AdwDialog)

/* @window: says what has been done, and has the language to begin with
 * @lesson: kept, as it is now */
AdwDialog *gig_export_dialog_new (GigWindow *window,
                                  GigLesson *lesson,
                                  GigView   *view);

G_END_DECLS
