/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-drawn.h"

/* All steps of a tour in two languages. */
#define N_KEPT 96

/* Names at these sizes take room: every set's name must be there, members as many as
 * fit, with their names if possible, else as numbered dots whose key the console has;
 * and where even the sets' names do not fit, they come nearer to the smallest size. */
typedef struct
{
  guint         n_members;
  GigSceneFlags flags;
  double        name_scale;
} Attempt;

static const Attempt attempts[] = {
  { GIG_SCENE_WALL_MEMBERS, GIG_SCENE_NO_MORE, 1 },
  { 6, GIG_SCENE_NO_MORE, 1 },
  { 4, GIG_SCENE_NO_MORE, 1 },
  { 3, GIG_SCENE_NO_MORE, 1 },
  { GIG_SCENE_WALL_MEMBERS, GIG_SCENE_NO_MORE | GIG_SCENE_NUMBERED, 1 },
  { 6, GIG_SCENE_NO_MORE | GIG_SCENE_NUMBERED, 1 },
  { GIG_SCENE_WALL_MEMBERS, GIG_SCENE_NO_MORE | GIG_SCENE_NO_MEMBERS, 1 },
  { GIG_SCENE_WALL_MEMBERS, GIG_SCENE_NO_MORE | GIG_SCENE_NO_MEMBERS, 0.82 },
  { GIG_SCENE_WALL_MEMBERS, GIG_SCENE_NO_MORE | GIG_SCENE_NO_MEMBERS, 2.0 / 3 },
};

static void
clear (gpointer data)
{
  GigWallDrawn *self = data;

  g_clear_pointer (&self->scene, gig_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

void
gig_wall_drawn_unref (GigWallDrawn *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear);
}

/* --- Whether a scene will do --- */

const GigItem *
gig_wall_drawn_find_member (GigScene            *scene,
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

/* Whether a scene shows what it should at the size it should. */
static gboolean
is_complete (GigScene             *scene,
             const GigWallPicture *picture,
             const Attempt        *attempt)
{
  GPtrArray *members = gig_view_get_members (picture->view);
  guint n_shapes, n_names = 0;
  const GigShape *shapes = gig_scene_get_shapes (scene, &n_shapes);

  for (guint i = 0; i < n_shapes; i++)
    {
      if (shapes[i].kind != GIG_SHAPE_TEXT)
        continue;
      if (!is_legible (&shapes[i], shapes[i].set >= 0 ? picture->name_size * attempt->name_scale : picture->member_size))
        return FALSE;
      n_names += shapes[i].set >= 0;
    }
  if (n_names < gig_view_get_n_sets (picture->view))
    return FALSE;
  if (picture->asked != NULL && gig_wall_drawn_find_member (scene, picture->asked) == NULL)
    return FALSE;
  for (guint i = 0; (attempt->flags & GIG_SCENE_NO_MEMBERS) == 0 && i < MIN (members->len, attempt->n_members); i++)
    if (gig_wall_drawn_find_member (scene, g_ptr_array_index (members, i)) == NULL)
      return FALSE;

  return TRUE;
}

static GigScene *
create_scene (GigWallStore         *store,
              GigLesson            *lesson,
              const GigWallPicture *picture,
              GigLanguage          *language,
              double                width,
              double                height,
              const Attempt        *attempt)
{
  GigSceneOptions options = {
    .lesson = lesson, .view = picture->view, .language = language, .theme = picture->theme,
    .width = width + 2 * GIG_WALL_SCENE_MARGIN, .height = height + 2 * GIG_WALL_SCENE_MARGIN,
    .text_scale = 1, .name_size = picture->name_size * attempt->name_scale, .member_size = picture->member_size,
    .flags = attempt->flags, .max_members = attempt->n_members,
  };

  options.layout = gig_wall_store_get_layout (store, picture->view, width, height,
                                              options.name_size, options.member_size,
                                              attempt->n_members, attempt->flags);
  if (options.layout == NULL)
    return NULL;

  return gig_scene_new (&options, gig_wall_store_get_context (store));
}

/* --- Finding --- */

/* How much of two pictures is the same. */
typedef enum
{
  NOTHING,
  PLACES,     /* in other colors */
  SCENE,      /* what is framed or hidden differs */
  ALL,
} Likeness;

static Likeness
compare (const GigWallDrawn   *drawn,
         const GigWallPicture *picture,
         const char           *language,
         double                width,
         double                height)
{
  const GigWallPicture *own = &drawn->picture;

  if (own->view != picture->view || own->asked != picture->asked || drawn->language != language ||
      own->name_size != picture->name_size || own->member_size != picture->member_size ||
      drawn->width != width || drawn->height != height)
    return NOTHING;
  if (own->theme != picture->theme)
    return PLACES;

  return own->framed == picture->framed && own->hidden == picture->hidden ? ALL : SCENE;
}

/* What is kept of @picture, begun from what is most like it; the newest stand last. */
static GigWallDrawn *
begin (GigWallStore         *store,
       const GigWallPicture *picture,
       const char           *language,
       double                width,
       double                height)
{
  GPtrArray *kept = gig_wall_store_get_drawn (store);
  GigWallDrawn *like = NULL;
  Likeness best = NOTHING;
  GigWallDrawn *self;

  for (guint i = kept->len; i-- > 0;)
    {
      GigWallDrawn *drawn = g_ptr_array_index (kept, i);
      Likeness likeness = compare (drawn, picture, language, width, height);

      if (likeness == ALL)
        {
          self = g_ptr_array_steal_index (kept, i);
          g_ptr_array_add (kept, self);
          return self;
        }
      if (likeness > best && drawn->finished)
        {
          like = drawn;
          best = likeness;
        }
    }

  self = g_rc_box_new0 (GigWallDrawn);
  self->picture = *picture;
  self->language = language;
  self->width = width;
  self->height = height;
  if (best == PLACES)
    self->attempt = like->attempt;
  if (best == SCENE)
    {
      self->scene = gig_scene_ref (like->scene);
      self->attempt = like->attempt;
      self->finished = TRUE;
    }
  if (kept->len >= N_KEPT)
    g_ptr_array_remove_index (kept, 0);
  g_ptr_array_add (kept, self);

  return self;
}

/* Who shows the poorer scene keeps it until it asks again. */
static GigWallDrawn *
improve (GigWallStore *store,
         GigWallDrawn *self,
         GigScene     *scene,
         gboolean      finished)
{
  GPtrArray *kept = gig_wall_store_get_drawn (store);
  GigWallDrawn *better = g_rc_box_dup (sizeof *self, self);
  guint index;

  better->scene = scene;
  better->node = NULL;
  better->finished = finished;
  if (!finished)
    better->attempt++;
  if (g_ptr_array_find (kept, self, &index))
    {
      gig_wall_drawn_unref (self);
      g_ptr_array_index (kept, index) = better;
    }

  return better;
}

/* One attempt; %NULL while its layout is being computed. */
static GigWallDrawn *
try_next (GigWallStore *store,
          GigLesson    *lesson,
          GigWallDrawn *self,
          GigLanguage  *language)
{
  const Attempt *attempt = &attempts[self->attempt];
  GigScene *scene = create_scene (store, lesson, &self->picture, language, self->width, self->height, attempt);

  if (scene == NULL)
    return NULL;

  return improve (store, self, scene,
                  self->attempt + 1 == G_N_ELEMENTS (attempts) || is_complete (scene, &self->picture, attempt));
}

GigWallDrawn *
gig_wall_drawn_find (GigWallStore         *store,
                     GigLesson            *lesson,
                     const GigWallPicture *picture,
                     GigLanguage          *language,
                     double                width,
                     double                height)
{
  GigWallDrawn *self;

  g_return_val_if_fail (GIG_IS_WALL_STORE (store), NULL);
  g_return_val_if_fail (picture != NULL, NULL);

  if (picture->view == NULL || width < 1 || height < 1)
    return NULL;

  self = begin (store, picture, gig_language_get_code (language), width, height);
  while (!self->finished)
    {
      GigWallDrawn *better = try_next (store, lesson, self, language);

      if (better == NULL)
        break;
      self = better;
    }

  return self->scene != NULL ? g_rc_box_acquire (self) : NULL;
}

gboolean
gig_wall_drawn_prepare (GigWallStore         *store,
                        GigLesson            *lesson,
                        const GigWallPicture *picture,
                        GigLanguage          *language,
                        double                width,
                        double                height)
{
  GigWallDrawn *self;

  g_return_val_if_fail (GIG_IS_WALL_STORE (store), FALSE);
  g_return_val_if_fail (picture != NULL, FALSE);

  if (picture->view == NULL || width < 1 || height < 1)
    return FALSE;

  self = begin (store, picture, gig_language_get_code (language), width, height);
  if (!self->finished)
    self = try_next (store, lesson, self, language);

  return self != NULL && !self->finished;
}

void
gig_wall_drawn_warm_up (GigWallStore *store,
                        GigView      *view,
                        double        width,
                        double        height,
                        double        name_size,
                        double        member_size)
{
  g_return_if_fail (GIG_IS_WALL_STORE (store));

  gig_wall_store_get_layout (store, view, width, height, name_size * attempts[0].name_scale, member_size,
                             attempts[0].n_members, attempts[0].flags);
}
