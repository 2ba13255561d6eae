/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-pose.h"

#include <math.h>

/* A mirrored pose must be better by this much: symmetric drawings stay as they
 * are. */
#define MIRROR_GAIN 1.02

GigEulerPose
gig_euler_pose_match (const double (*points)[2],
                      const double (*targets)[2],
                      const double  *weights,
                      unsigned       n,
                      bool           may_mirror)
{
  double sum = 0, middle[2][2] = { { 0 } }, along[2] = { 0 }, across[2] = { 0 };
  GigEulerPose pose = { 0, false };

  for (unsigned i = 0; i < n; i++)
    {
      sum += weights[i];
      for (unsigned k = 0; k < 2; k++)
        {
          middle[0][k] += weights[i] * points[i][k];
          middle[1][k] += weights[i] * targets[i][k];
        }
    }
  for (unsigned i = 0; i < n && sum > 0; i++)
    {
      double px = points[i][0] - middle[0][0] / sum, py = points[i][1] - middle[0][1] / sum;
      double qx = targets[i][0] - middle[1][0] / sum, qy = targets[i][1] - middle[1][1] / sum;

      along[0] += weights[i] * (px * qx + py * qy);
      across[0] += weights[i] * (px * qy - py * qx);
      along[1] += weights[i] * (-px * qx + py * qy);
      across[1] += weights[i] * (-px * qy - py * qx);
    }
  pose.mirror = may_mirror &&
                hypot (along[1], across[1]) > MIRROR_GAIN * hypot (along[0], across[0]);
  if (along[pose.mirror] != 0 || across[pose.mirror] != 0)
    pose.angle = atan2 (across[pose.mirror], along[pose.mirror]);

  return pose;
}

GigEulerPose
gig_euler_pose_canonical (const GigEulerShape *shapes,
                          unsigned             n)
{
  static const double triangle[3][2] = { { -1, -0.577 }, { 1, -0.577 }, { 0, 1.155 } };
  double points[GIG_EULER_MAX_SETS][2], targets[GIG_EULER_MAX_SETS][2], weights[GIG_EULER_MAX_SETS];

  for (unsigned i = 0; i < n; i++)
    {
      points[i][0] = shapes[i].x;
      points[i][1] = shapes[i].y;
      weights[i] = 1;
      targets[i][0] = n == 3 ? triangle[i][0] : -1 + 2.0 * i / (n > 1 ? n - 1 : 1);
      targets[i][1] = n == 3 ? triangle[i][1] : 0;
    }

  return gig_euler_pose_match (points, targets, weights, n, true);
}

void
gig_euler_pose_apply_point (const GigEulerPose *pose,
                            double              cx,
                            double              cy,
                            double             *x,
                            double             *y)
{
  double dx = (pose->mirror ? -1 : 1) * (*x - cx), dy = *y - cy;
  double c = cos (pose->angle), s = sin (pose->angle);

  *x = cx + dx * c - dy * s;
  *y = cy + dx * s + dy * c;
}

void
gig_euler_pose_apply (const GigEulerPose *pose,
                      double              cx,
                      double              cy,
                      GigEulerShape      *shapes,
                      unsigned            n)
{
  for (unsigned i = 0; i < n; i++)
    {
      gig_euler_pose_apply_point (pose, cx, cy, &shapes[i].x, &shapes[i].y);
      shapes[i].phi = (pose->mirror ? -shapes[i].phi : shapes[i].phi) + pose->angle;
      gig_euler_shape_update (&shapes[i]);
    }
}
