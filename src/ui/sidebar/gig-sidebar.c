/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-sidebar.h"

#include "gig-concept-tree.h"
#include "gig-language-host.h"
#include "gig-menus.h"

struct _GigSidebar
{
  AdwBin          parent_instance;

  GigLesson      *lesson;

  AdwWindowTitle *title;
  GtkMenuButton  *menu_button;
  GtkSearchEntry *search_entry;
  GtkStack       *stack;
  GigConceptTree *tree;
};

G_DEFINE_FINAL_TYPE (GigSidebar, gig_sidebar, ADW_TYPE_BIN)

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigSidebar *self = GIG_SIDEBAR (widget);
  g_autoptr(GSettings) settings = g_settings_new ("org.gigogne.Gigogne");
  g_auto(GStrv) recent = g_settings_get_strv (settings, "recent-lessons");
  g_autoptr(GMenuModel) menu = gig_menus_create_primary (language, (const char * const *) recent);
  g_autofree char *title = NULL;

  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_language_gettext (language, "Main menu"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_language_gettext (language, "Search"),
                                  -1);
  if (self->lesson == NULL)
    return;

  title = gig_lesson_get_plain_text (self->lesson, gig_lesson_get_title (self->lesson), gig_language_get_code (language));
  adw_window_title_set_title (self->title, title);
}

static void
gig_sidebar_dispose (GObject *object)
{
  GigSidebar *self = GIG_SIDEBAR (object);

  g_clear_pointer (&self->lesson, gig_lesson_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), GIG_TYPE_SIDEBAR);

  G_OBJECT_CLASS (gig_sidebar_parent_class)->dispose (object);
}

static void
gig_sidebar_class_init (GigSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_sidebar_dispose;

  g_type_ensure (GIG_TYPE_CONCEPT_TREE);
  gig_widget_class_set_template (widget_class, "/org/gigogne/Gigogne/gig-sidebar.ui");
  gig_widget_class_bind_child (widget_class, GigSidebar, title);
  gig_widget_class_bind_child (widget_class, GigSidebar, menu_button);
  gig_widget_class_bind_child (widget_class, GigSidebar, search_entry);
  gig_widget_class_bind_child (widget_class, GigSidebar, stack);
  gig_widget_class_bind_child (widget_class, GigSidebar, tree);
}

static void
gig_sidebar_init (GigSidebar *self)
{
  gig_widget_init_template (GTK_WIDGET (self));
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

void
gig_sidebar_set_lesson (GigSidebar         *self,
                        GigLesson          *lesson,
                        const char * const *expanded)
{
  GigLanguage *language;

  g_return_if_fail (GIG_IS_SIDEBAR (self));
  g_return_if_fail (lesson != NULL);

  gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;
  gig_concept_tree_set_lesson (self->tree, lesson, expanded);
  language = gig_widget_get_language (GTK_WIDGET (self));
  if (language != NULL)
    language_cb (GTK_WIDGET (self), language, NULL);
}

void
gig_sidebar_select (GigSidebar *self,
                    GigConcept *concept)
{
  g_return_if_fail (GIG_IS_SIDEBAR (self));

  gig_concept_tree_select (self->tree, concept);
}

char **
gig_sidebar_dup_expanded (GigSidebar *self)
{
  g_return_val_if_fail (GIG_IS_SIDEBAR (self), NULL);

  return gig_concept_tree_dup_expanded (self->tree);
}

void
gig_sidebar_start_search (GigSidebar *self)
{
  g_return_if_fail (GIG_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
gig_sidebar_pop_up_menu (GigSidebar *self)
{
  g_return_if_fail (GIG_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->menu_button);
}

void
gig_sidebar_capture_keys (GigSidebar *self,
                          GtkWidget  *window)
{
  g_return_if_fail (GIG_IS_SIDEBAR (self));

  gtk_search_entry_set_key_capture_widget (self->search_entry, window);
}
