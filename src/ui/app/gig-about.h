/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows what the program is above @parent (nullable: by itself), and in another
 * language as soon as its window has another. */
void gig_about_present (GtkWidget *parent);

G_END_DECLS
