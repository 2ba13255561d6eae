/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The focusable children of a diagram: what the keyboard and a screen reader reach. */

#include "gig-diagram-view-private.h"

#include "gig-item-card.h"

/* --- Keeping them in step with the scene --- */

static GtkWidget *
find_item (GigDiagramView *self,
           const char     *key)
{
  for (guint i = 0; key != NULL && i < self->items->len; i++)
    {
      GigDiagramItem *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (gig_diagram_item_get_key (item), key))
        return GTK_WIDGET (item);
    }

  return NULL;
}

static void
update_item (GigDiagramView *self,
             const GigItem  *items,
             guint           n_items,
             guint           index,
             GigDiagramItem *widget)
{
  g_autofree char *description = _gig_diagram_view_describe_item (self, &items[index]);
  int level = 1, position = 0, n_siblings = 0;

  for (int parent = items[index].parent; parent >= 0; parent = items[parent].parent)
    level++;
  for (guint i = 0; i < n_items; i++)
    if (items[i].parent == items[index].parent)
      {
        n_siblings++;
        if (i <= index)
          position++;
      }
  gig_diagram_item_update (widget, &items[index], description, level, position, n_siblings);
}

/* The item that takes over the focus of one that is gone: its nearest level
 * that is still there, else the first. */
static GtkWidget *
find_heir (GigDiagramView *self,
           const char     *key)
{
  GtkWidget *heir = find_item (self, key);

  if (heir == NULL && self->items->len > 0)
    heir = g_ptr_array_index (self->items, 0);

  return heir;
}

static void
update_texts (GigDiagramView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->scene != NULL ? gig_scene_get_name (self->scene) : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->scene != NULL ? gig_scene_get_description (self->scene) : "",
                                  -1);
}

static void
sync_items (GigDiagramView *self)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->items);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean had_focus = focus != NULL && GIG_IS_DIAGRAM_ITEM (focus);
  GtkWidget *previous = self->spinner;
  const GigItem *items = NULL;
  guint n_items = 0;

  self->items = g_ptr_array_new ();
  if (self->scene != NULL && self->interactive)
    items = gig_scene_get_items (self->scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      GtkWidget *widget = NULL;

      for (guint j = 0; j < old->len && widget == NULL; j++)
        if (g_str_equal (gig_diagram_item_get_key (g_ptr_array_index (old, j)), items[i].key))
          widget = g_ptr_array_steal_index (old, j);
      if (widget == NULL)
        widget = gig_diagram_item_new (items[i].key);
      if (gtk_widget_get_prev_sibling (widget) != previous || gtk_widget_get_parent (widget) == NULL)
        gtk_widget_insert_after (widget, GTK_WIDGET (self), previous);
      update_item (self, items, n_items, i, GIG_DIAGRAM_ITEM (widget));
      g_ptr_array_add (self->items, widget);
      previous = widget;
    }
  if (had_focus && find_item (self, gig_diagram_item_get_key (GIG_DIAGRAM_ITEM (focus))) == NULL
      && find_heir (self, NULL) != NULL)
    gtk_widget_grab_focus (find_heir (self, NULL));
  for (guint i = 0; i < old->len; i++)
    gtk_widget_unparent (g_ptr_array_index (old, i));
  update_texts (self);
}

/* Where the keyboard comes in: where it was, else the selected set, else the first. */
gboolean
_gig_diagram_view_focus_in (GigDiagramView *self)
{
  GtkWidget *widget = find_item (self, self->focused);
  int selected = _gig_diagram_view_find_selected (self);

  if (widget == NULL && selected >= 0)
    widget = find_item (self, gig_scene_get_set_item (self->scene, selected)->key);
  if (widget == NULL && self->items->len > 0)
    widget = g_ptr_array_index (self->items, 0);
  self->focus_wanted = widget == NULL;

  return widget != NULL && gtk_widget_grab_focus (widget);
}

static gboolean
sync_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  GigDiagramView *self = GIG_DIAGRAM_VIEW (widget);

  if (self->texts_changed)
    {
      self->texts_changed = FALSE;
      sync_items (self);
      if (self->focus_wanted && gtk_root_get_focus (gtk_widget_get_root (widget)) == NULL)
        _gig_diagram_view_focus_in (self);
      _gig_diagram_view_update_raised (self);
      gtk_widget_queue_allocate (widget);
      /* Within a morph, the items and what follows the scene in one frame would be seen. */
      if (self->before != NULL)
        return G_SOURCE_CONTINUE;
    }
  self->sync_id = 0;
  g_signal_emit_by_name (self, "scene-changed");

  return G_SOURCE_REMOVE;
}

/* Not within the allocation that made the scene: children come and go. */
void
_gig_diagram_view_queue_sync (GigDiagramView *self)
{
  self->texts_changed = TRUE;
  if (self->sync_id == 0)
    self->sync_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), sync_cb, NULL, NULL);
}

void
_gig_diagram_view_allocate_items (GigDiagramView *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->items, i);
      const GigItem *item = self->scene != NULL
                              ? gig_scene_find_item (self->scene, gig_diagram_item_get_key (GIG_DIAGRAM_ITEM (widget)))
                              : NULL;
      GdkRectangle box;

      /* One with the focus stays until another takes it over. */
      gtk_widget_set_child_visible (widget, item != NULL || gtk_widget_has_focus (widget));
      if (item == NULL)
        {
          if (gtk_widget_get_child_visible (widget))
            gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, 1, 1 }, -1);
          continue;
        }
      box = _gig_diagram_view_map_rect (self, item->label.width > 0 ? &item->label : &item->bounds);
      gtk_widget_size_allocate (widget, &box, -1);
    }
}

void
_gig_diagram_view_clear_items (GigDiagramView *self)
{
  if (self->sync_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->sync_id);
  self->sync_id = 0;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->items, i));
  g_ptr_array_set_size (self->items, 0);
}

/* --- Focus --- */

static GigDiagramItem *
get_focused (GigDiagramView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && GIG_IS_DIAGRAM_ITEM (focus) ? GIG_DIAGRAM_ITEM (focus) : NULL;
}

static gboolean
focus_index (GigDiagramView *self,
             int             index)
{
  if (index < 0 || index >= (int) self->items->len)
    return FALSE;

  return gtk_widget_grab_focus (g_ptr_array_index (self->items, index));
}

gboolean
_gig_diagram_view_focus (GigDiagramView   *self,
                         GtkDirectionType  direction)
{
  GigDiagramItem *focused = get_focused (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int step;

  if (self->popover != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->popover)
    return gtk_widget_child_focus (self->popover, direction);
  if (focused == NULL)
    return _gig_diagram_view_focus_in (self);

  switch (direction)
    {
    case GTK_DIR_UP:
      step = -1;
      break;
    case GTK_DIR_DOWN:
      step = 1;
      break;
    case GTK_DIR_LEFT:
      step = rtl ? 1 : -1;
      break;
    case GTK_DIR_RIGHT:
      step = rtl ? -1 : 1;
      break;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      /* One stop for Tab: the arrows walk inside. */
      return FALSE;
    }
  for (guint i = 0; i < self->items->len; i++)
    if (g_ptr_array_index (self->items, i) == focused)
      {
        if (!focus_index (self, (int) i + step))
          gtk_widget_error_bell (GTK_WIDGET (self));
        return TRUE;
      }

  return FALSE;
}

void
_gig_diagram_view_focus_end (GigDiagramView *self,
                             gboolean        last)
{
  focus_index (self, last ? (int) self->items->len - 1 : 0);
}

gboolean
_gig_diagram_view_focus_out (GigDiagramView *self)
{
  GigDiagramItem *focused = get_focused (self);
  const GigItem *item = focused != NULL && self->scene != NULL
                          ? gig_scene_find_item (self->scene, gig_diagram_item_get_key (focused))
                          : NULL;
  const GigItem *items;

  if (item != NULL && item->parent >= 0)
    {
      items = gig_scene_get_items (self->scene, NULL);
      gtk_widget_grab_focus (find_item (self, items[item->parent].key));
      return GDK_EVENT_STOP;
    }
  if (gig_diagram_view_get_zoom (self) > 1)
    {
      gig_diagram_view_frame_set (self, -1);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* The view follows the focus when it is zoomed in. */
static void
scroll_to_item (GigDiagramView *self,
                const GigItem  *item)
{
  GdkRectangle box = _gig_diagram_view_map_rect (self, item->label.width > 0 ? &item->label : &item->bounds);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  const int margin = 24;

  if (self->framing.zoom <= 1)
    return;
  if (box.x < margin)
    self->framing.pan_x += margin - box.x;
  else if (box.x + box.width > width - margin)
    self->framing.pan_x -= box.x + box.width - width + margin;
  if (box.y < margin)
    self->framing.pan_y += margin - box.y;
  else if (box.y + box.height > height - margin)
    self->framing.pan_y -= box.y + box.height - height + margin;
  _gig_diagram_view_clamp_framing (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
_gig_diagram_view_focus_changed (GigDiagramView *self)
{
  GigDiagramItem *focused = get_focused (self);
  const GigItem *item;

  if (focused != NULL && g_set_str (&self->focused, gig_diagram_item_get_key (focused)))
    {
      item = self->scene != NULL ? gig_scene_find_item (self->scene, self->focused) : NULL;
      if (item != NULL)
        scroll_to_item (self, item);
      _gig_diagram_view_build_ring (self);
      g_clear_pointer (&self->hovered, g_free);
      g_clear_pointer (&self->touched, g_free);
    }
  _gig_diagram_view_update_raised (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- What is raised --- */

void
_gig_diagram_view_update_raised (GigDiagramView *self)
{
  GigDiagramItem *focused = get_focused (self);
  const char *key = self->hovered;
  gboolean shown;

  if (key == NULL)
    key = self->popover != NULL ? self->popover_key : self->touched;
  if (key == NULL && focused != NULL
      && (gtk_widget_get_state_flags (GTK_WIDGET (focused)) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    key = gig_diagram_item_get_key (focused);
  if (key != NULL && (self->scene == NULL || gig_scene_find_item (self->scene, key) == NULL))
    key = NULL;
  if (!g_set_str (&self->raised, key))
    return;

  shown = self->raised != NULL;
  if (shown)
    _gig_diagram_view_build_raised (self);
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->raise_animation), self->raise);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->raise_animation), shown ? 1 : 0);
  adw_animation_play (self->raise_animation);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "raised-changed");
}

const GigItem *
gig_diagram_view_get_raised (GigDiagramView *self)
{
  g_return_val_if_fail (GIG_IS_DIAGRAM_VIEW (self), NULL);

  return self->scene != NULL && self->raised != NULL ? gig_scene_find_item (self->scene, self->raised) : NULL;
}

void
gig_diagram_view_set_raised (GigDiagramView *self,
                             const char     *key)
{
  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));

  g_set_str (&self->touched, key);
  g_clear_pointer (&self->hovered, g_free);
  _gig_diagram_view_update_raised (self);
}

/* --- Activation --- */

static gboolean
unparent_popover_idle (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (GigDiagramView *self,
                   GtkWidget      *popover)
{
  GtkWidget *item = find_item (self, self->popover_key);

  if (self->popover != popover)
    return;
  self->popover = NULL;
  if (item != NULL)
    gtk_widget_grab_focus (item);
  g_clear_pointer (&self->popover_key, g_free);
  _gig_diagram_view_update_raised (self);
  /* Not at once: it is still closing. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_popover_idle, g_object_ref (popover), g_object_unref);
}

static void
show_card (GigDiagramView *self,
           const GigItem  *item)
{
  GdkRectangle box = _gig_diagram_view_map_rect (self, item->label.width > 0 ? &item->label : &item->bounds);

  if (self->popover != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      if (self->popover != NULL)
        return;
    }
  self->popover = gtk_popover_new ();
  g_set_str (&self->popover_key, item->key);
  gtk_popover_set_child (GTK_POPOVER (self->popover), gig_item_card_new (self->scene, item));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &box);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, item->name, -1);
  gtk_widget_add_css_class (self->popover, "item-card");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  _gig_diagram_view_update_raised (self);
}

/* The concept that an item leads to: of a zone, that of the one set which says where it is. */
static GigConcept *
find_concept (GigDiagramView *self,
              const GigItem  *item)
{
  GigView *view = gig_scene_get_view (self->scene);
  int innermost = -1;

  if (item->kind != GIG_ITEM_ZONE)
    return item->kind == GIG_ITEM_SET ? item->concept : NULL;

  for (guint i = 0; i < gig_view_get_n_sets (view); i++)
    {
      gboolean contains = FALSE;

      if ((item->zone >> i & 1) == 0)
        continue;
      for (guint j = 0; j < gig_view_get_n_sets (view); j++)
        {
          GigRelation relation = (item->zone >> j & 1) != 0 && j != i ? gig_view_get_relation (view, i, j) : GIG_RELATION_DISJOINT;

          contains |= relation == GIG_RELATION_SUPERSET || (relation == GIG_RELATION_EQUAL && j < i);
        }
      if (contains)
        continue;
      if (innermost >= 0)
        return NULL;
      innermost = i;
    }

  return innermost >= 0 ? gig_view_get_set (view, innermost)->concept : NULL;
}

void
_gig_diagram_view_activate_item (GigDiagramView *self,
                                 const char     *key)
{
  const GigItem *item = self != NULL && self->scene != NULL ? gig_scene_find_item (self->scene, key) : NULL;
  GigConcept *concept;

  if (item == NULL || !self->interactive)
    return;

  if (self->only_members != NULL && (item->kind == GIG_ITEM_SET || item->kind == GIG_ITEM_ZONE))
    {
      g_signal_emit_by_name (self, "zone-picked", item->zone);
      return;
    }
  concept = find_concept (self, item);
  if (concept != NULL)
    g_signal_emit_by_name (self, "open-concept", gig_concept_get_id (concept));
  else
    show_card (self, item);
}
