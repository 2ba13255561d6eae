/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-present.h"

#define QUARK_SHOW "gig-show"

/* What a show is started with. */
typedef struct
{
  GtkApplication *application;
  GigLanguageSet *languages;
  GigLanguage    *language;
  GigLesson      *lesson;
  GtkWindow      *main;
  char           *wall_code;
  GigConcept     *concept;
  GPtrArray      *checks;     /* of the dialog, one a tour */
  AdwDialog      *dialog;
} Start;

static void
start_free (gpointer data)
{
  Start *start = data;

  g_clear_pointer (&start->checks, g_ptr_array_unref);
  g_object_unref (start->language);
  gig_language_set_unref (start->languages);
  gig_lesson_unref (start->lesson);
  g_free (start->wall_code);
  g_free (start);
}

static gboolean
has_steps (GigTour *tour)
{
  return gig_tour_get_steps (tour)->len > 0;
}

gboolean
gig_present_can_start (GigLesson *lesson)
{
  g_return_val_if_fail (lesson != NULL, FALSE);

  for (guint i = 0; i < gig_lesson_get_tours (lesson)->len; i++)
    if (has_steps (g_ptr_array_index (gig_lesson_get_tours (lesson), i)))
      return TRUE;

  return FALSE;
}

static gboolean
unref_cb (gpointer user_data)
{
  g_object_unref (user_data);

  return G_SOURCE_REMOVE;
}

/* Another may start at once; the one that has ended is still on its way out. */
static void
ended_cb (GtkWindow *main)
{
  gpointer show = g_object_steal_data (G_OBJECT (main), QUARK_SHOW);

  if (show != NULL)
    g_idle_add (unref_cb, show);
}

static void
run (Start   *start,
     GigTour *tour)
{
  GigShow *show = gig_show_new (start->application, start->languages, start->language, start->lesson, start->main);

  g_object_set_data_full (G_OBJECT (start->main), QUARK_SHOW, show, g_object_unref);
  g_signal_connect_object (show, "ended", G_CALLBACK (ended_cb), start->main, G_CONNECT_SWAPPED);
  g_settings_set_string (gig_show_get_settings (show), "present-tour", gig_tour_get_id (tour));
  gig_show_start (show, tour, start->wall_code, start->concept);
}

/* --- Which tour --- */

static GigTour *
find_tour (GigLesson  *lesson,
           const char *id)
{
  GPtrArray *tours = gig_lesson_get_tours (lesson);

  for (guint i = 0; id != NULL && i < tours->len; i++)
    {
      GigTour *tour = g_ptr_array_index (tours, i);

      if (has_steps (tour) && g_strcmp0 (gig_tour_get_id (tour), id) == 0)
        return tour;
    }

  return NULL;
}

static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             Start          *start)
{
  GPtrArray *tours = gig_lesson_get_tours (start->lesson);

  if (!g_str_equal (response, "start"))
    return;
  for (guint i = 0; i < start->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (start->checks, i)))
      {
        run (start, g_ptr_array_index (tours, i));
        return;
      }
}

static GtkWidget *
create_tours (Start *start)
{
  GPtrArray *tours = gig_lesson_get_tours (start->lesson);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *first = NULL;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  start->checks = g_ptr_array_new ();
  for (guint i = 0; i < tours->len; i++)
    {
      GigTour *tour = g_ptr_array_index (tours, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();
      guint n = gig_tour_get_steps (tour)->len;
      g_autofree char *title = gig_lesson_get_plain_text (start->lesson, gig_tour_get_title (tour),
                                                          gig_language_get_code (start->language));
      g_autofree char *steps = gig_language_nformat (start->language, n, "%d step", "%d steps", n);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), steps);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_widget_set_sensitive (row, n > 0);
      if (first != NULL)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (first));
      else if (n > 0)
        {
          first = check;
          gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
        }
      g_ptr_array_add (start->checks, check);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  return list;
}

/* A clicker has no Enter: its own keys start, too. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        AdwAlertDialog        *dialog)
{
  if (keyval != GDK_KEY_Page_Down && keyval != GDK_KEY_F5)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit_by_name (dialog, "response::start", "start");
  adw_dialog_force_close (ADW_DIALOG (dialog));

  return GDK_EVENT_STOP;
}

static void
ask (Start *start)
{
  AdwDialog *dialog = adw_alert_dialog_new (gig_language_gettext (start->language, "Which tour?"), NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), create_tours (start));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", gig_language_gettext (start->language, "Cancel"));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "start", gig_language_gettext (start->language, "Present"));
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "start", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "start");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "gig-start", start, start_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), start);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), dialog);
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
  adw_dialog_present (dialog, GTK_WIDGET (start->main));
}

void
gig_present (GtkApplication *application,
             GigLanguageSet *languages,
             GigLanguage    *language,
             GigLesson      *lesson,
             GtkWindow      *main,
             const char     *tour_id,
             const char     *wall_code,
             GigConcept     *concept)
{
  g_autoptr(GSettings) settings = g_settings_new ("org.gigogne.Gigogne");
  g_autofree char *remembered = g_settings_get_string (settings, "present-tour");
  GPtrArray *tours;
  GigTour *tour;
  Start *start;

  g_return_if_fail (lesson != NULL);
  g_return_if_fail (GTK_IS_WINDOW (main));

  if (g_object_get_data (G_OBJECT (main), QUARK_SHOW) != NULL)
    {
      gig_show_place_windows (g_object_get_data (G_OBJECT (main), QUARK_SHOW));
      return;
    }
  if (!gig_present_can_start (lesson))
    return;

  start = g_new0 (Start, 1);
  start->application = application;
  start->languages = gig_language_set_ref (languages);
  start->language = g_object_ref (language);
  start->lesson = gig_lesson_ref (lesson);
  start->main = main;
  start->wall_code = g_strdup (wall_code);
  start->concept = concept;
  tours = gig_lesson_get_tours (lesson);
  tour = find_tour (lesson, tour_id);
  if (tour == NULL && tour_id == NULL)
    tour = find_tour (lesson, remembered);
  if (tour == NULL && (tours->len == 1 || tour_id != NULL))
    for (guint i = 0; tour == NULL && i < tours->len; i++)
      if (has_steps (g_ptr_array_index (tours, i)))
        tour = g_ptr_array_index (tours, i);
  if (tour == NULL)
    {
      ask (start);
      return;
    }
  run (start, tour);
  start_free (start);
}
