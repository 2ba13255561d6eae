/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Distances between convex bodies and the directions in which they are taken.
 * Private to the engine. */

#pragma once

#include "gig-euler-geometry.h"

/*
 * GigEulerBody: an ellipse, a disc or an upright box.
 * @shape: (nullable): the ellipse
 * @x: centre of a disc or box
 * @width: radius of a disc, half the width of a box
 * @height: half the height of a box, 0 for a disc
 */
typedef struct
{
  const GigEulerShape *shape;
  double               x;
  double               y;
  double               width;
  double               height;
} GigEulerBody;

/* Support of an ellipse around its own centre: √(a² cos² + b² sin²). */
double gig_euler_shape_support  (const GigEulerShape *shape,
                                 double               nx,
                                 double               ny);

/* How far @room lies inside @curve; negative when it sticks out. */
double gig_euler_room_inside    (const GigEulerBody  *room,
                                 const GigEulerShape *curve,
                                 double              *nx,
                                 double              *ny);

/* How far @room lies from @curve; n points from the room to the curve. */
double gig_euler_room_apart     (const GigEulerBody  *room,
                                 const GigEulerShape *curve,
                                 double              *nx,
                                 double              *ny);

/* How far two rooms lie apart; n points from the first to the second. */
double gig_euler_rooms_apart    (const GigEulerBody  *first,
                                 const GigEulerBody  *second,
                                 double              *nx,
                                 double              *ny);
