/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-search-index.h"
#include "gig-search-store.h"

G_BEGIN_DECLS

/* Where a text of the store comes from: all that is needed to show it again. */
typedef struct
{
  const GigMessage *message;      /* (nullable): else the row's cells, or the block's raw text */
  GigBlock         *block;
  GigMember        *member;
  GigQuestion      *question;
} GigSearchSource;

struct _GigSearchIndex
{
  gatomicrefcount     ref_count;
  GigLesson          *lesson;
  const char * const *languages;
  GigSearchStore     *store;
  GArray             *sources;    /* of GigSearchSource, as the store's texts */
  GArray             *fields;     /* of guint8, as the store's texts */
  GPtrArray          *concepts;   /* (nullable) GigConcept of each group */
};

/* Every text of the lesson into the store. */
void  gig_search_index_fill       (GigSearchIndex        *self);
/* The text again that was put there: (transfer full) (nullable) */
char *gig_search_source_get_text  (const GigSearchSource *self,
                                   GigLesson             *lesson,
                                   const char            *language);

G_END_DECLS
