/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagram-item.h"

#include "gig-diagram-view-private.h"

struct _GigDiagramItem
{
  GtkWidget  parent_instance;

  char      *key;
  guint      index;
};

G_DEFINE_FINAL_TYPE (GigDiagramItem, gig_diagram_item, GTK_TYPE_WIDGET)

static GigDiagramView *
get_view (GigDiagramItem *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return GIG_IS_DIAGRAM_VIEW (parent) ? GIG_DIAGRAM_VIEW (parent) : NULL;
}

static void
activate_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  GigDiagramItem *self = GIG_DIAGRAM_ITEM (widget);

  _gig_diagram_view_activate_item (get_view (self), self->key);
}

static gboolean
gig_diagram_item_contains (GtkWidget *widget,
                           double     x,
                           double     y)
{
  GigDiagramItem *self = GIG_DIAGRAM_ITEM (widget);
  GigDiagramView *view = get_view (self);
  graphene_point_t point;

  if (view == NULL || !gtk_widget_compute_point (widget, GTK_WIDGET (view), &GRAPHENE_POINT_INIT (x, y), &point))
    return FALSE;

  return g_strcmp0 (_gig_diagram_view_pick (view, point.x, point.y, 0), self->key) == 0;
}

static void
gig_diagram_item_state_flags_changed (GtkWidget     *widget,
                                      GtkStateFlags  previous)
{
  GtkStateFlags changed = gtk_widget_get_state_flags (widget) ^ previous;
  GigDiagramView *view = get_view (GIG_DIAGRAM_ITEM (widget));

  GTK_WIDGET_CLASS (gig_diagram_item_parent_class)->state_flags_changed (widget, previous);

  if (view != NULL && (changed & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0)
    _gig_diagram_view_focus_changed (view);
}

static void
gig_diagram_item_finalize (GObject *object)
{
  g_free (GIG_DIAGRAM_ITEM (object)->key);

  G_OBJECT_CLASS (gig_diagram_item_parent_class)->finalize (object);
}

static void
gig_diagram_item_class_init (GigDiagramItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  G_OBJECT_CLASS (klass)->finalize = gig_diagram_item_finalize;
  widget_class->contains = gig_diagram_item_contains;
  widget_class->state_flags_changed = gig_diagram_item_state_flags_changed;

  gtk_widget_class_set_css_name (widget_class, "diagram-item");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "item.activate", NULL, activate_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "item.activate", NULL);
}

static void
gig_diagram_item_init (GigDiagramItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
gig_diagram_item_new (const char *key)
{
  GigDiagramItem *self = g_object_new (GIG_TYPE_DIAGRAM_ITEM, NULL);

  self->key = g_strdup (key);

  return GTK_WIDGET (self);
}

const char *
gig_diagram_item_get_key (GigDiagramItem *self)
{
  g_return_val_if_fail (GIG_IS_DIAGRAM_ITEM (self), NULL);

  return self->key;
}

guint
gig_diagram_item_get_index (GigDiagramItem *self)
{
  g_return_val_if_fail (GIG_IS_DIAGRAM_ITEM (self), 0);

  return self->index;
}

void
gig_diagram_item_update (GigDiagramItem *self,
                         const GigItem  *item,
                         const char     *description,
                         int             level,
                         int             position,
                         int             n_siblings)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  g_return_if_fail (GIG_IS_DIAGRAM_ITEM (self));
  g_return_if_fail (item != NULL);

  self->index = item->index;
  gtk_accessible_update_property (accessible,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, item->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, level,
                                  -1);
  gtk_accessible_update_relation (accessible,
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, n_siblings,
                                  -1);
}
