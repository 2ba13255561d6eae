/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-page.h"

#include "gig-block-view.h"
#include "gig-breadcrumb.h"
#include "gig-language-host.h"
#include "gig-locator.h"
#include "gig-message-label.h"
#include "gig-page-lists.h"
#include "gig-page-practice.h"
#include "gig-page-row.h"
#include "gig-page-terms.h"
#include "gig-text-scale.h"
#include "gig-title-layout.h"

/* A page appears with what is in sight; the rest follows in slices, one a frame. px, and how much text makes a line. */
#define SLICE_HEIGHT  500
#define LINE_HEIGHT   22.0
#define LINE_LENGTH   72
/* Of a pane that has no size yet. */
#define USUAL_HEIGHT  800
#define MIN_HEIGHT    46

#define TITLE_MIN_CHARS 9

#define UNIT_SPACE  24
#define BLOCK_SPACE 12

struct _GigPage
{
  AdwBin      parent_instance;

  GigLesson  *lesson;
  GigConcept *concept;
  guint       next_block;       /* what the next slice begins with */
  guint       slice_id;         /* a tick callback */
  gboolean    painted;          /* the first slice */
  gboolean    after_unit;       /* the last block stands by itself */
  char       *anchor;           /* to scroll to once its block is there */

  double      scale;
  int         measure;
  GigSearchQuery *query;        /* (nullable): what is marked */
  guint           line;         /* of the block to scroll to once it is there, or 0 */
  GigLanguage *second;          /* (nullable): of the second column */
  GtkWidget   *peeked;          /* (nullable): the row that shows the other language */

  double      restore;          /* where to scroll to once the page is long enough, or 0 */
  guint       stop;             /* the text that has the focus as soon as the page is there again */
  guint       tick_id;
  guint       ticks;

  GtkWidget  *scroller;
  GtkWidget  *clamp;
  GtkWidget  *breadcrumb;
  GtkWidget  *title_row;
  GtkWidget  *body;             /* lead, blocks, lists */
};

G_DEFINE_FINAL_TYPE (GigPage, gig_page, ADW_TYPE_BIN)

/* --- Scrolling --- */

static GtkAdjustment *
get_adjustment (GigPage *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* As soon as the page is long enough for it. */
static void
restore_scroll_cb (GigPage *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double position = self->restore;

  if (position <= 0 || gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) < position)
    return;
  self->restore = 0;
  gtk_adjustment_set_value (adjustment, position);
}

/* Whoever scrolls meanwhile has the last word. */
static gboolean
scroll_cb (GigPage *self)
{
  self->restore = 0;

  return GDK_EVENT_PROPAGATE;
}

/* --- Texts in reading order --- */

static gboolean
is_heading (GtkWidget *widget)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_HEADING;
}

/* The texts in reading order: (element-type GtkWidget) */
static void
collect_stops (GtkWidget *widget,
               gboolean   headings,
               GPtrArray *stops)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_widget_get_focusable (widget))
    {
      if (!headings || is_heading (widget))
        g_ptr_array_add (stops, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_stops (child, headings, stops);
}

/* A selectable label selects all of itself when it is given the focus. */
static void
focus_stop (GtkWidget *stop)
{
  gtk_widget_grab_focus (stop);
  gtk_label_select_region (GTK_LABEL (stop), 0, 0);
}

static gboolean
has_focus (GigPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->clamp);
}

/* What held the focus is gone with its page; reading goes on at the new title. */
static void
focus_title (GigPage *self)
{
  g_autoptr(GPtrArray) stops = g_ptr_array_new ();

  collect_stops (self->title_row, TRUE, stops);
  if (stops->len > 0)
    focus_stop (g_ptr_array_index (stops, 0));
}

/* --- Scrolling --- */

static gboolean
scroll_to_child (GigPage   *self,
                 GtkWidget *child)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_point_t point;

  if (!gtk_widget_compute_point (child, self->clamp, &GRAPHENE_POINT_INIT (0, 0), &point))
    return FALSE;
  gtk_adjustment_set_value (adjustment, MAX (0, point.y - BLOCK_SPACE));

  return TRUE;
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

static void
scroll_to_anchor (GigPage *self)
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
  if (has_focus (self))
    {
      g_autoptr(GPtrArray) stops = g_ptr_array_new ();

      collect_stops (found, FALSE, stops);
      if (stops->len > 0)
        focus_stop (g_ptr_array_index (stops, 0));
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
    scroll_to_anchor (self);

  return G_SOURCE_REMOVE;
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
    g_idle_add_full (GDK_PRIORITY_REDRAW + 10, anchor_idle, g_object_ref (self), g_object_unref);

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

static void
stop_slices (GigPage *self)
{
  if (self->slice_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->slice_id);
  self->slice_id = 0;
}

/* All of the page, for who looks for a place in it. */
static void
complete (GigPage *self)
{
  if (self->slice_id == 0)
    return;

  stop_slices (self);
  append_slice (self, G_MAXDOUBLE);
}

static void
begin_slices (GigPage *self)
{
  int height = gtk_widget_get_height (self->scroller);

  self->painted = FALSE;
  if (append_slice (self, self->anchor != NULL ? G_MAXDOUBLE : height > 0 ? height : USUAL_HEIGHT))
    self->slice_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), slice_cb, NULL, NULL);
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
create_title (GigLesson *lesson,
              gpointer   what)
{
  GtkWidget *title = gig_message_label_new (lesson, what, gig_concept_get_title (what), GTK_ACCESSIBLE_ROLE_HEADING);

  /* Room for a long word in the largest letters on the narrowest screen. */
  gtk_label_set_width_chars (GTK_LABEL (title), TITLE_MIN_CHARS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  gtk_widget_add_css_class (title, "title-1");

  return title;
}

static void
build_title (GigPage *self)
{
  GtkWidget *title;

  clear_box (self->title_row);
  title = gig_page_row_new (self->lesson, create_title, self->concept);
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  if (self->second != NULL)
    gig_page_row_set_second_language (GIG_PAGE_ROW (title), self->second);
  gtk_box_append (GTK_BOX (self->title_row), gig_locator_new_button (self->lesson, self->concept));
  gtk_box_append (GTK_BOX (self->title_row), title);
}

/* --- The object --- */

static void
update_clamp (GigPage *self)
{
  int width = (int) (self->measure * self->scale) * (self->second != NULL ? 2 : 1);

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), width);
}

static void
gig_page_dispose (GObject *object)
{
  GigPage *self = GIG_PAGE (object);

  stop_slices (self);
  g_clear_pointer (&self->anchor, g_free);
  g_clear_object (&self->second);
  g_clear_pointer (&self->query, gig_search_query_unref);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_page_parent_class)->dispose (object);
}

static void
page_measure (GtkWidget      *widget,
              GtkOrientation  orientation,
              int             for_size,
              int            *minimum,
              int            *natural,
              int            *minimum_baseline,
              int            *natural_baseline)
{
  GigPage *self = GIG_PAGE (widget);

  /* What is higher scrolls, so nobody need lay the whole page out to know. */
  *minimum = MIN_HEIGHT;
  *natural = USUAL_HEIGHT;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (self->scroller, orientation, -1, minimum, natural, NULL, NULL);
}

static void
page_allocate (GtkWidget *widget,
               int        width,
               int        height,
               int        baseline)
{
  gtk_widget_size_allocate (GIG_PAGE (widget)->scroller, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
gig_page_class_init (GigPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_page_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "page");
}

static void
gig_page_init (GigPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *scroll;

  self->scale = 1.0;
  self->measure = 560;

  self->breadcrumb = gig_breadcrumb_new ();
  self->title_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->title_row, gig_title_layout_new ());
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_margin_top (self->title_row, 6);
  gtk_box_append (GTK_BOX (box), self->breadcrumb);
  gtk_box_append (GTK_BOX (box), self->title_row);
  gtk_box_append (GTK_BOX (box), self->body);
  gtk_widget_add_css_class (box, "page-column");

  self->clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->clamp), box);
  adw_clamp_set_unit (ADW_CLAMP (self->clamp), ADW_LENGTH_UNIT_SP);
  update_clamp (self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->clamp);
  g_signal_connect_object (get_adjustment (self), "changed", G_CALLBACK (restore_scroll_cb), self, G_CONNECT_SWAPPED);
  scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_custom_layout_new (NULL, page_measure, page_allocate));
}

void
gig_page_set_concept (GigPage    *self,
                      GigLesson  *lesson,
                      GigConcept *concept,
                      const char *anchor)
{
  gboolean had_focus;

  g_return_if_fail (GIG_IS_PAGE (self));
  g_return_if_fail (lesson != NULL);
  g_return_if_fail (concept != NULL);

  g_set_str (&self->anchor, anchor);
  self->line = 0;
  if (self->lesson == lesson && self->concept == concept)
    {
      complete (self);
      if (anchor != NULL)
        scroll_to_anchor (self);
      return;
    }

  stop_slices (self);
  gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;
  self->concept = concept;
  self->next_block = 0;
  self->after_unit = FALSE;

  self->peeked = NULL;
  self->restore = 0;
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  had_focus = has_focus (self);
  clear_box (self->body);
  gig_breadcrumb_set_concept (GIG_BREADCRUMB (self->breadcrumb), lesson, concept);
  build_title (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  begin_slices (self);
  if (had_focus)
    focus_title (self);
}

/* --- The same page again --- */

/* The text that has the focus, by its place among all; -1 for none. */
static int
find_focused_stop (GigPage *self)
{
  g_autoptr(GPtrArray) stops = g_ptr_array_new ();
  guint index;

  if (!has_focus (self))
    return -1;

  collect_stops (self->clamp, FALSE, stops);

  return g_ptr_array_find (stops, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))), &index) ? (int) index : 0;
}

/* The second tick comes after the new blocks have been given their places. */
static gboolean
renewed_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  GigPage *self = GIG_PAGE (widget);
  g_autoptr(GPtrArray) stops = g_ptr_array_new ();
  double scroll = gig_page_get_scroll (self);

  if (self->ticks++ == 0)
    return G_SOURCE_CONTINUE;

  collect_stops (self->clamp, FALSE, stops);
  if (stops->len > 0)
    focus_stop (g_ptr_array_index (stops, MIN (self->stop, stops->len - 1)));
  gtk_adjustment_set_value (get_adjustment (self), scroll);
  self->tick_id = 0;

  return G_SOURCE_REMOVE;
}

void
gig_page_renew (GigPage    *self,
                GigLesson  *lesson,
                GigConcept *concept)
{
  double scroll;
  int stop;

  g_return_if_fail (GIG_IS_PAGE (self));

  scroll = gig_page_get_scroll (self);
  stop = find_focused_stop (self);
  if (stop >= 0)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gig_page_set_concept (self, lesson, concept, NULL);
  complete (self);
  gig_page_set_scroll (self, scroll);
  if (stop < 0)
    return;

  self->stop = (guint) stop;
  self->ticks = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), renewed_cb, NULL, NULL);
}

/* --- Where it is scrolled to --- */

double
gig_page_get_scroll (GigPage *self)
{
  g_return_val_if_fail (GIG_IS_PAGE (self), 0);

  return self->restore > 0 ? self->restore : gtk_adjustment_get_value (get_adjustment (self));
}

void
gig_page_set_scroll (GigPage *self,
                     double   position)
{
  g_return_if_fail (GIG_IS_PAGE (self));

  self->restore = position;
  if (position > 0)
    {
      complete (self);
      restore_scroll_cb (self);
    }
  else
    gtk_adjustment_set_value (get_adjustment (self), 0);
}

void
gig_page_set_query (GigPage        *self,
                    GigSearchQuery *query)
{
  g_return_if_fail (GIG_IS_PAGE (self));

  if (query != NULL)
    gig_search_query_ref (query);
  g_clear_pointer (&self->query, gig_search_query_unref);
  self->query = query;
  gig_message_label_mark (self->clamp, query);
}

void
gig_page_show_block (GigPage  *self,
                     GigBlock *block)
{
  g_return_if_fail (GIG_IS_PAGE (self));
  g_return_if_fail (block != NULL);

  complete (self);
  self->line = gig_block_get_line (block);
  g_idle_add_full (GDK_PRIORITY_REDRAW + 10, anchor_idle, g_object_ref (self), g_object_unref);
}

void
gig_page_set_text_scale (GigPage *self,
                         double   scale)
{
  g_return_if_fail (GIG_IS_PAGE (self));

  self->scale = scale;
  gig_text_scale_apply (self->clamp, scale);
  update_clamp (self);
}

void
gig_page_set_measure (GigPage *self,
                      int      measure)
{
  g_return_if_fail (GIG_IS_PAGE (self));

  self->measure = measure;
  update_clamp (self);
}

/* --- Two languages --- */

static void
foreach_row (GigPage  *self,
             void    (*func) (GigPage *self, GigPageRow *row))
{
  GtkWidget *boxes[] = { self->title_row, self->body };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    for (GtkWidget *child = gtk_widget_get_first_child (boxes[i]); child != NULL; child = gtk_widget_get_next_sibling (child))
      if (GIG_IS_PAGE_ROW (child))
        func (self, GIG_PAGE_ROW (child));
}

static void
update_row (GigPage    *self,
            GigPageRow *row)
{
  gig_page_row_set_second_language (row, self->second);
}

void
gig_page_set_second_language (GigPage     *self,
                              GigLanguage *second)
{
  g_return_if_fail (GIG_IS_PAGE (self));
  g_return_if_fail (second == NULL || GIG_IS_LANGUAGE (second));

  if (!g_set_object (&self->second, second))
    return;

  update_clamp (self);
  foreach_row (self, update_row);
}

/* The row that holds the focus, else the first one in sight. */
static GtkWidget *
find_row (GigPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    row = gtk_widget_get_ancestor (focus, GIG_TYPE_PAGE_ROW);
  for (GtkWidget *child = gtk_widget_get_first_child (self->body); row == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (GIG_IS_PAGE_ROW (child) && gtk_widget_compute_bounds (child, self->scroller, &bounds)
          && bounds.origin.y + bounds.size.height > 0)
        row = child;
    }

  return row;
}

void
gig_page_peek (GigPage  *self,
               gboolean  peek)
{
  g_return_if_fail (GIG_IS_PAGE (self));

  if (peek && self->peeked != NULL)
    return;
  if (peek)
    self->peeked = find_row (self);
  if (self->peeked != NULL)
    gtk_widget_activate_action (gig_page_row_get_content (GIG_PAGE_ROW (self->peeked)), "page.peek", "b", peek);
  if (!peek)
    self->peeked = NULL;
}

/* --- Reading by key --- */

void
gig_page_focus (GigPage *self)
{
  GtkWidget *focus;

  g_return_if_fail (GIG_IS_PAGE (self));

  if (!has_focus (self))
    {
      focus_title (self);
      return;
    }

  /* A text that gets the focus back is selected by GTK. */
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (GTK_IS_LABEL (focus))
    gtk_label_select_region (GTK_LABEL (focus), 0, 0);
}

void
gig_page_move_focus (GigPage  *self,
                     int       step,
                     gboolean  headings)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  g_autoptr(GPtrArray) stops = g_ptr_array_new ();
  GtkRoot *root;
  GtkWidget *focus;
  guint current = 0;
  int i;

  g_return_if_fail (GIG_IS_PAGE (self));

  complete (self);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  collect_stops (self->clamp, FALSE, all);
  collect_stops (self->clamp, headings, stops);
  if (stops->len == 0)
    return;
  if (focus == NULL || !g_ptr_array_find (all, focus, &current))
    {
      focus_stop (g_ptr_array_index (stops, step > 0 ? 0 : stops->len - 1));
      return;
    }
  for (i = (int) current + step; i >= 0 && i < (int) all->len; i += step)
    if (g_ptr_array_find (stops, g_ptr_array_index (all, i), NULL))
      {
        focus_stop (g_ptr_array_index (all, i));
        return;
      }
}
