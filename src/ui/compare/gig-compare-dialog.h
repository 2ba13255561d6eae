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
/**
 * gig_compare_dialog_new_for_ids:
 * @ids: ids of concepts and members, as in gig_comparison_parse()
 * @unknown: (out): without a dialog: an id that the lesson lacks
 *
 * A lone one is compared with its nearest relative. Of more, one that the lesson
 * lacks is named in the dialog.
 *
 * Returns: (nullable): %NULL where the lesson has none of them
 */
AdwDialog *gig_compare_dialog_new_for_ids (GigLesson   *lesson,
                                           const char  *ids,
                                           char       **unknown);
/* The size of text is what @settings have for `text-scale`, now and from now on. */
void       gig_compare_dialog_follow_text_scale (GigCompareDialog *self,
                                                 GSettings        *settings);

G_END_DECLS
