/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-scene.h"

G_BEGIN_DECLS

/**
 * GigItemCard:
 *
 * What a popover over a diagram holds. Of a member its card: what goes in and
 * out, its facts with source and date, its kinds, why it is debated. Of a zone,
 * a “+n” or a set without a page: what it is and its members, each of which
 * opens its card in place.
 */
#define GIG_TYPE_ITEM_CARD (gig_item_card_get_type ())
G_DECLARE_FINAL_TYPE (GigItemCard, gig_item_card, GIG, ITEM_CARD, AdwBin)

GtkWidget *gig_item_card_new            (GigScene            *scene,
                                         const GigItem       *item);
GtkWidget *gig_item_card_new_for_member (GigLesson           *lesson,
                                         GigView             *view,
                                         const GigViewMember *member);

G_END_DECLS
