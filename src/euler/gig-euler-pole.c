/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-pole.h"

#include <math.h>

#define MAX_CELLS 1024

/* A square of the search: no point in it is deeper than @bound. */
typedef struct
{
  double x;
  double y;
  double half;
  double depth;
  double bound;
} Cell;

typedef struct
{
  const GigEulerShape *shapes;
  unsigned             n_shapes;
  GigEulerMask         drawn;
  GigEulerMask         mask;
  double               precision;
  Cell                 best;
  unsigned             n_cells;
  Cell                 cells[MAX_CELLS];
} Search;

double
gig_euler_zone_depth (const GigEulerShape *shapes,
                      unsigned             n_shapes,
                      GigEulerMask         drawn,
                      GigEulerMask         mask,
                      double               x,
                      double               y,
                      double               enough)
{
  double depth = INFINITY;

  for (unsigned i = 0; i < n_shapes && depth > enough; i++)
    {
      double d;

      if (!(drawn >> i & 1))
        continue;
      d = gig_euler_shape_depth (&shapes[i], x, y);
      depth = fmin (depth, mask >> i & 1 ? d : -d);
    }

  return depth;
}

static void
push_cell (Search *search,
           double  x,
           double  y,
           double  half)
{
  double reach = half * 1.4142135623730951;
  Cell cell = { x, y, half, 0, 0 };
  unsigned i = search->n_cells;

  cell.depth = gig_euler_zone_depth (search->shapes, search->n_shapes, search->drawn,
                                     search->mask, x, y, search->best.depth - reach);
  cell.bound = cell.depth + reach;
  if (cell.depth > search->best.depth)
    search->best = cell;
  if (cell.bound <= search->best.depth + search->precision || i == MAX_CELLS)
    return;

  for (search->n_cells++; i > 0; i = (i - 1) / 2)
    {
      if (search->cells[(i - 1) / 2].bound >= cell.bound)
        break;
      search->cells[i] = search->cells[(i - 1) / 2];
    }
  search->cells[i] = cell;
}

static Cell
pop_cell (Search *search)
{
  Cell top = search->cells[0], last = search->cells[--search->n_cells];
  unsigned i = 0;

  for (;;)
    {
      unsigned k = 2 * i + 1;

      if (k >= search->n_cells)
        break;
      if (k + 1 < search->n_cells && search->cells[k + 1].bound > search->cells[k].bound)
        k++;
      if (search->cells[k].bound <= last.bound)
        break;
      search->cells[i] = search->cells[k];
      i = k;
    }
  search->cells[i] = last;

  return top;
}

/* The box in which the zone lies: the boxes of its sets have it in common. */
static bool
zone_box (const Search *search,
          double        box[4])
{
  box[0] = box[1] = -INFINITY;
  box[2] = box[3] = INFINITY;
  for (unsigned i = 0; i < search->n_shapes; i++)
    {
      const GigEulerShape *s = &search->shapes[i];
      double hx, hy;

      if (!(search->mask & search->drawn & (GigEulerMask) 1 << i))
        continue;
      gig_euler_shape_extents (s, &hx, &hy);
      box[0] = fmax (box[0], s->x - hx);
      box[1] = fmax (box[1], s->y - hy);
      box[2] = fmin (box[2], s->x + hx);
      box[3] = fmin (box[3], s->y + hy);
    }

  return box[2] > box[0] && box[3] > box[1] && isfinite (box[0]);
}

/* A quadtree search with bounds, best first, after polylabel (Mapbox, 2016):
 * the depth is 1-Lipschitz, so a cell cannot beat its centre by more than half
 * its diagonal. */
double
gig_euler_zone_pole (const GigEulerShape *shapes,
                     unsigned             n_shapes,
                     GigEulerMask         drawn,
                     GigEulerMask         mask,
                     double               precision,
                     GigEulerEffort      *effort,
                     double              *x,
                     double              *y)
{
  Search search;
  double box[4], side;
  unsigned columns, rows;

  search.shapes = shapes;
  search.n_shapes = n_shapes;
  search.drawn = drawn;
  search.mask = mask;
  search.precision = precision;
  search.n_cells = 0;
  if (!zone_box (&search, box))
    return -1;
  side = fmin (box[2] - box[0], box[3] - box[1]);
  columns = (unsigned) fmin (16, ceil ((box[2] - box[0]) / side - 1e-9));
  rows = (unsigned) fmin (16, ceil ((box[3] - box[1]) / side - 1e-9));
  side = fmax ((box[2] - box[0]) / columns, (box[3] - box[1]) / rows);
  search.best = (Cell) { 0.5 * (box[0] + box[2]), 0.5 * (box[1] + box[3]), 0, 0, 0 };
  for (unsigned i = 0; i < columns; i++)
    for (unsigned j = 0; j < rows; j++)
      push_cell (&search, box[0] + (i + 0.5) * (box[2] - box[0]) / columns,
                 box[1] + (j + 0.5) * (box[3] - box[1]) / rows, side / 2);
  while (search.n_cells > 0 && !effort->cancelled)
    {
      Cell cell = pop_cell (&search);
      double h = cell.half / 2;

      if (cell.bound <= search.best.depth + search.precision)
        break;
      push_cell (&search, cell.x - h, cell.y - h, h);
      push_cell (&search, cell.x + h, cell.y - h, h);
      push_cell (&search, cell.x - h, cell.y + h, h);
      push_cell (&search, cell.x + h, cell.y + h, h);
      gig_euler_effort_spend (effort, 4 * (30 + 25 * (uint64_t) n_shapes));
    }
  *x = search.best.x;
  *y = search.best.y;

  return search.best.depth;
}

double
gig_euler_zone_climb (const GigEulerShape *shapes,
                      unsigned             n_shapes,
                      GigEulerMask         drawn,
                      GigEulerMask         mask,
                      double               step,
                      double               precision,
                      double              *x,
                      double              *y)
{
  static const signed char compass[8][2] = {
    { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 }, { 1, 1 }, { 1, -1 }, { -1, 1 }, { -1, -1 },
  };
  double best = gig_euler_zone_depth (shapes, n_shapes, drawn, mask, *x, *y, -INFINITY);

  /* Outside of all sets there is no deepest point: go only so far. */
  for (unsigned round = 0; step > precision && round < 64; round++)
    {
      bool moved = false;

      for (unsigned k = 0; k < 8; k++)
        {
          double px = *x + step * compass[k][0], py = *y + step * compass[k][1];
          double d = gig_euler_zone_depth (shapes, n_shapes, drawn, mask, px, py, best);

          if (d > best)
            {
              best = d;
              *x = px;
              *y = py;
              moved = true;
            }
        }
      if (!moved)
        step *= 0.5;
    }

  return best;
}
