/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-scene-private.h"

G_BEGIN_DECLS

/*
 * Names of sets in a column left of the drawing, each with a line to its outline:
 * for letters so large that the crescents have no room for them.
 */

/* What the column takes at most, of the whole width. */
#define GIG_BESIDE_MAX_WIDTH 0.56
/* Two lines of a name stand nearer than two names. */
#define GIG_BESIDE_LINE_SPACING 0.86

/**
 * gig_labels_put_beside:
 * @labels: (element-type GigLabel): those that go there are marked
 * @flags: %GIG_SCENE_OUTER_BESIDE, %GIG_SCENE_NAMES_BESIDE or none
 * @name_factor: real size ÷ nominal size of names
 * @member_factor: ditto of members
 * @width: of the area, px
 * @height: px
 *
 * Returns: the width of the column with its gap, px; 0 when no name goes there
 */
double gig_labels_put_beside      (GArray        *labels,
                                   GigView       *view,
                                   GigSceneFlags  flags,
                                   double         name_factor,
                                   double         member_factor,
                                   double         width,
                                   double         height);
/**
 * gig_labels_get_right_column:
 * @labels: from gig_labels_put_beside()
 *
 * Returns: px to leave free at the right: the widest name of a set that stands next
 *   to another one, which is likely to be there; 0 without %GIG_SCENE_BOTH_SIDES
 */
double gig_labels_get_right_column (GArray       *labels,
                                    GigView      *view,
                                    GigSceneFlags flags,
                                    double        name_factor);
/* Of “As the articles draw it” on a wall, px; 0 where it is not drawn. */
double gig_claim_mark_get_height  (GigView       *view,
                                   GigSceneFlags  flags,
                                   double         member_factor);
/* Places the marked names, once the drawing and what is inside it have their places. */
void   gig_composer_place_beside  (GigComposer   *self);

G_END_DECLS
