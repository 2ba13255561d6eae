/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-application.h"
#include "gig-renderer.h"
#include "gig-toolkit-locale.h"

int
main (int   argc,
      char *argv[])
{
  g_auto(GStrv) session_languages = gig_toolkit_locale_init ();
  g_autoptr(GApplication) application = NULL;

  gig_renderer_choose ();
  gtk_disable_setlocale ();
  application = gig_application_new ((const char * const *) session_languages);

  return g_application_run (application, argc, argv);
}
