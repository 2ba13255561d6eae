/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The zones that a drawing really has. Every outline is cut at its crossings;
 * each arc separates exactly two zones, which are found by asking the other
 * shapes about the middle of the arc. Areas are exact (Green's theorem). All
 * memory is taken once, when the arrangement is made. Private to the engine.
 */

#pragma once

#include "gig-euler-geometry.h"

/*
 * GigEulerSpan: an arc between two crossings of one outline.
 * @t0: where it starts; @t1 > @t0
 * @v0: the crossing it starts at, -1 for a whole outline
 * @outer: the zone outside of it; the zone inside is @outer plus @set
 */
typedef struct
{
  unsigned     set;
  double       t0;
  double       t1;
  int          v0;
  int          v1;
  GigEulerMask outer;
} GigEulerSpan;

/* GigEulerFace: a zone of the drawing and its area. */
typedef struct
{
  GigEulerMask mask;
  double       area;
  unsigned     n_spans;
} GigEulerFace;

/* GigEulerCrossing: the sets and parameters that meet in a point. */
typedef struct
{
  unsigned set[2];
  double   t[2];
} GigEulerCrossing;

typedef struct
{
  unsigned          max_sets;
  unsigned          n_sets;
  size_t            n_crossings;
  size_t            n_spans;
  size_t            n_faces;
  size_t            max_crossings;
  size_t            max_spans;
  size_t            max_faces;
  size_t            n_slots;
  size_t            first_span[GIG_EULER_MAX_SETS + 1];
  GigEulerCrossing *crossings;
  GigEulerSpan     *spans;
  GigEulerFace     *faces;
  uint32_t         *slots;
  uint32_t         *ends;
} GigEulerArrangement;

/* Returns: false when memory ran out; clear it in any case. */
bool          gig_euler_arrangement_init  (GigEulerArrangement       *self,
                                           unsigned                   max_sets);
void          gig_euler_arrangement_clear (GigEulerArrangement       *self);

/* Cuts the outlines of @shapes; those whose bit is not in @drawn are skipped. */
void          gig_euler_arrangement_walk  (GigEulerArrangement       *self,
                                           const GigEulerShape       *shapes,
                                           unsigned                   n_sets,
                                           GigEulerMask               drawn);

/* Returns: (nullable): the zone of @mask */
GigEulerFace *gig_euler_arrangement_find  (const GigEulerArrangement *self,
                                           GigEulerMask               mask);

/*
 * The contours of a zone as directed spans: a span index, with its bitwise
 * complement when it is run against t. @starts gets the first index of each
 * contour in @spans and, at the end, their number; @areas the signed area of
 * each (negative for holes). Arrays are of n_spans (+ 1).
 *
 * Returns: the number of contours
 */
size_t        gig_euler_arrangement_trace (const GigEulerArrangement *self,
                                           const GigEulerShape       *shapes,
                                           GigEulerMask               mask,
                                           int                       *spans,
                                           size_t                    *starts,
                                           double                    *areas);

/* Units of work that the last walk took. */
uint64_t      gig_euler_arrangement_cost  (const GigEulerArrangement *self);

/* ½∮(x dy − y dx) along part of an outline: Green's theorem. */
double        gig_euler_shape_sweep       (const GigEulerShape       *shape,
                                           double                     t0,
                                           double                     t1);
