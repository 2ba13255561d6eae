/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagram-view-private.h"

#include "gig-language-host.h"
#include "gig-scene-node.h"
#include "gig-timing.h"

#include <math.h>

#define NATURAL_WIDTH  520
#define NATURAL_HEIGHT 400

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

/* --- Mapping --- */

static const GigFraming *
get_framing (GigDiagramView *self)
{
  return self->stretched != NULL ? &self->stretch : &self->framing;
}

const char *
_gig_diagram_view_pick (GigDiagramView *self,
                        double          x,
                        double          y,
                        double          slop)
{
  const GigFraming *framing = get_framing (self);
  const GigItem *item;

  if (self->scene == NULL)
    return NULL;
  item = gig_scene_pick (self->scene, (x - framing->pan_x) / framing->zoom, (y - framing->pan_y) / framing->zoom,
                         slop / framing->zoom);

  return item != NULL ? item->key : NULL;
}

GdkRectangle
_gig_diagram_view_map_rect (GigDiagramView *self,
                            const GigRect  *rect)
{
  const GigFraming *framing = get_framing (self);
  double x0 = floor (rect->x * framing->zoom + framing->pan_x);
  double y0 = floor (rect->y * framing->zoom + framing->pan_y);
  double x1 = ceil ((rect->x + rect->width) * framing->zoom + framing->pan_x);
  double y1 = ceil ((rect->y + rect->height) * framing->zoom + framing->pan_y);

  return (GdkRectangle) { (int) x0, (int) y0, MAX ((int) (x1 - x0), 1), MAX ((int) (y1 - y0), 1) };
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

  if (!_gig_diagram_view_stretch (self, width, height))
    _gig_diagram_view_update_scene (self, width, height);
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

  _gig_diagram_view_stop_computing (self);
  _gig_diagram_view_stop_stretch (self);
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

  _gig_diagram_view_create_animations (self);
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
  _gig_diagram_view_stop_morph (self);
  _gig_diagram_view_stop_stretch (self);
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

  _gig_diagram_view_stop_computing (self);
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
