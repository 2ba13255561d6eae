/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-audience-window.h"

#include "gig-language-host.h"
#include "gig-wall.h"

#define POINTER_TIMEOUT 3

struct _GigAudienceWindow
{
  GtkWindow  parent_instance;

  GigShow   *show;        /* (unowned) */
  GigWall   *wall;
  guint      hide_pointer;
  double     x, y;
};

static void gig_audience_window_language_host_init (GigLanguageHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GigAudienceWindow, gig_audience_window, GTK_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (GIG_TYPE_LANGUAGE_HOST, gig_audience_window_language_host_init))

typedef enum
{
  PROP_LANGUAGE = 1,
} GigAudienceWindowProperty;

static GigLanguage *
gig_audience_window_host_get_language (GigLanguageHost *host)
{
  return gig_show_get_wall_language (GIG_AUDIENCE_WINDOW (host)->show, 0);
}

static void
gig_audience_window_language_host_init (GigLanguageHostInterface *iface)
{
  iface->get_language = gig_audience_window_host_get_language;
}

/* --- Showing --- */

static void
update_title (GigAudienceWindow *self)
{
  GigLanguage *language = gig_show_get_wall_language (self->show, 0);
  GigLesson *lesson = gig_show_get_lesson (self->show);
  g_autofree char *title = gig_lesson_get_plain_text (lesson, gig_lesson_get_title (lesson), gig_language_get_code (language));
  g_autofree char *text = NULL;

  /* Translators: title of the audience's window; %s is the lesson's title. */
  text = gig_language_format (language, "%s – wall", title);
  gtk_window_set_title (GTK_WINDOW (self), text);
}

static void
room_changed_cb (GigAudienceWindow *self)
{
  GigWallRoom room;

  gig_show_get_room (self->show, &room);
  gig_wall_set_x_height (self->wall, room.x_height);
  gig_wall_set_dark (self->wall, gig_presenter_get_dark (gig_show_get_presenter (self->show)));
  gig_wall_set_languages (self->wall, gig_show_get_wall_language (self->show, 0),
                          room.both ? gig_show_get_wall_language (self->show, 1) : NULL);
  update_title (self);
}

/* One short sentence for who listens to the wall. */
static void
slides_changed_cb (GigAudienceWindow *self)
{
  GigWallSlide *slide = gig_show_get_wall_slide (self->show);
  g_autofree char *headline = NULL;

  if (slide == gig_wall_get_slide (self->wall))
    return;
  gig_wall_show (self->wall, slide);
  if (slide == NULL)
    return;
  headline = gig_wall_slide_get_headline (slide, gig_show_get_wall_language (self->show, 0), NULL);
  gig_widget_announce (GTK_WIDGET (self->wall), headline);
}

static void
pointed_cb (GigAudienceWindow *self)
{
  GigPresenter *presenter = gig_show_get_presenter (self->show);
  const GigPointTarget *target = gig_presenter_get_pointed (presenter);
  GigPresenterPosition position;
  GigView *view;
  g_autofree char *name = NULL;

  if (target == NULL)
    return;
  gig_presenter_get_wall_position (presenter, &position);
  view = gig_presenter_get_view (presenter, &position);
  if (view == NULL)
    return;
  name = gig_pointing_get_name (gig_show_get_lesson (self->show), view, target,
                                gig_language_get_code (gig_show_get_wall_language (self->show, 0)));
  gig_widget_announce (GTK_WIDGET (self->wall), name);
}

/* --- The pointer --- */

static void
update_pointer (GigAudienceWindow *self)
{
  GigPresenterTool tool = gig_presenter_get_tool (gig_show_get_presenter (self->show));
  gboolean own = tool == GIG_PRESENTER_TOOL_LASER || tool == GIG_PRESENTER_TOOL_SPOTLIGHT;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), own || self->hide_pointer == 0 ? "none"
                                   : tool == GIG_PRESENTER_TOOL_PEN || tool == GIG_PRESENTER_TOOL_ERASER ? "crosshair"
                                                                                                         : NULL);
}

static void
hide_pointer_cb (gpointer user_data)
{
  GigAudienceWindow *self = user_data;

  self->hide_pointer = 0;
  update_pointer (self);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           gpointer                  user_data)
{
  GigAudienceWindow *self = user_data;

  /* A window that appears under a resting pointer moves it, too. */
  if (x == self->x && y == self->y)
    return;
  self->x = x;
  self->y = y;
  g_clear_handle_id (&self->hide_pointer, g_source_remove);
  self->hide_pointer = g_timeout_add_seconds_once (POINTER_TIMEOUT, hide_pointer_cb, self);
  update_pointer (self);
}

/* --- The object --- */

static void
gig_audience_window_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((GigAudienceWindowProperty) property_id)
    {
    case PROP_LANGUAGE:
      g_value_set_object (value, gig_audience_window_host_get_language (GIG_LANGUAGE_HOST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gig_audience_window_dispose (GObject *object)
{
  GigAudienceWindow *self = GIG_AUDIENCE_WINDOW (object);

  g_clear_handle_id (&self->hide_pointer, g_source_remove);

  G_OBJECT_CLASS (gig_audience_window_parent_class)->dispose (object);
}

static void
gig_audience_window_class_init (GigAudienceWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gig_audience_window_get_property;
  object_class->dispose = gig_audience_window_dispose;
  g_object_class_override_property (object_class, PROP_LANGUAGE, "language");
}

static void
gig_audience_window_init (GigAudienceWindow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_window_set_default_size (GTK_WINDOW (self), 960, 540);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
gig_audience_window_new (GigShow *show)
{
  GigAudienceWindow *self;
  GigPresenter *presenter;

  g_return_val_if_fail (GIG_IS_SHOW (show), NULL);

  self = g_object_new (GIG_TYPE_AUDIENCE_WINDOW, NULL);
  self->show = show;
  presenter = gig_show_get_presenter (show);
  self->wall = GIG_WALL (gig_wall_new (gig_show_get_store (show), gig_show_get_lesson (show), FALSE));
  gig_wall_set_tools (self->wall, gig_show_get_tools (show), TRUE);
  gtk_window_set_child (GTK_WINDOW (self), GTK_WIDGET (self->wall));
  g_signal_connect_object (show, "room-changed", G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "slides-changed", G_CALLBACK (slides_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::tool", G_CALLBACK (update_pointer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::pointed", G_CALLBACK (pointed_cb), self, G_CONNECT_SWAPPED);
  room_changed_cb (self);
  slides_changed_cb (self);
  update_pointer (self);

  return GTK_WIDGET (self);
}

gboolean
gig_audience_window_prepare (GigAudienceWindow *self,
                             GigWallSlide      *slide,
                             GigLanguage       *first,
                             GigLanguage       *second,
                             gboolean           dark)
{
  g_return_val_if_fail (GIG_IS_AUDIENCE_WINDOW (self), FALSE);

  return gig_wall_prepare (self->wall, slide, first, second, dark);
}
