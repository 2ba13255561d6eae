/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagram-pane.h"

#include "gig-diagram-caption.h"
#include "gig-diagram-legend.h"
#include "gig-diagram-outline.h"
#include "gig-diagram-view.h"
#include "gig-diagram-words.h"
#include "gig-language-host.h"
#include "gig-text-scale.h"
#include "gig-timing.h"
#include "gig-view-switcher.h"

/* Below this width of the pane the toggle goes to the bottom. */
#define NARROW_WIDTH "440sp"

/* The other views are prepared one by one, ms apart. */
#define PREPARE_MS 250

struct _GigDiagramPane
{
  AdwBin            parent_instance;

  GigLesson        *lesson;
  GigConcept       *concept;
  gboolean          keep_view;      /* the concept was chosen in this very picture */
  gboolean          text_forced;    /* a view that cannot be drawn opened in Text */
  GPtrArray        *explained;      /* views for which that happened */
  guint             prepared;       /* how many views */
  guint             prepare_id;
  gboolean          bare;
  gboolean          narrow;

  GigLayoutCache   *layouts;
  GtkWidget        *toolbar;
  GtkWidget        *header;
  GtkWidget        *bottom;
  GtkWidget        *switcher;
  AdwToggleGroup   *modes;
  GtkWidget        *stack;
  GigDiagramView   *view;
  GtkWidget        *whole_button;
  GtkWidget        *caption;
  GtkWidget        *legend;
  GtkWidget        *outline;
  AdwStatusPage    *empty;          /* (nullable): made when there is no view */
  GtkWidget        *scaled[2];
};

G_DEFINE_FINAL_TYPE (GigDiagramPane, gig_diagram_pane, ADW_TYPE_BIN)

/* --- The sentence under the picture --- */

static char *
get_takeaway (GigDiagramPane *self,
              GigLanguage    *language)
{
  GigView *view = gig_diagram_view_get_view (self->view);
  const GigMessage *takeaway = view != NULL ? gig_view_get_takeaway (view) : NULL;

  return takeaway != NULL ? gig_lesson_get_plain_text (self->lesson, takeaway, gig_language_get_code (language)) : g_strdup ("");
}

static void
update_caption (GigDiagramPane *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  GigScene *scene = gig_diagram_view_get_scene (self->view);
  const GigItem *item = gig_diagram_view_get_raised (self->view);
  g_autofree char *text = NULL;
  g_autofree char *detail = NULL;

  if (language == NULL || self->lesson == NULL)
    return;
  /* For a moment the old picture is still there. */
  if (item != NULL && gig_scene_get_view (scene) == gig_diagram_view_get_view (self->view))
    gig_diagram_words_describe_item (scene, item, language, &text, &detail);
  else
    text = get_takeaway (self, language);
  gig_diagram_caption_set_text (GIG_DIAGRAM_CAPTION (self->caption), text, detail);
}

static void
collect_captions (GigDiagramPane *self,
                  GigScene       *scene,
                  GigLanguage    *language,
                  GStrvBuilder   *rests,
                  GStrvBuilder   *texts,
                  GStrvBuilder   *details)
{
  guint n_items;
  const GigItem *items = gig_scene_get_items (scene, &n_items);

  g_strv_builder_take (rests, get_takeaway (self, language));
  for (guint i = 0; i < n_items && !self->bare; i++)
    {
      char *text = NULL, *detail = NULL;

      gig_diagram_words_describe_item (scene, &items[i], language, &text, &detail);
      g_strv_builder_take (texts, text);
      if (detail != NULL)
        g_strv_builder_take (details, detail);
    }
}

/* Room for whatever the caption may have to say about this picture in any
 * language: neither a hover nor a switch of language moves an outline. */
static void
reserve_caption (GigDiagramPane *self,
                 GigScene       *scene,
                 GigLanguage    *language)
{
  GigLanguageSet *set = gig_language_get_set (language);
  const char * const *codes = gig_language_set_get_codes (set);
  g_autoptr(GStrvBuilder) rests = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) details = g_strv_builder_new ();
  g_auto(GStrv) all_rests = NULL;
  g_auto(GStrv) all_texts = NULL;
  g_auto(GStrv) all_details = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr(GigLanguage) spoken = gig_language_new (set, codes[i]);

      collect_captions (self, scene, spoken, rests, texts, details);
    }
  all_rests = g_strv_builder_end (rests);
  all_texts = g_strv_builder_end (texts);
  all_details = g_strv_builder_end (details);
  gig_diagram_caption_set_candidates (GIG_DIAGRAM_CAPTION (self->caption), all_rests, all_texts, all_details);
}

/* --- Modes --- */

static void
update_empty (GigDiagramPane *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));

  if (self->empty == NULL || language == NULL)
    return;
  adw_status_page_set_title (self->empty, gig_language_gettext (language, "No diagram"));
  adw_status_page_set_description (self->empty, gig_language_gettext (language, "This lesson draws none."));
}

static void
show_empty (GigDiagramPane *self)
{
  if (self->empty == NULL)
    {
      self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
      adw_status_page_set_icon_name (self->empty, "gig-diagram-symbolic");
      gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->empty), "empty");
      update_empty (self);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

static void
update_mode (GigDiagramPane *self)
{
  gboolean text = g_strcmp0 (adw_toggle_group_get_active_name (self->modes), "text") == 0;
  GigView *view = gig_diagram_view_get_view (self->view);

  if (view == NULL)
    show_empty (self);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), text && !self->bare ? "text" : "picture");
  gig_diagram_outline_set_view (GIG_DIAGRAM_OUTLINE (self->outline), self->lesson, view);
}

static void
mode_changed_cb (GigDiagramPane *self)
{
  self->text_forced = FALSE;
  update_mode (self);
}

static void
force_mode (GigDiagramPane *self,
            const char     *mode)
{
  g_signal_handlers_block_by_func (self->modes, mode_changed_cb, self);
  adw_toggle_group_set_active_name (self->modes, mode);
  g_signal_handlers_unblock_by_func (self->modes, mode_changed_cb, self);
  update_mode (self);
}

/* A picture that cannot be exact is not the first thing one sees of a view. */
static void
check_drawable (GigDiagramPane *self,
                GigScene       *scene)
{
  gboolean drawable = gig_euler_layout_is_ok (gig_scene_get_layout (scene));
  GigView *view = gig_scene_get_view (scene);

  gig_diagram_outline_set_undrawable (GIG_DIAGRAM_OUTLINE (self->outline), !drawable);
  if (!drawable && !g_ptr_array_find (self->explained, view, NULL))
    {
      g_ptr_array_add (self->explained, view);
      force_mode (self, "text");
      self->text_forced = TRUE;
    }
  else if (drawable && self->text_forced)
    {
      force_mode (self, "picture");
      self->text_forced = FALSE;
    }
}

/* --- Callbacks --- */

/* While nothing happens, so that the next view appears at once. */
static gboolean
prepare_cb (gpointer user_data)
{
  GigDiagramPane *self = user_data;
  GPtrArray *views = gig_lesson_get_views (self->lesson);

  if (self->prepared < views->len)
    {
      gig_diagram_view_prepare (self->view, g_ptr_array_index (views, self->prepared++));
      return G_SOURCE_CONTINUE;
    }
  self->prepare_id = 0;

  return G_SOURCE_REMOVE;
}

static void
scene_changed_cb (GigDiagramPane *self)
{
  GigScene *scene = gig_diagram_view_get_scene (self->view);
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));

  gig_diagram_legend_set_scene (GIG_DIAGRAM_LEGEND (self->legend), scene);
  if (scene == NULL || language == NULL || gig_scene_get_view (scene) != gig_diagram_view_get_view (self->view))
    return;
  reserve_caption (self, scene, language);
  update_caption (self);
  check_drawable (self, scene);
  if (self->prepared == 0 && self->prepare_id == 0)
    self->prepare_id = g_timeout_add_full (G_PRIORITY_LOW, PREPARE_MS, prepare_cb, self, NULL);
}

static void
zoom_changed_cb (GigDiagramPane *self)
{
  gtk_widget_set_visible (self->whole_button, gig_diagram_view_get_zoom (self->view) > 1);
}

static void
open_concept_cb (GigDiagramPane *self)
{
  self->keep_view = TRUE;
}

static void
concept_opened_cb (GigDiagramPane *self)
{
  self->keep_view = FALSE;
}

static void
whole_clicked_cb (GigDiagramPane *self)
{
  gig_diagram_view_frame_set (self->view, -1);
}

static void
update_bars (GigDiagramPane *self)
{
  gboolean has_view = gig_diagram_view_get_view (self->view) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->modes), has_view);
  adw_toolbar_view_set_reveal_top_bars (ADW_TOOLBAR_VIEW (self->toolbar), !self->bare);
  adw_toolbar_view_set_reveal_bottom_bars (ADW_TOOLBAR_VIEW (self->toolbar), self->narrow && has_view && !self->bare);
}

static void
show_view (GigDiagramPane *self,
           GigView        *view)
{
  gint64 start = g_get_monotonic_time ();

  if (view == gig_diagram_view_get_view (self->view) && view != NULL)
    return;

  gig_diagram_view_set_view (self->view, self->lesson, view);
  gig_view_switcher_set_view (GIG_VIEW_SWITCHER (self->switcher), view);
  update_bars (self);
  update_mode (self);
  update_caption (self);
  gig_timing_until_paint (GTK_WIDGET (self), "view", start);
}

static void
announce_view (GigDiagramPane *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  GigView *view = gig_diagram_view_get_view (self->view);
  g_autofree char *title = NULL;

  if (language == NULL || view == NULL)
    return;
  title = gig_lesson_get_plain_text (self->lesson, gig_view_get_title (view), gig_language_get_code (language));
  gig_widget_announce (GTK_WIDGET (self), title);
}

static void
chosen_cb (GigDiagramPane *self,
           guint           index)
{
  show_view (self, g_ptr_array_index (gig_lesson_get_views (self->lesson), index));
  announce_view (self);
}

static void
step_view_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  GigDiagramPane *self = GIG_DIAGRAM_PANE (widget);
  GPtrArray *views = self->lesson != NULL ? gig_lesson_get_views (self->lesson) : NULL;
  int step = g_str_equal (action, "diagram.next-view") ? 1 : -1;
  guint index;

  if (views == NULL || !g_ptr_array_find (views, gig_diagram_view_get_view (self->view), &index)
      || (int) index + step < 0 || index + step >= views->len)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  show_view (self, g_ptr_array_index (views, index + step));
  announce_view (self);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigDiagramPane *self = GIG_DIAGRAM_PANE (widget);
  AdwToggle *picture = adw_toggle_group_get_toggle_by_name (self->modes, "picture");
  AdwToggle *text = adw_toggle_group_get_toggle_by_name (self->modes, "text");

  /* Translators: the diagram as a picture, not as text */
  adw_toggle_set_label (picture, gig_language_gettext (language, "Picture"));
  adw_toggle_set_label (text, gig_language_pgettext (language, "diagram", "Text"));
  gtk_widget_set_tooltip_text (self->whole_button, gig_language_gettext (language, "Whole diagram"));
  update_empty (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->modes),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_language_gettext (language, "Show the diagram as"), -1);
  update_caption (self);
}

/* In dark high contrast diagrams stand on black, which is no colour of the view's. */
static void
appearance_changed_cb (GigDiagramPane *self)
{
  const GigTheme *theme = gig_diagram_view_find_theme ();

  if (theme->high_contrast && theme->dark)
    gtk_widget_add_css_class (GTK_WIDGET (self), "black");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "black");
}

/* Where the header has no room for it, the toggle stands in a bar at the bottom. */
static void
set_narrow (GigDiagramPane *self,
            gboolean        narrow)
{
  GtkWidget *modes = GTK_WIDGET (self->modes);

  g_object_ref (modes);
  if (narrow)
    {
      adw_header_bar_remove (ADW_HEADER_BAR (self->header), modes);
      gtk_center_box_set_center_widget (GTK_CENTER_BOX (self->bottom), modes);
    }
  else
    {
      gtk_center_box_set_center_widget (GTK_CENTER_BOX (self->bottom), NULL);
      adw_header_bar_pack_end (ADW_HEADER_BAR (self->header), modes);
    }
  g_object_unref (modes);
  self->narrow = narrow;
  update_bars (self);
}

static void
narrow_applied_cb (GigDiagramPane *self)
{
  set_narrow (self, TRUE);
}

static void
narrow_unapplied_cb (GigDiagramPane *self)
{
  set_narrow (self, FALSE);
}

/* --- The object --- */

static void
gig_diagram_pane_map (GtkWidget *widget)
{
  GigDiagramPane *self = GIG_DIAGRAM_PANE (widget);

  /* Alone in the window it has both ends' buttons, beside a page only those at the end. */
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->header),
                                               gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_PAGE) != NULL);

  GTK_WIDGET_CLASS (gig_diagram_pane_parent_class)->map (widget);
}

static gboolean
gig_diagram_pane_grab_focus (GtkWidget *widget)
{
  GigDiagramPane *self = GIG_DIAGRAM_PANE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "picture") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
gig_diagram_pane_dispose (GObject *object)
{
  GigDiagramPane *self = GIG_DIAGRAM_PANE (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->layouts);
  g_clear_pointer (&self->explained, g_ptr_array_unref);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_diagram_pane_parent_class)->dispose (object);
}

static void
gig_diagram_pane_class_init (GigDiagramPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_diagram_pane_dispose;
  widget_class->map = gig_diagram_pane_map;
  widget_class->grab_focus = gig_diagram_pane_grab_focus;

  gtk_widget_class_install_action (widget_class, "diagram.next-view", NULL, step_view_action);
  gtk_widget_class_install_action (widget_class, "diagram.previous-view", NULL, step_view_action);
  gtk_widget_class_set_css_name (widget_class, "diagram-pane");
}

static void
add_toggle (GigDiagramPane *self,
            const char     *name)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_group_add (self->modes, toggle);
}

static GtkWidget *
create_header (GigDiagramPane *self)
{
  self->header = adw_header_bar_new ();
  self->switcher = gig_view_switcher_new (self->layouts);
  self->modes = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  add_toggle (self, "picture");
  add_toggle (self, "text");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (self->header), self->switcher);
  adw_header_bar_pack_end (ADW_HEADER_BAR (self->header), GTK_WIDGET (self->modes));
  g_signal_connect_object (self->switcher, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->modes, "notify::active", G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);

  return self->header;
}

static GtkWidget *
create_picture (GigDiagramPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->view = GIG_DIAGRAM_VIEW (gig_diagram_view_new (self->layouts));
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_object (self->view, "scene-changed", G_CALLBACK (scene_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "raised-changed", G_CALLBACK (update_caption), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "zoom-changed", G_CALLBACK (zoom_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "open-concept", G_CALLBACK (open_concept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "open-concept", G_CALLBACK (concept_opened_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  self->whole_button = gtk_button_new_from_icon_name ("zoom-fit-best-symbolic");
  gtk_widget_add_css_class (self->whole_button, "osd");
  gtk_widget_add_css_class (self->whole_button, "circular");
  gtk_widget_set_halign (self->whole_button, GTK_ALIGN_END);
  gtk_widget_set_valign (self->whole_button, GTK_ALIGN_END);
  gtk_widget_set_visible (self->whole_button, FALSE);
  g_signal_connect_object (self->whole_button, "clicked", G_CALLBACK (whole_clicked_cb), self, G_CONNECT_SWAPPED);

  self->caption = gig_diagram_caption_new ();
  self->legend = gig_diagram_legend_new ();
  gtk_widget_add_css_class (foot, "diagram-foot");
  gtk_box_append (GTK_BOX (foot), self->legend);
  gtk_box_append (GTK_BOX (foot), self->caption);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->whole_button);
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_box_append (GTK_BOX (box), foot);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_RELATION_DETAILS, self->caption, NULL, -1);

  return box;
}

static GtkWidget *
create_content (GigDiagramPane *self)
{
  GtkWidget *bin = adw_breakpoint_bin_new ();
  AdwBreakpoint *narrow = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: " NARROW_WIDTH));

  g_signal_connect_object (narrow, "apply", G_CALLBACK (narrow_applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (narrow, "unapply", G_CALLBACK (narrow_unapplied_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (bin, 300, 240);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), self->toolbar);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), narrow);

  return bin;
}

static void
gig_diagram_pane_init (GigDiagramPane *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->layouts = gig_layout_cache_new ();
  self->explained = g_ptr_array_new ();
  self->toolbar = adw_toolbar_view_new ();
  self->stack = gtk_stack_new ();
  self->outline = gig_diagram_outline_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (self->toolbar), create_header (self));
  self->bottom = gtk_center_box_new ();
  gtk_widget_add_css_class (self->bottom, "bottom");
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (self->toolbar), self->bottom);
  adw_toolbar_view_set_reveal_bottom_bars (ADW_TOOLBAR_VIEW (self->toolbar), FALSE);
  self->scaled[0] = create_picture (self);
  self->scaled[1] = self->outline;
  gtk_stack_add_named (GTK_STACK (self->stack), self->scaled[0], "picture");
  gtk_stack_add_named (GTK_STACK (self->stack), self->scaled[1], "text");
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (self->toolbar), self->stack);
  adw_bin_set_child (ADW_BIN (self), create_content (self));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (appearance_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (appearance_changed_cb), self, G_CONNECT_SWAPPED);
  appearance_changed_cb (self);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

/* --- Public --- */

void
gig_diagram_pane_set_lesson (GigDiagramPane *self,
                             GigLesson      *lesson)
{
  g_return_if_fail (GIG_IS_DIAGRAM_PANE (self));

  if (self->lesson == lesson)
    return;

  if (lesson != NULL)
    gig_lesson_ref (lesson);
  gig_diagram_outline_set_view (GIG_DIAGRAM_OUTLINE (self->outline), NULL, NULL);
  gig_diagram_view_set_view (self->view, lesson, NULL);
  gig_view_switcher_set_lesson (GIG_VIEW_SWITCHER (self->switcher), lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  g_ptr_array_set_size (self->explained, 0);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  self->prepared = 0;
  self->lesson = lesson;
  self->concept = NULL;
  show_view (self, lesson != NULL && gig_lesson_get_views (lesson)->len > 0
                     ? g_ptr_array_index (gig_lesson_get_views (lesson), 0)
                     : NULL);
}

void
gig_diagram_pane_show_concept (GigDiagramPane *self,
                               GigConcept     *concept)
{
  GigView *view;

  g_return_if_fail (GIG_IS_DIAGRAM_PANE (self));

  if (self->lesson == NULL)
    return;

  self->concept = concept;
  view = concept != NULL && !self->keep_view ? gig_lesson_get_nearest_view (self->lesson, concept) : NULL;
  if (view != NULL)
    show_view (self, view);
  gig_diagram_view_set_selected (self->view, concept);
}

void
gig_diagram_pane_show_view (GigDiagramPane *self,
                            GigView        *view)
{
  g_return_if_fail (GIG_IS_DIAGRAM_PANE (self));

  show_view (self, view);
}

GigView *
gig_diagram_pane_get_view (GigDiagramPane *self)
{
  g_return_val_if_fail (GIG_IS_DIAGRAM_PANE (self), NULL);

  return gig_diagram_view_get_view (self->view);
}

void
gig_diagram_pane_set_marked (GigDiagramPane     *self,
                             GigDiagramMark      mark,
                             const char * const *ids)
{
  g_return_if_fail (GIG_IS_DIAGRAM_PANE (self));

  gig_diagram_view_set_marked (self->view, mark, ids);
  gig_diagram_outline_set_marked (GIG_DIAGRAM_OUTLINE (self->outline), mark, ids);
}

void
gig_diagram_pane_set_mode (GigDiagramPane *self,
                           const char     *mode)
{
  g_return_if_fail (GIG_IS_DIAGRAM_PANE (self));

  adw_toggle_group_set_active_name (self->modes, g_strcmp0 (mode, "text") == 0 ? "text" : "picture");
}

const char *
gig_diagram_pane_get_mode (GigDiagramPane *self)
{
  g_return_val_if_fail (GIG_IS_DIAGRAM_PANE (self), NULL);

  return self->text_forced ? "picture" : adw_toggle_group_get_active_name (self->modes);
}

void
gig_diagram_pane_set_text_scale (GigDiagramPane *self,
                                 double          scale)
{
  g_return_if_fail (GIG_IS_DIAGRAM_PANE (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->scaled); i++)
    gig_text_scale_apply (self->scaled[i], scale);
}

void
gig_diagram_pane_set_bare (GigDiagramPane *self,
                           gboolean        bare)
{
  g_return_if_fail (GIG_IS_DIAGRAM_PANE (self));

  self->bare = bare;
  update_bars (self);
  gtk_widget_set_visible (self->legend, !bare);
  gig_diagram_view_set_max_members (self->view, bare ? GIG_SCENE_WALL_MEMBERS : GIG_SCENE_DESK_MEMBERS);
  gig_diagram_caption_set_centered (GIG_DIAGRAM_CAPTION (self->caption), bare);
  update_mode (self);
  scene_changed_cb (self);
}
