/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of the tour: a list by number, and pictures of all at a glance. */

#include "config.h"

#include "gig-console-parts.h"

#include "gig-language-host.h"
#include "gig-step-content.h"
#include "gig-wall.h"

#define THUMBNAIL_HEIGHT 150

static char *
get_headline (GigShow *show,
              guint    index)
{
  GPtrArray *steps = gig_tour_get_steps (gig_presenter_get_tour (gig_show_get_presenter (show)));

  return gig_lesson_get_plain_text (gig_show_get_lesson (show),
                                    gig_step_get_headline (g_ptr_array_index (steps, index)),
                                    gig_language_get_code (gig_show_get_language (show)));
}

static char *
get_numbered (GigShow *show,
              guint    index)
{
  GigLanguage *language = gig_show_get_language (show);
  g_autofree char *number = gig_language_format_integer (language, index + 1);
  g_autofree char *headline = get_headline (show, index);

  return g_strdup_printf ("%s  %s", number, headline);
}

/* --- The list --- */

static void
list_language_cb (GtkWidget   *widget,
                  GigLanguage *language,
                  gpointer     user_data)
{
  GigShow *show = user_data;
  GtkListBoxRow *row;

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gig_language_gettext (language, "Steps"), -1);
  for (guint i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (widget), (int) i)) != NULL; i++)
    {
      g_autofree char *text = get_numbered (show, i);

      gtk_label_set_label (GTK_LABEL (gtk_list_box_row_get_child (row)), text);
    }
}

static void
list_activated_cb (GtkListBox    *list,
                   GtkListBoxRow *row,
                   GigShow       *show)
{
  gig_presenter_go_to (gig_show_get_presenter (show), (guint) gtk_list_box_row_get_index (row), 0);
}

static void
list_position_cb (GtkListBox *list)
{
  GigShow *show = g_object_get_data (G_OBJECT (list), "gig-show");
  GigPresenterPosition position;
  GtkListBoxRow *row;

  gig_presenter_get_position (gig_show_get_presenter (show), &position);
  row = gtk_list_box_get_row_at_index (list, (int) position.step);
  gtk_list_box_select_row (list, row);
}

static void
fill_list (GtkListBox *list)
{
  GigShow *show = g_object_get_data (G_OBJECT (list), "gig-show");

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < gig_presenter_get_n_steps (gig_show_get_presenter (show)); i++)
    {
      g_autofree char *text = get_numbered (show, i);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_append (list, label);
    }
  list_position_cb (list);
}

GtkWidget *
gig_console_steps_new (GigShow *show)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "navigation-sidebar");
  g_object_set_data (G_OBJECT (list), "gig-show", show);
  fill_list (GTK_LIST_BOX (list));
  g_signal_connect_object (show, "tour-changed", G_CALLBACK (fill_list), list, G_CONNECT_SWAPPED);
  gig_widget_watch_language (list, list_language_cb, show);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (list_activated_cb), show, 0);
  g_signal_connect_object (show, "wall-painted", G_CALLBACK (list_position_cb), list, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);

  return scrolled;
}

/* --- The overview --- */

static void
picture_cb (GtkButton *button,
            GigShow   *show)
{
  GigPresenter *presenter = gig_show_get_presenter (show);

  gig_presenter_go_to (presenter, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "gig-step")), 0);
  if (gig_presenter_get_overview (presenter))
    gig_presenter_run (presenter, GIG_PRESENTER_OVERVIEW, 0);
}

static void
picture_language_cb (GtkWidget   *widget,
                     GigLanguage *language,
                     gpointer     user_data)
{
  GigShow *show = user_data;
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "gig-step"));
  GtkWidget *label = g_object_get_data (G_OBJECT (widget), "gig-label");
  g_autofree char *text = get_numbered (show, step);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
create_picture (GigShow *show,
                guint    step)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *preview = gig_console_preview_new (show, FALSE);
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr(GigWallSlide) slide = gig_show_create_slide (show, step);

  gig_console_preview_show (preview, slide);
  gtk_widget_set_size_request (preview, THUMBNAIL_HEIGHT * 16 / 9, THUMBNAIL_HEIGHT);
  /* As wide as its picture, whatever the size of the letters. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), preview);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "step-picture");
  g_object_set_data (G_OBJECT (button), "gig-step", GUINT_TO_POINTER (step));
  g_object_set_data (G_OBJECT (button), "gig-label", label);
  gig_widget_watch_language (button, picture_language_cb, show);
  g_signal_connect_object (button, "clicked", G_CALLBACK (picture_cb), show, 0);

  return button;
}

/* Where the show is, also while keys move it. */
void
gig_console_overview_mark (GtkWidget *scrolled)
{
  GigShow *show = g_object_get_data (G_OBJECT (scrolled), "gig-show");
  GtkWidget *box = g_object_get_data (G_OBJECT (scrolled), "gig-box");
  GigPresenterPosition position;

  if (box == NULL || !gtk_widget_get_visible (scrolled) || !gtk_widget_get_child_visible (scrolled))
    return;
  gig_presenter_get_position (gig_show_get_presenter (show), &position);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gboolean here = position.detour == NULL &&
                      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "gig-step")) == position.step;

      if (here)
        gtk_widget_grab_focus (child);
      if (here == gtk_widget_has_css_class (child, "current"))
        continue;
      if (here)
        gtk_widget_add_css_class (child, "current");
      else
        gtk_widget_remove_css_class (child, "current");
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_SELECTED, here, -1);
    }
}

/* Made when it is first looked at. */
static void
fill_overview (GtkWidget *scrolled)
{
  GigShow *show = g_object_get_data (G_OBJECT (scrolled), "gig-show");
  GtkWidget *box;

  if (g_object_get_data (G_OBJECT (scrolled), "gig-box") != NULL)
    return;
  box = adw_wrap_box_new ();
  g_object_set_data (G_OBJECT (scrolled), "gig-box", box);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 12);
  for (guint i = 0; i < gig_presenter_get_n_steps (gig_show_get_presenter (show)); i++)
    adw_wrap_box_append (ADW_WRAP_BOX (box), create_picture (show, i));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
}

static void
forget_overview (GtkWidget *scrolled)
{
  g_object_set_data (G_OBJECT (scrolled), "gig-box", NULL);
  if (gtk_widget_get_mapped (scrolled))
    {
      fill_overview (scrolled);
      gig_console_overview_mark (scrolled);
    }
}

GtkWidget *
gig_console_overview_new (GigShow *show)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  g_object_set_data (G_OBJECT (scrolled), "gig-show", show);
  g_signal_connect (scrolled, "map", G_CALLBACK (fill_overview), NULL);
  g_signal_connect_object (show, "wall-painted", G_CALLBACK (gig_console_overview_mark), scrolled, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "tour-changed", G_CALLBACK (forget_overview), scrolled, G_CONNECT_SWAPPED);

  return scrolled;
}
