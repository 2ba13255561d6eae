/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the drawings of the Euler engine must never get wrong without saying so. */

#include <glib.h>
#include <math.h>
#include <string.h>

#include "gig-euler.h"

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

static bool
cancel_cb (void *user_data)
{
  return true;
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
  g_test_add_func ("/euler/cancelled", test_cancelled);

  return g_test_run ();
}
