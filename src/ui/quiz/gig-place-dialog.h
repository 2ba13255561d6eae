/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-set-system.h"

G_BEGIN_DECLS

/**
 * GigPlaceDialog:
 *
 * “Place the models”: a view without its members, and the members in a tray. One
 * is dragged into its zone; or picked, and then the zone picked in the diagram or
 * by name. A wrong place says why.
 */
#define GIG_TYPE_PLACE_DIALOG (gig_place_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GigPlaceDialog, gig_place_dialog, GIG, PLACE_DIALOG, AdwDialog)

AdwDialog *gig_place_dialog_new (GigLesson *lesson,
                                 GigView   *view);

/* The size of text is what @settings have for `text-scale`, now and from now on. */
void       gig_place_dialog_follow_text_scale (GigPlaceDialog *self,
                                               GSettings      *settings);

G_END_DECLS
