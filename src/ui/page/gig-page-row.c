/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-page-row.h"

#include "gig-columns.h"
#include "gig-language-host.h"

struct _GigPageRow
{
  GtkBox          parent_instance;

  GigLesson      *lesson;
  GigPageRowFunc  func;
  gpointer        what;

  GtkWidget      *columns;
  GtkWidget      *content;
  GtkWidget      *second;       /* nullable */
  GtkWidget      *edge;
};

G_DEFINE_FINAL_TYPE (GigPageRow, gig_page_row, GTK_TYPE_BOX)

static void
edge_pressed_cb (GigPageRow *self)
{
  g_assert (GIG_IS_PAGE_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self->content), "page.peek", "b", TRUE);
}

static void
edge_released_cb (GigPageRow *self)
{
  g_assert (GIG_IS_PAGE_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self->content), "page.peek", "b", FALSE);
}

static void
peek_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GigPageRow *self = GIG_PAGE_ROW (widget);
  GigLanguage *language = gig_widget_get_language (gtk_widget_get_parent (widget));
  g_autoptr(GigLanguage) other = NULL;

  if (!g_variant_get_boolean (parameter) || self->second != NULL || language == NULL)
    {
      gig_page_row_peek (self, NULL);
      return;
    }
  other = gig_language_new (gig_language_get_set (language), gig_language_get_other_code (language));
  gig_page_row_peek (self, other);
}

static void
edge_language_cb (GtkWidget   *widget,
                  GigLanguage *language,
                  gpointer     user_data)
{
  gtk_widget_set_tooltip_text (widget, gig_language_gettext (language, "Hold to see this in the other language"));
}

static GtkWidget *
create_edge (GigPageRow *self)
{
  GtkWidget *edge = g_object_new (ADW_TYPE_BIN, "css-name", "edge", NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (edge_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (edge_released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "cancel", G_CALLBACK (edge_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (edge, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_cursor_from_name (edge, "pointer");
  gtk_accessible_update_state (GTK_ACCESSIBLE (edge), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gig_widget_watch_language (edge, edge_language_cb, NULL);

  return edge;
}

static void
gig_page_row_dispose (GObject *object)
{
  GigPageRow *self = GIG_PAGE_ROW (object);

  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_page_row_parent_class)->dispose (object);
}

static void
gig_page_row_class_init (GigPageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_page_row_dispose;

  gtk_widget_class_install_action (widget_class, "page.peek", "b", peek_action);
  gtk_widget_class_set_css_name (widget_class, "pagerow");
}

static void
gig_page_row_init (GigPageRow *self)
{
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->columns, gig_columns_new ());
  gtk_widget_set_hexpand (self->columns, TRUE);
  self->edge = create_edge (self);
  gtk_box_append (GTK_BOX (self), self->columns);
  gtk_box_append (GTK_BOX (self), self->edge);
}

GtkWidget *
gig_page_row_new (GigLesson      *lesson,
                  GigPageRowFunc  func,
                  gpointer        what)
{
  GigPageRow *self;
  GtkWidget *content;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (func != NULL, NULL);

  content = func (lesson, what);
  if (content == NULL)
    return NULL;

  self = g_object_new (GIG_TYPE_PAGE_ROW, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->func = func;
  self->what = what;
  self->content = content;
  gtk_widget_set_valign (content, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->columns), content);

  return GTK_WIDGET (self);
}

GtkWidget *
gig_page_row_get_content (GigPageRow *self)
{
  g_return_val_if_fail (GIG_IS_PAGE_ROW (self), NULL);

  return self->content;
}

void
gig_page_row_set_second_language (GigPageRow  *self,
                                  GigLanguage *second)
{
  g_return_if_fail (GIG_IS_PAGE_ROW (self));

  if (self->second != NULL)
    gtk_box_remove (GTK_BOX (self->columns), self->second);
  self->second = NULL;
  gtk_widget_set_visible (self->edge, second == NULL);
  if (second == NULL)
    return;

  self->second = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (self->second), self->func (self->lesson, self->what));
  gtk_widget_set_valign (self->second, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->second, "second-language");
  gig_widget_override_language (self->second, second);
  gtk_box_append (GTK_BOX (self->columns), self->second);
}

void
gig_page_row_peek (GigPageRow  *self,
                   GigLanguage *other)
{
  g_return_if_fail (GIG_IS_PAGE_ROW (self));

  gig_widget_override_language (self->content, other);
  if (other != NULL)
    gtk_widget_add_css_class (self->content, "peeking");
  else
    gtk_widget_remove_css_class (self->content, "peeking");
}
