/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-scene.h"

G_BEGIN_DECLS

/* Which of a scene's shapes; each can fade on its own. */
typedef enum
{
  GIG_LAYER_FILLS  = 1 << 0,  /* tints, patterns, hatches */
  GIG_LAYER_LINES  = 1 << 1,  /* outlines of sets */
  GIG_LAYER_LABELS = 1 << 2,  /* names, pills, dots, leaders */
  GIG_LAYER_ALL    = GIG_LAYER_FILLS | GIG_LAYER_LINES | GIG_LAYER_LABELS,
} GigLayers;

/* Whether a shape is painted. It may change @shape, which is a copy. */
typedef gboolean (* GigShapeFunc) (GigScene *scene,
                                   GigShape *shape,
                                   gpointer  user_data);

/**
 * gig_scene_node_new:
 * @func: (nullable): asked for every shape
 * @user_data: for @func
 *
 * Turns a scene's shapes into render nodes, in scene px.
 *
 * Returns: (transfer full) (nullable): the node; %NULL when nothing is painted
 */
GskRenderNode *gig_scene_node_new          (GigScene              *scene,
                                            GigLayers              layers,
                                            GigShapeFunc           func,
                                            gpointer               user_data);
/* The outline of an ellipse, @grow px outside it. (transfer full) */
GskPath       *gig_scene_node_ellipse_path (const GigEulerEllipse *ellipse,
                                            double                 grow);
/* (transfer full) */
GskPath       *gig_scene_node_zone_path    (const GigPathElement  *elements,
                                            guint                  n_elements);
/* @opacity (0–1) multiplies the colour’s own. */
GdkRGBA        gig_scene_node_color        (const GigColor        *color,
                                            double                 opacity);

G_END_DECLS
