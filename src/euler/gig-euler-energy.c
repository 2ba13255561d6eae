/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-energy.h"

#include "gig-euler-separation.h"

#include <math.h>
#include <string.h>

#define BIT(i) ((GigEulerMask) 1 << (i))

typedef struct
{
  GigEulerModel  *model;
  const double   *x;
  GigEulerNormal *normal; /* (nullable): only look for the worst violation */
  double          worst;
  unsigned        scale_at;
} Pass;

static unsigned
curve_size (const GigEulerModel *self)
{
  return self->ellipses ? 5 : 3;
}

unsigned
gig_euler_model_curve_at (const GigEulerModel *self,
                          unsigned             curve)
{
  return 2 * self->n_rooms + curve_size (self) * curve;
}

unsigned
gig_euler_model_scale_at (const GigEulerModel *self)
{
  return 2 * self->n_rooms + curve_size (self) * self->n_curves;
}

unsigned
gig_euler_model_n_unknowns (const GigEulerModel *self)
{
  return gig_euler_model_scale_at (self) + 1 + self->n_extra;
}

void
gig_euler_model_skyline (const GigEulerModel *self,
                         unsigned            *first)
{
  unsigned n = gig_euler_model_n_unknowns (self), start = 0;

  for (unsigned i = 0; i < self->n_rooms; i++)
    {
      if (self->rooms[i].zone != self->rooms[i].other)
        start = 0;
      else if (i > 0 && self->rooms[i].zone != self->rooms[i - 1].zone)
        start = i;
      first[2 * i] = first[2 * i + 1] = 2 * start;
    }
  for (unsigned i = 2 * self->n_rooms; i < n; i++)
    first[i] = 0;
}

void
gig_euler_model_pack (const GigEulerModel *self,
                      const GigEulerShape *shapes,
                      double              *x)
{
  for (unsigned i = 0; i < self->n_curves; i++)
    {
      double *p = x + gig_euler_model_curve_at (self, i);

      p[0] = shapes[i].x;
      p[1] = shapes[i].y;
      p[2] = shapes[i].a;
      if (self->ellipses)
        {
          p[3] = shapes[i].b;
          p[4] = shapes[i].phi * GIG_EULER_TURN_RADIUS;
        }
    }
}

void
gig_euler_model_unpack (const GigEulerModel *self,
                        const double        *x,
                        GigEulerShape       *shapes)
{
  for (unsigned i = 0; i < self->n_curves; i++)
    {
      const double *p = x + gig_euler_model_curve_at (self, i);

      gig_euler_shape_init_circle (&shapes[i], p[0], p[1], p[2]);
      if (self->ellipses)
        {
          shapes[i].b = p[3];
          shapes[i].phi = p[4] / GIG_EULER_TURN_RADIUS;
          gig_euler_shape_update (&shapes[i]);
        }
    }
}

static void
add_entry (GigEulerRow *row,
           unsigned     index,
           double       value)
{
  row->index[row->n] = (unsigned short) index;
  row->value[row->n++] = value;
}

/* The derivatives of sign·(n·centre) + grow·h(n) of a curve. */
static void
add_curve (const GigEulerModel *self,
           GigEulerRow         *row,
           unsigned             curve,
           double               nx,
           double               ny,
           double               sign,
           double               grow)
{
  const GigEulerShape *s = &self->shapes[curve];
  unsigned at = gig_euler_model_curve_at (self, curve);

  add_entry (row, at, sign * nx);
  add_entry (row, at + 1, sign * ny);
  if (!self->ellipses)
    {
      add_entry (row, at + 2, grow);
    }
  else
    {
      double u = nx * s->c + ny * s->s, v = ny * s->c - nx * s->s;
      double h = sqrt (s->a * s->a * u * u + s->b * s->b * v * v);

      add_entry (row, at + 2, grow * s->a * u * u / h);
      add_entry (row, at + 3, grow * s->b * v * v / h);
      add_entry (row, at + 4, grow * (s->a * s->a - s->b * s->b) * u * v / h / GIG_EULER_TURN_RADIUS);
    }
}

void
gig_euler_model_add_curve (const GigEulerModel *self,
                           GigEulerRow         *row,
                           unsigned             curve,
                           double               nx,
                           double               ny,
                           double               factor)
{
  add_curve (self, row, curve, nx, ny, factor, factor);
}

/* The same for a room, whose support grows with the room scale. */
static void
add_room (const Pass  *pass,
          GigEulerRow *row,
          unsigned     room,
          double       nx,
          double       ny,
          double       sign,
          double       grow)
{
  const GigEulerRoom *r = &pass->model->rooms[room];
  double h = r->height > 0 ? r->width * fabs (nx) + r->height * fabs (ny) : r->width;

  add_entry (row, 2 * room, sign * nx);
  add_entry (row, 2 * room + 1, sign * ny);
  if (pass->model->scale_free)
    add_entry (row, pass->scale_at, grow * h / GIG_EULER_ROOM_UNIT);
}

/* Whether a wish must be told to the optimiser: when it is violated or may soon
 * be. */
static bool
matters (Pass   *pass,
          double  residual)
{
  pass->worst = fmax (pass->worst, residual);

  return pass->normal != NULL && residual > -GIG_EULER_HINGE_REACH;
}

static void
curve_inside (Pass    *pass,
              unsigned p,
              unsigned q,
              double   value,
              double   nx,
              double   ny)
{
  GigEulerRow row = { 0 };

  if (!matters (pass, pass->model->gap - value))
    return;
  add_curve (pass->model, &row, q, nx, ny, -1, -1);
  add_curve (pass->model, &row, p, nx, ny, 1, 1);
  gig_euler_normal_add_hinge (pass->normal, pass->model->gap - value, &row);
}

static void
curve_apart (Pass    *pass,
             unsigned p,
             unsigned q,
             double   value,
             double   nx,
             double   ny)
{
  GigEulerRow row = { 0 };

  if (!matters (pass, pass->model->gap - value))
    return;
  add_curve (pass->model, &row, q, nx, ny, -1, 1);
  add_curve (pass->model, &row, p, nx, ny, 1, 1);
  gig_euler_normal_add_hinge (pass->normal, pass->model->gap - value, &row);
}

static void
sample_direction (double  k,
                  double *nx,
                  double *ny)
{
  double t = 2 * GIG_EULER_PI * k / GIG_EULER_N_DIRECTIONS;

  *nx = cos (t);
  *ny = sin (t);
}

/* Where the parabola through three neighbouring samples has its vertex. */
static double
vertex (double before,
        double here,
        double after)
{
  double bend = before - 2 * here + after;

  return bend != 0 ? fmax (-1, fmin (1, 0.5 * (before - after) / bend)) : 0;
}

/* cos and sin of the sampled directions. */
static void
direction_table (double table[GIG_EULER_N_DIRECTIONS][2])
{
  for (unsigned k = 0; k < GIG_EULER_N_DIRECTIONS; k++)
    sample_direction (k, &table[k][0], &table[k][1]);
}

/* Ellipse in ellipse can touch at two places: every local minimum is a wish. */
static void
ellipse_inside (Pass        *pass,
                unsigned     p,
                unsigned     q,
                const double table[GIG_EULER_N_DIRECTIONS][2])
{
  const GigEulerShape *sp = &pass->model->shapes[p], *sq = &pass->model->shapes[q];
  const double *hp = pass->model->support[p], *hq = pass->model->support[q];
  double value[GIG_EULER_N_DIRECTIONS], dx = sp->x - sq->x, dy = sp->y - sq->y;

  for (unsigned k = 0; k < GIG_EULER_N_DIRECTIONS; k++)
    value[k] = hq[k] - hp[k] - table[k][0] * dx - table[k][1] * dy;
  for (unsigned k = 0; k < GIG_EULER_N_DIRECTIONS; k++)
    {
      double before = value[(k + GIG_EULER_N_DIRECTIONS - 1) % GIG_EULER_N_DIRECTIONS];
      double after = value[(k + 1) % GIG_EULER_N_DIRECTIONS], nx, ny;

      if (value[k] > before || value[k] >= after || value[k] > pass->model->gap + GIG_EULER_HINGE_REACH)
        continue;
      sample_direction (k + vertex (before, value[k], after), &nx, &ny);
      curve_inside (pass, p, q,
                    gig_euler_shape_support (sq, nx, ny) - gig_euler_shape_support (sp, nx, ny) -
                    nx * dx - ny * dy, nx, ny);
    }
}

static void
ellipse_apart (Pass        *pass,
               unsigned     p,
               unsigned     q,
               const double table[GIG_EULER_N_DIRECTIONS][2])
{
  const GigEulerShape *sp = &pass->model->shapes[p], *sq = &pass->model->shapes[q];
  const double *hp = pass->model->support[p], *hq = pass->model->support[q];
  double dx = sq->x - sp->x, dy = sq->y - sp->y, best = -INFINITY, nx, ny;
  double value[GIG_EULER_N_DIRECTIONS];
  unsigned at = 0;

  for (unsigned k = 0; k < GIG_EULER_N_DIRECTIONS; k++)
    {
      value[k] = table[k][0] * dx + table[k][1] * dy - hp[k] - hq[k];
      if (value[k] > best)
        {
          best = value[k];
          at = k;
        }
    }
  if (best > pass->model->gap + GIG_EULER_HINGE_REACH)
    return;
  sample_direction (at + vertex (value[(at + GIG_EULER_N_DIRECTIONS - 1) % GIG_EULER_N_DIRECTIONS],
                                 best, value[(at + 1) % GIG_EULER_N_DIRECTIONS]), &nx, &ny);
  curve_apart (pass, p, q, nx * dx + ny * dy - gig_euler_shape_support (sp, nx, ny) -
               gig_euler_shape_support (sq, nx, ny), nx, ny);
}

static void
relate_circles (Pass            *pass,
                unsigned         p,
                unsigned         q,
                GigEulerRelation relation)
{
  const GigEulerShape *sp = &pass->model->shapes[p], *sq = &pass->model->shapes[q];
  double dx = sq->x - sp->x, dy = sq->y - sp->y, d = sqrt (dx * dx + dy * dy);
  double nx = d > 0 ? dx / d : 0, ny = d > 0 ? dy / d : 1;

  if (relation == GIG_EULER_DISJOINT)
    curve_apart (pass, p, q, d - sp->a - sq->a, nx, ny);
  else if (relation == GIG_EULER_INSIDE)
    curve_inside (pass, p, q, sq->a - sp->a - d, -nx, -ny);
  else
    curve_inside (pass, q, p, sp->a - sq->a - d, nx, ny);
}

/*
 * How far the outline of q lies beyond that of p, as a function of the direction,
 * is of one sign between two crossings. Where it comes near 0 without reaching it,
 * the outlines nearly touch, and a zone there hangs by a thread.
 */
static void
widen_necks (Pass        *pass,
             unsigned     p,
             unsigned     q,
             const double table[GIG_EULER_N_DIRECTIONS][2])
{
  const GigEulerModel *self = pass->model;
  const GigEulerShape *sp = &self->shapes[p], *sq = &self->shapes[q];
  double dx = sp->x - sq->x, dy = sp->y - sq->y, value[GIG_EULER_N_DIRECTIONS];

  for (unsigned k = 0; k < GIG_EULER_N_DIRECTIONS; k++)
    value[k] = self->support[q][k] - self->support[p][k] - table[k][0] * dx - table[k][1] * dy;
  for (unsigned k = 0; k < GIG_EULER_N_DIRECTIONS; k++)
    {
      double before = value[(k + GIG_EULER_N_DIRECTIONS - 1) % GIG_EULER_N_DIRECTIONS];
      double after = value[(k + 1) % GIG_EULER_N_DIRECTIONS], side = value[k] > 0 ? 1 : -1, nx, ny, depth;
      GigEulerRow row = { 0 };

      if (side * value[k] > side * before || side * value[k] >= side * after ||
          side * value[k] > self->neck + GIG_EULER_HINGE_REACH)
        continue;
      sample_direction (k + vertex (before, value[k], after), &nx, &ny);
      depth = side * (gig_euler_shape_support (sq, nx, ny) - gig_euler_shape_support (sp, nx, ny) -
                      nx * dx - ny * dy);
      if (depth < 0 || !matters (pass, self->neck - depth))
        continue;
      add_curve (self, &row, q, nx, ny, -side, -side);
      add_curve (self, &row, p, nx, ny, side, side);
      gig_euler_normal_add_hinge (pass->normal, self->neck - depth, &row);
    }
}

static void
relate_curves (Pass *pass)
{
  GigEulerModel *self = pass->model;
  double table[GIG_EULER_N_DIRECTIONS][2];

  if (self->ellipses)
    {
      direction_table (table);
      for (unsigned i = 0; i < self->n_curves; i++)
        for (unsigned k = 0; k < GIG_EULER_N_DIRECTIONS; k++)
          self->support[i][k] = gig_euler_shape_support (&self->shapes[i], table[k][0], table[k][1]);
    }
  for (unsigned p = 0; p < self->n_curves; p++)
    for (unsigned q = p + 1; q < self->n_curves; q++)
      {
        GigEulerRelation relation = self->relation[p][q];

        if (relation == GIG_EULER_CROSSING)
          {
            if (self->ellipses && self->neck > 0)
              widen_necks (pass, p, q, table);
            continue;
          }
        if (!self->ellipses)
          relate_circles (pass, p, q, relation);
        else if (relation == GIG_EULER_DISJOINT)
          ellipse_apart (pass, p, q, table);
        else if (relation == GIG_EULER_INSIDE)
          ellipse_inside (pass, p, q, table);
        else
          ellipse_inside (pass, q, p, table);
      }
}

static GigEulerBody
room_body (const Pass *pass,
           unsigned    room)
{
  const GigEulerRoom *r = &pass->model->rooms[room];
  double scale = pass->model->room_scale;

  return (GigEulerBody) { NULL, pass->x[2 * room], pass->x[2 * room + 1],
                          scale * r->width, scale * r->height };
}

/* A wish between a room, taken as @body, and a curve. */
static void
hold_room (Pass               *pass,
           unsigned            room,
           const GigEulerBody *body,
           unsigned            curve,
           bool                inside)
{
  GigEulerModel *self = pass->model;
  GigEulerRow row = { 0 };
  double nx, ny, value;

  if (inside)
    value = gig_euler_room_inside (body, &self->shapes[curve], &nx, &ny);
  else
    value = gig_euler_room_apart (body, &self->shapes[curve], &nx, &ny);
  if (!matters (pass, self->pad - value))
    return;
  add_curve (self, &row, curve, nx, ny, -1, inside ? -1 : 1);
  add_room (pass, &row, room, nx, ny, 1, 1);
  gig_euler_normal_add_hinge (pass->normal, self->pad - value, &row);
}

/* A box lies inside when its corners do, and each corner is a wish of its own:
 * the worst of them alone would change from step to step. */
static void
hold_corners (Pass               *pass,
              unsigned            room,
              const GigEulerBody *body,
              unsigned            curve)
{
  GigEulerModel *self = pass->model;
  const GigEulerRoom *r = &self->rooms[room];

  for (unsigned i = 0; i < 4; i++)
    {
      double sx = i & 1 ? 1 : -1, sy = i & 2 ? 1 : -1, nx, ny;
      double value = gig_euler_shape_nearest (&self->shapes[curve], body->x + sx * body->width,
                                              body->y + sy * body->height, &nx, &ny);
      GigEulerRow row = { 0 };

      if (!matters (pass, self->pad - value))
        continue;
      add_curve (self, &row, curve, nx, ny, -1, -1);
      add_entry (&row, 2 * room, nx);
      add_entry (&row, 2 * room + 1, ny);
      if (self->scale_free)
        add_entry (&row, pass->scale_at, (sx * r->width * nx + sy * r->height * ny) / GIG_EULER_ROOM_UNIT);
      gig_euler_normal_add_hinge (pass->normal, self->pad - value, &row);
    }
}

/* Inside the curves of its zone, outside of the others, astride the one between
 * its two zones. */
static void
place_room (Pass    *pass,
            unsigned room)
{
  GigEulerModel *self = pass->model;
  const GigEulerRoom *r = &self->rooms[room];
  GigEulerBody body = room_body (pass, room);

  for (unsigned i = 0; i < self->n_curves; i++)
    {
      if (!((r->zone ^ r->other) >> i & 1))
        {
          if ((r->zone >> i & 1) && r->height > 0)
            hold_corners (pass, room, &body, i);
          else
            hold_room (pass, room, &body, i, r->zone >> i & 1);
        }
      else if (pass->normal != NULL)
        {
          GigEulerRow row = { 0 };
          double nx, ny, value = gig_euler_shape_nearest (&self->shapes[i], body.x, body.y, &nx, &ny);

          add_curve (self, &row, i, nx, ny, 1, 1);
          add_entry (&row, 2 * room, -nx);
          add_entry (&row, 2 * room + 1, -ny);
          gig_euler_normal_add (pass->normal, value, &row);
        }
    }
}

static void
part_rooms (Pass    *pass,
            unsigned i,
            unsigned j)
{
  GigEulerBody first = room_body (pass, i), second = room_body (pass, j);
  GigEulerRow row = { 0 };
  double nx, ny, value = gig_euler_rooms_apart (&first, &second, &nx, &ny);

  if (!matters (pass, pass->model->room_gap - value))
    return;
  add_room (pass, &row, j, nx, ny, -1, 1);
  add_room (pass, &row, i, nx, ny, 1, 1);
  gig_euler_normal_add_hinge (pass->normal, pass->model->room_gap - value, &row);
}

static bool
share_zone (const GigEulerRoom *p,
            const GigEulerRoom *q)
{
  return p->zone == q->zone || p->zone == q->other || p->other == q->zone || p->other == q->other;
}

static void
place_rooms (Pass *pass)
{
  const GigEulerModel *self = pass->model;

  for (unsigned i = 0; i < self->n_rooms; i++)
    {
      place_room (pass, i);
      for (unsigned j = i + 1; j < self->n_rooms; j++)
        if (share_zone (&self->rooms[i], &self->rooms[j]))
          part_rooms (pass, i, j);
    }
}

/* The three curves that bound a zone most tightly at a point: signed depths and
 * their gradients in the plane. */
typedef struct
{
  double   depth[3];
  double   gradient[3][2];
  unsigned curve[3];
} Bounds;

static void
find_bounds (const GigEulerModel *self,
             const GigEulerPoint *cut,
             Bounds              *bounds)
{
  *bounds = (Bounds) { { INFINITY, INFINITY, INFINITY }, { { 0 } }, { 0 } };
  for (unsigned i = 0; i < self->n_curves; i++)
    {
      double nx, ny, d = gig_euler_shape_nearest (&self->shapes[i], cut->x, cut->y, &nx, &ny);
      double side = cut->mask >> i & 1 ? 1 : -1;
      unsigned k = 3;

      d *= side;
      while (k > 0 && d < bounds->depth[k - 1])
        k--;
      if (k == 3)
        continue;
      for (unsigned m = 2; m > k; m--)
        {
          bounds->depth[m] = bounds->depth[m - 1];
          bounds->curve[m] = bounds->curve[m - 1];
          memcpy (bounds->gradient[m], bounds->gradient[m - 1], sizeof bounds->gradient[m]);
        }
      bounds->depth[k] = d;
      bounds->curve[k] = i;
      bounds->gradient[k][0] = -side * nx;
      bounds->gradient[k][1] = -side * ny;
    }
}

/*
 * How deep the zone of a cut is, and the share of each bound in it. To first
 * order the deepest point solves max over p of min over k of d_k + g_k·p; by
 * duality its depth is Σ λ_k d_k with Σ λ_k g_k = 0, Σ λ_k = 1, λ ≥ 0, which
 * stays smooth when the zone shrinks to nothing and beyond. Where there is no
 * such λ, a soft least of the depths stands in.
 */
static double
cut_depth (const Bounds *bounds,
           double        tau,
           double        share[3])
{
  const double (*g)[2] = bounds->gradient;
  double det = 0, soft = 0;

  if (isfinite (bounds->depth[2]))
    {
      for (unsigned k = 0; k < 3; k++)
        {
          const double *p = g[(k + 1) % 3], *q = g[(k + 2) % 3];

          share[k] = p[0] * q[1] - p[1] * q[0];
          det += share[k];
        }
      for (unsigned k = 0; k < 3; k++)
        share[k] /= det;
      if (fabs (det) > 0.05 && share[0] > -0.02 && share[1] > -0.02 && share[2] > -0.02)
        return share[0] * bounds->depth[0] + share[1] * bounds->depth[1] + share[2] * bounds->depth[2];
    }
  for (unsigned k = 0; k < 3; k++)
    {
      share[k] = exp ((bounds->depth[0] - bounds->depth[k]) / tau);
      soft += share[k];
    }
  for (unsigned k = 0; k < 3; k++)
    share[k] /= soft;

  return bounds->depth[0] - tau * log (soft);
}

static void
push_cut (Pass                *pass,
          const GigEulerPoint *cut)
{
  GigEulerModel *self = pass->model;
  GigEulerRow row = { 0 };
  Bounds bounds;
  double share[3], depth;

  if (pass->normal == NULL)
    return;
  find_bounds (self, cut, &bounds);
  depth = cut_depth (&bounds, self->cut_margin, share);
  if (depth + self->cut_margin <= -GIG_EULER_HINGE_REACH)
    return;
  for (unsigned k = 0; k < 3 && isfinite (bounds.depth[k]); k++)
    {
      double side = cut->mask >> bounds.curve[k] & 1 ? share[k] : -share[k];
      double turn = cut->mask >> bounds.curve[k] & 1 ? -1 : 1;

      add_curve (self, &row, bounds.curve[k], turn * bounds.gradient[k][0],
                 turn * bounds.gradient[k][1], side, side);
    }
  gig_euler_normal_add_hinge (pass->normal, depth + self->cut_margin, &row);
}

static void
stay_on_canvas (Pass    *pass,
                unsigned curve)
{
  static const signed char walls[4][2] = { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 } };
  const GigEulerModel *self = pass->model;
  const GigEulerShape *s = &self->shapes[curve];

  for (unsigned k = 0; k < 4; k++)
    {
      double nx = walls[k][0], ny = walls[k][1];
      double limit = fmax (0, nx) * self->width + fmax (0, ny) * self->height;
      double over = nx * s->x + ny * s->y + gig_euler_shape_support (s, nx, ny) - limit;
      GigEulerRow row = { 0 };

      if (over <= -GIG_EULER_HINGE_REACH)
        continue;
      add_curve (self, &row, curve, nx, ny, 1, 1);
      gig_euler_normal_add_hinge (pass->normal, over, &row);
    }
}

/* A constant pull: a linear term of the energy. */
static void
add_slope (Pass    *pass,
           unsigned index,
           double   slope)
{
  pass->normal->energy += slope * pass->x[index];
  pass->normal->gradient[index] += slope;
}

static void
add_tastes (Pass *pass)
{
  const GigEulerModel *self = pass->model;

  for (unsigned i = 0; i < self->n_curves; i++)
    {
      unsigned at = gig_euler_model_curve_at (self, i);

      if (self->width > 0)
        stay_on_canvas (pass, i);
      if (self->ellipses && self->roundness > 0)
        {
          GigEulerRow row = { 0 };

          add_entry (&row, at + 2, self->roundness);
          add_entry (&row, at + 3, -self->roundness);
          gig_euler_normal_add (pass->normal,
                                self->roundness * (self->shapes[i].a - self->shapes[i].b), &row);
        }
      if (self->shrink > 0)
        {
          add_slope (pass, at + 2, self->shrink);
          if (self->ellipses)
            add_slope (pass, at + 3, self->shrink);
        }
      if (self->gravity > 0)
        for (unsigned j = 0; j < self->n_curves; j++)
          if (self->relation[i][j] == GIG_EULER_INSIDE)
            {
              add_slope (pass, at + 1, -self->gravity);
              break;
            }
    }
  for (unsigned i = 0; i < self->n_rooms; i++)
    if (self->rooms[i].pull != 0)
      add_slope (pass, 2 * i + 1, self->rooms[i].pull);
  for (unsigned i = 0; self->spring > 0 && i < gig_euler_model_scale_at (self); i++)
    {
      GigEulerRow row = { 0 };

      if (i < 2 * self->n_rooms)
        continue;
      add_entry (&row, i, self->spring);
      gig_euler_normal_add (pass->normal, self->spring * (pass->x[i] - self->anchor[i]), &row);
    }
}

/* The room scale grows until the wishes push back; when it is fixed its row
 * holds it, so that the equations stay regular. */
static void
grow_rooms (Pass *pass)
{
  const GigEulerModel *self = pass->model;
  GigEulerRow row = { 0 };
  double weight = self->scale_free ? self->scale_weight : 1;
  double goal = (self->scale_free ? self->scale_goal : self->scale) * GIG_EULER_ROOM_UNIT;

  add_entry (&row, pass->scale_at, -weight);
  gig_euler_normal_add (pass->normal, weight * (goal - pass->x[pass->scale_at]), &row);
}

static bool
load (Pass *pass)
{
  GigEulerModel *self = pass->model;

  gig_euler_model_unpack (self, pass->x, self->shapes);
  for (unsigned i = 0; i < self->n_curves; i++)
    if (!(self->shapes[i].a > 1e-3) || !(self->shapes[i].b > 1e-3))
      return false;
  pass->scale_at = gig_euler_model_scale_at (self);
  self->room_scale = self->scale_free ? pass->x[pass->scale_at] / GIG_EULER_ROOM_UNIT : self->scale;

  return self->room_scale >= 0;
}

/* Units of work for a pass over all residuals but the extra ones. */
static uint64_t
pass_cost (const GigEulerModel *self)
{
  uint64_t curve = self->ellipses ? 180 : 40, n = self->n_curves;

  return ((uint64_t) self->n_rooms + self->n_cuts) * n * curve + n * n * curve +
         (uint64_t) self->n_rooms * self->n_rooms * 2;
}

bool
gig_euler_model_residuals (void           *model,
                           const double   *x,
                           GigEulerNormal *normal)
{
  GigEulerModel *self = model;
  Pass pass = { self, x, normal, 0, 0 };

  if (!load (&pass))
    return false;
  relate_curves (&pass);
  place_rooms (&pass);
  for (unsigned i = 0; i < self->n_cuts; i++)
    push_cut (&pass, &self->cuts[i]);
  add_tastes (&pass);
  grow_rooms (&pass);
  normal->cost += pass_cost (self);

  return self->extra == NULL || self->extra (self->extra_data, x, normal);
}

double
gig_euler_model_violation (GigEulerModel *self,
                           const double  *x)
{
  Pass pass = { self, x, NULL, 0, 0 };

  if (!load (&pass))
    return INFINITY;
  relate_curves (&pass);
  place_rooms (&pass);

  return pass.worst;
}
