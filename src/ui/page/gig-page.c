/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-page-private.h"

#include "gig-breadcrumb.h"
#include "gig-language-host.h"
#include "gig-locator.h"
#include "gig-message-label.h"
#include "gig-page-row.h"
#include "gig-text-scale.h"
#include "gig-title-layout.h"

#define MIN_HEIGHT      46   /* px */
#define TITLE_MIN_CHARS 9

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

/* --- The title --- */

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

  _gig_page_stop_slices (self);
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
  *natural = GIG_PAGE_USUAL_HEIGHT;
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
      _gig_page_complete (self);
      if (anchor != NULL)
        _gig_page_scroll_to_anchor (self);
      return;
    }

  _gig_page_stop_slices (self);
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
  had_focus = _gig_page_has_focus (self);
  clear_box (self->body);
  gig_breadcrumb_set_concept (GIG_BREADCRUMB (self->breadcrumb), lesson, concept);
  build_title (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  _gig_page_begin_slices (self);
  if (had_focus)
    _gig_page_focus_title (self);
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
      _gig_page_complete (self);
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

  _gig_page_complete (self);
  self->line = gig_block_get_line (block);
  _gig_page_scroll_later (self);
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
