/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-set-system.h"

G_BEGIN_DECLS

/**
 * GigPlacement:
 *
 * “Place the models”: the members a view shows wait in a tray, and each is put
 * into the zone where it belongs. A wrong zone is refused with the reason; a
 * contested member is taken in each zone that one of its readings gives.
 *
 * First pick, then place, so that pointer, keyboard and screen reader do the
 * same. Properties that notify: `picked`, `n-placed`, `n-members`, `n-wrong`.
 * `changed` is emitted after every try, `placed (member, zone)` and `refused
 * (member, zone)` with pointers to #GigViewMember and the zone's mask.
 */
#define GIG_TYPE_PLACEMENT (gig_placement_get_type ())
G_DECLARE_FINAL_TYPE (GigPlacement, gig_placement, GIG, PLACEMENT, GObject)

typedef enum
{
  GIG_PLACEMENT_WRONG,
  GIG_PLACEMENT_RIGHT,
  GIG_PLACEMENT_DISPUTED,     /* accepted, as the other reading would be */
} GigPlacementResult;

/* @seed: the order of the tray; 0 for the order of the fence */
GigPlacement        *gig_placement_new            (GigLesson           *lesson,
                                                   GigView             *view,
                                                   guint64              seed);
/* (transfer none) */
GigView             *gig_placement_get_view       (GigPlacement        *self);
/* (transfer none) */
GigLesson           *gig_placement_get_lesson     (GigPlacement        *self);
/* (element-type GigViewMember) (transfer none): who still waits, in order */
GPtrArray           *gig_placement_get_tray       (GigPlacement        *self);
/* Takes @member of the tray in hand, or puts down what was with %NULL. */
void                 gig_placement_pick           (GigPlacement        *self,
                                                   const GigViewMember *member);
/* (nullable) */
const GigViewMember *gig_placement_get_picked     (GigPlacement        *self);
/* Puts the picked member into @zone, 0 for outside; it stays picked when refused. */
GigPlacementResult   gig_placement_place          (GigPlacement        *self,
                                                   GigZoneMask          zone);
/* Whether @member has been placed, and where. */
gboolean             gig_placement_get_zone       (GigPlacement        *self,
                                                   const GigViewMember *member,
                                                   GigZoneMask         *zone);
/* Back into the tray. */
void                 gig_placement_take_back      (GigPlacement        *self,
                                                   const GigViewMember *member);
/* @member goes where it belongs, without being counted as a try. */
void                 gig_placement_settle         (GigPlacement        *self,
                                                   const GigViewMember *member);
/* All that wait go where they belong, without being counted as tries. */
void                 gig_placement_reveal         (GigPlacement        *self);
/* Takes every member back and forgets what was wrong. */
void                 gig_placement_reset          (GigPlacement        *self);

/* Of all, placed or not. */
guint                gig_placement_get_n_members  (GigPlacement        *self);
/* Those that stand where they belong. */
guint                gig_placement_get_n_placed   (GigPlacement        *self);
/* How many tries were refused since the start. */
guint                gig_placement_get_n_wrong    (GigPlacement        *self);
/* Whether none is left to place. */
gboolean             gig_placement_is_done        (GigPlacement        *self);
/* The reason of the last try, for the live region and the banner. (transfer full)
 * (nullable): %NULL before the first */
char                *gig_placement_get_reason     (GigPlacement        *self,
                                                   GigLanguage         *language);
/* “3 of 9 placed” (transfer full) */
char                *gig_placement_get_progress_text (GigPlacement     *self,
                                                      GigLanguage      *language);

G_END_DECLS
