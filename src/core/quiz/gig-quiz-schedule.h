/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GigQuizSchedule:
 *
 * Which items come back, and when (after Leitner's boxes): counted in steps, an
 * item each, never by the clock. Items are known by their ids.
 */
typedef struct _GigQuizSchedule GigQuizSchedule;

/* Nothing waits. (transfer full) */
GigQuizSchedule *gig_quiz_schedule_new           (void);
void             gig_quiz_schedule_free          (GigQuizSchedule *self);
/* Forgets all, and begins at step 0. */
void             gig_quiz_schedule_clear         (GigQuizSchedule *self);

/* How many questions have been answered: what waiting is counted in. */
guint64          gig_quiz_schedule_get_step      (GigQuizSchedule *self);
/* As it was saved. */
void             gig_quiz_schedule_set_step      (GigQuizSchedule *self,
                                                  guint64          step);

/* Wrong or left out: back to the first box, to be asked again after @wait items. */
void             gig_quiz_schedule_put_back      (GigQuizSchedule *self,
                                                  const char      *id,
                                                  guint            wait);
/* Whether it waited, so that the number of those that wait may be another. */
gboolean         gig_quiz_schedule_record_right  (GigQuizSchedule *self,
                                                  const char      *id);
/* (nullable): what has waited longest, if due or if @any */
const char      *gig_quiz_schedule_find_due      (GigQuizSchedule *self,
                                                  gboolean         any);
/* Whether @id is to be asked again. */
gboolean         gig_quiz_schedule_is_waiting    (GigQuizSchedule *self,
                                                  const char      *id);
/* @id is not asked again. */
void             gig_quiz_schedule_forget        (GigQuizSchedule *self,
                                                  const char      *id);
/* How many are to be asked again, due or not. */
guint            gig_quiz_schedule_get_n_waiting (GigQuizSchedule *self);
/* Whether it was once answered rightly. */
gboolean         gig_quiz_schedule_is_answered   (GigQuizSchedule *self,
                                                  const char      *id);
/* What was asked lately is not drawn again. */
void             gig_quiz_schedule_add_recent    (GigQuizSchedule *self,
                                                  const char      *id);
/* Whether @id was among the last ones asked. */
gboolean         gig_quiz_schedule_is_recent     (GigQuizSchedule *self,
                                                  const char      *id);

/* `a(sut)`: id, box, step when due; floating */
GVariant        *gig_quiz_schedule_save_waiting  (GigQuizSchedule *self);
/* `as`, sorted; floating */
GVariant        *gig_quiz_schedule_save_answered (GigQuizSchedule *self);
/* Adds what the two hold; nothing becomes due later than an answer now would. */
void             gig_quiz_schedule_restore       (GigQuizSchedule *self,
                                                  GVariant        *waiting,
                                                  GVariant        *answered);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigQuizSchedule, gig_quiz_schedule_free)

G_END_DECLS
