/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-inline-events.h"

#include <string.h>

#include "gig-inlines-private.h"
#include "gig-lesson-private.h"

/* How a text is written: the first way that reads back the same is taken. */
typedef enum
{
  WRITE_PLAIN   = 0,
  WRITE_STARS   = 1 << 0,     /* *emphasis*, which may stand inside a word */
  WRITE_ESCAPED = 1 << 1,
} WriteFlags;

typedef struct
{
  GString    *text;
  WriteFlags  flags;
  gboolean    doubtful;       /* whether it might read back differently */
  GArray     *open;           /* (element-type guint): where open links and images start */
  GigArena   *nodes;          /* (nullable): for the marks */
  GigArena   *strings;
  GigMark   **tail;
} Writer;

/* --- Writing Markdown --- */

/* Whether the character at @p of @literal can start something. */
static gboolean
needs_escape (const char *literal,
              const char *p)
{
  switch (*p)
    {
    case '*':
    case '_':
    case '[':
    case ']':
    case '`':
    case '<':
      return TRUE;
    case '\\':
      return g_ascii_ispunct (p[1]) || p[1] == '\0';
    case '&':
      return g_ascii_isalnum (p[1]) || p[1] == '#';
    case '~':
      return p[1] == '~' || (p > literal && p[-1] == '~');
    case ':':
      return p[1] == '/';
    case '.':
      return p >= literal + 3 && strncmp (p - 3, "www", 3) == 0;
    default:
      return FALSE;
    }
}

static void
write_text (Writer     *writer,
            const char *literal)
{
  if (strpbrk (literal, "\\`*_[]<&~@") != NULL || strstr (literal, "://") != NULL || strstr (literal, "www.") != NULL)
    writer->doubtful = TRUE;

  if ((writer->flags & WRITE_ESCAPED) == 0)
    {
      g_string_append (writer->text, literal);
      return;
    }

  for (const char *p = literal; *p != '\0'; p++)
    {
      if (needs_escape (literal, p))
        g_string_append_c (writer->text, '\\');
      g_string_append_c (writer->text, *p);
    }
}

static void
write_code (Writer     *writer,
            const char *literal)
{
  gsize longest = 0, current = 0, length = strlen (literal);
  gboolean pad;

  for (const char *p = literal; *p != '\0'; p++)
    {
      current = *p == '`' ? current + 1 : 0;
      longest = MAX (longest, current);
    }
  pad = length == 0 || literal[0] == '`' || literal[length - 1] == '`'
        || (literal[0] == ' ' && literal[length - 1] == ' ' && strspn (literal, " ") < length);

  for (gsize i = 0; i <= longest; i++)
    g_string_append_c (writer->text, '`');
  if (pad)
    g_string_append_c (writer->text, ' ');
  g_string_append (writer->text, literal);
  if (pad)
    g_string_append_c (writer->text, ' ');
  for (gsize i = 0; i <= longest; i++)
    g_string_append_c (writer->text, '`');
}

static void
write_target (Writer         *writer,
              const GigEvent *event)
{
  gboolean angled = strpbrk (event->text, " ()<>") != NULL;

  if (strpbrk (event->text, "\\&<>") != NULL)
    writer->doubtful = TRUE;

  g_string_append (writer->text, angled ? "](<" : "](");
  for (const char *p = event->text; *p != '\0'; p++)
    {
      if (strchr ("\\<>", *p) != NULL || (*p == '&' && (writer->flags & WRITE_ESCAPED) != 0))
        g_string_append_c (writer->text, '\\');
      g_string_append_c (writer->text, *p);
    }
  g_string_append (writer->text, angled ? ">" : "");

  if (event->title != NULL && *event->title != '\0')
    {
      writer->doubtful = TRUE;
      g_string_append (writer->text, " \"");
      for (const char *p = event->title; *p != '\0'; p++)
        {
          if (strchr ("\\\"", *p) != NULL)
            g_string_append_c (writer->text, '\\');
          g_string_append_c (writer->text, *p);
        }
      g_string_append_c (writer->text, '"');
    }
  g_string_append_c (writer->text, ')');
}

/* Whether the link that starts at @index is written `<https://…>`. */
static gboolean
is_autolink (GArray *events,
             guint   index)
{
  const GigEvent *link = &g_array_index (events, GigEvent, index);
  const GigEvent *text;

  if (index + 2 >= events->len || (link->title != NULL && *link->title != '\0'))
    return FALSE;

  text = link + 1;
  if (text->type != GIG_EVENT_TEXT || link[2].type != GIG_EVENT_LINK || link[2].step != -1)
    return FALSE;

  return (strcmp (text->text, link->text) == 0 && strchr (link->text, ':') != NULL && link->text[0] != '#')
         || (g_str_has_prefix (link->text, "mailto:") && strcmp (text->text, link->text + strlen ("mailto:")) == 0);
}

static void
add_mark (Writer      *writer,
          GigMarkType  type,
          const char  *text,
          gsize        length,
          guint        start)
{
  GigMark *mark;

  if (writer->nodes == NULL)
    return;

  mark = gig_arena_new0 (writer->nodes, GigMark);
  mark->type = type;
  mark->text = gig_arena_strndup (writer->strings, text, length);
  mark->start = start;
  mark->end = writer->text->len;
  *writer->tail = mark;
  writer->tail = &mark->next;
}

static void
mark_unknown_footnotes (Writer     *writer,
                        const char *literal)
{
  const char *start = literal;

  while ((start = strstr (start, "[^")) != NULL)
    {
      gsize length = strcspn (start + 2, "]");

      if (start[2 + length] == ']' && length > 0 && memchr (start + 2, ' ', length) == NULL)
        add_mark (writer, GIG_MARK_UNKNOWN_FOOTNOTE, start + 2, length, writer->text->len);
      start += 2;
    }
}

/* Returns how many events were written. */
static guint
write_link (Writer *writer,
            GArray *events,
            guint   index)
{
  const GigEvent *event = &g_array_index (events, GigEvent, index);
  guint start = writer->text->len;

  if (event->type == GIG_EVENT_LINK && event->step > 0 && is_autolink (events, index))
    {
      g_string_append_printf (writer->text, "<%s>", event[1].text);
      add_mark (writer, GIG_MARK_LINK, event->text, strlen (event->text), start);
      return 3;
    }
  if (event->step > 0)
    {
      g_array_append_val (writer->open, start);
      g_string_append (writer->text, event->type == GIG_EVENT_IMAGE ? "![" : "[");
      return 1;
    }

  start = g_array_index (writer->open, guint, writer->open->len - 1);
  g_array_set_size (writer->open, writer->open->len - 1);
  write_target (writer, event);
  add_mark (writer, event->type == GIG_EVENT_LINK ? GIG_MARK_LINK : GIG_MARK_IMAGE,
            event->text, strlen (event->text), start);

  return 1;
}

static guint
write_event (Writer *writer,
             GArray *events,
             guint   index)
{
  const GigEvent *event = &g_array_index (events, GigEvent, index);
  guint start = writer->text->len;

  switch (event->type)
    {
    case GIG_EVENT_TEXT:
      write_text (writer, event->text);
      mark_unknown_footnotes (writer, event->text);
      break;
    case GIG_EVENT_SPACE:
      g_string_append_c (writer->text, ' ');
      break;
    case GIG_EVENT_BREAK:
      writer->doubtful = TRUE;
      g_string_append (writer->text, "\\\n");
      break;
    case GIG_EVENT_CODE:
      write_code (writer, event->text);
      add_mark (writer, GIG_MARK_CODE, event->text, strlen (event->text), start);
      break;
    case GIG_EVENT_HTML:
      g_string_append (writer->text, event->text);
      break;
    case GIG_EVENT_FOOTNOTE:
      g_string_append_printf (writer->text, "[^%s]", event->text);
      add_mark (writer, GIG_MARK_FOOTNOTE, event->text, strlen (event->text), start);
      break;
    case GIG_EVENT_EMPHASIS:
      writer->doubtful = TRUE;
      g_string_append_c (writer->text, (writer->flags & WRITE_STARS) != 0 ? '*' : '_');
      break;
    case GIG_EVENT_STRONG:
      writer->doubtful = TRUE;
      g_string_append (writer->text, "**");
      break;
    case GIG_EVENT_STRIKE:
      writer->doubtful = TRUE;
      g_string_append (writer->text, "~~");
      break;
    case GIG_EVENT_LINK:
    case GIG_EVENT_IMAGE:
      return write_link (writer, events, index);
    default:
      g_assert_not_reached ();
    }

  return 1;
}

/* What @events say, in a form that differs whenever the meaning does. */
static char *
describe_events (GArray *events)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const GigEvent *event = &g_array_index (events, GigEvent, i);

      if (event->type == GIG_EVENT_TEXT)
        g_string_append (result, event->text);
      else if (event->type == GIG_EVENT_SPACE)
        g_string_append_c (result, ' ');
      else
        g_string_append_printf (result, "\001%d%d%s\002%s\002", event->type, event->step,
                                event->text != NULL ? event->text : "",
                                event->title != NULL ? event->title : "");
    }

  return g_string_free_and_steal (result);
}

static gboolean
reads_back (const char *markdown,
            const char *expected)
{
  g_autoptr (GigParsedMessage) message = gig_parsed_message_new (markdown);
  g_autofree char *found = describe_events (message->events);

  return message->n_blocks == 1 && strcmp (found, expected) == 0;
}

char *
gig_events_to_markdown (GArray    *events,
                        GigArena  *nodes,
                        GigArena  *strings,
                        GigMark  **marks)
{
  static const WriteFlags ways[] = { WRITE_PLAIN, WRITE_STARS, WRITE_ESCAPED, WRITE_ESCAPED | WRITE_STARS };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *expected = NULL;

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      Writer writer = {
        .text = text, .flags = ways[way], .open = open,
        .nodes = marks != NULL ? nodes : NULL, .strings = strings, .tail = marks,
      };

      g_string_truncate (text, 0);
      if (marks != NULL)
        *marks = NULL;
      for (guint i = 0; i < events->len; )
        i += write_event (&writer, events, i);

      if (!writer.doubtful || way == G_N_ELEMENTS (ways) - 1)
        break;
      if (expected == NULL)
        expected = describe_events (events);
      if (reads_back (text->str, expected))
        break;
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
gig_events_to_plain (GArray *events)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const GigEvent *event = &g_array_index (events, GigEvent, i);

      if (event->type == GIG_EVENT_TEXT || event->type == GIG_EVENT_CODE)
        g_string_append (text, event->text);
      else if (event->type == GIG_EVENT_SPACE || event->type == GIG_EVENT_BREAK)
        g_string_append_c (text, ' ');
    }

  return g_string_free_and_steal (text);
}

/* --- Comments --- */

static gboolean
is_comment (const GigEvent *event)
{
  return event->type == GIG_EVENT_HTML && g_str_has_prefix (event->text, "<!--");
}

static gboolean
ends_with_space (GArray *events,
                 guint   index)
{
  const GigEvent *event;

  if (index == 0)
    return TRUE;

  event = &g_array_index (events, GigEvent, index - 1);

  return event->type == GIG_EVENT_SPACE || (event->type == GIG_EVENT_TEXT && g_str_has_suffix (event->text, " "));
}

/* Of “a <!-- x --> b” one of both spaces goes, of “a <!-- x -->” the only one. */
static void
close_gap (GArray   *events,
           guint     index,
           GigArena *strings)
{
  GigEvent *next = index < events->len ? &g_array_index (events, GigEvent, index) : NULL;

  if (next == NULL)
    {
      while (events->len > 0 && g_array_index (events, GigEvent, events->len - 1).type == GIG_EVENT_SPACE)
        g_array_set_size (events, events->len - 1);
      if (events->len > 0 && ends_with_space (events, events->len))
        {
          GigEvent *last = &g_array_index (events, GigEvent, events->len - 1);

          last->text = g_strchomp (gig_arena_strdup (strings, last->text));
        }
    }
  else if (ends_with_space (events, index))
    {
      if (next->type == GIG_EVENT_TEXT)
        next->text = g_strchug (gig_arena_strdup (strings, next->text));
      else if (next->type == GIG_EVENT_SPACE)
        g_array_remove_index (events, index);
    }
}

GigMark *
gig_events_take_comments (GArray   *events,
                          GigArena *nodes,
                          GigArena *strings)
{
  GigMark *marks = NULL;
  GigMark **tail = &marks;

  for (guint i = 0; i < events->len; )
    {
      const GigEvent *event = &g_array_index (events, GigEvent, i);
      GigMark *mark;
      gsize length;

      if (!is_comment (event))
        {
          i++;
          continue;
        }

      length = strlen (event->text);
      mark = gig_arena_new0 (nodes, GigMark);
      mark->type = GIG_MARK_COMMENT;
      mark->text = gig_arena_strndup (strings, event->text + 4, MAX (length, 7) - 7);
      *tail = mark;
      tail = &mark->next;

      g_array_remove_index (events, i);
      close_gap (events, i, strings);
    }

  return marks;
}

/* --- Messages --- */

gboolean
gig_markdown_is_plain (const char *markdown)
{
  return strpbrk (markdown, "\\`*_[]<&~@\n") == NULL && strstr (markdown, "://") == NULL
         && strstr (markdown, "www.") == NULL;
}

char *
gig_markdown_normalise (const char *markdown)
{
  g_autoptr (GigParsedMessage) message = gig_parsed_message_new (markdown);

  return gig_events_to_markdown (message->events, NULL, NULL, NULL);
}

char *
gig_markdown_escape (const char *text)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (GigEvent));
  GigEvent event = { .type = GIG_EVENT_TEXT, .text = text };

  g_array_append_val (events, event);

  return gig_events_to_markdown (events, NULL, NULL, NULL);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

char **
gig_markdown_get_marks (const char *markdown,
                        guint      *n_blocks)
{
  g_autoptr (GigParsedMessage) message = gig_parsed_message_new (markdown);
  GPtrArray *marks = g_ptr_array_new ();

  for (guint i = 0; i < message->events->len; i++)
    {
      const GigEvent *event = &g_array_index (message->events, GigEvent, i);
      const char *kind = event->type == GIG_EVENT_LINK ? "link "
                         : event->type == GIG_EVENT_IMAGE ? "image "
                         : event->type == GIG_EVENT_CODE ? "code "
                         : event->type == GIG_EVENT_FOOTNOTE ? "footnote " : NULL;

      if (kind != NULL && event->step >= 0)
        g_ptr_array_add (marks, g_strconcat (kind, event->text, NULL));
    }
  g_ptr_array_sort (marks, compare_texts);
  g_ptr_array_add (marks, NULL);
  if (n_blocks != NULL)
    *n_blocks = message->n_blocks;

  return (char **) g_ptr_array_free (marks, FALSE);
}

/* --- Runs --- */

static GigInlineStyle
get_style (GigEventType type)
{
  switch ((guint) type)
    {
    case GIG_EVENT_EMPHASIS:
      return GIG_INLINE_EMPHASIS;
    case GIG_EVENT_STRONG:
      return GIG_INLINE_STRONG;
    case GIG_EVENT_STRIKE:
      return GIG_INLINE_STRIKE;
    case GIG_EVENT_CODE:
      return GIG_INLINE_CODE;
    case GIG_EVENT_BREAK:
      return GIG_INLINE_BREAK;
    default:
      return GIG_INLINE_PLAIN;
    }
}

static gboolean
is_line_break_tag (const GigEvent *event)
{
  return event->type == GIG_EVENT_HTML && g_ascii_strncasecmp (event->text, "<br", 3) == 0
         && !g_ascii_isalpha (event->text[3]);
}

GigInlines *
gig_inlines_parse (const char *markdown)
{
  g_autoptr (GigParsedMessage) message = NULL;
  GigInlines *inlines;
  GigInlineStyle style = GIG_INLINE_PLAIN;
  const char *link = NULL;

  g_return_val_if_fail (markdown != NULL, NULL);

  inlines = _gig_inlines_new ();
  /* Most texts are only that, and a parser costs a hundred times as much. */
  if (gig_markdown_is_plain (markdown))
    {
      if (*markdown != '\0')
        _gig_inlines_add (inlines, markdown, GIG_INLINE_PLAIN, NULL, NULL);
      return inlines;
    }

  message = gig_parsed_message_new (markdown);
  for (guint i = 0; i < message->events->len; i++)
    {
      const GigEvent *event = &g_array_index (message->events, GigEvent, i);

      if (event->type == GIG_EVENT_LINK)
        link = event->step > 0 ? event->text : NULL;
      else if (event->step > 0)
        style |= get_style (event->type);
      else if (event->step < 0)
        style &= ~get_style (event->type);
      else if (event->type == GIG_EVENT_FOOTNOTE)
        _gig_inlines_add (inlines, "", style, link, event->text);
      else if (event->type == GIG_EVENT_BREAK || is_line_break_tag (event))
        _gig_inlines_add (inlines, "\n", style | GIG_INLINE_BREAK, link, NULL);
      else if (event->type == GIG_EVENT_SPACE)
        _gig_inlines_add (inlines, " ", style, link, NULL);
      else if (event->type != GIG_EVENT_HTML)
        _gig_inlines_add (inlines, event->text, style | get_style (event->type), link, NULL);
    }

  return inlines;
}
