/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-wall.h"
#include "gig-wall-diagram.h"
#include "gig-wall-label.h"
#include "gig-wall-layout.h"
#include "gig-wall-vote.h"

G_BEGIN_DECLS

struct _GigWall
{
  GtkWidget       parent_instance;

  GigWallStore   *store;
  GigLesson      *lesson;
  gboolean        preview;
  GigLanguage    *languages[2];
  double          x_height;
  gboolean        dark;
  GigWallSlide   *slide;
  GigWallLayout  *layout;
  const char     *laid_out[2];  /* languages of the layout */
  double          laid_out_width, laid_out_height, laid_out_x_height;
  gboolean        moved;        /* the next diagram shown may animate */

  GtkWidget      *headlines[2];
  GtkWidget      *bodies[2];
  GigWallDiagram *diagram;
  GigWallVote    *vote;

  GigWallTools   *tools;
  gboolean        interactive;
  guint           tick;
  GigWallRegion   region;       /* what is seen now */
  GigWallRegion   from, to;
  AdwAnimation   *zoom;
};

/* gig-wall-paint.c: what is drawn on the wall and laid over it */
void _gig_wall_snapshot_ink     (GigWall     *self,
                                 GtkSnapshot *snapshot);
void _gig_wall_snapshot_overlay (GigWall     *self,
                                 GtkSnapshot *snapshot);

/* gig-wall-input.c: the pointer over @self is the hand on the wall */
void _gig_wall_add_controllers  (GigWall     *self);

G_END_DECLS
