/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-nest.h"

#include "gig-euler-packing.h"
#include "gig-euler-pose.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What the areas of a proportional drawing start from, px². */
#define DRAWING_AREA 250000.0

#define BIT(i) ((GigEulerMask) 1 << (i))

/*
 * Part: a solved component around (0, 0).
 * @shapes: in the order of its curves
 * @spots: first the own rooms, then one for each child
 */
typedef struct
{
  unsigned      n_curves;
  unsigned      curve[GIG_EULER_MAX_SETS];
  GigEulerShape shapes[GIG_EULER_MAX_SETS];
  unsigned      n_children;
  unsigned      child[GIG_EULER_MAX_SETS];
  GigEulerDisc  place[GIG_EULER_MAX_SETS];
  double        radius;
} Part;

typedef struct
{
  GigEulerWork  *work;
  GigEulerDraft *draft;
  GigEulerTask  *task;
  Part          *parts;
  unsigned       n_left; /* components to draw by searching */
  uint64_t       units;  /* work for them */
} Nest;

double
gig_euler_need_radius (const GigEulerSystem *system,
                       const GigEulerNeed   *need)
{
  double area = need->name_width * need->name_height + need->items_width * need->items_height;

  if (system->proportional)
    return 0.6 * sqrt (need->weight * DRAWING_AREA / GIG_EULER_PI);

  return fmax (GIG_EULER_ROOM_UNIT, 0.7 * sqrt (area));
}

static GigEulerMask
to_local (const Part  *part,
          GigEulerMask mask)
{
  GigEulerMask local = 0;

  for (unsigned i = 0; i < part->n_curves; i++)
    if (mask >> part->curve[i] & 1)
      local |= BIT (i);

  return local;
}

static void
list_members (Nest    *nest,
              unsigned index)
{
  const GigEulerSystem *system = nest->draft->system;
  Part *part = &nest->parts[index];

  for (unsigned i = 0; i < system->n_curves; i++)
    if (system->components[index].curves >> i & 1)
      part->curve[part->n_curves++] = i;
  for (unsigned c = 0; c < system->n_components; c++)
    if (system->components[c].parent == (int) index)
      part->child[part->n_children++] = c;
}

static void
add_mask (GigEulerMask *masks,
          size_t       *n,
          GigEulerMask  mask)
{
  for (size_t i = 0; i < *n; i++)
    if (masks[i] == mask)
      return;
  masks[(*n)++] = mask;
}

static void
add_spot (GigEulerTask *task,
          GigEulerMask  zone,
          double        radius)
{
  unsigned k = task->n_spots;

  if (k == GIG_EULER_MAX_SPOTS)
    return;
  for (; k > 0 && task->spots[k - 1].zone > zone; k--)
    task->spots[k] = task->spots[k - 1];
  task->spots[k] = (GigEulerSpot) { zone, radius, 0, 0 };
  task->n_spots++;
}

/* The component's own problem: the zones of the whole cut to its curves. A zone
 * whose bare part is required needs a room, and each child a disc. */
static void
load_task (Nest    *nest,
           unsigned index)
{
  const GigEulerSystem *system = nest->draft->system;
  const GigEulerComponent *component = &system->components[index];
  Part *part = &nest->parts[index];
  GigEulerTask *task = nest->task;

  task->n_curves = part->n_curves;
  task->n_wanted = task->n_tolerated = task->n_spots = 0;
  task->gap = nest->draft->gap;
  for (unsigned i = 0; i < part->n_curves; i++)
    for (unsigned j = 0; j < part->n_curves; j++)
      task->relation[i][j] = system->relation[part->curve[i]][part->curve[j]];
  for (size_t z = 0; z < system->n_needs; z++)
    {
      const GigEulerNeed *need = &system->needs[z];
      GigEulerMask own = need->mask & component->curves;

      if (own == 0)
        continue;
      add_mask (task->wanted, &task->n_wanted, to_local (part, own));
      if (need->mask == (component->around | own))
        add_spot (task, to_local (part, own), gig_euler_need_radius (system, need));
    }
  for (size_t z = 0; z < nest->draft->n_tolerated; z++)
    if (nest->draft->tolerated[z] & component->curves)
      add_mask (task->tolerated, &task->n_tolerated,
                to_local (part, nest->draft->tolerated[z]));
  for (unsigned k = 0; k < part->n_children; k++)
    add_spot (task, to_local (part, system->components[part->child[k]].slot),
              nest->parts[part->child[k]].radius + nest->draft->gap);
}

/* Which spot became which child: spots are sorted, so they are told apart by
 * zone and radius. */
static void
read_children (Nest    *nest,
               unsigned index)
{
  const GigEulerSystem *system = nest->draft->system;
  Part *part = &nest->parts[index];
  GigEulerTask *task = nest->task;
  bool taken[GIG_EULER_MAX_SPOTS] = { false };

  for (unsigned k = 0; k < part->n_children; k++)
    {
      GigEulerMask slot = to_local (part, system->components[part->child[k]].slot);
      double radius = nest->parts[part->child[k]].radius + nest->draft->gap;

      for (unsigned i = 0; i < task->n_spots; i++)
        if (!taken[i] && task->spots[i].zone == slot && task->spots[i].radius == radius)
          {
            taken[i] = true;
            part->place[k] = (GigEulerDisc) { task->spots[i].x, task->spots[i].y, radius };
            break;
          }
    }
}

/* One curve: its room and its children as a packing, turned so that the room is
 * on top and the children rest below. */
static void
solve_single (Nest    *nest,
              unsigned index)
{
  Part *part = &nest->parts[index];
  GigEulerTask *task = nest->task;
  GigEulerDisc discs[GIG_EULER_MAX_SPOTS], circle;
  unsigned n = task->n_spots, room = n;
  double gap = nest->draft->gap, half = 0.5 * gap;

  for (unsigned i = 0; i < n; i++)
    discs[i].r = task->spots[i].radius - (part->n_children > 0 ? half : 0);
  gig_euler_pack (discs, n, 1);
  gig_euler_enclose (discs, n, &circle);
  for (unsigned i = 0; i < n; i++)
    {
      task->spots[i].x = discs[i].x - circle.x;
      task->spots[i].y = discs[i].y - circle.y;
    }
  gig_euler_shape_init_circle (&task->shapes[0], 0, 0, circle.r + (part->n_children > 0 ? half : 0));
  read_children (nest, index);
  for (unsigned i = 0; i < n && part->n_children > 0; i++)
    {
      bool child = false;

      for (unsigned k = 0; k < part->n_children; k++)
        child = child || (part->place[k].x == task->spots[i].x && part->place[k].y == task->spots[i].y);
      if (!child)
        room = i;
    }
  if (room < n)
    {
      double x = task->spots[room].x, y = task->spots[room].y, d = hypot (x, y);

      for (unsigned k = 0; k < part->n_children && d > 0; k++)
        {
          GigEulerDisc *p = &part->place[k];
          double u = (p->x * x + p->y * y) / d, v = (p->y * x - p->x * y) / d;

          p->y = -u;
          p->x = v;
        }
    }
}

/* Children of one curve follow each other from left to right as in the source. */
static bool
is_reversed (const Part *part)
{
  double sum = 0;

  for (unsigned i = 0; i < part->n_children; i++)
    for (unsigned j = 0; j < i; j++)
      sum += part->place[i].x - part->place[j].x;

  return sum < -1e-6;
}

/* Takes the drawing of the task around the middle of its enclosing circle, in the
 * pose that it should have. */
static void
settle (Part               *part,
        const GigEulerTask *task)
{
  GigEulerDisc discs[GIG_EULER_MAX_SETS], circle;
  GigEulerPose pose = { 0, false };

  for (unsigned i = 0; i < part->n_curves; i++)
    discs[i] = (GigEulerDisc) { task->shapes[i].x, task->shapes[i].y,
                                fmax (task->shapes[i].a, task->shapes[i].b) };
  gig_euler_enclose (discs, part->n_curves, &circle);
  part->radius = circle.r;
  for (unsigned i = 0; i < part->n_curves; i++)
    {
      part->shapes[i] = task->shapes[i];
      part->shapes[i].x -= circle.x;
      part->shapes[i].y -= circle.y;
    }
  if (part->n_curves > 1)
    pose = gig_euler_pose_canonical (part->shapes, part->n_curves);
  else
    pose.mirror = is_reversed (part);
  gig_euler_pose_apply (&pose, 0, 0, part->shapes, part->n_curves);
  for (unsigned k = 0; k < part->n_children; k++)
    {
      part->place[k].x -= circle.x;
      part->place[k].y -= circle.y;
      gig_euler_pose_apply_point (&pose, 0, 0, &part->place[k].x, &part->place[k].y);
    }
}

static void
keep_relations (Nest       *nest,
                const Part *part)
{
  for (unsigned i = 0; i < part->n_curves; i++)
    for (unsigned j = 0; j < part->n_curves; j++)
      nest->draft->relation[part->curve[i]][part->curve[j]] = nest->task->relation[i][j];
}

static bool
solve_part (Nest    *nest,
            unsigned index)
{
  const GigEulerSystem *system = nest->draft->system;
  Part *part = &nest->parts[index];
  GigEulerTask *task = nest->task;
  bool exact = true;

  for (unsigned c = 0; c < system->n_components; c++)
    if (system->components[c].parent == (int) index)
      exact = solve_part (nest, c) && exact;
  list_members (nest, index);
  load_task (nest, index);
  for (unsigned i = 0; i < task->n_curves; i++)
    {
      double area = 0;

      for (unsigned k = 0; k < task->n_spots; k++)
        if (task->spots[k].zone >> i & 1)
          area += task->spots[k].radius * task->spots[k].radius;
      task->size[i] = 1.3 * sqrt (area) + task->gap;
    }
  if (part->n_curves == 1)
    solve_single (nest, index);
  else
    {
      uint64_t before = nest->work->effort->spent, spent;

      exact = gig_euler_topology_solve (nest->work, task, nest->units / nest->n_left) && exact;
      spent = nest->work->effort->spent - before;
      nest->units -= spent < nest->units ? spent : nest->units;
      nest->n_left--;
      keep_relations (nest, part);
      read_children (nest, index);
    }

  settle (part, task);

  return exact;
}

static void
place_part (Nest    *nest,
            unsigned index,
            double   x,
            double   y)
{
  Part *part = &nest->parts[index];

  for (unsigned i = 0; i < part->n_curves; i++)
    {
      GigEulerShape *shape = &nest->draft->shapes[part->curve[i]];

      *shape = part->shapes[i];
      shape->x += x;
      shape->y += y;
    }
  for (unsigned k = 0; k < part->n_children; k++)
    place_part (nest, part->child[k], x + part->place[k].x, y + part->place[k].y);
}

void
gig_euler_fit_canvas (GigEulerDraft *draft)
{
  unsigned n = draft->system->n_curves;
  double box[4], scale;

  gig_euler_shapes_box (draft->shapes, n, box);
  scale = fmin (draft->width / (box[2] - box[0]), draft->height / (box[3] - box[1]));
  for (unsigned i = 0; i < n; i++)
    {
      GigEulerShape *s = &draft->shapes[i];

      s->x = draft->width / 2 + scale * (s->x - 0.5 * (box[0] + box[2]));
      s->y = draft->height / 2 + scale * (s->y - 0.5 * (box[1] + box[3]));
      s->a *= scale;
      s->b *= scale;
    }
}

static void
place_roots (Nest *nest)
{
  const GigEulerSystem *system = nest->draft->system;
  GigEulerDisc discs[GIG_EULER_MAX_SETS];
  unsigned roots[GIG_EULER_MAX_SETS], n = 0;

  for (unsigned c = 0; c < system->n_components; c++)
    if (system->components[c].parent < 0)
      {
        discs[n].r = nest->parts[c].radius + 0.5 * nest->draft->gap;
        roots[n++] = c;
      }
  gig_euler_pack (discs, n, nest->draft->width / nest->draft->height);
  for (unsigned k = 0; k < n; k++)
    place_part (nest, roots[k], discs[k].x, discs[k].y);
}

bool
gig_euler_nest (GigEulerWork  *work,
                GigEulerDraft *draft)
{
  const GigEulerSystem *system = draft->system;
  Nest nest = { work, draft, calloc (1, sizeof (GigEulerTask)),
                calloc (system->n_components + 1, sizeof (Part)), 0, GIG_EULER_SEARCH_EFFORT };
  size_t n = system->n_needs + draft->n_tolerated + 1;
  bool done = nest.task != NULL && nest.parts != NULL;

  if (done)
    {
      nest.task->wanted = malloc (n * sizeof (GigEulerMask));
      nest.task->tolerated = malloc (n * sizeof (GigEulerMask));
      done = nest.task->wanted != NULL && nest.task->tolerated != NULL;
    }
  if (done)
    {
      draft->exact = true;
      for (unsigned c = 0; c < system->n_components; c++)
        nest.n_left += gig_euler_popcount (system->components[c].curves) > 1;
      for (unsigned c = 0; c < system->n_components; c++)
        if (system->components[c].parent < 0)
          draft->exact = solve_part (&nest, c) && draft->exact;
      place_roots (&nest);
      gig_euler_fit_canvas (draft);
    }
  if (nest.task != NULL)
    {
      free (nest.task->wanted);
      free (nest.task->tolerated);
    }
  free (nest.task);
  free (nest.parts);

  return done && !work->effort->cancelled;
}
