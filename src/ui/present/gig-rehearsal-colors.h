/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-theme.h"

G_BEGIN_DECLS

/* How an eye sees colours. */
typedef enum
{
  GIG_VISION_FULL,
  GIG_VISION_PROTAN,    /* no red cones */
  GIG_VISION_DEUTAN,    /* no green cones */
  GIG_VISION_TRITAN,    /* no blue cones */
} GigVision;

/* Contrast of a screen in its room: dark, dimmed, lit (ANSI/INFOCOMM 3M-2011). */
#define GIG_ROOM_DARK   1000.0
#define GIG_ROOM_DIMMED 15.0
#define GIG_ROOM_LIT    7.0

/* Contrasts asked for: of text and of lines as sent (WCAG 2.2, 1.4.6, 1.4.11), and of text in a lit room. */
#define GIG_CONTRAST_TEXT        7.0
#define GIG_CONTRAST_LINE        3.0
#define GIG_CONTRAST_TEXT_VEILED 4.5

/**
 * gig_vision_get_matrix:
 * @matrix: (out): rows by columns, for linear RGB
 *
 * Machado, Oliveira, Fernandes 2009, “A Physiologically-based Model for
 * Simulation of Color Vision Deficiency”, severity 1.
 */
void       gig_vision_get_matrix      (GigVision        vision,
                                       double           matrix[3][3]);
GigColor   gig_vision_simulate        (const GigColor  *color,
                                       GigVision        vision);
/* Distance in Oklab (Ottosson 2020), 0 … about 1: under 0.1 two thin lines are hard to tell apart. */
double     gig_color_distance         (const GigColor  *a,
                                       const GigColor  *b);

/* Two colours that do not stand apart enough. */
typedef struct
{
  char    *first;       /* a set's name; NULL: the text */
  char    *second;      /* another set's name; NULL: the ground */
  gboolean text;        /* the colour of text rather than of lines */
  double   contrast;    /* of both; 0 for two sets alike */
  double   wanted;
} GigColorPair;

/**
 * gig_rehearsal_find_pairs:
 * @view: (nullable): whose sets; %NULL for all of the lesson's
 * @native_contrast: of the screen in its room
 *
 * Every pair of colours of a projector's theme that fails, as this eye sees it in
 * this room.
 *
 * Returns: (transfer full) (element-type GigColorPair)
 */
GPtrArray *gig_rehearsal_find_pairs   (const GigTheme  *theme,
                                       GigLesson       *lesson,
                                       GigView         *view,
                                       const char      *language,
                                       GigVision        vision,
                                       double           native_contrast);

G_END_DECLS
