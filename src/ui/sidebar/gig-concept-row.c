/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-concept-row.h"

#include "gig-language-host.h"
#include "gig-locator.h"

struct _GigConceptRow
{
  AdwBin           parent_instance;

  GigConceptItem  *item;
  GWeakRef         list_item;

  GtkTreeExpander *expander;
  GtkWidget       *locator;
  GtkWidget       *label;
  GtkWidget       *diagram_badge;
  GtkWidget       *quiz_badge;
};

G_DEFINE_FINAL_TYPE (GigConceptRow, gig_concept_row, ADW_TYPE_BIN)

static void
describe_row (GigConceptRow *self,
              GigLanguage   *language,
              const char    *text)
{
  const char *sentences[3] = { NULL };
  g_autofree char *description = NULL;
  guint n = 0;
  g_autoptr(GtkListItem) list_item = g_weak_ref_get (&self->list_item);

  if (gtk_widget_get_visible (self->diagram_badge))
    sentences[n++] = gig_language_gettext (language, "Has a diagram.");
  if (gtk_widget_get_visible (self->quiz_badge))
    sentences[n++] = gig_language_gettext (language, "Has a quiz question.");
  description = gig_language_join_sentences (language, sentences);
  /* The list's own row has the focus. */
  if (list_item != NULL)
    {
      gtk_list_item_set_accessible_label (list_item, text);
      gtk_list_item_set_accessible_description (list_item, description);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigConceptRow *self = GIG_CONCEPT_ROW (widget);
  g_autofree char *text = NULL;
  GigLesson *lesson;

  if (self->item == NULL)
    return;

  lesson = gig_concept_item_get_lesson (self->item);
  text = gig_lesson_get_plain_text (lesson, gig_concept_get_label (gig_concept_item_get_concept (self->item)),
                                    gig_language_get_code (language));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->label), text);
  gtk_widget_set_tooltip_text (self->diagram_badge, gig_language_gettext (language, "Has a diagram"));
  gtk_widget_set_tooltip_text (self->quiz_badge, gig_language_gettext (language, "Has a quiz question"));
  describe_row (self, language, text);
}

static void
gig_concept_row_dispose (GObject *object)
{
  GigConceptRow *self = GIG_CONCEPT_ROW (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (gig_concept_row_parent_class)->dispose (object);
}

static void
gig_concept_row_finalize (GObject *object)
{
  g_weak_ref_clear (&GIG_CONCEPT_ROW (object)->list_item);

  G_OBJECT_CLASS (gig_concept_row_parent_class)->finalize (object);
}

/* The list's row and the expander can be scrolled to and opened by a screen reader, not chosen. */
static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GigConceptRow *self = GIG_CONCEPT_ROW (widget);

  if (self->item == NULL)
    return;

  gtk_widget_activate_action (widget, "win.show-concept", "s", gig_concept_get_id (gig_concept_item_get_concept (self->item)));
  gtk_widget_activate_action (widget, "win.tree-activated", NULL);
}

static void
gig_concept_row_class_init (GigConceptRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_concept_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = gig_concept_row_finalize;

  gtk_widget_class_install_action (widget_class, "concept.show", NULL, show_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LINK);
}

static GtkWidget *
create_badge (const char *icon_name)
{
  GtkWidget *badge = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (badge, "dimmed");
  gtk_image_set_pixel_size (GTK_IMAGE (badge), 12);
  gtk_accessible_update_state (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  return badge;
}

static void
gig_concept_row_init (GigConceptRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  g_weak_ref_init (&self->list_item, NULL);
  self->expander = GTK_TREE_EXPANDER (gtk_tree_expander_new ());
  gtk_tree_expander_set_indent_for_icon (self->expander, TRUE);
  self->locator = gig_locator_new (16);
  self->label = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (self->label), 1);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->diagram_badge = create_badge ("gig-diagram-symbolic");
  self->quiz_badge = create_badge ("gig-quiz-symbolic");
  gtk_box_append (GTK_BOX (box), self->locator);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->diagram_badge);
  gtk_box_append (GTK_BOX (box), self->quiz_badge);
  gtk_tree_expander_set_child (self->expander, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->expander));

  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

GtkWidget *
gig_concept_row_new (GtkListItem *list_item)
{
  GigConceptRow *self = g_object_new (GIG_TYPE_CONCEPT_ROW, NULL);

  g_weak_ref_set (&self->list_item, list_item);

  return GTK_WIDGET (self);
}

void
gig_concept_row_set_row (GigConceptRow  *self,
                         GtkTreeListRow *row)
{
  GigConcept *concept;
  GigLanguage *language;

  g_return_if_fail (GIG_IS_CONCEPT_ROW (self));
  g_return_if_fail (row == NULL || GTK_IS_TREE_LIST_ROW (row));

  gtk_tree_expander_set_list_row (self->expander, row);
  g_clear_object (&self->item);
  if (row == NULL)
    {
      gig_locator_set_concept (GIG_LOCATOR (self->locator), NULL, NULL);
      return;
    }

  self->item = GIG_CONCEPT_ITEM (gtk_tree_list_row_get_item (row));
  concept = gig_concept_item_get_concept (self->item);
  gig_locator_set_concept (GIG_LOCATOR (self->locator), gig_concept_item_get_lesson (self->item), concept);
  gtk_widget_set_visible (self->diagram_badge, gig_concept_get_views (concept)->len > 0);
  gtk_widget_set_visible (self->quiz_badge, gig_concept_get_questions (concept)->len > 0);
  language = gig_widget_get_language (GTK_WIDGET (self));
  if (language != NULL)
    language_cb (GTK_WIDGET (self), language, NULL);
}
