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

/* A text, and how high it is in the width it was last measured for. A GtkLabel would lay it out
 * a dozen times for each new sentence, once with every letter on a line of its own. */
typedef struct
{
  GtkWidget *inscription;
  int        width;       /* px; -1: not measured */
  int        height;
  guint      serial;      /* of the font */
} Sentence;

struct _GigDiagramCaption
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  Sentence   text;
  Sentence   detail;
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

static PangoLayout *
create_layout (GtkWidget *widget,
               int        width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);

  return layout;
}

/* The height of the highest of @candidates as @widget would show it. */
static int
measure_candidates (GtkWidget *widget,
                    GStrv      candidates,
                    int        width,
                    int        lines)
{
  g_autoptr(PangoLayout) layout = create_layout (widget, width);
  int highest = 0;

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
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (self->text.inscription));
  int most = get_most_room (self, width);
  int rest, text, detail;

  if (self->measured_width == width && self->measured_most == most && self->measured_serial == serial)
    return;
  self->measured_width = width;
  self->measured_most = most;
  self->measured_serial = serial;
  rest = measure_candidates (self->text.inscription, self->rests, width, G_MAXINT);
  text = measure_candidates (self->text.inscription, self->texts, width, TEXT_LINES);
  detail = measure_candidates (self->detail.inscription, self->details, width, DETAIL_LINES);
  self->height = rest + MIN (MAX (text - rest, 0) + (detail > 0 ? detail + SPACING : 0), most);
}

/* --- What is said --- */

static int
measure_sentence (Sentence *sentence,
                  int       width)
{
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (sentence->inscription));
  g_autoptr(PangoLayout) layout = NULL;

  if (sentence->width == width && sentence->serial == serial)
    return sentence->height;

  layout = create_layout (sentence->inscription, width);
  pango_layout_set_text (layout, gtk_inscription_get_text (GTK_INSCRIPTION (sentence->inscription)), -1);
  sentence->width = width;
  sentence->serial = serial;
  sentence->height = get_height (layout, G_MAXINT);

  return sentence->height;
}

static GigDiagramCaption *
get_caption (GtkWidget *content)
{
  return GIG_DIAGRAM_CAPTION (gtk_widget_get_ancestor (content, GIG_TYPE_DIAGRAM_CAPTION));
}

static GtkSizeRequestMode
get_content_request_mode (GtkWidget *content)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_content (GtkWidget      *content,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  GigDiagramCaption *self = get_caption (content);
  int width = for_size >= 0 ? for_size : NATURAL_WIDTH;

  *minimum = 0;
  *natural = NATURAL_WIDTH;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  *minimum = measure_sentence (&self->text, width);
  if (gtk_widget_get_visible (self->detail.inscription))
    *minimum += SPACING + measure_sentence (&self->detail, width);
  *natural = *minimum;
}

static void
allocate_sentence (Sentence *sentence,
                   int       width,
                   int       y)
{
  int ignored;

  gtk_widget_measure (sentence->inscription, GTK_ORIENTATION_HORIZONTAL, -1, &ignored, NULL, NULL, NULL);
  gtk_widget_size_allocate (sentence->inscription, &(GtkAllocation) { 0, y, width, sentence->height }, -1);
}

static void
allocate_content (GtkWidget *content,
                  int        width,
                  int        height,
                  int        baseline)
{
  GigDiagramCaption *self = get_caption (content);
  int text_height = measure_sentence (&self->text, width);

  allocate_sentence (&self->text, width, 0);
  if (!gtk_widget_get_visible (self->detail.inscription))
    return;
  measure_sentence (&self->detail, width);
  allocate_sentence (&self->detail, width, text_height + SPACING);
}

/* --- The widget --- */

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

static void
init_sentence (Sentence   *sentence,
               GtkWidget  *content,
               const char *css_class)
{
  GtkInscription *inscription = GTK_INSCRIPTION (gtk_inscription_new (""));

  gtk_inscription_set_wrap_mode (inscription, PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_xalign (inscription, 0);
  gtk_inscription_set_yalign (inscription, 0);
  gtk_widget_add_css_class (GTK_WIDGET (inscription), css_class);
  gtk_widget_set_parent (GTK_WIDGET (inscription), content);
  sentence->inscription = GTK_WIDGET (inscription);
  sentence->width = -1;
}

static void
gig_diagram_caption_init (GigDiagramCaption *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (content, gtk_custom_layout_new (get_content_request_mode, measure_content, allocate_content));
  init_sentence (&self->text, content, "title-4");
  init_sentence (&self->detail, content, "dimmed");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), content);
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

static void
set_sentence (Sentence   *sentence,
              const char *text)
{
  GtkInscription *inscription = GTK_INSCRIPTION (sentence->inscription);

  if (g_strcmp0 (gtk_inscription_get_text (inscription), text != NULL ? text : "") == 0)
    return;

  gtk_inscription_set_text (inscription, text != NULL ? text : "");
  sentence->width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (inscription));
}

void
gig_diagram_caption_set_text (GigDiagramCaption *self,
                              const char        *text,
                              const char        *detail)
{
  g_return_if_fail (GIG_IS_DIAGRAM_CAPTION (self));

  set_sentence (&self->text, text);
  set_sentence (&self->detail, detail);
  gtk_widget_set_visible (self->detail.inscription, detail != NULL);
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

  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text.inscription), centered ? 0.5f : 0);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->detail.inscription), centered ? 0.5f : 0);
}
