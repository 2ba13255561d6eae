/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-set-core.h"

G_BEGIN_DECLS

/* What is inside a view, for gig-view.c, gig-view-fence.c and gig-set-logic.c. */
struct _GigView
{
  const char       *id;
  const GigMessage *title;
  const GigMessage *takeaway;
  GigConcept       *concept;
  guint             line;
  gboolean          claim;
  gboolean          proportional;

  guint             n_sets;
  GigViewSet        sets[GIG_VIEW_MAX_SETS];
  GigZoneMask       closures[GIG_VIEW_MAX_SETS];
  GigZoneMask       bound;        /* sets whose place comes from is-a and members */
  GigZoneMask       empty;
  GHashTable       *masks;        /* GigConcept → its closure, as a mask of this view */

  GPtrArray        *members;      /* shown; owned by all_members */
  GPtrArray        *all_members;
  GArray           *contested;    /* of each of all_members: GArray of GigZoneMask */
  GArray           *core_members; /* of each of all_members */
  GArray           *unions;
  GArray           *sized_zones;  /* zones with a declared size, and */
  GArray           *sizes;        /* these sizes */
  GArray           *zones;
  double           *weights;
  GigSetCore        core;
};

GigView       *gig_view_new            (void);
/* Adds a set; @concept only where its place comes from the lesson. */
void           gig_view_add_set        (GigView           *self,
                                        const GigViewSet  *set,
                                        gboolean           bound);
/* Fills the closures of the bound sets and makes all closures transitive. */
void           gig_view_close_sets     (GigView           *self);
/* The sets of the view that hold everything of kind @concept. */
GigZoneMask    gig_view_get_kind_mask  (GigView           *self,
                                        GigConcept        *concept);
/* Adds @member, with the own-name sets @own it is in; returns its entry, which
 * is not in the view's members yet; %NULL when nothing of it is in the view. */
GigViewMember *gig_view_add_member     (GigView           *self,
                                        GigMember         *member,
                                        const GigMessage  *name,
                                        GigZoneMask        own);
/* Adds the overlap of @sets; if @unless_shown, only when no member stands in it. */
void           gig_view_add_union      (GigView           *self,
                                        GigZoneMask        sets,
                                        double             size,
                                        gboolean           unless_shown);
/* The overlaps that the lesson's “Overlaps:” lines give. */
void           gig_view_add_overlaps   (GigView           *self);
/* Computes zones, weights and who stands astride. Returns the index of a zone
 * whose declared size contradicts others, or -1. */
int            gig_view_finish         (GigView           *self);

G_END_DECLS
