/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-vote.h"

#include "gig-scene-node.h"
#include "gig-wall-label.h"

#define PADDING 0.35    /* of the text's size, around an answer */
#define LETTER  1.7     /* of the text's size: the column of letters */

struct _GigWallVote
{
  GtkWidget       parent_instance;

  gboolean        preview;
  GigVote        *vote;
  GigLanguage    *language;
  const GigTheme *theme;
  PangoContext   *context;
  double          size;
  double          smallest;
  double          used;         /* the size that fits */
  gboolean        only_reason;
  guint           tight;        /* 1: hands stand in the answer's line; 2: nor is there a reason */
  GPtrArray      *labels;       /* (element-type GigWallLabel): choices, then result and reason */
  GArray         *rows;         /* (element-type GigRect): one a choice */
};

G_DEFINE_FINAL_TYPE (GigWallVote, gig_wall_vote, GTK_TYPE_WIDGET)

static PangoLayout *
create_layout (GigWallVote *self,
               const char  *text,
               double       size,
               gboolean     bold,
               double       width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.1f);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

static gboolean
is_right (GigWallVote *self,
          guint        choice)
{
  return gig_vote_get_revealed (self->vote) && gig_quiz_item_is_right_choice (gig_vote_get_item (self->vote), choice);
}

/* “text · 12 hands”, or a line each: the whole row in words, for the layout and the ear. */
static char *
get_row_text (GigWallVote *self,
              guint        choice)
{
  GigQuizItem *item = gig_vote_get_item (self->vote);
  g_autofree char *text = gig_quiz_item_get_choice_text (item, choice, self->language);
  g_autofree char *hands = NULL;

  if (gig_vote_get_total (self->vote) == 0)
    return g_steal_pointer (&text);

  hands = gig_vote_get_count_text (self->vote, choice, self->language);

  if (self->tight > 0)
    return gig_language_join_notes (self->language, (const char *[]) { text, hands, NULL });

  return g_strdup_printf ("%s\n%s", text, hands);
}

static char *
get_closing_text (GigWallVote *self)
{
  GigQuizItem *item = gig_vote_get_item (self->vote);
  g_autofree char *reason = NULL;

  if (self->tight > 1)
    return g_strdup ("");
  if (!gig_vote_get_revealed (self->vote))
    return gig_quiz_item_get_instruction (item, self->language);

  for (guint i = 0; reason == NULL && i < gig_quiz_item_get_n_choices (item); i++)
    if (gig_quiz_item_is_right_choice (item, i))
      reason = gig_quiz_item_get_feedback (item, (int) i, self->language);
  if (reason == NULL)
    reason = gig_quiz_item_get_feedback (item, -1, self->language);

  return reason != NULL ? g_steal_pointer (&reason) : g_strdup ("");
}

/* The answers that are shown. */
static guint
get_n_choices (GigWallVote *self)
{
  return self->only_reason ? 0 : gig_quiz_item_get_n_choices (gig_vote_get_item (self->vote));
}

/* Lays out all rows at @size. Returns their height. */
static double
lay_out (GigWallVote *self,
         double       size,
         double       width,
         GPtrArray   *layouts)
{
  guint n_choices = get_n_choices (self);
  g_autofree char *closing = get_closing_text (self);
  double y = 0;

  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_choices; i++)
    {
      g_autofree char *text = get_row_text (self, i);
      PangoLayout *layout = create_layout (self, text, size, is_right (self, i), width - size * (LETTER + 2 * PADDING));
      double height = get_height (layout) + 2 * PADDING * size;

      g_ptr_array_add (layouts, layout);
      g_array_append_vals (self->rows, &(GigRect) { 0, y, width, height }, 1);
      y += height + PADDING * size;
    }
  if (*closing != '\0')
    {
      PangoLayout *layout = create_layout (self, closing, size, FALSE, width);

      g_ptr_array_add (layouts, layout);
      g_array_append_vals (self->rows, &(GigRect) { 0, y + PADDING * size, width, get_height (layout) }, 1);
      y += get_height (layout) + PADDING * size;
    }

  return y;
}

static GtkWidget *
get_label (GigWallVote *self,
           guint        index)
{
  while (self->labels->len <= index)
    {
      GtkWidget *label = gig_wall_label_new (self->preview ? GTK_ACCESSIBLE_ROLE_PRESENTATION : GTK_ACCESSIBLE_ROLE_PARAGRAPH);

      gtk_widget_set_parent (label, GTK_WIDGET (self));
      g_ptr_array_add (self->labels, label);
    }

  return g_ptr_array_index (self->labels, index);
}

/* Lays out all rows in the largest size in which they fit; FALSE: in none. */
static gboolean
fill (GigWallVote *self,
      double       width,
      double       height,
      GPtrArray   *layouts)
{
  for (double size = self->size; ; size = MAX (size * 0.93, self->smallest))
    {
      g_ptr_array_set_size (layouts, 0);
      self->used = size;
      if (lay_out (self, size, width, layouts) <= height)
        return TRUE;
      if (size <= self->smallest)
        return FALSE;
    }
}

static void
gig_wall_vote_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  GigWallVote *self = GIG_WALL_VOTE (widget);
  g_autoptr(GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  GdkRGBA foreground;
  guint n_choices;

  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->labels, i), FALSE);
  if (self->vote == NULL)
    return;

  self->tight = 0;
  while (!fill (self, width, height, layouts) && self->tight < 2)
    self->tight++;
  foreground = gig_scene_node_color (&self->theme->foreground, 1);
  n_choices = get_n_choices (self);
  for (guint i = 0; i < layouts->len; i++)
    {
      GigRect *row = &g_array_index (self->rows, GigRect, i);
      GtkWidget *label = get_label (self, i);
      double inset = i < n_choices ? self->used * (LETTER + PADDING) : 0;
      double top = i < n_choices ? self->used * PADDING : 0;

      gig_wall_label_set (GIG_WALL_LABEL (label), g_ptr_array_index (layouts, i), &foreground);
      gtk_widget_set_child_visible (label, TRUE);
      gtk_widget_allocate (label, (int) MAX (row->width - inset, 1), (int) row->height + 1, -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (row->x + inset, row->y + top)));
    }
}

static void
append_letter (GigWallVote *self,
               GtkSnapshot *snapshot,
               guint        choice,
               GigRect     *row)
{
  char text[5] = { (char) ('A' + choice), '\0' };
  gboolean right = is_right (self, choice);
  PangoLayout *layout;
  GdkRGBA color = gig_scene_node_color (right ? &self->theme->background : &self->theme->foreground, 1);
  GdkRGBA fill = gig_scene_node_color (&self->theme->foreground, 1);
  double size = self->used;
  int width;

  if (right)
    g_strlcpy (text, "✓", sizeof text);
  layout = create_layout (self, text, size, TRUE, size * 2);
  pango_layout_set_width (layout, -1);
  pango_layout_get_size (layout, &width, NULL);
  if (right)
    {
      GskRoundedRect disc;

      gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT (row->x + size * 0.2, row->y + size * 0.25, size * 1.5, size * 1.5),
                                       (float) (size * 0.75));
      gtk_snapshot_push_rounded_clip (snapshot, &disc);
      gtk_snapshot_append_color (snapshot, &fill, &disc.bounds);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (row->x + size * 0.95 - (double) width / PANGO_SCALE / 2,
                                                          row->y + size * PADDING));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  g_object_unref (layout);
}

static void
gig_wall_vote_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  GigWallVote *self = GIG_WALL_VOTE (widget);
  GdkRGBA line, bar;
  guint n_choices;

  if (self->vote == NULL || self->rows->len == 0)
    return;

  line = gig_scene_node_color (&self->theme->dim, 1);
  bar = gig_scene_node_color (&self->theme->foreground, GIG_WALL_BAR_ALPHA);
  n_choices = MIN (get_n_choices (self), self->rows->len);
  for (guint i = 0; i < n_choices; i++)
    {
      GigRect *row = &g_array_index (self->rows, GigRect, i);
      GskRoundedRect outline;
      float width = (float) (self->used * (is_right (self, i) ? 0.12 : 0.05));

      gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (row->x, row->y, row->width, row->height),
                                       (float) (self->used * 0.45));
      if (gig_vote_get_share (self->vote, i) > 0)
        {
          gtk_snapshot_push_rounded_clip (snapshot, &outline);
          gtk_snapshot_append_color (snapshot, &bar,
                                     &GRAPHENE_RECT_INIT (row->x, row->y, row->width * gig_vote_get_share (self->vote, i), row->height));
          gtk_snapshot_pop (snapshot);
        }
      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width },
                                  (GdkRGBA[4]) { line, line, line, line });
      append_letter (self, snapshot, i, row);
    }
  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->labels, i), snapshot);
}

static void
gig_wall_vote_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
changed_cb (GigWallVote *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
gig_wall_vote_dispose (GObject *object)
{
  GigWallVote *self = GIG_WALL_VOTE (object);

  for (guint i = 0; self->labels != NULL && i < self->labels->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->labels, i));
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  if (self->vote != NULL)
    g_signal_handlers_disconnect_by_data (self->vote, self);
  g_clear_object (&self->vote);
  g_clear_object (&self->language);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (gig_wall_vote_parent_class)->dispose (object);
}

static void
gig_wall_vote_class_init (GigWallVoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_wall_vote_dispose;
  widget_class->measure = gig_wall_vote_measure;
  widget_class->size_allocate = gig_wall_vote_size_allocate;
  widget_class->snapshot = gig_wall_vote_snapshot;
}

static void
gig_wall_vote_init (GigWallVote *self)
{
  self->labels = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (GigRect));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
gig_wall_vote_new (gboolean preview)
{
  GigWallVote *self = g_object_new (GIG_TYPE_WALL_VOTE,
                                    "accessible-role", preview ? GTK_ACCESSIBLE_ROLE_PRESENTATION : GTK_ACCESSIBLE_ROLE_GROUP,
                                    NULL);

  self->preview = preview;

  return GTK_WIDGET (self);
}

void
gig_wall_vote_show (GigWallVote    *self,
                    GigVote        *vote,
                    GigLanguage    *language,
                    const GigTheme *theme,
                    PangoContext   *context,
                    double          size,
                    double          smallest)
{
  g_return_if_fail (GIG_IS_WALL_VOTE (self));

  if (self->vote != vote)
    {
      if (self->vote != NULL)
        g_signal_handlers_disconnect_by_data (self->vote, self);
      g_set_object (&self->vote, vote);
      if (vote != NULL)
        {
          g_signal_connect_object (vote, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (vote, "notify::revealed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
        }
    }
  g_set_object (&self->language, language);
  g_set_object (&self->context, context);
  self->theme = theme;
  self->size = size;
  self->smallest = smallest;
  self->only_reason = FALSE;
  changed_cb (self);
}

double
gig_wall_vote_show_reason (GigWallVote *self,
                           double       width,
                           double       height)
{
  g_autoptr(GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (GIG_IS_WALL_VOTE (self), 0);
  g_return_val_if_fail (self->vote != NULL, 0);

  self->only_reason = TRUE;
  self->tight = 0;
  if (!fill (self, width, height, layouts))
    return 0;

  return lay_out (self, self->used, width, layouts);
}
