/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Zones lighter than this share of all are drawn as about this share: they must be
 * seen. It is twice what counts as missing. */
#define MIN_SHARE 2e-3

GigEulerBuilder *
gig_euler_builder_new (unsigned n_sets)
{
  GigEulerBuilder *self = calloc (1, sizeof *self);

  if (self == NULL)
    abort ();
  self->n_sets = n_sets < GIG_EULER_MAX_SETS ? n_sets : GIG_EULER_MAX_SETS;
  for (unsigned i = 0; i < self->n_sets; i++)
    self->keys[i] = i;

  return self;
}

void
gig_euler_builder_free (GigEulerBuilder *self)
{
  if (self == NULL)
    return;

  free (self->zones);
  free (self->weights);
  free (self->items);
  gig_euler_layout_unref (self->previous);
  free (self);
}

void
gig_euler_builder_set_canvas (GigEulerBuilder *self,
                              GigEulerCanvas   canvas)
{
  self->canvas = canvas;
}

void
gig_euler_builder_set_key (GigEulerBuilder *self,
                           unsigned         set,
                           uint64_t         key)
{
  if (set < self->n_sets)
    self->keys[set] = key;
}

static double
clean_size (double size)
{
  return isfinite (size) && size > 0 ? fmin (size, 1e4) : 0;
}

void
gig_euler_builder_set_label (GigEulerBuilder *self,
                             unsigned         set,
                             double           width,
                             double           height)
{
  if (set >= self->n_sets)
    return;

  self->label_width[set] = clean_size (width);
  self->label_height[set] = clean_size (height);
}

static GigEulerMask
clean_mask (const GigEulerBuilder *self,
            GigEulerMask           mask)
{
  return mask & (((GigEulerMask) 1 << self->n_sets) - 1);
}

static bool
reserve_zone (GigEulerBuilder *self)
{
  size_t max = self->max_zones * 2 + 16;
  GigEulerMask *zones;
  double *weights;

  if (self->n_zones < self->max_zones)
    return true;
  zones = realloc (self->zones, max * sizeof *zones);
  if (zones != NULL)
    self->zones = zones;
  weights = realloc (self->weights, max * sizeof *weights);
  if (weights != NULL)
    self->weights = weights;
  if (zones == NULL || weights == NULL)
    {
      self->failed = true;
      return false;
    }
  self->max_zones = max;

  return true;
}

void
gig_euler_builder_add_zone (GigEulerBuilder *self,
                            GigEulerMask     mask)
{
  mask = clean_mask (self, mask);
  if (mask == 0)
    return;
  for (size_t i = 0; i < self->n_zones; i++)
    if (self->zones[i] == mask)
      return;

  if (reserve_zone (self))
    {
      self->zones[self->n_zones] = mask;
      self->weights[self->n_zones++] = 1;
    }
}

void
gig_euler_builder_set_weight (GigEulerBuilder *self,
                              GigEulerMask     mask,
                              double           weight)
{
  mask = clean_mask (self, mask);
  gig_euler_builder_add_zone (self, mask);
  for (size_t i = 0; i < self->n_zones; i++)
    if (self->zones[i] == mask)
      self->weights[i] = isfinite (weight) && weight > 0 ? weight : 0;
}

void
gig_euler_builder_set_proportional (GigEulerBuilder *self,
                                    bool             proportional)
{
  self->proportional = proportional;
}

unsigned
gig_euler_builder_add_item (GigEulerBuilder *self,
                            GigEulerMask     zone,
                            double           width,
                            double           height)
{
  return gig_euler_builder_add_item_between (self, zone, zone, width, height);
}

unsigned
gig_euler_builder_add_item_between (GigEulerBuilder *self,
                                    GigEulerMask     zone,
                                    GigEulerMask     other_zone,
                                    double           width,
                                    double           height)
{
  GigEulerItemBox *item;

  if (self->n_items == self->max_items)
    {
      size_t max = self->max_items * 2 + 16;
      GigEulerItemBox *items = realloc (self->items, max * sizeof *items);

      if (items == NULL)
        {
          self->failed = true;
          return 0;
        }
      self->items = items;
      self->max_items = max;
    }
  item = &self->items[self->n_items++];
  item->zone = clean_mask (self, zone);
  item->other_zone = clean_mask (self, other_zone);
  item->width = clean_size (width);
  item->height = clean_size (height);
  gig_euler_builder_add_zone (self, item->zone);

  return (unsigned) (self->n_items - 1);
}

void
gig_euler_builder_set_previous (GigEulerBuilder *self,
                                GigEulerLayout  *previous)
{
  if (previous != NULL)
    gig_euler_layout_ref (previous);
  gig_euler_layout_unref (self->previous);
  self->previous = previous;
}

void
gig_euler_builder_set_cancel (GigEulerBuilder    *self,
                              GigEulerCancelFunc  func,
                              void               *user_data)
{
  self->cancel = func;
  self->cancel_data = user_data;
}

/* Weights as shares of 1, none too small to be seen. */
static void
clean_weights (const GigEulerBuilder *self,
               GigEulerSystem        *system)
{
  double heaviest = 0, sum = 0, all = 0;

  for (size_t i = 0; i < system->n_needs; i++)
    heaviest = fmax (heaviest, system->needs[i].weight);
  for (size_t i = 0; i < system->n_needs; i++)
    {
      GigEulerNeed *need = &system->needs[i];

      need->weight = self->proportional && heaviest > 0 ? need->weight / heaviest : 1;
      sum += need->weight;
    }
  for (size_t i = 0; i < system->n_needs; i++)
    {
      system->needs[i].weight = fmax (system->needs[i].weight / sum, self->proportional ? MIN_SHARE : 0);
      all += system->needs[i].weight;
    }
  for (size_t i = 0; i < system->n_needs; i++)
    system->needs[i].weight /= all;
}

GigEulerLayout *
gig_euler_builder_build (GigEulerBuilder *self)
{
  GigEulerLayout *layout = NULL;
  GigEulerSystem system;
  GigEulerAnswer answer;
  GigEulerEffort effort = { self->cancel, self->cancel_data, false, 0, 0, 0 };

  if (self->failed)
    return NULL;

  memset (&answer, 0, sizeof answer);
  if (gig_euler_system_init (&system, self->n_sets, self->zones, self->weights, self->n_zones))
    {
      system.proportional = self->proportional;
      clean_weights (self, &system);
      if (gig_euler_solve (self, &system, &answer, &effort))
        layout = gig_euler_layout_new (self, &system, &answer, &effort);
    }
  gig_euler_system_clear (&system);

  return layout;
}
