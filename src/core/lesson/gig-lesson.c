/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-private.h"

#include <string.h>

GigLesson *
gig_lesson_ref (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
free_translation (GigLessonTranslation *translation)
{
  g_clear_pointer (&translation->catalogue, gig_catalogue_unref);
  g_free (translation->states);
  g_free (translation->file_name);
  g_free (translation);
}

void
gig_lesson_unref (GigLesson *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->owned->len; i++)
    {
      GigOwned *owned = g_ptr_array_index (self->owned, i);

      owned->destroy (owned->pointer);
    }
  for (guint i = 0; i < self->translations->len; i++)
    free_translation (g_ptr_array_index (self->translations, i));
  g_ptr_array_unref (self->owned);
  g_ptr_array_unref (self->translations);
  g_ptr_array_unref (self->arrays);
  g_ptr_array_unref (self->diagnostics);
  g_hash_table_unref (self->metadata);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->members_by_name);
  g_clear_object (&self->file);
  gig_arena_free (self->arena);
  g_free (self);
}

/* --- The lesson --- */

GFile *
gig_lesson_get_file (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

const char *
gig_lesson_get_name (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const GigMessage *
gig_lesson_get_title (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
gig_lesson_get_language (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

const char * const *
gig_lesson_get_languages (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->languages;
}

GPtrArray *
gig_lesson_get_diagnostics (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagnostics;
}

GPtrArray *
gig_lesson_get_messages (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->messages;
}

GPtrArray *
gig_lesson_get_concepts (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->concepts;
}

GPtrArray *
gig_lesson_get_roots (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->roots;
}

GPtrArray *
gig_lesson_get_members (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->members;
}

GPtrArray *
gig_lesson_get_views (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->views;
}

GPtrArray *
gig_lesson_get_tours (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tours;
}

GPtrArray *
gig_lesson_get_questions (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->questions;
}

GPtrArray *
gig_lesson_get_terms (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->terms;
}

const char *
gig_lesson_get_metadata (GigLesson  *self,
                         const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->metadata, key);
}

gboolean
gig_lesson_is_structured (GigLesson *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->structured;
}

GigConcept *
gig_lesson_find_concept (GigLesson  *self,
                         const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return id != NULL ? g_hash_table_lookup (self->ids, id) : NULL;
}

GigMember *
gig_lesson_find_member (GigLesson  *self,
                        const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return name != NULL ? g_hash_table_lookup (self->members_by_name, name) : NULL;
}

GigView *
gig_lesson_find_view (GigLesson  *self,
                      const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->views->len; i++)
    {
      GigView *view = g_ptr_array_index (self->views, i);

      if (g_strcmp0 (gig_view_get_id (view), id) == 0)
        return view;
    }

  return NULL;
}

/* The first view of @views that is true: what somebody else draws stands for
 * nothing but itself. */
static GigView *
find_true_view (GPtrArray  *views,
                GigConcept *set)
{
  for (guint i = 0; i < views->len; i++)
    {
      GigView *view = g_ptr_array_index (views, i);

      if (!gig_view_is_claim (view) && (set == NULL || gig_view_find_set (view, set) >= 0))
        return view;
    }

  return NULL;
}

GigView *
gig_lesson_get_nearest_view (GigLesson  *self,
                             GigConcept *concept)
{
  GigView *view = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (concept != NULL, NULL);

  if (concept->views->len > 0)
    return g_ptr_array_index (concept->views, 0);
  for (GigConcept *c = concept->parent; c != NULL && view == NULL; c = c->parent)
    view = find_true_view (c->views, NULL);
  for (GigConcept *c = concept; c != NULL && view == NULL; c = c->parent)
    view = find_true_view (self->views, c);

  return view;
}
