/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>
#include <string.h>

/* A block that cannot be understood is shown as it is written, but not a book of it. */
#define MAX_BROKEN_BYTES 4000

/* --- The build --- */

static guint
hash_message (gconstpointer key)
{
  const GigMessage *message = key;

  return g_str_hash (message->source) ^ (message->context != NULL ? g_str_hash (message->context) : 0);
}

static gboolean
equal_messages (gconstpointer a,
                gconstpointer b)
{
  const GigMessage *first = a, *second = b;

  return strcmp (first->source, second->source) == 0 && g_strcmp0 (first->context, second->context) == 0;
}

static void
init_lesson (GigLessonBuild *build,
             const char     *file_name)
{
  GigLesson *lesson = g_new0 (GigLesson, 1);
  g_autofree char *base = g_path_get_basename (file_name);

  build->lesson = lesson;
  g_atomic_ref_count_init (&lesson->ref_count);
  lesson->arena = gig_arena_new ();
  lesson->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  lesson->owned = g_ptr_array_new ();
  lesson->file_name = gig_arena_strdup (lesson->arena, file_name);
  if (g_str_has_suffix (base, ".md"))
    base[strlen (base) - strlen (".md")] = '\0';
  lesson->name = gig_arena_strdup (lesson->arena, base);
  lesson->language = g_intern_static_string ("en");
  lesson->metadata = g_hash_table_new (g_str_hash, g_str_equal);
  lesson->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_diagnostic_unref);
  lesson->messages = gig_lesson_build_array (build);
  lesson->translations = g_ptr_array_new ();
  lesson->concepts = gig_lesson_build_array (build);
  lesson->roots = gig_lesson_build_array (build);
  lesson->ids = g_hash_table_new (g_str_hash, g_str_equal);
  lesson->members = gig_lesson_build_array (build);
  lesson->members_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  lesson->views = gig_lesson_build_array (build);
  lesson->tours = gig_lesson_build_array (build);
  lesson->questions = gig_lesson_build_array (build);
  lesson->terms = gig_lesson_build_array (build);
  lesson->empty = gig_lesson_build_array (build);
}

GigLessonBuild *
gig_lesson_build_new (GigSource  *source,
                      const char *file_name)
{
  GigLessonBuild *build = g_new0 (GigLessonBuild, 1);

  build->source = source;
  build->scratch = gig_arena_new ();
  build->different = g_hash_table_new (hash_message, equal_messages);
  build->taken_ids = g_hash_table_new (g_str_hash, g_str_equal);
  build->view_ids = g_hash_table_new (g_str_hash, g_str_equal);
  build->counters = g_hash_table_new (g_str_hash, g_str_equal);
  build->question_ids = g_hash_table_new (g_str_hash, g_str_equal);
  build->footnotes = g_hash_table_new (g_str_hash, g_str_equal);
  build->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  build->links = g_array_new (FALSE, FALSE, sizeof (GigPendingLink));
  build->relatives = g_array_new (FALSE, FALSE, sizeof (GigPendingRelative));
  build->fences = g_array_new (FALSE, FALSE, sizeof (GigPendingFence));
  build->tables = g_array_new (FALSE, FALSE, sizeof (GigPendingTable));
  build->sections = g_array_new (FALSE, FALSE, sizeof (GigPendingSection));
  build->page_footnotes = g_ptr_array_new ();
  build->note_footnotes = g_ptr_array_new ();
  build->noted_footnotes = g_hash_table_new (g_str_hash, g_str_equal);
  build->paragraph_kind = "paragraph";
  init_lesson (build, file_name);

  return build;
}

static int
compare_messages (gconstpointer a,
                  gconstpointer b)
{
  const GigMessage *first = *(const GigMessage * const *) a;
  const GigMessage *second = *(const GigMessage * const *) b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;

  return 0;
}

static int
compare_diagnostics (gconstpointer a,
                     gconstpointer b)
{
  GigDiagnostic *first = *(GigDiagnostic * const *) a;
  GigDiagnostic *second = *(GigDiagnostic * const *) b;
  guint lines[2] = { gig_diagnostic_get_line (first), gig_diagnostic_get_line (second) };
  guint columns[2] = { gig_diagnostic_get_column (first), gig_diagnostic_get_column (second) };

  if (lines[0] != lines[1])
    return lines[0] < lines[1] ? -1 : 1;
  if (columns[0] != columns[1])
    return columns[0] < columns[1] ? -1 : 1;

  return 0;
}

GigLesson *
gig_lesson_build_finish (GigLessonBuild *build)
{
  GigLesson *lesson = build->lesson;

  /* GLib sorts pointer arrays stably. */
  g_ptr_array_sort (lesson->messages, compare_messages);
  g_ptr_array_sort (lesson->diagnostics, compare_diagnostics);

  gig_arena_free (build->scratch);
  g_clear_pointer (&build->keywords, gig_keywords_free);
  g_hash_table_unref (build->different);
  g_hash_table_unref (build->taken_ids);
  g_hash_table_unref (build->view_ids);
  g_hash_table_unref (build->counters);
  g_hash_table_unref (build->question_ids);
  g_hash_table_unref (build->footnotes);
  g_hash_table_unref (build->anchors);
  g_array_unref (build->links);
  g_array_unref (build->relatives);
  g_array_unref (build->fences);
  g_array_unref (build->tables);
  g_array_unref (build->sections);
  g_ptr_array_unref (build->page_footnotes);
  g_ptr_array_unref (build->note_footnotes);
  g_hash_table_unref (build->noted_footnotes);
  g_clear_object (&build->folder);
  g_free (build);

  return lesson;
}

GigLesson *
gig_lesson_build_get_lesson (GigLessonBuild *build)
{
  return build->lesson;
}

GPtrArray *
gig_lesson_build_array (GigLessonBuild *build)
{
  GPtrArray *array = g_ptr_array_new ();

  g_ptr_array_add (build->lesson->arrays, array);

  return array;
}

void
gig_lesson_build_own (GigLessonBuild *build,
                      gpointer        pointer,
                      GDestroyNotify  destroy)
{
  GigOwned *owned = gig_arena_new0 (build->lesson->arena, GigOwned);

  owned->pointer = pointer;
  owned->destroy = destroy;
  g_ptr_array_add (build->lesson->owned, owned);
}

GigSeverity
gig_lesson_build_get_severity (GigLessonBuild *build)
{
  return build->strict ? GIG_SEVERITY_ERROR : GIG_SEVERITY_WARNING;
}

gboolean
gig_lesson_build_is_incomplete (GigLessonBuild *build)
{
  return build->incomplete;
}

/* --- Finding --- */

GigConcept *
gig_lesson_build_find_concept (GigLessonBuild *build,
                               const char     *id)
{
  return g_hash_table_lookup (build->lesson->ids, id);
}

GigConcept *
gig_lesson_build_find_target (GigLessonBuild *build,
                              const char     *target)
{
  g_autofree char *id = NULL;

  if (target[0] != '#')
    return NULL;

  id = g_uri_unescape_string (target + 1, NULL);

  return id != NULL ? gig_lesson_build_find_concept (build, id) : NULL;
}

GigMember *
gig_lesson_build_find_member (GigLessonBuild *build,
                              const char     *name)
{
  return g_hash_table_lookup (build->lesson->members_by_name, name);
}

const char *
gig_lesson_build_unique_id (GigLessonBuild *build,
                            GHashTable     *taken,
                            const char     *wanted)
{
  g_autofree char *id = g_strdup (wanted);
  const char *result;
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (build->counters, wanted));

  /* The counter spares a text with a thousand equal headings a million look-ups. */
  while (g_hash_table_contains (taken, id))
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", wanted, ++i);
    }
  if (i > 0)
    g_hash_table_insert (build->counters, gig_arena_strdup (build->scratch, wanted), GUINT_TO_POINTER (i));

  result = gig_arena_strdup (build->lesson->arena, id);
  g_hash_table_add (taken, (gpointer) result);

  return result;
}

const char *
gig_lesson_build_view_id (GigLessonBuild *build,
                          const char     *text)
{
  g_autofree char *slug = gig_slug (text);

  return gig_lesson_build_unique_id (build, build->view_ids, *slug != '\0' ? slug : "view");
}

void
gig_lesson_build_locate (GigLessonBuild *build,
                         const GigNode  *node,
                         const char     *target,
                         guint          *line,
                         guint          *column)
{
  *line = node->line;
  if (target != NULL && gig_source_find (build->source, target, line, MAX (node->end_line, node->line), column))
    return;

  *line = node->line;
  *column = gig_source_get_column (build->source, node->line, node->column);
}

/* --- Diagnostics --- */

static GigDiagnostic *
report (GigLessonBuild *build,
        GigSeverity     severity,
        guint           line,
        guint           column,
        const char     *message,
        const char     *advice,
        va_list         list)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *argument;
  GigDiagnostic *diagnostic;

  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) argument);
  g_ptr_array_add (arguments, NULL);

  diagnostic = gig_diagnostic_new (severity, build->lesson->file_name, line, column, message, advice,
                                   (const char * const *) arguments->pdata);
  g_ptr_array_add (build->lesson->diagnostics, diagnostic);

  return diagnostic;
}

GigDiagnostic *
gig_lesson_build_report (GigLessonBuild *build,
                         GigSeverity     severity,
                         guint           line,
                         guint           column,
                         const char     *message,
                         const char     *advice,
                         ...)
{
  GigDiagnostic *diagnostic;
  va_list list;

  va_start (list, advice);
  diagnostic = report (build, severity, line, column, message, advice, list);
  va_end (list);

  return diagnostic;
}

GigDiagnostic *
gig_lesson_build_report_at (GigLessonBuild *build,
                            GigSeverity     severity,
                            const GigNode  *node,
                            const char     *target,
                            const char     *message,
                            const char     *advice,
                            ...)
{
  GigDiagnostic *diagnostic;
  guint line, column;
  va_list list;

  gig_lesson_build_locate (build, node, target, &line, &column);
  va_start (list, advice);
  diagnostic = report (build, severity, line, column, message, advice, list);
  va_end (list);

  return diagnostic;
}

/* --- Messages --- */

/* Skips what a translator must not touch; returns @p when that is nothing. It is asked for
 * every character of a text, so it looks no further than it must. */
static const char *
skip_fixed (const char *p,
            const char *last_close)
{
  gsize ticks;

  if (p[0] == '[' && p[1] == '^')
    return p + strcspn (p, "]");
  if (p[0] == ']' && p[1] == '(')
    return p + strcspn (p, ")");
  if (*p == '<' && last_close != NULL && p < last_close)
    return strchr (p, '>');

  ticks = strspn (p, "`");
  if (ticks > 0)
    {
      g_autofree char *fence = g_strndup (p, ticks);
      const char *end = strstr (p + ticks, fence);

      return end != NULL ? end + ticks - 1 : p;
    }

  return p;
}

static gboolean
has_letters (const char *markdown)
{
  const char *last_close = strrchr (markdown, '>');

  for (const char *p = markdown; *p != '\0'; p = g_utf8_next_char (p))
    {
      p = skip_fixed (p, last_close);
      if (*p == '\0')
        break;
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

const GigMessage *
gig_lesson_build_message (GigLessonBuild *build,
                          const char     *markdown,
                          const char     *kind,
                          guint           line,
                          guint           column)
{
  GigLesson *lesson = build->lesson;
  GigLessonMessage *message = gig_arena_new0 (lesson->arena, GigLessonMessage);
  const GigLessonMessage *same;

  message->message.context = build->directives.context;
  message->message.source = gig_arena_strdup (lesson->arena, markdown);
  message->message.kind = gig_arena_intern (lesson->arena, kind);
  message->message.comment = build->directives.comment;
  message->message.line = line;
  message->message.column = column;
  message->message.translatable = !build->directives.skip && has_letters (markdown);

  same = g_hash_table_lookup (build->different, message);
  if (same == NULL)
    {
      message->number = lesson->n_different++;
      g_hash_table_add (build->different, message);
    }
  else
    message->number = same->number;
  g_ptr_array_add (lesson->messages, message);

  return &message->message;
}

static void
note_marks (GigLessonBuild *build,
            const GigNode  *node,
            gsize           from)
{
  for (const GigMark *mark = node->marks; mark != NULL; mark = mark->next)
    {
      GigPendingLink link = { mark->text, node, mark->type == GIG_MARK_IMAGE };

      if (mark->type == GIG_MARK_COMMENT)
        gig_lesson_build_comment (build, mark->text, node->line);
      else if (mark->type == GIG_MARK_FOOTNOTE)
        gig_lesson_build_note_footnote (build, mark->text);
      else if ((mark->type == GIG_MARK_LINK || mark->type == GIG_MARK_IMAGE) && mark->start >= from)
        g_array_append_val (build->links, link);
      else if (mark->type == GIG_MARK_UNKNOWN_FOOTNOTE)
        {
          g_autofree char *written = g_strdup_printf ("[^%s]", mark->text);

          gig_lesson_build_report_at (build, gig_lesson_build_get_severity (build), node, written,
                                      N_("there is no footnote “%s”"),
                                      N_("write its text in a paragraph of its own that starts with “[^%s]:”"),
                                      mark->text, mark->text, NULL);
        }
    }
}

const GigMessage *
gig_lesson_build_part_message (GigLessonBuild *build,
                               const GigNode  *node,
                               gsize           from,
                               const char     *kind)
{
  GigDirectives outer = build->directives;
  const GigMessage *message;

  note_marks (build, node, from);
  if (strstr (node->text, "<a ") != NULL)
    gig_lesson_build_note_anchors (build, node->text);
  message = gig_lesson_build_message (build, node->text + from, kind, node->line,
                                      gig_source_get_column (build->source, node->line, node->column));

  /* A comment inside a text is about that text only. */
  build->directives.comment = outer.comment;
  build->directives.context = outer.context;
  build->directives.skip = outer.skip;

  return message;
}

const GigMessage *
gig_lesson_build_cell_message (GigLessonBuild *build,
                               const GigNode  *cell,
                               GArray         *columns,
                               guint           index,
                               const char     *kind)
{
  const GigMessage *message = gig_lesson_build_node_message (build, cell, kind);

  /* cmark's columns of cells do not count what was escaped. */
  if (index < columns->len)
    ((GigMessage *) message)->column = g_array_index (columns, guint, index);

  return message;
}

const GigMessage *
gig_lesson_build_node_message (GigLessonBuild *build,
                               const GigNode  *node,
                               const char     *kind)
{
  return gig_lesson_build_part_message (build, node, 0, kind);
}

/* --- Blocks --- */

GigBlock *
gig_lesson_build_block (GigLessonBuild *build,
                        GigBlockType    type,
                        const GigNode  *node)
{
  GigBlock *block = gig_arena_new0 (build->lesson->arena, GigBlock);

  block->type = type;
  block->checked = -1;
  block->children = build->lesson->empty;
  block->concept = build->concept;
  if (node != NULL)
    {
      block->line = node->line;
      block->column = gig_source_get_column (build->source, node->line, node->column);
    }

  return block;
}

void
gig_lesson_build_break (GigLessonBuild *build,
                        GigBlock       *block,
                        const GigNode  *node,
                        GigDiagnostic  *diagnostic)
{
  g_autofree char *text = gig_source_get_lines (build->source, node->line, MAX (node->line, node->end_line),
                                                MAX_BROKEN_BYTES);

  block->type = GIG_BLOCK_BROKEN;
  block->children = build->lesson->empty;
  block->message = NULL;
  block->text = gig_arena_strdup (build->lesson->arena, text);
  block->diagnostic = diagnostic;
}
