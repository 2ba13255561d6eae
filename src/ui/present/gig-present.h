/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-show.h"

G_BEGIN_DECLS

/**
 * gig_present:
 * @main: the lesson's window; it keeps the show
 * @tour_id: (nullable): which tour; else the one shown last, else it is asked for
 * @wall_code: (nullable): language of the wall
 * @concept: (nullable): begin there
 *
 * Starts a show of @lesson, or brings the one that runs to the front. F5 asks
 * nothing once a tour has been chosen.
 */
void     gig_present           (GtkApplication *application,
                                GigLanguageSet *languages,
                                GigLanguage    *language,
                                GigLesson      *lesson,
                                GtkWindow      *main,
                                const char     *tour_id,
                                const char     *wall_code,
                                GigConcept     *concept);
/* Whether a lesson has a tour with a step. */
gboolean gig_present_can_start (GigLesson      *lesson);

G_END_DECLS
