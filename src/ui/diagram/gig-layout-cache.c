/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-layout-cache.h"

#include "gig-timing.h"

struct _GigLayoutCache
{
  GObject     parent_instance;

  GHashTable *layouts;    /* GigSceneRequest → GigEulerLayout */
};

G_DEFINE_FINAL_TYPE (GigLayoutCache, gig_layout_cache, G_TYPE_OBJECT)

static void
compute_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  gint64 start = g_get_monotonic_time ();
  GigEulerLayout *layout = gig_scene_compute_layout (task_data, cancellable);

  if (layout == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
      return;
    }
  gig_timing_report ("layout", start);
  g_task_return_pointer (task, layout, (GDestroyNotify) gig_euler_layout_unref);
}

static void
gig_layout_cache_finalize (GObject *object)
{
  GigLayoutCache *self = GIG_LAYOUT_CACHE (object);

  g_clear_pointer (&self->layouts, g_hash_table_unref);

  G_OBJECT_CLASS (gig_layout_cache_parent_class)->finalize (object);
}

static void
gig_layout_cache_class_init (GigLayoutCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gig_layout_cache_finalize;
}

static void
gig_layout_cache_init (GigLayoutCache *self)
{
  self->layouts = g_hash_table_new_full (gig_scene_request_hash, gig_scene_request_equal,
                                         (GDestroyNotify) gig_scene_request_unref,
                                         (GDestroyNotify) gig_euler_layout_unref);
}

GigLayoutCache *
gig_layout_cache_new (void)
{
  return g_object_new (GIG_TYPE_LAYOUT_CACHE, NULL);
}

GigEulerLayout *
gig_layout_cache_lookup (GigLayoutCache  *self,
                         GigSceneRequest *request)
{
  g_return_val_if_fail (GIG_IS_LAYOUT_CACHE (self), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  return g_hash_table_lookup (self->layouts, request);
}

void
gig_layout_cache_compute_async (GigLayoutCache      *self,
                                GigSceneRequest     *request,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (GIG_IS_LAYOUT_CACHE (self));
  g_return_if_fail (request != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, gig_layout_cache_compute_async);
  g_task_set_task_data (task, gig_scene_request_ref (request), (GDestroyNotify) gig_scene_request_unref);
  g_task_run_in_thread (task, compute_thread);
}

GigEulerLayout *
gig_layout_cache_compute_finish (GigLayoutCache  *self,
                                 GAsyncResult    *result,
                                 GError         **error)
{
  GigEulerLayout *layout;

  g_return_val_if_fail (GIG_IS_LAYOUT_CACHE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  layout = g_task_propagate_pointer (G_TASK (result), error);
  if (layout != NULL)
    g_hash_table_replace (self->layouts,
                          gig_scene_request_ref (g_task_get_task_data (G_TASK (result))),
                          gig_euler_layout_ref (layout));

  return layout;
}
