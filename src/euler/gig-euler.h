/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Euler diagrams with the right zones.
 *
 * In: sets, the zones that must exist, and the boxes of the texts that have to
 * find room. Out: an immutable layout of one ellipse a set. A zone is the
 * region inside exactly the sets of a bit mask (bit i is set i). A zone that is
 * not required must not appear; when that cannot be drawn with ellipses, every
 * required zone is kept, the others are marked empty, and the layout says so.
 * Where even that cannot be had (six sets have more combinations than ellipses
 * have room for) or is not found within a fixed amount of work, the layout names
 * the zones that are missing: it is never silently wrong.
 *
 * Coordinates are pixels of a nominal canvas (900 × 600 or 600 × 900), x to the
 * right, y down. Angles are radians, positive from x towards y. The same input
 * gives the same output on every run: there is no clock, no random source and
 * no global state. All functions may be called from any thread; a builder from
 * one thread at a time.
 *
 * This library uses libc and libm only.
 */

#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GIG_EULER_MAX_SETS 30

/* The sets of a zone: bit i stands for set i. 0 is the outside of all sets. */
typedef uint32_t GigEulerMask;

typedef struct _GigEulerBuilder GigEulerBuilder;
typedef struct _GigEulerLayout  GigEulerLayout;

/*
 * GigEulerCancelFunc:
 * @user_data: (nullable): what was given to gig_euler_builder_set_cancel()
 *
 * Polled on the thread that builds, about once a millisecond: by a count of work,
 * not by a clock, so it can take a few milliseconds on a slow machine.
 *
 * Returns: true to stop the layout.
 */
typedef bool (*GigEulerCancelFunc) (void *user_data);

/*
 * GigEulerCanvas: the nominal area, px. Three, because a pane beside a page is
 * about as wide as high: there the wide drawing would leave a third of it empty.
 */
typedef enum
{
  GIG_EULER_CANVAS_WIDE,   /* 900 × 600 */
  GIG_EULER_CANVAS_TALL,   /* 600 × 900 */
  GIG_EULER_CANVAS_SQUARE, /* 720 × 720 */
} GigEulerCanvas;

/* gig_euler_canvas_get_size: @width: (out): px; @height: (out): px */
void             gig_euler_canvas_get_size          (GigEulerCanvas      canvas,
                                                     double             *width,
                                                     double             *height);

/*
 * GigEulerEllipse:
 * @cx: centre, canvas px
 * @cy: centre, canvas px
 * @rx: semi-axis along the rotated x axis, canvas px; 0 when the set is empty
 *   and therefore not drawn
 * @ry: semi-axis along the rotated y axis, canvas px
 * @rotation: radians, in (-π/2, π/2]; 0 for a circle
 *
 * The outline of a set: x = cx + rx·cos t·cos φ − ry·sin t·sin φ,
 * y = cy + rx·cos t·sin φ + ry·sin t·cos φ, 0 ≤ t < 2π.
 */
typedef struct
{
  double cx;
  double cy;
  double rx;
  double ry;
  double rotation;
} GigEulerEllipse;

/*
 * GigEulerArc:
 * @set: whose outline
 * @start: the parameter t (see GigEulerEllipse) where the arc starts
 * @end: where it ends; greater than @start when t increases along the arc,
 *   smaller when it decreases; |@end − @start| = 2π for a whole outline
 */
typedef struct
{
  unsigned set;
  double   start;
  double   end;
} GigEulerArc;

/*
 * GigEulerContour:
 * @arcs: (array length=n_arcs): consecutive arcs; the last ends where the first
 *   starts
 * @hole: whether it bounds a hole of the zone
 *
 * Outer contours run with t increasing overall and holes against it, so the
 * even-odd and the winding rule fill the same region.
 */
typedef struct
{
  const GigEulerArc *arcs;
  size_t             n_arcs;
  bool               hole;
} GigEulerContour;

/*
 * GigEulerZone:
 * @mask: the sets it lies in; never 0
 * @required: whether the input asked for it; otherwise it is empty and must be
 *   shown as such (hatched, no hit, no question)
 * @weight: the input's weight, 0 for an extra zone
 * @area: canvas px²
 * @x: pole of inaccessibility, the point of the zone farthest from its outline
 * @y: pole of inaccessibility
 * @radius: distance of the pole from the outline, canvas px
 * @n_pieces: connected pieces; 1 in a good drawing
 * @contours: (array length=n_contours): the outline
 */
typedef struct
{
  GigEulerMask           mask;
  bool                   required;
  double                 weight;
  double                 area;
  double                 x;
  double                 y;
  double                 radius;
  unsigned               n_pieces;
  const GigEulerContour *contours;
  size_t                 n_contours;
} GigEulerZone;

/*
 * GigEulerItem:
 * @zone: the zone it was declared in
 * @other_zone: the second zone of an item on the line, else equal to @zone
 * @placed: for an item on the line: whether the two zones share an arc
 * @set: for an item on the line: whose outline the arc belongs to
 * @x: a place: on the shared arc, or the pole of @zone
 * @y: see @x
 * @angle: for an item on the line: the direction of the outline's normal at
 *   (x, y), pointing from @zone to @other_zone
 */
typedef struct
{
  GigEulerMask zone;
  GigEulerMask other_zone;
  bool         placed;
  unsigned     set;
  double       x;
  double       y;
  double       angle;
} GigEulerItem;

typedef enum
{
  GIG_EULER_PROBLEM_EXTRA_ZONE,    /* mask: an empty zone that had to be drawn */
  GIG_EULER_PROBLEM_MISSING_ZONE,  /* mask: a required zone that is not there */
  GIG_EULER_PROBLEM_SPLIT_ZONE,    /* mask: a zone in several pieces */
  GIG_EULER_PROBLEM_NO_COMMON_ARC, /* item: its two zones do not touch */
  GIG_EULER_PROBLEM_UNDRAWABLE,    /* mask: sets that no convex curves can show
                                      without an empty zone; proved, not tried */
  GIG_EULER_PROBLEM_EMPTY_SET,     /* set: no zone lies in it, it is not drawn */
  GIG_EULER_PROBLEM_TOUCHING,      /* set, other: outlines that must stay apart
                                      come closer than 0.4 % of the diagonal */
  GIG_EULER_PROBLEM_AREA,          /* mask: its share of the area is wrong by
                                      more than 0.01 (proportional only) */
} GigEulerProblemKind;

/*
 * GigEulerProblem: what could not be done; the comments of GigEulerProblemKind
 * say which fields mean something.
 */
typedef struct
{
  GigEulerProblemKind kind;
  GigEulerMask        mask;
  unsigned            set;
  unsigned            other;
  unsigned            item;
} GigEulerProblem;

/*
 * GigEulerQuality:
 * @min_inradius: smallest pole radius of a required zone ÷ diagonal of the
 *   drawing's bounding box
 * @min_clearance: smallest distance between two outlines that must not cross ÷
 *   diagonal; 1 when there is no such pair
 * @diag_error: largest |share of area − share of weight| over all zones
 *   (eulerr's diagError); 0 unless proportional
 * @stress: venneuler's stress: residual sum of squares of the regression of
 *   areas on weights through the origin ÷ sum of squared areas; 0 unless
 *   proportional
 * @n_starts: how many starts the search needed
 * @warm: whether the previous layout could be kept as the start
 */
typedef struct
{
  double   min_inradius;
  double   min_clearance;
  double   diag_error;
  double   stress;
  unsigned n_starts;
  bool     warm;
} GigEulerQuality;

/* Builder */

/*
 * gig_euler_builder_new:
 * @n_sets: number of sets, at most GIG_EULER_MAX_SETS (more are ignored)
 *
 * Returns: (transfer full): a builder on the wide canvas with no zone
 */
GigEulerBuilder *gig_euler_builder_new              (unsigned            n_sets);

/* gig_euler_builder_free: @self: (transfer full) (nullable) */
void             gig_euler_builder_free             (GigEulerBuilder    *self);

/* gig_euler_builder_set_canvas: chooses the nominal canvas; wide by default. */
void             gig_euler_builder_set_canvas       (GigEulerBuilder    *self,
                                                     GigEulerCanvas      canvas);

/*
 * gig_euler_builder_set_key:
 * @set: index of a set
 * @key: what identifies the set in the previous layout; its index by default
 */
void             gig_euler_builder_set_key          (GigEulerBuilder    *self,
                                                     unsigned            set,
                                                     uint64_t            key);

/*
 * gig_euler_builder_set_label:
 * @set: index of a set
 * @width: room for its name, canvas px (the largest over the languages)
 * @height: canvas px
 */
void             gig_euler_builder_set_label        (GigEulerBuilder    *self,
                                                     unsigned            set,
                                                     double              width,
                                                     double              height);

/*
 * gig_euler_builder_add_zone:
 * @mask: a required zone; 0 and repeated masks are ignored, unknown bits cut
 */
void             gig_euler_builder_add_zone         (GigEulerBuilder    *self,
                                                     GigEulerMask        mask);

/*
 * gig_euler_builder_set_weight:
 * @mask: a zone, added if it is not there yet
 * @weight: its share in a proportional layout; 1 by default. Not a number,
 *   infinite or not positive counts as the smallest weight that can be seen
 */
void             gig_euler_builder_set_weight       (GigEulerBuilder    *self,
                                                     GigEulerMask        mask,
                                                     double              weight);

/* gig_euler_builder_set_proportional: whether areas follow the weights. */
void             gig_euler_builder_set_proportional (GigEulerBuilder    *self,
                                                     bool                proportional);

/*
 * gig_euler_builder_add_item:
 * @zone: the zone the item stands in; it becomes required
 * @width: canvas px (the largest over the languages)
 * @height: canvas px
 *
 * Returns: the item's index
 */
unsigned         gig_euler_builder_add_item         (GigEulerBuilder    *self,
                                                     GigEulerMask        zone,
                                                     double              width,
                                                     double              height);

/*
 * gig_euler_builder_add_item_between:
 * @zone: the zone the item certainly belongs to (may be 0); it becomes required
 * @other_zone: the adjacent zone it may belong to, which differs by one set; it
 *   does not become required
 *
 * An item that stands astride the arc between two zones. When they have no
 * common arc, the layout has a GIG_EULER_PROBLEM_NO_COMMON_ARC.
 *
 * Returns: the item's index
 */
unsigned         gig_euler_builder_add_item_between (GigEulerBuilder    *self,
                                                     GigEulerMask        zone,
                                                     GigEulerMask        other_zone,
                                                     double              width,
                                                     double              height);

/*
 * gig_euler_builder_set_previous:
 * @previous: (nullable): a layout to stay close to; a reference is taken
 */
void             gig_euler_builder_set_previous     (GigEulerBuilder    *self,
                                                     GigEulerLayout     *previous);

/* gig_euler_builder_set_cancel: @func: (nullable) (scope forever) */
void             gig_euler_builder_set_cancel       (GigEulerBuilder    *self,
                                                     GigEulerCancelFunc  func,
                                                     void               *user_data);

/*
 * gig_euler_builder_build:
 *
 * Lays the diagram out. The builder stays as it is and may be changed and used
 * again.
 *
 * Returns: (transfer full) (nullable): the layout, or NULL when it was
 *   cancelled or memory ran out
 */
GigEulerLayout  *gig_euler_builder_build            (GigEulerBuilder    *self);

/* Layout */

/* The reference count is atomic; layouts are immutable. */
GigEulerLayout        *gig_euler_layout_ref            (GigEulerLayout        *self);
void                   gig_euler_layout_unref          (GigEulerLayout        *self);

/*
 * gig_euler_layout_is_ok: whether exactly the required zones are drawn, each in
 * one piece, and no set is empty. Texts without room, areas and items on lines
 * do not count here.
 */
bool                   gig_euler_layout_is_ok          (const GigEulerLayout  *self);

/* gig_euler_layout_get_size: size of the nominal canvas, px. */
void                   gig_euler_layout_get_size       (const GigEulerLayout  *self,
                                                        double                *width,
                                                        double                *height);

/* gig_euler_layout_get_bounds: the box of all outlines, canvas px. */
void                   gig_euler_layout_get_bounds     (const GigEulerLayout  *self,
                                                        double                *x,
                                                        double                *y,
                                                        double                *width,
                                                        double                *height);

unsigned               gig_euler_layout_get_n_sets     (const GigEulerLayout  *self);

/* gig_euler_layout_get_ellipse: equal sets have equal ellipses. (transfer none) */
const GigEulerEllipse *gig_euler_layout_get_ellipse    (const GigEulerLayout  *self,
                                                        unsigned               set);

/* gig_euler_layout_get_key: the key the builder had for @set. */
uint64_t               gig_euler_layout_get_key        (const GigEulerLayout  *self,
                                                        unsigned               set);

/*
 * gig_euler_layout_get_same_as: the smallest index among the sets that equal
 * @set and share its outline; @set itself when there is none.
 */
unsigned               gig_euler_layout_get_same_as    (const GigEulerLayout  *self,
                                                        unsigned               set);

/*
 * gig_euler_layout_get_home: the required zone where the name of @set belongs:
 * the one inside fewest sets, the larger of equals. 0 for an empty set.
 */
GigEulerMask           gig_euler_layout_get_home       (const GigEulerLayout  *self,
                                                        unsigned               set);

/*
 * gig_euler_layout_get_zones: all zones of the drawing but the outside, ordered
 * by number of sets, then by mask. (array length=n_zones) (transfer none)
 */
const GigEulerZone    *gig_euler_layout_get_zones      (const GigEulerLayout  *self,
                                                        size_t                *n_zones);

/* gig_euler_layout_find_zone: (nullable) (transfer none): the zone of @mask. */
const GigEulerZone    *gig_euler_layout_find_zone      (const GigEulerLayout  *self,
                                                        GigEulerMask           mask);

/*
 * gig_euler_layout_zone_at: the sets that contain a point (exact geometry). For
 * equal sets all their bits are set.
 */
GigEulerMask           gig_euler_layout_zone_at        (const GigEulerLayout  *self,
                                                        double                 x,
                                                        double                 y);

/* gig_euler_layout_get_items: (array length=n_items) (transfer none), in the
 * order in which they were added. */
const GigEulerItem    *gig_euler_layout_get_items      (const GigEulerLayout  *self,
                                                        size_t                *n_items);

/* gig_euler_layout_get_problems: (array length=n_problems) (transfer none) */
const GigEulerProblem *gig_euler_layout_get_problems   (const GigEulerLayout  *self,
                                                        size_t                *n_problems);

const GigEulerQuality *gig_euler_layout_get_quality    (const GigEulerLayout  *self);

/* Geometry helpers */

/* gig_euler_ellipse_point: the point of the outline at parameter @t. */
void     gig_euler_ellipse_point    (const GigEulerEllipse *ellipse,
                                     double                 t,
                                     double                *x,
                                     double                *y);

/* gig_euler_ellipse_contains: whether the point lies inside. */
bool     gig_euler_ellipse_contains (const GigEulerEllipse *ellipse,
                                     double                 x,
                                     double                 y);

/*
 * gig_euler_ellipse_interpolate:
 * @progress: 0 for @from, 1 for @to; outside of it when an easing overshoots
 * @result: (out)
 *
 * For morphs: centre linear, ln of the semi-axes linear, rotation the shortest
 * way (an ellipse turned by π, or by π/2 with its axes swapped, is the same).
 */
void     gig_euler_ellipse_interpolate (const GigEulerEllipse *from,
                                        const GigEulerEllipse *to,
                                        double                 progress,
                                        GigEulerEllipse       *result);

/*
 * gig_euler_arc_to_cubics:
 * @start: parameter of the first point
 * @end: parameter of the last point, |@end − @start| ≤ 2π
 * @cubics: (out) (array fixed-size=8): x1, y1, x2, y2, x3, y3 of each segment
 *
 * Cubic Béziers for an arc, at most 45° each: the error is below 5e-6 of the
 * radius (Goldapp 1991).
 *
 * Returns: the number of segments, at most 8
 */
unsigned gig_euler_arc_to_cubics    (const GigEulerEllipse *ellipse,
                                     double                 start,
                                     double                 end,
                                     double                 cubics[8][6]);

/* Labels */

typedef enum
{
  GIG_EULER_LABEL_SET,  /* the name of a set: at the top of its own zone */
  GIG_EULER_LABEL_ITEM, /* a member: in rows around the pole of its zone, or
                           astride the arc between two zones */
} GigEulerLabelKind;

/*
 * GigEulerLabel:
 * @kind: see GigEulerLabelKind
 * @set: whose name, for GIG_EULER_LABEL_SET
 * @zone: for an item
 * @other_zone: for an item; equal to @zone unless it stands on a line
 * @width: the caller's px at scale 1
 * @height: the caller's px at scale 1
 * @wrapped_width: width of the same text on two lines, 0 when it cannot wrap
 * @wrapped_height: its height
 * @keep: when not all items of a zone fit, others go first
 */
typedef struct
{
  GigEulerLabelKind kind;
  unsigned          set;
  GigEulerMask      zone;
  GigEulerMask      other_zone;
  double            width;
  double            height;
  double            wrapped_width;
  double            wrapped_height;
  bool              keep;
} GigEulerLabel;

typedef enum
{
  GIG_EULER_PLACEMENT_HIDDEN,  /* no room: behind "+n" */
  GIG_EULER_PLACEMENT_INSIDE,  /* wholly inside its zone */
  GIG_EULER_PLACEMENT_ASTRIDE, /* on the arc between its two zones */
  GIG_EULER_PLACEMENT_OUTSIDE, /* beside the drawing, with a leader line */
} GigEulerPlacementKind;

/*
 * GigEulerPlacement:
 * @x: centre of the box, the caller's px
 * @y: centre of the box
 * @scale: text scale, min_scale … 1
 * @wrapped: whether the wrapped size was used
 * @leader_x0: for OUTSIDE: the leader's end at the box
 * @leader_x1: for OUTSIDE: the leader's end in the zone (for a name: on the
 *   outline of its set)
 */
typedef struct
{
  GigEulerPlacementKind kind;
  double                x;
  double                y;
  double                scale;
  bool                  wrapped;
  double                leader_x0;
  double                leader_y0;
  double                leader_x1;
  double                leader_y1;
} GigEulerPlacement;

/*
 * GigEulerMore: a place for "+n": @count items of @zone are hidden.
 * @placed: whether there is room for it inside the zone; otherwise (x, y) is
 *   the pole
 */
typedef struct
{
  GigEulerMask zone;
  unsigned     count;
  bool         placed;
  double       x;
  double       y;
} GigEulerMore;

/*
 * GigEulerPlaceOptions:
 * @scale: the caller's px a canvas px
 * @dx: x' = scale·x + dx
 * @dy: y' = scale·y + dy
 * @x: the area that labels led outside may use, the caller's px
 * @gap: least distance between two boxes
 * @pad: least distance between a box and an outline
 * @min_scale: smallest text scale, 0.8
 * @more_width: room that "+n" takes, 0 when none is wanted
 * @more_height: its height
 */
typedef struct
{
  double scale;
  double dx;
  double dy;
  double x;
  double y;
  double width;
  double height;
  double gap;
  double pad;
  double min_scale;
  double more_width;
  double more_height;
} GigEulerPlaceOptions;

/* gig_euler_place_options_init: fits the canvas into @width × @height (centred,
 * uniform scale), gap 8, pad 4, min_scale 0.8, "+n" 40 × 28. */
void   gig_euler_place_options_init  (GigEulerPlaceOptions       *options,
                                      const GigEulerLayout       *layout,
                                      double                      width,
                                      double                      height);

/*
 * gig_euler_layout_place_labels:
 * @options: (not nullable)
 * @labels: (array length=n_labels): what to place; order is preference
 * @placements: (out) (array length=n_labels): one for each label
 * @mores: (out) (array length=n_labels) (nullable): one for each zone that has
 *   hidden items
 *
 * Places names in the crescent near the top of their own zone and items in rows
 * around its pole, at the caller's real size: first at scale 1, then shrunk,
 * wrapped, led outside, hidden. No two boxes overlap, none crosses an outline
 * but those astride an arc. Boxes are searched on the zone's exact row spans
 * with a summed-area table (Crow 1984).
 *
 * Returns: the number of @mores
 */
size_t gig_euler_layout_place_labels (const GigEulerLayout       *self,
                                      const GigEulerPlaceOptions *options,
                                      const GigEulerLabel        *labels,
                                      size_t                      n_labels,
                                      GigEulerPlacement          *placements,
                                      GigEulerMore               *mores);

#ifdef G_DEFINE_AUTOPTR_CLEANUP_FUNC
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigEulerBuilder, gig_euler_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigEulerLayout, gig_euler_layout_unref)
#endif

#ifdef __cplusplus
}
#endif
