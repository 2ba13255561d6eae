/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Staying close to the previous drawing. Private to the engine. */

#pragma once

#include "gig-euler-fit.h"

/*
 * gig_euler_warm_start:
 *
 * Tries to get the drawing wanted by a small change of the builder's previous
 * layout; sets that are new come in where their zones are.
 *
 * Returns: whether that worked; draft->shapes then holds the drawing
 */
bool gig_euler_warm_start (GigEulerFit         *fit,
                           double               margin);

/* Turns and mirrors a drawing that was found from nothing so that it resembles
 * the previous layout as much as it can, and fits it into the canvas. */
void gig_euler_warm_align (GigEulerFit         *fit,
                           double               margin);
