/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-toolkit-locale.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "gig-language.h"

/* The environment is the process's, and so is this part of it. */
static char *original_language;

/* glibc does not look at LANGUAGE while the locale's name begins with C. */
static gboolean
is_c_like (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "POSIX")
    || (locale[0] == 'C' && (locale[1] == '\0' || locale[1] == '.'));
}

/* Any locale under another name will do. The last two are C.UTF-8 itself: glibc
 * takes a name with a slash as a path below its own folder. That is not
 * documented, but all there is on a system without generated locales; where it
 * fails, GTK's own strings stay English. */
static void
leave_c_locale (void)
{
  static const char * const locales[] = {
    "en_US.UTF-8", "fr_FR.UTF-8", "en_GB.UTF-8", "fr_CA.UTF-8", "/C.utf8", "/C.UTF-8",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (locales) && is_c_like (setlocale (LC_MESSAGES, NULL)); i++)
    setlocale (LC_MESSAGES, locales[i]);
}

char **
gig_toolkit_locale_init (void)
{
  char **names = g_strdupv ((char **) g_get_language_names ());

  if (original_language == NULL)
    original_language = g_strdup (g_getenv ("LANGUAGE"));

  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  if (!g_str_equal (nl_langinfo (CODESET), "UTF-8"))
    setlocale (LC_CTYPE, "C.UTF-8");
  leave_c_locale ();

  /* Takes the slot in the environment before there are threads: later switches
   * only swap a pointer. */
  gig_toolkit_locale_switch ("en");
  return names;
}

void
gig_toolkit_locale_switch (const char *code)
{
  g_autofree char *variable = NULL;

  g_return_if_fail (code != NULL);

  if (g_str_equal (code, GIG_LANGUAGE_PSEUDO))
    code = "en";

  variable = g_strconcat ("LANGUAGE=", code, NULL);
  /* putenv() keeps the string itself, so it must last; interned ones do. */
  putenv ((char *) g_intern_string (variable));
  /* Sets nothing anew, but makes glibc forget what it has looked up. */
  textdomain (textdomain (NULL));

#ifndef __GLIBC__
  /* musl does not know LANGUAGE, and takes any name of a locale. */
  {
    g_autofree char *locale = NULL;

    if (strchr (code, '_') != NULL)
      locale = g_strconcat (code, ".UTF-8", NULL);
    else if (g_str_equal (code, "en"))
      locale = g_strdup ("en_US.UTF-8");
    else
      locale = g_strdup_printf ("%s_%c%c.UTF-8", code, g_ascii_toupper (code[0]), g_ascii_toupper (code[1]));
    setlocale (LC_MESSAGES, locale);
  }
#endif
}

const char *
gig_toolkit_locale_get_original_language (void)
{
  return original_language;
}
