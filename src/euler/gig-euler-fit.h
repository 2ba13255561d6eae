/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a drawing with the right zones to one with the right areas, or with room
 * for its texts, or just with room. Private to the engine. */

#pragma once

#include "gig-euler-areas.h"

/* A diagError below this needs no further attempt. */
#define GIG_EULER_AREA_TOLERANCE 1e-4

/*
 * GigEulerFit:
 * @stretch: what the drawing will be stretched by
 * @content: work space
 */
typedef struct
{
  const GigEulerBuilder *builder;
  GigEulerWork          *work;
  GigEulerDraft         *draft;
  GigEulerContent       *content;
  double                 stretch;
} GigEulerFit;

/* Makes the most of a drawing that was found from nothing. */
void gig_euler_fit       (GigEulerFit *self);

bool gig_euler_has_ellipse (const GigEulerDraft *draft);
