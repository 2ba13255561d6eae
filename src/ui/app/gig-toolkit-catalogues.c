/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-toolkit-catalogues.h"

#include <gio/gio.h>
#include <libintl.h>
#include <string.h>

#define RESOURCE_PATH "/org/gigogne/Gigogne/toolkit/"

static const char * const domains[] = { "gtk40", "libadwaita" };

static char *
build_catalogue_path (const char *folder,
                      const char *language,
                      const char *domain)
{
  g_autofree char *name = g_strconcat (domain, ".mo", NULL);

  return g_build_filename (folder, language, "LC_MESSAGES", name, NULL);
}

/* Ubuntu's libc looks into a second folder for its language packs. */
static gboolean
system_has (const char *domain,
            const char *language)
{
  const char *bound = bindtextdomain (domain, NULL);
  const char *folder = bound != NULL ? bound : "/usr/share/locale";
  g_autofree char *path = build_catalogue_path (folder, language, domain);
  g_autofree char *pack_folder = g_strconcat (folder, "-langpack", NULL);
  g_autofree char *pack_path = build_catalogue_path (pack_folder, language, domain);

  return g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (pack_path, G_FILE_TEST_EXISTS);
}

static gboolean
file_is (const char *path,
         GBytes     *bytes)
{
  g_autofree char *contents = NULL;
  gsize length;

  return g_file_get_contents (path, &contents, &length, NULL)
    && length == g_bytes_get_size (bytes)
    && memcmp (contents, g_bytes_get_data (bytes, NULL), length) == 0;
}

static gboolean
write_catalogue (const char  *folder,
                 const char  *language,
                 const char  *domain,
                 GError     **error)
{
  g_autofree char *resource = g_strconcat (RESOURCE_PATH, language, "/", domain, ".mo", NULL);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *path = build_catalogue_path (folder, language, domain);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr(GFile) parent_file = g_file_new_for_path (parent);
  g_autoptr(GError) local_error = NULL;
  gsize size;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  if (file_is (path, bytes))
    return TRUE;
  if (!g_file_make_directory_with_parents (parent_file, NULL, &local_error)
      && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* The languages that there are own catalogues for. */
static char **
list_languages (void)
{
  char **names = g_resources_enumerate_children (RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_strdelimit (names[i], "/", '\0');

  return names;
}

static gboolean
bind_domain (const char *domain,
             const char *folder,
             char      **languages)
{
  gboolean complete = TRUE;

  for (guint i = 0; languages[i] != NULL; i++)
    complete = complete && system_has (domain, languages[i]);
  if (complete)
    return FALSE;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;

      if (!write_catalogue (folder, languages[i], domain, &error))
        {
          g_debug ("%s of %s cannot be written: %s", languages[i], domain, error->message);
          return FALSE;
        }
    }

  return bindtextdomain (domain, folder) != NULL;
}

guint
gig_toolkit_catalogues_bind (const char *cache_folder)
{
  g_autofree char *folder = NULL;
  g_auto(GStrv) languages = list_languages ();
  guint n_bound = 0;

  if (languages == NULL)
    return 0;

  folder = cache_folder != NULL ? g_strdup (cache_folder)
                                : g_build_filename (g_get_user_cache_dir (), "gigogne", "locale", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      if (bind_domain (domains[i], folder, languages))
        n_bound++;
    }

  if (n_bound > 0)
    textdomain (textdomain (NULL));
  return n_bound;
}
