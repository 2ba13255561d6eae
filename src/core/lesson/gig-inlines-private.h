/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-inlines.h"

G_BEGIN_DECLS

/* For gig-markdown.c, which fills it. Texts are copied. */
GigInlines *_gig_inlines_new  (void);
void        _gig_inlines_add  (GigInlines     *self,
                               const char     *text,
                               GigInlineStyle  style,
                               const char     *link,
                               const char     *footnote);

G_END_DECLS
