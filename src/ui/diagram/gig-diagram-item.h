/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-scene.h"

G_BEGIN_DECLS

/**
 * GigDiagramItem:
 *
 * A set, zone, member or “+n” of a GigDiagramView, which paints it. The item
 * makes it something that the keyboard and a screen reader reach: it has focus,
 * role, name, description and the action `item.activate`.
 */
#define GIG_TYPE_DIAGRAM_ITEM (gig_diagram_item_get_type ())
G_DECLARE_FINAL_TYPE (GigDiagramItem, gig_diagram_item, GIG, DIAGRAM_ITEM, GtkWidget)

GtkWidget  *gig_diagram_item_new       (const char      *key);
const char *gig_diagram_item_get_key   (GigDiagramItem  *self);
/* Its place in the scene's reading order. */
guint       gig_diagram_item_get_index (GigDiagramItem  *self);
/**
 * gig_diagram_item_update:
 * @item: what it stands for now
 * @description: accessible description: the item's own and its state
 * @level: how deep, from 1
 * @position: among its siblings, from 1
 * @n_siblings: itself too
 */
void        gig_diagram_item_update    (GigDiagramItem  *self,
                                        const GigItem   *item,
                                        const char      *description,
                                        int              level,
                                        int              position,
                                        int              n_siblings);

G_END_DECLS
