/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-label.h"

struct _GigWallLabel
{
  GtkWidget    parent_instance;

  PangoLayout *layout;
  GdkRGBA      color;
};

G_DEFINE_FINAL_TYPE (GigWallLabel, gig_wall_label, GTK_TYPE_WIDGET)

static void
gig_wall_label_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  GigWallLabel *self = GIG_WALL_LABEL (widget);

  if (self->layout != NULL)
    gtk_snapshot_append_layout (snapshot, self->layout, &self->color);
}

static void
gig_wall_label_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
gig_wall_label_dispose (GObject *object)
{
  g_clear_object (&GIG_WALL_LABEL (object)->layout);

  G_OBJECT_CLASS (gig_wall_label_parent_class)->dispose (object);
}

static void
gig_wall_label_class_init (GigWallLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_wall_label_dispose;
  widget_class->snapshot = gig_wall_label_snapshot;
  widget_class->measure = gig_wall_label_measure;
}

static void
gig_wall_label_init (GigWallLabel *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
gig_wall_label_new (GtkAccessibleRole role)
{
  GtkWidget *self = g_object_new (GIG_TYPE_WALL_LABEL, "accessible-role", role, NULL);

  if (role == GTK_ACCESSIBLE_ROLE_HEADING)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);

  return self;
}

void
gig_wall_label_set (GigWallLabel  *self,
                    PangoLayout   *layout,
                    const GdkRGBA *color)
{
  g_return_if_fail (GIG_IS_WALL_LABEL (self));

  g_set_object (&self->layout, layout);
  if (color != NULL)
    self->color = *color;
  gtk_widget_set_visible (GTK_WIDGET (self), layout != NULL);
  if (layout != NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self)) != GTK_ACCESSIBLE_ROLE_PRESENTATION)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, pango_layout_get_text (layout),
                                    -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
