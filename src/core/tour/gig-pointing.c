/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-pointing.h"

#include "gig-collation.h"

#include <string.h>

typedef enum
{
  MATCH_NONE,
  MATCH_WORD,
  MATCH_NAME,
} Match;

/* Both folded. */
static Match
match_name (const char *name,
            const char *prefix)
{
  if (g_str_has_prefix (name, prefix))
    return MATCH_NAME;
  for (const char *p = strpbrk (name, " -'"); p != NULL; p = strpbrk (p + 1, " -'"))
    if (g_str_has_prefix (p + 1, prefix))
      return MATCH_WORD;
  return MATCH_NONE;
}

static Match
match_target (GigLesson            *lesson,
              GigView              *view,
              const GigPointTarget *target,
              const char           *prefix,
              const char * const   *languages)
{
  Match best = MATCH_NONE;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = gig_pointing_get_name (lesson, view, target, languages[i]);
      g_autofree char *folded = gig_fold (name);

      best = MAX (best, match_name (folded, prefix));
    }
  return best;
}

GArray *
gig_pointing_find (GigLesson          *lesson,
                   GigView            *view,
                   const char         *prefix,
                   const char * const *languages)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (GigPointTarget));
  g_autoptr (GArray) by_word = g_array_new (FALSE, FALSE, sizeof (GigPointTarget));
  g_autofree char *folded = NULL;
  GPtrArray *members;
  guint n_sets;

  g_return_val_if_fail (lesson != NULL && view != NULL, found);
  g_return_val_if_fail (prefix != NULL && languages != NULL, found);

  folded = gig_fold (prefix);
  members = gig_view_get_members (view);
  n_sets = gig_view_get_n_sets (view);
  for (guint i = 0; i < n_sets + members->len; i++)
    {
      GigPointTarget target = { i < n_sets ? (int) i : -1, i < n_sets ? NULL : members->pdata[i - n_sets] };
      Match match = match_target (lesson, view, &target, folded, languages);

      if (match != MATCH_NONE)
        g_array_append_val (match == MATCH_NAME ? found : by_word, target);
    }
  if (by_word->len > 0)
    g_array_append_vals (found, by_word->data, by_word->len);
  return found;
}

char *
gig_pointing_get_name (GigLesson            *lesson,
                       GigView              *view,
                       const GigPointTarget *target,
                       const char           *language)
{
  g_return_val_if_fail (lesson != NULL && view != NULL, NULL);
  g_return_val_if_fail (target != NULL, NULL);

  return gig_lesson_get_plain_text (lesson,
                                    target->set >= 0 ? gig_view_get_set (view, (guint) target->set)->label
                                                     : target->member->name,
                                    language);
}
