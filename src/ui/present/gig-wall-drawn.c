/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-drawn.h"

#include "gig-wall-fit.h"

/* All steps of a tour in two languages. */
#define N_KEPT 96

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

static GigScene *
create_scene (GigWallStore         *store,
              GigLesson            *lesson,
              const GigWallPicture *picture,
              GigLanguage          *language,
              double                width,
              double                height,
              const GigWallAttempt *attempt)
{
  GigSceneOptions options = {
    .lesson = lesson, .view = picture->view, .language = language, .theme = picture->theme,
    .width = width + 2 * GIG_WALL_SCENE_MARGIN, .height = height + 2 * GIG_WALL_SCENE_MARGIN,
    .text_scale = 1, .name_size = picture->name_size, .member_size = picture->member_size,
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
  const GigWallAttempt *attempt = &gig_wall_attempts[self->attempt];
  GigScene *scene = create_scene (store, lesson, &self->picture, language, self->width, self->height, attempt);

  if (scene == NULL)
    return NULL;

  return improve (store, self, scene,
                  self->attempt + 1 == gig_wall_n_attempts ||
                  gig_wall_attempt_suits (attempt, scene, self->picture.name_size, self->picture.member_size, self->picture.asked));
}

static gboolean
can_draw (const GigWallPicture *picture,
          double                width,
          double                height)
{
  return picture->view != NULL && width >= 1 && height >= 1;
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

  if (!can_draw (picture, width, height))
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

  if (!can_draw (picture, width, height))
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

  gig_wall_store_get_layout (store, view, width, height, name_size, member_size,
                             gig_wall_attempts[0].n_members, gig_wall_attempts[0].flags);
}
