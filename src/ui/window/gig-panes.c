/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-panes.h"

struct _GigPanes
{
  GtkWidget  parent_instance;

  GtkWidget *page;
  GtkWidget *separator;
  GtkWidget *diagram;
  int        page_width;
  gboolean   alone;         /* the page */
};

typedef enum
{
  PROP_PAGE = 1,
  PROP_DIAGRAM,
  PROP_PAGE_WIDTH,
} GigPanesProperty;

static GParamSpec *properties[PROP_PAGE_WIDTH + 1];

G_DEFINE_FINAL_TYPE (GigPanes, gig_panes, GTK_TYPE_WIDGET)

static void
set_child (GigPanes   *self,
           GtkWidget **slot,
           GtkWidget  *child)
{
  g_clear_pointer (slot, gtk_widget_unparent);
  *slot = child;
  if (child == NULL)
    return;

  gtk_widget_insert_before (child, GTK_WIDGET (self), slot == &self->page ? self->separator : NULL);
  gtk_widget_set_child_visible (child, slot == &self->page || !self->alone);
}

static void
gig_panes_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  GigPanes *self = GIG_PANES (widget);
  GtkWidget *children[] = { self->page, self->separator, self->diagram };
  guint n_children = self->alone ? 1 : G_N_ELEMENTS (children);

  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < n_children; i++)
    {
      int child_minimum, child_natural;

      if (children[i] == NULL)
        continue;
      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum += child_minimum;
          *natural += child_natural;
        }
      else
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
    }
}

static void
allocate_child (GtkWidget *child,
                int        x,
                int        width,
                int        height)
{
  if (child != NULL)
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, width, height }, -1);
}

static void
gig_panes_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  GigPanes *self = GIG_PANES (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int separator, page_minimum = 0, page;

  if (self->alone)
    {
      allocate_child (self->page, 0, width, height);
      return;
    }

  gtk_widget_measure (self->separator, GTK_ORIENTATION_HORIZONTAL, -1, &separator, NULL, NULL, NULL);
  if (self->page != NULL)
    gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &page_minimum, NULL, NULL, NULL);
  page = MIN (self->page_width, width - separator - GIG_PANES_MIN_DIAGRAM);
  page = MAX (page, page_minimum);

  allocate_child (self->page, rtl ? width - page : 0, page, height);
  allocate_child (self->separator, rtl ? width - page - separator : page, separator, height);
  allocate_child (self->diagram, rtl ? 0 : page + separator, width - page - separator, height);
}

static void
gig_panes_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  GigPanes *self = GIG_PANES (object);

  switch ((GigPanesProperty) property_id)
    {
    case PROP_PAGE:
      set_child (self, &self->page, g_value_get_object (value));
      break;
    case PROP_DIAGRAM:
      set_child (self, &self->diagram, g_value_get_object (value));
      break;
    case PROP_PAGE_WIDTH:
      gig_panes_set_page_width (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gig_panes_dispose (GObject *object)
{
  GigPanes *self = GIG_PANES (object);

  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_pointer (&self->separator, gtk_widget_unparent);
  g_clear_pointer (&self->diagram, gtk_widget_unparent);

  G_OBJECT_CLASS (gig_panes_parent_class)->dispose (object);
}

static void
gig_panes_class_init (GigPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = gig_panes_set_property;
  object_class->dispose = gig_panes_dispose;
  widget_class->measure = gig_panes_measure;
  widget_class->size_allocate = gig_panes_size_allocate;

  properties[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DIAGRAM] = g_param_spec_object ("diagram", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE_WIDTH] = g_param_spec_int ("page-width", NULL, NULL, 0, G_MAXINT, 600,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
gig_panes_init (GigPanes *self)
{
  self->page_width = 600;
  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->separator, GTK_WIDGET (self));
}

void
gig_panes_set_page_width (GigPanes *self,
                          int       page_width)
{
  g_return_if_fail (GIG_IS_PANES (self));

  if (self->page_width == page_width)
    return;

  self->page_width = page_width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
gig_panes_set_alone (GigPanes *self,
                     gboolean  alone)
{
  g_return_if_fail (GIG_IS_PANES (self));

  self->alone = alone;
  gtk_widget_set_child_visible (self->separator, !alone);
  if (self->diagram != NULL)
    gtk_widget_set_child_visible (self->diagram, !alone);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
