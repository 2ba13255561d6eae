/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagram-caption.h"

#define TEXT_LINES   3
#define DETAIL_LINES 2
#define SPACING      4

/* Of all it may say, only the longest are measured. */
#define MAX_CANDIDATES 4

struct _GigDiagramCaption
{
  GtkWidget  parent_instance;

  GtkWidget *text;
  GtkWidget *detail;
  GStrv      texts;
  GStrv      details;

  int        measured_width;
  guint      measured_serial;   /* of the font */
  int        text_height;
  int        detail_height;
};

G_DEFINE_FINAL_TYPE (GigDiagramCaption, gig_diagram_caption, GTK_TYPE_WIDGET)

/* The height of at most @lines of @layout. That of an ellipsized one is the same, and ten times the work. */
static int
get_height (PangoLayout *layout,
            int          lines)
{
  g_autoptr(PangoLayoutIter) iter = pango_layout_get_iter (layout);
  int bottom;

  while (--lines > 0 && pango_layout_iter_next_line (iter))
    ;
  pango_layout_iter_get_line_yrange (iter, NULL, &bottom);

  return PANGO_PIXELS_CEIL (bottom);
}

/* The height of the highest of @candidates as @label would show it. */
static int
measure_candidates (GtkWidget *label,
                    GStrv      candidates,
                    int        width,
                    int        lines)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (label, NULL);
  int highest = 0;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  for (guint i = 0; candidates != NULL && candidates[i] != NULL; i++)
    {
      pango_layout_set_text (layout, candidates[i], -1);
      highest = MAX (highest, get_height (layout, lines));
    }

  return highest;
}

static void
measure_heights (GigDiagramCaption *self,
                 int                width)
{
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (self->text));

  if (self->measured_width == width && self->measured_serial == serial)
    return;
  self->measured_width = width;
  self->measured_serial = serial;
  self->text_height = measure_candidates (self->text, self->texts, width, TEXT_LINES);
  self->detail_height = measure_candidates (self->detail, self->details, width, DETAIL_LINES);
}

static void
gig_diagram_caption_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  GigDiagramCaption *self = GIG_DIAGRAM_CAPTION (widget);
  int text, detail, detail_natural;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->text, orientation, -1, minimum, natural, NULL, NULL);
      gtk_widget_measure (self->detail, orientation, -1, &detail, &detail_natural, NULL, NULL);
      *minimum = MAX (*minimum, detail);
      *natural = MAX (*natural, detail_natural);
      return;
    }
  if (for_size < 0)
    for_size = 360;
  measure_heights (self, for_size);
  gtk_widget_measure (self->text, orientation, for_size, &text, NULL, NULL, NULL);
  gtk_widget_measure (self->detail, orientation, for_size, &detail, NULL, NULL, NULL);
  text = MAX (text, self->text_height);
  detail = MAX (detail, self->detail_height);
  *minimum = *natural = text + (detail > 0 ? detail + SPACING : 0);
}

static void
gig_diagram_caption_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  GigDiagramCaption *self = GIG_DIAGRAM_CAPTION (widget);
  int text, detail;

  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, width, &text, NULL, NULL, NULL);
  gtk_widget_measure (self->detail, GTK_ORIENTATION_VERTICAL, width, &detail, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->text, &(GtkAllocation) { 0, 0, width, text }, -1);
  gtk_widget_size_allocate (self->detail, &(GtkAllocation) { 0, text + SPACING, width, detail }, -1);
}

static GtkSizeRequestMode
gig_diagram_caption_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gig_diagram_caption_dispose (GObject *object)
{
  GigDiagramCaption *self = GIG_DIAGRAM_CAPTION (object);

  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);

  G_OBJECT_CLASS (gig_diagram_caption_parent_class)->dispose (object);
}

static void
gig_diagram_caption_finalize (GObject *object)
{
  GigDiagramCaption *self = GIG_DIAGRAM_CAPTION (object);

  g_strfreev (self->texts);
  g_strfreev (self->details);

  G_OBJECT_CLASS (gig_diagram_caption_parent_class)->finalize (object);
}

static void
gig_diagram_caption_class_init (GigDiagramCaptionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_diagram_caption_dispose;
  G_OBJECT_CLASS (klass)->finalize = gig_diagram_caption_finalize;
  widget_class->measure = gig_diagram_caption_measure;
  widget_class->size_allocate = gig_diagram_caption_size_allocate;
  widget_class->get_request_mode = gig_diagram_caption_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "caption");
}

static GtkWidget *
create_label (GigDiagramCaption *self,
              int                lines,
              const char        *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
gig_diagram_caption_init (GigDiagramCaption *self)
{
  self->text = create_label (self, TEXT_LINES, "title-4");
  self->detail = create_label (self, DETAIL_LINES, "dimmed");
}

GtkWidget *
gig_diagram_caption_new (void)
{
  return g_object_new (GIG_TYPE_DIAGRAM_CAPTION, NULL);
}

void
gig_diagram_caption_set_text (GigDiagramCaption *self,
                              const char        *text,
                              const char        *detail)
{
  g_return_if_fail (GIG_IS_DIAGRAM_CAPTION (self));

  gtk_label_set_label (GTK_LABEL (self->text), text != NULL ? text : "");
  gtk_label_set_label (GTK_LABEL (self->detail), detail != NULL ? detail : "");
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  return (int) strlen (*(const char **) b) - (int) strlen (*(const char **) a);
}

static GStrv
choose_longest (GStrv candidates)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; candidates[i] != NULL; i++)
    g_ptr_array_add (sorted, candidates[i]);
  g_ptr_array_sort (sorted, compare_lengths);
  for (guint i = 0; i < MIN (sorted->len, MAX_CANDIDATES); i++)
    g_strv_builder_add (builder, g_ptr_array_index (sorted, i));

  return g_strv_builder_end (builder);
}

void
gig_diagram_caption_set_candidates (GigDiagramCaption *self,
                                    GStrv              texts,
                                    GStrv              details)
{
  g_return_if_fail (GIG_IS_DIAGRAM_CAPTION (self));

  g_strfreev (self->texts);
  g_strfreev (self->details);
  self->texts = choose_longest (texts);
  self->details = choose_longest (details);
  self->measured_width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
gig_diagram_caption_set_centered (GigDiagramCaption *self,
                                  gboolean           centered)
{
  g_return_if_fail (GIG_IS_DIAGRAM_CAPTION (self));

  for (guint i = 0; i < 2; i++)
    {
      GtkLabel *label = GTK_LABEL (i == 0 ? self->text : self->detail);

      gtk_label_set_xalign (label, centered ? 0.5f : 0);
      gtk_label_set_justify (label, centered ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
    }
}
