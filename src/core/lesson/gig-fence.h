/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-diagnostic.h"

G_BEGIN_DECLS

/* Private to core/lesson: the text of a Mermaid `venn-beta` diagram, parsed but
 * not yet bound to a lesson. Grammar: Mermaid 11.12.3 and later, plus
 * `intersection` as a synonym of `union` and comments that Mermaid skips:
 *
 *   %% concept ID #concept-id     %% subset B, A      %% zone A empty
 *   %% proportional               %% claim
 */

/* As many sets as a zone's mask has bits to spare. */
#define GIG_FENCE_MAX_SETS  30
#define GIG_FENCE_MAX_ITEMS 10000

/* A text of the fence that people read, with its place in the file. */
typedef struct
{
  char  *text;        /* (nullable): not written */
  guint  line;
  guint  column;
} GigFenceText;

typedef struct
{
  char         *key;
  GigFenceText  label;
  guint         line;
  guint         column;
  double        size;         /* NAN when not written */
  char         *concept_id;   /* (nullable): from `%% concept` */
  gboolean      empty;        /* `%% zone KEY empty` */
  guint32       subset_of;    /* bits of the sets named by `%% subset KEY, …` */
} GigFenceSet;

typedef struct
{
  guint32       sets;
  GigFenceText  label;
  guint         line;
  guint         column;
  double        size;
} GigFenceUnion;

typedef struct
{
  guint32       sets;         /* as written, not closed */
  char         *name;
  GigFenceText  label;        /* what is shown: the label, else the name */
  guint         line;
  guint         column;
} GigFenceItem;

typedef struct
{
  GigFenceText  title;
  gboolean      claim;
  gboolean      proportional;
  GArray       *sets;         /* (element-type GigFenceSet) */
  GArray       *unions;       /* (element-type GigFenceUnion) */
  GArray       *items;        /* (element-type GigFenceItem) */
  guint         line;         /* of `venn-beta` */
  guint         n_errors;
} GigFence;

/* Whether @text is a venn-beta diagram: its first word that is no comment. */
gboolean     gig_fence_is_venn     (const char *text);

/**
 * gig_fence_parse:
 * @text: the fence's content, or a whole `.mmd` file
 * @file: (nullable): for diagnostics
 * @line: the line in @file of the first line of @text, from 1
 * @column: the column of the first character of its lines, from 1
 * @diagnostics: (element-type GigDiagnostic): what is wrong is added
 *
 * A wrong line is reported and left out; the others are read.
 *
 * Returns: (transfer full): never %NULL; see n_errors
 */
GigFence    *gig_fence_parse       (const char *text,
                                    const char *file,
                                    guint       line,
                                    guint       column,
                                    GPtrArray  *diagnostics);
void         gig_fence_free        (GigFence   *self);
/* The index of the set @key, or -1. */
int          gig_fence_find_set    (GigFence   *self,
                                    const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigFence, gig_fence_free)

G_END_DECLS
