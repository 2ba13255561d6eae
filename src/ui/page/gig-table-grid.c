/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-table-grid.h"

#define MAX_COLUMNS 64

/* Width of a column that reads well where the table is scrolled sideways anyway: in
 * characters, and at most this part of what is seen at once. */
#define ROOMY_CHARS 22
#define ROOMY_PART  0.6

/* A row only holds its cells; the grid measures and places them. */
#define GIG_TYPE_TABLE_ROW (gig_table_row_get_type ())
G_DECLARE_FINAL_TYPE (GigTableRow, gig_table_row, GIG, TABLE_ROW, GtkWidget)

struct _GigTableRow
{
  GtkWidget parent_instance;

  int       widths[MAX_COLUMNS];
  int       shift;      /* of the first cell, which stays in sight */
  gboolean  over_first; /* the pointer is over it */
};

G_DEFINE_FINAL_TYPE (GigTableRow, gig_table_row, GTK_TYPE_WIDGET)

struct _GigTableGrid
{
  GtkWidget  parent_instance;

  GtkWidget *last_row;
  int        shift;
  int        room;      /* px seen at once of what is wider; 0 where all is */
};

G_DEFINE_FINAL_TYPE (GigTableGrid, gig_table_grid, GTK_TYPE_WIDGET)

typedef struct
{
  int n_columns;
  int minimum[MAX_COLUMNS];
  int natural[MAX_COLUMNS];
} Columns;

/* --- The row --- */

static void
dispose_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static int
measure_row_height (GtkWidget *row,
                    const int *widths)
{
  int height = 0, column = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      int minimum;

      gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, widths[column++], &minimum, NULL, NULL, NULL);
      height = MAX (height, minimum);
    }

  return height;
}

/* GTK gives the pointer to the later of two siblings: the cells under the first one
 * step aside, wholly covered ones for good. */
static void
update_targets (GigTableRow *self)
{
  int covered = self->widths[0] + self->shift;
  int x = 0, column = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self)); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      x += self->widths[column];
      gtk_widget_set_can_target (cell, column == 0 || self->shift == 0 || (x > covered && !self->over_first));
      column++;
    }
}

static void
motion_cb (GigTableRow *self,
           double       x)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int from_start = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - (int) x : (int) x;
  gboolean over = self->shift > 0 && from_start < self->shift + self->widths[0];

  if (self->over_first == over)
    return;

  self->over_first = over;
  update_targets (self);
}

static void
leave_cb (GigTableRow *self)
{
  self->over_first = FALSE;
  update_targets (self);
}

static void
gig_table_row_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  GigTableRow *self = GIG_TABLE_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, column = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      int cell_width = self->widths[column++];

      int cell_x = column == 1 ? x + self->shift : x;

      gtk_widget_size_allocate (cell, &(GtkAllocation) { rtl ? width - cell_x - cell_width : cell_x, 0, cell_width, height }, -1);
      x += cell_width;
    }
  update_targets (self);
}

/* The first cell lies above those that slide under it. */
static void
gig_table_row_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);

  if (first == NULL)
    return;
  for (GtkWidget *cell = gtk_widget_get_next_sibling (first); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    gtk_widget_snapshot_child (widget, cell, snapshot);
  gtk_widget_snapshot_child (widget, first, snapshot);
}

static void
gig_table_row_dispose (GObject *object)
{
  dispose_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (gig_table_row_parent_class)->dispose (object);
}

static void
gig_table_row_class_init (GigTableRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_table_row_dispose;
  widget_class->size_allocate = gig_table_row_size_allocate;
  widget_class->snapshot = gig_table_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
gig_table_row_init (GigTableRow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* --- The grid --- */

static void
measure_columns (GigTableGrid *self,
                 Columns      *columns)
{
  *columns = (Columns) { 0 };
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      int column = 0;

      for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
        {
          int minimum, natural;

          gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
          columns->minimum[column] = MAX (columns->minimum[column], minimum);
          columns->natural[column] = MAX (columns->natural[column], natural);
          column++;
        }
      columns->n_columns = MAX (columns->n_columns, column);
    }
}

static int
sum (const int *values,
     int        n_values)
{
  int total = 0;

  for (int i = 0; i < n_values; i++)
    total += values[i];

  return total;
}

/* Columns too narrow for all but single words would be a page high. */
static void
make_roomy (GigTableGrid *self,
            Columns      *columns,
            int           room)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int most = PANGO_PIXELS (ROOMY_CHARS * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  most = MIN (most, (int) (ROOMY_PART * room));
  for (int i = 0; i < columns->n_columns; i++)
    columns->minimum[i] = MAX (columns->minimum[i], MIN (columns->natural[i], most));
}

static void
share_width (const Columns *columns,
             int            width,
             int           *widths)
{
  int minimum = sum (columns->minimum, columns->n_columns);
  int wish = sum (columns->natural, columns->n_columns) - minimum;
  int spare = MAX (0, width - minimum);
  int used = 0;

  for (int i = 0; i < columns->n_columns; i++)
    {
      int more = columns->natural[i] - columns->minimum[i];

      if (spare < wish)
        widths[i] = columns->minimum[i] + (int) ((gint64) spare * more / MAX (1, wish));
      else
        widths[i] = columns->natural[i] + (spare - wish) / columns->n_columns;
      used += widths[i];
    }
  if (columns->n_columns > 0)
    widths[columns->n_columns - 1] += MAX (0, width - used);
}

static void
gig_table_grid_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  GigTableGrid *self = GIG_TABLE_GRID (widget);
  Columns columns;
  int widths[MAX_COLUMNS] = { 0 };

  measure_columns (self, &columns);
  if (self->room > 0)
    make_roomy (self, &columns, self->room);
  *minimum = sum (columns.minimum, columns.n_columns);
  *natural = sum (columns.natural, columns.n_columns);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  share_width (&columns, for_size >= 0 ? for_size : *natural, widths);
  *minimum = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (widget); row != NULL; row = gtk_widget_get_next_sibling (row))
    *minimum += measure_row_height (row, widths);
  *natural = *minimum;
}

static void
gig_table_grid_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GigTableGrid *self = GIG_TABLE_GRID (widget);
  Columns columns;
  int widths[MAX_COLUMNS] = { 0 };
  int y = 0;

  measure_columns (self, &columns);
  if (self->room > 0)
    make_roomy (self, &columns, self->room);
  share_width (&columns, width, widths);
  for (GtkWidget *row = gtk_widget_get_first_child (widget); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      int row_height = measure_row_height (row, widths);

      memcpy (GIG_TABLE_ROW (row)->widths, widths, sizeof widths);
      GIG_TABLE_ROW (row)->shift = self->shift;
      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (row, &(GtkAllocation) { 0, y, width, row_height }, -1);
      y += row_height;
    }
}

static GtkSizeRequestMode
gig_table_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gig_table_grid_dispose (GObject *object)
{
  dispose_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (gig_table_grid_parent_class)->dispose (object);
}

static void
gig_table_grid_class_init (GigTableGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_table_grid_dispose;
  widget_class->measure = gig_table_grid_measure;
  widget_class->size_allocate = gig_table_grid_size_allocate;
  widget_class->get_request_mode = gig_table_grid_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
gig_table_grid_init (GigTableGrid *self)
{
}

GtkWidget *
gig_table_grid_new (void)
{
  return g_object_new (GIG_TYPE_TABLE_GRID, NULL);
}

GtkWidget *
gig_table_grid_append_row (GigTableGrid *self)
{
  g_return_val_if_fail (GIG_IS_TABLE_GRID (self), NULL);

  self->last_row = g_object_new (GIG_TYPE_TABLE_ROW, NULL);
  gtk_widget_insert_before (self->last_row, GTK_WIDGET (self), NULL);

  return self->last_row;
}

void
gig_table_grid_append (GigTableGrid *self,
                       GtkWidget    *cell)
{
  int n_cells = 0;

  g_return_if_fail (GIG_IS_TABLE_GRID (self));
  g_return_if_fail (self->last_row != NULL);

  for (GtkWidget *c = gtk_widget_get_first_child (self->last_row); c != NULL; c = gtk_widget_get_next_sibling (c))
    n_cells++;
  g_return_if_fail (n_cells < MAX_COLUMNS);

  gtk_widget_insert_before (cell, self->last_row, NULL);
}

void
gig_table_grid_set_shift (GigTableGrid *self,
                          int           shift)
{
  g_return_if_fail (GIG_IS_TABLE_GRID (self));

  if (self->shift == shift)
    return;

  self->shift = shift;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *first = gtk_widget_get_first_child (row);

      if (first != NULL && shift > 0)
        gtk_widget_add_css_class (first, "floating");
      else if (first != NULL)
        gtk_widget_remove_css_class (first, "floating");
      GIG_TABLE_ROW (row)->shift = shift;
      gtk_widget_queue_allocate (row);
    }
}

int
gig_table_grid_get_first_width (GigTableGrid *self)
{
  GtkWidget *row;

  g_return_val_if_fail (GIG_IS_TABLE_GRID (self), 0);

  row = gtk_widget_get_first_child (GTK_WIDGET (self));

  return row != NULL ? GIG_TABLE_ROW (row)->widths[0] : 0;
}

void
gig_table_grid_measure_within (GigTableGrid *self,
                               int           room,
                               gboolean     *fits,
                               int          *height)
{
  Columns columns;
  int widths[MAX_COLUMNS] = { 0 };

  g_return_if_fail (GIG_IS_TABLE_GRID (self));

  measure_columns (self, &columns);
  *fits = sum (columns.minimum, columns.n_columns) <= room;
  if (height == NULL)
    return;

  if (!*fits)
    make_roomy (self, &columns, room);
  share_width (&columns, MAX (room, sum (columns.minimum, columns.n_columns)), widths);
  *height = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL; row = gtk_widget_get_next_sibling (row))
    *height += measure_row_height (row, widths);
}

void
gig_table_grid_set_room (GigTableGrid *self,
                         int           room)
{
  g_return_if_fail (GIG_IS_TABLE_GRID (self));

  if (self->room == room)
    return;

  self->room = room;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
