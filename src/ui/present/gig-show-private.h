/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-show.h"

#include "gig-audience-window.h"
#include "gig-console-window.h"

G_BEGIN_DECLS

struct _GigShow
{
  GObject            parent_instance;

  GtkApplication    *application;
  GigLanguageSet    *languages;
  GigLanguage       *language;
  GigLesson         *lesson;
  GtkWindow         *main;          /* weak */
  GSettings         *settings;
  GigPresenter      *presenter;
  GigWallTools      *tools;
  GigWallStore      *store;
  GigLanguage       *wall_languages[2];
  GigAudienceWindow *audience;
  GigConsoleWindow  *console;
  guint              inhibit_cookie;
  GtkWindow         *awake;         /* (unowned): for which the screen is kept awake */

  GigWallRoom        room;
  double             rehearsed_aspect;
  GHashTable        *pages;         /* concept → Pages */
  GigWallSlide      *wall_slide;
  GigWallSlide      *slide;
  GigWallSlide      *next_slide;
  guint              prepare;       /* source */
  GArray            *prepared;      /* Job: what is drawn ahead, the likeliest first */
  guint              n_prepared;
  guint              follow;        /* timeout */
  GdkFrameClock     *followed;
  guint              refresh;
  gboolean           ending;

  GigMonitorPlan     plan;
  GListModel        *monitors;
  GPtrArray         *watched;       /* GdkMonitor */
  guint              replan;        /* timeout */
  guint              verify;        /* timeout */
  GdkMonitor        *main_monitor;  /* (nullable): where the program's window was */
  GdkMonitor        *chosen_wall;   /* (nullable): by swapping */
  gboolean           swapped;       /* which window is in front where they share a screen */
  gint64             placed;        /* when, µs */
  GigMonitorSetup    placed_setup;  /* for which arrangement of monitors */
  gboolean           wall_closed;
  gboolean           misplaced;
  gboolean           notes_allowed;

  gint64             start;
  double             total;
  char              *class_name;
  gboolean           moved;         /* since the start: there is a place to keep */
  guint              save;          /* timeout */
};

/* gig-show.c */
void     _gig_show_refresh         (GigShow *self);
void     _gig_show_say             (GigShow    *self,
                                    const char *text);
void     _gig_show_room_changed    (GigShow *self);

GigWallSlide *_gig_show_create_slide (GigShow                    *self,
                                      const GigPresenterPosition *position);

/* gig-show-keys.c */
void     _gig_show_request_cb      (GigPresenter        *presenter,
                                    GigPresenterRequest  request,
                                    GigShow             *self);

/* gig-show-classes.c */
double   _gig_show_guess_total     (GigShow *self,
                                    GigTour *tour);
void     _gig_show_moved           (GigShow *self);
void     _gig_show_save_place      (GigShow *self);

/* gig-show-prepare.c: what may be shown next is drawn before it is asked for */
void     _gig_show_warm_up         (GigShow *self);
void     _gig_show_prepare         (GigShow *self);
GArray  *_gig_show_jobs_new        (void);

/* gig-show-screens.c */
void     _gig_show_watch_monitors  (GigShow *self);
void     _gig_show_swap            (GigShow *self);

/* gig-show-pages.c: how steps are cut for the wall */
extern const GigPresenterPager _gig_show_pager;
void     _gig_show_pages_free      (gpointer data);
/* Which page of which part of the lesson a part of the wall is. (transfer none): the part's pages */
GigWallPages *_gig_show_locate     (GigShow       *self,
                                    const GigStep *step,
                                    guint          shown,
                                    guint         *part,
                                    guint         *page);

G_END_DECLS
