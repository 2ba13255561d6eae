/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The diagram as the keyboard, a screen reader and a pointer find it. */

#include "window-fixture.h"

#include "gig-diagram-item.h"
#include "gig-diagram-pane.h"
#include "gig-diagram-view.h"
#include "gig-locator.h"
#include "gig-scene-node.h"

typedef struct
{
  GigLesson      *lesson;
  GigView        *view;
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
  fixture->view = find_view (fixture->lesson, "Inside foundation models");
  fixture->diagram = GIG_DIAGRAM_VIEW (gig_diagram_view_new (NULL));
  g_signal_connect_swapped (fixture->diagram, "scene-changed", G_CALLBACK (count_scenes_cb), fixture);
  gig_diagram_view_set_view (fixture->diagram, fixture->lesson, fixture->view);
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

static const GigItem *
get_items (Fixture *fixture,
           guint   *n_items)
{
  return gig_scene_get_items (gig_diagram_view_get_scene (fixture->diagram), n_items);
}

static GtkWidget *
find_widget (Fixture    *fixture,
             const char *key)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->diagram)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GIG_IS_DIAGRAM_ITEM (child) && g_str_equal (gig_diagram_item_get_key (GIG_DIAGRAM_ITEM (child)), key))
      return child;

  return NULL;
}

/* What a screen reader is told of a widget besides its name. */
static char *
get_description (Fixture   *fixture,
                 GtkWidget *widget)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

static gboolean
describes (Fixture    *fixture,
           GtkWidget  *widget,
           const char *sentence)
{
  g_autofree char *description = get_description (fixture, widget);

  return description != NULL && strstr (description, sentence) != NULL;
}

static char *
paint (Fixture *fixture)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GBytes) bytes = NULL;

  GTK_WIDGET_GET_CLASS (fixture->diagram)->snapshot (GTK_WIDGET (fixture->diagram), snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  bytes = gsk_render_node_serialize (node);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_everything_is_accessible (Fixture       *fixture,
                               gconstpointer  data)
{
  guint n_items;
  const GigItem *items = get_items (fixture, &n_items);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->diagram), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->diagram),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Inside foundation models");
  g_assert_cmpuint (n_items, >, 20);
  for (guint i = 0; i < n_items; i++)
    {
      GtkWidget *widget = find_widget (fixture, items[i].key);

      g_assert_nonnull (widget);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, items[i].name);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, items[i].description);
      g_assert_cmpstr (items[i].name, !=, "");
    }
}

static gboolean
is_in_more (const GigItem       *items,
            guint                n_items,
            const GigViewMember *member)
{
  for (guint i = 0; i < n_items; i++)
    if (items[i].members != NULL && g_ptr_array_find (items[i].members, member, NULL))
      return TRUE;

  return FALSE;
}

/* Right, again and again, comes to every set, zone and member, in reading order. */
static void
test_arrows_reach_everything (Fixture       *fixture,
                              gconstpointer  data)
{
  guint n_items, n_zones;
  const GigItem *items = get_items (fixture, &n_items);
  GPtrArray *members = gig_view_get_members (fixture->view);
  const GigZoneMask *zones = gig_view_get_zones (fixture->view, &n_zones);
  GigScene *scene = gig_diagram_view_get_scene (fixture->diagram);

  gtk_widget_grab_focus (find_widget (fixture, items[0].key));
  for (guint i = 1; i < n_items; i++)
    {
      GtkWidget *focus;

      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->diagram), GTK_DIR_RIGHT));
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      g_assert_true (GIG_IS_DIAGRAM_ITEM (focus));
      g_assert_cmpstr (gig_diagram_item_get_key (GIG_DIAGRAM_ITEM (focus)), ==, items[i].key);
    }
  for (guint i = 0; i < gig_view_get_n_sets (fixture->view); i++)
    g_assert_nonnull (gig_scene_get_set_item (scene, i));
  for (guint i = 0; i < n_zones; i++)
    g_assert_nonnull (gig_scene_get_zone_item (scene, zones[i]));
  for (guint i = 0; i < members->len; i++)
    {
      const GigViewMember *member = g_ptr_array_index (members, i);
      gboolean reached = is_in_more (items, n_items, member);

      for (guint j = 0; j < n_items && !reached; j++)
        reached = items[j].member == member;
      g_assert_true (reached);
    }
  /* Tab goes on to what comes after the diagram. */
  g_assert_false (GTK_WIDGET_GET_CLASS (fixture->diagram)->focus (GTK_WIDGET (fixture->diagram), GTK_DIR_TAB_FORWARD));
}

static GArray *
collect_outlines (Fixture *fixture)
{
  GArray *outlines = g_array_new (FALSE, FALSE, sizeof (GigEulerEllipse));
  guint n_shapes;
  const GigShape *shapes = gig_scene_get_shapes (gig_diagram_view_get_scene (fixture->diagram), &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    if (shapes[i].kind == GIG_SHAPE_SET_LINE)
      g_array_append_val (outlines, shapes[i].ellipse);

  return outlines;
}

static void
test_language_moves_nothing (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(GArray) english = collect_outlines (fixture);
  g_autoptr(GArray) french = NULL;
  GtkWidget *focus = find_widget (fixture, "set:llm");

  gtk_widget_grab_focus (focus);
  fixture->n_scenes = 0;
  gig_language_set_code (fixture->window->language, "fr");
  wait_until (fixture->n_scenes > 0);

  french = collect_outlines (fixture);
  g_assert_cmpuint (english->len, ==, gig_view_get_n_sets (fixture->view));
  g_assert_cmpmem (english->data, english->len * sizeof (GigEulerEllipse),
                   french->data, french->len * sizeof (GigEulerEllipse));
  /* The same widget speaks French now, and kept the focus. */
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == focus);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, "LLM");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->diagram),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Dans les modèles de fondation");
}

static void
test_pick_is_exact (Fixture       *fixture,
                    gconstpointer  data)
{
  guint n_items;
  const GigItem *items = get_items (fixture, &n_items);
  guint picked = 0;

  for (guint i = 0; i < n_items; i++)
    {
      double x = items[i].label.x + items[i].label.width / 2;
      double y = items[i].label.y + items[i].label.height / 2;
      GtkWidget *widget;

      if (items[i].kind == GIG_ITEM_ZONE || items[i].label.width <= 0)
        continue;
      widget = gtk_widget_pick (GTK_WIDGET (fixture->diagram), x, y, GTK_PICK_DEFAULT);
      g_assert_true (widget == find_widget (fixture, items[i].key));
      picked++;
    }
  g_assert_cmpuint (picked, >, 15);
  /* Outside every outline there is only the diagram. */
  g_assert_true (gtk_widget_pick (GTK_WIDGET (fixture->diagram), 2, 2, GTK_PICK_DEFAULT) == GTK_WIDGET (fixture->diagram));
}

static void
test_activation (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *popover;

  gtk_widget_activate_action (find_widget (fixture, "set:llm"), "item.activate", NULL);
  g_assert_cmpstr (fixture->window->opened, ==, "llm");

  gtk_widget_activate_action (find_widget (fixture, "member:bert"), "item.activate", NULL);
  popover = gtk_widget_get_last_child (GTK_WIDGET (fixture->diagram));
  g_assert_true (GTK_IS_POPOVER (popover));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, "BERT");
  wait_until (gtk_widget_get_mapped (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  wait_until (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_widget (fixture, "member:bert"));
}

static void
test_raised (Fixture       *fixture,
             gconstpointer  data)
{
  gig_diagram_view_set_raised (fixture->diagram, "member:clip");
  g_assert_cmpstr (gig_diagram_view_get_raised (fixture->diagram)->key, ==, "member:clip");
  gig_diagram_view_set_raised (fixture->diagram, "member:no-such-thing");
  g_assert_null (gig_diagram_view_get_raised (fixture->diagram));
}

/* What is marked says so, in either language, and is painted; then no more. */
static void
test_marked (Fixture       *fixture,
             gconstpointer  data)
{
  const char *ids[] = { "llm", "bert", "no-such-thing", NULL };
  GtkWidget *set = find_widget (fixture, "set:llm");
  g_autofree char *painted = paint (fixture);
  g_autofree char *after = NULL;

  gig_diagram_view_set_marked (fixture->diagram, GIG_DIAGRAM_MARK_FOUND, ids);
  wait_until (describes (fixture, set, "Found by the search."));
  g_assert_true (describes (fixture, find_widget (fixture, "member:bert"), "Found by the search."));
  g_assert_false (describes (fixture, find_widget (fixture, "set:fm.kinds.vision"), "Found by the search."));
  g_assert_false (describes (fixture, set, "Being compared."));
  after = paint (fixture);
  g_assert_cmpstr (after, !=, painted);
  gig_language_set_code (fixture->window->language, "fr");
  wait_until (describes (fixture, set, "Trouvé par la recherche."));
  gig_language_set_code (fixture->window->language, "en");
  wait_until (describes (fixture, set, "Found by the search."));

  gig_diagram_view_set_marked (fixture->diagram, GIG_DIAGRAM_MARK_FOUND, NULL);
  wait_until (!describes (fixture, set, "Found by the search."));
  g_free (after);
  after = paint (fixture);
  g_assert_cmpstr (after, ==, painted);
}

/* Another view keeps the focus where it can: on the set that both have. */
static void
test_another_view (Fixture       *fixture,
                   gconstpointer  data)
{
  GigView *other = find_view (fixture->lesson, "Foundation models and LLMs");

  gtk_widget_grab_focus (find_widget (fixture, "set:llm"));
  fixture->n_scenes = 0;
  gig_diagram_view_set_view (fixture->diagram, fixture->lesson, other);
  wait_until (fixture->n_scenes > 0);
  g_assert_true (gig_scene_get_view (gig_diagram_view_get_scene (fixture->diagram)) == other);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == find_widget (fixture, "set:llm"));
  g_assert_null (find_widget (fixture, "member:starcoder"));
}

static void
test_nothing_leaks (void)
{
  GigLesson *lesson = read_shipped_lesson ();
  GtkWidget *diagram = gig_diagram_view_new (NULL);
  TestWindow *window;

  gig_diagram_view_set_view (GIG_DIAGRAM_VIEW (diagram), lesson, find_view (lesson, "Vehicles and cars"));
  g_object_add_weak_pointer (G_OBJECT (diagram), (gpointer *) &diagram);
  window = show_in_window (diagram, 700, 500);
  wait_until (gig_diagram_view_get_scene (GIG_DIAGRAM_VIEW (diagram)) != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until (diagram == NULL);
  gig_lesson_unref (lesson);
}

/* --- The pane --- */

static GtkWidget *
find_descendant (GtkWidget *widget,
                 GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_descendant (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_pane_follows_concept (void)
{
  g_autoptr(GigLesson) lesson = read_shipped_lesson ();
  GigDiagramPane *pane = g_object_new (GIG_TYPE_DIAGRAM_PANE, NULL);
  TestWindow *window = show_in_window (GTK_WIDGET (pane), 700, 640);

  gig_diagram_pane_set_lesson (pane, lesson);
  g_assert_nonnull (gig_diagram_pane_get_view (pane));
  gig_diagram_pane_show_concept (pane, gig_lesson_find_concept (lesson, "relation.compare"));
  g_assert_true (gig_diagram_pane_get_view (pane) == find_view (lesson, "Inside foundation models"));
  g_assert_cmpstr (gig_diagram_pane_get_mode (pane), ==, "picture");
  gig_diagram_pane_set_mode (pane, "text");
  g_assert_cmpstr (gig_diagram_pane_get_mode (pane), ==, "text");
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_labels (GtkWidget *widget,
              gboolean   cut_only)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_LABEL (widget))
    {
      gboolean cut = pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));

      if (cut && cut_only)
        g_test_message ("cut: %s", gtk_label_get_text (GTK_LABEL (widget)));
      n += cut || !cut_only;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, cut_only);

  return n;
}

static void
wait_for_layout (TestWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (GTK_WIDGET (window));
  wait_until (gdk_frame_clock_get_frame_counter (clock) > frame + 2 || (gtk_widget_queue_draw (GTK_WIDGET (window)), FALSE));
}

/* On a phone, in letters twice as large, in both languages: every word is there. */
static void
test_no_words_are_cut (void)
{
  static const char * const modes[] = { "picture", "text" };
  g_autoptr(GigLesson) lesson = read_shipped_lesson ();
  GPtrArray *views = gig_lesson_get_views (lesson);
  GigDiagramPane *pane = g_object_new (GIG_TYPE_DIAGRAM_PANE, NULL);
  TestWindow *window = show_in_window (GTK_WIDGET (pane), 360, 640);
  GtkWidget *stack = find_descendant (GTK_WIDGET (pane), GTK_TYPE_STACK);

  gig_diagram_pane_set_lesson (pane, lesson);
  gig_diagram_pane_set_text_scale (pane, 2);
  for (guint i = 0; i < views->len; i++)
    for (guint j = 0; j < 4; j++)
      {
        gig_language_set_code (window->language, j / 2 ? "fr" : "en");
        gig_diagram_pane_show_view (pane, g_ptr_array_index (views, i));
        gig_diagram_pane_set_mode (pane, modes[j % 2]);
        wait_for_layout (window);
        g_test_message ("%s, %s, %s", gig_view_get_id (g_ptr_array_index (views, i)), modes[j % 2], j / 2 ? "fr" : "en");
        g_assert_cmpuint (count_labels (stack, FALSE), >, 0);
        g_assert_cmpuint (count_labels (stack, TRUE), ==, 0);
      }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Seven sets, each pair of them in a zone and no three: no convex curves show that. */
static GigLesson *
create_undrawable_lesson (void)
{
  g_autoptr(GString) text = g_string_new ("# Undrawable {#top}\n\nText.\n\n```mermaid\nvenn-beta\ntitle Pairs\n");
  g_autoptr(GBytes) bytes = NULL;

  for (char a = 'A'; a <= 'G'; a++)
    g_string_append_printf (text, "set %c[\"Set %c\"]\n", a, a);
  for (char a = 'A'; a <= 'G'; a++)
    for (char b = a + 1; b <= 'G'; b++)
      g_string_append_printf (text, "union %c,%c\n", a, b);
  g_string_append (text, "```\n\nEach two meet.\n");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));

  return gig_lesson_read_bytes (bytes, "undrawable.md", NULL);
}

static void
test_undrawable_opens_as_text (void)
{
  g_autoptr(GigLesson) lesson = create_undrawable_lesson ();
  GigDiagramPane *pane = g_object_new (GIG_TYPE_DIAGRAM_PANE, NULL);
  TestWindow *window = show_in_window (GTK_WIDGET (pane), 700, 640);
  GtkWidget *stack;

  gig_diagram_pane_set_lesson (pane, lesson);
  stack = find_descendant (GTK_WIDGET (pane), GTK_TYPE_STACK);
  wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "text") == 0);
  /* The picture is still there for who asks for it. */
  gig_diagram_pane_set_mode (pane, "picture");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "picture");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- Nodes --- */

static void
assert_golden (const char    *name,
               GskRenderNode *node)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "display", "goldens", name, NULL);
  g_autoptr(GBytes) bytes = gsk_render_node_serialize (node);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *expected = NULL;
  g_autoptr(GError) error = NULL;

  if (g_getenv ("GIGOGNE_WRITE_GOLDENS") != NULL)
    g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_locator_nodes (void)
{
  static const GigThemeKind themes[] = { GIG_THEME_LIGHT, GIG_THEME_HIGH_CONTRAST_DARK };
  g_autoptr(GigLesson) lesson = read_shipped_lesson ();
  g_autoptr(GigLanguageSet) languages = gig_language_set_new_from_resources ();
  g_autoptr(GigLanguage) language = gig_language_new (languages, "en");

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      const GigTheme *theme = gig_theme_get (themes[i]);
      g_autofree char *name = g_strdup_printf ("locator-%s.node", gig_theme_get_name (theme));
      g_autoptr(GigScene) scene = gig_scene_new_locator (lesson, gig_lesson_find_concept (lesson, "llm"), language, theme, 48);
      g_autoptr(GskRenderNode) node = gig_scene_node_new (scene, GIG_LAYER_ALL, NULL, NULL);

      assert_golden (name, node);
    }
}

static void
test_locator_button (void)
{
  g_autoptr(GigLesson) lesson = read_shipped_lesson ();
  GtkWidget *button = gig_locator_new_button (lesson, gig_lesson_find_concept (lesson, "llm"));
  TestWindow *window = show_in_window (button, 200, 200);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "You are here: LLMs");
  gig_language_set_code (window->language, "fr");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Vous êtes ici\u00a0: LLM");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_node (GskRenderNode *node,
            guint         *strokes)
{
  if (gsk_render_node_get_node_type (node) == GSK_STROKE_NODE)
    (*strokes)++;
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      count_node (gsk_container_node_get_child (node, i), strokes);
}

/* One outline a set, whatever else is painted. */
static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  GigScene *scene = gig_diagram_view_get_scene (fixture->diagram);
  g_autoptr(GskRenderNode) node = gig_scene_node_new (scene, GIG_LAYER_LINES, NULL, NULL);
  guint strokes = 0;

  count_node (node, &strokes);
  g_assert_cmpuint (strokes, ==, gig_view_get_n_sets (fixture->view));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(name, func) g_test_add ("/diagram/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("everything-is-accessible", test_everything_is_accessible);
  ADD ("arrows-reach-everything", test_arrows_reach_everything);
  ADD ("language-moves-nothing", test_language_moves_nothing);
  ADD ("pick-is-exact", test_pick_is_exact);
  ADD ("activation", test_activation);
  ADD ("raised", test_raised);
  ADD ("marked", test_marked);
  ADD ("another-view", test_another_view);
  ADD ("lines", test_lines);
  g_test_add_func ("/diagram/nothing-leaks", test_nothing_leaks);
  g_test_add_func ("/diagram/pane-follows-concept", test_pane_follows_concept);
  g_test_add_func ("/diagram/no-words-are-cut", test_no_words_are_cut);
  g_test_add_func ("/diagram/undrawable-opens-as-text", test_undrawable_opens_as_text);
  g_test_add_func ("/diagram/locator-nodes", test_locator_nodes);
  g_test_add_func ("/diagram/locator-button", test_locator_button);

  return g_test_run ();
}
