/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-fence-private.h"
#include "gig-keyword.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static void
clear_set (gpointer data)
{
  GigFenceSet *set = data;

  g_free (set->key);
  g_free (set->label.text);
  g_free (set->concept_id);
}

static void
clear_union (gpointer data)
{
  GigFenceUnion *u = data;

  g_free (u->label.text);
}

static void
clear_item (gpointer data)
{
  GigFenceItem *item = data;

  g_free (item->name);
  g_free (item->label.text);
}

/* One or more names of sets declared above, with commas between them. */
static gboolean
read_set_list (GigFenceParser *self,
               guint32        *sets)
{
  *sets = 0;
  do
    {
      g_auto (GigFenceToken) token = { 0 };
      int index;

      _gig_fence_read_token (self, &token);
      if (token.kind != GIG_FENCE_TOKEN_WORD && token.kind != GIG_FENCE_TOKEN_STRING)
        {
          _gig_fence_report (self, token.column, N_("the name of a set is missing"),
                             N_("write the names of sets with commas between them"), NULL);
          return FALSE;
        }
      index = gig_fence_find_set (self->fence, token.text);
      if (index < 0)
        {
          /* Once is enough; and a line that was to declare it has been complained of. */
          if (g_hash_table_add (self->missing, g_strdup (token.text)))
            _gig_fence_report (self, token.column, N_("no set “%s” is declared above"),
                               N_("write a line “set %1$s” before this one"), token.text);
          return FALSE;
        }
      *sets |= (guint32) 1 << index;
    }
  while (_gig_fence_accept_char (self, ','));
  return TRUE;
}

static void
parse_set (GigFenceParser *self)
{
  g_auto (GigFenceToken) token = { 0 };
  GigFenceSet set = { .size = NAN, .line = self->line };

  _gig_fence_read_token (self, &token);
  if (token.kind != GIG_FENCE_TOKEN_WORD && token.kind != GIG_FENCE_TOKEN_STRING)
    {
      _gig_fence_report (self, token.column, N_("the set has no name"),
                         N_("write it as “set name[\"label\"]”"), NULL);
      return;
    }
  if (gig_fence_find_set (self->fence, token.text) >= 0)
    {
      _gig_fence_report (self, token.column, N_("the set “%s” is declared twice"),
                         N_("leave out one of the two lines"), token.text);
      return;
    }
  if (self->fence->sets->len == GIG_FENCE_MAX_SETS)
    {
      g_autofree char *limit = g_strdup_printf ("%d", GIG_FENCE_MAX_SETS);

      _gig_fence_report (self, token.column, N_("more than %s sets stand in one diagram"),
                         N_("make two diagrams of it"), limit);
      return;
    }
  set.column = token.column;
  if (_gig_fence_read_label (self, &set.label) && _gig_fence_read_size (self, &set.size) && _gig_fence_expect_end (self))
    {
      set.key = g_steal_pointer (&token.text);
      self->last_sets = (guint32) 1 << self->fence->sets->len;
      g_array_append_val (self->fence->sets, set);
      return;
    }
  g_hash_table_add (self->missing, g_strdup (token.text));
  clear_set (&set);
}

static void
parse_union (GigFenceParser *self)
{
  GigFenceUnion u = { .size = NAN, .line = self->line };

  _gig_fence_skip_blanks (self);
  u.column = _gig_fence_get_column (self, self->p);
  if (read_set_list (self, &u.sets) && _gig_fence_read_label (self, &u.label)
      && _gig_fence_read_size (self, &u.size) && _gig_fence_expect_end (self))
    {
      if ((u.sets & (u.sets - 1)) != 0)
        {
          self->last_sets = u.sets;
          g_array_append_val (self->fence->unions, u);
          return;
        }
      _gig_fence_report (self, u.column, N_("an overlap needs at least two sets"),
                         N_("write it as “union A,B”"), NULL);
    }
  clear_union (&u);
}

/* Whether what stands from here is a single name, with or without a label. */
static gboolean
is_single_operand (GigFenceParser *self)
{
  const char *place = self->p;
  guint n_errors = self->fence->n_errors;
  guint n_diagnostics = self->diagnostics->len;
  g_auto (GigFenceToken) token = { 0 };
  GigFenceText label = { 0 };
  gboolean single;

  _gig_fence_read_token (self, &token);
  single = token.kind != GIG_FENCE_TOKEN_END && _gig_fence_read_label (self, &label);
  _gig_fence_skip_blanks (self);
  single = single && self->p >= self->end;
  self->p = place;
  self->fence->n_errors = n_errors;
  g_ptr_array_set_size (self->diagnostics, n_diagnostics);
  g_free (label.text);
  return single;
}

static void
parse_text (GigFenceParser *self)
{
  g_auto (GigFenceToken) token = { 0 };
  GigFenceItem item = { .line = self->line };

  if (self->indented && self->last_sets != 0 && is_single_operand (self))
    item.sets = self->last_sets;
  else if (!read_set_list (self, &item.sets))
    return;

  _gig_fence_read_token (self, &token);
  item.column = token.column;
  if (token.kind == GIG_FENCE_TOKEN_END || token.kind == GIG_FENCE_TOKEN_OTHER)
    {
      char *bracket = token.text != NULL ? strchr (token.text, '[') : NULL;

      if (bracket != NULL && bracket > token.text)
        {
          *bracket = '\0';
          _gig_fence_report (self, token.column, N_("“%s” is no short name: it may have the letters a to z, digits, - and _ only"),
                             N_("write it without accents and spaces; the name to be shown stands in the brackets"), token.text);
          return;
        }
      _gig_fence_report (self, token.column,
                         token.kind == GIG_FENCE_TOKEN_END ? N_("the name of what stands in the set is missing")
                                      : N_("the name “%s” needs quotation marks"),
                         N_("write it as “text A \"name\"”"), token.text);
      return;
    }
  if (self->fence->items->len == GIG_FENCE_MAX_ITEMS)
    {
      g_autofree char *limit = g_strdup_printf ("%d", GIG_FENCE_MAX_ITEMS);

      _gig_fence_report (self, token.column, N_("more than %s names stand in one diagram"),
                         N_("make two diagrams of it"), limit);
      return;
    }
  if (!_gig_fence_read_label (self, &item.label) || !_gig_fence_expect_end (self))
    {
      clear_item (&item);
      return;
    }
  if (item.label.text == NULL)
    {
      item.label.text = g_strdup (token.text);
      item.label.line = self->line;
      item.label.column = token.column + (token.kind == GIG_FENCE_TOKEN_STRING);
    }
  item.name = g_steal_pointer (&token.text);
  g_array_append_val (self->fence->items, item);
}

/* Colours are for other readers: ours come from the theme. The line is read so
 * that a slip in it is seen. */
static void
parse_style (GigFenceParser *self)
{
  guint32 sets;
  const char *colon;

  if (!read_set_list (self, &sets))
    return;
  _gig_fence_skip_blanks (self);
  colon = memchr (self->p, ':', self->end - self->p);
  if (colon == NULL)
    _gig_fence_report (self, _gig_fence_get_column (self, self->p), N_("the style has no value"),
                       N_("write it as “style A fill:#3584e4”"), NULL);
}

static void
parse_title (GigFenceParser *self)
{
  GigFence *fence = self->fence;
  const char *stop = self->end;

  _gig_fence_skip_blanks (self);
  while (stop > self->p && g_ascii_isspace (stop[-1]))
    stop--;
  if (stop == self->p)
    {
      _gig_fence_report (self, _gig_fence_get_column (self, self->p), N_("the title is empty"),
                         N_("write it behind the word “title”"), NULL);
      return;
    }
  g_free (fence->title.text);
  fence->title.text = g_strndup (self->p, stop - self->p);
  fence->title.line = self->line;
  fence->title.column = _gig_fence_get_column (self, self->p);
}

/* --- Comments that say more than Mermaid can --- */

typedef struct
{
  const char *place;
  guint       line;
  guint       column;
} Comment;

static int
read_declared (GigFenceParser *self,
               const char     *form)
{
  g_auto (GigFenceToken) token = { 0 };
  int index = -1;

  _gig_fence_read_token (self, &token);
  if (token.kind == GIG_FENCE_TOKEN_WORD || token.kind == GIG_FENCE_TOKEN_STRING)
    index = gig_fence_find_set (self->fence, token.text);
  if (index < 0 && token.text != NULL && g_hash_table_contains (self->missing, token.text))
    return index;
  if (index < 0)
    _gig_fence_report_at (self, GIG_SEVERITY_ERROR, self->line, token.column,
                          N_("the comment “%s” names a set that is not declared"),
                          N_("write the name of a set of this diagram"), form, NULL);
  return index;
}

static void
parse_concept_comment (GigFenceParser *self)
{
  GigFenceSet *set;
  const char *stop;
  int index = read_declared (self, "%% concept");

  if (index < 0)
    return;
  set = &g_array_index (self->fence->sets, GigFenceSet, index);
  _gig_fence_skip_blanks (self);
  stop = self->end;
  while (stop > self->p && g_ascii_isspace (stop[-1]))
    stop--;
  if (stop - self->p < 2 || *self->p != '#')
    {
      _gig_fence_report (self, _gig_fence_get_column (self, self->p), N_("the comment “%s” names no concept"),
                         N_("write it as “%%%% concept A #concept-id”"), "%% concept");
      return;
    }
  g_free (set->concept_id);
  set->concept_id = g_strndup (self->p + 1, stop - self->p - 1);
}

static void
parse_subset_comment (GigFenceParser *self)
{
  int inner = read_declared (self, "%% subset");

  if (inner < 0)
    return;
  if (!_gig_fence_accept_char (self, ','))
    {
      _gig_fence_report (self, _gig_fence_get_column (self, self->p), N_("the comment “%s” needs two sets"),
                         N_("write it as “%%%% subset inner, outer”"), "%% subset");
      return;
    }
  do
    {
      int outer = read_declared (self, "%% subset");

      if (outer < 0)
        return;
      if (outer == inner)
        {
          _gig_fence_report (self, _gig_fence_get_column (self, self->p), N_("the comment “%s” puts a set inside itself"),
                             N_("name two different sets"), "%% subset");
          return;
        }
      g_array_index (self->fence->sets, GigFenceSet, inner).subset_of |= (guint32) 1 << outer;
    }
  while (_gig_fence_accept_char (self, ','));
}

static void
parse_zone_comment (GigFenceParser *self)
{
  g_auto (GigFenceToken) token = { 0 };
  int index = read_declared (self, "%% zone");

  if (index < 0)
    return;
  _gig_fence_read_token (self, &token);
  if (token.kind != GIG_FENCE_TOKEN_WORD || g_ascii_strcasecmp (token.text, "empty") != 0)
    {
      _gig_fence_report (self, token.column, N_("the comment “%s” says nothing of the zone"),
                         N_("write it as “%%%% zone A empty”"), "%% zone");
      return;
    }
  g_array_index (self->fence->sets, GigFenceSet, index).empty = TRUE;
}

/* Any comment may stand in a diagram; “%% concpet A #a” is none. */
static void
check_comment_word (GigFenceParser      *self,
                    const GigFenceToken *word)
{
  static const char * const words[] = { "concept", "subset", "zone", "proportional", "claim" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (gig_text_is_near (word->text, words[i]))
      {
        _gig_fence_report_at (self, GIG_SEVERITY_WARNING, self->line, word->column,
                              N_("the comment “%%%% %s” is not heeded"), N_("write “%%%% %s”"), word->text, words[i]);
        return;
      }
}

static void
parse_comment (GigFenceParser *self,
               const Comment  *comment)
{
  g_auto (GigFenceToken) token = { 0 };

  self->line = comment->line;
  self->column = comment->column;
  self->start = self->p = comment->place;
  self->end = self->p + strcspn (self->p, "\r\n");
  _gig_fence_read_token (self, &token);
  if (token.kind != GIG_FENCE_TOKEN_WORD)
    return;
  if (g_ascii_strcasecmp (token.text, "concept") == 0)
    parse_concept_comment (self);
  else if (g_ascii_strcasecmp (token.text, "subset") == 0)
    parse_subset_comment (self);
  else if (g_ascii_strcasecmp (token.text, "zone") == 0)
    parse_zone_comment (self);
  else if (g_ascii_strcasecmp (token.text, "proportional") == 0)
    {
      _gig_fence_skip_blanks (self);
      self->fence->proportional |= self->p == self->end;
    }
  else if (g_ascii_strcasecmp (token.text, "claim") == 0)
    {
      _gig_fence_skip_blanks (self);
      self->fence->claim |= self->p == self->end;
    }
  else
    check_comment_word (self, &token);
}

/* --- Lines --- */

/* Where the line's comment begins, outside quotation marks; else its end. */
static const char *
find_comment (const char *start,
              const char *end)
{
  gboolean quoted = FALSE;

  for (const char *p = start; p + 1 < end; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && p[0] == '%' && p[1] == '%')
        return p;
    }
  return end;
}

/* “sett A”: that A is not declared goes without saying. */
static void
note_missing_set (GigFenceParser      *self,
                  const GigFenceToken *word)
{
  g_auto (GigFenceToken) name = { 0 };

  if (gig_text_distance (word->text, "set") > 2)
    return;
  _gig_fence_read_token (self, &name);
  if (name.kind == GIG_FENCE_TOKEN_WORD)
    g_hash_table_add (self->missing, g_strdup (name.text));
}

static void
parse_statement (GigFenceParser *self)
{
  static const struct
  {
    const char *keyword;
    void      (*parse) (GigFenceParser *self);
  } statements[] = {
    { "set", parse_set },
    { "union", parse_union },
    { "intersection", parse_union },
    { "text", parse_text },
    { "style", parse_style },
    { "title", parse_title },
  };
  g_auto (GigFenceToken) token = { 0 };

  _gig_fence_read_token (self, &token);
  if (token.kind == GIG_FENCE_TOKEN_END)
    return;
  if (!self->header)
    {
      self->header = TRUE;
      self->fence->line = self->line;
      if (token.kind == GIG_FENCE_TOKEN_WORD && g_ascii_strcasecmp (token.text, "venn-beta") == 0)
        _gig_fence_expect_end (self);
      else
        _gig_fence_report (self, token.column, N_("the diagram does not begin with “venn-beta”"),
                           N_("write “venn-beta” as its first line"), NULL);
      return;
    }
  if (token.kind == GIG_FENCE_TOKEN_WORD)
    for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
      if (g_ascii_strcasecmp (token.text, statements[i].keyword) == 0)
        {
          statements[i].parse (self);
          return;
        }
  note_missing_set (self, &token);
  _gig_fence_report (self, token.column, N_("“%s” is not a word of a diagram"),
                     N_("begin the line with set, union, text, style or title"), token.text);
}

static gboolean
is_blank_or_comment (const char *line,
                     const char *end)
{
  while (line < end && (*line == ' ' || *line == '\t'))
    line++;
  return line >= end || (end - line >= 2 && line[0] == '%' && line[1] == '%');
}

gboolean
gig_fence_is_venn (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  while (*text != '\0')
    {
      const char *end = text + strcspn (text, "\r\n");

      if (!is_blank_or_comment (text, end))
        {
          text += strspn (text, " \t");
          return g_ascii_strncasecmp (text, "venn-beta", 9) == 0 && !_gig_fence_is_word (text[9]);
        }
      text = end + strspn (end, "\r\n");
    }
  return FALSE;
}

static GigFence *
fence_new (void)
{
  GigFence *self = g_new0 (GigFence, 1);

  self->sets = g_array_new (FALSE, TRUE, sizeof (GigFenceSet));
  self->unions = g_array_new (FALSE, TRUE, sizeof (GigFenceUnion));
  self->items = g_array_new (FALSE, TRUE, sizeof (GigFenceItem));
  g_array_set_clear_func (self->sets, clear_set);
  g_array_set_clear_func (self->unions, clear_union);
  g_array_set_clear_func (self->items, clear_item);
  return self;
}

GigFence *
gig_fence_parse (const char *text,
                 const char *file,
                 guint       line,
                 guint       column,
                 GPtrArray  *diagnostics)
{
  g_autoptr (GHashTable) missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GigFenceParser parser = { .diagnostics = diagnostics, .file = file, .missing = missing };
  g_autoptr (GArray) comments = g_array_new (FALSE, FALSE, sizeof (Comment));

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  parser.fence = fence_new ();
  for (parser.line = line; *text != '\0'; parser.line++)
    {
      const char *end = text + strcspn (text, "\n");
      const char *stop = end > text && end[-1] == '\r' ? end - 1 : end;

      parser.column = column;
      parser.start = parser.p = text;
      parser.indented = *text == ' ' || *text == '\t';
      parser.end = find_comment (text, stop);
      if (parser.end < stop)
        {
          Comment comment = { parser.end + 2, parser.line, _gig_fence_get_column (&parser, parser.end + 2) };

          g_array_append_val (comments, comment);
        }
      parse_statement (&parser);
      text = *end == '\n' ? end + 1 : end;
    }

  /* Comments may name a set that is declared further down. */
  for (guint i = 0; i < comments->len; i++)
    parse_comment (&parser, &g_array_index (comments, Comment, i));

  if (parser.fence->sets->len == 0 && parser.fence->n_errors == 0)
    _gig_fence_report_at (&parser, GIG_SEVERITY_ERROR, parser.fence->line != 0 ? parser.fence->line : line,
                          column, N_("the diagram has no set"), N_("write at least one line “set name”"),
                          NULL, NULL);
  return parser.fence;
}

void
gig_fence_free (GigFence *self)
{
  if (self == NULL)
    return;
  g_free (self->title.text);
  g_array_unref (self->sets);
  g_array_unref (self->unions);
  g_array_unref (self->items);
  g_free (self);
}

int
gig_fence_find_set (GigFence   *self,
                    const char *key)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->sets->len; i++)
    if (g_strcmp0 (g_array_index (self->sets, GigFenceSet, i).key, key) == 0)
      return (int) i;
  return -1;
}
