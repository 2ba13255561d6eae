/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-search-index-private.h"

#include <string.h>

#include "gig-search-query-private.h"

struct _GigSearchResults
{
  gatomicrefcount  ref_count;
  GigSearchIndex  *index;
  GigSearchQuery  *query;
  GArray          *results;       /* of GigSearchResult */
  guint            n_pages;
  guint            n_hits;
};

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
        "a about an and are as at between by can did do does for from have how i in is it its many me much my of on or "
        "our own should that the their there this to was we what whats when where which who why with you your"));
      /* Translators: words of your language that mean the same to who searches, in all their forms; a
       * bar between the groups. Not a translation. */
      gig_search_store_add_synonyms (self->store, gig_language_pgettext (language, "synonyms of a search",
        "use uses used using usage purpose task tasks application applications job jobs"
        "|cost costs price prices expensive cheap money budget"
        "|wrong error errors mistake mistakes lie lies false hallucination hallucinations hallucinate limit limits"
        "|picture pictures image images photo photos|computer computers laptop pc"));
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
  self->sources = g_array_new (FALSE, FALSE, sizeof (GigSearchSource));
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->concepts = g_ptr_array_new ();
  if (set != NULL)
    add_small_words (self, set);
  gig_search_index_fill (self);

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
  const GigSearchSource *source = &g_array_index (self->sources, GigSearchSource, text);
  GigSearchField field = g_array_index (self->fields, guint8, text);
  g_autofree char *plain = NULL;

  if (source->question != NULL && source->message == gig_question_get_title (source->question))
    return g_strdup ("");
  if ((field == GIG_SEARCH_TITLE || field == GIG_SEARCH_LABEL) && concept != NULL)
    plain = gig_lesson_get_plain_text (self->lesson, gig_concept_get_lead (concept), language);
  else
    plain = gig_search_source_get_text (source, self->lesson, language);

  return make_snippet (query, plain != NULL ? plain : "");
}

static void
add_result (GigSearchResults   *self,
            const GigSearchHit *hit)
{
  GigSearchIndex *index = self->index;
  const GigSearchSource *source = &g_array_index (index->sources, GigSearchSource, hit->text);
  GigSearchResult result = {
    .concept = g_ptr_array_index (index->concepts, hit->group),
    .question = source->question,
    .block = source->block,
    .member = source->member,
    .field = g_array_index (index->fields, guint8, hit->text),
    .language = index->languages[hit->language],
    .n_hits = hit->n_hits,
    .complete = hit->complete,
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
