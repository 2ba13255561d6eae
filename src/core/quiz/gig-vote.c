/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-vote.h"

struct _GigVote
{
  GObject      parent_instance;

  GigQuizItem *item;
  guint       *counts;
  guint        n_choices;
  gboolean     revealed;
};

G_DEFINE_FINAL_TYPE (GigVote, gig_vote, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_REVEALED,
  PROP_TOTAL,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

gboolean
gig_vote_can_ask (GigQuizItem *item)
{
  GigQuizAnswerKind kind;

  g_return_val_if_fail (item != NULL, FALSE);

  kind = gig_quiz_item_get_answer_kind (item);
  return kind == GIG_QUIZ_ANSWER_SINGLE || kind == GIG_QUIZ_ANSWER_MULTIPLE;
}

GigQuizItem *
gig_vote_get_item (GigVote *self)
{
  g_return_val_if_fail (GIG_IS_VOTE (self), NULL);

  return self->item;
}

guint
gig_vote_get_count (GigVote *self,
                    guint    choice)
{
  g_return_val_if_fail (GIG_IS_VOTE (self), 0);
  g_return_val_if_fail (choice < self->n_choices, 0);

  return self->counts[choice];
}

void
gig_vote_set_count (GigVote *self,
                    guint    choice,
                    int      hands)
{
  guint count = (guint) CLAMP (hands, 0, GIG_VOTE_MAX_HANDS);

  g_return_if_fail (GIG_IS_VOTE (self));

  if (choice >= self->n_choices || self->counts[choice] == count)
    return;
  self->counts[choice] = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
gig_vote_get_total (GigVote *self)
{
  guint total = 0;

  g_return_val_if_fail (GIG_IS_VOTE (self), 0);

  for (guint i = 0; i < self->n_choices; i++)
    total += self->counts[i];
  return total;
}

double
gig_vote_get_share (GigVote *self,
                    guint    choice)
{
  guint total = gig_vote_get_total (self);

  g_return_val_if_fail (choice < self->n_choices, 0);

  return total > 0 ? (double) self->counts[choice] / total : 0;
}

gboolean
gig_vote_get_revealed (GigVote *self)
{
  g_return_val_if_fail (GIG_IS_VOTE (self), FALSE);

  return self->revealed;
}

void
gig_vote_set_revealed (GigVote  *self,
                       gboolean  revealed)
{
  g_return_if_fail (GIG_IS_VOTE (self));

  revealed = !!revealed;
  if (self->revealed == revealed)
    return;
  self->revealed = revealed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

void
gig_vote_reset (GigVote *self)
{
  g_return_if_fail (GIG_IS_VOTE (self));

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < self->n_choices; i++)
    gig_vote_set_count (self, i, 0);
  gig_vote_set_revealed (self, FALSE);
  g_object_thaw_notify (G_OBJECT (self));
}

char *
gig_vote_get_result_text (GigVote     *self,
                          GigLanguage *language)
{
  guint right = 0, total;
  g_autofree char *right_text = NULL;
  g_autofree char *total_text = NULL;

  g_return_val_if_fail (GIG_IS_VOTE (self), NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  total = gig_vote_get_total (self);
  if (!self->revealed || total == 0)
    return NULL;
  for (guint i = 0; i < self->n_choices; i++)
    if (gig_quiz_item_is_right_choice (self->item, i))
      right += self->counts[i];
  right_text = gig_language_format_integer (language, right);
  total_text = gig_language_format_integer (language, total);
  return gig_language_nformat (language, right, "%1$s hand of %2$s for the right answer",
                               "%1$s hands of %2$s for the right answer", right_text, total_text);
}

char *
gig_vote_get_count_text (GigVote     *self,
                         guint        choice,
                         GigLanguage *language)
{
  g_autofree char *hands = NULL;
  g_autofree char *share = NULL;

  g_return_val_if_fail (GIG_IS_VOTE (self), NULL);
  g_return_val_if_fail (choice < self->n_choices, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  hands = gig_language_format_integer (language, self->counts[choice]);
  if (gig_vote_get_total (self) == 0)
    /* Translators: hands that the class raised for an answer */
    return gig_language_nformat (language, self->counts[choice], "%s hand", "%s hands", hands);
  share = gig_language_format_percent (language, gig_vote_get_share (self, choice));
  return gig_language_nformat (language, self->counts[choice], "%1$s hand, %2$s", "%1$s hands, %2$s",
                               hands, share);
}

static void
gig_vote_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  GigVote *self = GIG_VOTE (object);

  switch (property_id)
    {
    case PROP_REVEALED:
      g_value_set_boolean (value, self->revealed);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, gig_vote_get_total (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
gig_vote_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  GigVote *self = GIG_VOTE (object);

  switch (property_id)
    {
    case PROP_REVEALED:
      gig_vote_set_revealed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
gig_vote_finalize (GObject *object)
{
  GigVote *self = GIG_VOTE (object);

  g_clear_pointer (&self->item, gig_quiz_item_unref);
  g_free (self->counts);

  G_OBJECT_CLASS (gig_vote_parent_class)->finalize (object);
}

static void
gig_vote_class_init (GigVoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gig_vote_get_property;
  object_class->set_property = gig_vote_set_property;
  object_class->finalize = gig_vote_finalize;

  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gig_vote_init (GigVote *self)
{
}

GigVote *
gig_vote_new (GigQuizItem *item)
{
  GigVote *self;

  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (gig_vote_can_ask (item), NULL);

  self = g_object_new (GIG_TYPE_VOTE, NULL);
  self->item = gig_quiz_item_ref (item);
  self->n_choices = gig_quiz_item_get_n_choices (item);
  self->counts = g_new0 (guint, MAX (self->n_choices, 1));
  return self;
}

GigVote *
gig_vote_new_for_member (GigLesson           *lesson,
                         GigView             *view,
                         const GigViewMember *member)
{
  g_autoptr (GigQuizItem) item = gig_quiz_item_new_place (lesson, view, member, G_MAXUINT, 0);

  return item != NULL ? gig_vote_new (item) : NULL;
}
