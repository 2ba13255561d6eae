/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-show-private.h"

#include "gig-step-content.h"

/* How each part of a step is cut. */
typedef struct
{
  GPtrArray *parts;   /* (element-type GigWallPages) */
} Pages;

void
_gig_show_pages_free (gpointer data)
{
  Pages *pages = data;

  g_ptr_array_unref (pages->parts);
  g_free (pages);
}

static Pages *
get_pages (GigShow       *self,
           const GigStep *step)
{
  gconstpointer key = step->headline != NULL ? (gconstpointer) step->headline : (gconstpointer) step->concept;
  Pages *pages = g_hash_table_lookup (self->pages, key);

  if (pages != NULL)
    return pages;

  pages = g_new0 (Pages, 1);
  pages->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_wall_pages_unref);
  for (guint i = 0; i < gig_step_get_n_parts (step); i++)
    g_ptr_array_add (pages->parts, gig_wall_pages_new (self->lesson, step, i, &self->room,
                                                       gig_wall_store_get_context (self->store)));
  g_hash_table_insert (self->pages, (gpointer) key, pages);

  return pages;
}

GigWallPages *
_gig_show_locate (GigShow       *self,
                  const GigStep *step,
                  guint          shown,
                  guint         *part,
                  guint         *page)
{
  Pages *pages = get_pages (self, step);
  GigWallPages *found = NULL;

  for (guint i = 0; i < pages->parts->len; i++)
    {
      guint n;

      found = g_ptr_array_index (pages->parts, i);
      n = gig_wall_pages_get_n (found);
      *part = i;
      *page = MIN (shown, n - 1);
      if (shown < n)
        break;
      shown -= n;
    }

  return found;
}

static guint
count_cb (const GigStep *step,
          gpointer       user_data)
{
  Pages *pages = get_pages (user_data, step);
  guint n = 0;

  for (guint i = 0; i < pages->parts->len; i++)
    n += gig_wall_pages_get_n (g_ptr_array_index (pages->parts, i));

  return n;
}

static GigView *
get_view_cb (const GigStep *step,
             guint          shown,
             gpointer       user_data)
{
  GigShow *self = user_data;
  guint part = 0, page = 0;

  _gig_show_locate (self, step, shown, &part, &page);

  return gig_step_get_part_view (self->lesson, step, part);
}

const GigPresenterPager _gig_show_pager = { count_cb, get_view_cb };
