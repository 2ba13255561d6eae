/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-markdown.h"

G_BEGIN_DECLS

/* The inline content of one block as a flat sequence: what gig-markdown.c hands
 * to those who write it as a message, compare it or make runs of it. */

typedef enum
{
  GIG_EVENT_TEXT,
  GIG_EVENT_SPACE,          /* a soft line break */
  GIG_EVENT_BREAK,          /* a hard line break */
  GIG_EVENT_CODE,
  GIG_EVENT_HTML,
  GIG_EVENT_FOOTNOTE,       /* text: the label */
  GIG_EVENT_EMPHASIS,
  GIG_EVENT_STRONG,
  GIG_EVENT_STRIKE,
  GIG_EVENT_LINK,           /* text: the target */
  GIG_EVENT_IMAGE,          /* text: the target */
} GigEventType;

typedef struct
{
  GigEventType  type;
  int           step;       /* 1 start, -1 end, 0 for what has no inside */
  const char   *text;       /* (nullable) */
  const char   *title;      /* (nullable): of a link or an image */
} GigEvent;

/* One message, parsed. */
typedef struct
{
  GArray   *events;         /* (element-type GigEvent): of its first block */
  guint     n_blocks;
  gpointer  document;       /* holds the texts */
} GigParsedMessage;

GigParsedMessage *gig_parsed_message_new  (const char       *markdown);
void              gig_parsed_message_free (GigParsedMessage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigParsedMessage, gig_parsed_message_free)

/* The frozen normalisation: inline Markdown in the one form messages are stored
 * in. @marks, if given, gets what is in it. (transfer full) */
char *gig_events_to_markdown (GArray    *events,
                              GigArena  *nodes,
                              GigArena  *strings,
                              GigMark  **marks);
/* Takes HTML comments out of @events: marks of type GIG_MARK_COMMENT. Changed
 * texts and the marks' are in @strings. */
GigMark *gig_events_take_comments (GArray   *events,
                                   GigArena *nodes,
                                   GigArena *strings);
/* Text without marks. (transfer full) */
char *gig_events_to_plain (GArray *events);

G_END_DECLS
