/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-pointing.h"
#include "gig-wall-drawn.h"

G_BEGIN_DECLS

/**
 * GigWallDiagram:
 *
 * A view on the wall: one picture to look at, with its description for a screen
 * reader. Changing the view morphs it; changing the language changes words only.
 * Emits `drawn` when it shows something else, which may be while it is given its place.
 */
#define GIG_TYPE_WALL_DIAGRAM (gig_wall_diagram_get_type ())
G_DECLARE_FINAL_TYPE (GigWallDiagram, gig_wall_diagram, GIG, WALL_DIAGRAM, GtkWidget)

/* @preview: not exposed to screen readers */
GtkWidget *gig_wall_diagram_new         (GigWallStore         *store,
                                         GigLesson            *lesson,
                                         gboolean              preview);
/**
 * gig_wall_diagram_show:
 * @width: px the diagram is about to be given
 * @height: px
 * @animate: whether what is drawn may move to its new places
 */
void       gig_wall_diagram_show        (GigWallDiagram       *self,
                                         const GigWallPicture *picture,
                                         GigLanguage          *language,
                                         double                width,
                                         double                height,
                                         gboolean              animate);
/* Pulses a name; %NULL: none. */
void       gig_wall_diagram_point_at    (GigWallDiagram       *self,
                                         const GigPointTarget *target);
/* Where a set's name or member stands, px; FALSE: nowhere. */
gboolean   gig_wall_diagram_find_target (GigWallDiagram       *self,
                                         const GigPointTarget *target,
                                         GigRect              *rect);
/* (nullable): what is drawn now; px from GIG_WALL_SCENE_MARGIN above and left of the widget */
GigScene  *gig_wall_diagram_get_scene   (GigWallDiagram       *self);
/* (element-type utf8) (transfer full): the names behind numbered dots, in their order; empty when names are shown */
GPtrArray *gig_wall_diagram_get_key     (GigWallDiagram       *self);

G_END_DECLS
