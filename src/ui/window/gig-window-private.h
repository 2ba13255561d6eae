/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-window.h"

#include "gig-diagram-pane.h"
#include "gig-history.h"
#include "gig-language-switch.h"
#include "gig-page.h"
#include "gig-panes.h"
#include "gig-sidebar.h"

G_BEGIN_DECLS

#define GIG_WINDOW_MIN_SCALE 0.8
#define GIG_WINDOW_MAX_SCALE 3.0

struct _GigWindow
{
  AdwApplicationWindow  parent_instance;

  GigLanguage          *language;
  GigLanguage          *second;           /* (nullable): of the page's second column */
  GSettings            *settings;
  GigLesson            *lesson;
  GigConcept           *concept;
  GigHistory           *history;
  GCancellable         *reading;          /* (nullable): of the reading that is under way */
  gboolean              reading_again;    /* it is of the lesson shown */
  GPtrArray            *monitors;         /* (element-type GFileMonitor): of the lesson's folders */
  guint                 settle_id;
  char                 *etag;             /* (nullable): what the file was when it was read */
  char                 *wished;           /* (nullable): a language to be spoken once a lesson has it */
  char                 *lost_id;          /* (nullable): a concept that a rewritten lesson has no longer */
  double                lost_scroll;
  GError               *error;            /* (nullable): why there is no lesson */
  GFile                *error_file;
  double                text_scale;
  int                   measure;          /* the text column, in sp */
  gboolean              reading_before;   /* the page had the focus before a dialog */
  gboolean              choosing_before;  /* or the tree or the results */
  GtkWidget            *focus_now;        /* (nullable) */
  GtkWidget            *focus_before;     /* (nullable) */
  gboolean              projecting;
  gboolean              sidebar_before;   /* shown before the projection */

  AdwToastOverlay      *toasts;
  AdwOverlaySplitView  *sidebar_split;
  GigSidebar           *sidebar;
  GtkStack             *main_stack;
  AdwStatusPage        *error_page;     /* (nullable): made when it is wanted */
  GtkButton            *error_button;   /* its; (nullable) */
  AdwMultiLayoutView   *layouts;
  AdwBreakpoint        *narrow_breakpoint;
  GigPanes             *panes;
  AdwNavigationView    *navigation;
  AdwNavigationPage    *diagram_nav;
  GtkLabel             *projection_title;
  AdwToolbarView       *page_view;
  AdwHeaderBar         *page_header;
  GtkWidget            *bottom_diagram_button;
  GigLanguageSwitch    *page_switch;
  GigLanguageSwitch    *bottom_switch;
  AdwBanner            *banner;
  GigPage              *page;
  GigDiagramPane       *diagram;
};

/* gig-window.c */
void        _gig_window_set_text_scale   (GigWindow      *self,
                                          double          scale);
void        _gig_window_go               (GigWindow      *self,
                                          int             step);
int         _gig_window_find_visit       (GigWindow      *self,
                                          int             step);
void        _gig_window_update_banner    (GigWindow      *self);
/* Shows @concept of the lesson in every pane. (anchor: (nullable)) */
void        _gig_window_present_concept  (GigWindow      *self,
                                          GigConcept     *concept,
                                          const char     *anchor);
void        _gig_window_update_panes     (GigWindow      *self);

/* gig-window-open.c */
void        _gig_window_update_error     (GigWindow      *self);
/* Reads the lesson again whenever its file or a translation changes. */
void        _gig_window_watch_file       (GigWindow      *self);
void        _gig_window_active_changed   (GigWindow      *self);

/* gig-window-actions.c */
void        _gig_window_install_actions  (GtkWidgetClass *widget_class);
void        _gig_window_update_actions   (GigWindow      *self);
/* The layout that fits the window's width, or the projection. */
void        _gig_window_update_layout    (GigWindow      *self);
void        _gig_window_language_changed (GigWindow      *self);
void        _gig_window_add_peek_keys    (GigWindow      *self);

/* Shows the problems of the lesson as it is now, where they are shown. */
void        _gig_window_update_diagnostics (GigWindow    *self);

/* gig-window-files.c */
void        _gig_window_open_action      (GtkWidget      *widget,
                                          const char     *action,
                                          GVariant       *parameter);
void        _gig_window_open_lesson_action (GtkWidget    *widget,
                                          const char     *action,
                                          GVariant       *parameter);
void        _gig_window_export_action    (GtkWidget      *widget,
                                          const char     *action,
                                          GVariant       *parameter);
/* Remembers the lesson's file, for gig_window_open_by_name(). */
void        _gig_window_remember_file    (GigWindow      *self);

/* gig-window-learning.c */
void        _gig_window_install_learning (GtkWidgetClass *widget_class);
void        _gig_window_update_learning  (GigWindow      *self);
/* Opens the comparison that was asked for before the lesson was read. */
void        _gig_window_compare_pending  (GigWindow      *self);

/* gig-window-state.c */
void        _gig_window_restore_state    (GigWindow      *self);
void        _gig_window_save_state       (GigWindow      *self);
GigConcept *_gig_window_find_start       (GigWindow      *self);

/* gig-window-present.c */
void        _gig_window_install_present_actions (GtkWidgetClass *widget_class);
void        _gig_window_present_pending  (GigWindow      *self);

G_END_DECLS
