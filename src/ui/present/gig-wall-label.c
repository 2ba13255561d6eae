/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-label.h"

struct _GigWallLabel
{
  GtkWidget    parent_instance;

  PangoLayout *layout;
  GdkRGBA      color;
};

static void gig_wall_label_accessible_text_init (GtkAccessibleTextInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GigWallLabel, gig_wall_label, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_TEXT, gig_wall_label_accessible_text_init))

/* --- What is read aloud: a paragraph has no name, only text --- */

static const char *
get_text (GigWallLabel *self)
{
  return self->layout != NULL ? pango_layout_get_text (self->layout) : "";
}

static GBytes *
gig_wall_label_get_contents (GtkAccessibleText *accessible,
                             guint              start,
                             guint              end)
{
  const char *text = get_text (GIG_WALL_LABEL (accessible));
  guint n = (guint) g_utf8_strlen (text, -1);
  char *part;

  end = MIN (end, n);
  start = MIN (start, end);
  part = g_utf8_substring (text, start, end);

  return g_bytes_new_take (part, strlen (part) + 1);
}

static gboolean
is_start (const PangoLogAttr           *attr,
          GtkAccessibleTextGranularity  granularity)
{
  switch (granularity)
    {
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER:
      return attr->is_cursor_position;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD:
      return attr->is_word_start;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_SENTENCE:
      return attr->is_sentence_start;
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE:
    case GTK_ACCESSIBLE_TEXT_GRANULARITY_PARAGRAPH:
    default:
      return FALSE;
    }
}

/* Lines on a wall are where there is room: a line is all of it, as is a paragraph. */
static GBytes *
gig_wall_label_get_contents_at (GtkAccessibleText            *accessible,
                                guint                         offset,
                                GtkAccessibleTextGranularity  granularity,
                                guint                        *start,
                                guint                        *end)
{
  GigWallLabel *self = GIG_WALL_LABEL (accessible);
  const PangoLogAttr *attrs = NULL;
  int n_attrs = 0;
  guint n = (guint) g_utf8_strlen (get_text (self), -1);

  offset = MIN (offset, n);
  *start = offset;
  *end = MIN (offset + 1, n);
  if (self->layout != NULL)
    attrs = pango_layout_get_log_attrs_readonly (self->layout, &n_attrs);
  while (*start > 0 && *start < (guint) n_attrs && !is_start (&attrs[*start], granularity))
    (*start)--;
  while (*end < n && *end < (guint) n_attrs && !is_start (&attrs[*end], granularity))
    (*end)++;

  return gig_wall_label_get_contents (accessible, *start, *end);
}

static guint
gig_wall_label_get_caret_position (GtkAccessibleText *accessible)
{
  return 0;
}

static gboolean
gig_wall_label_get_selection (GtkAccessibleText       *accessible,
                              gsize                   *n_ranges,
                              GtkAccessibleTextRange **ranges)
{
  return FALSE;
}

static gboolean
gig_wall_label_get_attributes (GtkAccessibleText        *accessible,
                               guint                     offset,
                               gsize                    *n_ranges,
                               GtkAccessibleTextRange  **ranges,
                               char                   ***names,
                               char                   ***values)
{
  return FALSE;
}

static void
gig_wall_label_get_default_attributes (GtkAccessibleText   *accessible,
                                       char              ***names,
                                       char              ***values)
{
  *names = g_new0 (char *, 1);
  *values = g_new0 (char *, 1);
}

static void
gig_wall_label_accessible_text_init (GtkAccessibleTextInterface *iface)
{
  iface->get_contents = gig_wall_label_get_contents;
  iface->get_contents_at = gig_wall_label_get_contents_at;
  iface->get_caret_position = gig_wall_label_get_caret_position;
  iface->get_selection = gig_wall_label_get_selection;
  iface->get_attributes = gig_wall_label_get_attributes;
  iface->get_default_attributes = gig_wall_label_get_default_attributes;
}

/* --- The widget --- */

static void
gig_wall_label_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  GigWallLabel *self = GIG_WALL_LABEL (widget);

  if (self->layout != NULL)
    gtk_snapshot_append_layout (snapshot, self->layout, &self->color);
}

static void
gig_wall_label_measure (GtkWidget      *widget,
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
gig_wall_label_dispose (GObject *object)
{
  g_clear_object (&GIG_WALL_LABEL (object)->layout);

  G_OBJECT_CLASS (gig_wall_label_parent_class)->dispose (object);
}

static void
gig_wall_label_class_init (GigWallLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_wall_label_dispose;
  widget_class->snapshot = gig_wall_label_snapshot;
  widget_class->measure = gig_wall_label_measure;
}

static void
gig_wall_label_init (GigWallLabel *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
gig_wall_label_new (GtkAccessibleRole role)
{
  GtkWidget *self = g_object_new (GIG_TYPE_WALL_LABEL, "accessible-role", role, NULL);

  if (role == GTK_ACCESSIBLE_ROLE_HEADING)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);

  return self;
}

static void
change_text (GigWallLabel *self,
             PangoLayout  *layout)
{
  GtkAccessibleText *accessible = GTK_ACCESSIBLE_TEXT (self);
  gboolean same = layout != NULL && g_str_equal (get_text (self), pango_layout_get_text (layout));
  guint n = (guint) g_utf8_strlen (get_text (self), -1);

  if (!same && n > 0)
    gtk_accessible_text_update_contents (accessible, GTK_ACCESSIBLE_TEXT_CONTENT_CHANGE_REMOVE, 0, n);
  g_set_object (&self->layout, layout);
  n = (guint) g_utf8_strlen (get_text (self), -1);
  if (!same && n > 0)
    gtk_accessible_text_update_contents (accessible, GTK_ACCESSIBLE_TEXT_CONTENT_CHANGE_INSERT, 0, n);
}

void
gig_wall_label_set (GigWallLabel  *self,
                    PangoLayout   *layout,
                    const GdkRGBA *color)
{
  g_return_if_fail (GIG_IS_WALL_LABEL (self));

  if (self->layout != layout)
    change_text (self, layout);
  if (color != NULL)
    self->color = *color;
  gtk_widget_set_visible (GTK_WIDGET (self), layout != NULL);
  if (layout != NULL && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self)) != GTK_ACCESSIBLE_ROLE_PRESENTATION)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, pango_layout_get_text (layout),
                                    -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

PangoLayout *
gig_wall_label_get_layout (GigWallLabel *self)
{
  g_return_val_if_fail (GIG_IS_WALL_LABEL (self), NULL);

  return self->layout;
}
