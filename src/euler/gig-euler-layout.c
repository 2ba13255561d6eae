/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The immutable layout and what can be asked of it. How it is made from an
 * answer is in gig-euler-finish.c. */

#include "gig-euler-private.h"

#include <stdlib.h>

GigEulerLayout *
gig_euler_layout_ref (GigEulerLayout *self)
{
  atomic_fetch_add_explicit (&self->ref_count, 1, memory_order_relaxed);

  return self;
}

void
gig_euler_layout_unref (GigEulerLayout *self)
{
  if (self == NULL)
    return;
  if (atomic_fetch_sub_explicit (&self->ref_count, 1, memory_order_acq_rel) > 1)
    return;

  free (self->zones);
  free (self->contours);
  free (self->arcs);
  free (self->items);
  free (self->problems);
  free (self);
}

bool
gig_euler_layout_is_ok (const GigEulerLayout *self)
{
  return self->ok;
}

void
gig_euler_layout_get_size (const GigEulerLayout *self,
                           double               *width,
                           double               *height)
{
  *width = self->width;
  *height = self->height;
}

void
gig_euler_layout_get_bounds (const GigEulerLayout *self,
                             double               *x,
                             double               *y,
                             double               *width,
                             double               *height)
{
  *x = self->box[0];
  *y = self->box[1];
  *width = self->box[2] - self->box[0];
  *height = self->box[3] - self->box[1];
}

unsigned
gig_euler_layout_get_n_sets (const GigEulerLayout *self)
{
  return self->n_sets;
}

const GigEulerEllipse *
gig_euler_layout_get_ellipse (const GigEulerLayout *self,
                              unsigned              set)
{
  return set < self->n_sets ? &self->ellipses[set] : NULL;
}

uint64_t
gig_euler_layout_get_key (const GigEulerLayout *self,
                          unsigned              set)
{
  return set < self->n_sets ? self->keys[set] : 0;
}

unsigned
gig_euler_layout_get_same_as (const GigEulerLayout *self,
                              unsigned              set)
{
  return set < self->n_sets ? self->same_as[set] : set;
}

GigEulerMask
gig_euler_layout_get_home (const GigEulerLayout *self,
                           unsigned              set)
{
  return set < self->n_sets ? self->homes[set] : 0;
}

const GigEulerZone *
gig_euler_layout_get_zones (const GigEulerLayout *self,
                            size_t               *n_zones)
{
  *n_zones = self->n_zones;

  return self->zones;
}

const GigEulerZone *
gig_euler_layout_find_zone (const GigEulerLayout *self,
                            GigEulerMask          mask)
{
  for (size_t i = 0; i < self->n_zones; i++)
    if (self->zones[i].mask == mask)
      return &self->zones[i];

  return NULL;
}

GigEulerMask
gig_euler_layout_zone_at (const GigEulerLayout *self,
                          double                x,
                          double                y)
{
  GigEulerMask mask = 0;

  for (unsigned i = 0; i < self->n_sets; i++)
    if ((self->drawn >> i & 1) && gig_euler_shape_level (&self->shapes[i], x, y) < 1)
      mask |= (GigEulerMask) 1 << i;

  return mask;
}

const GigEulerItem *
gig_euler_layout_get_items (const GigEulerLayout *self,
                            size_t               *n_items)
{
  *n_items = self->n_items;

  return self->items;
}

const GigEulerProblem *
gig_euler_layout_get_problems (const GigEulerLayout *self,
                               size_t               *n_problems)
{
  *n_problems = self->n_problems;

  return self->problems;
}

const GigEulerQuality *
gig_euler_layout_get_quality (const GigEulerLayout *self)
{
  return &self->quality;
}
