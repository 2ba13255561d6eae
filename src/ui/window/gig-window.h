/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-language.h"
#include "gig-lesson.h"

G_BEGIN_DECLS

/**
 * GigWindow:
 *
 * A lesson's tree, page and diagram. Every way to choose a concept is the action
 * `win.show-concept`; all views follow it.
 */
#define GIG_TYPE_WINDOW (gig_window_get_type ())
G_DECLARE_FINAL_TYPE (GigWindow, gig_window, GIG, WINDOW, AdwApplicationWindow)

/* @code: the language to begin with */
GtkWidget  *gig_window_new          (GtkApplication *application,
                                     GigLanguageSet *languages,
                                     const char     *code);
/* @concept_id: (nullable): where to begin; else where the reader stopped, else the first */
void        gig_window_set_lesson   (GigWindow      *self,
                                     GigLesson      *lesson,
                                     const char     *concept_id);
/* (nullable) (transfer none): none while the first is read */
GigLesson  *gig_window_get_lesson   (GigWindow      *self);
/* (nullable) (transfer none) */
GigConcept *gig_window_get_concept  (GigWindow      *self);
/* (transfer none): one object for the window’s life */
GigLanguage *gig_window_get_language (GigWindow     *self);
/* FALSE: the lesson has no such concept, which a toast says. */
gboolean    gig_window_show_concept (GigWindow      *self,
                                     const char     *id);
/* Reads @file in a thread and shows it; what is wrong is shown in the window. */
void        gig_window_open         (GigWindow      *self,
                                     GFile          *file,
                                     const char     *concept_id);
/* Opens the lesson called @name, of those opened here before; FALSE: there is none. */
gboolean    gig_window_open_by_name (GigWindow      *self,
                                     const char     *name,
                                     const char     *concept_id);
/* Speaks @code as soon as the window shows a lesson that does, though the program may not. */
void        gig_window_wish_language (GigWindow     *self,
                                     const char     *code);
/* Compares concepts and members as soon as the lesson has been read; see
 * gig_comparison_parse(). What is wrong is said in the window. */
void        gig_window_compare      (GigWindow      *self,
                                     const char     *ids);
/* @text as it is, in the window’s language. */
void        gig_window_show_toast   (GigWindow      *self,
                                     const char     *text);
/**
 * gig_window_present:
 * @tour_id: (nullable): which tour; else the one shown last, else it is asked for
 * @wall_code: (nullable): language of the wall
 *
 * Presents the lesson, as soon as it has been read.
 */
void        gig_window_present      (GigWindow      *self,
                                     const char     *tour_id,
                                     const char     *wall_code);

G_END_DECLS
