/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-history.h"

typedef struct
{
  char   *id;
  double  position;     /* how far its page was scrolled */
} Visit;

struct _GigHistory
{
  GPtrArray *visits;        /* (element-type Visit) */
  int        position;      /* -1 when empty */
};

static void
visit_free (Visit *visit)
{
  g_free (visit->id);
  g_free (visit);
}

static Visit *
get_current (GigHistory *self)
{
  return self->position >= 0 ? g_ptr_array_index (self->visits, self->position) : NULL;
}

GigHistory *
gig_history_new (void)
{
  GigHistory *self = g_new0 (GigHistory, 1);

  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) visit_free);
  self->position = -1;

  return self;
}

void
gig_history_free (GigHistory *self)
{
  g_ptr_array_unref (self->visits);
  g_free (self);
}

void
gig_history_clear (GigHistory *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->visits, 0);
  self->position = -1;
}

void
gig_history_visit (GigHistory *self,
                   const char *id)
{
  Visit *visit;

  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);

  visit = get_current (self);
  if (visit != NULL && g_str_equal (visit->id, id))
    return;

  visit = g_new0 (Visit, 1);
  visit->id = g_strdup (id);
  g_ptr_array_set_size (self->visits, self->position + 1);
  g_ptr_array_add (self->visits, visit);
  self->position++;
}

const char *
gig_history_peek (GigHistory *self,
                  int         step)
{
  int target;

  g_return_val_if_fail (self != NULL, NULL);

  target = self->position + step;
  if (target < 0 || target >= (int) self->visits->len)
    return NULL;

  return ((Visit *) g_ptr_array_index (self->visits, target))->id;
}

const char *
gig_history_go (GigHistory *self,
                int         step)
{
  const char *id = gig_history_peek (self, step);

  if (id != NULL)
    self->position += step;

  return id;
}

void
gig_history_set_scroll (GigHistory *self,
                        double      position)
{
  g_return_if_fail (self != NULL);

  if (get_current (self) != NULL)
    get_current (self)->position = position;
}

double
gig_history_get_scroll (GigHistory *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_current (self) != NULL ? get_current (self)->position : 0;
}
