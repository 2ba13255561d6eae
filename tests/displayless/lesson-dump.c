/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lesson-dump.h"

#include "gig-set-system.h"

static const char * const block_types[] = {
  "paragraph", "heading", "list", "item", "table", "row", "cell", "quote", "callout", "code", "image", "rule",
  "kind-of", "overlaps", "view", "takeaway", "pause", "footnote", "html", "broken",
};
static const char * const callouts[] = { "note", "tip", "important", "warning", "caution" };
static const char * const table_kinds[] = { "plain", "members", "comparison", "glossary" };
static const char * const alignments[] = { "", " left", " center", " right" };
static const char * const question_kinds[] = { "single", "multiple", "order", "match" };
static const char * const roles[] = { "", " tours", " quiz" };

typedef struct
{
  GigLesson *lesson;
  GString   *text;
} Dump;

static void
indent (Dump  *dump,
        guint  depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (dump->text, "  ");
}

static void
append_quoted (Dump       *dump,
               const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *escaped = g_strjoinv ("⏎", lines);

  g_string_append_printf (dump->text, "‹%s›", escaped);
}

static void
append_message (Dump             *dump,
                const char       *name,
                const GigMessage *message)
{
  if (message == NULL)
    return;
  g_string_append_printf (dump->text, " %s", name);
  append_quoted (dump, message->source);
}

static void
append_concepts (Dump       *dump,
                 const char *name,
                 GPtrArray  *concepts)
{
  if (concepts->len == 0)
    return;
  g_string_append_printf (dump->text, " %s", name);
  for (guint i = 0; i < concepts->len; i++)
    g_string_append_printf (dump->text, "%s%s", i == 0 ? "=" : ",", gig_concept_get_id (g_ptr_array_index (concepts, i)));
}

static void
append_block (Dump     *dump,
              GigBlock *block,
              guint     depth)
{
  GigBlockType type = gig_block_get_block_type (block);
  const char * const *ledger = gig_block_get_ledger (block);
  GPtrArray *children = gig_block_get_children (block);

  indent (dump, depth);
  g_string_append_printf (dump->text, "%u %s", gig_block_get_line (block), block_types[type]);
  if (type == GIG_BLOCK_CALLOUT)
    g_string_append_printf (dump->text, " %s", callouts[gig_block_get_callout (block)]);
  if (type == GIG_BLOCK_TABLE)
    g_string_append_printf (dump->text, " %s", table_kinds[gig_block_get_table_kind (block)]);
  if (type == GIG_BLOCK_TABLE_CELL)
    g_string_append (dump->text, alignments[gig_block_get_alignment (block)]);
  if (type == GIG_BLOCK_LIST && gig_block_get_ordered (block))
    g_string_append_printf (dump->text, " from %u", gig_block_get_start (block));
  if (gig_block_get_checked (block) >= 0)
    g_string_append (dump->text, gig_block_get_checked (block) ? " [x]" : " [ ]");
  if (type == GIG_BLOCK_FOOTNOTE)
    g_string_append_printf (dump->text, " %u %s", gig_block_get_number (block), gig_block_get_label (block));
  if (type == GIG_BLOCK_VIEW)
    g_string_append_printf (dump->text, " %s", gig_view_get_id (gig_block_get_view (block)));
  if (gig_block_get_info (block) != NULL)
    g_string_append_printf (dump->text, " info=%s", gig_block_get_info (block));
  if (gig_block_get_target (block) != NULL)
    g_string_append_printf (dump->text, " target=%s", gig_block_get_target (block));
  if (gig_block_get_anchor (block) != NULL)
    g_string_append_printf (dump->text, " anchor=%s", gig_block_get_anchor (block));
  for (guint i = 0; ledger != NULL && ledger[i] != NULL; i++)
    g_string_append_printf (dump->text, " ledger=%s", ledger[i]);
  append_message (dump, "", gig_block_get_message (block));
  if (gig_block_get_text (block) != NULL && type != GIG_BLOCK_VIEW)
    {
      g_string_append_c (dump->text, ' ');
      append_quoted (dump, gig_block_get_text (block));
    }
  g_string_append_c (dump->text, '\n');
  for (guint i = 0; i < children->len; i++)
    append_block (dump, g_ptr_array_index (children, i), depth + 1);
}

static void
append_concept (Dump       *dump,
                GigConcept *concept,
                guint       depth)
{
  GPtrArray *blocks = gig_concept_get_blocks (concept);
  GPtrArray *notes = gig_concept_get_notes (concept);
  GPtrArray *children = gig_concept_get_children (concept);

  indent (dump, depth);
  g_string_append_printf (dump->text, "%u concept #%s%s%s", gig_concept_get_line (concept), gig_concept_get_id (concept),
                          gig_concept_has_explicit_id (concept) ? "" : " (slug)", roles[gig_concept_get_role (concept)]);
  append_message (dump, "", gig_concept_get_title (concept));
  append_message (dump, "short", gig_concept_get_short_label (concept));
  append_message (dump, "lead", gig_concept_get_lead (concept));
  append_concepts (dump, "kind-of", gig_concept_get_kinds_of (concept));
  append_concepts (dump, "kinds", gig_concept_get_kinds (concept));
  append_concepts (dump, "overlaps", gig_concept_get_overlaps (concept));
  g_string_append (dump->text, gig_concept_is_set (concept) ? " set\n" : "\n");
  for (guint i = 0; i < blocks->len; i++)
    append_block (dump, g_ptr_array_index (blocks, i), depth + 1);
  if (notes->len > 0)
    {
      indent (dump, depth + 1);
      g_string_append (dump->text, "notes\n");
    }
  for (guint i = 0; i < notes->len; i++)
    append_block (dump, g_ptr_array_index (notes, i), depth + 2);
  for (guint i = 0; i < children->len; i++)
    append_concept (dump, g_ptr_array_index (children, i), depth + 1);
}

static void
append_attributes (Dump      *dump,
                   GPtrArray *attributes)
{
  for (guint i = 0; i < attributes->len; i++)
    {
      const GigAttribute *attribute = g_ptr_array_index (attributes, i);

      append_message (dump, attribute->key, attribute->value);
      if (attribute->role != GIG_ATTRIBUTE_OTHER)
        g_string_append_printf (dump->text, " role %d", attribute->role);
    }
}

static void
append_members (Dump *dump)
{
  GPtrArray *members = gig_lesson_get_members (dump->lesson);

  for (guint i = 0; i < members->len; i++)
    {
      GigMember *member = g_ptr_array_index (members, i);

      g_string_append_printf (dump->text, "%u member %s of #%s", gig_member_get_line (member), gig_member_get_id (member),
                              gig_concept_get_id (gig_member_get_home (member)));
      append_message (dump, "", gig_member_get_name (member));
      append_concepts (dump, "kinds", gig_member_get_kinds (member));
      append_concepts (dump, "contested", gig_member_get_contested_kinds (member));
      if (gig_member_get_concept (member) != NULL)
        g_string_append_printf (dump->text, " page=%s", gig_concept_get_id (gig_member_get_concept (member)));
      append_attributes (dump, gig_member_get_attributes (member));
      g_string_append_c (dump->text, '\n');
    }
}

static void
append_tours (Dump *dump)
{
  GPtrArray *tours = gig_lesson_get_tours (dump->lesson);

  for (guint i = 0; i < tours->len; i++)
    {
      GigTour *tour = g_ptr_array_index (tours, i);
      GPtrArray *steps = gig_tour_get_steps (tour);

      g_string_append_printf (dump->text, "tour %s", gig_tour_get_id (tour));
      append_message (dump, "", gig_tour_get_title (tour));
      g_string_append_c (dump->text, '\n');
      for (guint j = 0; j < steps->len; j++)
        {
          const GigStep *step = g_ptr_array_index (steps, j);

          g_string_append_printf (dump->text, "  %u #%s", step->line, gig_concept_get_id (step->concept));
          append_message (dump, "headline", step->headline);
          g_string_append_c (dump->text, '\n');
        }
    }
}

static void
append_question (Dump        *dump,
                 GigQuestion *question)
{
  GPtrArray *answers = gig_question_get_answers (question);
  GPtrArray *blocks = gig_question_get_blocks (question);

  g_string_append_printf (dump->text, "%u question %s %s", gig_question_get_line (question), gig_question_get_id (question),
                          question_kinds[gig_question_get_kind (question)]);
  append_message (dump, "", gig_question_get_title (question));
  append_message (dump, "hint", gig_question_get_hint (question));
  append_message (dump, "feedback", gig_question_get_feedback (question));
  append_message (dump, "left", gig_question_get_column (question, 0));
  append_message (dump, "right", gig_question_get_column (question, 1));
  append_concepts (dump, "about", gig_question_get_concepts (question));
  g_string_append_c (dump->text, '\n');
  for (guint i = 0; i < blocks->len; i++)
    append_block (dump, g_ptr_array_index (blocks, i), 1);
  for (guint i = 0; i < answers->len; i++)
    {
      const GigAnswer *answer = g_ptr_array_index (answers, i);

      g_string_append (dump->text, answer->correct ? "  [x]" : "  [ ]");
      append_message (dump, "", answer->text);
      append_message (dump, "feedback", answer->feedback);
      append_message (dump, "counterpart", answer->counterpart);
      g_string_append_c (dump->text, '\n');
    }
}

static void
append_terms (Dump *dump)
{
  GPtrArray *terms = gig_lesson_get_terms (dump->lesson);

  for (guint i = 0; i < terms->len; i++)
    {
      GigTerm *term = g_ptr_array_index (terms, i);
      const char *english = gig_term_get_text (term, "en");
      const char *french = gig_term_get_text (term, "fr_CA");

      g_string_append_printf (dump->text, "%u term", gig_term_get_line (term));
      append_message (dump, "", gig_term_get_message (term));
      g_string_append_printf (dump->text, " en=%s fr=%s", english != NULL ? english : "none", french != NULL ? french : "none");
      if (gig_term_get_concept (term) != NULL)
        g_string_append_printf (dump->text, " concept=%s", gig_concept_get_id (gig_term_get_concept (term)));
      append_attributes (dump, gig_term_get_attributes (term));
      g_string_append_c (dump->text, '\n');
    }
}

static void
append_messages (Dump *dump)
{
  GPtrArray *messages = gig_lesson_get_messages (dump->lesson);

  g_string_append (dump->text, "messages\n");
  for (guint i = 0; i < messages->len; i++)
    {
      const GigMessage *message = g_ptr_array_index (messages, i);
      GigText text;

      gig_lesson_get_text (dump->lesson, message, "fr", &text);
      g_string_append_printf (dump->text, "  %u:%u %s", message->line, message->column,
                              message->translatable ? "" : "(fixed) ");
      append_quoted (dump, message->source);
      g_string_append_printf (dump->text, " %s", message->kind);
      if (message->context != NULL)
        g_string_append_printf (dump->text, " context=%s", message->context);
      if (message->comment != NULL)
        g_string_append_printf (dump->text, " comment=%s", message->comment);
      if (text.state != GIG_TRANSLATION_MISSING && text.markdown != message->source)
        {
          g_string_append_printf (dump->text, " %s", text.language);
          append_quoted (dump, text.markdown);
        }
      if (text.state == GIG_TRANSLATION_FUZZY)
        g_string_append_printf (dump->text, " fuzzy, shown in %s", text.language);
      g_string_append_c (dump->text, '\n');
    }
}

char *
lesson_dump (GigLesson *lesson)
{
  Dump dump = { lesson, g_string_new (NULL) };
  GPtrArray *roots = gig_lesson_get_roots (lesson);
  GPtrArray *questions = gig_lesson_get_questions (lesson);
  GPtrArray *diagnostics = gig_lesson_get_diagnostics (lesson);

  g_string_append_printf (dump.text, "lesson %s%s", gig_lesson_get_language (lesson),
                          gig_lesson_is_structured (lesson) ? "" : " (plain)");
  append_message (&dump, "", gig_lesson_get_title (lesson));
  g_string_append_c (dump.text, '\n');
  for (guint i = 0; i < roots->len; i++)
    append_concept (&dump, g_ptr_array_index (roots, i), 0);
  append_members (&dump);
  append_tours (&dump);
  for (guint i = 0; i < questions->len; i++)
    append_question (&dump, g_ptr_array_index (questions, i));
  append_terms (&dump);
  append_messages (&dump);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *text = gig_diagnostic_format (g_ptr_array_index (diagnostics, i), NULL);

      g_string_append_printf (dump.text, "%s\n", text);
    }

  return g_string_free_and_steal (dump.text);
}
