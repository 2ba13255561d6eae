/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-view-private.h"

#include "gig-lesson-private.h"

#include <math.h>
#include <string.h>

static void
clear_masks (gpointer data)
{
  g_array_unref (*(GArray **) data);
}

GigView *
gig_view_new (void)
{
  GigView *self = g_new0 (GigView, 1);

  self->masks = g_hash_table_new (NULL, NULL);
  self->members = g_ptr_array_new ();
  self->all_members = g_ptr_array_new_with_free_func (g_free);
  self->contested = g_array_new (FALSE, FALSE, sizeof (GArray *));
  g_array_set_clear_func (self->contested, clear_masks);
  self->core_members = g_array_new (FALSE, FALSE, sizeof (GigSetCoreMember));
  self->unions = g_array_new (FALSE, FALSE, sizeof (GigZoneMask));
  self->sized_zones = g_array_new (FALSE, FALSE, sizeof (GigZoneMask));
  self->sizes = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
gig_view_free (GigView *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->masks);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->all_members);
  g_array_unref (self->contested);
  g_array_unref (self->core_members);
  g_array_unref (self->unions);
  g_array_unref (self->sized_zones);
  g_array_unref (self->sizes);
  g_clear_pointer (&self->zones, g_array_unref);
  g_free (self->weights);
  g_free (self);
}

void
gig_view_add_set (GigView          *self,
                  const GigViewSet *set,
                  gboolean          bound)
{
  GigZoneMask bit = (GigZoneMask) 1 << self->n_sets;

  g_assert (self->n_sets < GIG_VIEW_MAX_SETS);
  if (bound)
    self->bound |= bit;
  if (set->empty)
    self->empty |= bit;
  self->sets[self->n_sets++] = *set;
}

/* Goes nowhere twice: a circle of is-a links is an error of the
 * lesson, reported where it is read. */
static GigZoneMask
collect_kinds (GigView    *self,
               GigConcept *concept,
               GHashTable *seen)
{
  GigZoneMask mask = 0;

  if (!g_hash_table_add (seen, concept))
    return 0;
  for (guint i = 0; i < self->n_sets; i++)
    if (self->sets[i].concept == concept && (self->bound & ((GigZoneMask) 1 << i)))
      mask |= (GigZoneMask) 1 << i;
  for (guint i = 0; i < concept->kinds_of->len; i++)
    mask |= collect_kinds (self, concept->kinds_of->pdata[i], seen);
  return mask;
}

GigZoneMask
gig_view_get_kind_mask (GigView    *self,
                        GigConcept *concept)
{
  gpointer known;
  GigZoneMask mask;

  if (!g_hash_table_lookup_extended (self->masks, concept, NULL, &known))
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      mask = collect_kinds (self, concept, seen);
      g_hash_table_insert (self->masks, concept, GUINT_TO_POINTER (mask));
      return mask;
    }
  return GPOINTER_TO_UINT (known);
}

void
gig_view_close_sets (GigView *self)
{
  for (guint i = 0; i < self->n_sets; i++)
    if (self->bound & ((GigZoneMask) 1 << i))
      self->closures[i] |= gig_view_get_kind_mask (self, self->sets[i].concept);
  gig_set_core_close_all (self->closures, self->n_sets);
}

GigViewMember *
gig_view_add_member (GigView          *self,
                     GigMember        *member,
                     const GigMessage *name,
                     GigZoneMask       own)
{
  GArray *contested = g_array_new (FALSE, FALSE, sizeof (GigZoneMask));
  GigViewMember *entry = g_new0 (GigViewMember, 1);

  entry->name = name;
  entry->member = member;
  entry->zone = gig_set_core_close (self->closures, own);
  if (member != NULL && self->bound != 0)
    for (guint i = 0; i < member->kinds->len; i++)
      entry->zone |= gig_set_core_close (self->closures,
                                         gig_view_get_kind_mask (self, member->kinds->pdata[i]));
  entry->contested = entry->possible = entry->zone;
  if (member != NULL && self->bound != 0)
    for (guint i = 0; i < member->contested_kinds->len; i++)
      {
        GigConcept *kind = member->contested_kinds->pdata[i];
        GigZoneMask mask = gig_set_core_close (self->closures, gig_view_get_kind_mask (self, kind));

        if ((mask & ~entry->zone) == 0)
          continue;
        g_array_append_val (contested, mask);
        entry->possible |= mask;
        if (entry->disputed == NULL)
          {
            entry->disputed = kind;
            entry->contested = entry->zone | mask;
          }
      }

  if (entry->possible == 0)
    {
      g_array_unref (contested);
      g_free (entry);
      return NULL;
    }
  g_ptr_array_add (self->all_members, entry);
  g_array_append_val (self->contested, contested);
  return entry;
}

void
gig_view_add_union (GigView     *self,
                    GigZoneMask  sets,
                    double       size,
                    gboolean     unless_shown)
{
  GigZoneMask zone = gig_set_core_close (self->closures, sets);

  if (isfinite (size))
    {
      g_array_append_val (self->sized_zones, zone);
      g_array_append_val (self->sizes, size);
    }
  if (unless_shown)
    {
      /* What is-a says already is said again for other readers of the fence. */
      for (guint i = 0; i < self->n_sets; i++)
        if (self->closures[i] == zone)
          return;
      for (guint i = 0; i < self->all_members->len; i++)
        {
          GigViewMember *entry = self->all_members->pdata[i];

          if ((entry->zone & zone) == zone)
            return;
        }
      for (guint i = 0; i < self->unions->len; i++)
        if ((g_array_index (self->unions, GigZoneMask, i) & zone) == zone)
          return;
    }
  g_array_append_val (self->unions, zone);
}

void
gig_view_add_overlaps (GigView *self)
{
  for (guint i = 0; i < self->n_sets; i++)
    {
      GigConcept *concept = self->sets[i].concept;

      if (!(self->bound & ((GigZoneMask) 1 << i)))
        continue;
      for (guint j = 0; j < concept->overlaps->len; j++)
        {
          int other = gig_view_find_set (self, concept->overlaps->pdata[j]);

          if (other >= 0 && (self->bound & ((GigZoneMask) 1 << other)))
            gig_view_add_union (self, (GigZoneMask) 1 << i | (GigZoneMask) 1 << other, NAN, TRUE);
        }
    }
}

/* “If Z′ adds exactly that set and is itself required, the member stands astride.” */
static void
place_astride (GigView *self)
{
  for (guint i = 0; i < self->all_members->len; i++)
    {
      GigViewMember *entry = self->all_members->pdata[i];
      GigZoneMask added = entry->contested & ~entry->zone;

      if (entry->zone == 0 || added == 0 || (added & (added - 1)) != 0)
        continue;
      for (guint j = 0; j < self->zones->len && !entry->astride; j++)
        entry->astride = g_array_index (self->zones, GigZoneMask, j) == entry->contested;
    }
}

static int
weigh_zones (GigView *self)
{
  guint n_zones = self->zones->len;
  g_autofree double *sizes = g_new (double, MAX (n_zones, 1));

  self->weights = g_new (double, MAX (n_zones, 1));
  for (guint i = 0; i < n_zones; i++)
    {
      GigZoneMask zone = g_array_index (self->zones, GigZoneMask, i);

      self->weights[i] = 1;
      sizes[i] = NAN;
      for (guint j = 0; j < self->n_sets; j++)
        if (self->closures[j] == zone)
          sizes[i] = self->sets[j].weight;
      for (guint j = 0; j < self->sized_zones->len; j++)
        if (g_array_index (self->sized_zones, GigZoneMask, j) == zone)
          sizes[i] = g_array_index (self->sizes, double, j);
    }
  if (!self->proportional)
    return -1;
  return gig_set_core_get_weights ((const GigZoneMask *) self->zones->data, n_zones, sizes,
                                   self->weights);
}

int
gig_view_finish (GigView *self)
{
  int wrong;

  g_array_set_size (self->core_members, 0);
  for (guint i = 0; i < self->all_members->len; i++)
    {
      GigViewMember *entry = self->all_members->pdata[i];
      GArray *contested = g_array_index (self->contested, GArray *, i);
      GigSetCoreMember member = {
        entry->zone, (const GigZoneMask *) contested->data, contested->len,
      };

      g_array_append_val (self->core_members, member);
    }
  self->core = (GigSetCore) {
    .n_sets = self->n_sets,
    .closures = self->closures,
    .empty = self->empty,
    .unions = (const GigZoneMask *) self->unions->data,
    .n_unions = self->unions->len,
    .members = (const GigSetCoreMember *) self->core_members->data,
    .n_members = self->core_members->len,
  };
  self->zones = gig_set_core_get_zones (&self->core);
  place_astride (self);
  wrong = weigh_zones (self);
  for (guint i = 0; i < self->n_sets; i++)
    if (!self->proportional || !isfinite (self->sets[i].weight))
      self->sets[i].weight = 1;
  return wrong;
}

GigView *
gig_view_new_for_concepts (GigLesson          *lesson,
                           GigConcept * const *concepts,
                           guint               n_concepts)
{
  GigView *self;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (n_concepts > 0 && n_concepts <= GIG_VIEW_MAX_SETS, NULL);

  self = gig_view_new ();
  self->id = "";
  self->concept = concepts[0];
  for (guint i = 0; i < n_concepts; i++)
    {
      GigViewSet set = {
        .key = concepts[i]->id,
        .concept = concepts[i],
        .label = gig_concept_get_label (concepts[i]),
        .weight = NAN,
      };

      gig_view_add_set (self, &set, TRUE);
    }
  gig_view_close_sets (self);
  for (guint i = 0; i < lesson->members->len; i++)
    {
      GigMember *member = lesson->members->pdata[i];

      gig_view_add_member (self, member, member->name, 0);
    }
  gig_view_add_overlaps (self);
  gig_view_finish (self);
  return self;
}

const char *
gig_view_get_id (GigView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const GigMessage *
gig_view_get_title (GigView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const GigMessage *
gig_view_get_takeaway (GigView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->takeaway;
}

void
_gig_view_set_takeaway (GigView          *self,
                        const GigMessage *takeaway)
{
  g_return_if_fail (self != NULL);

  self->takeaway = takeaway;
}

GigConcept *
gig_view_get_concept (GigView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->concept;
}

guint
gig_view_get_line (GigView *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

gboolean
gig_view_is_claim (GigView *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->claim;
}

gboolean
gig_view_is_proportional (GigView *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->proportional;
}

guint
gig_view_get_n_sets (GigView *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_sets;
}

const GigViewSet *
gig_view_get_set (GigView *self,
                  guint    index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_sets, NULL);

  return &self->sets[index];
}

int
gig_view_find_set (GigView    *self,
                   GigConcept *concept)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; concept != NULL && i < self->n_sets; i++)
    if (self->sets[i].concept == concept)
      return (int) i;
  return -1;
}

GPtrArray *
gig_view_get_members (GigView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->members;
}

GPtrArray *
gig_view_get_all_members (GigView *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->all_members;
}

const char *
gig_view_member_get_id (const GigViewMember *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->member != NULL ? gig_member_get_id (self->member) : self->name->source;
}

const GigViewMember *
gig_view_find_member (GigView   *self,
                      GigMember *member)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; member != NULL && i < self->all_members->len; i++)
    {
      const GigViewMember *entry = self->all_members->pdata[i];

      if (entry->member == member)
        return entry;
    }
  return NULL;
}

const GigZoneMask *
gig_view_get_zones (GigView *self,
                    guint   *n_zones)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_zones != NULL, NULL);

  *n_zones = self->zones->len;
  return (const GigZoneMask *) self->zones->data;
}

double
gig_view_get_zone_weight (GigView     *self,
                          GigZoneMask  zone)
{
  g_return_val_if_fail (self != NULL, 1);

  for (guint i = 0; i < self->zones->len; i++)
    if (g_array_index (self->zones, GigZoneMask, i) == zone)
      return self->weights[i];
  return 1;
}
