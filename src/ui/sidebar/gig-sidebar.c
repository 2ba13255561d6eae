/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-sidebar.h"

#include "gig-concept-tree.h"
#include "gig-language-host.h"
#include "gig-menus.h"
#include "gig-search-view.h"

struct _GigSidebar
{
  AdwBin          parent_instance;

  GigLesson      *lesson;
  /* What it is to show once it is built. */
  char          **expanded;     /* (nullable) */
  GigConcept     *concept;      /* (nullable) */
  GtkWidget      *key_window;   /* (nullable), weak */
  gboolean        built;

  GMenu          *menu;
  const char     *menu_code;    /* interned: the language of the menu; NULL before the first */

  AdwWindowTitle *title;
  GtkMenuButton  *menu_button;
  GtkSearchEntry *search_entry;
  GtkStack       *stack;
  GigConceptTree *tree;
  GigSearchView  *results;      /* (nullable): made at the first search */
};

enum
{
  RESULT_CHOSEN,
  NAMES_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GigSidebar, gig_sidebar, ADW_TYPE_BIN)

static const char *
find_label (GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  for (GtkWidget *child = gtk_widget_get_first_child (widget); *text == '\0' && child != NULL; child = gtk_widget_get_next_sibling (child))
    text = find_label (child);

  return text;
}

/* In GTK 4.18 the items of a menu have no names for a screen reader: the label that
 * names them is but a presentation. */
static void
name_menu_items (GtkWidget *widget)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_MENU_ITEM)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, find_label (widget), -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_menu_items (child);
}

static gboolean
focus_menu_idle (gpointer user_data)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (user_data)));
  GtkWidget *focus;

  if (popover == NULL)
    return G_SOURCE_REMOVE;

  name_menu_items (popover);
  focus = gtk_root_get_focus (gtk_widget_get_root (popover));
  if (gtk_widget_get_mapped (popover) && (focus == NULL || !gtk_widget_is_ancestor (focus, popover)))
    gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

/* The menu is filled anew when it is opened in another language than before: GTK
 * does not give back all the memory of the popover of one that is replaced. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  GigSidebar *self = GIG_SIDEBAR (user_data);
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  g_autoptr(GSettings) settings = NULL;
  g_auto(GStrv) recent = NULL;

  if (language == NULL || self->menu_code == gig_language_get_code (language))
    return;

  settings = g_settings_new ("org.gigogne.Gigogne");
  recent = g_settings_get_strv (settings, "recent-lessons");
  gig_menus_fill_primary (self->menu, language, (const char * const *) recent);
  self->menu_code = gig_language_get_code (language);
  /* The item that would get the focus has just been made. */
  g_idle_add_full (GDK_PRIORITY_REDRAW + 10, focus_menu_idle, g_object_ref (button), g_object_unref);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigSidebar *self = GIG_SIDEBAR (widget);
  g_autofree char *title = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_language_gettext (language, "Main menu"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_language_gettext (language, "Search"),
                                  -1);
  if (gtk_menu_button_get_popover (self->menu_button) != NULL
      && gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (self->menu_button))))
    create_popup_cb (self->menu_button, self);
  if (self->lesson == NULL)
    return;

  title = gig_lesson_get_plain_text (self->lesson, gig_lesson_get_title (self->lesson), gig_language_get_code (language));
  adw_window_title_set_title (self->title, title);
}

/* --- Searching --- */

static void
result_chosen_cb (GigSidebar            *self,
                  const GigSearchResult *result)
{
  g_assert (GIG_IS_SIDEBAR (self));

  g_signal_emit (self, signals[RESULT_CHOSEN], 0, result, gig_search_view_get_query (self->results));
}

static void
names_found_cb (GigSidebar         *self,
                const char * const *ids)
{
  g_assert (GIG_IS_SIDEBAR (self));

  g_signal_emit (self, signals[NAMES_FOUND], 0, ids);
}

static void
ensure_results (GigSidebar *self)
{
  if (self->results != NULL)
    return;

  self->results = g_object_new (GIG_TYPE_SEARCH_VIEW, NULL);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->results), "results");
  g_signal_connect_object (self->results, "result-chosen", G_CALLBACK (result_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->results, "names-found", G_CALLBACK (names_found_cb), self, G_CONNECT_SWAPPED);
  if (self->lesson != NULL)
    gig_search_view_set_lesson (self->results, self->lesson);
}

static void
search_changed_cb (GigSidebar *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_assert (GIG_IS_SIDEBAR (self));

  ensure_results (self);
  gtk_stack_set_visible_child_name (self->stack, *query != '\0' ? "results" : "tree");
  gig_search_view_set_query (self->results, query);
  if (*query == '\0')
    g_signal_emit (self, signals[RESULT_CHOSEN], 0, NULL, NULL);
}

/* Somebody typed elsewhere: the entry has the first letter and now takes the others. */
static void
search_started_cb (GigSidebar *self)
{
  g_assert (GIG_IS_SIDEBAR (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

static void
search_activate_cb (GigSidebar *self)
{
  g_assert (GIG_IS_SIDEBAR (self));

  ensure_results (self);
  /* The newest text, even when its results were still to come. */
  gig_search_view_set_query (self->results, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gig_search_view_choose_first (self->results);
}

static void
stop_search_cb (GigSidebar *self)
{
  g_assert (GIG_IS_SIDEBAR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tree-activated", NULL);
}

/* Down goes from the entry into the results. */
static gboolean
entry_key_pressed_cb (GigSidebar      *self,
                      guint            keyval,
                      guint            keycode,
                      GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "results") != 0)
    return GDK_EVENT_PROPAGATE;

  return gig_search_view_focus_first (self->results);
}

static void
show_lesson (GigSidebar *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));

  gig_concept_tree_set_lesson (self->tree, self->lesson, (const char * const *) self->expanded);
  if (self->results != NULL)
    gig_search_view_set_lesson (self->results, self->lesson);
  if (language != NULL)
    language_cb (GTK_WIDGET (self), language, NULL);
}

static void
gig_sidebar_map (GtkWidget *widget)
{
  gig_sidebar_prepare (GIG_SIDEBAR (widget));

  GTK_WIDGET_CLASS (gig_sidebar_parent_class)->map (widget);
}

static void
gig_sidebar_dispose (GObject *object)
{
  GigSidebar *self = GIG_SIDEBAR (object);

  g_clear_object (&self->menu);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  g_clear_pointer (&self->expanded, g_strfreev);
  g_clear_weak_pointer (&self->key_window);
  if (self->built)
    gtk_widget_dispose_template (GTK_WIDGET (self), GIG_TYPE_SIDEBAR);

  G_OBJECT_CLASS (gig_sidebar_parent_class)->dispose (object);
}

static void
gig_sidebar_class_init (GigSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_sidebar_dispose;
  widget_class->map = gig_sidebar_map;

  /* result: (nullable) a GigSearchResult, query: (nullable) its GigSearchQuery; both NULL when the search ends */
  signals[RESULT_CHOSEN] = g_signal_new ("result-chosen", GIG_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  /* ids: (nullable): the sets and members of diagrams that a search finds by name */
  signals[NAMES_FOUND] = g_signal_new ("names-found", GIG_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);

  g_type_ensure (GIG_TYPE_CONCEPT_TREE);
  gig_widget_class_set_template (widget_class, "/org/gigogne/Gigogne/gig-sidebar.ui");
  gig_widget_class_bind_child (widget_class, GigSidebar, title);
  gig_widget_class_bind_child (widget_class, GigSidebar, menu_button);
  gig_widget_class_bind_child (widget_class, GigSidebar, search_entry);
  gig_widget_class_bind_child (widget_class, GigSidebar, stack);
  gig_widget_class_bind_child (widget_class, GigSidebar, tree);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
gig_sidebar_init (GigSidebar *self)
{
}

void
gig_sidebar_prepare (GigSidebar *self)
{
  GtkEventController *keys;

  g_return_if_fail (GIG_IS_SIDEBAR (self));

  if (self->built)
    return;

  self->built = TRUE;
  keys = gtk_event_controller_key_new ();
  gig_widget_init_template (GTK_WIDGET (self));
  self->menu = g_menu_new ();
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (self->menu));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_popup_cb, self, NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
  gtk_search_entry_set_key_capture_widget (self->search_entry, self->key_window);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
  if (self->lesson != NULL)
    show_lesson (self);
  if (self->concept != NULL)
    gig_concept_tree_select (self->tree, self->concept);
}

void
gig_sidebar_set_lesson (GigSidebar         *self,
                        GigLesson          *lesson,
                        const char * const *expanded)
{
  g_return_if_fail (GIG_IS_SIDEBAR (self));
  g_return_if_fail (lesson != NULL);

  gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;
  self->menu_code = NULL;
  self->concept = NULL;
  g_strfreev (self->expanded);
  self->expanded = g_strdupv ((char **) expanded);
  if (self->built)
    show_lesson (self);
}

void
gig_sidebar_select (GigSidebar *self,
                    GigConcept *concept)
{
  g_return_if_fail (GIG_IS_SIDEBAR (self));

  self->concept = concept;
  if (self->built)
    gig_concept_tree_select (self->tree, concept);
}

char **
gig_sidebar_dup_expanded (GigSidebar *self)
{
  g_return_val_if_fail (GIG_IS_SIDEBAR (self), NULL);

  return self->built ? gig_concept_tree_dup_expanded (self->tree) : g_strdupv (self->expanded);
}

void
gig_sidebar_start_search (GigSidebar *self)
{
  g_return_if_fail (GIG_IS_SIDEBAR (self));

  gig_sidebar_prepare (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
gig_sidebar_focus (GigSidebar *self)
{
  g_return_if_fail (GIG_IS_SIDEBAR (self));

  gig_sidebar_prepare (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "results") != 0)
    gig_concept_tree_focus (self->tree);
  else if (!gig_search_view_focus_first (self->results))
    gig_sidebar_start_search (self);
}

void
gig_sidebar_pop_up_menu (GigSidebar *self)
{
  g_return_if_fail (GIG_IS_SIDEBAR (self));

  gig_sidebar_prepare (self);
  gtk_menu_button_popup (self->menu_button);
}

void
gig_sidebar_capture_keys (GigSidebar *self,
                          GtkWidget  *window)
{
  g_return_if_fail (GIG_IS_SIDEBAR (self));

  g_set_weak_pointer (&self->key_window, window);
  if (self->built)
    gtk_search_entry_set_key_capture_widget (self->search_entry, window);
}
