/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-diagram-marks.h"
#include "gig-set-system.h"

G_BEGIN_DECLS

/**
 * GigDiagramOutline:
 *
 * A view of a lesson in words: a nested list of its sets, each zone with its
 * sentence and its members, then the table of who belongs where. The same model
 * as the picture, for every view.
 */
#define GIG_TYPE_DIAGRAM_OUTLINE (gig_diagram_outline_get_type ())
G_DECLARE_FINAL_TYPE (GigDiagramOutline, gig_diagram_outline, GIG, DIAGRAM_OUTLINE, AdwBin)

GtkWidget *gig_diagram_outline_new            (void);
/* @view: (nullable) */
void       gig_diagram_outline_set_view       (GigDiagramOutline *self,
                                               GigLesson         *lesson,
                                               GigView           *view);
/* See gig_diagram_view_set_marked(). */
void       gig_diagram_outline_set_marked     (GigDiagramOutline *self,
                                               GigDiagramMark     mark,
                                               const char * const *ids);
/* Says on top that the picture cannot show this view exactly. */
void       gig_diagram_outline_set_undrawable (GigDiagramOutline *self,
                                               gboolean           undrawable);

G_END_DECLS
