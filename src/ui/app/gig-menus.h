/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gig-language.h"

G_BEGIN_DECLS

/* The window's primary menu in @language: made anew when the language changes,
 * for GMenu has no other way. (transfer full) */
GMenuModel *gig_menus_create_primary (GigLanguage *language);

G_END_DECLS
