/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-title-layout.h"

#define SPACING 12 /* px, between the two, in both directions */

static int
get_minimum_width (GtkWidget *child)
{
  int minimum = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* The width in px that the first child takes from the text's; 0 when the text
 * stands below it. */
static int
get_indent (GtkWidget *widget,
            int        width)
{
  GtkWidget *mark = gtk_widget_get_first_child (widget);
  int indent = get_minimum_width (mark);

  if (indent == 0)
    return 0;
  indent += SPACING;

  return indent + get_minimum_width (gtk_widget_get_last_child (widget)) <= width ? indent : 0;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  GtkWidget *text = gtk_widget_get_last_child (widget);
  int mark = get_minimum_width (gtk_widget_get_first_child (widget));
  int text_minimum, text_natural;

  gtk_widget_measure (text, GTK_ORIENTATION_HORIZONTAL, -1, &text_minimum, &text_natural, NULL, NULL);
  *minimum = MAX (mark, text_minimum);
  *natural = mark > 0 ? mark + SPACING + text_natural : text_natural;
}

static void
measure_height (GtkWidget *widget,
                int        width,
                int       *minimum,
                int       *natural)
{
  GtkWidget *mark = gtk_widget_get_first_child (widget);
  GtkWidget *text = gtk_widget_get_last_child (widget);
  int indent, mark_height = 0;

  if (width < 0)
    measure_width (widget, minimum, &width);
  indent = get_indent (widget, width);
  if (get_minimum_width (mark) > 0)
    gtk_widget_measure (mark, GTK_ORIENTATION_VERTICAL, -1, &mark_height, NULL, NULL, NULL);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, MAX (width - indent, get_minimum_width (text)), minimum, natural,
                      NULL, NULL);
  if (indent > 0)
    {
      *minimum = MAX (*minimum, mark_height);
      *natural = MAX (*natural, mark_height);
    }
  else if (mark_height > 0)
    {
      *minimum += mark_height + SPACING;
      *natural += mark_height + SPACING;
    }
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  *minimum = *natural = 0;
  if (gtk_widget_get_first_child (widget) == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    measure_height (widget, for_size, minimum, natural);
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  GtkWidget *mark = gtk_widget_get_first_child (widget);
  GtkWidget *text = gtk_widget_get_last_child (widget);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { 0, 0, get_minimum_width (mark), 0 };
  int indent, above = 0;

  if (mark == NULL)
    return;

  indent = get_indent (widget, width);
  if (place.width > 0)
    {
      gtk_widget_measure (mark, GTK_ORIENTATION_VERTICAL, -1, &place.height, NULL, NULL, NULL);
      if (indent > 0)
        place.y = (height - place.height) / 2;
      else
        above = place.height + SPACING;
      if (right_to_left)
        place.x = width - place.width;
      gtk_widget_size_allocate (mark, &place, -1);
    }
  gtk_widget_size_allocate (text, &(GtkAllocation) { right_to_left ? 0 : indent, above, width - indent, height - above }, -1);
}

GtkLayoutManager *
gig_title_layout_new (void)
{
  return gtk_custom_layout_new (get_request_mode, measure, allocate);
}
