/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-search-index.h"

#include <string.h>

#include "gig-search-query-private.h"
#include "gig-search-store.h"
#include "gig-set-system.h"

/* Where a text of the store comes from: all that is needed to show it again. */
typedef struct
{
  const GigMessage *message;      /* (nullable): else the row's cells, or the block's raw text */
  GigBlock         *block;
  GigMember        *member;
  GigQuestion      *question;
} Source;

struct _GigSearchIndex
{
  gatomicrefcount     ref_count;
  GigLesson          *lesson;
  const char * const *languages;
  GigSearchStore     *store;
  GArray             *sources;    /* of Source, as the store's texts */
  GArray             *fields;     /* of guint8, as the store's texts */
  GPtrArray          *concepts;   /* (nullable) GigConcept of each group */
};

struct _GigSearchResults
{
  gatomicrefcount  ref_count;
  GigSearchIndex  *index;
  GigSearchQuery  *query;
  GArray          *results;       /* of GigSearchResult */
  guint            n_pages;
  guint            n_hits;
};

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

#define CELL_SEPARATOR " · "

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

static char *
get_source_text (GigLesson    *lesson,
                 const Source *source,
                 const char   *language)
{
  if (source->message != NULL)
    return gig_lesson_get_plain_text (lesson, source->message, language);
  if (source->block != NULL && gig_block_get_block_type (source->block) == GIG_BLOCK_TABLE_ROW)
    return get_row_text (lesson, source->block, language);
  if (source->block != NULL)
    return g_strdup (gig_block_get_text (source->block));
  return NULL;
}

static guint
add_text (const Walk     *walk,
          const char     *text,
          GigSearchField  field,
          const Source   *source)
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
  Source source = { .message = message, .block = block, .question = walk->question };
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
      Source source = { .block = row, .question = walk->question };
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
                  &(Source) { .block = block, .question = walk->question });
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
                    &(Source) { .message = gig_concept_get_lead (concept) });
        }
    }
}

static void
fill (GigSearchIndex *self)
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

static void
add_small_words (GigSearchIndex *self,
                 GigLanguageSet *set)
{
  const char * const *codes = gig_language_set_get_codes (set);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr(GigLanguage) language = gig_language_new (set, codes[i]);

      /* Translators: small words of your language, with blanks between them, that a search may leave
       * unmatched beside others: articles, prepositions, question words. Not a translation. */
      gig_search_store_add_small_words (self->store, gig_language_pgettext (language, "small words of a search",
        "a about an and are as at by can do does for from how in is it of on or that the this to was what when where "
        "which who why with"));
    }
}

GigSearchIndex *
gig_search_index_new (GigLesson      *lesson,
                      GigLanguageSet *set)
{
  GigSearchIndex *self;

  g_return_val_if_fail (lesson != NULL, NULL);

  self = g_new0 (GigSearchIndex, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->lesson = gig_lesson_ref (lesson);
  self->languages = gig_lesson_get_languages (lesson);
  self->store = gig_search_store_new ();
  self->sources = g_array_new (FALSE, FALSE, sizeof (Source));
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->concepts = g_ptr_array_new ();
  if (set != NULL)
    add_small_words (self, set);
  fill (self);

  return self;
}

GigSearchIndex *
gig_search_index_ref (GigSearchIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gig_search_index_unref (GigSearchIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  gig_search_store_free (self->store);
  g_array_unref (self->sources);
  g_array_unref (self->fields);
  g_ptr_array_unref (self->concepts);
  gig_lesson_unref (self->lesson);
  g_free (self);
}

GigLesson *
gig_search_index_get_lesson (GigSearchIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lesson;
}

guint
gig_search_index_get_n_texts (GigSearchIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return gig_search_store_get_n_texts (self->store);
}

static guint
find_language (GigSearchIndex *self,
               const char     *language)
{
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      if (g_strcmp0 (self->languages[i], language) == 0)
        return i;
    }

  return G_MAXUINT;
}

/* The start of a snippet of @text: a word's start at or after @from, so that @to is in. */
static const char *
find_snippet_start (const char *text,
                    const char *from)
{
  if (from <= text)
    return text;

  for (const char *at = from; *at != '\0' && at < from + 24; at = g_utf8_next_char (at))
    {
      if (g_ascii_isspace (*at))
        return at + 1;
    }

  return from;
}

static const char *
find_snippet_end (const char *start,
                  guint       n_characters)
{
  const char *end = start;
  const char *last_space = NULL;

  for (guint i = 0; i < n_characters && *end != '\0'; i++)
    {
      if (g_ascii_isspace (*end))
        last_space = end;
      end = g_utf8_next_char (end);
    }
  if (*end == '\0' || last_space == NULL)
    return end;

  return last_space;
}

/* The first of the ranges (bytes) from which most of them fit into one snippet. */
static guint
find_best_range (GArray *ranges)
{
  guint best = 0, best_n = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      guint start = g_array_index (ranges, GigSearchRange, i).start;
      guint n = 0;

      while (i + n < ranges->len && g_array_index (ranges, GigSearchRange, i + n).start < start + 100)
        n++;
      if (n > best_n)
        {
          best = i;
          best_n = n;
        }
    }

  return best;
}

/* About GIG_SEARCH_SNIPPET_LENGTH characters of @text around its best match. */
static char *
make_snippet (GigSearchQuery *query,
              const char     *text)
{
  g_autoptr(GArray) ranges = NULL;
  g_autofree char *cut = NULL;
  const char *start = text;
  const char *end;
  glong length = g_utf8_strlen (text, -1);

  if (length <= GIG_SEARCH_SNIPPET_LENGTH)
    return g_strdup (text);

  ranges = gig_search_query_find_bytes (query, text);
  if (ranges->len > 0)
    {
      const char *match = text + g_array_index (ranges, GigSearchRange, find_best_range (ranges)).start;
      glong n_before = g_utf8_pointer_to_offset (text, match);

      /* Some words before the match; more where little follows. */
      if (n_before > 60)
        start = find_snippet_start (text, g_utf8_offset_to_pointer (text, MIN (n_before - 40,
                                                                               length - GIG_SEARCH_SNIPPET_LENGTH)));
      if (start > match)
        start = match;
    }

  end = find_snippet_end (start, GIG_SEARCH_SNIPPET_LENGTH);
  cut = g_strndup (start, (gsize) (end - start));
  return g_strconcat (start > text ? "…" : "", cut, *end != '\0' ? "…" : "", NULL);
}

/* The page's first words stand for a match in its name. */
static char *
get_snippet (GigSearchIndex *self,
             GigSearchQuery *query,
             guint           text,
             GigConcept     *concept,
             const char     *language)
{
  const Source *source = &g_array_index (self->sources, Source, text);
  GigSearchField field = g_array_index (self->fields, guint8, text);
  g_autofree char *plain = NULL;

  if (source->question != NULL && source->message == gig_question_get_title (source->question))
    return g_strdup ("");
  if ((field == GIG_SEARCH_TITLE || field == GIG_SEARCH_LABEL) && concept != NULL)
    plain = gig_lesson_get_plain_text (self->lesson, gig_concept_get_lead (concept), language);
  else
    plain = get_source_text (self->lesson, source, language);

  return make_snippet (query, plain != NULL ? plain : "");
}

static void
add_result (GigSearchResults   *self,
            const GigSearchHit *hit)
{
  GigSearchIndex *index = self->index;
  const Source *source = &g_array_index (index->sources, Source, hit->text);
  GigSearchResult result = {
    .concept = g_ptr_array_index (index->concepts, hit->group),
    .question = source->question,
    .block = source->block,
    .member = source->member,
    .field = g_array_index (index->fields, guint8, hit->text),
    .language = index->languages[hit->language],
    .n_hits = hit->n_hits,
  };
  const GigMessage *title = source->question != NULL ? gig_question_get_title (source->question)
                                                     : gig_concept_get_title (result.concept);

  result.title = gig_lesson_get_plain_text (index->lesson, title, result.language);
  result.title_ranges = gig_search_query_find_ranges (self->query, result.title, &result.n_title_ranges);
  result.snippet = get_snippet (index, self->query, hit->text, source->question != NULL ? NULL : result.concept,
                                result.language);
  result.snippet_ranges = gig_search_query_find_ranges (self->query, result.snippet, &result.n_snippet_ranges);
  g_array_append_val (self->results, result);
}

static void
clear_result (gpointer data)
{
  GigSearchResult *result = data;

  g_free ((char *) result->title);
  g_free ((GigSearchRange *) result->title_ranges);
  g_free ((char *) result->snippet);
  g_free ((GigSearchRange *) result->snippet_ranges);
}

GigSearchResults *
gig_search_index_query (GigSearchIndex *self,
                        const char     *query,
                        const char     *language,
                        guint           max_results)
{
  GigSearchResults *results;
  g_autoptr(GArray) hits = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  results = g_new0 (GigSearchResults, 1);
  g_atomic_ref_count_init (&results->ref_count);
  results->index = gig_search_index_ref (self);
  results->query = gig_search_query_new (query);
  gig_search_store_prepare (self->store, results->query);
  results->results = g_array_new (FALSE, FALSE, sizeof (GigSearchResult));
  g_array_set_clear_func (results->results, clear_result);

  hits = gig_search_store_query (self->store, results->query, find_language (self, language), &results->n_hits);
  results->n_pages = hits->len;
  for (guint i = 0; i < hits->len && i < max_results; i++)
    add_result (results, &g_array_index (hits, GigSearchHit, i));

  return results;
}

GigSearchResults *
gig_search_results_ref (GigSearchResults *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gig_search_results_unref (GigSearchResults *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->results);
  gig_search_query_unref (self->query);
  gig_search_index_unref (self->index);
  g_free (self);
}

GigSearchQuery *
gig_search_results_get_query (GigSearchResults *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->query;
}

guint
gig_search_results_get_n_results (GigSearchResults *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->results->len;
}

const GigSearchResult *
gig_search_results_get_result (GigSearchResults *self,
                               guint             index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->results->len, NULL);

  return &g_array_index (self->results, GigSearchResult, index);
}

guint
gig_search_results_get_n_pages (GigSearchResults *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

guint
gig_search_results_get_n_hits (GigSearchResults *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_hits;
}
