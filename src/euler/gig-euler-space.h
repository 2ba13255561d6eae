/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Free room between outlines and boxes. Private to the engine. */

#pragma once

#include "gig-euler-geometry.h"

/* GigEulerBox: a rectangle; @owner says whose it is. */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
  size_t owner;
} GigEulerBox;

/* GigEulerInterval: the x from @x0 to @x1. */
typedef struct
{
  double x0;
  double x1;
} GigEulerInterval;

#define GIG_EULER_MAX_SPANS 24

/*
 * GigEulerSpace: what is taken.
 * @shapes: the outlines, in the caller's px
 * @drawn: which sets have an outline of their own
 * @boxes: (array length=n_boxes): texts placed so far; room for one more a label
 * @area: outside of all sets, texts may stand here
 * @gap: between boxes
 * @pad: between a box and an outline
 */
typedef struct
{
  GigEulerShape  shapes[GIG_EULER_MAX_SETS];
  unsigned       n_sets;
  GigEulerMask   drawn;
  GigEulerBox   *boxes;
  size_t         n_boxes;
  GigEulerBox    area;
  double         gap;
  double         pad;
} GigEulerSpace;

/*
 * gig_euler_space_row:
 * @zone: 0 for the outside, within the area
 * @spans: (out) (array fixed-size=GIG_EULER_MAX_SPANS)
 *
 * Where a box from @y0 to @y1 may stand so that it lies wholly inside the zone,
 * off its outline by pad and off other boxes by gap. Exact: an ellipse's left and
 * right edges are convex functions of y, so the ends of the range and the
 * outermost points decide.
 *
 * Returns: the number of spans, from left to right
 */
unsigned gig_euler_space_row       (const GigEulerSpace *self,
                                    GigEulerMask         zone,
                                    double               y0,
                                    double               y1,
                                    GigEulerInterval        *spans);

/* Distance from an outline, positive inside, at most the true one; fast. */
double   gig_euler_space_depth     (const GigEulerShape *shape,
                                    double               x,
                                    double               y);

/* Distance from a point of the zone to the nearest outline or box, at most the
 * true one; negative where it is not free. */
double   gig_euler_space_clearance (const GigEulerSpace *self,
                                    GigEulerMask         zone,
                                    double               x,
                                    double               y);

/*
 * gig_euler_space_pole:
 * @preferred_x: where it should rather be
 * @enough: clearance beyond which more is not better, HUGE_VAL for the farthest
 *
 * The roomiest point of a zone: grid, then compass search. With @enough finite,
 * a point nearer to @preferred_x wins over a roomier one.
 *
 * Returns: its clearance, negative when nothing is free
 */
double   gig_euler_space_pole      (const GigEulerSpace *self,
                                    GigEulerMask         zone,
                                    double               preferred_x,
                                    double               enough,
                                    double              *x,
                                    double              *y);

/* The y range of a zone's sets; false when it is empty. */
bool     gig_euler_space_extents   (const GigEulerSpace *self,
                                    GigEulerMask         zone,
                                    GigEulerBox         *extents);

void     gig_euler_space_add       (GigEulerSpace       *self,
                                    size_t               owner,
                                    double               x,
                                    double               y,
                                    double               width,
                                    double               height);
void     gig_euler_space_remove    (GigEulerSpace       *self,
                                    size_t               owner);

/* How many boxes the segment runs through. */
unsigned gig_euler_space_crossings (const GigEulerSpace *self,
                                    double               x0,
                                    double               y0,
                                    double               x1,
                                    double               y1);
