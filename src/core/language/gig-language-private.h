/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-language.h"

G_BEGIN_DECLS

/* Like gig_language_pgettext(), but never in the pseudo-language: for separators and digits. */
const char *gig_language_get_symbol      (GigLanguage *self,
                                          const char  *context,
                                          const char  *msgid);
/* @digits: an ASCII number such as `-1234567.5`, with `e+10` at most after it. (transfer full) */
char       *gig_language_localise_number (GigLanguage *self,
                                          const char  *digits,
                                          gboolean     grouped);

G_END_DECLS
