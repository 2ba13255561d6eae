/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-store.h"

#include <pango/pangocairo.h>

#include "gig-wall-drawn.h"

/* px; the diagram of a wall of 1080 px */
#define REFERENCE_HEIGHT 750.0

struct _GigWallStore
{
  GObject         parent_instance;

  GigLesson      *lesson;
  PangoContext   *context;
  GigLayoutCache *cache;
  GHashTable     *requests;   /* words of what was asked → GigSceneRequest */
  GHashTable     *pending;    /* GigSceneRequest, being computed */
  GCancellable   *cancellable;
  GPtrArray      *drawn;      /* GigWallDrawn */
  double          width, height;
};

enum
{
  SIGNAL_READY,
  SIGNAL_RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GigWallStore, gig_wall_store, G_TYPE_OBJECT)

/* A computation under way. */
typedef struct
{
  GigWallStore    *store;
  GigView         *view;
  GigSceneRequest *request;
} Job;

static void
computed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr(GigWallStore) self = job->store;
  GigEulerLayout *layout = gig_layout_cache_compute_finish (GIG_LAYOUT_CACHE (source), result, NULL);

  g_hash_table_remove (self->pending, job->request);
  gig_scene_request_unref (job->request);
  if (layout != NULL)
    {
      gig_euler_layout_unref (layout);
      g_signal_emit (self, signals[SIGNAL_READY], 0, job->view);
    }
  g_free (job);
}

/* Small previews and the wall itself share a layout: that of this height. */
static GigSceneRequest *
get_request (GigWallStore  *self,
             GigView       *view,
             double         width,
             double         height,
             double         name_size,
             double         member_size,
             guint          n_members,
             GigSceneFlags  flags)
{
  double scale = REFERENCE_HEIGHT / MAX (height, 1);
  g_autofree char *key = NULL;
  GigSceneRequest *request;

  key = g_strdup_printf ("%s %d %d %d %u %u", gig_view_get_id (view),
                         (int) (width / MAX (height, 1) * 100 + 0.5), (int) (name_size * scale + 0.5),
                         (int) (member_size * scale + 0.5), n_members, (guint) flags);
  request = g_hash_table_lookup (self->requests, key);
  if (request != NULL)
    return request;

  request = gig_scene_request_new_for_wall (self->lesson, view, self->context,
                                            width * scale + 2 * GIG_WALL_SCENE_MARGIN,
                                            REFERENCE_HEIGHT + 2 * GIG_WALL_SCENE_MARGIN,
                                            name_size * scale, member_size * scale,
                                            n_members, flags);
  g_hash_table_insert (self->requests, g_steal_pointer (&key), request);

  return request;
}

GigEulerLayout *
gig_wall_store_get_layout (GigWallStore  *self,
                           GigView       *view,
                           double         width,
                           double         height,
                           double         name_size,
                           double         member_size,
                           guint          n_members,
                           GigSceneFlags  flags)
{
  GigSceneRequest *request;
  GigEulerLayout *layout;
  Job *job;

  g_return_val_if_fail (GIG_IS_WALL_STORE (self), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  request = get_request (self, view, width, height, name_size, member_size, n_members, flags);
  layout = gig_layout_cache_lookup (self->cache, request);
  if (layout != NULL || g_hash_table_contains (self->pending, request))
    return layout;

  job = g_new0 (Job, 1);
  job->store = g_object_ref (self);
  job->view = view;
  job->request = gig_scene_request_ref (request);
  g_hash_table_add (self->pending, request);
  gig_layout_cache_compute_async (self->cache, request, self->cancellable, computed_cb, job);

  return NULL;
}

static void
gig_wall_store_finalize (GObject *object)
{
  GigWallStore *self = GIG_WALL_STORE (object);

  g_clear_pointer (&self->drawn, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_hash_table_unref);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->cache);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_wall_store_parent_class)->finalize (object);
}

static void
gig_wall_store_class_init (GigWallStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gig_wall_store_finalize;

  signals[SIGNAL_READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gig_wall_store_init (GigWallStore *self)
{
  self->cache = gig_layout_cache_new ();
  self->cancellable = g_cancellable_new ();
  self->requests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) gig_scene_request_unref);
  self->pending = g_hash_table_new (NULL, NULL);
  self->drawn = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_wall_drawn_unref);
}

PangoContext *
gig_wall_create_context (PangoContext *context)
{
  PangoContext *own;
  cairo_font_options_t *options;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  own = pango_font_map_create_context (pango_context_get_font_map (context));
  pango_context_set_font_description (own, pango_context_get_font_description (context));
  pango_context_set_language (own, pango_context_get_language (context));
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (own, options);
  pango_cairo_context_set_resolution (own, 96);
  pango_context_set_round_glyph_positions (own, FALSE);
  cairo_font_options_destroy (options);

  return own;
}

GigWallStore *
gig_wall_store_new (GigLesson    *lesson,
                    PangoContext *context)
{
  GigWallStore *self;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_object_new (GIG_TYPE_WALL_STORE, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->context = g_object_ref (context);

  return self;
}

gboolean
gig_wall_store_is_busy (GigWallStore *self)
{
  g_return_val_if_fail (GIG_IS_WALL_STORE (self), FALSE);

  return g_hash_table_size (self->pending) > 0;
}

PangoContext *
gig_wall_store_get_context (GigWallStore *self)
{
  g_return_val_if_fail (GIG_IS_WALL_STORE (self), NULL);

  return self->context;
}

GPtrArray *
gig_wall_store_get_drawn (GigWallStore *self)
{
  g_return_val_if_fail (GIG_IS_WALL_STORE (self), NULL);

  return self->drawn;
}

void
gig_wall_store_set_size (GigWallStore *self,
                         double        width,
                         double        height)
{
  g_return_if_fail (GIG_IS_WALL_STORE (self));

  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  g_signal_emit (self, signals[SIGNAL_RESIZED], 0);
}

gboolean
gig_wall_store_get_size (GigWallStore *self,
                         double       *width,
                         double       *height)
{
  g_return_val_if_fail (GIG_IS_WALL_STORE (self), FALSE);

  *width = self->width;
  *height = self->height;

  return self->height > 0;
}
