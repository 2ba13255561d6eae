/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GigArena:
 *
 * Memory that is given piece by piece and taken back all at once. A lesson is
 * tens of thousands of small immutable pieces that live exactly as long as it.
 */
typedef struct _GigArena GigArena;

GigArena *gig_arena_new     (void);
void      gig_arena_free    (GigArena   *self);
/* Zeroed, aligned for any type; never %NULL. */
gpointer  gig_arena_alloc   (GigArena   *self,
                             gsize       size);
char     *gig_arena_strndup (GigArena   *self,
                             const char *text,
                             gsize       length);
/* %NULL for %NULL. */
char     *gig_arena_strdup  (GigArena   *self,
                             const char *text);
/* A copy that is shared by all equal texts. */
const char *gig_arena_intern (GigArena   *self,
                              const char *text);

#define gig_arena_new0(arena, type) ((type *) gig_arena_alloc ((arena), sizeof (type)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigArena, gig_arena_free)

G_END_DECLS
