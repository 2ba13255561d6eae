/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-comparison-table.h"

#include "gig-table.h"
#include "gig-table-grid.h"

/* Width of a column that reads well, and of the one with the rows' names, in characters. */
#define COLUMN_CHARS 22
#define NAMES_CHARS  12
#define MAX_CHARS    40

struct _GigComparisonTable
{
  GtkWidget  parent_instance;

  guint      n_rows;
  guint      n_columns;
  GtkWidget *table;       /* (nullable) before there are rows */
  GtkWidget *list;
  GPtrArray *cells;       /* the labels of the table, row by row */
  GPtrArray *entries;     /* those of the list: a row's name, then names and texts */
};

G_DEFINE_FINAL_TYPE (GigComparisonTable, gig_comparison_table, GTK_TYPE_WIDGET)

static const char *
get_shown (const char *text)
{
  return *text != '\0' ? text : "–";
}

/* --- As a table --- */

static GtkWidget *
create_cell (gboolean header,
             gboolean first)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_LABEL,
                                  "accessible-role", header  ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                                                     : first ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                                             : GTK_ACCESSIBLE_ROLE_CELL,
                                  "wrap", TRUE,
                                  "wrap-mode", PANGO_WRAP_WORD,
                                  /* Nothing to select in the empty corner, nor to go to. */
                                  "selectable", !(header && first),
                                  "xalign", 0.0f,
                                  "yalign", 0.0f,
                                  "max-width-chars", MAX_CHARS,
                                  NULL);

  gtk_widget_set_valign (cell, GTK_ALIGN_FILL);
  gtk_widget_add_css_class (cell, "cell");
  if (header)
    gtk_widget_add_css_class (cell, "heading");
  else if (first)
    gtk_widget_add_css_class (cell, "row-header");

  return cell;
}

static GtkWidget *
create_table (GigComparisonTable *self)
{
  GtkWidget *table = gig_table_new_empty ();
  GigTableGrid *grid = GIG_TABLE_GRID (gig_table_get_grid (GIG_TABLE (table)));

  for (guint i = 0; i < self->n_rows; i++)
    {
      GtkWidget *row = gig_table_grid_append_row (grid);

      if (i == 0)
        gtk_widget_add_css_class (row, "header");
      for (guint j = 0; j <= self->n_columns; j++)
        {
          GtkWidget *cell = create_cell (i == 0, j == 0);

          gig_table_grid_append (grid, cell);
          g_ptr_array_add (self->cells, cell);
        }
    }

  return table;
}

static void
fill_table (GigComparisonTable *self,
            GPtrArray          *rows)
{
  guint n = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      char **texts = g_ptr_array_index (rows, i);

      for (guint j = 0; j <= self->n_columns; j++)
        gtk_label_set_label (g_ptr_array_index (self->cells, n++), i == 0 && j == 0 ? "" : get_shown (texts[j]));
    }
}

/* --- As a list --- */

static void
append_label (GigComparisonTable *self,
              GtkWidget          *box,
              GtkAccessibleRole   role,
              const char * const *css_classes)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "css-classes", css_classes,
                                   "selectable", role == GTK_ACCESSIBLE_ROLE_PARAGRAPH,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f,
                                   NULL);

  gtk_box_append (GTK_BOX (box), label);
  g_ptr_array_add (self->entries, label);
}

static GtkWidget *
create_card (GigComparisonTable *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  append_label (self, card, GTK_ACCESSIBLE_ROLE_HEADING, (const char *[]) { "heading", NULL });
  for (guint j = 0; j < self->n_columns; j++)
    {
      GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      append_label (self, entry, GTK_ACCESSIBLE_ROLE_LABEL, (const char *[]) { "caption-heading", "dimmed", NULL });
      append_label (self, entry, GTK_ACCESSIBLE_ROLE_PARAGRAPH, (const char *[]) { NULL });
      gtk_widget_add_css_class (entry, "entry");
      gtk_box_append (GTK_BOX (card), entry);
    }
  gtk_widget_add_css_class (card, "card");

  return card;
}

static GtkWidget *
create_list (GigComparisonTable *self)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 1; i < self->n_rows; i++)
    gtk_box_append (GTK_BOX (list), create_card (self));
  gtk_widget_add_css_class (list, "comparison-list");

  return list;
}

static void
fill_list (GigComparisonTable *self,
           GPtrArray          *rows)
{
  char **names = g_ptr_array_index (rows, 0);
  guint n = 0;

  for (guint i = 1; i < self->n_rows; i++)
    {
      char **texts = g_ptr_array_index (rows, i);

      gtk_label_set_label (g_ptr_array_index (self->entries, n++), texts[0]);
      for (guint j = 1; j <= self->n_columns; j++)
        {
          gtk_label_set_label (g_ptr_array_index (self->entries, n++), names[j]);
          gtk_label_set_label (g_ptr_array_index (self->entries, n++), get_shown (texts[j]));
        }
    }
}

static void
build (GigComparisonTable *self,
       guint               n_rows,
       guint               n_columns)
{
  g_clear_pointer (&self->table, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->entries, 0);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->table = create_table (self);
  self->list = create_list (self);
  gtk_widget_set_parent (self->table, GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/* --- The one that fits --- */

static gboolean
has_room (GigComparisonTable *self,
          int                 width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = pango_font_metrics_get_approximate_char_width (metrics);
  int needed = PANGO_PIXELS (character * (int) (NAMES_CHARS + self->n_columns * COLUMN_CHARS));
  int minimum;

  pango_font_metrics_unref (metrics);
  gtk_widget_measure (self->table, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return width >= MAX (needed, minimum);
}

static void
gig_comparison_table_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  GigComparisonTable *self = GIG_COMPARISON_TABLE (widget);

  *minimum = *natural = 0;
  if (self->table == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->table, orientation, -1, NULL, natural, NULL, NULL);
      gtk_widget_measure (self->list, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, *natural);
    }
  else
    gtk_widget_measure (for_size < 0 || has_room (self, for_size) ? self->table : self->list,
                        orientation, for_size, minimum, natural, NULL, NULL);
}

static void
gig_comparison_table_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  GigComparisonTable *self = GIG_COMPARISON_TABLE (widget);
  gboolean wide;

  if (self->table == NULL)
    return;

  wide = has_room (self, width);
  gtk_widget_set_child_visible (self->table, wide);
  gtk_widget_set_child_visible (self->list, !wide);
  gtk_widget_size_allocate (wide ? self->table : self->list, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static GtkSizeRequestMode
gig_comparison_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gig_comparison_table_dispose (GObject *object)
{
  GigComparisonTable *self = GIG_COMPARISON_TABLE (object);

  g_clear_pointer (&self->table, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (gig_comparison_table_parent_class)->dispose (object);
}

static void
gig_comparison_table_finalize (GObject *object)
{
  GigComparisonTable *self = GIG_COMPARISON_TABLE (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (gig_comparison_table_parent_class)->finalize (object);
}

static void
gig_comparison_table_class_init (GigComparisonTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_comparison_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = gig_comparison_table_finalize;
  widget_class->measure = gig_comparison_table_measure;
  widget_class->size_allocate = gig_comparison_table_size_allocate;
  widget_class->get_request_mode = gig_comparison_table_get_request_mode;
}

static void
gig_comparison_table_init (GigComparisonTable *self)
{
  self->cells = g_ptr_array_new ();
  self->entries = g_ptr_array_new ();
}

GtkWidget *
gig_comparison_table_new (void)
{
  return g_object_new (GIG_TYPE_COMPARISON_TABLE, NULL);
}

void
gig_comparison_table_set_rows (GigComparisonTable *self,
                               GPtrArray          *rows)
{
  guint n_columns;

  g_return_if_fail (GIG_IS_COMPARISON_TABLE (self));
  g_return_if_fail (rows != NULL && rows->len > 0);

  /* The same in another language: nobody loses what has the focus or is selected. */
  n_columns = g_strv_length (g_ptr_array_index (rows, 0)) - 1;
  if (self->table == NULL || rows->len != self->n_rows || n_columns != self->n_columns)
    build (self, rows->len, n_columns);
  fill_table (self, rows);
  fill_list (self, rows);
}
