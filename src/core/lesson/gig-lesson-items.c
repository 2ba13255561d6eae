/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-items.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-lesson-reader.h"

GigBlock *
gig_lesson_items_read_heading (GigLessonBuild *build,
                               const GigNode  *node)
{
  GigBlock *block = gig_lesson_build_block (build, GIG_BLOCK_HEADING, node);
  g_autofree char *kind = g_strdup_printf ("heading %u", node->level);

  block->start = node->level;
  block->message = gig_lesson_build_node_message (build, node, kind);

  return block;
}

GigBlock *
gig_lesson_items_read_list (GigLessonBuild *build,
                            const GigNode  *node)
{
  GigBlock *block = gig_lesson_build_block (build, GIG_BLOCK_LIST, node);
  const char *kind = build->in_notes ? build->paragraph_kind : "list item";

  block->ordered = node->ordered;
  block->start = node->start;
  block->children = gig_lesson_build_array (build);
  for (const GigNode *item = node->children; item != NULL; item = item->next)
    {
      GigBlock *child = gig_lesson_build_block (build, GIG_BLOCK_LIST_ITEM, item);

      child->checked = item->checked;
      child->children = gig_lesson_build_array (build);
      gig_lesson_blocks_read_all (build, item->children, NULL, kind, child->children);
      g_ptr_array_add (block->children, child);
    }

  return block;
}

/* --- Quotes and callouts --- */

static const char * const callouts[] = { "NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION" };

GigBlock *
gig_lesson_items_read_quote (GigLessonBuild *build,
                             const GigNode  *node)
{
  GigBlock *block = gig_lesson_build_block (build, GIG_BLOCK_QUOTE, node);
  const char *kind = "quotation";

  gig_lesson_slip_quote (build, node);
  if (node->info != NULL)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (callouts) && g_ascii_strcasecmp (node->info, callouts[i]) != 0)
        i++;
      if (i < G_N_ELEMENTS (callouts))
        {
          g_autofree char *name = g_ascii_strdown (node->info, -1);

          block->type = GIG_BLOCK_CALLOUT;
          block->callout = i;
          kind = gig_arena_intern (build->lesson->arena, name);
        }
      else
        gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, node, "[!",
                                    N_("there is no callout “[!%s]”"),
                                    N_("write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION]"), node->info, NULL);
    }

  block->children = gig_lesson_build_array (build);
  gig_lesson_blocks_read_all (build, node->children, NULL, build->in_notes ? build->paragraph_kind : kind,
                              block->children);

  return block;
}

/* --- HTML --- */

/* Takes the comments out of @html and reads them. (transfer full): the rest */
static char *
take_comments (GigLessonBuild *build,
               const char     *html,
               guint           line)
{
  GString *rest = g_string_new (NULL);

  while (*html != '\0')
    {
      const char *start = strstr (html, "<!--");
      const char *end = start != NULL ? strstr (start + 4, "-->") : NULL;

      if (start == NULL || end == NULL)
        {
          if (start != NULL)
            {
              g_string_append_len (rest, html, start - html);
              gig_lesson_build_report (build, GIG_SEVERITY_WARNING, line, 1, N_("this comment has no end"),
                                       N_("write --> after it"), NULL);
            }
          else
            g_string_append (rest, html);
          break;
        }

      g_string_append_len (rest, html, start - html);
      {
        g_autofree char *inside = g_strndup (start + 4, end - start - 4);

        gig_lesson_build_comment (build, inside, line);
      }
      html = end + 3;
    }

  return g_strstrip (g_string_free_and_steal (rest));
}

static gboolean
starts_with_tag (const char *html,
                 const char *tag)
{
  gsize length = strlen (tag);

  return g_ascii_strncasecmp (html, tag, length) == 0 && !g_ascii_isalnum (html[length]);
}

static const char *
find_ignoring_case (const char *text,
                    const char *needle)
{
  gsize length = strlen (needle);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_strncasecmp (p, needle, length) == 0)
        return p;
    }

  return NULL;
}

/* The node that holds the matching `</details>`, or NULL. */
static const GigNode *
find_details_end (const GigNode *node)
{
  guint depth = 1;

  for (node = node->next; node != NULL && depth <= GIG_LESSON_MAX_NESTING; node = node->next)
    {
      if (node->type != GIG_NODE_HTML)
        continue;
      if (find_ignoring_case (node->text, "<details") != NULL && find_ignoring_case (node->text, "</details>") == NULL)
        depth++;
      else if (find_ignoring_case (node->text, "</details>") != NULL
               && find_ignoring_case (node->text, "<details") == NULL && --depth == 0)
        return node;
    }

  return NULL;
}

static const GigNode *
find_heading (const GigNode *node)
{
  for (node = node->next; node != NULL; node = node->next)
    {
      if (node->type == GIG_NODE_HEADING)
        return node;
    }

  return NULL;
}

/* `<details><summary>X</summary>rest`: X, and what stands behind. */
static void
split_summary (const char  *html,
               char       **summary,
               char       **rest)
{
  const char *start = find_ignoring_case (html, "<summary");
  const char *inside = start != NULL ? strchr (start, '>') : NULL;
  const char *end = inside != NULL ? find_ignoring_case (inside, "</summary>") : NULL;
  const char *behind;
  const char *close;

  *summary = end != NULL ? g_strstrip (g_strndup (inside + 1, end - inside - 1)) : NULL;
  behind = end != NULL ? end + strlen ("</summary>") : strchr (html, '>');
  behind = behind == NULL ? html + strlen (html) : end != NULL ? behind : behind + 1;
  close = find_ignoring_case (behind, "</details>");
  *rest = g_strstrip (close != NULL ? g_strndup (behind, close - behind) : g_strdup (behind));
}

static void
add_text_block (GigLessonBuild *build,
                const GigNode  *node,
                const char     *markdown,
                GigBlockType    type,
                const char     *kind,
                GPtrArray      *list)
{
  GigBlock *block = gig_lesson_build_block (build, type, node);
  g_autofree char *text = gig_markdown_normalise (markdown);

  block->message = gig_lesson_build_message (build, text, kind, node->line, block->column);
  block->start = type == GIG_BLOCK_HEADING ? 6 : 0;
  g_ptr_array_add (list, block);
}

static const GigNode *
read_details (GigLessonBuild *build,
              const GigNode  *node,
              const char     *html,
              GPtrArray      *list)
{
  g_autofree char *summary = NULL;
  g_autofree char *rest = NULL;
  gboolean closed = find_ignoring_case (html, "</details>") != NULL;
  const GigNode *end = closed ? NULL : find_details_end (node);
  gboolean notes, outer = build->in_notes;

  split_summary (html, &summary, &rest);
  notes = summary != NULL && build->concept != NULL
          && gig_keywords_match (build->keywords, GIG_KEYWORD_SPEAKER_NOTES, summary);

  /* Rather hidden from the class than read out to it. */
  if (!notes && summary != NULL && build->strict && build->concept != NULL
      && gig_keywords_is_near (build->keywords, GIG_KEYWORD_SPEAKER_NOTES, summary))
    {
      notes = TRUE;
      gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, node, summary,
                                  N_("“%s” is not the word for speaker notes"), N_("write <summary>%s</summary>"),
                                  summary, gig_keywords_get_name (build->keywords, GIG_KEYWORD_SPEAKER_NOTES), NULL);
    }

  if (!closed && end == NULL)
    {
      gig_lesson_build_report_at (build, gig_lesson_build_get_severity (build), node, NULL,
                                  N_("“<details>” has no end"),
                                  N_("write “</details>” on a line of its own after it"), NULL);
      end = find_heading (node);
    }

  /* The notes' own list keeps them from the audience, whatever list they stand in. */
  if (notes)
    {
      list = build->concept->notes;
      build->in_notes = TRUE;
    }
  else if (summary != NULL && *summary != '\0')
    add_text_block (build, node, summary, GIG_BLOCK_HEADING, "summary", list);

  if (*rest != '\0')
    {
      gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, node, NULL,
                                  N_("the text directly behind “</summary>” is read as one paragraph"),
                                  N_("leave an empty line before it"), NULL);
      add_text_block (build, node, rest, GIG_BLOCK_PARAGRAPH, notes ? "speaker note" : build->paragraph_kind, list);
    }
  if (!closed)
    gig_lesson_blocks_read_all (build, node->next, end, notes ? "speaker note" : build->paragraph_kind, list);
  build->in_notes = outer;
  build->directives = (GigDirectives) { 0 };

  if (closed)
    return node;
  if (end != NULL && end->type == GIG_NODE_HTML)
    return end;

  /* Not closed: all up to the next heading was taken. */
  while (node->next != NULL && node->next != end)
    node = node->next;

  return node;
}

const GigNode *
gig_lesson_items_read_html (GigLessonBuild *build,
                            const GigNode  *node,
                            GPtrArray      *list)
{
  g_autofree char *html = take_comments (build, node->text, node->line);
  GigBlock *block;

  /* Before the first heading only comments are read. */
  if (*html == '\0' || list == NULL)
    return node;

  gig_lesson_build_note_anchors (build, html);
  if (starts_with_tag (html, "<details") && build->details_depth < GIG_LESSON_MAX_NESTING)
    {
      const GigNode *last;

      build->details_depth++;
      last = read_details (build, node, html, list);
      build->details_depth--;

      return last;
    }
  if (starts_with_tag (html, "</details"))
    return node;

  block = gig_lesson_build_block (build, GIG_BLOCK_HTML, node);
  block->text = gig_arena_strdup (build->lesson->arena, html);
  gig_lesson_build_take_directives (build, block);
  g_ptr_array_add (list, block);

  return node;
}
