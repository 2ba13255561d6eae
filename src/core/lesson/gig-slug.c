/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-private.h"

char *
gig_slug (const char *text)
{
  GString *slug = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c == ' ')
        g_string_append_c (slug, '-');
      else if (c == '-' || g_unichar_isalnum (c) || g_unichar_ismark (c)
               || g_unichar_type (c) == G_UNICODE_CONNECT_PUNCTUATION)
        g_string_append_unichar (slug, c);
    }

  return g_string_free_and_steal (slug);
}
