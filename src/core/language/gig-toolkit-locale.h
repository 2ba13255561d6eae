/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gig_toolkit_locale_init:
 *
 * To be called first in main(), before any thread and before gtk_init(): reads
 * the session's languages, leaves the C locale for LC_MESSAGES where libc allows
 * it, and takes hold of LANGUAGE. The caller still calls gtk_disable_setlocale().
 *
 * Returns: (transfer full): the session's language names in order of preference
 */
char      **gig_toolkit_locale_init       (void);
/**
 * gig_toolkit_locale_switch:
 * @code: a language code
 *
 * Makes GTK's and libadwaita's own strings follow, process-wide. Main thread only.
 */
void        gig_toolkit_locale_switch     (const char *code);
/* The user's original LANGUAGE for child processes; %NULL when it was unset. */
const char *gig_toolkit_locale_get_original_language (void);

G_END_DECLS
