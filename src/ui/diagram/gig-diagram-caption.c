/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagram-caption.h"

/* Room kept for what is not said at rest; what is said then always has all it needs,
 * and longer words scroll: nothing is cut, however large the letters. */
#define TEXT_LINES   3
#define DETAIL_LINES 2
#define SPACING      4
/* That room is at most these parts of the width and of the window's height: where
 * letters are large the picture comes first. */
#define WIDTH_PART   5
#define HEIGHT_PART  8

#define NATURAL_WIDTH 360

/* Of all it may say, only the longest are measured. */
#define MAX_CANDIDATES 4

struct _GigDiagramCaption
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *text;
  GtkWidget *detail;
  GStrv      rests;
  GStrv      texts;
  GStrv      details;

  int        measured_width;
  int        measured_most;
  guint      measured_serial;   /* of the font */
  int        height;
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

static int
get_most_room (GigDiagramCaption *self,
               int                width)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;

  return height > 0 ? MIN (width / WIDTH_PART, height / HEIGHT_PART) : width / WIDTH_PART;
}

static void
measure_heights (GigDiagramCaption *self,
                 int                width)
{
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (self->text));
  int most = get_most_room (self, width);
  int rest, text, detail;

  if (self->measured_width == width && self->measured_most == most && self->measured_serial == serial)
    return;
  self->measured_width = width;
  self->measured_most = most;
  self->measured_serial = serial;
  rest = measure_candidates (self->text, self->rests, width, G_MAXINT);
  text = measure_candidates (self->text, self->texts, width, TEXT_LINES);
  detail = measure_candidates (self->detail, self->details, width, DETAIL_LINES);
  self->height = rest + MIN (MAX (text - rest, 0) + (detail > 0 ? detail + SPACING : 0), most);
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

  /* What it says wraps and scrolls, so it takes part in no measure: each costs the text to be
   * laid out once more, and a pane is measured at every hover. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = NATURAL_WIDTH;
      return;
    }
  if (for_size >= 0)
    measure_heights (self, for_size);
  *minimum = for_size >= 0 ? self->height : 0;
  *natural = self->height;
}

static void
gig_diagram_caption_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  GigDiagramCaption *self = GIG_DIAGRAM_CAPTION (widget);

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { 0, 0, width, height }, -1);
}

/* Only where there is something to scroll is it a stop for the keyboard. */
static void
adjustment_changed_cb (GtkAdjustment     *adjustment,
                       GigDiagramCaption *self)
{
  gboolean higher = gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);

  g_assert (GIG_IS_DIAGRAM_CAPTION (self));

  if (gtk_widget_get_focusable (self->scroller) != higher)
    gtk_widget_set_focusable (self->scroller, higher);
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

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (gig_diagram_caption_parent_class)->dispose (object);
}

static void
gig_diagram_caption_finalize (GObject *object)
{
  GigDiagramCaption *self = GIG_DIAGRAM_CAPTION (object);

  g_strfreev (self->rests);
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
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
gig_diagram_caption_init (GigDiagramCaption *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->text = create_label ("title-4");
  self->detail = create_label ("dimmed");
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (GTK_BOX (box), self->detail);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (adjustment_changed_cb), self, 0);
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
  gtk_widget_set_visible (self->detail, detail != NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
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

/* Whether they are others than before. */
static gboolean
take_longest (GStrv *slot,
              GStrv  candidates)
{
  g_auto(GStrv) longest = choose_longest (candidates);

  if (*slot != NULL && g_strv_equal ((const char * const *) *slot, (const char * const *) longest))
    return FALSE;

  g_strfreev (*slot);
  *slot = g_steal_pointer (&longest);

  return TRUE;
}

void
gig_diagram_caption_set_candidates (GigDiagramCaption *self,
                                    GStrv              rests,
                                    GStrv              texts,
                                    GStrv              details)
{
  gboolean changed;

  g_return_if_fail (GIG_IS_DIAGRAM_CAPTION (self));

  changed = take_longest (&self->rests, rests);
  changed |= take_longest (&self->texts, texts);
  changed |= take_longest (&self->details, details);
  if (!changed)
    return;

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
