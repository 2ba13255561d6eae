/* SPDX-License-Identifier: GPL-3.0-or-later */

/* While a window is being resized the picture there was is stretched to each size, and drawn anew as soon as
 * the size has settled. Only where drawing is the processor's: painting the outlines takes it four times as
 * long as scaling a picture of them. A size that changes once is drawn at once. */

#include "gig-diagram-view-private.h"

#define STEADY_MS 120
/* In a row, before it is taken for somebody pulling at an edge. */
#define MIN_CHANGES 3

static GskRenderer *
get_software_renderer (GigDiagramView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer != NULL && GSK_IS_CAIRO_RENDERER (renderer) ? renderer : NULL;
}

static GdkTexture *
take_picture (GigDiagramView *self,
              GskRenderer    *renderer)
{
  double scale = gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self))));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  double width, height;

  gig_scene_get_size (self->scene, &width, &height);
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  _gig_diagram_view_paint (self, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);

  return node != NULL ? gsk_renderer_render_texture (renderer, node,
                                                     &GRAPHENE_RECT_INIT (0, 0, (float) (width * scale), (float) (height * scale)))
                      : NULL;
}

/* As the drawing itself fits: whole, in the middle. */
static GigFraming
fit (GigScene *scene,
     int       width,
     int       height)
{
  double scene_width, scene_height, zoom;

  gig_scene_get_size (scene, &scene_width, &scene_height);
  zoom = MIN (width / scene_width, height / scene_height);

  return (GigFraming) { zoom, (width - zoom * scene_width) / 2, (height - zoom * scene_height) / 2 };
}

static gboolean
steady_cb (gpointer user_data)
{
  GigDiagramView *self = user_data;

  self->steady_id = 0;
  self->n_resized = 0;
  _gig_diagram_view_stop_stretch (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* Whether the size is another one than the last time, and how often that was so in a row. */
static gboolean
note_size (GigDiagramView *self,
           int             width,
           int             height)
{
  gint64 now = g_get_monotonic_time ();

  if (width == self->width && height == self->height)
    return FALSE;

  self->n_resized = now - self->resized_at < STEADY_MS * G_TIME_SPAN_MILLISECOND ? self->n_resized + 1 : 1;
  self->resized_at = now;
  self->width = width;
  self->height = height;

  return TRUE;
}

gboolean
_gig_diagram_view_stretch (GigDiagramView *self,
                           int             width,
                           int             height)
{
  gboolean resized = note_size (self, width, height);
  GskRenderer *renderer = get_software_renderer (self);

  if (!resized && self->stretched == NULL)
    return FALSE;
  /* Whatever else has changed is to be seen at once. */
  if (self->n_resized < MIN_CHANGES || renderer == NULL || self->scene == NULL || self->dirty || self->request == NULL
      || self->before != NULL || self->framing.zoom > 1 || self->popover != NULL)
    {
      _gig_diagram_view_stop_stretch (self);
      return FALSE;
    }

  if (self->stretched == NULL)
    self->stretched = take_picture (self, renderer);
  if (self->stretched == NULL)
    return FALSE;
  self->stretch = fit (self->scene, width, height);
  if (resized)
    {
      g_clear_handle_id (&self->steady_id, g_source_remove);
      self->steady_id = g_timeout_add (STEADY_MS, steady_cb, self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

void
_gig_diagram_view_stop_stretch (GigDiagramView *self)
{
  g_clear_handle_id (&self->steady_id, g_source_remove);
  g_clear_object (&self->stretched);
}
