/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- What kind of table it is --- */

static guint
count_nodes (const GigNode *node)
{
  guint n = 0;

  for (; node != NULL; node = node->next)
    n++;

  return n;
}

static const GigNode *
get_nth (const GigNode *node,
         guint          n)
{
  while (node != NULL && n-- > 0)
    node = node->next;

  return node;
}

/* The one link that a cell consists of, or NULL. */
static const GigMark *
get_only_link (const GigNode *cell)
{
  for (const GigMark *mark = cell->marks; mark != NULL; mark = mark->next)
    {
      if (mark->type == GIG_MARK_LINK)
        return mark->start == 0 && cell->text[mark->end] == '\0' ? mark : NULL;
    }

  return NULL;
}

static int
find_column (GigLessonBuild *build,
             const GigNode  *header,
             GigKeyword      keyword)
{
  int i = 0;

  for (const GigNode *cell = header->children; cell != NULL; cell = cell->next, i++)
    {
      if (gig_keywords_match (build->keywords, keyword, cell->text))
        return i;
    }

  return -1;
}

static gboolean
is_comparison (const GigNode *header)
{
  guint n_links = 0;
  guint i = 0;

  for (const GigNode *cell = header->children; cell != NULL; cell = cell->next, i++)
    {
      const GigMark *link = get_only_link (cell);

      if (link != NULL && link->text[0] == '#')
        n_links++;
      else if (i > 0)
        return FALSE;
    }

  return n_links >= 2;
}

static gboolean
has_links (const GigNode *table,
           guint          column)
{
  for (const GigNode *row = table->children->next; row != NULL; row = row->next)
    {
      const GigNode *cell = get_nth (row->children, column);

      for (const GigMark *mark = cell != NULL ? cell->marks : NULL; mark != NULL; mark = mark->next)
        {
          if (mark->type == GIG_MARK_LINK)
            return TRUE;
        }
    }

  return FALSE;
}

static GigTableKind
get_kind (GigLessonBuild *build,
          const GigNode  *table)
{
  const GigNode *header = table->children;
  const GigNode *first = header != NULL ? header->children : NULL;
  int kind;

  if (first == NULL)
    return GIG_TABLE_PLAIN;

  kind = find_column (build, header, GIG_KEYWORD_KIND);
  if ((gig_keywords_match (build->keywords, GIG_KEYWORD_MODEL, first->text)
       || gig_keywords_match (build->keywords, GIG_KEYWORD_EXAMPLE, first->text))
      && kind > 0 && (build->strict || has_links (table, kind)))
    return GIG_TABLE_MEMBERS;
  if (gig_keywords_match (build->keywords, GIG_KEYWORD_TERM, first->text))
    return GIG_TABLE_GLOSSARY;
  if (is_comparison (header))
    return GIG_TABLE_COMPARISON;

  return GIG_TABLE_PLAIN;
}

/* A column of a glossary that is named by a language: `en`, `fr`, `pt-BR`. */
static gboolean
is_language_column (const char *header)
{
  gsize base = strspn (header, G_CSET_a_2_z);

  return (base == 2 || base == 3) && (header[base] == '\0' || (strchr ("-_", header[base]) != NULL && strlen (header) < 9));
}

/* --- Reading --- */

typedef struct
{
  GigLessonBuild *build;
  const GigNode  *table;
  GigTableKind    kind;
  const char     *name;         /* of the table, for translators */
  GPtrArray      *headers;      /* (element-type GigNode) */
  GArray         *columns;      /* of the row being read, as written */
} Table;

static char *
describe_cell (Table         *table,
               const GigNode *row,
               guint          column)
{
  const GigNode *header = g_ptr_array_index (table->headers, column);

  if (row == table->table->children)
    return g_strdup_printf ("table \"%s\", header", table->name);
  if (column == 0)
    return g_strdup_printf ("table \"%s\", column \"%s\"", table->name, header->text);

  return g_strdup_printf ("table \"%s\", column \"%s\", row \"%s\"", table->name, header->text, row->children->text);
}

static GigAlignment
get_alignment (const GigNode *cell)
{
  switch (cell->alignment)
    {
    case 'l':
      return GIG_ALIGN_LEFT;
    case 'c':
      return GIG_ALIGN_CENTER;
    case 'r':
      return GIG_ALIGN_RIGHT;
    default:
      return GIG_ALIGN_NONE;
    }
}

static GigBlock *
read_cell (Table         *table,
           const GigNode *row,
           const GigNode *cell,
           guint          column)
{
  GigLessonBuild *build = table->build;
  GigBlock *block = gig_lesson_build_block (build, GIG_BLOCK_TABLE_CELL, cell);
  g_autofree char *kind = describe_cell (table, row, column);
  const GigNode *header = g_ptr_array_index (table->headers, column);
  gboolean skip = build->directives.skip;

  block->alignment = get_alignment (cell);
  if (table->kind == GIG_TABLE_GLOSSARY && is_language_column (header->text))
    build->directives.skip = TRUE;
  block->message = gig_lesson_build_cell_message (build, cell, table->columns, column, kind);
  block->column = block->message->column;
  build->directives.skip = skip;

  return block;
}

/* Whether the row has as many cells as the header; the parser fills up and drops silently. */
static GigDiagnostic *
check_width (Table         *table,
             const GigNode *row)
{
  guint n_columns = table->headers->len;
  g_autofree char *found = NULL;
  g_autofree char *wanted = NULL;

  if (table->columns->len == n_columns)
    return NULL;

  found = g_strdup_printf ("%u", table->columns->len);
  wanted = g_strdup_printf ("%u", n_columns);

  return gig_lesson_build_report (table->build, gig_lesson_build_get_severity (table->build), row->line,
                                  gig_source_get_column (table->build->source, row->line, table->table->column),
                                  N_("number of cells in this row: %s; in the header: %s"),
                                  N_("give the row as many cells, empty ones between two bars"), found, wanted, NULL);
}

void
gig_lesson_table_read (GigLessonBuild *build,
                       const GigNode  *node,
                       GPtrArray      *list)
{
  GigBlock *block = gig_lesson_build_block (build, GIG_BLOCK_TABLE, node);
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();
  GigDiagnostic *ragged = NULL;
  Table table = { .build = build, .table = node };
  GPtrArray *rows = gig_lesson_build_array (build);

  for (const GigNode *cell = node->children != NULL ? node->children->children : NULL; cell != NULL; cell = cell->next)
    g_ptr_array_add (headers, (gpointer) cell);
  table.headers = headers;
  table.kind = get_kind (build, node);
  if (table.kind == GIG_TABLE_PLAIN)
    gig_lesson_slip_table (build, node);
  table.name = build->concept != NULL ? build->concept->title->source : "";
  block->table_kind = table.kind;
  block->children = rows;
  for (const GigNode *row = node->children; row != NULL; row = row->next)
    {
      GigBlock *row_block = gig_lesson_build_block (build, GIG_BLOCK_TABLE_ROW, row);
      guint column = 0;

      table.columns = gig_source_get_cells (build->source, row->line, node->column);
      if (row != node->children)
        {
          GigDiagnostic *diagnostic = check_width (&table, row);

          ragged = ragged != NULL ? ragged : diagnostic;
          build->incomplete |= diagnostic != NULL && table.kind == GIG_TABLE_MEMBERS;
        }
      row_block->children = gig_lesson_build_array (build);
      for (const GigNode *cell = row->children; cell != NULL; cell = cell->next, column++)
        g_ptr_array_add (row_block->children, read_cell (&table, row, cell, column));
      g_ptr_array_add (rows, row_block);
      g_array_unref (table.columns);
    }

  if (table.kind == GIG_TABLE_MEMBERS || table.kind == GIG_TABLE_GLOSSARY)
    {
      GigPendingTable pending = { table.kind, node, rows, build->concept };

      g_array_append_val (build->tables, pending);
    }
  if (ragged != NULL && build->strict)
    gig_lesson_build_break (build, block, node, ragged);
  gig_lesson_build_take_directives (build, block);
  g_ptr_array_add (list, block);
}

/* --- Members --- */

static const GigMessage *
get_cell_message (const GigPendingTable *table,
                  guint                  row,
                  guint                  column)
{
  GigBlock *block = g_ptr_array_index (table->rows, row);

  return column < block->children->len ? ((GigBlock *) g_ptr_array_index (block->children, column))->message : NULL;
}

static char *
get_plain (const GigMessage *message)
{
  g_autoptr (GigInlines) inlines = gig_inlines_parse (message->source);

  return g_strstrip (gig_inlines_to_text (inlines));
}

static gboolean
is_unknown (const char *value)
{
  return *value == '\0' || strcmp (value, "–") == 0 || strcmp (value, "-") == 0 || strcmp (value, "—") == 0
         || strcmp (value, "?") == 0;
}

static void
add_kind (GigLessonBuild *build,
          GigMember      *member,
          GigConcept     *concept,
          const GigNode  *cell,
          const char     *target,
          gboolean        contested)
{
  GPtrArray *list = contested ? member->contested_kinds : member->kinds;
  GPtrArray *other = contested ? member->kinds : member->contested_kinds;

  concept->is_set = TRUE;
  if (g_ptr_array_find (other, concept, NULL))
    {
      gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, cell, target,
                                  N_("“%s” is a certain kind of “%s” in one table and a contested one in another"),
                                  N_("write the question mark in both or in none"), concept->id, member->name->source, NULL);
      return;
    }
  if (!g_ptr_array_find (list, concept, NULL))
    g_ptr_array_add (list, concept);
}

static void
read_kinds (GigLessonBuild *build,
            GigMember      *member,
            const GigNode  *cell)
{
  guint n_links = 0;

  for (const GigMark *mark = cell->marks; mark != NULL; mark = mark->next)
    {
      GigConcept *concept;
      const char *behind;

      if (mark->type != GIG_MARK_LINK)
        continue;
      n_links++;
      concept = gig_lesson_build_find_target (build, mark->text);
      /* A link that leads nowhere is reported with all the others. */
      if (concept == NULL)
        {
          build->incomplete = TRUE;
          continue;
        }

      behind = cell->text + mark->end;
      behind += strspn (behind, " ");
      if (g_str_has_prefix (behind, "\302\240"))
        behind += 2;
      add_kind (build, member, concept, cell, mark->text, *behind == '?');
    }

  if (n_links == 0 && !is_unknown (cell->text))
    {
      build->incomplete = TRUE;
      gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, cell, cell->text,
                                  N_("the kind “%s” is no link to a concept"), N_("write it as [%s](#id)"),
                                  cell->text, cell->text, NULL);
    }
}

static GigAttribute *
find_attribute (GigMember  *member,
                const char *key)
{
  for (guint i = 0; i < member->attributes->len; i++)
    {
      GigAttribute *attribute = g_ptr_array_index (member->attributes, i);

      if (strcmp (attribute->key, key) == 0)
        return attribute;
    }

  return NULL;
}

static GigAttributeRole
get_role (GigLessonBuild *build,
          const char     *header)
{
  if (gig_keywords_match (build->keywords, GIG_KEYWORD_IN, header))
    return GIG_ATTRIBUTE_IN;
  if (gig_keywords_match (build->keywords, GIG_KEYWORD_OUT, header))
    return GIG_ATTRIBUTE_OUT;
  /* The date itself may stand in the header. */
  if (gig_keywords_match_start (build->keywords, GIG_KEYWORD_AS_OF, header))
    return GIG_ATTRIBUTE_AS_OF;

  return GIG_ATTRIBUTE_OTHER;
}

static void
add_attribute (GigLessonBuild   *build,
               GigMember        *member,
               const GigMessage *header,
               const GigMessage *value)
{
  g_autofree char *plain = get_plain (header);
  g_autofree char *key = g_utf8_strdown (plain, -1);
  GigAttribute *attribute = find_attribute (member, key);

  if (attribute == NULL)
    {
      attribute = gig_arena_new0 (build->lesson->arena, GigAttribute);
      attribute->name = header;
      attribute->value = value;
      attribute->key = gig_arena_intern (build->lesson->arena, key);
      attribute->role = get_role (build, plain);
      g_ptr_array_add (member->attributes, attribute);
    }
  else if (is_unknown (attribute->value->source))
    attribute->value = value;
  else if (!is_unknown (value->source) && strcmp (attribute->value->source, value->source) != 0)
    {
      g_autofree char *line = g_strdup_printf ("%u", attribute->value->line);

      gig_lesson_build_report (build, GIG_SEVERITY_ERROR, value->line, value->column,
                               N_("“%s” of “%s” is “%s” here and “%s” on line %s"), N_("write the same in both tables"),
                               plain, member->name->source, value->source, attribute->value->source, line, NULL);
    }
}

/* The concepts by title, short label and id; the first of a name counts. */
static GHashTable *
get_pages (GigLessonBuild *build)
{
  GHashTable *pages = g_hash_table_new (g_str_hash, g_str_equal);

  /* The last part of an id is the weakest name: `border.bert` for BERT. */
  for (guint i = build->lesson->concepts->len; i > 0; i--)
    {
      GigConcept *concept = g_ptr_array_index (build->lesson->concepts, i - 1);
      const char *dot = strrchr (concept->id, '.');

      if (dot != NULL)
        g_hash_table_insert (pages, (gpointer) (dot + 1), concept);
    }
  for (guint i = build->lesson->concepts->len; i > 0; i--)
    {
      GigConcept *concept = g_ptr_array_index (build->lesson->concepts, i - 1);

      g_hash_table_insert (pages, (gpointer) concept->id, concept);
      if (concept->short_label != NULL)
        g_hash_table_insert (pages, (gpointer) concept->short_label->source, concept);
      g_hash_table_insert (pages, (gpointer) concept->title->source, concept);
    }

  return pages;
}

/* The page of a member: what its name links to, or the concept of the same name or id. */
static GigConcept *
find_member_page (GigLessonBuild *build,
                  GHashTable     *pages,
                  const GigNode  *cell,
                  const char     *name,
                  const char     *slug)
{
  const GigMark *link = get_only_link (cell);
  GigConcept *page;

  if (link != NULL)
    return gig_lesson_build_find_target (build, link->text);
  page = g_hash_table_lookup (pages, name);

  return page != NULL ? page : g_hash_table_lookup (pages, slug);
}

static GigMember *
ensure_member (GigLessonBuild        *build,
               GHashTable            *pages,
               const GigPendingTable *table,
               const GigNode         *cell,
               const GigMessage      *name)
{
  GigLesson *lesson = build->lesson;
  g_autofree char *plain = get_plain (name);
  g_autofree char *slug = gig_slug (plain);
  GigMember *member = gig_lesson_build_find_member (build, plain);

  if (member != NULL)
    return member;

  member = gig_arena_new0 (lesson->arena, GigMember);
  member->id = gig_arena_strdup (lesson->arena, slug);
  member->name = name;
  member->kinds = gig_lesson_build_array (build);
  member->contested_kinds = gig_lesson_build_array (build);
  member->attributes = gig_lesson_build_array (build);
  member->line = name->line;
  member->home = table->concept;
  member->concept = find_member_page (build, pages, cell, plain, slug);
  g_ptr_array_add (lesson->members, member);
  g_hash_table_insert (lesson->members_by_name, gig_arena_strdup (lesson->arena, plain), member);

  return member;
}

static void
read_members (GigLessonBuild        *build,
              GHashTable            *pages,
              const GigPendingTable *table)
{
  int kind_column = find_column (build, table->node->children, GIG_KEYWORD_KIND);
  guint row_index = 1;

  for (const GigNode *row = table->node->children->next; row != NULL; row = row->next, row_index++)
    {
      const GigMessage *name = get_cell_message (table, row_index, 0);
      GigMember *member;
      int column = 0;

      if (name == NULL || *name->source == '\0')
        {
          gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, row, NULL, N_("this row has no name"),
                                      N_("write the name of the model in its first cell"), NULL);
          continue;
        }

      member = ensure_member (build, pages, table, row->children, name);
      for (const GigNode *cell = row->children; cell != NULL; cell = cell->next, column++)
        {
          if (column == kind_column)
            read_kinds (build, member, cell);
          else if (column > 0)
            add_attribute (build, member, get_cell_message (table, 0, column), get_cell_message (table, row_index, column));
        }
    }
}

/* --- Terms --- */

static void
read_terms (GigLessonBuild        *build,
            const GigPendingTable *table)
{
  GigLesson *lesson = build->lesson;
  guint row_index = 1;

  for (const GigNode *row = table->node->children->next; row != NULL; row = row->next, row_index++)
    {
      GigTerm *term = gig_arena_new0 (lesson->arena, GigTerm);
      const GigMark *link = get_only_link (row->children);
      guint n_columns = count_nodes (row->children);

      term->lesson = lesson;
      term->message = get_cell_message (table, row_index, 0);
      term->concept = link != NULL ? gig_lesson_build_find_target (build, link->text) : NULL;
      term->attributes = gig_lesson_build_array (build);
      term->columns = g_hash_table_new (g_str_hash, g_str_equal);
      gig_lesson_build_own (build, term->columns, (GDestroyNotify) g_hash_table_unref);
      term->line = row->line;
      for (guint column = 1; column < n_columns; column++)
        {
          const GigMessage *header = get_cell_message (table, 0, column);
          const GigMessage *value = get_cell_message (table, row_index, column);
          GigAttribute *attribute;

          if (is_language_column (header->source))
            {
              if (!is_unknown (value->source))
                g_hash_table_insert (term->columns, (gpointer) g_intern_string (header->source), (gpointer) value);
              continue;
            }
          attribute = gig_arena_new0 (lesson->arena, GigAttribute);
          attribute->name = header;
          attribute->value = value;
          attribute->key = gig_arena_strdup (lesson->arena, header->source);
          g_ptr_array_add (term->attributes, attribute);
        }
      g_ptr_array_add (lesson->terms, term);
    }
}

void
gig_lesson_tables_finish (GigLessonBuild *build)
{
  g_autoptr (GHashTable) pages = build->tables->len > 0 ? get_pages (build) : NULL;

  for (guint i = 0; i < build->tables->len; i++)
    {
      const GigPendingTable *table = &g_array_index (build->tables, GigPendingTable, i);

      if (table->kind == GIG_TABLE_MEMBERS)
        read_members (build, pages, table);
      else
        read_terms (build, table);
    }
}
