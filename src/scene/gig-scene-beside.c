/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene-beside.h"

#include <math.h>

/* Of a name's size. */
#define COLUMN_GAP 0.9    /* between the names and the drawing: the lines turn there */
#define NAME_GAP   0.05   /* between two names, at least */
#define LINE_GAP   0.15   /* between a name and its line */
#define RIGHT_GAP  0.6    /* between the drawing and a name at its right */

#define OUTLINE_STEPS   48
#define CROSSING_COST  300.0
#define COVERED_COST   400.0
#define PILL_COST      500.0
/* A line that runs through a set its own has nothing to do with. */
#define FOREIGN_COST   250.0
/* Heights tried for a name at the other side. */
#define RIGHT_STEPS     12

/* --- The column's width --- */

static double
get_name_height (const GigLabel *label,
                 double          factor)
{
  return (label->beside_wrapped ? label->box.wrapped_height * (1 + GIG_BESIDE_LINE_SPACING) / 2 : label->box.height) * factor;
}

static double
get_name_width (const GigLabel *label,
                double          factor)
{
  return (label->beside_wrapped ? label->box.wrapped_width : label->box.width) * factor;
}

static double
get_gap (double factor,
         double share)
{
  return gig_text_role_get_size (GIG_TEXT_NAME) * factor * share;
}

/* Breaks the names wider than @limit, px. Returns the height of all of them. */
static double
break_names (GArray *labels,
             double  factor,
             double  limit,
             double *width)
{
  double height = -get_gap (factor, NAME_GAP);

  *width = 0;
  for (guint i = 0; i < labels->len; i++)
    {
      GigLabel *label = &g_array_index (labels, GigLabel, i);

      if (!label->beside)
        continue;
      label->beside_wrapped = label->box.width * factor > limit && label->box.wrapped_width > 0;
      height += get_name_height (label, factor) + get_gap (factor, NAME_GAP);
      *width = MAX (*width, get_name_width (label, factor));
    }

  return height;
}

double
gig_labels_put_beside (GArray        *labels,
                       GigView       *view,
                       GigSceneFlags  flags,
                       double         name_factor,
                       double         member_factor,
                       double         width,
                       double         height)
{
  static const double shares[] = { 0.38, 0.3, 0.46, 0.54 };
  double column = 0;
  gboolean any = FALSE;

  if ((flags & (GIG_SCENE_NAMES_BESIDE | GIG_SCENE_OUTER_BESIDE)) == 0)
    return 0;
  height -= gig_claim_mark_get_height (view, flags, member_factor);
  for (guint i = 0; i < labels->len; i++)
    {
      GigLabel *label = &g_array_index (labels, GigLabel, i);

      label->beside = label->kind == GIG_LABEL_SET &&
                      ((flags & GIG_SCENE_NAMES_BESIDE) != 0 || gig_view_holds_sets (view, label->set));
      any = any || label->beside;
    }
  if (!any)
    return 0;
  /* Names of one line if they do not take too much, else of two. */
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    if (break_names (labels, name_factor, shares[i] * width, &column) <= height)
      break;

  return MIN (column, GIG_BESIDE_MAX_WIDTH * width) + get_gap (name_factor, COLUMN_GAP);
}

/* Whether neither of two sets holds the other. */
static gboolean
stand_apart (GigView *view,
             guint    i,
             guint    j)
{
  return i != j && (gig_view_get_closure (view, i) >> j & 1) == 0 && (gig_view_get_closure (view, j) >> i & 1) == 0;
}

double
gig_labels_get_right_column (GArray        *labels,
                             GigView       *view,
                             GigSceneFlags  flags,
                             double         name_factor)
{
  double width = 0;

  if ((flags & GIG_SCENE_BOTH_SIDES) == 0)
    return 0;
  for (guint i = 0; i < labels->len; i++)
    {
      const GigLabel *label = &g_array_index (labels, GigLabel, i);
      gboolean later = FALSE;

      if (!label->beside)
        continue;
      /* The first of several has the left. */
      for (guint j = 0; j < label->set; j++)
        later = later || stand_apart (view, label->set, j);
      if (later)
        width = MAX (width, get_name_width (label, name_factor));
    }

  return width > 0 ? width + get_gap (name_factor, RIGHT_GAP) : 0;
}

/* --- Places --- */

/* A name of the column: where it would stand if it were alone, and where it stands. */
typedef struct
{
  guint  index;     /* of its label */
  double wish;      /* middle, px */
  double top;
  double height;
} Row;

static GigEulerEllipse
get_ellipse (GigComposer *self,
             guint        set)
{
  return gig_scene_map_ellipse (self->scene, gig_euler_layout_get_ellipse (self->scene->layout, set));
}

static double
get_top (GigComposer *self,
         guint        set)
{
  GigEulerEllipse ellipse = get_ellipse (self, set);

  return gig_ellipse_get_bounds (&ellipse).y;
}

/* The middle of the crescent above what is inside, or of the set. */
static double
get_wish (GigComposer *self,
          guint        set)
{
  GigEulerEllipse ellipse = get_ellipse (self, set);
  double top = get_top (self, set), next = G_MAXDOUBLE;

  for (guint i = 0; i < self->n_sets; i++)
    if (i != set && (self->containers[i] >> set & 1) != 0)
      next = MIN (next, get_top (self, i));

  return next < G_MAXDOUBLE ? (top + next) / 2 : ellipse.cy;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = a, *second = b;

  return first->wish < second->wish ? -1 : first->wish > second->wish;
}

/* As near to where they would like to be as they can without touching. */
static void
spread (GArray *rows,
        double  top,
        double  bottom,
        double  gap)
{
  double y = top;

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      row->top = MAX (row->wish - row->height / 2, y);
      y = row->top + row->height + gap;
    }
  y = bottom;
  for (guint i = rows->len; i > 0; i--)
    {
      Row *row = &g_array_index (rows, Row, i - 1);

      row->top = MIN (row->top, y - row->height);
      y = row->top - gap;
    }
}

static double
cross (double ax,
       double ay,
       double bx,
       double by)
{
  return ax * by - ay * bx;
}

static gboolean
segments_cross (const GigEulerPlacement *a,
                double                   x0,
                double                   y0,
                double                   x1,
                double                   y1)
{
  double ax = a->leader_x1 - a->leader_x0, ay = a->leader_y1 - a->leader_y0;
  double bx = x1 - x0, by = y1 - y0;
  double denominator = cross (ax, ay, bx, by);
  double t, u;

  if (fabs (denominator) < 1e-9)
    return FALSE;
  t = cross (x0 - a->leader_x0, y0 - a->leader_y0, bx, by) / denominator;
  u = cross (x0 - a->leader_x0, y0 - a->leader_y0, ax, ay) / denominator;

  return t > 0 && t < 1 && u > 0 && u < 1;
}

static GigRect
get_box (GigComposer *self,
         guint        index)
{
  const GigLabel *label = &g_array_index (self->labels, GigLabel, index);
  const GigEulerPlacement *placement = &self->placements[index];
  double factor = (label->kind == GIG_LABEL_SET ? self->name_factor : self->member_factor) * placement->scale;
  double width = (placement->wrapped ? label->box.wrapped_width : label->box.width) * factor;
  double height = (placement->wrapped ? label->box.wrapped_height : label->box.height) * factor;

  return (GigRect) { placement->x - width / 2, placement->y - height / 2, width, height };
}

/* Whether a line runs under a text: samples, as boxes are far larger than the steps. */
static gboolean
is_under_text (GigComposer *self,
               double       x0,
               double       y0,
               double       x1,
               double       y1)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const GigLabel *label = &g_array_index (self->labels, GigLabel, i);
      GigRect box;

      if (label->beside || self->placements[i].kind == GIG_EULER_PLACEMENT_HIDDEN)
        continue;
      box = get_box (self, i);
      for (guint k = 0; k <= 20; k++)
        {
          double x = x0 + (x1 - x0) * k / 20, y = y0 + (y1 - y0) * k / 20;

          if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)
            return TRUE;
        }
    }

  return FALSE;
}

/* Whether the point of an outline lies in a set that does not hold its set. */
static gboolean
is_covered (GigComposer *self,
            guint        set,
            double       x,
            double       y)
{
  GigEulerLayout *layout = self->scene->layout;
  GigZoneMask at = gig_euler_layout_zone_at (layout, (x - self->scene->dx) / self->scene->scale,
                                             (y - self->scene->dy) / self->scene->scale);

  return (at & ~self->containers[set]) != 0;
}

/* Sets that the line runs through and that @set is not inside of. */
static guint
count_foreign (GigComposer *self,
               guint        set,
               double       x0,
               double       y0,
               double       x1,
               double       y1)
{
  GigZoneMask foreign = 0;
  guint n = 0;

  /* Not its ends: outlines meet where sets touch. */
  for (guint k = 1; k < 16; k++)
    {
      double x = x0 + (x1 - x0) * k / 16, y = y0 + (y1 - y0) * k / 16;

      foreign |= gig_euler_layout_zone_at (self->scene->layout, (x - self->scene->dx) / self->scene->scale,
                                           (y - self->scene->dy) / self->scene->scale);
    }
  for (foreign &= ~self->containers[set]; foreign != 0; foreign &= foreign - 1)
    n++;

  return n;
}

static double
get_cost (GigComposer             *self,
          guint                    set,
          const GigEulerPlacement *placement,
          double                   x,
          double                   y,
          double                   best)
{
  /* A level line is the calmest. */
  double cost = hypot (x - placement->leader_x0, y - placement->leader_y0) + fabs (y - placement->leader_y0);

  if (cost >= best)
    return cost;
  if (is_covered (self, set, x, y))
    cost += COVERED_COST;
  for (guint i = 0; i < self->labels->len; i++)
    if (g_array_index (self->labels, GigLabel, i).beside && self->placements[i].kind == GIG_EULER_PLACEMENT_OUTSIDE &&
        &self->placements[i] != placement &&
        segments_cross (&self->placements[i], placement->leader_x0, placement->leader_y0, x, y))
      cost += CROSSING_COST;
  if (cost < best)
    cost += FOREIGN_COST * count_foreign (self, set, placement->leader_x0, placement->leader_y0, x, y);
  if (cost < best && is_under_text (self, placement->leader_x0, placement->leader_y0, x, y))
    cost += PILL_COST;

  return cost;
}

/* The point of the outline that the line of @placement reaches best. Returns what it costs. */
static double
find_end (GigComposer       *self,
          guint              set,
          GigEulerPlacement *placement)
{
  GigEulerEllipse ellipse = get_ellipse (self, set);
  double best = G_MAXDOUBLE;

  for (guint step = 0; step < OUTLINE_STEPS; step++)
    {
      double x, y, cost;

      gig_euler_ellipse_point (&ellipse, 2 * G_PI * step / OUTLINE_STEPS, &x, &y);
      cost = get_cost (self, set, placement, x, y, best);
      if (cost >= best)
        continue;
      best = cost;
      placement->leader_x1 = x;
      placement->leader_y1 = y;
    }

  return best;
}

/* In the column left of the drawing. Returns what the line costs. */
static double
place_left (GigComposer *self,
            Row         *row,
            double       top)
{
  GigLabel *label = &g_array_index (self->labels, GigLabel, row->index);
  GigEulerPlacement *placement = &self->placements[row->index];
  double right = self->area.x + GIG_SCENE_AIR - get_gap (self->name_factor, COLUMN_GAP);

  *placement = (GigEulerPlacement) {
    .kind = GIG_EULER_PLACEMENT_OUTSIDE,
    .x = right - get_name_width (label, self->name_factor) / 2,
    .y = top + row->height / 2,
    .scale = 1,
    .wrapped = label->beside_wrapped,
    .leader_x0 = right + get_gap (self->name_factor, LINE_GAP),
    .leader_y0 = top + row->height / 2,
  };

  return find_end (self, label->set, placement);
}

/* --- At the other side --- */

/* Whether a box keeps clear of the drawing and of every text. */
static gboolean
is_clear (GigComposer   *self,
          const GigRect *box)
{
  for (guint i = 0; i < 27; i++)
    {
      double x = box->x + box->width * (i % 9) / 8, y = box->y + box->height * (i / 9) / 2.0;

      if (gig_euler_layout_zone_at (self->scene->layout, (x - self->scene->dx) / self->scene->scale,
                                    (y - self->scene->dy) / self->scene->scale) != 0)
        return FALSE;
    }
  for (guint i = 0; i < self->labels->len; i++)
    {
      GigRect other = get_box (self, i);

      if (self->placements[i].kind != GIG_EULER_PLACEMENT_HIDDEN && box->x < other.x + other.width &&
          other.x < box->x + box->width && box->y < other.y + other.height && other.y < box->y + box->height)
        return FALSE;
    }

  return TRUE;
}

/* The place of a name at the right whose line costs least; G_MAXDOUBLE: there is none. */
static double
place_right (GigComposer *self,
             Row         *row)
{
  GigLabel *label = &g_array_index (self->labels, GigLabel, row->index);
  GigEulerPlacement *placement = &self->placements[row->index];
  GigEulerPlacement found = { .kind = GIG_EULER_PLACEMENT_HIDDEN };
  double width = get_name_width (label, self->name_factor), gap = get_gap (self->name_factor, RIGHT_GAP);
  double top = self->area.y + (self->area.y > 0 ? 0 : GIG_SCENE_AIR);
  double room = self->area.y + self->area.height - GIG_SCENE_AIR - top - row->height;
  double best = G_MAXDOUBLE;

  for (guint i = 0; room > 0 && i <= RIGHT_STEPS; i++)
    {
      GigRect box = { self->area.x + self->area.width + self->right_column - GIG_SCENE_AIR - width - gap, top + room * i / RIGHT_STEPS, width + gap, row->height };
      double cost;

      placement->kind = GIG_EULER_PLACEMENT_HIDDEN;
      if (!is_clear (self, &box))
        continue;
      *placement = (GigEulerPlacement) {
        .kind = GIG_EULER_PLACEMENT_OUTSIDE,
        .x = box.x + gap + width / 2,
        .y = box.y + row->height / 2,
        .scale = 1,
        .wrapped = label->beside_wrapped,
        .leader_x0 = box.x + gap - get_gap (self->name_factor, LINE_GAP),
        .leader_y0 = box.y + row->height / 2,
      };
      cost = find_end (self, label->set, placement);
      if (cost >= best)
        continue;
      best = cost;
      found = *placement;
    }
  *placement = found;

  return best;
}

/* A name whose line from the left would run through other sets goes to the right, if
 * there is room. */
static gboolean
choose_right (GigComposer *self,
              Row         *row)
{
  GigLabel *label = &g_array_index (self->labels, GigLabel, row->index);
  GigEulerPlacement *placement = &self->placements[row->index];
  double left = place_left (self, row, row->wish - row->height / 2);

  label->beside_right = count_foreign (self, label->set, placement->leader_x0, placement->leader_y0,
                                       placement->leader_x1, placement->leader_y1) > 0 &&
                        place_right (self, row) < left;
  if (!label->beside_right)
    placement->kind = GIG_EULER_PLACEMENT_HIDDEN;

  return label->beside_right;
}

static void
count_stray (GigComposer *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const GigLabel *label = &g_array_index (self->labels, GigLabel, i);
      const GigEulerPlacement *placement = &self->placements[i];

      if (label->beside && count_foreign (self, label->set, placement->leader_x0, placement->leader_y0,
                                          placement->leader_x1, placement->leader_y1) > 0)
        self->scene->n_stray++;
    }
}

void
gig_composer_place_beside (GigComposer *self)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  double bottom = self->area.y + self->area.height - GIG_SCENE_AIR;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const GigLabel *label = &g_array_index (self->labels, GigLabel, i);

      if (!label->beside)
        continue;
      /* Until it has its place, no line keeps clear of it. */
      self->placements[i].kind = GIG_EULER_PLACEMENT_HIDDEN;
      g_array_append_vals (rows, &(Row) { i, get_wish (self, label->set), 0, get_name_height (label, self->name_factor) }, 1);
    }
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len;)
    if (choose_right (self, &g_array_index (rows, Row, i)))
      g_array_remove_index (rows, i);
    else
      i++;
  spread (rows, self->area.y + (self->area.y > 0 ? 0 : GIG_SCENE_AIR), bottom, get_gap (self->name_factor, NAME_GAP));
  for (guint i = 0; i < rows->len; i++)
    place_left (self, &g_array_index (rows, Row, i), g_array_index (rows, Row, i).top);
  count_stray (self);
}
