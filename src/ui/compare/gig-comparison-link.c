/* SPDX-License-Identifier: GPL-3.0-or-later */

/* gigogne://LESSON?compare=CONCEPT,model:MEMBER */

#include "gig-comparison.h"

#define MEMBER_PREFIX "model:"

static char *
get_id (const GigSubject *subject)
{
  g_autofree char *id = NULL;

  if (subject->member == NULL)
    return g_uri_escape_string (gig_concept_get_id (subject->concept), NULL, TRUE);
  id = g_uri_escape_string (gig_member_get_id (subject->member), NULL, TRUE);

  return g_strconcat (MEMBER_PREFIX, id, NULL);
}

char *
gig_comparison_create_link (GigLesson        *lesson,
                            const GigSubject *subjects,
                            guint             n_subjects)
{
  g_autofree char *name = NULL;
  g_autoptr(GString) link = NULL;

  g_return_val_if_fail (lesson != NULL, NULL);

  name = g_uri_escape_string (gig_lesson_get_name (lesson), NULL, FALSE);
  link = g_string_new (NULL);
  g_string_append_printf (link, "gigogne://%s?compare=", name);
  for (guint i = 0; i < n_subjects; i++)
    {
      g_autofree char *id = get_id (&subjects[i]);

      if (i > 0)
        g_string_append_c (link, ',');
      g_string_append (link, id);
    }

  return g_string_free_and_steal (g_steal_pointer (&link));
}

static GigMember *
find_member (GigLesson  *lesson,
             const char *id)
{
  GPtrArray *members = gig_lesson_get_members (lesson);

  for (guint i = 0; i < members->len; i++)
    if (g_str_equal (gig_member_get_id (g_ptr_array_index (members, i)), id))
      return g_ptr_array_index (members, i);

  return gig_lesson_find_member (lesson, id);
}

/* Without a prefix a concept goes before a member of the same id. */
static GigSubject
find_subject (GigLesson  *lesson,
              const char *id)
{
  GigSubject subject = { NULL, NULL };

  if (g_str_has_prefix (id, MEMBER_PREFIX))
    subject.member = find_member (lesson, id + strlen (MEMBER_PREFIX));
  else
    {
      subject.concept = gig_lesson_find_concept (lesson, *id == '#' ? id + 1 : id);
      if (subject.concept == NULL)
        subject.member = find_member (lesson, id);
    }

  return subject;
}

guint
gig_comparison_parse (GigLesson   *lesson,
                      const char  *ids,
                      GigSubject  *subjects,
                      char       **unknown)
{
  g_auto(GStrv) list = NULL;
  guint n = 0;

  g_return_val_if_fail (lesson != NULL && ids != NULL && subjects != NULL, 0);

  if (unknown != NULL)
    *unknown = NULL;
  list = g_strsplit (ids, ",", -1);
  for (guint i = 0; list[i] != NULL && n < GIG_COMPARISON_MAX; i++)
    {
      GigSubject subject;

      if (*g_strstrip (list[i]) == '\0')
        continue;
      subject = find_subject (lesson, list[i]);
      if (subject.concept != NULL || subject.member != NULL)
        subjects[n++] = subject;
      else if (unknown != NULL && *unknown == NULL)
        *unknown = g_strdup (list[i]);
    }

  return n;
}
