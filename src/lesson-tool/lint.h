/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean     sources;         /* also warn of numbers without a footnote */
  gboolean     explicit_ids;    /* a concept without `{#id}` is an error */
  GHashTable  *ledger;          /* (nullable): ids that must all be tied to a block */
  const char  *ledger_name;     /* the file they were read from */
  GHashTable  *allowed;         /* (nullable): words that are spelled right */
  gboolean     spelling;
} GigLintOptions;

/**
 * gig_lint:
 *
 * What the reader does not judge: typography, sources, ids, spelling, in the
 * lesson's own language and in its translations. Positions are always those of
 * the lesson; the text says which language is meant.
 *
 * Returns: (transfer full) (element-type GigDiagnostic): by line
 */
GPtrArray *gig_lint (GigLesson            *lesson,
                     const char           *file_name,
                     const GigLintOptions *options);

/* Adds the words of @text that no dictionary of @language knows to the result:
 * (transfer full) (element-type utf8); %NULL with @error set if there is no
 * speller or no dictionary. @words: (element-type utf8). */
GPtrArray *gig_spell_check (const char  *language,
                            GPtrArray   *words,
                            GError     **error);

G_END_DECLS
