/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-collation.h"

#include <string.h>

static void
test_fold (void)
{
  const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "Modèle", "modele" },
    { "ŒUVRE, œuvre", "oeuvre, oeuvre" },
    { "Æther", "aether" },
    { "l’été", "l'ete" },
    { "12\u00a0%\u202f!", "12 % !" },
    { "DALL·E", "dall·e" },
    { "vision\u2011langage", "vision-langage" },
    { "e\u0301tude", "etude" },
    { "ﬁn", "fin" },
    { "co\u00adop", "coop" },
    { "Łódź", "lodz" },
    { "Straße", "strasse" },
    { "10²³", "1023" },
    { "ΑΘΉΝΑ", "αθηνα" },
    { "Ёж", "еж" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = gig_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_map (void)
{
  const char *text = "L’Œuvre é\u0301t";
  g_autofree guint *map = NULL;
  g_autofree char *folded = gig_fold_with_map (text, &map);
  const guint wanted[] = { 0, 1, 4, 4, 6, 7, 8, 9, 10, 11, 15, 16 };

  g_assert_cmpstr (folded, ==, "l'oeuvre et");
  g_assert_cmpuint (strlen (folded) + 1, ==, G_N_ELEMENTS (wanted));
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpuint (map[i], ==, wanted[i]);
}

/* Whatever the text, the map rises, stays on characters and ends at the end. */
static void
test_map_any_text (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree guint *map = NULL;
      g_autofree char *folded = NULL;
      gsize length;

      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        {
          gunichar character = (gunichar) g_test_rand_int_range (1, 0x2fff);

          if (g_unichar_validate (character))
            g_string_append_unichar (text, character);
        }
      folded = gig_fold_with_map (text->str, &map);
      length = strlen (folded);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_cmpuint (map[length], ==, text->len);
      for (gsize i = 0; i < length; i++)
        {
          g_assert_cmpuint (map[i], <=, map[i + 1]);
          g_assert_cmpint (text->str[map[i]] & 0xc0, !=, 0x80);
        }
    }
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  g_autofree char *key_a = gig_collation_key (*(const char * const *) a);
  g_autofree char *key_b = gig_collation_key (*(const char * const *) b);

  return strcmp (key_a, key_b);
}

static void
test_order (void)
{
  /* The order of the en_US.UTF-8 and fr_FR.UTF-8 locales. */
  const char *ordered[] = {
    "abeille", "Âge", "agent", "cote", "coté", "côte", "côté", "Coté noir", "école", "Étude", "etude b",
    "GPT-3", "GPT-3.5", "GPT-4", "GPT-10", "œuvre", "offre", "péché", "pêche", "zèbre", "Zone",
  };
  const char *shuffled[G_N_ELEMENTS (ordered)];
  gsize n = G_N_ELEMENTS (ordered);

  for (guint round = 0; round < 20; round++)
    {
      memcpy (shuffled, ordered, sizeof ordered);
      for (gsize i = n - 1; i > 0; i--)
        {
          gsize j = (gsize) g_test_rand_int_range (0, (int) i + 1);
          const char *kept = shuffled[i];

          shuffled[i] = shuffled[j];
          shuffled[j] = kept;
        }
      qsort (shuffled, n, sizeof shuffled[0], compare_keys);
      for (gsize i = 0; i < n; i++)
        g_assert_cmpstr (shuffled[i], ==, ordered[i]);
    }
}

static void
test_normal_forms (void)
{
  g_autofree char *one = gig_collation_key ("é");
  g_autofree char *two = gig_collation_key ("e\u0301");
  g_autofree char *lower = gig_collation_key ("résumé");
  g_autofree char *upper = gig_collation_key ("Résumé");

  /* Equal but for the last level, which holds the text itself. */
  g_assert_cmpmem (one, strcspn (one, "\001") + 3, two, strcspn (two, "\001") + 3);
  g_assert_cmpint (strcmp (lower, upper), <, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/collation/fold", test_fold);
  g_test_add_func ("/collation/map", test_map);
  g_test_add_func ("/collation/map-any-text", test_map_any_text);
  g_test_add_func ("/collation/order", test_order);
  g_test_add_func ("/collation/normal-forms", test_normal_forms);

  return g_test_run ();
}
