/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer and fingers over a diagram: hover, click, zoom and pan. */

#include "gig-diagram-view-private.h"

#include <math.h>

#define MAX_ZOOM     6.0
#define FRAMING_MS   300
#define FRAMING_AIR  32.0
#define SCROLL_STEP  1.15
#define PAN_STEP     40.0

/* px around a pill that still count; 28 + 2 × 8 make the 44 of a finger. */
#define SLOP_MOUSE   4.0
#define SLOP_FINGER  8.0

/* --- Framing --- */

void
_gig_diagram_view_clamp_framing (GigDiagramView *self)
{
  GigFraming *framing = &self->framing;
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  framing->zoom = CLAMP (framing->zoom, 1, MAX_ZOOM);
  framing->pan_x = CLAMP (framing->pan_x, width * (1 - framing->zoom), 0);
  framing->pan_y = CLAMP (framing->pan_y, height * (1 - framing->zoom), 0);
}

static void
set_framing (GigDiagramView *self,
             GigFraming      framing)
{
  double before = self->framing.zoom;

  self->framing = framing;
  _gig_diagram_view_clamp_framing (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (before != self->framing.zoom)
    g_signal_emit_by_name (self, "zoom-changed");
}

/* The framing after a zoom to @zoom that leaves (x, y) of the widget where it is. */
static GigFraming
zoom_about (const GigFraming *from,
            double            zoom,
            double            x,
            double            y)
{
  double factor;

  zoom = CLAMP (zoom, 1, MAX_ZOOM);
  factor = zoom / from->zoom;

  return (GigFraming) { zoom, x - (x - from->pan_x) * factor, y - (y - from->pan_y) * factor };
}

static void
framing_value_cb (double   value,
                  gpointer user_data)
{
  GigDiagramView *self = user_data;
  const GigFraming *from = &self->framing_from, *to = &self->framing_to;

  set_framing (self, (GigFraming) {
    from->zoom + (to->zoom - from->zoom) * value,
    from->pan_x + (to->pan_x - from->pan_x) * value,
    from->pan_y + (to->pan_y - from->pan_y) * value,
  });
}

static void
animate_framing (GigDiagramView *self,
                 GigFraming      framing)
{
  self->framing_from = self->framing;
  self->framing_to = framing;
  adw_animation_play (self->framing_animation);
}

void
gig_diagram_view_frame_set (GigDiagramView *self,
                            int             set)
{
  const GigItem *item = NULL;
  double width, height, zoom;

  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));

  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  if (set >= 0 && self->scene != NULL)
    item = gig_scene_get_set_item (self->scene, set);
  if (item == NULL || item->bounds.width <= 0 || width <= 0)
    {
      animate_framing (self, (GigFraming) { 1, 0, 0 });
      return;
    }

  zoom = MIN (width / (item->bounds.width + 2 * FRAMING_AIR), height / (item->bounds.height + 2 * FRAMING_AIR));
  zoom = CLAMP (zoom, 1, MAX_ZOOM);
  animate_framing (self, (GigFraming) {
    zoom,
    CLAMP (width / 2 - zoom * (item->bounds.x + item->bounds.width / 2), width * (1 - zoom), 0),
    CLAMP (height / 2 - zoom * (item->bounds.y + item->bounds.height / 2), height * (1 - zoom), 0),
  });
}

void
gig_diagram_view_zoom_by (GigDiagramView *self,
                          double          factor)
{
  GigFraming *from;

  g_return_if_fail (GIG_IS_DIAGRAM_VIEW (self));
  g_return_if_fail (factor > 0);

  /* A second press adds to the first one's goal. */
  from = adw_animation_get_state (self->framing_animation) == ADW_ANIMATION_PLAYING ? &self->framing_to : &self->framing;
  animate_framing (self, zoom_about (from, from->zoom * factor,
                                     gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                     gtk_widget_get_height (GTK_WIDGET (self)) / 2.0));
}

double
gig_diagram_view_get_zoom (GigDiagramView *self)
{
  g_return_val_if_fail (GIG_IS_DIAGRAM_VIEW (self), 1);

  return self->framing.zoom;
}

/* --- Pointer --- */

static void
hover (GigDiagramView *self,
       const char     *key)
{
  if (!g_set_str (&self->hovered, key))
    return;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   key != NULL ? "pointer" : self->framing.zoom > 1 ? "grab" : NULL);
  _gig_diagram_view_update_raised (self);
}

static gboolean
is_touch (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           GigDiagramView           *self)
{
  g_assert (GIG_IS_DIAGRAM_VIEW (self));

  /* An item that scrolls under a resting pointer takes nothing from the keyboard. */
  if ((x == self->pointer_x && y == self->pointer_y) || is_touch (GTK_EVENT_CONTROLLER (controller)))
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->frame == NULL && self->popover == NULL)
    hover (self, _gig_diagram_view_pick (self, x, y, SLOP_MOUSE));
}

static void
leave_cb (GtkEventControllerMotion *controller,
          GigDiagramView           *self)
{
  g_assert (GIG_IS_DIAGRAM_VIEW (self));

  self->pointer_x = self->pointer_y = -1;
  hover (self, NULL);
}

/* The set to frame at a point: itself, or the innermost one of a zone. */
static int
find_set_at (GigDiagramView *self,
             double          x,
             double          y)
{
  const char *key = _gig_diagram_view_pick (self, x, y, SLOP_MOUSE);
  const GigItem *item = key != NULL ? gig_scene_find_item (self->scene, key) : NULL;
  double smallest = G_MAXDOUBLE;
  int best = -1;

  if (item == NULL)
    return -1;
  if (item->kind == GIG_ITEM_SET)
    return item->set;
  for (guint i = 0; i < gig_view_get_n_sets (gig_scene_get_view (self->scene)); i++)
    {
      const GigItem *set = (item->zone >> i & 1) != 0 ? gig_scene_get_set_item (self->scene, i) : NULL;

      if (set != NULL && set->bounds.width * set->bounds.height < smallest)
        {
          smallest = set->bounds.width * set->bounds.height;
          best = i;
        }
    }

  return best;
}

static void
click (GigDiagramView *self,
       const char     *key,
       gboolean        touch)
{
  const GigItem *item = key != NULL ? gig_scene_find_item (self->scene, key) : NULL;
  g_autofree char *kept = g_strdup (key);
  gboolean card = item != NULL && (item->kind == GIG_ITEM_MEMBER || item->kind == GIG_ITEM_MORE);

  /* A finger has no hover: its first touch shows, the second opens. */
  if (touch && !card && g_strcmp0 (self->touched, key) != 0)
    {
      gig_diagram_view_set_raised (self, key);
      return;
    }
  if (item == NULL)
    return;
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (gig_diagram_item_get_key (g_ptr_array_index (self->items, i)), kept))
      gtk_widget_grab_focus (g_ptr_array_index (self->items, i));
  _gig_diagram_view_activate_item (self, kept);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             GigDiagramView  *self)
{
  gboolean touch = is_touch (GTK_EVENT_CONTROLLER (gesture));

  g_assert (GIG_IS_DIAGRAM_VIEW (self));

  /* What happens in the popover comes up here too. */
  if (self->scene == NULL || self->popover != NULL)
    return;
  if (n_press == 1)
    click (self, _gig_diagram_view_pick (self, x, y, touch ? SLOP_FINGER : SLOP_MOUSE), touch);
  else if (n_press == 2)
    gig_diagram_view_frame_set (self, self->framing.zoom > 1 ? -1 : find_set_at (self, x, y));
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           GigDiagramView           *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GigFraming framing = self->framing;
  double step = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE ? 1 : PAN_STEP;

  g_assert (GIG_IS_DIAGRAM_VIEW (self));

  if (self->popover != NULL)
    return GDK_EVENT_PROPAGATE;
  adw_animation_pause (self->framing_animation);
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      double x = self->pointer_x >= 0 ? self->pointer_x : gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
      double y = self->pointer_y >= 0 ? self->pointer_y : gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

      set_framing (self, zoom_about (&framing, framing.zoom * pow (SCROLL_STEP, -dy * step / PAN_STEP), x, y));
      return GDK_EVENT_STOP;
    }
  if (framing.zoom <= 1)
    return GDK_EVENT_PROPAGATE;
  framing.pan_x -= dx * step;
  framing.pan_y -= dy * step;
  set_framing (self, framing);

  return GDK_EVENT_STOP;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               GigDiagramView *self)
{
  self->gesture_framing = self->framing;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                GigDiagramView *self)
{
  GigFraming framing = self->gesture_framing;

  g_assert (GIG_IS_DIAGRAM_VIEW (self));

  if (framing.zoom <= 1 || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  framing.pan_x += dx;
  framing.pan_y += dy;
  set_framing (self, framing);
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                GigDiagramView   *self)
{
  self->gesture_framing = self->framing;
  adw_animation_pause (self->framing_animation);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          GigDiagramView *self)
{
  double x, y;

  g_assert (GIG_IS_DIAGRAM_VIEW (self));

  /* Of what is over already nobody says where it was. */
  if (!gtk_gesture_is_recognized (GTK_GESTURE (gesture))
      || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    {
      x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
      y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
    }
  set_framing (self, zoom_about (&self->gesture_framing, self->gesture_framing.zoom * scale, x, y));
}

static void
add_gesture (GigDiagramView     *self,
             GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
_gig_diagram_view_add_controllers (GigDiagramView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *press = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->pointer_x = self->pointer_y = -1;
  self->framing_animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FRAMING_MS,
                                                     adw_callback_animation_target_new (framing_value_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->framing_animation), ADW_EASE_OUT_CUBIC);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (press, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  add_gesture (self, motion);
  add_gesture (self, scroll);
  add_gesture (self, GTK_EVENT_CONTROLLER (press));
  add_gesture (self, GTK_EVENT_CONTROLLER (drag));
  add_gesture (self, GTK_EVENT_CONTROLLER (pinch));
}
