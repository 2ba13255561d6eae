/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-card-page.h"

struct _GigCardPage
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (GigCardPage, gig_card_page, GTK_TYPE_WIDGET)

static void
collect_labels (GtkWidget *widget,
                GString   *text)
{
  if (!gtk_widget_get_visible (widget) || GTK_IS_BUTTON (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_labels (child, text);
}

static void
gig_card_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gig_card_page_parent_class)->dispose (object);
}

static void
gig_card_page_class_init (GigCardPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_card_page_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "card-page");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
gig_card_page_init (GigCardPage *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 12);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

void
gig_card_page_describe (GigCardPage *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_if_fail (GIG_IS_CARD_PAGE (self));

  collect_labels (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

void
gig_card_page_append (GigCardPage *self,
                      GtkWidget   *child)
{
  g_return_if_fail (GIG_IS_CARD_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

GtkWidget *
gig_card_page_new (void)
{
  return g_object_new (GIG_TYPE_CARD_PAGE, NULL);
}
