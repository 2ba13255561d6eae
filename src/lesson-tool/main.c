/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "command.h"
#include "config.h"

typedef struct
{
  const char     *name;
  const char     *arguments;
  const char     *summary;
  GigCommandFunc  run;
} Command;

static const Command commands[] = {
  { "check", N_("LESSON.md…"), N_("Says what is wrong in lessons and their translations."), gig_command_check },
  { "pot", N_("LESSON.md"), N_("Writes the texts of a lesson as a template for translators."), gig_command_pot },
  { "align", N_("SOURCE.md TRANSLATION.md"),
    N_("Makes a catalogue of a lesson and the same lesson written in another language."), gig_command_align },
  { "layout", N_("LESSON.md"), N_("Writes where the sets and labels of each diagram stand, as JSON."), gig_command_layout },
  { "export", N_("LESSON.md"), N_("Writes a diagram or a hand-out of a lesson."), gig_command_export },
  { "search", N_("LESSON.md QUERY"), N_("Searches a lesson in all its languages."), gig_command_search },
};

static void
print_usage (GigLanguage *language)
{
  g_print ("%s\n", gig_language_gettext (language, N_("gigogne-lesson works on lessons without opening a window.")));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("\n  gigogne-lesson %s %s\n      %s\n", commands[i].name,
             gig_language_gettext (language, commands[i].arguments),
             gig_language_gettext (language, commands[i].summary));
  g_print ("\n%s\n", gig_language_gettext (language, N_("“gigogne-lesson COMMAND --help” lists the options of a command.")));
}

static gboolean
is_help (const char *argument)
{
  return strcmp (argument, "--help") == 0 || strcmp (argument, "-h") == 0 || strcmp (argument, "help") == 0;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GigLanguageSet) set = NULL;
  g_autoptr (GigLanguage) language = NULL;

  setlocale (LC_ALL, "");
  set = gig_language_set_new_from_resources ();
  language = gig_language_new (set, gig_language_set_negotiate (set, g_get_language_names ()));

  if (argc < 2 || is_help (argv[1]))
    {
      print_usage (language);
      return argc < 2 ? GIG_EXIT_TROUBLE : GIG_EXIT_OK;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("gigogne-lesson %s\n", GIG_VERSION);
      return GIG_EXIT_OK;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (argv[1], commands[i].name) == 0)
        return commands[i].run (argc - 1, argv + 1, language);
    }

  gig_command_complain_of (language, N_("There is no command “%s”. “gigogne-lesson --help” lists them."), argv[1], NULL);

  return GIG_EXIT_TROUBLE;
}
