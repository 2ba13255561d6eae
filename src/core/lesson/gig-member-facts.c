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

static const GigAttribute *
find_attribute (GigMember  *member,
                const char *key,
                const char *other_key)
{
  const GigAttribute *attribute = gig_member_get_attribute (member, key);

  return attribute != NULL ? attribute : gig_member_get_attribute (member, other_key);
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

  in = find_attribute (member, "in", "entrée");
  out = find_attribute (member, "out", "sortie");
  if (in == NULL || out == NULL || gig_message_is_blank (in->value) || gig_message_is_blank (out->value))
    return NULL;
  from = gig_lesson_get_plain_text (lesson, in->value, gig_language_get_code (language));
  to = gig_lesson_get_plain_text (lesson, out->value, gig_language_get_code (language));

  /* Translators: what goes into a model, then what comes out of it. */
  return gig_language_format (language, "%s → %s", from, to);
}
