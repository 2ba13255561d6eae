/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/**
 * GigBookmarksDialog:
 *
 * Places with a name (“3eB, step 17, in French”): adding the one shown, going
 * back to one, removing one. Going back activates `win.go-to-bookmark` with the
 * bookmark's tuple of the setting `bookmarks`.
 */
#define GIG_TYPE_BOOKMARKS_DIALOG (gig_bookmarks_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GigBookmarksDialog, gig_bookmarks_dialog, GIG, BOOKMARKS_DIALOG, AdwDialog)

/* Type of a bookmark: name, lesson's name, concept's id, language, Unix time. */
#define GIG_BOOKMARK_TYPE "(ssssx)"

AdwDialog *gig_bookmarks_dialog_new (GSettings  *settings,
                                     GigLesson  *lesson,
                                     GigConcept *concept);

G_END_DECLS
