/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GigActionInfo:
 *
 * One row of the program's one table of actions: it sets the accelerators and
 * fills the shortcuts dialog.
 */
typedef struct
{
  const char *group;        /* N_() title of the group in the shortcuts dialog */
  const char *title;        /* N_(); NULL: not shown there */
  const char *action;       /* detailed action name; NULL: a key that a widget handles itself */
  const char *accels[4];    /* %NULL-terminated */
} GigActionInfo;

/* (array length=n_actions) (transfer none) */
const GigActionInfo *gig_actions_get_table  (guint          *n_actions);
/* The keys of all actions. */
void                 gig_actions_set_accels (GtkApplication *application);

/* The keys that work in every dialog too: language, size of text, quitting. (transfer full) */
GtkEventController  *gig_actions_create_kept_keys     (void);
/* A popover takes every key while it is open: gives them to all that will be made. */
void                 gig_actions_keep_keys_in_popovers (void);

G_END_DECLS
