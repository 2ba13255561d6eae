/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-quiz-item-private.h"

/* --- Items from the sets of a view --- */

static const char *const quantifier_names[] = {
  [GIG_QUANTIFIER_ALL] = "all",
  [GIG_QUANTIFIER_SOME] = "some",
  [GIG_QUANTIFIER_NONE] = "none",
  [GIG_QUANTIFIER_SOME_NOT] = "some-not",
};

GigQuizItem *
gig_quiz_item_new_statement (GigLesson     *lesson,
                             GigView       *view,
                             GigQuantifier  quantifier,
                             guint          a,
                             guint          b)
{
  GigStatement statement;
  GigQuizItem *self;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (view != NULL, NULL);

  if (!gig_view_judge (view, quantifier, a, b, &statement))
    return NULL;
  self = _gig_quiz_item_new (lesson, GIG_QUIZ_ITEM_STATEMENT, GIG_QUIZ_ANSWER_SINGLE, 2);
  self->view = view;
  self->statement = statement;
  self->id = _gig_quiz_item_make_id ("statement", (const char *[]) {
                                       gig_view_get_id (view), quantifier_names[quantifier],
                                       gig_view_get_set (view, a)->key, gig_view_get_set (view, b)->key, NULL });
  return self;
}

static const char *
member_key (const GigViewMember *member)
{
  return member->member != NULL ? gig_member_get_id (member->member) : member->name->source;
}

static guint
distance (GigZoneMask a,
          GigZoneMask b)
{
  return (guint) __builtin_popcount (a ^ b);
}

/* The zones offered: those accepted, then the wrong ones nearest to the right
 * one, as many as there is room for; shuffled. */
static GArray *
choose_zones (GigView             *view,
              const GigViewMember *member,
              guint                max_zones,
              GigDice             *dice)
{
  guint n_zones;
  const GigZoneMask *zones = gig_view_get_zones (view, &n_zones);
  g_autofree guint *order = _gig_quiz_make_identity (n_zones);
  GArray *offered = g_array_new (FALSE, FALSE, sizeof (GigZoneMask));
  const GigZoneMask outside = 0;
  guint n_right;

  gig_dice_shuffle (dice, order, n_zones);
  for (guint i = 0; i < n_zones && offered->len < max_zones; i++)
    if (gig_view_accepts (view, member, zones[order[i]]))
      g_array_append_val (offered, zones[order[i]]);
  n_right = offered->len;
  for (guint d = 1; d <= gig_view_get_n_sets (view); d++)
    for (guint i = 0; i < n_zones && offered->len < max_zones; i++)
      if (distance (zones[order[i]], member->zone) == d
          && !gig_view_accepts (view, member, zones[order[i]]))
        g_array_append_val (offered, zones[order[i]]);
  if (offered->len == n_right || n_right == 0)
    {
      g_array_unref (offered);
      return NULL;
    }
  /* Who may guess anything may guess that it is in none of them. */
  if (max_zones == G_MAXUINT)
    g_array_append_val (offered, outside);
  gig_dice_shuffle (dice, (guint *) offered->data, offered->len);
  return offered;
}

GigQuizItem *
gig_quiz_item_new_place (GigLesson           *lesson,
                         GigView             *view,
                         const GigViewMember *member,
                         guint                max_zones,
                         guint64              seed)
{
  g_autoptr (GigQuizItem) self = NULL;
  GArray *zones;
  GigDice dice;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);
  G_STATIC_ASSERT (sizeof (GigZoneMask) == sizeof (guint));

  if (member->zone == 0)
    return NULL;
  self = _gig_quiz_item_new (lesson, GIG_QUIZ_ITEM_PLACE, GIG_QUIZ_ANSWER_SINGLE, 0);
  self->view = view;
  self->member = member;
  self->id = _gig_quiz_item_make_id ("place", (const char *[]) { gig_view_get_id (view), member_key (member), NULL });
  dice = _gig_quiz_item_make_dice (self, seed);
  zones = choose_zones (view, member, max_zones, &dice);
  if (zones == NULL)
    return NULL;
  self->n_choices = zones->len;
  self->zones = (GigZoneMask *) g_array_free (zones, FALSE);
  return g_steal_pointer (&self);
}

/* Members for certain in @a, and in @b or not; @limit of them, shuffled. */
static void
pick_members (GPtrArray   *picked,
              GPtrArray   *members,
              GigZoneMask  inside,
              GigZoneMask  outside,
              guint        limit,
              GigDice     *dice)
{
  g_autofree guint *order = _gig_quiz_make_identity (members->len);
  guint n = 0;

  gig_dice_shuffle (dice, order, members->len);
  for (guint i = 0; i < members->len && n < limit; i++)
    {
      const GigViewMember *member = members->pdata[order[i]];

      if (member->zone == 0 || member->possible != member->zone)
        continue;
      if ((member->zone & inside) == inside && (member->zone & outside) == 0)
        {
          g_ptr_array_add (picked, (gpointer) member);
          n++;
        }
    }
}

GigQuizItem *
gig_quiz_item_new_witness (GigLesson *lesson,
                           GigView   *view,
                           guint      a,
                           guint      b,
                           guint64    seed)
{
  g_autoptr (GigQuizItem) self = NULL;
  g_autoptr (GPtrArray) picked = g_ptr_array_new ();
  GigZoneMask in_a = (GigZoneMask) 1 << a, in_b = (GigZoneMask) 1 << b;
  GPtrArray *members = gig_view_get_members (view);
  g_autofree guint *order = NULL;
  GigStatement statement;
  GigDice dice;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (view != NULL, NULL);

  if (!gig_view_judge (view, GIG_QUANTIFIER_ALL, a, b, &statement) || statement.truth)
    return NULL;
  self = _gig_quiz_item_new (lesson, GIG_QUIZ_ITEM_WITNESS, GIG_QUIZ_ANSWER_SINGLE, 0);
  self->view = view;
  self->id = _gig_quiz_item_make_id ("witness", (const char *[]) {
                                       gig_view_get_id (view), gig_view_get_set (view, a)->key,
                                       gig_view_get_set (view, b)->key, NULL });
  dice = _gig_quiz_item_make_dice (self, seed);
  pick_members (picked, members, in_a, in_b, 1, &dice);
  if (picked->len == 0)
    return NULL;
  statement.witness = picked->pdata[0];
  self->statement = statement;
  /* In both first: they tempt most. Then the others, in b only or in neither. */
  pick_members (picked, members, in_a | in_b, 0, 2, &dice);
  pick_members (picked, members, 0, in_a, GIG_QUIZ_MAX_OFFERS - picked->len, &dice);
  if (picked->len < 2)
    return NULL;

  self->n_choices = picked->len;
  self->members = g_new (const GigViewMember *, picked->len);
  order = _gig_quiz_make_identity (picked->len);
  gig_dice_shuffle (&dice, order, picked->len);
  for (guint i = 0; i < picked->len; i++)
    self->members[i] = picked->pdata[order[i]];
  return g_steal_pointer (&self);
}

static int
find_set (GigView    *view,
          const char *key)
{
  for (guint i = 0; i < gig_view_get_n_sets (view); i++)
    if (g_strcmp0 (gig_view_get_set (view, i)->key, key) == 0)
      return (int) i;
  return -1;
}

static GigQuizItem *
place_from_key (GigLesson  *lesson,
                GigView    *view,
                const char *key,
                guint64     seed)
{
  GPtrArray *members = gig_view_get_all_members (view);

  for (guint i = 0; i < members->len; i++)
    if (g_strcmp0 (member_key (members->pdata[i]), key) == 0)
      return gig_quiz_item_new_place (lesson, view, members->pdata[i], GIG_QUIZ_MAX_OFFERS, seed);
  return NULL;
}

static GigQuizItem *
question_from_id (GigLesson  *lesson,
                  const char *id,
                  guint64     seed)
{
  GPtrArray *questions = gig_lesson_get_questions (lesson);

  for (guint i = 0; i < questions->len; i++)
    if (g_strcmp0 (gig_question_get_id (questions->pdata[i]), id) == 0)
      return gig_quiz_item_new_question (lesson, questions->pdata[i], seed);
  return NULL;
}

static GigQuizItem *
statement_from_names (GigLesson  *lesson,
                      GigView    *view,
                      const char *quantifier,
                      int         a,
                      int         b)
{
  if (a < 0 || b < 0 || a == b)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (quantifier_names); i++)
    if (g_str_equal (quantifier_names[i], quantifier))
      return gig_quiz_item_new_statement (lesson, view, i, (guint) a, (guint) b);
  return NULL;
}

GigQuizItem *
gig_quiz_item_new_from_id (GigLesson  *lesson,
                           const char *id,
                           guint64     seed)
{
  g_auto (GStrv) parts = NULL;
  GigView *view;
  guint n;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  parts = g_strsplit (id, ":", -1);
  n = g_strv_length (parts);
  for (guint i = 0; i < n; i++)
    {
      char *part = g_uri_unescape_string (parts[i], NULL);

      if (part == NULL)
        return NULL;
      g_free (parts[i]);
      parts[i] = part;
    }
  if (n == 2 && g_str_equal (parts[0], "question"))
    return question_from_id (lesson, parts[1], seed);
  view = n > 1 ? gig_lesson_find_view (lesson, parts[1]) : NULL;
  if (view == NULL)
    return NULL;
  if (n == 3 && g_str_equal (parts[0], "place"))
    return place_from_key (lesson, view, parts[2], seed);
  if (n == 5 && g_str_equal (parts[0], "statement"))
    return statement_from_names (lesson, view, parts[2], find_set (view, parts[3]), find_set (view, parts[4]));
  if (n == 4 && g_str_equal (parts[0], "witness"))
    {
      int a = find_set (view, parts[2]), b = find_set (view, parts[3]);

      return a >= 0 && b >= 0 && a != b
             ? gig_quiz_item_new_witness (lesson, view, (guint) a, (guint) b, seed) : NULL;
    }
  return NULL;
}

/* --- Made without end --- */

static GigQuizItem *
generate_statement (GigLesson *lesson,
                    GigView   *view,
                    GigDice   *dice)
{
  guint n_sets = gig_view_get_n_sets (view);
  /* True ones and false ones alike often, whatever the view has more of. */
  gboolean wanted = gig_dice_below (dice, 2) == 0;

  if (n_sets < 2)
    return NULL;
  for (guint tries = 0; tries < 32; tries++)
    {
      GigQuantifier quantifier = gig_dice_below (dice, 4);
      guint a = gig_dice_below (dice, n_sets);
      guint b = (a + 1 + gig_dice_below (dice, n_sets - 1)) % n_sets;
      GigStatement statement;

      if (gig_view_judge (view, quantifier, a, b, &statement)
          && (statement.truth == wanted || tries >= 16))
        return gig_quiz_item_new_statement (lesson, view, quantifier, a, b);
    }
  return NULL;
}

static GigQuizItem *
generate_place (GigLesson *lesson,
                GigView   *view,
                GigDice   *dice,
                guint64    seed)
{
  GPtrArray *members = gig_view_get_members (view);

  if (members->len == 0)
    return NULL;
  return gig_quiz_item_new_place (lesson, view, members->pdata[gig_dice_below (dice, members->len)],
                                  GIG_QUIZ_MAX_OFFERS, seed);
}

static GigQuizItem *
generate_witness (GigLesson *lesson,
                  GigView   *view,
                  GigDice   *dice,
                  guint64    seed)
{
  guint n_sets = gig_view_get_n_sets (view);

  for (guint tries = 0; n_sets > 1 && tries < 16; tries++)
    {
      guint a = gig_dice_below (dice, n_sets);
      guint b = (a + 1 + gig_dice_below (dice, n_sets - 1)) % n_sets;
      GigQuizItem *item = gig_quiz_item_new_witness (lesson, view, a, b, seed);

      if (item != NULL)
        return item;
    }
  return NULL;
}

GigQuizItem *
gig_quiz_item_new_generated (GigLesson *lesson,
                             GigDice   *dice,
                             guint64    seed)
{
  GPtrArray *all_views;
  g_autoptr (GPtrArray) views = g_ptr_array_new ();

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (dice != NULL, NULL);

  all_views = gig_lesson_get_views (lesson);
  for (guint i = 0; i < all_views->len; i++)
    if (!gig_view_is_claim (all_views->pdata[i]))
      g_ptr_array_add (views, all_views->pdata[i]);
  for (guint tries = 0; views->len > 0 && tries < 24; tries++)
    {
      GigView *view = views->pdata[gig_dice_below (dice, views->len)];
      guint kind = gig_dice_below (dice, 3);
      GigQuizItem *item;

      item = kind == 0 ? generate_statement (lesson, view, dice)
             : kind == 1 ? generate_place (lesson, view, dice, seed)
             : generate_witness (lesson, view, dice, seed);
      if (item != NULL)
        return item;
    }
  return NULL;
}
