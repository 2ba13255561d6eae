/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-arena.h"

#include <string.h>

#define CHUNK_SIZE (64 * 1024)
#define ALIGNMENT  (2 * sizeof (gpointer))

typedef struct _Chunk Chunk;

struct _Chunk
{
  Chunk *next;
  gsize  size;
  gsize  used;
  gpointer padding;
  char   data[];
};

struct _GigArena
{
  Chunk      *chunks;
  GHashTable *interned;
};

static Chunk *
add_chunk (GigArena *self,
           gsize     size)
{
  Chunk *chunk = g_malloc (sizeof (Chunk) + size);

  chunk->size = size;
  chunk->used = 0;

  /* A piece of its own size goes behind the chunk in use, which may have room left. */
  if (size > CHUNK_SIZE && self->chunks != NULL)
    {
      chunk->next = self->chunks->next;
      self->chunks->next = chunk;
    }
  else
    {
      chunk->next = self->chunks;
      self->chunks = chunk;
    }

  return chunk;
}

GigArena *
gig_arena_new (void)
{
  return g_new0 (GigArena, 1);
}

void
gig_arena_free (GigArena *self)
{
  Chunk *chunk = self->chunks;

  while (chunk != NULL)
    {
      Chunk *next = chunk->next;

      g_free (chunk);
      chunk = next;
    }

  g_clear_pointer (&self->interned, g_hash_table_unref);
  g_free (self);
}

gpointer
gig_arena_alloc (GigArena *self,
                 gsize     size)
{
  Chunk *chunk = self->chunks;
  gpointer result;

  g_return_val_if_fail (size < G_MAXSIZE - ALIGNMENT - sizeof (Chunk), NULL);

  size = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);

  if (chunk == NULL || chunk->size - chunk->used < size)
    chunk = add_chunk (self, MAX (size, CHUNK_SIZE));

  result = chunk->data + chunk->used;
  chunk->used += size;

  return memset (result, 0, size);
}

char *
gig_arena_strndup (GigArena   *self,
                   const char *text,
                   gsize       length)
{
  char *copy = gig_arena_alloc (self, length + 1);

  memcpy (copy, text, length);

  return copy;
}

char *
gig_arena_strdup (GigArena   *self,
                  const char *text)
{
  return text != NULL ? gig_arena_strndup (self, text, strlen (text)) : NULL;
}

const char *
gig_arena_intern (GigArena   *self,
                  const char *text)
{
  const char *copy;

  if (text == NULL)
    return NULL;

  if (self->interned == NULL)
    self->interned = g_hash_table_new (g_str_hash, g_str_equal);

  copy = g_hash_table_lookup (self->interned, text);
  if (copy == NULL)
    {
      copy = gig_arena_strdup (self, text);
      g_hash_table_add (self->interned, (gpointer) copy);
    }

  return copy;
}
