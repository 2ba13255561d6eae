/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-reader.h"
#include "gig-set-system.h"

#include <math.h>

typedef struct
{
  GigLesson      *lesson;
  GigLanguageSet *set;
  GigLanguage    *english;
  GigLanguage    *french;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "sets.md", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  fixture->lesson = gig_lesson_read_file (file, NULL, &error);
  g_assert_no_error (error);
  fixture->set = gig_language_set_new_from_resources ();
  fixture->english = gig_language_new (fixture->set, "en");
  fixture->french = gig_language_new (fixture->set, "fr");
  g_assert_cmpstr (gig_language_get_code (fixture->french), ==, "fr");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->english);
  g_clear_object (&fixture->french);
  gig_language_set_unref (fixture->set);
  gig_lesson_unref (fixture->lesson);
}

static GigView *
get_view (GigLesson  *lesson,
          const char *id)
{
  GigView *view = gig_lesson_find_view (lesson, id);

  g_assert_nonnull (view);
  return view;
}

static guint
find_key (GigView    *view,
          const char *key)
{
  for (guint i = 0; i < gig_view_get_n_sets (view); i++)
    if (g_str_equal (gig_view_get_set (view, i)->key, key))
      return i;
  g_error ("no set %s", key);
}

/* A zone by the keys of its sets. */
static GigZoneMask
zone_of (GigView    *view,
         const char *keys)
{
  g_auto (GStrv) names = g_strsplit_set (keys, " ", -1);
  GigZoneMask zone = 0;

  for (guint i = 0; names[i] != NULL && *names[i] != '\0'; i++)
    zone |= (GigZoneMask) 1 << find_key (view, names[i]);
  return zone;
}

static const GigViewMember *
find_name (GPtrArray  *members,
           const char *name)
{
  for (guint i = 0; i < members->len; i++)
    {
      const GigViewMember *member = members->pdata[i];

      if (g_str_equal (member->name->source, name))
        return member;
    }
  return NULL;
}

static void
assert_zones (GigView            *view,
              const char * const *wanted)
{
  guint n_zones, n_wanted = g_strv_length ((char **) wanted);
  const GigZoneMask *zones = gig_view_get_zones (view, &n_zones);

  for (guint i = 0; i < n_wanted; i++)
    {
      GigZoneMask zone = zone_of (view, wanted[i]);
      gboolean found = FALSE;

      for (guint j = 0; j < n_zones; j++)
        found |= zones[j] == zone;
      if (!found)
        g_error ("zone “%s” is missing", wanted[i]);
    }
  g_assert_cmpuint (n_zones, ==, n_wanted);
}

static void
test_lesson_is_sound (Fixture       *fixture,
                      gconstpointer  data)
{
  GPtrArray *diagnostics = gig_lesson_get_diagnostics (fixture->lesson);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *text = gig_diagnostic_format (diagnostics->pdata[i], NULL);

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_cmpuint (gig_lesson_get_views (fixture->lesson)->len, ==, 4);
}

/* Zones come from is-a and members; the contested ask for their certain zone only. */
static void
test_zones (Fixture       *fixture,
            gconstpointer  data)
{
  GigView *view = get_view (fixture->lesson, "inside-foundation-models");

  assert_zones (view, (const char *[]) {
    "fm", "fm llm", "fm vision", "fm audio", "fm llm code", "fm llm vision", "fm llm audio", "fm vision audio",
    "fm llm vision audio", NULL });
  g_assert_cmpint (gig_view_get_relation (view, find_key (view, "code"), find_key (view, "fm")),
                   ==, GIG_RELATION_SUBSET);
  g_assert_cmpint (gig_view_get_relation (view, find_key (view, "vision"), find_key (view, "llm")),
                   ==, GIG_RELATION_OVERLAP);
  g_assert_cmpint (gig_view_get_relation (view, find_key (view, "code"), find_key (view, "audio")),
                   ==, GIG_RELATION_DISJOINT);

  /* `%% zone llm empty`, and the generative LLMs that need no line of their own. */
  view = get_view (fixture->lesson, "generative-or-not");
  assert_zones (view, (const char *[]) { "fm", "generative", "fm generative", "fm llm generative", NULL });
}

static void
test_contested (Fixture       *fixture,
                gconstpointer  data)
{
  GigView *view = get_view (fixture->lesson, "inside-foundation-models");
  const GigViewMember *bert = find_name (gig_view_get_members (view), "BERT");
  const GigViewMember *clip = find_name (gig_view_get_members (view), "CLIP");
  const GigViewMember *whisper;

  g_assert_nonnull (bert);
  g_assert_cmpuint (bert->zone, ==, zone_of (view, "fm"));
  g_assert_cmpuint (bert->contested, ==, zone_of (view, "fm llm"));
  g_assert_true (bert->astride);
  g_assert_cmpstr (gig_concept_get_id (bert->disputed), ==, "llm");
  g_assert_true (gig_view_accepts (view, bert, zone_of (view, "fm")));
  g_assert_true (gig_view_accepts (view, bert, zone_of (view, "fm llm")));
  g_assert_false (gig_view_accepts (view, bert, zone_of (view, "fm vision")));
  g_assert_false (gig_view_accepts (view, bert, 0));

  g_assert_cmpuint (clip->possible, ==, clip->zone);
  g_assert_null (clip->disputed);
  g_assert_false (gig_view_accepts (view, clip, zone_of (view, "fm llm vision")));

  /* Outside for certain: in the table only. */
  whisper = find_name (gig_view_get_all_members (view), "Whisper");
  g_assert_nonnull (whisper);
  g_assert_cmpuint (whisper->zone, ==, 0);
  g_assert_null (find_name (gig_view_get_members (view), "Whisper"));
  g_assert_null (find_name (gig_view_get_all_members (view), "StyleGAN"));

  /* Its other zone would be LLM without generative, which does not exist: not astride. */
  view = get_view (fixture->lesson, "generative-or-not");
  bert = find_name (gig_view_get_members (view), "BERT");
  g_assert_cmpuint (bert->contested, ==, zone_of (view, "fm llm"));
  g_assert_false (bert->astride);
}

/* The order written is the order of importance; the rest follows. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  GigView *view = get_view (fixture->lesson, "generative-or-not");
  GPtrArray *members = gig_view_get_members (view);
  GPtrArray *all = gig_view_get_all_members (view);
  static const char *shown[] = { "CLIP", "BERT", "DALL·E", "GPT-3", "StyleGAN" };

  g_assert_cmpuint (members->len, ==, G_N_ELEMENTS (shown));
  for (guint i = 0; i < members->len; i++)
    {
      g_assert_cmpstr (((GigViewMember *) members->pdata[i])->name->source, ==, shown[i]);
      g_assert_true (members->pdata[i] == all->pdata[i]);
    }
  g_assert_nonnull (find_name (all, "Codex"));
}

/* Of own names the fence says everything; a claim binds nothing. */
static void
test_own_names (Fixture       *fixture,
                gconstpointer  data)
{
  GigView *view = get_view (fixture->lesson, "vehicles-first");
  const GigViewMember *saloon = find_name (gig_view_get_members (view), "Saloon");

  assert_zones (view, (const char *[]) {
    "vehicles", "vehicles cars", "vehicles electric", "vehicles cars electric", NULL });
  g_assert_cmpuint (saloon->zone, ==, zone_of (view, "vehicles cars"));
  g_assert_null (saloon->member);

  view = get_view (fixture->lesson, "the-sketch");
  g_assert_true (gig_view_is_claim (view));
  assert_zones (view, (const char *[]) { "fm", "fm llm", "fm vision", NULL });
  g_assert_null (gig_view_get_set (view, 0)->concept);
  g_assert_cmpuint (gig_view_get_all_members (view)->len, ==, 2);
  g_assert_nonnull (find_name (gig_view_get_members (view), "CLIP")->member);
}

static void
test_judge (Fixture       *fixture,
            gconstpointer  data)
{
  GigView *view = get_view (fixture->lesson, "generative-or-not");
  guint fm = find_key (view, "fm"), llm = find_key (view, "llm"), generative = find_key (view, "generative");
  GigStatement statement;

  g_assert_true (gig_view_judge (view, GIG_QUANTIFIER_ALL, fm, llm, &statement));
  g_assert_false (statement.truth);
  /* BERT comes after CLIP, but would not do either way. */
  g_assert_cmpstr (statement.witness->name->source, ==, "CLIP");
  /* Whether every LLM is generative hangs on BERT. */
  g_assert_false (gig_view_judge (view, GIG_QUANTIFIER_ALL, llm, generative, &statement));
  g_assert_true (gig_view_judge (view, GIG_QUANTIFIER_SOME, llm, generative, &statement));
  g_assert_true (statement.truth);
  g_assert_false (gig_view_judge (view, GIG_QUANTIFIER_ALL, fm, fm, &statement));
}

/* Concepts that stand in no diagram together. */
static void
test_for_concepts (Fixture       *fixture,
                   gconstpointer  data)
{
  GigConcept *concepts[] = {
    gig_lesson_find_concept (fixture->lesson, "dl"), gig_lesson_find_concept (fixture->lesson, "code"),
    gig_lesson_find_concept (fixture->lesson, "generative"),
  };
  GigView *view = gig_view_new_for_concepts (fixture->lesson, concepts, G_N_ELEMENTS (concepts));

  g_assert_cmpint (gig_view_get_relation (view, 1, 0), ==, GIG_RELATION_SUBSET);
  g_assert_cmpint (gig_view_get_relation (view, 0, 2), ==, GIG_RELATION_OVERLAP);
  gig_view_free (view);
}

static GigLesson *
read_text (const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));

  return gig_lesson_read_bytes (bytes, "test.md", NULL);
}

static void
test_proportional (void)
{
  g_autoptr (GigLesson) lesson = read_text (
    "# A picture\n\n```mermaid\nvenn-beta\n%% proportional\nset A: 10\nset B: 6\nset C: 2\n"
    "union A,B: 4\n%% subset C, A\n```\n");
  GigView *view = gig_lesson_get_views (lesson)->pdata[0];

  g_assert_true (gig_view_is_proportional (view));
  g_assert_cmpfloat_with_epsilon (gig_view_get_zone_weight (view, 1), 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (gig_view_get_zone_weight (view, 2), 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (gig_view_get_zone_weight (view, 3), 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (gig_view_get_zone_weight (view, 5), 2, 1e-9);
  g_assert_cmpfloat (gig_view_get_set (view, 0)->weight, ==, 10);
}

/* What somebody else draws is nearest to its own concept only. */
static void
test_nearest (void)
{
  g_autoptr (GigLesson) lesson = read_text (
    "# A {#a}\n\n## Kinds {#kinds}\n\n```mermaid\nvenn-beta\n%% claim\ntitle Sketch\nset x\n```\n\n"
    "### B {#b}\n\nA kind of: [A](#a)\n\n### Words {#words}\n\nWords.\n\n"
    "# Pictures {#pictures}\n\n```mermaid\nvenn-beta\ntitle True\nset a\nset b\n```\n\n## Below {#below}\n\nText.\n\n"
    "# Far {#far}\n\nText.\n");
  static const struct
  {
    const char *concept;
    const char *view;
  } cases[] = {
    { "kinds", "sketch" }, { "b", "true" }, { "words", "true" }, { "a", "true" }, { "below", "true" }, { "far", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GigView *view = gig_lesson_get_nearest_view (lesson, gig_lesson_find_concept (lesson, cases[i].concept));

      g_test_message ("%s", cases[i].concept);
      g_assert_cmpstr (view != NULL ? gig_view_get_id (view) : NULL, ==, cases[i].view);
    }
}

/* What is wrong between fence and lesson is said at its line; the picture stays
 * when it is still true. */
static void
test_diagnostics (void)
{
  static const struct
  {
    const char *fence;
    guint       line;
    const char *says;
    gboolean    drawn;
  } cases[] = {
    { "set a\nset b\ntext a Nobody", 17, "“Nobody”", TRUE },
    { "set a\nset b\ntext b One", 17, "not by its kinds", TRUE },
    { "set b\ntext b One", 16, "no certain kind", TRUE },
    { "set a\ntext a One\ntext a One", 17, "twice", TRUE },
    { "set a\nset b\n%% subset b, a", 16, "not heeded", TRUE },
    { "set x\n%% concept x #nothing", 15, "#nothing", FALSE },
    { "set a\nset x\n%% concept x #a", 16, "same concept", FALSE },
    { "set x\nset y\n%% zone y empty", 16, "nothing is in", FALSE },
    { "set a\nset b\n%% proportional\nset c:1\nset d:2\n%% subset d, c", 14, "contradict", TRUE },
    { "sett a", 15, "“sett”", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "# A {#a}\n\nText.\n\n# B {#b}\n\n| Model | Kind |\n| --- | --- |\n| One | [A](#a) |\n| Two | [B](#b) |\n\n"
        "# C\n```mermaid\nvenn-beta\n%s\n```\n", cases[i].fence);
      g_autoptr (GigLesson) lesson = read_text (text);
      GPtrArray *diagnostics = gig_lesson_get_diagnostics (lesson);
      gboolean said = FALSE;

      g_test_message ("%s", cases[i].fence);
      for (guint j = 0; j < diagnostics->len; j++)
        {
          g_autofree char *message = gig_diagnostic_format (diagnostics->pdata[j], NULL);
          g_autofree char *lower = g_utf8_strdown (message, -1);
          g_autofree char *wanted = g_utf8_strdown (cases[i].says, -1);

          g_test_message ("%s", message);
          said |= strstr (lower, wanted) != NULL
                  && gig_diagnostic_get_line (diagnostics->pdata[j]) == cases[i].line;
        }
      g_assert_true (said);
      g_assert_cmpuint (gig_lesson_get_views (lesson)->len, ==, cases[i].drawn);
    }
}

/* A file of its own, as other programs write it; lines are the file's. */
static void
test_mermaid (void)
{
  static const char text[] = "venn-beta\n  title Three\n  set A\n  set B\n  set C\n  union A,B\n  union A,B,C\n  text A,B x\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) broken = g_bytes_new_static ("venn-beta\nset A\nsett B\n", 23);
  g_autoptr (GBytes) other = g_bytes_new_static ("flowchart LR\n", 13);
  g_autoptr (GigLesson) lesson = gig_lesson_read_mermaid (bytes, "three.mmd");
  g_autoptr (GigLesson) wrong = gig_lesson_read_mermaid (broken, "wrong.mmd");
  g_autoptr (GigLesson) foreign = gig_lesson_read_mermaid (other, "other.mmd");
  g_autofree char *message = NULL;
  GigView *view;

  g_assert_cmpuint (gig_lesson_get_diagnostics (lesson)->len, ==, 0);
  g_assert_cmpuint (gig_lesson_get_views (lesson)->len, ==, 1);
  view = gig_lesson_get_views (lesson)->pdata[0];
  g_assert_cmpstr (gig_view_get_title (view)->source, ==, "Three");
  g_assert_cmpuint (gig_view_get_line (view), ==, 1);
  assert_zones (view, (const char *[]) { "A", "B", "C", "A B", "A B C", NULL });

  g_assert_cmpuint (gig_lesson_get_views (wrong)->len, ==, 0);
  g_assert_cmpuint (gig_lesson_get_diagnostics (wrong)->len, ==, 1);
  message = gig_diagnostic_format (gig_lesson_get_diagnostics (wrong)->pdata[0], NULL);
  g_assert_true (g_str_has_prefix (message, "wrong.mmd:3:1: error: "));
  g_assert_cmpuint (gig_lesson_get_diagnostics (foreign)->len, ==, 1);
}

/* --- Every sentence of every view, in both languages, against a file --- */

static void
add_line (GString    *sentences,
          const char *label,
          char       *text)
{
  g_string_append_printf (sentences, "%s: %s\n", label, text);
  g_free (text);
}

static void
add_statements (GString     *sentences,
                Fixture     *fixture,
                GigView     *view,
                GigLanguage *language)
{
  for (guint a = 0; a < gig_view_get_n_sets (view); a++)
    for (guint b = 0; b < gig_view_get_n_sets (view); b++)
      for (guint q = GIG_QUANTIFIER_ALL; a != b && q <= GIG_QUANTIFIER_SOME_NOT; q++)
        {
          GigStatement statement;

          if (!gig_view_judge (view, q, a, b, &statement))
            continue;
          add_line (sentences, "  statement", gig_view_state (view, fixture->lesson, &statement, language));
          add_line (sentences, "    reason", gig_view_explain (view, fixture->lesson, &statement, language));
        }
}

static void
add_places (GString             *sentences,
            Fixture             *fixture,
            GigView             *view,
            const GigViewMember *member,
            GigLanguage         *language)
{
  guint n_zones;
  const GigZoneMask *zones = gig_view_get_zones (view, &n_zones);

  add_line (sentences, "  member", gig_view_describe_member (view, fixture->lesson, member, language));
  add_line (sentences, "    place", gig_view_explain_place (view, fixture->lesson, member, 0, language));
  for (guint i = 0; i < n_zones; i++)
    add_line (sentences, "    place", gig_view_explain_place (view, fixture->lesson, member, zones[i], language));
}

static char *
make_sentences (Fixture     *fixture,
                GigLanguage *language)
{
  GPtrArray *views = gig_lesson_get_views (fixture->lesson);
  GString *sentences = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++)
    {
      GigView *view = views->pdata[i];
      GPtrArray *members = gig_view_get_all_members (view);
      guint n_zones;
      const GigZoneMask *zones = gig_view_get_zones (view, &n_zones);

      g_string_append_printf (sentences, "%s\n", gig_view_get_id (view));
      add_line (sentences, "  zone", gig_view_describe_zone (view, fixture->lesson, 0, language));
      for (guint j = 0; j < n_zones; j++)
        add_line (sentences, "  zone", gig_view_describe_zone (view, fixture->lesson, zones[j], language));
      for (guint a = 0; a < gig_view_get_n_sets (view); a++)
        for (guint b = a + 1; b < gig_view_get_n_sets (view); b++)
          add_line (sentences, "  relation", gig_view_describe_relation (view, fixture->lesson, a, b, language));
      add_statements (sentences, fixture, view, language);
      for (guint j = 0; j < members->len; j++)
        add_places (sentences, fixture, view, members->pdata[j], language);
    }
  return g_string_free (sentences, FALSE);
}

/* GIGOGNE_UPDATE=1 writes the files anew: read the difference before committing. */
static void
assert_golden (const char *name,
               const char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *golden = NULL;
  g_auto (GStrv) wanted = NULL;
  g_auto (GStrv) lines = NULL;

  if (g_getenv ("GIGOGNE_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  wanted = g_strsplit (golden, "\n", -1);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; wanted[i] != NULL && lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, wanted[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (wanted));
}

static void
test_sentences (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *english = make_sentences (fixture, fixture->english);
  g_autofree char *french = make_sentences (fixture, fixture->french);

  assert_golden ("set-sentences.en.txt", english);
  assert_golden ("set-sentences.fr.txt", french);
}

/* What no golden file may hold, whoever renews it. */
static void
test_french (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *french = make_sentences (fixture, fixture->french);

  /* Two meanings in one: « tout A n’est pas B ». */
  g_assert_false (g_regex_match_simple ("Tout[^.:]* n[e’][^.:]* pas", french, G_REGEX_DEFAULT, 0));
  g_assert_false (g_regex_match_simple ("\\bTous\\b", french, G_REGEX_DEFAULT, 0));
  g_assert_false (g_regex_match_simple (" [;:!?»]|« ", french, G_REGEX_DEFAULT, 0));
  g_assert_null (strstr (french, "“"));
  g_assert_null (strstr (french, "'"));
  g_assert_nonnull (strstr (french, "Certains éléments de l’ensemble"));
  g_assert_nonnull (strstr (french, "par exemple CLIP"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/view/lesson-is-sound", test_lesson_is_sound);
  ADD ("/view/zones", test_zones);
  ADD ("/view/contested", test_contested);
  ADD ("/view/order", test_order);
  ADD ("/view/own-names", test_own_names);
  ADD ("/view/judge", test_judge);
  ADD ("/view/for-concepts", test_for_concepts);
  ADD ("/view/sentences", test_sentences);
  ADD ("/view/french", test_french);
#undef ADD
  g_test_add_func ("/view/proportional", test_proportional);
  g_test_add_func ("/view/nearest", test_nearest);
  g_test_add_func ("/view/diagnostics", test_diagnostics);
  g_test_add_func ("/view/mermaid", test_mermaid);

  return g_test_run ();
}
