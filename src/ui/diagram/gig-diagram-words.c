/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagram-words.h"

#include "gig-set-system.h"

static char *
list_names (GPtrArray   *names,
            GigLanguage *language)
{
  g_autofree char *list = NULL;

  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  list = gig_language_format_and_list (language, (const char * const *) names->pdata);

  return gig_language_format (language, "Here: %s.", list);
}

/* Whoever stands in a zone, or in the whole set; those the picture names come first. */
static char *
describe_members (GigScene      *scene,
                  const GigItem *item,
                  GigLanguage   *language)
{
  GPtrArray *members = gig_view_get_all_members (gig_scene_get_view (scene));
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < members->len; i++)
    {
      const GigViewMember *member = g_ptr_array_index (members, i);

      if (item->kind == GIG_ITEM_SET ? (member->zone >> item->set & 1) != 0 : member->zone == item->zone)
        g_ptr_array_add (names, gig_lesson_get_plain_text (gig_scene_get_lesson (scene), member->name,
                                                           gig_language_get_code (language)));
    }

  return list_names (names, language);
}

/* How a set lies in the one around it; of an outermost set what it is. */
static char *
describe_set (GigScene      *scene,
              const GigItem *item,
              GigLanguage   *language)
{
  GigLesson *lesson = gig_scene_get_lesson (scene);
  const GigItem *items = gig_scene_get_items (scene, NULL);
  const GigItem *around = item->parent >= 0 ? &items[item->parent] : NULL;

  if (around != NULL && around->kind == GIG_ITEM_SET)
    return gig_view_describe_relation (gig_scene_get_view (scene), lesson, item->set, around->set, language);
  if (item->concept != NULL && gig_concept_get_lead (item->concept) != NULL)
    return gig_lesson_get_plain_text (lesson, gig_concept_get_lead (item->concept), gig_language_get_code (language));

  return g_strdup (item->name);
}

void
gig_diagram_words_describe_item (GigScene       *scene,
                                 const GigItem  *item,
                                 GigLanguage    *language,
                                 char          **text,
                                 char          **detail)
{
  GigView *view;
  GigLesson *lesson;

  g_return_if_fail (scene != NULL && item != NULL);
  g_return_if_fail (text != NULL && detail != NULL);

  view = gig_scene_get_view (scene);
  lesson = gig_scene_get_lesson (scene);
  switch (item->kind)
    {
    case GIG_ITEM_MEMBER:
      *text = gig_view_describe_member (view, lesson, item->member, language);
      *detail = item->contested ? gig_view_describe_dispute (view, lesson, item->member, language) : NULL;
      if (*detail == NULL && item->member->member != NULL)
        *detail = gig_member_describe_modalities (lesson, item->member->member, language);
      break;
    case GIG_ITEM_SET:
      *text = describe_set (scene, item, language);
      *detail = describe_members (scene, item, language);
      break;
    case GIG_ITEM_ZONE:
    case GIG_ITEM_MORE:
    default:
      *text = gig_view_describe_zone (view, lesson, item->zone, language);
      *detail = describe_members (scene, item, language);
      break;
    }
}
