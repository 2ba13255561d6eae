/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-locator.h"

#include <adwaita.h>

#include "gig-diagram-view.h"
#include "gig-language-host.h"
#include "gig-scene-node.h"

#define BUTTON_SIZE 48

struct _GigLocator
{
  GtkWidget      parent_instance;

  int            size;        /* sp */
  int            drawn_size;  /* px, of the node */
  GigLesson     *lesson;
  GigConcept    *concept;
  char          *name;        /* “You are here: …” */
  GskRenderNode *node;
};

G_DEFINE_FINAL_TYPE (GigLocator, gig_locator, GTK_TYPE_WIDGET)

static void
name_button (GigLocator *self)
{
  GtkWidget *button = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_BUTTON);

  if (button == NULL || self->size < BUTTON_SIZE)
    return;
  /* A page about no set has no place in the nest. */
  gtk_widget_set_visible (button, *self->name != '\0');
  gtk_widget_set_tooltip_text (button, self->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
}

static int
get_font_size (GtkWidget *widget)
{
  return pango_font_description_get_size (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
}

/* The size in px: it grows with the desktop's text and with the page's. */
static int
get_size (GigLocator *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  double scale = root != NULL ? (double) get_font_size (widget) / MAX (1, get_font_size (root)) : 1.0;

  return (int) (adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, self->size * scale, gtk_widget_get_settings (widget)) + 0.5);
}

static void
make_node (GigLocator *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  g_autoptr(GigScene) scene = NULL;

  g_clear_pointer (&self->node, gsk_render_node_unref);
  if (self->lesson == NULL || self->concept == NULL || language == NULL)
    return;

  self->drawn_size = get_size (self);
  scene = gig_scene_new_locator (self->lesson, self->concept, language, gig_diagram_view_find_theme (), self->drawn_size);
  self->node = gig_scene_node_new (scene, GIG_LAYER_ALL, NULL, NULL);
  g_set_str (&self->name, gig_scene_get_name (scene));
}

static void
update (GigLocator *self)
{
  make_node (self);
  if (self->node != NULL)
    name_button (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  update (GIG_LOCATOR (widget));
}

static void
gig_locator_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = *natural = get_size (GIG_LOCATOR (widget));
}

static void
gig_locator_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  GigLocator *self = GIG_LOCATOR (widget);

  if (self->node != NULL && self->drawn_size != get_size (self))
    make_node (self);
  if (self->node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - self->drawn_size) / 2,
                                                          (gtk_widget_get_height (widget) - self->drawn_size) / 2));
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

static void
gig_locator_dispose (GObject *object)
{
  GigLocator *self = GIG_LOCATOR (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (gig_locator_parent_class)->dispose (object);
}

static void
gig_locator_class_init (GigLocatorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_locator_dispose;
  widget_class->measure = gig_locator_measure;
  widget_class->snapshot = gig_locator_snapshot;

  gtk_widget_class_set_css_name (widget_class, "locator");
  /* The button or the row around it says where one is. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gig_locator_init (GigLocator *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

GtkWidget *
gig_locator_new (int size)
{
  GigLocator *self;

  g_return_val_if_fail (size > 0, NULL);

  self = g_object_new (GIG_TYPE_LOCATOR, NULL);
  self->size = size;

  return GTK_WIDGET (self);
}

void
gig_locator_set_concept (GigLocator *self,
                         GigLesson  *lesson,
                         GigConcept *concept)
{
  g_return_if_fail (GIG_IS_LOCATOR (self));

  if (lesson != NULL)
    gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;
  self->concept = concept;
  update (self);
}

GtkWidget *
gig_locator_new_button (GigLesson  *lesson,
                        GigConcept *concept)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *locator = gig_locator_new (BUTTON_SIZE);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "locator");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (button), locator);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.diagram");
  gig_locator_set_concept (GIG_LOCATOR (locator), lesson, concept);

  return button;
}
