/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the zones must hold: names, items, or just a disc of room. Private to the
 * engine. */

#pragma once

#include "gig-euler-nest.h"
#include "gig-euler-private.h"

/*
 * GigEulerContent:
 * @rooms: discs of GIG_EULER_ROOM_UNIT, or boxes of names and items, in the order
 *   that gig_euler_model_residuals() wants
 * @x: where to start, 2 for each room
 * @effort: what measuring the drawing is charged to
 */
typedef struct
{
  GigEulerRoom    rooms[GIG_EULER_MAX_ROOMS];
  double          x[2 * GIG_EULER_MAX_ROOMS];
  unsigned        n_rooms;
  GigEulerEffort *effort;
} GigEulerContent;

/* Whether anything must be written into the drawing. */
bool gig_euler_builder_has_texts   (const GigEulerBuilder *builder);

/* Measures names and items into system->needs, widths divided by @stretch. */
void gig_euler_content_measure     (const GigEulerBuilder *builder,
                                    GigEulerSystem        *system,
                                    double                 stretch);

/* One disc for each required zone, at its pole. */
void gig_euler_content_discs       (GigEulerContent       *content,
                                    const GigEulerDraft   *draft);

/* The boxes of each zone around its pole, names above items, and one for each
 * item astride an outline. Zones that hold nothing get a small disc. */
void gig_euler_content_boxes       (GigEulerContent       *content,
                                    const GigEulerBuilder *builder,
                                    const GigEulerDraft   *draft,
                                    double                 stretch);

/*
 * Sets the items of each zone in as many rows as suit the zone best as it is
 * drawn now.
 *
 * Returns: whether that changed any box
 */
bool gig_euler_content_choose_rows (GigEulerContent       *content,
                                    const GigEulerBuilder *builder,
                                    const GigEulerDraft   *draft,
                                    double                 stretch,
                                    double                 scale);
