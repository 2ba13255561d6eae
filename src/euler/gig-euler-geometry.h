/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ellipses: distances, crossings, boxes. Private to the engine. */

#pragma once

#include "gig-euler.h"

#define GIG_EULER_PI 3.14159265358979323846

/*
 * GigEulerShape: an ellipse as the solver uses it, with the sine and cosine of
 * its rotation. Call gig_euler_shape_update() after changing phi.
 */
typedef struct
{
  double x;
  double y;
  double a;
  double b;
  double phi;
  double c;
  double s;
} GigEulerShape;

/* GigEulerCut: a crossing of two outlines, as the parameter on each. */
typedef struct
{
  double t;
  double u;
} GigEulerCut;

void     gig_euler_shape_init_circle (GigEulerShape         *shape,
                                      double                 x,
                                      double                 y,
                                      double                 r);
void     gig_euler_shape_update      (GigEulerShape         *shape);
void     gig_euler_shape_point       (const GigEulerShape   *shape,
                                      double                 t,
                                      double                *x,
                                      double                *y);

/* Half width and half height of the bounding box. */
void     gig_euler_shape_extents     (const GigEulerShape   *shape,
                                      double                *hx,
                                      double                *hy);

/* The box of several outlines: left, top, right, bottom. */
void     gig_euler_shapes_box        (const GigEulerShape   *shapes,
                                      unsigned               n,
                                      double                 box[4]);

/* ((x−cx)/a)² + ((y−cy)/b)² in the ellipse's frame: below 1 inside. */
double   gig_euler_shape_level       (const GigEulerShape   *shape,
                                      double                 x,
                                      double                 y);

/* Exact distance to the outline, positive inside. */
double   gig_euler_shape_depth       (const GigEulerShape   *shape,
                                      double                 x,
                                      double                 y);

/* The same, with the outward unit normal at the nearest point of the outline. */
double   gig_euler_shape_nearest     (const GigEulerShape   *shape,
                                      double                 x,
                                      double                 y,
                                      double                *nx,
                                      double                *ny);

/* The crossings of two outlines: at most 4. */
unsigned gig_euler_shape_cuts        (const GigEulerShape   *first,
                                      const GigEulerShape   *second,
                                      GigEulerCut            cuts[4]);

/* Smallest distance between two outlines that do not cross; negative (about the
 * depth of the crossing) when they do. */
double   gig_euler_shape_gap         (const GigEulerShape   *first,
                                      const GigEulerShape   *second);

/* A number in [0, 1) from a fixed sequence; @state must not be 0. */
double   gig_euler_random            (uint64_t              *state);

/* Moves and stretches the shapes a little, always the same way for a @seed. */
void     gig_euler_shapes_shake      (GigEulerShape         *shapes,
                                      unsigned               n,
                                      uint64_t               seed,
                                      double                 amount);

void     gig_euler_shape_to_ellipse  (const GigEulerShape   *shape,
                                      GigEulerEllipse       *ellipse);
void     gig_euler_shape_from_ellipse (GigEulerShape        *shape,
                                       const GigEulerEllipse *ellipse);
