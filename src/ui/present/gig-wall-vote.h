/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-theme.h"
#include "gig-vote.h"

G_BEGIN_DECLS

/* Of a bar behind an answer, of the text's color. */
#define GIG_WALL_BAR_ALPHA 0.16

/**
 * GigWallVote:
 *
 * The answers of a question for the class: letters, hands as bars, and, once
 * revealed, which is right and why.
 */
#define GIG_TYPE_WALL_VOTE (gig_wall_vote_get_type ())
G_DECLARE_FINAL_TYPE (GigWallVote, gig_wall_vote, GIG, WALL_VOTE, GtkWidget)

GtkWidget *gig_wall_vote_new  (gboolean         preview);
/**
 * gig_wall_vote_show:
 * @vote: (nullable): nothing is shown
 * @context: from gig_wall_create_context()
 * @size: of the text, px; smaller down to @smallest where the answers need it
 */
void       gig_wall_vote_show (GigWallVote     *self,
                               GigVote         *vote,
                               GigLanguage     *language,
                               const GigTheme  *theme,
                               PangoContext    *context,
                               double           size,
                               double           smallest);
/**
 * gig_wall_vote_show_reason:
 *
 * After gig_wall_vote_show(): only why the answer is right, beside a picture that
 * shows which it is, in at most @width × @height px.
 *
 * Returns: the height in px that it takes; 0 when it does not fit
 */
double     gig_wall_vote_show_reason (GigWallVote *self,
                                      double       width,
                                      double       height);

G_END_DECLS
