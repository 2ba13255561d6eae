/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gig-language.h"

G_BEGIN_DECLS

/**
 * gig_menus_create_primary:
 * @recent: URIs of the lessons opened lately
 *
 * The window's primary menu in @language: made anew when the language changes,
 * for GMenu has no other way.
 *
 * Returns: (transfer full):
 */
GMenuModel *gig_menus_create_primary (GigLanguage        *language,
                                      const char * const *recent);

G_END_DECLS
