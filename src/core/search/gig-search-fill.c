/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-search-index-private.h"

#include <string.h>

#include "gig-set-system.h"

#define CELL_SEPARATOR " · "

/* What the walk over one group in one language hands on. */
typedef struct
{
  GigSearchIndex *index;
  guint           group;
  guint           language;
  guint           title;          /* in the store */
  GigQuestion    *question;
  const GigMessage *lead;
  GigSearchField  field;          /* of plain blocks */
} Walk;

static const char *
get_language (const Walk *walk)
{
  return walk->index->languages[walk->language];
}

/* A message that stands untranslated is found in its own language only. */
static char *
get_message_text (GigLesson        *lesson,
                  const GigMessage *message,
                  const char       *language)
{
  GigText text;

  if (message == NULL)
    return NULL;

  gig_lesson_get_text (lesson, message, language, &text);
  if (g_strcmp0 (text.language, language) != 0)
    return NULL;

  return gig_lesson_get_plain_text (lesson, message, language);
}

/* The row as far as it is in @language; a cell like “2021” is in all of them. */
static char *
get_row_text (GigLesson  *lesson,
              GigBlock   *row,
              const char *language)
{
  GPtrArray *cells = gig_block_get_children (row);
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean has_own = FALSE;

  for (guint i = 0; i < cells->len; i++)
    {
      const GigMessage *message = gig_block_get_message (g_ptr_array_index (cells, i));
      g_autofree char *cell = get_message_text (lesson, message, language);

      has_own = has_own || cell != NULL;
      if (cell == NULL && message != NULL)
        cell = gig_lesson_get_plain_text (lesson, message, language);
      if (cell == NULL || *cell == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, CELL_SEPARATOR);
      g_string_append (text, cell);
    }

  return has_own ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

char *
gig_search_source_get_text (const GigSearchSource *self,
                            GigLesson             *lesson,
                            const char            *language)
{
  if (self->message != NULL)
    return gig_lesson_get_plain_text (lesson, self->message, language);
  if (self->block != NULL && gig_block_get_block_type (self->block) == GIG_BLOCK_TABLE_ROW)
    return get_row_text (lesson, self->block, language);
  if (self->block != NULL)
    return g_strdup (gig_block_get_text (self->block));
  return NULL;
}

static guint
add_text (const Walk     *walk,
          const char     *text,
          GigSearchField  field,
          const GigSearchSource   *source)
{
  guint8 kept_field = (guint8) field;
  guint number;

  if (text == NULL)
    return GIG_SEARCH_NO_TEXT;

  number = gig_search_store_add (walk->index->store, text, walk->group, field, walk->language, walk->title);
  if (number != GIG_SEARCH_NO_TEXT)
    {
      g_array_append_val (walk->index->sources, *source);
      g_array_append_val (walk->index->fields, kept_field);
    }
  return number;
}

static guint
add_message (const Walk       *walk,
             const GigMessage *message,
             GigSearchField    field,
             GigBlock         *block)
{
  GigSearchSource source = { .message = message, .block = block, .question = walk->question };
  g_autofree char *text = get_message_text (walk->index->lesson, message, get_language (walk));

  return add_text (walk, text, field, &source);
}

/* The model that a row of a table of models is about. */
static GigMember *
find_row_member (const Walk *walk,
                 GigBlock   *row)
{
  GPtrArray *cells = gig_block_get_children (row);
  const GigMessage *name = cells->len > 0 ? gig_block_get_message (g_ptr_array_index (cells, 0)) : NULL;
  g_autofree char *text = NULL;

  if (name == NULL)
    return NULL;

  text = gig_lesson_get_plain_text (walk->index->lesson, name, gig_lesson_get_language (walk->index->lesson));
  return gig_lesson_find_member (walk->index->lesson, text);
}

static void
add_table (const Walk *walk,
           GigBlock   *table)
{
  GPtrArray *rows = gig_block_get_children (table);
  gboolean has_members = gig_block_get_table_kind (table) == GIG_TABLE_MEMBERS;

  for (guint i = 0; i < rows->len; i++)
    {
      GigBlock *row = g_ptr_array_index (rows, i);
      GigSearchSource source = { .block = row, .question = walk->question };
      g_autofree char *text = get_row_text (walk->index->lesson, row, get_language (walk));

      if (has_members && i > 0)
        source.member = find_row_member (walk, row);
      if (source.member != NULL && text != NULL)
        {
          g_autofree char *name = gig_lesson_get_plain_text (walk->index->lesson, gig_member_get_name (source.member),
                                                             get_language (walk));

          add_text (walk, name, GIG_SEARCH_MEMBER, &source);
        }
      add_text (walk, text, GIG_SEARCH_TABLE, &source);
    }
}

static void add_blocks (const Walk *walk,
                        GPtrArray  *blocks);

static void
add_block (const Walk *walk,
           GigBlock   *block)
{
  GigSearchField field = walk->field;
  const GigMessage *message = gig_block_get_message (block);
  Walk inner = *walk;

  switch (gig_block_get_block_type (block))
    {
    case GIG_BLOCK_TABLE:
      add_table (walk, block);
      return;

    case GIG_BLOCK_VIEW:
      if (gig_block_get_view (block) != NULL)
        add_message (walk, gig_view_get_title (gig_block_get_view (block)), GIG_SEARCH_TAKEAWAY, block);
      return;

    case GIG_BLOCK_CODE:
    case GIG_BLOCK_HTML:
    case GIG_BLOCK_BROKEN:
      /* Raw text is in the lesson's own language. */
      if (walk->language == 0)
        add_text (walk, gig_block_get_text (block), GIG_SEARCH_CODE,
                  &(GigSearchSource) { .block = block, .question = walk->question });
      return;

    case GIG_BLOCK_TAKEAWAY:
      field = GIG_SEARCH_TAKEAWAY;
      break;

    case GIG_BLOCK_FOOTNOTE:
      inner.field = GIG_SEARCH_FOOTNOTE;
      field = GIG_SEARCH_FOOTNOTE;
      break;

    case GIG_BLOCK_PARAGRAPH:
    case GIG_BLOCK_HEADING:
    case GIG_BLOCK_LIST:
    case GIG_BLOCK_LIST_ITEM:
    case GIG_BLOCK_TABLE_ROW:
    case GIG_BLOCK_TABLE_CELL:
    case GIG_BLOCK_QUOTE:
    case GIG_BLOCK_CALLOUT:
    case GIG_BLOCK_IMAGE:
    case GIG_BLOCK_RULE:
    case GIG_BLOCK_KIND_OF:
    case GIG_BLOCK_OVERLAPS:
    case GIG_BLOCK_PAUSE:
    default:
      break;
    }

  if (message != NULL && message == walk->lead)
    field = GIG_SEARCH_LEAD;
  add_message (walk, message, field, block);
  add_blocks (&inner, gig_block_get_children (block));
}

static void
add_blocks (const Walk *walk,
            GPtrArray  *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    add_block (walk, g_ptr_array_index (blocks, i));
}

/* The end of an id says in a word what a title may put as a question: `llm.definition`. */
static void
add_id (const Walk *walk,
        const char *id)
{
  const char *dot = strrchr (id, '.');

  gig_search_store_add_words (walk->index->store, walk->title, dot != NULL ? dot + 1 : id);
}

static void
add_concept (Walk       *walk,
             GigConcept *concept)
{
  const GigMessage *label = gig_concept_get_short_label (concept);

  walk->question = NULL;
  walk->field = GIG_SEARCH_BODY;
  walk->lead = gig_concept_get_lead (concept);
  walk->title = GIG_SEARCH_NO_TEXT;
  walk->title = add_message (walk, gig_concept_get_title (concept), GIG_SEARCH_TITLE, NULL);
  if (walk->title != GIG_SEARCH_NO_TEXT)
    add_id (walk, gig_concept_get_id (concept));
  if (label != NULL)
    add_message (walk, label, GIG_SEARCH_LABEL, NULL);
  add_blocks (walk, gig_concept_get_blocks (concept));
}

static void
add_question (Walk        *walk,
              GigQuestion *question)
{
  GPtrArray *answers = gig_question_get_answers (question);

  walk->question = question;
  walk->field = GIG_SEARCH_QUESTION;
  walk->lead = NULL;
  walk->title = GIG_SEARCH_NO_TEXT;
  walk->title = add_message (walk, gig_question_get_title (question), GIG_SEARCH_QUESTION, NULL);
  add_blocks (walk, gig_question_get_blocks (question));
  for (guint i = 0; i < answers->len; i++)
    {
      const GigAnswer *answer = g_ptr_array_index (answers, i);

      add_message (walk, answer->text, GIG_SEARCH_ANSWER, NULL);
      add_message (walk, answer->counterpart, GIG_SEARCH_ANSWER, NULL);
      add_message (walk, answer->feedback, GIG_SEARCH_ANSWER, NULL);
    }
  add_message (walk, gig_question_get_hint (question), GIG_SEARCH_ANSWER, NULL);
  add_message (walk, gig_question_get_feedback (question), GIG_SEARCH_ANSWER, NULL);
}

/* A term leads to the page it links to; the glossary's own page has it as a row. */
static void
add_terms (GigSearchIndex *self)
{
  GPtrArray *terms = gig_lesson_get_terms (self->lesson);

  for (guint i = 0; i < terms->len; i++)
    {
      GigTerm *term = g_ptr_array_index (terms, i);
      GigConcept *concept = gig_term_get_concept (term);

      for (guint language = 0; concept != NULL && self->languages[language] != NULL; language++)
        {
          Walk walk = {
            .index = self,
            .group = gig_concept_get_index (concept),
            .language = language,
            .title = GIG_SEARCH_NO_TEXT,
          };

          add_text (&walk, gig_term_get_text (term, self->languages[language]), GIG_SEARCH_TERM,
                    &(GigSearchSource) { .message = gig_concept_get_lead (concept) });
        }
    }
}

/* “LLMs”, the short name of “Large language models”, is found in all texts that say it in full. */
static void
add_aliases (GigSearchIndex *self,
             GPtrArray      *concepts)
{
  for (guint language = 0; self->languages[language] != NULL; language++)
    for (guint i = 0; i < concepts->len; i++)
      {
        GigConcept *concept = g_ptr_array_index (concepts, i);
        g_autofree char *label = get_message_text (self->lesson, gig_concept_get_short_label (concept), self->languages[language]);
        g_autofree char *title = get_message_text (self->lesson, gig_concept_get_title (concept), self->languages[language]);

        if (label != NULL && title != NULL)
          gig_search_store_add_alias (self->store, label, title, language);
      }
}

void
gig_search_index_fill (GigSearchIndex *self)
{
  GPtrArray *concepts = gig_lesson_get_concepts (self->lesson);
  GPtrArray *questions = gig_lesson_get_questions (self->lesson);

  for (guint i = 0; i < concepts->len; i++)
    g_ptr_array_add (self->concepts, g_ptr_array_index (concepts, i));
  for (guint i = 0; i < questions->len; i++)
    {
      GPtrArray *about = gig_question_get_concepts (g_ptr_array_index (questions, i));

      g_ptr_array_add (self->concepts, about->len > 0 ? g_ptr_array_index (about, 0) : NULL);
    }

  add_aliases (self, concepts);
  for (guint language = 0; self->languages[language] != NULL; language++)
    {
      Walk walk = { .index = self, .language = language };

      for (walk.group = 0; walk.group < concepts->len; walk.group++)
        add_concept (&walk, g_ptr_array_index (concepts, walk.group));
      for (; walk.group < self->concepts->len; walk.group++)
        add_question (&walk, g_ptr_array_index (questions, walk.group - concepts->len));
    }
  add_terms (self);
  gig_search_store_finish (self->store);
}
