/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <stdarg.h>

#include "gig-language.h"

G_BEGIN_DECLS

/*
 * printf() formats that come from a translator. The arguments are taken from
 * the va_list by the English format, which the compiler has seen; the
 * translation only says where they stand. So nothing in a .po file can make the
 * program read an argument that is not there.
 */

#define GIG_FORMAT_MAX_ARGUMENTS 16

/**
 * gig_format_matches:
 * @source: the English format
 * @source_plural: (nullable): its plural
 * @translation: a translation, or a form of it
 *
 * Whether @translation may stand for @source: the same arguments with the same
 * types, in any order. With a plural, a form may leave out whole numbers.
 */
gboolean gig_format_matches (const char  *source,
                             const char  *source_plural,
                             const char  *translation);
/* @translation is a format that matches. Numbers as @language writes them. (transfer full) */
char    *gig_format_apply   (GigLanguage *language,
                             const char  *source,
                             const char  *source_plural,
                             const char  *translation,
                             va_list      arguments);

G_END_DECLS
