/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a table says of a model, whatever language the lesson is written in. */

#include "gig-lesson-reader.h"
#include "gig-set-system.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *language;
  const char *header;           /* three columns behind the kind */
  const char *row;
  GigAttributeRole roles[3];
  const char *modalities;       /* NULL: not both are known */
} Case;

static const Case cases[] = {
  { "english", "en", "| In | Out | As of |", "| text, image | text | 2026-11 |",
    { GIG_ATTRIBUTE_IN, GIG_ATTRIBUTE_OUT, GIG_ATTRIBUTE_AS_OF }, "text, image → text" },
  { "french", "fr", "| Entrée | Sortie | À jour en |", "| texte, image | texte | 2026-11 |",
    { GIG_ATTRIBUTE_IN, GIG_ATTRIBUTE_OUT, GIG_ATTRIBUTE_AS_OF }, "texte, image → texte" },
  { "french-plural", "fr", "| ENTRÉES | sorties | Au 1ᵉʳ novembre |", "| texte | image | 2026 |",
    { GIG_ATTRIBUTE_IN, GIG_ATTRIBUTE_OUT, GIG_ATTRIBUTE_AS_OF }, "texte → image" },
  /* The English words are understood everywhere, those of another language are not. */
  { "english-in-french", "fr", "| In | Out | As of |", "| texte | image | 2026 |",
    { GIG_ATTRIBUTE_IN, GIG_ATTRIBUTE_OUT, GIG_ATTRIBUTE_AS_OF }, "texte → image" },
  { "french-in-english", "en", "| Entrée | Sortie | Au |", "| texte | image | 2026 |",
    { GIG_ATTRIBUTE_OTHER, GIG_ATTRIBUTE_OTHER, GIG_ATTRIBUTE_OTHER }, NULL },
  { "words-of-their-own", "fr", "| Entrée du parc | Sortie en | Auteur |", "| 2020 | 2021 | A |",
    { GIG_ATTRIBUTE_OTHER, GIG_ATTRIBUTE_OTHER, GIG_ATTRIBUTE_OTHER }, NULL },
  { "as-of-a-date", "en", "| Input | Outcome | As of November 2026 |", "| text | text | yes |",
    { GIG_ATTRIBUTE_OTHER, GIG_ATTRIBUTE_OTHER, GIG_ATTRIBUTE_AS_OF }, NULL },
  { "half-known", "en", "| In | Out | Asofia |", "| text | – | A |",
    { GIG_ATTRIBUTE_IN, GIG_ATTRIBUTE_OUT, GIG_ATTRIBUTE_OTHER }, NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  gboolean french = g_str_equal (test->language, "fr");
  g_autofree char *source = g_strdup_printf ("---\ntitle: A\nlang: %s\ngigogne: 1\n---\n\n# A {#a}\n\n| %s | %s %s\n"
                                             "| --- | --- | --- | --- | --- |\n| M | [A](#a) %s\n",
                                             test->language, french ? "Modèle" : "Model", french ? "Type" : "Kind",
                                             test->header, test->row);
  g_autoptr (GBytes) bytes = g_bytes_new (source, strlen (source));
  g_autoptr (GigLesson) lesson = gig_lesson_read_bytes (bytes, "a.md", NULL);
  g_autoptr (GigLanguageSet) set = gig_language_set_new_from_resources ();
  g_autoptr (GigLanguage) language = gig_language_new (set, test->language);
  GigMember *member = gig_lesson_find_member (lesson, "M");
  g_autofree char *modalities = NULL;

  g_assert_nonnull (member);
  g_assert_cmpuint (gig_member_get_attributes (member)->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const GigAttribute *attribute = g_ptr_array_index (gig_member_get_attributes (member), i);

      g_assert_cmpint (attribute->role, ==, test->roles[i]);
    }
  modalities = gig_member_describe_modalities (lesson, member, language);
  g_assert_cmpstr (modalities, ==, test->modalities);
}

/* A dash in one table does not hide what another table knows. */
static void
test_two_columns (void)
{
  static const char source[] =
    "---\ntitle: A\nlang: fr\ngigogne: 1\n---\n\n# A {#a}\n\n"
    "| Modèle | Type | Entrée | Sortie |\n| --- | --- | --- | --- |\n| M | [A](#a) | – | texte |\n\n"
    "| Modèle | Type | Entrées |\n| --- | --- | --- |\n| M | [A](#a) | image |\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (source, sizeof source - 1);
  g_autoptr (GigLesson) lesson = gig_lesson_read_bytes (bytes, "a.md", NULL);
  GigMember *member = gig_lesson_find_member (lesson, "M");

  g_assert_cmpstr (gig_member_find_role (member, GIG_ATTRIBUTE_IN)->value->source, ==, "image");
  g_assert_null (gig_member_find_role (member, GIG_ATTRIBUTE_AS_OF));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/member-facts/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/member-facts/two-columns", test_two_columns);

  return g_test_run ();
}
