/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be shown next is drawn before it is asked for, a little between the frames. */

#include "gig-show-private.h"

#include <math.h>

#include "gig-wall-drawn.h"
#include "gig-wall-layout.h"

/* ms of quiet: not while the wall moves */
#define QUIET    450
/* Parts of steps looked ahead and back. */
#define DISTANCE 8

typedef struct
{
  GigPresenterPosition position;
  gboolean             flipped;   /* in the other language */
  gboolean             other;     /* in the other theme */
} Job;

GArray *
_gig_show_jobs_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Job));
}

/* The first layout of each view, in the order of the steps, while the first one is shown. */
void
_gig_show_warm_up (GigShow *self)
{
  PangoContext *context = gig_wall_store_get_context (self->store);
  double ratio = gig_wall_get_font_ratio (context);
  GigRect area;

  gig_wall_get_area (ratio, 1080 * self->room.aspect, 1080, self->room.x_height, self->room.both ? 2 : 1, &area);
  for (guint i = 0; i < gig_presenter_get_n_steps (self->presenter); i++)
    {
      GigPresenterPosition position = { .step = i };

      for (guint n = gig_show_count_parts (self, &position); position.part < n; position.part++)
        {
          GigView *view = gig_presenter_get_view (self->presenter, &position);

          if (view != NULL)
            gig_wall_drawn_warm_up (self->store, view, floor (area.width), floor (area.height),
                                    gig_wall_get_name_size (ratio, 1080, self->room.x_height),
                                    gig_wall_get_member_size (ratio, 1080, self->room.x_height));
        }
    }
}

static void
append (GigShow                    *self,
        const GigPresenterPosition *position,
        gboolean                    flipped,
        gboolean                    other)
{
  g_array_append_vals (self->prepared, &(Job) { *position, flipped, other }, 1);
}

static gboolean
go (GigShow              *self,
    GigPresenterPosition *position,
    gboolean              forward)
{
  if (forward && position->part + 1 < gig_show_count_parts (self, position))
    position->part++;
  else if (!forward && position->part > 0)
    position->part--;
  else if (forward && position->step + 1 < gig_presenter_get_n_steps (self->presenter))
    *position = (GigPresenterPosition) { .step = position->step + 1 };
  else if (!forward && position->step > 0)
    {
      *position = (GigPresenterPosition) { .step = position->step - 1 };
      position->part = gig_show_count_parts (self, position) - 1;
    }
  else
    return FALSE;

  return TRUE;
}

/* The likeliest first: next, previous, the other language, the other theme, then farther away. */
static void
plan (GigShow *self)
{
  GigPresenterPosition here, first = { 0 }, last = { 0 };
  GigPresenterPosition ahead, back;
  gboolean can_ahead = TRUE, can_back = TRUE;

  gig_presenter_get_position (self->presenter, &here);
  g_array_set_size (self->prepared, 0);
  if (here.detour != NULL)
    {
      append (self, &here, TRUE, FALSE);
      here.detour = NULL;
    }
  ahead = back = here;
  append (self, &here, FALSE, FALSE);
  for (guint i = 0; i < DISTANCE && (can_ahead || can_back); i++)
    {
      can_ahead = can_ahead && go (self, &ahead, TRUE);
      can_back = can_back && go (self, &back, FALSE);
      if (can_ahead)
        append (self, &ahead, FALSE, FALSE);
      if (can_back)
        append (self, &back, FALSE, FALSE);
      if (i == 0)
        append (self, &here, TRUE, FALSE);
      if (can_ahead)
        append (self, &ahead, TRUE, FALSE);
      if (can_back)
        append (self, &back, TRUE, FALSE);
      if (i == 0)
        append (self, &here, FALSE, TRUE);
    }
  last.step = gig_presenter_get_n_steps (self->presenter) - 1;
  append (self, &first, FALSE, FALSE);
  append (self, &last, FALSE, FALSE);
}

/* One attempt at one picture. */
static gboolean
work_cb (gpointer user_data)
{
  GigShow *self = user_data;
  const Job *job;
  g_autoptr(GigWallSlide) slide = NULL;
  guint first;

  if (self->audience == NULL || self->n_prepared >= self->prepared->len)
    {
      self->prepare = 0;
      return G_SOURCE_REMOVE;
    }

  job = &g_array_index (self->prepared, Job, self->n_prepared);
  first = job->flipped ? 1 : 0;
  slide = _gig_show_create_slide (self, &job->position);
  if (!gig_audience_window_prepare (self->audience, slide, self->wall_languages[first],
                                    self->room.both ? self->wall_languages[1 - first] : NULL,
                                    gig_presenter_get_dark (self->presenter) != job->other))
    self->n_prepared++;

  return G_SOURCE_CONTINUE;
}

static gboolean
begin_cb (gpointer user_data)
{
  GigShow *self = user_data;

  plan (self);
  self->n_prepared = 0;
  self->prepare = g_idle_add_full (G_PRIORITY_LOW, work_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

void
_gig_show_prepare (GigShow *self)
{
  if (self->ending || self->audience == NULL)
    return;

  g_clear_handle_id (&self->prepare, g_source_remove);
  self->prepare = g_timeout_add_full (G_PRIORITY_LOW, QUIET, begin_cb, self, NULL);
}
