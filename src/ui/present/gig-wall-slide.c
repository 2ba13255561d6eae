/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-slide.h"

#include "gig-step-content.h"

struct _GigWallSlide
{
  grefcount     ref_count;
  GigLesson    *lesson;
  GigStep       step;
  gboolean      has_step;
  guint         part;
  GigWallPages *pages;      /* (nullable) */
  guint         page;
  GigView      *view;
  int           framed;
  GigVote      *vote;
};

/* --- The slide --- */

static GigWallSlide *
create (GigLesson *lesson)
{
  GigWallSlide *self = g_new0 (GigWallSlide, 1);

  g_ref_count_init (&self->ref_count);
  self->lesson = gig_lesson_ref (lesson);
  self->framed = -1;

  return self;
}

GigWallSlide *
gig_wall_slide_new (GigLesson     *lesson,
                    const GigStep *step,
                    guint          part,
                    GigWallPages  *pages,
                    guint          page)
{
  GigWallSlide *self;

  g_return_val_if_fail (lesson != NULL && step != NULL, NULL);
  g_return_val_if_fail (pages != NULL, NULL);

  self = create (lesson);
  self->step = *step;
  self->has_step = TRUE;
  self->part = part;
  self->pages = gig_wall_pages_ref (pages);
  self->page = MIN (page, gig_wall_pages_get_n (pages) - 1);
  self->view = gig_step_get_part_view (lesson, step, part);
  if (self->view != NULL)
    self->framed = gig_step_get_framed_set (self->view, step);

  return self;
}

GigWallSlide *
gig_wall_slide_new_vote (GigVote *vote)
{
  GigQuizItem *item;
  GigWallSlide *self;

  g_return_val_if_fail (GIG_IS_VOTE (vote), NULL);

  item = gig_vote_get_item (vote);
  self = create (gig_quiz_item_get_lesson (item));
  self->vote = g_object_ref (vote);
  if (gig_quiz_item_get_kind (item) == GIG_QUIZ_ITEM_PLACE)
    self->view = gig_quiz_item_get_view (item);

  return self;
}

GigWallSlide *
gig_wall_slide_ref (GigWallSlide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->ref_count);

  return self;
}

void
gig_wall_slide_unref (GigWallSlide *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_clear_object (&self->vote);
  g_clear_pointer (&self->pages, gig_wall_pages_unref);
  gig_lesson_unref (self->lesson);
  g_free (self);
}

GigLesson *
gig_wall_slide_get_lesson (GigWallSlide *self)
{
  return self->lesson;
}

static void
note_language (GigLesson        *lesson,
               const GigMessage *message,
               GigLanguage      *language,
               const char      **real)
{
  GigText text;

  if (real == NULL)
    return;
  *real = gig_language_get_code (language);
  if (message == NULL)
    return;
  gig_lesson_get_text (lesson, message, *real, &text);
  *real = text.language;
}

char *
gig_wall_slide_get_headline (GigWallSlide  *self,
                             GigLanguage   *language,
                             const char   **real)
{
  const GigMessage *message;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->vote != NULL)
    {
      note_language (self->lesson, NULL, language, real);
      return gig_quiz_item_get_prompt (gig_vote_get_item (self->vote), language);
    }
  message = gig_step_get_headline (&self->step);
  note_language (self->lesson, message, language, real);

  return gig_lesson_get_plain_text (self->lesson, message, gig_language_get_code (language));
}

gboolean
gig_wall_slide_shows_headline (GigWallSlide *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->pages == NULL || gig_wall_pages_has_headline (self->pages, self->page);
}

/* (nullable): what the part says */
static GigBlock *
get_spoken (GigWallSlide *self)
{
  g_autoptr(GPtrArray) spoken = gig_step_get_part (&self->step, self->part);

  return spoken->len > 0 ? g_ptr_array_index (spoken, 0) : NULL;
}

char *
gig_wall_slide_get_body (GigWallSlide  *self,
                         GigLanguage   *language,
                         const char   **real)
{
  GigBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  if (!self->has_step)
    {
      note_language (self->lesson, NULL, language, real);
      return g_strdup ("");
    }
  block = get_spoken (self);
  note_language (self->lesson, block != NULL ? gig_block_get_message (block) : NULL, language, real);

  return g_strdup (gig_wall_pages_get_text (self->pages, self->page, gig_language_get_code (language)));
}

GigView *
gig_wall_slide_get_view (GigWallSlide *self)
{
  return self->view;
}

int
gig_wall_slide_get_framed (GigWallSlide *self)
{
  return self->framed;
}

GigVote *
gig_wall_slide_get_vote (GigWallSlide *self)
{
  return self->vote;
}

const GigViewMember *
gig_wall_slide_get_hidden (GigWallSlide *self)
{
  return self->vote != NULL ? gig_quiz_item_get_member (gig_vote_get_item (self->vote)) : NULL;
}

GigTranslationState
gig_wall_slide_get_state (GigWallSlide *self,
                          const char   *language)
{
  GigTranslationState state = GIG_TRANSLATION_DONE;
  const GigMessage *messages[2] = { NULL, NULL };
  GigBlock *block;

  g_return_val_if_fail (self != NULL, GIG_TRANSLATION_DONE);

  if (!self->has_step)
    return GIG_TRANSLATION_DONE;
  messages[0] = gig_step_get_headline (&self->step);
  block = get_spoken (self);
  if (block != NULL)
    messages[1] = gig_block_get_message (block);
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      GigText text;

      if (messages[i] == NULL)
        continue;
      gig_lesson_get_text (self->lesson, messages[i], language, &text);
      state = MIN (state, text.state);
    }

  return state;
}
