/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What glows: where the hits of a search, or concepts that are compared, stand. */

#include "gig-diagram-view-private.h"

#include "gig-language-host.h"
#include "gig-scene-node.h"

#define HALO_WIDTH 14.0   /* px, across the outline of a set */
#define BLUR       9.0    /* px, around a name */
#define GAP        2.0    /* px, between a name and its ring */

static GigDiagramMarkSet
find_marks (GigDiagramView *self,
            const GigItem  *item)
{
  GigDiagramMarkSet marks = 0;

  switch (item->kind)
    {
    case GIG_ITEM_SET:
      return gig_diagram_marks_find_set (&self->marks, item->key + strlen ("set:"));
    case GIG_ITEM_MEMBER:
      return gig_diagram_marks_find_member (&self->marks, item->member);
    case GIG_ITEM_MORE:
      for (guint i = 0; i < item->members->len; i++)
        marks |= gig_diagram_marks_find_member (&self->marks, g_ptr_array_index (item->members, i));
      return marks;
    case GIG_ITEM_ZONE:
    default:
      return 0;
    }
}

char *
_gig_diagram_view_describe_item (GigDiagramView *self,
                                 const GigItem  *item)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));

  return language != NULL ? gig_diagram_marks_describe (find_marks (self, item), language, item->description)
                          : g_strdup (item->description);
}

/* --- The glow --- */

/* The yellow that marks hits on the page, so that both are seen as one thing. */
static GdkRGBA
get_glow (const GigTheme *theme)
{
  GdkRGBA glow = theme->dark ? (GdkRGBA) { 0.98f, 0.94f, 0.42f, 0.34f } : (GdkRGBA) { 0.97f, 0.78f, 0.10f, 0.55f };

  return glow;
}

static void
append_set_glow (GtkSnapshot    *snapshot,
                 const GigShape *shape,
                 const GigTheme *theme)
{
  GdkRGBA color = theme->high_contrast ? gig_scene_node_color (&theme->foreground, 1) : get_glow (theme);
  double width = theme->high_contrast ? 2 : shape->line_width + HALO_WIDTH;
  GskStroke *stroke = gsk_stroke_new (width);
  g_autoptr(GskPath) path = NULL;

  /* In high contrast a second line outside the first. */
  path = gig_scene_node_ellipse_path (&shape->ellipse, theme->high_contrast ? shape->line_width / 2 + GAP + 1 : 0);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);
}

static void
append_label_glow (GtkSnapshot    *snapshot,
                   const GigRect  *box,
                   const GigTheme *theme)
{
  const float line = theme->high_contrast ? 3 : 1.5f;
  const float grow = GAP + line;
  GdkRGBA glow = get_glow (theme);
  GdkRGBA color = gig_scene_node_color (&theme->foreground, 1);
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT (box->x - grow, box->y - grow,
                                                        box->width + 2 * grow, box->height + 2 * grow),
                                   MIN (box->height / 2, 14) + grow);
  if (!theme->high_contrast)
    gtk_snapshot_append_outset_shadow (snapshot, &ring, &glow, 0, 0, 2, BLUR);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]) { line, line, line, line },
                              (GdkRGBA[4]) { color, color, color, color });
}

void
_gig_diagram_view_build_marks (GigDiagramView *self)
{
  const GigTheme *theme = gig_scene_get_theme (self->scene);
  guint n_items, n_shapes;
  const GigItem *items = gig_scene_get_items (self->scene, &n_items);
  const GigShape *shapes = gig_scene_get_shapes (self->scene, &n_shapes);
  GtkSnapshot *snapshot;

  g_clear_pointer (&self->glow, gsk_render_node_unref);
  snapshot = gtk_snapshot_new ();
  for (guint i = 0; i < n_items; i++)
    {
      if (find_marks (self, &items[i]) == 0)
        continue;
      for (guint j = 0; j < n_shapes && items[i].kind == GIG_ITEM_SET; j++)
        if (shapes[j].kind == GIG_SHAPE_SET_LINE && shapes[j].set == items[i].set)
          append_set_glow (snapshot, &shapes[j], theme);
    }
  /* Rings lie over the glow of outlines. */
  for (guint i = 0; i < n_items; i++)
    if (find_marks (self, &items[i]) != 0 && items[i].label.width > 0)
      append_label_glow (snapshot, &items[i].label, theme);
  self->glow = gtk_snapshot_free_to_node (snapshot);
}

void
gig_diagram_view_set_marked (GigDiagramView     *self,
                             GigDiagramMark      mark,
                             const char * const *ids)
{
  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));

  if (!gig_diagram_marks_set (&self->marks, mark, ids) || self->scene == NULL)
    return;
  _gig_diagram_view_build_marks (self);
  _gig_diagram_view_queue_sync (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
