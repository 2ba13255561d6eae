/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene-cache.h"

/* The views of a lesson in two languages, about. */
#define MAX_SCENES 12

typedef struct
{
  GigSceneOptions options;
  const char     *code;
  GigScene       *scene;
} Entry;

struct _GigSceneCache
{
  GQueue entries; /* the last used first */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  gig_scene_unref (entry->scene);
  g_free (entry);
}

/* The scene keeps its layout, so the pointer is no other one's. */
static gboolean
is_same (const Entry           *entry,
         const GigSceneOptions *options)
{
  const GigSceneOptions *made = &entry->options;

  return made->view == options->view && made->layout == options->layout && made->lesson == options->lesson
         && g_str_equal (entry->code, gig_language_get_code (options->language))
         && made->theme == options->theme && made->width == options->width && made->height == options->height
         && made->text_scale == options->text_scale && made->name_size == options->name_size
         && made->member_size == options->member_size && made->flags == options->flags
         && made->max_members == options->max_members && made->only_members == options->only_members;
}

GigSceneCache *
gig_scene_cache_new (void)
{
  GigSceneCache *self = g_new0 (GigSceneCache, 1);

  g_queue_init (&self->entries);

  return self;
}

void
gig_scene_cache_clear (GigSceneCache *self)
{
  g_return_if_fail (self != NULL);

  g_queue_clear_full (&self->entries, entry_free);
}

void
gig_scene_cache_free (GigSceneCache *self)
{
  g_return_if_fail (self != NULL);

  gig_scene_cache_clear (self);
  g_free (self);
}

GigScene *
gig_scene_cache_create (GigSceneCache         *self,
                        const GigSceneOptions *options,
                        PangoContext          *context)
{
  Entry *entry;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  for (GList *link = self->entries.head; link != NULL; link = link->next)
    {
      entry = link->data;
      if (!is_same (entry, options))
        continue;
      g_queue_unlink (&self->entries, link);
      g_queue_push_head_link (&self->entries, link);
      return gig_scene_ref (entry->scene);
    }

  entry = g_new0 (Entry, 1);
  entry->options = *options;
  entry->options.previous = NULL;
  entry->code = g_intern_string (gig_language_get_code (options->language));
  entry->scene = gig_scene_new (options, context);
  g_queue_push_head (&self->entries, entry);
  if (self->entries.length > MAX_SCENES)
    entry_free (g_queue_pop_tail (&self->entries));

  return gig_scene_ref (entry->scene);
}
