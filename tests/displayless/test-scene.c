/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scene-fixture.h"

#include <math.h>

static const struct
{
  double width;
  double height;
} sizes[] = { { 900, 600 }, { 600, 900 }, { 600, 400 }, { 600, 600 }, { 1920, 1080 } };

static gboolean
rects_overlap (const GigRect *a,
               const GigRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
assert_same_outlines (GigScene *english,
                      GigScene *french,
                      guint     n_sets)
{
  guint           n_english, n_french;
  const GigShape *a = gig_scene_get_shapes (english, &n_english);
  const GigShape *b = gig_scene_get_shapes (french, &n_french);
  guint           outlines = 0;

  for (guint j = 0, k = 0; j < n_english; j++)
    {
      if (a[j].kind != GIG_SHAPE_SET_LINE)
        continue;
      while (k < n_french && b[k].kind != GIG_SHAPE_SET_LINE)
        k++;
      g_assert_cmpuint (k, <, n_french);
      g_assert_cmpmem (&a[j].ellipse, sizeof a[j].ellipse, &b[k].ellipse, sizeof b[k].ellipse);
      k++;
      outlines++;
    }
  g_assert_cmpuint (outlines, ==, n_sets);
}

/* A language switch moves nothing: every outline is the same, to the last bit,
 * with a title and a takeaway of more lines in one language too. */
static void
test_outlines_do_not_move (Fixture       *fixture,
                           gconstpointer  data)
{
  static const GigSceneFlags flags[] = { GIG_SCENE_LEGEND, GIG_SCENE_TITLE | GIG_SCENE_LEGEND | GIG_SCENE_TAKEAWAY };
  g_autoptr (GigLesson)      lesson = read_shipped_lesson ();
  Fixture                    shipped = *fixture;
  Fixture                   *fixtures[] = { fixture, &shipped };

  shipped.lesson = lesson;
  for (guint i = 0; i < G_N_ELEMENTS (fixtures) * G_N_ELEMENTS (flags) * G_N_ELEMENTS (sizes); i++)
    {
      Fixture       *read = fixtures[i % 2];
      GigSceneFlags  shown = flags[i / 2 % 2];
      double         width = sizes[i / 4].width;
      double         height = sizes[i / 4].height;
      GPtrArray     *views = gig_lesson_get_views (read->lesson);

      for (guint j = 0; j < views->len; j++)
        {
          GigView              *view = g_ptr_array_index (views, j);
          g_autoptr (GigScene)  english = make_scene (read, view, "en", GIG_THEME_LIGHT, width, height, shown);
          g_autoptr (GigScene)  french = make_scene (read, view, "fr", GIG_THEME_DARK, width, height, shown);
          guint                 n_english, n_french;

          g_test_message ("%s, %.0f × %.0f", gig_view_get_id (view), width, height);
          assert_same_outlines (english, french, gig_view_get_n_sets (view));
          gig_scene_get_items (english, &n_english);
          gig_scene_get_items (french, &n_french);
          g_assert_cmpuint (n_english, ==, n_french);
        }
    }
}

static void
assert_labels_apart (GigScene *scene)
{
  guint          n_items;
  const GigItem *items = gig_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      double width, height;

      if (items[i].kind == GIG_ITEM_ZONE)
        continue;
      gig_scene_get_size (scene, &width, &height);
      g_assert_cmpfloat (items[i].label.width, >, 0);
      g_assert_cmpfloat (items[i].label.x, >=, 0);
      g_assert_cmpfloat (items[i].label.y, >=, 0);
      g_assert_cmpfloat (items[i].label.x + items[i].label.width, <=, width);
      g_assert_cmpfloat (items[i].label.y + items[i].label.height, <=, height);
      for (guint j = i + 1; j < n_items; j++)
        {
          if (items[j].kind != GIG_ITEM_ZONE && rects_overlap (&items[i].label, &items[j].label))
            g_error ("%s and %s lie over each other", items[i].key, items[j].key);
        }
    }
}

static void
assert_members_in_zone (GigScene *scene)
{
  guint          n_items;
  const GigItem *items = gig_scene_get_items (scene, &n_items);
  double         scale, dx, dy;

  gig_scene_get_transform (scene, &scale, &dx, &dy);
  for (guint i = 0; i < n_items; i++)
    {
      const GigRect *box = &items[i].label;

      if (items[i].kind != GIG_ITEM_MEMBER || items[i].outside || items[i].contested)
        continue;
      for (guint corner = 0; corner < 4; corner++)
        {
          double x = box->x + (corner & 1 ? box->width - 2 : 2);
          double y = box->y + (corner & 2 ? box->height - 2 : 2);

          g_assert_cmpuint (gig_euler_layout_zone_at (gig_scene_get_layout (scene), (x - dx) / scale, (y - dy) / scale), ==,
                            items[i].zone);
        }
    }
}

/* Whether a member is named, or counted by a “+n”. */
static gboolean
has_member (GigScene            *scene,
            const GigViewMember *member)
{
  guint          n_items;
  const GigItem *items = gig_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].member == member
        || (items[i].members != NULL && g_ptr_array_find (items[i].members, member, NULL)))
      return TRUE;

  return FALSE;
}

static void
assert_complete (GigScene *scene)
{
  GPtrArray *members = gig_view_get_members (gig_scene_get_view (scene));

  for (guint i = 0; i < members->len; i++)
    g_assert_true (has_member (scene, g_ptr_array_index (members, i)));
}

static guint
count_items (GigScene    *scene,
             GigItemKind  kind,
             gboolean     outside_only)
{
  guint          n_items;
  const GigItem *items = gig_scene_get_items (scene, &n_items);
  guint          n = 0;

  for (guint i = 0; i < n_items; i++)
    n += items[i].kind == kind && (items[i].outside || !outside_only);

  return n;
}

/* All names in one size, all members in one. */
static void
assert_sizes_even (GigScene *scene)
{
  guint           n_shapes;
  const GigShape *shapes = gig_scene_get_shapes (scene, &n_shapes);
  const GigItem  *items = gig_scene_get_items (scene, NULL);
  int             found_sizes[GIG_ITEM_MORE + 1] = { 0 };

  for (guint i = 0; i < n_shapes; i++)
    {
      int *size, found;

      if (shapes[i].kind != GIG_SHAPE_TEXT || shapes[i].item < 0)
        continue;
      size = &found_sizes[items[shapes[i].item].kind];
      found = pango_font_description_get_size (pango_layout_get_font_description (shapes[i].layout));
      g_assert_true (*size == 0 || *size == found);
      *size = found;
    }
}

static void
assert_labels (GigScene *scene)
{
  assert_labels_apart (scene);
  assert_members_in_zone (scene);
  assert_sizes_even (scene);
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const languages[] = { "en", "fr" };
  GPtrArray                *views = gig_lesson_get_views (fixture->lesson);

  for (guint i = 0; i < views->len; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (sizes) * 2; j++)
        {
          GigView             *view = g_ptr_array_index (views, i);
          g_autoptr (GigScene) scene = make_scene (fixture, view, languages[j % 2], GIG_THEME_LIGHT,
                                                   sizes[j / 2].width, sizes[j / 2].height, GIG_SCENE_LEGEND);

          assert_complete (scene);
          assert_labels (scene);
        }
    }
}

/* Every label of every view of the shipped lesson, in both languages, at all sizes. */
static void
test_shipped_lesson_labels (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char * const languages[] = { "en", "fr" };
  Fixture                   shipped = *fixture;
  GPtrArray                *views;

  shipped.lesson = read_shipped_lesson ();
  views = gig_lesson_get_views (shipped.lesson);
  g_assert_cmpuint (views->len, >=, 6);
  for (guint i = 0; i < views->len * G_N_ELEMENTS (sizes) * 2; i++)
    {
      GigView             *view = g_ptr_array_index (views, i / 2 / G_N_ELEMENTS (sizes));
      guint                size = i / 2 % G_N_ELEMENTS (sizes);
      g_autoptr (GigScene) scene = make_scene (&shipped, view, languages[i % 2], GIG_THEME_LIGHT,
                                               sizes[size].width, sizes[size].height, 0);
      guint                n_outside = count_items (scene, GIG_ITEM_MEMBER, TRUE) + count_items (scene, GIG_ITEM_MORE, TRUE);

      g_test_message ("%s, %s, %.0f × %.0f", gig_view_get_id (view), languages[i % 2], sizes[size].width, sizes[size].height);
      assert_complete (scene);
      assert_labels (scene);
      /* Names stand in their sets; at a desk's sizes so do all members. */
      g_assert_cmpuint (count_items (scene, GIG_ITEM_SET, TRUE), ==, 0);
      g_assert_cmpuint (n_outside, ==, 0);
      if (sizes[size].width * sizes[size].height >= 900 * 600)
        g_assert_cmpuint (count_items (scene, GIG_ITEM_MEMBER, FALSE), ==, gig_view_get_members (view)->len);
    }
  gig_lesson_unref (shipped.lesson);
}

/* A view that names nobody leaves its zones empty, without “+n”: one fills them oneself. */
static void
test_empty_sheet (Fixture       *fixture,
                  gconstpointer  data)
{
  Fixture              shipped = *fixture;
  g_autoptr (GigScene) scene = NULL;

  shipped.lesson = read_shipped_lesson ();
  scene = make_scene (&shipped, gig_lesson_find_view (shipped.lesson, "the-empty-sheet"), "en", GIG_THEME_LIGHT, 900, 600, 0);
  g_assert_cmpuint (count_items (scene, GIG_ITEM_SET, FALSE), ==, 5);
  g_assert_cmpuint (count_items (scene, GIG_ITEM_MEMBER, FALSE), ==, 0);
  g_assert_cmpuint (count_items (scene, GIG_ITEM_MORE, FALSE), ==, 0);
  g_clear_pointer (&scene, gig_scene_unref);
  gig_lesson_unref (shipped.lesson);
}

/* A phone, and text twice as large: less is named, nothing lies over anything. */
static void
test_shipped_lesson_crowded (Fixture       *fixture,
                             gconstpointer  data)
{
  static const struct
  {
    double width;
    double height;
    double text_scale;
  } crowded[] = { { 360, 360, 1 }, { 360, 560, 1 }, { 360, 560, 2 }, { 600, 400, 2 }, { 600, 600, 2 }, { 900, 600, 2 } };
  Fixture    shipped = *fixture;
  GPtrArray *views;

  shipped.lesson = read_shipped_lesson ();
  views = gig_lesson_get_views (shipped.lesson);
  for (guint i = 0; i < views->len * G_N_ELEMENTS (crowded) * 2; i++)
    {
      GigView             *view = g_ptr_array_index (views, i / 2 / G_N_ELEMENTS (crowded));
      guint                which = i / 2 % G_N_ELEMENTS (crowded);
      g_autoptr (GigScene) scene = make_scaled_scene (&shipped, view, i % 2 ? "fr" : "en", GIG_THEME_LIGHT, crowded[which].width,
                                                      crowded[which].height, crowded[which].text_scale, 0);

      g_test_message ("%s, %s, %.0f × %.0f, %.0f", gig_view_get_id (view), i % 2 ? "fr" : "en",
                      crowded[which].width, crowded[which].height, crowded[which].text_scale);
      assert_labels (scene);
      g_assert_cmpuint (count_items (scene, GIG_ITEM_SET, FALSE), ==, gig_view_get_n_sets (view));
      g_assert_cmpuint (count_items (scene, GIG_ITEM_MEMBER, TRUE) + count_items (scene, GIG_ITEM_MORE, TRUE), <=, 1);
    }
  gig_lesson_unref (shipped.lesson);
}

static void
test_pick (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GigScene) scene = make_scene (fixture, get_view (fixture, "Inside"), "en", GIG_THEME_LIGHT, 900, 600, 0);
  guint                n_items;
  const GigItem       *items = gig_scene_get_items (scene, &n_items);
  guint                n_zones = 0;

  for (guint i = 0; i < n_items; i++)
    {
      const GigRect *label = &items[i].label;

      if (items[i].kind != GIG_ITEM_ZONE)
        g_assert_true (gig_scene_pick (scene, label->x + label->width / 2, label->y + label->height / 2, 0) == &items[i]);
      n_zones += items[i].kind == GIG_ITEM_ZONE;
    }
  g_assert_cmpuint (n_zones, ==, 9);
  g_assert_null (gig_scene_pick (scene, 1, 1, 0));
  /* The outline belongs to its set, within reach of the pointer. */
  {
    const GigItem *fm = gig_scene_find_item (scene, "set:fm");
    const GigItem *hit = gig_scene_pick (scene, fm->bounds.x + 1, fm->bounds.y + fm->bounds.height / 2, 4);

    g_assert_true (hit == fm);
    hit = gig_scene_pick (scene, fm->bounds.x + 8, fm->bounds.y + fm->bounds.height / 2, 0);
    g_assert_nonnull (hit);
    g_assert_cmpint (hit->kind, ==, GIG_ITEM_ZONE);
    g_assert_cmpstr (hit->key, ==, "zone:fm");
  }
}

static void
test_reading_order (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const expected[] = {
    "set:ai", "zone:ai", "member:deep-blue", "more:ai",
    "set:fm", "zone:ai+fm", "member:clip", "member:bert", "more:ai+fm",
    "set:llm", "zone:ai+fm+llm", "member:gpt-3", "more:ai+fm+llm",
  };
  g_autoptr (GigScene) scene = make_scene (fixture, get_view (fixture, "The nest"), "en", GIG_THEME_LIGHT, 900, 600, 0);
  guint                n_items;
  const GigItem       *items = gig_scene_get_items (scene, &n_items);

  g_assert_cmpuint (n_items, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_items; i++)
    {
      g_assert_cmpstr (items[i].key, ==, expected[i]);
      g_assert_cmpuint (items[i].index, ==, i);
    }
  g_assert_cmpint (items[4].parent, ==, 0);
  g_assert_cmpint (items[5].parent, ==, 4);
  g_assert_cmpint (items[6].parent, ==, 5);
  g_assert_true (items[7].contested);
  g_assert_cmpstr (items[1].name, ==, "Artificial intelligence only");
  g_assert_nonnull (strstr (items[7].description, "Debated"));
  /* What is debated is not said to be outside. */
  g_assert_nonnull (strstr (items[6].description, "not in “LLMs”"));
  g_assert_null (strstr (items[7].description, "not in"));
  g_assert_nonnull (strstr (items[5].description, "BERT (debated)"));
}

static void
test_french_names (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GigScene) scene = make_scene (fixture, get_view (fixture, "The nest"), "fr", GIG_THEME_LIGHT, 900, 600, 0);

  g_assert_cmpstr (gig_scene_get_name (scene), ==, "L’emboîtement");
  g_assert_cmpstr (gig_scene_find_item (scene, "set:fm")->name, ==, "Modèles de fondation");
  g_assert_cmpstr (gig_scene_find_item (scene, "zone:ai")->name, ==, "Intelligence artificielle uniquement");
}

/* --- Morph, locator, wall --- */

static const GigShape *
find_outline (GigScene *scene,
              int       set)
{
  guint           n_shapes;
  const GigShape *shapes = gig_scene_get_shapes (scene, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      if (shapes[i].kind == GIG_SHAPE_SET_LINE && shapes[i].set == set)
        return &shapes[i];
    }

  return NULL;
}

static void
test_morph (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GigScene) nest = make_scene (fixture, get_view (fixture, "The nest"), "en", GIG_THEME_LIGHT, 900, 600, 0);
  g_autoptr (GigScene) inside = make_scene (fixture, get_view (fixture, "Inside"), "en", GIG_THEME_LIGHT, 900, 600, 0);
  g_autoptr (GigScene) start = gig_scene_interpolate (nest, inside, 0);
  g_autoptr (GigScene) end = gig_scene_interpolate (nest, inside, 1);
  g_autoptr (GigScene) middle = gig_scene_interpolate (nest, inside, 0.5);
  const GigShape      *from = find_outline (nest, 2);       /* LLM is the third set there, the second here */
  const GigShape      *to = find_outline (inside, 1);
  guint                n_shapes;
  const GigShape      *shapes = gig_scene_get_shapes (middle, &n_shapes);
  gboolean             found = FALSE;

  g_assert_true (start == nest);
  g_assert_true (end == inside);
  for (guint i = 0; i < n_shapes; i++)
    found |= shapes[i].kind == GIG_SHAPE_SET_LINE &&
             fabs (shapes[i].ellipse.cx - (from->ellipse.cx + to->ellipse.cx) / 2) < 1e-6 &&
             fabs (shapes[i].ellipse.rx - sqrt (from->ellipse.rx * to->ellipse.rx)) < 1e-6;
  g_assert_true (found);
  /* Frames outlive the scenes they come from. */
  g_clear_pointer (&nest, gig_scene_unref);
  g_clear_pointer (&start, gig_scene_unref);
  g_clear_pointer (&inside, gig_scene_unref);
  g_clear_pointer (&end, gig_scene_unref);
  {
    g_autoptr (GBytes) png = gig_export_to_png (middle, 1, NULL);

    g_assert_nonnull (png);
  }
}

static void
test_locator (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GigLanguage) french = gig_language_new (fixture->program, "fr");
  const GigTheme         *theme = gig_theme_get (GIG_THEME_LIGHT);
  GigConcept             *llm = gig_lesson_find_concept (fixture->lesson, "llm");
  g_autoptr (GigScene)    scene = gig_scene_new_locator (fixture->lesson, llm, french, theme, 48);
  g_autoptr (GigScene)    below = gig_scene_new_locator (fixture->lesson, gig_lesson_find_concept (fixture->lesson, "llm.parts"),
                                                         french, theme, 48);
  g_autoptr (GigScene)    small = gig_scene_new_locator (fixture->lesson, gig_lesson_find_concept (fixture->lesson, "llm.parts"),
                                                         french, theme, 16);
  GigSetStyle             style;
  guint                   n_shapes;
  const GigShape         *shapes = gig_scene_get_shapes (scene, &n_shapes);
  guint                   n_filled = 0;

  gig_theme_get_set_style (theme, fixture->lesson, llm, &style);
  for (guint i = 0; i < n_shapes; i++)
    {
      g_assert_cmpfloat (shapes[i].bounds.x, >=, 0);
      g_assert_cmpfloat (shapes[i].bounds.y + shapes[i].bounds.height, <=, 48);
      if (shapes[i].kind == GIG_SHAPE_SET_FILL && shapes[i].fill.alpha == 1)
        {
          n_filled++;
          g_assert_cmpmem (&shapes[i].fill, sizeof style.line, &style.line, sizeof style.line);
        }
    }
  g_assert_cmpuint (n_filled, ==, 1);
  g_assert_cmpstr (gig_scene_get_name (scene), ==, "Vous êtes ici\302\240: LLM");
  g_assert_cmpstr (gig_scene_get_name (below), ==, "Vous êtes ici\302\240: LLM");
  gig_scene_get_shapes (small, &n_shapes);
  g_assert_cmpuint (n_shapes, ==, 1);
}

/* The locators of a lesson, as they are: GIGOGNE_UPDATE_GOLDENS=1 rewrites them. */
static void
test_locators_golden (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const ids[] = { "top", "ai", "fm", "llm", "llm.parts", "vision", "code", "generative" };
  g_autoptr (GigLanguage)   english = gig_language_new (fixture->program, "en");
  g_autoptr (GString)       dump = g_string_new (NULL);
  g_autofree char          *path = g_test_build_filename (G_TEST_DIST, "displayless", "golden", "locators.txt", NULL);
  g_autofree char          *expected = NULL;
  g_autoptr (GError)        error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids) * 2; i++)
    {
      GigConcept          *concept = gig_lesson_find_concept (fixture->lesson, ids[i / 2]);
      g_autoptr (GigScene) scene = gig_scene_new_locator (fixture->lesson, concept, english,
                                                          gig_theme_get (GIG_THEME_LIGHT), i % 2 == 0 ? 48 : 16);
      g_autofree char     *text = gig_scene_dump (scene);

      g_string_append_printf (dump, "# %s\n%s", ids[i / 2], text);
    }
  if (g_getenv ("GIGOGNE_UPDATE_GOLDENS") != NULL)
    g_assert_true (g_file_set_contents (path, dump->str, dump->len, &error));
  g_assert_true (g_file_get_contents (path, &expected, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (dump->str, ==, expected);
}

static void
test_wall_sizes (Fixture       *fixture,
                 gconstpointer  data)
{
  double name, member;

  gig_scene_wall_sizes (fixture->context, 1080, &name, &member);
  /* Cantarell's x-height is 0.482 em, rounding of the x included or not. */
  g_assert_cmpfloat_with_epsilon (0.03 * 1080 / name, 0.482, 0.02);
  g_assert_cmpfloat_with_epsilon (member * 1.5, name, 1e-6);
}

static void
test_members_behind_more (Fixture       *fixture,
                          gconstpointer  data)
{
  GigView             *view = get_view (fixture, "The nest");
  g_autoptr (GigScene) scene = make_scene (fixture, view, "en", GIG_THEME_LIGHT, 900, 600, 0);
  const GigItem       *more = gig_scene_find_item (scene, "more:ai+fm+llm");

  g_assert_nonnull (more);
  g_assert_cmpuint (more->members->len, ==, 4);
  g_assert_nonnull (strstr (more->description, "GPT-4o"));
  g_assert_cmpstr (more->name, ==, "4 more");
}

static void
test_canvas_hysteresis (void)
{
  g_assert_cmpint (gig_scene_choose_canvas (900, 600, GIG_EULER_CANVAS_TALL), ==, GIG_EULER_CANVAS_WIDE);
  g_assert_cmpint (gig_scene_choose_canvas (600, 900, GIG_EULER_CANVAS_WIDE), ==, GIG_EULER_CANVAS_TALL);
  g_assert_cmpint (gig_scene_choose_canvas (600, 600, GIG_EULER_CANVAS_WIDE), ==, GIG_EULER_CANVAS_SQUARE);
  g_assert_cmpint (gig_scene_choose_canvas (600, 600, GIG_EULER_CANVAS_TALL), ==, GIG_EULER_CANVAS_SQUARE);
  /* Between two of them the one in use stays. */
  g_assert_cmpint (gig_scene_choose_canvas (744, 600, GIG_EULER_CANVAS_WIDE), ==, GIG_EULER_CANVAS_WIDE);
  g_assert_cmpint (gig_scene_choose_canvas (744, 600, GIG_EULER_CANVAS_SQUARE), ==, GIG_EULER_CANVAS_SQUARE);
  g_assert_cmpint (gig_scene_choose_canvas (552, 600, GIG_EULER_CANVAS_TALL), ==, GIG_EULER_CANVAS_TALL);
  g_assert_cmpint (gig_scene_choose_canvas (552, 600, GIG_EULER_CANVAS_SQUARE), ==, GIG_EULER_CANVAS_SQUARE);
}

static void
test_requests (Fixture       *fixture,
               gconstpointer  data)
{
  GigView                    *nest = get_view (fixture, "The nest");
  g_autoptr (GigSceneRequest) a = gig_scene_request_new (fixture->lesson, nest, fixture->context, GIG_EULER_CANVAS_WIDE, NULL);
  g_autoptr (GigSceneRequest) b = gig_scene_request_new (fixture->lesson, nest, fixture->context, GIG_EULER_CANVAS_WIDE, NULL);
  g_autoptr (GigSceneRequest) c = gig_scene_request_new (fixture->lesson, nest, fixture->context, GIG_EULER_CANVAS_TALL, NULL);

  g_assert_true (gig_scene_request_equal (a, b));
  g_assert_cmpuint (gig_scene_request_hash (a), ==, gig_scene_request_hash (b));
  g_assert_false (gig_scene_request_equal (a, c));
}

/* --- Checks --- */

static void
assert_reported (const char *markdown,
                 const char *what)
{
  g_autoptr (GigLesson) lesson = read_markdown (markdown);
  PangoContext         *context = gig_export_create_context ("Cantarell");
  g_autoptr (GPtrArray) diagnostics = gig_scene_check_lesson (lesson, context, "x.md");
  gboolean              found = FALSE;

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *text = gig_diagnostic_format (g_ptr_array_index (diagnostics, i), NULL);

      found |= strstr (text, what) != NULL;
    }
  g_object_unref (context);
  if (!found)
    g_error ("“%s” was not reported", what);
}

static void
test_checks (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) clean = gig_scene_check_lesson (fixture->lesson, fixture->context, "kinds.md");

  g_assert_cmpuint (clean->len, ==, 0);
  /* C in the union of two disjoint sets: no closed shapes can do that. */
  assert_reported ("# A\n\n```mermaid\nvenn-beta\ntitle Torn\nset A[\"A\"]\nset B[\"B\"]\nset C[\"C\"]\n"
                   "%% zone C empty\n%% zone A empty\n%% zone B empty\n"
                   "text A,C x\ntext B,C y\n```\n",
                   "Torn");
  assert_reported ("# A\n\n```mermaid\nvenn-beta\ntitle Crowd\nset A[\"A\"]\n"
                   "text A a\ntext A b\ntext A c\ntext A d\ntext A e\ntext A f\ntext A g\ntext A h\n"
                   "text A i\ntext A j\ntext A k\ntext A l\ntext A m\ntext A n\ntext A o\n```\n",
                   "names 15 members");
  assert_reported ("# A\n\n```mermaid\nvenn-beta\ntitle Bare\nset A[\"A\"]\nset B[\"B\"]\ntext A x\n```\n",
                   "no member in B");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  TEST ("/scene/outlines-do-not-move", test_outlines_do_not_move);
  TEST ("/scene/labels", test_labels);
  TEST ("/scene/shipped-lesson-labels", test_shipped_lesson_labels);
  TEST ("/scene/shipped-lesson-crowded", test_shipped_lesson_crowded);
  TEST ("/scene/empty-sheet", test_empty_sheet);
  TEST ("/scene/pick", test_pick);
  TEST ("/scene/reading-order", test_reading_order);
  TEST ("/scene/french-names", test_french_names);
  TEST ("/scene/morph", test_morph);
  TEST ("/scene/locator", test_locator);
  TEST ("/scene/locators-golden", test_locators_golden);
  TEST ("/scene/wall-sizes", test_wall_sizes);
  TEST ("/scene/members-behind-more", test_members_behind_more);
  g_test_add_func ("/scene/canvas-hysteresis", test_canvas_hysteresis);
  TEST ("/scene/requests", test_requests);
  TEST ("/scene/checks", test_checks);

  return g_test_run ();
}
