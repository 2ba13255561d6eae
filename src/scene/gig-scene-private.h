/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-scene.h"

#include "gig-scene-labels.h"

/* Free around a drawing, px. */
#define GIG_SCENE_AIR 24.0

G_BEGIN_DECLS

typedef struct
{
  GigZoneMask     zone;
  GigPathElement *path;
  guint           n_path;
  GigRect         bounds;
} GigZonePath;

/* How the labels of a scene found room. */
typedef struct
{
  double           width;           /* of the area it was found for */
  double           height;
  double           name_factor;
  double           member_factor;
  guint            max_members;
  double           size;
  GPtrArray       *dropped;         /* (nullable) (element-type GigViewMember): left to “+n” */
  gboolean         no_mores;        /* “+n” without room left out */
} GigRecipe;

struct _GigScene
{
  grefcount        ref_count;
  GigLesson       *lesson;
  GigView         *view;            /* owned by the lesson; NULL for a locator */
  GigEulerLayout  *layout;          /* NULL for a locator and a morph */
  const GigTheme  *theme;
  const char      *language;
  double           width;
  double           height;
  double           scale;
  double           dx;
  double           dy;
  char            *name;
  char            *description;
  GArray          *shapes;          /* GigShape */
  GArray          *items;           /* GigItem */
  GArray          *zone_paths;      /* GigZonePath */
  GPtrArray       *memory;          /* what shapes and items point to, g_free() */
  GPtrArray       *layouts;         /* PangoLayout */
  GPtrArray       *member_lists;    /* GPtrArray */
  GigRecipe        recipe;
  guint            n_stray;         /* lines of names that run through sets of others */
};

/* What a scene is composed from: only while it is made. */
typedef struct
{
  GigScene              *scene;
  const GigSceneOptions *options;
  PangoContext          *context;
  guint                  n_sets;
  GigSetStyle           *styles;
  GigZoneMask           *containers;    /* a set's closure */
  GArray                *labels;        /* GigLabel */
  GigEulerPlacement     *placements;
  GigEulerMore          *mores;
  size_t                 n_mores;
  double                 name_factor;   /* real size ÷ nominal size */
  double                 member_factor;
  double                 note_factor;
  double                 line_factor;
  GigRect                area;          /* where the drawing goes */
  double                 column;        /* left of it, for names */
  double                 right_column;  /* right of it */
} GigComposer;

GigScene   *gig_scene_alloc             (GigLesson          *lesson,
                                         GigView            *view,
                                         const GigTheme     *theme,
                                         const char         *language,
                                         double              width,
                                         double              height);
/* Appends an empty shape: opacity 1, no set, no item. */
GigShape   *gig_scene_add_shape         (GigScene           *self,
                                         GigShapeKind        kind);
/* (transfer none): a copy that lives as long as the scene */
const char *gig_scene_keep_string       (GigScene           *self,
                                         const char         *text);
/* Takes @text; (transfer none) */
const char *gig_scene_take_string       (GigScene           *self,
                                         char               *text);
/* Appends a text with its top left at @x, @y; takes @layout. */
GigShape   *gig_scene_add_text          (GigScene           *self,
                                         PangoLayout        *layout,
                                         const char         *language,
                                         double              x,
                                         double              y,
                                         GigColor            color);
/* The text of a message in the scene's language; @language: (out): what it really is in. (transfer full) */
char       *gig_scene_get_message_text  (GigScene           *self,
                                         const GigMessage   *message,
                                         const char        **language);
GigRect     gig_ellipse_get_bounds      (const GigEulerEllipse *ellipse);
GigEulerEllipse gig_scene_map_ellipse   (GigScene           *self,
                                         const GigEulerEllipse *ellipse);
const GigZonePath *gig_scene_find_zone_path (GigScene       *self,
                                         GigZoneMask         zone);
/* Fills scene->zone_paths from the layout. */
void        gig_scene_build_zone_paths  (GigScene           *self);
/* Fits the drawing into the area and fills placements and mores. */
void        gig_composer_place_labels   (GigComposer        *self);
/* Pills, names, leaders and “+n”, each with its item. */
void        gig_composer_draw_labels    (GigComposer        *self);
/* Fills scene->items; the shapes are there already. */
void        gig_composer_build_items    (GigComposer        *self);
/* Reserves and fills the strips above and below the drawing. */
void        gig_composer_build_frame    (GigComposer        *self);

G_END_DECLS
