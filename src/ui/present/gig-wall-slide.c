/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-slide.h"

#include "gig-step-content.h"
#include "gig-wall-layout.h"

#define MAX_PAGES 12

struct _GigWallSlide
{
  grefcount     ref_count;
  GigLesson    *lesson;
  GigStep       step;
  gboolean      has_step;
  guint         part;
  guint         page;
  guint         n_pages;
  GigView      *view;
  int           framed;
  GigVote      *vote;
};

/* --- What a part says --- */

static void
append_children (GString    *string,
                 GigLesson  *lesson,
                 GigBlock   *block,
                 const char *language)
{
  GPtrArray *children = gig_block_get_children (block);

  for (guint i = 0; i < children->len; i++)
    {
      g_autofree char *text = gig_wall_slide_get_block_text (lesson, g_ptr_array_index (children, i), language);

      if (*text == '\0')
        continue;
      if (string->len > 0)
        g_string_append (string, gig_block_get_block_type (block) == GIG_BLOCK_LIST ? "\n" : " ");
      if (gig_block_get_block_type (block) == GIG_BLOCK_LIST)
        g_string_append (string, "• ");
      g_string_append (string, text);
    }
}

char *
gig_wall_slide_get_block_text (GigLesson  *lesson,
                               GigBlock   *block,
                               const char *language)
{
  GString *string = g_string_new (NULL);
  const GigMessage *message = gig_block_get_message (block);

  if (message != NULL)
    {
      g_autofree char *text = gig_lesson_get_plain_text (lesson, message, language);

      g_string_append (string, text);
    }
  append_children (string, lesson, block, language);

  return g_string_free (string, FALSE);
}

/* The blocks of @part, from the pause before it to the next: [*first, *end). */
static void
find_part (GPtrArray *blocks,
           guint      part,
           guint     *first,
           guint     *end)
{
  guint current = 0;

  *first = 0;
  *end = blocks->len;
  for (guint i = 0; i < blocks->len; i++)
    if (gig_block_get_block_type (g_ptr_array_index (blocks, i)) == GIG_BLOCK_PAUSE)
      {
        current++;
        if (current == part)
          *first = i + 1;
        if (current == part + 1)
          {
            *end = i;
            return;
          }
      }
}

/* A later part that brings its own diagram says its takeaway: the diagram is the text. */
static GigBlock *
find_spoken_block (const GigStep *step,
                   guint          part)
{
  GPtrArray *blocks = gig_concept_get_blocks (step->concept);
  g_autoptr(GPtrArray) spoken = NULL;
  guint first, end;

  find_part (blocks, part, &first, &end);
  for (guint i = first; part > 0 && i < end; i++)
    if (gig_block_get_block_type (g_ptr_array_index (blocks, i)) == GIG_BLOCK_TAKEAWAY)
      return g_ptr_array_index (blocks, i);
  spoken = gig_step_get_part (step, part);

  return spoken->len > 0 ? g_ptr_array_index (spoken, 0) : NULL;
}

/* The view that stands in @part or, in this concept, last before it. */
GigView *
gig_wall_slide_find_view (GigLesson     *lesson,
                          const GigStep *step,
                          guint          part)
{
  GPtrArray *blocks = gig_concept_get_blocks (step->concept);
  GigView *view = NULL;
  guint first, end;

  find_part (blocks, part, &first, &end);
  for (guint i = 0; i < end; i++)
    {
      GigBlock *block = g_ptr_array_index (blocks, i);

      if (gig_block_get_block_type (block) != GIG_BLOCK_VIEW || gig_block_get_view (block) == NULL)
        continue;
      if (view != NULL && i >= first && gig_block_get_view (block) != view)
        return gig_block_get_view (block);
      view = gig_block_get_view (block);
    }

  return view != NULL ? view : gig_step_get_view (lesson, step);
}

static char *
get_part_text (GigLesson     *lesson,
               const GigStep *step,
               guint          part,
               const char    *language)
{
  GigBlock *block = find_spoken_block (step, part);

  return block != NULL ? gig_wall_slide_get_block_text (lesson, block, language) : g_strdup ("");
}

/* --- Pages --- */

/* One language's headline and pages. */
typedef struct
{
  char  *headline;
  GStrv  pages;
} Spoken;

static gboolean
page_fits (const GigWallRoom *room,
           PangoContext      *context,
           Spoken            *spoken,
           guint              n_languages,
           guint              page,
           gboolean           with_area)
{
  for (guint i = 0; i < n_languages; i++)
    {
      GigWallTexts texts[2];
      guint n_texts = 0;
      g_autoptr(GigWallLayout) layout = NULL;

      texts[n_texts++] = (GigWallTexts) { spoken[i].headline, spoken[i].pages[page], NULL };
      /* The second language is whichever is longest beside the first. */
      for (guint j = 0; room->both && j < n_languages && n_texts < 2; j++)
        if (j != i)
          texts[n_texts++] = (GigWallTexts) { spoken[j].headline, spoken[j].pages[page], NULL };
      layout = gig_wall_layout_new (context, 1080 * room->aspect, 1080, room->x_height, texts, n_texts, with_area);
      if (!layout->fits)
        return FALSE;
    }

  return TRUE;
}

static gboolean
pages_fit (const GigWallRoom *room,
           PangoContext      *context,
           Spoken            *spoken,
           guint              n_languages,
           guint              n_pages,
           gboolean           with_area)
{
  for (guint page = 0; page < n_pages; page++)
    if (!page_fits (room, context, spoken, n_languages, page, with_area))
      return FALSE;

  return TRUE;
}

guint
gig_wall_slide_count_pages (GigLesson         *lesson,
                            const GigStep     *step,
                            guint              part,
                            const GigWallRoom *room,
                            PangoContext      *context)
{
  const char * const *languages;
  g_autofree Spoken *spoken = NULL;
  g_auto(GStrv) texts = NULL;
  gboolean with_area;
  guint n_languages, n_pages;

  g_return_val_if_fail (lesson != NULL && step != NULL && room != NULL, 1);

  languages = gig_lesson_get_languages (lesson);
  n_languages = g_strv_length ((char **) languages);
  with_area = gig_wall_slide_find_view (lesson, step, part) != NULL;
  spoken = g_new0 (Spoken, n_languages);
  texts = g_new0 (char *, n_languages + 1);
  for (guint i = 0; i < n_languages; i++)
    {
      spoken[i].headline = gig_lesson_get_plain_text (lesson, gig_step_get_headline (step), languages[i]);
      texts[i] = get_part_text (lesson, step, part, languages[i]);
    }
  for (n_pages = 1; n_pages < MAX_PAGES; n_pages++)
    {
      gboolean fits;

      for (guint i = 0; i < n_languages; i++)
        spoken[i].pages = gig_wall_split (texts[i], n_pages);
      fits = pages_fit (room, context, spoken, n_languages, n_pages, with_area);
      for (guint i = 0; i < n_languages; i++)
        g_clear_pointer (&spoken[i].pages, g_strfreev);
      if (fits)
        break;
    }
  for (guint i = 0; i < n_languages; i++)
    g_free (spoken[i].headline);

  return n_pages;
}

/* --- The slide --- */

static GigWallSlide *
create (GigLesson *lesson)
{
  GigWallSlide *self = g_new0 (GigWallSlide, 1);

  g_ref_count_init (&self->ref_count);
  self->lesson = gig_lesson_ref (lesson);
  self->n_pages = 1;
  self->framed = -1;

  return self;
}

GigWallSlide *
gig_wall_slide_new (GigLesson     *lesson,
                    const GigStep *step,
                    guint          part,
                    guint          page,
                    guint          n_pages)
{
  GigWallSlide *self;

  g_return_val_if_fail (lesson != NULL && step != NULL, NULL);

  self = create (lesson);
  self->step = *step;
  self->has_step = TRUE;
  self->part = part;
  self->n_pages = MAX (n_pages, 1);
  self->page = MIN (page, self->n_pages - 1);
  self->view = gig_wall_slide_find_view (lesson, step, part);
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

char *
gig_wall_slide_get_body (GigWallSlide  *self,
                         GigLanguage   *language,
                         const char   **real)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) pages = NULL;
  GigBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  if (!self->has_step)
    {
      note_language (self->lesson, NULL, language, real);
      return g_strdup ("");
    }
  block = find_spoken_block (&self->step, self->part);
  note_language (self->lesson, block != NULL ? gig_block_get_message (block) : NULL, language, real);
  text = get_part_text (self->lesson, &self->step, self->part, gig_language_get_code (language));
  pages = gig_wall_split (text, self->n_pages);

  return g_strdup (pages[self->page]);
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
  block = find_spoken_block (&self->step, self->part);
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
