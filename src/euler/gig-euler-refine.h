/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the most of a right drawing: all rooms grow together until the canvas
 * is full, without a zone coming or going. Private to the engine. */

#pragma once

#include "gig-euler-content.h"

/* Copies the drawing into work->model and work->x with @content as rooms. */
void   gig_euler_refine_load (GigEulerWork          *work,
                              const GigEulerDraft   *draft,
                              const GigEulerContent *content,
                              bool                   ellipses);

/*
 * Lets the rooms grow and keeps the best drawing that has the right zones.
 * @goal: room scale beyond which growth brings nothing
 * @steps: how many steps of the optimiser to spend
 *
 * Returns: the room scale reached; draft->shapes holds the drawing
 */
double gig_euler_refine      (GigEulerWork          *work,
                              GigEulerDraft         *draft,
                              GigEulerContent       *content,
                              bool                   ellipses,
                              double                 goal,
                              unsigned               steps);
