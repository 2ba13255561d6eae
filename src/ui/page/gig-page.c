/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-page.h"

struct _GigPage
{
  AdwBin      parent_instance;

  GigLesson  *lesson;
  GigConcept *concept;
};

G_DEFINE_FINAL_TYPE (GigPage, gig_page, ADW_TYPE_BIN)

static void
gig_page_class_init (GigPageClass *klass)
{
}

static void
gig_page_init (GigPage *self)
{
}

void
gig_page_set_concept (GigPage    *self,
                      GigLesson  *lesson,
                      GigConcept *concept,
                      const char *anchor)
{
  self->lesson = lesson;
  self->concept = concept;
}

void
gig_page_set_text_scale (GigPage *self,
                         double   scale)
{
}

void
gig_page_set_measure (GigPage *self,
                      int      measure)
{
}

void
gig_page_move_focus (GigPage  *self,
                     int       step,
                     gboolean  headings)
{
}
