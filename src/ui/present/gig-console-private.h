/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-console-window.h"

G_BEGIN_DECLS

struct _GigConsoleWindow
{
  AdwWindow        parent_instance;

  GigShow         *show;          /* (unowned) */
  AdwToastOverlay *toasts;
  AdwWindowTitle  *title;
  AdwBanner       *banner;
  GtkStack        *stack;
  GtkStack        *side;
  GtkWidget       *wall;
  GtkWidget       *next;
  GtkWidget       *own;           /* where the teacher is, behind a frozen wall */
  GtkWidget       *own_box;
  GtkLabel        *wall_state;
  GtkLabel        *next_text;
  GtkLabel        *key;
  GtkRevealer     *typing;
  GtkLabel        *typed;
  AdwDialog       *keys;
  guint            update_key;    /* idle */
};

/* gig-console-status.c: what is said about the wall and the show */
void     _gig_console_update_state      (GigConsoleWindow *self);
void     _gig_console_update_title      (GigConsoleWindow *self);
void     _gig_console_update_next       (GigConsoleWindow *self);
void     _gig_console_update_typing     (GigConsoleWindow *self);
void     _gig_console_update_banner     (GigConsoleWindow *self);
/* The key of numbered dots may be another. */
void     _gig_console_key_changed       (GigConsoleWindow *self);

G_END_DECLS
