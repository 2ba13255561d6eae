/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-diagram-view.h"

#include <adwaita.h>

#include "gig-diagram-item.h"
#include "gig-scene-cache.h"

G_BEGIN_DECLS

/* From drawing px to widget px: x' = zoom·x + pan_x. */
typedef struct
{
  double zoom;
  double pan_x;
  double pan_y;
} GigFraming;

struct _GigDiagramView
{
  GtkWidget        parent_instance;

  /* What is shown */
  GigLayoutCache  *layouts;
  GigLesson       *lesson;
  GigView         *view;
  GigConcept      *selected;
  GigDiagramMarks  marks;
  const GigTheme  *theme;           /* NULL: the application's */
  double           name_size;
  double           member_size;
  GigSceneFlags    flags;
  guint            max_members;     /* where there is room for so many */
  gboolean         interactive;
  GPtrArray       *only_members;    /* (nullable): of an exercise */

  /* The layout */
  GigScenePlan     plan;
  GigSceneRequest *request;
  GigEulerLayout  *layout;
  GCancellable    *computing;
  guint            spinner_id;
  GtkWidget       *spinner;

  /* The drawing */
  GigSceneCache   *scenes;
  GigScene        *scene;
  GigScene        *before;          /* what the morph starts from */
  gboolean         morph_wanted;
  gboolean         dirty;
  gboolean         texts_changed;   /* since items were last synchronised */
  double           font_px;
  GskRenderNode   *fills;
  GskRenderNode   *lines;
  GskRenderNode   *labels;
  GskRenderNode   *glow;            /* of what is marked */
  GskRenderNode   *frame;           /* of a running morph */
  AdwAnimation    *morph;
  gpointer         morph_frames;    /* of gig_timing */

  /* While its size changes from frame to frame */
  int              width;
  int              height;
  gint64           resized_at;      /* monotonic, µs */
  guint            n_resized;       /* in a row */
  guint            steady_id;
  GdkTexture      *stretched;       /* the picture it began with */
  GigFraming       stretch;

  /* What is raised */
  char            *raised;          /* key */
  char            *hovered;
  char            *touched;
  GskRenderNode   *raised_fills;
  GskRenderNode   *raised_labels;
  GskRenderNode   *rest_labels;     /* the others */
  double           raise;           /* 0 … 1 */
  AdwAnimation    *raise_animation;

  /* Focus and items */
  GPtrArray       *items;           /* GigDiagramItem, in reading order */
  char            *focused;         /* key: where the focus is or was */
  gboolean         focus_wanted;    /* somebody came in before there was an item */
  GskRenderNode   *ring;
  guint            sync_id;
  GtkWidget       *popover;
  char            *popover_key;

  /* Zoom */
  GigFraming       framing;
  GigFraming       framing_from;
  GigFraming       framing_to;
  AdwAnimation    *framing_animation;
  double           gesture_zoom;
  GigFraming       gesture_framing;
  double           pointer_x;
  double           pointer_y;
};

/* gig-diagram-view.c */
const char    *_gig_diagram_view_pick            (GigDiagramView *self,
                                                  double          x,
                                                  double          y,
                                                  double          slop);
/* A box of the drawing in widget px. */
GdkRectangle   _gig_diagram_view_map_rect        (GigDiagramView *self,
                                                  const GigRect  *rect);

/* gig-diagram-view-scene.c */
void           _gig_diagram_view_invalidate      (GigDiagramView *self);
/* Renews the scene if something of it or the size has changed. */
void           _gig_diagram_view_update_scene    (GigDiagramView *self,
                                                  int             width,
                                                  int             height);
void           _gig_diagram_view_stop_computing  (GigDiagramView *self);
void           _gig_diagram_view_stop_morph      (GigDiagramView *self);
void           _gig_diagram_view_create_animations (GigDiagramView *self);

/* gig-diagram-view-stretch.c */
/* Whether the picture there was is stretched to this size instead of being made anew. */
gboolean       _gig_diagram_view_stretch         (GigDiagramView *self,
                                                  int             width,
                                                  int             height);
void           _gig_diagram_view_stop_stretch    (GigDiagramView *self);

/* gig-diagram-view-paint.c: the kept nodes */
void           _gig_diagram_view_build_nodes     (GigDiagramView *self);
void           _gig_diagram_view_build_raised    (GigDiagramView *self);
void           _gig_diagram_view_build_ring      (GigDiagramView *self);
void           _gig_diagram_view_clear_nodes     (GigDiagramView *self);
void           _gig_diagram_view_paint           (GigDiagramView *self,
                                                  GtkSnapshot    *snapshot);
/* The index of the set that is marked, or -1. */
int            _gig_diagram_view_find_selected   (GigDiagramView *self);

/* gig-diagram-view-marks.c */
void           _gig_diagram_view_build_marks     (GigDiagramView *self);
/* An item's description, and whether it is marked. (transfer full) */
char          *_gig_diagram_view_describe_item   (GigDiagramView *self,
                                                  const GigItem  *item);

/* gig-diagram-view-items.c */
void           _gig_diagram_view_queue_sync      (GigDiagramView *self);
void           _gig_diagram_view_allocate_items  (GigDiagramView *self);
void           _gig_diagram_view_clear_items     (GigDiagramView *self);
void           _gig_diagram_view_activate_item   (GigDiagramView *self,
                                                  const char     *key);
void           _gig_diagram_view_focus_changed   (GigDiagramView *self);
gboolean       _gig_diagram_view_focus           (GigDiagramView *self,
                                                  GtkDirectionType direction);
gboolean       _gig_diagram_view_focus_in        (GigDiagramView *self);
gboolean       _gig_diagram_view_focus_out       (GigDiagramView *self);
void           _gig_diagram_view_focus_end       (GigDiagramView *self,
                                                  gboolean        last);
/* What the pointer, a finger and the focus raise together. */
void           _gig_diagram_view_update_raised   (GigDiagramView *self);

/* gig-diagram-view-zoom.c */
void           _gig_diagram_view_add_controllers (GigDiagramView *self);
void           _gig_diagram_view_clamp_framing   (GigDiagramView *self);

G_END_DECLS
