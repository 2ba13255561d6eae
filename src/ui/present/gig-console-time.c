/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clock, elapsed time, when it ends, pace and what to skip. */

#include "config.h"

#include "gig-console-parts.h"

#include <math.h>

#include "gig-language-host.h"
#include "gig-pace.h"

#define N_(text) (text)

/* Nearer to the plan than this is on time, s. */
#define TOLERANCE 60

typedef struct
{
  GigShow   *show;
  GtkLabel  *clock;
  GtkLabel  *elapsed;
  GtkLabel  *pace;
  GtkLabel  *end;
  GtkWidget *end_button;
  guint      timeout;
} Time;

/* The steps to leave out, as a list of numbers in words. */
static char *
format_skips (GigLanguage *language,
              GArray      *skips)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) items = NULL;

  for (guint i = 0; i < skips->len; i++)
    g_strv_builder_take (builder, gig_language_format_integer (language, g_array_index (skips, guint, i) + 1));
  items = g_strv_builder_end (builder);

  return gig_language_format_and_list (language, (const char * const *) items);
}

static char *
format_pace (Time        *self,
             GigLanguage *language)
{
  GigPresenter *presenter = gig_show_get_presenter (self->show);
  GigTour *tour = gig_presenter_get_tour (presenter);
  GigPresenterPosition position;
  guint n_steps = 0;
  double total = gig_show_get_total (self->show);
  g_autofree double *plan = gig_pace_plan (gig_show_get_lesson (self->show), tour, total, &n_steps);
  double elapsed = gig_show_get_elapsed (self->show);
  g_autoptr(GArray) skips = NULL;
  g_autofree char *numbers = NULL;
  double lead;
  guint minutes;

  gig_presenter_get_position (presenter, &position);
  lead = gig_pace_get_lead (plan, n_steps, position.step, elapsed);
  minutes = (guint) MAX (lround (fabs (lead) / 60), 1);
  if (fabs (lead) < TOLERANCE)
    /* Translators: the presentation is where it should be by the clock */
    return g_strdup (gig_language_gettext (language, "On time"));
  if (lead > 0)
    return gig_language_nformat (language, minutes, "%d minute ahead", "%d minutes ahead", minutes);

  skips = gig_pace_get_skips (tour, plan, position.step, -lead);
  if (skips->len == 0)
    return gig_language_nformat (language, minutes, "%d minute behind", "%d minutes behind", minutes);
  numbers = format_skips (language, skips);

  return gig_language_nformat (language, minutes, "%d minute behind: skip %s", "%d minutes behind: skip %s", minutes, numbers);
}

static void
update (Time *self)
{
  GigLanguage *language = gig_show_get_language (self->show);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) finish = NULL;
  g_autofree char *clock = g_date_time_format (now, "%H:%M");
  g_autofree char *finish_text = NULL;
  g_autofree char *elapsed = gig_language_format_duration (language, (guint) gig_show_get_elapsed (self->show));
  g_autofree char *end = NULL;
  g_autofree char *pace = format_pace (self, language);

  finish = g_date_time_add_seconds (now, gig_show_get_total (self->show) - gig_show_get_elapsed (self->show));
  finish_text = g_date_time_format (finish, "%H:%M");
  end = gig_language_format (language, "Ends at %s", finish_text);
  gtk_label_set_label (self->clock, clock);
  gtk_label_set_label (self->elapsed, elapsed);
  gtk_label_set_label (self->pace, pace);
  gtk_label_set_label (self->end, end);
}

static void
changed_cb (GtkWidget *box)
{
  update (g_object_get_data (G_OBJECT (box), "gig-time"));
}

static gboolean
tick_cb (gpointer user_data)
{
  update (user_data);

  return G_SOURCE_CONTINUE;
}

static void
time_free (gpointer data)
{
  Time *self = data;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self);
}

static void
total_cb (GtkSpinButton *spin,
          GigShow       *show)
{
  gig_show_set_total (show, gtk_spin_button_get_value (spin) * 60);
}

static void
names_cb (GtkWidget   *widget,
          GigLanguage *language,
          gpointer     user_data)
{
  Time *self = user_data;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clock), gig_language_gettext (language, "Time now"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->elapsed), gig_language_gettext (language, "Time since the start"));
  gtk_widget_set_tooltip_text (self->end_button, gig_language_gettext (language, "How long the show takes"));
  update (self);
}

static GtkWidget *
create_popover (GigShow *show)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 600, 1);
  GtkWidget *label = gig_console_label_new (N_("Minutes from the start to the end"), NULL);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), round (gig_show_get_total (show) / 60));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (total_cb), show, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), spin);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

GtkWidget *
gig_console_time_new (GigShow *show)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  Time *self = g_new0 (Time, 1);

  self->show = show;
  self->clock = GTK_LABEL (gig_console_label_new (NULL, "console-clock"));
  self->elapsed = GTK_LABEL (gig_console_label_new (NULL, "console-clock"));
  self->pace = GTK_LABEL (gig_console_label_new (NULL, NULL));
  self->end = GTK_LABEL (gig_console_label_new (NULL, NULL));
  self->end_button = gtk_menu_button_new ();
  gtk_label_set_wrap (self->pace, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->elapsed), "dimmed");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->end_button), GTK_WIDGET (self->end));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->end_button), create_popover (show));
  gtk_widget_add_css_class (self->end_button, "flat");
  gtk_widget_set_halign (self->end_button, GTK_ALIGN_END);
  gtk_widget_set_valign (self->end_button, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->end_button, TRUE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->clock));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->elapsed));
  gtk_box_append (GTK_BOX (row), self->end_button);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pace));
  g_object_set_data_full (G_OBJECT (box), "gig-time", self, time_free);
  gig_widget_watch_language (box, names_cb, self);
  g_signal_connect_object (show, "wall-painted", G_CALLBACK (changed_cb), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "room-changed", G_CALLBACK (changed_cb), box, G_CONNECT_SWAPPED);
  self->timeout = g_timeout_add_seconds (1, tick_cb, self);

  return box;
}
