/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-html.h"

typedef struct
{
  GigQuestion *question;
  guint        number;
  gboolean     solved;
} Exercise;

/* An order that is not the right one and the same on every run and in every
 * language: each third answer in turn. */
static guint
shuffled (guint index,
          guint n)
{
  const guint step = n % 3 != 0 ? 3 : n % 2 != 0 ? 2 : n > 1 ? n - 1 : 1;

  return n > 0 ? ((index + 1) * step) % n : 0;
}

static void
write_answer_text (GigHtml          *self,
                   guint             column,
                   const GigMessage *message)
{
  g_string_append (self->out, "<span>");
  gig_html_message (self, column, message);
  g_string_append (self->out, "</span></li>\n");
}

static void
write_choices (GigHtml     *self,
               guint        column,
               GigQuestion *question)
{
  GPtrArray  *answers = gig_question_get_answers (question);
  const char *box = gig_question_get_kind (question) == GIG_QUESTION_SINGLE ? "box one" : "box";

  g_string_append (self->out, "<ul class=\"answers\">\n");
  for (guint i = 0; i < answers->len; i++)
    {
      const GigAnswer *answer = g_ptr_array_index (answers, i);

      g_string_append_printf (self->out, "<li><span class=\"%s\"></span>", box);
      write_answer_text (self, column, answer->text);
    }
  g_string_append (self->out, "</ul>\n");
}

static void
write_order (GigHtml     *self,
             guint        column,
             GigQuestion *question)
{
  GPtrArray *answers = gig_question_get_answers (question);

  g_string_append (self->out, "<ul class=\"answers\">\n");
  for (guint i = 0; i < answers->len; i++)
    {
      const GigAnswer *answer = g_ptr_array_index (answers, shuffled (i, answers->len));

      g_string_append (self->out, "<li><span class=\"blank\"></span>");
      write_answer_text (self, column, answer->text);
    }
  g_string_append (self->out, "</ul>\n");
}

static void
write_match (GigHtml     *self,
             guint        column,
             GigQuestion *question)
{
  GPtrArray *answers = gig_question_get_answers (question);

  g_string_append (self->out, "<div class=\"table\"><table>\n");
  for (guint i = 0; i < answers->len; i++)
    {
      const GigAnswer *left = g_ptr_array_index (answers, i);
      const GigAnswer *right = g_ptr_array_index (answers, shuffled (i, answers->len));

      g_string_append (self->out, "<tr><td><span class=\"blank\"></span> ");
      gig_html_message (self, column, left->text);
      g_string_append_printf (self->out, "</td><td><strong>%c</strong> ", 'A' + (char) (i % 26));
      gig_html_message (self, column, right->counterpart);
      g_string_append (self->out, "</td></tr>\n");
    }
  g_string_append (self->out, "</table></div>\n");
}

static void
write_solution (GigHtml     *self,
                guint        column,
                GigQuestion *question)
{
  GPtrArray       *answers = gig_question_get_answers (question);
  GigQuestionKind  kind = gig_question_get_kind (question);

  g_string_append (self->out, kind == GIG_QUESTION_ORDER ? "<ol>\n" : "<ul>\n");
  for (guint i = 0; i < answers->len; i++)
    {
      const GigAnswer *answer = g_ptr_array_index (answers, i);

      if ((kind == GIG_QUESTION_SINGLE || kind == GIG_QUESTION_MULTIPLE) && !answer->correct)
        continue;
      g_string_append (self->out, "<li><span class=\"right-answer\">");
      gig_html_message (self, column, answer->text);
      if (kind == GIG_QUESTION_MATCH)
        {
          g_string_append (self->out, " → ");
          gig_html_message (self, column, answer->counterpart);
        }
      g_string_append (self->out, "</span> ");
      gig_html_message (self, column, answer->feedback);
      g_string_append (self->out, "</li>\n");
    }
  g_string_append (self->out, kind == GIG_QUESTION_ORDER ? "</ol>\n" : "</ul>\n");
  if (gig_question_get_feedback (question) != NULL)
    {
      g_string_append (self->out, "<p>");
      gig_html_message (self, column, gig_question_get_feedback (question));
      g_string_append (self->out, "</p>\n");
    }
}

static void
write_exercise (GigHtml  *self,
                guint     column,
                gpointer  data)
{
  Exercise        *exercise = data;
  GPtrArray       *blocks = gig_question_get_blocks (exercise->question);
  g_autofree char *number = gig_language_format_integer (self->programs[column], exercise->number);

  g_string_append_printf (self->out, "<h3>%s. ", number);
  gig_html_message (self, column, gig_question_get_title (exercise->question));
  g_string_append (self->out, "</h3>\n");
  if (exercise->solved)
    {
      write_solution (self, column, exercise->question);
      return;
    }
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    gig_html_block (self, column, g_ptr_array_index (blocks, i));
  switch (gig_question_get_kind (exercise->question))
    {
    case GIG_QUESTION_ORDER:
      write_order (self, column, exercise->question);
      break;
    case GIG_QUESTION_MATCH:
      write_match (self, column, exercise->question);
      break;
    case GIG_QUESTION_SINGLE:
    case GIG_QUESTION_MULTIPLE:
    default:
      write_choices (self, column, exercise->question);
      break;
    }
}

static void
write_exercises_title (GigHtml  *self,
                       guint     column,
                       gpointer  data)
{
  g_string_append (self->out, "<h2>");
  gig_html_escape (self, data == NULL
                           ? gig_language_gettext (self->programs[column], "Exercises")
                           : gig_language_gettext (self->programs[column], "Answers"));
  g_string_append (self->out, "</h2>\n");
}

static void
write_placing (GigHtml  *self,
               guint     column,
               gpointer  data)
{
  GPtrArray *members = gig_view_get_members (data);

  g_string_append (self->out, "<h3>");
  gig_html_escape (self, gig_language_gettext (self->programs[column], "Write each name where it belongs."));
  g_string_append (self->out, "</h3>\n<ul class=\"members\">\n");
  for (guint i = 0; i < members->len; i++)
    {
      const GigViewMember *member = g_ptr_array_index (members, shuffled (i, members->len));

      g_string_append (self->out, "<li>");
      gig_html_message (self, column, member->name);
      g_string_append (self->out, "</li>\n");
    }
  g_string_append (self->out, "</ul>\n");
}

/* The view with most zones: where placing names asks most. */
static GigView *
choose_view (GPtrArray *views)
{
  GigView *best = NULL;
  guint    best_zones = 2;

  for (guint i = 0; views != NULL && i < views->len; i++)
    {
      GigView *view = g_ptr_array_index (views, i);
      guint    n_zones;

      gig_view_get_zones (view, &n_zones);
      if (!gig_view_is_claim (view) && gig_view_get_members (view)->len > 0 && n_zones > best_zones)
        {
          best = view;
          best_zones = n_zones;
        }
    }

  return best;
}

static void
write_questions (GigHtml   *self,
                 GPtrArray *questions,
                 gboolean   solved)
{
  for (guint i = 0; i < questions->len; i++)
    {
      Exercise exercise = { g_ptr_array_index (questions, i), i + 1, solved };

      gig_html_row (self, "question", write_exercise, &exercise);
    }
}

void
gig_html_exercises (GigHtml   *self,
                    GPtrArray *questions,
                    GPtrArray *views)
{
  GigView *view = choose_view (views);

  if (questions->len == 0 && view == NULL)
    return;
  g_string_append (self->out, "<section id=\"exercises\">\n");
  gig_html_row (self, NULL, write_exercises_title, NULL);
  write_questions (self, questions, FALSE);
  if (view != NULL)
    {
      gig_html_row (self, NULL, write_placing, view);
      gig_html_view (self, view, GIG_SCENE_NO_MEMBERS);
    }
  g_string_append (self->out, "</section>\n");
}

void
gig_html_solutions (GigHtml   *self,
                    GPtrArray *questions)
{
  if (questions->len == 0)
    return;
  g_string_append (self->out, "<section id=\"answers\">\n");
  gig_html_row (self, NULL, write_exercises_title, (gpointer) "answers");
  write_questions (self, questions, TRUE);
  g_string_append (self->out, "</section>\n");
}
