/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-search-store-private.h"

#include <string.h>

#include "gig-search-query-private.h"

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
/* What a match in another language than the one shown is set back: a whole name
 * stays before what is only mentioned, all else comes after everything. */
#define POINTS_FOREIGN_NAME 350
#define POINTS_FOREIGN 2000

/* With fewer pages than this, those with some of the words follow. */
#define FEW_HITS 3
#define MAX_PARTIAL_HITS 10

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
  guint8  whole;        /* the text is a name, all of it typed */
} Best;

guint
gig_search_store_find_word (GigSearchStore *self,
                            const char     *prefix,
                            gsize           length)
{
  guint low = 0, high = self->words->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (strncmp (g_array_index (self->words, GigSearchWord, middle).folded, prefix, length) < 0)
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
mark_word (Search              *search,
           const GigSearchWord *word,
           guint                term,
           GigMatch             match)
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
  guint first = gig_search_store_find_word (store, term->folded, term->stem_length);

  for (GigMatch wanted = GIG_MATCH_EXACT; wanted > GIG_MATCH_NONE; wanted--)
    {
      for (guint i = first; i < store->words->len; i++)
        {
          const GigSearchWord *word = &g_array_index (store->words, GigSearchWord, i);

          if (strncmp (word->folded, term->folded, term->stem_length) != 0)
            break;
          if (gig_search_term_match (term, word->folded, word->folded_length, word->precise) == wanted)
            mark_word (search, word, number, wanted);
        }
    }
}

/* Whole words that mean the same count as little as distant forms do. */
static void
mark_synonyms (Search *search,
               guint   number)
{
  GPtrArray *synonyms = gig_search_store_get_synonyms (search->store, &search->query->terms[number]);

  for (guint i = 0; synonyms != NULL && i < synonyms->len; i++)
    {
      const char *synonym = g_ptr_array_index (synonyms, i);
      gsize length = strlen (synonym);

      for (guint j = gig_search_store_find_word (search->store, synonym, length); j < search->store->words->len; j++)
        {
          const GigSearchWord *word = &g_array_index (search->store->words, GigSearchWord, j);

          if (strncmp (word->folded, synonym, length) != 0)
            break;
          if (word->folded_length == length)
            mark_word (search, word, number, GIG_MATCH_STEM);
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

  for (guint i = gig_search_store_find_word (store, part, length); i < store->words->len; i++)
    {
      const GigSearchWord *word = &g_array_index (store->words, GigSearchWord, i);

      if (strncmp (word->folded, part, length) != 0)
        break;
      if (word->folded_length != length)
        continue;
      for (guint32 j = 0; j < word->n_texts; j++)
        {
          guint32 text = store->postings[word->last_text + j];

          if (strstr (store->phrases->str + g_array_index (store->texts, GigSearchText, text).words, term->phrase) != NULL)
            mark_text (search, text, number, match_points[GIG_MATCH_FORM]);
        }
    }
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

/* Whether all of a name was typed, whatever the endings. */
static gboolean
is_whole_name (const Search *search,
               guint32       number)
{
  const GigSearchText *text = &g_array_index (search->store->texts, GigSearchText, number);
  int n_terms = __builtin_popcount (search->matched[number]);

  return is_name (text->field)
    && count_matched_words (search, search->matched[number]) >= text->n_words
    && search->points[number] >= n_terms * match_points[GIG_MATCH_FORM];
}

/* “stable” means the model Stable Diffusion 1; who types “diffusion” may mean any. */
static gboolean
begins_name (const Search *search,
             const char   *phrase)
{
  const GigSearchTerm *term = &search->query->terms[0];

  return strncmp (phrase + 1, term->phrase != NULL ? term->phrase + 1 : term->folded, term->stem_length) == 0;
}

/* A name counts by how much of it was typed. A whole one has its words side by
 * side, whatever their endings. */
static int
get_name_points (const Search        *search,
                 const GigSearchText *text,
                 guint32              number,
                 const char          *phrase)
{
  guint n_matched = MIN (count_matched_words (search, search->matched[number]), text->n_words);
  int phrase_points = strstr (phrase, search->query->phrase) != NULL ? POINTS_PHRASE : 0;

  if (is_whole_name (search, number))
    return POINTS_WHOLE_NAME + (text->n_all_words == search->n_all_words ? POINTS_WHOLE_TEXT : 0) + POINTS_PHRASE;
  return (int) (POINTS_COVERAGE * n_matched / text->n_words) + phrase_points
    + (g_str_has_prefix (phrase, search->query->phrase) ? POINTS_NAME_BEGINS : 0);
}

static int
get_score (const Search *search,
           guint32       number)
{
  const GigSearchText *text = &g_array_index (search->store->texts, GigSearchText, number);
  const char *phrase = search->store->phrases->str + text->words;
  guint16 matched = search->matched[number];
  int n_matched = __builtin_popcount (matched);
  int score = field_points[text->field] + (n_matched > 0 ? search->points[number] / n_matched : 0);

  if (text->field == GIG_SEARCH_MEMBER && !is_whole_name (search, number) && !begins_name (search, phrase))
    return score + field_points[GIG_SEARCH_TABLE] - field_points[GIG_SEARCH_MEMBER];
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
      const GigSearchText *text = &g_array_index (store->texts, GigSearchText, i);
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
          best->whole = is_whole_name (search, i);
        }
    }

  return bests;
}

static int
get_setback (const Best *best,
             gboolean    shown)
{
  return shown ? 0 : best->whole ? POINTS_FOREIGN_NAME : POINTS_FOREIGN;
}

/* The best of a group in any language: what it has in the one shown, unless
 * another has its very name. */
static const Best *
choose_language (const Best *row,
                 guint       n_languages,
                 guint       shown,
                 guint      *language)
{
  const Best *chosen = NULL;

  for (guint i = 0; i < n_languages; i++)
    {
      if (row[i].score != 0
          && (chosen == NULL
              || row[i].score - get_setback (&row[i], i == shown) > chosen->score - get_setback (chosen, *language == shown)))
        {
          chosen = &row[i];
          *language = i;
        }
    }

  return chosen;
}

static GArray *
choose (GigSearchStore *store,
        const Best     *bests,
        guint           shown,
        guint          *n_hits)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (GigSearchHit));

  *n_hits = 0;
  for (guint group = 0; group < store->n_groups; group++)
    {
      guint language = 0;
      const Best *best = choose_language (bests + (gsize) group * store->n_languages, store->n_languages, shown, &language);
      GigSearchHit hit;

      if (best == NULL)
        continue;

      hit = (GigSearchHit) {
        .group = group,
        .text = best->text,
        .language = language,
        .complete = TRUE,
        .n_hits = MAX (best->n_hits, 1),
        .score = best->score - get_setback (best, language == shown)
          + POINTS_EACH_DOUBLING * (int) (g_bit_storage (MIN (best->n_hits, 64) | 1) - 1),
      };
      *n_hits += hit.n_hits;
      g_array_append_val (hits, hit);
    }

  return hits;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const GigSearchHit *hit_a = a;
  const GigSearchHit *hit_b = b;

  if (hit_a->score != hit_b->score)
    return hit_a->score > hit_b->score ? -1 : 1;
  return hit_a->group < hit_b->group ? -1 : hit_a->group > hit_b->group;
}

/* --- Pages with some of the words --- */

/* What one group has of each term in one language. */
typedef struct
{
  guint16 points[GIG_SEARCH_MAX_WORDS];
  guint16 matched;
  guint32 text;         /* the one with the most */
  guint32 text_weight;
  guint32 n_texts;
} Share;

static Share *
collect_shares (const Search *search,
                const guint  *weights)
{
  GigSearchStore *store = search->store;
  Share *shares = g_new0 (Share, (gsize) store->n_groups * store->n_languages + 1);

  for (guint32 i = 0; i < store->texts->len; i++)
    {
      const GigSearchText *text = &g_array_index (store->texts, GigSearchText, i);
      Share *share = &shares[(gsize) text->group * store->n_languages + text->language];
      guint16 matched = search->matched[i] & search->required;
      guint32 weight = 0;

      if (matched == 0)
        continue;
      for (guint term = 0; term < search->query->n_terms; term++)
        {
          if ((matched & (1u << term)) == 0)
            continue;
          share->points[term] = (guint16) MAX (share->points[term], field_points[text->field]);
          weight += 1000 * (weights != NULL ? weights[term] : 1) + (guint32) field_points[text->field];
        }
      share->matched |= matched;
      share->n_texts += is_counted (text->field);
      if (weight > share->text_weight)
        {
          share->text = i;
          share->text_weight = weight;
        }
    }

  return shares;
}

/* The rarer a word, the more it tells; one that is nowhere tells nothing, and one that was
 * guessed is not asked for. */
static guint
weigh_terms (const Search *search,
             const Share  *shares,
             guint        *weights)
{
  guint n_shares = search->store->n_groups * search->store->n_languages;
  guint total = 0, guessed = 0;

  for (guint term = 0; term < search->query->n_terms; term++)
    {
      guint n = 0;

      for (guint i = 0; i < n_shares; i++)
        n += (shares[i].matched & (1u << term)) != 0;
      weights[term] = n > 0 ? g_bit_storage (search->store->n_groups / n) + 1 : 0;
      *(search->query->terms[term].mended ? &guessed : &total) += weights[term];
    }

  return total > 0 ? total : guessed;
}

/* Adds to @hits, sorted, the groups that have at least half of what the words tell. */
static void
add_partial_hits (const Search *search,
                  guint         shown,
                  GArray       *hits,
                  guint        *n_hits)
{
  GigSearchStore *store = search->store;
  guint weights[GIG_SEARCH_MAX_WORDS] = { 0 };
  g_autofree Share *first = collect_shares (search, NULL);
  guint total = weigh_terms (search, first, weights);
  g_autofree Share *shares = collect_shares (search, weights);
  g_autofree guint8 *taken = g_new0 (guint8, store->n_groups + 1);
  g_autoptr(GArray) partial = g_array_new (FALSE, FALSE, sizeof (GigSearchHit));

  for (guint i = 0; i < hits->len; i++)
    taken[g_array_index (hits, GigSearchHit, i).group] = TRUE;

  for (guint group = 0; group < store->n_groups; group++)
    {
      GigSearchHit hit = { .group = group, .score = G_MININT };

      for (guint language = 0; language < store->n_languages && !taken[group]; language++)
        {
          const Share *share = &shares[(gsize) group * store->n_languages + language];
          guint weight = 0, points = 0;
          int score;

          for (guint term = 0; term < search->query->n_terms; term++)
            {
              weight += share->points[term] != 0 ? weights[term] : 0;
              points += share->points[term] * weights[term];
            }
          if (weight == 0 || 2 * weight < total)
            continue;

          score = (int) (points / total) - (language == shown ? 0 : POINTS_FOREIGN);
          if (score > hit.score)
            {
              hit.score = score;
              hit.text = share->text;
              hit.language = language;
              hit.complete = share->matched == search->required;
              hit.n_hits = MAX (share->n_texts, 1);
            }
        }
      if (hit.score > G_MININT)
        g_array_append_val (partial, hit);
    }

  g_array_sort (partial, compare_hits);
  for (guint i = 0; i < partial->len && i < MAX_PARTIAL_HITS; i++)
    {
      *n_hits += g_array_index (partial, GigSearchHit, i).n_hits;
      g_array_append_val (hits, g_array_index (partial, GigSearchHit, i));
    }
}

static void
mark_terms (Search *search)
{
  for (guint i = 0; i < search->query->n_terms; i++)
    {
      const GigSearchTerm *term = &search->query->terms[i];

      search->n_all_words += term->n_parts;
      if (term->small)
        continue;
      search->required |= (guint16) (1u << i);
      mark_term (search, i);
      mark_synonyms (search, i);
      if (term->phrase != NULL && term->precise == NULL)
        mark_phrase (search, i);
    }
}

GArray *
gig_search_store_query (GigSearchStore *self,
                        GigSearchQuery *query,
                        guint           language,
                        guint          *n_hits)
{
  Search search = { .store = self, .query = query };
  g_autofree guint16 *matched = NULL;
  g_autofree guint16 *points = NULL;
  g_autofree Best *bests = NULL;
  GArray *hits;

  g_return_val_if_fail (self->pairs == NULL, NULL);

  if (query->n_terms == 0 || self->texts->len == 0)
    {
      *n_hits = 0;
      return g_array_new (FALSE, FALSE, sizeof (GigSearchHit));
    }

  search.matched = matched = g_new0 (guint16, self->texts->len);
  search.points = points = g_new0 (guint16, self->texts->len);
  mark_terms (&search);
  bests = collect (&search);
  hits = choose (self, bests, language, n_hits);
  g_array_sort (hits, compare_hits);
  if (hits->len < FEW_HITS && __builtin_popcount (search.required) > 1)
    add_partial_hits (&search, language, hits, n_hits);

  return hits;
}
