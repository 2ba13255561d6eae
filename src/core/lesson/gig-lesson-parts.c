/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-private.h"

#include <string.h>

/* --- Members --- */

const char *
gig_member_get_id (GigMember *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const GigMessage *
gig_member_get_name (GigMember *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

GPtrArray *
gig_member_get_kinds (GigMember *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kinds;
}

GPtrArray *
gig_member_get_contested_kinds (GigMember *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->contested_kinds;
}

GPtrArray *
gig_member_get_attributes (GigMember *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->attributes;
}

guint
gig_member_get_line (GigMember *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

GigConcept *
gig_member_get_concept (GigMember *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->concept;
}

GigConcept *
gig_member_get_home (GigMember *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->home;
}

const GigAttribute *
gig_member_get_attribute (GigMember  *self,
                          const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < self->attributes->len; i++)
    {
      const GigAttribute *attribute = g_ptr_array_index (self->attributes, i);

      if (strcmp (attribute->key, key) == 0)
        return attribute;
    }

  return NULL;
}

/* --- Tours --- */

const GigMessage *
gig_tour_get_title (GigTour *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
gig_tour_get_id (GigTour *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

GPtrArray *
gig_tour_get_steps (GigTour *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->steps;
}

/* --- Quiz --- */

const char *
gig_question_get_id (GigQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

GigQuestionKind
gig_question_get_kind (GigQuestion *self)
{
  g_return_val_if_fail (self != NULL, GIG_QUESTION_SINGLE);

  return self->kind;
}

const GigMessage *
gig_question_get_title (GigQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

GPtrArray *
gig_question_get_blocks (GigQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->blocks;
}

GPtrArray *
gig_question_get_answers (GigQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->answers;
}

const GigMessage *
gig_question_get_hint (GigQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->hint;
}

const GigMessage *
gig_question_get_feedback (GigQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->feedback;
}

GPtrArray *
gig_question_get_concepts (GigQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->concepts;
}

guint
gig_question_get_line (GigQuestion *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

const GigMessage *
gig_question_get_column (GigQuestion *self,
                         guint        side)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (side < 2, NULL);

  return self->columns[side];
}

/* --- Glossary --- */

const GigMessage *
gig_term_get_message (GigTerm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->message;
}

GigConcept *
gig_term_get_concept (GigTerm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->concept;
}

guint
gig_term_get_line (GigTerm *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

GPtrArray *
gig_term_get_attributes (GigTerm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->attributes;
}

const char *
gig_term_get_text (GigTerm    *self,
                   const char *language)
{
  const GigMessage *message;
  g_autofree char *base = NULL;
  GigText text;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  message = g_hash_table_lookup (self->columns, language);
  if (message == NULL)
    {
      base = g_strndup (language, strcspn (language, "-_@"));
      message = g_hash_table_lookup (self->columns, base);
    }
  if (message != NULL)
    return message->source;

  gig_lesson_get_text (self->lesson, self->message, language, &text);

  return text.state == GIG_TRANSLATION_DONE ? text.markdown : NULL;
}
