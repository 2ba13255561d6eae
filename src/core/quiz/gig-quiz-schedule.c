/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-quiz-schedule.h"

#include "gig-quiz.h"

/* Generated items do not come again within so many. */
#define N_RECENT 12

typedef struct
{
  char    *id;
  guint    box;               /* right answers in a row since it was wrong */
  guint64  due;               /* the step from which it is asked again */
} Waiting;

struct _GigQuizSchedule
{
  guint64     step;
  GPtrArray  *waiting;        /* (element-type Waiting) */
  GHashTable *answered;       /* ids of items that need not be asked first again */
  GQueue      recent;         /* (element-type utf8) */
};

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->id);
  g_free (waiting);
}

static Waiting *
find_waiting (GigQuizSchedule *self,
              const char      *id)
{
  for (guint i = 0; i < self->waiting->len; i++)
    if (g_str_equal (((Waiting *) self->waiting->pdata[i])->id, id))
      return self->waiting->pdata[i];
  return NULL;
}

static Waiting *
add_waiting (GigQuizSchedule *self,
             const char      *id)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->id = g_strdup (id);
  g_ptr_array_add (self->waiting, waiting);
  return waiting;
}

guint64
gig_quiz_schedule_get_step (GigQuizSchedule *self)
{
  return self->step;
}

void
gig_quiz_schedule_set_step (GigQuizSchedule *self,
                            guint64          step)
{
  self->step = step;
}

void
gig_quiz_schedule_put_back (GigQuizSchedule *self,
                            const char      *id,
                            guint            wait)
{
  Waiting *waiting = find_waiting (self, id);

  if (waiting == NULL)
    waiting = add_waiting (self, id);
  waiting->box = 0;
  waiting->due = self->step + wait;
}

gboolean
gig_quiz_schedule_record_right (GigQuizSchedule *self,
                                const char      *id)
{
  Waiting *waiting = find_waiting (self, id);

  g_hash_table_add (self->answered, g_strdup (id));
  if (waiting == NULL)
    return FALSE;
  if (++waiting->box >= GIG_QUIZ_N_BOXES)
    g_ptr_array_remove (self->waiting, waiting);
  else
    waiting->due = self->step + ((guint64) GIG_QUIZ_FIRST_WAIT << waiting->box);
  return TRUE;
}

const char *
gig_quiz_schedule_find_due (GigQuizSchedule *self,
                            gboolean         any)
{
  Waiting *first = NULL;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      Waiting *waiting = self->waiting->pdata[i];

      if (first == NULL || waiting->due < first->due)
        first = waiting;
    }
  return first != NULL && (any || first->due <= self->step) ? first->id : NULL;
}

gboolean
gig_quiz_schedule_is_waiting (GigQuizSchedule *self,
                              const char      *id)
{
  return find_waiting (self, id) != NULL;
}

void
gig_quiz_schedule_forget (GigQuizSchedule *self,
                          const char      *id)
{
  Waiting *waiting = find_waiting (self, id);

  if (waiting != NULL)
    g_ptr_array_remove (self->waiting, waiting);
}

guint
gig_quiz_schedule_get_n_waiting (GigQuizSchedule *self)
{
  return self->waiting->len;
}

gboolean
gig_quiz_schedule_is_answered (GigQuizSchedule *self,
                               const char      *id)
{
  return g_hash_table_contains (self->answered, id);
}

void
gig_quiz_schedule_add_recent (GigQuizSchedule *self,
                              const char      *id)
{
  g_queue_push_tail (&self->recent, g_strdup (id));
  while (self->recent.length > N_RECENT)
    g_free (g_queue_pop_head (&self->recent));
}

gboolean
gig_quiz_schedule_is_recent (GigQuizSchedule *self,
                             const char      *id)
{
  return g_queue_find_custom (&self->recent, id, (GCompareFunc) g_strcmp0) != NULL;
}

GVariant *
gig_quiz_schedule_save_waiting (GigQuizSchedule *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sut)"));

  for (guint i = 0; i < self->waiting->len; i++)
    {
      Waiting *waiting = self->waiting->pdata[i];

      g_variant_builder_add (&builder, "(sut)", waiting->id, waiting->box, waiting->due);
    }
  return g_variant_builder_end (&builder);
}

GVariant *
gig_quiz_schedule_save_answered (GigQuizSchedule *self)
{
  g_autoptr (GPtrArray) answered = g_hash_table_get_keys_as_ptr_array (self->answered);

  g_ptr_array_sort_values (answered, (GCompareFunc) g_strcmp0);
  return g_variant_new_strv ((const char * const *) answered->pdata, answered->len);
}

void
gig_quiz_schedule_restore (GigQuizSchedule *self,
                           GVariant        *waiting,
                           GVariant        *answered)
{
  GVariantIter iter;
  const char *id;
  guint box;
  guint64 due;

  g_variant_iter_init (&iter, waiting);
  while (g_variant_iter_next (&iter, "(&sut)", &id, &box, &due))
    if (find_waiting (self, id) == NULL && g_utf8_validate (id, -1, NULL))
      {
        Waiting *entry = add_waiting (self, id);

        entry->box = MIN (box, GIG_QUIZ_N_BOXES - 1);
        entry->due = MIN (due, self->step + (GIG_QUIZ_FIRST_WAIT << GIG_QUIZ_N_BOXES));
      }
  g_variant_iter_init (&iter, answered);
  while (g_variant_iter_next (&iter, "&s", &id))
    g_hash_table_add (self->answered, g_strdup (id));
}

void
gig_quiz_schedule_clear (GigQuizSchedule *self)
{
  g_ptr_array_set_size (self->waiting, 0);
  g_hash_table_remove_all (self->answered);
  g_queue_clear_full (&self->recent, g_free);
  self->step = 0;
}

void
gig_quiz_schedule_free (GigQuizSchedule *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->waiting);
  g_hash_table_unref (self->answered);
  g_queue_clear_full (&self->recent, g_free);
  g_free (self);
}

GigQuizSchedule *
gig_quiz_schedule_new (void)
{
  GigQuizSchedule *self = g_new0 (GigQuizSchedule, 1);

  self->waiting = g_ptr_array_new_with_free_func (waiting_free);
  self->answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->recent);
  return self;
}
