/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-pointing.h"
#include "gig-wall-store.h"

G_BEGIN_DECLS

/**
 * GigWallDiagram:
 *
 * A view on the wall: one picture to look at, with its description for a screen
 * reader. Changing the view morphs it; changing the language changes words only.
 */
#define GIG_TYPE_WALL_DIAGRAM (gig_wall_diagram_get_type ())
G_DECLARE_FINAL_TYPE (GigWallDiagram, gig_wall_diagram, GIG, WALL_DIAGRAM, GtkWidget)

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

/* @preview: not exposed to screen readers */
GtkWidget *gig_wall_diagram_new         (GigWallStore         *store,
                                         GigLesson            *lesson,
                                         gboolean              preview);
/* @animate: whether what is drawn may move to its new places */
void       gig_wall_diagram_show        (GigWallDiagram       *self,
                                         const GigWallPicture *picture,
                                         GigLanguage          *language,
                                         gboolean              animate);
/* Draws @picture for a size, px, without showing it: it will be there at once. */
void       gig_wall_diagram_prepare     (GigWallDiagram       *self,
                                         const GigWallPicture *picture,
                                         GigLanguage          *language,
                                         double                width,
                                         double                height);
/* Has the layouts computed that a view may need in an area of this size, px. */
void       gig_wall_diagram_warm_up     (GigWallStore         *store,
                                         GigView              *view,
                                         double                width,
                                         double                height,
                                         double                name_size,
                                         double                member_size);
/* Pulses a name; %NULL: none. */
void       gig_wall_diagram_point_at    (GigWallDiagram       *self,
                                         const GigPointTarget *target);
/* Where a set's name or member stands, px; FALSE: nowhere. */
gboolean   gig_wall_diagram_find_target (GigWallDiagram       *self,
                                         const GigPointTarget *target,
                                         GigRect              *rect);
/* (element-type utf8) (transfer full): the names behind numbered dots, in their order; empty when names are shown */
GPtrArray *gig_wall_diagram_get_key     (GigWallDiagram       *self);

G_END_DECLS
