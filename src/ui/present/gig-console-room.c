/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The room and the class: how large, how far, who, and where they stopped. */

#include "config.h"

#include "gig-console-parts.h"

#include <math.h>

#include "gig-class-places.h"
#include "gig-rehearsal-window.h"
#include "gig-rows.h"
#include "gig-wall-layout.h"

/* Screens and last rows of common rooms, m. */
typedef struct
{
  const char *name;
  double      height;
  double      distance;
} Room;

static const Room rooms[] = {
  { "small", 1.2, 5.0 },
  { "medium", 1.5, 9.0 },
  { "large", 2.2, 16.0 },
};

static const char *
title_room (GigLanguage *language,
            guint        index)
{
  switch (index)
    {
    case 0:
      /* Translators: the size of a room */
      return gig_language_gettext (language, "Small");
    case 1:
      /* Translators: the size of a room */
      return gig_language_gettext (language, "Medium");
    default:
      /* Translators: the size of a room */
      return gig_language_gettext (language, "Large");
    }
}

static void
room_cb (AdwToggleGroup *group,
         GParamSpec     *pspec,
         GigShow        *show)
{
  const char *name = adw_toggle_group_get_active_name (group);
  GSettings *settings = gig_show_get_settings (show);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    if (g_strcmp0 (name, rooms[i].name) == 0)
      {
        g_settings_set_double (settings, "screen-height", rooms[i].height);
        g_settings_set_double (settings, "last-row-distance", rooms[i].distance);
      }
}

static void
settings_cb (AdwToggleGroup *group)
{
  GSettings *settings = g_object_get_data (G_OBJECT (group), "gig-settings");
  double height = g_settings_get_double (settings, "screen-height");
  double distance = g_settings_get_double (settings, "last-row-distance");
  const char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    if (fabs (rooms[i].height - height) < 0.01 && fabs (rooms[i].distance - distance) < 0.01)
      name = rooms[i].name;
  adw_toggle_group_set_active_name (group, name);
}

static GtkWidget *
create_rooms (GigShow *show)
{
  GigLanguage *language = gig_show_get_language (show);
  GSettings *settings = gig_show_get_settings (show);
  GtkWidget *group = adw_toggle_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, rooms[i].name);
      adw_toggle_set_label (toggle, title_room (language, i));
      adw_toggle_group_add (ADW_TOGGLE_GROUP (group), toggle);
    }
  adw_toggle_group_set_can_shrink (ADW_TOGGLE_GROUP (group), FALSE);
  gtk_widget_set_valign (group, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (group), "gig-settings", settings);
  settings_cb (ADW_TOGGLE_GROUP (group));
  g_signal_connect_object (settings, "changed::screen-height", G_CALLBACK (settings_cb), group, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::last-row-distance", G_CALLBACK (settings_cb), group, G_CONNECT_SWAPPED);
  g_signal_connect_object (group, "notify::active-name", G_CALLBACK (room_cb), show, 0);

  return group;
}

/* The rule's answer, in numbers the teacher can check. */
static void
update_size (AdwActionRow *row)
{
  GigShow *show = g_object_get_data (G_OBJECT (row), "gig-show");
  GSettings *settings = gig_show_get_settings (show);
  GigLanguage *language = gig_show_get_language (show);
  double wanted = g_settings_get_double (settings, "last-row-distance") / (200 * g_settings_get_double (settings, "screen-height"));
  double used = gig_wall_get_x_height (g_settings_get_double (settings, "screen-height"),
                                       g_settings_get_double (settings, "last-row-distance"));
  g_autofree char *text = NULL;

  if (wanted > used + 0.0001)
    text = gig_language_format (language, "The last row needs letters of %.1f%% of the height; the wall has room for %.1f%%. A larger picture or a nearer row helps.", wanted * 100, used * 100);
  else
    text = gig_language_format (language, "Small letters are %.1f%% of the height: the last row reads them.", used * 100);
  adw_action_row_set_subtitle (row, text);
}

static GtkWidget *
create_room_group (GigShow *show)
{
  GigLanguage *language = gig_show_get_language (show);
  GSettings *settings = gig_show_get_settings (show);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *room = adw_action_row_new ();
  GtkWidget *height = gig_spin_row_new (0.2, 12, 0.1);
  GtkWidget *distance = gig_spin_row_new (0.5, 100, 0.5);

  /* Translators: the room that the class is in */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), gig_language_gettext (language, "Room"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (room), gig_language_gettext (language, "Size of the room"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (room), create_rooms (show));
  adw_spin_row_set_digits (ADW_SPIN_ROW (height), 1);
  adw_spin_row_set_digits (ADW_SPIN_ROW (distance), 1);
  gig_spin_row_follow_language (ADW_SPIN_ROW (height));
  gig_spin_row_follow_language (ADW_SPIN_ROW (distance));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (height), gig_language_gettext (language, "Height of the picture, in metres"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (distance), gig_language_gettext (language, "From the last row to the screen, in metres"));
  g_settings_bind (settings, "screen-height", height, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "last-row-distance", distance, "value", G_SETTINGS_BIND_DEFAULT);
  g_object_set_data (G_OBJECT (room), "gig-show", show);
  g_signal_connect_object (settings, "changed::screen-height", G_CALLBACK (update_size), room, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::last-row-distance", G_CALLBACK (update_size), room, G_CONNECT_SWAPPED);
  update_size (ADW_ACTION_ROW (room));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), room);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), height);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), distance);

  return group;
}

/* --- Tours --- */

static void
tour_cb (AdwComboRow *row,
         GParamSpec  *pspec,
         GigShow     *show)
{
  GPtrArray *tours = gig_lesson_get_tours (gig_show_get_lesson (show));
  guint index = adw_combo_row_get_selected (row);

  if (index < tours->len)
    gig_show_set_tour (show, g_ptr_array_index (tours, index));
}

static GtkWidget *
create_tour_row (GigShow *show)
{
  GigLanguage *language = gig_show_get_language (show);
  GigLesson *lesson = gig_show_get_lesson (show);
  GPtrArray *tours = gig_lesson_get_tours (lesson);
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < tours->len; i++)
    {
      g_autofree char *title = gig_lesson_get_plain_text (lesson, gig_tour_get_title (g_ptr_array_index (tours, i)),
                                                          gig_language_get_code (language));

      gtk_string_list_append (titles, title);
      if (g_ptr_array_index (tours, i) == gig_presenter_get_tour (gig_show_get_presenter (show)))
        selected = i;
    }
  /* Translators: which of the lesson’s tours is presented */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gig_language_gettext (language, "Tour"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (tour_cb), show, 0);

  return row;
}

/* --- Classes --- */

static void
class_cb (GtkEditable *editable,
          GigShow     *show)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  gig_show_set_class (show, name);
}

/* A name left without being applied counts, too. */
static void
class_closed_cb (GtkWidget *entry)
{
  const char *before = g_object_get_data (G_OBJECT (entry), "gig-before");

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), before))
    class_cb (GTK_EDITABLE (entry), g_object_get_data (G_OBJECT (entry), "gig-show"));
}

static void
resume_cb (GtkWidget *button,
           GigShow   *show)
{
  const char *name = g_object_get_data (G_OBJECT (button), "gig-class");
  GtkWidget *dialog = gtk_widget_get_ancestor (button, ADW_TYPE_DIALOG);

  gig_show_resume (show, name);
  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}

static GtkWidget *
create_class_row (GigShow    *show,
                  const char *name)
{
  GigLanguage *language = gig_show_get_language (show);
  GtkWidget *row = adw_action_row_new ();
  /* Translators: a verb on a button: go on where the class stopped */
  GtkWidget *button = gtk_button_new_with_label (gig_language_gettext (language, "Resume"));
  g_autofree char *place = gig_show_describe_class (show, name);
  g_autofree char *spoken = NULL;

  /* Translators: a button's name for who hears it; %s is the name of a class. */
  spoken = gig_language_format (language, "Resume with %s", name);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, gig_show_can_resume (show, name));
  g_object_set_data_full (G_OBJECT (button), "gig-class", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (resume_cb), show, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static GtkWidget *
create_class_group (GigShow   *show,
                    AdwDialog *dialog)
{
  GigLanguage *language = gig_show_get_language (show);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = adw_entry_row_new ();
  g_autoptr(GVariant) places = g_settings_get_value (gig_show_get_settings (show), "class-places");
  g_auto(GStrv) names = gig_class_places_get_names (places, gig_lesson_get_name (gig_show_get_lesson (show)));

  /* Translators: a group of pupils */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), gig_language_gettext (language, "Class"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), gig_language_gettext (language, "With a name, the place where this class stops is kept."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), gig_language_gettext (language, "Name of the class"));
  gtk_editable_set_text (GTK_EDITABLE (entry), gig_show_get_class (show));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_object_set_data (G_OBJECT (entry), "gig-show", show);
  g_object_set_data_full (G_OBJECT (entry), "gig-before", g_strdup (gig_show_get_class (show)), g_free);
  g_signal_connect_object (entry, "apply", G_CALLBACK (class_cb), show, 0);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (class_closed_cb), entry, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_tour_row (show));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  for (guint i = 0; names[i] != NULL; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_class_row (show, names[i]));

  return group;
}

/* --- Rehearsal --- */

static void
rehearse_cb (GtkWidget *row,
             GigShow   *show)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (row, ADW_TYPE_DIALOG);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (row));

  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
  gig_rehearsal_window_open (show, parent);
}

AdwDialog *
gig_console_room_dialog_new (GigShow *show)
{
  GigLanguage *language = gig_show_get_language (show);
  AdwDialog *dialog = ADW_DIALOG (adw_preferences_dialog_new ());
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *rehearse = gig_action_row_new ();

  adw_dialog_set_title (dialog, gig_language_gettext (language, "Show, room and class"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rehearse), gig_language_gettext (language, "Try it on another projector…"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (rehearse), TRUE);
  g_signal_connect_object (rehearse, "activated", G_CALLBACK (rehearse_cb), show, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rehearse);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_class_group (show, dialog)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_room_group (show)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));

  return dialog;
}
