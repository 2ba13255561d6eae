/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Random set systems and what is true in them by plain enumeration: every
 * reading of every contested kind is a world of its own, and a statement is
 * known when all worlds agree. For the tests of set logic and quiz. */

#include "gig-set-core.h"

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

static inline void
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

static inline void
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
static inline guint
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
static inline guint64
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

static inline gboolean
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

static inline GigKnown
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
