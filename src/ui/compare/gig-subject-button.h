/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-comparison.h"

G_BEGIN_DECLS

/**
 * GigSubjectButton:
 *
 * Shows what is compared in one column, and opens a searchable list of the
 * lesson's concepts and members to compare another. `subject-changed` is emitted
 * when one has been chosen.
 */
#define GIG_TYPE_SUBJECT_BUTTON (gig_subject_button_get_type ())
G_DECLARE_FINAL_TYPE (GigSubjectButton, gig_subject_button, GIG, SUBJECT_BUTTON, AdwBin)

/* @optional: whether nothing is a choice too */
GtkWidget  *gig_subject_button_new         (GigLesson        *lesson,
                                            gboolean          optional);
/* @subject may be nothing: both its members %NULL. */
void        gig_subject_button_set_subject (GigSubjectButton *self,
                                            GigSubject        subject);
/* What was chosen last. */
GigSubject  gig_subject_button_get_subject (GigSubjectButton *self);

G_END_DECLS
