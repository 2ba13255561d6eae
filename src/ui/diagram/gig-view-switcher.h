/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-layout-cache.h"

G_BEGIN_DECLS

/**
 * GigViewSwitcher:
 *
 * A button with the title of the view shown, and the lesson's other views, each
 * with a small picture, behind it. Emits `chosen` (guint index).
 */
#define GIG_TYPE_VIEW_SWITCHER (gig_view_switcher_get_type ())
G_DECLARE_FINAL_TYPE (GigViewSwitcher, gig_view_switcher, GIG, VIEW_SWITCHER, AdwBin)

GtkWidget *gig_view_switcher_new        (GigLayoutCache  *layouts);
/* @lesson: (nullable) */
void       gig_view_switcher_set_lesson (GigViewSwitcher *self,
                                         GigLesson       *lesson);
/* @view: (nullable) */
void       gig_view_switcher_set_view   (GigViewSwitcher *self,
                                         GigView         *view);

G_END_DECLS
