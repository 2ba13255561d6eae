/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-presenter-private.h"

#define MAX_TYPED 64

void
_gig_presenter_end_pointing (GigPresenter *self)
{
  g_string_truncate (self->typed, 0);
  g_array_set_size (self->matches, 0);
  _gig_presenter_set_boolean (self, &self->pointing, FALSE, PROP_POINTING);
  _gig_presenter_set_boolean (self, &self->has_pointed, FALSE, PROP_POINTED);
}

static void
set_pointed (GigPresenter         *self,
             const GigPointTarget *target)
{
  if (target == NULL)
    {
      _gig_presenter_set_boolean (self, &self->has_pointed, FALSE, PROP_POINTED);
      return;
    }
  if (self->has_pointed && self->pointed.set == target->set && self->pointed.member == target->member)
    return;
  self->pointed = *target;
  self->has_pointed = TRUE;
  _gig_presenter_notify (self, PROP_POINTED);
}

static void
update_matches (GigPresenter *self)
{
  GigPresenterPosition wall;
  GigView *view;

  gig_presenter_get_wall_position (self, &wall);
  view = gig_presenter_get_view (self, &wall);
  g_array_set_size (self->matches, 0);
  self->match = 0;
  if (view != NULL)
    {
      g_autoptr (GArray) found = gig_pointing_find (self->lesson, view, self->typed->str, self->languages);

      if (found->len > 0)
        g_array_append_vals (self->matches, found->data, found->len);
    }
  /* Nothing is pointed at before the first letter. */
  set_pointed (self, self->typed->len > 0 && self->matches->len > 0
                     ? &g_array_index (self->matches, GigPointTarget, 0) : NULL);
  _gig_presenter_notify (self, PROP_POINTING);
}

void
_gig_presenter_start_pointing (GigPresenter *self)
{
  g_string_truncate (self->typed, 0);
  self->pointing = TRUE;
  update_matches (self);
}

void
_gig_presenter_cycle_matches (GigPresenter *self,
                              int           by)
{
  if (self->matches->len == 0)
    return;
  if (!self->has_pointed)
    self->match = by > 0 ? 0 : self->matches->len - 1;
  else
    self->match = (self->match + self->matches->len + (guint) by) % self->matches->len;
  set_pointed (self, &g_array_index (self->matches, GigPointTarget, self->match));
}

/* A letter that no name goes on with is not taken. */
void
_gig_presenter_type_letter (GigPresenter *self,
                            gunichar      letter)
{
  gsize length = self->typed->len;

  if (length >= MAX_TYPED || (letter == ' ' && length == 0))
    return;
  g_string_append_unichar (self->typed, letter);
  update_matches (self);
  if (self->matches->len == 0)
    {
      g_string_truncate (self->typed, length);
      update_matches (self);
    }
}

void
_gig_presenter_erase_letter (GigPresenter *self)
{
  char *last;

  if (self->typed->len == 0)
    {
      _gig_presenter_end_pointing (self);
      return;
    }
  last = g_utf8_find_prev_char (self->typed->str, self->typed->str + self->typed->len);
  g_string_truncate (self->typed, (gsize) (last - self->typed->str));
  update_matches (self);
}

void
gig_presenter_point_at (GigPresenter         *self,
                        const GigPointTarget *target)
{
  g_return_if_fail (GIG_IS_PRESENTER (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (target == NULL)
    _gig_presenter_end_pointing (self);
  else
    {
      if (!self->pointing)
        _gig_presenter_start_pointing (self);
      set_pointed (self, target);
    }
  g_object_thaw_notify (G_OBJECT (self));
}
