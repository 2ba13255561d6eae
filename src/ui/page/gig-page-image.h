/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/**
 * GigPageImage:
 *
 * A picture beside the lesson's file, read in a thread, never shown larger than
 * it is nor than the page is wide. Where it cannot be had, its alternative text
 * stands in its place. Nothing is fetched from a network.
 */
#define GIG_TYPE_PAGE_IMAGE (gig_page_image_get_type ())
G_DECLARE_FINAL_TYPE (GigPageImage, gig_page_image, GIG, PAGE_IMAGE, GtkWidget)

/* @block: one of @lesson's, of the type %GIG_BLOCK_IMAGE. (transfer floating) */
GtkWidget *gig_page_image_new (GigLesson *lesson,
                               GigBlock  *block);

G_END_DECLS
