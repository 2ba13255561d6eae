/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a diagram shows: the layout of its view, the scene on it, and the way from one scene to the next. */

#include "gig-diagram-view-private.h"

#include "gig-language-host.h"
#include "gig-scene-node.h"
#include "gig-timing.h"

#include <math.h>

#define MORPH_MS       350
#define RAISE_MS       120
#define SPINNER_MS     400

/* Adwaita's body text at 96 dpi, px: what the scene's nominal sizes go with. */
#define BODY_PX        (11.0 * 96 / 72)
/* On a large pane names grow with the drawing, but slower, and up to this. */
#define GROWTH         0.75
#define MAX_GROWTH     1.6

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

void
_gig_diagram_view_stop_computing (GigDiagramView *self)
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
  _gig_diagram_view_stop_computing (self);
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

void
_gig_diagram_view_stop_morph (GigDiagramView *self)
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
  _gig_diagram_view_stop_morph (self);
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
    _gig_diagram_view_stop_morph (self);
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

void
_gig_diagram_view_update_scene (GigDiagramView *self,
                                int             width,
                                int             height)
{
  double font_px = get_font_px (GTK_WIDGET (self));
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

void
_gig_diagram_view_create_animations (GigDiagramView *self)
{
  self->morph = create_animation (self, MORPH_MS, morph_value_cb, G_CALLBACK (morph_done_cb));
  self->raise_animation = create_animation (self, RAISE_MS, raise_value_cb, G_CALLBACK (raise_done_cb));
}
