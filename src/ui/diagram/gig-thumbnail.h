/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-layout-cache.h"

G_BEGIN_DECLS

/**
 * GigThumbnail:
 *
 * A view of a lesson as a small picture: its outlines and tints, no texts.
 */
#define GIG_TYPE_THUMBNAIL (gig_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (GigThumbnail, gig_thumbnail, GIG, THUMBNAIL, GtkWidget)

/* @width, @height: px */
GtkWidget *gig_thumbnail_new (GigLayoutCache *layouts,
                              GigLesson      *lesson,
                              GigView        *view,
                              int             width,
                              int             height);

G_END_DECLS
