/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Random set systems, degenerate ones among them, through the engine with
 * sanitizers:
 *
 *   stress-euler [COUNT [FIRST]]
 *
 * Each number from FIRST on is a system of its own and gives the same one again.
 * What is asserted is what the header promises; how long things took is printed
 * and fails nothing.
 */

#include "gig-euler.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAX_TEXTS    40
#define GRID         60
#define FINE         80
/* Zones of a smaller share of the drawing are not listed. */
#define UNSEEN_SHARE 1e-5

#define CHECK(condition)                                                          \
  do                                                                              \
    {                                                                             \
      if (!(condition))                                                           \
        {                                                                         \
          fprintf (stderr, "system %lu: %s (line %d)\n", system_number, #condition, __LINE__); \
          n_failures++;                                                           \
        }                                                                         \
    }                                                                             \
  while (0)

typedef struct
{
  unsigned      n_sets;
  GigEulerMask  zones[600];
  size_t        n_zones;
  GigEulerLabel labels[MAX_TEXTS];
  size_t        n_labels;
} System;

static unsigned long system_number;
static unsigned long n_failures;
static uint64_t random_state;
static double last_poll, longest_gap, longest_build;
static unsigned long n_right, n_missing, n_split, n_drawn_systems, n_polls, stop_at;

static uint64_t
draw_number (void)
{
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;

  return random_state;
}

static unsigned
below (unsigned n)
{
  return (unsigned) (draw_number () >> 11) % n;
}

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static bool
poll_cb (void *user_data)
{
  double now = cpu_ms ();

  (void) user_data;
  longest_gap = fmax (longest_gap, now - last_poll);
  last_poll = now;

  return ++n_polls == stop_at;
}

static void
add_zone (System          *system,
          GigEulerBuilder *builder,
          GigEulerMask     zone)
{
  GigEulerMask all = system->n_sets > 0 ? ((GigEulerMask) 1 << system->n_sets) - 1 : 0;

  gig_euler_builder_add_zone (builder, zone);
  zone &= all;
  for (size_t i = 0; i < system->n_zones; i++)
    if (system->zones[i] == zone)
      return;
  if (zone != 0 && system->n_zones < sizeof system->zones / sizeof system->zones[0])
    system->zones[system->n_zones++] = zone;
}

/* Trees: each new set lies in one that is there already, or apart. */
static void
add_tree (System          *system,
          GigEulerBuilder *builder)
{
  GigEulerMask outline[GIG_EULER_MAX_SETS + 4];

  for (unsigned i = 0; i < system->n_sets; i++)
    {
      outline[i] = (GigEulerMask) 1 << i;
      if (i > 0 && below (4) > 0)
        outline[i] |= outline[below (i)];
      add_zone (system, builder, outline[i]);
    }
}

/* Zones that circles thrown at random make: drawable for sure, nearly. */
static void
add_circles (System          *system,
             GigEulerBuilder *builder)
{
  double circle[GIG_EULER_MAX_SETS][3];

  for (unsigned i = 0; i < system->n_sets; i++)
    {
      circle[i][0] = below (1000);
      circle[i][1] = below (1000);
      circle[i][2] = 100 + below (300);
    }
  for (unsigned y = 0; y < 1000; y += 25)
    for (unsigned x = 0; x < 1000; x += 25)
      {
        GigEulerMask zone = 0;

        for (unsigned i = 0; i < system->n_sets; i++)
          if (hypot (x - circle[i][0], y - circle[i][1]) < circle[i][2])
            zone |= (GigEulerMask) 1 << i;
        add_zone (system, builder, zone);
      }
}

static void
add_zones (System          *system,
           GigEulerBuilder *builder)
{
  unsigned kind = below (40), n = system->n_sets;

  if (n == 0)
    {
      add_zone (system, builder, below (4));
    }
  else if (kind < 14)
    {
      add_tree (system, builder);
    }
  else if (kind < 34)
    {
      add_circles (system, builder);
    }
  else if (kind == 34 && n <= 12)
    {
      for (unsigned i = 0; i < n; i++)
        for (unsigned j = 0; j <= i; j++)
          add_zone (system, builder, ((GigEulerMask) 1 << i) | ((GigEulerMask) 1 << j));
    }
  else if (kind == 35 && n <= 9)
    {
      for (GigEulerMask zone = 1; zone < (GigEulerMask) 1 << n; zone++)
        add_zone (system, builder, zone);
    }
  else
    {
      for (unsigned i = below (3 * n + 1); i > 0; i--)
        add_zone (system, builder, (GigEulerMask) draw_number ());
    }
  /* Twins, and a set that nothing lies in, come by themselves in small systems. */
}

static void
add_weights (System          *system,
             GigEulerBuilder *builder)
{
  static const double odd[] = { 0, 1e-9, 1e9, NAN, INFINITY, -INFINITY, -1, 1e-300, 1e300, 1 };

  gig_euler_builder_set_proportional (builder, true);
  for (size_t i = 0; i < system->n_zones; i++)
    gig_euler_builder_set_weight (builder, system->zones[i],
                                  below (8) == 0 ? odd[below (10)] : 0.05 + below (1000) / 100.0);
}

static void
add_texts (System          *system,
           GigEulerBuilder *builder)
{
  static const double odd[] = { 0, NAN, INFINITY, -5, 1e7 };

  for (unsigned i = 0; i < system->n_sets; i++)
    {
      double width = below (30) == 0 ? odd[below (5)] : 40 + below (200), height = 20 + below (30);

      gig_euler_builder_set_label (builder, i, width, height);
      if (system->n_labels < MAX_TEXTS)
        system->labels[system->n_labels++] = (GigEulerLabel) {
          .kind = GIG_EULER_LABEL_SET, .set = i, .width = isfinite (width) ? fabs (width) : 50, .height = height,
          .wrapped_width = below (2) ? 40 : 0, .wrapped_height = 2 * height,
        };
    }
  for (unsigned k = below (12); k > 0 && system->n_zones > 0 && system->n_labels < MAX_TEXTS; k--)
    {
      GigEulerMask zone = system->zones[below ((unsigned) system->n_zones)], other = zone;
      double width = 30 + below (150), height = 16 + below (20);

      if (below (5) == 0)
        other ^= (GigEulerMask) 1 << below (system->n_sets);
      if (other == 0)
        other = zone;
      gig_euler_builder_add_item_between (builder, zone, other, width, height);
      system->labels[system->n_labels++] = (GigEulerLabel) {
        .kind = GIG_EULER_LABEL_ITEM, .zone = zone, .other_zone = other, .width = width, .height = height,
        .keep = below (4) == 0,
      };
    }
}

static GigEulerBuilder *
make_system (System        *system,
             unsigned long  number)
{
  GigEulerBuilder *builder;

  memset (system, 0, sizeof *system);
  random_state = (number + 1) * 0x9e3779b97f4a7c15u;
  for (unsigned i = 0; i < 8; i++)
    draw_number ();
  /* Mostly the sizes people use; now and then up to the limit and past it. */
  system->n_sets = below (6);
  if (below (8) == 0)
    system->n_sets = below (9);
  if (below (300) == 0)
    system->n_sets = below (GIG_EULER_MAX_SETS + 4);
  builder = gig_euler_builder_new (system->n_sets);
  if (system->n_sets > GIG_EULER_MAX_SETS)
    system->n_sets = GIG_EULER_MAX_SETS;
  if (below (2))
    gig_euler_builder_set_canvas (builder, GIG_EULER_CANVAS_TALL);
  add_zones (system, builder);
  if (below (3) == 0)
    add_weights (system, builder);
  if (below (3) == 0)
    add_texts (system, builder);

  return builder;
}

static void
check_outlines (const System   *system,
                GigEulerLayout *layout)
{
  double width, height;

  gig_euler_layout_get_size (layout, &width, &height);
  CHECK (gig_euler_layout_get_n_sets (layout) == system->n_sets);
  for (unsigned i = 0; i < system->n_sets; i++)
    {
      const GigEulerEllipse *e = gig_euler_layout_get_ellipse (layout, i);

      CHECK (isfinite (e->cx) && isfinite (e->cy) && isfinite (e->rx) && isfinite (e->ry));
      CHECK (isfinite (e->rotation) && fabs (e->rotation) <= 1.5707963267948968);
      CHECK (e->rx >= 0 && e->ry >= 0 && e->rx < 2 * width + 2 * height);
      CHECK (e->cx > -1 && e->cx < width + 1 && e->cy > -1 && e->cy < height + 1);
      CHECK ((gig_euler_layout_get_home (layout, i) != 0) || !gig_euler_layout_is_ok (layout));
    }
}

static bool
is_declared (GigEulerLayout     *layout,
             GigEulerProblemKind kind,
             GigEulerMask        mask)
{
  size_t n;
  const GigEulerProblem *problems = gig_euler_layout_get_problems (layout, &n);

  for (size_t i = 0; i < n; i++)
    if (problems[i].kind == kind && problems[i].mask == mask)
      return true;

  return false;
}

/* Every required zone is drawn or said to be missing; every other is said to be
 * there for want of a better drawing. */
static void
check_zones (const System   *system,
             GigEulerLayout *layout)
{
  size_t n;
  const GigEulerZone *zones = gig_euler_layout_get_zones (layout, &n);
  bool complete = true, single = true;

  for (size_t i = 0; i < system->n_zones; i++)
    {
      bool missing = is_declared (layout, GIG_EULER_PROBLEM_MISSING_ZONE, system->zones[i]);

      CHECK (missing || gig_euler_layout_find_zone (layout, system->zones[i]) != NULL);
      CHECK (!missing || !gig_euler_layout_is_ok (layout));
      complete = complete && !missing;
    }
  for (size_t i = 0; i < n; i++)
    {
      CHECK (zones[i].required != is_declared (layout, GIG_EULER_PROBLEM_EXTRA_ZONE, zones[i].mask));
      CHECK (zones[i].n_pieces < 2 || !zones[i].required ||
             is_declared (layout, GIG_EULER_PROBLEM_SPLIT_ZONE, zones[i].mask));
      CHECK (isfinite (zones[i].area) && zones[i].area >= 0 && isfinite (zones[i].x) && isfinite (zones[i].y));
      CHECK (zones[i].radius <= 0.5 ||
             gig_euler_layout_zone_at (layout, zones[i].x, zones[i].y) == zones[i].mask);
      single = single && (zones[i].n_pieces < 2 || !zones[i].required);
    }
  n_drawn_systems++;
  n_right += gig_euler_layout_is_ok (layout);
  n_missing += !complete;
  n_split += !single;
}

/* About how large zone @mask is around a point, in square px. */
static double
area_around (GigEulerLayout *layout,
             GigEulerMask    mask,
             double          x,
             double          y,
             double          reach)
{
  unsigned n = 0;

  for (int i = -FINE; i <= FINE; i++)
    for (int j = -FINE; j <= FINE; j++)
      n += gig_euler_layout_zone_at (layout, x + reach * i / FINE, y + reach * j / FINE) == mask;

  return n * reach * reach / (FINE * FINE);
}

/* The drawing itself, point by point: nothing stands there that is not listed,
 * but what nobody can see. */
static void
check_points (GigEulerLayout *layout)
{
  double x0, y0, width, height, total = 0;
  size_t n_zones;
  const GigEulerZone *zones = gig_euler_layout_get_zones (layout, &n_zones);

  for (size_t i = 0; i < n_zones; i++)
    total += zones[i].area;
  gig_euler_layout_get_bounds (layout, &x0, &y0, &width, &height);
  for (unsigned i = 0; i < GRID; i++)
    for (unsigned j = 0; j < GRID; j++)
      {
        double x = x0 + (i + 0.5) / GRID * width, y = y0 + (j + 0.5) / GRID * height;
        GigEulerMask zone = gig_euler_layout_zone_at (layout, x, y);

        if (zone != 0 && gig_euler_layout_find_zone (layout, zone) == NULL)
          CHECK (area_around (layout, zone, x, y, 2 * width / GRID) < 2 * UNSEEN_SHARE * total);
      }
}

static void
check_contours (GigEulerLayout *layout)
{
  size_t n;
  const GigEulerZone *zones = gig_euler_layout_get_zones (layout, &n);

  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < zones[i].n_contours; k++)
      {
        const GigEulerContour *contour = &zones[i].contours[k];
        double first_x, first_y, x, y, next_x, next_y;

        CHECK (contour->n_arcs > 0);
        gig_euler_ellipse_point (gig_euler_layout_get_ellipse (layout, contour->arcs[0].set),
                                 contour->arcs[0].start, &first_x, &first_y);
        x = first_x;
        y = first_y;
        for (size_t a = 0; a < contour->n_arcs; a++)
          {
            const GigEulerArc *arc = &contour->arcs[a];
            const GigEulerEllipse *e = gig_euler_layout_get_ellipse (layout, arc->set);

            gig_euler_ellipse_point (e, arc->start, &next_x, &next_y);
            CHECK (hypot (next_x - x, next_y - y) < 0.1);
            gig_euler_ellipse_point (e, arc->end, &x, &y);
          }
        CHECK (hypot (first_x - x, first_y - y) < 0.1);
      }
}

static void
check_labels (const System   *system,
              GigEulerLayout *layout)
{
  GigEulerPlacement placements[MAX_TEXTS];
  GigEulerMore mores[MAX_TEXTS];
  GigEulerPlaceOptions options;
  size_t n_mores;

  gig_euler_place_options_init (&options, layout, 300 + below (900), 200 + below (700));
  n_mores = gig_euler_layout_place_labels (layout, &options, system->labels, system->n_labels, placements, mores);
  CHECK (n_mores <= system->n_labels);
  for (size_t i = 0; i < system->n_labels; i++)
    {
      const GigEulerPlacement *p = &placements[i];

      CHECK (isfinite (p->x) && isfinite (p->y) && isfinite (p->scale));
      CHECK (p->scale > 0.79 && p->scale <= 1);
      for (size_t j = 0; j < i; j++)
        {
          const GigEulerPlacement *q = &placements[j];
          double w = p->scale * (p->wrapped ? system->labels[i].wrapped_width : system->labels[i].width) +
                     q->scale * (q->wrapped ? system->labels[j].wrapped_width : system->labels[j].width);
          double h = p->scale * (p->wrapped ? system->labels[i].wrapped_height : system->labels[i].height) +
                     q->scale * (q->wrapped ? system->labels[j].wrapped_height : system->labels[j].height);

          CHECK (p->kind == GIG_EULER_PLACEMENT_HIDDEN || q->kind == GIG_EULER_PLACEMENT_HIDDEN ||
                 fabs (p->x - q->x) * 2 > w - 0.01 || fabs (p->y - q->y) * 2 > h - 0.01);
        }
    }
}

static void
check_layout (const System   *system,
              GigEulerLayout *layout)
{
  size_t n;

  gig_euler_layout_get_problems (layout, &n);
  CHECK (gig_euler_layout_is_ok (layout) || n > 0);
  check_outlines (system, layout);
  check_zones (system, layout);
  check_points (layout);
  check_contours (layout);
  check_labels (system, layout);
}

/* Once more: the same drawing; from the last drawing: right as well; and stopped
 * where a poll says so, which must be the last poll. */
static void
check_again (const System    *system,
             GigEulerBuilder *builder,
             GigEulerLayout  *layout,
             unsigned long    polls)
{
  GigEulerLayout *again = gig_euler_builder_build (builder);

  CHECK (again != NULL);
  for (unsigned i = 0; i < system->n_sets && again != NULL; i++)
    CHECK (memcmp (gig_euler_layout_get_ellipse (again, i), gig_euler_layout_get_ellipse (layout, i),
                   sizeof (GigEulerEllipse)) == 0);
  gig_euler_layout_unref (again);

  gig_euler_builder_set_previous (builder, layout);
  if (system->n_zones > 0 && below (2))
    gig_euler_builder_add_zone (builder, system->zones[0] ^ ((GigEulerMask) 1 << below (system->n_sets)));
  again = gig_euler_builder_build (builder);
  CHECK (again != NULL);
  gig_euler_builder_set_previous (builder, NULL);
  gig_euler_layout_unref (again);

  if (polls == 0)
    return;
  n_polls = 0;
  stop_at = 1;
  again = gig_euler_builder_build (builder);
  CHECK (again == NULL || n_polls == 0);
  CHECK (n_polls <= 1);
  gig_euler_layout_unref (again);
  stop_at = 0;
}

static void
run_system (unsigned long number)
{
  System system;
  GigEulerBuilder *builder = make_system (&system, number);
  GigEulerLayout *layout;
  double start = cpu_ms ();
  unsigned long polls;

  system_number = number;
  n_polls = 0;
  last_poll = start;
  gig_euler_builder_set_cancel (builder, poll_cb, NULL);
  layout = gig_euler_builder_build (builder);
  polls = n_polls;
  poll_cb (NULL);
  longest_build = fmax (longest_build, cpu_ms () - start);
  CHECK (layout != NULL);
  if (layout != NULL)
    {
      check_layout (&system, layout);
      if (number % 10 == 0)
        check_again (&system, builder, layout, polls);
    }
  gig_euler_layout_unref (layout);
  gig_euler_builder_free (builder);
}

int
main (int   argc,
      char *argv[])
{
  unsigned long count = argc > 1 ? strtoul (argv[1], NULL, 10) : 200;
  unsigned long first = argc > 2 ? strtoul (argv[2], NULL, 10) : 0;

  for (unsigned long i = 0; i < count; i++)
    {
      run_system (first + i);
      if ((i + 1) % 10000 == 0)
        fprintf (stderr, "%lu …\n", i + 1);
    }
  printf ("%lu systems, %lu failures; drawn exactly %lu, with a zone missing %lu, with one in pieces %lu; "
          "longest layout %.0f ms, longest between two polls %.1f ms (with sanitizers)\n",
          n_drawn_systems, n_failures, n_right, n_missing, n_split, longest_build, longest_gap);

  return n_failures > 0;
}
