/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints one JSON line for each look-up: nanoseconds a hit, beside libc's own
 * dgettext() where it translates at all. Arguments: the .po file. */

#include "gig-language.h"

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "gig-toolkit-locale.h"

#define ROUNDS 2000000

/* Messages of GTK's that its own catalogue has too. */
static const char * const messages[] = {
  "_Close", "_Cancel", "Close the window", "Select _All", "Preferences", "Search", "_Open", "Could not show link",
};

static void
report (const char *name,
        gint64      start)
{
  printf ("{\"bench\": \"language\", \"name\": \"%s\", \"ns\": %.1f}\n",
          name, (double) (g_get_monotonic_time () - start) * 1000 / ROUNDS);
}

int
main (int   argc,
      char *argv[])
{
  g_auto(GStrv) names = gig_toolkit_locale_init ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GigCatalogue) catalogue = NULL;
  g_autoptr(GPtrArray) catalogues = g_ptr_array_new ();
  g_autoptr(GigLanguageSet) set = NULL;
  g_autoptr(GigLanguage) language = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *contents = NULL;
  gsize length, n_bytes = 0;
  gint64 start;

  if (argc != 2 || !g_file_get_contents (argv[1], &contents, &length, &error))
    {
      fprintf (stderr, "usage: %s FILE.po\n", argv[0]);
      return 2;
    }
  bytes = g_bytes_new (contents, length);
  start = g_get_monotonic_time ();
  catalogue = gig_catalogue_new_from_po ("fr", bytes, argv[1], &error);
  if (catalogue == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  printf ("{\"bench\": \"language\", \"name\": \"read .po\", \"messages\": %u, \"us\": %" G_GINT64_FORMAT "}\n",
          gig_catalogue_get_n_messages (catalogue), g_get_monotonic_time () - start);
  g_ptr_array_add (catalogues, catalogue);
  set = gig_language_set_new (catalogues);
  language = gig_language_new (set, "fr");

  start = g_get_monotonic_time ();
  for (gsize i = 0; i < ROUNDS; i++)
    n_bytes += (gsize) gig_language_gettext (language, messages[i % G_N_ELEMENTS (messages)])[0];
  report ("gig_language_gettext", start);

  start = g_get_monotonic_time ();
  for (gsize i = 0; i < ROUNDS; i++)
    n_bytes += gig_catalogue_lookup (catalogue, "no such context", messages[i % G_N_ELEMENTS (messages)]) != NULL;
  report ("gig_catalogue_lookup, miss", start);

  gig_toolkit_locale_switch ("fr");
  bind_textdomain_codeset ("gtk40", "UTF-8");
  start = g_get_monotonic_time ();
  for (gsize i = 0; i < ROUNDS; i++)
    n_bytes += (gsize) dgettext ("gtk40", messages[i % G_N_ELEMENTS (messages)])[0];
  report (strcmp (dgettext ("gtk40", "Search"), "Search") != 0 ? "dgettext" : "dgettext, not translating", start);

  return n_bytes == 0;
}
