/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene.h"

#include "gig-scene-beside.h"


/* Beyond this a name takes two lines in the drawing's plan, nominal px. */
#define MAX_NAME_WIDTH 210.0

typedef struct
{
  guint64 key;
  double  width;
  double  height;
} RequestSet;

typedef struct
{
  GigZoneMask zone;
  GigZoneMask other_zone;
  double      width;
  double      height;
} RequestItem;

typedef struct
{
  GigZoneMask zone;
  double      weight;
} RequestZone;

struct _GigSceneRequest
{
  gatomicrefcount  ref_count;
  GigEulerCanvas   canvas;
  gboolean         proportional;
  GArray          *sets;        /* RequestSet */
  GArray          *zones;       /* RequestZone */
  GArray          *items;       /* RequestItem */
  GigEulerLayout  *previous;
};

/* FNV-1a, 64 bits: the same on every machine. */
static guint64
hash_string (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *p = text; *p != '\0'; p++)
    hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (1099511628211);

  return hash;
}

static void
add_sets (GigSceneRequest *self,
          GigView         *view,
          GArray          *labels,
          double           factor)
{
  for (guint i = 0; i < gig_view_get_n_sets (view); i++)
    {
      const GigViewSet *set = gig_view_get_set (view, i);
      const GigLabel   *label = &g_array_index (labels, GigLabel, i);
      const GigTextBox *box = &label->box;
      gboolean          wrapped = box->width * factor > MAX_NAME_WIDTH && box->wrapped_width > 0;
      RequestSet        entry = { 0 };

      entry.key = hash_string (set->concept != NULL ? gig_concept_get_id (set->concept) : set->key);
      if (!label->beside)
        {
          entry.width = (wrapped ? box->wrapped_width : box->width) * factor;
          entry.height = (wrapped ? box->wrapped_height : box->height) * factor;
        }
      g_array_append_val (self->sets, entry);
    }
}

static void
add_zones (GigSceneRequest *self,
           GigView         *view)
{
  guint              n_zones;
  const GigZoneMask *zones = gig_view_get_zones (view, &n_zones);

  for (guint i = 0; i < n_zones; i++)
    {
      RequestZone zone = { zones[i], gig_view_get_zone_weight (view, zones[i]) };

      g_array_append_val (self->zones, zone);
    }
}

static GigSceneRequest *
request_new (GigView        *view,
             GArray         *labels,
             GigEulerCanvas  canvas,
             GigEulerLayout *previous,
             double          name_factor,
             double          member_factor)
{
  GigSceneRequest *self = g_new0 (GigSceneRequest, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->canvas = canvas;
  self->proportional = gig_view_is_proportional (view);
  self->sets = g_array_new (FALSE, FALSE, sizeof (RequestSet));
  self->zones = g_array_new (FALSE, FALSE, sizeof (RequestZone));
  self->items = g_array_new (FALSE, FALSE, sizeof (RequestItem));
  self->previous = previous != NULL ? gig_euler_layout_ref (previous) : NULL;
  add_sets (self, view, labels, name_factor);
  add_zones (self, view);
  for (guint i = self->sets->len; i < labels->len; i++)
    {
      const GigLabel *label = &g_array_index (labels, GigLabel, i);
      RequestItem     item = { label->zone, label->other_zone,
                               label->box.width * member_factor, label->box.height * member_factor };

      g_array_append_val (self->items, item);
    }

  return self;
}

GigSceneRequest *
gig_scene_request_new (GigLesson      *lesson,
                       GigView        *view,
                       PangoContext   *context,
                       GigEulerCanvas  canvas,
                       GigEulerLayout *previous)
{
  g_autoptr (GArray) labels = NULL;

  g_return_val_if_fail (lesson != NULL && view != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  labels = gig_labels_new (lesson, view, context, GIG_SCENE_DEFAULT, 0);

  return request_new (view, labels, canvas, previous, 1, 1);
}

GigSceneRequest *
gig_scene_request_new_for_plan (GigLesson          *lesson,
                                GigView            *view,
                                PangoContext       *context,
                                const GigScenePlan *plan)
{
  g_autoptr (GArray) labels = NULL;
  double             names, members;

  g_return_val_if_fail (lesson != NULL && view != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  _gig_scene_plan_get_factors (plan, &names, &members);
  labels = gig_labels_new (lesson, view, context, GIG_SCENE_DEFAULT, gig_scene_plan_get_max_members (plan));

  return request_new (view, labels, plan->canvas, NULL, names, members);
}

GigSceneRequest *
gig_scene_request_new_for_wall (GigLesson     *lesson,
                                GigView       *view,
                                PangoContext  *context,
                                double         width,
                                double         height,
                                double         name_size,
                                double         member_size,
                                guint          max_members,
                                GigSceneFlags  flags)
{
  GigEulerCanvas     canvas;
  double             canvas_width, canvas_height, scale, column;
  g_autoptr (GArray) labels = NULL;

  g_return_val_if_fail (lesson != NULL && view != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  labels = gig_labels_new (lesson, view, context, flags, max_members);
  column = gig_labels_put_beside (labels, view, flags, name_size / gig_text_role_get_size (GIG_TEXT_NAME),
                                  member_size / gig_text_role_get_size (GIG_TEXT_MEMBER), width - 2 * GIG_SCENE_AIR, height - 2 * GIG_SCENE_AIR);
  column += gig_labels_get_right_column (labels, view, flags, name_size / gig_text_role_get_size (GIG_TEXT_NAME));
  canvas = gig_scene_choose_canvas (width - column, height, GIG_EULER_CANVAS_WIDE);
  gig_euler_canvas_get_size (canvas, &canvas_width, &canvas_height);
  scale = MIN ((width - column) / canvas_width, height / canvas_height);

  return request_new (view, labels, canvas, NULL,
                      name_size / gig_text_role_get_size (GIG_TEXT_NAME) / scale,
                      member_size / gig_text_role_get_size (GIG_TEXT_MEMBER) / scale);
}

GigSceneRequest *
gig_scene_request_ref (GigSceneRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
gig_scene_request_unref (GigSceneRequest *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->sets);
  g_array_unref (self->zones);
  g_array_unref (self->items);
  g_clear_pointer (&self->previous, gig_euler_layout_unref);
  g_free (self);
}

static guint
hash_double (guint  hash,
             double value)
{
  return hash * 31 + g_double_hash (&value);
}

guint
gig_scene_request_hash (gconstpointer pointer)
{
  const GigSceneRequest *self = pointer;
  guint                  hash = self->canvas * 2 + self->proportional;

  for (guint i = 0; i < self->sets->len; i++)
    {
      const RequestSet *set = &g_array_index (self->sets, RequestSet, i);

      hash = hash_double (hash * 31 + (guint) set->key, set->width);
    }
  for (guint i = 0; i < self->zones->len; i++)
    hash = hash * 31 + g_array_index (self->zones, RequestZone, i).zone;
  for (guint i = 0; i < self->items->len; i++)
    {
      const RequestItem *item = &g_array_index (self->items, RequestItem, i);

      hash = hash_double (hash * 31 + item->zone, item->width);
    }

  return hash;
}

static gboolean
sets_equal (const RequestSet *a,
            const RequestSet *b)
{
  return a->key == b->key && a->width == b->width && a->height == b->height;
}

static gboolean
items_equal (const RequestItem *a,
             const RequestItem *b)
{
  return a->zone == b->zone && a->other_zone == b->other_zone &&
         a->width == b->width && a->height == b->height;
}

gboolean
gig_scene_request_equal (gconstpointer a,
                         gconstpointer b)
{
  const GigSceneRequest *first = a;
  const GigSceneRequest *second = b;

  if (first->canvas != second->canvas || first->proportional != second->proportional ||
      first->previous != second->previous || first->sets->len != second->sets->len ||
      first->zones->len != second->zones->len || first->items->len != second->items->len)
    return FALSE;
  for (guint i = 0; i < first->sets->len; i++)
    {
      if (!sets_equal (&g_array_index (first->sets, RequestSet, i),
                       &g_array_index (second->sets, RequestSet, i)))
        return FALSE;
    }
  for (guint i = 0; i < first->zones->len; i++)
    {
      const RequestZone *one = &g_array_index (first->zones, RequestZone, i);
      const RequestZone *other = &g_array_index (second->zones, RequestZone, i);

      if (one->zone != other->zone || one->weight != other->weight)
        return FALSE;
    }
  for (guint i = 0; i < first->items->len; i++)
    {
      if (!items_equal (&g_array_index (first->items, RequestItem, i),
                        &g_array_index (second->items, RequestItem, i)))
        return FALSE;
    }

  return TRUE;
}

static bool
is_cancelled (void *user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

GigEulerLayout *
gig_scene_compute_layout (GigSceneRequest *request,
                          GCancellable    *cancellable)
{
  g_autoptr (GigEulerBuilder) builder = NULL;

  g_return_val_if_fail (request != NULL, NULL);

  builder = gig_euler_builder_new (request->sets->len);
  gig_euler_builder_set_canvas (builder, request->canvas);
  gig_euler_builder_set_proportional (builder, request->proportional);
  for (guint i = 0; i < request->sets->len; i++)
    {
      const RequestSet *set = &g_array_index (request->sets, RequestSet, i);

      gig_euler_builder_set_key (builder, i, set->key);
      gig_euler_builder_set_label (builder, i, set->width, set->height);
    }
  for (guint i = 0; i < request->zones->len; i++)
    {
      const RequestZone *zone = &g_array_index (request->zones, RequestZone, i);

      gig_euler_builder_add_zone (builder, zone->zone);
      if (request->proportional)
        gig_euler_builder_set_weight (builder, zone->zone, zone->weight);
    }
  for (guint i = 0; i < request->items->len; i++)
    {
      const RequestItem *item = &g_array_index (request->items, RequestItem, i);

      if (item->zone != item->other_zone)
        gig_euler_builder_add_item_between (builder, item->zone, item->other_zone, item->width, item->height);
      else
        gig_euler_builder_add_item (builder, item->zone, item->width, item->height);
    }
  gig_euler_builder_set_previous (builder, request->previous);
  if (cancellable != NULL)
    gig_euler_builder_set_cancel (builder, is_cancelled, cancellable);

  return gig_euler_builder_build (builder);
}
