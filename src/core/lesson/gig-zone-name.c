/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A zone in a few words, where a sentence would be too long. */

#include "config.h"

#include "gig-set-system.h"

gboolean
gig_view_is_around (GigView     *self,
                    GigZoneMask  zone,
                    guint        set)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < gig_view_get_n_sets (self); i++)
    {
      GigRelation relation;

      if (i == set || (zone >> i & 1) == 0)
        continue;
      relation = gig_view_get_relation (self, set, i);
      if (relation == GIG_RELATION_SUPERSET || (relation == GIG_RELATION_EQUAL && set > i))
        return TRUE;
    }

  return FALSE;
}

char *
gig_view_name_zone (GigView     *self,
                    GigLesson   *lesson,
                    GigZoneMask  zone,
                    GigLanguage *language)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (1, g_free, TRUE);

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (lesson != NULL, NULL);

  if (zone == 0)
    return g_strdup (gig_language_gettext (language, "Outside all sets"));
  for (guint i = 0; i < gig_view_get_n_sets (self); i++)
    if ((zone >> i & 1) != 0 && !gig_view_is_around (self, zone, i))
      g_ptr_array_add (names, gig_lesson_get_plain_text (lesson, gig_view_get_set (self, i)->label,
                                                         gig_language_get_code (language)));
  /* “LLMs” and “Speech and audio”: between quotation marks it is clear which “and” is whose. */
  for (guint i = 0; names->len > 1 && i < names->len; i++)
    {
      g_autofree char *name = names->pdata[i];

      names->pdata[i] = gig_language_quote (language, name);
    }

  return gig_language_format_and_list (language, (const char * const *) names->pdata);
}
