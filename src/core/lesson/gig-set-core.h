/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-set-system.h"

G_BEGIN_DECLS

/* Private to core/lesson: what a set system says, on plain masks, without names
 * or languages. A zone is the region inside exactly the sets of its mask. */

typedef struct
{
  GigZoneMask        zone;          /* where the certain kinds put it, closed; 0: outside */
  const GigZoneMask *contested;     /* each contested kind with the sets that hold it */
  guint              n_contested;
} GigSetCoreMember;

typedef struct
{
  guint                   n_sets;
  const GigZoneMask      *closures; /* of each set: itself and every set that holds it */
  GigZoneMask             empty;    /* sets whose own zone is not required */
  const GigZoneMask      *unions;   /* further zones said to exist, closed */
  guint                   n_unions;
  const GigSetCoreMember *members;
  guint                   n_members;
} GigSetCore;

typedef enum
{
  GIG_KNOWN_NO,
  GIG_KNOWN_YES,
  GIG_KNOWN_NOT,              /* it depends on a contested kind */
} GigKnown;

/* Makes @closures transitive, each holding its own set. */
void         gig_set_core_close_all    (GigZoneMask        *closures,
                                        guint               n_sets);
GigZoneMask  gig_set_core_close        (const GigZoneMask  *closures,
                                        GigZoneMask         sets);
/* The zones that must exist, ascending by number of sets, then by the order of
 * the sets; never 0. (transfer full) (element-type GigZoneMask) */
GArray      *gig_set_core_get_zones    (const GigSetCore   *core);
gboolean     gig_set_core_has_zone     (const GigZoneMask  *zones,
                                        guint               n_zones,
                                        GigZoneMask         inside,
                                        GigZoneMask         outside);
/* How two sets lie in the picture that @zones make. */
GigRelation  gig_set_core_get_relation (const GigZoneMask  *zones,
                                        guint               n_zones,
                                        guint               a,
                                        guint               b);
/* Whether anything is inside all sets of @inside and outside all of @outside,
 * whichever way the contested kinds are read. */
GigKnown     gig_set_core_exists       (const GigSetCore   *core,
                                        GigZoneMask         inside,
                                        GigZoneMask         outside);
/* Ditto for one member. */
GigKnown     gig_set_core_member_is    (const GigSetCoreMember *member,
                                        GigZoneMask         inside,
                                        GigZoneMask         outside);
/* Whether a statement on two different sets is true; not known either where the
 * first set holds nothing for certain. */
GigKnown     gig_set_core_judge        (const GigSetCore   *core,
                                        GigQuantifier       quantifier,
                                        guint               a,
                                        guint               b);
/**
 * gig_set_core_get_weights:
 * @sizes: of each zone of @zones, the size of the intersection of its sets, the
 *   deeper zones included; NAN where none is declared
 * @weights: (out caller-allocates): of each zone alone
 *
 * The size of a zone alone is that of its intersection less all deeper zones
 * (Möbius inversion on the required zones). An undeclared zone takes the
 * smallest weight that is declared.
 *
 * Returns: the index of a zone that comes out negative, so that the sizes
 *   contradict each other, or -1
 */
int          gig_set_core_get_weights  (const GigZoneMask  *zones,
                                        guint               n_zones,
                                        const double       *sizes,
                                        double             *weights);

G_END_DECLS
