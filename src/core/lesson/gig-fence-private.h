/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-fence.h"

/* The words of a diagram's fence, for its parser. */

typedef struct
{
  GigFence   *fence;
  GPtrArray  *diagnostics;
  const char *file;
  guint       line;           /* of the line being read */
  guint       column;         /* of its first character */
  const char *start;
  const char *p;
  const char *end;            /* where the comment or the line ends */
  gboolean    indented;
  gboolean    header;         /* `venn-beta` has been seen */
  GHashTable *missing;        /* names of sets that are known not to be declared */
  guint32     last_sets;      /* of the last set or union, for indented texts */
} GigFenceParser;

typedef enum
{
  GIG_FENCE_TOKEN_END,
  GIG_FENCE_TOKEN_WORD,
  GIG_FENCE_TOKEN_STRING,
  GIG_FENCE_TOKEN_NUMBER,
  GIG_FENCE_TOKEN_OTHER,
} GigFenceTokenKind;

typedef struct
{
  GigFenceTokenKind  kind;
  char              *text;    /* a string without its quotes */
  guint              column;
} GigFenceToken;

static inline void
_gig_fence_token_clear (GigFenceToken *token)
{
  g_clear_pointer (&token->text, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GigFenceToken, _gig_fence_token_clear)

/* The column of @place in the line being read, from 1, in characters. */
guint    _gig_fence_get_column  (GigFenceParser *self,
                                 const char     *place);
void     _gig_fence_report_at   (GigFenceParser *self,
                                 GigSeverity     severity,
                                 guint           line,
                                 guint           column,
                                 const char     *message,
                                 const char     *advice,
                                 const char     *argument1,
                                 const char     *argument2);
/* An error in the line being read. */
void     _gig_fence_report      (GigFenceParser *self,
                                 guint           column,
                                 const char     *message,
                                 const char     *advice,
                                 const char     *argument);
gboolean _gig_fence_is_word     (char            c);
void     _gig_fence_skip_blanks (GigFenceParser *self);
/* @token: (out): what it held before is not freed */
void     _gig_fence_read_token  (GigFenceParser *self,
                                 GigFenceToken  *token);
gboolean _gig_fence_accept_char (GigFenceParser *self,
                                 char            c);
/* These report what is wrong and return %FALSE; an absent label or size is right. */
gboolean _gig_fence_read_label  (GigFenceParser *self,
                                 GigFenceText   *label);
gboolean _gig_fence_read_size   (GigFenceParser *self,
                                 double         *size);
gboolean _gig_fence_expect_end  (GigFenceParser *self);
