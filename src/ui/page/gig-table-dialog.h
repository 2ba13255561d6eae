/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/**
 * GigTableDialog:
 *
 * One table of a page with all the width the window has.
 */
#define GIG_TYPE_TABLE_DIALOG (gig_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GigTableDialog, gig_table_dialog, GIG, TABLE_DIALOG, AdwDialog)

/* @like: the widget whose size of text the table takes */
AdwDialog *gig_table_dialog_new (GigLesson *lesson,
                                 GigBlock  *block,
                                 GtkWidget *like);

G_END_DECLS
