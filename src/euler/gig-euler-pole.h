/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pole of inaccessibility of a zone. Private to the engine. */

#pragma once

#include "gig-euler-effort.h"
#include "gig-euler-geometry.h"

/*
 * How deep a point lies in the zone of @mask: the smallest signed distance to
 * any outline, positive when it is on the right side of all. Inside the zone
 * this is the distance to the zone's boundary, for a nearer point of an outline
 * would have to be reached across the boundary. Gives up below @enough.
 */
double gig_euler_zone_depth (const GigEulerShape *shapes,
                             unsigned             n_shapes,
                             GigEulerMask         drawn,
                             GigEulerMask         mask,
                             double               x,
                             double               y,
                             double               enough);

/*
 * The deepest point of a zone, to within @precision (same unit as the shapes), or
 * the deepest found so far when cancelled.
 *
 * Returns: its depth; not positive when the zone does not exist or is thinner
 *   than @precision
 */
double gig_euler_zone_pole  (const GigEulerShape *shapes,
                             unsigned             n_shapes,
                             GigEulerMask         drawn,
                             GigEulerMask         mask,
                             double               precision,
                             GigEulerEffort      *effort,
                             double              *x,
                             double              *y);

/* Climbs from (x, y) to a deepest point nearby (compass search from @step). */
double gig_euler_zone_climb (const GigEulerShape *shapes,
                             unsigned             n_shapes,
                             GigEulerMask         drawn,
                             GigEulerMask         mask,
                             double               step,
                             double               precision,
                             double              *x,
                             double              *y);
