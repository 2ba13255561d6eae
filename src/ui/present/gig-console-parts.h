/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the console is made of. Each takes the show, which outlives it. */

#pragma once

#include "gig-show.h"

G_BEGIN_DECLS

/* A button's icon, and its text in the window's language as tooltip and name. */
GtkWidget *gig_console_button_new          (const char          *icon,
                                            const char          *text,
                                            GigShow             *show,
                                            GigPresenterCommand  command,
                                            guint                argument);
/* Ditto that stays pressed while a property of the presenter is @value. */
GtkWidget *gig_console_toggle_new          (const char          *icon,
                                            const char          *text,
                                            GigShow             *show,
                                            GigPresenterCommand  command,
                                            guint                argument);
/* @text: N_(): set as a label in the window's language */
GtkWidget *gig_console_label_new           (const char          *text,
                                            const char          *css_class);
/* All commands in one bar that wraps. */
GtkWidget *gig_console_bar_new             (GigShow             *show);
/* Clock, elapsed time, when it ends, pace and what to skip. */
GtkWidget *gig_console_time_new            (GigShow             *show);
/* Speaker notes of the step, or why they are hidden. */
GtkWidget *gig_console_notes_new           (GigShow             *show);
/* Hands for each answer of the question on the wall. */
GtkWidget *gig_console_vote_new            (GigShow             *show);
/* The steps of the tour by number. */
GtkWidget *gig_console_steps_new           (GigShow             *show);
/* The same as pictures of the wall. */
GtkWidget *gig_console_overview_new        (GigShow             *show);
/* Marks the step where the show is, which gets the focus. */
void       gig_console_overview_mark       (GtkWidget           *overview);
/* A picture of the wall of the wall's shape in a frame; see gig_console_preview_get_wall(). */
GtkWidget *gig_console_preview_new         (GigShow             *show,
                                            gboolean             interactive);
/* (nullable): nothing */
void       gig_console_preview_show        (GtkWidget           *preview,
                                            GigWallSlide        *slide);
GtkWidget *gig_console_preview_get_wall    (GtkWidget           *preview);

/* --- Dialogs --- */

AdwDialog *gig_console_concept_dialog_new  (GigShow             *show);
AdwDialog *gig_console_question_dialog_new (GigShow             *show);
AdwDialog *gig_console_room_dialog_new     (GigShow             *show);
AdwDialog *gig_console_keys_dialog_new     (GigShow             *show);

G_END_DECLS
