/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-thumbnail.h"

#include <adwaita.h>

#include "gig-diagram-view.h"
#include "gig-language-host.h"
#include "gig-scene-node.h"

/* The drawing is made this much larger and then reduced: outlines get thin. */
#define REDUCTION 2.0

struct _GigThumbnail
{
  GtkWidget       parent_instance;

  int             width;
  int             height;
  GigLayoutCache *layouts;
  GigLesson      *lesson;
  GigView        *view;
  GigEulerLayout *layout;
  GCancellable   *computing;
  GskRenderNode  *node;
};

G_DEFINE_FINAL_TYPE (GigThumbnail, gig_thumbnail, GTK_TYPE_WIDGET)

static void
update (GigThumbnail *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  g_autoptr(GigScene) scene = NULL;
  GigSceneOptions options = {
    .lesson = self->lesson,
    .view = self->view,
    .layout = self->layout,
    .language = language,
    .theme = gig_diagram_view_find_theme (),
    .width = self->width * REDUCTION,
    .height = self->height * REDUCTION,
    .text_scale = 1,
    .flags = GIG_SCENE_NO_MEMBERS | GIG_SCENE_NO_NAMES,
  };

  if (self->layout == NULL || language == NULL)
    return;
  scene = gig_scene_new (&options, gtk_widget_get_pango_context (GTK_WIDGET (self)));
  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = gig_scene_node_new (scene, GIG_LAYER_FILLS | GIG_LAYER_LINES, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
computed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GigThumbnail) self = GIG_THUMBNAIL (user_data);
  g_autoptr(GError) error = NULL;
  GigEulerLayout *layout;

  layout = gig_layout_cache_compute_finish (GIG_LAYOUT_CACHE (source), result, &error);
  if (layout == NULL)
    return;
  g_clear_pointer (&self->layout, gig_euler_layout_unref);
  self->layout = layout;
  update (self);
}

static void
gig_thumbnail_map (GtkWidget *widget)
{
  GigThumbnail *self = GIG_THUMBNAIL (widget);
  g_autoptr(GigSceneRequest) request = NULL;

  GTK_WIDGET_CLASS (gig_thumbnail_parent_class)->map (widget);

  if (self->layout != NULL || self->computing != NULL)
    return;
  request = gig_scene_request_new (self->lesson, self->view, gtk_widget_get_pango_context (widget),
                                   GIG_EULER_CANVAS_WIDE, NULL);
  self->layout = gig_layout_cache_lookup (self->layouts, request);
  if (self->layout != NULL)
    {
      gig_euler_layout_ref (self->layout);
      update (self);
      return;
    }
  self->computing = g_cancellable_new ();
  gig_layout_cache_compute_async (self->layouts, request, self->computing, computed_cb, g_object_ref (self));
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  update (GIG_THUMBNAIL (widget));
}

static void
gig_thumbnail_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  GigThumbnail *self = GIG_THUMBNAIL (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
}

static void
gig_thumbnail_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  GigThumbnail *self = GIG_THUMBNAIL (widget);

  if (self->node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - self->width) / 2,
                                                          (gtk_widget_get_height (widget) - self->height) / 2));
  gtk_snapshot_scale (snapshot, 1 / REDUCTION, 1 / REDUCTION);
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

static void
gig_thumbnail_dispose (GObject *object)
{
  GigThumbnail *self = GIG_THUMBNAIL (object);

  g_cancellable_cancel (self->computing);
  g_clear_object (&self->computing);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->layout, gig_euler_layout_unref);
  g_clear_object (&self->layouts);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_thumbnail_parent_class)->dispose (object);
}

static void
gig_thumbnail_class_init (GigThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_thumbnail_dispose;
  widget_class->map = gig_thumbnail_map;
  widget_class->measure = gig_thumbnail_measure;
  widget_class->snapshot = gig_thumbnail_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gig_thumbnail_init (GigThumbnail *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

GtkWidget *
gig_thumbnail_new (GigLayoutCache *layouts,
                   GigLesson      *lesson,
                   GigView        *view,
                   int             width,
                   int             height)
{
  GigThumbnail *self;

  g_return_val_if_fail (GIG_IS_LAYOUT_CACHE (layouts), NULL);
  g_return_val_if_fail (lesson != NULL && view != NULL, NULL);

  self = g_object_new (GIG_TYPE_THUMBNAIL, NULL);
  self->layouts = g_object_ref (layouts);
  self->lesson = gig_lesson_ref (lesson);
  self->view = view;
  self->width = width;
  self->height = height;

  return GTK_WIDGET (self);
}
