/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-window-private.h"

#include "gig-language-host.h"
#include "gig-monitors.h"
#include "gig-panes.h"
#include "gig-search-index.h"
#include "gig-timing.h"

/* After the first frame: the diagram comes into the second. */
#define PREPARE_MS 250

static void gig_window_language_host_init (GigLanguageHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GigWindow, gig_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (GIG_TYPE_LANGUAGE_HOST, gig_window_language_host_init))

typedef enum
{
  PROP_LANGUAGE = 1,
} GigWindowProperty;

/* --- What is shown --- */

static void
update_title (GigWindow *self)
{
  const char *code = gig_language_get_code (self->language);
  g_autofree char *lesson = NULL;
  g_autofree char *concept = NULL;
  g_autofree char *title = NULL;

  if (self->lesson == NULL || self->concept == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), "Gigogne");
      return;
    }

  lesson = gig_lesson_get_plain_text (self->lesson, gig_lesson_get_title (self->lesson), code);
  concept = gig_lesson_get_plain_text (self->lesson, gig_concept_get_title (self->concept), code);
  /* Translators: the window's title: the concept shown, then the lesson's title. */
  title = gig_language_format (self->language, "%s – %s", concept, lesson);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->projection_title, concept);
}

static void
update_page_width (GigWindow *self)
{
  /* The column, its margins, and the scroll bar. */
  gig_panes_set_page_width (self->panes, (int) (self->measure * self->text_scale) * (self->second != NULL ? 2 : 1) + 2 * 32 + 12);
}

/* What a lesson should not do, another Markdown file may: only its errors are problems. */
static guint
count_problems (GigLesson *lesson)
{
  GPtrArray *diagnostics = gig_lesson_get_diagnostics (lesson);
  guint n = 0;

  for (guint i = 0; i < diagnostics->len; i++)
    if (gig_lesson_is_structured (lesson)
        || gig_diagnostic_get_severity (g_ptr_array_index (diagnostics, i)) == GIG_SEVERITY_ERROR)
      n++;

  return n;
}

void
_gig_window_update_banner (GigWindow *self)
{
  guint n = self->lesson != NULL ? count_problems (self->lesson) : 0;
  g_autofree char *text = NULL;

  if (n > 0)
    text = gig_language_nformat (self->language, n,
                                 "The lesson has %d problem; the rest of it is shown.",
                                 "The lesson has %d problems; the rest of it is shown.", n);
  adw_banner_set_title (self->banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->banner, text != NULL);
}

static void
language_changed_cb (GigWindow *self)
{
  g_assert (GIG_IS_WINDOW (self));

  update_title (self);
  _gig_window_update_error (self);
  _gig_window_update_banner (self);
  _gig_window_language_changed (self);
}

static gboolean
has_views (GigWindow *self)
{
  return self->lesson != NULL && gig_lesson_get_views (self->lesson)->len > 0;
}

/* A lesson without diagrams has the window to itself. The header on the right
 * carries the window's buttons. */
void
_gig_window_update_panes (GigWindow *self)
{
  AdwBreakpoint *current = adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self));

  g_assert (GIG_IS_WINDOW (self));

  gig_panes_set_alone (self->panes, !has_views (self));
  adw_header_bar_set_show_end_title_buttons (self->page_header, !has_views (self) || current == self->narrow_breakpoint);
  gtk_widget_set_visible (self->bottom_diagram_button, has_views (self));
}

/* GtkLabel, once it has taken the focus, looks at the widget that had it before; if that has
 * just been taken out of the window, nobody else holds it any more (GTK 4.18). */
static void
focus_changed_cb (GigWindow *self)
{
  g_assert (GIG_IS_WINDOW (self));

  g_set_object (&self->focus_before, self->focus_now);
  g_set_object (&self->focus_now, gtk_window_get_focus (GTK_WINDOW (self)));
}

static void
layout_changed_cb (GigWindow *self)
{
  g_assert (GIG_IS_WINDOW (self));

  if (self->projecting || g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "projection") == 0)
    _gig_window_update_layout (self);
}

static void
apply_text_scale (GigWindow *self)
{
  gig_page_set_text_scale (self->page, self->text_scale);
  gig_diagram_pane_set_text_scale (self->diagram, self->projecting ? MAX (2.0, self->text_scale) : self->text_scale);
  update_page_width (self);
}

void
_gig_window_set_text_scale (GigWindow *self,
                            double     scale)
{
  self->text_scale = CLAMP (scale, GIG_WINDOW_MIN_SCALE, GIG_WINDOW_MAX_SCALE);
  apply_text_scale (self);
}

/* Page, diagram, tree and title follow; history is the caller's matter. */
void
_gig_window_present_concept (GigWindow  *self,
                             GigConcept *concept,
                             const char *anchor)
{
  self->concept = concept;
  gig_page_set_concept (self->page, self->lesson, concept, anchor);
  gig_diagram_pane_show_concept (self->diagram, concept);
  gig_sidebar_select (self->sidebar, concept);
  update_title (self);
  _gig_window_update_actions (self);
  if (adw_navigation_view_get_visible_page (self->navigation) == self->diagram_nav)
    adw_navigation_view_pop_to_tag (self->navigation, "page");
}

static void
announce_concept (GigWindow *self)
{
  g_autofree char *title = NULL;

  title = gig_lesson_get_plain_text (self->lesson, gig_concept_get_title (self->concept),
                                     gig_language_get_code (self->language));
  gig_widget_announce (GTK_WIDGET (self), title);
}

gboolean
gig_window_show_concept (GigWindow  *self,
                         const char *id)
{
  GigConcept *concept;

  g_return_val_if_fail (GIG_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (self->lesson == NULL)
    return FALSE;

  if (*id == '#')
    id++;
  concept = gig_lesson_find_concept (self->lesson, id);
  if (concept == NULL)
    {
      g_autofree char *text = gig_language_format (self->language, "This lesson has no concept “%s”", id);

      gig_window_show_toast (self, text);
      return FALSE;
    }

  g_clear_pointer (&self->lost_id, g_free);
  gig_history_set_scroll (self->history, gig_page_get_scroll (self->page));
  gig_history_visit (self->history, id);
  _gig_window_present_concept (self, concept, g_str_equal (id, gig_concept_get_id (concept)) ? NULL : id);
  announce_concept (self);

  return TRUE;
}

static void
result_chosen_cb (GigWindow             *self,
                  const GigSearchResult *result,
                  GigSearchQuery        *query)
{
  g_assert (GIG_IS_WINDOW (self));

  gig_page_set_query (self->page, query);
  if (result == NULL)
    return;
  if (result->question != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.quiz-about", "s", gig_question_get_id (result->question));
      return;
    }

  gig_window_show_concept (self, gig_concept_get_id (result->concept));
  if (result->block != NULL)
    gig_page_show_block (self->page, result->block);
  if (adw_overlay_split_view_get_collapsed (self->sidebar_split))
    {
      adw_overlay_split_view_set_show_sidebar (self->sidebar_split, FALSE);
      gig_page_focus (self->page);
    }
}

static gboolean
focus_page_idle (gpointer user_data)
{
  GigWindow *self = GIG_WINDOW (user_data);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->page)))
    gig_page_focus (self->page);

  return G_SOURCE_REMOVE;
}

static gboolean
focus_sidebar_idle (gpointer user_data)
{
  GigWindow *self = GIG_WINDOW (user_data);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->sidebar)))
    gig_sidebar_focus (self->sidebar);

  return G_SOURCE_REMOVE;
}

/* A dialog gives the focus back to what had it, which may be gone with its page. */
static void
visible_dialog_changed_cb (GigWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean has_dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;

  g_assert (GIG_IS_WINDOW (self));

  /* What is typed above the window is not meant for its search. */
  gig_sidebar_capture_keys (self->sidebar, has_dialog ? NULL : GTK_WIDGET (self));
  if (has_dialog)
    {
      self->reading_before = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page));
      self->choosing_before = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar))
        && !GTK_IS_EDITABLE (focus);
    }
  else if (self->reading_before || self->choosing_before)
    {
      g_idle_add_full (GDK_PRIORITY_REDRAW + 10, self->reading_before ? focus_page_idle : focus_sidebar_idle,
                       g_object_ref (self), g_object_unref);
    }
}

static void
names_found_cb (GigWindow          *self,
                const char * const *ids)
{
  g_assert (GIG_IS_WINDOW (self));

  gig_diagram_pane_set_marked (self->diagram, GIG_DIAGRAM_MARK_FOUND, ids);
}

/* The place @step or more visits away that the lesson still has; 0 where there is none. */
int
_gig_window_find_visit (GigWindow *self,
                        int        step)
{
  const char *id;

  for (int to = step; (id = gig_history_peek (self->history, to)) != NULL; to += step)
    if (self->lesson != NULL && gig_lesson_find_concept (self->lesson, id) != NULL)
      return to;

  return 0;
}

void
_gig_window_go (GigWindow *self,
                int        step)
{
  int to = _gig_window_find_visit (self, step);

  if (to == 0)
    return;

  g_clear_pointer (&self->lost_id, g_free);
  gig_history_set_scroll (self->history, gig_page_get_scroll (self->page));
  _gig_window_present_concept (self, gig_lesson_find_concept (self->lesson, gig_history_go (self->history, to)), NULL);
  gig_page_set_scroll (self->page, gig_history_get_scroll (self->history));
  announce_concept (self);
}

/* --- The object --- */

static GigLanguage *
gig_window_host_get_language (GigLanguageHost *host)
{
  return GIG_WINDOW (host)->language;
}

static void
gig_window_language_host_init (GigLanguageHostInterface *iface)
{
  iface->get_language = gig_window_host_get_language;
}

/* Who types at once searches: the entry takes the very key. */
static gboolean
first_key_cb (GigWindow *self)
{
  g_assert (GIG_IS_WINDOW (self));

  gig_sidebar_prepare (self->sidebar);

  return GDK_EVENT_PROPAGATE;
}

static void
add_first_key (GigWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (first_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static gboolean
prepare_cb (gpointer user_data)
{
  GigWindow *self = GIG_WINDOW (user_data);

  if (self->sidebar != NULL)
    gig_sidebar_prepare (self->sidebar);

  return G_SOURCE_REMOVE;
}

/* What is out of sight is built once the first frames are there. */
static void
after_first_paint_cb (GdkFrameClock *clock,
                      GigWindow     *self)
{
  g_signal_handlers_disconnect_by_func (clock, after_first_paint_cb, self);
  g_timeout_add_full (G_PRIORITY_LOW, PREPARE_MS, prepare_cb, g_object_ref (self), g_object_unref);
}

static void
gig_window_map (GtkWidget *widget)
{
  GigWindow *self = GIG_WINDOW (widget);

  GTK_WIDGET_CLASS (gig_window_parent_class)->map (widget);

  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (after_first_paint_cb), self, G_CONNECT_DEFAULT);
}

static gboolean
gig_window_close_request (GtkWindow *window)
{
  _gig_window_save_state (GIG_WINDOW (window));

  return GTK_WINDOW_CLASS (gig_window_parent_class)->close_request (window);
}

static void
gig_window_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  GigWindow *self = GIG_WINDOW (object);

  switch ((GigWindowProperty) property_id)
    {
    case PROP_LANGUAGE:
      g_value_set_object (value, self->language);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gig_window_dispose (GObject *object)
{
  GigWindow *self = GIG_WINDOW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), GIG_TYPE_WINDOW);
  g_clear_object (&self->settings);
  g_clear_object (&self->second);
  g_clear_object (&self->language);
  g_clear_pointer (&self->history, gig_history_free);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  g_clear_pointer (&self->wished, g_free);
  g_clear_pointer (&self->lost_id, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_error (&self->error);
  g_clear_object (&self->error_file);

  G_OBJECT_CLASS (gig_window_parent_class)->dispose (object);

  /* The focus goes with the children. */
  g_clear_object (&self->focus_before);
  g_clear_object (&self->focus_now);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gig_widget_class_bind_child (widget_class, GigWindow, toasts);
  gig_widget_class_bind_child (widget_class, GigWindow, sidebar_split);
  gig_widget_class_bind_child (widget_class, GigWindow, sidebar);
  gig_widget_class_bind_child (widget_class, GigWindow, main_stack);
  gig_widget_class_bind_child (widget_class, GigWindow, layouts);
  gig_widget_class_bind_child (widget_class, GigWindow, narrow_breakpoint);
  gig_widget_class_bind_child (widget_class, GigWindow, panes);
  gig_widget_class_bind_child (widget_class, GigWindow, navigation);
  gig_widget_class_bind_child (widget_class, GigWindow, diagram_nav);
  gig_widget_class_bind_child (widget_class, GigWindow, projection_title);
  gig_widget_class_bind_child (widget_class, GigWindow, page_view);
  gig_widget_class_bind_child (widget_class, GigWindow, page_header);
  gig_widget_class_bind_child (widget_class, GigWindow, bottom_diagram_button);
  gig_widget_class_bind_child (widget_class, GigWindow, page_switch);
  gig_widget_class_bind_child (widget_class, GigWindow, bottom_switch);
  gig_widget_class_bind_child (widget_class, GigWindow, banner);
  gig_widget_class_bind_child (widget_class, GigWindow, page);
  gig_widget_class_bind_child (widget_class, GigWindow, diagram);
}

static void
gig_window_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (gig_window_parent_class)->snapshot (widget, snapshot);
  gig_timing_snapshot_done (widget);
}

static void
gig_window_class_init (GigWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = gig_window_get_property;
  object_class->dispose = gig_window_dispose;
  widget_class->snapshot = gig_window_snapshot;
  widget_class->map = gig_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = gig_window_close_request;
  g_object_class_override_property (object_class, PROP_LANGUAGE, "language");

  g_type_ensure (GIG_TYPE_SIDEBAR);
  g_type_ensure (GIG_TYPE_PANES);
  g_type_ensure (GIG_TYPE_PAGE);
  g_type_ensure (GIG_TYPE_DIAGRAM_PANE);
  g_type_ensure (GIG_TYPE_LANGUAGE_SWITCH);
  gig_widget_class_set_template (widget_class, "/org/gigogne/Gigogne/gig-window.ui");
  bind_children (widget_class);
  _gig_window_install_actions (widget_class);
}

/* GTK 4.18 gives each window a target that refuses every drop, and it warns at a
 * second drag: a drop that a child took has left it with the first. */
static void
remove_default_drop_target (GigWindow *self)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_DROP_TARGET_ASYNC (controller))
        gtk_widget_remove_controller (GTK_WIDGET (self), controller);
    }
}

static void
gig_window_init (GigWindow *self)
{
  self->history = gig_history_new ();
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  self->settings = g_settings_new ("org.gigogne.Gigogne");
  self->text_scale = 1.0;
  gig_monitors_watch_window (GTK_WINDOW (self));
  remove_default_drop_target (self);
}

GtkWidget *
gig_window_new (GtkApplication *application,
                GigLanguageSet *languages,
                const char     *code)
{
  GigWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (languages != NULL, NULL);

  self = g_object_new (GIG_TYPE_WINDOW, "application", application, NULL);
  self->language = gig_language_new (languages, code);
  gig_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->language, "notify::code", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  _gig_window_restore_state (self);
  _gig_window_add_peek_keys (self);
  g_signal_connect_object (self->sidebar, "result-chosen", G_CALLBACK (result_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::visible-dialog", G_CALLBACK (visible_dialog_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->sidebar, "names-found", G_CALLBACK (names_found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->diagram_nav, "shown", G_CALLBACK (gtk_widget_grab_focus), self->diagram, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layouts, "notify::layout-name", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::current-breakpoint", G_CALLBACK (_gig_window_update_panes), NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (_gig_window_active_changed), NULL);
  gig_sidebar_capture_keys (self->sidebar, GTK_WIDGET (self));
  add_first_key (self);
  language_changed_cb (self);

  return GTK_WIDGET (self);
}

GigLesson *
gig_window_get_lesson (GigWindow *self)
{
  g_return_val_if_fail (GIG_IS_WINDOW (self), NULL);

  return self->lesson;
}

GigConcept *
gig_window_get_concept (GigWindow *self)
{
  g_return_val_if_fail (GIG_IS_WINDOW (self), NULL);

  return self->concept;
}

GigLanguage *
gig_window_get_language (GigWindow *self)
{
  g_return_val_if_fail (GIG_IS_WINDOW (self), NULL);

  return self->language;
}

void
gig_window_show_toast (GigWindow  *self,
                       const char *text)
{
  g_return_if_fail (GIG_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  /* A dialog may outlive its window. */
  if (self->toasts == NULL)
    return;

  /* At once: it answers what has just been done. */
  adw_toast_overlay_add_toast (self->toasts, g_object_new (ADW_TYPE_TOAST,
                                                           "title", text,
                                                           "use-markup", FALSE,
                                                           "priority", ADW_TOAST_PRIORITY_HIGH,
                                                           NULL));
}
