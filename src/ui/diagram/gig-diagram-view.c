/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagram-view-private.h"

#include "gig-language-host.h"
#include "gig-scene-node.h"
#include "gig-timing.h"

#include <math.h>

#define MORPH_MS       350
#define RAISE_MS       120
#define SPINNER_MS     400
#define NATURAL_WIDTH  520
#define NATURAL_HEIGHT 400

/* Adwaita's body text at 96 dpi, px: what the scene's nominal sizes go with. */
#define BODY_PX        (11.0 * 96 / 72)
/* On a large pane names grow with the drawing, but slower, and up to this. */
#define GROWTH         0.75
#define MAX_GROWTH     1.6

G_DEFINE_FINAL_TYPE (GigDiagramView, gig_diagram_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SCENE_CHANGED,
  SIGNAL_RAISED_CHANGED,
  SIGNAL_ZOOM_CHANGED,
  SIGNAL_OPEN_CONCEPT,
  SIGNAL_ZONE_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Layout --- */

static void
hide_spinner (GigDiagramView *self)
{
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_widget_set_visible (self->spinner, FALSE);
}

static gboolean
show_spinner_cb (gpointer user_data)
{
  GigDiagramView *self = user_data;

  self->spinner_id = 0;
  gtk_widget_set_visible (self->spinner, TRUE);

  return G_SOURCE_REMOVE;
}

static void
set_layout (GigDiagramView *self,
            GigEulerLayout *layout)
{
  gig_euler_layout_ref (layout);
  g_clear_pointer (&self->layout, gig_euler_layout_unref);
  self->layout = layout;
  hide_spinner (self);
  _gig_diagram_view_invalidate (self);
}

static void
computed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GigDiagramView) self = GIG_DIAGRAM_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  GigEulerLayout *layout;

  layout = gig_layout_cache_compute_finish (GIG_LAYOUT_CACHE (source), result, &error);
  if (layout == NULL)
    return;

  if (self->request != NULL && gig_layout_cache_lookup (self->layouts, self->request) == layout)
    set_layout (self, layout);
  gig_euler_layout_unref (layout);
}

static void
stop_computing (GigDiagramView *self)
{
  g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
  hide_spinner (self);
}

/* Asks for the layout of the view on the canvas that suits the size. */
static void
request_layout (GigDiagramView *self)
{
  GigEulerLayout *known;

  g_clear_pointer (&self->request, gig_scene_request_unref);
  stop_computing (self);
  self->request = gig_scene_request_new_for_plan (self->lesson, self->view,
                                                  gtk_widget_get_pango_context (GTK_WIDGET (self)), &self->plan);
  known = gig_layout_cache_lookup (self->layouts, self->request);
  if (known != NULL)
    {
      set_layout (self, known);
      return;
    }

  self->computing = g_cancellable_new ();
  self->spinner_id = g_timeout_add (SPINNER_MS, show_spinner_cb, self);
  gig_layout_cache_compute_async (self->layouts, self->request, self->computing, computed_cb, g_object_ref (self));
}

/* --- Scene --- */

static double
get_font_px (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * MAX (pango_cairo_context_get_resolution (context), 1) / 72;
}

static double
get_text_scale (GigDiagramView *self,
                int             width,
                int             height)
{
  double growth = pow (gig_scene_fit_text_scale (width, height), GROWTH);

  return gig_scene_limit_text_scale (width, height, self->font_px / BODY_PX) * MIN (growth, MAX_GROWTH);
}

static GigScene *
create_scene (GigDiagramView *self,
              GigLanguage    *language,
              GigScene       *previous,
              int             width,
              int             height)
{
  GigSceneOptions options = {
    .lesson = self->lesson,
    .view = self->view,
    .layout = self->layout,
    .language = language,
    .theme = self->theme != NULL ? self->theme : gig_diagram_view_find_theme (),
    .width = width,
    .height = height,
    .text_scale = get_text_scale (self, width, height),
    .name_size = self->name_size,
    .member_size = self->member_size,
    .flags = self->flags,
    .max_members = MIN (self->max_members, gig_scene_plan_get_max_members (&self->plan)),
    .only_members = self->only_members,
    .previous = previous,
  };

  return gig_scene_cache_create (self->scenes, &options, gtk_widget_get_pango_context (GTK_WIDGET (self)));
}

static gboolean
have_same_items (GigScene *a,
                 GigScene *b)
{
  guint n_a, n_b;
  const GigItem *items_a = gig_scene_get_items (a, &n_a);
  const GigItem *items_b = gig_scene_get_items (b, &n_b);

  if (n_a != n_b || gig_scene_get_language (a) != gig_scene_get_language (b))
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (g_strcmp0 (items_a[i].key, items_b[i].key) != 0 || g_strcmp0 (items_a[i].description, items_b[i].description) != 0)
      return FALSE;

  return TRUE;
}

static void
stop_morph (GigDiagramView *self)
{
  g_clear_pointer (&self->before, gig_scene_unref);
  g_clear_pointer (&self->frame, gsk_render_node_unref);
  adw_animation_reset (self->morph);
  gig_timing_frames_end (g_steal_pointer (&self->morph_frames), "morph");
}

static void
start_morph (GigDiagramView *self,
             GigScene       *from)
{
  stop_morph (self);
  self->before = gig_scene_ref (from);
  self->morph_frames = gig_timing_frames_begin (GTK_WIDGET (self));
  adw_animation_play (self->morph);
}

static void
update_scene (GigDiagramView *self,
              int             width,
              int             height)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  g_autoptr(GigScene) old = g_steal_pointer (&self->scene);

  self->dirty = FALSE;
  if (self->view == NULL || self->layout == NULL || language == NULL)
    {
      self->scene = g_steal_pointer (&old);
      return;
    }

  self->scene = create_scene (self, language, old, width, height);
  self->texts_changed |= old == NULL || !have_same_items (old, self->scene);
  /* A morph that runs goes on towards the new scene: the room for the picture
   * may change with it. */
  if (self->morph_wanted && old != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_morph (self, old);
  else if (self->before != NULL && gig_scene_get_language (old) != gig_scene_get_language (self->scene))
    stop_morph (self);
  self->morph_wanted = FALSE;
  _gig_diagram_view_build_nodes (self);
  if (self->texts_changed)
    _gig_diagram_view_queue_sync (self);
}

void
_gig_diagram_view_invalidate (GigDiagramView *self)
{
  self->dirty = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* --- Mapping --- */

const char *
_gig_diagram_view_pick (GigDiagramView *self,
                        double          x,
                        double          y,
                        double          slop)
{
  const GigItem *item;

  if (self->scene == NULL)
    return NULL;
  item = gig_scene_pick (self->scene,
                         (x - self->framing.pan_x) / self->framing.zoom,
                         (y - self->framing.pan_y) / self->framing.zoom,
                         slop / self->framing.zoom);

  return item != NULL ? item->key : NULL;
}

GdkRectangle
_gig_diagram_view_map_rect (GigDiagramView *self,
                            const GigRect  *rect)
{
  const GigFraming *framing = &self->framing;
  double x0 = floor (rect->x * framing->zoom + framing->pan_x);
  double y0 = floor (rect->y * framing->zoom + framing->pan_y);
  double x1 = ceil ((rect->x + rect->width) * framing->zoom + framing->pan_x);
  double y1 = ceil ((rect->y + rect->height) * framing->zoom + framing->pan_y);

  return (GdkRectangle) { (int) x0, (int) y0, MAX ((int) (x1 - x0), 1), MAX ((int) (y1 - y0), 1) };
}

/* --- Animations --- */

static void
morph_value_cb (double   value,
                gpointer user_data)
{
  GigDiagramView *self = user_data;
  g_autoptr(GigScene) between = NULL;

  if (self->before == NULL || self->scene == NULL)
    return;
  between = gig_scene_interpolate (self->before, self->scene, value);
  g_clear_pointer (&self->frame, gsk_render_node_unref);
  self->frame = gig_scene_node_new (between, GIG_LAYER_ALL, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
morph_done_cb (GigDiagramView *self)
{
  gig_timing_frames_end (g_steal_pointer (&self->morph_frames), "morph");
  g_clear_pointer (&self->before, gig_scene_unref);
  g_clear_pointer (&self->frame, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
raise_value_cb (double   value,
                gpointer user_data)
{
  GigDiagramView *self = user_data;

  self->raise = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
raise_done_cb (GigDiagramView *self)
{
  if (self->raised == NULL)
    _gig_diagram_view_build_raised (self);
}

static AdwAnimation *
create_animation (GigDiagramView         *self,
                  guint                   duration,
                  AdwAnimationTargetFunc  value_cb,
                  GCallback               done_cb)
{
  AdwAnimation *animation;

  animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, duration,
                                       adw_callback_animation_target_new (value_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (animation), ADW_EASE_OUT_CUBIC);
  g_signal_connect_swapped (animation, "done", done_cb, self);

  return animation;
}

/* --- The world around --- */

static void
appearance_changed_cb (GigDiagramView *self)
{
  g_assert (GIG_IS_DIAGRAM_VIEW (self));

  gig_scene_cache_clear (self->scenes);
  _gig_diagram_view_invalidate (self);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigDiagramView *self = GIG_DIAGRAM_VIEW (widget);

  /* Nothing moves when the language changes. */
  self->morph_wanted = FALSE;
  _gig_diagram_view_invalidate (self);
}

static void
gig_diagram_view_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  GigDiagramView *self = GIG_DIAGRAM_VIEW (widget);

  GTK_WIDGET_CLASS (gig_diagram_view_parent_class)->system_setting_changed (widget, setting);

  if (setting != GTK_SYSTEM_SETTING_FONT_NAME && setting != GTK_SYSTEM_SETTING_FONT_CONFIG
      && setting != GTK_SYSTEM_SETTING_DPI)
    return;
  gig_scene_cache_clear (self->scenes);
  g_clear_pointer (&self->request, gig_scene_request_unref);
  _gig_diagram_view_invalidate (self);
}

/* --- The widget --- */

static void
gig_diagram_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  GigDiagramView *self = GIG_DIAGRAM_VIEW (widget);
  int ignored;

  gtk_widget_measure (self->spinner, orientation, -1, &ignored, &ignored, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
allocate_spinner (GigDiagramView *self,
                  int             width,
                  int             height)
{
  const int size = 48;

  if (gtk_widget_get_visible (self->spinner))
    gtk_widget_size_allocate (self->spinner,
                              &(GtkAllocation) { (width - size) / 2, (height - size) / 2, size, size }, -1);
}

static void
gig_diagram_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  GigDiagramView *self = GIG_DIAGRAM_VIEW (widget);
  double font_px = get_font_px (widget);
  GigScenePlan plan = gig_scene_choose_plan (width, height,
                                             gig_scene_limit_text_scale (width, height, font_px / BODY_PX), &self->plan);
  double scene_width = 0, scene_height = 0;

  if (self->view != NULL && (self->request == NULL || !gig_scene_plan_equal (&plan, &self->plan)))
    {
      self->plan = plan;
      request_layout (self);
    }
  if (self->scene != NULL)
    gig_scene_get_size (self->scene, &scene_width, &scene_height);
  if (self->dirty || scene_width != width || scene_height != height || font_px != self->font_px)
    {
      self->font_px = font_px;
      update_scene (self, width, height);
    }
  _gig_diagram_view_clamp_framing (self);
  _gig_diagram_view_allocate_items (self);
  allocate_spinner (self, width, height);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
gig_diagram_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  GigDiagramView *self = GIG_DIAGRAM_VIEW (widget);

  _gig_diagram_view_paint (self, snapshot);
  if (gtk_widget_get_visible (self->spinner))
    gtk_widget_snapshot_child (widget, self->spinner, snapshot);
}

static gboolean
gig_diagram_view_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return _gig_diagram_view_focus (GIG_DIAGRAM_VIEW (widget), direction);
}

static gboolean
gig_diagram_view_grab_focus (GtkWidget *widget)
{
  return _gig_diagram_view_focus_in (GIG_DIAGRAM_VIEW (widget));
}

static void
gig_diagram_view_open_concept (GigDiagramView *self,
                               const char     *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-concept", "s", id);
}

static gboolean
zoom_in_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  gig_diagram_view_zoom_by (GIG_DIAGRAM_VIEW (widget), 1.25);

  return GDK_EVENT_STOP;
}

static gboolean
zoom_out_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  gig_diagram_view_zoom_by (GIG_DIAGRAM_VIEW (widget), 1 / 1.25);

  return GDK_EVENT_STOP;
}

static gboolean
zoom_whole_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  gig_diagram_view_frame_set (GIG_DIAGRAM_VIEW (widget), -1);

  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return _gig_diagram_view_focus_out (GIG_DIAGRAM_VIEW (widget));
}

static gboolean
focus_end_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  _gig_diagram_view_focus_end (GIG_DIAGRAM_VIEW (widget), g_variant_get_boolean (arguments));

  return GDK_EVENT_STOP;
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const guint in[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const guint whole[] = { GDK_KEY_0, GDK_KEY_KP_0 };

  for (guint i = 0; i < G_N_ELEMENTS (in); i++)
    gtk_widget_class_add_binding (widget_class, in[i], 0, zoom_in_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (out); i++)
    gtk_widget_class_add_binding (widget_class, out[i], 0, zoom_out_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    gtk_widget_class_add_binding (widget_class, whole[i], 0, zoom_whole_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, focus_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, focus_end_cb, "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "diagram.next-view", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "diagram.previous-view", NULL);
}

static void
gig_diagram_view_dispose (GObject *object)
{
  GigDiagramView *self = GIG_DIAGRAM_VIEW (object);
  GtkWidget *child;

  stop_computing (self);
  _gig_diagram_view_clear_items (self);
  g_clear_object (&self->morph);
  g_clear_object (&self->raise_animation);
  g_clear_object (&self->framing_animation);
  gig_timing_frames_end (g_steal_pointer (&self->morph_frames), "morph");
  _gig_diagram_view_clear_nodes (self);
  g_clear_pointer (&self->frame, gsk_render_node_unref);
  g_clear_pointer (&self->before, gig_scene_unref);
  g_clear_pointer (&self->scene, gig_scene_unref);
  gig_scene_cache_clear (self->scenes);
  g_clear_pointer (&self->layout, gig_euler_layout_unref);
  g_clear_pointer (&self->request, gig_scene_request_unref);
  g_clear_pointer (&self->spinner, gtk_widget_unparent);
  g_clear_pointer (&self->only_members, g_ptr_array_unref);
  /* A popover that is still closing. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->layouts);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_diagram_view_parent_class)->dispose (object);
}

static void
gig_diagram_view_finalize (GObject *object)
{
  GigDiagramView *self = GIG_DIAGRAM_VIEW (object);

  g_ptr_array_unref (self->items);
  gig_scene_cache_free (self->scenes);
  g_free (self->raised);
  g_free (self->hovered);
  g_free (self->touched);
  g_free (self->focused);
  g_free (self->popover_key);
  gig_diagram_marks_clear (&self->marks);

  G_OBJECT_CLASS (gig_diagram_view_parent_class)->finalize (object);
}

static void
gig_diagram_view_class_init (GigDiagramViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = gig_diagram_view_dispose;
  object_class->finalize = gig_diagram_view_finalize;
  widget_class->measure = gig_diagram_view_measure;
  widget_class->size_allocate = gig_diagram_view_size_allocate;
  widget_class->snapshot = gig_diagram_view_snapshot;
  widget_class->focus = gig_diagram_view_focus;
  widget_class->grab_focus = gig_diagram_view_grab_focus;
  widget_class->system_setting_changed = gig_diagram_view_system_setting_changed;

  signals[SIGNAL_SCENE_CHANGED] =
    g_signal_new ("scene-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RAISED_CHANGED] =
    g_signal_new ("raised-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ZOOM_CHANGED] =
    g_signal_new ("zoom-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPEN_CONCEPT] =
    g_signal_new_class_handler ("open-concept", type, G_SIGNAL_RUN_LAST,
                                G_CALLBACK (gig_diagram_view_open_concept),
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[SIGNAL_ZONE_PICKED] =
    g_signal_new ("zone-picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "diagram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gig_diagram_view_init (GigDiagramView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->items = g_ptr_array_new ();
  self->scenes = gig_scene_cache_new ();
  self->interactive = TRUE;
  self->max_members = GIG_SCENE_DESK_MEMBERS;
  self->framing.zoom = 1;
  self->plan.canvas = GIG_EULER_CANVAS_SQUARE;
  self->spinner = adw_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_parent (self->spinner, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->morph = create_animation (self, MORPH_MS, morph_value_cb, G_CALLBACK (morph_done_cb));
  self->raise_animation = create_animation (self, RAISE_MS, raise_value_cb, G_CALLBACK (raise_done_cb));
  _gig_diagram_view_add_controllers (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (appearance_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (appearance_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (appearance_changed_cb), self, G_CONNECT_SWAPPED);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

/* --- Public --- */

const GigTheme *
gig_diagram_view_find_theme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return gig_theme_get (dark ? GIG_THEME_HIGH_CONTRAST_DARK : GIG_THEME_HIGH_CONTRAST_LIGHT);

  return gig_theme_get (dark ? GIG_THEME_DARK : GIG_THEME_LIGHT);
}

GtkWidget *
gig_diagram_view_new (GigLayoutCache *layouts)
{
  GigDiagramView *self = g_object_new (GIG_TYPE_DIAGRAM_VIEW, NULL);

  g_return_val_if_fail (layouts == NULL || GIG_IS_LAYOUT_CACHE (layouts), NULL);

  self->layouts = layouts != NULL ? g_object_ref (layouts) : gig_layout_cache_new ();

  return GTK_WIDGET (self);
}

/* Another lesson: nothing of the old drawing means anything. */
static void
set_lesson (GigDiagramView *self,
            GigLesson      *lesson)
{
  if (lesson != NULL)
    gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;
  self->selected = NULL;
  stop_morph (self);
  gig_scene_cache_clear (self->scenes);
  g_clear_pointer (&self->scene, gig_scene_unref);
  _gig_diagram_view_clear_nodes (self);
}

void
gig_diagram_view_set_view (GigDiagramView *self,
                           GigLesson      *lesson,
                           GigView        *view)
{
  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));
  g_return_if_fail (view == NULL || lesson != NULL);

  if (self->lesson == lesson && self->view == view)
    return;

  stop_computing (self);
  if (self->lesson != lesson || view == NULL)
    set_lesson (self, lesson);
  self->view = view;
  self->morph_wanted = TRUE;
  g_clear_pointer (&self->request, gig_scene_request_unref);
  g_clear_pointer (&self->layout, gig_euler_layout_unref);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  gig_diagram_view_frame_set (self, -1);
  if (view == NULL)
    _gig_diagram_view_queue_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GigEulerLayout *layout = gig_layout_cache_compute_finish (GIG_LAYOUT_CACHE (source), result, NULL);

  g_clear_pointer (&layout, gig_euler_layout_unref);
}

void
gig_diagram_view_prepare (GigDiagramView *self,
                          GigView        *view)
{
  g_autoptr(GigSceneRequest) request = NULL;

  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));
  g_return_if_fail (self->lesson != NULL && view != NULL);

  request = gig_scene_request_new_for_plan (self->lesson, view, gtk_widget_get_pango_context (GTK_WIDGET (self)), &self->plan);
  if (gig_layout_cache_lookup (self->layouts, request) == NULL)
    gig_layout_cache_compute_async (self->layouts, request, NULL, prepared_cb, NULL);
}

GigView *
gig_diagram_view_get_view (GigDiagramView *self)
{
  g_return_val_if_fail (GIG_IS_DIAGRAM_VIEW (self), NULL);

  return self->view;
}

GigScene *
gig_diagram_view_get_scene (GigDiagramView *self)
{
  g_return_val_if_fail (GIG_IS_DIAGRAM_VIEW (self), NULL);

  return self->scene;
}

void
gig_diagram_view_set_selected (GigDiagramView *self,
                               GigConcept     *concept)
{
  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));

  if (self->selected == concept)
    return;

  self->selected = concept;
  _gig_diagram_view_build_nodes (self);
}

void
gig_diagram_view_set_theme (GigDiagramView *self,
                            const GigTheme *theme)
{
  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));

  self->theme = theme;
  _gig_diagram_view_invalidate (self);
}

void
gig_diagram_view_set_sizes (GigDiagramView *self,
                            double          name_size,
                            double          member_size)
{
  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));

  self->name_size = name_size;
  self->member_size = member_size;
  _gig_diagram_view_invalidate (self);
}

void
gig_diagram_view_set_flags (GigDiagramView *self,
                            GigSceneFlags   flags)
{
  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));

  self->flags = flags;
  _gig_diagram_view_invalidate (self);
}

void
gig_diagram_view_set_max_members (GigDiagramView *self,
                                  guint           max_members)
{
  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));

  if (self->max_members == max_members)
    return;

  self->max_members = max_members;
  _gig_diagram_view_invalidate (self);
}

void
gig_diagram_view_set_exercise (GigDiagramView *self,
                               GPtrArray      *members)
{
  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));

  if (members != NULL)
    g_ptr_array_ref (members);
  g_clear_pointer (&self->only_members, g_ptr_array_unref);
  self->only_members = members;
  gig_scene_cache_clear (self->scenes);
  _gig_diagram_view_invalidate (self);
}

gboolean
gig_diagram_view_pick_zone (GigDiagramView *self,
                            double          x,
                            double          y,
                            GigZoneMask    *zone)
{
  const char *key;

  g_return_val_if_fail (GIG_IS_DIAGRAM_VIEW (self), FALSE);
  g_return_val_if_fail (zone != NULL, FALSE);

  key = _gig_diagram_view_pick (self, x, y, 0);
  if (key == NULL)
    return FALSE;
  *zone = gig_scene_find_item (self->scene, key)->zone;

  return TRUE;
}

void
gig_diagram_view_set_interactive (GigDiagramView *self,
                                  gboolean        interactive)
{
  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));

  self->interactive = interactive;
  gtk_widget_set_can_focus (GTK_WIDGET (self), interactive);
  gtk_widget_set_can_target (GTK_WIDGET (self), interactive);
}
