/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-toolkit-locale.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

/* A catalogue of one message, “Close” → “Fermer”, as libc reads it. */
static void
write_catalogue (const char *root)
{
  static const char file[] =
    "\xde\x12\x04\x95\0\0\0\0\1\0\0\0\x1c\0\0\0\x24\0\0\0\0\0\0\0\x2c\0\0\0"
    "\5\0\0\0\x2c\0\0\0\6\0\0\0\x32\0\0\0"
    "Close\0Fermer";
  g_autofree char *folder = g_build_filename (root, "fr", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, "gigtest.mo", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, file, sizeof file, &error);
  g_assert_no_error (error);
}

static void
remove_catalogue (const char *root)
{
  g_autofree char *path = g_build_filename (root, "fr", "LC_MESSAGES", "gigtest.mo", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *parent = g_path_get_dirname (folder);

  g_remove (path);
  g_rmdir (folder);
  g_rmdir (parent);
  g_rmdir (root);
}

static const struct
{
  const char *lc_all;
  const char *lang;
  const char *language;
} environments[] = {
  { "C", NULL, NULL },
  { "POSIX", NULL, NULL },
  { "C.UTF-8", NULL, NULL },
  { "C.UTF-8", NULL, "fr" },
  { NULL, NULL, NULL },
  { NULL, "en_US.UTF-8", "de:fr" },
  { NULL, "fr_FR.UTF-8", NULL },
  { NULL, "xx_YY.UTF-8", "" },
};

/* In the child: the toolkit's strings, looked up by libc, follow each switch. */
static void
run_environment (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *root = g_getenv ("CATALOGUES");
  g_auto (GStrv) names = gig_toolkit_locale_init ();

  g_assert_cmpstr (nl_langinfo (CODESET), ==, "UTF-8");
  g_assert_cmpstr (gig_toolkit_locale_get_original_language (), ==, environments[i].language);
  if (environments[i].language != NULL && *environments[i].language != '\0')
    g_assert_true (g_str_has_prefix (environments[i].language, names[0]));
  else if (environments[i].lc_all != NULL)
    g_assert_cmpstr (names[0], ==, environments[i].lc_all);

  bindtextdomain ("gigtest", root);
  bind_textdomain_codeset ("gigtest", "UTF-8");
  for (guint round = 0; round < 50; round++)
    {
      gig_toolkit_locale_switch ("fr");
      g_assert_cmpstr (dgettext ("gigtest", "Close"), ==, "Fermer");
      g_assert_cmpstr (g_dgettext ("gigtest", "Close"), ==, "Fermer");
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "fr");
      gig_toolkit_locale_switch (round % 2 ? "en" : "qps");
      g_assert_cmpstr (dgettext ("gigtest", "Close"), ==, "Close");
      g_assert_cmpstr (g_dgettext ("gigtest", "Close"), ==, "Close");
    }
  g_assert_cmpstr (textdomain (NULL), ==, "messages");
}

/* Whether libc has anything to leave the C locale for: not if there is neither a
 * generated locale nor C.UTF-8 on disk. */
static gboolean
can_leave_c_locale (void)
{
  return setlocale (LC_MESSAGES, "en_US.UTF-8") != NULL || setlocale (LC_MESSAGES, "/C.utf8") != NULL;
}

static void
set_or_unset (char       ***environment,
              const char   *name,
              const char   *value)
{
  if (value != NULL)
    *environment = g_environ_setenv (*environment, name, value, TRUE);
  else
    *environment = g_environ_unsetenv (*environment, name);
}

static void
test_environment (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (GStrv) environment = NULL;
  g_autofree char *root = NULL;

  if (g_test_subprocess ())
    {
      run_environment (data);
      return;
    }
  if (!can_leave_c_locale ())
    {
      g_test_skip ("no locale but C on this system");
      return;
    }

  root = g_dir_make_tmp ("gigogne-XXXXXX", NULL);
  write_catalogue (root);
  environment = g_get_environ ();
  set_or_unset (&environment, "LC_ALL", environments[i].lc_all);
  set_or_unset (&environment, "LC_MESSAGES", NULL);
  set_or_unset (&environment, "LANG", environments[i].lang);
  set_or_unset (&environment, "LANGUAGE", environments[i].language);
  set_or_unset (&environment, "CATALOGUES", root);
  g_test_trap_subprocess_with_envp (NULL, (const char * const *) environment, 0, G_TEST_SUBPROCESS_DEFAULT);
  remove_catalogue (root);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (environments); i++)
    {
      g_autofree char *path = g_strdup_printf ("/toolkit-locale/%s-%s-%s",
                                               environments[i].lc_all ? environments[i].lc_all : "unset",
                                               environments[i].lang ? environments[i].lang : "unset",
                                               environments[i].language ? environments[i].language : "unset");

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_environment);
    }

  return g_test_run ();
}
