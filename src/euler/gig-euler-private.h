/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The builder, the layout and how one becomes the other. Private to the engine. */

#pragma once

#include "gig-euler-arrangement.h"
#include "gig-euler-effort.h"
#include "gig-euler-system.h"

#include <stdatomic.h>

typedef struct
{
  GigEulerMask zone;
  GigEulerMask other_zone;
  double       width;
  double       height;
} GigEulerItemBox;

struct _GigEulerBuilder
{
  unsigned           n_sets;
  GigEulerCanvas     canvas;
  uint64_t           keys[GIG_EULER_MAX_SETS];
  double             label_width[GIG_EULER_MAX_SETS];
  double             label_height[GIG_EULER_MAX_SETS];
  GigEulerMask      *zones;
  double            *weights;
  size_t             n_zones;
  size_t             max_zones;
  GigEulerItemBox   *items;
  size_t             n_items;
  size_t             max_items;
  bool               proportional;
  bool               failed; /* memory ran out */
  GigEulerLayout    *previous;
  GigEulerCancelFunc cancel;
  void              *cancel_data;
};

struct _GigEulerLayout
{
  atomic_uint        ref_count;
  bool               ok;
  bool               proportional;
  unsigned           n_sets;
  double             width;
  double             height;
  double             box[4];
  uint64_t           keys[GIG_EULER_MAX_SETS];
  unsigned           same_as[GIG_EULER_MAX_SETS];
  GigEulerMask       homes[GIG_EULER_MAX_SETS];
  GigEulerEllipse    ellipses[GIG_EULER_MAX_SETS];
  GigEulerShape      shapes[GIG_EULER_MAX_SETS];
  GigEulerMask       drawn;
  GigEulerZone      *zones;
  size_t             n_zones;
  GigEulerContour   *contours;
  GigEulerArc       *arcs;
  GigEulerItem      *items;
  size_t             n_items;
  GigEulerProblem   *problems;
  size_t             n_problems;
  size_t             max_problems;
  GigEulerQuality    quality;
};

/*
 * GigEulerAnswer: what the solver found.
 * @shapes: one a curve, canvas px
 * @undrawable: sets of which is proved that they force an empty zone
 */
typedef struct
{
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
  GigEulerMask  undrawable;
  unsigned      n_starts;
  bool          warm;
} GigEulerAnswer;

/* Returns: (nullable) (transfer full): the layout of an answer; NULL when
 * it was cancelled or memory ran out */
GigEulerLayout *gig_euler_layout_new   (const GigEulerBuilder *builder,
                                        const GigEulerSystem  *system,
                                        const GigEulerAnswer  *answer,
                                        GigEulerEffort        *effort);

/* Measures the texts into the system's needs and draws it. Returns: false when
 * cancelled or out of memory */
bool            gig_euler_solve        (const GigEulerBuilder *builder,
                                        GigEulerSystem        *system,
                                        GigEulerAnswer        *answer,
                                        GigEulerEffort        *effort);
