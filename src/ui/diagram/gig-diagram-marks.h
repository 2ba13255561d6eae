/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-language.h"
#include "gig-set-system.h"

G_BEGIN_DECLS

/* Why something glows. */
typedef enum
{
  GIG_DIAGRAM_MARK_FOUND,     /* a search found it */
  GIG_DIAGRAM_MARK_COMPARED,  /* it is compared with something */
} GigDiagramMark;
#define GIG_N_DIAGRAM_MARKS (GIG_DIAGRAM_MARK_COMPARED + 1)

/* Each bit a GigDiagramMark; 0: does not glow. */
typedef guint GigDiagramMarkSet;

/**
 * GigDiagramMarks:
 *
 * What glows, and why: a list of ids for each reason. All zero is empty.
 */
typedef struct
{
  char **ids[GIG_N_DIAGRAM_MARKS];
} GigDiagramMarks;

void              gig_diagram_marks_clear        (GigDiagramMarks       *self);
/* Whether that changed anything. @ids: (nullable) */
gboolean          gig_diagram_marks_set          (GigDiagramMarks       *self,
                                                  GigDiagramMark         mark,
                                                  const char * const    *ids);
/* @id: of a concept; of a set without one the fence's key */
GigDiagramMarkSet gig_diagram_marks_find_set     (const GigDiagramMarks *self,
                                                  const char            *id);
/* By its own id, or that of its page. */
GigDiagramMarkSet gig_diagram_marks_find_member  (const GigDiagramMarks *self,
                                                  const GigViewMember   *member);
/* The reasons, then @rest: whole sentences. @rest: (nullable); (transfer full) */
char             *gig_diagram_marks_describe     (GigDiagramMarkSet      marks,
                                                  GigLanguage           *language,
                                                  const char            *rest);

G_END_DECLS
