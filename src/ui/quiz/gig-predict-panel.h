/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-set-system.h"

G_BEGIN_DECLS

/**
 * GigPredictPanel:
 *
 * “Predict, then reveal”: a model is named, the hands that go up are counted for
 * each zone of a view and for the outside, bars show them, and only then its place
 * and the reason are told.
 *
 * Signals:
 *  - `revealed` (): the answer is shown now
 *  - `next` (): another model is asked for
 */
#define GIG_TYPE_PREDICT_PANEL (gig_predict_panel_get_type ())
G_DECLARE_FINAL_TYPE (GigPredictPanel, gig_predict_panel, GIG, PREDICT_PANEL, AdwBin)

GtkWidget           *gig_predict_panel_new          (GigLesson           *lesson,
                                                     GigView             *view);
/* Asks about @member, with all hands down. (nullable): %NULL when none is left */
void                 gig_predict_panel_set_member   (GigPredictPanel     *self,
                                                     const GigViewMember *member);
/* (nullable) */
const GigViewMember *gig_predict_panel_get_member   (GigPredictPanel     *self);
/* Whether the answer is shown. */
gboolean             gig_predict_panel_get_revealed (GigPredictPanel     *self);
/* Whether there is another model to go on to. */
void                 gig_predict_panel_set_has_next (GigPredictPanel     *self,
                                                     gboolean             has_next);
/* Gives the focus to the counter of @zone, 0 for the outside. */
void                 gig_predict_panel_focus_zone   (GigPredictPanel     *self,
                                                     GigZoneMask          zone);
/* (transfer none): where the model's name stands */
GtkWidget           *gig_predict_panel_get_prompt   (GigPredictPanel     *self);

/* What is read, not its buttons, has the size of text that @settings have for
 * `text-scale`, now and from now on. */
void                 gig_predict_panel_follow_text_scale (GigPredictPanel *self,
                                                          GSettings       *settings);

G_END_DECLS
