/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Areas that follow weights. Exact zone areas from Green's theorem along the
 * arcs, exact derivatives, as further residuals of the model: the optimiser
 * then fits areas, rooms and distances at once. Private to the engine.
 */

#pragma once

#include "gig-euler-refine.h"

/*
 * GigEulerAreas:
 * @row: the derivatives of one zone's area
 * @weights: the shares that are wanted just now, one a required zone
 * @first_weights: those of the drawing at the start
 * @weight: of the areas against the other wishes
 * @neck: least distance of a crossing from a third outline, px
 * @keep_scale: the room scale to keep in a warm start, 0 to let rooms grow
 * @room_scale: (out): what the last fit reached; 0 when it did not fit
 */
typedef struct
{
  GigEulerArrangement   walk;
  const GigEulerSystem *system;
  GigEulerModel        *model;
  double               *row;
  double               *weights;
  double               *first_weights;
  double                weight;
  double                neck;
  double                room_scale;
  double                keep_scale;
} GigEulerAreas;

bool   gig_euler_areas_init  (GigEulerAreas         *self,
                              const GigEulerSystem  *system);
void   gig_euler_areas_clear (GigEulerAreas         *self);

/* eulerr's diagError: the largest |share of area − share of weight|. */
double gig_euler_areas_error (GigEulerAreas         *self,
                              const GigEulerShape   *shapes);

/*
 * Fits the areas from draft->shapes, then lets the rooms grow as long as the
 * areas stay exact.
 * @patient: whether to go in small strides from the areas it has, which gets
 *   nearer when the weights cannot be had
 *
 * Returns: the diagError reached, infinite when no drawing with the right zones
 *   came out; draft->shapes is only changed when one did
 */
double gig_euler_areas_fit   (GigEulerAreas         *self,
                              GigEulerWork          *work,
                              GigEulerDraft         *draft,
                              GigEulerContent       *content,
                              bool                   ellipses,
                              bool                   patient);
