/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-pace.h"

#include "gig-step-content.h"

/* What showing a part takes, in words of speech. */
#define WORDS_A_PART 40

void
gig_stopwatch_start (GigStopwatch *self,
                     gint64        now)
{
  g_return_if_fail (self != NULL);

  if (self->running)
    return;
  self->started = now - (self->stopped - self->started);
  self->running = TRUE;
}

void
gig_stopwatch_stop (GigStopwatch *self,
                    gint64        now)
{
  g_return_if_fail (self != NULL);

  if (!self->running)
    return;
  self->stopped = now;
  self->running = FALSE;
}

void
gig_stopwatch_reset (GigStopwatch *self,
                     gint64        now)
{
  g_return_if_fail (self != NULL);

  self->started = self->stopped = now;
}

double
gig_stopwatch_get_elapsed (const GigStopwatch *self,
                           gint64              now)
{
  g_return_val_if_fail (self != NULL, 0);

  return (double) ((self->running ? now : self->stopped) - self->started) / G_USEC_PER_SEC;
}

static guint
count_notes (GigLesson  *lesson,
             GPtrArray  *blocks,
             const char *language)
{
  guint n_words = 0;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const GigMessage *message = gig_block_get_message (blocks->pdata[i]);

      if (message != NULL)
        {
          g_autofree char *text = gig_lesson_get_plain_text (lesson, message, language);

          n_words += gig_count_words (text);
        }
      n_words += count_notes (lesson, gig_block_get_children (blocks->pdata[i]), language);
    }
  return n_words;
}

double *
gig_pace_plan (GigLesson *lesson,
               GigTour   *tour,
               double     total,
               guint     *n_steps)
{
  GPtrArray *steps;
  double *plan;
  double sum = 0;

  g_return_val_if_fail (lesson != NULL && tour != NULL, NULL);
  g_return_val_if_fail (n_steps != NULL, NULL);

  steps = gig_tour_get_steps (tour);
  *n_steps = steps->len;
  plan = g_new (double, MAX (steps->len, 1));
  for (guint i = 0; i < steps->len; i++)
    {
      const GigStep *step = steps->pdata[i];

      /* In the lesson's own language: the plan must not change with the wall's. */
      plan[i] = WORDS_A_PART * gig_step_get_n_parts (step)
                + count_notes (lesson, gig_concept_get_notes (step->concept), gig_lesson_get_language (lesson));
      sum += plan[i];
    }
  for (guint i = 0; i < steps->len; i++)
    plan[i] *= total / sum;
  return plan;
}

double
gig_pace_get_lead (const double *plan,
                   guint         n_steps,
                   guint         step,
                   double        elapsed)
{
  double before = 0;

  g_return_val_if_fail (plan != NULL, 0);

  for (guint i = 0; i < step && i < n_steps; i++)
    before += plan[i];
  if (elapsed < before)
    return before - elapsed;
  if (step < n_steps)
    before += plan[step];
  return elapsed > before ? before - elapsed : 0;
}

double
gig_pace_get_left (const double *plan,
                   guint         n_steps,
                   guint         step)
{
  double left = 0;

  g_return_val_if_fail (plan != NULL, 0);

  for (guint i = step; i < n_steps; i++)
    left += plan[i];
  return left;
}

static int
compare_indices (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

GArray *
gig_pace_get_skips (GigTour      *tour,
                    const double *plan,
                    guint         step,
                    double        behind)
{
  GArray *skips = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *steps;
  g_autofree gboolean *skipped = NULL;

  g_return_val_if_fail (tour != NULL && plan != NULL, skips);

  steps = gig_tour_get_steps (tour);
  skipped = g_new0 (gboolean, steps->len + 1);
  while (behind > 0)
    {
      guint best = 0, best_level = 0;

      for (guint i = step + 1; i + 1 < steps->len; i++)
        {
          const GigStep *candidate = steps->pdata[i];
          guint level = gig_concept_get_level (candidate->concept);

          if (!skipped[i] && level >= best_level)
            {
              best = i;
              best_level = level;
            }
        }
      if (best == 0)
        break;
      skipped[best] = TRUE;
      behind -= plan[best];
      g_array_append_val (skips, best);
    }
  g_array_sort (skips, compare_indices);
  return skips;
}
