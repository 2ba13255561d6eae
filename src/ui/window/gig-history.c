/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-history.h"

struct _GigHistory
{
  GPtrArray *ids;
  int        position;      /* -1 when empty */
};

GigHistory *
gig_history_new (void)
{
  GigHistory *self = g_new0 (GigHistory, 1);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->position = -1;

  return self;
}

void
gig_history_free (GigHistory *self)
{
  g_ptr_array_unref (self->ids);
  g_free (self);
}

void
gig_history_clear (GigHistory *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->ids, 0);
  self->position = -1;
}

void
gig_history_visit (GigHistory *self,
                   const char *id)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);

  if (self->position >= 0 && g_str_equal (g_ptr_array_index (self->ids, self->position), id))
    return;

  g_ptr_array_set_size (self->ids, self->position + 1);
  g_ptr_array_add (self->ids, g_strdup (id));
  self->position++;
}

gboolean
gig_history_can_go (GigHistory *self,
                    int         step)
{
  int target;

  g_return_val_if_fail (self != NULL, FALSE);

  target = self->position + step;

  return target >= 0 && target < (int) self->ids->len;
}

const char *
gig_history_go (GigHistory *self,
                int         step)
{
  if (!gig_history_can_go (self, step))
    return NULL;

  self->position += step;

  return g_ptr_array_index (self->ids, self->position);
}
