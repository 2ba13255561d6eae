/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawings in which all zones of some curves exist. Private to the engine. */

#pragma once

#include "gig-euler-geometry.h"

/* The most curves of which ellipses can show all zones (Grünbaum 1975). */
#define GIG_EULER_MAX_VENN 5

/*
 * gig_euler_template_venn: a Venn diagram of @n ≤ GIG_EULER_MAX_VENN curves
 * @size: semi-axis of each, px
 * @turn: which curve takes which place: any number, 0 for the order given
 */
void gig_euler_template_venn (GigEulerShape *shapes,
                              unsigned       n,
                              double         size,
                              unsigned       turn);
