/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-show.h"

G_BEGIN_DECLS

/**
 * GigConsoleWindow:
 *
 * The teacher's side of a show: the wall as it is now, what comes next, notes,
 * time, the steps, and a button for everything a key does.
 */
#define GIG_TYPE_CONSOLE_WINDOW (gig_console_window_get_type ())
G_DECLARE_FINAL_TYPE (GigConsoleWindow, gig_console_window, GIG, CONSOLE_WINDOW, AdwWindow)

/* @show: must outlive the window */
GtkWidget *gig_console_window_new             (GigShow          *show);
/* Asks which concept to open as a detour. */
void       gig_console_window_choose_concept  (GigConsoleWindow *self);
/* Asks which question to put to the class. */
void       gig_console_window_choose_question (GigConsoleWindow *self);

G_END_DECLS
