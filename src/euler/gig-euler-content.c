/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-content.h"

#include "gig-euler-pole.h"
#include "gig-euler-separation.h"

#include <math.h>
#include <string.h>

#define BIT(i) ((GigEulerMask) 1 << (i))

/* Between boxes, px. */
#define BOX_GAP 8.0

/* A name stands in a crescent of this many times its height. */
#define CRESCENT 1.5

/* Width ÷ height of a block of items, where nothing speaks for another. */
#define BLOCK_ASPECT 2.4

#define MAX_ROWS 6

/* Half the width of a disc in a zone that holds no text, px. */
#define BARE_RADIUS 16.0

bool
gig_euler_builder_has_texts (const GigEulerBuilder *builder)
{
  for (unsigned i = 0; i < builder->n_sets; i++)
    if (builder->label_width[i] > 0)
      return true;
  for (size_t i = 0; i < builder->n_items; i++)
    if (builder->items[i].width > 0)
      return true;

  return false;
}

static bool
is_item_of (const GigEulerSystem  *system,
            const GigEulerItemBox *item,
            GigEulerMask           curves)
{
  bool exact;

  return item->zone == item->other_zone && item->width > 0 &&
         gig_euler_system_to_curves (system, item->zone, &exact) == curves;
}

/* The block of a zone's items in rows of about equal width, in their order. */
static bool
measure_block (const GigEulerBuilder *builder,
               const GigEulerSystem  *system,
               GigEulerMask           curves,
               unsigned               rows,
               double                *width,
               double                *height)
{
  double total = 0, widest = 0, tallest = 0, row = 0, limit;
  unsigned n = 0, used = 1;

  for (size_t i = 0; i < builder->n_items; i++)
    if (is_item_of (system, &builder->items[i], curves))
      {
        total += builder->items[i].width + BOX_GAP;
        widest = fmax (widest, builder->items[i].width);
        tallest = fmax (tallest, builder->items[i].height);
        n++;
      }
  if (n < rows)
    return false;

  limit = fmax (widest, total / rows * 1.08 - BOX_GAP);
  *width = 0;
  for (size_t i = 0; i < builder->n_items; i++)
    {
      double w = builder->items[i].width;

      if (!is_item_of (system, &builder->items[i], curves))
        continue;
      if (row > 0 && row + BOX_GAP + w > limit)
        {
          row = 0;
          used++;
        }
      row += (row > 0 ? BOX_GAP : 0) + w;
      *width = fmax (*width, row);
    }
  *height = used * tallest + (used - 1) * BOX_GAP;

  return true;
}

static void
measure_items (const GigEulerBuilder *builder,
               const GigEulerSystem  *system,
               double                 stretch,
               GigEulerNeed          *need)
{
  double best = INFINITY;

  for (unsigned rows = 1; rows <= MAX_ROWS; rows++)
    {
      double width, height, cost;

      if (!measure_block (builder, system, need->mask, rows, &width, &height))
        break;
      cost = fabs (log (width / height / BLOCK_ASPECT));
      if (cost >= best)
        continue;
      best = cost;
      need->items_width = width / stretch;
      need->items_height = height;
    }
}

/* The zone of a curve's name: the one in fewest curves; the first of equals. */
static GigEulerNeed *
find_home (GigEulerSystem *system,
           unsigned        curve)
{
  GigEulerNeed *home = NULL;

  for (size_t z = 0; z < system->n_needs; z++)
    if ((system->needs[z].mask >> curve & 1) &&
        (home == NULL || gig_euler_popcount (system->needs[z].mask) < gig_euler_popcount (home->mask)))
      home = &system->needs[z];

  return home;
}

void
gig_euler_content_measure (const GigEulerBuilder *builder,
                           GigEulerSystem        *system,
                           double                 stretch)
{
  for (size_t z = 0; z < system->n_needs; z++)
    measure_items (builder, system, stretch, &system->needs[z]);
  for (unsigned i = 0; i < builder->n_sets; i++)
    {
      GigEulerNeed *home;

      if (system->curve_of[i] == GIG_EULER_NO_CURVE || !(builder->label_width[i] > 0))
        continue;
      home = find_home (system, system->curve_of[i]);
      home->name_width = fmax (home->name_width, builder->label_width[i] / stretch);
      home->name_height += CRESCENT * builder->label_height[i];
    }
}

static void
add_room (GigEulerContent *content,
          GigEulerRoom     room,
          double           x,
          double           y)
{
  if (content->n_rooms == GIG_EULER_MAX_ROOMS)
    return;
  content->x[2 * content->n_rooms] = x;
  content->x[2 * content->n_rooms + 1] = y;
  content->rooms[content->n_rooms++] = room;
}

void
gig_euler_content_discs (GigEulerContent     *content,
                         const GigEulerDraft *draft)
{
  unsigned n = draft->system->n_curves;

  content->n_rooms = 0;
  for (size_t z = 0; z < draft->system->n_needs; z++)
    {
      GigEulerMask zone = draft->system->needs[z].mask;
      double x = 0, y = 0;

      if (gig_euler_zone_pole (draft->shapes, n, BIT (n) - 1, zone, 4, content->effort, &x, &y) > 0)
        add_room (content, (GigEulerRoom) { zone, zone, GIG_EULER_ROOM_UNIT, 0, 0 }, x, y);
    }
}

static void
add_zone (GigEulerContent     *content,
          const GigEulerDraft *draft,
          const GigEulerNeed  *need)
{
  unsigned n = draft->system->n_curves;
  GigEulerRoom name = { need->mask, need->mask, need->name_width / 2, need->name_height / 2, 0.004 };
  GigEulerRoom items = { need->mask, need->mask, need->items_width / 2, need->items_height / 2, 0 };
  GigEulerRoom bare = { need->mask, need->mask, BARE_RADIUS, 0, 0 };
  double x = 0, y = 0, depth;

  depth = gig_euler_zone_pole (draft->shapes, n, BIT (n) - 1, need->mask, 2, content->effort, &x, &y);
  if (depth <= 0)
    return;
  if (name.width > 0)
    add_room (content, name, x, items.width > 0 ? y - 0.4 * depth : y);
  if (items.width > 0)
    add_room (content, items, x, name.width > 0 ? y + 0.4 * depth : y);
  if (name.width == 0 && items.width == 0)
    add_room (content, bare, x, y);
}

/* The place on the outline between two zones that is farthest from all others. */
static bool
find_line (const GigEulerDraft *draft,
           GigEulerMask         from,
           unsigned             curve,
           double              *x,
           double              *y)
{
  const GigEulerShape *shapes = draft->shapes;
  double best = 0;

  for (unsigned k = 0; k < 48; k++)
    {
      double px, py, room = INFINITY;

      gig_euler_shape_point (&shapes[curve], 2 * GIG_EULER_PI * k / 48, &px, &py);
      for (unsigned j = 0; j < draft->system->n_curves; j++)
        if (j != curve)
          {
            double d = gig_euler_shape_depth (&shapes[j], px, py);

            room = fmin (room, from >> j & 1 ? d : -d);
          }
      /* Outlines run upright at the sides, where a wide box crosses them best. */
      room *= 0.6 + 0.4 * fabs (cos (2 * GIG_EULER_PI * k / 48));
      if (room > best || (room == INFINITY && k == 0))
        {
          best = room;
          *x = px;
          *y = py;
        }
    }

  return best > 0;
}

static void
add_lines (GigEulerContent       *content,
           const GigEulerBuilder *builder,
           const GigEulerDraft   *draft,
           double                 stretch)
{
  for (size_t i = 0; i < builder->n_items; i++)
    {
      const GigEulerItemBox *item = &builder->items[i];
      bool exact_from, exact_to;
      GigEulerMask from = gig_euler_system_to_curves (draft->system, item->zone, &exact_from);
      GigEulerMask to = gig_euler_system_to_curves (draft->system, item->other_zone, &exact_to);
      double x = 0, y = 0;

      if (item->zone == item->other_zone || !exact_from || !exact_to || !(item->width > 0) ||
          gig_euler_popcount (from ^ to) != 1)
        continue;
      if (find_line (draft, from, (unsigned) __builtin_ctz (from ^ to), &x, &y))
        add_room (content, (GigEulerRoom) { from, to, item->width / stretch / 2, item->height / 2, 0 }, x, y);
    }
}

void
gig_euler_content_boxes (GigEulerContent       *content,
                         const GigEulerBuilder *builder,
                         const GigEulerDraft   *draft,
                         double                 stretch)
{
  content->n_rooms = 0;
  for (size_t z = 0; z < draft->system->n_needs; z++)
    add_zone (content, draft, &draft->system->needs[z]);
  add_lines (content, builder, draft, stretch);
}

/* How much room a box has at a place: the least distance to all outlines and to
 * the other rooms. */
static double
box_depth (const GigEulerContent *content,
           const GigEulerDraft   *draft,
           unsigned               room,
           double                 scale,
           GigEulerBody           body)
{
  const GigEulerRoom *own = &content->rooms[room];
  double depth = INFINITY, nx, ny;

  for (unsigned i = 0; i < draft->system->n_curves; i++)
    depth = fmin (depth, own->zone >> i & 1
                  ? gig_euler_room_inside (&body, &draft->shapes[i], &nx, &ny)
                  : gig_euler_room_apart (&body, &draft->shapes[i], &nx, &ny));
  for (unsigned j = 0; j < content->n_rooms; j++)
    if (j != room && (content->rooms[j].zone == own->zone || content->rooms[j].other == own->zone))
      {
        GigEulerBody other = { NULL, content->x[2 * j], content->x[2 * j + 1],
                               scale * content->rooms[j].width, scale * content->rooms[j].height };

        depth = fmin (depth, gig_euler_rooms_apart (&body, &other, &nx, &ny));
      }

  return depth;
}

/* The depth after a few steps uphill, from where the items stand. */
static double
climb_box (const GigEulerContent *content,
           const GigEulerDraft   *draft,
           unsigned               room,
           double                 scale,
           GigEulerBody          *body)
{
  static const signed char compass[4][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  double best = box_depth (content, draft, room, scale, *body);

  for (double step = 24; step > 2;)
    {
      bool moved = false;

      for (unsigned k = 0; k < 4; k++)
        {
          GigEulerBody next = *body;
          double depth;

          next.x += step * compass[k][0];
          next.y += step * compass[k][1];
          depth = box_depth (content, draft, room, scale, next);
          if (depth > best)
            {
              best = depth;
              *body = next;
              moved = true;
            }
        }
      if (!moved)
        step *= 0.5;
    }

  return best;
}

bool
gig_euler_content_choose_rows (GigEulerContent       *content,
                               const GigEulerBuilder *builder,
                               const GigEulerDraft   *draft,
                               double                 stretch,
                               double                 scale)
{
  bool changed = false;

  for (unsigned i = 1; i < content->n_rooms; i++)
    {
      GigEulerRoom *room = &content->rooms[i];
      const GigEulerNeed *need = gig_euler_system_find (draft->system, room->zone);
      double best = -INFINITY;
      GigEulerBody chosen = { NULL, 0, 0, 0, 0 };

      /* Where a zone has a name, its items come second. */
      if (room->zone != room->other || need == NULL || need->items_width == 0 ||
          (need->name_width > 0 && content->rooms[i - 1].zone != room->zone))
        continue;
      for (unsigned rows = 1; rows <= MAX_ROWS; rows++)
        {
          double width, height, depth;
          GigEulerBody body;

          if (!measure_block (builder, draft->system, room->zone, rows, &width, &height))
            break;
          body = (GigEulerBody) { NULL, content->x[2 * i], content->x[2 * i + 1],
                                  0.5 * scale * width / stretch, 0.5 * scale * height };
          depth = climb_box (content, draft, i, scale, &body);
          if (depth > best + 1)
            {
              best = depth;
              chosen = body;
            }
        }
      if (chosen.width > 0 && fabs (chosen.height - scale * room->height) > 1)
        {
          room->width = chosen.width / scale;
          room->height = chosen.height / scale;
          content->x[2 * i] = chosen.x;
          content->x[2 * i + 1] = chosen.y;
          changed = true;
        }
    }

  return changed;
}
