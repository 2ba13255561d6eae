/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-set-core.h"

#include <math.h>

static guint
count_sets (GigZoneMask mask)
{
  return (guint) __builtin_popcount (mask);
}

void
gig_set_core_close_all (GigZoneMask *closures,
                        guint        n_sets)
{
  for (guint i = 0; i < n_sets; i++)
    closures[i] |= (GigZoneMask) 1 << i;
  for (guint via = 0; via < n_sets; via++)
    for (guint i = 0; i < n_sets; i++)
      if (closures[i] & ((GigZoneMask) 1 << via))
        closures[i] |= closures[via];
}

GigZoneMask
gig_set_core_close (const GigZoneMask *closures,
                    GigZoneMask        sets)
{
  GigZoneMask closed = 0;

  for (guint i = 0; sets >> i != 0; i++)
    if (sets & ((GigZoneMask) 1 << i))
      closed |= closures[i];
  return closed;
}

static int
compare_zones (gconstpointer a,
               gconstpointer b)
{
  GigZoneMask x = *(const GigZoneMask *) a;
  GigZoneMask y = *(const GigZoneMask *) b;

  if (count_sets (x) != count_sets (y))
    return count_sets (x) < count_sets (y) ? -1 : 1;
  return x < y ? -1 : x > y;
}

static void
add_zone (GHashTable  *seen,
          GArray      *zones,
          GigZoneMask  zone)
{
  if (zone != 0 && g_hash_table_add (seen, GUINT_TO_POINTER (zone)))
    g_array_append_val (zones, zone);
}

GArray *
gig_set_core_get_zones (const GigSetCore *core)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *zones = g_array_new (FALSE, FALSE, sizeof (GigZoneMask));

  for (guint i = 0; i < core->n_sets; i++)
    if (!(core->empty & ((GigZoneMask) 1 << i)))
      add_zone (seen, zones, core->closures[i]);
  for (guint i = 0; i < core->n_unions; i++)
    add_zone (seen, zones, core->unions[i]);
  for (guint i = 0; i < core->n_members; i++)
    add_zone (seen, zones, core->members[i].zone);
  g_array_sort (zones, compare_zones);
  return zones;
}

gboolean
gig_set_core_has_zone (const GigZoneMask *zones,
                       guint              n_zones,
                       GigZoneMask        inside,
                       GigZoneMask        outside)
{
  for (guint i = 0; i < n_zones; i++)
    if ((zones[i] & inside) == inside && (zones[i] & outside) == 0)
      return TRUE;
  return FALSE;
}

GigRelation
gig_set_core_get_relation (const GigZoneMask *zones,
                           guint              n_zones,
                           guint              a,
                           guint              b)
{
  GigZoneMask in_a = (GigZoneMask) 1 << a;
  GigZoneMask in_b = (GigZoneMask) 1 << b;
  gboolean only_a = gig_set_core_has_zone (zones, n_zones, in_a, in_b);
  gboolean only_b = gig_set_core_has_zone (zones, n_zones, in_b, in_a);

  if (a == b)
    return GIG_RELATION_EQUAL;
  if (!gig_set_core_has_zone (zones, n_zones, in_a | in_b, 0))
    return GIG_RELATION_DISJOINT;
  if (only_a && only_b)
    return GIG_RELATION_OVERLAP;
  if (only_a)
    return GIG_RELATION_SUPERSET;
  return only_b ? GIG_RELATION_SUBSET : GIG_RELATION_EQUAL;
}

static gboolean
zone_is (GigZoneMask zone,
         GigZoneMask inside,
         GigZoneMask outside)
{
  return (zone & inside) == inside && (zone & outside) == 0;
}

GigKnown
gig_set_core_member_is (const GigSetCoreMember *member,
                        GigZoneMask             inside,
                        GigZoneMask             outside)
{
  GigZoneMask zone = member->zone;
  GigZoneMask widest = zone, allowed = zone;

  /* Readings only grow the zone: the fewest sets are those of the certain zone;
   * the most that keep clear of @outside are all kinds that keep clear of it. */
  for (guint i = 0; i < member->n_contested; i++)
    {
      widest |= member->contested[i];
      if ((member->contested[i] & outside) == 0)
        allowed |= member->contested[i];
    }
  if (zone_is (zone, inside, 0) && zone_is (widest, 0, outside))
    return GIG_KNOWN_YES;
  return zone_is (allowed, inside, outside) ? GIG_KNOWN_NOT : GIG_KNOWN_NO;
}

GigKnown
gig_set_core_exists (const GigSetCore *core,
                     GigZoneMask       inside,
                     GigZoneMask       outside)
{
  GigKnown known = GIG_KNOWN_NO;

  for (guint i = 0; i < core->n_sets; i++)
    if (!(core->empty & ((GigZoneMask) 1 << i)) && zone_is (core->closures[i], inside, outside))
      return GIG_KNOWN_YES;
  for (guint i = 0; i < core->n_unions; i++)
    if (zone_is (core->unions[i], inside, outside))
      return GIG_KNOWN_YES;
  for (guint i = 0; i < core->n_members; i++)
    {
      GigKnown member = gig_set_core_member_is (&core->members[i], inside, outside);

      if (member == GIG_KNOWN_YES)
        return GIG_KNOWN_YES;
      if (member == GIG_KNOWN_NOT)
        known = GIG_KNOWN_NOT;
    }
  return known;
}

static GigKnown
negate (GigKnown known)
{
  if (known == GIG_KNOWN_NOT)
    return GIG_KNOWN_NOT;
  return known == GIG_KNOWN_YES ? GIG_KNOWN_NO : GIG_KNOWN_YES;
}

GigKnown
gig_set_core_judge (const GigSetCore *core,
                    GigQuantifier     quantifier,
                    guint             a,
                    guint             b)
{
  GigZoneMask in_a = (GigZoneMask) 1 << a;
  GigZoneMask in_b = (GigZoneMask) 1 << b;

  if (a == b || gig_set_core_exists (core, in_a, 0) != GIG_KNOWN_YES)
    return GIG_KNOWN_NOT;
  switch (quantifier)
    {
    case GIG_QUANTIFIER_ALL:
      return negate (gig_set_core_exists (core, in_a, in_b));
    case GIG_QUANTIFIER_SOME:
      return gig_set_core_exists (core, in_a | in_b, 0);
    case GIG_QUANTIFIER_NONE:
      return negate (gig_set_core_exists (core, in_a | in_b, 0));
    case GIG_QUANTIFIER_SOME_NOT:
      return gig_set_core_exists (core, in_a, in_b);
    default:
      g_return_val_if_reached (GIG_KNOWN_NOT);
    }
}

int
gig_set_core_get_weights (const GigZoneMask *zones,
                          guint              n_zones,
                          const double      *sizes,
                          double            *weights)
{
  double smallest = INFINITY, largest = 0;
  int wrong = -1;

  for (guint i = 0; i < n_zones; i++)
    if (isfinite (sizes[i]))
      largest = fmax (largest, sizes[i]);

  /* Deepest first: zones stand ascending by number of sets. */
  for (guint i = n_zones; i-- > 0;)
    {
      weights[i] = sizes[i];
      for (guint j = i + 1; j < n_zones; j++)
        if (isfinite (weights[j]) && zones[j] != zones[i] && (zones[j] & zones[i]) == zones[i])
          weights[i] -= weights[j];
      if (!isfinite (weights[i]))
        continue;
      /* Room for the rounding of decimal sizes. */
      if (weights[i] < -1e-9 * largest)
        wrong = (int) i;
      weights[i] = fmax (weights[i], 0);
      if (weights[i] > 0)
        smallest = fmin (smallest, weights[i]);
    }
  for (guint i = 0; i < n_zones; i++)
    if (!isfinite (weights[i]))
      weights[i] = isfinite (smallest) ? smallest : 1;
  return wrong;
}
