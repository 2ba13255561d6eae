/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The set system as the solver sees it: equal sets merged into one curve, empty
 * sets dropped, each pair of curves related, and the curves grouped into nested
 * components. Private to the engine.
 */

#pragma once

#include "gig-euler.h"

#define GIG_EULER_NO_CURVE UINT32_MAX

typedef enum
{
  GIG_EULER_DISJOINT,
  GIG_EULER_INSIDE,   /* the first curve lies in the second */
  GIG_EULER_AROUND,   /* the second curve lies in the first */
  GIG_EULER_CROSSING,
} GigEulerRelation;

/*
 * GigEulerNeed: a required zone, in curves.
 * @weight: its share, only for proportional layouts
 * @width: what must fit into it: names above items, canvas px; 0 for none
 * @name_width: the part of it that the names at its top take
 */
typedef struct
{
  GigEulerMask mask;
  double       weight;
  double       name_width;
  double       name_height;
  double       items_width;
  double       items_height;
} GigEulerNeed;

/*
 * GigEulerComponent: curves that are connected by crossings.
 * @curves: the curves in it
 * @around: the curves that contain it, that is the zone of the others in which
 *   the whole component lies: if k1 lies in s and k2 crosses k1, then k2 lies
 *   in s too, for s in k2 would put k1 in k2
 * @parent: the component of the innermost curves around it, -1 for none
 * @slot: @around cut to the curves of @parent: the zone of @parent it stands in
 */
typedef struct
{
  GigEulerMask curves;
  GigEulerMask around;
  int          parent;
  GigEulerMask slot;
} GigEulerComponent;

typedef struct
{
  unsigned          n_sets;
  unsigned          n_curves;
  unsigned          curve_of[GIG_EULER_MAX_SETS];
  GigEulerMask      sets_of[GIG_EULER_MAX_SETS];
  GigEulerNeed     *needs;
  size_t            n_needs;
  unsigned char     relation[GIG_EULER_MAX_SETS][GIG_EULER_MAX_SETS];
  unsigned          n_components;
  GigEulerComponent components[GIG_EULER_MAX_SETS];
  unsigned          component_of[GIG_EULER_MAX_SETS];
  bool              proportional;
} GigEulerSystem;

/*
 * Makes the system of @n_zones zones in sets.
 * @weights: (nullable): one a zone
 *
 * Returns: false when memory ran out; clear it in any case
 */
bool          gig_euler_system_init      (GigEulerSystem       *self,
                                          unsigned              n_sets,
                                          const GigEulerMask   *zones,
                                          const double         *weights,
                                          size_t                n_zones);
void          gig_euler_system_clear     (GigEulerSystem       *self);

GigEulerNeed *gig_euler_system_find      (const GigEulerSystem *self,
                                          GigEulerMask          curves);

/* Masks of curves for masks of sets and back. A mask of sets that splits equal
 * sets has no curves: 0 with @exact false. */
GigEulerMask  gig_euler_system_to_curves (const GigEulerSystem *self,
                                          GigEulerMask          sets,
                                          bool                 *exact);
GigEulerMask  gig_euler_system_to_sets   (const GigEulerSystem *self,
                                          GigEulerMask          curves);

unsigned      gig_euler_popcount         (GigEulerMask          mask);
