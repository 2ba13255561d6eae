/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-separation.h"

#include <math.h>

double
gig_euler_shape_support (const GigEulerShape *shape,
                         double               nx,
                         double               ny)
{
  double u = shape->a * (nx * shape->c + ny * shape->s);
  double v = shape->b * (ny * shape->c - nx * shape->s);

  return sqrt (u * u + v * v);
}

/* A convex body lies inside an ellipse when its corners do. */
double
gig_euler_room_inside (const GigEulerBody  *room,
                       const GigEulerShape *curve,
                       double              *nx,
                       double              *ny)
{
  double best = INFINITY;

  if (room->height == 0)
    return gig_euler_shape_nearest (curve, room->x, room->y, nx, ny) - room->width;

  for (unsigned i = 0; i < 4; i++)
    {
      double x = room->x + (i & 1 ? room->width : -room->width), mx;
      double y = room->y + (i & 2 ? room->height : -room->height), my;
      double d = gig_euler_shape_nearest (curve, x, y, &mx, &my);

      if (d < best)
        {
          best = d;
          *nx = mx;
          *ny = my;
        }
    }

  return best;
}

static double
clamp (double value,
       double limit)
{
  return fmax (-limit, fmin (limit, value));
}

/* The axis along which a box is left soonest from (dx, dy), its centre's offset. */
static void
leave_box (const GigEulerBody *box,
           double              dx,
           double              dy,
           double             *nx,
           double             *ny)
{
  bool sideways = box->width - fabs (dx) < box->height - fabs (dy);

  *nx = sideways ? copysign (1, dx) : 0;
  *ny = sideways ? 0 : copysign (1, dy);
}

/* Nearest points by projecting to and fro, which converges for convex bodies;
 * the distance along any direction found is a valid lower bound. */
static double
box_apart (const GigEulerBody  *box,
           const GigEulerShape *curve,
           double              *nx,
           double              *ny)
{
  double x = curve->x, y = curve->y, px, py, mx, my, d = 0;
  bool round = curve->a == curve->b;

  for (unsigned i = 0; i < (round ? 1 : 5); i++)
    {
      px = box->x + clamp (x - box->x, box->width);
      py = box->y + clamp (y - box->y, box->height);
      d = gig_euler_shape_nearest (curve, px, py, &mx, &my);
      if (d >= 0)
        break;
      x = px + d * mx;
      y = py + d * my;
    }
  *nx = -mx;
  *ny = -my;
  if (d >= 0 && fabs (curve->x - box->x) < box->width && fabs (curve->y - box->y) < box->height)
    leave_box (box, curve->x - box->x, curve->y - box->y, nx, ny);

  return *nx * (curve->x - box->x) + *ny * (curve->y - box->y) -
         box->width * fabs (*nx) - box->height * fabs (*ny) -
         gig_euler_shape_support (curve, *nx, *ny);
}

double
gig_euler_room_apart (const GigEulerBody  *room,
                      const GigEulerShape *curve,
                      double              *nx,
                      double              *ny)
{
  double d;

  if (room->height > 0)
    return box_apart (room, curve, nx, ny);
  d = gig_euler_shape_nearest (curve, room->x, room->y, nx, ny);
  *nx = -*nx;
  *ny = -*ny;

  return -d - room->width;
}

double
gig_euler_rooms_apart (const GigEulerBody *first,
                       const GigEulerBody *second,
                       double             *nx,
                       double             *ny)
{
  double dx = second->x - first->x, dy = second->y - first->y, d;

  if (first->height > 0 && second->height > 0)
    {
      double ex = fabs (dx) - first->width - second->width;
      double ey = fabs (dy) - first->height - second->height;

      if (ex <= 0 || ey <= 0)
        {
          /* Names and items stand above each other: part upwards when in doubt. */
          bool sideways = ex > 0 || (ey <= 0 && 3 * ex > ey);

          *nx = sideways ? copysign (1, dx) : 0;
          *ny = sideways ? 0 : copysign (1, dy);
          return sideways ? ex : ey;
        }
      d = sqrt (ex * ex + ey * ey);
      *nx = copysign (ex, dx) / d;
      *ny = copysign (ey, dy) / d;
      return d;
    }
  if (first->height > 0 || second->height > 0)
    {
      const GigEulerBody *box = first->height > 0 ? first : second;
      const GigEulerBody *disc = first->height > 0 ? second : first;
      double side = box == first ? 1 : -1, px = clamp (side * dx, box->width);
      double py = clamp (side * dy, box->height);

      px = side * dx - px;
      py = side * dy - py;
      d = sqrt (px * px + py * py);
      if (d > 0)
        {
          *nx = side * px / d;
          *ny = side * py / d;
          return d - disc->width;
        }
      leave_box (box, side * dx, side * dy, nx, ny);
      d = *nx != 0 ? fabs (dx) - box->width : fabs (dy) - box->height;
      *nx *= side;
      *ny *= side;
      return d - disc->width;
    }
  d = sqrt (dx * dx + dy * dy);
  *nx = d > 0 ? dx / d : 1;
  *ny = d > 0 ? dy / d : 0;

  return d - first->width - second->width;
}
