/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tour, time, and where each class stopped. */

#include "gig-show-private.h"

#include "gig-class-places.h"

/* s without a move before the place is kept: the show may end with the battery. */
#define SAVE_DELAY 3

/* --- Time --- */

double
gig_show_get_elapsed (GigShow *self)
{
  g_return_val_if_fail (GIG_IS_SHOW (self), 0);

  return (double) (g_get_monotonic_time () - self->start) / G_USEC_PER_SEC;
}

double
gig_show_get_total (GigShow *self)
{
  g_return_val_if_fail (GIG_IS_SHOW (self), 0);

  return self->total;
}

void
gig_show_set_total (GigShow *self,
                    double   total)
{
  g_return_if_fail (GIG_IS_SHOW (self));

  self->total = MAX (total, 60);
  g_signal_emit_by_name (self, "room-changed");
}

/* A tour whose title says how long it takes takes that long; else the lesson's time. */
double
_gig_show_guess_total (GigShow *self,
                       GigTour *tour)
{
  g_autofree char *title = NULL;
  g_autoptr(GRegex) regex = g_regex_new ("([0-9]+)\\s*min", G_REGEX_CASELESS, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  const char *minutes = gig_lesson_get_metadata (self->lesson, "minutes");

  title = gig_lesson_get_plain_text (self->lesson, gig_tour_get_title (tour), gig_lesson_get_language (self->lesson));
  if (g_regex_match (regex, title, 0, &match))
    {
      g_autofree char *number = g_match_info_fetch (match, 1);

      return 60 * CLAMP (g_ascii_strtod (number, NULL), 1, 600);
    }

  return 60 * (minutes != NULL ? CLAMP (g_ascii_strtod (minutes, NULL), 1, 600) : 45);
}

/* --- The tour --- */

static void
tour_changed (GigShow *self)
{
  GigTour *tour = gig_presenter_get_tour (self->presenter);

  g_settings_set_string (self->settings, "present-tour", gig_tour_get_id (tour));
  self->total = _gig_show_guess_total (self, tour);
  _gig_show_warm_up (self);
  g_signal_emit_by_name (self, "tour-changed");
  _gig_show_refresh (self);
}

void
gig_show_set_tour (GigShow *self,
                   GigTour *tour)
{
  g_return_if_fail (GIG_IS_SHOW (self));
  g_return_if_fail (tour != NULL);

  if (tour == gig_presenter_get_tour (self->presenter))
    return;
  gig_presenter_set_tour (self->presenter, tour);
  tour_changed (self);
}

/* --- Classes --- */

const char *
gig_show_get_class (GigShow *self)
{
  g_return_val_if_fail (GIG_IS_SHOW (self), NULL);

  return self->class_name;
}

void
gig_show_set_class (GigShow    *self,
                    const char *name)
{
  g_return_if_fail (GIG_IS_SHOW (self));
  g_return_if_fail (name != NULL);

  if (g_str_equal (self->class_name, name))
    return;
  g_set_str (&self->class_name, name);
  g_settings_set_string (self->settings, "present-class", name);
  g_signal_emit_by_name (self, "room-changed");
}

static GVariant *
find_place (GigShow    *self,
            const char *name,
            gint64     *when)
{
  g_autoptr(GVariant) places = g_settings_get_value (self->settings, "class-places");

  return gig_class_places_lookup (places, gig_lesson_get_name (self->lesson), name, when);
}

char *
gig_show_describe_class (GigShow    *self,
                         const char *name)
{
  gint64 when = 0;
  g_autoptr(GVariant) saved = NULL;
  g_autoptr(GDateTime) date = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *day = NULL;
  const char *code;
  guint step;

  g_return_val_if_fail (GIG_IS_SHOW (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  saved = find_place (self, name, &when);
  if (saved == NULL)
    return NULL;
  if (!gig_presenter_read_saved (self->lesson, saved, &step, &code))
    return g_strdup (gig_language_gettext (self->language, "This place cannot be read; it is kept"));
  date = g_date_time_new_from_unix_local (when);
  iso = date != NULL ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");
  day = gig_language_format_date (self->language, iso);

  /* Translators: where a class stopped: a step, the name of a language in that language, a date. */
  return gig_language_format (self->language, "Step %u, in %s, on %s", step + 1, gig_language_name_of (code), day);
}

gboolean
gig_show_can_resume (GigShow    *self,
                     const char *name)
{
  g_autoptr(GVariant) saved = NULL;
  const char *code;
  guint step;

  g_return_val_if_fail (GIG_IS_SHOW (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  saved = find_place (self, name, NULL);

  return saved != NULL && gig_presenter_read_saved (self->lesson, saved, &step, &code);
}

gboolean
gig_show_get_resume_offer (GigShow *self)
{
  g_return_val_if_fail (GIG_IS_SHOW (self), FALSE);

  return !self->moved && *self->class_name != '\0' && gig_show_can_resume (self, self->class_name);
}

gboolean
gig_show_resume (GigShow    *self,
                 const char *name)
{
  GigTour *before;
  g_autoptr(GVariant) saved = NULL;

  g_return_val_if_fail (GIG_IS_SHOW (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  saved = find_place (self, name, NULL);
  before = gig_presenter_get_tour (self->presenter);
  if (saved == NULL || !gig_presenter_restore (self->presenter, saved))
    {
      /* Translators: %s is the name of a class. */
      g_autofree char *text = gig_language_format (self->language, "The place of “%s” cannot be read; the show stays here", name);

      _gig_show_say (self, text);
      return FALSE;
    }
  self->moved = TRUE;
  gig_show_set_class (self, name);
  if (gig_presenter_get_tour (self->presenter) != before)
    tour_changed (self);
  g_signal_emit_by_name (self, "room-changed");

  return TRUE;
}

void
_gig_show_save_place (GigShow *self)
{
  g_autoptr(GVariant) places = NULL;
  g_autoptr(GVariant) saved = NULL;
  g_autoptr(GVariant) with = NULL;

  g_clear_handle_id (&self->save, g_source_remove);
  /* Who only looked at the first step has not lost the place of last time. */
  if (*self->class_name == '\0' || !self->moved)
    return;
  places = g_settings_get_value (self->settings, "class-places");
  saved = gig_presenter_save (self->presenter);
  with = gig_class_places_with (places, gig_lesson_get_name (self->lesson), self->class_name,
                                g_get_real_time () / G_USEC_PER_SEC, saved);
  g_settings_set_value (self->settings, "class-places", with);
}

static void
save_cb (gpointer user_data)
{
  GigShow *self = user_data;

  self->save = 0;
  _gig_show_save_place (self);
}

void
_gig_show_moved (GigShow *self)
{
  if (self->ending)
    return;
  if (!self->moved)
    {
      self->moved = TRUE;
      g_signal_emit_by_name (self, "room-changed");
    }
  if (self->save == 0)
    self->save = g_timeout_add_seconds_once (SAVE_DELAY, save_cb, self);
}
