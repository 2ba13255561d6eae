/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gig_toolkit_catalogues_bind:
 * @cache_folder: (nullable): where to write, or %NULL for the user's cache
 *
 * Where the system has no catalogues of GTK or libadwaita for a language that
 * the program speaks (minimal systems, a flatpak on an English desktop), puts
 * the program's own small ones in their place: the few strings that our windows
 * show. libc reads catalogues from files only, so they are written to the cache.
 *
 * To be called on the main thread after gtk_init() and adw_init(), which bind
 * their domains to the system's folder. A cache that cannot be written leaves
 * these strings English.
 *
 * Returns: the number of domains bound to the program's own catalogues
 */
guint gig_toolkit_catalogues_bind (const char *cache_folder);

G_END_DECLS
