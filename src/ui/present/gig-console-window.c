/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-console-private.h"

#include "gig-console-parts.h"
#include "gig-dialog.h"
#include "gig-language-host.h"
#include "gig-wall.h"

#define N_(text) (text)

static void gig_console_window_language_host_init (GigLanguageHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GigConsoleWindow, gig_console_window, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (GIG_TYPE_LANGUAGE_HOST, gig_console_window_language_host_init))

typedef enum
{
  PROP_LANGUAGE = 1,
} GigConsoleWindowProperty;

static GigLanguage *
gig_console_window_host_get_language (GigLanguageHost *host)
{
  return gig_show_get_language (GIG_CONSOLE_WINDOW (host)->show);
}

static void
gig_console_window_language_host_init (GigLanguageHostInterface *iface)
{
  iface->get_language = gig_console_window_host_get_language;
}

/* --- What the show tells --- */

static void
banner_cb (GigConsoleWindow *self)
{
  if (!gig_show_is_wall_closed (self->show) && !gig_show_has_new_projector (self->show) && !gig_show_is_misplaced (self->show) && gig_show_get_resume_offer (self->show))
    gig_show_resume (self->show, gig_show_get_class (self->show));
  else
    gig_show_place_windows (self->show);
}

static void
refresh (GigConsoleWindow *self)
{
  GigPresenter *presenter = gig_show_get_presenter (self->show);

  gig_console_preview_show (self->wall, gig_show_get_wall_slide (self->show));
  gig_console_preview_show (self->own, gig_show_get_slide (self->show));
  _gig_console_update_next (self);
  _gig_console_update_title (self);
  _gig_console_update_state (self);
  _gig_console_update_typing (self);
  _gig_console_update_banner (self);
  gtk_stack_set_visible_child_name (self->side, gig_presenter_get_vote (presenter) != NULL ? "vote" : "notes");
}

static void
overview_cb (GigConsoleWindow *self)
{
  gboolean overview = gig_presenter_get_overview (gig_show_get_presenter (self->show));

  gtk_stack_set_visible_child_name (self->stack, overview ? "overview" : "console");
  if (overview)
    gig_console_overview_mark (gtk_stack_get_visible_child (self->stack));
}

static void
message_cb (GigConsoleWindow *self,
            const char       *text)
{
  adw_toast_overlay_add_toast (self->toasts, g_object_new (ADW_TYPE_TOAST, "title", text, "use-markup", FALSE, NULL));
}

/* --- Dialogs --- */

static void
keys_closed_cb (GigConsoleWindow *self)
{
  GigPresenter *presenter = gig_show_get_presenter (self->show);

  self->keys = NULL;
  if (gig_presenter_get_help (presenter))
    gig_presenter_run (presenter, GIG_PRESENTER_HELP, 0);
}

/* Enter on a button that happens to be the first would be a surprise; hands are typed. */
static void
dialog_closed_cb (GigConsoleWindow *self)
{
  if (gig_presenter_get_vote (gig_show_get_presenter (self->show)) == NULL)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static void
present_dialog (GigConsoleWindow *self,
                AdwDialog        *dialog)
{
  g_signal_connect_object (dialog, "closed", G_CALLBACK (dialog_closed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  gig_dialog_translate_close_button (dialog);
}

static void
help_cb (GigConsoleWindow *self)
{
  gboolean help = gig_presenter_get_help (gig_show_get_presenter (self->show));

  if (help && self->keys == NULL)
    {
      self->keys = gig_console_keys_dialog_new (self->show);
      g_signal_connect_object (self->keys, "closed", G_CALLBACK (keys_closed_cb), self, G_CONNECT_SWAPPED);
      present_dialog (self, self->keys);
    }
  else if (!help && self->keys != NULL)
    adw_dialog_close (self->keys);
}

void
gig_console_window_choose_concept (GigConsoleWindow *self)
{
  g_return_if_fail (GIG_IS_CONSOLE_WINDOW (self));

  present_dialog (self, gig_console_concept_dialog_new (self->show));
}

void
gig_console_window_choose_question (GigConsoleWindow *self)
{
  g_return_if_fail (GIG_IS_CONSOLE_WINDOW (self));

  present_dialog (self, gig_console_question_dialog_new (self->show));
}

static void
room_cb (GigConsoleWindow *self)
{
  present_dialog (self, gig_console_room_dialog_new (self->show));
}

/* --- Building --- */

static void
name_cb (GtkWidget   *widget,
         GigLanguage *language,
         gpointer     user_data)
{
  const char *text = gig_language_gettext (language, user_data);

  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
button_text_cb (GtkWidget   *widget,
                GigLanguage *language,
                gpointer     user_data)
{
  gtk_button_set_label (GTK_BUTTON (widget), gig_language_gettext (language, user_data));
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigConsoleWindow *self = GIG_CONSOLE_WINDOW (widget);

  /* Translators: the presenter’s window on the teacher’s own screen */
  gtk_window_set_title (GTK_WINDOW (self), gig_language_gettext (language, "Console"));
  refresh (self);
}

static GtkWidget *
create_header (GigConsoleWindow      *self,
               AdwOverlaySplitView   *split)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *end = gtk_button_new ();
  GtkWidget *steps = gtk_toggle_button_new ();
  GtkWidget *room = gtk_button_new_from_icon_name ("emblem-system-symbolic");
  GtkWidget *help = gig_console_button_new ("help-about-symbolic", N_("All keys (F1)"), self->show, GIG_PRESENTER_HELP, 0);

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (NULL, NULL));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  gig_widget_watch_language (end, button_text_cb, (gpointer) N_("End the show"));
  gtk_widget_set_focus_on_click (end, FALSE);
  g_signal_connect_object (end, "clicked", G_CALLBACK (gig_show_end), self->show, G_CONNECT_SWAPPED);
  gtk_button_set_icon_name (GTK_BUTTON (steps), "sidebar-show-symbolic");
  gtk_widget_set_focus_on_click (steps, FALSE);
  gig_widget_watch_language (steps, name_cb, (gpointer) N_("List of steps"));
  g_object_bind_property (split, "show-sidebar", steps, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_widget_set_focus_on_click (room, FALSE);
  gig_widget_watch_language (room, name_cb, (gpointer) N_("Show, room and class"));
  g_signal_connect_object (room, "clicked", G_CALLBACK (room_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), steps);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), end);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), help);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), room);

  return header;
}

static GtkWidget *
create_small (GtkWidget  *preview,
              GtkWidget  *caption,
              GtkWidget  *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_size_request (preview, 240, 135);
  gtk_widget_set_halign (preview, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), preview);
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), text);

  return box;
}

static GtkWidget *
create_left (GigConsoleWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->wall = gig_console_preview_new (self->show, TRUE);
  gig_wall_watch_key (GIG_WALL (gig_console_preview_get_wall (self->wall)), G_CALLBACK (_gig_console_key_changed), self);
  self->next = gig_console_preview_new (self->show, FALSE);
  self->own = gig_console_preview_new (self->show, FALSE);
  self->wall_state = GTK_LABEL (gig_console_label_new (NULL, "heading"));
  self->next_text = GTK_LABEL (gig_console_label_new (NULL, "dimmed"));
  self->key = GTK_LABEL (gig_console_label_new (NULL, NULL));
  gtk_label_set_ellipsize (self->next_text, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->next_text, 34);
  gtk_label_set_wrap (self->key, TRUE);
  gtk_widget_set_vexpand (self->wall, TRUE);
  gtk_widget_set_hexpand (self->wall, TRUE);
  self->own_box = create_small (self->own, gig_console_label_new (N_("Behind the frozen wall"), "heading"), NULL);
  gtk_box_append (GTK_BOX (row), create_small (self->next, gig_console_label_new (N_("Next"), "heading"), GTK_WIDGET (self->next_text)));
  gtk_box_append (GTK_BOX (row), self->own_box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->wall_state));
  gtk_box_append (GTK_BOX (box), self->wall);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->key));
  gtk_box_append (GTK_BOX (box), row);

  return box;
}

static GtkWidget *
create_right (GigConsoleWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->side = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->side, gig_console_notes_new (self->show), "notes");
  gtk_stack_add_named (self->side, gig_console_vote_new (self->show), "vote");
  gtk_widget_set_vexpand (GTK_WIDGET (self->side), TRUE);
  gtk_box_append (GTK_BOX (box), gig_console_time_new (self->show));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->side));
  gtk_widget_set_size_request (box, 300, -1);

  return box;
}

static GtkWidget *
create_content (GigConsoleWindow *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *left = create_left (self);
  GtkWidget *right = create_right (self);

  gtk_widget_set_margin_top (left, 6);
  gtk_widget_set_margin_bottom (left, 12);
  gtk_widget_set_margin_top (right, 6);
  gtk_widget_set_margin_start (left, 18);
  gtk_widget_set_margin_end (left, 12);
  gtk_widget_set_margin_start (right, 12);
  gtk_widget_set_margin_end (right, 18);
  gtk_paned_set_start_child (GTK_PANED (paned), left);
  gtk_paned_set_end_child (GTK_PANED (paned), right);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 780);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, paned, "console");
  gtk_stack_add_named (self->stack, gig_console_overview_new (self->show), "overview");

  return GTK_WIDGET (self->stack);
}

static GtkWidget *
create_typing (GigConsoleWindow *self)
{
  GtkWidget *revealer = gtk_revealer_new ();

  self->typed = GTK_LABEL (gig_console_label_new (NULL, "title-4"));
  gtk_widget_set_halign (GTK_WIDGET (self->typed), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (self->typed), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->typed), 6);
  gtk_revealer_set_child (GTK_REVEALER (revealer), GTK_WIDGET (self->typed));
  self->typing = GTK_REVEALER (revealer);

  return revealer;
}

static void
build (GigConsoleWindow *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *split = adw_overlay_split_view_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();

  self->toasts = ADW_TOAST_OVERLAY (toasts);
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (banner_cb), self, G_CONNECT_SWAPPED);
  adw_overlay_split_view_set_sidebar (ADW_OVERLAY_SPLIT_VIEW (split), gig_console_steps_new (self->show));
  adw_overlay_split_view_set_content (ADW_OVERLAY_SPLIT_VIEW (split), create_content (self));
  adw_overlay_split_view_set_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (split), FALSE);
  adw_overlay_split_view_set_max_sidebar_width (ADW_OVERLAY_SPLIT_VIEW (split), 300);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_header (self, ADW_OVERLAY_SPLIT_VIEW (split)));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->banner));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), split);
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), create_typing (self));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), gig_console_bar_new (self->show));
  adw_toolbar_view_set_bottom_bar_style (ADW_TOOLBAR_VIEW (view), ADW_TOOLBAR_RAISED);
  adw_toast_overlay_set_child (self->toasts, view);
  adw_window_set_content (ADW_WINDOW (self), toasts);
}

static void
connect_show (GigConsoleWindow *self)
{
  static const char * const states[] = {
    "notify::screen", "notify::frozen", "notify::zoom-pending", "notify::wall-language",
  };
  GigPresenter *presenter = gig_show_get_presenter (self->show);

  g_signal_connect_object (self->show, "wall-painted", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "room-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_signal_connect_object (presenter, states[i], G_CALLBACK (_gig_console_update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::overview", G_CALLBACK (overview_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::help", G_CALLBACK (help_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::pointing", G_CALLBACK (_gig_console_update_typing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::pointed", G_CALLBACK (_gig_console_update_typing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::number", G_CALLBACK (_gig_console_update_typing), self, G_CONNECT_SWAPPED);
}

/* --- The object --- */

static void
gig_console_window_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((GigConsoleWindowProperty) property_id)
    {
    case PROP_LANGUAGE:
      g_value_set_object (value, gig_console_window_host_get_language (GIG_LANGUAGE_HOST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gig_console_window_dispose (GObject *object)
{
  g_clear_handle_id (&GIG_CONSOLE_WINDOW (object)->update_key, g_source_remove);

  G_OBJECT_CLASS (gig_console_window_parent_class)->dispose (object);
}

static void
gig_console_window_class_init (GigConsoleWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gig_console_window_get_property;
  object_class->dispose = gig_console_window_dispose;
  g_object_class_override_property (object_class, PROP_LANGUAGE, "language");
}

static void
gig_console_window_init (GigConsoleWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 1200, 760);
}

GtkWidget *
gig_console_window_new (GigShow *show)
{
  GigConsoleWindow *self;

  g_return_val_if_fail (GIG_IS_SHOW (show), NULL);

  self = g_object_new (GIG_TYPE_CONSOLE_WINDOW, NULL);
  self->show = show;
  build (self);
  connect_show (self);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
  refresh (self);

  return GTK_WIDGET (self);
}
