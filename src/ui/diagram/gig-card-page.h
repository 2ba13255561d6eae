/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GigCardPage:
 *
 * A column of a card that takes the focus before what is in it, so that a screen
 * reader reads all of it first.
 */
#define GIG_TYPE_CARD_PAGE (gig_card_page_get_type ())
G_DECLARE_FINAL_TYPE (GigCardPage, gig_card_page, GIG, CARD_PAGE, GtkWidget)

GtkWidget *gig_card_page_new      (void);
void       gig_card_page_append   (GigCardPage *self,
                                   GtkWidget   *child);
/* Names it by the texts of its labels: again whenever one of them has changed. */
void       gig_card_page_describe (GigCardPage *self);

G_END_DECLS
