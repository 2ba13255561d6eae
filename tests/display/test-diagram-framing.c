/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A diagram in a size that changes, and under two fingers. */

#include "window-fixture.h"

#include "gig-diagram-item.h"
#include "gig-diagram-view.h"

typedef struct
{
  GigLesson      *lesson;
  GigDiagramView *diagram;
  TestWindow     *window;
  guint           n_scenes;
} Fixture;

static void
count_scenes_cb (Fixture *fixture)
{
  fixture->n_scenes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->lesson = read_shipped_lesson ();
  fixture->diagram = GIG_DIAGRAM_VIEW (gig_diagram_view_new (NULL));
  g_signal_connect_swapped (fixture->diagram, "scene-changed", G_CALLBACK (count_scenes_cb), fixture);
  gig_diagram_view_set_view (fixture->diagram, fixture->lesson, find_view (fixture->lesson, "Inside foundation models"));
  fixture->window = show_in_window (GTK_WIDGET (fixture->diagram), 900, 640);
  wait_until (fixture->n_scenes > 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gig_lesson_unref (fixture->lesson);
}

/* Where an item stands in the widget, px. */
static graphene_rect_t
find_bounds (Fixture    *fixture,
             const char *key)
{
  graphene_rect_t bounds;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->diagram)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GIG_IS_DIAGRAM_ITEM (child) && g_str_equal (gig_diagram_item_get_key (GIG_DIAGRAM_ITEM (child)), key)
        && gtk_widget_compute_bounds (child, GTK_WIDGET (fixture->diagram), &bounds))
      return bounds;
  g_assert_not_reached ();
}

static gboolean
is_crisp (Fixture *fixture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  double width, height;

  GTK_WIDGET_GET_CLASS (fixture->diagram)->snapshot (GTK_WIDGET (fixture->diagram), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gig_scene_get_size (gig_diagram_view_get_scene (fixture->diagram), &width, &height);

  return width == gtk_widget_get_width (GTK_WIDGET (fixture->diagram))
         && height == gtk_widget_get_height (GTK_WIDGET (fixture->diagram)) && gsk_render_node_get_node_type (node) != GSK_TEXTURE_NODE;
}

/* Down to half the size. */
static void
pull (Fixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->diagram);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  /* Again if the machine took a nap in between. */
  for (int i = 1; is_crisp (fixture); i++)
    {
      gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, width - i, height }, -1);
      gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, width, height }, -1);
      gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, width / 2, height / 2 }, -1);
    }
}

/* Somebody pulls at an edge: the picture follows, what is pointed at with it, and it is drawn anew when he stops. */
static void
test_resizing (Fixture       *fixture,
               gconstpointer  data)
{
  graphene_rect_t before = find_bounds (fixture, "member:bert"), after;

  g_assert_true (is_crisp (fixture));
  pull (fixture);
  after = find_bounds (fixture, "member:bert");
  g_assert_cmpfloat_with_epsilon (after.origin.x, before.origin.x / 2, 8);
  g_assert_cmpfloat_with_epsilon (after.origin.y, before.origin.y / 2, 8);
  wait_until (is_crisp (fixture));
}

/* GTK's own part of it wants an event. */
static void
stop_begin_cb (GtkGesture *pinch)
{
  g_signal_stop_emission_by_name (pinch, "begin");
}

static GtkGesture *
find_pinch (Fixture *fixture)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->diagram));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ZOOM (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static void
test_nothing_left (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  pull (fixture);
  gig_diagram_view_set_view (fixture->diagram, NULL, NULL);
  GTK_WIDGET_GET_CLASS (fixture->diagram)->snapshot (GTK_WIDGET (fixture->diagram), snapshot);
  g_assert_null (gtk_snapshot_free_to_node (snapshot));
}

/* No compositor makes up two fingers, so these are the gesture's own words: each scale is that since it began. */
static void
test_pinch (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->diagram);
  GtkGesture *pinch = find_pinch (fixture);
  graphene_rect_t before = find_bounds (fixture, "member:bert"), after;
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  g_signal_connect (pinch, "begin", G_CALLBACK (stop_begin_cb), NULL);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  g_assert_cmpfloat_with_epsilon (gig_diagram_view_get_zoom (fixture->diagram), 2, 0.001);
  wait_until ((after = find_bounds (fixture, "member:bert"), after.size.width > 1.5 * before.size.width));
  g_assert_cmpfloat_with_epsilon (after.origin.x - width / 2, 2 * (before.origin.x - width / 2), 2);
  g_assert_cmpfloat_with_epsilon (after.origin.y - height / 2, 2 * (before.origin.y - height / 2), 2);

  /* A second pinch goes on from there, neither without end nor below the whole picture. */
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 100.0);
  g_assert_cmpfloat (gig_diagram_view_get_zoom (fixture->diagram), >, 2);
  g_assert_cmpfloat (gig_diagram_view_get_zoom (fixture->diagram), <, 20);
  g_signal_emit_by_name (pinch, "scale-changed", 0.001);
  g_assert_cmpfloat (gig_diagram_view_get_zoom (fixture->diagram), ==, 1);
  wait_until ((after = find_bounds (fixture, "member:bert"), graphene_rect_equal (&before, &after)));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add ("/diagram-framing/resizing", Fixture, NULL, set_up, test_resizing, tear_down);
  g_test_add ("/diagram-framing/nothing-left", Fixture, NULL, set_up, test_nothing_left, tear_down);
  g_test_add ("/diagram-framing/pinch", Fixture, NULL, set_up, test_pinch, tear_down);

  return g_test_run ();
}
