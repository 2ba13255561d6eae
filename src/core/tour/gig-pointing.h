/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-set-system.h"

G_BEGIN_DECLS

/* What a name of a view can point at. */
typedef struct
{
  int                  set;       /* the set's index, or -1 for a member */
  const GigViewMember *member;    /* (nullable): a member of gig_view_get_members() */
} GigPointTarget;

/**
 * gig_pointing_find:
 * @prefix: what was typed so far; empty finds everything
 * @languages: %NULL-terminated codes: names of each are matched
 *
 * Sets and members shown whose name, or a word of it, begins with @prefix,
 * without regard to case and accents. Those whose name begins so come first.
 *
 * Returns: (transfer full) (element-type GigPointTarget)
 */
GArray *gig_pointing_find     (GigLesson            *lesson,
                               GigView              *view,
                               const char           *prefix,
                               const char * const   *languages);
/* (transfer full) */
char   *gig_pointing_get_name (GigLesson            *lesson,
                               GigView              *view,
                               const GigPointTarget *target,
                               const char           *language);

G_END_DECLS
