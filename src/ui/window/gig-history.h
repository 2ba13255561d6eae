/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The concepts a window has shown, by id, as a browser keeps pages. */
typedef struct _GigHistory GigHistory;

/* Empty. (transfer full) */
GigHistory *gig_history_new         (void);
void        gig_history_free        (GigHistory *self);
/* For another lesson. */
void        gig_history_clear       (GigHistory *self);
/* Drops what lay forward. The current id again is no new entry. */
void        gig_history_visit       (GigHistory *self,
                                     const char *id);
/* (nullable) (transfer none): the id @step entries away, back if negative; %NULL beyond either end */
const char *gig_history_peek        (GigHistory *self,
                                     int         step);
/* Ditto, and moves there. */
const char *gig_history_go          (GigHistory *self,
                                     int         step);
/* How far the page of the current entry is scrolled, px; 0 for a new one */
void        gig_history_set_scroll  (GigHistory *self,
                                     double      position);
double      gig_history_get_scroll  (GigHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigHistory, gig_history_free)

G_END_DECLS
