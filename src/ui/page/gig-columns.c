/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-columns.h"

#define COLUMN_SPACE      24
#define STACK_SPACE       6
#define MIN_COLUMN_CHARS  40

struct _GigColumns
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (GigColumns, gig_columns, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      n_children++;

  return n_children;
}

static int
get_column_width (GtkWidget *widget,
                  int        width)
{
  int n_children = MAX (1, count_children (widget));

  return MAX (0, (width - (n_children - 1) * COLUMN_SPACE) / n_children);
}

/* In characters, so that larger text is stacked sooner. */
static gboolean
is_stacked (GtkWidget *widget,
            int        width)
{
  PangoContext *context;
  PangoFontMetrics *metrics;
  int character;

  if (count_children (widget) < 2)
    return FALSE;

  context = gtk_widget_get_pango_context (widget);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  character = pango_font_metrics_get_approximate_char_width (metrics);
  pango_font_metrics_unref (metrics);

  return get_column_width (widget, width) < PANGO_PIXELS (MIN_COLUMN_CHARS * character);
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  int n_children = count_children (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
  *natural = *natural * n_children + MAX (0, n_children - 1) * COLUMN_SPACE;
}

static void
measure_height (GtkWidget *widget,
                int        width,
                int       *minimum,
                int       *natural)
{
  gboolean stacked = width >= 0 && is_stacked (widget, width);
  int column = width < 0 ? -1 : stacked ? width : get_column_width (widget, width);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural, for_size = column, least;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (for_size >= 0)
        for_size = MAX (for_size, least);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, for_size, &child_minimum, &child_natural, NULL, NULL);
      if (stacked)
        {
          *minimum += child_minimum + (*minimum > 0 ? STACK_SPACE : 0);
          *natural += child_natural + (*natural > 0 ? STACK_SPACE : 0);
        }
      else
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
    }
}

static void
gig_columns_measure (GtkLayoutManager *manager,
                     GtkWidget        *widget,
                     GtkOrientation    orientation,
                     int               for_size,
                     int              *minimum,
                     int              *natural,
                     int              *minimum_baseline,
                     int              *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    measure_height (widget, for_size, minimum, natural);
}

static void
gig_columns_allocate (GtkLayoutManager *manager,
                      GtkWidget        *widget,
                      int               width,
                      int               height,
                      int               baseline)
{
  gboolean stacked = is_stacked (widget, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = stacked ? width : get_column_width (widget, width);
  int x = 0, y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height = height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_width, NULL, NULL, NULL);
      child_width = MAX (child_width, column);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, stacked ? &child_height : NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - child_width : x, y, child_width, child_height }, -1);
      if (stacked)
        y += child_height + STACK_SPACE;
      else
        x += child_width + COLUMN_SPACE;
    }
}

static GtkSizeRequestMode
gig_columns_get_request_mode (GtkLayoutManager *manager,
                              GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gig_columns_class_init (GigColumnsClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = gig_columns_measure;
  manager_class->allocate = gig_columns_allocate;
  manager_class->get_request_mode = gig_columns_get_request_mode;
}

static void
gig_columns_init (GigColumns *self)
{
}

GtkLayoutManager *
gig_columns_new (void)
{
  return g_object_new (GIG_TYPE_COLUMNS, NULL);
}
