/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* adw_dialog_present() with the keys that must go on working above a dialog, which
 * takes all others from its window: the switch of the language. Its button to close
 * it is named in that language too. */
void gig_dialog_present (AdwDialog *dialog,
                         GtkWidget *parent);
/* Names the header's own button to close @dialog, presented, in its window's language.
 * libadwaita asks gettext()'s default domain for that name, which is nobody's, so it
 * would always be English. gig_dialog_present() has done it. */
void gig_dialog_translate_close_button (AdwDialog *dialog);

G_END_DECLS
