/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-diagram.h"

#include <adwaita.h>

#include "gig-scene-node.h"
#include "gig-wall-fit.h"

#define MORPH_MS     320
#define FLY_MS       900
#define PULSE_MS     700
#define FRAMED_WIDTH 2.2    /* of its outline at rest */
#define FRAMED_TINT  1.9f

struct _GigWallDiagram
{
  GtkWidget            parent_instance;

  GigWallStore        *store;
  GigLesson           *lesson;
  gboolean             preview;

  GigWallPicture       picture;
  GigLanguage         *language;
  double               width, height;   /* of the place it has or is about to get */
  gboolean             animate;
  GigWallDrawn        *shown;       /* (nullable) */
  GskRenderNode       *node;        /* (nullable): of what is shown, without what flies */
  GigScene            *from;        /* what a morph starts with */
  AdwAnimation        *morph;
  double               progress;
  const GigViewMember *flying;
  AdwAnimation        *fly;
  double               fly_progress;

  GigPointTarget       target;
  gboolean             has_target;
  AdwAnimation        *pulse;
};

enum
{
  SIGNAL_DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GigWallDiagram, gig_wall_diagram, GTK_TYPE_WIDGET)

/* --- Painting --- */

typedef struct
{
  int                  framed;
  const GigViewMember *without;
  const GigViewMember *only;
  double               dx, dy;
} Selection;

static gboolean
select_shape_cb (GigScene *scene,
                 GigShape *shape,
                 gpointer  user_data)
{
  const Selection *selection = user_data;
  guint n_items;
  const GigItem *items = gig_scene_get_items (scene, &n_items);
  const GigViewMember *member = NULL;

  if (shape->item >= 0 && shape->item < (int) n_items)
    {
      /* A wall has no list behind “+n” to open. */
      if (items[shape->item].kind == GIG_ITEM_MORE)
        return FALSE;
      member = items[shape->item].member;
    }
  if (selection->only != NULL && member != selection->only)
    return FALSE;
  if (selection->without != NULL && member == selection->without)
    return FALSE;

  if (selection->only != NULL)
    {
      if (shape->kind == GIG_SHAPE_LEADER)
        return FALSE;
      shape->bounds.x += selection->dx;
      shape->bounds.y += selection->dy;
      shape->x += selection->dx;
      shape->y += selection->dy;
    }
  if (selection->framed >= 0 && shape->set == selection->framed)
    {
      if (shape->kind == GIG_SHAPE_SET_LINE)
        shape->line_width *= FRAMED_WIDTH;
      else if (shape->kind == GIG_SHAPE_SET_FILL)
        shape->fill.alpha = MIN (shape->fill.alpha * FRAMED_TINT, 1);
    }

  return TRUE;
}

static GskRenderNode *
create_node (GigWallDrawn        *drawn,
             const GigViewMember *without)
{
  Selection selection = { .framed = drawn->picture.framed, .without = without };

  return gig_scene_node_new (drawn->scene, GIG_LAYER_ALL, select_shape_cb, &selection);
}

/* Walls that show the same picture share its node, unless something flies over this one. */
static GskRenderNode *
get_node (GigWallDiagram *self)
{
  if (self->flying != NULL)
    {
      if (self->node == NULL)
        self->node = create_node (self->shown, self->flying);
      return self->node;
    }
  if (self->shown->node == NULL)
    self->shown->node = create_node (self->shown, self->shown->picture.hidden);

  return self->shown->node;
}

/* The member on its way from the headline to its place. */
static void
snapshot_flying (GigWallDiagram *self,
                 GtkSnapshot    *snapshot)
{
  const GigItem *item = gig_wall_find_member (self->shown->scene, self->flying);
  double rest = 1 - self->fly_progress;
  Selection selection = { .framed = -1, .only = self->flying };
  g_autoptr(GskRenderNode) node = NULL;

  if (item == NULL)
    return;
  selection.dx = -(item->label.x + item->label.width / 2) * rest;
  selection.dy = -(item->label.y + item->label.height) * rest;
  node = gig_scene_node_new (self->shown->scene, GIG_LAYER_ALL, select_shape_cb, &selection);
  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
}

static void
snapshot_pulse (GigWallDiagram *self,
                GtkSnapshot    *snapshot)
{
  GigRect rect;
  GskRoundedRect ring;
  double phase = adw_animation_get_state (self->pulse) == ADW_ANIMATION_PLAYING ? adw_animation_get_value (self->pulse) : 0;
  double unit = self->picture.member_size;
  double grow = unit * (0.25 + 0.3 * phase);
  float width = (float) (unit * 0.14);
  GdkRGBA color = gig_scene_node_color (&self->picture.theme->foreground, 1);

  if (!gig_wall_diagram_find_target (self, &self->target, &rect))
    return;
  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT (rect.x - grow, rect.y - grow,
                                                        rect.width + 2 * grow, rect.height + 2 * grow),
                                   (float) (rect.height / 2 + grow));
  gtk_snapshot_append_border (snapshot, &ring, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { color, color, color, color });
}

static void
gig_wall_diagram_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  GigWallDiagram *self = GIG_WALL_DIAGRAM (widget);

  if (self->shown == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-GIG_WALL_SCENE_MARGIN, -GIG_WALL_SCENE_MARGIN));
  if (self->from != NULL)
    {
      g_autoptr(GigScene) frame = gig_scene_interpolate (self->from, self->shown->scene, self->progress);
      g_autoptr(GskRenderNode) node = gig_scene_node_new (frame, GIG_LAYER_ALL, NULL, NULL);

      if (node != NULL)
        gtk_snapshot_append_node (snapshot, node);
    }
  else
    {
      GskRenderNode *node = get_node (self);

      if (node != NULL)
        gtk_snapshot_append_node (snapshot, node);
      if (self->flying != NULL)
        snapshot_flying (self, snapshot);
      if (self->has_target)
        {
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (GIG_WALL_SCENE_MARGIN, GIG_WALL_SCENE_MARGIN));
          snapshot_pulse (self, snapshot);
        }
    }
  gtk_snapshot_restore (snapshot);
}

/* --- Showing --- */

static void
update_accessible (GigWallDiagram *self)
{
  if (self->preview || self->shown == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_scene_get_name (self->shown->scene),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gig_scene_get_description (self->shown->scene),
                                  -1);
}

static void
stop_fly (GigWallDiagram *self)
{
  if (self->flying == NULL)
    return;

  self->flying = NULL;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
may_morph (GigWallDiagram *self,
           GigWallDrawn   *drawn)
{
  return self->animate && self->shown != NULL && drawn != NULL && self->shown->picture.view != drawn->picture.view &&
         self->shown->width == drawn->width && self->shown->height == drawn->height &&
         adw_get_enable_animations (GTK_WIDGET (self));
}

/* Shows what can be shown now; a layout still being computed comes later. */
static void
refresh (GigWallDiagram *self)
{
  g_autoptr(GigWallDrawn) previous = NULL;
  g_autoptr(GigWallDrawn) drawn = NULL;

  if (self->language == NULL)
    return;
  drawn = gig_wall_drawn_find (self->store, self->lesson, &self->picture, self->language, self->width, self->height);
  if (drawn == self->shown)
    return;

  g_clear_pointer (&self->from, gig_scene_unref);
  if (may_morph (self, drawn))
    {
      self->from = gig_scene_ref (self->shown->scene);
      adw_animation_reset (self->morph);
    }
  stop_fly (self);
  previous = self->shown;
  self->shown = g_steal_pointer (&drawn);
  if (self->shown != NULL && previous != NULL && previous->picture.hidden != NULL && self->picture.hidden == NULL &&
      previous->picture.view == self->picture.view && adw_get_enable_animations (GTK_WIDGET (self)))
    {
      self->flying = previous->picture.hidden;
      adw_animation_reset (self->fly);
      adw_animation_play (self->fly);
    }
  if (self->from != NULL)
    adw_animation_play (self->morph);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_DRAWN], 0);
}

static void
morph_cb (double   value,
          gpointer user_data)
{
  GigWallDiagram *self = user_data;

  self->progress = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
morph_done_cb (GigWallDiagram *self)
{
  g_clear_pointer (&self->from, gig_scene_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fly_cb (double   value,
        gpointer user_data)
{
  GigWallDiagram *self = user_data;

  self->fly_progress = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pulse_cb (double   value,
          gpointer user_data)
{
  gtk_widget_queue_draw (user_data);
}

static void
ready_cb (GigWallDiagram *self,
          GigView        *view)
{
  if (view == self->picture.view)
    refresh (self);
}

static void
gig_wall_diagram_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
gig_wall_diagram_dispose (GObject *object)
{
  GigWallDiagram *self = GIG_WALL_DIAGRAM (object);

  g_clear_object (&self->morph);
  g_clear_object (&self->fly);
  g_clear_object (&self->pulse);
  g_clear_pointer (&self->shown, gig_wall_drawn_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->from, gig_scene_unref);
  g_clear_object (&self->language);
  g_clear_object (&self->store);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_wall_diagram_parent_class)->dispose (object);
}

static void
gig_wall_diagram_class_init (GigWallDiagramClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_wall_diagram_dispose;
  widget_class->measure = gig_wall_diagram_measure;
  widget_class->snapshot = gig_wall_diagram_snapshot;
  signals[SIGNAL_DRAWN] = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gig_wall_diagram_init (GigWallDiagram *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->picture.framed = -1;
  self->morph = adw_timed_animation_new (widget, 0, 1, MORPH_MS,
                                         adw_callback_animation_target_new (morph_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->morph), ADW_EASE_OUT_CUBIC);
  g_signal_connect_swapped (self->morph, "done", G_CALLBACK (morph_done_cb), self);
  self->fly = adw_timed_animation_new (widget, 0, 1, FLY_MS,
                                       adw_callback_animation_target_new (fly_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->fly), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_swapped (self->fly, "done", G_CALLBACK (stop_fly), self);
  self->pulse = adw_timed_animation_new (widget, 0, 1, PULSE_MS,
                                         adw_callback_animation_target_new (pulse_cb, self, NULL));
  adw_timed_animation_set_alternate (ADW_TIMED_ANIMATION (self->pulse), TRUE);
  adw_timed_animation_set_repeat_count (ADW_TIMED_ANIMATION (self->pulse), 6);
  gtk_widget_set_can_target (widget, FALSE);
}

GtkWidget *
gig_wall_diagram_new (GigWallStore *store,
                      GigLesson    *lesson,
                      gboolean      preview)
{
  GigWallDiagram *self;

  g_return_val_if_fail (GIG_IS_WALL_STORE (store), NULL);
  g_return_val_if_fail (lesson != NULL, NULL);

  self = g_object_new (GIG_TYPE_WALL_DIAGRAM,
                       "accessible-role", preview ? GTK_ACCESSIBLE_ROLE_PRESENTATION : GTK_ACCESSIBLE_ROLE_IMG,
                       NULL);
  self->store = g_object_ref (store);
  self->lesson = gig_lesson_ref (lesson);
  self->preview = preview;
  g_signal_connect_object (store, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
gig_wall_diagram_show (GigWallDiagram       *self,
                       const GigWallPicture *picture,
                       GigLanguage          *language,
                       double                width,
                       double                height,
                       gboolean              animate)
{
  g_return_if_fail (GIG_IS_WALL_DIAGRAM (self));
  g_return_if_fail (picture != NULL);

  if (self->has_target && picture->view != self->picture.view)
    gig_wall_diagram_point_at (self, NULL);
  self->picture = *picture;
  self->width = width;
  self->height = height;
  self->animate = animate && !self->preview;
  g_set_object (&self->language, language);
  refresh (self);
}

void
gig_wall_diagram_point_at (GigWallDiagram       *self,
                           const GigPointTarget *target)
{
  g_return_if_fail (GIG_IS_WALL_DIAGRAM (self));

  self->has_target = target != NULL;
  if (target != NULL)
    {
      self->target = *target;
      if (adw_get_enable_animations (GTK_WIDGET (self)))
        {
          adw_animation_reset (self->pulse);
          adw_animation_play (self->pulse);
        }
    }
  else
    adw_animation_reset (self->pulse);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
gig_wall_diagram_find_target (GigWallDiagram       *self,
                              const GigPointTarget *target,
                              GigRect              *rect)
{
  const GigItem *item = NULL;

  g_return_val_if_fail (GIG_IS_WALL_DIAGRAM (self), FALSE);
  g_return_val_if_fail (target != NULL && rect != NULL, FALSE);

  if (self->shown == NULL)
    return FALSE;
  if (target->set >= 0)
    item = gig_scene_get_set_item (self->shown->scene, target->set);
  else
    item = gig_wall_find_member (self->shown->scene, target->member);
  if (item == NULL)
    return FALSE;
  *rect = item->label;
  rect->x -= GIG_WALL_SCENE_MARGIN;
  rect->y -= GIG_WALL_SCENE_MARGIN;

  return TRUE;
}

GigScene *
gig_wall_diagram_get_scene (GigWallDiagram *self)
{
  g_return_val_if_fail (GIG_IS_WALL_DIAGRAM (self), NULL);

  return self->shown != NULL ? self->shown->scene : NULL;
}

GPtrArray *
gig_wall_diagram_get_key (GigWallDiagram *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  guint n_items, n_shapes;
  const GigItem *items;
  const GigShape *shapes;

  g_return_val_if_fail (GIG_IS_WALL_DIAGRAM (self), names);

  if (self->shown == NULL)
    return names;
  items = gig_scene_get_items (self->shown->scene, &n_items);
  shapes = gig_scene_get_shapes (self->shown->scene, &n_shapes);
  for (guint i = 0; i < n_shapes; i++)
    if (shapes[i].kind == GIG_SHAPE_TEXT && shapes[i].item >= 0 && shapes[i].set < 0 &&
        items[shapes[i].item].kind == GIG_ITEM_MEMBER && g_ascii_isdigit (*shapes[i].text) &&
        strlen (shapes[i].text) <= 2)
      g_ptr_array_add (names, g_strdup_printf ("%s  %s", shapes[i].text, items[shapes[i].item].name));

  return names;
}
