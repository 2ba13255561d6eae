/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the drawings of the Euler engine must never get wrong without saying so. */

#include <glib.h>
#include <math.h>
#include <string.h>

#include "gig-euler.h"
#include "gig-euler-geometry.h"

#define N_RANDOM 400
#define MAX_SETS 6

static GigEulerLayout *
build (unsigned            n_sets,
       const GigEulerMask *zones,
       gsize               n_zones)
{
  g_autoptr (GigEulerBuilder) builder = gig_euler_builder_new (n_sets);

  for (gsize i = 0; i < n_zones; i++)
    gig_euler_builder_add_zone (builder, zones[i]);

  return gig_euler_builder_build (builder);
}

static gboolean
is_required (GigEulerMask        mask,
             const GigEulerMask *zones,
             gsize               n_zones)
{
  for (gsize i = 0; i < n_zones; i++)
    if (zones[i] == mask)
      return TRUE;

  return FALSE;
}

/* Looks at the drawing itself: which zones do points of a grid lie in? A drawing
 * that calls itself right holds every required zone and no other worth seeing. */
static void
check_drawing (GigEulerLayout     *layout,
               const GigEulerMask *zones,
               gsize               n_zones)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  double x, y, width, height;
  int total = 0;
  GHashTableIter iter;
  gpointer mask, count;

  if (!gig_euler_layout_is_ok (layout))
    return;
  gig_euler_layout_get_bounds (layout, &x, &y, &width, &height);
  for (int i = 0; i < 240; i++)
    for (int j = 0; j < 240; j++)
      {
        GigEulerMask zone = gig_euler_layout_zone_at (layout, x + width * (i + 0.5) / 240, y + height * (j + 0.5) / 240);
        gpointer key = GUINT_TO_POINTER ((guint) zone);

        if (zone == 0)
          continue;
        total++;
        g_hash_table_insert (counts, key, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + 1));
      }
  for (gsize i = 0; i < n_zones; i++)
    g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, GUINT_TO_POINTER ((guint) zones[i]))), >, 0);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &mask, &count))
    if (!is_required (GPOINTER_TO_UINT (mask), zones, n_zones))
      g_assert_cmpint (GPOINTER_TO_INT (count), <, MAX (2, total / 200));
}

static void
check_ellipses (GigEulerLayout *layout,
                unsigned        n_sets)
{
  for (unsigned i = 0; i < n_sets; i++)
    {
      const GigEulerEllipse *ellipse = gig_euler_layout_get_ellipse (layout, i);

      g_assert_true (isfinite (ellipse->cx) && isfinite (ellipse->cy));
      g_assert_true (isfinite (ellipse->rx) && isfinite (ellipse->ry) && isfinite (ellipse->rotation));
      g_assert_cmpfloat (ellipse->rx, >=, 0);
      g_assert_cmpfloat (ellipse->ry, >=, 0);
    }
}

static void
test_nested (void)
{
  const GigEulerMask zones[] = { 1, 3, 7 };
  GigEulerLayout *layout = build (3, zones, G_N_ELEMENTS (zones));

  g_assert_true (gig_euler_layout_is_ok (layout));
  check_drawing (layout, zones, G_N_ELEMENTS (zones));
  g_assert_cmpfloat (gig_euler_layout_get_quality (layout)->min_clearance, >, 0.004);
  gig_euler_layout_unref (layout);
}

static void
test_every_venn_up_to_three (void)
{
  for (unsigned n = 1; n <= 3; n++)
    {
      GigEulerMask zones[8];
      gsize n_zones = 0;
      GigEulerLayout *layout;

      for (GigEulerMask mask = 1; mask < (1u << n); mask++)
        zones[n_zones++] = mask;
      layout = build (n, zones, n_zones);
      g_assert_true (gig_euler_layout_is_ok (layout));
      check_drawing (layout, zones, n_zones);
      gig_euler_layout_unref (layout);
    }
}

/* Whatever is asked, the answer is finite, says whether it is right, and is right
 * where it says so. */
static void
test_random_systems (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (int i = 0; i < N_RANDOM; i++)
    {
      unsigned n_sets = (unsigned) g_rand_int_range (rand, 0, MAX_SETS + 1);
      GigEulerMask zones[12];
      gsize n_zones = n_sets > 0 ? (gsize) g_rand_int_range (rand, 0, 12) : 0;
      GigEulerLayout *layout;
      size_t n_problems;

      for (gsize j = 0; j < n_zones; j++)
        zones[j] = (GigEulerMask) g_rand_int_range (rand, 1, 1 << n_sets);
      layout = build (n_sets, zones, n_zones);
      g_assert_nonnull (layout);
      check_ellipses (layout, n_sets);
      check_drawing (layout, zones, n_zones);
      gig_euler_layout_get_problems (layout, &n_problems);
      if (!gig_euler_layout_is_ok (layout))
        g_assert_cmpuint (n_problems, >, 0);
      gig_euler_layout_unref (layout);
    }
}

static void
test_same_input_same_drawing (void)
{
  const GigEulerMask zones[] = { 1, 3, 5, 7, 9, 2 };
  GigEulerLayout *a = build (4, zones, G_N_ELEMENTS (zones));
  GigEulerLayout *b = build (4, zones, G_N_ELEMENTS (zones));

  for (unsigned i = 0; i < 4; i++)
    g_assert_cmpmem (gig_euler_layout_get_ellipse (a, i), sizeof (GigEulerEllipse),
                     gig_euler_layout_get_ellipse (b, i), sizeof (GigEulerEllipse));
  gig_euler_layout_unref (a);
  gig_euler_layout_unref (b);
}

static void
test_strange_weights (void)
{
  const double weights[] = { 0, 1e-9, 1e9, NAN, INFINITY, -1 };

  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (weights); j++)
      {
        g_autoptr (GigEulerBuilder) builder = gig_euler_builder_new (2);
        GigEulerLayout *layout;

        gig_euler_builder_set_proportional (builder, true);
        gig_euler_builder_set_weight (builder, 1, weights[i]);
        gig_euler_builder_set_weight (builder, 3, weights[j]);
        gig_euler_builder_set_weight (builder, 2, 1);
        layout = gig_euler_builder_build (builder);
        g_assert_nonnull (layout);
        check_ellipses (layout, 2);
        gig_euler_layout_unref (layout);
      }
}

static void
test_twelve_sets_all_crossing (void)
{
  GigEulerMask zones[12 + 66];
  gsize n_zones = 0;
  GigEulerLayout *layout;

  for (int i = 0; i < 12; i++)
    {
      zones[n_zones++] = 1u << i;
      for (int j = 0; j < i; j++)
        zones[n_zones++] = (1u << i) | (1u << j);
    }
  layout = build (12, zones, n_zones);
  check_ellipses (layout, 12);
  check_drawing (layout, zones, n_zones);
  gig_euler_layout_unref (layout);
}

static unsigned
count_problems (GigEulerLayout      *layout,
                GigEulerProblemKind  kind)
{
  size_t n_problems;
  const GigEulerProblem *problems = gig_euler_layout_get_problems (layout, &n_problems);
  unsigned count = 0;

  for (size_t i = 0; i < n_problems; i++)
    count += problems[i].kind == kind;

  return count;
}

static bool
count_cb (void *user_data)
{
  unsigned *polls = user_data;

  return *polls > 0 && --*polls == 0;
}

/* Five sets can always be shown with all the zones they need, whatever these
 * are, and six with up to twenty: the others are empty, and said to be. */
static void
test_no_zone_is_lost (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (int i = 0; i < 40; i++)
    {
      unsigned n_sets = i % 2 == 0 ? 5 : 6;
      GigEulerMask zones[20];
      GigEulerLayout *layout;

      for (gsize j = 0; j < G_N_ELEMENTS (zones); j++)
        zones[j] = (GigEulerMask) g_rand_int_range (rand, 1, 1 << n_sets);
      layout = build (n_sets, zones, G_N_ELEMENTS (zones) - i % 12);
      g_assert_cmpuint (count_problems (layout, GIG_EULER_PROBLEM_MISSING_ZONE), ==, 0);
      g_assert_true (gig_euler_layout_is_ok (layout) ||
                     count_problems (layout, GIG_EULER_PROBLEM_EXTRA_ZONE) > 0 ||
                     count_problems (layout, GIG_EULER_PROBLEM_EMPTY_SET) > 0 ||
                     count_problems (layout, GIG_EULER_PROBLEM_SPLIT_ZONE) > 0);
      gig_euler_layout_unref (layout);
    }
}

/* Six sets have 63 combinations, but six ellipses make 61 zones at most. */
static void
test_more_zones_than_ellipses_make (void)
{
  GigEulerMask zones[63];
  GigEulerLayout *layout;

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    zones[i] = (GigEulerMask) i + 1;
  layout = build (6, zones, G_N_ELEMENTS (zones));
  g_assert_false (gig_euler_layout_is_ok (layout));
  g_assert_cmpuint (count_problems (layout, GIG_EULER_PROBLEM_UNDRAWABLE), ==, 1);
  g_assert_cmpuint (count_problems (layout, GIG_EULER_PROBLEM_MISSING_ZONE), >, 1);
  gig_euler_layout_unref (layout);
}

/* A zone of next to no weight is still there to see. */
static void
test_least_weight_is_seen (void)
{
  g_autoptr (GigEulerBuilder) builder = gig_euler_builder_new (2);
  GigEulerLayout *layout;

  gig_euler_builder_set_proportional (builder, true);
  gig_euler_builder_set_weight (builder, 1, 1e9);
  gig_euler_builder_set_weight (builder, 2, 1e-9);
  layout = gig_euler_builder_build (builder);
  g_assert_true (gig_euler_layout_is_ok (layout));
  gig_euler_layout_unref (layout);
}

/* Where outlines cross is exact: all zones are told apart by it. */
static void
test_crossings_are_exact (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (int i = 0; i < 20000; i++)
    {
      GigEulerShape shapes[2];
      GigEulerCut cuts[4];
      unsigned n;

      for (int k = 0; k < 2; k++)
        {
          shapes[k].x = g_rand_double_range (rand, 0, 100);
          shapes[k].y = g_rand_double_range (rand, 0, 100);
          shapes[k].a = g_rand_double_range (rand, 20, 120);
          shapes[k].b = shapes[k].a * g_rand_double_range (rand, k == 0 || i % 2 == 0 ? 0.3 : 0.02, 1);
          shapes[k].phi = g_rand_double_range (rand, -10, 10);
          gig_euler_shape_update (&shapes[k]);
        }
      n = gig_euler_shape_cuts (&shapes[0], &shapes[1], cuts);
      /* None is missed: two samples beside each other see the same side. */
      if (i % 20 == 0)
        {
          unsigned changes = 0;
          gboolean was = FALSE;

          for (unsigned k = 0; k <= 20000; k++)
            {
              double x, y;
              gboolean inside;

              gig_euler_shape_point (&shapes[0], 2 * G_PI * (k % 20000) / 20000, &x, &y);
              inside = gig_euler_shape_level (&shapes[1], x, y) < 1;
              changes += k > 0 && inside != was;
              was = inside;
            }
          g_assert_cmpuint (n, >=, changes);
        }
      for (unsigned k = 0; k < n; k++)
        {
          double x, y, u, v;

          gig_euler_shape_point (&shapes[0], cuts[k].t, &x, &y);
          gig_euler_shape_point (&shapes[1], cuts[k].u, &u, &v);
          g_assert_cmpfloat (hypot (x - u, y - v), <, 1e-6);
        }
    }
}

/* Two crossings beside each other, hidden between two samples of which both
 * outlines come from and go to the same side. */
static void
test_crossings_side_by_side (void)
{
  GigEulerShape shapes[2] = {
    { .x = 344.06291591802579, .y = 333.91413852153744, .a = 307.34881482906519, .b = 124.19545267008733,
      .phi = -0.77384218462731802 },
    { .x = 290.22191007552073, .y = 559.67534567978839, .a = 240.82341909224908, .b = 183.41217301187521,
      .phi = 1.3726268346068944 },
  };
  GigEulerCut cuts[4];

  gig_euler_shape_update (&shapes[0]);
  gig_euler_shape_update (&shapes[1]);
  g_assert_cmpuint (gig_euler_shape_cuts (&shapes[0], &shapes[1], cuts), ==, 4);
  g_assert_cmpuint (gig_euler_shape_cuts (&shapes[1], &shapes[0], cuts), ==, 4);
}

static bool
cancel_cb (void *user_data)
{
  return true;
}

/* The longest layout there is ends after a fixed amount of work, of which the
 * polls are a count: about a millisecond each. */
static void
test_work_is_limited (void)
{
  g_autoptr (GigEulerBuilder) builder = gig_euler_builder_new (12);
  unsigned polls = G_MAXUINT;
  GigEulerLayout *layout;

  for (int i = 0; i < 12; i++)
    for (int j = 0; j <= i; j++)
      gig_euler_builder_add_zone (builder, (1u << i) | (1u << j));
  gig_euler_builder_set_cancel (builder, count_cb, &polls);
  layout = gig_euler_builder_build (builder);
  polls = G_MAXUINT - polls;
  g_assert_false (gig_euler_layout_is_ok (layout));
  g_assert_cmpuint (count_problems (layout, GIG_EULER_PROBLEM_MISSING_ZONE) +
                    count_problems (layout, GIG_EULER_PROBLEM_EXTRA_ZONE), >, 0);
  g_assert_cmpuint (polls, >, 50);
  g_assert_cmpuint (polls, <, 600);
  gig_euler_layout_unref (layout);

  /* Stopped at any poll, it gives nothing. */
  for (unsigned stop = 1; stop < polls; stop += 1 + polls / 7)
    {
      unsigned left = stop;

      gig_euler_builder_set_cancel (builder, count_cb, &left);
      g_assert_null (gig_euler_builder_build (builder));
      g_assert_cmpuint (left, ==, 0);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GigEulerBuilder) builder = gig_euler_builder_new (5);
  GigEulerLayout *layout;

  for (GigEulerMask mask = 1; mask < 32; mask++)
    gig_euler_builder_add_zone (builder, mask);
  gig_euler_builder_set_cancel (builder, cancel_cb, NULL);
  layout = gig_euler_builder_build (builder);
  g_assert_null (layout);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/euler/nested", test_nested);
  g_test_add_func ("/euler/every-venn-up-to-three", test_every_venn_up_to_three);
  g_test_add_func ("/euler/random-systems", test_random_systems);
  g_test_add_func ("/euler/same-input-same-drawing", test_same_input_same_drawing);
  g_test_add_func ("/euler/strange-weights", test_strange_weights);
  g_test_add_func ("/euler/twelve-sets-all-crossing", test_twelve_sets_all_crossing);
  g_test_add_func ("/euler/no-zone-is-lost", test_no_zone_is_lost);
  g_test_add_func ("/euler/more-zones-than-ellipses-make", test_more_zones_than_ellipses_make);
  g_test_add_func ("/euler/least-weight-is-seen", test_least_weight_is_seen);
  g_test_add_func ("/euler/crossings-are-exact", test_crossings_are_exact);
  g_test_add_func ("/euler/crossings-side-by-side", test_crossings_side_by_side);
  g_test_add_func ("/euler/work-is-limited", test_work_is_limited);
  g_test_add_func ("/euler/cancelled", test_cancelled);

  return g_test_run ();
}
