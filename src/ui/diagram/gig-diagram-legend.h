/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-scene.h"

G_BEGIN_DECLS

/**
 * GigDiagramLegend:
 *
 * One quiet line: what areas mean, and the marks that this drawing has. As high
 * in every language, so that a switch moves nothing.
 */
#define GIG_TYPE_DIAGRAM_LEGEND (gig_diagram_legend_get_type ())
G_DECLARE_FINAL_TYPE (GigDiagramLegend, gig_diagram_legend, GIG, DIAGRAM_LEGEND, AdwBin)

GtkWidget *gig_diagram_legend_new       (void);
/* @scene: (nullable) */
void       gig_diagram_legend_set_scene (GigDiagramLegend *self,
                                         GigScene         *scene);

G_END_DECLS
