/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-placement.h"

#include "gig-dice.h"

struct _GigPlacement
{
  GObject              parent_instance;

  GigLesson           *lesson;
  GigView             *view;
  GPtrArray           *order;         /* all, in the order of the tray */
  GPtrArray           *tray;
  GHashTable          *zones;         /* GigViewMember → zone placed in */
  const GigViewMember *picked;
  const GigViewMember *last_member;   /* of the last try */
  GigZoneMask          last_zone;
  guint                n_wrong;
};

G_DEFINE_FINAL_TYPE (GigPlacement, gig_placement, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PICKED,
  PROP_N_MEMBERS,
  PROP_N_PLACED,
  PROP_N_WRONG,
  N_PROPS,
};

enum
{
  CHANGED,
  PLACED,
  REFUSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_tray (GigPlacement *self)
{
  g_ptr_array_set_size (self->tray, 0);
  for (guint i = 0; i < self->order->len; i++)
    if (!g_hash_table_contains (self->zones, self->order->pdata[i]))
      g_ptr_array_add (self->tray, self->order->pdata[i]);
}

static void
emit_changed (GigPlacement *self)
{
  update_tray (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PLACED]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill_order (GigPlacement *self,
            guint64       seed)
{
  GPtrArray *members = gig_view_get_members (self->view);
  g_autofree guint *order = g_new (guint, MAX (members->len, 1));
  GigDice dice = { seed };

  for (guint i = 0; i < members->len; i++)
    order[i] = i;
  if (seed != 0)
    gig_dice_shuffle (&dice, order, members->len);
  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (self->order, members->pdata[order[i]]);
}

GigView *
gig_placement_get_view (GigPlacement *self)
{
  g_return_val_if_fail (GIG_IS_PLACEMENT (self), NULL);

  return self->view;
}

GigLesson *
gig_placement_get_lesson (GigPlacement *self)
{
  g_return_val_if_fail (GIG_IS_PLACEMENT (self), NULL);

  return self->lesson;
}

GPtrArray *
gig_placement_get_tray (GigPlacement *self)
{
  g_return_val_if_fail (GIG_IS_PLACEMENT (self), NULL);

  return self->tray;
}

void
gig_placement_pick (GigPlacement        *self,
                    const GigViewMember *member)
{
  g_return_if_fail (GIG_IS_PLACEMENT (self));

  if (member == self->picked
      || (member != NULL && !g_ptr_array_find (self->tray, member, NULL)))
    return;
  self->picked = member;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKED]);
}

const GigViewMember *
gig_placement_get_picked (GigPlacement *self)
{
  g_return_val_if_fail (GIG_IS_PLACEMENT (self), NULL);

  return self->picked;
}

GigPlacementResult
gig_placement_place (GigPlacement *self,
                     GigZoneMask   zone)
{
  const GigViewMember *member;

  g_return_val_if_fail (GIG_IS_PLACEMENT (self), GIG_PLACEMENT_WRONG);
  g_return_val_if_fail (self->picked != NULL, GIG_PLACEMENT_WRONG);

  member = self->picked;
  g_object_freeze_notify (G_OBJECT (self));
  self->last_member = member;
  self->last_zone = zone;
  if (gig_view_accepts (self->view, member, zone))
    {
      g_hash_table_insert (self->zones, (gpointer) member, GUINT_TO_POINTER (zone));
      gig_placement_pick (self, NULL);
      emit_changed (self);
      g_signal_emit (self, signals[PLACED], 0, member, zone);
      g_object_thaw_notify (G_OBJECT (self));
      return member->disputed != NULL ? GIG_PLACEMENT_DISPUTED : GIG_PLACEMENT_RIGHT;
    }
  self->n_wrong++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_WRONG]);
  emit_changed (self);
  g_signal_emit (self, signals[REFUSED], 0, member, zone);
  g_object_thaw_notify (G_OBJECT (self));
  return GIG_PLACEMENT_WRONG;
}

gboolean
gig_placement_get_zone (GigPlacement        *self,
                        const GigViewMember *member,
                        GigZoneMask         *zone)
{
  gpointer value;

  g_return_val_if_fail (GIG_IS_PLACEMENT (self), FALSE);

  if (!g_hash_table_lookup_extended (self->zones, member, NULL, &value))
    return FALSE;
  if (zone != NULL)
    *zone = GPOINTER_TO_UINT (value);
  return TRUE;
}

void
gig_placement_take_back (GigPlacement        *self,
                         const GigViewMember *member)
{
  g_return_if_fail (GIG_IS_PLACEMENT (self));

  if (g_hash_table_remove (self->zones, member))
    emit_changed (self);
}

void
gig_placement_settle (GigPlacement        *self,
                      const GigViewMember *member)
{
  g_return_if_fail (GIG_IS_PLACEMENT (self));
  g_return_if_fail (member != NULL);

  if (self->picked == member)
    gig_placement_pick (self, NULL);
  g_hash_table_insert (self->zones, (gpointer) member, GUINT_TO_POINTER (member->zone));
  emit_changed (self);
}

void
gig_placement_reveal (GigPlacement *self)
{
  g_return_if_fail (GIG_IS_PLACEMENT (self));

  gig_placement_pick (self, NULL);
  for (guint i = 0; i < self->tray->len; i++)
    {
      const GigViewMember *member = self->tray->pdata[i];

      g_hash_table_insert (self->zones, (gpointer) member, GUINT_TO_POINTER (member->zone));
    }
  emit_changed (self);
}

void
gig_placement_reset (GigPlacement *self)
{
  g_return_if_fail (GIG_IS_PLACEMENT (self));

  g_object_freeze_notify (G_OBJECT (self));
  gig_placement_pick (self, NULL);
  g_hash_table_remove_all (self->zones);
  self->last_member = NULL;
  self->n_wrong = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_WRONG]);
  emit_changed (self);
  g_object_thaw_notify (G_OBJECT (self));
}

guint
gig_placement_get_n_members (GigPlacement *self)
{
  g_return_val_if_fail (GIG_IS_PLACEMENT (self), 0);

  return self->order->len;
}

guint
gig_placement_get_n_placed (GigPlacement *self)
{
  g_return_val_if_fail (GIG_IS_PLACEMENT (self), 0);

  return g_hash_table_size (self->zones);
}

guint
gig_placement_get_n_wrong (GigPlacement *self)
{
  g_return_val_if_fail (GIG_IS_PLACEMENT (self), 0);

  return self->n_wrong;
}

gboolean
gig_placement_is_done (GigPlacement *self)
{
  g_return_val_if_fail (GIG_IS_PLACEMENT (self), FALSE);

  return self->tray->len == 0;
}

char *
gig_placement_get_reason (GigPlacement *self,
                          GigLanguage  *language)
{
  g_return_val_if_fail (GIG_IS_PLACEMENT (self), NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  if (self->last_member == NULL)
    return NULL;
  return gig_view_explain_place (self->view, self->lesson, self->last_member, self->last_zone, language);
}

char *
gig_placement_get_progress_text (GigPlacement *self,
                                 GigLanguage  *language)
{
  g_autofree char *placed = NULL;
  g_autofree char *members = NULL;

  g_return_val_if_fail (GIG_IS_PLACEMENT (self), NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  placed = gig_language_format_integer (language, gig_placement_get_n_placed (self));
  members = gig_language_format_integer (language, self->order->len);
  /* Translators: how many models stand in their zones, and of how many. */
  return gig_language_nformat (language, gig_placement_get_n_placed (self), "%1$s of %2$s placed",
                               "%1$s of %2$s placed", placed, members);
}

static void
gig_placement_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  GigPlacement *self = GIG_PLACEMENT (object);

  switch (property_id)
    {
    case PROP_PICKED:
      g_value_set_pointer (value, (gpointer) self->picked);
      break;
    case PROP_N_MEMBERS:
      g_value_set_uint (value, gig_placement_get_n_members (self));
      break;
    case PROP_N_PLACED:
      g_value_set_uint (value, gig_placement_get_n_placed (self));
      break;
    case PROP_N_WRONG:
      g_value_set_uint (value, self->n_wrong);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
gig_placement_finalize (GObject *object)
{
  GigPlacement *self = GIG_PLACEMENT (object);

  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->tray);
  g_hash_table_unref (self->zones);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_placement_parent_class)->finalize (object);
}

static void
gig_placement_class_init (GigPlacementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gig_placement_get_property;
  object_class->finalize = gig_placement_finalize;

  properties[PROP_PICKED] = g_param_spec_pointer ("picked", NULL, NULL, flags);
  properties[PROP_N_MEMBERS] = g_param_spec_uint ("n-members", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_PLACED] = g_param_spec_uint ("n-placed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_WRONG] = g_param_spec_uint ("n-wrong", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PLACED] = g_signal_new ("placed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_UINT);
}

static void
gig_placement_init (GigPlacement *self)
{
  self->order = g_ptr_array_new ();
  self->tray = g_ptr_array_new ();
  self->zones = g_hash_table_new (NULL, NULL);
}

GigPlacement *
gig_placement_new (GigLesson *lesson,
                   GigView   *view,
                   guint64    seed)
{
  GigPlacement *self;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (view != NULL, NULL);

  self = g_object_new (GIG_TYPE_PLACEMENT, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->view = view;
  fill_order (self, seed);
  update_tray (self);
  return self;
}
