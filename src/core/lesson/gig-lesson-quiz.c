/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GigLessonBuild *build;
  GigQuestion    *question;
  const GigNode  *heading;
  const GigNode  *answers;      /* the list or the table (nullable) */
} Reading;

/* --- Recognising --- */

static gboolean
is_answers (const GigNode *node)
{
  if (node->type == GIG_NODE_LIST)
    {
      for (const GigNode *item = node->children; item != NULL; item = item->next)
        {
          if (item->checked >= 0)
            return TRUE;
        }
      return node->ordered;
    }
  if (node->type == GIG_NODE_TABLE)
    {
      const GigNode *cell = node->children != NULL ? node->children->children : NULL;

      return cell != NULL && cell->next != NULL && cell->next->next == NULL;
    }

  return FALSE;
}

gboolean
gig_lesson_quiz_is (GigLessonBuild *build,
                    const GigNode  *heading,
                    const GigNode  *end)
{
  gboolean inside = FALSE;

  for (const GigNode *node = heading->next; node != NULL && node != end; node = node->next)
    {
      inside = inside || node->type == GIG_NODE_HEADING;
      if (inside && is_answers (node))
        return TRUE;
    }

  return FALSE;
}

/* --- Answers --- */

static const GigMessage *
read_quote (GigLessonBuild *build,
            const GigNode  *quote,
            const char     *kind)
{
  const GigNode *paragraph = quote->children;

  if (paragraph == NULL || paragraph->type != GIG_NODE_PARAGRAPH || paragraph->next != NULL)
    gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, quote, NULL,
                                N_("only the first paragraph of this hint or feedback is shown"),
                                N_("write one paragraph"), NULL);
  if (paragraph == NULL || paragraph->type != GIG_NODE_PARAGRAPH)
    return NULL;

  return gig_lesson_build_node_message (build, paragraph, kind);
}

static void
read_answer (Reading       *reading,
             const GigNode *item)
{
  GigLessonBuild *build = reading->build;
  GigAnswer *answer = gig_arena_new0 (build->lesson->arena, GigAnswer);
  gboolean order = reading->question->kind == GIG_QUESTION_ORDER;
  const GigNode *node = item->children;

  if (node == NULL || node->type != GIG_NODE_PARAGRAPH)
    {
      gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, item, NULL, N_("this answer has no text"),
                                  N_("write it behind the box, as in “1. [ ] Answer”"), NULL);
      return;
    }
  if (!order && item->checked < 0)
    gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, node, NULL, N_("this answer has no box"),
                                N_("write [x] before it if it is right, else [ ]"), NULL);

  answer->correct = order || item->checked > 0;
  answer->text = gig_lesson_build_node_message (build, node,
                                                order ? "quiz item, in the right order"
                                                : answer->correct ? "quiz answer (correct)" : "quiz answer");
  for (node = node->next; node != NULL; node = node->next)
    {
      if (node->type == GIG_NODE_QUOTE && answer->feedback == NULL)
        answer->feedback = read_quote (build, node, "quiz feedback");
      else
        gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, node, NULL,
                                    N_("what stands below an answer is not shown, except one feedback"),
                                    N_("write the feedback as a quotation: “> …”"), NULL);
    }
  g_ptr_array_add (reading->question->answers, answer);
}

static void
read_list (Reading       *reading,
           const GigNode *list)
{
  GigQuestion *question = reading->question;
  GigAnswer *last;
  gboolean tasks = FALSE;
  guint n_feedbacks = 0;

  for (const GigNode *item = list->children; item != NULL; item = item->next)
    tasks = tasks || item->checked >= 0;
  question->kind = !tasks ? GIG_QUESTION_ORDER : list->ordered ? GIG_QUESTION_SINGLE : GIG_QUESTION_MULTIPLE;
  for (const GigNode *item = list->children; item != NULL; item = item->next)
    read_answer (reading, item);

  for (guint i = 0; i < question->answers->len; i++)
    n_feedbacks += ((GigAnswer *) g_ptr_array_index (question->answers, i))->feedback != NULL;
  if (question->kind != GIG_QUESTION_ORDER || n_feedbacks != 1)
    return;

  /* One feedback in the last item of an order is about the whole. */
  last = g_ptr_array_index (question->answers, question->answers->len - 1);
  question->feedback = last->feedback;
  last->feedback = NULL;
}

static const GigMessage *
read_cell (Reading       *reading,
           const GigNode *cell,
           GArray        *columns,
           guint          index,
           const char    *kind)
{
  if (*cell->text == '\0')
    {
      gig_lesson_build_report_at (reading->build, GIG_SEVERITY_ERROR, cell, NULL,
                                  N_("a cell of this question is empty"), N_("give both columns a text"), NULL);
      return NULL;
    }

  return gig_lesson_build_cell_message (reading->build, cell, columns, index, kind);
}

static void
read_match (Reading       *reading,
            const GigNode *table)
{
  GigQuestion *question = reading->question;

  question->kind = GIG_QUESTION_MATCH;
  for (const GigNode *row = table->children; row != NULL; row = row->next)
    {
      g_autoptr (GArray) columns = gig_source_get_cells (reading->build->source, row->line, table->column);
      const GigNode *left = row->children;
      const GigNode *right = left->next;
      GigAnswer *answer;

      if (row == table->children)
        {
          const char *kind = "quiz match, header";

          question->columns[0] = *left->text != '\0' ? read_cell (reading, left, columns, 0, kind) : NULL;
          question->columns[1] = *right->text != '\0' ? read_cell (reading, right, columns, 1, kind) : NULL;
          continue;
        }

      answer = gig_arena_new0 (reading->build->lesson->arena, GigAnswer);
      answer->correct = TRUE;
      answer->text = read_cell (reading, left, columns, 0, "quiz match, left");
      answer->counterpart = read_cell (reading, right, columns, 1, "quiz match, right");
      if (answer->text != NULL && answer->counterpart != NULL)
        g_ptr_array_add (question->answers, answer);
    }
}

/* --- Questions --- */

static gboolean
check_answers (Reading *reading)
{
  GigQuestion *question = reading->question;
  guint n_correct = 0;

  if (question->answers->len < 2)
    {
      gig_lesson_build_report_at (reading->build, GIG_SEVERITY_ERROR, reading->heading, NULL,
                                  N_("this question has fewer than two answers"),
                                  N_("write them below it as a list with boxes: “1. [ ] …” and “1. [x] …”"), NULL);
      return FALSE;
    }

  for (guint i = 0; i < question->answers->len; i++)
    n_correct += ((GigAnswer *) g_ptr_array_index (question->answers, i))->correct;
  if (question->kind == GIG_QUESTION_SINGLE && n_correct != 1)
    {
      gig_lesson_build_report_at (reading->build, GIG_SEVERITY_ERROR, reading->answers, NULL,
                                  N_("a numbered question needs exactly one right answer"),
                                  N_("mark it with [x]; for several right answers write “- [x]”"), NULL);
      return FALSE;
    }
  if (question->kind == GIG_QUESTION_MULTIPLE && n_correct == 0)
    {
      gig_lesson_build_report_at (reading->build, GIG_SEVERITY_ERROR, reading->answers, NULL,
                                  N_("no answer of this question is right"), N_("mark the right ones with [x]"), NULL);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_about (Reading       *reading,
            const GigNode *node)
{
  GigLessonBuild *build = reading->build;
  GPtrArray *targets;

  if (node->type != GIG_NODE_PARAGRAPH)
    return FALSE;
  targets = gig_lesson_blocks_read_links (build, node, GIG_KEYWORD_ABOUT);
  if (targets == NULL)
    return FALSE;

  for (guint i = 0; i < targets->len; i++)
    {
      const char *target = g_ptr_array_index (targets, i);
      GigConcept *concept = gig_lesson_build_find_target (build, target);

      if (concept == NULL)
        gig_lesson_slip_target (build, GIG_SEVERITY_ERROR, node, target);
      else if (!g_ptr_array_find (reading->question->concepts, concept, NULL))
        g_ptr_array_add (reading->question->concepts, concept);
    }

  return TRUE;
}

static void
read_after (Reading       *reading,
            const GigNode *node)
{
  if (node->type == GIG_NODE_QUOTE && reading->question->feedback == NULL)
    reading->question->feedback = read_quote (reading->build, node, "quiz feedback");
  else if (node->type != GIG_NODE_HTML)
    gig_lesson_build_report_at (reading->build, GIG_SEVERITY_WARNING, node, NULL,
                                N_("what stands below the answers is not shown, except one feedback"),
                                N_("move it above the answers"), NULL);
}

/* The node behind @node that is no comment. */
static const GigNode *
get_next (const GigNode *node)
{
  do
    node = node->next;
  while (node != NULL && node->type == GIG_NODE_HTML);

  return node;
}

static gboolean
is_more_answers (const GigNode *node)
{
  return node != NULL && node->type == GIG_NODE_LIST && node->children != NULL && node->children->checked >= 0;
}

/* Feedback that is not indented cuts the list of answers: reported, and read as it was meant. */
static gboolean
read_cut_off (Reading       *reading,
              const GigNode *node)
{
  GigLessonBuild *build = reading->build;
  GPtrArray *answers = reading->question->answers;

  if (reading->question->kind != GIG_QUESTION_SINGLE && reading->question->kind != GIG_QUESTION_MULTIPLE)
    return FALSE;
  if (is_more_answers (node))
    {
      for (const GigNode *item = node->children; item != NULL; item = item->next)
        read_answer (reading, item);
      return TRUE;
    }
  if (!is_more_answers (get_next (node)) || answers->len == 0)
    return FALSE;

  gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, node, NULL,
                              N_("this cuts the answers below off from those above"),
                              N_("indent it by three spaces, as in “   > …”"), NULL);
  if (node->type == GIG_NODE_QUOTE)
    ((GigAnswer *) g_ptr_array_index (answers, answers->len - 1))->feedback = read_quote (build, node, "quiz feedback");

  return TRUE;
}

/* Reads what is from @node to @end as one question. */
static void
read_question (Reading       *reading,
               const GigNode *node,
               const GigNode *end)
{
  GigLessonBuild *build = reading->build;
  gboolean done = FALSE;

  for (; node != NULL && node != end; node = node->next)
    {
      if (read_about (reading, node))
        continue;
      if (!done && node == reading->answers)
        {
          if (node->type == GIG_NODE_TABLE)
            read_match (reading, node);
          else
            read_list (reading, node);
          done = TRUE;
        }
      else if (!done && node->type == GIG_NODE_QUOTE && node->info == NULL && get_next (node) == reading->answers)
        reading->question->hint = read_quote (build, node, "quiz hint");
      else if (done && node->type != GIG_NODE_HTML)
        {
          if (!read_cut_off (reading, node))
            read_after (reading, node);
        }
      else
        node = gig_lesson_blocks_read (build, node, reading->question->blocks);
      if (node->type != GIG_NODE_HTML)
        build->directives = (GigDirectives) { 0 };
    }
}

static const GigNode *
find_answers (const GigNode *node,
              const GigNode *end)
{
  for (; node != NULL && node != end; node = node->next)
    {
      if (is_answers (node))
        return node;
    }

  return NULL;
}

static const char *
get_question_id (GigLessonBuild *build,
                 const GigNode  *heading)
{
  const char *id;
  g_autofree char *slug = NULL;
  GigQuestion *other;

  gig_heading_read_attributes (build, heading, TRUE, &id, NULL);
  if (id == NULL)
    {
      slug = gig_slug (heading->plain);
      return gig_lesson_build_unique_id (build, build->taken_ids, *slug != '\0' ? slug : "question");
    }

  other = g_hash_table_lookup (build->question_ids, id);
  if (other != NULL)
    {
      g_autofree char *line = g_strdup_printf ("%u", other->line);

      gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, heading, heading->attributes,
                                  N_("two headings have the id “%s”; the first stands on line %s"),
                                  N_("choose another id for one of them"), id, line, NULL);
      return gig_lesson_build_unique_id (build, build->taken_ids, id);
    }

  return id;
}

static void
add_question (GigLessonBuild *build,
              const GigNode  *heading,
              const GigNode  *end)
{
  Reading reading = { .build = build, .heading = heading, .answers = find_answers (heading->next, end) };
  GigQuestion *question = gig_arena_new0 (build->lesson->arena, GigQuestion);

  reading.question = question;
  question->line = heading->line;
  question->id = get_question_id (build, heading);
  g_hash_table_insert (build->question_ids, (gpointer) question->id, question);
  question->title = gig_lesson_build_node_message (build, heading, "quiz question");
  build->directives = (GigDirectives) { 0 };
  question->blocks = gig_lesson_build_array (build);
  question->answers = gig_lesson_build_array (build);
  question->concepts = gig_lesson_build_array (build);
  read_question (&reading, heading->next, end);
  gig_lesson_build_flush_footnotes (build, question->blocks, build->concept->notes);
  if (!check_answers (&reading))
    return;

  g_ptr_array_add (build->lesson->questions, question);
  for (guint i = 0; i < question->concepts->len; i++)
    g_ptr_array_add (((GigConcept *) g_ptr_array_index (question->concepts, i))->questions, question);
}

void
gig_lesson_quiz_read (GigLessonBuild          *build,
                      const GigPendingSection *section)
{
  for (const GigNode *node = section->first; node != NULL && node != section->end; )
    {
      const GigNode *end = node->next;

      while (end != NULL && end != section->end && end->type != GIG_NODE_HEADING)
        end = end->next;

      /* A heading over others groups questions and asks nothing itself. */
      if (node->type == GIG_NODE_HEADING
          && (find_answers (node->next, end) != NULL || end == NULL || end == section->end || end->level <= node->level))
        add_question (build, node, end);
      node = end;
    }
}
