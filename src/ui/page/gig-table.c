/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-table.h"

#include "gig-dialog.h"
#include "gig-language-host.h"
#include "gig-message-label.h"
#include "gig-table-dialog.h"
#include "gig-table-grid.h"

struct _GigTable
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *grid;
  GtkWidget *expand;        /* (nullable) */
  GigLesson *lesson;        /* (nullable): with @block, for the button */
  GigBlock  *block;
};

G_DEFINE_FINAL_TYPE (GigTable, gig_table, GTK_TYPE_WIDGET)

/* --- The first column stays in sight --- */

static void
update_shift (GigTable *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double page = gtk_adjustment_get_page_size (adjustment);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double shift = gtk_adjustment_get_value (adjustment);

  g_assert (GIG_IS_TABLE (self));

  if (rtl)
    shift = gtk_adjustment_get_upper (adjustment) - page - shift;
  /* A column that takes most of the card would leave no room to read the others. */
  if (gig_table_grid_get_first_width (GIG_TABLE_GRID (self->grid)) > page / 2)
    shift = 0;
  gig_table_grid_set_shift (GIG_TABLE_GRID (self->grid), (int) shift);
}

/* --- The whole table --- */

static void
expand_cb (GigTable *self)
{
  g_assert (GIG_IS_TABLE (self));

  gig_dialog_present (gig_table_dialog_new (self->lesson, self->block, GTK_WIDGET (self)), GTK_WIDGET (self));
}

static void
expand_language_cb (GtkWidget   *widget,
                    GigLanguage *language,
                    gpointer     user_data)
{
  gtk_label_set_label (GTK_LABEL (widget), gig_language_gettext (language, "Show the whole table"));
}

static GtkWidget *
create_expand_button (GigTable *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, NULL);

  /* As AdwButtonContent, which cuts a label that has no room. */
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("view-fullscreen-symbolic"));
  gtk_box_append (GTK_BOX (content), label);
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gig_widget_watch_language (label, expand_language_cb, NULL);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "expand");
  g_signal_connect_object (button, "clicked", G_CALLBACK (expand_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* --- The object --- */

/* The button's height where the table is too wide, else 0. */
static int
measure_expand (GigTable *self,
                int       width)
{
  gboolean fits;
  int height;

  /* The dialog has all the room there is. */
  if (self->expand == NULL || width < 0 || gtk_widget_get_ancestor (GTK_WIDGET (self), GIG_TYPE_TABLE_DIALOG) != NULL)
    return 0;
  gig_table_grid_measure_within (GIG_TABLE_GRID (self->grid), width, &fits, NULL);
  if (fits)
    return 0;
  gtk_widget_measure (self->expand, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

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
  gboolean fits;

  gtk_widget_measure (self->grid, GTK_ORIENTATION_HORIZONTAL, -1, &grid_minimum, &grid_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (grid_minimum, 120);
      *natural = grid_natural;
      return;
    }
  gig_table_grid_measure_within (GIG_TABLE_GRID (self->grid), for_size >= 0 ? for_size : grid_natural, &fits, minimum);
  *minimum += measure_expand (self, for_size);
  *natural = *minimum;
}

static void
gig_table_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  GigTable *self = GIG_TABLE (widget);
  int expand = measure_expand (self, width);
  gboolean fits;

  gig_table_grid_measure_within (GIG_TABLE_GRID (self->grid), width, &fits, NULL);
  gig_table_grid_set_room (GIG_TABLE_GRID (self->grid), fits ? 0 : width);
  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { 0, expand, width, height - expand }, -1);
  if (self->expand == NULL)
    return;
  gtk_widget_set_child_visible (self->expand, expand > 0);
  if (expand > 0)
    gtk_widget_size_allocate (self->expand, &(GtkAllocation) { 0, 0, width, expand }, -1);
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
  g_clear_pointer (&self->expand, gtk_widget_unparent);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

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
  GtkAdjustment *adjustment;

  self->grid = gig_table_grid_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_add_css_class (self->scroller, "undershoot-end");
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (update_shift), self, G_CONNECT_SWAPPED);
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
  gtk_label_set_justify (GTK_LABEL (cell), alignment == GIG_ALIGN_RIGHT    ? GTK_JUSTIFY_RIGHT
                                           : alignment == GIG_ALIGN_CENTER ? GTK_JUSTIFY_CENTER
                                                                           : GTK_JUSTIFY_LEFT);
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
  self->lesson = gig_lesson_ref (lesson);
  self->block = block;
  self->expand = create_expand_button (self);
  gtk_widget_set_parent (self->expand, GTK_WIDGET (self));
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
