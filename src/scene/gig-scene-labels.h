/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-scene.h"
#include "gig-scene-text.h"

G_BEGIN_DECLS

typedef enum
{
  GIG_LABEL_SET,
  GIG_LABEL_MEMBER,
  GIG_LABEL_MORE,   /* “+n” of a zone: members the view does not name */
} GigLabelKind;

/**
 * GigLabel:
 * @box: the largest over the lesson's languages, padding of the pill included,
 *   px at nominal sizes: a switch of language moves nothing
 * @members: (nullable) (element-type GigViewMember): of %GIG_LABEL_MORE
 * @number: of a member, from 1
 * @beside: its name stands in the column beside the drawing, on two lines if @beside_wrapped;
 *   at its right if @beside_right
 */
typedef struct
{
  GigLabelKind         kind;
  GigTextRole          role;
  guint                set;
  const GigViewMember *member;
  GPtrArray           *members;
  guint                number;
  GigZoneMask          zone;
  GigZoneMask          other_zone;
  GigTextBox           box;
  gboolean             beside;
  gboolean             beside_right;
  gboolean             beside_wrapped;
} GigLabel;

/* px at nominal sizes */
#define GIG_PILL_HEIGHT  28.0
#define GIG_PILL_PADDING 12.0
/* On a wall nobody touches them. */
#define GIG_WALL_PILL_HEIGHT  20.0
#define GIG_WALL_PILL_PADDING  7.0
#define GIG_PILL_GAP      8.0
#define GIG_DOT_SIZE     10.0
#define GIG_DOT_GAP       6.0

/* (transfer full) (element-type GigLabel): sets by index, then members in the
 * view's order, then “+n” */
GArray     *gig_labels_new             (GigLesson           *lesson,
                                        GigView             *view,
                                        PangoContext        *context,
                                        GigSceneFlags        flags,
                                        guint                max_members);
/* Takes out “+n” and the members that are not among @members. */
void        gig_labels_keep_members    (GArray              *labels,
                                        GPtrArray           *members);
/* Leaves member @index of @labels to its zone's “+n”, which is added if need be. */
void        gig_labels_drop_member     (GArray              *labels,
                                        guint                index,
                                        PangoContext        *context);
/* The sets of a set: itself and those it lies in. */
GigZoneMask gig_view_get_closure       (GigView             *view,
                                        guint                set);
/* How large texts are beside the drawing, 1 for nominal sizes. */
void        _gig_scene_plan_get_factors (const GigScenePlan *plan,
                                         double             *names,
                                         double             *members);
/* Of a member's pill, px at the nominal size. */
double      gig_pill_get_height        (GigSceneFlags        flags);
double      gig_pill_get_padding       (GigSceneFlags        flags);
/* Whether a set holds another one. */
gboolean    gig_view_holds_sets        (GigView             *view,
                                        guint                set);
/* Whether a member is marked as debated. */
gboolean    gig_view_member_is_debated (const GigViewMember *member);

G_END_DECLS
