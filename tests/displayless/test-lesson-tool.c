/* SPDX-License-Identifier: GPL-3.0-or-later */

/* gigogne-lesson as people call it: what it prints and its exit code. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("gigogne-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* Runs gigogne-lesson with @arguments, divided by spaces; returns what it prints on both channels. */
static char *
run (Fixture    *fixture,
     const char *arguments,
     int         exit_code)
{
  g_autofree char *program = g_build_filename (g_getenv ("GIGOGNE_BUILD"), "src", "lesson-tool", "gigogne-lesson", NULL);
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                                                        | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  /* The program's own path may have spaces. */
  g_strv_builder_add (builder, program);
  g_strv_builder_addv (builder, (const char **) words);
  argv = g_strv_builder_end (builder);

  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_exited (process) || g_subprocess_get_exit_status (process) != exit_code)
    g_error ("“%s” printed: %s", arguments, output);

  return output;
}

static const char english[] =
  "---\ntitle: Sets\nlang: en\n---\n\n# Sets {#sets short=\"S\"}\n\nA [link](#sets) and “quotes”.\n\n"
  "| Model | Kind |\n| --- | --- |\n| Cat | [Sets](#sets) |\n\n# Quiz {#quiz}\n\n## Yes? {#q}\n\n"
  "1. [x] Yes\n2. [ ] No\n\nAbout: [Sets](#sets)\n";
static const char french[] =
  "---\ntitle: Ensembles\nlang: fr\n---\n\n# Ensembles {#sets short=\"E\"}\n\nUn [lien](#sets) et « guillemets ».\n\n"
  "| Modèle | Type |\n| --- | --- |\n| Chat | [Ensembles](#sets) |\n\n# Quiz {#quiz}\n\n## Oui ? {#q}\n\n"
  "1. [x] Oui\n2. [ ] Non\n\nÀ propos de : [Ensembles](#sets)\n";

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *clean = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *in_french = NULL;
  g_autofree char *typography = NULL;
  g_autofree char *strict = NULL;
  g_autofree char *missing = NULL;

  write_file (fixture, "good.md", english);
  clean = run (fixture, "check good.md", 0);
  g_assert_cmpstr (clean, ==, "");

  write_file (fixture, "bad.md", "# A {#a}\n\nSee [b](#b).\n");
  broken = run (fixture, "check good.md bad.md", 1);
  g_assert_cmpstr (broken, ==, "bad.md:3:9: error: “#b” leads to no concept; write the id of one, as in [Title](#id)\n");
  in_french = run (fixture, "check bad.md --language fr", 1);
  g_assert_cmpstr (in_french, ==, "bad.md:3:9: error: « #b » ne mène à aucune notion ; écrire l’identifiant d’une notion, "
                                  "comme dans [Titre](#id)\n");

  write_file (fixture, "type.md", "---\nlang: fr\n---\n# Vrai? {#a}\n\nC'est  « vrai », `l'a  b` : 2.5 %.\n");
  typography = run (fixture, "check type.md", 0);
  g_assert_nonnull (strstr (typography, "type.md:4:1: warning: [fr] no no-break space before"));
  g_assert_nonnull (strstr (typography, "type.md:6:1: warning: [fr] a straight apostrophe: “C'est  « vrai"));
  g_assert_nonnull (strstr (typography, "type.md:6:1: warning: [fr] two spaces"));
  g_assert_nonnull (strstr (typography, "type.md:6:1: warning: [fr] a decimal point"));
  g_assert_null (strstr (typography, "l'a"));
  strict = run (fixture, "check --strict type.md", 1);
  g_assert_cmpstr (strict, ==, typography);

  missing = run (fixture, "check nowhere.md", 1);
  g_assert_nonnull (strstr (missing, "nowhere.md: error: There is no file"));
}

static void
test_ids (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *output = NULL;
  g_autofree char *implicit = NULL;

  write_file (fixture, "x.md", "# A {#a}\n\n<!-- ledger: 1 4 -->\nText.\n\n## B\n");
  write_file (fixture, "ids.txt", "# claims\n1\n2\n");
  output = run (fixture, "check x.md --ids ids.txt", 1);
  g_assert_cmpstr (output, ==,
                   "x.md:1:1: error: no block is tied to the ledger id “2” of “ids.txt”; "
                   "write <!-- ledger: 2 --> before the block that says it\n"
                   "x.md:4:1: error: there is no ledger id “4” in “ids.txt”; correct it\n");
  implicit = run (fixture, "check x.md --explicit-ids", 1);
  g_assert_cmpstr (implicit, ==, "x.md:6:1: error: the heading “B” has no id of its own; write {#b} behind it\n");
}

static void
test_pot (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *pot = NULL;
  g_autofree char *again = NULL;

  write_file (fixture, "x.md", english);
  pot = run (fixture, "pot x.md", 0);
  g_assert_nonnull (strstr (pot, "\n#. front matter title\n#. heading 1\n#: x.md:2\n#: x.md:6\nmsgid \"Sets\"\nmsgstr \"\"\n"));
  g_assert_nonnull (strstr (pot, "\n#. short label\n#: x.md:6\nmsgid \"S\"\n"));
  g_assert_nonnull (strstr (pot, "\n#. paragraph\n#: x.md:8\nmsgid \"A [link](#sets) and “quotes”.\"\n"));
  g_assert_nonnull (strstr (pot, "\n#. table \"Sets\", column \"Kind\", row \"Cat\"\n#: x.md:12\nmsgid \"[Sets](#sets)\"\n"));
  g_assert_nonnull (strstr (pot, "\n#. quiz answer (correct)\n#: x.md:18\nmsgid \"Yes\"\n"));
  g_assert_null (strstr (pot, "About"));

  again = run (fixture, "pot x.md", 0);
  g_assert_cmpstr (pot, ==, again);
}

static void
test_align (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *output = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "x.fr.po", NULL);
  g_autofree char *po = NULL;
  g_autofree char *check = NULL;
  g_autofree char *shape = NULL;
  g_autofree char *ids = NULL;
  g_autofree char *marks = NULL;
  g_autoptr (GString) other = NULL;

  write_file (fixture, "x.md", english);
  write_file (fixture, "y.md", french);
  output = run (fixture, "align x.md y.md -o x.fr.po", 0);
  g_assert_cmpstr (output, ==, "");
  g_assert_true (g_file_get_contents (path, &po, NULL, NULL));
  g_assert_nonnull (strstr (po, "\"Language: fr\\n\""));
  g_assert_nonnull (strstr (po, "msgid \"A [link](#sets) and “quotes”.\"\nmsgstr \"Un [lien](#sets) et « guillemets ».\"\n"));
  g_assert_nonnull (strstr (po, "msgid \"Yes?\"\nmsgstr \"Oui ?\"\n"));
  check = run (fixture, "check --strict x.md", 0);
  g_assert_cmpstr (check, ==, "");

  /* The first difference is named with both places. */
  other = g_string_new (french);
  g_string_replace (other, "1. [x] Oui\n2. [ ] Non", "1. [ ] Oui\n2. [x] Non", 1);
  write_file (fixture, "y.md", other->str);
  shape = run (fixture, "align x.md y.md -o x.fr.po", 1);
  g_assert_cmpstr (shape, ==, "y.md:18:8: error: here is a quiz answer, but at x.md:18 a quiz answer (correct); "
                              "make both lessons alike up to here\n");
  g_string_assign (other, french);
  g_string_replace (other, "{#sets short", "{#ensembles short", 1);
  g_string_replace (other, "(#sets)", "(#ensembles)", 0);
  write_file (fixture, "y.md", other->str);
  ids = run (fixture, "align x.md y.md -o x.fr.po", 1);
  g_assert_cmpstr (ids, ==, "y.md:6:1: error: here is “#ensembles”, but at x.md:6 “#sets”; make both lessons alike up to here\n");
  g_string_assign (other, french);
  g_string_replace (other, "[lien](#sets)", "[lien](#quiz)", 1);
  write_file (fixture, "y.md", other->str);
  marks = run (fixture, "align x.md y.md -o x.fr.po", 1);
  g_assert_cmpstr (marks, ==, "y.md:8:1: error: links, code and footnotes are “link #quiz” here and “link #sets” at x.md:8; "
                              "make them alike\n");
}

static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *nothing = run (fixture, "", 2);
  g_autofree char *help = run (fixture, "--help", 0);
  g_autofree char *unknown = run (fixture, "frobnicate", 2);
  g_autofree char *option = run (fixture, "check --nonsense", 2);
  g_autofree char *none = run (fixture, "pot", 2);

  g_assert_nonnull (strstr (help, "gigogne-lesson align SOURCE.md TRANSLATION.md"));
  g_assert_nonnull (strstr (unknown, "There is no command “frobnicate”."));
  g_assert_nonnull (strstr (option, "--nonsense"));
  g_assert_nonnull (strstr (none, "“pot” needs one lesson"));
}

static void
test_french_help (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *help = NULL;

  g_setenv ("LANGUAGE", "fr", TRUE);
  help = run (fixture, "check --help", 0);
  g_unsetenv ("LANGUAGE");
  g_assert_nonnull (strstr (help, "Échouer aussi sur les avertissements"));
}

/* What does not end is no lesson. */
static void
test_device (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *output = run (fixture, "layout /dev/zero", 2);

  g_assert_nonnull (strstr (output, "is not a file"));
}

/* A step that asks more of the wall than it has: said with its line. */
static void
test_check_tour (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *view = "```mermaid\nvenn-beta\ntitle T\nset A[\"%s\"]:5\nset B[\"Inner\"]:2\nunion A,B:2\n%%%% subset B, A\n"
                     "text A one[\"One\"]\ntext A,B two[\"Two\"]\n```\n\nAll.\n";
  g_autofree char *small = g_strdup_printf (view, "Outer");
  g_autofree char *large = g_strdup_printf (view, "Anticonstitutionnellementinternationalisation");
  const char *tour = "# Tour {#t}\n\n## Short {#t.short}\n\n";
  g_autofree char *good = g_strdup_printf ("# One {#one}\n\nA short lead.\n\n%s\n%s1. [One](#one) – A short headline.\n", small, tour);
  g_autofree char *headline = g_strdup_printf ("# One {#one}\n\nA short lead.\n\n%s\n%s1. [One](#one) – A headline that goes on and on, and on, and on until it"
                                               " needs no fewer than three whole lines.\n", small, tour);
  g_autoptr (GString) clauses = g_string_new ("This sentence");
  g_autofree char *sentence = NULL;
  g_autofree char *names = g_strdup_printf ("# One {#one}\n\nA short lead.\n\n%s\n%s1. [One](#one) – A short headline.\n", large, tour);
  g_autofree char *fine = NULL, *long_headline = NULL, *long_sentence = NULL, *long_name = NULL, *said_in_french = NULL;

  for (guint i = 0; i < 120; i++)
    g_string_append (clauses, " has a clause,");
  sentence = g_strdup_printf ("# One {#one}\n\n%s and more.\n\n%s\n%s1. [One](#one) – A short headline.\n", clauses->str, small, tour);
  write_file (fixture, "good.md", good);
  write_file (fixture, "headline.md", headline);
  write_file (fixture, "sentence.md", sentence);
  write_file (fixture, "names.md", names);
  fine = run (fixture, "check good.md", 0);
  g_assert_cmpstr (fine, ==, "");
  long_headline = run (fixture, "check --strict headline.md", 1);
  g_assert_nonnull (strstr (long_headline, "headline.md:22:1: warning: the headline of the step takes more than two lines of a 4:3 wall (en)"));
  g_assert_null (strstr (long_headline, "16:9"));
  long_sentence = run (fixture, "check --strict sentence.md", 1);
  g_assert_nonnull (strstr (long_sentence, "sentence.md:22:1: warning: a sentence in part 1 of the step is too long for a 4:3 wall"));
  long_name = run (fixture, "check --strict names.md", 1);
  g_assert_nonnull (strstr (long_name, "names.md:22:1: warning: the sets of the diagram “T” have no room for their names on a 4:3 wall"));
  said_in_french = run (fixture, "check headline.md --language fr", 0);
  g_assert_nonnull (strstr (said_in_french, "l’accroche de l’étape prend plus de deux lignes"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lesson-tool/check", Fixture, NULL, set_up, test_check, tear_down);
  g_test_add ("/lesson-tool/check-tour", Fixture, NULL, set_up, test_check_tour, tear_down);
  g_test_add ("/lesson-tool/ids", Fixture, NULL, set_up, test_ids, tear_down);
  g_test_add ("/lesson-tool/french-help", Fixture, NULL, set_up, test_french_help, tear_down);
  g_test_add ("/lesson-tool/device", Fixture, NULL, set_up, test_device, tear_down);
  g_test_add ("/lesson-tool/pot", Fixture, NULL, set_up, test_pot, tear_down);
  g_test_add ("/lesson-tool/align", Fixture, NULL, set_up, test_align, tear_down);
  g_test_add ("/lesson-tool/usage", Fixture, NULL, set_up, test_usage, tear_down);

  return g_test_run ();
}
