/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-diagram-marks.h"
#include "gig-layout-cache.h"

G_BEGIN_DECLS

/**
 * GigDiagramView:
 *
 * Draws one view of a lesson and lets it be explored by pointer, finger,
 * keyboard and screen reader.
 *
 * The drawing is a GigScene painted from render nodes that are kept until size,
 * theme, language, text size or layout change; the layout is computed in a
 * thread. Everything that can be pointed at is a focusable child, in reading
 * order. Text grows with the widget's CSS font size.
 *
 * Signals:
 *  - `scene-changed` (): another drawing, or its texts in another language
 *  - `raised-changed` (): see gig_diagram_view_get_raised()
 *  - `zoom-changed` ()
 *  - `open-concept` (const char *id): a set was chosen; activates
 *    `win.show-concept` by default
 *  - `zone-picked` (guint zone): in an exercise, instead: see
 *    gig_diagram_view_set_exercise()
 */
#define GIG_TYPE_DIAGRAM_VIEW (gig_diagram_view_get_type ())
G_DECLARE_FINAL_TYPE (GigDiagramView, gig_diagram_view, GIG, DIAGRAM_VIEW, GtkWidget)

/* @layouts: (nullable): shared with other widgets; %NULL for one of its own */
GtkWidget     *gig_diagram_view_new             (GigLayoutCache  *layouts);
/**
 * gig_diagram_view_set_view:
 * @lesson: (nullable): the lesson, kept alive
 * @view: (nullable): one of its views; %NULL for nothing
 *
 * The drawing turns into that of @view when it is shown and animations are on.
 */
void           gig_diagram_view_set_view        (GigDiagramView  *self,
                                                 GigLesson       *lesson,
                                                 GigView         *view);
/* Has the layout of another of the lesson's views computed, for when it will be shown. */
void           gig_diagram_view_prepare         (GigDiagramView  *self,
                                                 GigView         *view);
/* (nullable) (transfer none) */
GigView       *gig_diagram_view_get_view        (GigDiagramView  *self);
/* (nullable) (transfer none): what is drawn now; %NULL before the first layout */
GigScene      *gig_diagram_view_get_scene       (GigDiagramView  *self);
/* Marks the set of @concept, or the nearest one above it; its member too. (nullable) */
void           gig_diagram_view_set_selected    (GigDiagramView  *self,
                                                 GigConcept      *concept);
/**
 * gig_diagram_view_set_marked:
 * @mark: why; each reason has a list of its own
 * @ids: (nullable): ids of concepts and of members (see gig_member_get_id()); %NULL
 *   for none
 *
 * Lets the sets and members with these ids glow, a “+n” when one of them is behind
 * it, in every view shown from now on, and says so in their accessible
 * descriptions. Ids that are not in the view mean nothing.
 */
void           gig_diagram_view_set_marked      (GigDiagramView  *self,
                                                 GigDiagramMark   mark,
                                                 const char * const *ids);
/* @theme: (nullable): %NULL to follow the application's */
void           gig_diagram_view_set_theme       (GigDiagramView  *self,
                                                 const GigTheme  *theme);
/* Sizes of names, px, instead of those that follow the font; 0 for that. See gig_scene_wall_sizes(). */
void           gig_diagram_view_set_sizes       (GigDiagramView  *self,
                                                 double           name_size,
                                                 double           member_size);
void           gig_diagram_view_set_flags       (GigDiagramView  *self,
                                                 GigSceneFlags    flags);
/* How many members are named at most; %GIG_SCENE_DESK_MEMBERS at first. */
void           gig_diagram_view_set_max_members (GigDiagramView  *self,
                                                 guint            max_members);
/* Whether it can be explored; %TRUE at first. An audience's wall only shows. */
void           gig_diagram_view_set_interactive (GigDiagramView  *self,
                                                 gboolean         interactive);
/**
 * gig_diagram_view_set_exercise:
 * @members: (nullable) (element-type GigViewMember): who may be seen; %NULL for all again
 *
 * Hides all other members, and what would tell where they are. A set or zone that
 * is activated is picked instead of opened.
 */
void           gig_diagram_view_set_exercise    (GigDiagramView  *self,
                                                 GPtrArray       *members);
/* The zone at a point of the widget, of a set's name its own; FALSE outside all. */
gboolean       gig_diagram_view_pick_zone       (GigDiagramView  *self,
                                                 double           x,
                                                 double           y,
                                                 GigZoneMask     *zone);
/* (nullable) (transfer none): the item under the pointer or with the keyboard focus */
const GigItem *gig_diagram_view_get_raised      (GigDiagramView  *self);
/* @key: (nullable): a GigItem's; raises it as the pointer would */
void           gig_diagram_view_set_raised      (GigDiagramView  *self,
                                                 const char      *key);
/* Zooms so that a set fills the widget; -1 for the whole drawing. */
void           gig_diagram_view_frame_set       (GigDiagramView  *self,
                                                 int              set);
/* Zooms about the middle. */
void           gig_diagram_view_zoom_by         (GigDiagramView  *self,
                                                 double           factor);
/* 1 for the whole drawing */
double         gig_diagram_view_get_zoom        (GigDiagramView  *self);
/* The theme that fits the application's look. */
const GigTheme *gig_diagram_view_find_theme     (void);

G_END_DECLS
