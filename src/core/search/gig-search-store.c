/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-search-store.h"

#include <string.h>

#include "gig-search-query-private.h"
#include "gig-words.h"

typedef struct
{
  guint32 group;
  guint32 title;
  guint32 words;          /* offset in the phrases */
  guint16 n_all_words;
  guint16 n_words;        /* but for small words */
  guint8  field;
  guint8  language;
} Text;

typedef struct
{
  const char *folded;
  const char *precise;    /* (nullable) */
  guint32     folded_length;
  guint32     last_text;  /* while filling; then where its postings begin */
  guint32     n_texts;
} Word;

typedef struct
{
  guint32 word;
  guint32 text;
} Posting;

struct _GigSearchStore
{
  GArray       *texts;            /* of Text */
  GArray       *words;            /* of Word; once finished sorted by folded */
  GString      *phrases;          /* the texts' words, a blank before each, NUL after the last */
  GStringChunk *chunk;
  guint32      *postings;         /* texts, word by word */
  GHashTable   *small_words;
  guint         n_groups;
  guint         n_languages;

  /* While it is filled. */
  GHashTable   *word_numbers;     /* “folded\1precise” → number */
  GArray       *pairs;            /* of Posting */
};

/* Points for where a text stands, and for how well its words match. */
static const int field_points[] = {
  [GIG_SEARCH_TITLE] = 800,
  [GIG_SEARCH_LABEL] = 790,
  [GIG_SEARCH_MEMBER] = 560,
  [GIG_SEARCH_TERM] = 700,
  [GIG_SEARCH_LEAD] = 500,
  [GIG_SEARCH_TAKEAWAY] = 420,
  [GIG_SEARCH_BODY] = 330,
  [GIG_SEARCH_TABLE] = 300,
  [GIG_SEARCH_QUESTION] = 240,
  [GIG_SEARCH_ANSWER] = 200,
  [GIG_SEARCH_FOOTNOTE] = 160,
  [GIG_SEARCH_CODE] = 130,
};
static const int match_points[GIG_N_MATCHES] = {
  [GIG_MATCH_STEM] = 4,
  [GIG_MATCH_PREFIX] = 10,
  [GIG_MATCH_FORM] = 24,
  [GIG_MATCH_EXACT] = 30,
};
#define POINTS_WHOLE_NAME 200
#define POINTS_NAME_BEGINS 40
#define POINTS_COVERAGE 80
#define POINTS_PHRASE 60
#define POINTS_WHOLE_TEXT 50
#define POINTS_TITLE 180
#define POINTS_EACH_DOUBLING 3

/* What a query works with. */
typedef struct
{
  GigSearchStore *store;
  GigSearchQuery *query;
  guint16        *matched;        /* for each text the terms it holds, a bit each */
  guint16        *points;
  guint16         required;
  guint           n_all_words;    /* typed, small ones too */
} Search;

/* The best of one group in one language. */
typedef struct
{
  int     score;
  guint32 text;
  guint32 n_hits;
} Best;

GigSearchStore *
gig_search_store_new (void)
{
  GigSearchStore *self = g_new0 (GigSearchStore, 1);

  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->phrases = g_string_new (NULL);
  self->chunk = g_string_chunk_new (16 * 1024);
  self->small_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->word_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Posting));

  return self;
}

void
gig_search_store_free (GigSearchStore *self)
{
  g_array_unref (self->texts);
  g_array_unref (self->words);
  g_string_free (self->phrases, TRUE);
  g_string_chunk_free (self->chunk);
  g_free (self->postings);
  g_hash_table_unref (self->small_words);
  g_clear_pointer (&self->word_numbers, g_hash_table_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_free (self);
}

void
gig_search_store_add_small_words (GigSearchStore *self,
                                  const char     *text)
{
  g_autoptr(GigWords) words = gig_words_new (text);

  for (guint i = 0; i < words->words->len; i++)
    g_hash_table_add (self->small_words, g_strdup (g_array_index (words->words, GigWord, i).folded));
}

static guint32
get_word_number (GigSearchStore *self,
                 const GigWord  *word)
{
  g_autofree char *joined_key = NULL;
  const char *key = word->folded;
  Word added = { .folded_length = word->folded_length, .last_text = GIG_SEARCH_NO_TEXT };
  gpointer number;

  if (word->precise != NULL)
    key = joined_key = g_strconcat (word->folded, "\001", word->precise, NULL);
  if (g_hash_table_lookup_extended (self->word_numbers, key, NULL, &number))
    return GPOINTER_TO_UINT (number);

  added.folded = g_string_chunk_insert_len (self->chunk, word->folded, word->folded_length);
  if (word->precise != NULL)
    {
      added.precise = g_string_chunk_insert (self->chunk, word->precise);
      key = g_string_chunk_insert (self->chunk, key);
    }
  else
    {
      key = added.folded;
    }
  g_array_append_val (self->words, added);
  g_hash_table_insert (self->word_numbers, (gpointer) key, GUINT_TO_POINTER (self->words->len - 1));

  return self->words->len - 1;
}

static void
add_posting (GigSearchStore *self,
             const GigWord  *word,
             guint32         text)
{
  guint32 number = get_word_number (self, word);
  Word *known = &g_array_index (self->words, Word, number);
  Posting posting = { number, text };

  if (known->last_text == text)
    return;

  known->last_text = text;
  known->n_texts++;
  g_array_append_val (self->pairs, posting);
}

guint
gig_search_store_add (GigSearchStore *self,
                      const char     *text,
                      guint           group,
                      GigSearchField  field,
                      guint           language,
                      guint           title)
{
  g_autoptr(GigWords) words = gig_words_new (text);
  guint32 number = self->texts->len;
  guint n_words = 0, n_all_words = 0;
  Text added = {
    .group = group,
    .title = title != GIG_SEARCH_NO_TEXT ? title : number,
    .words = (guint32) self->phrases->len,
    .field = (guint8) field,
    .language = (guint8) language,
  };

  g_return_val_if_fail (self->pairs != NULL, GIG_SEARCH_NO_TEXT);

  if (words->words->len == 0)
    return GIG_SEARCH_NO_TEXT;

  for (guint i = 0; i < words->words->len; i++)
    {
      const GigWord *word = &g_array_index (words->words, GigWord, i);

      add_posting (self, word, number);
      if (!word->joined)
        {
          g_string_append_c (self->phrases, ' ');
          g_string_append_len (self->phrases, word->folded, word->folded_length);
          n_all_words++;
          if (!g_hash_table_contains (self->small_words, word->folded))
            n_words++;
        }
    }
  g_string_append_c (self->phrases, '\0');

  added.n_all_words = (guint16) MIN (n_all_words, G_MAXUINT16);
  added.n_words = (guint16) CLAMP (n_words, 1, G_MAXUINT16);
  g_array_append_val (self->texts, added);
  self->n_groups = MAX (self->n_groups, group + 1);
  self->n_languages = MAX (self->n_languages, language + 1);
  return number;
}

static int
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Word *words = user_data;

  return strcmp (words[*(const guint32 *) a].folded, words[*(const guint32 *) b].folded);
}

void
gig_search_store_finish (GigSearchStore *self)
{
  guint n_words = self->words->len;
  Word *words = (Word *) (gpointer) self->words->data;
  g_autofree guint32 *order = g_new (guint32, n_words + 1);
  g_autofree guint32 *next = g_new (guint32, n_words + 1);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Word), n_words);
  guint32 offset = 0;

  g_return_if_fail (self->pairs != NULL);

  for (guint32 i = 0; i < n_words; i++)
    order[i] = i;
  g_sort_array (order, n_words, sizeof *order, compare_words, words);

  for (guint i = 0; i < n_words; i++)
    {
      Word word = words[order[i]];

      word.last_text = next[order[i]] = offset;
      offset += word.n_texts;
      g_array_append_val (sorted, word);
    }

  /* The pairs come text by text, so each word's texts rise. */
  self->postings = g_new (guint32, offset + 1);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Posting *pair = &g_array_index (self->pairs, Posting, i);

      self->postings[next[pair->word]++] = pair->text;
    }

  g_array_unref (self->words);
  self->words = sorted;
  g_clear_pointer (&self->word_numbers, g_hash_table_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
}

guint
gig_search_store_get_n_texts (GigSearchStore *self)
{
  return self->texts->len;
}

/* The first word that is not before @prefix. */
static guint
find_first_word (GigSearchStore *self,
                 const char     *prefix,
                 gsize           length)
{
  guint low = 0, high = self->words->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (strncmp (g_array_index (self->words, Word, middle).folded, prefix, length) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static inline void
mark_text (Search  *search,
           guint32  text,
           guint    term,
           int      points)
{
  guint16 bit = (guint16) (1u << term);

  if ((search->matched[text] & bit) == 0)
    {
      search->matched[text] |= bit;
      search->points[text] = (guint16) (search->points[text] + points);
    }
}

static void
mark_word (Search     *search,
           const Word *word,
           guint       term,
           GigMatch    match)
{
  const guint32 *postings = search->store->postings + word->last_text;

  for (guint32 i = 0; i < word->n_texts; i++)
    mark_text (search, postings[i], term, match_points[match]);
}

/* Better matches first: a text keeps the best of its words. */
static void
mark_term (Search *search,
           guint   number)
{
  const GigSearchTerm *term = &search->query->terms[number];
  GigSearchStore *store = search->store;
  guint first = find_first_word (store, term->folded, term->stem_length);

  for (GigMatch wanted = GIG_MATCH_EXACT; wanted > GIG_MATCH_NONE; wanted--)
    {
      for (guint i = first; i < store->words->len; i++)
        {
          const Word *word = &g_array_index (store->words, Word, i);

          if (strncmp (word->folded, term->folded, term->stem_length) != 0)
            break;
          if (gig_search_term_match (term, word->folded, word->folded_length, word->precise) == wanted)
            mark_word (search, word, number, wanted);
        }
    }
}

/* A compound written as words of their own: “vision langage” for vision-langage. */
static void
mark_phrase (Search *search,
             guint   number)
{
  const GigSearchTerm *term = &search->query->terms[number];
  GigSearchStore *store = search->store;
  const char *part = term->phrase + 1;
  gsize length = strcspn (part, " ");

  for (guint i = find_first_word (store, part, length); i < store->words->len; i++)
    {
      const Word *word = &g_array_index (store->words, Word, i);

      if (strncmp (word->folded, part, length) != 0)
        break;
      if (word->folded_length != length)
        continue;
      for (guint32 j = 0; j < word->n_texts; j++)
        {
          guint32 text = store->postings[word->last_text + j];

          if (strstr (store->phrases->str + g_array_index (store->texts, Text, text).words, term->phrase) != NULL)
            mark_text (search, text, number, match_points[GIG_MATCH_FORM]);
        }
    }
}

void
gig_search_store_prepare (GigSearchStore *self,
                          GigSearchQuery *query)
{
  guint n_small = 0;

  for (guint i = 0; i < query->n_terms; i++)
    {
      GigSearchTerm *term = &query->terms[i];

      term->small = !term->open && g_hash_table_contains (self->small_words, term->folded);
      n_small += term->small;
    }
  for (guint i = 0; n_small == query->n_terms && i < query->n_terms; i++)
    query->terms[i].small = FALSE;
}

static guint
count_matched_words (const Search *search,
                     guint16       matched)
{
  guint n = 0;

  for (guint i = 0; i < search->query->n_terms; i++)
    {
      if (matched & (1u << i))
        n += search->query->terms[i].n_parts;
    }

  return n;
}

static gboolean
is_name (GigSearchField field)
{
  return field <= GIG_SEARCH_TERM;
}

/* A name counts by how much of it was typed. A whole one has its words side by
 * side, whatever their endings. */
static int
get_name_points (const Search *search,
                 const Text   *text,
                 guint32       number,
                 const char   *phrase)
{
  guint n_matched = MIN (count_matched_words (search, search->matched[number]), text->n_words);
  int n_terms = __builtin_popcount (search->matched[number]);
  int phrase_points = strstr (phrase, search->query->phrase) != NULL ? POINTS_PHRASE : 0;

  if (n_matched == text->n_words && search->points[number] >= n_terms * match_points[GIG_MATCH_FORM])
    return POINTS_WHOLE_NAME + (text->n_all_words == search->n_all_words ? POINTS_WHOLE_TEXT : 0) + POINTS_PHRASE;
  return (int) (POINTS_COVERAGE * n_matched / text->n_words) + phrase_points
    + (g_str_has_prefix (phrase, search->query->phrase) ? POINTS_NAME_BEGINS : 0);
}

static int
get_score (const Search *search,
           guint32       number)
{
  const Text *text = &g_array_index (search->store->texts, Text, number);
  const char *phrase = search->store->phrases->str + text->words;
  guint16 matched = search->matched[number];
  int n_matched = __builtin_popcount (matched);
  int score = field_points[text->field] + (n_matched > 0 ? search->points[number] / n_matched : 0);

  if (is_name (text->field))
    return score + get_name_points (search, text, number, phrase);

  if (search->query->n_terms > 1 && strstr (phrase, search->query->phrase) != NULL)
    score += POINTS_PHRASE;
  score += POINTS_TITLE * __builtin_popcount (search->matched[text->title] & search->required)
    / __builtin_popcount (search->required);

  return score;
}

/* Texts that stand on the page by themselves. */
static gboolean
is_counted (GigSearchField field)
{
  return field != GIG_SEARCH_LABEL && field != GIG_SEARCH_MEMBER && field != GIG_SEARCH_TERM;
}

static Best *
collect (const Search *search)
{
  GigSearchStore *store = search->store;
  Best *bests = g_new0 (Best, (gsize) store->n_groups * store->n_languages + 1);

  for (guint32 i = 0; i < store->texts->len; i++)
    {
      const Text *text = &g_array_index (store->texts, Text, i);
      guint16 matched = search->matched[i];
      Best *best;
      int score;

      if ((matched & search->required) == 0
          || ((matched | search->matched[text->title]) & search->required) != search->required)
        continue;

      best = &bests[(gsize) text->group * store->n_languages + text->language];
      score = get_score (search, i);
      if (is_counted (text->field))
        best->n_hits++;
      if (score > best->score)
        {
          best->score = score;
          best->text = i;
        }
    }

  return bests;
}

/* Of each group what it has in the language shown, else the best of the others. */
static GArray *
choose (GigSearchStore *store,
        const Best     *bests,
        guint           language,
        guint          *n_hits)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (GigSearchHit));

  *n_hits = 0;
  for (guint group = 0; group < store->n_groups; group++)
    {
      const Best *row = bests + (gsize) group * store->n_languages;
      guint chosen = language;
      GigSearchHit hit;

      if (language >= store->n_languages || row[language].score == 0)
        {
          chosen = 0;
          for (guint i = 1; i < store->n_languages; i++)
            {
              if (row[i].score > row[chosen].score)
                chosen = i;
            }
        }
      if (row[chosen].score == 0)
        continue;

      hit = (GigSearchHit) {
        .group = group,
        .text = row[chosen].text,
        .language = chosen,
        .n_hits = MAX (row[chosen].n_hits, 1),
        .score = row[chosen].score + POINTS_EACH_DOUBLING * (int) (g_bit_storage (MIN (row[chosen].n_hits, 64) | 1) - 1),
      };
      *n_hits += hit.n_hits;
      g_array_append_val (hits, hit);
    }

  return hits;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const GigSearchHit *hit_a = a;
  const GigSearchHit *hit_b = b;
  guint language = GPOINTER_TO_UINT (user_data);
  gboolean shown_a = hit_a->language == language;
  gboolean shown_b = hit_b->language == language;

  if (shown_a != shown_b)
    return shown_a ? -1 : 1;
  if (hit_a->score != hit_b->score)
    return hit_a->score > hit_b->score ? -1 : 1;
  return hit_a->group < hit_b->group ? -1 : hit_a->group > hit_b->group;
}

GArray *
gig_search_store_query (GigSearchStore *self,
                        GigSearchQuery *query,
                        guint           language,
                        guint          *n_hits)
{
  Search search = { .store = self, .query = query };
  g_autofree Best *bests = NULL;
  GArray *hits;

  g_return_val_if_fail (self->pairs == NULL, NULL);

  if (query->n_terms == 0 || self->texts->len == 0)
    {
      *n_hits = 0;
      return g_array_new (FALSE, FALSE, sizeof (GigSearchHit));
    }

  search.matched = g_new0 (guint16, self->texts->len);
  search.points = g_new0 (guint16, self->texts->len);
  for (guint i = 0; i < query->n_terms; i++)
    {
      search.n_all_words += query->terms[i].n_parts;
      if (query->terms[i].small)
        continue;
      search.required |= (guint16) (1u << i);
      mark_term (&search, i);
      if (query->terms[i].phrase != NULL && query->terms[i].precise == NULL)
        mark_phrase (&search, i);
    }

  bests = collect (&search);
  g_free (search.matched);
  g_free (search.points);

  hits = choose (self, bests, language, n_hits);
  if (hits->len > 0)
    g_sort_array (hits->data, hits->len, sizeof (GigSearchHit), compare_hits, GUINT_TO_POINTER (language));
  return hits;
}
