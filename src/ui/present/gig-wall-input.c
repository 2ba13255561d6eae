/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The hand on the wall, wherever the pointer is: places are parts of the wall's width and height. */

#include "gig-wall-private.h"

static void
normalise (GigWall *self,
           double  *x,
           double  *y)
{
  *x = CLAMP (*x / MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1), 0, 1);
  *y = CLAMP (*y / MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1), 0, 1);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           gpointer                  user_data)
{
  GigWall *self = user_data;

  normalise (self, &x, &y);
  gig_wall_tools_move (self->tools, x, y);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          gpointer                  user_data)
{
  GigWall *self = user_data;

  gig_wall_tools_leave (self->tools);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        user_data)
{
  GigWall *self = user_data;

  normalise (self, &x, &y);
  if (gig_wall_tools_press (self->tools, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Where the drag is now, on the wall. */
static void
get_point (GigWall        *self,
           GtkGestureDrag *gesture,
           double          dx,
           double          dy,
           double         *x,
           double         *y)
{
  gtk_gesture_drag_get_start_point (gesture, x, y);
  *x += dx;
  *y += dy;
  normalise (self, x, y);
}

static void
drag_cb (GtkGestureDrag *gesture,
         double          dx,
         double          dy,
         gpointer        user_data)
{
  GigWall *self = user_data;
  double x, y;

  get_point (self, gesture, dx, dy, &x, &y);
  gig_wall_tools_move (self->tools, x, y);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             gpointer        user_data)
{
  GigWall *self = user_data;
  double x, y;

  get_point (self, gesture, dx, dy, &x, &y);
  gig_wall_tools_release (self->tools, x, y);
}

void
_gig_wall_add_controllers (GigWall *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
