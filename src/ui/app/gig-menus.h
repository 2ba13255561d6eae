/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gig-language.h"

G_BEGIN_DECLS

/**
 * gig_menus_fill_primary:
 * @menu: the menu, emptied first
 * @recent: URIs of the lessons opened lately
 *
 * The window's primary menu in @language. GMenu has no other way to change its
 * language.
 */
void gig_menus_fill_primary (GMenu              *menu,
                             GigLanguage        *language,
                             const char * const *recent);

G_END_DECLS
