/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The diagram never gets less than this beside a page, in px. */
#define GIG_PANES_MIN_DIAGRAM 520

/**
 * GigPanes:
 *
 * Page and diagram side by side: the page as wide as its text column wants, the
 * diagram the rest, but never less than %GIG_PANES_MIN_DIAGRAM.
 *
 * Properties: `page`, `diagram`: the two widgets; `page-width`: what the page
 * wants, in px.
 */
#define GIG_TYPE_PANES (gig_panes_get_type ())
G_DECLARE_FINAL_TYPE (GigPanes, gig_panes, GIG, PANES, GtkWidget)

/* px; what the page gets where both are shown */
void gig_panes_set_page_width (GigPanes *self,
                               int       page_width);
/* Whether the page has all the width, and the diagram none: it has nothing to show. */
void gig_panes_set_alone      (GigPanes *self,
                               gboolean  alone);

G_END_DECLS
