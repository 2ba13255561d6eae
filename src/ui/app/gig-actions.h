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

const GigActionInfo *gig_actions_get_table  (guint          *n_actions);
void                 gig_actions_set_accels (GtkApplication *application);

G_END_DECLS
