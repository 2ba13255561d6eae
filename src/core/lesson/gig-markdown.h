/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-arena.h"

G_BEGIN_DECLS

/* Markdown as a tree of plain structs. Only gig-markdown.c knows the parser. */

typedef enum
{
  GIG_NODE_DOCUMENT,
  GIG_NODE_PARAGRAPH,
  GIG_NODE_HEADING,
  GIG_NODE_LIST,
  GIG_NODE_ITEM,
  GIG_NODE_TABLE,
  GIG_NODE_ROW,
  GIG_NODE_CELL,
  GIG_NODE_QUOTE,
  GIG_NODE_CODE,
  GIG_NODE_HTML,
  GIG_NODE_RULE,
  GIG_NODE_FOOTNOTE,
  GIG_NODE_TOO_DEEP,        /* nested deeper than the limit: nothing inside is read */
  GIG_NODE_TOO_LARGE,       /* a table with more cells than the limit */
  GIG_NODE_TOO_MANY,        /* where reading stopped at the limit of blocks */
} GigNodeType;

typedef enum
{
  GIG_MARK_LINK,            /* text: the target */
  GIG_MARK_IMAGE,           /* text: the target */
  GIG_MARK_CODE,            /* text: the code */
  GIG_MARK_FOOTNOTE,        /* text: the label */
  GIG_MARK_UNKNOWN_FOOTNOTE,/* text: the label of a reference without definition */
  GIG_MARK_COMMENT,         /* text: inside an HTML comment; it is not part of the node's text */
} GigMarkType;

typedef struct _GigMark GigMark;
typedef struct _GigNode GigNode;

/* Something in the inline text of a node; @start and @end are bytes of it. */
struct _GigMark
{
  GigMarkType  type;
  const char  *text;
  guint        start;
  guint        end;
  GigMark     *next;
};

struct _GigNode
{
  GigNodeType  type;
  guint        line;        /* of the file, from 1 */
  guint        column;      /* in bytes, from 1; unreliable in table cells */
  guint        end_line;    /* at least line; for showing the source, not for positions */
  guint        level;       /* of a heading, 1 to 6 */
  guint        start;       /* of an ordered list */
  guint        n_cells;     /* of a table, padded cells included */
  gboolean     ordered;
  int          checked;     /* of an item: 1, 0, or -1 without a box */
  int          alignment;   /* of a cell: 0 or one of l c r */
  /* Normalised inline Markdown (paragraph, heading, cell), or the literal text of code and
   * HTML, or the label of a footnote */
  const char  *text;
  const char  *plain;       /* (nullable): a heading's text without marks */
  const char  *info;        /* (nullable): of code; the word of a callout, `NOTE` */
  const char  *attributes;  /* (nullable): a heading's `{…}`, with braces */
  gboolean     only_html;   /* tags and no text */
  const char  *image;       /* (nullable): target of an image that is the whole paragraph; text is its alt text */
  GigMark     *marks;
  GigNode     *children;
  GigNode     *next;
};

typedef struct
{
  guint max_nesting;        /* lists and quotes inside each other */
  guint max_cells;          /* of one table */
  guint max_blocks;
} GigMarkdownLimits;

/**
 * gig_markdown_parse:
 * @text: UTF-8
 * @first_line: the line of the file where @text starts
 * @nodes: where nodes and marks are allocated
 * @strings: where their texts are allocated
 *
 * Returns: (transfer none): the document
 */
GigNode  *gig_markdown_parse         (const char              *text,
                                      gsize                    length,
                                      guint                    first_line,
                                      const GigMarkdownLimits *limits,
                                      GigArena                *nodes,
                                      GigArena                *strings);
/* Whether nothing in @markdown means anything but itself. */
gboolean  gig_markdown_is_plain      (const char              *markdown);
/* Inline Markdown in the one form that messages are stored in. (transfer full) */
char     *gig_markdown_normalise     (const char              *markdown);
/**
 * gig_markdown_get_marks:
 * @n_blocks: (out) (optional): how many blocks it parses to
 *
 * What a translation must keep: link and image targets, code spans, footnote
 * labels, each as `link #fm`, `code x`, `image y`, `footnote z`, sorted.
 *
 * Returns: (transfer full): %NULL-terminated
 */
char    **gig_markdown_get_marks     (const char              *markdown,
                                      guint                   *n_blocks);

G_END_DECLS
