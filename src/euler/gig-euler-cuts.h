/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cutting planes: what a check found wrong, as wishes of the model. Private to
 * the engine. */

#pragma once

#include "gig-euler-check.h"
#include "gig-euler-energy.h"

/* Adds or moves the cuts of the faults; model->shapes is the drawing checked. */
void gig_euler_model_cut (GigEulerModel       *model,
                          const GigEulerCheck *check);
