/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-wall-store.h"

G_BEGIN_DECLS

/**
 * GigWallPicture:
 * @view: what is drawn
 * @framed: the set the step is about, or -1
 * @hidden: (nullable): a member not shown: its place is asked for
 * @asked: (nullable): a member that must be there, shown or hidden
 * @theme: one of the projector's
 * @name_size: of sets, px
 * @member_size: of members, px
 */
typedef struct
{
  GigView             *view;
  int                  framed;
  const GigViewMember *hidden;
  const GigViewMember *asked;
  const GigTheme      *theme;
  double               name_size;
  double               member_size;
} GigWallPicture;

/**
 * GigWallDrawn:
 * @picture: what it shows
 * @language: of its words, interned
 * @scene: how
 * @node: (nullable): made by who shows it first
 *
 * A picture that is ready to be shown. Names at a wall's sizes take room, so several
 * attempts may be needed to find its scene; the walls of a show share what was found.
 */
typedef struct
{
  GigWallPicture  picture;
  const char     *language;
  double          width, height;
  GigScene       *scene;
  GskRenderNode  *node;
  guint           attempt;      /* the next one, while it is not finished */
  gboolean        finished;
} GigWallDrawn;

/**
 * gig_wall_drawn_find:
 * @width: of the diagram's area, px
 * @height: px
 *
 * Returns: (nullable) (transfer full): @picture ready to be shown, or the best that can be
 *   shown while layouts are being computed; %NULL when there is none yet
 */
GigWallDrawn        *gig_wall_drawn_find        (GigWallStore         *store,
                                                 GigLesson            *lesson,
                                                 const GigWallPicture *picture,
                                                 GigLanguage          *language,
                                                 double                width,
                                                 double                height);
/**
 * gig_wall_drawn_prepare:
 *
 * A part of the work of gig_wall_drawn_find(), short enough to be done between two frames.
 *
 * Returns: whether there is more to do
 */
gboolean             gig_wall_drawn_prepare     (GigWallStore         *store,
                                                 GigLesson            *lesson,
                                                 const GigWallPicture *picture,
                                                 GigLanguage          *language,
                                                 double                width,
                                                 double                height);
/* Has the layout computed that a view needs first in an area of this size, px. */
void                 gig_wall_drawn_warm_up     (GigWallStore         *store,
                                                 GigView              *view,
                                                 double                width,
                                                 double                height,
                                                 double                name_size,
                                                 double                member_size);
void                 gig_wall_drawn_unref       (GigWallDrawn         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigWallDrawn, gig_wall_drawn_unref)

G_END_DECLS
