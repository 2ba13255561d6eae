/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/**
 * GigCompareDialog:
 *
 * Two or three concepts or models side by side: definition, kinds, attributes, how
 * they stand to each other, and the lesson's own tables that compare them.
 */
#define GIG_TYPE_COMPARE_DIALOG (gig_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GigCompareDialog, gig_compare_dialog, GIG, COMPARE_DIALOG, AdwDialog)

/* @concept: what to begin with, beside its nearest relative */
AdwDialog *gig_compare_dialog_new (GigLesson  *lesson,
                                   GigConcept *concept);

G_END_DECLS
