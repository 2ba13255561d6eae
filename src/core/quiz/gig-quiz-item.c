/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-quiz-item-private.h"

G_DEFINE_BOXED_TYPE (GigQuizItem, gig_quiz_item, gig_quiz_item_ref, gig_quiz_item_unref)

GigQuizItem *
_gig_quiz_item_new (GigLesson         *lesson,
                    GigQuizItemKind    kind,
                    GigQuizAnswerKind  answer_kind,
                    guint              n_choices)
{
  GigQuizItem *self = g_new0 (GigQuizItem, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->lesson = gig_lesson_ref (lesson);
  self->kind = kind;
  self->answer_kind = answer_kind;
  self->n_choices = n_choices;
  return self;
}

/* Parts are escaped, so that a colon inside one is not a separator. */
char *
_gig_quiz_item_make_id (const char         *kind,
                        const char * const *parts)
{
  GString *id = g_string_new (kind);

  for (; *parts != NULL; parts++)
    {
      g_string_append_c (id, ':');
      g_string_append_uri_escaped (id, *parts, NULL, TRUE);
    }
  return g_string_free (id, FALSE);
}

GigDice
_gig_quiz_item_make_dice (GigQuizItem *self,
                          guint64      seed)
{
  return (GigDice) { seed ^ g_str_hash (self->id) };
}

guint *
_gig_quiz_make_identity (guint n)
{
  guint *order = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  return order;
}

/* --- Questions of the lesson --- */

static const GigAnswer *
get_answer (GigQuizItem *self,
            guint        index)
{
  return g_ptr_array_index (gig_question_get_answers (self->question), index);
}

/* A shuffle that is not the answer itself. */
static guint *
make_shuffled (guint    n,
               GigDice *dice)
{
  guint *order = _gig_quiz_make_identity (n);
  gboolean moved = FALSE;

  gig_dice_shuffle (dice, order, n);
  for (guint i = 0; i < n; i++)
    moved |= order[i] != i;
  for (guint i = 0; !moved && i < n; i++)
    order[i] = (i + 1) % n;
  return order;
}

GigQuizItem *
gig_quiz_item_new_question (GigLesson   *lesson,
                            GigQuestion *question,
                            guint64      seed)
{
  static const GigQuizAnswerKind answer_kinds[] = {
    [GIG_QUESTION_SINGLE] = GIG_QUIZ_ANSWER_SINGLE,
    [GIG_QUESTION_MULTIPLE] = GIG_QUIZ_ANSWER_MULTIPLE,
    [GIG_QUESTION_ORDER] = GIG_QUIZ_ANSWER_ORDER,
    [GIG_QUESTION_MATCH] = GIG_QUIZ_ANSWER_MATCH,
  };
  const char *parts[] = { NULL, NULL };
  GigQuizItem *self;
  GigDice dice;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  self = _gig_quiz_item_new (lesson, GIG_QUIZ_ITEM_QUESTION,
                             answer_kinds[gig_question_get_kind (question)],
                             gig_question_get_answers (question)->len);
  self->question = question;
  parts[0] = gig_question_get_id (question);
  self->id = _gig_quiz_item_make_id ("question", parts);
  dice = _gig_quiz_item_make_dice (self, seed);
  /* The author's order of the choices stands: “both of these” may be the last. */
  self->order = self->answer_kind == GIG_QUIZ_ANSWER_ORDER
                ? make_shuffled (self->n_choices, &dice) : _gig_quiz_make_identity (self->n_choices);
  if (self->answer_kind == GIG_QUIZ_ANSWER_MATCH)
    self->counterparts = make_shuffled (self->n_choices, &dice);
  return self;
}

GigQuizItem *
gig_quiz_item_ref (GigQuizItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gig_quiz_item_unref (GigQuizItem *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->order);
  g_free (self->counterparts);
  g_free (self->zones);
  g_free (self->members);
  gig_lesson_unref (self->lesson);
  g_free (self);
}

/* --- What it is --- */

const char *
gig_quiz_item_get_id (GigQuizItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

GigQuizItemKind
gig_quiz_item_get_kind (GigQuizItem *self)
{
  g_return_val_if_fail (self != NULL, GIG_QUIZ_ITEM_QUESTION);

  return self->kind;
}

GigQuizAnswerKind
gig_quiz_item_get_answer_kind (GigQuizItem *self)
{
  g_return_val_if_fail (self != NULL, GIG_QUIZ_ANSWER_SINGLE);

  return self->answer_kind;
}

GigLesson *
gig_quiz_item_get_lesson (GigQuizItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lesson;
}

GigQuestion *
gig_quiz_item_get_question (GigQuizItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->question;
}

GigView *
gig_quiz_item_get_view (GigQuizItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->view;
}

const GigViewMember *
gig_quiz_item_get_member (GigQuizItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->member;
}

static void
add_concept (GPtrArray  *concepts,
             GigConcept *concept)
{
  if (concept != NULL && !g_ptr_array_find (concepts, concept, NULL))
    g_ptr_array_add (concepts, concept);
}

GPtrArray *
gig_quiz_item_get_concepts (GigQuizItem *self)
{
  GPtrArray *concepts = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, concepts);

  if (self->question != NULL)
    for (guint i = 0; i < gig_question_get_concepts (self->question)->len; i++)
      add_concept (concepts, gig_question_get_concepts (self->question)->pdata[i]);
  if (self->member != NULL && self->member->member != NULL)
    {
      add_concept (concepts, gig_member_get_concept (self->member->member));
      add_concept (concepts, gig_member_get_home (self->member->member));
    }
  if (self->kind == GIG_QUIZ_ITEM_STATEMENT || self->kind == GIG_QUIZ_ITEM_WITNESS)
    {
      add_concept (concepts, gig_view_get_set (self->view, self->statement.a)->concept);
      add_concept (concepts, gig_view_get_set (self->view, self->statement.b)->concept);
    }
  if (concepts->len == 0 && self->view != NULL)
    add_concept (concepts, gig_view_get_concept (self->view));
  return concepts;
}

guint
gig_quiz_item_get_n_choices (GigQuizItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_choices;
}

guint
gig_quiz_item_get_n_counterparts (GigQuizItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->counterparts != NULL ? self->n_choices : 0;
}

gboolean
gig_quiz_item_is_right_choice (GigQuizItem *self,
                               guint        choice)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (choice < self->n_choices, FALSE);

  switch (self->kind)
    {
    case GIG_QUIZ_ITEM_QUESTION:
      return get_answer (self, self->order[choice])->correct;
    case GIG_QUIZ_ITEM_STATEMENT:
      return (choice == 0) == (self->statement.truth != FALSE);
    case GIG_QUIZ_ITEM_PLACE:
      return gig_view_accepts (self->view, self->member, self->zones[choice]);
    case GIG_QUIZ_ITEM_WITNESS:
      return self->members[choice] == self->statement.witness;
    default:
      g_return_val_if_reached (FALSE);
    }
}

guint
gig_quiz_item_get_right_position (GigQuizItem *self,
                                  guint        choice)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (self->order != NULL && choice < self->n_choices, 0);

  return self->order[choice];
}

gboolean
gig_quiz_item_is_right_match (GigQuizItem *self,
                              guint        choice,
                              guint        counterpart)
{
  const GigMessage *wanted, *given;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->counterparts != NULL, FALSE);
  g_return_val_if_fail (choice < self->n_choices && counterpart < self->n_choices, FALSE);

  /* Two counterparts may read the same: either is right. */
  wanted = get_answer (self, self->order[choice])->counterpart;
  given = get_answer (self, self->counterparts[counterpart])->counterpart;
  return g_str_equal (wanted->source, given->source);
}

GigZoneMask
gig_quiz_item_get_zone (GigQuizItem *self,
                        guint        choice)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (choice < self->n_choices, 0);

  return self->zones != NULL ? self->zones[choice] : 0;
}

const GigViewMember *
gig_quiz_item_get_offered_member (GigQuizItem *self,
                                  guint        choice)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (choice < self->n_choices, NULL);

  return self->members != NULL ? self->members[choice] : NULL;
}

/* --- Its texts --- */

static char *
get_plain (GigQuizItem      *self,
           const GigMessage *message,
           GigLanguage      *language)
{
  return gig_lesson_get_plain_text (self->lesson, message, gig_language_get_code (language));
}

static char *
quote_set (GigQuizItem *self,
           guint        index,
           GigLanguage *language)
{
  g_autofree char *label = get_plain (self, gig_view_get_set (self->view, index)->label, language);

  return gig_language_quote (language, label);
}

char *
gig_quiz_item_get_prompt (GigQuizItem *self,
                          GigLanguage *language)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  switch (self->kind)
    {
    case GIG_QUIZ_ITEM_QUESTION:
      return get_plain (self, gig_question_get_title (self->question), language);
    case GIG_QUIZ_ITEM_STATEMENT:
      return gig_view_state (self->view, self->lesson, &self->statement, language);
    case GIG_QUIZ_ITEM_PLACE:
      first = get_plain (self, self->member->name, language);
      /* Translators: %s is the name of a model. */
      return gig_language_format (language, "Where does %s belong?", first);
    case GIG_QUIZ_ITEM_WITNESS:
      first = quote_set (self, self->statement.a, language);
      second = quote_set (self, self->statement.b, language);
      /* Translators: a false claim and what is asked of it; %1$s and %2$s are names of sets. */
      return gig_language_format (language,
                                  "Everything in %1$s is also in %2$s: which of these shows that this is false?",
                                  first, second);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
gig_quiz_item_get_instruction (GigQuizItem *self,
                               GigLanguage *language)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  if (self->kind == GIG_QUIZ_ITEM_STATEMENT)
    return g_strdup (gig_language_gettext (language, "True or false?"));
  switch (self->answer_kind)
    {
    case GIG_QUIZ_ANSWER_MULTIPLE:
      return g_strdup (gig_language_gettext (language, "Choose all that are right."));
    case GIG_QUIZ_ANSWER_ORDER:
      return g_strdup (gig_language_gettext (language, "Put these in order."));
    case GIG_QUIZ_ANSWER_MATCH:
      return g_strdup (gig_language_gettext (language, "Find the match of each."));
    case GIG_QUIZ_ANSWER_SINGLE:
    default:
      return g_strdup (gig_language_gettext (language, "Choose one answer."));
    }
}

char *
gig_quiz_item_get_choice_text (GigQuizItem *self,
                               guint        choice,
                               GigLanguage *language)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (choice < self->n_choices, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  switch (self->kind)
    {
    case GIG_QUIZ_ITEM_QUESTION:
      return get_plain (self, get_answer (self, self->order[choice])->text, language);
    case GIG_QUIZ_ITEM_STATEMENT:
      return choice == 0
             ? g_strdup (gig_language_pgettext (language, "quiz answer", "True"))
             : g_strdup (gig_language_pgettext (language, "quiz answer", "False"));
    case GIG_QUIZ_ITEM_PLACE:
      return gig_view_describe_zone (self->view, self->lesson, self->zones[choice], language);
    case GIG_QUIZ_ITEM_WITNESS:
      return get_plain (self, self->members[choice]->name, language);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
gig_quiz_item_get_counterpart_text (GigQuizItem *self,
                                    guint        counterpart,
                                    GigLanguage *language)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->counterparts != NULL && counterpart < self->n_choices, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  return get_plain (self, get_answer (self, self->counterparts[counterpart])->counterpart, language);
}

gboolean
gig_quiz_item_has_hint (GigQuizItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->question != NULL && gig_question_get_hint (self->question) != NULL;
}

char *
gig_quiz_item_get_hint (GigQuizItem *self,
                        GigLanguage *language)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  if (!gig_quiz_item_has_hint (self))
    return NULL;
  return get_plain (self, gig_question_get_hint (self->question), language);
}

/* A wrong member first says where it is itself. */
static char *
get_witness_feedback (GigQuizItem *self,
                      int          choice,
                      GigLanguage *language)
{
  g_autofree char *name = get_plain (self, self->statement.witness->name, language);
  g_autofree char *a = quote_set (self, self->statement.a, language);
  g_autofree char *b = quote_set (self, self->statement.b, language);
  g_autofree char *reason = gig_language_format (language, "%1$s is in %2$s, not in %3$s.", name, a, b);
  g_autofree char *own = NULL;

  if (choice < 0 || gig_quiz_item_is_right_choice (self, (guint) choice))
    return g_steal_pointer (&reason);
  own = gig_view_describe_member (self->view, self->lesson, self->members[choice], language);
  return g_strconcat (own, " ", reason, NULL);
}

static char *
get_place_feedback (GigQuizItem *self,
                    int          choice,
                    GigLanguage *language)
{
  if (choice >= 0)
    return gig_view_explain_place (self->view, self->lesson, self->member, self->zones[choice], language);
  return gig_view_describe_member (self->view, self->lesson, self->member, language);
}

char *
gig_quiz_item_get_feedback (GigQuizItem *self,
                            int          choice,
                            GigLanguage *language)
{
  const GigMessage *message;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (choice < (int) self->n_choices, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  switch (self->kind)
    {
    case GIG_QUIZ_ITEM_QUESTION:
      message = choice < 0 ? gig_question_get_feedback (self->question)
                           : get_answer (self, self->order[choice])->feedback;
      return message != NULL ? get_plain (self, message, language) : NULL;
    case GIG_QUIZ_ITEM_STATEMENT:
      return gig_view_explain (self->view, self->lesson, &self->statement, language);
    case GIG_QUIZ_ITEM_PLACE:
      return get_place_feedback (self, choice, language);
    case GIG_QUIZ_ITEM_WITNESS:
      return get_witness_feedback (self, choice, language);
    default:
      g_return_val_if_reached (NULL);
    }
}
