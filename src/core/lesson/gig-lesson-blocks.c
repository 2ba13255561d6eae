/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-lesson-items.h"
#include "gig-lesson-reader.h"

/* --- “A kind of: [X](#x), [Y](#y)” --- */

/* What may stand between the links: signs, and a word such as “and”. */
static gboolean
is_separator (const char *text,
              gsize       length)
{
  gsize n_letters = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        n_letters++;
      else if (!g_unichar_isspace (c) && (c >= 0x80 || strchr (",;.&", c) == NULL))
        return FALSE;
    }

  return n_letters <= 3;
}

static gboolean
has_only_links (const GigNode *node,
                gsize          position)
{
  for (const GigMark *mark = node->marks; mark != NULL; mark = mark->next)
    {
      if (mark->type != GIG_MARK_LINK)
        continue;
      if (mark->start < position || !is_separator (node->text + position, mark->start - position))
        return FALSE;
      position = MAX (position, mark->end);
    }

  return is_separator (node->text + position, strlen (node->text) - position);
}

/* “A kind off: [X](#x)”, “**A kind of** [X](#x)”: reported, and read as it was meant. */
static const char *
skip_slip (GigLessonBuild *build,
           const GigNode  *node,
           GigKeyword      keyword)
{
  const GigMark *link = node->marks;
  g_autofree char *before = NULL;
  char *start;
  gsize length;

  if (!build->strict || link == NULL || link->type != GIG_MARK_LINK || link->text[0] != '#' || link->start == 0
      || link->start > 80 || !has_only_links (node, link->start))
    return NULL;

  before = g_strndup (node->text, link->start);
  start = before + strspn (before, "*_ ");
  for (length = strlen (start); length > 0 && strchr ("*_ :", start[length - 1]) != NULL; length--)
    start[length - 1] = '\0';
  while (g_str_has_suffix (start, "\302\240"))
    start[strlen (start) - 2] = '\0';
  if (!gig_keywords_is_near (build->keywords, keyword, start))
    return NULL;
  gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, node, NULL,
                              N_("“%s” is not understood as it is written here"), N_("write “%s: [Title](#id)”"),
                              start, gig_keywords_get_name (build->keywords, keyword), NULL);

  return node->text + link->start;
}

GPtrArray *
gig_lesson_blocks_read_links (GigLessonBuild *build,
                              const GigNode  *node,
                              GigKeyword      keyword)
{
  const char *rest = gig_keywords_skip_prefix (build->keywords, keyword, node->text);
  GPtrArray *targets;

  if (rest == NULL)
    rest = skip_slip (build, node, keyword);
  if (rest == NULL)
    return NULL;

  targets = gig_lesson_build_array (build);
  for (const GigMark *mark = node->marks; mark != NULL; mark = mark->next)
    if (mark->type == GIG_MARK_LINK)
      g_ptr_array_add (targets, (gpointer) mark->text);

  if (targets->len == 0 && !build->strict)
    return NULL;
  build->incomplete |= targets->len == 0;
  if (targets->len == 0 || !has_only_links (node, rest - node->text))
    gig_lesson_build_report_at (build, gig_lesson_build_get_severity (build), node, NULL,
                                N_("only links to concepts may stand behind “%s:”"),
                                N_("write “%s: [Title](#id), [Title](#id)”, and the rest in the next paragraph"),
                                gig_keywords_get_name (build->keywords, keyword),
                                gig_keywords_get_name (build->keywords, keyword), NULL);

  return targets;
}

static gboolean
read_relatives (GigLessonBuild  *build,
                const GigNode   *node,
                GPtrArray       *list,
                GigRelativeType  type)
{
  gboolean kind_of = type == GIG_RELATIVE_KIND_OF;
  GPtrArray *targets = gig_lesson_blocks_read_links (build, node, kind_of ? GIG_KEYWORD_A_KIND_OF : GIG_KEYWORD_OVERLAPS);
  GigBlock *block;

  if (targets == NULL)
    return FALSE;

  for (guint i = 0; i < targets->len; i++)
    {
      GigPendingRelative relative = { type, build->concept, g_ptr_array_index (targets, i), node };

      g_array_append_val (build->relatives, relative);
    }
  if (kind_of && list->len > 0)
    gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, node, NULL,
                                N_("“%s:” does not stand first under its heading"), N_("move it up"),
                                gig_keywords_get_name (build->keywords, GIG_KEYWORD_A_KIND_OF), NULL);

  block = gig_lesson_build_block (build, kind_of ? GIG_BLOCK_KIND_OF : GIG_BLOCK_OVERLAPS, node);
  gig_lesson_build_take_directives (build, block);
  g_ptr_array_add (list, block);

  return TRUE;
}

/* --- Paragraphs --- */

static gboolean
follows_view (GPtrArray *list)
{
  return list->len > 0 && ((GigBlock *) g_ptr_array_index (list, list->len - 1))->type == GIG_BLOCK_VIEW;
}

static void
read_paragraph (GigLessonBuild *build,
                const GigNode  *node,
                GPtrArray      *list)
{
  gboolean on_page = build->concept != NULL && list == build->concept->blocks;
  GigBlock *block;

  if (on_page && (read_relatives (build, node, list, GIG_RELATIVE_KIND_OF)
                  || read_relatives (build, node, list, GIG_RELATIVE_OVERLAPS)))
    return;

  gig_lesson_slip_paragraph (build, node);
  if (strcmp (node->text, ". . .") == 0)
    block = gig_lesson_build_block (build, GIG_BLOCK_PAUSE, node);
  else if (node->image != NULL)
    {
      GigPendingLink link = { node->image, node, TRUE };

      g_array_append_val (build->links, link);
      block = gig_lesson_build_block (build, GIG_BLOCK_IMAGE, node);
      block->target = node->image;
      block->message = gig_lesson_build_node_message (build, node, "alternative text of an image");
      if (*node->text == '\0')
        gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, node, NULL,
                                    N_("the image “%s” has no alternative text"),
                                    N_("write what it shows: ![text](%s)"), node->image, node->image, NULL);
    }
  else if (node->only_html)
    {
      gig_lesson_build_note_anchors (build, node->text);
      return;
    }
  else if (*node->text == '\0')
    {
      for (const GigMark *mark = node->marks; mark != NULL; mark = mark->next)
        {
          if (mark->type == GIG_MARK_COMMENT)
            gig_lesson_build_comment (build, mark->text, node->line);
        }
      return;
    }
  else if (on_page && follows_view (list))
    {
      block = gig_lesson_build_block (build, GIG_BLOCK_TAKEAWAY, node);
      block->message = gig_lesson_build_node_message (build, node, "takeaway of the diagram");
      g_array_index (build->fences, GigPendingFence, build->fences->len - 1).takeaway = block->message;
    }
  else
    {
      block = gig_lesson_build_block (build, GIG_BLOCK_PARAGRAPH, node);
      block->message = gig_lesson_build_node_message (build, node, build->paragraph_kind);
    }
  gig_lesson_build_take_directives (build, block);
  g_ptr_array_add (list, block);
}

/* --- Code and diagrams --- */

static gboolean
is_fence (const GigNode *node)
{
  g_auto (GStrv) lines = NULL;

  if (node->info == NULL || strcspn (node->info, " \t{") != strlen ("mermaid")
      || !g_str_has_prefix (node->info, "mermaid"))
    return FALSE;

  lines = g_strsplit (node->text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0' || g_str_has_prefix (line, "%%"))
        continue;
      return g_str_has_prefix (line, "venn-beta") && !g_ascii_isalnum (line[strlen ("venn-beta")]);
    }

  return FALSE;
}

static void
read_code (GigLessonBuild *build,
           const GigNode  *node,
           GPtrArray      *list)
{
  gboolean on_page = build->concept != NULL && list == build->concept->blocks;
  GigBlock *block = gig_lesson_build_block (build, GIG_BLOCK_CODE, node);

  gboolean fence = is_fence (node) || gig_lesson_slip_code (build, node);

  block->text = node->text;
  block->info = node->info != NULL && *node->info != '\0' ? node->info : NULL;
  if (fence && on_page)
    {
      GigPendingFence pending = { block, build->concept, node, build->directives, NULL };

      block->type = GIG_BLOCK_VIEW;
      g_array_append_val (build->fences, pending);
    }
  else if (fence)
    gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, node, NULL,
                                N_("this diagram stands inside another block and is shown as text"),
                                N_("put it directly under a heading"), NULL);
  gig_lesson_build_take_directives (build, block);
  g_ptr_array_add (list, block);
}

static GigDiagnostic *
find_error (GPtrArray *diagnostics,
            guint      first)
{
  for (guint i = first; i < diagnostics->len; i++)
    {
      GigDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (gig_diagnostic_get_severity (diagnostic) == GIG_SEVERITY_ERROR)
        return diagnostic;
    }

  return NULL;
}

/* The second pass: the diagrams, when all concepts and members are known. */
void
gig_lesson_blocks_read_fences (GigLessonBuild *build)
{
  GigLesson *lesson = build->lesson;

  for (guint i = 0; i < build->fences->len; i++)
    {
      GigPendingFence *fence = &g_array_index (build->fences, GigPendingFence, i);
      guint n_before = lesson->diagnostics->len;
      GigView *view;

      build->concept = fence->concept;
      build->directives = fence->directives;
      view = _gig_view_new_from_fence (build, fence->node->text, fence->node->line + 1, fence->concept, fence->block);
      build->directives = (GigDirectives) { 0 };

      if (view == NULL)
        {
          gig_lesson_build_break (build, fence->block, fence->node, find_error (lesson->diagnostics, n_before));
          continue;
        }
      fence->block->view = view;
      if (fence->takeaway != NULL)
        _gig_view_set_takeaway (view, fence->takeaway);
      g_ptr_array_add (lesson->views, view);
      g_ptr_array_add (fence->concept->views, view);
    }
}

/* --- What cannot be read --- */

static void
read_broken (GigLessonBuild *build,
             const GigNode  *node,
             GPtrArray      *list)
{
  GigBlock *block = gig_lesson_build_block (build, GIG_BLOCK_BROKEN, node);
  GigDiagnostic *diagnostic;
  g_autofree char *limit = NULL;

  /* Each list around the place stops too: once is enough. */
  if (node->type == GIG_NODE_TOO_MANY && build->stopped)
    return;

  if (node->type == GIG_NODE_TOO_DEEP)
    {
      limit = g_strdup_printf ("%d", GIG_LESSON_MAX_NESTING);
      diagnostic = gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, node, NULL,
                                               N_("lists and quotes are nested more than %s levels deep here"),
                                               N_("use fewer levels"), limit, NULL);
    }
  else if (node->type == GIG_NODE_TOO_LARGE)
    {
      limit = g_strdup_printf ("%d", GIG_LESSON_MAX_TABLE_CELLS);
      diagnostic = gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, node, NULL,
                                               N_("this table has more than %s cells"),
                                               N_("divide it into several tables"), limit, NULL);
    }
  else
    {
      build->stopped = TRUE;
      limit = g_strdup_printf ("%d", GIG_LESSON_MAX_BLOCKS);
      diagnostic = gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, node, NULL,
                                               N_("the lesson has more than %s blocks; what follows is not read"),
                                               N_("divide it into several lessons"), limit, NULL);
    }
  gig_lesson_build_break (build, block, node, diagnostic);
  gig_lesson_build_take_directives (build, block);
  g_ptr_array_add (list, block);
}

/* --- Any block --- */

const GigNode *
gig_lesson_blocks_read (GigLessonBuild *build,
                        const GigNode  *node,
                        GPtrArray      *list)
{
  GigBlock *block = NULL;

  switch (node->type)
    {
    case GIG_NODE_PARAGRAPH:
      read_paragraph (build, node, list);
      break;
    case GIG_NODE_HEADING:
      block = gig_lesson_items_read_heading (build, node);
      break;
    case GIG_NODE_LIST:
      if (build->concept != NULL && list == build->concept->blocks)
        gig_lesson_slip_list (build, node);
      block = gig_lesson_items_read_list (build, node);
      break;
    case GIG_NODE_QUOTE:
      block = gig_lesson_items_read_quote (build, node);
      break;
    case GIG_NODE_TABLE:
      gig_lesson_table_read (build, node, list);
      break;
    case GIG_NODE_CODE:
      read_code (build, node, list);
      break;
    case GIG_NODE_HTML:
      return gig_lesson_items_read_html (build, node, list);
    case GIG_NODE_RULE:
      block = gig_lesson_build_block (build, GIG_BLOCK_RULE, node);
      break;
    case GIG_NODE_TOO_DEEP:
    case GIG_NODE_TOO_LARGE:
    case GIG_NODE_TOO_MANY:
      read_broken (build, node, list);
      break;
    default:
      break;
    }

  if (block != NULL)
    {
      gig_lesson_build_take_directives (build, block);
      g_ptr_array_add (list, block);
    }

  return node;
}

void
gig_lesson_blocks_read_all (GigLessonBuild *build,
                            const GigNode  *node,
                            const GigNode  *end,
                            const char     *kind,
                            GPtrArray      *list)
{
  const char *outer_kind = build->paragraph_kind;
  GigDirectives outer = build->directives;

  build->paragraph_kind = kind;
  for (; node != NULL && node != end; node = node->next)
    {
      /* What is said before a list holds for all its items, what is said inside only for the next block. */
      if (node->type != GIG_NODE_HTML && build->directives.comment == NULL && build->directives.context == NULL
          && !build->directives.skip)
        {
          build->directives.comment = outer.comment;
          build->directives.context = outer.context;
          build->directives.skip = outer.skip;
        }
      node = gig_lesson_blocks_read (build, node, list);
    }
  build->paragraph_kind = outer_kind;
  build->directives = outer;
}
