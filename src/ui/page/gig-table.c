/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-table.h"

#include "gig-message-label.h"
#include "gig-table-grid.h"

struct _GigTable
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (GigTable, gig_table, GTK_TYPE_WIDGET)

/* GtkScrolledWindow asks its child for a height without saying for which width;
 * the table knows its own. */
static void
gig_table_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  GigTable *self = GIG_TABLE (widget);
  int grid_minimum, grid_natural;

  gtk_widget_measure (self->grid, GTK_ORIENTATION_HORIZONTAL, -1, &grid_minimum, &grid_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (grid_minimum, 120);
      *natural = grid_natural;
      return;
    }
  gtk_widget_measure (self->grid, GTK_ORIENTATION_VERTICAL,
                      for_size >= 0 ? MAX (for_size, grid_minimum) : grid_natural,
                      minimum, natural, NULL, NULL);
}

static void
gig_table_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  gtk_widget_size_allocate (GIG_TABLE (widget)->scroller, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static GtkSizeRequestMode
gig_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gig_table_dispose (GObject *object)
{
  GigTable *self = GIG_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (gig_table_parent_class)->dispose (object);
}

static void
gig_table_class_init (GigTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_table_dispose;
  widget_class->measure = gig_table_measure;
  widget_class->size_allocate = gig_table_size_allocate;
  widget_class->get_request_mode = gig_table_get_request_mode;
}

static void
gig_table_init (GigTable *self)
{
  self->grid = gig_table_grid_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "lesson-table");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static GtkWidget *
create_cell (GigLesson *lesson,
             GigBlock  *block,
             gboolean   header,
             gboolean   first)
{
  GtkAccessibleRole role = header  ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                           : first ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                   : GTK_ACCESSIBLE_ROLE_CELL;
  const GigMessage *message = gig_block_get_message (block);
  GigAlignment alignment = gig_block_get_alignment (block);
  GtkWidget *cell;

  if (message != NULL)
    cell = gig_message_label_new (lesson, gig_block_get_concept (block), message, role);
  else
    cell = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_widget_set_valign (cell, GTK_ALIGN_FILL);
  gtk_label_set_yalign (GTK_LABEL (cell), 0.0f);
  gtk_label_set_max_width_chars (GTK_LABEL (cell), 40);
  gtk_label_set_xalign (GTK_LABEL (cell), alignment == GIG_ALIGN_RIGHT ? 1.0f : alignment == GIG_ALIGN_CENTER ? 0.5f : 0.0f);
  gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD);
  gtk_widget_add_css_class (cell, "cell");
  if (header)
    gtk_widget_add_css_class (cell, "heading");
  else if (first)
    gtk_widget_add_css_class (cell, "row-header");
  if (alignment == GIG_ALIGN_RIGHT)
    gtk_widget_add_css_class (cell, "numeric");

  return cell;
}

GtkWidget *
gig_table_new (GigLesson *lesson,
               GigBlock  *block)
{
  GigTable *self;
  GPtrArray *rows;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (block != NULL, NULL);

  self = g_object_new (GIG_TYPE_TABLE, NULL);
  rows = gig_block_get_children (block);
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *cells = gig_block_get_children (g_ptr_array_index (rows, i));
      GtkWidget *row = gig_table_grid_append_row (GIG_TABLE_GRID (self->grid));

      if (i == 0)
        gtk_widget_add_css_class (row, "header");
      for (guint j = 0; j < cells->len; j++)
        gig_table_grid_append (GIG_TABLE_GRID (self->grid), create_cell (lesson, g_ptr_array_index (cells, j), i == 0, j == 0));
    }

  return GTK_WIDGET (self);
}

GtkWidget *
gig_table_new_empty (void)
{
  return g_object_new (GIG_TYPE_TABLE, NULL);
}

GtkWidget *
gig_table_get_grid (GigTable *self)
{
  g_return_val_if_fail (GIG_IS_TABLE (self), NULL);

  return self->grid;
}
