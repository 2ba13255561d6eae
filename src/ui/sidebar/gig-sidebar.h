/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/**
 * GigSidebar:
 *
 * The lesson's title, primary menu, search and tree of concepts.
 */
#define GIG_TYPE_SIDEBAR (gig_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (GigSidebar, gig_sidebar, GIG, SIDEBAR, AdwBin)

/* Builds what is in it, which happens at the latest when it is first seen. */
void    gig_sidebar_prepare       (GigSidebar         *self);
/* @expanded: (nullable): ids of the concepts that are open in the tree */
void    gig_sidebar_set_lesson    (GigSidebar         *self,
                                   GigLesson          *lesson,
                                   const char * const *expanded);
/* Marks @concept in the tree, opened down to it. */
void    gig_sidebar_select        (GigSidebar         *self,
                                   GigConcept         *concept);
/* The ids of the concepts that are open. (transfer full) */
char  **gig_sidebar_dup_expanded  (GigSidebar         *self);
/* Focus to the search field. */
void    gig_sidebar_start_search  (GigSidebar         *self);
/* The primary menu. */
void    gig_sidebar_pop_up_menu   (GigSidebar         *self);
/* Focus to the tree, or to the results of a search. */
void    gig_sidebar_focus         (GigSidebar         *self);
/* Typing anywhere in @window (nullable) that no widget takes begins a search. */
void    gig_sidebar_capture_keys  (GigSidebar         *self,
                                   GtkWidget          *window);

G_END_DECLS
