/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-toolkit-catalogues.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

#include "gig-toolkit-locale.h"

/* Without gtk_init(): what it does for this is to bind its domain to a folder. */

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("gigogne-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
test_missing (void)
{
  g_autofree char *system_folder = make_folder ();
  g_autofree char *cache = make_folder ();
  g_autofree char *nested = g_build_filename (cache, "gigogne", "locale", NULL);

  bindtextdomain ("gtk40", system_folder);
  bindtextdomain ("libadwaita", system_folder);
  bind_textdomain_codeset ("gtk40", "UTF-8");
  bind_textdomain_codeset ("libadwaita", "UTF-8");
  gig_toolkit_locale_switch ("fr");
  g_assert_cmpstr (dgettext ("gtk40", "_Close"), ==, "_Close");

  g_assert_cmpuint (gig_toolkit_catalogues_bind (nested), ==, 2);
  g_assert_cmpstr (g_dgettext ("gtk40", "_Close"), ==, "_Fermer");
  g_assert_cmpstr (g_dpgettext2 ("gtk40", "keyboard label", "Escape"), ==, "Échap");
  g_assert_cmpstr (g_dgettext ("libadwaita", "What’s New"), ==, "Nouveautés");
  gig_toolkit_locale_switch ("en");
  g_assert_cmpstr (g_dgettext ("gtk40", "_Close"), ==, "_Close");

  /* Once more, with a file that an earlier version has left. */
  {
    g_autofree char *path = g_build_filename (nested, "fr", "LC_MESSAGES", "gtk40.mo", NULL);
    g_autofree char *contents = NULL;
    gsize length;

    g_assert_true (g_file_set_contents (path, "old", -1, NULL));
    bindtextdomain ("gtk40", system_folder);
    g_assert_cmpuint (gig_toolkit_catalogues_bind (nested), ==, 1);
    g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
    g_assert_cmpuint (length, >, 1000);
  }

  remove_tree (system_folder);
  remove_tree (cache);
}

static void
test_there (void)
{
  g_autofree char *system_folder = make_folder ();
  g_autofree char *messages = g_build_filename (system_folder, "fr", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, "gtk40.mo", NULL);
  g_autofree char *cache = make_folder ();

  g_mkdir_with_parents (messages, 0700);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  bindtextdomain ("gtk40", system_folder);
  bindtextdomain ("libadwaita", system_folder);

  g_assert_cmpuint (gig_toolkit_catalogues_bind (cache), ==, 1);
  g_assert_cmpstr (bindtextdomain ("gtk40", NULL), ==, system_folder);
  g_assert_cmpstr (bindtextdomain ("libadwaita", NULL), ==, cache);

  remove_tree (system_folder);
  remove_tree (cache);
}

static void
test_no_cache (void)
{
  g_autofree char *system_folder = make_folder ();
  g_autofree char *file = g_build_filename (system_folder, "file", NULL);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  bindtextdomain ("gtk40", system_folder);
  bindtextdomain ("libadwaita", system_folder);

  g_assert_cmpuint (gig_toolkit_catalogues_bind (file), ==, 0);
  g_assert_cmpstr (bindtextdomain ("gtk40", NULL), ==, system_folder);

  remove_tree (system_folder);
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) names = gig_toolkit_locale_init ();

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (names);
  if (g_str_has_prefix (setlocale (LC_MESSAGES, NULL), "C"))
    {
      g_print ("1..0 # SKIP no locale but C on this system\n");
      return 0;
    }

  g_test_add_func ("/toolkit-catalogues/missing", test_missing);
  g_test_add_func ("/toolkit-catalogues/there", test_there);
  g_test_add_func ("/toolkit-catalogues/no-cache", test_no_cache);

  return g_test_run ();
}
