/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene-private.h"


static guint
count_bits (GigZoneMask mask)
{
  guint n = 0;

  for (; mask != 0; mask &= mask - 1)
    n++;

  return n;
}

static const char *
set_key (GigView *view,
         guint    set)
{
  const GigViewSet *entry = gig_view_get_set (view, set);

  return entry->concept != NULL ? gig_concept_get_id (entry->concept) : entry->key;
}

/* The sets of a zone that contain no other set of it: those that say where it is. */
static GigZoneMask
get_innermost (GigComposer *self,
               GigZoneMask  zone)
{
  GigZoneMask innermost = zone;

  for (guint i = 0; i < self->n_sets; i++)
    {
      GigZoneMask bit = (GigZoneMask) 1 << i;

      if ((zone & bit) == 0)
        continue;
      for (guint j = 0; j < self->n_sets; j++)
        {
          /* Of equal sets the first one stays. */
          if (j != i && (self->containers[i] >> j & 1) != 0 &&
              ((self->containers[j] & bit) == 0 || j > i))
            innermost &= ~((GigZoneMask) 1 << j);
        }
    }

  return innermost;
}

static int
lowest_bit (GigZoneMask mask)
{
  for (int i = 0; i < GIG_VIEW_MAX_SETS; i++)
    {
      if ((mask >> i & 1) != 0)
        return i;
    }

  return -1;
}

/* The set that a set lies in next, or -1. */
static int
get_container (GigComposer *self,
               guint        set)
{
  GigZoneMask others = self->containers[set] & ~((GigZoneMask) 1 << set);

  for (guint i = 0; i < self->n_sets; i++)
    {
      /* Equal sets contain each other: only the earlier one is a container. */
      if ((others >> i & 1) != 0 && (self->containers[i] >> set & 1) != 0 && i > set)
        others &= ~((GigZoneMask) 1 << i);
    }

  return lowest_bit (get_innermost (self, others));
}

static const char *
set_name (GigComposer *self,
          guint        set)
{
  GigScene *scene = self->scene;

  return gig_scene_take_string (scene,
                                gig_scene_get_message_text (scene, gig_view_get_set (scene->view, set)->label, NULL));
}

static gboolean
is_whole_set (GigComposer *self,
              GigZoneMask  zone,
              guint        set)
{
  guint              n_zones;
  const GigZoneMask *zones = gig_view_get_zones (self->scene->view, &n_zones);

  for (guint i = 0; i < n_zones; i++)
    {
      if (zones[i] != zone && (zones[i] >> set & 1) != 0)
        return FALSE;
    }

  return TRUE;
}

static const char *
zone_name (GigComposer *self,
           GigZoneMask  zone)
{
  GigZoneMask          innermost = get_innermost (self, zone);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->n_sets; i++)
    {
      if ((innermost >> i & 1) != 0)
        g_ptr_array_add (names, (gpointer) set_name (self, i));
    }
  if (names->len == 1)
    {
      const char *name = g_ptr_array_index (names, 0);

      if (is_whole_set (self, zone, lowest_bit (innermost)))
        return name;
      /* Translators: a part of a diagram: what is in one set and in none of the others. */
      return gig_scene_take_string (self->scene,
                                    /* Translators: the part of a set that lies in no other set of the diagram */
                                    gig_language_format (self->options->language, "%s only", name));
    }
  g_ptr_array_add (names, NULL);

  return gig_scene_take_string (self->scene,
                                gig_language_format_and_list (self->options->language,
                                                              (const char * const *) names->pdata));
}

static const char *
zone_key (GigComposer *self,
          GigZoneMask  zone,
          const char  *prefix)
{
  GString *key = g_string_new (prefix);

  for (guint i = 0; i < self->n_sets; i++)
    {
      if ((zone >> i & 1) != 0)
        {
          if (key->str[key->len - 1] != ':')
            g_string_append_c (key, '+');
          g_string_append (key, set_key (self->scene->view, i));
        }
    }

  return gig_scene_take_string (self->scene, g_string_free (key, FALSE));
}

/* (sentence: (nullable)) Returns whether it says something. */
static gboolean
add_sentence (GStrvBuilder *sentences,
              const char   *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return FALSE;

  g_strv_builder_add (sentences, sentence);

  return TRUE;
}

/* (transfer none): the scene keeps it */
static const char *
join_sentences (GigComposer  *self,
                GStrvBuilder *sentences)
{
  g_auto (GStrv) list = g_strv_builder_end (sentences);

  return gig_scene_take_string (self->scene, gig_language_join_sentences (self->options->language, (const char * const *) list));
}

/* Every member of a zone, shown or not, as “Members here: a, b and c.” */
static char *
list_members (GigComposer *self,
              GPtrArray   *members,
              GigZoneMask  zone)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *list = NULL;
  guint                 n;

  for (guint i = 0; i < members->len; i++)
    {
      const GigViewMember *member = g_ptr_array_index (members, i);

      g_autofree char     *name = NULL;

      if (member->zone != zone)
        continue;
      name = gig_scene_get_message_text (self->scene, member->name, NULL);
      if ((member->contested & ~member->zone) != 0)
        g_ptr_array_add (names, gig_language_format (self->options->language, "%s (debated)", name));
      else
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  n = names->len;
  if (n == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  list = gig_language_format_and_list (self->options->language, (const char * const *) names->pdata);

  /* Translators: a list of the examples in this part of a diagram */
  return gig_language_format (self->options->language, "Here: %s.", list);
}

static void
describe_set (GigComposer *self,
              GigItem     *item)
{
  GigView            *view = self->scene->view;
  const GigViewSet   *set = gig_view_get_set (view, item->set);
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  gboolean            related = FALSE;

  item->concept = set->concept;
  item->name = set_name (self, item->set);
  item->key = gig_scene_take_string (self->scene, g_strconcat ("set:", set_key (view, item->set), NULL));
  for (guint i = 0; i < self->n_sets; i++)
    {
      GigRelation      relation;
      g_autofree char *sentence = NULL;

      if ((int) i == item->set)
        continue;
      relation = gig_view_get_relation (view, item->set, i);
      if ((relation == GIG_RELATION_SUBSET && (int) i == get_container (self, item->set)) ||
          relation == GIG_RELATION_OVERLAP || relation == GIG_RELATION_EQUAL)
        sentence = gig_view_describe_relation (view, self->scene->lesson, item->set, i, self->options->language);
      related |= add_sentence (sentences, sentence);
    }
  /* What is around everything: what it is. */
  if (!related && set->concept != NULL && gig_concept_get_lead (set->concept) != NULL)
    {
      g_autofree char *lead = gig_scene_get_message_text (self->scene, gig_concept_get_lead (set->concept), NULL);

      add_sentence (sentences, lead);
    }
  item->description = join_sentences (self, sentences);
}

static void
describe_zone (GigComposer *self,
               GigItem     *item)
{
  GigView            *view = self->scene->view;
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_autofree char    *sentence = gig_view_describe_zone (view, self->scene->lesson, item->zone, self->options->language);
  GPtrArray          *known = self->options->only_members;
  g_autofree char    *members = list_members (self, known != NULL ? known : gig_view_get_all_members (view), item->zone);

  item->name = zone_name (self, item->zone);
  item->key = zone_key (self, item->zone, "zone:");
  add_sentence (sentences, sentence);
  add_sentence (sentences, members);
  if (item->empty)
    add_sentence (sentences, gig_language_gettext (self->options->language,
                                                 "Empty: nothing stands here; these shapes cannot be drawn without it."));
  item->description = join_sentences (self, sentences);
}

static void
describe_member (GigComposer *self,
                 GigItem     *item)
{
  GigView            *view = self->scene->view;
  GigLanguage        *language = self->options->language;
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_autofree char    *sentence = NULL;

  item->name = gig_scene_take_string (self->scene, gig_scene_get_message_text (self->scene, item->member->name, NULL));
  item->key = gig_scene_take_string (self->scene, g_strconcat ("member:", gig_view_member_get_id (item->member), NULL));
  /* A zone is outside the sets that a debated member may be in. */
  if (item->zone != 0 && item->contested)
    sentence = gig_view_describe_member (view, self->scene->lesson, item->member, language);
  else if (item->zone != 0)
    sentence = gig_view_describe_zone (view, self->scene->lesson, item->zone, language);
  add_sentence (sentences, sentence);
  if (item->contested)
    {
      int              set = item->member->disputed != NULL ? gig_view_find_set (view, item->member->disputed) : -1;
      g_autofree char *debated = NULL;

      if (set < 0)
        set = lowest_bit (item->member->contested & ~item->member->zone);
      if (set >= 0)
        {
          g_autofree char *quoted = gig_language_quote (language, set_name (self, set));

          debated = gig_language_format (language, "Debated: some count it in %s, some do not.", quoted);
        }
      add_sentence (sentences, debated);
    }
  item->description = join_sentences (self, sentences);
}

static void
describe_more (GigComposer *self,
               GigItem     *item)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_autofree char *sentence = gig_view_describe_zone (self->scene->view, self->scene->lesson, item->zone, self->options->language);
  g_autofree char *number = gig_language_format_integer (self->options->language, item->members->len);
  g_autofree char *members = list_members (self, item->members, item->zone);

  item->name = gig_scene_take_string (self->scene,
                                      gig_language_nformat (self->options->language, item->members->len,
                                                            /* Translators: so many examples more than the diagram has room for */
                                                            "%s more", "%s more", number));
  item->key = zone_key (self, item->zone, "more:");
  add_sentence (sentences, sentence);
  add_sentence (sentences, members);
  item->description = join_sentences (self, sentences);
}

/* --- Reading order --- */

typedef struct
{
  GigComposer *composer;
  GArray      *sorted;    /* GigItem */
  GArray      *taken;     /* guint: the old place of each */
} Order;

static int
take (Order *order,
      guint  old,
      int    parent)
{
  GigItem item = g_array_index (order->composer->scene->items, GigItem, old);

  item.index = order->sorted->len;
  item.parent = parent;
  g_array_append_val (order->sorted, item);
  g_array_append_val (order->taken, old);

  return item.index;
}

static void
take_members (Order       *order,
              GigZoneMask  zone,
              int          parent)
{
  GArray *items = order->composer->scene->items;

  for (guint i = 0; i < items->len; i++)
    {
      const GigItem *item = &g_array_index (items, GigItem, i);

      if ((item->kind == GIG_ITEM_MEMBER || item->kind == GIG_ITEM_MORE) && item->zone == zone)
        take (order, i, parent);
    }
}

static void
take_set (Order *order,
          int    set,
          int    parent)
{
  GigComposer *self = order->composer;
  GArray      *items = self->scene->items;
  int          index = parent;

  for (guint i = 0; i < items->len; i++)
    {
      const GigItem *item = &g_array_index (items, GigItem, i);

      if (item->kind == GIG_ITEM_SET && item->set == set)
        index = take (order, i, parent);
    }
  for (guint depth = 1; depth <= self->n_sets; depth++)
    {
      for (guint i = 0; i < items->len; i++)
        {
          const GigItem *item = &g_array_index (items, GigItem, i);

          if (item->kind == GIG_ITEM_ZONE && count_bits (item->zone) == depth &&
              lowest_bit (get_innermost (self, item->zone)) == set)
            take_members (order, item->zone, take (order, i, index));
        }
    }
  for (guint i = 0; i < self->n_sets; i++)
    {
      if (get_container (self, i) == set)
        take_set (order, i, index);
    }
}

static void
sort_items (GigComposer *self)
{
  GigScene          *scene = self->scene;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (guint));
  Order              order = { self, g_array_new (FALSE, TRUE, sizeof (GigItem)), taken };

  for (guint i = 0; i < self->n_sets; i++)
    {
      if (get_container (self, i) < 0)
        take_set (&order, i, -1);
    }
  take_members (&order, 0, -1);
  for (guint i = 0; i < scene->shapes->len; i++)
    {
      GigShape *shape = &g_array_index (scene->shapes, GigShape, i);
      int       old = shape->item;

      shape->item = -1;
      for (guint j = 0; old >= 0 && j < taken->len; j++)
        {
          if (g_array_index (taken, guint, j) == (guint) old)
            shape->item = j;
        }
      /* Sets and zones themselves, which were drawn before any item. */
      for (guint j = 0; old < 0 && j < order.sorted->len; j++)
        {
          const GigItem *item = &g_array_index (order.sorted, GigItem, j);

          if ((shape->kind == GIG_SHAPE_ZONE && item->kind == GIG_ITEM_ZONE && item->zone == shape->zone) ||
              (shape->set >= 0 && item->kind == GIG_ITEM_SET && item->set == shape->set))
            shape->item = j;
        }
    }
  g_array_unref (scene->items);
  scene->items = order.sorted;
}

static void
add_zone_items (GigComposer *self)
{
  GigScene           *scene = self->scene;
  size_t              n_zones;
  const GigEulerZone *zones = gig_euler_layout_get_zones (scene->layout, &n_zones);

  for (size_t i = 0; i < n_zones; i++)
    {
      const GigZonePath *path = gig_scene_find_zone_path (scene, zones[i].mask);
      double             radius = zones[i].radius * scene->scale / G_SQRT2;
      GigItem            item = { .kind = GIG_ITEM_ZONE, .parent = -1, .set = -1, .zone = zones[i].mask };

      item.empty = !zones[i].required;
      item.bounds = path->bounds;
      item.label = (GigRect) { zones[i].x * scene->scale + scene->dx - radius,
                               zones[i].y * scene->scale + scene->dy - radius,
                               2 * radius, 2 * radius };
      g_array_append_val (scene->items, item);
    }
}

static void
describe_scene (GigComposer *self)
{
  GigScene           *scene = self->scene;
  GigLanguage        *language = self->options->language;
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto (GStrv)      list = NULL;

  scene->name = gig_view_get_title (scene->view) != NULL
                  ? gig_scene_get_message_text (scene, gig_view_get_title (scene->view), NULL)
                  : g_strdup (gig_language_gettext (language, "Diagram"));
  if (gig_view_get_takeaway (scene->view) != NULL)
    {
      g_autofree char *takeaway = gig_scene_get_message_text (scene, gig_view_get_takeaway (scene->view), NULL);

      add_sentence (sentences, takeaway);
    }
  if (gig_view_is_claim (scene->view))
    add_sentence (sentences, gig_language_gettext (language, "This is drawn as the articles draw it, not as this lesson sees it."));
  if (!gig_euler_layout_is_ok (scene->layout))
    add_sentence (sentences, gig_language_gettext (language, "These sets cannot be drawn exactly: parts that are empty are hatched."));
  list = g_strv_builder_end (sentences);
  scene->description = gig_language_join_sentences (language, (const char * const *) list);
}

void
gig_composer_build_items (GigComposer *self)
{
  GigScene *scene = self->scene;

  add_zone_items (self);
  sort_items (self);
  for (guint i = 0; i < scene->items->len; i++)
    {
      GigItem *item = &g_array_index (scene->items, GigItem, i);

      switch (item->kind)
        {
        case GIG_ITEM_SET:
          {
            GigEulerEllipse ellipse = gig_scene_map_ellipse (scene, gig_euler_layout_get_ellipse (scene->layout, item->set));

            item->bounds = gig_ellipse_get_bounds (&ellipse);
            describe_set (self, item);
            break;
          }
        case GIG_ITEM_ZONE:
          describe_zone (self, item);
          break;
        case GIG_ITEM_MEMBER:
          describe_member (self, item);
          break;
        case GIG_ITEM_MORE:
        default:
          describe_more (self, item);
          break;
        }
    }
  describe_scene (self);
}
