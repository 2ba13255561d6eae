/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button for everything a key does: a show can be run with a mouse alone. */

#include "config.h"

#include "gig-console-parts.h"

#include "gig-language-host.h"

#define N_(text) (text)

typedef struct
{
  const char          *icon;      /* NULL: a gap */
  const char          *text;
  GigPresenterCommand  command;
  guint                argument;
  gboolean             toggle;
} Button;

static const Button buttons[] = {
  { "go-previous-symbolic", N_("Previous (Page Up)"), GIG_PRESENTER_PREVIOUS, 0, FALSE },
  { "go-next-symbolic", N_("Next (Page Down)"), GIG_PRESENTER_NEXT, 0, FALSE },
  { NULL },
  { "gig-laser-symbolic", N_("Laser (F7)"), GIG_PRESENTER_TOOL, GIG_PRESENTER_TOOL_LASER, TRUE },
  { "gig-spotlight-symbolic", N_("Spotlight (F10)"), GIG_PRESENTER_TOOL, GIG_PRESENTER_TOOL_SPOTLIGHT, TRUE },
  { "document-edit-symbolic", N_("Pen (F8)"), GIG_PRESENTER_TOOL, GIG_PRESENTER_TOOL_PEN, TRUE },
  { "gig-eraser-symbolic", N_("Eraser (F9)"), GIG_PRESENTER_TOOL, GIG_PRESENTER_TOOL_ERASER, TRUE },
  { "edit-undo-symbolic", N_("Undo the last stroke (U)"), GIG_PRESENTER_UNDO_INK, 0, FALSE },
  { "edit-clear-all-symbolic", N_("Clear the drawing (C)"), GIG_PRESENTER_CLEAR_INK, 0, FALSE },
  { NULL },
  { "zoom-in-symbolic", N_("Zoom into a part of the wall (Z)"), GIG_PRESENTER_ZOOM, 0, TRUE },
  { "gig-curtain-symbolic", N_("Curtain (R)"), GIG_PRESENTER_CURTAIN, 0, TRUE },
  { "gig-black-symbolic", N_("Black wall (B)"), GIG_PRESENTER_BLACK, 0, TRUE },
  { "gig-white-symbolic", N_("White wall (W)"), GIG_PRESENTER_WHITE, 0, TRUE },
  { "media-playback-pause-symbolic", N_("Freeze the wall (F)"), GIG_PRESENTER_FREEZE, 0, TRUE },
  { "weather-clear-night-symbolic", N_("Dark wall (T)"), GIG_PRESENTER_THEME, 0, TRUE },
  { NULL },
  { "find-location-symbolic", N_("Point at a name (P)"), GIG_PRESENTER_POINT, 0, TRUE },
  { "gig-question-symbolic", N_("A question for the class (Q)"), GIG_PRESENTER_QUESTION, 0, TRUE },
  { "document-open-symbolic", N_("Open any concept (O)"), GIG_PRESENTER_OPEN, 0, FALSE },
  { "view-grid-symbolic", N_("All steps at a glance (Tab)"), GIG_PRESENTER_OVERVIEW, 0, TRUE },
  { "gig-swap-symbolic", N_("Swap the screens (S)"), GIG_PRESENTER_SWAP_SCREENS, 0, FALSE },
};

/* --- The wall's language --- */

static void
language_toggled_cb (AdwToggleGroup *group,
                     GParamSpec     *pspec,
                     GigShow        *show)
{
  GigPresenter *presenter = gig_show_get_presenter (show);
  const char *name = adw_toggle_group_get_active_name (group);
  const char *now = gig_presenter_get_wall_language (presenter);

  if (name != NULL && !g_str_equal (name, now))
    gig_presenter_set_wall_languages (presenter, name, now,
                                      gig_presenter_get_wall_second_language (presenter) != NULL);
}

static void
wall_language_cb (AdwToggleGroup *group)
{
  GigShow *show = g_object_get_data (G_OBJECT (group), "gig-show");

  adw_toggle_group_set_active_name (group, gig_presenter_get_wall_language (gig_show_get_presenter (show)));
}

static void
name_group_cb (GtkWidget   *widget,
               GigLanguage *language,
               gpointer     user_data)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gig_language_gettext (language, "Language of the wall"), -1);
}

static GtkWidget *
create_languages (GigShow *show)
{
  GtkWidget *group = adw_toggle_group_new ();
  const char * const *codes = gig_lesson_get_languages (gig_show_get_lesson (show));

  for (guint i = 0; codes[i] != NULL; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();
      g_autofree char *label = g_ascii_strup (codes[i], -1);

      adw_toggle_set_name (toggle, codes[i]);
      adw_toggle_set_label (toggle, label);
      adw_toggle_set_tooltip (toggle, gig_language_title_of (codes[i]));
      adw_toggle_group_add (ADW_TOGGLE_GROUP (group), toggle);
    }
  g_object_set_data (G_OBJECT (group), "gig-show", show);
  gig_widget_watch_language (group, name_group_cb, NULL);
  wall_language_cb (ADW_TOGGLE_GROUP (group));
  g_signal_connect_object (group, "notify::active-name", G_CALLBACK (language_toggled_cb), show, 0);
  g_signal_connect_object (gig_show_get_presenter (show), "notify::wall-language",
                           G_CALLBACK (wall_language_cb), group, G_CONNECT_SWAPPED);

  return group;
}

/* --- Pens --- */

static void
draw_pen (GtkDrawingArea *area,
          cairo_t        *cr,
          int             width,
          int             height,
          gpointer        user_data)
{
  GigShow *show = g_object_get_data (G_OBJECT (area), "gig-show");
  GdkRGBA color = gig_wall_tools_get_pen_color (GPOINTER_TO_UINT (user_data),
                                                gig_presenter_get_dark (gig_show_get_presenter (show)));

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 1, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
pen_cb (GtkToggleButton *button,
        GigShow         *show)
{
  if (gtk_toggle_button_get_active (button))
    gig_wall_tools_set_pen (gig_show_get_tools (show), GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "gig-pen")));
}

static void
name_pen_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  guint pen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "gig-pen"));
  const char *text = pen == 0 ? gig_language_gettext (language, "Orange pen")
                   : pen == 1 ? gig_language_gettext (language, "Blue pen")
                              /* Translators: the pen of the theme’s third colour */
                              : gig_language_gettext (language, "Third pen");

  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static GtkWidget *
create_pens (GigShow *show)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *first = NULL;

  for (guint i = 0; i < GIG_WALL_N_PENS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *area = gtk_drawing_area_new ();

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 16);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 16);
      g_object_set_data (G_OBJECT (area), "gig-show", show);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_pen, GUINT_TO_POINTER (i), NULL);
      g_signal_connect_object (gig_show_get_presenter (show), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), area, G_CONNECT_SWAPPED);
      gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
      gtk_button_set_child (GTK_BUTTON (button), area);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_focus_on_click (button, FALSE);
      g_object_set_data (G_OBJECT (button), "gig-pen", GUINT_TO_POINTER (i));
      gig_widget_watch_language (button, name_pen_cb, NULL);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      else
        first = button;
      g_signal_connect_object (button, "toggled", G_CALLBACK (pen_cb), show, 0);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

GtkWidget *
gig_console_bar_new (GigShow *show)
{
  GtkWidget *bar = adw_wrap_box_new ();
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (bar), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (bar), 6);
  adw_wrap_box_set_align (ADW_WRAP_BOX (bar), 0.5);
  gtk_widget_add_css_class (bar, "console-bar");
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      const Button *button = &buttons[i];
      GtkWidget *widget;

      if (button->icon == NULL)
        {
          adw_wrap_box_append (ADW_WRAP_BOX (bar), group);
          group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
          continue;
        }
      widget = button->toggle
               ? gig_console_toggle_new (button->icon, button->text, show, button->command, button->argument)
               : gig_console_button_new (button->icon, button->text, show, button->command, button->argument);
      gtk_widget_add_css_class (widget, "flat");
      gtk_box_append (GTK_BOX (group), widget);
      if (button->command == GIG_PRESENTER_TOOL && button->argument == GIG_PRESENTER_TOOL_PEN)
        gtk_box_append (GTK_BOX (group), create_pens (show));
    }
  adw_wrap_box_append (ADW_WRAP_BOX (bar), group);
  group = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (group), create_languages (show));
  {
    GtkWidget *both = gig_console_toggle_new ("view-dual-symbolic", N_("Both languages on the wall (Shift+L)"), show,
                                              GIG_PRESENTER_BOTH_LANGUAGES, 0);

    gtk_widget_add_css_class (both, "flat");
    gtk_box_append (GTK_BOX (group), both);
  }
  adw_wrap_box_append (ADW_WRAP_BOX (bar), group);

  return bar;
}
