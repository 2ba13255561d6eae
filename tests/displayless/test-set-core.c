/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The set logic against plain enumeration. */

#include "set-systems.h"

#include <math.h>

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
