/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/**
 * GigLocator:
 *
 * The nest with “you are here” filled: which rings lie around a concept.
 */
#define GIG_TYPE_LOCATOR (gig_locator_get_type ())
G_DECLARE_FINAL_TYPE (GigLocator, gig_locator, GIG, LOCATOR, GtkWidget)

/* @size: side, px: 16 in a row, 48 beside a title */
GtkWidget  *gig_locator_new         (int          size);
/* Both %NULL for an empty one. */
void        gig_locator_set_concept (GigLocator  *self,
                                     GigLesson   *lesson,
                                     GigConcept  *concept);
/**
 * gig_locator_new_button:
 *
 * A locator of 48 px that opens the diagram (`win.diagram`).
 */
GtkWidget  *gig_locator_new_button  (GigLesson   *lesson,
                                     GigConcept  *concept);

G_END_DECLS
