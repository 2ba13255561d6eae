/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Speaker notes: only here, and only where the class cannot see them. */

#include "config.h"

#include "gig-console-parts.h"

#include "gig-language-host.h"
#include "gig-message-label.h"
#include "gig-text-scale.h"

#define N_(text) (text)
#define SCALE_STEP 1.1

typedef struct
{
  GigShow       *show;
  GtkStack      *stack;
  GtkBox        *list;
  GtkWidget     *scrolled;
  AdwStatusPage *hidden;
  GigConcept    *concept;     /* whose notes are shown */
} Notes;

static void
append_blocks (Notes     *self,
               GPtrArray *blocks,
               int        indent)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      GigBlock *block = g_ptr_array_index (blocks, i);
      const GigMessage *message = gig_block_get_message (block);
      GPtrArray *children = gig_block_get_children (block);

      if (message != NULL)
        {
          GtkWidget *label = gig_message_label_new (gig_show_get_lesson (self->show), self->concept, message,
                                                    GTK_ACCESSIBLE_ROLE_PARAGRAPH);

          gtk_widget_set_margin_start (label, indent);
          gtk_box_append (self->list, label);
        }
      if (children->len > 0)
        append_blocks (self, children, gig_block_get_block_type (block) == GIG_BLOCK_LIST ? indent + 18 : indent);
    }
}

static void
update (Notes *self)
{
  GigPresenter *presenter = gig_show_get_presenter (self->show);
  GigPresenterPosition position;
  GigStep step;
  GPtrArray *notes;
  GtkWidget *child;

  gig_presenter_get_position (presenter, &position);
  gig_presenter_get_step (presenter, &position, &step);
  notes = gig_concept_get_notes (step.concept);
  if (step.concept != self->concept)
    {
      self->concept = step.concept;
      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
        gtk_box_remove (self->list, child);
      if (notes != NULL)
        append_blocks (self, notes, 0);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
    }
  gtk_stack_set_visible_child_name (self->stack, !gig_show_get_notes_allowed (self->show) ? "hidden"
                                                 : notes == NULL || notes->len == 0 ? "empty" : "notes");
}

static void
texts_cb (GtkWidget   *widget,
          GigLanguage *language,
          gpointer     user_data)
{
  Notes *self = user_data;

  adw_status_page_set_title (self->hidden, gig_language_gettext (language, "The notes are hidden"));
  adw_status_page_set_description (self->hidden, gig_language_gettext (language, "The class may see this screen."));
}

static void
button_text_cb (GtkWidget   *widget,
                GigLanguage *language,
                gpointer     user_data)
{
  gtk_button_set_label (GTK_BUTTON (widget), gig_language_gettext (language, user_data));
}

static void
scale_cb (GtkWidget *box)
{
  Notes *self = g_object_get_data (G_OBJECT (box), "gig-notes");

  gig_text_scale_apply (GTK_WIDGET (self->list), g_settings_get_double (gig_show_get_settings (self->show), "console-notes-scale"));
}

static void
changed_cb (GtkWidget *box)
{
  update (g_object_get_data (G_OBJECT (box), "gig-notes"));
}

static void
change_scale (GigShow *show,
              double   factor)
{
  GSettings *settings = gig_show_get_settings (show);

  g_settings_set_double (settings, "console-notes-scale",
                         CLAMP (g_settings_get_double (settings, "console-notes-scale") * factor, 0.8, 3.0));
}

static void
larger_cb (GtkButton *button,
           GigShow   *show)
{
  change_scale (show, SCALE_STEP);
}

static void
smaller_cb (GtkButton *button,
            GigShow   *show)
{
  change_scale (show, 1 / SCALE_STEP);
}

static void
name_cb (GtkWidget   *widget,
         GigLanguage *language,
         gpointer     user_data)
{
  const char *text = gig_language_gettext (language, user_data);

  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
create_size_button (GigShow    *show,
                    const char *icon,
                    const char *text,
                    GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  gig_widget_watch_language (button, name_cb, (gpointer) text);
  g_signal_connect_object (button, "clicked", callback, show, 0);

  return button;
}

static GtkWidget *
create_hidden (Notes *self)
{
  GtkWidget *button = gtk_button_new ();

  self->hidden = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->hidden, "view-conceal-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->hidden), "compact");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gig_widget_watch_language (button, button_text_cb, (gpointer) N_("Show the notes here"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (gig_show_allow_notes), self->show, G_CONNECT_SWAPPED);
  adw_status_page_set_child (self->hidden, button);

  return GTK_WIDGET (self->hidden);
}

static GtkWidget *
create_stack (Notes *self)
{
  GtkWidget *empty = gig_console_label_new (N_("This step has no notes."), "dimmed");

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "console-notes");
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_valign (empty, GTK_ALIGN_START);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, self->scrolled, "notes");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, create_hidden (self), "hidden");

  return GTK_WIDGET (self->stack);
}

GtkWidget *
gig_console_notes_new (GigShow *show)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = gig_console_label_new (N_("Speaker notes"), "heading");
  Notes *self = g_new0 (Notes, 1);

  self->show = show;
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), create_size_button (show, "zoom-out-symbolic", N_("Smaller notes"), G_CALLBACK (smaller_cb)));
  gtk_box_append (GTK_BOX (head), create_size_button (show, "zoom-in-symbolic", N_("Larger notes"), G_CALLBACK (larger_cb)));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), create_stack (self));
  g_object_set_data_full (G_OBJECT (box), "gig-notes", self, g_free);
  gig_widget_watch_language (box, texts_cb, self);
  g_signal_connect_object (show, "wall-painted", G_CALLBACK (changed_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "room-changed", G_CALLBACK (changed_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (gig_show_get_settings (show), "changed::console-notes-scale", G_CALLBACK (scale_cb), box, G_CONNECT_SWAPPED);
  scale_cb (box);
  update (self);

  return box;
}
