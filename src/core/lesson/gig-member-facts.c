/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a table says of a member, for people. */

#include "config.h"

#include "gig-set-system.h"

gboolean
gig_message_is_blank (const GigMessage *message)
{
  return message == NULL || *message->source == '\0' || g_str_equal (message->source, "–")
         || g_str_equal (message->source, "-") || g_str_equal (message->source, "—");
}

const GigAttribute *
gig_member_find_role (GigMember        *self,
                      GigAttributeRole  role)
{
  GPtrArray *attributes;

  g_return_val_if_fail (self != NULL, NULL);

  attributes = gig_member_get_attributes (self);
  for (guint i = 0; i < attributes->len; i++)
    {
      const GigAttribute *attribute = g_ptr_array_index (attributes, i);

      if (attribute->role == role && !gig_message_is_blank (attribute->value))
        return attribute;
    }

  return NULL;
}

char *
gig_member_describe_modalities (GigLesson   *lesson,
                                GigMember   *member,
                                GigLanguage *language)
{
  const GigAttribute *in, *out;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  in = gig_member_find_role (member, GIG_ATTRIBUTE_IN);
  out = gig_member_find_role (member, GIG_ATTRIBUTE_OUT);
  if (in == NULL || out == NULL)
    return NULL;
  from = gig_lesson_get_plain_text (lesson, in->value, gig_language_get_code (language));
  to = gig_lesson_get_plain_text (lesson, out->value, gig_language_get_code (language));

  /* Translators: what goes into a model, then what comes out of it. */
  return gig_language_format (language, "%s → %s", from, to);
}
