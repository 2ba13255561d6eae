/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "command.h"

#include <glib/gi18n.h>
#include <string.h>

#include "po-writer.h"

int
gig_command_pot (int           argc,
                 char        **argv,
                 GigLanguage  *language)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to FILE instead of the terminal"), N_("FILE") },
    { NULL }
  };
  g_autoptr (GigLesson) lesson = NULL;
  g_autofree char *po = NULL;

  if (!gig_command_parse (&argc, &argv, N_("LESSON.md"), N_("Writes the texts of a lesson as a template for translators."),
                          entries, language))
    return GIG_EXIT_TROUBLE;
  if (argc != 2)
    {
      gig_command_complain_of (language, N_("“pot” needs one lesson"), NULL);
      return GIG_EXIT_TROUBLE;
    }

  lesson = gig_command_read_lesson (argv[1], language);
  if (lesson == NULL)
    return GIG_EXIT_TROUBLE;

  po = gig_po_write (lesson, argv[1], NULL, NULL, NULL);

  return gig_command_write (output, po, strlen (po)) ? GIG_EXIT_OK : GIG_EXIT_TROUBLE;
}
