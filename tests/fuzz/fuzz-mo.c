/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>

#include "gig-catalogue.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GigCatalogue) catalogue = gig_catalogue_new_from_mo ("fr", bytes, &error);

  g_assert ((catalogue == NULL) == (error != NULL));
  if (catalogue == NULL)
    return 0;

  for (gulong n = 0; n < 130; n += 7)
    {
      const char *form = gig_catalogue_lookup_plural (catalogue, NULL, "a", "as", n);

      g_assert (form == NULL || g_utf8_validate (form, -1, NULL));
    }
  gig_catalogue_lookup (catalogue, "c", "a");
  return 0;
}
