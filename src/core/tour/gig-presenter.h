/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-ink.h"
#include "gig-pointing.h"
#include "gig-presenter-keys.h"

G_BEGIN_DECLS

/**
 * GigPresenter:
 *
 * A show on the wall: where it stands, what the wall looks like and in which
 * language, and what commands do to it. It knows no window and no clock; the
 * console and the audience window forward keys to it and show its state.
 *
 * Properties that notify: `running`, `position`, `wall-position`, `screen`,
 * `frozen`, `dark`, `tool`, `zoom`, `zoom-pending`, `curtain`, `pointing`,
 * `pointed`, `number`, `overview`, `help`, `vote`, `wall-language`,
 * `wall-second-language`. (Those that are structs notify and are asked for by
 * their getters; they have no GValue.)
 *
 * Signals: `request (GigPresenterRequest)` for what only windows can do.
 */
#define GIG_TYPE_PRESENTER (gig_presenter_get_type ())
G_DECLARE_FINAL_TYPE (GigPresenter, gig_presenter, GIG, PRESENTER, GObject)

typedef enum
{
  GIG_PRESENTER_REQUEST_START,          /* open the windows: the show runs now */
  GIG_PRESENTER_REQUEST_END,            /* close them: it has ended */
  GIG_PRESENTER_REQUEST_SWAP_SCREENS,
  GIG_PRESENTER_REQUEST_OPEN_CONCEPT,   /* ask which; then gig_presenter_detour() */
  GIG_PRESENTER_REQUEST_CHOOSE_QUESTION,/* ask which; then gig_presenter_set_vote() */
  GIG_PRESENTER_REQUEST_AT_END,         /* next at the very last part: say so */
} GigPresenterRequest;

typedef enum
{
  GIG_SCREEN_SHOWN,
  GIG_SCREEN_BLACK,
  GIG_SCREEN_WHITE,
} GigScreen;

/* A place in the show. */
typedef struct
{
  guint       step;     /* index in the tour, from 0 */
  guint       part;     /* of the step or of the detour */
  GigConcept *detour;   /* (nullable): shown instead of the step */
} GigPresenterPosition;

/* A part of the wall, normalised 0–1. */
typedef struct
{
  double x, y, width, height;
} GigWallRegion;

/* The smallest region zoomed into, and the one that `z` takes where none is drawn. */
#define GIG_ZOOM_SMALLEST 0.1
#define GIG_ZOOM_DEFAULT  0.5

/**
 * gig_presenter_new:
 * @tour: a tour of @lesson with at least one step
 * @language: the wall's language
 * @other_language: what `l` flips to; may equal @language in a lesson that has one
 */
GigPresenter  *gig_presenter_new               (GigLesson    *lesson,
                                                GigTour      *tour,
                                                const char   *language,
                                                const char   *other_language);
/* (transfer none) */
GigLesson     *gig_presenter_get_lesson        (GigPresenter *self);
/* (transfer none) */
GigTour       *gig_presenter_get_tour          (GigPresenter *self);
/* Begins with its first step. */
void           gig_presenter_set_tour          (GigPresenter *self,
                                                GigTour      *tour);
/* At least 1. */
guint          gig_presenter_get_n_steps       (GigPresenter *self);

/**
 * GigPresenterPager:
 * @count: how many parts @step has as the wall shows them, at least 1
 * @get_view: (nullable): the view that stands beside @part of @step
 *
 * How the wall cuts steps into parts, when it needs more of them than the lesson
 * has pauses: only who can measure text knows.
 */
typedef struct
{
  guint     (* count)    (const GigStep *step,
                          gpointer       user_data);
  GigView * (* get_view) (const GigStep *step,
                          guint          part,
                          gpointer       user_data);
} GigPresenterPager;

/* @pager: (nullable): %NULL for the lesson's own parts; it must stay as long as it is set */
void           gig_presenter_set_pager         (GigPresenter            *self,
                                                const GigPresenterPager *pager,
                                                gpointer                 user_data);

/* --- Commands --- */

/* What a key means and does. Returns whether it was the presenter's. */
gboolean       gig_presenter_handle_key        (GigPresenter          *self,
                                                const GigPresenterKey *key);
/* @argument: of the command, see #GigPresenterCommand; else 0 */
void           gig_presenter_run               (GigPresenter          *self,
                                                GigPresenterCommand    command,
                                                guint                  argument);
/* Which keys are understood now. */
GigPresenterMode gig_presenter_get_mode        (GigPresenter *self);
/* Whether the show has begun and not ended. */
gboolean       gig_presenter_get_running       (GigPresenter *self);

/* --- Where it stands --- */

/* @position: (out caller-allocates) */
void           gig_presenter_get_position      (GigPresenter         *self,
                                                GigPresenterPosition *position);
/* What the wall shows: the position, or that of the moment it was frozen. */
void           gig_presenter_get_wall_position (GigPresenter         *self,
                                                GigPresenterPosition *position);
/* What `next` will show; FALSE at the end. To prepare it ahead. */
gboolean       gig_presenter_peek_next         (GigPresenter         *self,
                                                GigPresenterPosition *position);
/* The step of a position; of a detour one without a headline of its own. */
void           gig_presenter_get_step          (GigPresenter               *self,
                                                const GigPresenterPosition *position,
                                                GigStep                    *step);
/* (nullable): the view of a position */
GigView       *gig_presenter_get_view          (GigPresenter               *self,
                                                const GigPresenterPosition *position);
/* Leaves a detour. */
void           gig_presenter_go_to             (GigPresenter *self,
                                                guint         step,
                                                guint         part);
/* Shows @concept instead of the step, which waits. */
void           gig_presenter_detour            (GigPresenter *self,
                                                GigConcept   *concept);
/* The number being typed, 0 for none. */
guint          gig_presenter_get_number        (GigPresenter *self);

/* --- The wall --- */

/* Whether the wall shows the lesson or nothing. */
GigScreen      gig_presenter_get_screen        (GigPresenter *self);
/* Whether the wall stays as it is while the teacher goes on. */
gboolean       gig_presenter_get_frozen        (GigPresenter *self);
/* Of the wall’s theme. */
gboolean       gig_presenter_get_dark          (GigPresenter *self);
/* Notifies. */
void           gig_presenter_set_dark          (GigPresenter *self,
                                                gboolean      dark);
/* What the hand holds. */
GigPresenterTool gig_presenter_get_tool        (GigPresenter *self);
/* Whether all steps are shown in the console. */
gboolean       gig_presenter_get_overview      (GigPresenter *self);
/* Whether the keys are shown in the console. */
gboolean       gig_presenter_get_help          (GigPresenter *self);
/* Interned codes. The second is %NULL unless both languages show. */
const char    *gig_presenter_get_wall_language        (GigPresenter *self);
const char    *gig_presenter_get_wall_second_language (GigPresenter *self);
/* @other_language: what `l` flips to; with @both it shows too, unless it is the same */
void           gig_presenter_set_wall_languages       (GigPresenter *self,
                                                       const char   *language,
                                                       const char   *other_language,
                                                       gboolean      both);
/* FALSE: nothing is zoomed. */
gboolean       gig_presenter_get_zoom          (GigPresenter        *self,
                                                GigWallRegion       *region);
/* Clamped into the wall; %NULL: all of it. */
void           gig_presenter_set_zoom          (GigPresenter        *self,
                                                const GigWallRegion *region);
/* `z` was pressed and a region may be drawn; `z` again takes the framed middle. */
gboolean       gig_presenter_get_zoom_pending  (GigPresenter *self);
/* How much of the wall is covered from below, 0–1. */
double         gig_presenter_get_curtain       (GigPresenter *self);
/* @covered is clamped to 0–1. */
void           gig_presenter_set_curtain       (GigPresenter *self,
                                                double        covered);

/* --- Pointing at a name --- */

/* Whether letters are taken as a name to point at. */
gboolean       gig_presenter_get_pointing      (GigPresenter *self);
/* What was typed so far. */
const char    *gig_presenter_get_typed         (GigPresenter *self);
/* (nullable): what pulses on the wall */
const GigPointTarget *gig_presenter_get_pointed (GigPresenter *self);
/* How many names match what was typed. */
guint          gig_presenter_get_n_matches     (GigPresenter *self);
/* Points at @target without typing, as a click in the console does; %NULL ends it. */
void           gig_presenter_point_at          (GigPresenter         *self,
                                                const GigPointTarget *target);

/* --- Ink --- */

/* (transfer none) */
GigInk        *gig_presenter_get_ink           (GigPresenter *self);
/* The key of the wall's step in the ink. (transfer full) */
char          *gig_presenter_get_ink_key       (GigPresenter *self);

/* --- A question for the class --- */

GObject       *gig_presenter_get_vote          (GigPresenter *self);    /* (nullable) */
/* Shows @vote on the wall, or the step again with %NULL. It is a GigVote; all
 * that is asked of it here is its property `revealed`. The vote is kept until
 * another comes, so that `q` brings it back while it is not revealed. */
void           gig_presenter_set_vote          (GigPresenter *self,
                                                GObject      *vote);

/* --- Keeping the place --- */

/* Where the show stands and how the wall is set, for the settings: not floating. */
GVariant      *gig_presenter_save              (GigPresenter *self);
/* Which step, from 0, a saved place is now, and in which language (interned) it was shown.
 * FALSE when @saved cannot be read or is of no tour of @lesson. */
gboolean       gig_presenter_read_saved        (GigLesson    *lesson,
                                                GVariant     *saved,
                                                guint        *step,
                                                const char  **language);
/* FALSE when @saved is not of this lesson's tours. A step is found again by its
 * concept when the tour has changed. */
gboolean       gig_presenter_restore           (GigPresenter *self,
                                                GVariant     *saved);

G_END_DECLS
