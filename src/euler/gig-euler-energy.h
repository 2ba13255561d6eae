/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a good drawing is, as residuals for the optimiser. Curves and the rooms
 * that zones need (discs, or boxes of names and items) are convex bodies, and
 * nearly every wish is that one body lies inside another or apart from it by a
 * margin: with h the support function and n a direction,
 *
 *   inside:  min over n of h_q(n) − h_p(n) − n·(p − q)
 *   apart:   max over n of n·(q − p) − h_p(n) − h_q(n)
 *
 * are the exact distances, and by the envelope theorem their derivatives are
 * those at the best n. A violated wish is the residual margin − distance; a
 * fulfilled one is 0. Private to the engine.
 */

#pragma once

#include "gig-euler-geometry.h"
#include "gig-euler-optimiser.h"
#include "gig-euler-system.h"

#define GIG_EULER_N_DIRECTIONS 32
#define GIG_EULER_MAX_ROOMS    96
#define GIG_EULER_MAX_CUTS     48

/* The px that stand for 1 in the unknown that scales all rooms. */
#define GIG_EULER_ROOM_UNIT 30.0

/* Unknown rotations are in px of an outline of about this radius. */
#define GIG_EULER_TURN_RADIUS 100.0

/*
 * GigEulerRoom: a disc or box that must fit in a zone.
 * @zone: the curves around it; it lies outside of all others
 * @other: equal to @zone, or the zone on the other side of the outline that
 *   runs through its centre
 * @width: half of it, at room scale 1; radius of a disc
 * @height: half of it; 0 for a disc
 * @pull: slope of the energy that moves it down (negative) or up (positive)
 */
typedef struct
{
  GigEulerMask zone;
  GigEulerMask other;
  double       width;
  double       height;
  double       pull;
} GigEulerRoom;

/*
 * GigEulerPoint: a point that must not lie in the zone of @mask.
 * @piece: the zone itself may exist, only not here
 */
typedef struct
{
  GigEulerMask mask;
  bool         piece;
  double       x;
  double       y;
} GigEulerPoint;

/*
 * GigEulerModel:
 * @ellipses: whether curves may be ellipses: five unknowns instead of three
 * @gap: least distance of outlines that do not cross
 * @neck: how far outlines that cross must part elsewhere, so that no zone there
 *   has a thin neck
 * @pad: least distance of a room from an outline
 * @cut_margin: how far an unwanted zone must be pushed away
 * @scale: room scale, when it is not an unknown
 * @scale_free: whether it is an unknown
 * @scale_goal: what it should grow to
 * @scale_weight: how strongly
 * @width: size of the canvas in which all must lie, 0 for none; from (0, 0)
 * @spring: weight of staying at @anchor (same order as the unknowns)
 * @roundness: weight of being circles
 * @gravity: slope that lets inner curves sink
 * @shrink: slope that makes curves small
 */
typedef struct
{
  unsigned      n_curves;
  unsigned char relation[GIG_EULER_MAX_SETS][GIG_EULER_MAX_SETS];
  GigEulerRoom  rooms[GIG_EULER_MAX_ROOMS];
  unsigned      n_rooms;
  GigEulerPoint cuts[GIG_EULER_MAX_CUTS];
  unsigned      n_cuts;
  bool          ellipses;
  double        gap;
  double        neck;
  double        pad;
  double        room_gap;
  double        cut_margin;
  double        scale;
  bool          scale_free;
  double        scale_goal;
  double        scale_weight;
  double        width;
  double        height;
  double        spring;
  const double *anchor;
  double        roundness;
  double        gravity;
  double        shrink;

  /* Extra residuals, for areas. @extra_unknowns follow the room scale. */
  bool        (*extra) (void *data, const double *x, GigEulerNormal *normal);
  void         *extra_data;
  unsigned      n_extra;

  /* Of the drawing being evaluated. */
  double        room_scale;
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
  double        support[GIG_EULER_MAX_SETS][GIG_EULER_N_DIRECTIONS];
} GigEulerModel;

/* The order of the unknowns: rooms, curves, the room scale, extras. Rooms must
 * be sorted by zone, those astride an outline last. */
unsigned gig_euler_model_n_unknowns (const GigEulerModel *self);
unsigned gig_euler_model_curve_at   (const GigEulerModel *self,
                                     unsigned             curve);
unsigned gig_euler_model_scale_at   (const GigEulerModel *self);
void     gig_euler_model_skyline    (const GigEulerModel *self,
                                     unsigned            *first);

/* Between unknowns and shapes. */
void     gig_euler_model_pack       (const GigEulerModel *self,
                                     const GigEulerShape *shapes,
                                     double              *x);
void     gig_euler_model_unpack     (const GigEulerModel *self,
                                     const double        *x,
                                     GigEulerShape       *shapes);

/* A GigEulerResiduals; the model is a GigEulerModel. */
bool     gig_euler_model_residuals  (void                *model,
                                     const double        *x,
                                     GigEulerNormal      *normal);

/* The largest violation of a wish that must hold at @x, px: rooms and outlines,
 * not the canvas. */
double   gig_euler_model_violation  (GigEulerModel       *self,
                                     const double        *x);

/* Adds to @row the derivatives of @factor times the motion of an outline along
 * its normal n, where that normal is. */
void     gig_euler_model_add_curve  (const GigEulerModel *self,
                                     GigEulerRow         *row,
                                     unsigned             curve,
                                     double               nx,
                                     double               ny,
                                     double               factor);
