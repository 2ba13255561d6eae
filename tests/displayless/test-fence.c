/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-fence.h"

#include <math.h>

static GigFence *
parse (const char *text,
       GPtrArray **diagnostics)
{
  *diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_diagnostic_unref);
  return gig_fence_parse (text, "test.mmd", 1, 1, *diagnostics);
}

static const GigFenceSet *
set_at (GigFence *fence,
        guint     index)
{
  g_assert_cmpuint (index, <, fence->sets->len);
  return &g_array_index (fence->sets, GigFenceSet, index);
}

static const GigFenceItem *
item_at (GigFence *fence,
         guint     index)
{
  g_assert_cmpuint (index, <, fence->items->len);
  return &g_array_index (fence->items, GigFenceItem, index);
}

/* All that Mermaid's own grammar allows, and what we read in its comments. */
static void
test_all_forms (void)
{
  static const char text[] =
    "%% a picture\r\n"
    "venn-beta\r\n"
    "  title Kinds of models %% not shown\r\n"
    "  SET A[\"Foundation models\"]:10\r\n"
    "  set B[Large language models] : 4.5\r\n"
    "  set \"C é\"\r\n"
    "    text inside\r\n"
    "  union A,B[\"both\"]:4\r\n"
    "    text \"DALL·E\" [\"DALL·E 2\"]\r\n"
    "  Intersection A, \"C é\"\r\n"
    "\r\n"
    "  text A, B GPT-3\r\n"
    "text A 42\r\n"
    "  style A,B fill:#3584e4, color: rgb(1, 2, 3), stroke-width: 2\r\n"
    "  %% concept A #fm\r\n"
    "  %% subset B, A\r\n"
    "  %% zone \"C é\" empty\r\n"
    "  %% proportional\r\n"
    "  %% of no concern\r\n";
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GigFence) fence = parse (text, &diagnostics);
  const GigFenceUnion *unions = (const GigFenceUnion *) fence->unions->data;

  g_assert_true (gig_fence_is_venn (text));
  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_cmpstr (fence->title.text, ==, "Kinds of models");
  g_assert_cmpuint (fence->title.line, ==, 3);
  g_assert_cmpuint (fence->title.column, ==, 9);
  g_assert_true (fence->proportional);
  g_assert_false (fence->claim);

  g_assert_cmpuint (fence->sets->len, ==, 3);
  g_assert_cmpstr (set_at (fence, 0)->label.text, ==, "Foundation models");
  g_assert_cmpstr (set_at (fence, 0)->concept_id, ==, "fm");
  g_assert_cmpfloat (set_at (fence, 0)->size, ==, 10);
  g_assert_cmpstr (set_at (fence, 1)->label.text, ==, "Large language models");
  g_assert_cmpfloat (set_at (fence, 1)->size, ==, 4.5);
  g_assert_cmpuint (set_at (fence, 1)->subset_of, ==, 1);
  g_assert_cmpstr (set_at (fence, 2)->key, ==, "C é");
  g_assert_null (set_at (fence, 2)->label.text);
  g_assert_true (isnan (set_at (fence, 2)->size));
  g_assert_true (set_at (fence, 2)->empty);

  g_assert_cmpuint (fence->unions->len, ==, 2);
  g_assert_cmpuint (unions[0].sets, ==, 3);
  g_assert_cmpfloat (unions[0].size, ==, 4);
  g_assert_cmpuint (unions[1].sets, ==, 5);

  g_assert_cmpuint (fence->items->len, ==, 4);
  g_assert_cmpuint (item_at (fence, 0)->sets, ==, 4);
  g_assert_cmpstr (item_at (fence, 0)->name, ==, "inside");
  g_assert_cmpuint (item_at (fence, 1)->sets, ==, 3);
  g_assert_cmpstr (item_at (fence, 1)->name, ==, "DALL·E");
  g_assert_cmpstr (item_at (fence, 1)->label.text, ==, "DALL·E 2");
  g_assert_cmpuint (item_at (fence, 2)->sets, ==, 3);
  g_assert_cmpstr (item_at (fence, 2)->label.text, ==, "GPT-3");
  g_assert_cmpstr (item_at (fence, 3)->label.text, ==, "42");
  g_assert_cmpuint (item_at (fence, 3)->line, ==, 13);
}

static void
test_claim (void)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GigFence) fence = parse ("%% claim\nvenn-beta\nset A\n", &diagnostics);

  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_true (fence->claim);
}

static void
test_is_venn (void)
{
  g_assert_true (gig_fence_is_venn ("\n %% x\nVenn-Beta\n"));
  g_assert_false (gig_fence_is_venn ("flowchart LR\nvenn-beta"));
  g_assert_false (gig_fence_is_venn ("venn-betamax"));
  g_assert_false (gig_fence_is_venn (""));
}

/* Each slip: its place and a word of what is said; the lines around it are read. */
static void
test_errors (void)
{
  static const struct
  {
    const char *line;
    guint       column;
    const char *says;
  } slips[] = {
    { "set", 4, "no name" },
    { "set A", 5, "declared twice" },
    { "set D[\"open]", 6, "not closed" },
    { "set D[]", 6, "empty" },
    { "set D: big", 8, "number" },
    { "set D:-1", 7, "negative" },
    { "set D E", 7, "too many" },
    { "set été", 5, "no name" },
    { "union A", 7, "at least two" },
    { "union A,X", 9, "“X”" },
    { "union A,", 9, "missing" },
    { "text A", 7, "missing" },
    { "text A DALL·E", 8, "quotation" },
    { "text X y", 6, "“X”" },
    { "style A", 8, "value" },
    { "title", 6, "empty" },
    { "subset A, B", 1, "“subset”" },
    { "%% concept Z #z", 12, "not declared" },
    { "%% concept A fm", 14, "no concept" },
    { "%% subset A, A", 15, "inside itself" },
    { "%% subset A", 12, "two sets" },
    { "%% zone A", 10, "zone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autofree char *text = g_strdup_printf ("venn-beta\nset A\nset B\n%s\ntext B x\n", slips[i].line);
      g_autoptr (GPtrArray) diagnostics = NULL;
      g_autoptr (GigFence) fence = parse (text, &diagnostics);
      g_autofree char *message = NULL;

      g_test_message ("%s", slips[i].line);
      g_assert_cmpuint (diagnostics->len, ==, 1);
      g_assert_cmpuint (fence->n_errors, ==, 1);
      g_assert_cmpuint (gig_diagnostic_get_line (diagnostics->pdata[0]), ==, 4);
      g_assert_cmpuint (gig_diagnostic_get_column (diagnostics->pdata[0]), ==, slips[i].column);
      message = gig_diagnostic_format (diagnostics->pdata[0], NULL);
      g_assert_nonnull (strstr (message, slips[i].says));
      g_assert_null (strstr (message, "%s"));
      g_assert_cmpuint (fence->sets->len, ==, 2);
      g_assert_cmpstr (item_at (fence, 0)->name, ==, "x");
    }
}

static void
test_no_diagram (void)
{
  static const char *texts[] = { "", "set A\n", "venn-beta\n", "venn-beta\n%% set A\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) diagnostics = NULL;
      g_autoptr (GigFence) fence = parse (texts[i], &diagnostics);

      g_assert_cmpuint (fence->n_errors, >, 0);
    }
}

static void
test_too_many_sets (void)
{
  g_autoptr (GString) text = g_string_new ("venn-beta\n");
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GigFence) fence = NULL;

  for (guint i = 0; i < GIG_FENCE_MAX_SETS + 2; i++)
    g_string_append_printf (text, "set s%u\n", i);
  fence = parse (text->str, &diagnostics);
  g_assert_cmpuint (fence->sets->len, ==, GIG_FENCE_MAX_SETS);
  g_assert_cmpuint (fence->n_errors, ==, 2);
}

/* Any bytes of the right alphabet are read or reported, never a crash; and what
 * is read without error is read the same way again. */
static guint
count_errors (GPtrArray *diagnostics)
{
  guint n = 0;

  for (guint i = 0; i < diagnostics->len; i++)
    n += gig_diagnostic_get_severity (diagnostics->pdata[i]) == GIG_SEVERITY_ERROR;

  return n;
}

static void
test_noise (void)
{
  static const char *pieces[] = {
    "venn-beta", "set", "union", "text", "title", "style", "A", "B", "\"", "[", "]", ",", ":", " ", "\n", "%%",
    "concept", "subset", "zone", "empty", "#a", "é", "·", "12", "-", ".5", "\t", "\r\n", "\"x\"", "[\"l\"]",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint n = 0; n < 5000; n++)
    {
      g_autoptr (GString) text = g_string_new (g_rand_boolean (rand) ? "venn-beta\nset A\nset B\n" : "");
      g_autoptr (GPtrArray) diagnostics = NULL;
      g_autoptr (GigFence) fence = NULL;
      guint length = (guint) g_rand_int_range (rand, 0, 40);

      for (guint i = 0; i < length; i++)
        {
          g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          if (g_rand_boolean (rand))
            g_string_append_c (text, ' ');
        }
      fence = parse (text->str, &diagnostics);
      g_assert_cmpuint (fence->n_errors, ==, count_errors (diagnostics));
      for (guint i = 0; i < fence->items->len; i++)
        {
          g_assert_true (g_utf8_validate (item_at (fence, i)->label.text, -1, NULL));
          g_assert_cmpuint (item_at (fence, i)->sets >> fence->sets->len, ==, 0);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fence/all-forms", test_all_forms);
  g_test_add_func ("/fence/claim", test_claim);
  g_test_add_func ("/fence/is-venn", test_is_venn);
  g_test_add_func ("/fence/errors", test_errors);
  g_test_add_func ("/fence/no-diagram", test_no_diagram);
  g_test_add_func ("/fence/too-many-sets", test_too_many_sets);
  g_test_add_func ("/fence/noise", test_noise);

  return g_test_run ();
}
