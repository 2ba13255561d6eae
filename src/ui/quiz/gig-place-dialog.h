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

/* @scale: 0.8–3.0 of the desktop's size of text */
void       gig_place_dialog_set_text_scale (GigPlaceDialog *self,
                                            double          scale);

G_END_DECLS
