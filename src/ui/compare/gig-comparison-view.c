/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of the lesson's diagrams shows best how subjects stand to each other. */

#include "gig-comparison.h"

#define SHOWN   6   /* in sight */
#define HIDDEN  5   /* behind a “+n” */
#define RELATED 2   /* a kind that tells the subjects apart */

static guint
rate (GigView          *view,
      const GigSubject *subject)
{
  const GigViewMember *member;

  if (subject->concept != NULL)
    return gig_view_find_set (view, subject->concept) >= 0 ? SHOWN : 0;

  member = gig_view_find_member (view, subject->member);
  if (member == NULL || member->zone == 0)
    return 0;

  return g_ptr_array_find (gig_view_get_members (view), member, NULL) ? SHOWN : HIDDEN;
}

static gboolean
can_be_drawn (const GigSubject *subject)
{
  return subject->member != NULL || gig_concept_is_set (subject->concept);
}

static gboolean
shows_all (GigView          *view,
           const GigSubject *subjects,
           guint             n_subjects)
{
  for (guint i = 0; i < n_subjects; i++)
    if (can_be_drawn (&subjects[i]) && rate (view, &subjects[i]) == 0)
      return FALSE;

  return TRUE;
}

static guint
rate_all (GigView          *view,
          const GigSubject *subjects,
          guint             n_subjects,
          GPtrArray        *sets)
{
  guint rating = 0;

  for (guint i = 0; i < n_subjects; i++)
    rating += rate (view, &subjects[i]);
  for (guint i = 0; rating > 0 && i < sets->len; i++)
    if (gig_view_find_set (view, g_ptr_array_index (sets, i)) >= 0)
      rating += RELATED;

  return rating;
}

/* What is said in the fewest sets is seen soonest. */
static GigView *
find_best (GigLesson        *lesson,
           const GigSubject *subjects,
           guint             n_subjects,
           GPtrArray        *sets)
{
  GPtrArray *views = gig_lesson_get_views (lesson);
  GigView *best = NULL;
  guint best_rating = 0;

  for (guint i = 0; i < views->len; i++)
    {
      GigView *view = g_ptr_array_index (views, i);
      guint rating = gig_view_is_claim (view) ? 0 : rate_all (view, subjects, n_subjects, sets);

      if (rating > best_rating
          || (rating > 0 && rating == best_rating && gig_view_get_n_sets (view) < gig_view_get_n_sets (best)))
        {
          best = view;
          best_rating = rating;
        }
    }

  return best;
}

GigView *
gig_comparison_find_view (GigLesson        *lesson,
                          const GigSubject *subjects,
                          guint             n_subjects,
                          gboolean         *own)
{
  g_autoptr(GPtrArray) sets = NULL;
  GigView *best;

  g_return_val_if_fail (lesson != NULL && own != NULL, NULL);

  *own = FALSE;
  sets = gig_comparison_collect_sets (subjects, n_subjects);
  best = find_best (lesson, subjects, n_subjects, sets);
  if (best != NULL && shows_all (best, subjects, n_subjects))
    return best;
  if (sets->len < 2)
    return best;

  *own = TRUE;

  return gig_view_new_for_concepts (lesson, (GigConcept * const *) sets->pdata, sets->len);
}
