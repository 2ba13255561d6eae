/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-presenter-private.h"

static void
set_screen (GigPresenter *self,
            GigScreen     screen)
{
  if (self->screen == screen)
    return;
  self->screen = screen;
  _gig_presenter_notify (self, PROP_SCREEN);
}

static gboolean
is_revealed (GigPresenter *self)
{
  gboolean revealed;

  g_object_get (self->vote, "revealed", &revealed, NULL);
  return revealed;
}

static void
set_revealed (GigPresenter *self,
              gboolean      revealed)
{
  g_object_set (self->vote, "revealed", revealed, NULL);
}

static void
start (GigPresenter *self,
       gboolean      here)
{
  if (self->running)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  if (!here)
    gig_presenter_go_to (self, 0, 0);
  set_screen (self, GIG_SCREEN_SHOWN);
  _gig_presenter_set_boolean (self, &self->running, TRUE, PROP_RUNNING);
  g_object_thaw_notify (G_OBJECT (self));
  _gig_presenter_request (self, GIG_PRESENTER_REQUEST_START);
}

static void
end (GigPresenter *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  _gig_presenter_set_frozen (self, FALSE);
  _gig_presenter_clear_zoom (self);
  gig_presenter_set_curtain (self, 0);
  _gig_presenter_set_boolean (self, &self->asking, FALSE, PROP_VOTE);
  _gig_presenter_set_boolean (self, &self->running, FALSE, PROP_RUNNING);
  g_object_thaw_notify (G_OBJECT (self));
  _gig_presenter_request (self, GIG_PRESENTER_REQUEST_END);
}

/* What Escape leaves, innermost first. */
static void
cancel (GigPresenter *self)
{
  if (self->help)
    _gig_presenter_set_boolean (self, &self->help, FALSE, PROP_HELP);
  else if (self->overview)
    _gig_presenter_set_boolean (self, &self->overview, FALSE, PROP_OVERVIEW);
  else if (self->pointing)
    _gig_presenter_end_pointing (self);
  else if (self->number > 0)
    _gig_presenter_set_number (self, 0);
  else if (self->zoom_pending || self->zoomed)
    _gig_presenter_clear_zoom (self);
  else if (self->screen != GIG_SCREEN_SHOWN)
    set_screen (self, GIG_SCREEN_SHOWN);
  else if (self->asking)
    _gig_presenter_set_boolean (self, &self->asking, FALSE, PROP_VOTE);
  else
    end (self);
}

static void
accept (GigPresenter *self)
{
  if (self->pointing)
    _gig_presenter_end_pointing (self);
  /* A slip of the finger does not show the class how it all ends. */
  else if (self->number > gig_presenter_get_n_steps (self))
    _gig_presenter_set_number (self, 0);
  else if (self->number > 0)
    gig_presenter_go_to (self, self->number - 1, 0);
  else if (self->overview)
    _gig_presenter_set_boolean (self, &self->overview, FALSE, PROP_OVERVIEW);
  else if (self->zoom_pending)
    gig_presenter_run (self, GIG_PRESENTER_ZOOM, 0);
}

/* z: draw a region; z again: the middle; z once more: all of the wall. */
static void
toggle_zoom (GigPresenter *self)
{
  const GigWallRegion middle = {
    (1 - GIG_ZOOM_DEFAULT) / 2, (1 - GIG_ZOOM_DEFAULT) / 2, GIG_ZOOM_DEFAULT, GIG_ZOOM_DEFAULT,
  };

  if (self->zoomed)
    _gig_presenter_clear_zoom (self);
  else if (self->zoom_pending)
    gig_presenter_set_zoom (self, &middle);
  else
    _gig_presenter_set_boolean (self, &self->zoom_pending, TRUE, PROP_ZOOM_PENDING);
}

static void
toggle_question (GigPresenter *self)
{
  if (self->asking)
    _gig_presenter_set_boolean (self, &self->asking, FALSE, PROP_VOTE);
  else if (self->vote != NULL && !is_revealed (self))
    _gig_presenter_set_boolean (self, &self->asking, TRUE, PROP_VOTE);
  else
    _gig_presenter_request (self, GIG_PRESENTER_REQUEST_CHOOSE_QUESTION);
}

static void
set_tool (GigPresenter     *self,
          GigPresenterTool  tool)
{
  if (self->tool == tool)
    tool = GIG_PRESENTER_TOOL_NONE;
  if (self->tool == tool || tool > GIG_PRESENTER_TOOL_SPOTLIGHT)
    return;
  self->tool = tool;
  _gig_presenter_notify (self, PROP_TOOL);
}

/* Next and previous: over names while pointing, through question and answer, off
 * a black wall; then over the steps. */
static void
step (GigPresenter *self,
      gboolean      forward)
{
  if (self->pointing)
    _gig_presenter_cycle_matches (self, forward ? 1 : -1);
  else if (self->screen != GIG_SCREEN_SHOWN)
    set_screen (self, GIG_SCREEN_SHOWN);
  else if (self->asking && forward != is_revealed (self))
    set_revealed (self, forward);
  else if (self->asking)
    _gig_presenter_set_boolean (self, &self->asking, FALSE, PROP_VOTE);
  else if (forward)
    _gig_presenter_go_next (self);
  else
    _gig_presenter_go_previous (self);
}

static void
skip_to_step (GigPresenter *self,
              gboolean      forward)
{
  if (self->position.detour != NULL)
    _gig_presenter_end_detour (self);
  else if (forward && self->position.step + 1 < gig_presenter_get_n_steps (self))
    gig_presenter_go_to (self, self->position.step + 1, 0);
  else if (!forward && self->position.step > 0)
    gig_presenter_go_to (self, self->position.step - 1, 0);
}

static void
clear_ink (GigPresenter *self,
           gboolean      all)
{
  g_autofree char *key = gig_presenter_get_ink_key (self);

  if (all)
    gig_ink_clear (self->ink, key);
  else
    gig_ink_undo (self->ink, key);
}

/* Commands on where the show stands. Returns whether @command was one. */
static gboolean
run_movement (GigPresenter        *self,
              GigPresenterCommand  command,
              guint                argument)
{
  switch ((guint) command)
    {
    case GIG_PRESENTER_START:
    case GIG_PRESENTER_START_HERE:
      start (self, command == GIG_PRESENTER_START_HERE);
      return TRUE;
    case GIG_PRESENTER_NEXT:
    case GIG_PRESENTER_PREVIOUS:
      step (self, command == GIG_PRESENTER_NEXT);
      return TRUE;
    case GIG_PRESENTER_NEXT_STEP:
    case GIG_PRESENTER_PREVIOUS_STEP:
      skip_to_step (self, command == GIG_PRESENTER_NEXT_STEP);
      return TRUE;
    case GIG_PRESENTER_FIRST:
      gig_presenter_go_to (self, 0, 0);
      return TRUE;
    case GIG_PRESENTER_LAST:
      gig_presenter_go_to (self, G_MAXUINT, 0);
      return TRUE;
    case GIG_PRESENTER_BACK:
      if (self->number > 0)
        _gig_presenter_set_number (self, self->number / 10);
      else if (self->position.detour != NULL)
        _gig_presenter_end_detour (self);
      else
        step (self, FALSE);
      return TRUE;
    case GIG_PRESENTER_DIGIT:
      if (self->number * 10 + argument <= GIG_PRESENTER_MAX_NUMBER)
        _gig_presenter_set_number (self, self->number * 10 + argument);
      return TRUE;
    case GIG_PRESENTER_ACCEPT:
      accept (self);
      return TRUE;
    case GIG_PRESENTER_CANCEL:
      cancel (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Commands on what the wall looks like. */
static gboolean
run_wall (GigPresenter        *self,
          GigPresenterCommand  command,
          guint                argument)
{
  switch ((guint) command)
    {
    case GIG_PRESENTER_BLACK:
      set_screen (self, self->screen == GIG_SCREEN_BLACK ? GIG_SCREEN_SHOWN : GIG_SCREEN_BLACK);
      return TRUE;
    case GIG_PRESENTER_WHITE:
      set_screen (self, self->screen == GIG_SCREEN_WHITE ? GIG_SCREEN_SHOWN : GIG_SCREEN_WHITE);
      return TRUE;
    case GIG_PRESENTER_FREEZE:
      _gig_presenter_set_frozen (self, !self->frozen);
      return TRUE;
    case GIG_PRESENTER_FLIP_LANGUAGE:
      _gig_presenter_flip_language (self);
      return TRUE;
    case GIG_PRESENTER_BOTH_LANGUAGES:
      gig_presenter_set_wall_languages (self, self->languages[0], self->languages[1], !self->both);
      return TRUE;
    case GIG_PRESENTER_ZOOM:
      toggle_zoom (self);
      return TRUE;
    case GIG_PRESENTER_CLEAR_INK:
    case GIG_PRESENTER_UNDO_INK:
      clear_ink (self, command == GIG_PRESENTER_CLEAR_INK);
      return TRUE;
    case GIG_PRESENTER_THEME:
      gig_presenter_set_dark (self, !self->dark);
      return TRUE;
    case GIG_PRESENTER_CURTAIN:
      gig_presenter_set_curtain (self, self->curtain > 0 ? 0 : 1);
      return TRUE;
    case GIG_PRESENTER_TOOL:
      set_tool (self, argument);
      return TRUE;
    default:
      return FALSE;
    }
}

void
gig_presenter_run (GigPresenter        *self,
                   GigPresenterCommand  command,
                   guint                argument)
{
  g_return_if_fail (GIG_IS_PRESENTER (self));

  if (run_movement (self, command, argument) || run_wall (self, command, argument))
    return;
  switch ((guint) command)
    {
    case GIG_PRESENTER_OVERVIEW:
      _gig_presenter_set_boolean (self, &self->overview, !self->overview, PROP_OVERVIEW);
      break;
    case GIG_PRESENTER_HELP:
      _gig_presenter_set_boolean (self, &self->help, !self->help, PROP_HELP);
      break;
    case GIG_PRESENTER_SWAP_SCREENS:
      _gig_presenter_request (self, GIG_PRESENTER_REQUEST_SWAP_SCREENS);
      break;
    case GIG_PRESENTER_OPEN:
      _gig_presenter_request (self, GIG_PRESENTER_REQUEST_OPEN_CONCEPT);
      break;
    case GIG_PRESENTER_POINT:
      _gig_presenter_start_pointing (self);
      break;
    case GIG_PRESENTER_LETTER:
      if (self->pointing)
        _gig_presenter_type_letter (self, argument);
      break;
    case GIG_PRESENTER_ERASE_LETTER:
      if (self->pointing)
        _gig_presenter_erase_letter (self);
      break;
    case GIG_PRESENTER_QUESTION:
      toggle_question (self);
      break;
    case GIG_PRESENTER_REVEAL:
      if (self->asking)
        set_revealed (self, !is_revealed (self));
      break;
    default:
      break;
    }
}

gboolean
gig_presenter_handle_key (GigPresenter          *self,
                          const GigPresenterKey *key)
{
  GigPresenterCommand command;
  guint argument;

  g_return_val_if_fail (GIG_IS_PRESENTER (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  command = gig_presenter_map_key (key, gig_presenter_get_mode (self), &argument);
  if (command == GIG_PRESENTER_NOTHING)
    return FALSE;
  /* Enter belongs to what has the focus unless something waits for it. */
  if (command == GIG_PRESENTER_ACCEPT && !self->pointing && self->number == 0 && !self->zoom_pending &&
      !self->overview)
    return FALSE;
  gig_presenter_run (self, command, argument);
  return TRUE;
}

GigPresenterMode
gig_presenter_get_mode (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), GIG_PRESENTER_MODE_OFF);

  if (!self->running)
    return GIG_PRESENTER_MODE_OFF;
  return self->pointing ? GIG_PRESENTER_MODE_POINTING : GIG_PRESENTER_MODE_STEPS;
}
