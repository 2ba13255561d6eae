/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-scene.h"

G_BEGIN_DECLS

/**
 * GigWallAttempt:
 * @n_members: how many members are shown
 * @flags: how names are placed
 * @max_outside: how many members may stand outside their zone, at the end of a line
 *
 * Letters for the last row take room. Names of sets stand in the drawing, or those of
 * the sets that hold others beside it, or all; members have their names, as many as
 * fit, else numbered dots whose key the console has. These are the ways, the best
 * first; the first that suits is shown.
 */
typedef struct
{
  guint         n_members;
  GigSceneFlags flags;
  guint         max_outside;
} GigWallAttempt;

extern const GigWallAttempt gig_wall_attempts[];
extern const guint          gig_wall_n_attempts;

/**
 * gig_wall_attempt_suits:
 * @scene: drawn as @attempt says
 * @name_size: of sets, px
 * @member_size: of members, px
 * @asked: (nullable): a member that must be there
 *
 * Whether every set and the members have their names at full size.
 */
gboolean       gig_wall_attempt_suits (const GigWallAttempt *attempt,
                                       GigScene             *scene,
                                       double                name_size,
                                       double                member_size,
                                       const GigViewMember  *asked);
/* (nullable): the item of a member */
const GigItem *gig_wall_find_member   (GigScene             *scene,
                                       const GigViewMember  *member);

G_END_DECLS
