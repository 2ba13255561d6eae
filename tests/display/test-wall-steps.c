/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every step of every tour as the last row sees it: nothing cut off, too small,
 * over something else or in the margin. With GIGOGNE_PICTURES=FOLDER a picture of each. */

#include "window-fixture.h"

#include <math.h>

#include "gig-scene-labels.h"
#include "gig-step-content.h"
#include "gig-wall-diagram.h"
#include "gig-wall-label.h"
#include "gig-wall-layout.h"
#include "gig-wall-vote.h"
#include "gig-wall.h"

/* x-heights as the default room asks for them, of the wall's height, less rounding. */
#define TEXT_LIMIT   0.0299
/* A sentence is whole rather than large: alone, and above another language. */
#define BODY_LIMIT   0.0224
#define BOTH_LIMIT   0.0209
#define MEMBER_LIMIT 0.0199
#define SECOND_LIMIT 0.0199

typedef struct
{
  int         width, height;
  const char *languages[2];
  gboolean    dark;
} Room;

typedef struct
{
  const Room   *room;
  GigLesson    *lesson;
  GigWallStore *store;
  GigWall      *wall;
  TestWindow   *window;
  GPtrArray    *boxes;      /* (element-type Box) */
  guint         n_lines, n_stray;   /* of names, and those through sets of others */
  GHashTable   *seen;       /* concepts: a short tour has the steps of a long one */
  char         *place;
} Walk;

/* A text on the wall, px. */
typedef struct
{
  GigRect  rect;
  char    *text;
} Box;

static void
box_free (gpointer data)
{
  Box *box = data;

  g_free (box->text);
  g_free (box);
}

/* Every fault is told, not the last one only. */
static void complain (Walk       *walk,
                      const char *format,
                      ...) G_GNUC_PRINTF (2, 3);

static void
complain (Walk       *walk,
          const char *format,
          ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s: %s", walk->place, text);
  g_test_fail ();
}

/* --- What a text must be --- */

/* x-height of the font of @layout, px. */
static double
get_x_height (PangoLayout *layout)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  PangoContext *context = pango_layout_get_context (layout);

  return gig_wall_get_font_ratio (context) * pango_font_description_get_size (font) / PANGO_SCALE;
}

static void
check_text (Walk          *walk,
            PangoLayout   *layout,
            const GigRect *rect,
            double         limit)
{
  const char *text = pango_layout_get_text (layout);
  double x_height = get_x_height (layout) / walk->room->height;
  double margin_x = walk->room->width * GIG_WALL_MARGIN - 1, margin_y = walk->room->height * GIG_WALL_MARGIN - 1;
  Box *box;

  if (pango_layout_get_unknown_glyphs_count (layout) > 0)
    complain (walk, "“%s” has letters without a glyph", text);
  if (pango_layout_is_ellipsized (layout))
    complain (walk, "“%s” is cut off", text);
  if (x_height < limit)
    complain (walk, "“%s” has an x-height of %.2f %%, wants %.2f %%", text, x_height * 100, limit * 100);
  if (rect->x < margin_x || rect->y < margin_y || rect->x + rect->width > walk->room->width - margin_x ||
      rect->y + rect->height > walk->room->height - margin_y)
    complain (walk, "“%s” (%.0f %.0f %.0f × %.0f) leaves the safe margin", text,
                        rect->x, rect->y, rect->width, rect->height);
  box = g_new0 (Box, 1);
  box->rect = *rect;
  box->text = g_strdup (text);
  g_ptr_array_add (walk->boxes, box);
}

static void
check_overlaps (Walk *walk)
{
  for (guint i = 0; i < walk->boxes->len; i++)
    for (guint j = i + 1; j < walk->boxes->len; j++)
      {
        const Box *a = g_ptr_array_index (walk->boxes, i), *b = g_ptr_array_index (walk->boxes, j);
        double width = MIN (a->rect.x + a->rect.width, b->rect.x + b->rect.width) - MAX (a->rect.x, b->rect.x);
        double height = MIN (a->rect.y + a->rect.height, b->rect.y + b->rect.height) - MAX (a->rect.y, b->rect.y);

        if (width > 1 && height > 1)
          complain (walk, "“%s” lies over “%s”", a->text, b->text);
      }
}

/* What is inked of @layout, whose origin is @x, @y. */
static GigRect
get_ink (PangoLayout *layout,
         double       x,
         double       y)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (GigRect) { x + (double) logical.x / PANGO_SCALE, y + (double) logical.y / PANGO_SCALE,
                     (double) logical.width / PANGO_SCALE, (double) logical.height / PANGO_SCALE };
}

static void
check_labels (Walk      *walk,
              GtkWidget *parent,
              double     limit)
{
  guint n_headline_lines = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      PangoLayout *layout;
      graphene_rect_t bounds;
      gboolean is_heading;
      double least;
      GigRect rect;

      if (!gtk_widget_get_visible (child) || !gtk_widget_get_child_visible (child))
        continue;
      if (GIG_IS_WALL_VOTE (child))
        check_labels (walk, child, limit);
      if (!GIG_IS_WALL_LABEL (child))
        continue;
      layout = gig_wall_label_get_layout (GIG_WALL_LABEL (child));
      g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (walk->wall), &bounds));
      rect = get_ink (layout, bounds.origin.x, bounds.origin.y);
      is_heading = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) == GTK_ACCESSIBLE_ROLE_HEADING;
      if (walk->room->languages[1] != NULL)
        least = walk->boxes->len > 0 ? SECOND_LIMIT : is_heading ? limit : BOTH_LIMIT;
      else
        least = is_heading ? limit : MIN (limit, BODY_LIMIT);
      check_text (walk, layout, &rect, least);
      if (is_heading)
        {
          n_headline_lines = (guint) pango_layout_get_line_count (layout);
          if (n_headline_lines > (limit < TEXT_LIMIT ? 3 : 2))
            complain (walk, "a headline of %u lines", n_headline_lines);
        }
    }
}

static GigWallDiagram *
find_diagram (Walk *walk)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (walk->wall)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GIG_IS_WALL_DIAGRAM (child))
      return GIG_WALL_DIAGRAM (child);

  g_assert_not_reached ();
}

/* Whether the line of a set's name runs through a set that its own is not inside of. */
static gboolean
is_stray (GigView        *view,
          const GigShape *shapes,
          guint           n_shapes,
          const GigShape *line)
{
  for (guint i = 0; i < n_shapes; i++)
    {
      if (shapes[i].kind != GIG_SHAPE_SET_LINE ||
          (gig_view_get_closure (view, (guint) line->set) >> shapes[i].set & 1) != 0)
        continue;
      for (guint k = 2; k < 19; k++)
        if (gig_euler_ellipse_contains (&shapes[i].ellipse,
                                        line->path[0].x3 + (line->path[1].x3 - line->path[0].x3) * k / 20,
                                        line->path[0].y3 + (line->path[1].y3 - line->path[0].y3) * k / 20))
          return TRUE;
    }

  return FALSE;
}

static void
count_lines (Walk           *walk,
             GigView        *view,
             const GigShape *shapes,
             guint           n_shapes)
{
  for (guint i = 0; i < n_shapes; i++)
    if (shapes[i].kind == GIG_SHAPE_LEADER && shapes[i].set >= 0)
      {
        walk->n_lines++;
        walk->n_stray += is_stray (view, shapes, n_shapes, &shapes[i]);
      }
}

static void
check_diagram (Walk    *walk,
               GigView *view)
{
  GigWallDiagram *diagram = find_diagram (walk);
  GigScene *scene = gig_wall_diagram_get_scene (diagram);
  graphene_rect_t bounds;
  guint n_shapes, n_names = 0;
  const GigShape *shapes;

  g_assert_nonnull (scene);
  g_assert_true (gig_scene_get_view (scene) == view);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (diagram), GTK_WIDGET (walk->wall), &bounds));
  if (bounds.size.height < 0.6 * walk->room->height - 1)
    complain (walk, "the diagram has %.1f %% of the height", 100 * bounds.size.height / walk->room->height);
  shapes = gig_scene_get_shapes (scene, &n_shapes);
  for (guint i = 0; i < n_shapes; i++)
    {
      GigRect rect;

      if (shapes[i].kind != GIG_SHAPE_TEXT)
        continue;
      rect = get_ink (shapes[i].layout, shapes[i].x + bounds.origin.x - GIG_WALL_SCENE_MARGIN,
                      shapes[i].y + bounds.origin.y - GIG_WALL_SCENE_MARGIN);
      check_text (walk, shapes[i].layout, &rect, shapes[i].set >= 0 ? TEXT_LIMIT : MEMBER_LIMIT);
      n_names += shapes[i].set >= 0;
    }
  count_lines (walk, view, shapes, n_shapes);
  if (n_names < gig_view_get_n_sets (view))
    complain (walk, "%u of %u sets have their name", n_names, gig_view_get_n_sets (view));
}

/* --- Pictures --- */

static void
take_picture (Walk *walk)
{
  const char *folder = g_getenv ("GIGOGNE_PICTURES");
  g_autoptr(GdkPaintable) paintable = NULL;
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GskRenderer) renderer = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  paintable = gtk_widget_paintable_new (GTK_WIDGET (walk->wall));
  while (node == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gdk_paintable_snapshot (paintable, snapshot, walk->room->width, walk->room->height);
      node = gtk_snapshot_free_to_node (snapshot);
      g_main_context_iteration (NULL, node == NULL);
    }
  renderer = gsk_cairo_renderer_new ();
  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) walk->room->width, (float) walk->room->height));
  path = g_strdup_printf ("%s/%s.png", folder, walk->place);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  gsk_renderer_unrealize (renderer);
}

/* --- Walking --- */

static void
painted_cb (GdkFrameClock *clock,
            gpointer       user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* A whole frame: what was asked for before it has its place. */
static void
wait_for_frame (Walk *walk)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (walk->wall));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  wait_until (painted);
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
is_drawn (Walk         *walk,
          GigWallSlide *slide)
{
  GigScene *scene = gig_wall_diagram_get_scene (find_diagram (walk));

  return gig_wall_slide_get_view (slide) == NULL ||
         (scene != NULL && gig_scene_get_view (scene) == gig_wall_slide_get_view (slide));
}

static void
show (Walk         *walk,
      GigWallSlide *slide)
{
  gig_wall_show (walk->wall, slide);
  wait_for_frame (walk);
  do
    wait_for_frame (walk);
  while (gig_wall_store_is_busy (walk->store) || !is_drawn (walk, slide));
  wait_for_frame (walk);
}

static void
check_slide (Walk         *walk,
             GigWallSlide *slide)
{
  show (walk, slide);
  g_ptr_array_set_size (walk->boxes, 0);
  check_labels (walk, GTK_WIDGET (walk->wall), TEXT_LIMIT);
  if (gig_wall_slide_get_view (slide) != NULL)
    check_diagram (walk, gig_wall_slide_get_view (slide));
  check_overlaps (walk);
  take_picture (walk);
}

static void
walk_tour (Walk    *walk,
           GigTour *tour,
           guint    rank)
{
  GPtrArray *steps = gig_tour_get_steps (tour);
  GigWallRoom room = { (double) walk->room->width / walk->room->height, 0.03, walk->room->languages[1] != NULL };

  for (guint s = 0; s < steps->len; s++)
    {
      const GigStep *step = g_ptr_array_index (steps, s);

      if (!g_hash_table_add (walk->seen, step->concept))
        continue;
      for (guint part = 0; part < gig_step_get_n_parts (step); part++)
        {
          g_autoptr(GigWallPages) pages = gig_wall_pages_new (walk->lesson, step, part, &room,
                                                              gig_wall_store_get_context (walk->store));

          for (guint page = 0; page < gig_wall_pages_get_n (pages); page++)
            {
              g_autoptr(GigWallSlide) slide = gig_wall_slide_new (walk->lesson, step, part, pages, page);

              g_free (walk->place);
              walk->place = g_strdup_printf ("tour%u-%02u-part%u-page%u-%d-%s%s%s", rank + 1, s + 1, part + 1, page + 1,
                                             walk->room->height, walk->room->languages[0],
                                             walk->room->languages[1] != NULL ? walk->room->languages[1] : "",
                                             walk->room->dark ? "-dark" : "");
              check_slide (walk, slide);
            }
        }
    }
}

/* A question before and after the answer, with hands: its texts may come down to the least size. */
static void
check_vote (Walk    *walk,
            GigVote *vote)
{
  g_autoptr(GigWallSlide) slide = gig_wall_slide_new_vote (vote);

  for (guint revealed = 0; revealed < 2; revealed++)
    {
      gig_vote_set_revealed (vote, revealed == 1);
      for (guint i = 0; i < gig_quiz_item_get_n_choices (gig_vote_get_item (vote)); i++)
        gig_vote_set_count (vote, i, revealed == 1 ? 3 + (int) i * 4 : 0);
      g_free (walk->place);
      walk->place = g_strdup_printf ("question-%s-%u-%d-%s%s%s", gig_quiz_item_get_id (gig_vote_get_item (vote)), revealed,
                                     walk->room->height, walk->room->languages[0],
                                     walk->room->languages[1] != NULL ? walk->room->languages[1] : "",
                                     walk->room->dark ? "-dark" : "");
      g_strdelimit (walk->place, ":/#", '_');
      show (walk, slide);
      g_ptr_array_set_size (walk->boxes, 0);
      check_labels (walk, GTK_WIDGET (walk->wall), SECOND_LIMIT);
      if (gtk_widget_get_child_visible (GTK_WIDGET (find_diagram (walk))))
        check_diagram (walk, gig_wall_slide_get_view (slide));
      check_overlaps (walk);
      take_picture (walk);
    }
}

static void
check_votes (Walk *walk)
{
  GPtrArray *questions = gig_lesson_get_questions (walk->lesson);
  GigView *view = find_view (walk->lesson, "Inside foundation models");
  g_autoptr(GigQuizItem) where = gig_quiz_item_new_place (walk->lesson, view, g_ptr_array_index (gig_view_get_members (view), 1),
                                                          GIG_QUIZ_MAX_OFFERS, 1);
  g_autoptr(GigVote) place = gig_vote_new (where);

  check_vote (walk, place);
  for (guint i = 0; i < questions->len; i++)
    {
      g_autoptr(GigQuizItem) item = gig_quiz_item_new_question (walk->lesson, g_ptr_array_index (questions, i), 1);
      g_autoptr(GigVote) vote = NULL;

      if (item == NULL || !gig_vote_can_ask (item))
        continue;
      vote = gig_vote_new (item);
      check_vote (walk, vote);
    }
}

static void
test_steps (gconstpointer data)
{
  g_autoptr(GigLanguageSet) set = gig_language_set_new_from_resources ();
  g_autoptr(GigLanguage) first = NULL, second = NULL;
  PangoContext *context;
  Walk walk = { .room = data, .lesson = read_shipped_lesson () };
  GPtrArray *tours = gig_lesson_get_tours (walk.lesson);
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));

  first = gig_language_new (set, walk.room->languages[0]);
  if (walk.room->languages[1] != NULL)
    second = gig_language_new (set, walk.room->languages[1]);
  walk.seen = g_hash_table_new (NULL, NULL);
  walk.boxes = g_ptr_array_new_with_free_func (box_free);
  context = gig_wall_create_context (gtk_widget_get_pango_context (label));
  walk.store = gig_wall_store_new (walk.lesson, context);
  walk.wall = GIG_WALL (gig_wall_new (walk.store, walk.lesson, FALSE));
  gig_wall_set_languages (walk.wall, first, second);
  gig_wall_set_dark (walk.wall, walk.room->dark);
  gtk_widget_set_size_request (GTK_WIDGET (walk.wall), walk.room->width, walk.room->height);
  gtk_widget_set_halign (GTK_WIDGET (walk.wall), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (walk.wall), GTK_ALIGN_START);
  walk.window = show_in_window (GTK_WIDGET (walk.wall), walk.room->width, walk.room->height);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (walk.wall)));
  for (guint i = 0; i < tours->len; i++)
    walk_tour (&walk, g_ptr_array_index (tours, i), i);
  g_test_message ("%u of %u lines of names run through other sets", walk.n_stray, walk.n_lines);
  /* A wide wall has room for names at both sides of the drawing. */
  if (walk.room->width > 1.5 * walk.room->height && walk.room->languages[1] == NULL && walk.n_stray * 10 > walk.n_lines)
    g_test_fail_printf ("%u of %u lines of names run through other sets", walk.n_stray, walk.n_lines);
  if (walk.room->languages[1] == NULL)
    check_votes (&walk);

  gtk_window_destroy (GTK_WINDOW (walk.window));
  g_object_unref (walk.store);
  g_object_unref (context);
  g_object_unref (label);
  g_ptr_array_unref (walk.boxes);
  g_hash_table_unref (walk.seen);
  g_free (walk.place);
  gig_lesson_unref (walk.lesson);
}

int
main (int    argc,
      char **argv)
{
  static const Room rooms[] = {
    { 1024, 768, { "en" } }, { 1024, 768, { "fr" }, TRUE }, { 1024, 768, { "en", "fr" } },
    { 1920, 1080, { "en" }, TRUE }, { 1920, 1080, { "fr" } }, { 1920, 1080, { "fr", "en" } },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wall-steps/%d-%s%s", rooms[i].height, rooms[i].languages[0],
                                               rooms[i].languages[1] != NULL ? "-both" : "");

      g_test_add_data_func (path, &rooms[i], test_steps);
    }

  return g_test_run ();
}
