/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "gig-euler.h"
#include "gig-language.h"
#include "gig-lesson.h"
#include "gig-set-system.h"
#include "gig-theme.h"

G_BEGIN_DECLS

/*
 * How a diagram comes about:
 *
 *   request = gig_scene_request_new (…);            main thread: measures texts
 *   layout  = gig_scene_compute_layout (request);   any thread: numbers only
 *   scene   = gig_scene_new (…, layout, …);         main thread: places texts
 *
 * The layout depends on the view, the fonts and the plan, of which there are few;
 * not otherwise on size or text size, nor on theme or language. Keep it, and make
 * a new scene whenever one of these changes.
 */

/* A rectangle, px. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} GigRect;

/* --- What is drawn besides the sets --- */

typedef enum
{
  GIG_SCENE_DEFAULT  = 0,
  GIG_SCENE_LEGEND   = 1 << 0,  /* “Areas mean nothing here”, the marks in use, the claim's mark */
  GIG_SCENE_TITLE    = 1 << 1,  /* the view's title above: for exports */
  GIG_SCENE_TAKEAWAY = 1 << 2,  /* its sentence below: for exports */
  GIG_SCENE_NUMBERED = 1 << 3,  /* numbered dots instead of members' names (the wall, the key elsewhere) */
  GIG_SCENE_NO_MEMBERS = 1 << 4, /* sets only: thumbnails */
  GIG_SCENE_NO_NAMES = 1 << 5,   /* no names of sets: thumbnails, exercises */
  GIG_SCENE_NO_MORE = 1 << 6,    /* no “+n”: the wall */
  GIG_SCENE_OUTER_BESIDE = 1 << 7, /* names of sets that hold others in a column, led to their outline: the wall */
  GIG_SCENE_NAMES_BESIDE = 1 << 8, /* all names of sets there: the wall */
  GIG_SCENE_BOTH_SIDES   = 1 << 9, /* with room for names at the right, too: the wall */
} GigSceneFlags;

/* --- Layout --- */

/**
 * GigSceneRequest:
 *
 * What a view's layout is computed from: sets, zones and label boxes as
 * numbers. Immutable, atomically reference-counted.
 */
typedef struct _GigSceneRequest GigSceneRequest;

/**
 * gig_scene_choose_canvas:
 * @current: the canvas used so far
 *
 * Wide, square or tall for an area of @width × @height px: the one whose drawing
 * fills most of it, with 6 % of hysteresis. Three, because the pane beside a page
 * is about square, and there a wide drawing leaves a third of the room empty.
 */
GigEulerCanvas   gig_scene_choose_canvas   (double           width,
                                            double           height,
                                            GigEulerCanvas   current);

#define GIG_SCENE_N_DENSITIES 3

/**
 * GigScenePlan:
 * @canvas: see gig_scene_choose_canvas()
 * @density: 0 for texts of nominal size on the nominal canvas; the higher, the
 *   smaller the area beside its texts: the drawing makes more room for them and
 *   names fewer members
 *
 * What a drawing is made for. There are few plans, so that a resized window
 * seldom gets another drawing, and a phone or twice the text size still a good one.
 */
typedef struct
{
  GigEulerCanvas canvas;
  guint          density;
} GigScenePlan;

/**
 * gig_scene_choose_plan:
 * @text_scale: as in GigSceneOptions
 * @current: (nullable): the plan so far, which stays where it is as good
 *
 * The plan for an area of @width × @height px.
 */
GigScenePlan     gig_scene_choose_plan     (double           width,
                                            double           height,
                                            double           text_scale,
                                            const GigScenePlan *current);
/**
 * gig_scene_limit_text_scale:
 *
 * The largest text scale up to @text_scale in which names of sets still find
 * room in an area of @width × @height px; never below 1. Whoever wants larger
 * letters there zooms in, or reads the words beside.
 */
double           gig_scene_limit_text_scale (double          width,
                                            double           height,
                                            double           text_scale);
/* For GigSceneOptions. */
guint            gig_scene_plan_get_max_members (const GigScenePlan *plan);
gboolean         gig_scene_plan_equal      (const GigScenePlan *a,
                                            const GigScenePlan *b);
/* As gig_scene_request_new(), for @plan. Give the scene the plan's max_members. */
GigSceneRequest *gig_scene_request_new_for_plan (GigLesson          *lesson,
                                            GigView            *view,
                                            PangoContext       *context,
                                            const GigScenePlan *plan);
/**
 * gig_scene_request_new:
 * @context: for measuring; its font family counts, its size does not
 * @previous: (nullable): the layout to stay close to, after an edit
 *
 * Measures every label in every language of the lesson, at the nominal sizes
 * (set names 15 px, members 12 px), and keeps the largest box of each.
 */
GigSceneRequest *gig_scene_request_new     (GigLesson       *lesson,
                                            GigView         *view,
                                            PangoContext    *context,
                                            GigEulerCanvas   canvas,
                                            GigEulerLayout  *previous);
/**
 * gig_scene_request_new_for_wall:
 * @width: of the area the diagram gets, px
 * @height: px
 * @name_size: see gig_scene_wall_sizes()
 * @member_size: ditto
 * @max_members: as in GigSceneOptions
 *
 * The same for letters far larger beside the drawing than at a desk: the layout
 * makes the room they take. Give the scene the same sizes.
 */
GigSceneRequest *gig_scene_request_new_for_wall (GigLesson     *lesson,
                                            GigView         *view,
                                            PangoContext    *context,
                                            double           width,
                                            double           height,
                                            double           name_size,
                                            double           member_size,
                                            guint            max_members,
                                            GigSceneFlags    flags);
GigSceneRequest *gig_scene_request_ref     (GigSceneRequest *self);
void             gig_scene_request_unref   (GigSceneRequest *self);
/* Equal requests give equal layouts: a key for a cache. */
guint            gig_scene_request_hash    (gconstpointer    self);
gboolean         gig_scene_request_equal   (gconstpointer    a,
                                            gconstpointer    b);
/**
 * gig_scene_compute_layout:
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the layout; %NULL when cancelled
 */
GigEulerLayout  *gig_scene_compute_layout  (GigSceneRequest *request,
                                            GCancellable    *cancellable);

/* --- Shapes --- */

typedef enum
{
  GIG_SHAPE_SET_FILL,     /* ellipse, @fill or @pattern */
  GIG_SHAPE_ZONE,         /* path, @fill: the hatch of an empty zone */
  GIG_SHAPE_SET_LINE,     /* ellipse, @line and @dashes */
  GIG_SHAPE_LEADER,       /* path, open; @line */
  GIG_SHAPE_PILL,         /* rectangle with @radius, @fill and @line */
  GIG_SHAPE_DOT,          /* circle in @bounds, @fill; see @half */
  GIG_SHAPE_TEXT,         /* @layout at @x, @y */
} GigShapeKind;

/* One cubic path element, px. */
typedef enum
{
  GIG_PATH_MOVE,          /* x3, y3 */
  GIG_PATH_LINE,          /* x3, y3 */
  GIG_PATH_CUBIC,
  GIG_PATH_CLOSE,
} GigPathOp;

typedef struct
{
  GigPathOp op;
  double    x1, y1, x2, y2, x3, y3;
} GigPathElement;

/**
 * GigShape:
 * @kind: which fields mean something
 * @item: index of the item it belongs to, or -1
 * @set: for sets and their names: which; else -1
 * @zone: the zone it stands in (of a set: bit @set and its supersets)
 * @bounds: what it covers, px, without the width of its line
 * @opacity: 0 … 1; 1 but in an interpolated scene
 * @ellipse: of a set, px
 * @path: (array length=n_path): closed for zones
 * @radius: corner radius of a pill
 * @half: a dot filled only on its left half: contested
 * @fill: alpha 0: none
 * @line: alpha 0: none
 * @line_width: px
 * @dashes: (array length=n_dashes): px
 * @pattern: fills with lines in colour @fill instead of flatly
 * @layout: the text, laid out; its font, language and width are set
 * @text: the same as UTF-8
 * @language: the language the text is really in, interned
 * @x: left of @layout, px
 * @y: top of @layout, px
 * @baseline: of its first line, px
 * @color: of the text
 *
 * One thing to paint. The array of shapes is in painting order.
 */
typedef struct
{
  GigShapeKind          kind;
  int                   item;
  int                   set;
  GigZoneMask           zone;
  GigRect               bounds;
  double                opacity;

  GigEulerEllipse       ellipse;
  const GigPathElement *path;
  guint                 n_path;
  double                radius;
  gboolean              half;
  GigColor              fill;
  GigColor              line;
  double                line_width;
  double                dashes[6];
  guint                 n_dashes;
  GigPattern            pattern;

  PangoLayout          *layout;
  const char           *text;
  const char           *language;
  double                x;
  double                y;
  double                baseline;
  GigColor              color;
} GigShape;

/* --- Items: what can be pointed at, focused and read out --- */

typedef enum
{
  GIG_ITEM_SET,
  GIG_ITEM_ZONE,
  GIG_ITEM_MEMBER,
  GIG_ITEM_MORE,          /* “+n”: @members are those without room */
} GigItemKind;

/**
 * GigItem:
 * @index: its place in reading order
 * @parent: index of the item one level out: a zone's set, a member's zone; -1 at the top
 * @key: the same for the same thing in every language, size and theme: `set:fm`,
 *   `zone:fm+llm`, `member:GPT-3`, `more:fm`; unique in the scene
 * @set: of a set; else -1
 * @zone: the zone; of a set all its supersets with it
 * @member: (nullable): of a member
 * @members: (nullable) (element-type GigViewMember): of “+n”
 * @concept: (nullable): what a set is bound to
 * @bounds: what it covers, px: a set's name and outline, a zone's region, a pill
 * @label: the box of its name; for a zone its roomiest place; where to put a focus ring or popover
 * @empty: a zone nobody asked for: hatched, not picked, not asked about
 * @contested: a member that stands on a line, or half-filled
 * @outside: its label stands outside its zone, at the end of a leader
 * @name: accessible name, in the scene's language: one phrase
 * @description: accessible description: whole sentences
 */
typedef struct
{
  GigItemKind          kind;
  guint                index;
  int                  parent;
  const char          *key;
  int                  set;
  GigZoneMask          zone;
  const GigViewMember *member;
  GPtrArray           *members;
  GigConcept          *concept;
  GigRect              bounds;
  GigRect              label;
  gboolean             empty;
  gboolean             contested;
  gboolean             outside;
  const char          *name;
  const char          *description;
} GigItem;

/* --- Scene --- */

/**
 * GigSceneOptions:
 * @lesson: the lesson
 * @view: one of its views
 * @layout: from gig_scene_compute_layout()
 * @language: of texts and accessible texts
 * @theme: the colours
 * @width: of the area, px; 24 px of it on each side stay free
 * @height: px
 * @text_scale: 1 for set names of 15 px and members of 12 px
 * @name_size: size of set names, px, instead of 15 × @text_scale; 0 for that
 * @member_size: size of members' names, px, instead of 12 × @text_scale; 0 for that
 * @flags: what else is drawn
 * @max_members: how many members are shown, 0 for all the view names; the others
 *   are behind “+n”. A wall takes %GIG_SCENE_WALL_MEMBERS
 * @previous: (nullable): the scene so far: where its choice of size and members
 *   still fits a slightly other area it stays, which is quicker and calmer
 * @only_members: (nullable) (element-type GigViewMember): only these of them are
 *   drawn, named, or behind a “+n”: for exercises, where a zone must not tell who is in it
 */
typedef struct
{
  GigLesson       *lesson;
  GigView         *view;
  GigEulerLayout  *layout;
  GigLanguage     *language;
  const GigTheme  *theme;
  double           width;
  double           height;
  double           text_scale;
  double           name_size;
  double           member_size;
  GigSceneFlags    flags;
  guint            max_members;
  GPtrArray       *only_members;
  struct _GigScene *previous;
} GigSceneOptions;

#define GIG_SCENE_DESK_MEMBERS 14
#define GIG_SCENE_WALL_MEMBERS 9

/**
 * GigScene:
 *
 * A view drawn at one size, in one language and theme, as plain values. Widget,
 * exports, locator and thumbnails paint the same scene. Immutable,
 * reference-counted (not atomically: it holds Pango layouts and stays on the
 * thread of its PangoContext). It keeps the lesson alive.
 */
typedef struct _GigScene GigScene;

/* (transfer full): @options and @context need not outlive the call */
GigScene        *gig_scene_new              (const GigSceneOptions *options,
                                             PangoContext          *context);
/**
 * gig_scene_new_locator:
 * @concept: a concept; one that is no set shows where its nearest set above is
 * @size: side, px: 16, 24, 48 …
 *
 * The nest with “you are here” filled: the rings around a set, the set, and one
 * of its kinds. A page about the whole has nothing filled; in a tree (below 32 px)
 * a page inside a set is a dot. No text, no layout, no items, cheap; the scene's
 * name says where one is, and is empty where the picture says nothing.
 */
GigScene        *gig_scene_new_locator      (GigLesson             *lesson,
                                             GigConcept            *concept,
                                             GigLanguage           *language,
                                             const GigTheme        *theme,
                                             double                 size);
/**
 * gig_scene_interpolate:
 * @from: a scene
 * @to: another one of the same size
 * @progress: 0 … 1, eased by the caller
 *
 * A frame of a morph: sets that both have (by concept or key; by place when
 * none is common) move and change along ln a, ln b and the shortest turn;
 * members move; what only one has fades. It has no items.
 */
GigScene        *gig_scene_interpolate      (GigScene              *from,
                                             GigScene              *to,
                                             double                 progress);
GigScene        *gig_scene_ref              (GigScene              *self);
void             gig_scene_unref            (GigScene              *self);

/* In px, as in the options. */
void             gig_scene_get_size         (GigScene              *self,
                                             double                *width,
                                             double                *height);
/* (transfer none) */
const GigTheme  *gig_scene_get_theme        (GigScene              *self);
GigView         *gig_scene_get_view         (GigScene              *self);  /* (nullable): of a locator */
/* (transfer none) */
GigLesson       *gig_scene_get_lesson       (GigScene              *self);
/* Interned: the code of the language it was made in. */
const char      *gig_scene_get_language     (GigScene              *self);
GigEulerLayout  *gig_scene_get_layout       (GigScene              *self);  /* (nullable) */
/* The uniform transform from canvas px to scene px: x' = scale·x + dx, y' = scale·y + dy. */
void             gig_scene_get_transform    (GigScene              *self,
                                             double                *scale,
                                             double                *dx,
                                             double                *dy);
/* Accessible name and description of the whole, as of an image. */
const char      *gig_scene_get_name         (GigScene              *self);
const char      *gig_scene_get_description  (GigScene              *self);

/* (array length=n_shapes): in painting order */
const GigShape  *gig_scene_get_shapes       (GigScene              *self,
                                             guint                 *n_shapes);
/* (array length=n_items): in reading order: a set, then its zones, each followed by its members */
const GigItem   *gig_scene_get_items        (GigScene              *self,
                                             guint                 *n_items);
/* (nullable) (transfer none): the item with a key, to find it again in another scene */
const GigItem   *gig_scene_find_item        (GigScene              *self,
                                             const char            *key);
/* (nullable): the item of set @set */
const GigItem   *gig_scene_get_set_item     (GigScene              *self,
                                             int                    set);
/* (nullable): the item of a zone */
const GigItem   *gig_scene_get_zone_item    (GigScene              *self,
                                             GigZoneMask            zone);
/**
 * gig_scene_pick:
 * @slop: how far from a pill or an outline still counts, px: 0 for tests, 4 for
 *   a mouse, 12 for a finger
 *
 * What is at a point: a member or “+n”, else a set by its name or outline, else
 * the zone by exact geometry. Empty zones and the outside are not picked.
 *
 * Returns: (nullable) (transfer none):
 */
const GigItem   *gig_scene_pick             (GigScene              *self,
                                             double                 x,
                                             double                 y,
                                             double                 slop);
/**
 * gig_scene_get_zone_path:
 * @n_elements: (out)
 *
 * The outline of a zone, px, for highlighting it; even-odd and winding fill
 * agree. %NULL for a zone the drawing does not have.
 */
const GigPathElement *gig_scene_get_zone_path (GigScene            *self,
                                               GigZoneMask          zone,
                                               guint               *n_elements);
/* As text, one shape and item a line, numbers rounded to 0.1 px: for tests. (transfer full) */
char            *gig_scene_dump             (GigScene              *self);

/* --- Sizes --- */

/**
 * gig_scene_fit_text_scale:
 *
 * The text scale for a picture on its own (an export, a thumbnail), where text
 * grows with the drawing: that of the nominal canvas, at least 1.
 */
double           gig_scene_fit_text_scale   (double                 width,
                                             double                 height);
/**
 * gig_scene_wall_sizes:
 * @context: whose font's x-height counts
 * @screen_height: of the wall, px
 * @name_size: (out): font size that gives set names an x-height of 3 %
 * @member_size: (out): 2 %
 *
 * The back-row rule (DISCAS, ANSI/INFOCOMM V202.01).
 */
void             gig_scene_wall_sizes       (PangoContext          *context,
                                             double                 screen_height,
                                             double                *name_size,
                                             double                *member_size);

/* --- Checks --- */

/**
 * gig_scene_check_lesson:
 *
 * What needs a drawing to be checked: views that cannot be drawn exactly, zones
 * drawn though empty, contested members without a common arc, labels without
 * room at the nominal sizes, more members than a desk (14) or a wall (9) takes.
 *
 * Returns: (transfer full) (element-type GigDiagnostic):
 */
GPtrArray       *gig_scene_check_lesson     (GigLesson             *lesson,
                                             PangoContext          *context,
                                             const char            *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigScene, gig_scene_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigSceneRequest, gig_scene_request_unref)

G_END_DECLS
