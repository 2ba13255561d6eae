/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Buttons, labels and previews of the console. */

#include "gig-console-parts.h"

#include "gig-language-host.h"
#include "gig-wall.h"

/* --- Texts --- */

static void
tooltip_cb (GtkWidget   *widget,
            GigLanguage *language,
            gpointer     user_data)
{
  const char *text = gig_language_gettext (language, user_data);

  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
label_cb (GtkWidget   *widget,
          GigLanguage *language,
          gpointer     user_data)
{
  gtk_label_set_label (GTK_LABEL (widget), gig_language_gettext (language, user_data));
}

GtkWidget *
gig_console_label_new (const char *text,
                       const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (text != NULL)
    gig_widget_watch_language (label, label_cb, (gpointer) text);

  return label;
}

/* --- Buttons --- */

/* What a button asks of the presenter. */
typedef struct
{
  GigShow             *show;
  GigPresenterCommand  command;
  guint                argument;
} Command;

static void
run_cb (Command *command)
{
  gig_presenter_run (gig_show_get_presenter (command->show), command->command, command->argument);
}

static GtkWidget *
dress (GtkWidget           *button,
       const char          *icon,
       const char          *text,
       GigShow             *show,
       GigPresenterCommand  command,
       guint                argument)
{
  Command *data = g_new0 (Command, 1);

  *data = (Command) { show, command, argument };
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  /* A click leaves the focus where it was: the next key is the presenter's. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gig_widget_watch_language (button, tooltip_cb, (gpointer) text);
  g_object_set_data_full (G_OBJECT (button), "gig-command", data, g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (run_cb), data);

  return button;
}

GtkWidget *
gig_console_button_new (const char          *icon,
                        const char          *text,
                        GigShow             *show,
                        GigPresenterCommand  command,
                        guint                argument)
{
  return dress (gtk_button_new (), icon, text, show, command, argument);
}

static gboolean
is_on (GigPresenter        *presenter,
       GigPresenterCommand  command,
       guint                argument)
{
  GigWallRegion region;

  switch ((guint) command)
    {
    case GIG_PRESENTER_BLACK:
      return gig_presenter_get_screen (presenter) == GIG_SCREEN_BLACK;
    case GIG_PRESENTER_WHITE:
      return gig_presenter_get_screen (presenter) == GIG_SCREEN_WHITE;
    case GIG_PRESENTER_FREEZE:
      return gig_presenter_get_frozen (presenter);
    case GIG_PRESENTER_TOOL:
      return gig_presenter_get_tool (presenter) == (GigPresenterTool) argument;
    case GIG_PRESENTER_ZOOM:
      return gig_presenter_get_zoom_pending (presenter) || gig_presenter_get_zoom (presenter, &region);
    case GIG_PRESENTER_CURTAIN:
      return gig_presenter_get_curtain (presenter) > 0;
    case GIG_PRESENTER_THEME:
      return gig_presenter_get_dark (presenter);
    case GIG_PRESENTER_BOTH_LANGUAGES:
      return gig_presenter_get_wall_second_language (presenter) != NULL;
    case GIG_PRESENTER_POINT:
      return gig_presenter_get_pointing (presenter);
    case GIG_PRESENTER_OVERVIEW:
      return gig_presenter_get_overview (presenter);
    case GIG_PRESENTER_QUESTION:
      return gig_presenter_get_vote (presenter) != NULL;
    default:
      return FALSE;
    }
}

static void
toggle_cb (GtkToggleButton *button)
{
  Command *command = g_object_get_data (G_OBJECT (button), "gig-command");
  GigPresenter *presenter = gig_show_get_presenter (command->show);

  g_signal_handlers_block_by_func (button, run_cb, command);
  gtk_toggle_button_set_active (button, is_on (presenter, command->command, command->argument));
  g_signal_handlers_unblock_by_func (button, run_cb, command);
}

static void
presenter_notify_cb (GtkToggleButton *button)
{
  toggle_cb (button);
}

GtkWidget *
gig_console_toggle_new (const char          *icon,
                        const char          *text,
                        GigShow             *show,
                        GigPresenterCommand  command,
                        guint                argument)
{
  GtkWidget *button = dress (gtk_toggle_button_new (), icon, text, show, command, argument);

  /* After the command the presenter says what holds, whatever the click did. */
  g_signal_connect_after (button, "clicked", G_CALLBACK (toggle_cb), NULL);
  g_signal_connect_object (gig_show_get_presenter (show), "notify", G_CALLBACK (presenter_notify_cb), button, G_CONNECT_SWAPPED);
  toggle_cb (GTK_TOGGLE_BUTTON (button));

  return button;
}

/* --- Previews --- */

static void
room_cb (GtkWidget *frame)
{
  GigShow *show = g_object_get_data (G_OBJECT (frame), "gig-show");
  GigWall *wall = GIG_WALL (gig_console_preview_get_wall (frame));
  GigWallRoom room;

  gig_show_get_room (show, &room);
  gtk_aspect_frame_set_ratio (GTK_ASPECT_FRAME (frame), (float) room.aspect);
  gig_wall_set_x_height (wall, room.x_height);
  gig_wall_set_dark (wall, gig_presenter_get_dark (gig_show_get_presenter (show)));
  gig_wall_set_languages (wall, gig_show_get_wall_language (show, 0),
                          room.both ? gig_show_get_wall_language (show, 1) : NULL);
}

GtkWidget *
gig_console_preview_new (GigShow  *show,
                         gboolean  interactive)
{
  GtkWidget *wall = gig_wall_new (gig_show_get_store (show), gig_show_get_lesson (show), TRUE);
  GtkWidget *frame = gtk_aspect_frame_new (0.5, 0, 16.0f / 9, FALSE);

  if (interactive)
    gig_wall_set_tools (GIG_WALL (wall), gig_show_get_tools (show), TRUE);
  gtk_widget_add_css_class (wall, "wall-preview");
  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (frame), wall);
  g_object_set_data (G_OBJECT (frame), "gig-show", show);
  g_signal_connect_object (show, "room-changed", G_CALLBACK (room_cb), frame, G_CONNECT_SWAPPED);
  room_cb (frame);

  return frame;
}

GtkWidget *
gig_console_preview_get_wall (GtkWidget *preview)
{
  g_return_val_if_fail (GTK_IS_ASPECT_FRAME (preview), NULL);

  return gtk_aspect_frame_get_child (GTK_ASPECT_FRAME (preview));
}

void
gig_console_preview_show (GtkWidget    *preview,
                          GigWallSlide *slide)
{
  GigWall *wall = GIG_WALL (gig_console_preview_get_wall (preview));

  if (gig_wall_get_slide (wall) != slide)
    gig_wall_show (wall, slide);
}
