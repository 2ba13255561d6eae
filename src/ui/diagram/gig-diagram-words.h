/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-scene.h"

G_BEGIN_DECLS

/**
 * gig_diagram_words_describe_item:
 * @item: one of @scene's
 * @language: which need not be the scene's
 * @text: (out) (transfer full): a sentence on what the item says
 * @detail: (out) (transfer full) (nullable): who stands there, or more of a member
 *
 * What the caption says of something that is pointed at.
 */
void gig_diagram_words_describe_item (GigScene       *scene,
                                      const GigItem  *item,
                                      GigLanguage    *language,
                                      char          **text,
                                      char          **detail);

G_END_DECLS
