/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GigDiagramCaption:
 *
 * The sentence under a diagram: its takeaway, or what is under the pointer. It
 * is as high as the highest of all it may have to say, so that the diagram
 * above stays where it is.
 */
#define GIG_TYPE_DIAGRAM_CAPTION (gig_diagram_caption_get_type ())
G_DECLARE_FINAL_TYPE (GigDiagramCaption, gig_diagram_caption, GIG, DIAGRAM_CAPTION, GtkWidget)

GtkWidget *gig_diagram_caption_new           (void);
/* @detail: (nullable): a second, quieter line */
void       gig_diagram_caption_set_text      (GigDiagramCaption *self,
                                              const char        *text,
                                              const char        *detail);
/* Everything it may show, @rests when nothing is pointed at: room is kept for the
 * longest of each. */
void       gig_diagram_caption_set_candidates (GigDiagramCaption *self,
                                               GStrv              rests,
                                               GStrv              texts,
                                               GStrv              details);
/* In the middle rather than at the start: for a wall. */
void       gig_diagram_caption_set_centered  (GigDiagramCaption *self,
                                              gboolean           centered);

G_END_DECLS
