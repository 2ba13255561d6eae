/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GigFlyer:
 *
 * A name that flies from one widget to another. It lies in a GtkOverlay above both
 * and is seen only while it flies; without animations never.
 */
#define GIG_TYPE_FLYER (gig_flyer_get_type ())
G_DECLARE_FINAL_TYPE (GigFlyer, gig_flyer, GIG, FLYER, AdwBin)

/* (nullable) (transfer none): where to fly to; %NULL while it is not there yet */
typedef GtkWidget *(* GigFlyerFunc) (gpointer user_data);

GtkWidget *gig_flyer_new (void);
/* @find_end: asked once a frame until it knows, and then no more */
void       gig_flyer_fly (GigFlyer     *self,
                          const char   *text,
                          GtkWidget    *start,
                          GigFlyerFunc  find_end,
                          gpointer      user_data);

G_END_DECLS
