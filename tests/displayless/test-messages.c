/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the text of a block becomes a message. Frozen: with another rule every
 * translator's catalogue would lose its messages. */

#include "gig-lesson-private.h"
#include "gig-lesson-reader.h"
#include "gig-markdown.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *source;       /* a paragraph of a lesson */
  const char *message;
} Case;

static const Case cases[] = {
  { "plain", "Plain text.", "Plain text." },
  { "soft-break", "One\ntwo\n  three.", "One two three." },
  { "hard-break", "One  \ntwo\\\nthree.", "One\\\ntwo\\\nthree." },
  { "emphasis", "*one* _two_ **three** __four__ ***five*** ~~six~~", "_one_ _two_ **three** **four** _**five**_ ~~six~~" },
  { "inside-a-word", "un*frigging*believable", "un*frigging*believable" },
  { "code", "`a` ``b`c`` `` ` `` `  d  `", "`a` ``b`c`` `` ` `` `  d  `" },
  { "link", "[text](https://x.org) [text](#id \"Title\") [*a*](<b c>)", "[text](https://x.org) [text](#id \"Title\") [_a_](<b c>)" },
  { "reference", "[text][r] and [r].\n\n[r]: https://x.org", "[text](https://x.org) and [r](https://x.org)." },
  { "autolink", "<https://x.org> https://y.org www.z.org <a@b.org>",
    "<https://x.org> <https://y.org> [www.z.org](http://www.z.org) <a@b.org>" },
  { "image", "An ![*alt*](a.svg) image.", "An ![_alt_](a.svg) image." },
  { "html", "H<sub>2</sub>O<br>and", "H<sub>2</sub>O<br>and" },
  { "entities", "a &amp; b &copy; &lt;c&gt; &nbsp;d", "a & b © \\<c> \302\240d" },
  { "escaped-entity", "&amp;amp;", "\\&amp;" },
  { "underscores", "snake_case and __init__.py", "snake_case and **init**.py" },
  { "stars", "2 * 3 * 4 \\*no\\*", "2 \\* 3 \\* 4 \\*no\\*" },
  { "brackets", "[not a link] and [x]", "[not a link] and [x]" },
  { "escaped-link", "\\[a](b)", "\\[a\\](b)" },
  { "escaped-footnote", "Text.\\[^a]\n\n[^a]: A.", "Text.\\[^a\\]" },
  { "footnote", "Text.[^a] More.[^b]\n\n[^a]: A.\n\n[^b]: B.", "Text.[^a] More.[^b]" },
  { "less-than", "a < b and b > a", "a < b and b > a" },
  { "backslash", "C:\\temp \\\\", "C:\\temp \\" },
  { "number", "1986\\. A great year.", "1986. A great year." },
  { "dash", "\\- no list, \\# no heading, \\> no quote", "- no list, # no heading, > no quote" },
  { "comment", "Before <!-- a comment --> and after. <!-- ledger: 1 -->", "Before and after." },
  { "comment-only-gap", "Before<!-- a -->after", "Beforeafter" },
  { "bars", "a | b\nc", "a | b c" },
  { "no-break-space", "\302\240starts with one", "\302\240starts with one" },
  { "french", "« Où ? » – l’œuvre : « ça » !", "« Où ? » – l’œuvre : « ça » !" },
};

static GigLesson *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gig_lesson_read_bytes (bytes, "x.md", NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = g_strconcat ("# A\n\n", test->source, "\n", NULL);
  g_autoptr (GigLesson) lesson = read_text (text);
  GigConcept *concept = g_ptr_array_index (gig_lesson_get_concepts (lesson), 0);
  g_autofree char *again = NULL;

  g_assert_nonnull (gig_concept_get_lead (concept));
  g_assert_cmpstr (gig_concept_get_lead (concept)->source, ==, test->message);

  /* A message reads back as itself, so a catalogue made from it fits. */
  again = gig_markdown_normalise (test->message);
  g_assert_cmpstr (again, ==, test->message);
}

static void
test_escape (void)
{
  static const char * const texts[] = {
    "plain", "*a*", "_a_", "a_b_c", "[a](b)", "`a`", "<b>", "&amp;", "a\\b", "\\*", "1. one", "# a", "- a", "[^a]",
    "~~a~~", "a ~ b", "https://x.org", "www.x.org", "« é »", "$5 & 6", "![a](b)", "a * b * c", "<!-- a -->",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *markdown = gig_markdown_escape (texts[i]);
      g_autoptr (GigInlines) inlines = gig_inlines_parse (markdown);
      g_autofree char *text = gig_inlines_to_text (inlines);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_runs (void)
{
  g_autoptr (GigInlines) inlines = gig_inlines_parse ("a **b _c_** [d `e`](#f)[^g]~~h~~\\\ni<br>j");
  static const struct
  {
    const char     *text;
    GigInlineStyle  style;
    const char     *link, *footnote;
  } expected[] = {
    { "a ", GIG_INLINE_PLAIN }, { "b ", GIG_INLINE_STRONG }, { "c", GIG_INLINE_STRONG | GIG_INLINE_EMPHASIS },
    { " ", GIG_INLINE_PLAIN }, { "d ", GIG_INLINE_PLAIN, "#f" }, { "e", GIG_INLINE_CODE, "#f" },
    { "", GIG_INLINE_PLAIN, NULL, "g" }, { "h", GIG_INLINE_STRIKE }, { "\n", GIG_INLINE_BREAK }, { "i", GIG_INLINE_PLAIN },
    { "\n", GIG_INLINE_BREAK }, { "j", GIG_INLINE_PLAIN },
  };
  g_autofree char *text = gig_inlines_to_text (inlines);

  g_assert_cmpuint (gig_inlines_get_n_runs (inlines), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const GigRun *run = gig_inlines_get_run (inlines, i);

      g_assert_cmpstr (run->text, ==, expected[i].text);
      g_assert_cmpint (run->style, ==, expected[i].style);
      g_assert_cmpstr (run->link, ==, expected[i].link);
      g_assert_cmpstr (run->footnote, ==, expected[i].footnote);
    }
  g_assert_cmpstr (text, ==, "a b c d eh\ni\nj");
}

/* What is called plain must be what the parser makes of it. */
static void
test_plain (void)
{
  static const char * const plain[] = { "a", "1. one", "# a", "- a", "a > b", "a | b", "é « à »", "a! (b) {c}", "“a” + b = c" };
  static const char * const not_plain[] = { "*a*", "a_b", "`a`", "[a]", "<a>", "&amp;", "~~a~~", "a\\b", "http://a.b", "www.a.b",
                                            "a@b.c", "a\nb" };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *with_parser = g_strconcat ("*x*", plain[i], NULL);
      g_autoptr (GigInlines) parsed = gig_inlines_parse (with_parser);
      g_autofree char *text = gig_inlines_to_text (parsed);

      g_assert_true (gig_markdown_is_plain (plain[i]));
      g_assert_cmpstr (text + 1, ==, plain[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_plain); i++)
    g_assert_false (gig_markdown_is_plain (not_plain[i]));
}

static void
test_marks (void)
{
  guint n_blocks;
  g_auto (GStrv) marks = gig_markdown_get_marks ("`c` [b](#x) and [a](#x), ![i](y.svg)[^n] `c`", &n_blocks);
  g_autofree char *joined = g_strjoinv ("|", marks);
  g_auto (GStrv) two = gig_markdown_get_marks ("One.\n\nTwo.", &n_blocks);

  g_assert_cmpstr (joined, ==, "code c|code c|footnote n|image y.svg|link #x|link #x");
  g_assert_cmpuint (n_blocks, ==, 2);
  g_assert_cmpuint (g_strv_length (two), ==, 0);
}

static void
test_slugs (void)
{
  static const char * const slugs[][2] = {
    { "Plain title", "plain-title" }, { "What is it, then?", "what-is-it-then" }, { "Été à l’œuvre", "été-à-lœuvre" },
    { "snake_case and-dash", "snake_case-and-dash" }, { "A  B", "a--b" }, { "GPT-4 & 5", "gpt-4--5" }, { "…", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (slugs); i++)
    {
      g_autofree char *slug = gig_slug (slugs[i][0]);

      g_assert_cmpstr (slug, ==, slugs[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/messages/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/messages/escape", test_escape);
  g_test_add_func ("/messages/runs", test_runs);
  g_test_add_func ("/messages/is-plain", test_plain);
  g_test_add_func ("/messages/marks", test_marks);
  g_test_add_func ("/messages/slugs", test_slugs);

  return g_test_run ();
}
