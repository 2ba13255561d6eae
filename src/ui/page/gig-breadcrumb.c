/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-breadcrumb.h"

#include "gig-language-host.h"
#include "gig-page-pieces.h"

struct _GigBreadcrumb
{
  AdwBin      parent_instance;

  GigLesson  *lesson;
  GtkWidget  *box;
};

G_DEFINE_FINAL_TYPE (GigBreadcrumb, gig_breadcrumb, ADW_TYPE_BIN)

static void
crumb_language_cb (GtkWidget   *widget,
                   GigLanguage *language,
                   gpointer     user_data)
{
  GigBreadcrumb *self = GIG_BREADCRUMB (gtk_widget_get_ancestor (widget, GIG_TYPE_BREADCRUMB));
  g_autofree char *text = NULL;

  text = gig_lesson_get_plain_text (self->lesson, gig_concept_get_label (user_data), gig_language_get_code (language));
  gig_page_piece_set_button_text (GTK_BUTTON (widget), text);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_language_gettext (language, "Where this concept stands"),
                                  -1);
}

static void
append_crumbs (GigBreadcrumb *self,
               GigConcept    *concept)
{
  GtkWidget *button;

  if (concept == NULL)
    return;

  append_crumbs (self, gig_concept_get_parent (concept));
  if (gtk_widget_get_first_child (self->box) != NULL)
    {
      GtkWidget *separator = gtk_label_new ("›");

      gtk_widget_add_css_class (separator, "dimmed");
      gtk_accessible_update_state (GTK_ACCESSIBLE (separator), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_wrap_box_append (ADW_WRAP_BOX (self->box), separator);
    }
  button = gtk_button_new ();
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "crumb");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-concept");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", gig_concept_get_id (concept));
  adw_wrap_box_append (ADW_WRAP_BOX (self->box), button);
  gig_widget_watch_language (button, crumb_language_cb, concept);
}

static void
gig_breadcrumb_dispose (GObject *object)
{
  GigBreadcrumb *self = GIG_BREADCRUMB (object);

  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_breadcrumb_parent_class)->dispose (object);
}

static void
gig_breadcrumb_class_init (GigBreadcrumbClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_breadcrumb_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
gig_breadcrumb_init (GigBreadcrumb *self)
{
  self->box = adw_wrap_box_new ();
  adw_bin_set_child (ADW_BIN (self), self->box);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

GtkWidget *
gig_breadcrumb_new (void)
{
  return g_object_new (GIG_TYPE_BREADCRUMB, NULL);
}

void
gig_breadcrumb_set_concept (GigBreadcrumb *self,
                            GigLesson     *lesson,
                            GigConcept    *concept)
{
  GtkWidget *child;

  g_return_if_fail (GIG_IS_BREADCRUMB (self));
  g_return_if_fail (concept != NULL);

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->box), child);
  gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;
  append_crumbs (self, gig_concept_get_parent (concept));
  gtk_widget_set_visible (GTK_WIDGET (self), gig_concept_get_parent (concept) != NULL);
}
