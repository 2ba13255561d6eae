/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The state of one placement of labels. Private to the engine. */

#pragma once

#include "gig-euler-private.h"
#include "gig-euler-space.h"

typedef struct
{
  const GigEulerLayout       *layout;
  const GigEulerPlaceOptions *options;
  const GigEulerLabel        *labels;
  size_t                      n_labels;
  GigEulerPlacement          *placements;
  GigEulerSpace               space;
} GigEulerPlacer;

/* GigEulerVariant: one way to set a text. */
typedef struct
{
  double scale;
  bool   wrapped;
} GigEulerVariant;

#define GIG_EULER_N_VARIANTS 6

/* Full size, smaller, on two lines: from the best to the last resort. */
void   gig_euler_placer_variants   (const GigEulerPlacer  *self,
                                    GigEulerVariant        variants[GIG_EULER_N_VARIANTS]);
/* The box of a label; false when it has no such variant. */
bool   gig_euler_placer_box        (const GigEulerLabel   *label,
                                    const GigEulerVariant *variant,
                                    double                *width,
                                    double                *height);
/* Marks a label as placed and takes its room. */
void   gig_euler_placer_put        (GigEulerPlacer        *self,
                                    size_t                 label,
                                    GigEulerPlacementKind  kind,
                                    double                 x,
                                    double                 y,
                                    const GigEulerVariant *variant);

/* Names of sets: near the top of their home. */
void   gig_euler_placer_names      (GigEulerPlacer        *self);
/* Items astride the arc between two zones. */
void   gig_euler_placer_astride    (GigEulerPlacer        *self);
/* Items of one zone that are not placed yet, in rows around its roomiest point. */
void   gig_euler_placer_items      (GigEulerPlacer        *self,
                                    GigEulerMask           zone);
/* A single box in a zone, for "+n"; false when there is no room. */
bool   gig_euler_placer_find_room  (GigEulerPlacer        *self,
                                    GigEulerMask           zone,
                                    double                 width,
                                    double                 height,
                                    double                *x,
                                    double                *y);
/* What is left: beside the drawing, with a leader. */
void   gig_euler_placer_outside    (GigEulerPlacer        *self,
                                    size_t                 label);
