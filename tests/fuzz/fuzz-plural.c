/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>

#include "gig-format.h"
#include "gig-plural-forms.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* Plural rules and formats: short texts that a translator writes and a program runs. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *header = g_strconcat ("nplurals=4; plural=", text, NULL);
  g_autoptr(GigPluralForms) forms = gig_plural_forms_new (header);

  for (gulong n = 0; forms != NULL && n < 130; n++)
    g_assert (gig_plural_forms_choose (forms, n) < 4);

  if (g_utf8_validate (text, -1, NULL))
    gig_format_matches ("%s in %d of %.1f", "%s in %d sets of %.1f", text);
  return 0;
}
