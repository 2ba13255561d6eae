/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a session says: feedback and progress. */

#include "config.h"

#include "gig-quiz.h"

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
  gboolean right = gig_quiz_get_state (self) == GIG_QUIZ_RIGHT;
  GigQuizItem *item = gig_quiz_get_item (self);

  switch (gig_quiz_item_get_kind (item))
    {
    case GIG_QUIZ_ITEM_PLACE:
      return NULL;
    case GIG_QUIZ_ITEM_STATEMENT:
      if (gig_quiz_item_is_right_choice (item, 0))
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
  GigQuizItem *item;
  guint n_choices;
  gboolean of_choice = FALSE;

  g_return_val_if_fail (GIG_IS_QUIZ (self), NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  if (gig_quiz_get_state (self) != GIG_QUIZ_RIGHT && gig_quiz_get_state (self) != GIG_QUIZ_WRONG)
    return g_strv_builder_end (paragraphs);

  item = gig_quiz_get_item (self);
  n_choices = gig_quiz_item_get_n_choices (item);
  add_paragraph (paragraphs, g_strdup (get_verdict (self, language)));
  for (guint i = 0; i < n_choices; i++)
    if (gig_quiz_is_chosen (self, i))
      {
        of_choice = TRUE;
        add_paragraph (paragraphs, gig_quiz_item_get_feedback (item, (int) i, language));
      }
  /* What was right and not chosen has its reason too. */
  if (gig_quiz_item_get_kind (item) == GIG_QUIZ_ITEM_QUESTION)
    {
      GigQuizAnswerKind kind = gig_quiz_item_get_answer_kind (item);

      for (guint i = 0; i < n_choices && kind <= GIG_QUIZ_ANSWER_MULTIPLE; i++)
        if (!gig_quiz_is_chosen (self, i) && gig_quiz_item_is_right_choice (item, i))
          add_paragraph (paragraphs, gig_quiz_item_get_feedback (item, (int) i, language));
      of_choice = FALSE;
    }
  if (!of_choice)
    add_paragraph (paragraphs, gig_quiz_item_get_feedback (item, -1, language));
  return g_strv_builder_end (paragraphs);
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

  right = gig_language_format_integer (language, gig_quiz_get_n_right (self));
  answered = gig_language_format_integer (language, gig_quiz_get_n_answered (self));
  due = gig_language_format_integer (language, gig_quiz_get_n_due (self));
  if (gig_quiz_get_n_due (self) == 0)
    /* Translators: answers of a quiz, so far. */
    return gig_language_nformat (language, gig_quiz_get_n_answered (self), "%1$s of %2$s answer right",
                                 "%1$s of %2$s answers right", right, answered);
  return gig_language_nformat (language, gig_quiz_get_n_answered (self), "%1$s of %2$s answer right, %3$s to see again",
                               "%1$s of %2$s answers right, %3$s to see again", right, answered, due);
}
