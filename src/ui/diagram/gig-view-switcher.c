/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-view-switcher.h"

#include "gig-language-host.h"
#include "gig-thumbnail.h"

#define THUMBNAIL_WIDTH  64
#define THUMBNAIL_HEIGHT 52

struct _GigViewSwitcher
{
  AdwBin          parent_instance;

  GigLayoutCache *layouts;
  GigLesson      *lesson;
  GigView        *view;

  GtkWidget      *button;
  GtkWidget      *title;
  GtkWidget      *list;         /* (nullable): of the popover, made when it is first opened */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GigViewSwitcher, gig_view_switcher, ADW_TYPE_BIN)

static char *
get_title (GigViewSwitcher *self,
           GigView         *view,
           GigLanguage     *language)
{
  return gig_lesson_get_plain_text (self->lesson, gig_view_get_title (view), gig_language_get_code (language));
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigViewSwitcher *self = GIG_VIEW_SWITCHER (widget);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_tooltip_text (self->button, gig_language_gettext (language, "Diagrams of this lesson"));
  if (self->view == NULL)
    return;
  title = get_title (self, self->view, language);
  name = gig_language_format (language, "Diagram: %s", title);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
row_language_cb (GtkWidget   *widget,
                 GigLanguage *language,
                 gpointer     user_data)
{
  GigViewSwitcher *self = GIG_VIEW_SWITCHER (gtk_widget_get_ancestor (widget, GIG_TYPE_VIEW_SWITCHER));
  GtkWidget *label = g_object_get_data (G_OBJECT (widget), "label");
  g_autofree char *title = NULL;

  if (self == NULL || self->lesson == NULL)
    return;
  title = get_title (self, user_data, language);
  gtk_label_set_label (GTK_LABEL (label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
row_clicked_cb (GtkWidget       *row,
                GigViewSwitcher *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  /* One of the group is always on. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row), TRUE);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index")));
}

static GtkWidget *
create_row (GigViewSwitcher *self,
            GigView         *view,
            guint            index)
{
  GtkWidget *row = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *thumbnail = gig_thumbnail_new (self->layouts, self->lesson, view, THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), thumbnail);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (row), box);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "view-row");
  g_object_set_data (G_OBJECT (row), "label", label);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  gig_widget_watch_language (row, row_language_cb, view);
  g_signal_connect (row, "clicked", G_CALLBACK (row_clicked_cb), self);

  return row;
}

static void
mark_view (GigViewSwitcher *self)
{
  GPtrArray *views = self->lesson != NULL ? gig_lesson_get_views (self->lesson) : NULL;
  GtkWidget *row = self->list != NULL ? gtk_widget_get_first_child (self->list) : NULL;

  for (guint i = 0; row != NULL && i < views->len; i++, row = gtk_widget_get_next_sibling (row))
    if (g_ptr_array_index (views, i) == self->view)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row), TRUE);
}

static void
fill_list (GigViewSwitcher *self)
{
  GPtrArray *views = self->lesson != NULL ? gig_lesson_get_views (self->lesson) : NULL;
  GtkWidget *child, *first = NULL;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; views != NULL && i < views->len; i++)
    {
      GtkWidget *row = create_row (self, g_ptr_array_index (views, i), i);

      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (row), GTK_TOGGLE_BUTTON (first));
      else
        first = row;
      gtk_box_append (GTK_BOX (self->list), row);
    }
  mark_view (self);
}

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  GigViewSwitcher *self = GIG_VIEW_SWITCHER (user_data);
  GtkWidget *popover, *scroller;

  if (self->list != NULL)
    return;

  popover = gtk_popover_new ();
  scroller = gtk_scrolled_window_new ();
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 560);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
  fill_list (self);
}

static void
gig_view_switcher_dispose (GObject *object)
{
  GigViewSwitcher *self = GIG_VIEW_SWITCHER (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->layouts);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_view_switcher_parent_class)->dispose (object);
}

static void
gig_view_switcher_class_init (GigViewSwitcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_view_switcher_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
gig_view_switcher_init (GigViewSwitcher *self)
{
  self->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "heading");
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->title);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_can_shrink (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup_cb, self, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  adw_bin_set_child (ADW_BIN (self), self->button);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

GtkWidget *
gig_view_switcher_new (GigLayoutCache *layouts)
{
  GigViewSwitcher *self;

  g_return_val_if_fail (GIG_IS_LAYOUT_CACHE (layouts), NULL);

  self = g_object_new (GIG_TYPE_VIEW_SWITCHER, NULL);
  self->layouts = g_object_ref (layouts);

  return GTK_WIDGET (self);
}

void
gig_view_switcher_set_lesson (GigViewSwitcher *self,
                              GigLesson       *lesson)
{
  g_return_if_fail (GIG_IS_VIEW_SWITCHER (self));

  if (lesson != NULL)
    gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;
  self->view = NULL;
  if (self->list != NULL)
    fill_list (self);
  gtk_widget_set_visible (self->button, lesson != NULL && gig_lesson_get_views (lesson)->len > 0);
}

void
gig_view_switcher_set_view (GigViewSwitcher *self,
                            GigView         *view)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));

  g_return_if_fail (GIG_IS_VIEW_SWITCHER (self));

  self->view = view;
  if (view == NULL)
    return;
  mark_view (self);
  if (language != NULL)
    language_cb (GTK_WIDGET (self), language, NULL);
}
