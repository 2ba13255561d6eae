/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading by key: the texts of a page in their order, and the focus among them. */

#include "gig-page-private.h"

/* --- Texts in reading order --- */

static gboolean
is_heading (GtkWidget *widget)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_HEADING;
}

/* The texts in reading order: (element-type GtkWidget) */
void
_gig_page_collect_stops (GtkWidget *widget,
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
    _gig_page_collect_stops (child, headings, stops);
}

/* A selectable label selects all of itself when it is given the focus. */
void
_gig_page_focus_stop (GtkWidget *stop)
{
  gtk_widget_grab_focus (stop);
  gtk_label_select_region (GTK_LABEL (stop), 0, 0);
}

gboolean
_gig_page_has_focus (GigPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->clamp);
}

/* What held the focus is gone with its page; reading goes on at the new title. */
void
_gig_page_focus_title (GigPage *self)
{
  g_autoptr(GPtrArray) stops = g_ptr_array_new ();

  _gig_page_collect_stops (self->title_row, TRUE, stops);
  if (stops->len > 0)
    _gig_page_focus_stop (g_ptr_array_index (stops, 0));
}

/* --- The same page again --- */

/* The text that has the focus, by its place among all; -1 for none. */
static int
find_focused_stop (GigPage *self)
{
  g_autoptr(GPtrArray) stops = g_ptr_array_new ();
  guint index;

  if (!_gig_page_has_focus (self))
    return -1;

  _gig_page_collect_stops (self->clamp, FALSE, stops);

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

  _gig_page_collect_stops (self->clamp, FALSE, stops);
  if (stops->len > 0)
    _gig_page_focus_stop (g_ptr_array_index (stops, MIN (self->stop, stops->len - 1)));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), scroll);
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
  _gig_page_complete (self);
  gig_page_set_scroll (self, scroll);
  if (stop < 0)
    return;

  self->stop = (guint) stop;
  self->ticks = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), renewed_cb, NULL, NULL);
}

/* --- Reading by key --- */

void
gig_page_focus (GigPage *self)
{
  GtkWidget *focus;

  g_return_if_fail (GIG_IS_PAGE (self));

  if (!_gig_page_has_focus (self))
    {
      _gig_page_focus_title (self);
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

  _gig_page_complete (self);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  _gig_page_collect_stops (self->clamp, FALSE, all);
  _gig_page_collect_stops (self->clamp, headings, stops);
  if (stops->len == 0)
    return;
  if (focus == NULL || !g_ptr_array_find (all, focus, &current))
    {
      _gig_page_focus_stop (g_ptr_array_index (stops, step > 0 ? 0 : stops->len - 1));
      return;
    }
  for (i = (int) current + step; i >= 0 && i < (int) all->len; i += step)
    if (g_ptr_array_find (stops, g_ptr_array_index (all, i), NULL))
      {
        _gig_page_focus_stop (g_ptr_array_index (all, i));
        return;
      }
}
