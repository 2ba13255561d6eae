/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagram-legend.h"

#include "gig-language-host.h"

#define MARK_SIZE 12

/* --- A mark: the half-filled dot or the hatch --- */

#define GIG_TYPE_LEGEND_MARK (gig_legend_mark_get_type ())
G_DECLARE_FINAL_TYPE (GigLegendMark, gig_legend_mark, GIG, LEGEND_MARK, GtkWidget)

struct _GigLegendMark
{
  GtkWidget parent_instance;

  gboolean  hatched;
};

G_DEFINE_FINAL_TYPE (GigLegendMark, gig_legend_mark, GTK_TYPE_WIDGET)

static void
gig_legend_mark_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = MARK_SIZE;
}

static void
append_hatch (GtkSnapshot *snapshot,
              GdkRGBA     *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (1.2f);

  for (int s = 4; s < 2 * MARK_SIZE; s += 5)
    {
      gsk_path_builder_move_to (builder, s, 0);
      gsk_path_builder_line_to (builder, s - MARK_SIZE, MARK_SIZE);
    }
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, MARK_SIZE, MARK_SIZE));
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gtk_snapshot_pop (snapshot);
  gsk_stroke_free (stroke);
}

static void
append_half_dot (GtkSnapshot *snapshot,
                 GdkRGBA     *color)
{
  const float c = MARK_SIZE / 2.f, r = c - 1.5f;
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr(GskPath) half = NULL;
  g_autoptr(GskPath) circle = NULL;
  GskStroke *stroke = gsk_stroke_new (1.2f);

  gsk_path_builder_move_to (builder, c, c - r);
  gsk_path_builder_svg_arc_to (builder, r, r, 0, FALSE, FALSE, c, c + r);
  gsk_path_builder_close (builder);
  half = gsk_path_builder_free_to_path (builder);
  builder = gsk_path_builder_new ();
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (c, c), r);
  circle = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (snapshot, half, GSK_FILL_RULE_WINDING, color);
  gtk_snapshot_append_stroke (snapshot, circle, stroke, color);
  gsk_stroke_free (stroke);
}

static void
gig_legend_mark_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - MARK_SIZE) / 2,
                                                          (gtk_widget_get_height (widget) - MARK_SIZE) / 2));
  if (GIG_LEGEND_MARK (widget)->hatched)
    append_hatch (snapshot, &color);
  else
    append_half_dot (snapshot, &color);
  gtk_snapshot_restore (snapshot);
}

static void
gig_legend_mark_class_init (GigLegendMarkClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = gig_legend_mark_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = gig_legend_mark_snapshot;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gig_legend_mark_init (GigLegendMark *self)
{
}

/* --- The legend in one language --- */

#define GIG_TYPE_LEGEND_LINE (gig_legend_line_get_type ())
G_DECLARE_FINAL_TYPE (GigLegendLine, gig_legend_line, GIG, LEGEND_LINE, AdwBin)

struct _GigLegendLine
{
  AdwBin     parent_instance;

  GtkWidget *debated;
  GtkWidget *empty;
  GtkWidget *sizes;
};

G_DEFINE_FINAL_TYPE (GigLegendLine, gig_legend_line, ADW_TYPE_BIN)

static GtkWidget *
create_note (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static GtkWidget *
create_entry (gboolean    hatched,
              const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GigLegendMark *mark = g_object_new (GIG_TYPE_LEGEND_MARK, NULL);

  mark->hatched = hatched;
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (mark));
  gtk_box_append (GTK_BOX (box), create_note (text));

  return box;
}

static void
gig_legend_line_class_init (GigLegendLineClass *klass)
{
}

static void
gig_legend_line_init (GigLegendLine *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

static GigLegendLine *
create_line (GigLanguage *language,
             gboolean     proportional)
{
  GigLegendLine *line = g_object_new (GIG_TYPE_LEGEND_LINE, NULL);
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 18);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 2);
  line->debated = create_entry (FALSE, gig_language_gettext (language, "debated: on the line"));
  line->empty = create_entry (TRUE, gig_language_gettext (language, "empty: nothing stands there"));
  line->sizes = create_note (proportional
                               ? gig_language_gettext (language, "Areas are to scale.")
                               : gig_language_gettext (language, "Sizes mean nothing here: only what lies inside what."));
  adw_wrap_box_append (ADW_WRAP_BOX (box), line->debated);
  adw_wrap_box_append (ADW_WRAP_BOX (box), line->empty);
  adw_wrap_box_append (ADW_WRAP_BOX (box), line->sizes);
  gtk_widget_add_css_class (box, "caption");
  gtk_widget_add_css_class (box, "dimmed");
  adw_bin_set_child (ADW_BIN (line), box);

  return line;
}

/* --- The legend --- */

struct _GigDiagramLegend
{
  AdwBin     parent_instance;

  GtkWidget *stack;       /* one line a language, all as high as the highest */
  gboolean   proportional;
};

G_DEFINE_FINAL_TYPE (GigDiagramLegend, gig_diagram_legend, ADW_TYPE_BIN)

/* In a language that only the lesson speaks the program's words are those of the next best one. */
static void
show_line (GigDiagramLegend *self,
           GigLanguage      *language)
{
  const char *wanted[] = { gig_language_get_code (language), NULL };
  const char *code = gig_language_set_negotiate (gig_language_get_set (language), wanted);
  GtkWidget *line = gtk_stack_get_child_by_name (GTK_STACK (self->stack), code);

  if (line != NULL)
    gtk_stack_set_visible_child (GTK_STACK (self->stack), line);
}

static void
fill (GigDiagramLegend *self,
      GigLanguage      *language,
      gboolean          debated,
      gboolean          empty,
      gboolean          proportional)
{
  GigLanguageSet *set = gig_language_get_set (language);
  const char * const *codes = gig_language_set_get_codes (set);
  GtkWidget *child;

  if (proportional != self->proportional)
    while ((child = gtk_widget_get_first_child (self->stack)) != NULL)
      gtk_stack_remove (GTK_STACK (self->stack), child);
  self->proportional = proportional;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      GtkWidget *line = gtk_stack_get_child_by_name (GTK_STACK (self->stack), codes[i]);

      if (line == NULL)
        {
          g_autoptr(GigLanguage) spoken = gig_language_new (set, codes[i]);

          line = GTK_WIDGET (create_line (spoken, proportional));
          gtk_stack_add_named (GTK_STACK (self->stack), line, codes[i]);
        }
      gtk_widget_set_visible (GIG_LEGEND_LINE (line)->debated, debated);
      gtk_widget_set_visible (GIG_LEGEND_LINE (line)->empty, empty);
    }
  show_line (self, language);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  show_line (GIG_DIAGRAM_LEGEND (widget), language);
}

static void
gig_diagram_legend_class_init (GigDiagramLegendClass *klass)
{
}

static void
gig_diagram_legend_init (GigDiagramLegend *self)
{
  self->stack = gtk_stack_new ();
  adw_bin_set_child (ADW_BIN (self), self->stack);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

GtkWidget *
gig_diagram_legend_new (void)
{
  return g_object_new (GIG_TYPE_DIAGRAM_LEGEND, NULL);
}

void
gig_diagram_legend_set_scene (GigDiagramLegend *self,
                              GigScene         *scene)
{
  gboolean debated = FALSE, empty = FALSE;
  const GigItem *items = NULL;
  guint n_items = 0;
  GigLanguage *language;

  g_return_if_fail (GIG_IS_DIAGRAM_LEGEND (self));

  language = gig_widget_get_language (GTK_WIDGET (self));
  if (language == NULL)
    return;
  if (scene != NULL)
    items = gig_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      debated |= items[i].contested;
      empty |= items[i].empty;
    }
  fill (self, language, debated, empty, scene != NULL && gig_view_is_proportional (gig_scene_get_view (scene)));
}
