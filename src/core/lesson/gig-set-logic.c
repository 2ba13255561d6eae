/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-view-private.h"

/* Sets are called by their labels between quotation marks, members by their bare
 * names: any label of any lesson then fits, without article, gender or number. */

static char *
quote_message (GigLesson        *lesson,
               const GigMessage *message,
               GigLanguage      *language)
{
  g_autofree char *text = gig_lesson_get_plain_text (lesson, message,
                                                     gig_language_get_code (language));

  return gig_language_quote (language, text);
}

static char *
quote_set (GigView     *self,
           GigLesson   *lesson,
           guint        index,
           GigLanguage *language)
{
  return quote_message (lesson, self->sets[index].label, language);
}

static char *
name_member (GigLesson           *lesson,
             const GigViewMember *member,
             GigLanguage         *language)
{
  return gig_lesson_get_plain_text (lesson, member->name, gig_language_get_code (language));
}

static char *
join_sentences (char        *first,
                char        *second,
                GigLanguage *language)
{
  char *both = gig_language_join_sentences (language, (const char *[]) { first, second, NULL });

  g_free (first);
  g_free (second);
  return both;
}

/* The sets of @mask as quoted names, those that hold others first. */
static GStrv
quote_sets (GigView     *self,
            GigLesson   *lesson,
            GigZoneMask  mask,
            GigLanguage *language)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint depth = 1; depth <= self->n_sets; depth++)
    for (guint i = 0; i < self->n_sets; i++)
      if ((mask & ((GigZoneMask) 1 << i))
          && (guint) __builtin_popcount (self->closures[i]) == depth)
        g_strv_builder_take (names, quote_set (self, lesson, i, language));
  return g_strv_builder_end (names);
}

/* The sets worth naming as not holding @zone: what lies inside one of them, or
 * has nothing in common with a set of @zone, goes without saying. */
static GigZoneMask
get_telling_outside (GigView     *self,
                     GigZoneMask  zone)
{
  const GigZoneMask *zones = (const GigZoneMask *) self->zones->data;
  GigZoneMask all = ((GigZoneMask) 1 << self->n_sets) - 1;
  GigZoneMask outside = all & ~zone, telling = 0;

  for (guint i = 0; i < self->n_sets; i++)
    {
      GigZoneMask bit = (GigZoneMask) 1 << i;
      gboolean tells = (outside & bit) != 0 && (self->closures[i] & outside & ~bit) == 0;

      for (guint j = 0; j < self->n_sets && tells; j++)
        if (zone & ((GigZoneMask) 1 << j))
          tells = gig_set_core_get_relation (zones, self->zones->len, i, j) != GIG_RELATION_DISJOINT;
      if (tells)
        telling |= bit;
    }
  return telling;
}

GigRelation
gig_view_get_relation (GigView *self,
                       guint    a,
                       guint    b)
{
  g_return_val_if_fail (self != NULL, GIG_RELATION_EQUAL);
  g_return_val_if_fail (a < self->n_sets && b < self->n_sets, GIG_RELATION_EQUAL);

  return gig_set_core_get_relation ((const GigZoneMask *) self->zones->data, self->zones->len, a, b);
}

char *
gig_view_describe_zone (GigView     *self,
                        GigLesson   *lesson,
                        GigZoneMask  zone,
                        GigLanguage *language)
{
  g_auto (GStrv) inside = NULL;
  g_auto (GStrv) outside = NULL;
  g_autofree char *in = NULL;
  g_autofree char *out = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  if (zone == 0)
    return g_strdup (gig_language_gettext (language, "Outside every set of this diagram."));

  inside = quote_sets (self, lesson, zone, language);
  outside = quote_sets (self, lesson, get_telling_outside (self, zone), language);
  in = gig_language_format_and_list (language, (const char * const *) inside);
  switch (g_strv_length (outside))
    {
    case 0:
      /* Translators: %s is a list of names of sets between quotation marks. */
      return gig_language_format (language, "In %s.", in);
    case 1:
      return gig_language_format (language, "In %1$s, not in %2$s.", in, outside[0]);
    case 2:
      return gig_language_format (language, "In %1$s, but neither in %2$s nor in %3$s.",
                                  in, outside[0], outside[1]);
    default:
      out = gig_language_format_and_list (language, (const char * const *) outside);
      return gig_language_format (language, "In %1$s, but in none of these sets: %2$s.", in, out);
    }
}

char *
gig_view_describe_member (GigView             *self,
                          GigLesson           *lesson,
                          const GigViewMember *member,
                          GigLanguage         *language)
{
  g_auto (GStrv) inside = NULL;
  g_auto (GStrv) outside = NULL;
  g_autofree char *name = NULL;
  g_autofree char *in = NULL;
  g_autofree char *out = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  name = name_member (lesson, member, language);
  if (member->zone == 0)
    return gig_language_format (language, "%s is outside every set of this diagram.", name);

  inside = quote_sets (self, lesson, member->zone, language);
  outside = quote_sets (self, lesson,
                        get_telling_outside (self, member->possible) & ~member->possible, language);
  in = gig_language_format_and_list (language, (const char * const *) inside);
  switch (g_strv_length (outside))
    {
    case 0:
      /* Translators: %1$s is the name of a model, %2$s a list of names of sets. */
      return gig_language_format (language, "%1$s is in %2$s.", name, in);
    case 1:
      return gig_language_format (language, "%1$s is in %2$s, not in %3$s.",
                                  name, in, outside[0]);
    case 2:
      return gig_language_format (language, "%1$s is in %2$s, but neither in %3$s nor in %4$s.",
                                  name, in, outside[0], outside[1]);
    default:
      out = gig_language_format_and_list (language, (const char * const *) outside);
      return gig_language_format (language, "%1$s is in %2$s, but in none of these sets: %3$s.",
                                  name, in, out);
    }
}

char *
gig_view_describe_dispute (GigView             *self,
                           GigLesson           *lesson,
                           const GigViewMember *member,
                           GigLanguage         *language)
{
  g_autofree char *name = NULL;
  g_autofree char *kind = NULL;
  GigConcept *page;
  int index;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  if (member->disputed == NULL)
    return NULL;
  page = member->member != NULL ? gig_member_get_concept (member->member) : NULL;
  if (page != NULL && gig_concept_get_lead (page) != NULL)
    return gig_lesson_get_plain_text (lesson, gig_concept_get_lead (page),
                                      gig_language_get_code (language));

  index = gig_view_find_set (self, member->disputed);
  name = name_member (lesson, member, language);
  kind = index >= 0 ? quote_set (self, lesson, (guint) index, language)
                    : quote_message (lesson, gig_concept_get_label (member->disputed), language);
  /* Translators: %1$s is the name of a model, %2$s that of a set. */
  return gig_language_format (language, "Whether %1$s counts in %2$s depends on the definition.",
                              name, kind);
}

gboolean
gig_view_accepts (GigView             *self,
                  const GigViewMember *member,
                  GigZoneMask          zone)
{
  GigZoneMask read = member->zone;
  guint index;

  g_return_val_if_fail (self != NULL, FALSE);

  if (zone == member->zone)
    return TRUE;
  if (!g_ptr_array_find (self->all_members, member, &index))
    return FALSE;
  for (guint i = 0; i < self->core.members[index].n_contested; i++)
    if ((self->core.members[index].contested[i] & ~zone) == 0)
      read |= self->core.members[index].contested[i];
  return read == zone;
}

/* Why @zone is wrong: the sets forgotten, and the outermost one too many. */
static char *
explain_wrong_place (GigView             *self,
                     GigLesson           *lesson,
                     const GigViewMember *member,
                     GigZoneMask          zone,
                     GigLanguage         *language)
{
  g_autofree char *name = name_member (lesson, member, language);
  g_auto (GStrv) missing = quote_sets (self, lesson, member->zone & ~zone, language);
  g_auto (GStrv) extra = quote_sets (self, lesson, zone & ~member->possible, language);
  g_autofree char *in = gig_language_format_and_list (language, (const char * const *) missing);

  if (missing[0] != NULL && extra[0] != NULL)
    return gig_language_format (language, "Not there: %1$s is in %2$s, not in %3$s.",
                                name, in, extra[0]);
  if (extra[0] != NULL)
    return gig_language_format (language, "Not there: %1$s is not in %2$s.", name, extra[0]);
  if (missing[0] != NULL && zone != 0)
    return gig_language_format (language, "Not there: %1$s is also in %2$s.", name, in);
  if (missing[0] != NULL)
    return gig_language_format (language, "Not there: %1$s is in %2$s.", name, in);
  return join_sentences (gig_view_describe_member (self, lesson, member, language),
                         gig_view_describe_dispute (self, lesson, member, language), language);
}

char *
gig_view_explain_place (GigView             *self,
                        GigLesson           *lesson,
                        const GigViewMember *member,
                        GigZoneMask          zone,
                        GigLanguage         *language)
{
  const char *verdict;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  if (!gig_view_accepts (self, member, zone))
    return explain_wrong_place (self, lesson, member, zone, language);
  if (member->disputed != NULL)
    {
      verdict = gig_language_gettext (language, "Accepted: this one is disputed.");
      return join_sentences (g_strdup (verdict),
                             gig_view_describe_dispute (self, lesson, member, language), language);
    }
  /* Translators: the answer was right */
  verdict = gig_language_gettext (language, "Right.");
  return join_sentences (g_strdup (verdict),
                         gig_view_describe_member (self, lesson, member, language), language);
}

/* --- Statements on two sets --- */

/* The most important member of which all readings say so; contested ones, who
 * could be argued about, are passed over. */
static const GigViewMember *
find_witness (GigView     *self,
              GigZoneMask  inside,
              GigZoneMask  outside)
{
  for (guint i = 0; i < self->all_members->len; i++)
    {
      const GigViewMember *member = self->all_members->pdata[i];

      if (member->possible == member->zone && (member->zone & inside) == inside
          && (member->zone & outside) == 0)
        return member;
    }
  return NULL;
}

/* Who, by another reading of a contested kind, would be there. */
static const GigViewMember *
find_doubtful (GigView     *self,
               GigZoneMask  inside,
               GigZoneMask  outside)
{
  for (guint i = 0; i < self->all_members->len; i++)
    if (gig_set_core_member_is (&self->core.members[i], inside, outside) == GIG_KNOWN_NOT)
      return self->all_members->pdata[i];
  return NULL;
}

static char *
describe_disjoint (GigView     *self,
                   GigLesson   *lesson,
                   guint        a,
                   guint        b,
                   GigLanguage *language)
{
  g_autofree char *first = quote_set (self, lesson, a, language);
  g_autofree char *second = quote_set (self, lesson, b, language);
  const GigViewMember *doubtful = find_doubtful (self, (GigZoneMask) 1 << a | (GigZoneMask) 1 << b, 0);
  g_autofree char *name = NULL;

  if (doubtful == NULL)
    return gig_language_format (language, "Nothing is both in %1$s and in %2$s.", first, second);
  name = name_member (lesson, doubtful, language);
  return gig_language_format (language,
                              "Nothing is both in %1$s and in %2$s, unless %3$s is counted in both.",
                              first, second, name);
}

static char *
describe_subset (GigView     *self,
                 GigLesson   *lesson,
                 guint        inner,
                 guint        outer,
                 GigLanguage *language)
{
  GigZoneMask in_inner = (GigZoneMask) 1 << inner;
  GigZoneMask in_outer = (GigZoneMask) 1 << outer;
  g_autofree char *first = quote_set (self, lesson, inner, language);
  g_autofree char *second = quote_set (self, lesson, outer, language);
  const GigViewMember *doubtful = find_doubtful (self, in_inner, in_outer);
  const GigViewMember *witness = find_witness (self, in_outer, in_inner);
  g_autofree char *name = NULL;

  if (doubtful != NULL)
    {
      name = name_member (lesson, doubtful, language);
      return gig_language_format (language,
                                  "Everything in %1$s is also in %2$s, unless %3$s is counted in %1$s.",
                                  first, second, name);
    }
  if (witness == NULL)
    return gig_language_format (language,
                                "Everything in %1$s is also in %2$s, but not the reverse.",
                                first, second);
  name = name_member (lesson, witness, language);
  return gig_language_format (language,
                              "Everything in %1$s is also in %2$s, but not the reverse: %3$s is in %2$s, not in %1$s.",
                              first, second, name);
}

static char *
describe_overlap (GigView     *self,
                  GigLesson   *lesson,
                  guint        a,
                  guint        b,
                  GigLanguage *language)
{
  g_autofree char *first = quote_set (self, lesson, a, language);
  g_autofree char *second = quote_set (self, lesson, b, language);
  const GigViewMember *witness = find_witness (self, (GigZoneMask) 1 << a | (GigZoneMask) 1 << b, 0);
  g_autofree char *name = NULL;

  if (witness == NULL)
    return gig_language_format (language,
                                "%1$s and %2$s overlap: neither holds the other.", first, second);
  name = name_member (lesson, witness, language);
  return gig_language_format (language,
                              "%1$s and %2$s overlap: %3$s is in both, yet neither holds the other.",
                              first, second, name);
}

char *
gig_view_describe_relation (GigView     *self,
                            GigLesson   *lesson,
                            guint        a,
                            guint        b,
                            GigLanguage *language)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (a < self->n_sets && b < self->n_sets, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  switch (gig_view_get_relation (self, a, b))
    {
    case GIG_RELATION_SUBSET:
      return describe_subset (self, lesson, a, b, language);
    case GIG_RELATION_SUPERSET:
      return describe_subset (self, lesson, b, a, language);
    case GIG_RELATION_OVERLAP:
      return describe_overlap (self, lesson, a, b, language);
    case GIG_RELATION_DISJOINT:
      return describe_disjoint (self, lesson, a, b, language);
    case GIG_RELATION_EQUAL:
    default:
      first = quote_set (self, lesson, a, language);
      second = quote_set (self, lesson, b, language);
      return gig_language_format (language, "%1$s and %2$s hold exactly the same.", first, second);
    }
}

gboolean
gig_view_judge (GigView       *self,
                GigQuantifier  quantifier,
                guint          a,
                guint          b,
                GigStatement  *statement)
{
  GigZoneMask in_a, in_b;
  GigKnown known;
  gboolean shared;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (a < self->n_sets && b < self->n_sets, FALSE);
  g_return_val_if_fail (statement != NULL, FALSE);

  known = gig_set_core_judge (&self->core, quantifier, a, b);
  *statement = (GigStatement) { quantifier, a, b, known == GIG_KNOWN_YES, NULL };
  if (known == GIG_KNOWN_NOT)
    return FALSE;

  /* The member that shows it: in both for “some are” and against “none is”; in
   * the first only against “all are” and for “some are not”. */
  in_a = (GigZoneMask) 1 << a;
  in_b = (GigZoneMask) 1 << b;
  shared = quantifier == GIG_QUANTIFIER_SOME || quantifier == GIG_QUANTIFIER_NONE;
  if (statement->truth == (quantifier == GIG_QUANTIFIER_SOME || quantifier == GIG_QUANTIFIER_SOME_NOT))
    statement->witness = find_witness (self, shared ? in_a | in_b : in_a, shared ? 0 : in_b);
  else if (quantifier == GIG_QUANTIFIER_ALL && statement->truth)
    statement->witness = find_witness (self, in_a | in_b, 0);
  return TRUE;
}

char *
gig_view_state (GigView            *self,
                GigLesson          *lesson,
                const GigStatement *statement,
                GigLanguage        *language)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (statement != NULL, NULL);
  g_return_val_if_fail (statement->a < self->n_sets && statement->b < self->n_sets, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  a = quote_set (self, lesson, statement->a, language);
  b = quote_set (self, lesson, statement->b, language);
  /* Translators: in these sentences %1$s and %2$s are names of sets between
   * quotation marks. Never say “all … are not …”, which has two meanings. */
  switch (statement->quantifier)
    {
    case GIG_QUANTIFIER_ALL:
      return gig_language_format (language, "Everything in %1$s is also in %2$s.", a, b);
    case GIG_QUANTIFIER_SOME:
      return gig_language_format (language, "Some items in %1$s are also in %2$s.", a, b);
    case GIG_QUANTIFIER_NONE:
      return gig_language_format (language, "Nothing in %1$s is in %2$s.", a, b);
    case GIG_QUANTIFIER_SOME_NOT:
    default:
      return gig_language_format (language, "Some items in %1$s are not in %2$s.", a, b);
    }
}

static char *
explain_universal (GigView            *self,
                   const GigStatement *statement,
                   const char         *a,
                   const char         *b,
                   const char         *witness,
                   GigLanguage        *language)
{
  if (statement->truth)
    return gig_language_format (language, "True. The set %1$s lies wholly inside the set %2$s.", a, b);
  if (gig_set_core_judge (&self->core, GIG_QUANTIFIER_NONE, statement->a, statement->b) == GIG_KNOWN_YES)
    return gig_language_format (language, "False. Nothing in %1$s is in %2$s.", a, b);
  if (witness == NULL)
    return gig_language_format (language, "False. Part of the set %1$s lies outside the set %2$s.", a, b);
  return gig_language_format (language, "False. Some items in %1$s are not in %2$s: %3$s, for example.",
                              a, b, witness);
}

static char *
explain_shared (const GigStatement *statement,
                const char         *a,
                const char         *b,
                const char         *witness,
                GigLanguage        *language)
{
  gboolean shared = statement->truth == (statement->quantifier == GIG_QUANTIFIER_SOME);

  if (!shared)
    return statement->truth
           ? gig_language_format (language, "True. The sets %1$s and %2$s have nothing in common.", a, b)
           : gig_language_format (language, "False. The sets %1$s and %2$s have nothing in common.", a, b);
  if (witness == NULL)
    return statement->truth
           ? gig_language_format (language, "True. The sets %1$s and %2$s have a part in common.", a, b)
           : gig_language_format (language, "False. The sets %1$s and %2$s have a part in common.", a, b);
  return statement->truth
         ? gig_language_format (language, "True. %3$s, for example, is both in %1$s and in %2$s.", a, b, witness)
         : gig_language_format (language, "False. %3$s, for example, is both in %1$s and in %2$s.", a, b, witness);
}

static char *
explain_some_not (const GigStatement *statement,
                  const char         *a,
                  const char         *b,
                  const char         *witness,
                  GigLanguage        *language)
{
  if (!statement->truth)
    return gig_language_format (language, "False. The set %1$s lies wholly inside the set %2$s.", a, b);
  if (witness == NULL)
    return gig_language_format (language, "True. Part of the set %1$s lies outside the set %2$s.", a, b);
  return gig_language_format (language, "True. %3$s, for example, is in %1$s but not in %2$s.", a, b, witness);
}

char *
gig_view_explain (GigView            *self,
                  GigLesson          *lesson,
                  const GigStatement *statement,
                  GigLanguage        *language)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *witness = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (statement != NULL, NULL);
  g_return_val_if_fail (statement->a < self->n_sets && statement->b < self->n_sets, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  a = quote_set (self, lesson, statement->a, language);
  b = quote_set (self, lesson, statement->b, language);
  if (statement->witness != NULL)
    witness = name_member (lesson, statement->witness, language);
  switch (statement->quantifier)
    {
    case GIG_QUANTIFIER_ALL:
      return explain_universal (self, statement, a, b, witness, language);
    case GIG_QUANTIFIER_SOME_NOT:
      return explain_some_not (statement, a, b, witness, language);
    case GIG_QUANTIFIER_SOME:
    case GIG_QUANTIFIER_NONE:
    default:
      return explain_shared (statement, a, b, witness, language);
    }
}
