/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-monitors.h"
#include "gig-presenter.h"
#include "gig-wall-slide.h"
#include "gig-wall-store.h"
#include "gig-wall-tools.h"

G_BEGIN_DECLS

/**
 * GigShow:
 *
 * A show that runs: the presenter with its two windows, the screens they stand
 * on, the languages they speak, the clock. Holds the application's windows only
 * while it runs.
 *
 * Signals: `slides-changed` when the wall's, the teacher's or the next slide is
 * another; `wall-painted` when the wall shows so: the time for everything else;
 * `room-changed` when sizes, theme, languages or monitors are;
 * `tour-changed`; `message (text)` for a toast in the console; `ended`.
 */
#define GIG_TYPE_SHOW (gig_show_get_type ())
G_DECLARE_FINAL_TYPE (GigShow, gig_show, GIG, SHOW, GObject)

/* @language: the console's, which follows it */
GigShow        *gig_show_new                 (GtkApplication   *application,
                                              GigLanguageSet   *languages,
                                              GigLanguage      *language,
                                              GigLesson        *lesson,
                                              GtkWindow        *main);
/**
 * gig_show_start:
 * @tour: a tour of the lesson
 * @wall_code: (nullable): the wall's language; else the one used last, else the console's
 * @concept: (nullable): begin there: at its step, or as a detour
 */
void            gig_show_start               (GigShow          *self,
                                              GigTour          *tour,
                                              const char       *wall_code,
                                              GigConcept       *concept);
/* Closes both windows and lets the show go. Does nothing before the start and after the end. */
void            gig_show_end                 (GigShow          *self);
/* Begins @tour with its first step. */
void            gig_show_set_tour            (GigShow          *self,
                                              GigTour          *tour);

/* (transfer none), all of these */
GigLesson      *gig_show_get_lesson          (GigShow          *self);
GigPresenter   *gig_show_get_presenter       (GigShow          *self);
GigWallTools   *gig_show_get_tools           (GigShow          *self);
GigWallStore   *gig_show_get_store           (GigShow          *self);
GSettings      *gig_show_get_settings        (GigShow          *self);
/* The console's language. */
GigLanguage    *gig_show_get_language        (GigShow          *self);
/* The wall's first language, and the second, whether it is shown or not. */
GigLanguage    *gig_show_get_wall_language   (GigShow          *self,
                                              guint             rank);
/* (transfer none): those the program speaks */
GigLanguageSet *gig_show_get_languages       (GigShow          *self);

/* (nullable): what the wall shows; where the teacher is; what next will show */
GigWallSlide   *gig_show_get_wall_slide      (GigShow          *self);
GigWallSlide   *gig_show_get_slide           (GigShow          *self);
GigWallSlide   *gig_show_get_next_slide      (GigShow          *self);
/* The slide of the beginning of a step. (transfer full) */
GigWallSlide   *gig_show_create_slide        (GigShow          *self,
                                              guint             step);
/* Of @position's parts, as the wall cuts them. */
guint           gig_show_count_parts         (GigShow          *self,
                                              const GigPresenterPosition *position);

/* What the wall's sizes come from. */
void            gig_show_get_room            (GigShow          *self,
                                              GigWallRoom      *room);
/* Cuts steps as for a wall of this shape; 0: as for the real one. */
void            gig_show_set_rehearsed_aspect (GigShow         *self,
                                              double            aspect);
/* @plan: (out caller-allocates): which screen is for what */
void            gig_show_get_monitors        (GigShow          *self,
                                              GigMonitorPlan   *plan);
/* Whether notes may be shown: only the teacher sees the console, or said so. */
gboolean        gig_show_get_notes_allowed   (GigShow          *self);
/* The teacher says so; until screens are plugged in or out. */
void            gig_show_allow_notes         (GigShow          *self);
/* Whether the wall is on another monitor than it should be. */
gboolean        gig_show_is_misplaced        (GigShow          *self);
/* Opens the wall again after its monitor came back, and puts both where they belong. */
void            gig_show_place_windows       (GigShow          *self);
/* Whether a projector has been plugged in since, which the wall is not on. */
gboolean        gig_show_has_new_projector   (GigShow          *self);
/* Closed after its monitor was unplugged; FALSE while it is shown. */
gboolean        gig_show_is_wall_closed      (GigShow          *self);

/* Seconds since the start. */
double          gig_show_get_elapsed         (GigShow          *self);
/* Seconds the show should take. */
double          gig_show_get_total           (GigShow          *self);
/* Seconds, at least 60; for this show only. */
void            gig_show_set_total           (GigShow          *self,
                                              double            total);
/* The name of the class whose place is kept; "" for none. */
const char     *gig_show_get_class           (GigShow          *self);
/* Kept in the settings; "" for none. */
void            gig_show_set_class           (GigShow          *self,
                                              const char       *name);
/* Where a class stopped, in the console's words. (nullable) (transfer full) */
char           *gig_show_describe_class      (GigShow          *self,
                                              const char       *name);
/* Whether the class @name has a place that can be read. */
gboolean        gig_show_can_resume          (GigShow          *self,
                                              const char       *name);
/* Whether the class of this show stopped somewhere and nothing has been shown since. */
gboolean        gig_show_get_resume_offer    (GigShow          *self);
/* Goes where the class stopped, which becomes the class of this show; FALSE: its place is
 * not known or cannot be read, which is said in the console. */
gboolean        gig_show_resume              (GigShow          *self,
                                              const char       *name);

/**
 * gig_show_watch_keys:
 * @window: one of the show's windows
 *
 * Sends keys to the presenter before any widget sees them, unless text is being
 * edited or a dialog is open.
 */
void            gig_show_watch_keys          (GigShow          *self,
                                              GtkWindow        *window);

G_END_DECLS
