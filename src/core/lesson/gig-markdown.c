/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-markdown.h"

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <string.h>

#include "gig-inline-events.h"

/* Messages are parsed behind this white space, which makes any text a paragraph:
 * “1. The big picture” is then no list. cmark does not strip it, as it does ASCII spaces. */
#define GUARD   "\302\240"
#define OPTIONS (CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE)

static const char * const extensions[] = { "table", "strikethrough", "autolink", "tasklist" };

typedef struct
{
  guint                    first_line;
  const GigMarkdownLimits *limits;
  GigArena                *nodes;
  GigArena                *strings;
  guint                    n_blocks;
} Converter;

/* --- Parsing --- */

static void
ensure_extensions (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      cmark_gfm_core_extensions_ensure_registered ();
      g_once_init_leave (&done, 1);
    }
}

static cmark_parser *
create_parser (void)
{
  cmark_parser *parser;

  ensure_extensions ();
  parser = cmark_parser_new (OPTIONS);
  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    {
      cmark_syntax_extension *extension = cmark_find_syntax_extension (extensions[i]);

      if (extension != NULL)
        cmark_parser_attach_syntax_extension (parser, extension);
    }

  return parser;
}

static gboolean
has_type (cmark_node *node,
          const char *name)
{
  return strcmp (cmark_node_get_type_string (node), name) == 0;
}

/* cmark-gfm cuts the text of an unknown footnote that goes on on another line, in the middle
 * of a character even (0.29.0.gfm.13). */
static void
mend_texts (cmark_node *document)
{
  cmark_iter *iter = cmark_iter_new (document);

  while (cmark_iter_next (iter) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      const char *literal = cmark_node_get_type (node) == CMARK_NODE_TEXT ? cmark_node_get_literal (node) : NULL;

      if (literal != NULL && !g_utf8_validate (literal, -1, NULL))
        {
          g_autofree char *valid = g_utf8_make_valid (literal, -1);

          cmark_node_set_literal (node, valid);
        }
    }
  cmark_iter_free (iter);
}

/* The document of what @parser was fed; frees @parser. */
static cmark_node *
finish_parser (cmark_parser *parser)
{
  cmark_node *document = cmark_parser_finish (parser);

  cmark_parser_free (parser);
  cmark_consolidate_text_nodes (document);
  mend_texts (document);

  return document;
}

/* Feeds a definition for each footnote that a message refers to: without one
 * the parser would take the reference for text. */
static void
feed_footnotes (cmark_parser *parser,
                const char   *markdown)
{
  const char *start = markdown;

  while ((start = strstr (start, "[^")) != NULL)
    {
      gsize length = strcspn (start, "]\n");

      if (start[length] == ']' && length > 2 && memchr (start, ' ', length) == NULL)
        {
          cmark_parser_feed (parser, "\n\n", 2);
          cmark_parser_feed (parser, start, length + 1);
          cmark_parser_feed (parser, ": x\n", 4);
        }
      start += 2;
    }
}

static cmark_node *
parse_message (const char *markdown)
{
  cmark_parser *parser = create_parser ();
  cmark_node *document, *paragraph, *text;

  cmark_parser_feed (parser, GUARD, strlen (GUARD));
  cmark_parser_feed (parser, markdown, strlen (markdown));
  feed_footnotes (parser, markdown);
  document = finish_parser (parser);

  paragraph = cmark_node_first_child (document);
  text = paragraph != NULL ? cmark_node_first_child (paragraph) : NULL;
  if (text != NULL && cmark_node_get_type (text) == CMARK_NODE_TEXT)
    {
      const char *literal = cmark_node_get_literal (text);

      if (g_str_has_prefix (literal, GUARD))
        {
          g_autofree char *rest = g_strdup (literal + strlen (GUARD));

          cmark_node_set_literal (text, rest);
        }
    }

  return document;
}

static const char *
get_footnote_label (cmark_node *reference)
{
  cmark_node *definition = cmark_node_parent_footnote_def (reference);
  const char *label = definition != NULL ? cmark_node_get_literal (definition) : NULL;

  return label != NULL ? label : "";
}

/* --- Inlines --- */

static gboolean
get_event (cmark_node       *node,
           cmark_event_type  when,
           GigEvent         *event)
{
  cmark_node_type type = cmark_node_get_type (node);

  *event = (GigEvent) { .text = cmark_node_get_literal (node), .step = when == CMARK_EVENT_ENTER ? 1 : -1 };
  if (type == CMARK_NODE_EMPH)
    event->type = GIG_EVENT_EMPHASIS;
  else if (type == CMARK_NODE_STRONG)
    event->type = GIG_EVENT_STRONG;
  else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
    {
      event->type = type == CMARK_NODE_LINK ? GIG_EVENT_LINK : GIG_EVENT_IMAGE;
      event->text = cmark_node_get_url (node);
      event->title = cmark_node_get_title (node);
    }
  else if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
    {
      if (when == CMARK_EVENT_EXIT)
        return FALSE;
      event->type = GIG_EVENT_FOOTNOTE;
      event->text = get_footnote_label (node);
      event->step = 0;
    }
  else if (has_type (node, "strikethrough"))
    event->type = GIG_EVENT_STRIKE;
  else
    {
      event->step = 0;
      event->type = type == CMARK_NODE_SOFTBREAK ? GIG_EVENT_SPACE
                    : type == CMARK_NODE_LINEBREAK ? GIG_EVENT_BREAK
                    : type == CMARK_NODE_CODE ? GIG_EVENT_CODE
                    : type == CMARK_NODE_HTML_INLINE ? GIG_EVENT_HTML : GIG_EVENT_TEXT;
    }
  if (event->text == NULL)
    event->text = "";

  return TRUE;
}

static GArray *
collect_events (cmark_node *block)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (GigEvent));
  cmark_iter *iter = cmark_iter_new (block);
  cmark_event_type when;

  while ((when = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      GigEvent event;

      if (node != block && get_event (node, when, &event))
        g_array_append_val (events, event);
    }
  cmark_iter_free (iter);

  return events;
}

GigParsedMessage *
gig_parsed_message_new (const char *markdown)
{
  GigParsedMessage *self = g_new0 (GigParsedMessage, 1);
  cmark_node *document = parse_message (markdown);

  self->document = document;
  for (cmark_node *node = cmark_node_first_child (document); node != NULL; node = cmark_node_next (node))
    {
      if (cmark_node_get_type (node) != CMARK_NODE_FOOTNOTE_DEFINITION)
        self->n_blocks++;
    }
  self->events = self->n_blocks > 0 ? collect_events (cmark_node_first_child (document))
                                    : g_array_new (FALSE, FALSE, sizeof (GigEvent));

  return self;
}

void
gig_parsed_message_free (GigParsedMessage *self)
{
  g_array_unref (self->events);
  cmark_node_free (self->document);
  g_free (self);
}

static void
convert_inlines (Converter  *converter,
                 GigNode    *node,
                 cmark_node *block)
{
  g_autoptr (GArray) events = collect_events (block);
  GigMark *comments, **tail = &comments;
  g_autofree char *text = NULL;

  comments = gig_events_take_comments (events, converter->nodes, converter->strings);

  if (node->type == GIG_NODE_PARAGRAPH && events->len > 0
      && g_array_index (events, GigEvent, 0).type == GIG_EVENT_IMAGE)
    {
      guint end = 1;

      while (end < events->len && g_array_index (events, GigEvent, end).type != GIG_EVENT_IMAGE)
        end++;
      if (end == events->len - 1)
        {
          node->image = gig_arena_strdup (converter->strings, g_array_index (events, GigEvent, 0).text);
          g_array_remove_index (events, end);
          g_array_remove_index (events, 0);
        }
    }

  node->only_html = events->len > 0;
  for (guint i = 0; i < events->len && node->only_html; i++)
    {
      GigEventType type = g_array_index (events, GigEvent, i).type;

      node->only_html = type == GIG_EVENT_HTML || type == GIG_EVENT_SPACE || type == GIG_EVENT_BREAK;
    }

  text = gig_events_to_markdown (events, converter->nodes, converter->strings, &node->marks);
  node->text = gig_arena_strdup (converter->strings, text);

  while (*tail != NULL)
    tail = &(*tail)->next;
  *tail = node->marks;
  node->marks = comments;

  if (node->type == GIG_NODE_HEADING)
    {
      g_autofree char *plain = gig_events_to_plain (events);

      node->plain = gig_arena_strdup (converter->strings, plain);
    }
}

/* --- Converting the document --- */

/* `Title {#id short="…"}`: takes the braces off the heading's last text. */
static void
take_attributes (Converter  *converter,
                 GigNode    *node,
                 cmark_node *heading)
{
  cmark_node *last = cmark_node_last_child (heading);
  g_autofree char *literal = NULL;
  char *brace;

  if (last == NULL || cmark_node_get_type (last) != CMARK_NODE_TEXT)
    return;

  literal = g_strchomp (g_strdup (cmark_node_get_literal (last)));
  brace = strrchr (literal, '{');
  if (brace == NULL || !g_str_has_suffix (literal, "}")
      || (brace[1] != '#' && brace[1] != '.' && strstr (brace, "short=") == NULL))
    return;

  node->attributes = gig_arena_strdup (converter->strings, brace);
  *brace = '\0';
  cmark_node_set_literal (last, g_strchomp (literal));
}

/* `[x] ` where the extension does not see it: capital, or inside a quote. */
static void
take_box (GigNode    *node,
          cmark_node *item)
{
  cmark_node *paragraph = cmark_node_first_child (item);
  cmark_node *text = paragraph != NULL ? cmark_node_first_child (paragraph) : NULL;
  const char *literal;

  node->checked = -1;
  if (has_type (item, "tasklist"))
    node->checked = cmark_gfm_extensions_get_tasklist_item_checked (item);
  else if (text != NULL && cmark_node_get_type (paragraph) == CMARK_NODE_PARAGRAPH
           && cmark_node_get_type (text) == CMARK_NODE_TEXT)
    {
      literal = cmark_node_get_literal (text);
      if (literal[0] == '[' && strchr (" xX", literal[1]) != NULL && literal[1] != '\0' && literal[2] == ']'
          && literal[3] == ' ')
        {
          g_autofree char *rest = g_strdup (literal + 4);

          node->checked = literal[1] != ' ';
          cmark_node_set_literal (text, rest);
        }
    }
}

/* `[!NOTE]` at the start of a quote: a callout. */
static void
take_callout (Converter  *converter,
              GigNode    *node,
              cmark_node *quote)
{
  cmark_node *paragraph = cmark_node_first_child (quote);
  cmark_node *text = paragraph != NULL ? cmark_node_first_child (paragraph) : NULL;
  cmark_node *next = text != NULL ? cmark_node_next (text) : NULL;
  g_autofree char *literal = NULL;
  gsize length;

  if (text == NULL || cmark_node_get_type (paragraph) != CMARK_NODE_PARAGRAPH
      || cmark_node_get_type (text) != CMARK_NODE_TEXT)
    return;

  literal = g_strdup (cmark_node_get_literal (text));
  if (!g_str_has_prefix (literal, "[!"))
    return;
  length = strspn (literal + 2, G_CSET_A_2_Z G_CSET_a_2_z);
  if (length == 0 || literal[2 + length] != ']' || *g_strchug (literal + 3 + length) != '\0'
      || (next != NULL && cmark_node_get_type (next) != CMARK_NODE_SOFTBREAK))
    return;

  node->info = gig_arena_strndup (converter->strings, literal + 2, length);
  if (next != NULL)
    cmark_node_free (next);
  cmark_node_free (text);
}

static GigNodeType
get_node_type (cmark_node *node)
{
  static const struct { const char *name; GigNodeType type; } types[] = {
    { "table", GIG_NODE_TABLE },
    { "table_header", GIG_NODE_ROW },
    { "table_row", GIG_NODE_ROW },
    { "table_cell", GIG_NODE_CELL },
  };

  switch ((guint) cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
      return GIG_NODE_HEADING;
    case CMARK_NODE_LIST:
      return GIG_NODE_LIST;
    case CMARK_NODE_ITEM:
      return GIG_NODE_ITEM;
    case CMARK_NODE_BLOCK_QUOTE:
      return GIG_NODE_QUOTE;
    case CMARK_NODE_CODE_BLOCK:
      return GIG_NODE_CODE;
    case CMARK_NODE_HTML_BLOCK:
      return GIG_NODE_HTML;
    case CMARK_NODE_THEMATIC_BREAK:
      return GIG_NODE_RULE;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return GIG_NODE_FOOTNOTE;
    default:
      break;
    }

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (has_type (node, types[i].name))
        return types[i].type;
    }

  return GIG_NODE_PARAGRAPH;
}

static GigNode *
create_node (Converter  *converter,
             cmark_node *source,
             GigNode    *parent)
{
  GigNode *node = gig_arena_new0 (converter->nodes, GigNode);
  int line = cmark_node_get_start_line (source);

  node->type = get_node_type (source);
  /* A paragraph directly above a table loses its position to the table. */
  if (line == 0 && cmark_node_next (source) != NULL)
    line = cmark_node_get_start_line (cmark_node_next (source));
  node->line = line > 0 ? line + converter->first_line - 1 : parent->line;
  node->column = MAX (1, cmark_node_get_start_column (source));
  node->end_line = MAX ((int) node->line, cmark_node_get_end_line (source) + (int) converter->first_line - 1);
  node->checked = -1;
  converter->n_blocks++;

  return node;
}

static guint
count_rows (cmark_node *table)
{
  guint n = 0;

  for (cmark_node *row = cmark_node_first_child (table); row != NULL; row = cmark_node_next (row))
    n++;

  return n;
}

static void
convert_table (Converter  *converter,
               GigNode    *table,
               cmark_node *source)
{
  guint n_columns = cmark_gfm_extensions_get_table_columns (source);
  guint n_rows = count_rows (source);
  const guint8 *alignments = cmark_gfm_extensions_get_table_alignments (source);
  GigNode **row_tail = &table->children;
  guint row_line;

  /* Directly under a paragraph a table claims the paragraph's line, but each row is one line. */
  if (table->end_line >= n_rows)
    table->line = MAX (table->line, table->end_line - n_rows);
  table->n_cells = n_columns * n_rows;
  if (table->n_cells > converter->limits->max_cells)
    {
      table->type = GIG_NODE_TOO_LARGE;
      return;
    }

  row_line = table->line;
  for (cmark_node *row_source = cmark_node_first_child (source); row_source != NULL;
       row_source = cmark_node_next (row_source))
    {
      GigNode *row = create_node (converter, row_source, table);
      GigNode **cell_tail = &row->children;
      guint column = 0;

      row->line = row->end_line = row_line;
      row_line += row_line == table->line ? 2 : 1;
      for (cmark_node *cell_source = cmark_node_first_child (row_source); cell_source != NULL;
           cell_source = cmark_node_next (cell_source))
        {
          GigNode *cell = create_node (converter, cell_source, row);

          cell->line = cell->end_line = row->line;
          cell->alignment = column < n_columns ? alignments[column++] : 0;
          convert_inlines (converter, cell, cell_source);
          *cell_tail = cell;
          cell_tail = &cell->next;
        }
      *row_tail = row;
      row_tail = &row->next;
    }
}

static void
convert_leaf (Converter  *converter,
              GigNode    *node,
              cmark_node *source)
{
  switch (node->type)
    {
    case GIG_NODE_HEADING:
      node->level = cmark_node_get_heading_level (source);
      take_attributes (converter, node, source);
      convert_inlines (converter, node, source);
      break;
    case GIG_NODE_PARAGRAPH:
      convert_inlines (converter, node, source);
      break;
    case GIG_NODE_CODE:
      node->info = gig_arena_strdup (converter->strings, cmark_node_get_fence_info (source));
      node->text = gig_arena_strdup (converter->strings, cmark_node_get_literal (source));
      break;
    case GIG_NODE_HTML:
    case GIG_NODE_FOOTNOTE:
      node->text = gig_arena_strdup (converter->strings, cmark_node_get_literal (source));
      break;
    case GIG_NODE_LIST:
      node->ordered = cmark_node_get_list_type (source) == CMARK_ORDERED_LIST;
      node->start = cmark_node_get_list_start (source);
      break;
    case GIG_NODE_ITEM:
      take_box (node, source);
      break;
    case GIG_NODE_QUOTE:
      take_callout (converter, node, source);
      break;
    case GIG_NODE_TABLE:
      convert_table (converter, node, source);
      break;
    default:
      break;
    }
}

/* The recursion is bounded: deeper nesting than the limit is not entered. */
static void
convert_children (Converter  *converter,
                  GigNode    *parent,
                  cmark_node *source,
                  guint       depth)
{
  GigNode **tail = &parent->children;

  for (cmark_node *child = cmark_node_first_child (source); child != NULL; child = cmark_node_next (child))
    {
      GigNode *node = create_node (converter, child, parent);
      gboolean container = node->type == GIG_NODE_LIST || node->type == GIG_NODE_QUOTE;

      *tail = node;
      tail = &node->next;
      if (converter->n_blocks > converter->limits->max_blocks)
        {
          node->type = GIG_NODE_TOO_MANY;
          return;
        }
      if (container && depth >= converter->limits->max_nesting)
        {
          node->type = GIG_NODE_TOO_DEEP;
          continue;
        }

      convert_leaf (converter, node, child);
      if (container || node->type == GIG_NODE_ITEM || node->type == GIG_NODE_FOOTNOTE)
        convert_children (converter, node, child, depth + (container ? 1 : 0));
    }
}

GigNode *
gig_markdown_parse (const char              *text,
                    gsize                    length,
                    guint                    first_line,
                    const GigMarkdownLimits *limits,
                    GigArena                *nodes,
                    GigArena                *strings)
{
  Converter converter = { .first_line = first_line, .limits = limits, .nodes = nodes, .strings = strings };
  cmark_parser *parser = create_parser ();
  GigNode *document = gig_arena_new0 (nodes, GigNode);
  cmark_node *source;

  cmark_parser_feed (parser, text, length);
  source = finish_parser (parser);

  document->type = GIG_NODE_DOCUMENT;
  document->line = first_line;
  document->column = 1;
  convert_children (&converter, document, source, 0);
  cmark_node_free (source);

  return document;
}
