/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gig-scene.h"

G_BEGIN_DECLS

/**
 * GigLayoutCache:
 *
 * Layouts of views, computed in a thread and kept: for a view and a canvas
 * there is one layout, whatever the size, theme or language. Widgets that show
 * the same lesson share one.
 */
#define GIG_TYPE_LAYOUT_CACHE (gig_layout_cache_get_type ())
G_DECLARE_FINAL_TYPE (GigLayoutCache, gig_layout_cache, GIG, LAYOUT_CACHE, GObject)

GigLayoutCache *gig_layout_cache_new            (void);
/* (nullable) (transfer none): what is there already */
GigEulerLayout *gig_layout_cache_lookup         (GigLayoutCache       *self,
                                                 GigSceneRequest      *request);
/* In a thread; @request is kept as long as it takes. (cancellable: (nullable)) */
void            gig_layout_cache_compute_async  (GigLayoutCache       *self,
                                                 GigSceneRequest      *request,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
/* (transfer full) (nullable): %NULL with @error when cancelled */
GigEulerLayout *gig_layout_cache_compute_finish (GigLayoutCache       *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
