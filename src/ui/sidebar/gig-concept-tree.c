/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-concept-tree.h"

#include "gig-concept-item.h"
#include "gig-concept-row.h"
#include "gig-language-host.h"

struct _GigConceptTree
{
  AdwBin              parent_instance;

  GigLesson          *lesson;
  GtkTreeListModel   *model;
  GtkSingleSelection *selection;
  gboolean            selecting;    /* we change the selection ourselves */

  GtkListView        *list;
};

G_DEFINE_FINAL_TYPE (GigConceptTree, gig_concept_tree, ADW_TYPE_BIN)

static GigConcept *
get_row_concept (GtkTreeListRow *row)
{
  g_autoptr(GigConceptItem) item = GIG_CONCEPT_ITEM (gtk_tree_list_row_get_item (row));

  return gig_concept_item_get_concept (item);
}

static GListModel *
create_children_cb (gpointer item,
                    gpointer user_data)
{
  return gig_concept_item_create_children (GIG_CONCEPT_ITEM (item));
}

static void
row_setup_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              gpointer            user_data)
{
  gtk_list_item_set_child (item, gig_concept_row_new (item));
}

static void
row_bind_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             gpointer            user_data)
{
  gig_concept_row_set_row (GIG_CONCEPT_ROW (gtk_list_item_get_child (item)),
                           GTK_TREE_LIST_ROW (gtk_list_item_get_item (item)));
}

static void
row_unbind_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               gpointer            user_data)
{
  gig_concept_row_set_row (GIG_CONCEPT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
show_selected (GigConceptTree *self)
{
  GtkTreeListRow *row = GTK_TREE_LIST_ROW (gtk_single_selection_get_selected_item (self->selection));

  if (row != NULL && !self->selecting)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-concept", "s", gig_concept_get_id (get_row_concept (row)));
}

static void
selected_changed_cb (GigConceptTree *self)
{
  g_assert (GIG_IS_CONCEPT_TREE (self));

  show_selected (self);
}

/* Whether the tree lies over the page instead of beside it. */
static gboolean
is_overlaid (GigConceptTree *self)
{
  GtkWidget *split = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_OVERLAY_SPLIT_VIEW);

  return split != NULL && adw_overlay_split_view_get_collapsed (ADW_OVERLAY_SPLIT_VIEW (split));
}

static void
activate_cb (GigConceptTree *self,
             guint           position)
{
  g_autoptr(GtkTreeListRow) row = NULL;

  g_assert (GIG_IS_CONCEPT_TREE (self));

  /* Enter on the selected row opens or closes it; the page shows it already. Where
   * the tree lies over the page, a row that is open is where one wants to go. */
  row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  if (row != NULL && gtk_tree_list_row_is_expandable (row) && !gtk_tree_list_row_get_expanded (row))
    {
      gtk_tree_list_row_set_expanded (row, TRUE);
      return;
    }
  if (row != NULL && gtk_tree_list_row_is_expandable (row) && !is_overlaid (self))
    gtk_tree_list_row_set_expanded (row, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tree-activated", NULL);
}

static gboolean
clicked_idle (gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "win.tree-activated", NULL);

  return G_SOURCE_REMOVE;
}

/* A click on a row means going there; the arrow keys only look around. */
static void
released_cb (GigConceptTree *self,
             int             n_press,
             double          x,
             double          y)
{
  GtkWidget *picked;

  g_assert (GIG_IS_CONCEPT_TREE (self));

  picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  if (picked == NULL || picked == GTK_WIDGET (self->list) || g_str_equal (gtk_widget_get_css_name (picked), "expander"))
    return;

  /* Once the row has been selected, which it would not be if it were out of sight. */
  g_idle_add_full (G_PRIORITY_DEFAULT, clicked_idle, g_object_ref (self), g_object_unref);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigConceptTree *self = GIG_CONCEPT_TREE (widget);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_language_gettext (language, "Contents"),
                                  -1);
}

/* The row of @concept, opening the rows above it on the way: (transfer full) (nullable) */
static GtkTreeListRow *
find_row (GigConceptTree *self,
          GigConcept     *concept,
          guint          *position)
{
  GigConcept *parent = gig_concept_get_parent (concept);
  guint i = 0;

  if (parent != NULL)
    {
      g_autoptr(GtkTreeListRow) row = find_row (self, parent, &i);

      if (row == NULL)
        return NULL;
      gtk_tree_list_row_set_expanded (row, TRUE);
      i++;
    }

  for (; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr(GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, i);

      if (get_row_concept (row) == concept)
        {
          *position = i;
          return g_steal_pointer (&row);
        }
    }

  return NULL;
}

static void
expand_initially (GigConceptTree     *self,
                  const char * const *expanded)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr(GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, i);

      if (expanded != NULL && g_strv_contains (expanded, gig_concept_get_id (get_row_concept (row))))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
gig_concept_tree_dispose (GObject *object)
{
  GigConceptTree *self = GIG_CONCEPT_TREE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_concept_tree_parent_class)->dispose (object);
}

/* The list makes some two hundred rows at once, which nobody sees while the sidebar is closed. */
static void
list_mapped_cb (GigConceptTree *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  g_assert (GIG_IS_CONCEPT_TREE (self));

  if (gtk_list_view_get_model (self->list) != NULL)
    return;

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
gig_concept_tree_class_init (GigConceptTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_concept_tree_dispose;
}

static void
gig_concept_tree_init (GigConceptTree *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbind_cb), NULL);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);

  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  g_signal_connect_object (self->list, "map", G_CALLBACK (list_mapped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);

  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

void
gig_concept_tree_set_lesson (GigConceptTree     *self,
                             GigLesson          *lesson,
                             const char * const *expanded)
{
  GListModel *roots;

  g_return_if_fail (GIG_IS_CONCEPT_TREE (self));
  g_return_if_fail (lesson != NULL);

  gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;

  roots = gig_concept_items_new (lesson, gig_lesson_get_roots (lesson));
  g_clear_object (&self->model);
  self->model = gtk_tree_list_model_new (roots, FALSE, FALSE, create_children_cb, NULL, NULL);
  expand_initially (self, expanded);

  self->selecting = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->selecting = FALSE;
}

void
gig_concept_tree_select (GigConceptTree *self,
                         GigConcept     *concept)
{
  g_autoptr(GtkTreeListRow) row = NULL;
  guint position = 0;

  g_return_if_fail (GIG_IS_CONCEPT_TREE (self));
  g_return_if_fail (concept != NULL);

  if (self->model == NULL)
    return;

  self->selecting = TRUE;
  row = find_row (self, concept, &position);
  if (row != NULL)
    {
      gtk_single_selection_set_selected (self->selection, position);
      if (gtk_list_view_get_model (self->list) != NULL)
        gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
    }
  self->selecting = FALSE;
}

void
gig_concept_tree_focus (GigConceptTree *self)
{
  guint position;

  g_return_if_fail (GIG_IS_CONCEPT_TREE (self));

  position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION && gtk_list_view_get_model (self->list) != NULL)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

char **
gig_concept_tree_dup_expanded (GigConceptTree *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (GIG_IS_CONCEPT_TREE (self), NULL);

  for (guint i = 0; self->model != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr(GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, i);

      if (gtk_tree_list_row_get_expanded (row))
        g_strv_builder_add (builder, gig_concept_get_id (get_row_concept (row)));
    }

  return g_strv_builder_end (builder);
}
