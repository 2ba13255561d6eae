/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char *
translate (const char *text,
           gpointer    data)
{
  return gig_language_gettext (data, text);
}

gboolean
gig_command_parse (int                 *argc,
                   char              ***argv,
                   const char          *parameters,
                   const char          *summary,
                   const GOptionEntry  *entries,
                   GigLanguage         *language)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError)         error = NULL;
  g_autofree char           *name = g_strdup_printf ("gigogne-lesson %s", (*argv)[0]);
  const char                *old = g_get_prgname ();

  g_option_context_set_translate_func (context, translate, g_object_ref (language), g_object_unref);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_group_set_translate_func (g_option_context_get_main_group (context), translate,
                                     g_object_ref (language), g_object_unref);
  if (old == NULL || strcmp (old, name) != 0)
    g_set_prgname (name);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  gig_command_complain (g_strdup (error->message));

  return FALSE;
}

GigLesson *
gig_command_read_lesson (const char  *path,
                         GigLanguage *language)
{
  g_autoptr (GFile)  file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  GigLesson         *lesson = gig_lesson_read_file (file, NULL, &error);

  if (lesson == NULL)
    gig_command_complain (gig_lesson_error_describe (error, file, language));

  return lesson;
}

void
gig_command_complain (char *message)
{
  fprintf (stderr, "gigogne-lesson: %s\n", message);
  g_free (message);
}

void
gig_command_complain_of (GigLanguage *language,
                         const char  *format,
                         ...)
{
  g_autoptr (GString) text = g_string_new (gig_language_gettext (language, format));
  const char         *argument;
  va_list             list;

  va_start (list, format);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_string_replace (text, "%s", argument, 1);
  va_end (list);
  gig_command_complain (g_string_free_and_steal (g_steal_pointer (&text)));
}

guint
gig_command_print (GPtrArray   *diagnostics,
                   gboolean     strict,
                   GigLanguage *language)
{
  g_autofree char *last = NULL;
  guint n = 0;

  for (guint i = 0; i < diagnostics->len; i++)
    {
      GigDiagnostic   *diagnostic = g_ptr_array_index (diagnostics, i);
      g_autofree char *text = gig_diagnostic_format (diagnostic, language);

      /* One mistake may be met on two ways. */
      if (g_strcmp0 (text, last) == 0)
        continue;
      g_print ("%s\n", text);
      g_set_str (&last, text);
      if (strict || gig_diagnostic_get_severity (diagnostic) == GIG_SEVERITY_ERROR)
        n++;
    }

  return n;
}

gboolean
gig_command_write (const char *path,
                   const void *data,
                   gsize       length)
{
  g_autoptr (GError) error = NULL;

  if (path == NULL || strcmp (path, "-") == 0)
    {
      if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
        return TRUE;
      gig_command_complain (g_strdup (g_strerror (errno)));
      return FALSE;
    }
  if (g_file_set_contents (path, data, length, &error))
    return TRUE;
  gig_command_complain (g_strdup (error->message));

  return FALSE;
}
