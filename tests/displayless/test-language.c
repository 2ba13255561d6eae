/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-language.h"

#include <string.h>

#define NBSP "\u00a0"

static GigCatalogue *
read_po (const char *language,
         const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GigCatalogue *catalogue = gig_catalogue_new_from_po (language, bytes, "test.po", &error);

  g_assert_no_error (error);
  return catalogue;
}

static GigLanguageSet *
make_set (const char *first_language,
          ...)
{
  g_autoptr (GPtrArray) catalogues = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_catalogue_unref);
  va_list arguments;

  va_start (arguments, first_language);
  for (const char *language = first_language; language != NULL; language = va_arg (arguments, const char *))
    g_ptr_array_add (catalogues, read_po (language, va_arg (arguments, const char *)));
  va_end (arguments);

  return gig_language_set_new (catalogues);
}

static void
test_negotiate (void)
{
  g_autoptr (GigLanguageSet) set = make_set ("fr", "", "pt_BR", "", "sr@latin", "", NULL);
  const struct
  {
    const char *wanted[5];
    const char *code;
  } cases[] = {
    { { NULL }, "en" },
    { { "C", NULL }, "en" },
    { { "POSIX", NULL }, "en" },
    { { "C.UTF-8", "C", NULL }, "en" },
    { { "", NULL }, "en" },
    { { "fr_CA.UTF-8", "fr_CA", "fr.UTF-8", "fr", NULL }, "fr" },
    { { "fr-CA", NULL }, "fr" },
    { { "fr_FR@euro", NULL }, "fr" },
    { { "de_DE.UTF-8", "de", "C", NULL }, "en" },
    { { "de", "fr", "C", NULL }, "fr" },
    { { "en_GB", "fr", NULL }, "en" },
    { { "pt_PT", NULL }, "pt_BR" },
    { { "pt", NULL }, "pt_BR" },
    { { "sr@latin", NULL }, "sr@latin" },
    { { "sr_RS@latin", NULL }, "sr@latin" },
    { { "frp", "xx", NULL }, "en" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (gig_language_set_negotiate (set, cases[i].wanted), ==, cases[i].code);

  g_assert_cmpstr (gig_language_set_get_codes (set)[0], ==, "en");
  g_assert_cmpstr (gig_language_set_get_codes (set)[1], ==, "fr");
  g_assert_cmpuint (g_strv_length ((char **) gig_language_set_get_codes (set)), ==, 4);
  g_assert_null (gig_language_set_get_catalogue (set, "en"));
  g_assert_null (gig_language_set_get_catalogue (set, "de"));
}

/* Through GLib's own reading of the environment, as the program starts. */
static void
test_environment (void)
{
  const struct
  {
    const char *language;
    const char *lc_all;
    const char *code;
  } cases[] = {
    { NULL, "C", "en" },
    { NULL, "C.UTF-8", "en" },
    { NULL, "fr_CA.UTF-8", "fr" },
    { "de:fr", "C.UTF-8", "fr" },
    { "fr", "en_US.UTF-8", "fr" },
    { "", "fr_FR.UTF-8", "fr" },
    { "en", "fr_FR.UTF-8", "en" },
    { NULL, "de_DE.UTF-8", "en" },
  };

  if (!g_test_subprocess ())
    {
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_auto (GStrv) environment = g_get_environ ();
          g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, i);

          environment = g_environ_setenv (environment, "LC_ALL", cases[i].lc_all, TRUE);
          environment = g_environ_setenv (environment, "CASE", number, TRUE);
          if (cases[i].language != NULL)
            environment = g_environ_setenv (environment, "LANGUAGE", cases[i].language, TRUE);
          else
            environment = g_environ_unsetenv (environment, "LANGUAGE");
          g_test_trap_subprocess_with_envp (NULL, (const char * const *) environment, 0, G_TEST_SUBPROCESS_DEFAULT);
          g_test_trap_assert_passed ();
        }
      return;
    }

  {
    g_autoptr (GigLanguageSet) set = make_set ("fr", "", NULL);
    guint64 i = g_ascii_strtoull (g_getenv ("CASE"), NULL, 10);

    g_assert_cmpstr (gig_language_set_negotiate (set, g_get_language_names ()), ==, cases[i].code);
  }
}

static void
count_cb (guint *n_calls)
{
  (*n_calls)++;
}

static void
test_switch (void)
{
  g_autoptr (GigLanguageSet) set = make_set ("fr", "msgid \"Close\"\nmsgstr \"Fermer\"\n", NULL);
  GigLanguage *wall = gig_language_new (set, "fr");
  GigLanguage *console = gig_language_new (set, "xx");
  guint n_calls = 0;

  g_assert_cmpstr (gig_language_get_code (console), ==, "en");
  g_signal_connect_swapped (console, "notify::code", G_CALLBACK (count_cb), &n_calls);
  for (guint i = 0; i < 1000; i++)
    {
      gig_language_set_code (console, i % 2 ? "en" : "fr_CA");
      g_assert_cmpstr (gig_language_gettext (console, "Close"), ==, i % 2 ? "Close" : "Fermer");
      g_assert_cmpstr (gig_language_gettext (wall, "Close"), ==, "Fermer");
    }
  g_assert_cmpuint (n_calls, ==, 1000);
  gig_language_set_code (console, "en");
  gig_language_set_code (console, "xx");
  g_assert_cmpuint (n_calls, ==, 1000);
  g_assert_true (gig_language_get_code (console) == g_intern_string ("en"));

  g_assert_cmpstr (gig_language_gettext (wall, ""), ==, "");
  g_assert_cmpstr (gig_language_gettext (wall, "Open"), ==, "Open");
  g_assert_cmpstr (gig_language_gettext (NULL, "Close"), ==, "Close");
  g_assert_finalize_object (wall);
  g_assert_finalize_object (console);
}

#define FORMATS                                                                                  \
  "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=(n > 1);\\n\"\n"                        \
  "msgid \"%s in %s\"\nmsgstr \"dans %2$s, %1$s\"\n"                                             \
  "msgid \"lost %s\"\nmsgstr \"perdu\"\n"                                                        \
  "msgid \"more %s\"\nmsgstr \"plus %s %s\"\n"                                                   \
  "msgid \"other %s\"\nmsgstr \"autre %d\"\n"                                                    \
  "msgid \"write %s\"\nmsgstr \"écrire %n\"\n"                                                   \
  "msgid \"wide %d of %d\"\nmsgstr \"large %*d\"\n"                                              \
  "msgid \"%d of %s\"\nmsgstr \"%2$s : %1$d\"\n"                                                 \
  "msgid \"%s has one model\"\nmsgid_plural \"%s has %d models\"\n"                              \
  "msgstr[0] \"%s a un modèle\"\nmsgstr[1] \"%2$d modèles pour %1$s\"\n"                         \
  "msgid \"%d set\"\nmsgid_plural \"%d sets\"\n"                                                 \
  "msgstr[0] \"%d ensemble\"\nmsgstr[1] \"%s ensembles\"\n"                                      \
  "msgctxt \"number\"\nmsgid \",\"\nmsgstr \"" NBSP "\"\n"                                       \
  "msgctxt \"number\"\nmsgid \".\"\nmsgstr \",\"\n"

static void
assert_text (char       *text,
             const char *wanted)
{
  g_assert_cmpstr (text, ==, wanted);
  g_free (text);
}

static void
test_format (void)
{
  g_autoptr (GigLanguageSet) set = make_set ("fr", FORMATS, NULL);
  g_autoptr (GigLanguage) en = gig_language_new (set, "en");
  g_autoptr (GigLanguage) fr = gig_language_new (set, "fr");
  const char *two[] = { "a", "b", NULL };

  assert_text (gig_language_format (en, "%s in %s", "a", "b"), "a in b");
  assert_text (gig_language_format (fr, "%s in %s", "a", "b"), "dans b, a");
  assert_text (gig_language_format (NULL, "%s in %s", "a", "b"), "a in b");
  assert_text (gig_language_format_strv (fr, "%s in %s", two), "dans b, a");
  /* Arguments are never read as formats. */
  assert_text (gig_language_format (fr, "%s in %s", "%s%n", "100%"), "dans 100%, %s%n");
  assert_text (gig_language_format (fr, "%d of %s", 12345, "x"), "x : 12" NBSP "345");
  assert_text (gig_language_format (en, "%d of %s", -12345, "x"), "−12,345 of x");
  assert_text (gig_language_format (fr, "%.2f", 1234.5), "1" NBSP "234,50");
  assert_text (gig_language_format (fr, "%i, %lu, %" G_GINT64_FORMAT " and %zu %%", 2026, 7ul, G_MAXINT64, (gsize) 9),
               "2026, 7, 9" NBSP "223" NBSP "372" NBSP "036" NBSP "854" NBSP "775" NBSP "807 and 9 %");
  assert_text (gig_language_format (fr, "%u %05d %x %c [%5s] [%-5s] [%.2s]", 3000000000u, 42, 255u, 'z', "é", "é", "été"),
               "3" NBSP "000" NBSP "000" NBSP "000 00042 ff z [    é] [é    ] [ét]");

  /* A translation with other placeholders is not used. */
  assert_text (gig_language_format (fr, "lost %s", "a"), "lost a");
  assert_text (gig_language_format (fr, "more %s", "a"), "more a");
  assert_text (gig_language_format (fr, "other %s", "a"), "other a");
  assert_text (gig_language_format (fr, "write %s", "a"), "write a");
  assert_text (gig_language_format (fr, "wide %d of %d", 1, 2), "wide 1 of 2");
}

static void
test_plural_format (void)
{
  g_autoptr (GigLanguageSet) set = make_set ("fr", FORMATS, NULL);
  g_autoptr (GigLanguage) en = gig_language_new (set, "en");
  g_autoptr (GigLanguage) fr = gig_language_new (set, "fr");
  const char *one = "%s has one model", *many = "%s has %d models";

  assert_text (gig_language_nformat (en, 1, one, many, "Vision", 1), "Vision has one model");
  assert_text (gig_language_nformat (en, 0, one, many, "Vision", 0), "Vision has 0 models");
  assert_text (gig_language_nformat (fr, 0, one, many, "Vision", 0), "Vision a un modèle");
  assert_text (gig_language_nformat (fr, 3, one, many, "Vision", 3), "3 modèles pour Vision");
  assert_text (gig_language_nformat (fr, 1, "%d set", "%d sets", 1), "1 ensemble");
  assert_text (gig_language_nformat (fr, 3, "%d set", "%d sets", 3), "3 sets");
  g_assert_cmpstr (gig_language_ngettext (fr, "%d set", "%d sets", 0), ==, "%d ensemble");
  g_assert_cmpstr (gig_language_ngettext (en, "%d set", "%d sets", 0), ==, "%d sets");
  g_assert_cmpstr (gig_language_ngettext (fr, "thing", "things", 1), ==, "thing");
}

static void
test_values (GigLanguage        *language,
             const char * const *wanted)
{
  const char *none[] = { NULL };
  const char *one[] = { "a", NULL };
  const char *two[] = { "a", "b", NULL };
  const char *four[] = { "a", "b", "c", "d%s", NULL };

  assert_text (gig_language_format_integer (language, 0), *wanted++);
  assert_text (gig_language_format_integer (language, 999), *wanted++);
  assert_text (gig_language_format_integer (language, 1000), *wanted++);
  assert_text (gig_language_format_integer (language, -1234567), *wanted++);
  assert_text (gig_language_format_integer (language, G_MININT64), *wanted++);
  assert_text (gig_language_format_decimal (language, 1234.56, 1), *wanted++);
  assert_text (gig_language_format_decimal (language, -0.01, 1), *wanted++);
  assert_text (gig_language_format_percent (language, 0.125), *wanted++);
  assert_text (gig_language_format_and_list (language, none), *wanted++);
  assert_text (gig_language_format_and_list (language, one), *wanted++);
  assert_text (gig_language_format_and_list (language, two), *wanted++);
  assert_text (gig_language_format_and_list (language, four), *wanted++);
  assert_text (gig_language_format_or_list (language, two), *wanted++);
  assert_text (gig_language_format_or_list (language, four), *wanted++);
  assert_text (gig_language_quote (language, "x"), *wanted++);
  assert_text (gig_language_format_date (language, "2026"), *wanted++);
  assert_text (gig_language_format_date (language, "2026-11"), *wanted++);
  assert_text (gig_language_format_date (language, "2026-11-01"), *wanted++);
  assert_text (gig_language_format_date (language, "2026-08-21"), *wanted++);
  assert_text (gig_language_format_date (language, "2026-02-30"), *wanted++);
  assert_text (gig_language_format_date (language, "2026-13"), *wanted++);
  assert_text (gig_language_format_date (language, "spring 2026"), *wanted++);
  assert_text (gig_language_format_duration (language, 245), *wanted++);
  assert_text (gig_language_format_duration (language, 3723), *wanted++);
  g_assert_null (*wanted);
}

static void
test_english_values (void)
{
  const char *wanted[] = {
    "0", "999", "1,000", "−1,234,567", "−9,223,372,036,854,775,808", "1,234.6", "0.0", "12%",
    "", "a", "a and b", "a, b, c and d%s", "a or b", "a, b, c or d%s", "“x”",
    "2026", "November 2026", "1 November 2026", "21 August 2026", "2026-02-30", "2026-13", "spring 2026",
    "4:05", "1:02:03", NULL,
  };

  test_values (NULL, wanted);
}

/* With the program's own catalogue. */
static void
test_french_values (void)
{
  const char *wanted[] = {
    "0", "999", "1" NBSP "000", "−1" NBSP "234" NBSP "567",
    "−9" NBSP "223" NBSP "372" NBSP "036" NBSP "854" NBSP "775" NBSP "808", "1" NBSP "234,6", "0,0", "12" NBSP "%",
    "", "a", "a et b", "a, b, c et d%s", "a ou b", "a, b, c ou d%s", "«" NBSP "x" NBSP "»",
    "2026", "novembre 2026", "1er novembre 2026", "21 août 2026", "2026-02-30", "2026-13", "spring 2026",
    "4:05", "1:02:03", NULL,
  };
  g_autoptr (GigLanguageSet) set = gig_language_set_new_from_resources ();
  g_autoptr (GigLanguage) language = gig_language_new (set, "fr");

  g_assert_cmpstr (gig_language_get_code (language), ==, "fr");
  test_values (language, wanted);
}

/* A language whose numbers differ in everything needs its .po only. */
static void
test_other_numbers (void)
{
  g_autoptr (GigLanguageSet) set = make_set (
    "hi",
    "msgctxt \"number\"\nmsgid \"0123456789\"\nmsgstr \"०१२३४५६७८९\"\n"
    "msgctxt \"sizes of groups of digits\"\nmsgid \"3\"\nmsgstr \"3;2\"\n",
    "pl",
    "msgctxt \"number\"\nmsgid \",\"\nmsgstr \" \"\n"
    "msgctxt \"number\"\nmsgid \"0123456789\"\nmsgstr \"012\"\n"
    "msgctxt \"sizes of groups of digits\"\nmsgid \"3\"\nmsgstr \"x\"\n"
    "msgctxt \"least digits of a separated number\"\nmsgid \"4\"\nmsgstr \"5\"\n",
    NULL);
  g_autoptr (GigLanguage) hi = gig_language_new (set, "hi");
  g_autoptr (GigLanguage) pl = gig_language_new (set, "pl");

  assert_text (gig_language_format_integer (hi, 123456789), "१२,३४,५६,७८९");
  /* Nonsense in a catalogue is left aside. */
  assert_text (gig_language_format_integer (pl, 1234), "1234");
  assert_text (gig_language_format_integer (pl, 12345), "12345");
}

static void
test_names (void)
{
  g_assert_cmpstr (gig_language_name_of ("fr"), ==, "français");
  g_assert_cmpstr (gig_language_title_of ("fr"), ==, "Français");
  g_assert_cmpstr (gig_language_name_of ("en"), ==, "English");
  g_assert_cmpstr (gig_language_name_of ("pt_BR"), ==, "português (Brasil)");
  g_assert_cmpstr (gig_language_title_of ("de_AT"), ==, "Deutsch");
  g_assert_cmpstr (gig_language_name_of ("fur"), ==, "furlan");
  g_assert_cmpstr (gig_language_name_of ("xx"), ==, "xx");
}

static void
test_pseudo (void)
{
  g_autoptr (GigLanguageSet) plain = NULL;
  g_autoptr (GigLanguageSet) set = NULL;
  g_autoptr (GigLanguage) language = NULL;

  plain = gig_language_set_new_from_resources ();
  g_assert_false (g_strv_contains (gig_language_set_get_codes (plain), "qps"));

  g_setenv ("GIGOGNE_PSEUDO", "1", TRUE);
  set = gig_language_set_new_from_resources ();
  g_unsetenv ("GIGOGNE_PSEUDO");
  language = gig_language_new (set, "qps");
  g_assert_cmpstr (gig_language_get_code (language), ==, "qps");
  g_assert_cmpstr (gig_language_gettext (language, "_Open"), ==, "⟦_Open⟧");
  g_assert_cmpstr (gig_language_gettext (language, ""), ==, "");
  g_assert_cmpstr (gig_language_pgettext (language, "menu", "Open"), ==, "⟦Open⟧");
  assert_text (gig_language_format (language, "%s of %d", "a", 1234), "⟦a of 1,234⟧");
  assert_text (gig_language_nformat (language, 2, "%d set", "%d sets", 2), "⟦2 sets⟧");
  assert_text (gig_language_format_date (language, "2026-11"), "⟦⟦November⟧ 2026⟧");
  g_assert_cmpstr (gig_pseudo_translate ("**A** [kind](#x)"), ==, "⟦**A** [kind](#x)⟧");
  g_assert_cmpstr (gig_pseudo_translate ("See https://example.org/a"), ==, "⟦See https://example.org/a ⟧");
  g_assert_cmpstr (gig_pseudo_translate ("See <https://example.org/a>"), ==, "⟦See <https://example.org/a>⟧");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/negotiate", test_negotiate);
  g_test_add_func ("/language/environment", test_environment);
  g_test_add_func ("/language/switch", test_switch);
  g_test_add_func ("/language/format", test_format);
  g_test_add_func ("/language/plural-format", test_plural_format);
  g_test_add_func ("/language/values/english", test_english_values);
  g_test_add_func ("/language/values/french", test_french_values);
  g_test_add_func ("/language/values/others", test_other_numbers);
  g_test_add_func ("/language/names", test_names);
  g_test_add_func ("/language/pseudo", test_pseudo);

  return g_test_run ();
}
