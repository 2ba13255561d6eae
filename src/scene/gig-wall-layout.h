/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "gig-scene.h"

G_BEGIN_DECLS

/* A scene leaves so many px free on each side; the wall has its own margin. */
#define GIG_WALL_SCENE_MARGIN 24.0

/* Free on each side of the wall, of its width or height: projectors crop (overscan). */
#define GIG_WALL_MARGIN 0.05
/* x-heights, of the wall's height. */
#define GIG_WALL_MIN_X_HEIGHT 0.02
#define GIG_WALL_MAX_X_HEIGHT 0.045
/* Of the room one has before saying how large it is. */
#define GIG_WALL_DEFAULT_X_HEIGHT 0.03
/* What a text may come down to rather than being cut inside a sentence, of its size:
 * one language, two. Never under %GIG_WALL_MIN_X_HEIGHT. */
#define GIG_WALL_LEAST_BODY      0.75
#define GIG_WALL_LEAST_BODY_BOTH 0.7
/* What the diagram gets at least, of the wall's height. */
#define GIG_WALL_DIAGRAM_HEIGHT 0.6

/**
 * gig_wall_get_x_height:
 * @screen_height: of the projected picture, m
 * @distance: of the last row from it, m
 *
 * The smallest x-height the last row reads, of the picture's height: @distance ÷
 * (200 × @screen_height), at least 2 % (DISCAS, ANSI/INFOCOMM V202.01).
 */
double         gig_wall_get_x_height    (double               screen_height,
                                         double               distance);
/* x-height of @context's font, of its size. */
double         gig_wall_get_font_ratio  (PangoContext        *context);
/* Of set names: x-height 3 % or more; of members: 2 % or more. px */
double         gig_wall_get_name_size   (double               font_ratio,
                                         double               height,
                                         double               x_height);
double         gig_wall_get_member_size (double               font_ratio,
                                         double               height,
                                         double               x_height);
/* What is written in one language; %NULL: nothing. */
typedef struct
{
  const char *headline;
  const char *body;
  const char *language;
} GigWallTexts;

/* One text in its place, px. */
typedef struct
{
  PangoLayout *layout;    /* (nullable) */
  GigRect      rect;
} GigWallBox;

/**
 * GigWallLayout:
 * @headline: (nullable): of the first language and of the second
 * @body: (nullable): ditto
 * @area: what is left for the diagram, px
 * @body_scale: of the bodies, of the size that was asked for: 1 or less
 * @fits: whether everything stands inside the margins, headlines have at most two
 *   lines and the diagram has its height
 */
typedef struct
{
  GigWallBox headline[2];
  GigWallBox body[2];
  GigRect    area;
  double     body_scale;
  gboolean   fits;
} GigWallLayout;

/**
 * gig_wall_get_area:
 * @font_ratio: gig_wall_get_font_ratio()
 * @n_languages: how many stand on the wall
 *
 * Where the diagram stands: below the text, or beside two languages on a wide
 * wall. It depends on no text, so that no step, part or language moves it.
 */
void           gig_wall_get_area        (double               font_ratio,
                                         double               width,
                                         double               height,
                                         double               x_height,
                                         guint                n_languages,
                                         GigRect             *area);

/**
 * gig_wall_layout_new:
 * @context: from gig_wall_create_context()
 * @width: of the wall, px
 * @height: px
 * @x_height: of the body, of @height
 * @texts: (array length=n_texts): one language, or two: the second is smaller
 * @with_area: whether a diagram stands beside the text
 *
 * Places headline, body and diagram; the body is as large as fits.
 *
 * Returns: (transfer full)
 */
GigWallLayout *gig_wall_layout_new      (PangoContext        *context,
                                         double               width,
                                         double               height,
                                         double               x_height,
                                         const GigWallTexts  *texts,
                                         guint                n_texts,
                                         gboolean             with_area);
void           gig_wall_layout_free     (GigWallLayout       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigWallLayout, gig_wall_layout_free)

G_END_DECLS
