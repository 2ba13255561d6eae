/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-show.h"

G_BEGIN_DECLS

/**
 * GigAudienceWindow:
 *
 * What the class sees, in the wall's own language: nothing but the wall.
 */
#define GIG_TYPE_AUDIENCE_WINDOW (gig_audience_window_get_type ())
G_DECLARE_FINAL_TYPE (GigAudienceWindow, gig_audience_window, GIG, AUDIENCE_WINDOW, GtkWindow)

/* @show: must outlive the window */
GtkWidget *gig_audience_window_new     (GigShow           *show);
/* See gig_wall_prepare(). */
gboolean   gig_audience_window_prepare (GigAudienceWindow *self,
                                        GigWallSlide      *slide,
                                        GigLanguage       *first,
                                        GigLanguage       *second,
                                        gboolean           dark);

G_END_DECLS
