/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The render nodes of a diagram: made when something changes, never while painting. */

#include "gig-diagram-view-private.h"

#include "gig-scene-node.h"

#define REST_OPACITY     0.35   /* of what is not raised */
#define SELECTED_WIDTH   3.0    /* px, at least */
#define SELECTED_MORE    1.5    /* px more than at rest */
#define HALO_WIDTH       8.0
#define HALO_OPACITY     0.22
#define RING_WIDTH       2.0
#define RING_OFFSET      3.0

/* --- What is selected --- */

int
_gig_diagram_view_find_selected (GigDiagramView *self)
{
  GigView *view = self->scene != NULL ? gig_scene_get_view (self->scene) : NULL;

  if (view == NULL)
    return -1;
  for (GigConcept *concept = self->selected; concept != NULL; concept = gig_concept_get_parent (concept))
    {
      int set = gig_view_find_set (view, concept);

      if (set >= 0)
        return set;
    }

  return -1;
}

typedef struct
{
  int set;          /* the selected one */
  int item;         /* the selected member */
} Marks;

static Marks
find_marks (GigDiagramView *self)
{
  Marks marks = { _gig_diagram_view_find_selected (self), -1 };
  guint n_items;
  const GigItem *items = gig_scene_get_items (self->scene, &n_items);

  for (guint i = 0; self->selected != NULL && i < n_items; i++)
    if (items[i].member != NULL && items[i].member->member != NULL
        && gig_member_get_concept (items[i].member->member) == self->selected)
      marks.item = i;

  return marks;
}

static gboolean
mark_shape (GigScene *scene,
            GigShape *shape,
            gpointer  user_data)
{
  const Marks *marks = user_data;
  GigShape halo = *shape;

  if (shape->kind == GIG_SHAPE_SET_LINE && shape->set == marks->set)
    shape->line_width = MAX (SELECTED_WIDTH, halo.line_width + SELECTED_MORE);
  else if (shape->kind == GIG_SHAPE_PILL && shape->item >= 0 && shape->item == marks->item)
    {
      shape->line = gig_scene_get_theme (scene)->foreground;
      shape->line_width = MAX (2, shape->line_width);
      shape->n_dashes = 0;
    }

  return TRUE;
}

/* A soft band under the outline of the selected set. */
static gboolean
make_halo (GigScene *scene,
           GigShape *shape,
           gpointer  user_data)
{
  const Marks *marks = user_data;

  if (shape->kind != GIG_SHAPE_SET_LINE || shape->set != marks->set || gig_scene_get_theme (scene)->high_contrast)
    return FALSE;
  shape->line_width += HALO_WIDTH;
  shape->line.alpha *= HALO_OPACITY;
  shape->n_dashes = 0;

  return TRUE;
}

static GskRenderNode *
create_lines (GigDiagramView *self,
              Marks          *marks)
{
  GskRenderNode *nodes[2];
  GskRenderNode *container;
  guint n = 0;

  nodes[n] = marks->set >= 0 ? gig_scene_node_new (self->scene, GIG_LAYER_LINES, make_halo, marks) : NULL;
  n += nodes[n] != NULL;
  nodes[n] = gig_scene_node_new (self->scene, GIG_LAYER_LINES, mark_shape, marks);
  n += nodes[n] != NULL;
  container = n > 0 ? gsk_container_node_new (nodes, n) : NULL;
  for (guint i = 0; i < n; i++)
    gsk_render_node_unref (nodes[i]);

  return container;
}

/* --- What is raised --- */

static gboolean
has_set (GigZoneMask zone,
         int         set)
{
  return (zone >> set & 1) != 0;
}

static gboolean
is_member_raised (const GigItem *raised,
                  const GigItem *item)
{
  GigZoneMask other = item->contested && item->member != NULL ? item->member->contested : item->zone;

  if (raised->kind == GIG_ITEM_SET)
    return has_set (item->zone, raised->set) || has_set (other, raised->set);

  return item->zone == raised->zone || (item->contested && other == raised->zone);
}

static gboolean
is_name_raised (GigScene      *scene,
                const GigItem *raised,
                int            set)
{
  GigRelation relation;

  if (raised->kind != GIG_ITEM_SET)
    return has_set (raised->zone, set);
  if (raised->set == set)
    return TRUE;
  relation = gig_view_get_relation (gig_scene_get_view (scene), set, raised->set);

  return relation == GIG_RELATION_EQUAL || relation == GIG_RELATION_SUBSET || relation == GIG_RELATION_SUPERSET;
}

static gboolean
is_shape_raised (GigScene *scene,
                 GigShape *shape,
                 gpointer  user_data)
{
  const GigItem *raised = user_data;
  const GigItem *items;
  guint n_items;

  if (shape->set >= 0)
    return is_name_raised (scene, raised, shape->set);
  items = gig_scene_get_items (scene, &n_items);
  /* What is about the whole picture stays. */
  if (shape->item < 0 || (guint) shape->item >= n_items)
    return TRUE;
  if ((guint) shape->item == raised->index && shape->kind == GIG_SHAPE_PILL)
    {
      shape->line = gig_scene_get_theme (scene)->foreground;
      shape->line_width = MAX (1.5, shape->line_width);
    }

  return is_member_raised (raised, &items[shape->item]);
}

typedef struct
{
  const GigItem *raised;
  const Marks   *marks;
} Rest;

static gboolean
is_shape_at_rest (GigScene *scene,
                  GigShape *shape,
                  gpointer  user_data)
{
  const Rest *rest = user_data;
  GigShape copy = *shape;

  return !is_shape_raised (scene, &copy, (gpointer) rest->raised) && mark_shape (scene, shape, (gpointer) rest->marks);
}

/* The outline of what an item covers: of a member its zone. */
static GskPath *
create_item_path (GigScene      *scene,
                  const GigItem *item)
{
  guint n;

  if (item->kind == GIG_ITEM_SET)
    {
      const GigShape *shapes = gig_scene_get_shapes (scene, &n);

      for (guint i = 0; i < n; i++)
        if (shapes[i].kind == GIG_SHAPE_SET_LINE
            && gig_view_get_relation (gig_scene_get_view (scene), shapes[i].set, item->set) == GIG_RELATION_EQUAL)
          return gig_scene_node_ellipse_path (&shapes[i].ellipse, 0);
      return NULL;
    }
  else
    {
      const GigPathElement *elements = gig_scene_get_zone_path (scene, item->zone, &n);

      return elements != NULL ? gig_scene_node_zone_path (elements, n) : NULL;
    }
}

/* A set glows in its own colour, so that its dashes stay; a zone gets an edge. */
static void
append_raised_edge (GtkSnapshot   *snapshot,
                    GigScene      *scene,
                    const GigItem *item,
                    GskPath       *path)
{
  const GigTheme *theme = gig_scene_get_theme (scene);
  GdkRGBA color = gig_scene_node_color (&theme->foreground, theme->high_contrast ? 1 : 0.5);
  GskStroke *stroke = gsk_stroke_new (1.5f);

  if (item->kind == GIG_ITEM_SET)
    {
      GigSetStyle style;

      gig_theme_get_view_set_style (theme, gig_scene_get_lesson (scene), gig_scene_get_view (scene), item->set, &style);
      color = gig_scene_node_color (&style.line, theme->high_contrast ? 1 : HALO_OPACITY);
      gsk_stroke_set_line_width (stroke, theme->high_contrast ? style.width + 2 : style.width + HALO_WIDTH);
    }
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);
}

static GskRenderNode *
create_raised_fills (GigDiagramView *self,
                     const GigItem  *item,
                     GskPath        *path)
{
  const GigTheme *theme = gig_scene_get_theme (self->scene);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA glow = gig_scene_node_color (&theme->foreground, theme->dark ? 0.06 : 0.04);

  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
  if (self->fills != NULL)
    {
      gtk_snapshot_push_opacity (snapshot, 1 - REST_OPACITY);
      gtk_snapshot_append_node (snapshot, self->fills);
      gtk_snapshot_pop (snapshot);
    }
  if (!theme->high_contrast)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &glow);
  gtk_snapshot_pop (snapshot);
  if (item->kind != GIG_ITEM_SET || item->set != _gig_diagram_view_find_selected (self))
    append_raised_edge (snapshot, self->scene, item, path);

  return gtk_snapshot_free_to_node (snapshot);
}

void
_gig_diagram_view_build_raised (GigDiagramView *self)
{
  const GigItem *item = gig_diagram_view_get_raised (self);
  g_autoptr(GskPath) path = NULL;
  Marks marks;

  g_clear_pointer (&self->raised_fills, gsk_render_node_unref);
  g_clear_pointer (&self->raised_labels, gsk_render_node_unref);
  g_clear_pointer (&self->rest_labels, gsk_render_node_unref);
  if (item == NULL)
    return;

  path = create_item_path (self->scene, item);
  if (path != NULL)
    self->raised_fills = create_raised_fills (self, item, path);
  self->raised_labels = gig_scene_node_new (self->scene, GIG_LAYER_LABELS, is_shape_raised, (gpointer) item);
  marks = find_marks (self);
  self->rest_labels = gig_scene_node_new (self->scene, GIG_LAYER_LABELS, is_shape_at_rest, &(Rest) { item, &marks });
}

/* --- The focus ring --- */

static GdkRGBA
get_accent (GigScene *scene)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const GigTheme *theme = gig_scene_get_theme (scene);
  GdkRGBA accent;

  if (theme->high_contrast)
    return gig_scene_node_color (&theme->foreground, 1);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (style), theme->dark, &accent);

  return accent;
}

static void
append_box_ring (GtkSnapshot   *snapshot,
                 const GigRect *box,
                 const GdkRGBA *color)
{
  const float grow = RING_OFFSET + RING_WIDTH;
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT (box->x - grow, box->y - grow,
                                                        box->width + 2 * grow, box->height + 2 * grow),
                                   MIN (box->height / 2, 14) + grow);
  gtk_snapshot_append_border (snapshot, &ring,
                              (float[4]) { RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

/* Inside a zone, RING_OFFSET from its outline: the band between two strokes. */
static void
append_zone_ring (GtkSnapshot   *snapshot,
                  GskPath       *path,
                  const GdkRGBA *color)
{
  GskStroke *outer = gsk_stroke_new (2 * (RING_OFFSET + RING_WIDTH));
  GskStroke *inner = gsk_stroke_new (2 * RING_OFFSET);

  gtk_snapshot_push_mask (snapshot, GSK_MASK_MODE_INVERTED_ALPHA);
  gtk_snapshot_append_stroke (snapshot, path, inner, &(GdkRGBA) { 0, 0, 0, 1 });
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_WINDING);
  gtk_snapshot_append_stroke (snapshot, path, outer, color);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
  gsk_stroke_free (outer);
  gsk_stroke_free (inner);
}

/* Round a set, outside its outline. */
static void
append_set_ring (GtkSnapshot   *snapshot,
                 GigScene      *scene,
                 const GigItem *item,
                 const GdkRGBA *color)
{
  guint n;
  const GigShape *shapes = gig_scene_get_shapes (scene, &n);
  GskStroke *stroke = gsk_stroke_new (RING_WIDTH);

  for (guint i = 0; i < n; i++)
    if (shapes[i].kind == GIG_SHAPE_SET_LINE && shapes[i].set == item->set)
      {
        g_autoptr(GskPath) path = NULL;

        path = gig_scene_node_ellipse_path (&shapes[i].ellipse,
                                            shapes[i].line_width / 2 + RING_OFFSET + RING_WIDTH / 2);
        gtk_snapshot_append_stroke (snapshot, path, stroke, color);
      }
  gsk_stroke_free (stroke);
}

void
_gig_diagram_view_build_ring (GigDiagramView *self)
{
  const GigItem *item = self->scene != NULL && self->focused != NULL ? gig_scene_find_item (self->scene, self->focused) : NULL;
  g_autoptr(GskPath) path = NULL;
  GtkSnapshot *snapshot;
  GdkRGBA color;

  g_clear_pointer (&self->ring, gsk_render_node_unref);
  if (item == NULL)
    return;

  snapshot = gtk_snapshot_new ();
  color = get_accent (self->scene);
  if (item->kind == GIG_ITEM_ZONE && (path = create_item_path (self->scene, item)) != NULL)
    append_zone_ring (snapshot, path, &color);
  else if (item->kind == GIG_ITEM_SET)
    append_set_ring (snapshot, self->scene, item, &color);
  if (item->kind != GIG_ITEM_ZONE && item->label.width > 0)
    append_box_ring (snapshot, &item->label, &color);
  self->ring = gtk_snapshot_free_to_node (snapshot);
}

/* --- All --- */

void
_gig_diagram_view_clear_nodes (GigDiagramView *self)
{
  g_clear_pointer (&self->fills, gsk_render_node_unref);
  g_clear_pointer (&self->lines, gsk_render_node_unref);
  g_clear_pointer (&self->labels, gsk_render_node_unref);
  g_clear_pointer (&self->raised_fills, gsk_render_node_unref);
  g_clear_pointer (&self->raised_labels, gsk_render_node_unref);
  g_clear_pointer (&self->rest_labels, gsk_render_node_unref);
  g_clear_pointer (&self->ring, gsk_render_node_unref);
  g_clear_pointer (&self->glow, gsk_render_node_unref);
}

void
_gig_diagram_view_build_nodes (GigDiagramView *self)
{
  Marks marks;

  _gig_diagram_view_clear_nodes (self);
  if (self->scene != NULL)
    {
      marks = find_marks (self);
      self->fills = gig_scene_node_new (self->scene, GIG_LAYER_FILLS, NULL, NULL);
      self->lines = create_lines (self, &marks);
      self->labels = gig_scene_node_new (self->scene, GIG_LAYER_LABELS, mark_shape, &marks);
      _gig_diagram_view_build_raised (self);
      _gig_diagram_view_build_ring (self);
      _gig_diagram_view_build_marks (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_faded (GtkSnapshot   *snapshot,
              GskRenderNode *node,
              double         opacity)
{
  if (node == NULL || opacity <= 0)
    return;
  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  gtk_snapshot_append_node (snapshot, node);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}

static gboolean
is_ring_visible (GigDiagramView *self)
{
  for (guint i = 0; self->ring != NULL && i < self->items->len; i++)
    {
      GtkWidget *item = g_ptr_array_index (self->items, i);

      if ((gtk_widget_get_state_flags (item) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0 && gtk_widget_has_focus (item))
        return TRUE;
    }

  return FALSE;
}

static void
append_stretched (GigDiagramView *self,
                  GtkSnapshot    *snapshot)
{
  const GigFraming *stretch = &self->stretch;
  double width, height;

  gig_scene_get_size (self->scene, &width, &height);
  gtk_snapshot_append_texture (snapshot, self->stretched,
                               &GRAPHENE_RECT_INIT (stretch->pan_x, stretch->pan_y,
                                                    width * stretch->zoom, height * stretch->zoom));
}

void
_gig_diagram_view_paint (GigDiagramView *self,
                         GtkSnapshot    *snapshot)
{
  double rest = 1 - (1 - REST_OPACITY) * self->raise;

  if (self->stretched != NULL)
    {
      append_stretched (self, snapshot);
      return;
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (self->framing.pan_x, self->framing.pan_y));
  gtk_snapshot_scale (snapshot, self->framing.zoom, self->framing.zoom);
  if (self->frame != NULL)
    gtk_snapshot_append_node (snapshot, self->frame);
  else
    {
      append_faded (snapshot, self->fills, rest);
      append_faded (snapshot, self->raised_fills, self->raise);
      append_faded (snapshot, self->glow, 1);
      append_faded (snapshot, self->lines, 1);
      if (self->raised_labels != NULL || self->rest_labels != NULL)
        {
          append_faded (snapshot, self->rest_labels, rest);
          append_faded (snapshot, self->raised_labels, 1);
        }
      else
        append_faded (snapshot, self->labels, 1);
      if (is_ring_visible (self))
        gtk_snapshot_append_node (snapshot, self->ring);
    }
  gtk_snapshot_restore (snapshot);
}
