/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

#define PREFIX "/org/gigogne/Gigogne/"
#define MO_MAGIC 0x950412de

static char **
read_linguas (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *filename = NULL;

  filename = g_build_filename (g_getenv ("GIGOGNE_SOURCE"), "po", path, "LINGUAS", NULL);
  g_file_get_contents (filename, &contents, NULL, &error);
  g_assert_no_error (error);

  return g_strsplit_set (g_strstrip (contents), " \n", -1);
}

static void
assert_catalogue (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const guint32 *words;

  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 28);
  words = g_bytes_get_data (bytes, NULL);
  g_assert_true (words[0] == MO_MAGIC || words[0] == GUINT32_SWAP_LE_BE (MO_MAGIC));
}

static void
test_program_languages (void)
{
  g_auto (GStrv) languages = read_linguas ("");

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf (PREFIX "locale/%s.mo", languages[i]);

      assert_catalogue (path);
    }
}

static void
test_shipped_lesson (void)
{
  g_auto (GStrv) languages = read_linguas ("foundation-models");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) lesson = NULL;

  lesson = g_resources_lookup_data (PREFIX "lessons/foundation-models.md",
                                    G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (lesson, NULL), "---\ntitle:"));

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf (PREFIX "lessons/foundation-models/%s.mo", languages[i]);

      assert_catalogue (path);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resources/program-languages", test_program_languages);
  g_test_add_func ("/resources/shipped-lesson", test_shipped_lesson);

  return g_test_run ();
}
