/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-relax.h"

#include <stdlib.h>
#include <string.h>

#define BIT(i) ((GigEulerMask) 1 << (i))

/* Beyond so many crossing curves the search over all zones is not worth it. */
#define MAX_CURVES 10

#define NO_WAY UINT16_MAX

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
  unsigned char price[1 << MAX_CURVES];
  GigEulerMask  list[1 << MAX_CURVES];
  unsigned      n_list;
  bool          reached[1 << MAX_CURVES];
  GigEulerMask  queue[1 << MAX_CURVES];
  uint64_t      work;
  uint16_t      cost[1 << MAX_CURVES];
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
  graph->price[zone] = 0;
  graph->list[graph->n_list++] = zone;
}

/* Whether the zones that are present in a region hang together: a flood. */
static bool
is_joined (Graph       *graph,
           GigEulerMask inside,
           GigEulerMask outside)
{
  unsigned n = 0, n_reached = 0;

  memset (graph->reached, 0, sizeof (bool) << graph->n_curves);
  for (unsigned i = 0; i < graph->n_list; i++)
    if ((graph->list[i] & inside) == inside && (graph->list[i] & outside) == 0 && n++ == 0)
      {
        graph->reached[graph->list[i]] = true;
        graph->queue[n_reached++] = graph->list[i];
      }
  for (unsigned i = 0; i < n_reached; i++)
    for (unsigned k = 0; k < graph->n_curves; k++)
      {
        GigEulerMask next = graph->queue[i] ^ BIT (k);

        if (!graph->present[next] || graph->reached[next] ||
            (next & inside) != inside || (next & outside) != 0)
          continue;
        graph->reached[next] = true;
        graph->queue[n_reached++] = next;
      }


  graph->work += graph->n_list + n_reached * graph->n_curves * 2;

  return n_reached == n;
}

/* What it costs to have a zone that is not wanted, and more where it makes sets
 * cross which should be apart. */
static unsigned
zone_cost (const Graph *graph,
           GigEulerMask zone)
{
  unsigned cost = 4 + gig_euler_popcount (zone) / 4;

  for (unsigned i = 0; i < graph->n_curves; i++)
    for (unsigned j = 0; j < graph->n_curves; j++)
      if ((zone >> i & 1) && i != j &&
          graph->relation[i][j] == (zone >> j & 1 ? GIG_EULER_DISJOINT : GIG_EULER_INSIDE))
        cost += 12;

  return cost < 100 ? cost : 100;
}

/* The cheapest way from the zone in the queue (cost 0) to every other, over zones
 * with all of @inside and none of @outside: Bellman & Ford with a queue. */
static void
spread (Graph       *graph,
        GigEulerMask inside,
        GigEulerMask outside)
{
  const unsigned wrap = (1 << MAX_CURVES) - 1;
  unsigned n = 1;

  memset (graph->reached, 0, sizeof graph->reached);
  for (unsigned at = 0; n > 0; at++, n--)
    {
      GigEulerMask zone = graph->queue[at & wrap];

      graph->reached[zone] = false;
      for (unsigned i = 0; i < graph->n_curves; i++)
        {
          GigEulerMask next = zone ^ BIT (i);
          unsigned cost = graph->cost[zone] + graph->price[next];

          if ((next & inside) != inside || (next & outside) != 0 || cost >= graph->cost[next])
            continue;
          graph->cost[next] = (unsigned short) cost;
          graph->from[next] = zone;
          if (!graph->reached[next])
            graph->queue[(at + n++) & wrap] = next;
          graph->reached[next] = true;
        }
      graph->work += graph->n_curves * 4;
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

      memset (graph->cost, UINT8_MAX, sizeof graph->cost); /* NO_WAY */
      for (GigEulerMask zone = 0; zone < n && !started; zone++)
        if (graph->present[zone] && (zone & inside) == inside && (zone & outside) == 0)
          {
            graph->cost[zone] = 0;
            graph->queue[0] = zone;
            started = true;
          }
      if (!started)
        break;
      spread (graph, inside, outside);
      for (GigEulerMask zone = 0; zone < n; zone++)
        if (graph->present[zone] && (zone & inside) == inside && (zone & outside) == 0 &&
            graph->cost[zone] > 0 && (best == n || graph->cost[zone] < graph->cost[best]))
          best = zone;
      if (best == n || graph->cost[best] == NO_WAY)
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
join_all (Graph          *graph,
          GigEulerEffort *effort)
{
  GigEulerMask n = BIT (graph->n_curves), guilty = 0;
  bool again = true;

  while (again)
    {
      again = false;
      for (GigEulerMask inside = 0; inside < n && !effort->cancelled; inside++)
        if (gig_euler_popcount (inside) <= 3)
          {
            if (join (graph, inside, 0))
              {
                guilty |= inside;
                again = true;
              }
            gig_euler_effort_spend (effort, graph->work);
            graph->work = 0;
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
                 Graph                   *graph,
                 GigEulerEffort          *effort)
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
  for (GigEulerMask zone = 0; zone < BIT (graph->n_curves); zone++)
    graph->price[zone] = (unsigned char) zone_cost (graph, zone);
  add_present (graph, 0);
  for (size_t z = 0; z < system->n_needs; z++)
    {
      GigEulerMask local = 0;

      for (unsigned i = 0; i < graph->n_curves; i++)
        if (system->needs[z].mask >> graph->curve[i] & 1)
          local |= BIT (i);
      add_present (graph, local);
    }
  guilty = join_all (graph, effort);
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

/* Two ellipses cross in at most four points, so by Euler's formula n of them make
 * no more than this many zones. */
static size_t
max_zones (size_t n)
{
  return 2 * n * (n - 1) + 1;
}

/* The zones of a component, cut to its curves. */
static size_t
count_zones (const GigEulerSystem    *system,
             const GigEulerComponent *component)
{
  size_t count = 0;

  for (size_t z = 0; z < system->n_needs; z++)
    {
      bool known = (system->needs[z].mask & component->curves) == 0;

      for (size_t y = 0; y < z && !known && count <= max_zones (GIG_EULER_MAX_SETS); y++)
        known = ((system->needs[y].mask ^ system->needs[z].mask) & component->curves) == 0;
      count += !known;
    }

  return count;
}

bool
gig_euler_relax (GigEulerRelaxed      *self,
                 const GigEulerSystem *system,
                 GigEulerEffort       *effort)
{
  Graph *graph = malloc (sizeof *graph);
  bool done = graph != NULL;

  memset (self, 0, sizeof *self);
  for (unsigned c = 0; c < system->n_components && done; c++)
    {
      const GigEulerComponent *component = &system->components[c];
      unsigned n = gig_euler_popcount (component->curves);

      done = add_exhausted (self, system, component);
      if (count_zones (system, component) > max_zones (n))
        self->undrawable |= component->curves;
      if (n > 1 && n <= MAX_CURVES)
        done = relax_component (self, system, component, graph, effort) && done;
    }
  free (graph);

  return done;
}
