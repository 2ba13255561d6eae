/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-inlines-private.h"

#include <string.h>

struct _GigInlines
{
  gatomicrefcount  ref_count;
  GArray          *runs;
  GStringChunk    *strings;
};

GigInlines *
_gig_inlines_new (void)
{
  GigInlines *self = g_new0 (GigInlines, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->runs = g_array_new (FALSE, FALSE, sizeof (GigRun));
  self->strings = g_string_chunk_new (256);

  return self;
}

void
_gig_inlines_add (GigInlines     *self,
                  const char     *text,
                  GigInlineStyle  style,
                  const char     *link,
                  const char     *footnote)
{
  GigRun run = {
    .text = g_string_chunk_insert (self->strings, text),
    .style = style,
    .link = link != NULL ? g_string_chunk_insert_const (self->strings, link) : NULL,
    .footnote = footnote != NULL ? g_string_chunk_insert_const (self->strings, footnote) : NULL,
  };

  g_array_append_val (self->runs, run);
}

GigInlines *
gig_inlines_ref (GigInlines *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
gig_inlines_unref (GigInlines *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->runs);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
gig_inlines_get_n_runs (GigInlines *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->runs->len;
}

const GigRun *
gig_inlines_get_run (GigInlines *self,
                     guint       index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->runs->len, NULL);

  return &g_array_index (self->runs, GigRun, index);
}

char *
gig_inlines_to_text (GigInlines *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->runs->len; i++)
    g_string_append (text, g_array_index (self->runs, GigRun, i).text);

  return g_string_free_and_steal (text);
}
