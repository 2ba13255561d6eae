/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-set-system.h"

G_BEGIN_DECLS

/**
 * GigSetRule:
 *
 * A vertical rule in the colour, width and dashes of a set: what is beside it
 * lies in that set.
 */
#define GIG_TYPE_SET_RULE (gig_set_rule_get_type ())
G_DECLARE_FINAL_TYPE (GigSetRule, gig_set_rule, GIG, SET_RULE, GtkWidget)

GtkWidget *gig_set_rule_new (GigLesson *lesson,
                             GigView   *view,
                             guint      set);

G_END_DECLS
