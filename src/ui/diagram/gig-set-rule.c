/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-set-rule.h"

#include <adwaita.h>

#include "gig-diagram-view.h"
#include "gig-scene-node.h"

#define WIDTH 4

struct _GigSetRule
{
  GtkWidget  parent_instance;

  GigLesson *lesson;
  GigView   *view;
  guint      set;
};

G_DEFINE_FINAL_TYPE (GigSetRule, gig_set_rule, GTK_TYPE_WIDGET)

static void
gig_set_rule_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static void
gig_set_rule_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  GigSetRule *self = GIG_SET_RULE (widget);
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;
  GigSetStyle style;
  GskStroke *stroke;
  GdkRGBA color;
  float dashes[G_N_ELEMENTS (style.dashes)];

  gig_theme_get_view_set_style (gig_diagram_view_find_theme (), self->lesson, self->view, self->set, &style);
  color = gig_scene_node_color (&style.line, 1);
  gsk_path_builder_move_to (builder, WIDTH / 2.f, 0);
  gsk_path_builder_line_to (builder, WIDTH / 2.f, gtk_widget_get_height (widget));
  path = gsk_path_builder_free_to_path (builder);
  stroke = gsk_stroke_new (style.width);
  for (guint i = 0; i < style.n_dashes; i++)
    dashes[i] = style.dashes[i];
  if (style.n_dashes > 0)
    gsk_stroke_set_dash (stroke, dashes, style.n_dashes);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);
}

static void
gig_set_rule_dispose (GObject *object)
{
  g_clear_pointer (&GIG_SET_RULE (object)->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_set_rule_parent_class)->dispose (object);
}

static void
gig_set_rule_class_init (GigSetRuleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_set_rule_dispose;
  widget_class->measure = gig_set_rule_measure;
  widget_class->snapshot = gig_set_rule_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gig_set_rule_init (GigSetRule *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
gig_set_rule_new (GigLesson *lesson,
                  GigView   *view,
                  guint      set)
{
  GigSetRule *self;

  g_return_val_if_fail (lesson != NULL && view != NULL, NULL);

  self = g_object_new (GIG_TYPE_SET_RULE, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->view = view;
  self->set = set;

  return GTK_WIDGET (self);
}
