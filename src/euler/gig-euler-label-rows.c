/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Rows of items in a zone. Rows of one pitch lie across the zone; each free span
 * of a row is a slot. Items go one by one into the slot where the sum of squared
 * distances from the zone's roomiest point grows least, so that they gather
 * around it and every slot stays centred. The rows' phase with the least sum wins.
 */

#include "gig-euler-placer.h"

#include <float.h>
#include <math.h>

#define MAX_SLOTS   160
#define MAX_ITEMS    48
#define PHASE_STEP    3.0
#define Y_WEIGHT      1.7
/* How much further from the roomiest point items may lie to stand in the order of reading. */
#define UNSORTED      2.0
/* So many times the room under the name draws items elsewhere. */
#define ROOMIER       1.4

typedef struct
{
  double       y;
  GigEulerInterval span;
  double       used;      /* width of its items, with gaps */
  unsigned     n;
  size_t       items[MAX_ITEMS];
  double       cost;
} Slot;

typedef struct
{
  const GigEulerPlacer *placer;
  GigEulerMask          zone;
  size_t                items[MAX_ITEMS];   /* labels, by preference */
  double                widths[MAX_ITEMS];
  size_t                n_items;
  double                height;             /* of the tallest */
  double                anchor_x;
  double                anchor_y;
  double                top;                /* no item stands higher than a name at the top of the zone */
  GigEulerVariant       variants[MAX_ITEMS];
} Rows;

typedef struct
{
  double cost;
  double x[MAX_ITEMS];
  double y[MAX_ITEMS];
} Arrangement;

static double
get_slot_centre (const Rows *self,
                 const Slot *slot,
                 double      used)
{
  double low = slot->span.x0 + used / 2;
  double high = slot->span.x1 - used / 2;

  return fmin (fmax (self->anchor_x, low), high);
}

/* Sum of squared distances of a slot's items with one more at its end. */
static double
get_slot_cost (const Rows *self,
               const Slot *slot,
               size_t      extra)
{
  double gap = self->placer->options->gap;
  double used = slot->used + (slot->n > 0 ? gap : 0) + self->widths[extra];
  double x = get_slot_centre (self, slot, used) - used / 2;
  double dy = (slot->y - self->anchor_y) * Y_WEIGHT;
  double cost = 0;

  for (unsigned i = 0; i <= slot->n; i++)
    {
      size_t item = i < slot->n ? slot->items[i] : extra;
      double dx = x + self->widths[item] / 2 - self->anchor_x;

      cost += dx * dx + dy * dy;
      x += self->widths[item] + gap;
    }

  return cost;
}

static unsigned
collect_slots (const Rows *self,
               double      phase,
               Slot       *slots)
{
  double      pitch = self->height + self->placer->options->gap;
  GigEulerBox extents;
  unsigned    n = 0;

  if (!gig_euler_space_extents (&self->placer->space, self->zone, &extents))
    return 0;
  for (double y = fmax (extents.y0, self->top) + phase; y < extents.y1; y += pitch)
    {
      GigEulerInterval spans[GIG_EULER_MAX_SPANS];
      unsigned     n_spans = gig_euler_space_row (&self->placer->space, self->zone, y, y + self->height, spans);

      for (unsigned i = 0; i < n_spans && n < MAX_SLOTS; i++)
        slots[n++] = (Slot) { .y = y + self->height / 2, .span = spans[i] };
    }

  return n;
}

static bool
fill_slots (const Rows *self,
            Slot       *slots,
            unsigned    n_slots)
{
  double gap = self->placer->options->gap;

  for (size_t i = 0; i < self->n_items; i++)
    {
      Slot  *best = NULL;
      double best_growth = DBL_MAX;
      double best_cost = 0;

      for (unsigned j = 0; j < n_slots; j++)
        {
          Slot  *slot = &slots[j];
          double used = slot->used + (slot->n > 0 ? gap : 0) + self->widths[i];
          double cost;

          if (used > slot->span.x1 - slot->span.x0)
            continue;
          cost = get_slot_cost (self, slot, i);
          if (cost - slot->cost < best_growth)
            {
              best = slot;
              best_growth = cost - slot->cost;
              best_cost = cost;
            }
        }
      if (best == NULL)
        return false;
      best->used += (best->n > 0 ? gap : 0) + self->widths[i];
      best->items[best->n++] = i;
      best->cost = best_cost;
    }

  return true;
}

/* Gives the items to the slots again in the order of reading, as many a slot as
 * before; false when one does not fit then. */
static bool
sort_slots (const Rows *self,
            Slot       *slots,
            unsigned    n_slots)
{
  double gap = self->placer->options->gap;
  Slot   sorted[MAX_SLOTS];
  size_t next = 0;

  /* Slots come from top to bottom and from left to right. */
  for (unsigned i = 0; i < n_slots; i++)
    {
      sorted[i] = slots[i];
      sorted[i].n = 0;
      sorted[i].used = 0;
      sorted[i].cost = 0;
      for (unsigned j = 0; j < slots[i].n; j++, next++)
        {
          sorted[i].cost = get_slot_cost (self, &sorted[i], next);
          sorted[i].used += (j > 0 ? gap : 0) + self->widths[next];
          sorted[i].items[sorted[i].n++] = next;
        }
      if (sorted[i].used > sorted[i].span.x1 - sorted[i].span.x0)
        return false;
    }
  for (unsigned i = 0; i < n_slots; i++)
    slots[i] = sorted[i];

  return true;
}

static void
read_slots (const Rows   *self,
            const Slot   *slots,
            unsigned      n_slots,
            Arrangement  *arrangement)
{
  double gap = self->placer->options->gap;

  arrangement->cost = 0;
  for (unsigned i = 0; i < n_slots; i++)
    {
      const Slot *slot = &slots[i];
      double      x;

      if (slot->n == 0)
        continue;
      x = get_slot_centre (self, slot, slot->used) - slot->used / 2;
      arrangement->cost += slot->cost;
      for (unsigned j = 0; j < slot->n; j++)
        {
          double width = self->widths[slot->items[j]];

          arrangement->x[slot->items[j]] = x + width / 2;
          arrangement->y[slot->items[j]] = slot->y;
          x += width + gap;
        }
    }
}

/* The best arrangement of all items over the phases; false when none holds them. */
static bool
arrange (const Rows  *self,
         Arrangement *best)
{
  double      pitch = self->height + self->placer->options->gap;
  Slot        slots[MAX_SLOTS];
  Arrangement current;

  best->cost = DBL_MAX;
  for (double phase = 0; phase < pitch; phase += PHASE_STEP)
    {
      unsigned n_slots = collect_slots (self, phase, slots);
      bool     sorted;

      if (!fill_slots (self, slots, n_slots))
        continue;
      sorted = sort_slots (self, slots, n_slots);
      read_slots (self, slots, n_slots, &current);
      current.cost *= sorted ? 1 : UNSORTED;
      if (current.cost < best->cost)
        *best = current;
    }

  return best->cost < DBL_MAX;
}

/* The sizes of all items in one variant; those without it keep one line. */
static void
measure (Rows                  *self,
         const GigEulerVariant *variant)
{
  self->height = 0;
  for (size_t i = 0; i < self->n_items; i++)
    {
      const GigEulerLabel *label = &self->placer->labels[self->items[i]];
      double               height;

      self->variants[i] = *variant;
      if (!gig_euler_placer_box (label, variant, &self->widths[i], &height))
        {
          self->variants[i].wrapped = false;
          gig_euler_placer_box (label, &self->variants[i], &self->widths[i], &height);
        }
      self->height = fmax (self->height, height);
    }
}

/* A ring is much the same all around, where a crescent has a wide part. */
static bool
is_ring (const Rows *self)
{
  const GigEulerZone *zone = gig_euler_layout_find_zone (self->placer->layout, self->zone);

  return zone != NULL && zone->n_contours > 1;
}

/* Under the zone's name where there is room enough, else in its roomiest spot. */
static bool
find_anchor (Rows *self)
{
  const GigEulerPlacer *placer = self->placer;
  double                x = 0, roomy_x, roomy_y;
  double                enough = HUGE_VAL;
  double                clearance, roomy;

  self->top = -HUGE_VAL;
  for (size_t i = 0; i < placer->n_labels; i++)
    {
      const GigEulerLabel *label = &placer->labels[i];
      GigEulerBox          extents;

      if (label->kind != GIG_EULER_LABEL_SET || placer->placements[i].kind != GIG_EULER_PLACEMENT_INSIDE ||
          gig_euler_layout_get_home (placer->layout, label->set) != self->zone ||
          !gig_euler_space_extents (&placer->space, self->zone, &extents))
        continue;
      x = placer->placements[i].x;
      enough = self->height * (self->n_items <= 3 ? 1.2 : 1.8);
      if (placer->placements[i].y < extents.y0 + 0.4 * (extents.y1 - extents.y0))
        self->top = placer->placements[i].y - 0.5 * placer->placements[i].scale * label->height;
    }

  clearance = gig_euler_space_pole (&placer->space, self->zone, x, enough, &self->anchor_x, &self->anchor_y);
  roomy = gig_euler_space_pole (&placer->space, self->zone, x, HUGE_VAL, &roomy_x, &roomy_y);
  if (roomy > ROOMIER * clearance && !is_ring (self))
    {
      self->anchor_x = roomy_x;
      self->anchor_y = roomy_y;
    }

  return fmax (clearance, roomy) > 0;
}

static void
put_all (GigEulerPlacer    *placer,
         const Rows        *self,
         const Arrangement *arrangement)
{
  for (size_t i = 0; i < self->n_items; i++)
    gig_euler_placer_put (placer, self->items[i], GIG_EULER_PLACEMENT_INSIDE,
                          arrangement->x[i], arrangement->y[i], &self->variants[i]);
}

/* Leaves out the last item that need not be kept. */
static void
leave_one (Rows *self)
{
  size_t leave = self->n_items - 1;

  while (leave > 0 && self->placer->labels[self->items[leave]].keep)
    leave--;
  for (self->n_items--; leave < self->n_items; leave++)
    self->items[leave] = self->items[leave + 1];
}

void
gig_euler_placer_items (GigEulerPlacer *placer,
                        GigEulerMask    zone)
{
  Rows            self = { .placer = placer, .zone = zone };
  GigEulerVariant variants[GIG_EULER_N_VARIANTS];
  Arrangement     arrangement;

  for (size_t i = 0; i < placer->n_labels && self.n_items < MAX_ITEMS; i++)
    {
      if (placer->labels[i].kind == GIG_EULER_LABEL_ITEM && placer->labels[i].zone == zone &&
          placer->placements[i].kind == GIG_EULER_PLACEMENT_HIDDEN)
        self.items[self.n_items++] = i;
    }
  gig_euler_placer_variants (placer, variants);
  measure (&self, &variants[0]);
  if (self.n_items == 0 || !find_anchor (&self))
    return;
  for (unsigned i = 0; i < GIG_EULER_N_VARIANTS; i++)
    {
      measure (&self, &variants[i]);
      if (!arrange (&self, &arrangement))
        continue;
      put_all (placer, &self, &arrangement);
      return;
    }
  /* Not all: as many as possible, the last ones of the list stay behind. */
  while (self.n_items > 1)
    {
      leave_one (&self);
      for (unsigned i = 2; i < GIG_EULER_N_VARIANTS; i++)
        {
          measure (&self, &variants[i]);
          if (!arrange (&self, &arrangement))
            continue;
          put_all (placer, &self, &arrangement);
          return;
        }
    }
}

bool
gig_euler_placer_find_room (GigEulerPlacer *placer,
                            GigEulerMask    zone,
                            double          width,
                            double          height,
                            double         *x,
                            double         *y)
{
  Rows        self = { .placer = placer, .zone = zone, .n_items = 1 };
  Arrangement arrangement;

  self.widths[0] = width;
  self.height = height;
  if (!find_anchor (&self) || !arrange (&self, &arrangement))
    return false;
  *x = arrangement.x[0];
  *y = arrangement.y[0];

  return true;
}
