/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts the components into each other. Private to the engine. */

#pragma once

#include "gig-euler-topology.h"

/*
 * GigEulerDraft: a whole drawing on its way.
 * @gap: least distance of outlines that do not cross
 * @pad: least distance of texts from outlines and each other
 * @wanted: zones that must exist, @tolerated: zones that may, in curves
 * @relation: of the curves in the drawing; differs from the system's where zones
 *   must be that are not wanted
 * @shapes: one a curve, px
 * @exact: whether every component has exactly its zones
 */
typedef struct
{
  const GigEulerSystem *system;
  double                width;
  double                height;
  double                gap;
  double                pad;
  GigEulerMask         *wanted;
  size_t                n_wanted;
  GigEulerMask         *tolerated;
  size_t                n_tolerated;
  unsigned char         relation[GIG_EULER_MAX_SETS][GIG_EULER_MAX_SETS];
  GigEulerShape         shapes[GIG_EULER_MAX_SETS];
  bool                  exact;
} GigEulerDraft;

/* The radius of the disc that stands for what a zone must hold, px. */
double gig_euler_need_radius (const GigEulerSystem *system,
                              const GigEulerNeed   *need);

/* Draws every component from the innermost outwards and fits the drawing into
 * the canvas. */
bool   gig_euler_nest        (GigEulerWork       *work,
                              GigEulerDraft      *draft);

/* Scales the drawing into the canvas and centres it. */
void   gig_euler_fit_canvas  (GigEulerDraft      *draft);
