/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-system.h"

#include <stdlib.h>
#include <string.h>

#define BIT(i) ((GigEulerMask) 1 << (i))

unsigned
gig_euler_popcount (GigEulerMask mask)
{
  return (unsigned) __builtin_popcount (mask);
}

/* Sets that are in the same zones are one curve; a set in no zone has none. */
static void
merge_sets (GigEulerSystem     *self,
            const GigEulerMask *zones,
            size_t              n_zones)
{
  for (unsigned i = 0; i < self->n_sets; i++)
    {
      bool empty = true;

      self->curve_of[i] = GIG_EULER_NO_CURVE;
      for (size_t z = 0; z < n_zones; z++)
        empty = empty && !(zones[z] >> i & 1);
      if (empty)
        continue;

      for (unsigned j = 0; j < i && self->curve_of[i] == GIG_EULER_NO_CURVE; j++)
        {
          bool same = self->curve_of[j] != GIG_EULER_NO_CURVE;

          for (size_t z = 0; z < n_zones && same; z++)
            same = (zones[z] >> i & 1) == (zones[z] >> j & 1);
          if (same)
            self->curve_of[i] = self->curve_of[j];
        }
      if (self->curve_of[i] == GIG_EULER_NO_CURVE)
        self->curve_of[i] = self->n_curves++;
      self->sets_of[self->curve_of[i]] |= BIT (i);
    }
}

static GigEulerRelation
relate (const GigEulerSystem *self,
        unsigned              i,
        unsigned              j)
{
  bool both = false, only_i = false, only_j = false;

  for (size_t z = 0; z < self->n_needs; z++)
    {
      bool in_i = self->needs[z].mask >> i & 1, in_j = self->needs[z].mask >> j & 1;

      both = both || (in_i && in_j);
      only_i = only_i || (in_i && !in_j);
      only_j = only_j || (!in_i && in_j);
    }
  if (!both)
    return GIG_EULER_DISJOINT;
  if (only_i && only_j)
    return GIG_EULER_CROSSING;

  return only_i ? GIG_EULER_AROUND : GIG_EULER_INSIDE;
}

static void
find_components (GigEulerSystem *self)
{
  GigEulerMask seen = 0;

  for (unsigned i = 0; i < self->n_curves; i++)
    {
      GigEulerComponent *component = &self->components[self->n_components];
      GigEulerMask grown = BIT (i);

      if (seen >> i & 1)
        continue;
      do
        {
          component->curves = grown;
          for (unsigned j = 0; j < self->n_curves; j++)
            for (unsigned k = 0; k < self->n_curves; k++)
              if ((component->curves >> j & 1) && self->relation[j][k] == GIG_EULER_CROSSING)
                grown |= BIT (k);
        }
      while (grown != component->curves);
      seen |= grown;
      for (unsigned j = 0; j < self->n_curves; j++)
        {
          if (grown >> j & 1)
            self->component_of[j] = self->n_components;
          else if (self->relation[i][j] == GIG_EULER_INSIDE)
            component->around |= BIT (j);
        }
      self->n_components++;
    }
}

/* The parent is the component around it that itself has most around it. */
static void
find_parents (GigEulerSystem *self)
{
  for (unsigned k = 0; k < self->n_components; k++)
    {
      GigEulerComponent *component = &self->components[k];
      unsigned depth = 0;

      component->parent = -1;
      for (unsigned j = 0; j < self->n_curves; j++)
        {
          const GigEulerComponent *other = &self->components[self->component_of[j]];

          if (!(component->around >> j & 1))
            continue;
          if (component->parent < 0 || gig_euler_popcount (other->around) >= depth)
            {
              component->parent = (int) self->component_of[j];
              depth = gig_euler_popcount (other->around);
            }
        }
      if (component->parent >= 0)
        component->slot = component->around & self->components[component->parent].curves;
    }
}

bool
gig_euler_system_init (GigEulerSystem     *self,
                       unsigned            n_sets,
                       const GigEulerMask *zones,
                       const double       *weights,
                       size_t              n_zones)
{
  memset (self, 0, sizeof *self);
  self->n_sets = n_sets;
  merge_sets (self, zones, n_zones);
  self->needs = calloc (n_zones + 1, sizeof *self->needs);
  if (self->needs == NULL)
    return false;

  for (size_t z = 0; z < n_zones; z++)
    {
      GigEulerNeed *need = &self->needs[self->n_needs++];

      for (unsigned i = 0; i < n_sets; i++)
        if (zones[z] >> i & 1)
          need->mask |= BIT (self->curve_of[i]);
      need->weight = weights != NULL ? weights[z] : 1;
    }
  for (unsigned i = 0; i < self->n_curves; i++)
    for (unsigned j = 0; j < self->n_curves; j++)
      if (i != j)
        self->relation[i][j] = (unsigned char) relate (self, i, j);
  find_components (self);
  find_parents (self);

  return true;
}

void
gig_euler_system_clear (GigEulerSystem *self)
{
  free (self->needs);
  memset (self, 0, sizeof *self);
}

GigEulerNeed *
gig_euler_system_find (const GigEulerSystem *self,
                       GigEulerMask          curves)
{
  for (size_t z = 0; z < self->n_needs; z++)
    if (self->needs[z].mask == curves)
      return &self->needs[z];

  return NULL;
}

GigEulerMask
gig_euler_system_to_curves (const GigEulerSystem *self,
                            GigEulerMask          sets,
                            bool                 *exact)
{
  GigEulerMask curves = 0;

  for (unsigned i = 0; i < self->n_sets; i++)
    if ((sets >> i & 1) && self->curve_of[i] != GIG_EULER_NO_CURVE)
      curves |= BIT (self->curve_of[i]);
  *exact = gig_euler_system_to_sets (self, curves) == sets;

  return curves;
}

GigEulerMask
gig_euler_system_to_sets (const GigEulerSystem *self,
                          GigEulerMask          curves)
{
  GigEulerMask sets = 0;

  for (unsigned i = 0; i < self->n_curves; i++)
    if (curves >> i & 1)
      sets |= self->sets_of[i];

  return sets;
}
