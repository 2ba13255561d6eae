/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GigInk:
 *
 * What was drawn on the wall, kept with each step until cleared. Coordinates
 * are normalised: 0–1 across the wall's picture and 0–1 down it. Emits
 * `changed (key)` with the step's key.
 */
#define GIG_TYPE_INK (gig_ink_get_type ())
G_DECLARE_FINAL_TYPE (GigInk, gig_ink, GIG, INK, GObject)

typedef struct
{
  double x, y;
} GigInkPoint;

typedef struct
{
  GArray *points;     /* (element-type GigInkPoint) */
  guint   colour;     /* an index into the theme's pens */
  double  width;      /* of the wall's height */
} GigInkStroke;

#define GIG_INK_MAX_POINTS  20000     /* a stroke */
#define GIG_INK_MAX_STROKES 2000      /* a step */

/* Nothing is drawn. (transfer full) */
GigInk    *gig_ink_new            (void);
/* (element-type GigInkStroke) (transfer none) (nullable): in the order drawn */
GPtrArray *gig_ink_get_strokes    (GigInk     *self,
                                   const char *key);
/* @x, @y and @width as in #GigInkStroke; the oldest stroke goes when there are too many. */
void       gig_ink_begin_stroke   (GigInk     *self,
                                   const char *key,
                                   double      x,
                                   double      y,
                                   guint       colour,
                                   double      width);
/* Goes on with the stroke last begun on @key; nothing when there is none. */
void       gig_ink_add_point      (GigInk     *self,
                                   const char *key,
                                   double      x,
                                   double      y);
/* Takes away the strokes that come nearer than @radius (of the wall's height) to
 * a point; @aspect: the wall's width by its height. Returns whether any was there. */
gboolean   gig_ink_erase_at       (GigInk     *self,
                                   const char *key,
                                   double      x,
                                   double      y,
                                   double      radius,
                                   double      aspect);
/* Takes away the last stroke. */
void       gig_ink_undo           (GigInk     *self,
                                   const char *key);
/* All strokes of a step. */
void       gig_ink_clear          (GigInk     *self,
                                   const char *key);
/* All strokes of all steps. */
void       gig_ink_clear_all      (GigInk     *self);

G_END_DECLS
