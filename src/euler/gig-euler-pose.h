/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which way up a drawing stands. Private to the engine. */

#pragma once

#include "gig-euler-geometry.h"

/* GigEulerPose: x' = ±x after turning by @angle; mirrored first. */
typedef struct
{
  double angle;
  bool   mirror;
} GigEulerPose;

/*
 * The turn that brings points nearest to others, in the sense of least squares
 * (Kabsch 1976, in the plane; both sets taken around their weighted middle).
 * @may_mirror: whether the points may also be mirrored
 */
GigEulerPose gig_euler_pose_match       (const double        (*points)[2],
                                         const double        (*targets)[2],
                                         const double         *weights,
                                         unsigned              n,
                                         bool                  may_mirror);

/* The pose in which curves follow each other from left to right in the order of
 * the source; three stand as people draw them, two above one. */
GigEulerPose gig_euler_pose_canonical   (const GigEulerShape  *shapes,
                                         unsigned              n);

void         gig_euler_pose_apply       (const GigEulerPose   *pose,
                                         double                cx,
                                         double                cy,
                                         GigEulerShape        *shapes,
                                         unsigned              n);
void         gig_euler_pose_apply_point (const GigEulerPose   *pose,
                                         double                cx,
                                         double                cy,
                                         double               *x,
                                         double               *y);
