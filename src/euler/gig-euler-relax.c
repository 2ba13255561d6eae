/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-relax.h"

#include <stdlib.h>
#include <string.h>

#define BIT(i) ((GigEulerMask) 1 << (i))

/* Beyond so many crossing curves the search over all zones is not worth it. */
#define MAX_CURVES 10

/*
 * Graph: the zones of one component, cut to its curves. Two zones can share an
 * arc when they differ by one curve. Inside a convex region a line between two
 * zones crosses one outline at a time, so the zones within any intersection of
 * sets must hang together, and so must those outside of one set, with the
 * outside of all.
 */
typedef struct
{
  unsigned      n_curves;
  unsigned      curve[MAX_CURVES];
  unsigned char relation[MAX_CURVES][MAX_CURVES];
  bool          present[1 << MAX_CURVES];
  GigEulerMask  list[1 << MAX_CURVES];
  unsigned      n_list;
  unsigned char cost[1 << MAX_CURVES];
  GigEulerMask  from[1 << MAX_CURVES];
  GigEulerMask  added[1 << MAX_CURVES];
  unsigned      n_added;
} Graph;

bool
gig_euler_relaxed_add (GigEulerRelaxed *self,
                       GigEulerMask     zone)
{
  for (size_t i = 0; i < self->n_tolerated; i++)
    if (self->tolerated[i] == zone)
      return true;
  if (self->n_tolerated == self->max_tolerated)
    {
      size_t max = 2 * self->max_tolerated + 16;
      GigEulerMask *zones = realloc (self->tolerated, max * sizeof *zones);

      if (zones == NULL)
        return false;
      self->tolerated = zones;
      self->max_tolerated = max;
    }
  self->tolerated[self->n_tolerated++] = zone;

  return true;
}

void
gig_euler_relaxed_clear (GigEulerRelaxed *self)
{
  free (self->tolerated);
  memset (self, 0, sizeof *self);
}

static void
add_present (Graph       *graph,
             GigEulerMask zone)
{
  if (graph->present[zone])
    return;
  graph->present[zone] = true;
  graph->list[graph->n_list++] = zone;
}

/* Whether the zones that are present in a region hang together: a flood. */
static bool
is_joined (const Graph *graph,
           GigEulerMask inside,
           GigEulerMask outside)
{
  GigEulerMask left[1 << MAX_CURVES];
  unsigned n = 0, reached = 1;

  for (unsigned i = 0; i < graph->n_list; i++)
    if ((graph->list[i] & inside) == inside && (graph->list[i] & outside) == 0)
      left[n++] = graph->list[i];
  for (unsigned i = 0; i < reached && i < n; i++)
    for (unsigned j = reached; j < n; j++)
      if (gig_euler_popcount (left[i] ^ left[j]) == 1)
        {
          GigEulerMask swap = left[reached];

          left[reached++] = left[j];
          left[j] = swap;
        }

  return n == 0 || reached == n;
}

/* What it costs to have a zone: nothing, an empty zone, or one that makes sets
 * cross which should be apart. */
static unsigned
zone_cost (const Graph *graph,
           GigEulerMask zone)
{
  unsigned cost = graph->present[zone] ? 0 : 4 + gig_euler_popcount (zone) / 4;

  for (unsigned i = 0; i < graph->n_curves && cost > 0; i++)
    for (unsigned j = 0; j < graph->n_curves; j++)
      if ((zone >> i & 1) && i != j &&
          graph->relation[i][j] == (zone >> j & 1 ? GIG_EULER_DISJOINT : GIG_EULER_INSIDE))
        cost += 12;

  return cost < 100 ? cost : 100;
}

/* The cheapest way from the zones reached (cost 0) to one that is present but
 * not reached: Dijkstra by repeated relaxation, over zones with all of @inside
 * and none of @outside. */
static void
spread (Graph       *graph,
        GigEulerMask inside,
        GigEulerMask outside)
{
  GigEulerMask n = BIT (graph->n_curves);
  bool changed = true;

  while (changed)
    {
      changed = false;
      for (GigEulerMask zone = 0; zone < n; zone++)
        {
          if (graph->cost[zone] == UINT8_MAX)
            continue;
          for (unsigned i = 0; i < graph->n_curves; i++)
            {
              GigEulerMask next = zone ^ BIT (i);
              unsigned cost;

              if ((next & inside) != inside || (next & outside) != 0)
                continue;
              cost = graph->cost[zone] + zone_cost (graph, next);
              if (cost < graph->cost[next])
                {
                  graph->cost[next] = (unsigned char) cost;
                  graph->from[next] = zone;
                  changed = true;
                }
            }
        }
    }
}

/* Joins the zones of one region. Returns: whether zones had to be added. */
static bool
join (Graph       *graph,
      GigEulerMask inside,
      GigEulerMask outside)
{
  GigEulerMask n = BIT (graph->n_curves);
  bool joined = false;

  while (!is_joined (graph, inside, outside))
    {
      GigEulerMask best = n;
      bool started = false;

      memset (graph->cost, UINT8_MAX, sizeof graph->cost);
      for (GigEulerMask zone = 0; zone < n && !started; zone++)
        if (graph->present[zone] && (zone & inside) == inside && (zone & outside) == 0)
          {
            graph->cost[zone] = 0;
            started = true;
          }
      if (!started)
        break;
      spread (graph, inside, outside);
      for (GigEulerMask zone = 0; zone < n; zone++)
        if (graph->present[zone] && (zone & inside) == inside && (zone & outside) == 0 &&
            graph->cost[zone] > 0 && (best == n || graph->cost[zone] < graph->cost[best]))
          best = zone;
      if (best == n || graph->cost[best] == UINT8_MAX)
        break;
      for (GigEulerMask zone = best; graph->cost[zone] > 0; zone = graph->from[zone])
        if (!graph->present[zone])
          {
            add_present (graph, zone);
            graph->added[graph->n_added++] = zone;
          }
      joined = true;
    }

  return joined;
}

/* All intersections of up to three sets, and the outside of each set. */
static GigEulerMask
join_all (Graph *graph)
{
  GigEulerMask n = BIT (graph->n_curves), guilty = 0;
  bool again = true;

  while (again)
    {
      again = false;
      for (GigEulerMask inside = 0; inside < n; inside++)
        if (gig_euler_popcount (inside) <= 3 && join (graph, inside, 0))
          {
            guilty |= inside;
            again = true;
          }
      for (unsigned i = 0; i < graph->n_curves; i++)
        if (join (graph, 0, BIT (i)))
          {
            guilty |= BIT (i);
            again = true;
          }
    }

  return guilty;
}

static bool
relax_component (GigEulerRelaxed         *self,
                 const GigEulerSystem    *system,
                 const GigEulerComponent *component,
                 Graph                   *graph)
{
  bool done = true;
  GigEulerMask guilty;

  memset (graph, 0, sizeof *graph);
  for (unsigned i = 0; i < system->n_curves; i++)
    if (component->curves >> i & 1)
      graph->curve[graph->n_curves++] = i;
  for (unsigned i = 0; i < graph->n_curves; i++)
    for (unsigned j = 0; j < graph->n_curves; j++)
      graph->relation[i][j] = system->relation[graph->curve[i]][graph->curve[j]];
  add_present (graph, 0);
  for (size_t z = 0; z < system->n_needs; z++)
    {
      GigEulerMask local = 0;

      for (unsigned i = 0; i < graph->n_curves; i++)
        if (system->needs[z].mask >> graph->curve[i] & 1)
          local |= BIT (i);
      add_present (graph, local);
    }
  guilty = join_all (graph);
  for (unsigned i = 0; i < graph->n_curves; i++)
    if (guilty >> i & 1)
      self->undrawable |= BIT (graph->curve[i]);
  for (unsigned a = 0; a < graph->n_added; a++)
    {
      GigEulerMask zone = component->around;

      for (unsigned i = 0; i < graph->n_curves; i++)
        if (graph->added[a] >> i & 1)
          zone |= BIT (graph->curve[i]);
      done = gig_euler_relaxed_add (self, zone) && done;
      self->undrawable |= zone & component->curves;
    }

  return done;
}

/* A zone of a component that is wholly taken by components inside it: convex
 * outlines leave something over. */
static bool
add_exhausted (GigEulerRelaxed         *self,
               const GigEulerSystem    *system,
               const GigEulerComponent *component)
{
  bool done = true;

  for (size_t z = 0; z < system->n_needs; z++)
    {
      GigEulerMask own = system->needs[z].mask & component->curves;

      if (own == 0 || gig_euler_system_find (system, component->around | own) != NULL)
        continue;
      done = gig_euler_relaxed_add (self, component->around | own) && done;
      self->undrawable |= own;
    }

  return done;
}

bool
gig_euler_relax (GigEulerRelaxed      *self,
                 const GigEulerSystem *system)
{
  Graph *graph = malloc (sizeof *graph);
  bool done = graph != NULL;

  memset (self, 0, sizeof *self);
  for (unsigned c = 0; c < system->n_components && done; c++)
    {
      const GigEulerComponent *component = &system->components[c];
      unsigned n = gig_euler_popcount (component->curves);

      done = add_exhausted (self, system, component);
      if (n > 1 && n <= MAX_CURVES)
        done = relax_component (self, system, component, graph) && done;
    }
  free (graph);

  return done;
}
