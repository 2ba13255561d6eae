/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagram-marks.h"

void
gig_diagram_marks_clear (GigDiagramMarks *self)
{
  for (guint mark = 0; mark < GIG_N_DIAGRAM_MARKS; mark++)
    g_clear_pointer (&self->ids[mark], g_strfreev);
}

gboolean
gig_diagram_marks_set (GigDiagramMarks    *self,
                       GigDiagramMark      mark,
                       const char * const *ids)
{
  g_return_val_if_fail (mark < GIG_N_DIAGRAM_MARKS, FALSE);

  if (ids != NULL && *ids == NULL)
    ids = NULL;
  if (ids == NULL ? self->ids[mark] == NULL
                  : self->ids[mark] != NULL && g_strv_equal (ids, (const char * const *) self->ids[mark]))
    return FALSE;

  g_strfreev (self->ids[mark]);
  self->ids[mark] = g_strdupv ((char **) ids);

  return TRUE;
}

GigDiagramMarkSet
gig_diagram_marks_find_set (const GigDiagramMarks *self,
                            const char            *id)
{
  GigDiagramMarkSet marks = 0;

  for (guint mark = 0; mark < GIG_N_DIAGRAM_MARKS; mark++)
    if (self->ids[mark] != NULL && g_strv_contains ((const char * const *) self->ids[mark], id))
      marks |= 1u << mark;

  return marks;
}

GigDiagramMarkSet
gig_diagram_marks_find_member (const GigDiagramMarks *self,
                               const GigViewMember   *member)
{
  GigConcept *page = member->member != NULL ? gig_member_get_concept (member->member) : NULL;

  return gig_diagram_marks_find_set (self, gig_view_member_get_id (member))
         | (page != NULL ? gig_diagram_marks_find_set (self, gig_concept_get_id (page)) : 0);
}

char *
gig_diagram_marks_describe (GigDiagramMarkSet  marks,
                            GigLanguage       *language,
                            const char        *rest)
{
  g_autoptr(GPtrArray) sentences = g_ptr_array_new ();

  if ((marks & 1u << GIG_DIAGRAM_MARK_FOUND) != 0)
    g_ptr_array_add (sentences, (gpointer) gig_language_gettext (language, "Found by the search."));
  if ((marks & 1u << GIG_DIAGRAM_MARK_COMPARED) != 0)
    g_ptr_array_add (sentences, (gpointer) gig_language_gettext (language, "Being compared."));
  if (rest != NULL && *rest != '\0')
    g_ptr_array_add (sentences, (gpointer) rest);
  g_ptr_array_add (sentences, NULL);

  return gig_language_join_sentences (language, (const char * const *) sentences->pdata);
}
