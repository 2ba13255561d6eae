/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which footnotes a page refers to, and their blocks behind it. */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>

#include "gig-lesson-reader.h"

void
gig_lesson_build_note_footnote (GigLessonBuild *build,
                                const char     *label)
{
  GPtrArray *list = build->in_notes ? build->note_footnotes : build->page_footnotes;
  GPtrArray *known = g_hash_table_lookup (build->noted_footnotes, label);

  if (known == list || known == build->page_footnotes)
    return;

  g_hash_table_insert (build->noted_footnotes, (gpointer) label, list);
  g_ptr_array_add (list, (gpointer) label);
}

/* What a footnote that was read before refers to, for the page it is on now. */
static void
note_references (GigLessonBuild *build,
                 const GigNode  *node)
{
  for (const GigMark *mark = node->marks; mark != NULL; mark = mark->next)
    {
      if (mark->type == GIG_MARK_FOOTNOTE)
        gig_lesson_build_note_footnote (build, mark->text);
    }
  for (const GigNode *child = node->children; child != NULL; child = child->next)
    note_references (build, child);
}

/* A few footnotes that refer to one another may stand behind very many pages. */
static void
report_too_many (GigLessonBuild *build,
                 const GigNode  *node)
{
  g_autofree char *limit = g_strdup_printf ("%d", GIG_LESSON_MAX_BLOCKS);

  gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, node, NULL,
                              N_("the pages have more than %s footnotes together; the rest is not shown"),
                              N_("divide it into several lessons"), limit, NULL);
}

static void
add_footnotes (GigLessonBuild *build,
               GPtrArray      *labels,
               guint           first_number,
               GPtrArray      *blocks)
{
  /* Footnotes of footnotes are appended to the list while it is gone through. */
  for (guint i = 0; i < labels->len; i++)
    {
      const char *label = g_ptr_array_index (labels, i);
      GigFootnote *footnote = g_hash_table_lookup (build->footnotes, label);
      GigBlock *block;

      if (footnote == NULL)
        continue;
      if (build->n_footnotes > GIG_LESSON_MAX_BLOCKS)
        return;
      if (build->n_footnotes++ == GIG_LESSON_MAX_BLOCKS)
        {
          report_too_many (build, footnote->node);
          return;
        }

      block = gig_lesson_build_block (build, GIG_BLOCK_FOOTNOTE, footnote->node);
      block->label = gig_arena_intern (build->lesson->arena, label);
      block->number = first_number + i;
      if (footnote->children == NULL)
        {
          g_autofree char *kind = g_strdup_printf ("footnote \"%s\"", label);

          footnote->children = gig_lesson_build_array (build);
          gig_lesson_blocks_read_all (build, footnote->node->children, NULL, kind, footnote->children);
        }
      else
        note_references (build, footnote->node);
      block->children = footnote->children;
      g_ptr_array_add (blocks, block);
    }
}

/* What the page shows too, the notes do not repeat. */
static void
drop_page_footnotes (GigLessonBuild *build)
{
  GPtrArray *labels = build->note_footnotes;
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      const char *label = g_ptr_array_index (labels, i);

      if (g_hash_table_lookup (build->noted_footnotes, label) == labels)
        g_ptr_array_index (labels, n++) = (gpointer) label;
    }
  g_ptr_array_set_size (labels, (int) n);
}

void
gig_lesson_build_flush_footnotes (GigLessonBuild *build,
                                  GPtrArray      *blocks,
                                  GPtrArray      *notes)
{
  /* What was said just before belongs to the next heading. */
  GigDirectives outer = build->directives;
  guint n_page;

  build->directives = (GigDirectives) { 0 };
  add_footnotes (build, build->page_footnotes, 1, blocks);
  n_page = build->page_footnotes->len;

  drop_page_footnotes (build);
  build->in_notes = TRUE;
  add_footnotes (build, build->note_footnotes, n_page + 1, notes);
  build->in_notes = FALSE;

  g_ptr_array_set_size (build->page_footnotes, 0);
  g_ptr_array_set_size (build->note_footnotes, 0);
  g_hash_table_remove_all (build->noted_footnotes);
  build->directives = outer;
}
