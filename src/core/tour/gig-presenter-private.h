/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-presenter.h"

G_BEGIN_DECLS

/* The highest number of a step that can be typed. */
#define GIG_PRESENTER_MAX_NUMBER 9999

/* What is inside a presenter, for its four files. */
struct _GigPresenter
{
  GObject              parent_instance;

  GigLesson           *lesson;
  GigTour             *tour;
  const GigPresenterPager *pager;       /* (nullable) */
  gpointer             pager_data;
  gboolean             running;
  GigPresenterPosition position;
  GigPresenterPosition frozen_position;
  guint                part_left;       /* of the step a detour left */

  GigScreen            screen;
  gboolean             frozen;
  gboolean             dark;
  gboolean             overview;
  gboolean             help;
  GigPresenterTool     tool;
  const char          *languages[3];    /* interned; the first is the wall's own */
  gboolean             both;
  GigWallRegion        zoom;
  gboolean             zoomed;
  gboolean             zoom_pending;
  double               curtain;
  guint                number;

  gboolean             pointing;
  GString             *typed;
  GArray              *matches;
  guint                match;
  GigPointTarget       pointed;
  gboolean             has_pointed;

  GigInk              *ink;
  GObject             *vote;            /* kept; on the wall while asking */
  gboolean             asking;
};

enum
{
  PROP_0,
  PROP_RUNNING,
  PROP_POSITION,
  PROP_WALL_POSITION,
  PROP_SCREEN,
  PROP_FROZEN,
  PROP_DARK,
  PROP_TOOL,
  PROP_ZOOM,
  PROP_ZOOM_PENDING,
  PROP_CURTAIN,
  PROP_POINTING,
  PROP_POINTED,
  PROP_NUMBER,
  PROP_OVERVIEW,
  PROP_HELP,
  PROP_VOTE,
  PROP_WALL_LANGUAGE,
  PROP_WALL_SECOND_LANGUAGE,
  N_PROPS,
};

void _gig_presenter_notify         (GigPresenter         *self,
                                    guint                 property);
void _gig_presenter_request        (GigPresenter         *self,
                                    GigPresenterRequest   what);
/* Notifies @property when @value is another. */
void _gig_presenter_set_boolean    (GigPresenter         *self,
                                    gboolean             *field,
                                    gboolean              value,
                                    guint                 property);

/* gig-presenter-position.c */
void _gig_presenter_set_number     (GigPresenter         *self,
                                    guint                 number);
void _gig_presenter_clear_zoom     (GigPresenter         *self);
void _gig_presenter_end_detour     (GigPresenter         *self);
void _gig_presenter_go_next        (GigPresenter         *self);
void _gig_presenter_go_previous    (GigPresenter         *self);
void _gig_presenter_set_frozen     (GigPresenter         *self,
                                    gboolean              frozen);

/* gig-presenter-pointing.c */
void _gig_presenter_start_pointing (GigPresenter         *self);
void _gig_presenter_end_pointing   (GigPresenter         *self);
void _gig_presenter_cycle_matches  (GigPresenter         *self,
                                    int                   by);
void _gig_presenter_type_letter    (GigPresenter         *self,
                                    gunichar              letter);
void _gig_presenter_erase_letter   (GigPresenter         *self);

/* gig-presenter.c */
void _gig_presenter_flip_language  (GigPresenter         *self);

G_END_DECLS
