/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GigLanguageSwitch:
 *
 * `EN | FR`: activates `win.language`. Up to three languages are toggles, more
 * are a menu.
 */
#define GIG_TYPE_LANGUAGE_SWITCH (gig_language_switch_get_type ())
G_DECLARE_FINAL_TYPE (GigLanguageSwitch, gig_language_switch, GIG, LANGUAGE_SWITCH, AdwBin)

/* (array zero-terminated=1): the languages to choose from */
void gig_language_switch_set_codes (GigLanguageSwitch  *self,
                                    const char * const *codes);

G_END_DECLS
