/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene-labels.h"

#include <math.h>

GigZoneMask
gig_view_get_closure (GigView *view,
                      guint    set)
{
  GigZoneMask        bit = (GigZoneMask) 1 << set;
  GigZoneMask        closure = ~(GigZoneMask) 0;
  gboolean           found = FALSE;
  guint              n_zones;
  const GigZoneMask *zones = gig_view_get_zones (view, &n_zones);

  for (guint i = 0; i < n_zones; i++)
    {
      if ((zones[i] & bit) == 0)
        continue;
      closure &= zones[i];
      found = TRUE;
    }

  return found ? closure : bit;
}

gboolean
gig_view_holds_sets (GigView *view,
                     guint    set)
{
  GigZoneMask bit = (GigZoneMask) 1 << set;

  for (guint i = 0; i < gig_view_get_n_sets (view); i++)
    if (i != set && (gig_view_get_closure (view, i) & bit) != 0)
      return TRUE;

  return FALSE;
}

gboolean
gig_view_member_is_debated (const GigViewMember *member)
{
  return member->astride || member->disputed != NULL || member->contested != member->zone;
}

static void
measure_message (GigLesson        *lesson,
                 const GigMessage *message,
                 PangoContext     *context,
                 GigTextRole       role,
                 GigTextBox       *box)
{
  const char * const *languages = gig_lesson_get_languages (lesson);

  *box = (GigTextBox) { 0 };
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *text = gig_lesson_get_plain_text (lesson, message, languages[i]);
      GigTextBox       one;

      gig_text_measure (context, role, text, languages[i], &one);
      box->width = MAX (box->width, one.width);
      box->height = MAX (box->height, one.height);
      /* A text that cannot be broken keeps its whole width beside the others' two lines. */
      if (one.wrapped_width > 0)
        {
          box->wrapped_width = MAX (box->wrapped_width, one.wrapped_width);
          box->wrapped_height = MAX (box->wrapped_height, one.wrapped_height);
        }
      else
        {
          box->wrapped_width = MAX (box->wrapped_width, one.width);
          box->wrapped_height = MAX (box->wrapped_height, one.height);
        }
    }
  if (box->wrapped_width > box->width * 0.95)
    {
      box->wrapped_width = 0;
      box->wrapped_height = 0;
    }
}

double
gig_pill_get_height (GigSceneFlags flags)
{
  return (flags & GIG_SCENE_NO_MORE) != 0 ? GIG_WALL_PILL_HEIGHT : GIG_PILL_HEIGHT;
}

double
gig_pill_get_padding (GigSceneFlags flags)
{
  return (flags & GIG_SCENE_NO_MORE) != 0 ? GIG_WALL_PILL_PADDING : GIG_PILL_PADDING;
}

static void
pad_pill (GigTextBox    *box,
          GigSceneFlags  flags,
          gboolean       with_dot)
{
  double padding = 2 * gig_pill_get_padding (flags) + (with_dot ? GIG_DOT_SIZE + GIG_DOT_GAP : 0);

  box->width += padding;
  if (box->wrapped_width > 0)
    {
      box->wrapped_width += padding;
      box->wrapped_height = gig_pill_get_height (flags) + box->wrapped_height - box->height;
    }
  box->height = gig_pill_get_height (flags);
}

static void
clear_label (gpointer data)
{
  GigLabel *label = data;

  g_clear_pointer (&label->members, g_ptr_array_unref);
}

static void
add_sets (GArray       *labels,
          GigLesson    *lesson,
          GigView      *view,
          PangoContext *context)
{
  for (guint i = 0; i < gig_view_get_n_sets (view); i++)
    {
      GigLabel label = { GIG_LABEL_SET, GIG_TEXT_NAME, i };

      label.zone = gig_view_get_closure (view, i);
      label.other_zone = label.zone;
      measure_message (lesson, gig_view_get_set (view, i)->label, context, GIG_TEXT_NAME, &label.box);
      g_array_append_val (labels, label);
    }
}

static gboolean
is_chosen (GPtrArray           *chosen,
           const GigViewMember *member)
{
  for (guint i = 0; i < chosen->len; i++)
    {
      const GigViewMember *other = g_ptr_array_index (chosen, i);

      if (other == member || (member->member != NULL && other->member == member->member))
        return TRUE;
    }

  return FALSE;
}

/* With @by_zone the first of each zone, so that none seems empty, then the most important up to @limit. */
static GPtrArray *
choose_members (GigView  *view,
                guint     limit,
                gboolean  by_zone)
{
  GPtrArray                *members = gig_view_get_members (view);
  g_autoptr (GHashTable)    zones = g_hash_table_new (NULL, NULL);
  g_autofree gboolean      *taken = g_new0 (gboolean, members->len + 1);
  GPtrArray                *chosen = g_ptr_array_new ();
  guint                     n = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const GigViewMember *member = g_ptr_array_index (members, i);

      taken[i] = by_zone && g_hash_table_add (zones, GUINT_TO_POINTER (member->zone));
      n += taken[i];
    }
  for (guint i = 0; i < members->len && n < limit; i++)
    {
      n += !taken[i];
      taken[i] = TRUE;
    }
  for (guint i = 0; i < members->len; i++)
    if (taken[i])
      g_ptr_array_add (chosen, g_ptr_array_index (members, i));

  return chosen;
}

static void
add_members (GArray       *labels,
             GigLesson    *lesson,
             PangoContext *context,
             GPtrArray    *members,
             GigSceneFlags flags)
{
  for (guint i = 0; i < members->len; i++)
    {
      const GigViewMember *member = g_ptr_array_index (members, i);
      GigLabel             label = { GIG_LABEL_MEMBER, GIG_TEXT_MEMBER, 0, member };

      label.number = i + 1;
      label.zone = member->zone;
      label.other_zone = member->astride ? member->contested : member->zone;
      if ((flags & GIG_SCENE_NUMBERED) != 0)
        {
          label.box.width = gig_pill_get_height (flags);
          label.box.height = gig_pill_get_height (flags);
        }
      else
        {
          measure_message (lesson, member->name, context, GIG_TEXT_MEMBER, &label.box);
          pad_pill (&label.box, flags, gig_view_member_is_debated (member));
        }
      g_array_append_val (labels, label);
    }
}

/* Takes @members. */
static void
add_more (GArray       *labels,
          GigZoneMask   zone,
          GPtrArray    *members,
          PangoContext *context)
{
  GigLabel label = { GIG_LABEL_MORE, GIG_TEXT_MEMBER };

  label.zone = zone;
  label.other_zone = zone;
  label.members = members;
  gig_text_measure (context, GIG_TEXT_MEMBER, members->len > 9 ? "+00" : "+0", NULL, &label.box);
  label.box.wrapped_width = 0;
  pad_pill (&label.box, GIG_SCENE_DEFAULT, FALSE);
  g_array_append_val (labels, label);
}

static void
add_mores (GArray       *labels,
           GigView      *view,
           PangoContext *context,
           GPtrArray    *named)
{
  GPtrArray         *all = gig_view_get_all_members (view);
  guint              n_zones;
  const GigZoneMask *zones = gig_view_get_zones (view, &n_zones);

  for (guint i = 0; i < n_zones; i++)
    {
      g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

      for (guint j = 0; j < all->len; j++)
        {
          const GigViewMember *member = g_ptr_array_index (all, j);

          if (member->zone == zones[i] && !is_chosen (named, member))
            g_ptr_array_add (hidden, (gpointer) member);
        }
      if (hidden->len > 0)
        add_more (labels, zones[i], g_steal_pointer (&hidden), context);
    }
}

GArray *
gig_labels_new (GigLesson     *lesson,
                GigView       *view,
                PangoContext  *context,
                GigSceneFlags  flags,
                guint          max_members)
{
  GArray                *labels = g_array_new (FALSE, TRUE, sizeof (GigLabel));
  g_autoptr (GPtrArray)  members = choose_members (view, max_members > 0 ? max_members : G_MAXUINT,
                                                         (flags & GIG_SCENE_NO_MORE) == 0);

  g_array_set_clear_func (labels, clear_label);
  add_sets (labels, lesson, view, context);
  if ((flags & GIG_SCENE_NO_MEMBERS) == 0)
    {
      add_members (labels, lesson, context, members, flags);
      /* A view that names nobody is a sheet to fill in. */
      if ((flags & GIG_SCENE_NO_MORE) == 0 && members->len > 0)
        add_mores (labels, view, context, members);
    }

  return labels;
}

void
gig_labels_keep_members (GArray    *labels,
                         GPtrArray *members)
{
  for (guint i = labels->len; i > 0; i--)
    {
      const GigLabel *label = &g_array_index (labels, GigLabel, i - 1);
      gboolean kept = TRUE;

      if (label->kind == GIG_LABEL_MEMBER)
        kept = g_ptr_array_find (members, label->member, NULL);
      else if (label->kind == GIG_LABEL_MORE)
        {
          for (guint j = label->members->len; j > 0; j--)
            if (!g_ptr_array_find (members, g_ptr_array_index (label->members, j - 1), NULL))
              g_ptr_array_remove_index (label->members, j - 1);
          kept = label->members->len > 0;
        }
      if (!kept)
        g_array_remove_index (labels, i - 1);
    }
}

void
gig_labels_drop_member (GArray       *labels,
                        guint         index,
                        PangoContext *context)
{
  GigLabel   label = g_array_index (labels, GigLabel, index);
  GPtrArray *members;

  g_return_if_fail (label.kind == GIG_LABEL_MEMBER);

  g_array_remove_index (labels, index);
  for (guint i = 0; i < labels->len; i++)
    {
      GigLabel *more = &g_array_index (labels, GigLabel, i);

      if (more->kind != GIG_LABEL_MORE || more->zone != label.zone)
        continue;
      g_ptr_array_insert (more->members, 0, (gpointer) label.member);
      if (more->members->len == 10)
        {
          gig_text_measure (context, GIG_TEXT_MEMBER, "+00", NULL, &more->box);
          more->box.wrapped_width = 0;
          pad_pill (&more->box, GIG_SCENE_DEFAULT, FALSE);
        }
      return;
    }
  members = g_ptr_array_new ();
  g_ptr_array_add (members, (gpointer) label.member);
  add_more (labels, label.zone, members, context);
}
