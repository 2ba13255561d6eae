/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-search-store.h"

#include <string.h>

enum { EN, FR };

/* The found parts of @text in brackets. */
static char *
bracket (const char *query_text,
         const char *text)
{
  g_autoptr (GigSearchQuery) query = gig_search_query_new (query_text);
  guint n_ranges;
  g_autofree GigSearchRange *ranges = gig_search_query_find_ranges (query, text, &n_ranges);
  g_autoptr (GString) bracketed = g_string_new (NULL);
  guint position = 0;

  for (guint i = 0; i < n_ranges; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *found = NULL;

      g_assert_cmpuint (ranges[i].length, >, 0);
      g_assert_cmpuint (ranges[i].start, >=, position);
      before = g_utf8_substring (text, position, ranges[i].start);
      found = g_utf8_substring (text, ranges[i].start, ranges[i].start + ranges[i].length);
      g_string_append_printf (bracketed, "%s[%s]", before, found);
      position = ranges[i].start + ranges[i].length;
    }
  g_string_append (bracketed, g_utf8_offset_to_pointer (text, position));

  return g_string_free_and_steal (g_steal_pointer (&bracketed));
}

static void
test_ranges (void)
{
  const struct
  {
    const char *query;
    const char *bracketed;
  } cases[] = {
    { "modele", "Un [modèle], des [modèles], [MODELER]" },
    { "MODÈLE", "Un [modèle], un modele" },
    { "modèle", "e\u0301tude : [mode\u0300le]" },
    { "préentraine", "le [préentraîné], le preentraine" },
    { "mod", "[mod]el, comod, [Mod]èle" },
    { "models", "a [model], [models], [model]ling, modern" },
    { "réseaux", "un [réseau], des [réseaux], un reseau" },
    { "oeuvre", "une [œuvre], l’[oeuvre]" },
    { "œuvre", "une [œuvre], une [oeuvre]" },
    { "o", "[œ]uvre" },
    { "image texte", "du [texte] à l’[image]" },
    { "l’apprentissage", "l’[apprentissage], le calcul" },
    { "l'ia", "L’[IA]" },
    { "model's", "the [model]’s size" },
    { "dall-e", "[DALL·E], [DALL-E], [DALLE] and [DALL E]; ball-e" },
    { "DALL·E", "[DALL·E], [DALL-E], [DALLE] and [DALL E]" },
    { "dalle", "[DALL·E], [DALL-E], [DALLE], [DALL] E" },
    { "dall e", "[DALL·E]" },
    { "gpt4", "[GPT-4], [GPT4], GPT-3" },
    { "gpt-4", "[GPT-4], [GPT4], [GPT 4], [GPT-4.5], GPT-3" },
    { "vision-langage", "modèle [vision-langage], la [vision langage]" },
    { "langage", "modèle vision-[langage]" },
    { "visionlangage", "modèle [vision-langage]" },
    { "1000", "1\u00a0000, [1000]" },
    { "les", "[les], des, le" },
    { "européenne", "[européen], [européennes], Europe" },
    { "créer", "ils [crée]nt, elle [crée], la création" },
    { "bus", "[bus], bu" },
    { "", "nothing" },
    { "… ! ?", "nothing…" },
    { "€", "100 €" },
    { "a b c d e f g h i j k l m n", "[a] [l] m n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (cases[i].bracketed, "[]", -1);
      g_autofree char *text = g_strjoinv ("", parts);
      g_autofree char *bracketed = bracket (cases[i].query, text);

      g_test_message ("“%s”", cases[i].query);
      g_assert_cmpstr (bracketed, ==, cases[i].bracketed);
    }
}

/* Any bytes as a query, any text: nothing breaks. */
static void
test_any_text (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char bytes[24] = "";
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *bracketed = NULL;

      for (gsize i = 0; i < sizeof bytes - 1; i++)
        bytes[i] = (char) (g_test_rand_int_range (0, 3) ? "aeé-·’. œ1s"[g_test_rand_int_range (0, 15)]
                                                        : g_test_rand_int_range (0, 256));
      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        {
          gunichar character = g_test_rand_int_range (0, 2) ? (gunichar) "aes-. '1"[g_test_rand_int_range (0, 8)]
                                                            : (gunichar) g_test_rand_int_range (1, 0x2fff);

          g_string_append_unichar (text, g_unichar_validate (character) ? character : ' ');
        }
      bracketed = bracket (bytes, text->str);
      g_assert_nonnull (bracketed);
    }
}

/* Pages of a small lesson: title, lead, body; in English, then in French. */
static const char * const pages[][6] = {
  { "Foundation model", "A large model trained on broad data.", "It is adapted to many tasks.",
    "Modèle de fondation", "Un grand modèle entraîné sur des données vastes.", "On l’adapte à bien des tâches." },
  { "Large language model", "A foundation model of text.", "GPT-4 and LLaMA are language models.",
    "Grand modèle de langage", "Un modèle de fondation du texte.", "GPT-4 et LLaMA en sont." },
  { "Vision model", "It sees images.", "Some vision models overlap with language: CLIP.",
    "Modèle de vision", "Il voit des images.", "CLIP relie la vision et le langage." },
  { "Image generation", "DALL·E paints from words.", "A diffusion model removes noise.",
    "Génération d’images", "DALL·E peint d’après des mots.", "Un modèle de diffusion retire le bruit." },
  { "Token", "A piece of a word.", "The model reads tokens, not letters.",
    "Jeton", "Un morceau de mot.", "Le modèle lit des jetons, non des lettres." },
};

static GigSearchStore *
make_store (void)
{
  GigSearchStore *store = gig_search_store_new ();

  gig_search_store_add_small_words (store, "a an the of in is le la les de des un une du");
  for (guint language = EN; language <= FR; language++)
    {
      for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
        {
          const char * const *texts = pages[page] + 3 * language;
          guint title = gig_search_store_add (store, texts[0], page, GIG_SEARCH_TITLE, language, GIG_SEARCH_NO_TEXT);

          gig_search_store_add (store, texts[1], page, GIG_SEARCH_LEAD, language, title);
          gig_search_store_add (store, texts[2], page, GIG_SEARCH_BODY, language, title);
        }
    }
  gig_search_store_finish (store);

  return store;
}

/* The pages found, best first: “1f” is page 1 by its French, “1f~” by some of the words. */
static char *
search (GigSearchStore *store,
        const char     *text,
        guint           language)
{
  g_autoptr (GigSearchQuery) query = gig_search_query_new (text);
  guint n_hits, n_counted = 0;
  g_autoptr (GArray) hits = NULL;
  GString *found = g_string_new (NULL);

  gig_search_store_prepare (store, query);
  hits = gig_search_store_query (store, query, language, &n_hits);
  for (guint i = 0; i < hits->len; i++)
    {
      const GigSearchHit *hit = &g_array_index (hits, GigSearchHit, i);

      g_assert_cmpuint (hit->n_hits, >=, 1);
      n_counted += hit->n_hits;
      g_string_append_printf (found, "%s%u%c%s", i > 0 ? " " : "", hit->group, hit->language == EN ? 'e' : 'f',
                              hit->complete ? "" : "~");
    }
  g_assert_cmpuint (n_counted, ==, n_hits);

  return g_string_free_and_steal (found);
}

static void
test_store (void)
{
  g_autoptr (GigSearchStore) store = make_store ();
  const struct
  {
    const char *query;
    guint       language;
    const char *found;
  } cases[] = {
    /* Titles before leads before text. */
    { "foundation", EN, "0e 1e" },
    { "language", EN, "1e 2e" },
    { "token", EN, "4e" },
    { "tokens", EN, "4e" },
    /* The language shown, then the other. */
    { "generation", EN, "3e" },
    { "generation", FR, "3f" },
    { "jetons", EN, "4f" },
    { "images", EN, "3e 2e" },
    { "image", FR, "3f 2f" },
    /* Words in any order, of a text and its page's title. */
    { "model foundation", EN, "0e 1e" },
    { "text large", EN, "1e 0e~" },
    { "vision overlap", EN, "2e" },
    { "model foundation", FR, "0e 1e" },
    /* When few pages have all words, those with the more telling ones follow. */
    { "vision noise", EN, "3e~" },
    { "diffusion text", EN, "1e~ 3e~" },
    { "vision xyz", EN, "2e~" },
    { "xyz uvw", EN, "" },
    /* All words, though not in one text. */
    { "broad adapted", EN, "0e" },
    /* Accents typed are respected. */
    { "génération", EN, "3f" },
    { "entraine", FR, "0f" },
    { "entraîne", FR, "0f" },
    { "entràine", FR, "" },
    /* Small words need not be there. */
    { "les jetons", FR, "4f" },
    { "the token", EN, "4e" },
    { "le modèle de vision", FR, "2f" },
    { "dalle", EN, "3e" },
    { "dall-e", FR, "3f" },
    { "gpt4", EN, "1e" },
    { "xyz", EN, "" },
    { "", EN, "" },
    { "token", 7, "4e" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search (store, cases[i].query, cases[i].language);

      g_test_message ("“%s”", cases[i].query);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* Beside a plain walk over all texts, on made-up ones. */
static void
test_brute_force (void)
{
  static const char * const words[] = {
    "modèle", "modeles", "model", "mode", "données", "donnees", "GPT-4", "œuvre", "oeuvres", "été", "ete", "a",
  };

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GigSearchStore) store = gig_search_store_new ();
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < 60; i++)
        {
          GString *text = g_string_new (NULL);

          for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
            g_string_append_printf (text, "%s ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
          g_ptr_array_add (texts, g_string_free_and_steal (text));
          gig_search_store_add (store, g_ptr_array_index (texts, i), i, GIG_SEARCH_BODY, EN, GIG_SEARCH_NO_TEXT);
        }
      gig_search_store_finish (store);

      for (gsize word = 0; word < G_N_ELEMENTS (words); word++)
        {
          const char *other = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
          g_autofree char *both = g_strdup_printf ("%s %s", words[word], other);
          g_autoptr (GigSearchQuery) one = gig_search_query_new (words[word]);
          g_autoptr (GigSearchQuery) two = gig_search_query_new (other);
          g_autoptr (GigSearchQuery) query = gig_search_query_new (both);
          guint n_hits, n_wanted = 0, n_complete = 0;
          g_autoptr (GArray) hits = gig_search_store_query (store, query, EN, &n_hits);

          for (guint i = 0; i < texts->len; i++)
            {
              guint n_one, n_two;
              g_autofree GigSearchRange *in_one =
                gig_search_query_find_ranges (one, g_ptr_array_index (texts, i), &n_one);
              g_autofree GigSearchRange *in_two =
                gig_search_query_find_ranges (two, g_ptr_array_index (texts, i), &n_two);

              if (in_one != NULL && in_two != NULL)
                n_wanted++;
            }
          /* Those with one of the words only come after all others, and when these are few. */
          for (guint i = 0; i < hits->len; i++)
            {
              const GigSearchHit *hit = &g_array_index (hits, GigSearchHit, i);

              g_assert_true (hit->complete == (i < n_wanted));
              n_complete += hit->complete;
            }
          g_assert_cmpuint (n_complete, ==, n_wanted);
          g_assert_true (hits->len == n_wanted || n_wanted < 3);
          g_assert_cmpuint (n_hits, ==, hits->len);
        }
    }
}

typedef struct
{
  GigSearchStore *store;
  const char     *query;
  char           *wanted;
} Job;

static gpointer
search_often (gpointer data)
{
  Job *job = data;
  gboolean right = TRUE;

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *found = search (job->store, job->query, EN);

      right = right && g_str_equal (found, job->wanted);
    }
  return GINT_TO_POINTER (right);
}

static void
test_threads (void)
{
  g_autoptr (GigSearchStore) store = make_store ();
  Job jobs[] = { { store, "model" }, { store, "vision" }, { store, "image" }, { store, "le jeton" } };
  GThread *threads[G_N_ELEMENTS (jobs)];

  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    jobs[i].wanted = search (store, jobs[i].query, EN);
  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    threads[i] = g_thread_new ("searcher", search_often, &jobs[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
      g_free (jobs[i].wanted);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/ranges", test_ranges);
  g_test_add_func ("/search/any-text", test_any_text);
  g_test_add_func ("/search/store", test_store);
  g_test_add_func ("/search/brute-force", test_brute_force);
  g_test_add_func ("/search/threads", test_threads);

  return g_test_run ();
}
