/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Malformed lessons: each mistake is named where it stands, and the rest of the
 * lesson is still there. */

#include "gig-lesson-reader.h"
#include "gig-set-system.h"
#include "lesson-dump.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Every lesson below ends with this, on a line of its own behind an empty one. */
#define REST "\n\n# The rest {#rest}\n\nThe rest is shown.\n"

typedef struct
{
  const char *name;
  const char *source;
  const char *expected[6];      /* `LINE:COL: severity: what is wrong`, beginnings */
} Case;

static const Case cases[] = {
  { "front-matter/no-end", "---\ntitle: A\nlang: en\n\n# A {#a}\n\nB.", { "1:1: error: the front matter has no end" } },
  { "front-matter/nested", "---\ntitle: A\nauthor:\n  - B\n---\n\n# A {#a}",
    { "4:1: error: this line of the front matter is not “key: value”" } },
  { "front-matter/list", "---\ntitle: [A, B]\n---\n\n# A {#a}", { "2:8: error: the value of “title” is not plain text" } },
  { "front-matter/twice", "---\ntitle: A\ntitle: B\n---\n\n# A {#a}", { "3:1: error: “title” stands twice" } },
  { "front-matter/language", "---\ntitle: A\nlang: English\n---\n\n# A {#a}", { "3:7: error: “English” is not a language code" } },
  { "front-matter/minutes", "---\ntitle: A\nminutes: long\n---\n\n# A {#a}", { "3:10: error: “long” is not a number of minutes" } },
  { "front-matter/date", "---\ntitle: A\nas-of: November\n---\n\n# A {#a}", { "3:8: error: “November” is not a date" } },
  { "front-matter/version", "---\ntitle: A\ngigogne: 2\n---\n\n# A {#a}",
    { "3:10: error: this lesson is written in version “2” of the format" } },

  { "ids/twice", "# A {#a}\n\nText.\n\n## B {#a}\n\nMore.", { "5:6: error: two headings have the id “a”; the first stands on line 1" } },
  { "ids/anchor", "# A {#a}\n\n<!-- id: a -->\nText.", { "3:1: error: there are two ids “a”" } },
  { "ids/wrong", "# A {#a/b}", { "1:5: error: “a/b” cannot be an id" } },
  { "ids/braces", "# A {#a shrt B}", { "1:9: error: “shrt” is not understood", "1:14: error: “B” is not understood" } },
  { "headings/empty", "# {#a}\n\nText.", { "1:1: error: this heading is empty" } },

  { "links/dangling", "# A {#a}\n\nSee [this](#a) and\nthat [there](#b).", { "4:14: error: “#b” leads to no concept" } },
  { "links/reference", "# A {#a}\n\nSee [this][r].\n\n[r]: #b", { "3:1: error: “#b” leads to no concept" } },
  { "links/kind-of", "# A {#a}\n\nA kind of: [B](#b)", { "3:16: error: “#b” leads to no concept" } },
  { "links/cell", "# A {#a}\n\n| X | Y |\n| --- | --- |\n| é | [B](#b) |", { "5:11: error: “#b” leads to no concept" } },
  { "is-a/cycle", "# A {#a}\n\nA kind of: [C](#c)\n\n# B {#b}\n\nA kind of: [A](#a)\n\n# C {#c}\n\nA kind of: [B](#b)",
    { "7:16: error: “A kind of” goes in a circle: a → c → b → a" } },
  { "is-a/self", "# A {#a}\n\nA kind of: [A](#a)", { "3:16: error: “A kind of” goes in a circle: a → a" } },
  { "is-a/prose", "# A {#a}\n\n# B {#b}\n\nA kind of: [A](#a) that is very large.",
    { "5:1: error: only links to concepts may stand behind “A kind of:”" } },
  { "is-a/late", "# A {#a}\n\n# B {#b}\n\nText.\n\nA kind of: [A](#a)",
    { "7:1: warning: “A kind of:” does not stand first" } },

  { "tables/short-row", "# A {#a}\n\n| X | Y |\n| --- | --- |\n| 1 | 2 |\n| 3 |",
    { "6:1: error: number of cells in this row: 1; in the header: 2" } },
  { "tables/long-row", "# A {#a}\n\n| X | Y |\n| --- | --- |\n| 1 | 2 | 3 |",
    { "5:1: error: number of cells in this row: 3; in the header: 2" } },
  { "tables/quoted-row", "# A {#a}\n\n> | X | Y |\n> | --- | --- |\n> | 1 |",
    { "5:3: error: number of cells in this row: 1; in the header: 2" } },
  { "tables/escaped-bar", "# A {#a}\n\n| X | Y |\n| --- | --- |\n| 1 \\| 2 | 3 |\n| | |", { NULL } },
  { "members/no-link", "# A {#a}\n\n| Model | Kind |\n| --- | --- |\n| M | thing |",
    { "5:7: error: the kind “thing” is no link to a concept" } },
  { "members/differ", "# A {#a}\n\n| Model | Kind | Year |\n| --- | --- | --- |\n| M | [A](#a) | 2020 |\n\n"
                      "| Model | Kind | Year |\n| --- | --- | --- |\n| M | [A](#a) | 2021 |",
    { "9:17: error: “Year” of “M” is “2021” here and “2020” on line 5" } },
  { "members/contested", "# A {#a}\n\n| Model | Kind |\n| --- | --- |\n| M | [A](#a) |\n\n"
                         "| Model | Kind |\n| --- | --- |\n| M | [A](#a)? |",
    { "9:11: error: “a” is a certain kind of “M” in one table and a contested one in another" } },

  { "tour/no-link", "# A {#a}\n\n# Tour {#t}\n\n1. [A](#a) – first\n2. Then a walk", { "6:4: error: this step of the tour does not start with a link" } },
  { "tour/dangling", "# A {#a}\n\n# Tour {#t}\n\n1. [A](#a) – first\n2. [B](#b) – second", { "6:8: error: “#b” leads to no concept" } },
  { "quiz/two-right", "# A {#a}\n\n# Quiz {#q}\n\n## Which? {#w}\n\n1. [x] One\n2. [x] Two",
    { "7:1: error: a numbered question needs exactly one right answer" } },
  { "quiz/none-right", "# A {#a}\n\n# Quiz {#q}\n\n## Which? {#w}\n\n- [ ] One\n- [ ] Two", { "7:1: error: no answer of this question is right" } },
  { "quiz/no-answers", "# A {#a}\n\n# Quiz {#q}\n\n## Which? {#w}\n\nText only.\n\n## Good {#g}\n\n1. [x] One\n2. [ ] Two",
    { "5:1: error: this question has fewer than two answers" } },
  { "quiz/no-box", "# A {#a}\n\n# Quiz {#q}\n\n## Which? {#w}\n\n1. [x] One\n2. Two", { "8:4: error: this answer has no box" } },
  { "quiz/about", "# A {#a}\n\n# Quiz {#q}\n\n## Which? {#w}\n\n1. [x] One\n2. [ ] Two\n\nAbout: [B](#b)",
    { "10:12: error: “#b” leads to no concept" } },
  { "quiz/twice", "# A {#a}\n\n# Quiz {#q}\n\n## 1? {#w}\n\n1. [x] One\n2. [ ] Two\n\n## 2? {#w}\n\n1. [x] One\n2. [ ] Two",
    { "10:7: error: two headings have the id “w”; the first stands on line 5" } },

  { "footnotes/unknown", "# A {#a}\n\nText.[^x]", { "3:6: error: there is no footnote “x”" } },
  { "footnotes/unused", "# A {#a}\n\nText.\n\n[^x]: Never.", { "5:1: warning: nothing refers to the footnote “x”" } },
  { "footnotes/twice", "# A {#a}\n\nText.[^x]\n\n[^x]: One.\n\n[^x]: Two.", { "7:1: error: there are two footnotes “x”" } },
  { "footnotes/in-code", "# A {#a}\n\n```\n[^x]: not a footnote\n```", { NULL } },

  { "callout", "# A {#a}\n\n> [!DANGER]\n> Text.", { "3:3: warning: there is no callout “[!DANGER]”" } },
  { "details", "# A {#a}\n\n<details><summary>Speaker notes</summary>\n\nText.", { "3:1: error: “<details>” has no end" } },
  { "details-glued", "# A {#a}\n\n<details><summary>Speaker notes</summary>\nText.\n\n</details>",
    { "3:1: warning: the text directly behind “</summary>” is read as one paragraph" } },
  { "directive", "# A {#a}\n\n<!-- i18n:coment x -->\nText.", { "3:1: warning: “i18n:coment x” is not an instruction" } },
  { "image/missing-text", "# A {#a}\n\n![](a.svg)", { "3:1: warning: the image “a.svg” has no alternative text" } },
  { "image/network", "# A {#a}\n\n![A](https://x.org/a.svg)", { "3:6: warning: the image “https://x.org/a.svg” is on the network" } },
  { "diagram/broken", "# A {#a}\n\n```mermaid\nvenn-beta\nset\n```\n\nTakeaway.", { "5:" } },

  { "bytes/latin-1", "# A {#a}\n\nD\351j\340 vu.\n\nThen \303\251 and \377.",
    { "3:2: error: this line is not UTF-8: it has the byte 0xE9", "5:12: error: this line is not UTF-8: it has the byte 0xFF" } },
  { "bytes/mac", "# A {#a}\n\nDone ‚úÖ here.", { "3:6: warning: “‚úÖ” looks like text that was read in the wrong encoding; write “✅”" } },
  { "bytes/windows", "# A {#a}\n\nLâ€™idÃ©e dâ€™hier.", { "3:2: warning: “â€™” looks like text that was read in the wrong encoding; write “’”" } },
  { "bytes/good-french", "# A {#a}\n\n« Où ? » – l’œuvre, à côté… É»", { NULL } },
  { "bytes/crlf", "---\r\ntitle: A\r\nlang: English\r\n---\r\n\r\n# A {#a}\r\n\r\nSee [b](#b).\r\n",
    { "3:7: error: “English” is not a language code", "8:9: error: “#b” leads to no concept" } },

  { "slips/front-matter-late", "\n\n---\ntitle: A\ngigogne: 1\n---\n\n# A {#a}", { "1:1: error: the front matter does not stand in the first line" } },
  { "slips/front-matter-dash", "—\ntitle: A\ngigogne: 1\n---\n\n# A {#a}", { "1:1: error: the front matter begins with “—”; write three hyphens" } },
  { "slips/front-matter-key", "---\ngigogne: 1\nlnag: fr\n---\n\n# A {#a}\n\n# B {#b}\n\nUn cas particulier de : [A](#a)",
    { "3:1: error: the entry “lnag” is not understood; write “lang”" } },
  { "slips/front-matter-no-space", "---\ngigogne: 1\nlang:fr\n---\n\n# A {#a}\n\n# B {#b}\n\nUn cas particulier de : [A](#a)",
    { "3:1: error: this line of the front matter is not “key: value”" } },
  { "slips/front-matter-french", "---\ngigogne: 1\nlang: français\n---\n\n# A {#a}\n\n# B {#b}\n\nUn cas particulier de : [A](#a)",
    { "3:7: error: “français” is not a language code; write “lang: fr”" } },
  { "slips/front-matter-month", "---\ngigogne: 1\nas-of: 2026-13\n---\n\n# A {#a}", { "3:8: error: “2026-13” is not a date" } },
  { "slips/heading-space", "# A {#a}\n\n##B {#b}\n\nSee [B](#b).", { "3:3: error: a space is missing behind “##”" } },
  { "slips/heading-no-break-space", "# A {#a}\n\n##\302\240B {#b}\n\nSee [B](#b).", { "3:3: error: the space behind “##” is a no-break space" } },
  { "slips/heading-brace", "# A {#a}\n\n## B {#b short=\"C\"\n\nSee [B](#b).", { "3:6: error: the brace of this heading is not closed" } },
  { "slips/heading-indent", "# A {#a}\n\n    ## B {#b}\n\nSee [B](#b).", { "3:1: error: this heading is indented" } },
  { "slips/number-in-text", "# A {#a}\n\n#1 is no heading.", { NULL } },
  { "slips/id-sign", "# A {#a}\n\n## B {b short=\"B\"}\n\n## C {# c}\n\n[B](#b), [C](#c).",
    { "3:6: error: the id “b” needs a number sign; write {#b}", "5:6: error: the id “c” needs a number sign; write {#c}" } },
  { "slips/short-quotes", "# A {#a short=« B »}", { NULL } },
  { "slips/list-no-break-space", "# A {#a}\n\n# Tour {#t}\n\n1.\302\240[A](#a) – first\n2. [A](#a) – second",
    { "5:3: error: the space behind “1.” is a no-break space" } },
  { "slips/kind-of", "# A {#a}\n\n# B {#b}\n\nA kind off: [A](#a)", { "5:1: error: “A kind off” is not understood as it is written here; write “A kind of: [Title](#id)”" } },
  { "slips/kind-of-colon", "# A {#a}\n\n# B {#b}\n\nA kind of [A](#a)", { "5:1: error: “A kind of” is not understood" } },
  { "slips/kind-of-bold", "# A {#a}\n\n# B {#b}\n\n**A kind of:** [A](#a)", { "5:1: error: “A kind of” is not understood" } },
  { "slips/kind-of-prose", "# A {#a}\n\n# B {#b}\n\nA kind of [A](#a) that everybody knows.\n\nSee: [A](#a)", { NULL } },
  { "slips/near-id", "# A {#concept}\n\n[A](#concpet), [A](#Concept)",
    { "3:5: error: “#concpet” leads to no concept; write “#concept”", "3:20: error: “#Concept” leads to no concept; write “#concept”" } },
  { "slips/tour", "# A {#a}\n\n# Tuor {#t}\n\n1. [A](#a) – first", { "3:3: error: “Tuor” is not understood as it is written here; write “Tour”" } },
  { "slips/tour-bullets", "# A {#a}\n\n# Tour {#t}\n\n- [A](#a) – first", { "3:1: error: there is no numbered list of links under “Tour”" } },
  { "slips/quiz", "# A {#a}\n\n# Quizz {#q}\n\n## Which? {#w}\n\n1. [x] One\n2. [ ] Two", { "3:3: error: “Quizz” is not understood" } },
  { "slips/quiz-level", "# A {#a}\n\n1. [x] One\n2. [ ] Two", { "3:1: warning: these boxes are no question here" } },
  { "slips/quiz-feedback", "# A {#a}\n\n# Quiz {#q}\n\n## Which? {#w}\n\n1. [x] One\n\n> Yes.\n\n2. [ ] Two", { "9:1: error: this cuts the answers below off" } },
  { "slips/pause", "# A {#a}\n\n...", { "3:1: warning: “...” is no pause" } },
  { "slips/row", "# A {#a}\n\n| Model | Kind |\n| --- | --- |\n| M | [A](#a) |\n\n| N | [A](#a) |", { "7:1: error: this row belongs to no table" } },
  { "slips/kind-column", "# A {#a}\n\n| Model | Genre |\n| --- | --- |\n| M | [A](#a) |", { "3:11: error: the examples of this table are in no set: the column “Genre”" } },
  { "slips/plural", "# A {#a}\n\n| Models | Kinds |\n| --- | --- |\n| M | thing |", { "5:7: error: the kind “thing” is no link to a concept" } },
  { "slips/notes", "# A {#a}\n\n<details><summary>Notes</summary>\n\nText.\n\n</details>", { "3:19: error: “Notes” is not the word for speaker notes; write <summary>Speaker notes</summary>" } },
  { "slips/callout", "# A {#a}\n\n> [!NOTE] Text.", { "3:3: warning: text stands behind “[!NOTE]” on its line" } },
  { "slips/image-spaces", "# A {#a}\n\n![A](a b.svg)", { "3:1: warning: the name of the image “a b.svg” has spaces" } },
  { "slips/diagram-language", "# A {#a}\n\n```mermiad\nvenn-beta\nset B\n```", { "3:1: error: this is a diagram, but its first line does not say so" } },
  { "slips/diagram-first-word", "# A {#a}\n\n```mermaid\nvenn\nset B\n```", { "4:1: error: the diagram does not begin with “venn-beta”" } },
  { "slips/diagram-end", "# A {#a}\n\n```mermaid\nvenn-beta\nset B\n\nText.\n\n## C {#c}\n\nSee [C](#c).\n\n```mermaid\nvenn-beta\nset D\n```",
    { "3:1: error: this diagram has no end; write “```” on a line of its own below it" } },
  { "slips/diagram-marks", "# A {#a}\n\n~~~mermaid\nvenn-beta\nset B\n```\n\nText.", { "6:1: error: a diagram ends with the same marks that it begins with; write “~~~”" } },
  { "slips/diagram-set", "# A {#a}\n\n```mermaid\nvenn-beta\n%% concept A #a\nsett A\nset B\ntext A \"x\"\ntext A \"y\"\n```",
    { "6:1: error: “sett” is not a word of a diagram" } },
  { "slips/diagram-comment", "# A {#a}\n\n```mermaid\nvenn-beta\n%% concpet B #a\n%% my own remark\nset B\n```", { "5:4: warning: the comment “%% concpet” is not heeded; write “%% concept”" } },
  { "slips/diagram-quotes", "# A {#a}\n\n```mermaid\nvenn-beta\nset B[“Bee”]\n```", { "5:7: error: the label stands between typographic quotation marks" } },
  { "slips/cascade", "# A {#a}\n\n# B {#b}\n\nA kind of: [A](#aa)\n\n| Model | Kind |\n| --- | --- |\n| M | [B](#b) |\n\n"
                     "```mermaid\nvenn-beta\n%% concept A #a\n%% concept B #b\nset A\nset B\ntext A,B m[\"M\"]\n```",
    { "5:16: error: “#aa” leads to no concept" } },
  { "bytes/windows-1252", "# A {#a}\n\nD\351j\340 vu\240: l\222\351t\351.", { "1:1: error: this file is in the encoding Windows-1252" } },
  { "bytes/decomposed", "---\ngigogne: 1\nlang: fr\n---\n\n# A {#a}\n\n# Quiz {#q}\n\n## B ? {#b}\n\n1. [x] C\n2. [ ] D\n\nA\314\200 propos de : [A](#aa)",
    { "15:20: error: “#aa” leads to no concept" } },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *source = g_strconcat (test->source, REST, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (source, strlen (source));
  g_autoptr (GigLesson) lesson = gig_lesson_read_bytes (bytes, "x.md", NULL);
  GPtrArray *diagnostics = gig_lesson_get_diagnostics (lesson);
  GigConcept *rest = gig_lesson_find_concept (lesson, "rest");
  g_autofree char *dump = lesson_dump (lesson);
  guint n = 0;

  for (; test->expected[n] != NULL; n++)
    {
      g_autofree char *found = n < diagnostics->len ? gig_diagnostic_format (g_ptr_array_index (diagnostics, n), NULL) : NULL;
      g_autofree char *wanted = g_strconcat ("x.md:", test->expected[n], NULL);

      if (found == NULL || !g_str_has_prefix (found, wanted))
        g_error ("wanted “%s”, found “%s” in\n%s", wanted, found != NULL ? found : "nothing", dump);
    }
  if (diagnostics->len != n)
    {
      g_autofree char *extra = gig_diagnostic_format (g_ptr_array_index (diagnostics, n), NULL);

      g_error ("not wanted: %s", extra);
    }

  g_assert_nonnull (rest);
  g_assert_cmpstr (gig_concept_get_lead (rest)->source, ==, "The rest is shown.");
}

/* --- Depth and size --- */

static GigLesson *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gig_lesson_read_bytes (bytes, "x.md", NULL);
}

static void
assert_only_diagnostic (GigLesson  *lesson,
                        const char *expected)
{
  GPtrArray *diagnostics = gig_lesson_get_diagnostics (lesson);
  g_autofree char *found = NULL;

  g_assert_cmpuint (diagnostics->len, ==, 1);
  found = gig_diagnostic_format (g_ptr_array_index (diagnostics, 0), NULL);
  g_assert_cmpstr (found, ==, expected);
  g_assert_nonnull (gig_lesson_find_concept (lesson, "rest"));
}

static void
test_hundred_levels (void)
{
  g_autoptr (GString) text = g_string_new ("# A {#a}\n\n");
  g_autoptr (GigLesson) lesson = NULL;
  GigBlock *block;
  guint depth = 0;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%*s- level %u\n", (int) i * 2, "", i + 1);
  g_string_append (text, REST);
  lesson = read_text (text->str);

  assert_only_diagnostic (lesson, "x.md:35:65: error: lists and quotes are nested more than 32 levels deep here; use fewer levels");
  block = g_ptr_array_index (gig_concept_get_blocks (gig_lesson_find_concept (lesson, "a")), 0);
  while (gig_block_get_block_type (block) != GIG_BLOCK_BROKEN)
    {
      GPtrArray *children = gig_block_get_children (block);

      depth += gig_block_get_block_type (block) == GIG_BLOCK_LIST;
      block = g_ptr_array_index (children, children->len - 1);
    }
  g_assert_cmpuint (depth, ==, GIG_LESSON_MAX_NESTING);
  g_assert_nonnull (strstr (gig_block_get_text (block), "level 33"));
  g_assert_nonnull (gig_block_get_diagnostic (block));
}

static void
test_deep_quotes (void)
{
  g_autofree char *marks = g_strnfill (100000, '>');
  g_autofree char *text = g_strconcat ("# A {#a}\n\n", marks, " text", REST, NULL);
  g_autoptr (GigLesson) lesson = read_text (text);

  assert_only_diagnostic (lesson, "x.md:3:33: error: lists and quotes are nested more than 32 levels deep here; use fewer levels");
}

static void
test_large_table (void)
{
  g_autoptr (GString) text = g_string_new ("# A {#a}\n\n| a | b |\n| - | - |\n");
  g_autoptr (GigLesson) lesson = NULL;

  for (guint i = 0; i < GIG_LESSON_MAX_TABLE_CELLS / 2; i++)
    g_string_append (text, "| 1 | 2 |\n");
  g_string_append (text, REST);
  lesson = read_text (text->str);

  assert_only_diagnostic (lesson, "x.md:3:1: error: this table has more than 20000 cells; divide it into several tables");
}

/* A line that is repeated as many times as a file may be long must not take long: the
 * test cannot measure time, but with quadratic work it would not end. */
static void
test_many_equal_headings (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GigLesson) lesson = NULL;

  for (guint i = 0; i < 150000; i++)
    g_string_append (text, "# a\n");
  lesson = read_text (text->str);

  g_assert_cmpuint (gig_lesson_get_concepts (lesson)->len, ==, 150000);
  g_assert_nonnull (gig_lesson_find_concept (lesson, "a-149999"));
}

static void
test_too_many_blocks (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GigLesson) lesson = NULL;
  GPtrArray *diagnostics;
  g_autofree char *found = NULL;

  for (guint i = 0; i < 110000; i++)
    g_string_append (text, "# a\n\nb\n\n");
  lesson = read_text (text->str);

  diagnostics = gig_lesson_get_diagnostics (lesson);
  g_assert_cmpuint (diagnostics->len, ==, 1);
  found = gig_diagnostic_format (g_ptr_array_index (diagnostics, 0), NULL);
  g_assert_cmpstr (found, ==, "x.md:400001:1: error: the lesson has more than 200000 blocks; what follows is not read; "
                              "divide it into several lessons");
  g_assert_cmpuint (gig_lesson_get_concepts (lesson)->len, ==, 100000);
}

/* One text as long as a file may be, with nothing to translate up to its end. */
static void
test_long_texts (void)
{
  static const char fills[] = { '(', '<', '[', '-' };

  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      g_autofree char *fill = g_strnfill (2000000, fills[i]);
      g_autofree char *text = g_strconcat ("# A {#a}\n\n1 ", fill, " end.", REST, NULL);
      g_autoptr (GigLesson) lesson = read_text (text);
      GPtrArray *blocks = gig_concept_get_blocks (gig_lesson_find_concept (lesson, "a"));

      g_assert_cmpuint (gig_lesson_get_diagnostics (lesson)->len, ==, 0);
      g_assert_true (gig_block_get_message (g_ptr_array_index (blocks, 0))->translatable);
    }
}

/* Very many ledgers before one block. */
static void
test_many_ledgers (void)
{
  g_autoptr (GString) text = g_string_new ("# A {#a}\n\n");
  g_autoptr (GigLesson) lesson = NULL;
  const char * const *ledger;
  GPtrArray *blocks;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "<!-- ledger: a%u b -->\n\n", i);
  g_string_append (text, "Text.\n\n<!-- ledger: c -->\n\nMore." REST);
  lesson = read_text (text->str);

  blocks = gig_concept_get_blocks (gig_lesson_find_concept (lesson, "a"));
  ledger = gig_block_get_ledger (g_ptr_array_index (blocks, 0));
  g_assert_cmpuint (g_strv_length ((GStrv) ledger), ==, 200000);
  g_assert_cmpstr (ledger[0], ==, "a0");
  g_assert_cmpstr (ledger[199998], ==, "a99999");
  ledger = gig_block_get_ledger (g_ptr_array_index (blocks, 1));
  g_assert_cmpuint (g_strv_length ((GStrv) ledger), ==, 1);
}

/* A footnote that leads to 999 others stands behind 1000 pages. */
static void
test_too_many_footnotes (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GigLesson) lesson = NULL;
  guint n_shown = 0;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "# A%u {#a%u}\n\nText.[^0]\n\n", i, i);
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, i < 999 ? "[^%u]: See[^%u].\n\n" : "[^%u]: The end.\n\n", i, i + 1);
  g_string_append (text, REST);
  lesson = read_text (text->str);

  assert_only_diagnostic (lesson, "x.md:4001:7: error: the pages have more than 200000 footnotes together; "
                                  "the rest is not shown; divide it into several lessons");
  for (guint i = 0; i < 1000; i++)
    {
      GPtrArray *blocks = gig_concept_get_blocks (g_ptr_array_index (gig_lesson_get_concepts (lesson), i));

      n_shown += blocks->len - 1;   /* without the text */
    }
  g_assert_cmpuint (n_shown, ==, GIG_LESSON_MAX_BLOCKS);
}

/* cmark-gfm cuts what stands between “[^” and “]” on another line, in the middle of a character even. */
static void
test_cut_footnotes (void)
{
  static const char * const texts[] = { "[^\n\357\277\275e]", "[^\néé]", "x [^\n「é」]", "> [^a\n> 「é」é]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strconcat ("# A {#a}\n\n", texts[i], REST, NULL);
      g_autoptr (GigLesson) lesson = read_text (text);
      GPtrArray *messages = gig_lesson_get_messages (lesson);

      g_assert_nonnull (gig_lesson_find_concept (lesson, "rest"));
      for (guint j = 0; j < messages->len; j++)
        {
          const GigMessage *message = g_ptr_array_index (messages, j);
          g_autofree char *plain = gig_lesson_get_plain_text (lesson, message, "en");

          g_assert_true (g_utf8_validate (message->source, -1, NULL));
          g_assert_true (g_utf8_validate (plain, -1, NULL));
        }
    }
}

static void
test_empty (void)
{
  static const char * const texts[] = { "", "\n\n", "\357\273\277", "<!-- nothing -->\n", "---\ntitle: A\n---\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GigLesson) lesson = read_text (texts[i]);

      g_assert_cmpuint (gig_lesson_get_concepts (lesson)->len, ==, 1);
      g_assert_cmpuint (gig_lesson_get_diagnostics (lesson)->len, ==, 1);
      g_assert_nonnull (gig_lesson_get_title (lesson));
    }
}

/* A page of another program is no lesson with errors. */
static void
test_other_markdown (void)
{
  g_autoptr (GigLesson) lesson = read_text ("---\ntitle: [a, b]\ntags:\n  - x\n---\n\n# Readme\n\n![build](https://x.org/b.svg)\n\n"
                                            "See [this](#gone).\n\n| a | b |\n| --- | --- |\n| 1 |\n");
  GPtrArray *diagnostics = gig_lesson_get_diagnostics (lesson);

  g_assert_false (gig_lesson_is_structured (lesson));
  g_assert_cmpuint (diagnostics->len, ==, 4);
  for (guint i = 0; i < diagnostics->len; i++)
    g_assert_cmpint (gig_diagnostic_get_severity (g_ptr_array_index (diagnostics, i)), ==, GIG_SEVERITY_WARNING);
  g_assert_nonnull (gig_lesson_find_concept (lesson, "readme"));
}

/* --- Files --- */

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("gigogne-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) enumerator = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                                                      G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (enumerator != NULL && g_file_enumerator_iterate (enumerator, NULL, &child, NULL, NULL) && child != NULL)
    remove_tree (child);
  g_file_delete (file, NULL, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  remove_tree (folder);
  g_free (fixture->folder);
}

static GFile *
write_file (Fixture    *fixture,
            const char *name,
            const char *text,
            gssize      length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
assert_error (GFile          *file,
              GigLessonError  code,
              const char     *ending)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GigLesson) lesson = gig_lesson_read_file (file, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_null (lesson);
  g_assert_error (error, GIG_LESSON_ERROR, (int) code);
  text = gig_lesson_error_describe (error, file, NULL);
  g_assert_true (g_str_has_suffix (text, ending));
  g_assert_nonnull (strstr (text, g_file_peek_path (file)));
  g_assert_cmpstr (text, ==, error->message);
}

/* The desktop starts programs in the top folder. */
static void
test_name_from_the_top (void)
{
  g_autofree char *before = g_get_current_dir ();
  g_autoptr (GError) error = g_error_new_literal (GIG_LESSON_ERROR, GIG_LESSON_ERROR_NOT_FOUND, "");
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (g_chdir ("/"), ==, 0);
  file = g_file_new_for_path ("lesson.md");
  text = gig_lesson_error_describe (error, file, NULL);
  g_assert_cmpint (g_chdir (before), ==, 0);
  g_assert_cmpstr (text, ==, "There is no file “lesson.md”.");
}

static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) missing = g_file_get_child (folder, "missing.md");
  g_autoptr (GFile) binary = write_file (fixture, "binary.md", "\211PNG\0\1", 6);
  g_autoptr (GFile) huge = write_file (fixture, "huge.md", "# A\n", -1);
  g_autoptr (GFile) forbidden = write_file (fixture, "forbidden.md", "# A\n", -1);

  assert_error (folder, GIG_LESSON_ERROR_NOT_A_FILE, "Choose a Markdown file.");
  assert_error (missing, GIG_LESSON_ERROR_NOT_FOUND, "”.");
  assert_error (binary, GIG_LESSON_ERROR_NOT_TEXT, "UTF-8.");

  /* 200 MB that take no room. */
  g_assert_cmpint (truncate (g_file_peek_path (huge), 200 * 1024 * 1024), ==, 0);
  assert_error (huge, GIG_LESSON_ERROR_TOO_LARGE, "several lessons.");

  g_assert_cmpint (g_chmod (g_file_peek_path (forbidden), 0), ==, 0);
  if (g_access (g_file_peek_path (forbidden), R_OK) == 0)
    g_test_message ("this user may read everything");
  else
    assert_error (forbidden, GIG_LESSON_ERROR_NO_PERMISSION, "your own.");
}

static void
test_catalogues (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *po = "msgid \"\"\nmsgstr \"Language: %s\\n\"\n\nmsgid \"Hello\"\nmsgstr \"%s\"\n";
  struct { const char *name, *language, *text; } files[] = {
    { "x.fr.po", "fr", "Bonjour" }, { "po/x/fr.po", "fr", "never" }, { "po/x/de.po", "de", "Hallo" }, { "es.po", "es", "Hola" },
  };
  g_autoptr (GFile) file = write_file (fixture, "x.md", "# Hello {#a}\n", -1);
  g_autoptr (GFile) other = NULL;
  g_autoptr (GigLesson) lesson = NULL;
  g_autoptr (GigLesson) not_alone = NULL;
  g_autofree char *languages = NULL;
  g_autofree char *fewer = NULL;
  const GigMessage *title;
  GigText text;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *content = g_strdup_printf (po, files[i].language, files[i].text);
      g_autoptr (GFile) catalogue = write_file (fixture, files[i].name, content, -1);
    }

  lesson = gig_lesson_read_file (file, NULL, NULL);
  title = gig_lesson_get_title (lesson);
  languages = g_strjoinv (" ", (char **) gig_lesson_get_languages (lesson));
  g_assert_cmpstr (languages, ==, "en fr de es");
  gig_lesson_get_text (lesson, title, "fr_CA", &text);
  g_assert_cmpstr (text.markdown, ==, "Bonjour");
  g_assert_cmpstr (text.language, ==, "fr");
  gig_lesson_get_text (lesson, title, "it", &text);
  g_assert_cmpstr (text.markdown, ==, "Hello");
  g_assert_cmpstr (text.language, ==, "en");
  g_assert_cmpint (text.state, ==, GIG_TRANSLATION_MISSING);
  gig_lesson_get_text (lesson, title, "en_GB", &text);
  g_assert_cmpint (text.state, ==, GIG_TRANSLATION_DONE);

  /* With two lessons in the folder, nobody knows whose `es.po` it is. */
  other = write_file (fixture, "y.md", "# Hello {#a}\n", -1);
  not_alone = gig_lesson_read_file (file, NULL, NULL);
  fewer = g_strjoinv (" ", (char **) gig_lesson_get_languages (not_alone));
  g_assert_cmpstr (fewer, ==, "en fr de");
}

/* The sources of a project: data/lessons/NAME.md and po/NAME/LANG.po. */
static void
test_catalogues_of_project (Fixture       *fixture,
                            gconstpointer  data)
{
  const char *po = "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\nmsgid \"Hello\"\nmsgstr \"Bonjour\"\n";
  g_autoptr (GFile) file = write_file (fixture, "data/lessons/x.md", "# Hello {#a}\n", -1);
  g_autoptr (GFile) catalogue = write_file (fixture, "po/x/fr.po", po, -1);
  g_autoptr (GFile) of_another = write_file (fixture, "po/de.po", po, -1);
  g_autoptr (GigLesson) lesson = gig_lesson_read_file (file, NULL, NULL);
  g_autofree char *languages = g_strjoinv (" ", (char **) gig_lesson_get_languages (lesson));
  GigText text;

  g_assert_cmpstr (languages, ==, "en fr");
  gig_lesson_get_text (lesson, gig_lesson_get_title (lesson), "fr", &text);
  g_assert_cmpstr (text.markdown, ==, "Bonjour");
}

static void
test_broken_catalogue (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GFile) file = write_file (fixture, "x.md", "# Hello {#a}\n", -1);
  g_autoptr (GFile) po = write_file (fixture, "x.fr.po", "msgid \"\"\nmsgstr \"\"\n\nmsgid \"Hello\nmsgstr \"\"\n", -1);
  g_autoptr (GigLesson) lesson = gig_lesson_read_file (file, NULL, NULL);
  GPtrArray *diagnostics = gig_lesson_get_diagnostics (lesson);
  g_autofree char *found = NULL;
  g_autofree char *wanted = g_strdup_printf ("%s:4: error: the text is not closed; ", g_file_peek_path (po));

  g_assert_cmpuint (diagnostics->len, ==, 1);
  found = gig_diagnostic_format (g_ptr_array_index (diagnostics, 0), NULL);
  g_assert_true (g_str_has_prefix (found, wanted));
  g_assert_cmpint (g_strrstr (found, "; this translation cannot be read, and the source text is shown") - found, >, 0);
  g_assert_cmpstr (gig_concept_get_title (gig_lesson_find_concept (lesson, "a"))->source, ==, "Hello");
}

/* A diagnostic in French, whose arguments stand in another order. */
static void
test_arguments (void)
{
  static const char * const arguments[] = { "A", "B", "C", NULL };
  g_autoptr (GigDiagnostic) plain = gig_diagnostic_new (GIG_SEVERITY_WARNING, "x.md", 3, 0, "“%s” before “%s”",
                                                        "then “%s”, 100 %%", arguments);
  g_autoptr (GigDiagnostic) numbered = gig_diagnostic_new (GIG_SEVERITY_ERROR, "x.md", 0, 0, "“%2$s” after “%1$s”",
                                                           "then “%3$s”", arguments);
  g_autofree char *first = gig_diagnostic_format (plain, NULL);
  g_autofree char *second = gig_diagnostic_format (numbered, NULL);

  g_assert_cmpstr (first, ==, "x.md:3: warning: “A” before “B”; then “C”, 100 %");
  g_assert_cmpstr (second, ==, "x.md: error: “B” after “A”; then “C”");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/lesson-errors/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/lesson-errors/hundred-levels", test_hundred_levels);
  g_test_add_func ("/lesson-errors/deep-quotes", test_deep_quotes);
  g_test_add_func ("/lesson-errors/large-table", test_large_table);
  g_test_add_func ("/lesson-errors/many-equal-headings", test_many_equal_headings);
  g_test_add_func ("/lesson-errors/too-many-blocks", test_too_many_blocks);
  g_test_add_func ("/lesson-errors/long-texts", test_long_texts);
  g_test_add_func ("/lesson-errors/many-ledgers", test_many_ledgers);
  g_test_add_func ("/lesson-errors/too-many-footnotes", test_too_many_footnotes);
  g_test_add_func ("/lesson-errors/cut-footnotes", test_cut_footnotes);
  g_test_add_func ("/lesson-errors/empty", test_empty);
  g_test_add_func ("/lesson-errors/other-markdown", test_other_markdown);
  g_test_add_func ("/lesson-errors/name-from-the-top", test_name_from_the_top);
  g_test_add_func ("/lesson-errors/arguments", test_arguments);
  g_test_add ("/lesson-errors/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/lesson-errors/catalogues", Fixture, NULL, set_up, test_catalogues, tear_down);
  g_test_add ("/lesson-errors/catalogues-of-project", Fixture, NULL, set_up, test_catalogues_of_project, tear_down);
  g_test_add ("/lesson-errors/broken-catalogue", Fixture, NULL, set_up, test_broken_catalogue, tear_down);

  return g_test_run ();
}
