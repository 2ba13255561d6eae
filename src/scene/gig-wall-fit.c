/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-fit.h"

#include "gig-scene-private.h"
#include "gig-wall-layout.h"

#define INSIDE GIG_SCENE_NO_MORE
#define OUTER  (GIG_SCENE_NO_MORE | GIG_SCENE_OUTER_BESIDE)
#define SIDES  (GIG_SCENE_NO_MORE | GIG_SCENE_NAMES_BESIDE | GIG_SCENE_BOTH_SIDES)
#define BESIDE (GIG_SCENE_NO_MORE | GIG_SCENE_NAMES_BESIDE)

const GigWallAttempt gig_wall_attempts[] = {
  { GIG_SCENE_WALL_MEMBERS, INSIDE, 0 },
  { GIG_SCENE_WALL_MEMBERS, OUTER, 0 },
  { GIG_SCENE_WALL_MEMBERS, SIDES, 0 },
  { GIG_SCENE_WALL_MEMBERS, BESIDE, 0 },
  { 6, INSIDE, 0 },
  { 6, OUTER, 0 },
  { 6, SIDES, 0 },
  { 6, BESIDE, 0 },
  { 5, INSIDE, 0 },
  { 5, OUTER, 0 },
  { 5, SIDES, 0 },
  { 5, BESIDE, 0 },
  { 4, INSIDE, 0 },
  { 4, OUTER, 0 },
  { 4, SIDES, 0 },
  { 4, BESIDE, 0 },
  { 6, OUTER, 2 },
  { 6, BESIDE, 2 },
  { 3, INSIDE, 0 },
  { 3, OUTER, 0 },
  { 3, BESIDE, 0 },
  { 4, BESIDE, 2 },
  { GIG_SCENE_WALL_MEMBERS, INSIDE | GIG_SCENE_NUMBERED, 0 },
  { GIG_SCENE_WALL_MEMBERS, OUTER | GIG_SCENE_NUMBERED, 0 },
  { GIG_SCENE_WALL_MEMBERS, BESIDE | GIG_SCENE_NUMBERED, 1 },
  { 6, OUTER | GIG_SCENE_NUMBERED, 0 },
  { 6, BESIDE | GIG_SCENE_NUMBERED, 1 },
  { 5, OUTER | GIG_SCENE_NUMBERED, 0 },
  { 5, BESIDE | GIG_SCENE_NUMBERED, 0 },
  { GIG_SCENE_WALL_MEMBERS, INSIDE | GIG_SCENE_NO_MEMBERS, 0 },
  { GIG_SCENE_WALL_MEMBERS, OUTER | GIG_SCENE_NO_MEMBERS, 0 },
  { GIG_SCENE_WALL_MEMBERS, BESIDE | GIG_SCENE_NO_MEMBERS, 0 },
};
const guint gig_wall_n_attempts = G_N_ELEMENTS (gig_wall_attempts);

const GigItem *
gig_wall_find_member (GigScene            *scene,
                      const GigViewMember *member)
{
  guint n_items;
  const GigItem *items = gig_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == GIG_ITEM_MEMBER && items[i].member == member)
      return &items[i];

  return NULL;
}

static gboolean
is_legible (const GigShape *shape,
            double          size)
{
  const PangoFontDescription *font = pango_layout_get_font_description (shape->layout);

  return font == NULL || pango_font_description_get_size (font) >= 0.97 * size * PANGO_SCALE;
}

/* Whether a text stands where no projector crops it. */
static gboolean
is_inside (GigScene      *scene,
           const GigRect *bounds)
{
  double width, height;

  gig_scene_get_size (scene, &width, &height);

  return bounds->x >= GIG_WALL_SCENE_MARGIN - 1 && bounds->x + bounds->width <= width - GIG_WALL_SCENE_MARGIN + 1 &&
         bounds->y >= GIG_WALL_SCENE_MARGIN - 1 && bounds->y + bounds->height <= height - GIG_WALL_SCENE_MARGIN + 1;
}

/* Whether every set has its name, as large as it should be and where it should be: one
 * that found no room in the drawing belongs into the column, not just anywhere. */
static gboolean
has_names (const GigWallAttempt *attempt,
           GigScene             *scene,
           double                name_size,
           double                member_size)
{
  GigView *view = gig_scene_get_view (scene);
  guint n_shapes, n_names = 0;
  const GigShape *shapes = gig_scene_get_shapes (scene, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      if (shapes[i].kind != GIG_SHAPE_TEXT)
        continue;
      if (!is_legible (&shapes[i], shapes[i].set >= 0 ? name_size : member_size) || !is_inside (scene, &shapes[i].bounds))
        return FALSE;
      n_names += shapes[i].set >= 0;
    }

  for (guint i = 0; i < gig_view_get_n_sets (view); i++)
    {
      const GigItem *item = gig_scene_get_set_item (scene, (int) i);
      gboolean beside = (attempt->flags & GIG_SCENE_NAMES_BESIDE) != 0 ||
                        ((attempt->flags & GIG_SCENE_OUTER_BESIDE) != 0 && gig_view_holds_sets (view, i));

      if (item == NULL || (item->outside && !beside))
        return FALSE;
    }

  return n_names >= gig_view_get_n_sets (view);
}

gboolean
gig_wall_attempt_suits (const GigWallAttempt *attempt,
                        GigScene             *scene,
                        double                name_size,
                        double                member_size,
                        const GigViewMember  *asked)
{
  GPtrArray *members = gig_view_get_members (gig_scene_get_view (scene));
  guint n_outside = 0;

  if (!has_names (attempt, scene, name_size, member_size))
    return FALSE;
  /* Room at both sides is taken from the drawing: it must be worth it. */
  if ((attempt->flags & GIG_SCENE_BOTH_SIDES) != 0 && scene->n_stray > 0)
    return FALSE;
  if (asked != NULL && gig_wall_find_member (scene, asked) == NULL)
    return FALSE;
  for (guint i = 0; (attempt->flags & GIG_SCENE_NO_MEMBERS) == 0 && i < MIN (members->len, attempt->n_members); i++)
    {
      const GigItem *item = gig_wall_find_member (scene, g_ptr_array_index (members, i));

      if (item == NULL)
        return FALSE;
      n_outside += item->outside;
    }

  return n_outside <= attempt->max_outside;
}

