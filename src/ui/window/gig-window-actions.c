/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's actions: every key, menu and button ends here. */

#include "gig-window-private.h"

#include "gig-bookmarks-dialog.h"
#include "gig-diagnostics-dialog.h"
#include "gig-glossary-dialog.h"
#include "gig-dialog.h"
#include "gig-language-host.h"

#define TEXT_STEP 1.1

/* --- Concepts --- */

static void
show_concept_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  gig_window_show_concept (GIG_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  _gig_window_go (GIG_WINDOW (widget), -1);
}

static void
forward_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  _gig_window_go (GIG_WINDOW (widget), 1);
}

/* The concept @step further in reading order, or NULL at either end. */
static GigConcept *
find_neighbour (GigWindow *self,
                int        step)
{
  GPtrArray *concepts;
  int index;

  if (self->lesson == NULL || self->concept == NULL)
    return NULL;

  concepts = gig_lesson_get_concepts (self->lesson);
  index = (int) gig_concept_get_index (self->concept) + step;

  return index >= 0 && index < (int) concepts->len ? g_ptr_array_index (concepts, index) : NULL;
}

static void
next_concept_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  GigConcept *concept = find_neighbour (GIG_WINDOW (widget), 1);

  if (concept != NULL)
    gig_window_show_concept (GIG_WINDOW (widget), gig_concept_get_id (concept));
}

static void
previous_concept_action (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  GigConcept *concept = find_neighbour (GIG_WINDOW (widget), -1);

  if (concept != NULL)
    gig_window_show_concept (GIG_WINDOW (widget), gig_concept_get_id (concept));
}

static void
copy_link_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);
  g_autofree char *name = g_uri_escape_string (gig_lesson_get_name (self->lesson), NULL, FALSE);
  g_autofree char *id = g_uri_escape_string (gig_concept_get_id (self->concept), NULL, TRUE);
  g_autofree char *link = g_strdup_printf ("gigogne://%s#%s", name, id);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), link);
  gig_window_show_toast (self, gig_language_gettext (self->language, "Link copied"));
}

/* --- Languages --- */

static gboolean
speaks (GigWindow  *self,
        const char *code)
{
  return g_strv_contains (gig_language_set_get_codes (gig_language_get_set (self->language)), code);
}

static void
set_code (GigWindow  *self,
          const char *code)
{
  if (g_str_equal (gig_language_get_code (self->language), code))
    return;

  if (speaks (self, code))
    gig_language_set_code (self->language, code);
  else
    gig_language_set_exact_code (self->language, code);
  g_settings_set_string (self->settings, "language", gig_language_get_code (self->language));
  gig_widget_announce (GTK_WIDGET (self), gig_language_title_of (gig_language_get_code (self->language)));
}

static void
language_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  set_code (GIG_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toggle_language_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  set_code (self, gig_language_get_other_code (self->language));
}

static void
side_by_side_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  if (self->second != NULL)
    g_clear_object (&self->second);
  else
    self->second = gig_language_new (gig_language_get_set (self->language),
                                     gig_language_get_other_code (self->language));
  gig_page_set_second_language (self->page, self->second);
  _gig_window_set_text_scale (self, self->text_scale);
}

static gboolean
peek_pressed_cb (GtkEventController *controller,
                 guint               keyval,
                 guint               keycode,
                 GdkModifierType     state,
                 GigWindow          *self)
{
  if ((keyval != GDK_KEY_l && keyval != GDK_KEY_L) || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK)
    return GDK_EVENT_PROPAGATE;

  gig_page_peek (self->page, TRUE);

  return GDK_EVENT_STOP;
}

static void
peek_released_cb (GtkEventController *controller,
                  guint               keyval,
                  guint               keycode,
                  GdkModifierType     state,
                  GigWindow          *self)
{
  /* Either of the two keys let go ends it. */
  gig_page_peek (self->page, FALSE);
}

void
_gig_window_add_peek_keys (GigWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (peek_pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (peek_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* --- Text size --- */

static void
text_larger_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  g_settings_set_double (self->settings, "text-scale", MIN (self->text_scale * TEXT_STEP, GIG_WINDOW_MAX_SCALE));
}

static void
text_smaller_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  g_settings_set_double (self->settings, "text-scale", MAX (self->text_scale / TEXT_STEP, GIG_WINDOW_MIN_SCALE));
}

static void
text_normal_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  g_settings_set_double (GIG_WINDOW (widget)->settings, "text-scale", 1.0);
}

/* --- Panes --- */

static gboolean
is_narrow (GigWindow *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0;
}

static void
sidebar_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  adw_overlay_split_view_set_show_sidebar (self->sidebar_split,
                                           !adw_overlay_split_view_get_show_sidebar (self->sidebar_split));
  if (adw_overlay_split_view_get_show_sidebar (self->sidebar_split))
    gig_sidebar_focus (self->sidebar);
}

static void
diagram_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  if (!is_narrow (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->diagram));
  else if (adw_navigation_view_get_visible_page (self->navigation) == self->diagram_nav)
    adw_navigation_view_pop (self->navigation);
  else
    adw_navigation_view_push (self->navigation, self->diagram_nav);
}

static void
show_view_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);
  GigView *view = self->lesson != NULL ? gig_lesson_find_view (self->lesson, g_variant_get_string (parameter, NULL)) : NULL;

  if (view == NULL)
    return;

  gig_diagram_pane_show_view (self->diagram, view);
  if (is_narrow (self) && adw_navigation_view_get_visible_page (self->navigation) != self->diagram_nav)
    adw_navigation_view_push (self->navigation, self->diagram_nav);
}

/* Brings a pane into sight where only one has room, and gives it the focus. */
static gboolean
focus_pane (GigWindow *self,
            GtkWidget *pane)
{
  gboolean overlaid = adw_overlay_split_view_get_collapsed (self->sidebar_split);

  if (pane == GTK_WIDGET (self->diagram) && gig_diagram_pane_get_view (self->diagram) == NULL)
    return FALSE;
  if (pane == GTK_WIDGET (self->sidebar) && is_narrow (self))
    adw_overlay_split_view_set_show_sidebar (self->sidebar_split, TRUE);
  else if (pane != GTK_WIDGET (self->sidebar) && overlaid)
    adw_overlay_split_view_set_show_sidebar (self->sidebar_split, FALSE);
  if (is_narrow (self) && pane == GTK_WIDGET (self->diagram))
    {
      if (adw_navigation_view_get_visible_page (self->navigation) != self->diagram_nav)
        adw_navigation_view_push (self->navigation, self->diagram_nav);
      /* Before it is shown it takes no focus; it is given it then. */
      gtk_widget_grab_focus (pane);
      return TRUE;
    }
  if (is_narrow (self) && adw_navigation_view_get_visible_page (self->navigation) == self->diagram_nav)
    adw_navigation_view_pop (self->navigation);

  if (pane == GTK_WIDGET (self->sidebar) && adw_overlay_split_view_get_show_sidebar (self->sidebar_split))
    {
      gig_sidebar_focus (self->sidebar);
      return TRUE;
    }
  if (pane == GTK_WIDGET (self->page_view) && gtk_widget_get_mapped (pane))
    {
      gig_page_focus (self->page);
      return TRUE;
    }

  return gtk_widget_get_mapped (pane) && gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
next_pane_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);
  GtkWidget *panes[] = { GTK_WIDGET (self->sidebar), GTK_WIDGET (self->page_view), GTK_WIDGET (self->diagram) };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int step = g_variant_get_boolean (parameter) ? 1 : (int) G_N_ELEMENTS (panes) - 1;
  int current = 1;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, panes[i]))
      current = i;
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      current = (current + step) % (int) G_N_ELEMENTS (panes);
      if (focus_pane (self, panes[current]))
        return;
    }
}

/* The breakpoint for narrow windows sets the layout too, and knows nothing of the projection. */
void
_gig_window_update_layout (GigWindow *self)
{
  AdwBreakpoint *current = adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self));
  const char *name = self->projecting ? "projection" : current == self->narrow_breakpoint ? "narrow" : "wide";

  if (g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), name) != 0)
    adw_multi_layout_view_set_layout_name (self->layouts, name);
}

static void
set_projecting (GigWindow *self,
                gboolean   projecting)
{
  if (self->projecting == projecting)
    return;

  self->projecting = projecting;
  if (projecting)
    {
      self->sidebar_before = adw_overlay_split_view_get_show_sidebar (self->sidebar_split);
      adw_overlay_split_view_set_show_sidebar (self->sidebar_split, FALSE);
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  else
    {
      gtk_window_unfullscreen (GTK_WINDOW (self));
      adw_overlay_split_view_set_show_sidebar (self->sidebar_split, self->sidebar_before);
    }
  _gig_window_update_layout (self);
  gig_diagram_pane_set_bare (self->diagram, projecting);
  _gig_window_set_text_scale (self, self->text_scale);
}

static void
projection_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  set_projecting (self, !self->projecting);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  GigWindow *self = GIG_WINDOW (widget);

  if (!self->projecting)
    return GDK_EVENT_PROPAGATE;
  set_projecting (self, FALSE);

  return GDK_EVENT_STOP;
}

/* --- The page --- */

static void
move_focus_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  gig_page_move_focus (GIG_WINDOW (widget)->page,
                       g_str_has_prefix (action, "win.next-") ? 1 : -1,
                       g_str_has_suffix (action, "-heading"));
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  adw_overlay_split_view_set_show_sidebar (self->sidebar_split, TRUE);
  gig_sidebar_start_search (self->sidebar);
}

static void
menu_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  adw_overlay_split_view_set_show_sidebar (self->sidebar_split, TRUE);
  gig_sidebar_pop_up_menu (self->sidebar);
}

/* In the overlaid tree, choosing a row means going there. */
static void
tree_activated_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  if (!adw_overlay_split_view_get_collapsed (self->sidebar_split))
    return;

  adw_overlay_split_view_set_show_sidebar (self->sidebar_split, FALSE);
  gig_page_focus (self->page);
}

/* --- Dialogs --- */

static void
diagnostics_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  if (self->lesson != NULL)
    gig_dialog_present (gig_diagnostics_dialog_new (self->lesson), widget);
}

void
_gig_window_update_diagnostics (GigWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (GIG_IS_DIAGNOSTICS_DIALOG (dialog))
    gig_diagnostics_dialog_set_lesson (GIG_DIAGNOSTICS_DIALOG (dialog), self->lesson);
}

static void
bookmarks_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  if (self->concept != NULL)
    gig_dialog_present (gig_bookmarks_dialog_new (self->settings, self->lesson, self->concept), widget);
}

static void
go_to_bookmark_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);
  const char *lesson, *id, *code;

  g_variant_get (parameter, "(&s&s&s&sx)", NULL, &lesson, &id, &code, NULL);
  set_code (self, code);
  if (g_str_equal (lesson, gig_lesson_get_name (self->lesson)))
    gig_window_show_concept (self, id);
  else if (!gig_window_open_by_name (self, lesson, id))
    {
      g_autofree char *text = gig_language_format (self->language, "The lesson “%s” is not among the recent ones; open its file first", lesson);

      gig_window_show_toast (self, text);
    }
}

static void
glossary_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  GigWindow *self = GIG_WINDOW (widget);

  if (self->lesson != NULL)
    gig_dialog_present (gig_glossary_dialog_new (self->settings, self->lesson), widget);
}

/* --- Installing --- */

void
_gig_window_update_actions (GigWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_concept = self->concept != NULL;
  gboolean has_views = self->lesson != NULL && gig_lesson_get_views (self->lesson)->len > 0;

  gtk_widget_action_set_enabled (widget, "win.back", _gig_window_find_visit (self, -1) != 0);
  gtk_widget_action_set_enabled (widget, "win.forward", _gig_window_find_visit (self, 1) != 0);
  gtk_widget_action_set_enabled (widget, "win.next-concept", find_neighbour (self, 1) != NULL);
  gtk_widget_action_set_enabled (widget, "win.previous-concept", find_neighbour (self, -1) != NULL);
  gtk_widget_action_set_enabled (widget, "win.copy-link", has_concept);
  gtk_widget_action_set_enabled (widget, "win.bookmark", has_concept);
  gtk_widget_action_set_enabled (widget, "win.bookmarks", has_concept);
  gtk_widget_action_set_enabled (widget, "win.projection", has_views);
  gtk_widget_action_set_enabled (widget, "win.diagram", has_views);
  gtk_widget_action_set_enabled (widget, "win.export", has_views);
  gtk_widget_action_set_enabled (widget, "win.glossary", self->lesson != NULL && gig_lesson_get_terms (self->lesson)->len > 0);
  _gig_window_update_learning (self);
}

void
_gig_window_language_changed (GigWindow *self)
{
  /* The second column shows what the first has just left. */
  if (self->second != NULL)
    gig_language_set_code (self->second, gig_language_get_other_code (self->language));
}

void
_gig_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-concept", "s", show_concept_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.next-concept", NULL, next_concept_action);
  gtk_widget_class_install_action (widget_class, "win.previous-concept", NULL, previous_concept_action);
  gtk_widget_class_install_action (widget_class, "win.copy-link", NULL, copy_link_action);
  gtk_widget_class_install_action (widget_class, "win.language", "s", language_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-language", NULL, toggle_language_action);
  gtk_widget_class_install_action (widget_class, "win.side-by-side", NULL, side_by_side_action);
  gtk_widget_class_install_action (widget_class, "win.text-larger", NULL, text_larger_action);
  gtk_widget_class_install_action (widget_class, "win.text-smaller", NULL, text_smaller_action);
  gtk_widget_class_install_action (widget_class, "win.text-normal", NULL, text_normal_action);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.diagram", NULL, diagram_action);
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_action);
  gtk_widget_class_install_action (widget_class, "win.diagnostics", NULL, diagnostics_action);
  gtk_widget_class_install_action (widget_class, "win.bookmark", NULL, bookmarks_action);
  gtk_widget_class_install_action (widget_class, "win.bookmarks", NULL, bookmarks_action);
  gtk_widget_class_install_action (widget_class, "win.go-to-bookmark", GIG_BOOKMARK_TYPE, go_to_bookmark_action);
  gtk_widget_class_install_action (widget_class, "win.glossary", NULL, glossary_action);
  gtk_widget_class_install_action (widget_class, "win.next-pane", "b", next_pane_action);
  gtk_widget_class_install_action (widget_class, "win.projection", NULL, projection_action);
  gtk_widget_class_install_action (widget_class, "win.next-block", NULL, move_focus_action);
  gtk_widget_class_install_action (widget_class, "win.previous-block", NULL, move_focus_action);
  gtk_widget_class_install_action (widget_class, "win.next-heading", NULL, move_focus_action);
  gtk_widget_class_install_action (widget_class, "win.previous-heading", NULL, move_focus_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.tree-activated", NULL, tree_activated_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, _gig_window_open_action);
  gtk_widget_class_install_action (widget_class, "win.open-lesson", "s", _gig_window_open_lesson_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, _gig_window_export_action);

  _gig_window_install_present_actions (widget_class);
  _gig_window_install_learning (widget_class);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}
