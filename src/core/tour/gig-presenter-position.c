/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-presenter-private.h"

#include "gig-step-content.h"

static const GigStep *
get_tour_step (GigPresenter *self,
               guint         index)
{
  return g_ptr_array_index (gig_tour_get_steps (self->tour), index);
}

guint
gig_presenter_get_n_steps (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), 0);

  return gig_tour_get_steps (self->tour)->len;
}

void
gig_presenter_get_step (GigPresenter               *self,
                        const GigPresenterPosition *position,
                        GigStep                    *step)
{
  g_return_if_fail (GIG_IS_PRESENTER (self));
  g_return_if_fail (position != NULL && step != NULL);

  *step = *get_tour_step (self, MIN (position->step, gig_presenter_get_n_steps (self) - 1));
  if (position->detour != NULL)
    *step = (GigStep) { .concept = position->detour, .line = gig_concept_get_line (position->detour) };
}

GigView *
gig_presenter_get_view (GigPresenter               *self,
                        const GigPresenterPosition *position)
{
  GigStep step;

  gig_presenter_get_step (self, position, &step);
  if (self->pager != NULL)
    return self->pager->get_view (&step, position->part, self->pager_data);
  return gig_step_get_view (self->lesson, &step);
}

static guint
count_parts (GigPresenter               *self,
             const GigPresenterPosition *position)
{
  GigStep step;

  gig_presenter_get_step (self, position, &step);
  if (self->pager != NULL)
    return MAX (self->pager->count (&step, self->pager_data), 1);
  return gig_step_get_n_parts (&step);
}

void
gig_presenter_set_pager (GigPresenter            *self,
                         const GigPresenterPager *pager,
                         gpointer                 user_data)
{
  g_return_if_fail (GIG_IS_PRESENTER (self));

  self->pager = pager;
  self->pager_data = user_data;
}

void
gig_presenter_get_position (GigPresenter         *self,
                            GigPresenterPosition *position)
{
  g_return_if_fail (GIG_IS_PRESENTER (self));
  g_return_if_fail (position != NULL);

  *position = self->position;
}

void
gig_presenter_get_wall_position (GigPresenter         *self,
                                 GigPresenterPosition *position)
{
  g_return_if_fail (GIG_IS_PRESENTER (self));
  g_return_if_fail (position != NULL);

  *position = self->frozen ? self->frozen_position : self->position;
}

void
_gig_presenter_set_number (GigPresenter *self,
                           guint         number)
{
  if (self->number == number)
    return;
  self->number = number;
  _gig_presenter_notify (self, PROP_NUMBER);
}

void
_gig_presenter_clear_zoom (GigPresenter *self)
{
  _gig_presenter_set_boolean (self, &self->zoom_pending, FALSE, PROP_ZOOM_PENDING);
  _gig_presenter_set_boolean (self, &self->zoomed, FALSE, PROP_ZOOM);
}

/* What belongs to one picture does not outlive it: region, curtain, pointing and
 * the question. */
static void
move (GigPresenter         *self,
      GigPresenterPosition  to)
{
  gboolean other_step = to.step != self->position.step || to.detour != self->position.detour;

  g_object_freeze_notify (G_OBJECT (self));
  _gig_presenter_set_number (self, 0);
  if (other_step)
    {
      _gig_presenter_end_pointing (self);
      if (!self->frozen)
        {
          _gig_presenter_clear_zoom (self);
          gig_presenter_set_curtain (self, 0);
          _gig_presenter_set_boolean (self, &self->asking, FALSE, PROP_VOTE);
        }
    }
  if (other_step || to.part != self->position.part)
    {
      self->position = to;
      _gig_presenter_notify (self, PROP_POSITION);
      if (!self->frozen)
        _gig_presenter_notify (self, PROP_WALL_POSITION);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

void
gig_presenter_go_to (GigPresenter *self,
                     guint         step,
                     guint         part)
{
  GigPresenterPosition to = { 0 };

  g_return_if_fail (GIG_IS_PRESENTER (self));

  to.step = MIN (step, gig_presenter_get_n_steps (self) - 1);
  to.part = MIN (part, count_parts (self, &to) - 1);
  move (self, to);
}

void
gig_presenter_detour (GigPresenter *self,
                      GigConcept   *concept)
{
  GigPresenterPosition to = { .step = self->position.step, .detour = concept };

  g_return_if_fail (GIG_IS_PRESENTER (self));
  g_return_if_fail (concept != NULL);

  if (self->position.detour == NULL)
    self->part_left = self->position.part;
  move (self, to);
}

void
_gig_presenter_end_detour (GigPresenter *self)
{
  gig_presenter_go_to (self, self->position.step, self->part_left);
}

gboolean
gig_presenter_peek_next (GigPresenter         *self,
                         GigPresenterPosition *position)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  *position = self->position;
  if (position->part + 1 < count_parts (self, position))
    {
      position->part++;
      return TRUE;
    }
  if (position->detour != NULL)
    {
      position->detour = NULL;
      position->part = self->part_left;
      return TRUE;
    }
  if (position->step + 1 >= gig_presenter_get_n_steps (self))
    return FALSE;
  position->step++;
  position->part = 0;
  return TRUE;
}

void
_gig_presenter_go_next (GigPresenter *self)
{
  GigPresenterPosition to;

  if (gig_presenter_peek_next (self, &to))
    move (self, to);
  else
    _gig_presenter_request (self, GIG_PRESENTER_REQUEST_AT_END);
}

void
_gig_presenter_go_previous (GigPresenter *self)
{
  GigPresenterPosition to = self->position;

  if (to.part > 0)
    to.part--;
  else if (to.detour != NULL)
    {
      _gig_presenter_end_detour (self);
      return;
    }
  else if (to.step > 0)
    {
      to.step--;
      to.part = count_parts (self, &to) - 1;
    }
  move (self, to);
}

void
_gig_presenter_set_frozen (GigPresenter *self,
                           gboolean      frozen)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (frozen)
    self->frozen_position = self->position;
  else if (self->frozen && memcmp (&self->frozen_position, &self->position, sizeof self->position) != 0)
    {
      _gig_presenter_clear_zoom (self);
      gig_presenter_set_curtain (self, 0);
      _gig_presenter_set_boolean (self, &self->asking, FALSE, PROP_VOTE);
      _gig_presenter_notify (self, PROP_WALL_POSITION);
    }
  _gig_presenter_set_boolean (self, &self->frozen, frozen, PROP_FROZEN);
  g_object_thaw_notify (G_OBJECT (self));
}
