/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-diagram-view.h"
#include "gig-set-system.h"

G_BEGIN_DECLS

/**
 * GigDiagramPane:
 *
 * A lesson's views: Picture | Text, the takeaway, the view switcher.
 *
 * Its header is a header bar of its own, so that in the wide window it carries
 * the window's buttons.
 */
#define GIG_TYPE_DIAGRAM_PANE (gig_diagram_pane_get_type ())
G_DECLARE_FINAL_TYPE (GigDiagramPane, gig_diagram_pane, GIG, DIAGRAM_PANE, AdwBin)

/* (nullable): shows its first view */
void        gig_diagram_pane_set_lesson     (GigDiagramPane *self,
                                             GigLesson      *lesson);
/* Shows the nearest view and marks the concept in it. @concept may be %NULL. */
void        gig_diagram_pane_show_concept   (GigDiagramPane *self,
                                             GigConcept     *concept);
/* @view: of the lesson set */
void        gig_diagram_pane_show_view      (GigDiagramPane *self,
                                             GigView        *view);
/* (nullable) (transfer none) */
GigView    *gig_diagram_pane_get_view       (GigDiagramPane *self);
/* See gig_diagram_view_set_marked(). */
void        gig_diagram_pane_set_marked     (GigDiagramPane *self,
                                             GigDiagramMark  mark,
                                             const char * const *ids);
/* `picture` or `text` */
void        gig_diagram_pane_set_mode       (GigDiagramPane *self,
                                             const char     *mode);
/* `picture` or `text`, as it was wished */
const char *gig_diagram_pane_get_mode       (GigDiagramPane *self);
/* 1 is the desktop’s size. */
void        gig_diagram_pane_set_text_scale (GigDiagramPane *self,
                                             double          scale);
/* F11: no header, no legend; the takeaway and the picture only. */
void        gig_diagram_pane_set_bare       (GigDiagramPane *self,
                                             gboolean        bare);

G_END_DECLS
