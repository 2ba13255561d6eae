/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Circle packing and enclosing circles. Private to the engine. */

#pragma once

typedef struct
{
  double x;
  double y;
  double r;
} GigEulerDisc;

/*
 * gig_euler_pack:
 * @discs: (array length=n) (inout): radii in, centres out, around (0, 0)
 * @aspect: width ÷ height of the shape the pack should have
 *
 * Places the discs from the largest to the smallest, each where it touches two
 * others nearest to the middle. Like d3's front chain (Wang et al. 2006) but
 * over all pairs, which is affordable for few discs and packs a little tighter.
 */
void gig_euler_pack    (GigEulerDisc       *discs,
                        unsigned            n,
                        double              aspect);

/* gig_euler_enclose: the smallest circle around all discs, to about 1e-4. */
void gig_euler_enclose (const GigEulerDisc *discs,
                        unsigned            n,
                        GigEulerDisc       *circle);
