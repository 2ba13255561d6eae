/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * gig_renderer_choose:
 *
 * To be called before gtk_init(). Where GL would be drawn by the processor, GSK's
 * cairo renderer draws our pictures about four times faster, starts twice as fast
 * and takes a third of the memory: it is chosen unless the user set GSK_RENDERER.
 *
 * Returns: whether cairo was chosen here
 */
gboolean gig_renderer_choose          (void);
/* Whether no graphics processor can be used: no render node in @folder (`/dev/dri`)
 * that may be opened, or software asked for by LIBGL_ALWAYS_SOFTWARE. */
gboolean gig_renderer_is_software     (const char *folder);

G_END_DECLS
