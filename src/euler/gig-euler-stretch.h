/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Texts are wide, so a drawing that must hold some is laid out on a square-ish
 * canvas with narrow boxes and then stretched to the real one: circles become
 * ellipses, and since the map is affine every zone, nesting and share of area
 * stays as it was. Without texts nothing is stretched. Private to the engine.
 */

#pragma once

#include "gig-euler-private.h"

/* How much wider the drawing becomes: 1 without texts. Divide the canvas' width,
 * the width of boxes and the previous drawing by it before solving. */
double gig_euler_builder_get_stretch (const GigEulerBuilder *builder);

/* Stretches an outline along x, from x = 0. */
void   gig_euler_shape_stretch       (GigEulerShape         *shape,
                                      double                 factor);
