/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GIG_INLINE_PLAIN    = 0,
  GIG_INLINE_EMPHASIS = 1 << 0,
  GIG_INLINE_STRONG   = 1 << 1,
  GIG_INLINE_CODE     = 1 << 2,
  GIG_INLINE_STRIKE   = 1 << 3,
  GIG_INLINE_BREAK    = 1 << 4,   /* a hard line break; text is "\n" */
} GigInlineStyle;

/* One run of text in one style. */
typedef struct
{
  const char     *text;
  GigInlineStyle  style;
  const char     *link;       /* (nullable): `#concept-id` or a URI */
  const char     *footnote;   /* (nullable): the label of a reference; text is then "" */
} GigRun;

/**
 * GigInlines:
 *
 * The inline Markdown of one message, parsed to runs. Immutable, reference-counted.
 */
typedef struct _GigInlines GigInlines;

GigInlines   *gig_inlines_parse         (const char *markdown);
GigInlines   *gig_inlines_ref           (GigInlines *self);
void          gig_inlines_unref         (GigInlines *self);
guint         gig_inlines_get_n_runs    (GigInlines *self);
const GigRun *gig_inlines_get_run       (GigInlines *self,
                                         guint       index);
/* Plain text; footnote references leave nothing. (transfer full) */
char         *gig_inlines_to_text       (GigInlines *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigInlines, gig_inlines_unref)

G_END_DECLS
