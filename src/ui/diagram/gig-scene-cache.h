/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-scene.h"

G_BEGIN_DECLS

/* The last few scenes of one diagram, so that a view or a language one comes back to is there at once. */
typedef struct _GigSceneCache GigSceneCache;

GigSceneCache *gig_scene_cache_new    (void);
void           gig_scene_cache_free   (GigSceneCache         *self);

/**
 * gig_scene_cache_create:
 *
 * As gig_scene_new(), or a scene made before with equal @options, whatever
 * came before it.
 *
 * Returns: (transfer full):
 */
GigScene      *gig_scene_cache_create (GigSceneCache         *self,
                                       const GigSceneOptions *options,
                                       PangoContext          *context);
/* When the lesson, the fonts or what a pointer of the options points to changed. */
void           gig_scene_cache_clear  (GigSceneCache         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigSceneCache, gig_scene_cache_free)

G_END_DECLS
