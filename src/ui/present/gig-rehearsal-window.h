/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-show.h"

G_BEGIN_DECLS

/**
 * GigRehearsalWindow:
 *
 * A projector that is not there: the wall at another projector's size, with what
 * it would crop, what room light leaves of the contrast, and how other eyes see
 * the colours.
 */
#define GIG_TYPE_REHEARSAL_WINDOW (gig_rehearsal_window_get_type ())
G_DECLARE_FINAL_TYPE (GigRehearsalWindow, gig_rehearsal_window, GIG, REHEARSAL_WINDOW, AdwWindow)

/* Opens the window above @parent, one of the show's; it closes with the show. */
void gig_rehearsal_window_open (GigShow   *show,
                                GtkWindow *parent);

G_END_DECLS
