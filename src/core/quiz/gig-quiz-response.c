/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-quiz-response.h"

struct _GigQuizResponse
{
  GigQuizItem *item;          /* (nullable) */
  /* Single and match: the choice or counterpart, -1 for none; multiple: 0 or 1 of
   * each choice; order: the choice at each position. */
  GArray      *values;        /* (element-type int) */
};

static int *
value_at (GigQuizResponse *self,
          guint            index)
{
  return &g_array_index (self->values, int, index);
}

static gboolean
has_kind (GigQuizResponse   *self,
          GigQuizAnswerKind  kind)
{
  return self->item != NULL && gig_quiz_item_get_answer_kind (self->item) == kind;
}

static gboolean
has_choice (GigQuizResponse *self,
            guint            choice)
{
  return self->item != NULL && choice < gig_quiz_item_get_n_choices (self->item);
}

gboolean
gig_quiz_response_choose (GigQuizResponse *self,
                          guint            choice)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!has_choice (self, choice))
    return FALSE;
  if (has_kind (self, GIG_QUIZ_ANSWER_SINGLE))
    *value_at (self, 0) = (int) choice;
  else if (has_kind (self, GIG_QUIZ_ANSWER_MULTIPLE))
    *value_at (self, choice) = !*value_at (self, choice);
  else
    return FALSE;
  return TRUE;
}

gboolean
gig_quiz_response_is_chosen (GigQuizResponse *self,
                             guint            choice)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!has_choice (self, choice))
    return FALSE;
  switch (gig_quiz_item_get_answer_kind (self->item))
    {
    case GIG_QUIZ_ANSWER_SINGLE:
      return *value_at (self, 0) == (int) choice;
    case GIG_QUIZ_ANSWER_MULTIPLE:
      return *value_at (self, choice) != 0;
    case GIG_QUIZ_ANSWER_ORDER:
    case GIG_QUIZ_ANSWER_MATCH:
    default:
      return FALSE;
    }
}

guint
gig_quiz_response_get_choice_at (GigQuizResponse *self,
                                 guint            position)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (position < self->values->len, 0);

  return (guint) *value_at (self, position);
}

gboolean
gig_quiz_response_move (GigQuizResponse *self,
                        guint            from,
                        guint            to)
{
  int moved;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!has_kind (self, GIG_QUIZ_ANSWER_ORDER) || from == to
      || from >= self->values->len || to >= self->values->len)
    return FALSE;
  moved = *value_at (self, from);
  g_array_remove_index (self->values, from);
  g_array_insert_val (self->values, to, moved);
  return TRUE;
}

int
gig_quiz_response_get_match (GigQuizResponse *self,
                             guint            choice)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (choice < self->values->len, -1);

  return *value_at (self, choice);
}

gboolean
gig_quiz_response_match (GigQuizResponse *self,
                         guint            choice,
                         int              counterpart)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!has_kind (self, GIG_QUIZ_ANSWER_MATCH) || choice >= self->values->len
      || counterpart < -1 || counterpart >= (int) self->values->len)
    return FALSE;
  for (guint i = 0; i < self->values->len && counterpart >= 0; i++)
    if (*value_at (self, i) == counterpart)
      *value_at (self, i) = -1;
  *value_at (self, choice) = counterpart;
  return TRUE;
}

gboolean
gig_quiz_response_is_complete (GigQuizResponse *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->item == NULL)
    return FALSE;
  switch (gig_quiz_item_get_answer_kind (self->item))
    {
    case GIG_QUIZ_ANSWER_MULTIPLE:
      for (guint i = 0; i < self->values->len; i++)
        if (*value_at (self, i) != 0)
          return TRUE;
      return FALSE;
    case GIG_QUIZ_ANSWER_SINGLE:
    case GIG_QUIZ_ANSWER_MATCH:
      for (guint i = 0; i < self->values->len; i++)
        if (*value_at (self, i) < 0)
          return FALSE;
      return self->values->len > 0;
    case GIG_QUIZ_ANSWER_ORDER:
    default:
      return TRUE;
    }
}

gboolean
gig_quiz_response_is_right_at (GigQuizResponse *self,
                               guint            choice)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!has_choice (self, choice))
    return FALSE;
  switch (gig_quiz_item_get_answer_kind (self->item))
    {
    case GIG_QUIZ_ANSWER_ORDER:
      return gig_quiz_item_get_right_position (self->item, (guint) *value_at (self, choice)) == choice;
    case GIG_QUIZ_ANSWER_MATCH:
      return *value_at (self, choice) >= 0
             && gig_quiz_item_is_right_match (self->item, choice, (guint) *value_at (self, choice));
    case GIG_QUIZ_ANSWER_MULTIPLE:
      return (*value_at (self, choice) != 0) == gig_quiz_item_is_right_choice (self->item, choice);
    case GIG_QUIZ_ANSWER_SINGLE:
    default:
      return gig_quiz_item_is_right_choice (self->item, choice);
    }
}

gboolean
gig_quiz_response_is_right (GigQuizResponse *self)
{
  gboolean right = TRUE;

  g_return_val_if_fail (self != NULL, FALSE);

  if (has_kind (self, GIG_QUIZ_ANSWER_SINGLE))
    return gig_quiz_response_is_right_at (self, (guint) *value_at (self, 0));
  for (guint i = 0; i < self->values->len; i++)
    right &= gig_quiz_response_is_right_at (self, i);
  return right;
}

void
gig_quiz_response_free (GigQuizResponse *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->item, gig_quiz_item_unref);
  g_array_unref (self->values);
  g_free (self);
}

GigQuizResponse *
gig_quiz_response_new (GigQuizItem *item)
{
  GigQuizResponse *self = g_new0 (GigQuizResponse, 1);
  guint n = item != NULL ? gig_quiz_item_get_n_choices (item) : 0;
  GigQuizAnswerKind kind = n > 0 ? gig_quiz_item_get_answer_kind (item) : GIG_QUIZ_ANSWER_SINGLE;

  self->item = item != NULL ? gig_quiz_item_ref (item) : NULL;
  self->values = g_array_new (FALSE, TRUE, sizeof (int));
  g_array_set_size (self->values, kind == GIG_QUIZ_ANSWER_SINGLE ? 1 : n);
  for (guint i = 0; i < self->values->len; i++)
    *value_at (self, i) = kind == GIG_QUIZ_ANSWER_ORDER ? (int) i : kind == GIG_QUIZ_ANSWER_MULTIPLE ? 0 : -1;
  return self;
}
