/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-search-names.h"

#include "gig-search-query-private.h"

/* Whether a word of @text is what @term looks for. */
static gboolean
has_term (const GigSearchTerm *term,
          const char          *text)
{
  GigSearchQuery alone = { .terms = { *term }, .n_terms = 1 };
  g_autoptr(GArray) ranges = gig_search_query_find_bytes (&alone, text);

  return ranges->len > 0;
}

static gboolean
has_all_terms (GigSearchQuery *self,
               const char     *text)
{
  guint n_found = 0;

  for (guint i = 0; i < self->n_terms; i++)
    {
      if (self->terms[i].small)
        continue;
      if (!has_term (&self->terms[i], text))
        return FALSE;
      n_found++;
    }

  return n_found > 0;
}

static gboolean
is_named (GigSearchQuery   *self,
          GigLesson        *lesson,
          const GigMessage *name)
{
  const char * const *codes = gig_lesson_get_languages (lesson);

  for (guint i = 0; name != NULL && codes[i] != NULL; i++)
    {
      g_autofree char *text = gig_lesson_get_plain_text (lesson, name, codes[i]);

      if (has_all_terms (self, text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_set_named (GigSearchQuery   *self,
              GigLesson        *lesson,
              const GigViewSet *set)
{
  return is_named (self, lesson, set->label)
         || (set->concept != NULL
             && (is_named (self, lesson, gig_concept_get_title (set->concept))
                 || is_named (self, lesson, gig_concept_get_label (set->concept))));
}

static void
add_id (GPtrArray  *ids,
        const char *id)
{
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

char **
gig_search_query_find_names (GigSearchQuery *self,
                             GigLesson      *lesson)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *views;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (lesson != NULL, NULL);

  views = gig_lesson_get_views (lesson);
  for (guint i = 0; i < views->len; i++)
    {
      GigView *view = g_ptr_array_index (views, i);
      GPtrArray *members = gig_view_get_all_members (view);

      for (guint j = 0; j < gig_view_get_n_sets (view); j++)
        {
          const GigViewSet *set = gig_view_get_set (view, j);

          if (is_set_named (self, lesson, set))
            add_id (ids, set->concept != NULL ? gig_concept_get_id (set->concept) : set->key);
        }
      for (guint j = 0; j < members->len; j++)
        {
          const GigViewMember *member = g_ptr_array_index (members, j);

          if (is_named (self, lesson, member->name))
            add_id (ids, gig_view_member_get_id (member));
        }
    }
  if (ids->len == 0)
    return NULL;
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}
