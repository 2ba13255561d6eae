/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-effort.h"

#define POLL_INTERVAL 1000000u

void
gig_euler_effort_spend (GigEulerEffort *self,
                        uint64_t        units)
{
  self->spent += units;
  if (self->cancelled || self->cancel == NULL || self->spent - self->polled < POLL_INTERVAL)
    return;

  self->polled = self->spent;
  self->cancelled = self->cancel (self->cancel_data);
}

bool
gig_euler_effort_is_over (const GigEulerEffort *self)
{
  return self->cancelled || self->spent >= self->limit;
}

void
gig_euler_effort_grant (GigEulerEffort *self,
                        uint64_t        units)
{
  self->limit = self->spent + units;
}
