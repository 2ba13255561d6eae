/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-catalogue.h"
#include "gig-plural-forms.h"

#include <string.h>

#define HEADER                                          \
  "msgid \"\"\n"                                        \
  "msgstr \"\"\n"                                       \
  "\"Language: fr\\n\"\n"                               \
  "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"    \
  "\"Plural-Forms: nplurals=2; plural=(n > 1);\\n\"\n"  \
  "\n"

static GigCatalogue *
read_po (const char  *text,
         GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return gig_catalogue_new_from_po (NULL, bytes, "x.fr.po", error);
}

static GigCatalogue *
read_good_po (const char *text)
{
  g_autoptr (GError) error = NULL;
  GigCatalogue *catalogue = read_po (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (catalogue);
  return catalogue;
}

/* Compiles a catalogue by the manual's description, independently of msgfmt. */
static GBytes *
make_mo (const char * const *pairs,
         gboolean            swapped)
{
  guint32 n = 0;
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GString) texts = g_string_new (NULL);
  guint32 start;

  while (pairs[2 * n] != NULL)
    n++;
  start = 28 + 16 * n;
  {
    guint32 head[] = { 0x950412de, 0, n, 28, 28 + 8 * n, 0, start };

    g_array_append_vals (words, head, G_N_ELEMENTS (head));
  }
  for (guint column = 0; column < 2; column++)
    {
      for (guint32 i = 0; i < n; i++)
        {
          /* A bar stands for NUL. */
          g_autofree char *text = g_strdup (pairs[2 * i + column]);
          guint32 place[] = { (guint32) strlen (text), start + (guint32) texts->len };

          g_array_append_vals (words, place, 2);
          g_strdelimit (text, "|", '\001');
          g_string_append_len (texts, text, (gssize) strlen (text) + 1);
        }
    }
  for (gsize i = 0; i < texts->len; i++)
    {
      if (texts->str[i] == '\001')
        texts->str[i] = '\0';
    }
  for (guint i = 0; i < words->len; i++)
    {
      guint32 word = g_array_index (words, guint32, i);

      if (swapped)
        word = GUINT32_SWAP_LE_BE (word);
      g_byte_array_append (file, (const guint8 *) &word, 4);
    }
  g_byte_array_append (file, (const guint8 *) texts->str, (guint) texts->len);

  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

static const char * const sample[] = {
  "", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n > 1);\n",
  "Close", "Fermer",
  "door\004Close", "Fermer la porte",
  "Near", "",
  "%d model|%d models", "%d modèle|%d modèles",
  "A longer text of more than eight bytes", "Un texte plus long",
  NULL,
};

static void
test_mo (gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_mo (sample, GPOINTER_TO_INT (data));
  g_autoptr (GError) error = NULL;
  g_autoptr (GigCatalogue) catalogue = gig_catalogue_new_from_mo ("fr", bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (gig_catalogue_get_language (catalogue), ==, "fr");
  g_assert_cmpuint (gig_catalogue_get_n_messages (catalogue), ==, 5);
  g_assert_cmpstr (gig_catalogue_lookup (catalogue, NULL, "Close"), ==, "Fermer");
  g_assert_cmpstr (gig_catalogue_lookup (catalogue, "door", "Close"), ==, "Fermer la porte");
  g_assert_null (gig_catalogue_lookup (catalogue, "window", "Close"));
  g_assert_null (gig_catalogue_lookup (catalogue, "", "Close"));
  g_assert_null (gig_catalogue_lookup (catalogue, NULL, "Near"));
  g_assert_null (gig_catalogue_lookup (catalogue, NULL, ""));
  g_assert_null (gig_catalogue_lookup (catalogue, NULL, "close"));
  g_assert_cmpstr (gig_catalogue_lookup (catalogue, NULL, "A longer text of more than eight bytes"), ==,
                   "Un texte plus long");
  g_assert_cmpint (gig_catalogue_get_state (catalogue, NULL, "Near"), ==, GIG_TRANSLATION_MISSING);
  g_assert_cmpint (gig_catalogue_get_state (catalogue, NULL, "Close"), ==, GIG_TRANSLATION_DONE);
  g_assert_cmpstr (gig_catalogue_lookup_plural (catalogue, NULL, "%d model", "%d models", 0), ==, "%d modèle");
  g_assert_cmpstr (gig_catalogue_lookup_plural (catalogue, NULL, "%d model", "%d models", 2), ==, "%d modèles");
  g_assert_null (gig_catalogue_lookup_plural (catalogue, NULL, "Close", "Closes", 1));
}

/* Every cut and every damaged byte gives a catalogue or an error, never a read
 * outside (the sanitizer's and valgrind's part). */
static void
test_mo_damaged (void)
{
  g_autoptr (GBytes) bytes = make_mo (sample, FALSE);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint n_refused = 0;

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);
      g_autoptr (GError) error = NULL;
      g_autoptr (GigCatalogue) catalogue = gig_catalogue_new_from_mo ("fr", part, &error);

      g_assert_null (catalogue);
      g_assert_error (error, GIG_CATALOGUE_ERROR, GIG_CATALOGUE_ERROR_INVALID);
    }

  for (gsize place = 0; place < size; place++)
    {
      for (guint bit = 0; bit < 8; bit++)
        {
          g_autofree guint8 *copy = g_memdup2 (data, size);
          g_autoptr (GBytes) damaged = NULL;
          g_autoptr (GigCatalogue) catalogue = NULL;

          copy[place] ^= (guint8) (1u << bit);
          damaged = g_bytes_new (copy, size);
          catalogue = gig_catalogue_new_from_mo ("fr", damaged, NULL);
          if (catalogue == NULL)
            n_refused++;
          else
            for (gsize i = 2; sample[i] != NULL; i += 2)
              gig_catalogue_lookup_plural (catalogue, NULL, sample[i], sample[i], 2);
        }
    }
  g_assert_cmpuint (n_refused, >, 100);
}

static void
test_mo_charset (void)
{
  const char * const latin[] = { "", "Content-Type: text/plain; charset=ISO-8859-1\n", NULL };
  g_autoptr (GBytes) bytes = make_mo (latin, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (gig_catalogue_new_from_mo ("fr", bytes, &error));
  g_assert_error (error, GIG_CATALOGUE_ERROR, GIG_CATALOGUE_ERROR_INVALID);
  g_assert_cmpstr (gig_catalogue_error_get_argument (error), ==, "ISO-8859-1");
}

static void
test_many (void)
{
  g_autoptr (GString) po = g_string_new (HEADER);
  g_autoptr (GigCatalogue) catalogue = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (po, "msgctxt \"c%u\"\nmsgid \"m%u\"\nmsgstr \"t%u\"\n", i % 3, i / 3, i);
  catalogue = read_good_po (po->str);

  g_assert_cmpuint (gig_catalogue_get_n_messages (catalogue), ==, 20000);
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *context = g_strdup_printf ("c%u", i % 3);
      g_autofree char *msgid = g_strdup_printf ("m%u", i / 3);
      g_autofree char *wanted = g_strdup_printf ("t%u", i);

      g_assert_cmpstr (gig_catalogue_lookup (catalogue, context, msgid), ==, wanted);
      g_assert_null (gig_catalogue_lookup (catalogue, NULL, msgid));
    }
}

static void
test_po (void)
{
  g_autoptr (GigCatalogue) catalogue = read_good_po (
    "\xef\xbb\xbf# A comment\r\n"
    HEADER
    "#. heading 1\n"                                /* 8 */
    "#: lesson.md:12\n"
    "msgid \"\"\n"                                  /* 10 */
    "\"Two \"\n"
    "\"lines\\n\"\n"
    "msgstr \"\"\n"
    "\"Deux \"\n"
    "\"lignes\\n\"\n"
    "\n"
    "#, fuzzy, c-format\n"                          /* 17 */
    "#| msgid \"Old\"\n"
    "msgid \"Changed\"\n"                           /* 19 */
    "msgstr \"Changé\"\n"
    "msgid \"After\"\n"
    "msgstr \"\\\"Après\\\" \\\\ \\t \\303\\251 \\xc3\\xa9\"\n"
    "msgctxt \"menu\"\n"
    "msgid \"After\"\n"
    "msgstr \"Ensuite\"\n"
    "#, fuzzy\n"
    "#~ msgid \"Obsolete\"\n"
    "#~ msgstr \"Périmé\"\n"
    "\n"
    "msgid \"Not yet\"\n"
    "msgstr \"\"\n"
    "msgid \"one set\"\n"
    "msgid_plural \"%d sets\"\n"
    "msgstr[0] \"un ensemble\"\n"
    "msgstr[1] \"%d ensembles\"\n"
    "msgid \"half\"\n"
    "msgid_plural \"halves\"\n"
    "msgstr[0] \"moitié\"\n"
    "msgstr[1] \"\"\n"
    "msgid \"Last\"\n"
    "msgstr \"Dernier\"");

  g_assert_cmpstr (gig_catalogue_get_language (catalogue), ==, "fr");
  g_assert_cmpuint (gig_catalogue_get_n_messages (catalogue), ==, 8);
  g_assert_cmpstr (gig_catalogue_lookup (catalogue, NULL, "Two lines\n"), ==, "Deux lignes\n");
  g_assert_cmpuint (gig_catalogue_get_line (catalogue, NULL, "Two lines\n"), ==, 10);
  g_assert_null (gig_catalogue_lookup (catalogue, NULL, "Changed"));
  g_assert_cmpint (gig_catalogue_get_state (catalogue, NULL, "Changed"), ==, GIG_TRANSLATION_FUZZY);
  g_assert_cmpuint (gig_catalogue_get_line (catalogue, NULL, "Changed"), ==, 19);
  g_assert_cmpstr (gig_catalogue_lookup (catalogue, NULL, "After"), ==, "\"Après\" \\ \t é é");
  g_assert_cmpstr (gig_catalogue_lookup (catalogue, "menu", "After"), ==, "Ensuite");
  g_assert_null (gig_catalogue_lookup (catalogue, NULL, "Obsolete"));
  g_assert_cmpuint (gig_catalogue_get_line (catalogue, NULL, "Obsolete"), ==, 0);
  g_assert_cmpint (gig_catalogue_get_state (catalogue, NULL, "Not yet"), ==, GIG_TRANSLATION_MISSING);
  g_assert_cmpstr (gig_catalogue_lookup_plural (catalogue, NULL, "one set", "%d sets", 1), ==, "un ensemble");
  g_assert_cmpstr (gig_catalogue_lookup_plural (catalogue, NULL, "one set", "%d sets", 5), ==, "%d ensembles");
  g_assert_null (gig_catalogue_lookup_plural (catalogue, NULL, "half", "halves", 1));
  g_assert_cmpstr (gig_catalogue_lookup (catalogue, NULL, "Last"), ==, "Dernier");
}

static void
test_po_errors (void)
{
  const struct
  {
    const char *text;
    guint       line;
    const char *part;
  } cases[] = {
    { "msgid \"a\nmsgstr \"b\"\n", 1, "not closed" },
    { "msgid \"a\"\nmsgstr \"b\\q\"\n", 2, "escape" },
    { "msgid \"a\"\nmsgstr \"b\\", 2, "escape" },
    { "msgid \"a\"\nmsgstr \"b\\0\"", 2, "escape" },
    { "msgid \"a\"\nmsgstr \"b\" c\n", 2, "after the text" },
    { "msgid \"a\"\nmsgstr b\n", 2, "double quotes is missing" },
    { "\"lost\"\n", 1, "belongs to nothing" },
    { "msgstr \"b\"\n", 1, "without “msgid”" },
    { "\n\nmsgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"\n", 3, "without “msgstr”" },
    { "msgid \"a\"\n", 1, "without “msgstr”" },
    { "msgctxt \"c\"\n", 1, "without “msgid”" },
    { "msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"\n", 3, "twice" },
    { "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr \"b\"\n", 3, "msgstr[0]" },
    { "msgid \"a\"\nmsgstr[0] \"b\"\n", 2, "without “msgid_plural”" },
    { "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[1] \"b\"\n", 3, "in this order" },
    { "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[] \"b\"\n", 3, "number in brackets" },
    { "msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", 3, "second" },
    { "msgid_plural \"as\"\n", 1, "after “msgid”" },
    { "massage \"a\"\n", 1, "not a line of a .po file" },
    { "msgid \"a\"\nmsgstr \"\xe9\"\n", 2, "not UTF-8" },
    { "msgid \"a\"\nmsgstr \"\\351\"\n", 1, "do not make UTF-8" },
    { "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=latin1\\n\"\n", 1, "latin1" },
    { "msgid \"\"\nmsgstr \"Language: fr\\nPlural-Forms: nplurals=2; plural=n >;\\n\"\n", 1, "plural rule" },
    { "msgid \"a\"\nmsgstr \"b\"\n", 1, "names no language" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GigCatalogue) catalogue = read_po (cases[i].text, &error);
      g_autofree char *start = g_strdup_printf ("x.fr.po:%u: error: ", cases[i].line);

      g_assert_null (catalogue);
      g_assert_error (error, GIG_CATALOGUE_ERROR, GIG_CATALOGUE_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, start));
      g_assert_nonnull (strstr (error->message, cases[i].part));
      g_assert_cmpuint (gig_catalogue_error_get_line (error), ==, cases[i].line);
    }
}

/* An error keeps its parts through a copy: a diagnostic translates them later. */
static void
test_error_parts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;

  g_assert_null (read_po ("msgid \"\"\nmsgstr \"Plural-Forms: nplurals=99; plural=0;\\n\"\n", &error));
  copy = g_error_copy (error);
  g_assert_nonnull (strstr (gig_catalogue_error_get_format (copy), "“%s” is not a plural rule"));
  g_assert_cmpstr (gig_catalogue_error_get_argument (copy), ==, "nplurals=99; plural=0;");
}

static void
test_po_limits (void)
{
  g_autofree char *text = g_strnfill (GIG_CATALOGUE_MAX_TEXT + 1, 'x');
  g_autofree char *po = g_strconcat (HEADER "msgid \"a\"\nmsgstr \"", text, "\"\n", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_po (po, &error));
  g_assert_error (error, GIG_CATALOGUE_ERROR, GIG_CATALOGUE_ERROR_TOO_LARGE);
}

static void
test_plurals (void)
{
  /* From the manual of GNU gettext; wanted: the forms of 0, 1, 2, 5, 11, 12, 22, 100, 101, 103, 111. */
  const guint numbers[] = { 0, 1, 2, 5, 11, 12, 22, 100, 101, 103, 111 };
  const struct
  {
    const char *header;
    const char *forms;
  } rules[] = {
    { "nplurals=2; plural=(n != 1);", "10111111111" },
    { "nplurals=2; plural=(n > 1);", "00111111111" },
    { "nplurals=2; plural=n>1", "00111111111" },
    { "nplurals=1; plural=0;", "00000000000" },
    { "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", "20122212212" },
    { "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
      "01234445534" },
    { "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);", "20111111011" },
    { "nplurals=2; plural=!(n == 1 || !n);", "00111111111" },
    { "nplurals=2; plural=n / 0 + n % 0;", "00000000000" },
    { "nplurals=2; plural=n;", "01000000000" },
    { "nplurals=4; plural=3 - 2 - 1 + 2 * 3 / 2 % 2;", "11111111111" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GigPluralForms) forms = gig_plural_forms_new (rules[i].header);

      g_test_message ("%s", rules[i].header);
      g_assert_nonnull (forms);
      for (gsize j = 0; j < G_N_ELEMENTS (numbers); j++)
        g_assert_cmpuint (gig_plural_forms_choose (forms, numbers[j]), ==, (guint) (rules[i].forms[j] - '0'));
    }
}

static void
test_bad_plurals (void)
{
  const char *bad[] = {
    "", "nplurals=2;", "plural=n;", "nplurals=0; plural=0;", "nplurals=2; plural=", "nplurals=2; plural=n n;",
    "nplurals=2; plural=(n;", "nplurals=2; plural=n ? 1;", "nplurals=2; plural=n+;", "nplurals=2; plural=m;",
    "nplurals=x; plural=n;", "nplurals=2; plural=n = 1;",
  };
  g_autoptr (GString) deep = g_string_new ("nplurals=2; plural=");
  g_autoptr (GString) wide = g_string_new ("nplurals=2; plural=n");

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (gig_plural_forms_new (bad[i]));

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append (deep, i % 2 ? "(" : "!");
      g_string_append (wide, "+n");
    }
  g_assert_null (gig_plural_forms_new (deep->str));
  g_assert_null (gig_plural_forms_new (wide->str));
}

static gpointer
look_up_often (gpointer data)
{
  GigCatalogue *catalogue = data;
  gboolean right = TRUE;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GigCatalogue) own = gig_catalogue_ref (catalogue);

      right = right && g_strcmp0 (gig_catalogue_lookup (own, NULL, "Close"), "Fermer") == 0;
    }
  return GINT_TO_POINTER (right);
}

static void
test_threads (void)
{
  g_autoptr (GigCatalogue) catalogue = read_good_po (HEADER "msgid \"Close\"\nmsgstr \"Fermer\"\n");
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", look_up_often, catalogue);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/catalogue/mo/native", GINT_TO_POINTER (FALSE), test_mo);
  g_test_add_data_func ("/catalogue/mo/swapped", GINT_TO_POINTER (TRUE), test_mo);
  g_test_add_func ("/catalogue/mo/damaged", test_mo_damaged);
  g_test_add_func ("/catalogue/mo/charset", test_mo_charset);
  g_test_add_func ("/catalogue/many", test_many);
  g_test_add_func ("/catalogue/po/everything", test_po);
  g_test_add_func ("/catalogue/po/errors", test_po_errors);
  g_test_add_func ("/catalogue/po/error-parts", test_error_parts);
  g_test_add_func ("/catalogue/po/limits", test_po_limits);
  g_test_add_func ("/catalogue/plurals", test_plurals);
  g_test_add_func ("/catalogue/bad-plurals", test_bad_plurals);
  g_test_add_func ("/catalogue/threads", test_threads);

  return g_test_run ();
}
