/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scales the text of @widget and all in it by @scale, 0.8–3.0 of the desktop's
 * size, through a style class: GTK's own text size stays the desktop's. */
void gig_text_scale_apply  (GtkWidget *widget,
                            double     scale);
/* Scales the text of @widget by what @settings have for `text-scale`, now and from now on. */
void gig_text_scale_follow (GtkWidget *widget,
                            GSettings *settings);
/* Gives @widget, new and without a size of its own, the size of the text around @like. */
void gig_text_scale_copy   (GtkWidget *widget,
                            GtkWidget *like);

G_END_DECLS
