/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-show-private.h"

#include "gig-timing.h"
#include "gig-wall-layout.h"

/* ms, for a wall that is not painted */
#define FOLLOW_DELAY 100

enum
{
  SIGNAL_SLIDES_CHANGED,
  SIGNAL_WALL_PAINTED,
  SIGNAL_ROOM_CHANGED,
  SIGNAL_MESSAGE,
  SIGNAL_TOUR_CHANGED,
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GigShow, gig_show, G_TYPE_OBJECT)

void
_gig_show_say (GigShow    *self,
               const char *text)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text);
}

/* --- Slides --- */

GigWallSlide *
_gig_show_create_slide (GigShow                    *self,
                        const GigPresenterPosition *position)
{
  GigStep step;
  GigWallPages *pages;
  guint part = 0, page = 0;

  gig_presenter_get_step (self->presenter, position, &step);
  pages = _gig_show_locate (self, &step, position->part, &part, &page);

  return gig_wall_slide_new (self->lesson, &step, part, pages, page);
}

static void
take_slide (GigWallSlide **slide,
            GigWallSlide  *taken)
{
  g_clear_pointer (slide, gig_wall_slide_unref);
  *slide = taken;
}

/* --- The console follows the wall --- */

static void
follow (GigShow *self)
{
  g_clear_handle_id (&self->follow, g_source_remove);
  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, follow, self);
  g_clear_object (&self->followed);
  g_signal_emit (self, signals[SIGNAL_WALL_PAINTED], 0);
}

static gboolean
follow_cb (gpointer user_data)
{
  GigShow *self = user_data;

  self->follow = 0;
  follow (self);

  return G_SOURCE_REMOVE;
}

/* The class comes first: the console is told when the wall has been painted, which a
 * wall nobody sees never is. */
static void
follow_wall (GigShow *self)
{
  GdkFrameClock *clock = NULL;

  if (self->audience == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->audience)))
    clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->audience));
  if (self->followed == NULL && clock != NULL)
    {
      self->followed = g_object_ref (clock);
      g_signal_connect_object (clock, "after-paint", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
    }
  if (self->follow == 0)
    self->follow = g_timeout_add (clock != NULL ? FOLLOW_DELAY : 0, follow_cb, self);
}

void
_gig_show_refresh (GigShow *self)
{
  GigPresenterPosition position;
  GObject *asked = gig_presenter_get_vote (self->presenter);
  GigVote *vote = asked != NULL ? GIG_VOTE (asked) : NULL;

  gig_presenter_get_position (self->presenter, &position);
  take_slide (&self->slide, vote != NULL ? gig_wall_slide_new_vote (vote) : _gig_show_create_slide (self, &position));
  if (!gig_presenter_get_frozen (self->presenter) || self->wall_slide == NULL)
    take_slide (&self->wall_slide, gig_wall_slide_ref (self->slide));
  if (vote != NULL)
    take_slide (&self->next_slide, _gig_show_create_slide (self, &position));
  else if (gig_presenter_peek_next (self->presenter, &position))
    take_slide (&self->next_slide, _gig_show_create_slide (self, &position));
  else
    take_slide (&self->next_slide, NULL);
  g_signal_emit (self, signals[SIGNAL_SLIDES_CHANGED], 0);
  follow_wall (self);
  _gig_show_prepare (self);
}

/* Several properties change at once: look once. */
static gboolean
refresh_cb (gpointer user_data)
{
  GigShow *self = user_data;

  self->refresh = 0;
  _gig_show_refresh (self);

  return G_SOURCE_REMOVE;
}

static void
position_changed_cb (GigShow *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add_full (G_PRIORITY_HIGH, refresh_cb, self, NULL);
}

/* Theme and languages of the wall. */
static void
wall_changed_cb (GigShow *self)
{
  gboolean both = gig_presenter_get_wall_second_language (self->presenter) != NULL;
  const char *code = gig_presenter_get_wall_language (self->presenter);
  gint64 start = g_get_monotonic_time ();

  if (!g_str_equal (gig_language_get_code (self->wall_languages[0]), code))
    {
      const char *other = gig_language_get_code (self->wall_languages[0]);

      gig_language_set_code (self->wall_languages[1], other);
      gig_language_set_code (self->wall_languages[0], code);
      if (self->audience != NULL)
        gig_timing_until_paint (GTK_WIDGET (self->audience), "wall-language", start);
    }
  g_settings_set_string (self->settings, "wall-language", code);
  g_settings_set_string (self->settings, "wall-theme", gig_presenter_get_dark (self->presenter) ? "dark" : "light");
  if (both != self->room.both)
    {
      self->room.both = both;
      _gig_show_room_changed (self);
    }
  g_signal_emit (self, signals[SIGNAL_ROOM_CHANGED], 0);
}

/* The steps are cut anew; the show stays at the text it was at. */
void
_gig_show_room_changed (GigShow *self)
{
  GigPresenterPosition position;
  GigStep step;
  guint part = 0, page = 0, first = 0;

  gig_wall_tools_set_aspect (self->tools, self->room.aspect);
  gig_presenter_get_position (self->presenter, &position);
  gig_presenter_get_step (self->presenter, &position, &step);
  _gig_show_locate (self, &step, position.part, &part, &page);
  g_hash_table_remove_all (self->pages);
  for (guint shown = 0; shown < 64; shown++)
    {
      guint other = 0;

      first = shown;
      _gig_show_locate (self, &step, shown, &other, &page);
      if (other >= part)
        break;
    }
  if (position.detour == NULL && part > 0)
    gig_presenter_go_to (self->presenter, position.step, first);
  else if (position.detour == NULL && position.part > 0)
    gig_presenter_go_to (self->presenter, position.step, 0);
  position_changed_cb (self);
}

static void
room_settings_cb (GigShow *self)
{
  double x_height = gig_wall_get_x_height (g_settings_get_double (self->settings, "screen-height"),
                                           g_settings_get_double (self->settings, "last-row-distance"));

  if (x_height == self->room.x_height)
    return;
  self->room.x_height = x_height;
  _gig_show_room_changed (self);
  g_signal_emit (self, signals[SIGNAL_ROOM_CHANGED], 0);
}

GigWallSlide *
gig_show_create_slide (GigShow *self,
                       guint    step)
{
  GigPresenterPosition position = { .step = step };

  g_return_val_if_fail (GIG_IS_SHOW (self), NULL);

  return _gig_show_create_slide (self, &position);
}

guint
gig_show_count_parts (GigShow                    *self,
                      const GigPresenterPosition *position)
{
  GigStep step;

  g_return_val_if_fail (GIG_IS_SHOW (self), 1);

  gig_presenter_get_step (self->presenter, position, &step);

  return _gig_show_pager.count (&step, self);
}

/* --- Start and end --- */

/* The screen stays awake while the show lasts: for the wall's sake, else for the console's. */
static void
stay_awake (GigShow *self)
{
  GtkWidget *window = GTK_WIDGET (self->audience);

  if (!gtk_widget_get_mapped (window))
    window = GTK_WIDGET (self->console);
  if (self->awake == GTK_WINDOW (window) || !gtk_widget_get_mapped (window))
    return;
  if (self->inhibit_cookie != 0)
    gtk_application_uninhibit (self->application, self->inhibit_cookie);
  self->awake = GTK_WINDOW (window);
  self->inhibit_cookie = gtk_application_inhibit (self->application, self->awake, GTK_APPLICATION_INHIBIT_IDLE,
                                                  gig_language_gettext (self->language, "A lesson is being presented"));
}

static gboolean
close_request_cb (GigShow *self)
{
  gig_show_end (self);

  return GDK_EVENT_STOP;
}

static void
open_windows (GigShow *self)
{
  self->audience = GIG_AUDIENCE_WINDOW (gig_audience_window_new (self));
  self->console = GIG_CONSOLE_WINDOW (gig_console_window_new (self));
  g_signal_connect_object (self->audience, "map", G_CALLBACK (stay_awake), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->audience, "unmap", G_CALLBACK (stay_awake), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->audience, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->console, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  gtk_application_add_window (self->application, GTK_WINDOW (self->audience));
  gtk_application_add_window (self->application, GTK_WINDOW (self->console));
  gig_show_watch_keys (self, GTK_WINDOW (self->audience));
  gig_show_watch_keys (self, GTK_WINDOW (self->console));
  _gig_show_watch_monitors (self);
  gig_show_place_windows (self);
}

/* The other language `l` flips to: the lesson's next one. */
static const char *
choose_other (GigShow    *self,
              const char *code)
{
  const char * const *codes = gig_lesson_get_languages (self->lesson);
  const char *console = gig_language_get_code (self->language);

  if (!g_str_equal (console, code) && g_strv_contains (codes, console))
    return console;
  for (guint i = 0; codes[i] != NULL; i++)
    if (!g_str_equal (codes[i], code))
      return codes[i];

  return code;
}

/* The step of the tour about @concept or what holds it; else a detour. */
static void
go_to_concept (GigShow    *self,
               GigTour    *tour,
               GigConcept *concept)
{
  GPtrArray *steps = gig_tour_get_steps (tour);

  for (guint i = 0; i < steps->len; i++)
    if (((GigStep *) g_ptr_array_index (steps, i))->concept == concept)
      {
        gig_presenter_go_to (self->presenter, i, 0);
        return;
      }
  gig_presenter_detour (self->presenter, concept);
}

static void
connect_presenter (GigShow *self)
{
  static const char * const moves[] = { "notify::position", "notify::wall-position", "notify::vote", "notify::frozen" };
  static const char * const looks[] = { "notify::dark", "notify::wall-language", "notify::wall-second-language" };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (self->presenter, moves[i], G_CALLBACK (position_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    g_signal_connect_object (self->presenter, looks[i], G_CALLBACK (wall_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presenter, "request", G_CALLBACK (_gig_show_request_cb), self, 0);
}

void
gig_show_start (GigShow    *self,
                GigTour    *tour,
                const char *wall_code,
                GigConcept *concept)
{
  g_autofree char *remembered = NULL;
  g_autofree char *theme = NULL;
  PangoContext *plain;
  PangoContext *context;
  const char *code;

  g_return_if_fail (GIG_IS_SHOW (self));
  g_return_if_fail (tour != NULL);
  g_return_if_fail (self->presenter == NULL);

  remembered = g_settings_get_string (self->settings, "wall-language");
  theme = g_settings_get_string (self->settings, "wall-theme");
  code = wall_code != NULL ? wall_code : *remembered != '\0' ? remembered : gig_language_get_code (self->language);
  if (!g_strv_contains (gig_lesson_get_languages (self->lesson), code))
    code = gig_lesson_get_language (self->lesson);

  plain = gtk_widget_create_pango_context (GTK_WIDGET (self->main));
  context = gig_wall_create_context (plain);
  self->store = gig_wall_store_new (self->lesson, context);
  g_object_unref (plain);
  g_object_unref (context);
  self->presenter = gig_presenter_new (self->lesson, tour, code, choose_other (self, code));
  gig_presenter_set_pager (self->presenter, &_gig_show_pager, self);
  gig_presenter_set_dark (self->presenter, g_str_equal (theme, "dark"));
  self->tools = gig_wall_tools_new (self->presenter);
  self->wall_languages[0] = gig_language_new (self->languages, code);
  self->wall_languages[1] = gig_language_new (self->languages, choose_other (self, code));
  self->total = _gig_show_guess_total (self, tour);
  self->start = g_get_monotonic_time ();
  self->room.x_height = gig_wall_get_x_height (g_settings_get_double (self->settings, "screen-height"),
                                               g_settings_get_double (self->settings, "last-row-distance"));
  g_signal_connect_object (self->settings, "changed::screen-height", G_CALLBACK (room_settings_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::last-row-distance", G_CALLBACK (room_settings_cb), self, G_CONNECT_SWAPPED);
  connect_presenter (self);
  g_signal_connect_object (self->store, "ready", G_CALLBACK (_gig_show_prepare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "resized", G_CALLBACK (_gig_show_prepare), self, G_CONNECT_SWAPPED);
  /* The windows know the show, so it lasts until they are gone. */
  g_object_ref (self);
  g_signal_connect_object (self->main, "destroy", G_CALLBACK (gig_show_end), self, G_CONNECT_SWAPPED);
  gig_presenter_run (self->presenter, GIG_PRESENTER_START, 0);
  if (concept != NULL)
    go_to_concept (self, tour, concept);
  _gig_show_refresh (self);
  open_windows (self);
  _gig_show_warm_up (self);
  _gig_show_refresh (self);
  gig_presenter_set_wall_languages (self->presenter, code, choose_other (self, code), FALSE);
  g_signal_connect_object (self->presenter, "notify::position", G_CALLBACK (_gig_show_moved), self, G_CONNECT_SWAPPED);
}

void
gig_show_end (GigShow *self)
{
  g_return_if_fail (GIG_IS_SHOW (self));

  if (self->ending || self->presenter == NULL)
    return;

  self->ending = TRUE;
  _gig_show_save_place (self);
  g_clear_handle_id (&self->replan, g_source_remove);
  g_clear_handle_id (&self->verify, g_source_remove);
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->prepare, g_source_remove);
  g_clear_handle_id (&self->follow, g_source_remove);
  if (self->inhibit_cookie != 0)
    gtk_application_uninhibit (self->application, self->inhibit_cookie);
  self->inhibit_cookie = 0;
  g_signal_handlers_disconnect_by_func (self->audience, stay_awake, self);
  g_signal_handlers_disconnect_by_data (self->presenter, self);
  if (self->main != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self->main)))
    gtk_window_present (self->main);
  gtk_window_destroy (GTK_WINDOW (self->audience));
  gtk_window_destroy (GTK_WINDOW (self->console));
  self->audience = NULL;
  self->console = NULL;
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
  g_object_unref (self);
}

/* --- The object --- */

static void
gig_show_dispose (GObject *object)
{
  GigShow *self = GIG_SHOW (object);

  g_clear_handle_id (&self->replan, g_source_remove);
  g_clear_handle_id (&self->verify, g_source_remove);
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->prepare, g_source_remove);
  g_clear_handle_id (&self->follow, g_source_remove);
  g_clear_object (&self->followed);
  g_clear_pointer (&self->prepared, g_array_unref);
  g_clear_weak_pointer (&self->main);
  g_clear_object (&self->monitors);
  g_clear_object (&self->main_monitor);
  g_clear_object (&self->chosen_wall);
  g_clear_pointer (&self->watched, g_ptr_array_unref);
  g_clear_object (&self->tools);
  g_clear_object (&self->presenter);
  g_clear_object (&self->store);
  for (guint i = 0; i < 2; i++)
    g_clear_object (&self->wall_languages[i]);
  g_clear_pointer (&self->wall_slide, gig_wall_slide_unref);
  g_clear_pointer (&self->slide, gig_wall_slide_unref);
  g_clear_pointer (&self->next_slide, gig_wall_slide_unref);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->language);
  g_clear_pointer (&self->languages, gig_language_set_unref);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  g_clear_pointer (&self->class_name, g_free);

  G_OBJECT_CLASS (gig_show_parent_class)->dispose (object);
}

static void
gig_show_class_init (GigShowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_show_dispose;

  signals[SIGNAL_SLIDES_CHANGED] = g_signal_new ("slides-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WALL_PAINTED] = g_signal_new ("wall-painted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ROOM_CHANGED] = g_signal_new ("room-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MESSAGE] = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TOUR_CHANGED] = g_signal_new ("tour-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gig_show_init (GigShow *self)
{
  self->settings = g_settings_new ("org.gigogne.Gigogne");
  self->prepared = _gig_show_jobs_new ();
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, _gig_show_pages_free);
  self->room = (GigWallRoom) { 16.0 / 9, 0.03, FALSE };
  self->plan = (GigMonitorPlan) { GIG_MONITORS_NONE, -1, -1, FALSE };
  self->class_name = g_settings_get_string (self->settings, "present-class");
}

GigShow *
gig_show_new (GtkApplication *application,
              GigLanguageSet *languages,
              GigLanguage    *language,
              GigLesson      *lesson,
              GtkWindow      *main)
{
  GigShow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (GTK_IS_WINDOW (main), NULL);

  self = g_object_new (GIG_TYPE_SHOW, NULL);
  self->application = application;
  self->languages = gig_language_set_ref (languages);
  self->language = g_object_ref (language);
  self->lesson = gig_lesson_ref (lesson);
  g_set_weak_pointer (&self->main, main);

  return self;
}

GigLesson *
gig_show_get_lesson (GigShow *self)
{
  return self->lesson;
}

GigPresenter *
gig_show_get_presenter (GigShow *self)
{
  return self->presenter;
}

GigWallTools *
gig_show_get_tools (GigShow *self)
{
  return self->tools;
}

GigWallStore *
gig_show_get_store (GigShow *self)
{
  return self->store;
}

GSettings *
gig_show_get_settings (GigShow *self)
{
  return self->settings;
}

GigLanguage *
gig_show_get_language (GigShow *self)
{
  return self->language;
}

GigLanguage *
gig_show_get_wall_language (GigShow *self,
                            guint    rank)
{
  g_return_val_if_fail (rank < 2, NULL);

  return self->wall_languages[rank];
}

GigLanguageSet *
gig_show_get_languages (GigShow *self)
{
  return self->languages;
}

GigWallSlide *
gig_show_get_wall_slide (GigShow *self)
{
  return self->wall_slide;
}

GigWallSlide *
gig_show_get_slide (GigShow *self)
{
  return self->slide;
}

GigWallSlide *
gig_show_get_next_slide (GigShow *self)
{
  return self->next_slide;
}

void
gig_show_get_room (GigShow     *self,
                   GigWallRoom *room)
{
  *room = self->room;
}
