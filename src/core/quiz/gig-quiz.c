/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-quiz.h"

#include "gig-quiz-response.h"
#include "gig-quiz-schedule.h"

/* The saved form: version, seed, dice, step, answered, right, current item,
 * items waiting (id, box, step when due), items answered. */
#define SAVED_TYPE    "(utttuusa(sut)as)"
#define SAVED_VERSION 1
/* What was left out comes back after so many. */
#define WAIT_LEFT_OUT 8
/* After so many of the lesson's questions comes one generated. */
#define N_BETWEEN     3

struct _GigQuiz
{
  GObject          parent_instance;

  GigLesson       *lesson;
  GigQuizSources   sources;
  guint64          seed;
  GigDice          dice;
  GigQuizSchedule *schedule;

  GigQuizItem     *item;
  GigQuizState     state;
  gboolean         hint_shown;
  GigQuizResponse *response;

  guint            n_answered;
  guint            n_right;
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
set_state (GigQuiz      *self,
           GigQuizState  state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Takes @item. */
static void
take_item (GigQuiz     *self,
           GigQuizItem *item)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_clear_pointer (&self->item, gig_quiz_item_unref);
  self->item = item;
  gig_quiz_response_free (self->response);
  self->response = gig_quiz_response_new (item);
  if (item != NULL)
    gig_quiz_schedule_add_recent (self->schedule, gig_quiz_item_get_id (item));
  self->hint_shown = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT_SHOWN]);
  set_state (self, item != NULL ? GIG_QUIZ_ASKING : GIG_QUIZ_FINISHED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
put_back (GigQuiz    *self,
          const char *id,
          guint       wait)
{
  gig_quiz_schedule_put_back (self->schedule, id, wait);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
}

/* --- What comes next --- */

/* The item that has waited longest, if due or if @any. */
static GigQuizItem *
next_waiting (GigQuiz  *self,
              gboolean  any)
{
  const char *id;

  while ((id = gig_quiz_schedule_find_due (self->schedule, any)) != NULL)
    {
      GigQuizItem *item = gig_quiz_item_new_from_id (self->lesson, id, self->seed);

      if (item != NULL)
        return item;
      gig_quiz_schedule_forget (self->schedule, id);
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

      if (!gig_quiz_schedule_is_answered (self->schedule, id) && !gig_quiz_schedule_is_waiting (self->schedule, id))
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
      if (!gig_quiz_schedule_is_recent (self->schedule, gig_quiz_item_get_id (item))
          && !gig_quiz_schedule_is_waiting (self->schedule, gig_quiz_item_get_id (item)))
        break;
    }
  return g_steal_pointer (&item);
}

static GigQuizItem *
choose_next (GigQuiz *self)
{
  /* Never only what was missed: every other item is a new one while there is any. */
  guint64 step = gig_quiz_schedule_get_step (self->schedule);
  GigQuizItem *item = step % 2 == 1 ? next_waiting (self, FALSE) : NULL;
  gboolean lesson_turn = step % (N_BETWEEN + 1) != N_BETWEEN;

  if (item == NULL && lesson_turn)
    item = next_question (self);
  if (item == NULL)
    item = next_generated (self);
  if (item == NULL)
    item = next_question (self);
  return item != NULL ? item : next_waiting (self, TRUE);
}

/* What was not answered comes back. */
static void
leave (GigQuiz *self)
{
  if (self->item != NULL && self->state == GIG_QUIZ_ASKING)
    put_back (self, gig_quiz_item_get_id (self->item), WAIT_LEFT_OUT);
}

void
gig_quiz_next (GigQuiz *self)
{
  g_return_if_fail (GIG_IS_QUIZ (self));

  leave (self);
  if (self->item != NULL)
    gig_quiz_schedule_set_step (self->schedule, gig_quiz_schedule_get_step (self->schedule) + 1);
  take_item (self, choose_next (self));
}

void
gig_quiz_ask (GigQuiz     *self,
              GigQuizItem *item)
{
  g_return_if_fail (GIG_IS_QUIZ (self));
  g_return_if_fail (item != NULL);

  leave (self);
  take_item (self, gig_quiz_item_ref (item));
}

static void
clear_progress (GigQuiz *self)
{
  gig_quiz_schedule_clear (self->schedule);
  self->n_answered = self->n_right = 0;
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

void
gig_quiz_choose (GigQuiz *self,
                 guint    choice)
{
  g_return_if_fail (GIG_IS_QUIZ (self));

  if (self->state == GIG_QUIZ_ASKING && gig_quiz_response_choose (self->response, choice))
    g_signal_emit (self, signals[RESPONSE_CHANGED], 0);
}

gboolean
gig_quiz_is_chosen (GigQuiz *self,
                    guint    choice)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), FALSE);

  return gig_quiz_response_is_chosen (self->response, choice);
}

guint
gig_quiz_get_choice_at (GigQuiz *self,
                        guint    position)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), 0);

  return gig_quiz_response_get_choice_at (self->response, position);
}

void
gig_quiz_move (GigQuiz *self,
               guint    from,
               guint    to)
{
  g_return_if_fail (GIG_IS_QUIZ (self));

  if (self->state == GIG_QUIZ_ASKING && gig_quiz_response_move (self->response, from, to))
    g_signal_emit (self, signals[RESPONSE_CHANGED], 0);
}

int
gig_quiz_get_match (GigQuiz *self,
                    guint    choice)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), -1);

  return gig_quiz_response_get_match (self->response, choice);
}

void
gig_quiz_match (GigQuiz *self,
                guint    choice,
                int      counterpart)
{
  g_return_if_fail (GIG_IS_QUIZ (self));

  if (self->state == GIG_QUIZ_ASKING && gig_quiz_response_match (self->response, choice, counterpart))
    g_signal_emit (self, signals[RESPONSE_CHANGED], 0);
}

gboolean
gig_quiz_can_check (GigQuiz *self)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), FALSE);

  return self->state == GIG_QUIZ_ASKING && gig_quiz_response_is_complete (self->response);
}

gboolean
gig_quiz_is_right_at (GigQuiz *self,
                      guint    choice)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), FALSE);

  return gig_quiz_response_is_right_at (self->response, choice);
}

void
gig_quiz_check (GigQuiz *self)
{
  gboolean right;
  const char *id;

  g_return_if_fail (GIG_IS_QUIZ (self));

  if (!gig_quiz_can_check (self))
    return;

  right = gig_quiz_response_is_right (self->response);
  g_object_freeze_notify (G_OBJECT (self));
  id = gig_quiz_item_get_id (self->item);
  self->n_answered++;
  self->n_right += right;
  if (!right)
    put_back (self, id, GIG_QUIZ_FIRST_WAIT);
  else if (gig_quiz_schedule_record_right (self->schedule, id))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
  set_state (self, right ? GIG_QUIZ_RIGHT : GIG_QUIZ_WRONG);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ANSWERED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_RIGHT]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
gig_quiz_show_hint (GigQuiz *self)
{
  g_return_if_fail (GIG_IS_QUIZ (self));

  if (self->item == NULL || self->hint_shown || !gig_quiz_item_has_hint (self->item))
    return;
  self->hint_shown = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT_SHOWN]);
}

gboolean
gig_quiz_get_hint_shown (GigQuiz *self)
{
  g_return_val_if_fail (GIG_IS_QUIZ (self), FALSE);

  return self->hint_shown;
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

  return gig_quiz_schedule_get_n_waiting (self->schedule);
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

      n_learned += gig_quiz_schedule_is_answered (self->schedule, id) && !gig_quiz_schedule_is_waiting (self->schedule, id);
    }
  return n_learned;
}

GVariant *
gig_quiz_save (GigQuiz *self)
{
  const char *current = "";

  g_return_val_if_fail (GIG_IS_QUIZ (self), NULL);

  if (self->item != NULL && self->state == GIG_QUIZ_ASKING)
    current = gig_quiz_item_get_id (self->item);
  return g_variant_ref_sink (g_variant_new ("(utttuus@a(sut)@as)", SAVED_VERSION, self->seed, self->dice.state,
                                            gig_quiz_schedule_get_step (self->schedule), self->n_answered,
                                            self->n_right, current,
                                            gig_quiz_schedule_save_waiting (self->schedule),
                                            gig_quiz_schedule_save_answered (self->schedule)));
}

gboolean
gig_quiz_restore (GigQuiz  *self,
                  GVariant *saved)
{
  g_autoptr (GVariant) waiting = NULL;
  g_autoptr (GVariant) answered = NULL;
  GigQuizItem *item = NULL;
  const char *current;
  guint64 step;
  guint version;

  g_return_val_if_fail (GIG_IS_QUIZ (self), FALSE);

  if (saved == NULL || !g_variant_is_of_type (saved, G_VARIANT_TYPE (SAVED_TYPE)))
    return FALSE;
  g_variant_get_child (saved, 0, "u", &version);
  if (version != SAVED_VERSION)
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  clear_progress (self);
  g_variant_get (saved, "(utttuu&s@a(sut)@as)", NULL, &self->seed, &self->dice.state, &step,
                 &self->n_answered, &self->n_right, &current, &waiting, &answered);
  self->n_right = MIN (self->n_right, self->n_answered);
  gig_quiz_schedule_set_step (self->schedule, step);
  gig_quiz_schedule_restore (self->schedule, waiting, answered);
  if (*current != '\0')
    item = gig_quiz_item_new_from_id (self->lesson, current, self->seed);
  else
    gig_quiz_schedule_set_step (self->schedule, step + 1);
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
      g_value_set_uint (value, gig_quiz_get_n_due (self));
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
  g_clear_pointer (&self->response, gig_quiz_response_free);
  g_clear_pointer (&self->schedule, gig_quiz_schedule_free);

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
  self->response = gig_quiz_response_new (NULL);
  self->schedule = gig_quiz_schedule_new ();
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
