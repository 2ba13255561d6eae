/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page appears with what is in sight; the rest follows in slices, one a frame. */

#include "gig-page-private.h"

#include "gig-block-view.h"
#include "gig-message-label.h"
#include "gig-page-lists.h"
#include "gig-page-practice.h"
#include "gig-page-row.h"
#include "gig-page-terms.h"

/* px, and how much text makes a line. */
#define SLICE_HEIGHT  500
#define LINE_HEIGHT   22.0
#define LINE_LENGTH   72

#define UNIT_SPACE  24
#define BLOCK_SPACE 12

/* --- Scrolling --- */

static void
scroll_to_child (GigPage   *self,
                 GtkWidget *child)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_point_t point;

  if (!gtk_widget_compute_point (child, self->clamp, &GRAPHENE_POINT_INIT (0, 0), &point))
    return;
  gtk_adjustment_set_value (adjustment, MAX (0, point.y - BLOCK_SPACE));
}

/* --- Building --- */

static void
append (GigPage   *self,
        GtkWidget *child,
        int        space)
{
  if (child == NULL)
    return;
  gtk_widget_set_margin_top (child, space);
  gtk_box_append (GTK_BOX (self->body), child);
}

static GtkWidget *
create_block (GigLesson *lesson,
              gpointer   what)
{
  GigBlock *block = what;
  GtkWidget *widget = gig_block_view_new (lesson, block);
  const GigMessage *message = gig_block_get_message (block);

  if (widget != NULL && message != NULL && message == gig_concept_get_lead (gig_block_get_concept (block)))
    {
      gtk_widget_remove_css_class (widget, "page-text");
      gtk_widget_add_css_class (widget, "lead");
    }

  return widget;
}

static void
append_block (GigPage  *self,
              GigBlock *block)
{
  GtkWidget *row = gig_page_row_new (self->lesson, create_block, block);
  const char *anchor = gig_block_get_anchor (block);

  if (row == NULL)
    return;
  if (anchor != NULL)
    gtk_widget_set_name (row, anchor);
  if (self->second != NULL)
    gig_page_row_set_second_language (GIG_PAGE_ROW (row), self->second);
  if (self->query != NULL)
    gig_message_label_mark (row, self->query);
  g_object_set_data (G_OBJECT (row), "line", GUINT_TO_POINTER (gig_block_get_line (block)));
  append (self, row, self->after_unit || gig_block_view_is_unit (block) ? UNIT_SPACE : BLOCK_SPACE);
  /* A heading belongs to what follows; a card stands by itself. */
  self->after_unit = gig_block_view_is_unit (block) && gig_block_get_block_type (block) != GIG_BLOCK_HEADING;
}

static void
append_ends (GigPage *self)
{
  append (self, gig_page_practice_create_start (self->lesson, self->concept), UNIT_SPACE);
  append (self, gig_page_practice_create_tours (self->lesson, self->concept), UNIT_SPACE);
  append (self, gig_page_practice_create_question (self->lesson, self->concept), UNIT_SPACE);
  append (self, gig_page_terms_create (self->lesson, self->concept), UNIT_SPACE);
  append (self, gig_page_lists_create_footnotes (self->lesson, self->concept), 2 * UNIT_SPACE);
  append (self, gig_page_lists_create_links (self->lesson, self->concept), UNIT_SPACE);
  append (self, gig_page_lists_create_children (self->lesson, self->concept), UNIT_SPACE);
  append (self, gig_page_lists_create_neighbours (self->lesson, self->concept), UNIT_SPACE);
}

void
_gig_page_scroll_to_anchor (GigPage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->body);

  while (child != NULL && g_strcmp0 (gtk_widget_get_name (child), self->anchor) != 0)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    scroll_to_child (self, child);
}

/* The last row that begins at or before the line. */
static void
scroll_to_line (GigPage *self)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (self->body); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      guint line = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "line"));

      if (line > 0 && line <= self->line)
        found = child;
    }
  if (found == NULL)
    return;

  /* Who reads with the keyboard goes on there. */
  if (_gig_page_has_focus (self))
    {
      g_autoptr(GPtrArray) stops = g_ptr_array_new ();

      _gig_page_collect_stops (found, FALSE, stops);
      if (stops->len > 0)
        _gig_page_focus_stop (g_ptr_array_index (stops, 0));
    }
  scroll_to_child (self, found);
}

static gboolean
anchor_idle (gpointer user_data)
{
  GigPage *self = GIG_PAGE (user_data);

  /* Disposed of meanwhile, or not all there. */
  if (self->lesson == NULL || self->slice_id != 0)
    return G_SOURCE_REMOVE;
  if (self->line > 0)
    scroll_to_line (self);
  else
    _gig_page_scroll_to_anchor (self);

  return G_SOURCE_REMOVE;
}

void
_gig_page_scroll_later (GigPage *self)
{
  g_idle_add_full (GDK_PRIORITY_REDRAW + 10, anchor_idle, g_object_ref (self), g_object_unref);
}

/* About what the text takes, for a column of the usual measure. */
static double
estimate_height (GigBlock *block)
{
  const GigMessage *message = gig_block_get_message (block);
  GPtrArray *children = gig_block_get_children (block);
  double height = BLOCK_SPACE;

  if (message != NULL)
    height += (1 + strlen (message->source) / LINE_LENGTH) * LINE_HEIGHT;
  for (guint i = 0; i < children->len; i++)
    height += estimate_height (g_ptr_array_index (children, i));

  return height;
}

/* Whether there is more. */
static gboolean
append_slice (GigPage *self,
              double   height)
{
  GPtrArray *blocks = gig_concept_get_blocks (self->concept);

  for (; self->next_block < blocks->len && height > 0; self->next_block++)
    {
      GigBlock *block = g_ptr_array_index (blocks, self->next_block);

      append_block (self, block);
      height -= estimate_height (block) * self->scale;
    }
  /* The lists at the end are many small texts, and seldom what one came for. */
  if (height <= 0 || (!self->painted && height < G_MAXDOUBLE / 2))
    return TRUE;

  append_ends (self);
  if (self->anchor != NULL || self->line > 0)
    _gig_page_scroll_later (self);

  return FALSE;
}

/* The first one comes before the frame that shows the first slice. */
static gboolean
slice_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  GigPage *self = GIG_PAGE (widget);

  if (!self->painted)
    {
      self->painted = TRUE;
      return G_SOURCE_CONTINUE;
    }
  if (append_slice (self, SLICE_HEIGHT))
    return G_SOURCE_CONTINUE;
  self->slice_id = 0;

  return G_SOURCE_REMOVE;
}

void
_gig_page_stop_slices (GigPage *self)
{
  if (self->slice_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->slice_id);
  self->slice_id = 0;
}

/* All of the page, for who looks for a place in it. */
void
_gig_page_complete (GigPage *self)
{
  if (self->slice_id == 0)
    return;

  _gig_page_stop_slices (self);
  append_slice (self, G_MAXDOUBLE);
}

void
_gig_page_begin_slices (GigPage *self)
{
  int height = gtk_widget_get_height (self->scroller);

  self->painted = FALSE;
  if (append_slice (self, self->anchor != NULL ? G_MAXDOUBLE : height > 0 ? height : GIG_PAGE_USUAL_HEIGHT))
    self->slice_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), slice_cb, NULL, NULL);
}
