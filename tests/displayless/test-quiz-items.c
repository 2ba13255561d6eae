/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of random lessons against plain enumeration. */

#include "gig-lesson-reader.h"
#include "gig-quiz-item.h"
#include "set-systems.h"

/* What a lesson can say: no circles, and no overlap without a member. */
static void
make_sayable (System *system)
{
  system->n_unions = 0;
  for (guint i = 0; i < system->n_sets; i++)
    for (guint j = i; j < system->n_sets; j++)
      system->holds[i][j] = FALSE;
}

static void
write_sets (GString      *text,
            const System *system)
{
  for (guint i = 0; i < system->n_sets; i++)
    {
      const char *separator = "A kind of: ";

      g_string_append_printf (text, "# Set %u {#s%u}\n\n", i, i);
      for (guint j = 0; j < i; j++)
        if (system->holds[i][j])
          {
            g_string_append_printf (text, "%s[Set %u](#s%u)", separator, j, j);
            separator = ", ";
          }
      g_string_append (text, "\n\n");
    }
}

static void
write_members (GString      *text,
               const System *system)
{
  g_string_append (text, "# Models\n\n| Model | Kind |\n| --- | --- |\n");
  for (guint i = 0; i < system->n_members; i++)
    {
      const Member *member = &system->members[i];
      const char *separator = "";

      g_string_append_printf (text, "| m%u | ", i);
      for (guint j = 0; j < member->n_kinds; j++, separator = ", ")
        g_string_append_printf (text, "%s[k](#s%u)", separator, member->kinds[j]);
      for (guint j = 0; j < member->n_contested; j++, separator = ", ")
        g_string_append_printf (text, "%s[k](#s%u)?", separator, member->contested[j]);
      g_string_append (text, " |\n");
    }
}

static GigLesson *
make_lesson (const System *system)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  write_sets (text, system);
  write_members (text, system);
  g_string_append (text, "\n# Picture\n\n```mermaid\nvenn-beta\ntitle All\n");
  for (guint i = 0; i < system->n_sets; i++)
    g_string_append_printf (text, "set s%u\n", i);
  for (guint i = 0; i < system->n_sets; i++)
    if (system->empty[i])
      g_string_append_printf (text, "%%%% zone s%u empty\n", i);
  for (guint i = 0; i < system->n_members; i++)
    if (system->members[i].n_kinds > 0)
      g_string_append_printf (text, "text s%u m%u\n", system->members[i].kinds[0], i);
  g_string_append (text, "```\n");
  bytes = g_bytes_new (text->str, text->len);
  return gig_lesson_read_bytes (bytes, "random.md", NULL);
}

static guint
index_of (const char *key)
{
  return (guint) g_ascii_strtoull (key + 1, NULL, 10);
}

/* In which sets a member is by one of its readings; 1 bit a contested kind. */
static Element
read_member (const System *system,
             guint         member,
             guint         reading)
{
  Element element = { 0 };

  for (guint j = 0; j < system->members[member].n_kinds; j++)
    enter (system, &element, system->members[member].kinds[j]);
  for (guint j = 0; j < system->members[member].n_contested; j++)
    if (reading >> j & 1)
      enter (system, &element, system->members[member].contested[j]);
  return element;
}

static gboolean
is_possible (const System *system,
             guint         member,
             GigZoneMask   zone)
{
  for (guint reading = 0; reading < 1u << system->members[member].n_contested; reading++)
    {
      Element element = read_member (system, member, reading);
      gboolean same = TRUE;

      for (guint i = 0; i < system->n_sets; i++)
        same &= element.in[i] == (gboolean) (zone >> i & 1);
      if (same)
        return TRUE;
    }
  return FALSE;
}

/* Whether all readings of a member put it into a and not into b. */
static gboolean
is_witness (const System *system,
            guint         member,
            guint         a,
            guint         b)
{
  for (guint reading = 0; reading < 1u << system->members[member].n_contested; reading++)
    {
      Element element = read_member (system, member, reading);

      if (!element.in[a] || element.in[b])
        return FALSE;
    }
  return TRUE;
}

static void
check_item (const System *system,
            GigQuizItem  *item)
{
  static const char *quantifiers[] = { "all", "some", "none", "some-not" };
  g_auto (GStrv) parts = g_strsplit (gig_quiz_item_get_id (item), ":", -1);
  guint n_choices = gig_quiz_item_get_n_choices (item);

  switch (gig_quiz_item_get_kind (item))
    {
    case GIG_QUIZ_ITEM_STATEMENT:
      for (guint q = 0; q < G_N_ELEMENTS (quantifiers); q++)
        if (g_str_equal (parts[2], quantifiers[q]))
          {
            GigKnown known = judge_plainly (system, q, index_of (parts[3]), index_of (parts[4]));

            g_assert_cmpint (known, !=, GIG_KNOWN_NOT);
            g_assert_cmpint (gig_quiz_item_is_right_choice (item, 0), ==, known == GIG_KNOWN_YES);
            g_assert_cmpint (gig_quiz_item_is_right_choice (item, 1), ==, known == GIG_KNOWN_NO);
            return;
          }
      g_assert_not_reached ();
    case GIG_QUIZ_ITEM_PLACE:
      for (guint i = 0; i < n_choices; i++)
        g_assert_cmpint (gig_quiz_item_is_right_choice (item, i), ==,
                         is_possible (system, index_of (parts[2]), gig_quiz_item_get_zone (item, i)));
      break;
    case GIG_QUIZ_ITEM_WITNESS:
      for (guint i = 0; i < n_choices; i++)
        {
          const GigViewMember *member = gig_quiz_item_get_offered_member (item, i);

          g_assert_cmpint (gig_quiz_item_is_right_choice (item, i), ==,
                           is_witness (system, index_of (member->name->source), index_of (parts[2]),
                                       index_of (parts[3])));
        }
      break;
    case GIG_QUIZ_ITEM_QUESTION:
    default:
      g_assert_not_reached ();
    }
}

static void
test_random_lessons (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  guint n_items[4] = { 0 }, n_drawn = 0;

  while (n_drawn < N_SYSTEMS)
    {
      g_autoptr (GigLesson) lesson = NULL;
      GigDice dice = { n_drawn };
      System system;

      make_system (&system, rand);
      make_sayable (&system);
      lesson = make_lesson (&system);
      /* A set that holds nothing makes a picture that is refused. */
      if (gig_lesson_get_views (lesson)->len == 0)
        continue;
      n_drawn++;
      for (guint i = 0; i < 8; i++)
        {
          g_autoptr (GigQuizItem) item = gig_quiz_item_new_generated (lesson, &dice, i);

          if (item == NULL)
            break;
          check_item (&system, item);
          n_items[gig_quiz_item_get_kind (item)]++;
        }
    }
  g_assert_cmpuint (n_items[GIG_QUIZ_ITEM_STATEMENT], >, 1000);
  g_assert_cmpuint (n_items[GIG_QUIZ_ITEM_PLACE], >, 500);
  g_assert_cmpuint (n_items[GIG_QUIZ_ITEM_WITNESS], >, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quiz-items/random-lessons", test_random_lessons);

  return g_test_run ();
}
