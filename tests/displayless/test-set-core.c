/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The set logic against plain enumeration: every reading of every contested kind
 * is a world of its own, and a statement is known when all worlds agree. */

#include "gig-set-core.h"

#include <math.h>
#include <string.h>

#define MAX_SETS      6
#define MAX_MEMBERS   8
#define MAX_CONTESTED 2
#define N_SYSTEMS     1000

typedef struct
{
  guint    n_kinds, kinds[3];
  guint    n_contested, contested[MAX_CONTESTED];
} Member;

typedef struct
{
  guint    n_sets;
  gboolean holds[MAX_SETS][MAX_SETS];   /* [inner][outer], as written */
  gboolean empty[MAX_SETS];
  guint    n_unions;
  gboolean unions[3][MAX_SETS];
  guint    n_members;
  Member   members[MAX_MEMBERS];
} System;

/* One element of a world: in which sets it is. */
typedef struct
{
  gboolean in[MAX_SETS];
} Element;

static void
make_system (System *system,
             GRand  *rand)
{
  guint n_doubtful = 0;

  memset (system, 0, sizeof *system);
  system->n_sets = (guint) g_rand_int_range (rand, 2, MAX_SETS + 1);
  for (guint i = 0; i < system->n_sets; i++)
    {
      system->empty[i] = g_rand_int_range (rand, 0, 4) == 0;
      for (guint j = 0; j < system->n_sets; j++)
        system->holds[i][j] = i != j && g_rand_int_range (rand, 0, 7) == 0;
    }
  system->n_unions = (guint) g_rand_int_range (rand, 0, 4);
  for (guint i = 0; i < system->n_unions; i++)
    for (guint j = 0; j < 2; j++)
      system->unions[i][g_rand_int_range (rand, 0, (gint32) system->n_sets)] = TRUE;
  system->n_members = (guint) g_rand_int_range (rand, 0, MAX_MEMBERS + 1);
  for (guint i = 0; i < system->n_members; i++)
    {
      Member *member = &system->members[i];

      member->n_kinds = (guint) g_rand_int_range (rand, 0, 3);
      for (guint j = 0; j < member->n_kinds; j++)
        member->kinds[j] = (guint) g_rand_int_range (rand, 0, (gint32) system->n_sets);
      if (n_doubtful < 3 && g_rand_boolean (rand))
        {
          n_doubtful++;
          member->n_contested = (guint) g_rand_int_range (rand, 1, MAX_CONTESTED + 1);
          for (guint j = 0; j < member->n_contested; j++)
            member->contested[j] = (guint) g_rand_int_range (rand, 0, (gint32) system->n_sets);
        }
    }
}

/* --- The plain way --- */

static void
enter (const System *system,
       Element      *element,
       guint         set)
{
  if (element->in[set])
    return;
  element->in[set] = TRUE;
  for (guint outer = 0; outer < system->n_sets; outer++)
    if (system->holds[set][outer])
      enter (system, element, outer);
}

/* @readings: two bits a member say which of its contested kinds hold. */
static guint
make_world (const System *system,
            guint64       readings,
            Element      *elements)
{
  guint n = 0;

  memset (elements, 0, sizeof (Element) * (MAX_SETS + 3 + MAX_MEMBERS));
  for (guint i = 0; i < system->n_sets; i++)
    if (!system->empty[i])
      enter (system, &elements[n++], i);
  for (guint i = 0; i < system->n_unions; i++, n++)
    for (guint j = 0; j < system->n_sets; j++)
      if (system->unions[i][j])
        enter (system, &elements[n], j);
  for (guint i = 0; i < system->n_members; i++, n++)
    {
      const Member *member = &system->members[i];

      for (guint j = 0; j < member->n_kinds; j++)
        enter (system, &elements[n], member->kinds[j]);
      for (guint j = 0; j < member->n_contested; j++)
        if (readings >> (2 * i + j) & 1)
          enter (system, &elements[n], member->contested[j]);
    }
  return n;
}

/* The next combination of readings of those contested; 0 after the last. */
static guint64
next_readings (const System *system,
               guint64       readings)
{
  for (guint i = 0; i < system->n_members; i++)
    for (guint j = 0; j < system->members[i].n_contested; j++)
      {
        guint64 bit = (guint64) 1 << (2 * i + j);

        readings ^= bit;
        if (readings & bit)
          return readings;
      }
  return 0;
}

static gboolean
is_true (const Element *elements,
         guint          n_elements,
         GigQuantifier  quantifier,
         guint          a,
         guint          b)
{
  gboolean both = FALSE, only = FALSE;

  for (guint i = 0; i < n_elements; i++)
    if (elements[i].in[a])
      {
        both |= elements[i].in[b];
        only |= !elements[i].in[b];
      }
  switch (quantifier)
    {
    case GIG_QUANTIFIER_ALL: return !only;
    case GIG_QUANTIFIER_SOME: return both;
    case GIG_QUANTIFIER_NONE: return !both;
    case GIG_QUANTIFIER_SOME_NOT: return only;
    default: g_assert_not_reached ();
    }
}

static GigKnown
judge_plainly (const System  *system,
               GigQuantifier  quantifier,
               guint          a,
               guint          b)
{
  Element elements[MAX_SETS + 3 + MAX_MEMBERS];
  gboolean always = TRUE, never = TRUE;
  guint64 readings = 0;

  do
    {
      guint n = make_world (system, readings, elements);
      gboolean truth = is_true (elements, n, quantifier, a, b);
      gboolean holds_something = FALSE;

      for (guint i = 0; i < n; i++)
        holds_something |= elements[i].in[a];
      if (!holds_something)
        return GIG_KNOWN_NOT;
      always &= truth;
      never &= !truth;
      readings = next_readings (system, readings);
    }
  while (readings != 0);
  return always ? GIG_KNOWN_YES : never ? GIG_KNOWN_NO : GIG_KNOWN_NOT;
}

/* --- The core's way --- */

typedef struct
{
  GigZoneMask      closures[MAX_SETS];
  GigZoneMask      unions[3];
  GigZoneMask      contested[MAX_MEMBERS][MAX_CONTESTED];
  GigSetCoreMember members[MAX_MEMBERS];
  GigSetCore       core;
} Masks;

static void
make_masks (const System *system,
            Masks        *masks)
{
  GigZoneMask empty = 0;

  memset (masks, 0, sizeof *masks);
  for (guint i = 0; i < system->n_sets; i++)
    {
      empty |= (GigZoneMask) system->empty[i] << i;
      for (guint j = 0; j < system->n_sets; j++)
        masks->closures[i] |= (GigZoneMask) system->holds[i][j] << j;
    }
  gig_set_core_close_all (masks->closures, system->n_sets);
  for (guint i = 0; i < system->n_unions; i++)
    for (guint j = 0; j < system->n_sets; j++)
      if (system->unions[i][j])
        masks->unions[i] |= gig_set_core_close (masks->closures, (GigZoneMask) 1 << j);
  for (guint i = 0; i < system->n_members; i++)
    {
      const Member *member = &system->members[i];

      for (guint j = 0; j < member->n_kinds; j++)
        masks->members[i].zone |= masks->closures[member->kinds[j]];
      for (guint j = 0; j < member->n_contested; j++)
        masks->contested[i][j] = masks->closures[member->contested[j]];
      masks->members[i].contested = masks->contested[i];
      masks->members[i].n_contested = member->n_contested;
    }
  masks->core = (GigSetCore) {
    system->n_sets, masks->closures, empty, masks->unions, system->n_unions,
    masks->members, system->n_members,
  };
}

static void
test_judge (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  guint n_known[3] = { 0 };

  for (guint n = 0; n < N_SYSTEMS; n++)
    {
      System system;
      Masks masks;

      make_system (&system, rand);
      make_masks (&system, &masks);
      for (guint a = 0; a < system.n_sets; a++)
        for (guint b = 0; b < system.n_sets; b++)
          for (guint q = GIG_QUANTIFIER_ALL; a != b && q <= GIG_QUANTIFIER_SOME_NOT; q++)
            {
              GigKnown known = gig_set_core_judge (&masks.core, q, a, b);

              g_assert_cmpint (known, ==, judge_plainly (&system, q, a, b));
              n_known[known]++;
            }
    }
  /* The systems try all three answers. */
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (n_known[i], >, 1000);
}

static gboolean
in_zone (const Element *element,
         GigZoneMask    zone,
         guint          n_sets)
{
  for (guint i = 0; i < n_sets; i++)
    if (element->in[i] != (gboolean) (zone >> i & 1))
      return FALSE;
  return TRUE;
}

static GigRelation
relate_plainly (const Element *elements,
                guint          n,
                guint          a,
                guint          b)
{
  gboolean both = FALSE, only_a = FALSE, only_b = FALSE;

  for (guint i = 0; i < n; i++)
    {
      both |= elements[i].in[a] && elements[i].in[b];
      only_a |= elements[i].in[a] && !elements[i].in[b];
      only_b |= elements[i].in[b] && !elements[i].in[a];
    }
  if (!both)
    return GIG_RELATION_DISJOINT;
  if (only_a && only_b)
    return GIG_RELATION_OVERLAP;
  return only_a ? GIG_RELATION_SUPERSET : only_b ? GIG_RELATION_SUBSET : GIG_RELATION_EQUAL;
}

static void
test_zones (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint n = 0; n < N_SYSTEMS; n++)
    {
      Element elements[MAX_SETS + 3 + MAX_MEMBERS];
      g_autoptr (GArray) zones = NULL;
      System system;
      Masks masks;
      guint n_elements;

      make_system (&system, rand);
      make_masks (&system, &masks);
      zones = gig_set_core_get_zones (&masks.core);
      n_elements = make_world (&system, 0, elements);

      /* A zone for each element that is anywhere, none without one, none twice. */
      for (guint z = 0; z < zones->len; z++)
        {
          GigZoneMask zone = g_array_index (zones, GigZoneMask, z);
          gboolean inhabited = FALSE;

          g_assert_cmpuint (zone, !=, 0);
          for (guint i = 0; i < n_elements; i++)
            inhabited |= in_zone (&elements[i], zone, system.n_sets);
          g_assert_true (inhabited);
          if (z > 0)
            g_assert_cmpint (__builtin_popcount (zone), >=,
                             __builtin_popcount (g_array_index (zones, GigZoneMask, z - 1)));
          for (guint y = 0; y < z; y++)
            g_assert_cmpuint (zone, !=, g_array_index (zones, GigZoneMask, y));
        }
      for (guint i = 0; i < n_elements; i++)
        {
          gboolean found = in_zone (&elements[i], 0, system.n_sets);

          for (guint z = 0; z < zones->len; z++)
            found |= in_zone (&elements[i], g_array_index (zones, GigZoneMask, z), system.n_sets);
          g_assert_true (found);
        }
      for (guint a = 0; a < system.n_sets; a++)
        for (guint b = 0; b < system.n_sets; b++)
          if (a != b)
            g_assert_cmpint (gig_set_core_get_relation ((GigZoneMask *) zones->data, zones->len, a, b),
                             ==, relate_plainly (elements, n_elements, a, b));
    }
}

/* Sizes counted with repetition give back what stands in each zone alone. */
static void
test_weights (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint n = 0; n < N_SYSTEMS; n++)
    {
      g_autoptr (GArray) zones = NULL;
      System system;
      Masks masks;
      double alone[64], sizes[64], weights[64];

      make_system (&system, rand);
      make_masks (&system, &masks);
      zones = gig_set_core_get_zones (&masks.core);
      g_assert_cmpuint (zones->len, <=, 64);
      for (guint z = 0; z < zones->len; z++)
        alone[z] = g_rand_int_range (rand, 1, 100);
      for (guint z = 0; z < zones->len; z++)
        {
          GigZoneMask zone = g_array_index (zones, GigZoneMask, z);

          sizes[z] = 0;
          for (guint y = 0; y < zones->len; y++)
            if ((g_array_index (zones, GigZoneMask, y) & zone) == zone)
              sizes[z] += alone[y];
        }
      g_assert_cmpint (gig_set_core_get_weights ((GigZoneMask *) zones->data, zones->len, sizes, weights),
                       ==, -1);
      for (guint z = 0; z < zones->len; z++)
        g_assert_cmpfloat_with_epsilon (weights[z], alone[z], 1e-6);
    }
}

static void
test_weights_contradict (void)
{
  const GigZoneMask zones[] = { 1, 3 };
  const double sizes[] = { 4, 9 };
  const double unknown[] = { 10, NAN };
  double weights[2];

  g_assert_cmpint (gig_set_core_get_weights (zones, 2, sizes, weights), ==, 0);
  g_assert_cmpfloat (weights[0], ==, 0);
  g_assert_cmpint (gig_set_core_get_weights (zones, 2, unknown, weights), ==, -1);
  g_assert_cmpfloat (weights[1], ==, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/set-core/judge", test_judge);
  g_test_add_func ("/set-core/zones", test_zones);
  g_test_add_func ("/set-core/weights", test_weights);
  g_test_add_func ("/set-core/weights-contradict", test_weights_contradict);

  return g_test_run ();
}
