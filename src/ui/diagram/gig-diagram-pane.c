/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagram-pane.h"

struct _GigDiagramPane
{
  AdwBin   parent_instance;

  GigView *view;
};

G_DEFINE_FINAL_TYPE (GigDiagramPane, gig_diagram_pane, ADW_TYPE_BIN)

static void
gig_diagram_pane_class_init (GigDiagramPaneClass *klass)
{
}

static void
gig_diagram_pane_init (GigDiagramPane *self)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_bin_set_child (ADW_BIN (self), toolbar);
}

void
gig_diagram_pane_set_lesson (GigDiagramPane *self,
                             GigLesson      *lesson)
{
}

void
gig_diagram_pane_show_concept (GigDiagramPane *self,
                               GigConcept     *concept)
{
}

void
gig_diagram_pane_show_view (GigDiagramPane *self,
                            GigView        *view)
{
  self->view = view;
}

GigView *
gig_diagram_pane_get_view (GigDiagramPane *self)
{
  return self->view;
}

void
gig_diagram_pane_set_mode (GigDiagramPane *self,
                           const char     *mode)
{
}

const char *
gig_diagram_pane_get_mode (GigDiagramPane *self)
{
  return "picture";
}

void
gig_diagram_pane_set_text_scale (GigDiagramPane *self,
                                 double          scale)
{
}

void
gig_diagram_pane_set_bare (GigDiagramPane *self,
                           gboolean        bare)
{
}
