/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GigWallLabel:
 *
 * A text on the wall that has been laid out already: painted, and read by a
 * screen reader as a heading or paragraph.
 */
#define GIG_TYPE_WALL_LABEL (gig_wall_label_get_type ())
G_DECLARE_FINAL_TYPE (GigWallLabel, gig_wall_label, GIG, WALL_LABEL, GtkWidget)

GtkWidget *gig_wall_label_new (GtkAccessibleRole  role);
/* @layout: (nullable): nothing is painted */
void       gig_wall_label_set (GigWallLabel      *self,
                               PangoLayout       *layout,
                               const GdkRGBA     *color);
/* (nullable) */
PangoLayout *gig_wall_label_get_layout (GigWallLabel *self);

G_END_DECLS
