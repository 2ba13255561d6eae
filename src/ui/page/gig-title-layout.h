/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * gig_title_layout_new:
 *
 * Places a small first child before a text, its second and last. Where the text
 * would not have its minimum width beside it, as in a narrow window with large
 * letters, the text stands below. The first child may be hidden.
 *
 * Returns: (transfer full):
 */
GtkLayoutManager *gig_title_layout_new (void);

G_END_DECLS
