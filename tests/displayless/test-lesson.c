/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each tests/lesson/NAME.md, with its catalogues, against NAME.dump.
 * GIGOGNE_UPDATE=1 writes the dumps anew: look at the difference. */

#include "gig-lesson-reader.h"
#include "lesson-dump.h"

#include <string.h>

static char *
replace_folder (const char *text,
                const char *folder)
{
  g_autoptr (GString) result = g_string_new (text);
  g_autofree char *prefix = g_strconcat (folder, G_DIR_SEPARATOR_S, NULL);
  g_autofree char *here = g_get_current_dir ();

  g_string_replace (result, prefix, "", 0);
  /* Below the current folder, paths are named without it. */
  if (g_str_has_prefix (prefix, here))
    g_string_replace (result, prefix + strlen (here) + 1, "", 0);

  return g_string_free_and_steal (g_steal_pointer (&result));
}

static void
test_dump (gconstpointer data)
{
  const char *name = data;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "lesson", NULL);
  g_autofree char *source = g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".md", NULL);
  g_autofree char *expected_name = g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".dump", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GigLesson) lesson = gig_lesson_read_file (file, NULL, &error);
  g_autofree char *raw = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *expected = NULL;

  g_assert_no_error (error);
  raw = lesson_dump (lesson);
  dump = replace_folder (raw, folder);
  if (g_strcmp0 (g_getenv ("GIGOGNE_UPDATE"), "1") == 0)
    {
      g_file_set_contents (expected_name, dump, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (expected_name, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const names[] = {
    "blocks", "concepts", "footnotes", "french", "i18n", "members", "plain", "quiz", "tables",
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/lesson/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_dump);
    }

  return g_test_run ();
}
