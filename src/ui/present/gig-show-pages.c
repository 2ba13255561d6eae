/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-show-private.h"

#include "gig-step-content.h"

/* How many pages each part of a step needs. */
typedef struct
{
  guint  n_parts;
  guint *n_pages;
} Pages;

void
_gig_show_pages_free (gpointer data)
{
  Pages *pages = data;

  g_free (pages->n_pages);
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
  pages->n_parts = gig_step_get_n_parts (step);
  pages->n_pages = g_new0 (guint, pages->n_parts);
  for (guint i = 0; i < pages->n_parts; i++)
    pages->n_pages[i] = gig_wall_slide_count_pages (self->lesson, step, i, &self->room,
                                                    gig_wall_store_get_context (self->store));
  g_hash_table_insert (self->pages, (gpointer) key, pages);

  return pages;
}

void
_gig_show_locate (GigShow       *self,
                  const GigStep *step,
                  guint          shown,
                  guint         *part,
                  guint         *page,
                  guint         *n_pages)
{
  Pages *pages = get_pages (self, step);

  for (guint i = 0; i < pages->n_parts; i++)
    {
      *part = i;
      *n_pages = pages->n_pages[i];
      *page = MIN (shown, pages->n_pages[i] - 1);
      if (shown < pages->n_pages[i])
        return;
      shown -= pages->n_pages[i];
    }
}

static guint
count_cb (const GigStep *step,
          gpointer       user_data)
{
  Pages *pages = get_pages (user_data, step);
  guint n = 0;

  for (guint i = 0; i < pages->n_parts; i++)
    n += pages->n_pages[i];

  return n;
}

static GigView *
get_view_cb (const GigStep *step,
             guint          shown,
             gpointer       user_data)
{
  GigShow *self = user_data;
  guint part = 0, page = 0, n_pages = 1;

  _gig_show_locate (self, step, shown, &part, &page, &n_pages);

  return gig_wall_slide_find_view (self->lesson, step, part);
}

const GigPresenterPager _gig_show_pager = { count_cb, get_view_cb };
