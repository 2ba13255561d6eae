/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-quiz.h"

/* The saved form: version, seed, dice, step, answered, right, current item,
 * items waiting (id, box, step when due), items answered. */
#define SAVED_TYPE    "(utttuusa(sut)as)"
#define SAVED_VERSION 1
/* Generated items do not come again within so many. */
#define N_RECENT      12
/* What was left out comes back after so many. */
#define WAIT_LEFT_OUT 8
/* After so many of the lesson's questions comes one generated. */
#define N_BETWEEN     3

typedef struct
{
  char    *id;
  guint    box;               /* right answers in a row since it was wrong */
  guint64  due;               /* the step from which it is asked again */
} Waiting;

struct _GigQuiz
{
  GObject         parent_instance;

  GigLesson      *lesson;
  GigQuizSources  sources;
  guint64         seed;
  GigDice         dice;
  guint64         step;

  GigQuizItem    *item;
  GigQuizState    state;
  gboolean        hint_shown;
  GArray         *response;   /* int; see reset_response() */

  guint           n_answered;
  guint           n_right;
  GPtrArray      *waiting;    /* (element-type Waiting) */
  GHashTable     *answered;   /* ids of items that need not be asked first again */
  GQueue          recent;     /* (element-type utf8) */
};

G_DEFINE_FINAL_TYPE (GigQuiz, gig_quiz, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (GigQuizState, gig_quiz_state,
                    G_DEFINE_ENUM_VALUE (GIG_QUIZ_ASKING, "asking"),
                    G_DEFINE_ENUM_VALUE (GIG_QUIZ_RIGHT, "right"),
                    G_DEFINE_ENUM_VALUE (GIG_QUIZ_WRONG, "wrong"),
                    G_DEFINE_ENUM_VALUE (GIG_QUIZ_FINISHED, "finished"))

enum
{
  PROP_0,
  PROP_ITEM,
  PROP_STATE,
  PROP_HINT_SHOWN,
  PROP_N_ANSWERED,
  PROP_N_RIGHT,
  PROP_N_DUE,
  N_PROPS,
};

enum
{
  RESPONSE_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->id);
  g_free (waiting);
}

/* Single and match: the choice or counterpart, -1 for none; multiple: 0 or 1 of
 * each choice; order: the choice at each position. */
static void
reset_response (GigQuiz *self)
{
  guint n = self->item != NULL ? gig_quiz_item_get_n_choices (self->item) : 0;
  GigQuizAnswerKind kind = n > 0 ? gig_quiz_item_get_answer_kind (self->item) : GIG_QUIZ_ANSWER_SINGLE;

  g_array_set_size (self->response, kind == GIG_QUIZ_ANSWER_SINGLE ? 1 : n);
  for (guint i = 0; i < self->response->len; i++)
    g_array_index (self->response, int, i) = kind == GIG_QUIZ_ANSWER_ORDER ? (int) i
                                             : kind == GIG_QUIZ_ANSWER_MULTIPLE ? 0 : -1;
}

static void
set_state (GigQuiz      *self,
           GigQuizState  state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_hint_shown (GigQuiz  *self,
                gboolean  shown)
{
  if (self->hint_shown == shown)
    return;
  self->hint_shown = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT_SHOWN]);
}

static void
remember_recent (GigQuiz    *self,
                 const char *id)
{
  g_queue_push_tail (&self->recent, g_strdup (id));
  while (self->recent.length > N_RECENT)
    g_free (g_queue_pop_head (&self->recent));
}

/* Takes @item. */
static void
take_item (GigQuiz     *self,
           GigQuizItem *item)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->item, gig_quiz_item_unref);
  self->item = item;
  reset_response (self);
  if (item != NULL)
    remember_recent (self, gig_quiz_item_get_id (item));
  set_hint_shown (self, FALSE);
  set_state (self, item != NULL ? GIG_QUIZ_ASKING : GIG_QUIZ_FINISHED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
  g_object_thaw_notify (G_OBJECT (self));
}

static Waiting *
find_waiting (GigQuiz    *self,
              const char *id)
{
  for (guint i = 0; i < self->waiting->len; i++)
    if (g_str_equal (((Waiting *) self->waiting->pdata[i])->id, id))
      return self->waiting->pdata[i];
  return NULL;
}

/* Wrong: back to the first box. Left out: not so soon. */
static void
put_back (GigQuiz    *self,
          const char *id,
          guint       wait)
{
  Waiting *waiting = find_waiting (self, id);

  if (waiting == NULL)
    {
      waiting = g_new0 (Waiting, 1);
      waiting->id = g_strdup (id);
      g_ptr_array_add (self->waiting, waiting);
    }
  waiting->box = 0;
  waiting->due = self->step + wait;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
}

static void
record_right (GigQuiz    *self,
              const char *id)
{
  Waiting *waiting = find_waiting (self, id);

  g_hash_table_add (self->answered, g_strdup (id));
  if (waiting == NULL)
    return;
  if (++waiting->box >= GIG_QUIZ_N_BOXES)
    g_ptr_array_remove (self->waiting, waiting);
  else
    waiting->due = self->step + ((guint64) GIG_QUIZ_FIRST_WAIT << waiting->box);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
}

/* --- What comes next --- */

/* The item that has waited longest, if due or if @any. */
static GigQuizItem *
next_waiting (GigQuiz  *self,
              gboolean  any)
{
  while (self->waiting->len > 0)
    {
      Waiting *first = self->waiting->pdata[0];
      GigQuizItem *item;

      for (guint i = 1; i < self->waiting->len; i++)
        if (((Waiting *) self->waiting->pdata[i])->due < first->due)
          first = self->waiting->pdata[i];
      if (!any && first->due > self->step)
        return NULL;
      item = gig_quiz_item_new_from_id (self->lesson, first->id, self->seed);
      if (item != NULL)
        return item;
      g_ptr_array_remove (self->waiting, first);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
    }
  return NULL;
}

static GigQuizItem *
next_question (GigQuiz *self)
{
  GPtrArray *questions = gig_lesson_get_questions (self->lesson);

  if (!(self->sources & GIG_QUIZ_SOURCE_LESSON))
    return NULL;
  for (guint i = 0; i < questions->len; i++)
    {
      g_autoptr (GigQuizItem) item = gig_quiz_item_new_question (self->lesson, questions->pdata[i], self->seed);
      const char *id = gig_quiz_item_get_id (item);

      if (!g_hash_table_contains (self->answered, id) && find_waiting (self, id) == NULL)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static GigQuizItem *
next_generated (GigQuiz *self)
{
  g_autoptr (GigQuizItem) item = NULL;

  if (!(self->sources & GIG_QUIZ_SOURCE_GENERATED))
    return NULL;
  for (guint tries = 0; tries < 16; tries++)
    {
      g_clear_pointer (&item, gig_quiz_item_unref);
      item = gig_quiz_item_new_generated (self->lesson, &self->dice, self->seed);
      if (item == NULL)
        return NULL;
      if (g_queue_find_custom (&self->recent, gig_quiz_item_get_id (item), (GCompareFunc) g_strcmp0) == NULL
          && find_waiting (self, gig_quiz_item_get_id (item)) == NULL)
        break;
    }
  return g_steal_pointer (&item);
}

static GigQuizItem *
choose_next (GigQuiz *self)
{
  /* Never only what was missed: every other item is a new one while there is any. */
  GigQuizItem *item = self->step % 2 == 1 ? next_waiting (self, FALSE) : NULL;
  gboolean lesson_turn = self->step % (N_BETWEEN + 1) != N_BETWEEN;

  if (item == NULL && lesson_turn)
    item = next_question (self);
  if (item == NULL)
    item = next_generated (self);
  if (item == NULL)
    item = next_question (self);
  if (item == NULL)
    item = next_waiting (self, TRUE);
  return item;
}

void
gig_quiz_next (GigQuiz *self)
{
  g_return_if_fail (GIG_IS_QUIZ (self));

  if (self->item != NULL && self->state == GIG_QUIZ_ASKING)
    put_back (self, gig_quiz_item_get_id (self->item), WAIT_LEFT_OUT);
  if (self->item != NULL)
    self->step++;
  take_item (self, choose_next (self));
}

void
gig_quiz_ask (GigQuiz     *self,
              GigQuizItem *item)
{
  g_return_if_fail (GIG_IS_QUIZ (self));
  g_return_if_fail (item != NULL);

  if (self->item != NULL && self->state == GIG_QUIZ_ASKING)
    put_back (self, gig_quiz_item_get_id (self->item), WAIT_LEFT_OUT);
  take_item (self, gig_quiz_item_ref (item));
}

static void
clear_progress (GigQuiz *self)
{
  g_ptr_array_set_size (self->waiting, 0);
  g_hash_table_remove_all (self->answered);
  g_queue_clear_full (&self->recent, g_free);
  self->n_answered = self->n_right = 0;
  self->step = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ANSWERED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_RIGHT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
}

void
gig_quiz_reset (GigQuiz *self)
{
  g_return_if_fail (GIG_IS_QUIZ (self));

  g_object_freeze_notify (G_OBJECT (self));
  clear_progress (self);
  self->seed = gig_dice_next (&self->dice);
  take_item (self, choose_next (self));
  g_object_thaw_notify (G_OBJECT (self));
}

/* --- The answer being made --- */

static gboolean
can_answer (GigQuiz           *self,
            GigQuizAnswerKind  kind)
{
  return self->item != NULL && self->state == GIG_QUIZ_ASKING
         && gig_quiz_item_get_answer_kind (self->item) == kind;
}

static int *
response_at (GigQuiz *self,
             guint    index)
{
  return &g_array_index (self->response, int, index);
}

void
gig_quiz_choose (GigQuiz *self,
                 guint    choice)
{
  g_return_if_fail (GIG_IS_QUIZ (self));

  if (self->item == NULL || choice >= gig_quiz_item_get_n_choices (self->item))
    return;
  if (can_answer (self, GIG_QUIZ_ANSWER_SINGLE))
    *response_at (self, 0) = (int) choice;
  else if (can_answer (self, GIG_QUIZ_ANSWER_MULTIPLE))
    *response_at (self, choice) = !*response_at (self, choice);
  else
    return;
  g_signal_emit (self, signals[RESPONSE_CHANGED], 0);
}

gboolean
gig_quiz_is_chosen (GigQuiz *self,
                    guint    choice)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), FALSE);

  if (self->item == NULL || choice >= gig_quiz_item_get_n_choices (self->item))
    return FALSE;
  switch (gig_quiz_item_get_answer_kind (self->item))
    {
    case GIG_QUIZ_ANSWER_SINGLE:
      return *response_at (self, 0) == (int) choice;
    case GIG_QUIZ_ANSWER_MULTIPLE:
      return *response_at (self, choice) != 0;
    case GIG_QUIZ_ANSWER_ORDER:
    case GIG_QUIZ_ANSWER_MATCH:
    default:
      return FALSE;
    }
}

guint
gig_quiz_get_choice_at (GigQuiz *self,
                        guint    position)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), 0);
  g_return_val_if_fail (position < self->response->len, 0);

  return (guint) *response_at (self, position);
}

void
gig_quiz_move (GigQuiz *self,
               guint    from,
               guint    to)
{
  int moved;

  g_return_if_fail (GIG_IS_QUIZ (self));

  if (!can_answer (self, GIG_QUIZ_ANSWER_ORDER) || from == to
      || from >= self->response->len || to >= self->response->len)
    return;
  moved = *response_at (self, from);
  g_array_remove_index (self->response, from);
  g_array_insert_val (self->response, to, moved);
  g_signal_emit (self, signals[RESPONSE_CHANGED], 0);
}

int
gig_quiz_get_match (GigQuiz *self,
                    guint    choice)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), -1);
  g_return_val_if_fail (choice < self->response->len, -1);

  return *response_at (self, choice);
}

void
gig_quiz_match (GigQuiz *self,
                guint    choice,
                int      counterpart)
{
  g_return_if_fail (GIG_IS_QUIZ (self));

  if (!can_answer (self, GIG_QUIZ_ANSWER_MATCH) || choice >= self->response->len
      || counterpart < -1 || counterpart >= (int) self->response->len)
    return;
  for (guint i = 0; i < self->response->len && counterpart >= 0; i++)
    if (*response_at (self, i) == counterpart)
      *response_at (self, i) = -1;
  *response_at (self, choice) = counterpart;
  g_signal_emit (self, signals[RESPONSE_CHANGED], 0);
}

gboolean
gig_quiz_can_check (GigQuiz *self)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), FALSE);

  if (self->item == NULL || self->state != GIG_QUIZ_ASKING)
    return FALSE;
  switch (gig_quiz_item_get_answer_kind (self->item))
    {
    case GIG_QUIZ_ANSWER_MULTIPLE:
      for (guint i = 0; i < self->response->len; i++)
        if (*response_at (self, i) != 0)
          return TRUE;
      return FALSE;
    case GIG_QUIZ_ANSWER_SINGLE:
    case GIG_QUIZ_ANSWER_MATCH:
      for (guint i = 0; i < self->response->len; i++)
        if (*response_at (self, i) < 0)
          return FALSE;
      return self->response->len > 0;
    case GIG_QUIZ_ANSWER_ORDER:
    default:
      return TRUE;
    }
}

gboolean
gig_quiz_is_right_at (GigQuiz *self,
                      guint    choice)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), FALSE);

  if (self->item == NULL || choice >= gig_quiz_item_get_n_choices (self->item))
    return FALSE;
  switch (gig_quiz_item_get_answer_kind (self->item))
    {
    case GIG_QUIZ_ANSWER_ORDER:
      return gig_quiz_item_get_right_position (self->item, (guint) *response_at (self, choice)) == choice;
    case GIG_QUIZ_ANSWER_MATCH:
      return *response_at (self, choice) >= 0
             && gig_quiz_item_is_right_match (self->item, choice, (guint) *response_at (self, choice));
    case GIG_QUIZ_ANSWER_MULTIPLE:
      return (*response_at (self, choice) != 0) == gig_quiz_item_is_right_choice (self->item, choice);
    case GIG_QUIZ_ANSWER_SINGLE:
    default:
      return gig_quiz_item_is_right_choice (self->item, choice);
    }
}

void
gig_quiz_check (GigQuiz *self)
{
  gboolean right = TRUE;
  const char *id;

  g_return_if_fail (GIG_IS_QUIZ (self));

  if (!gig_quiz_can_check (self))
    return;
  if (gig_quiz_item_get_answer_kind (self->item) == GIG_QUIZ_ANSWER_SINGLE)
    right = gig_quiz_is_right_at (self, (guint) *response_at (self, 0));
  else
    for (guint i = 0; i < self->response->len; i++)
      right &= gig_quiz_is_right_at (self, i);

  g_object_freeze_notify (G_OBJECT (self));
  id = gig_quiz_item_get_id (self->item);
  self->n_answered++;
  self->n_right += right;
  if (right)
    record_right (self, id);
  else
    put_back (self, id, GIG_QUIZ_FIRST_WAIT);
  set_state (self, right ? GIG_QUIZ_RIGHT : GIG_QUIZ_WRONG);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ANSWERED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_RIGHT]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
gig_quiz_show_hint (GigQuiz *self)
{
  g_return_if_fail (GIG_IS_QUIZ (self));

  if (self->item != NULL && gig_quiz_item_has_hint (self->item))
    set_hint_shown (self, TRUE);
}

gboolean
gig_quiz_get_hint_shown (GigQuiz *self)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), FALSE);

  return self->hint_shown;
}

static void
add_paragraph (GStrvBuilder *paragraphs,
               char         *text)
{
  if (text != NULL && *text != '\0')
    g_strv_builder_take (paragraphs, text);
  else
    g_free (text);
}

/* (nullable): of a place the reason begins with the verdict. */
static const char *
get_verdict (GigQuiz     *self,
             GigLanguage *language)
{
  gboolean right = self->state == GIG_QUIZ_RIGHT;

  switch (gig_quiz_item_get_kind (self->item))
    {
    case GIG_QUIZ_ITEM_PLACE:
      return NULL;
    case GIG_QUIZ_ITEM_STATEMENT:
      if (gig_quiz_item_is_right_choice (self->item, 0))
        return right ? gig_language_gettext (language, "That is right: the claim is true.")
                     : gig_language_gettext (language, "That is not right: the claim is true.");
      return right ? gig_language_gettext (language, "That is right: the claim is false.")
                   : gig_language_gettext (language, "That is not right: the claim is false.");
    case GIG_QUIZ_ITEM_QUESTION:
    case GIG_QUIZ_ITEM_WITNESS:
    default:
      return right ? gig_language_gettext (language, "That is right.")
                   : gig_language_gettext (language, "That is not right.");
    }
}

GStrv
gig_quiz_get_feedback (GigQuiz     *self,
                       GigLanguage *language)
{
  g_autoptr (GStrvBuilder) paragraphs = g_strv_builder_new ();
  guint n_choices;
  gboolean of_choice = FALSE;

  g_return_val_if_fail (GIG_IS_QUIZ (self), NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  if (self->state != GIG_QUIZ_RIGHT && self->state != GIG_QUIZ_WRONG)
    return g_strv_builder_end (paragraphs);

  n_choices = gig_quiz_item_get_n_choices (self->item);
  add_paragraph (paragraphs, g_strdup (get_verdict (self, language)));
  for (guint i = 0; i < n_choices; i++)
    if (gig_quiz_is_chosen (self, i))
      {
        of_choice = TRUE;
        add_paragraph (paragraphs, gig_quiz_item_get_feedback (self->item, (int) i, language));
      }
  /* What was right and not chosen has its reason too. */
  if (gig_quiz_item_get_kind (self->item) == GIG_QUIZ_ITEM_QUESTION)
    {
      GigQuizAnswerKind kind = gig_quiz_item_get_answer_kind (self->item);

      for (guint i = 0; i < n_choices && kind <= GIG_QUIZ_ANSWER_MULTIPLE; i++)
        if (!gig_quiz_is_chosen (self, i) && gig_quiz_item_is_right_choice (self->item, i))
          add_paragraph (paragraphs, gig_quiz_item_get_feedback (self->item, (int) i, language));
      of_choice = FALSE;
    }
  if (!of_choice)
    add_paragraph (paragraphs, gig_quiz_item_get_feedback (self->item, -1, language));
  return g_strv_builder_end (paragraphs);
}

/* --- Progress --- */

GigLesson *
gig_quiz_get_lesson (GigQuiz *self)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), NULL);

  return self->lesson;
}

GigQuizItem *
gig_quiz_get_item (GigQuiz *self)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), NULL);

  return self->item;
}

GigQuizState
gig_quiz_get_state (GigQuiz *self)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), GIG_QUIZ_FINISHED);

  return self->state;
}

guint
gig_quiz_get_n_answered (GigQuiz *self)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), 0);

  return self->n_answered;
}

guint
gig_quiz_get_n_right (GigQuiz *self)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), 0);

  return self->n_right;
}

guint
gig_quiz_get_n_due (GigQuiz *self)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), 0);

  return self->waiting->len;
}

guint
gig_quiz_get_n_learned (GigQuiz *self,
                        guint   *n_questions)
{
  GPtrArray *questions;
  guint n_learned = 0;

  g_return_val_if_fail (GIG_IS_QUIZ (self), 0);

  questions = gig_lesson_get_questions (self->lesson);
  if (n_questions != NULL)
    *n_questions = questions->len;
  for (guint i = 0; i < questions->len; i++)
    {
      g_autoptr (GigQuizItem) item = gig_quiz_item_new_question (self->lesson, questions->pdata[i], self->seed);
      const char *id = gig_quiz_item_get_id (item);

      n_learned += g_hash_table_contains (self->answered, id) && find_waiting (self, id) == NULL;
    }
  return n_learned;
}

char *
gig_quiz_get_progress_text (GigQuiz     *self,
                            GigLanguage *language)
{
  g_autofree char *right = NULL;
  g_autofree char *answered = NULL;
  g_autofree char *due = NULL;

  g_return_val_if_fail (GIG_IS_QUIZ (self), NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  right = gig_language_format_integer (language, self->n_right);
  answered = gig_language_format_integer (language, self->n_answered);
  due = gig_language_format_integer (language, self->waiting->len);
  if (self->waiting->len == 0)
    /* Translators: answers of a quiz, so far. */
    return gig_language_nformat (language, self->n_answered, "%1$s of %2$s answer right",
                                 "%1$s of %2$s answers right", right, answered);
  return gig_language_nformat (language, self->n_answered, "%1$s of %2$s answer right, %3$s to see again",
                               "%1$s of %2$s answers right, %3$s to see again", right, answered, due);
}

GVariant *
gig_quiz_save (GigQuiz *self)
{
  g_auto (GVariantBuilder) waiting = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sut)"));
  g_autoptr (GPtrArray) answered = NULL;
  const char *current = "";

  g_return_val_if_fail (GIG_IS_QUIZ (self), NULL);

  for (guint i = 0; i < self->waiting->len; i++)
    {
      Waiting *entry = self->waiting->pdata[i];

      g_variant_builder_add (&waiting, "(sut)", entry->id, entry->box, entry->due);
    }
  answered = g_hash_table_get_keys_as_ptr_array (self->answered);
  g_ptr_array_sort_values (answered, (GCompareFunc) g_strcmp0);
  if (self->item != NULL && self->state == GIG_QUIZ_ASKING)
    current = gig_quiz_item_get_id (self->item);
  return g_variant_ref_sink (g_variant_new ("(utttuus@a(sut)@as)", SAVED_VERSION, self->seed,
                                            self->dice.state, self->step, self->n_answered,
                                            self->n_right, current,
                                            g_variant_builder_end (&waiting),
                                            g_variant_new_strv ((const char * const *) answered->pdata,
                                                                answered->len)));
}

static void
restore_lists (GigQuiz      *self,
               GVariantIter *waiting,
               GVariantIter *answered)
{
  const char *id;
  guint box;
  guint64 due;

  while (g_variant_iter_next (waiting, "(&sut)", &id, &box, &due))
    if (find_waiting (self, id) == NULL && g_utf8_validate (id, -1, NULL))
      {
        Waiting *entry = g_new0 (Waiting, 1);

        entry->id = g_strdup (id);
        entry->box = MIN (box, GIG_QUIZ_N_BOXES - 1);
        entry->due = MIN (due, self->step + (GIG_QUIZ_FIRST_WAIT << GIG_QUIZ_N_BOXES));
        g_ptr_array_add (self->waiting, entry);
      }
  while (g_variant_iter_next (answered, "&s", &id))
    g_hash_table_add (self->answered, g_strdup (id));
}

gboolean
gig_quiz_restore (GigQuiz  *self,
                  GVariant *saved)
{
  g_autoptr (GVariantIter) waiting = NULL;
  g_autoptr (GVariantIter) answered = NULL;
  GigQuizItem *item = NULL;
  const char *current;
  guint version;

  g_return_val_if_fail (GIG_IS_QUIZ (self), FALSE);

  if (saved == NULL || !g_variant_is_of_type (saved, G_VARIANT_TYPE (SAVED_TYPE)))
    return FALSE;
  g_variant_get_child (saved, 0, "u", &version);
  if (version != SAVED_VERSION)
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  clear_progress (self);
  g_variant_get (saved, "(utttuu&sa(sut)as)", NULL, &self->seed, &self->dice.state, &self->step,
                 &self->n_answered, &self->n_right, &current, &waiting, &answered);
  self->n_right = MIN (self->n_right, self->n_answered);
  restore_lists (self, waiting, answered);
  if (*current != '\0')
    item = gig_quiz_item_new_from_id (self->lesson, current, self->seed);
  else
    self->step++;
  take_item (self, item != NULL ? item : choose_next (self));
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}

static void
gig_quiz_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  GigQuiz *self = GIG_QUIZ (object);

  switch (property_id)
    {
    case PROP_ITEM:
      g_value_set_boxed (value, self->item);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_HINT_SHOWN:
      g_value_set_boolean (value, self->hint_shown);
      break;
    case PROP_N_ANSWERED:
      g_value_set_uint (value, self->n_answered);
      break;
    case PROP_N_RIGHT:
      g_value_set_uint (value, self->n_right);
      break;
    case PROP_N_DUE:
      g_value_set_uint (value, self->waiting->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
gig_quiz_finalize (GObject *object)
{
  GigQuiz *self = GIG_QUIZ (object);

  g_clear_pointer (&self->item, gig_quiz_item_unref);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  g_array_unref (self->response);
  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->answered);
  g_queue_clear_full (&self->recent, g_free);

  G_OBJECT_CLASS (gig_quiz_parent_class)->finalize (object);
}

static void
gig_quiz_class_init (GigQuizClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gig_quiz_get_property;
  object_class->finalize = gig_quiz_finalize;

  properties[PROP_ITEM] = g_param_spec_boxed ("item", NULL, NULL, GIG_TYPE_QUIZ_ITEM, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, GIG_TYPE_QUIZ_STATE, GIG_QUIZ_FINISHED, flags);
  properties[PROP_HINT_SHOWN] = g_param_spec_boolean ("hint-shown", NULL, NULL, FALSE, flags);
  properties[PROP_N_ANSWERED] = g_param_spec_uint ("n-answered", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_RIGHT] = g_param_spec_uint ("n-right", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_DUE] = g_param_spec_uint ("n-due", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RESPONSE_CHANGED] = g_signal_new ("response-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gig_quiz_init (GigQuiz *self)
{
  self->state = GIG_QUIZ_FINISHED;
  self->response = g_array_new (FALSE, TRUE, sizeof (int));
  self->waiting = g_ptr_array_new_with_free_func (waiting_free);
  self->answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->recent);
}

GigQuiz *
gig_quiz_new (GigLesson      *lesson,
              GigQuizSources  sources,
              guint64         seed)
{
  GigQuiz *self;

  g_return_val_if_fail (lesson != NULL, NULL);

  self = g_object_new (GIG_TYPE_QUIZ, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->sources = sources;
  self->seed = seed;
  self->dice.state = seed;
  take_item (self, choose_next (self));
  return self;
}
