/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lint.h"

#include <gio/gio.h>
#include <string.h>

/* Hunspell's name for a language: the dictionary of its largest country. */
static const char *
get_dictionary (const char *language)
{
  static const struct { const char *language, *dictionary; } names[] = {
    { "en", "en_US" }, { "fr", "fr_FR" }, { "de", "de_DE" }, { "es", "es_ES" }, { "it", "it_IT" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i].language, language) == 0)
        return names[i].dictionary;
    }

  return language;
}

GPtrArray *
gig_spell_check (const char  *language,
                 GPtrArray   *words,
                 GError     **error)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GString) input = g_string_new (NULL);
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *unknown;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                              | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              error, "hunspell", "-l", "-i", "utf-8", "-d", get_dictionary (language), NULL);
  if (process == NULL)
    return NULL;

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (input, "%s\n", (const char *) g_ptr_array_index (words, i));
  if (!g_subprocess_communicate_utf8 (process, input->str, NULL, &output, NULL, error))
    return NULL;
  if (!g_subprocess_get_successful (process))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "hunspell-%s", get_dictionary (language));
      return NULL;
    }

  unknown = g_ptr_array_new_with_free_func (g_free);
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        g_ptr_array_add (unknown, g_strdup (lines[i]));
    }

  return unknown;
}
