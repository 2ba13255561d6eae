/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-presenter-private.h"

/* The saved form: version, tour, step, its concept, part, language, both, dark. */
#define SAVED_TYPE    "(usususbb)"
#define SAVED_VERSION 1

G_DEFINE_FINAL_TYPE (GigPresenter, gig_presenter, G_TYPE_OBJECT)

enum
{
  REQUEST,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

void
_gig_presenter_notify (GigPresenter *self,
                       guint         property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
_gig_presenter_request (GigPresenter        *self,
                        GigPresenterRequest  what)
{
  g_signal_emit (self, signals[REQUEST], 0, what);
}

void
_gig_presenter_set_boolean (GigPresenter *self,
                            gboolean     *field,
                            gboolean      value,
                            guint         property)
{
  if (*field == value)
    return;
  *field = value;
  _gig_presenter_notify (self, property);
}

void
_gig_presenter_flip_language (GigPresenter *self)
{
  const char *first = self->languages[0];

  if (self->languages[1] == first)
    return;
  self->languages[0] = self->languages[1];
  self->languages[1] = first;
  _gig_presenter_notify (self, PROP_WALL_LANGUAGE);
  if (self->both)
    _gig_presenter_notify (self, PROP_WALL_SECOND_LANGUAGE);
}

GigLesson *
gig_presenter_get_lesson (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), NULL);

  return self->lesson;
}

GigTour *
gig_presenter_get_tour (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), NULL);

  return self->tour;
}

void
gig_presenter_set_tour (GigPresenter *self,
                        GigTour      *tour)
{
  g_return_if_fail (GIG_IS_PRESENTER (self));
  g_return_if_fail (tour != NULL && gig_tour_get_steps (tour)->len > 0);

  if (self->tour == tour)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  _gig_presenter_set_frozen (self, FALSE);
  self->tour = tour;
  self->position = (GigPresenterPosition) { 0 };
  _gig_presenter_end_pointing (self);
  _gig_presenter_clear_zoom (self);
  _gig_presenter_notify (self, PROP_POSITION);
  _gig_presenter_notify (self, PROP_WALL_POSITION);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
gig_presenter_get_running (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), FALSE);

  return self->running;
}

guint
gig_presenter_get_number (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), 0);

  return self->number;
}

GigScreen
gig_presenter_get_screen (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), GIG_SCREEN_SHOWN);

  return self->screen;
}

gboolean
gig_presenter_get_frozen (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), FALSE);

  return self->frozen;
}

gboolean
gig_presenter_get_dark (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), FALSE);

  return self->dark;
}

void
gig_presenter_set_dark (GigPresenter *self,
                        gboolean      dark)
{
  g_return_if_fail (GIG_IS_PRESENTER (self));

  _gig_presenter_set_boolean (self, &self->dark, !!dark, PROP_DARK);
}

GigPresenterTool
gig_presenter_get_tool (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), GIG_PRESENTER_TOOL_NONE);

  return self->tool;
}

gboolean
gig_presenter_get_overview (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), FALSE);

  return self->overview;
}

gboolean
gig_presenter_get_help (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), FALSE);

  return self->help;
}

const char *
gig_presenter_get_wall_language (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), NULL);

  return self->languages[0];
}

const char *
gig_presenter_get_wall_second_language (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), NULL);

  return self->both ? self->languages[1] : NULL;
}

void
gig_presenter_set_wall_languages (GigPresenter *self,
                                  const char   *language,
                                  const char   *other_language,
                                  gboolean      both)
{
  g_return_if_fail (GIG_IS_PRESENTER (self));
  g_return_if_fail (language != NULL && other_language != NULL);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->languages[0] != g_intern_string (language))
    {
      self->languages[0] = g_intern_string (language);
      _gig_presenter_notify (self, PROP_WALL_LANGUAGE);
    }
  both = both && !g_str_equal (language, other_language);
  if (self->languages[1] != g_intern_string (other_language) || self->both != both)
    {
      self->languages[1] = g_intern_string (other_language);
      self->both = both;
      _gig_presenter_notify (self, PROP_WALL_SECOND_LANGUAGE);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
gig_presenter_get_zoom (GigPresenter  *self,
                        GigWallRegion *region)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), FALSE);
  g_return_val_if_fail (region != NULL, FALSE);

  *region = self->zoomed ? self->zoom : (GigWallRegion) { 0, 0, 1, 1 };
  return self->zoomed;
}

void
gig_presenter_set_zoom (GigPresenter        *self,
                        const GigWallRegion *region)
{
  GigWallRegion zoom;

  g_return_if_fail (GIG_IS_PRESENTER (self));

  g_object_freeze_notify (G_OBJECT (self));
  _gig_presenter_clear_zoom (self);
  if (region != NULL)
    {
      zoom.width = CLAMP (region->width, GIG_ZOOM_SMALLEST, 1);
      zoom.height = CLAMP (region->height, GIG_ZOOM_SMALLEST, 1);
      zoom.x = CLAMP (region->x, 0, 1 - zoom.width);
      zoom.y = CLAMP (region->y, 0, 1 - zoom.height);
      self->zoom = zoom;
      self->zoomed = zoom.width < 1 || zoom.height < 1;
      _gig_presenter_notify (self, PROP_ZOOM);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
gig_presenter_get_zoom_pending (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), FALSE);

  return self->zoom_pending;
}

double
gig_presenter_get_curtain (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), 0);

  return self->curtain;
}

void
gig_presenter_set_curtain (GigPresenter *self,
                           double        covered)
{
  g_return_if_fail (GIG_IS_PRESENTER (self));

  covered = CLAMP (covered, 0, 1);
  if (self->curtain == covered)
    return;
  self->curtain = covered;
  _gig_presenter_notify (self, PROP_CURTAIN);
}

gboolean
gig_presenter_get_pointing (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), FALSE);

  return self->pointing;
}

const char *
gig_presenter_get_typed (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), NULL);

  return self->typed->str;
}

const GigPointTarget *
gig_presenter_get_pointed (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), NULL);

  return self->has_pointed ? &self->pointed : NULL;
}

guint
gig_presenter_get_n_matches (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), 0);

  return self->matches->len;
}

GigInk *
gig_presenter_get_ink (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), NULL);

  return self->ink;
}

char *
gig_presenter_get_ink_key (GigPresenter *self)
{
  GigPresenterPosition wall;

  g_return_val_if_fail (GIG_IS_PRESENTER (self), NULL);

  gig_presenter_get_wall_position (self, &wall);
  if (wall.detour != NULL)
    return g_strdup_printf ("concept:%s", gig_concept_get_id (wall.detour));
  return g_strdup_printf ("step:%s:%u", gig_tour_get_id (self->tour), wall.step);
}

GObject *
gig_presenter_get_vote (GigPresenter *self)
{
  g_return_val_if_fail (GIG_IS_PRESENTER (self), NULL);

  return self->asking ? self->vote : NULL;
}

void
gig_presenter_set_vote (GigPresenter *self,
                        GObject      *vote)
{
  g_return_if_fail (GIG_IS_PRESENTER (self));
  g_return_if_fail (vote == NULL || G_IS_OBJECT (vote));

  if (vote == NULL)
    {
      _gig_presenter_set_boolean (self, &self->asking, FALSE, PROP_VOTE);
      return;
    }
  if (g_set_object (&self->vote, vote) || !self->asking)
    {
      self->asking = TRUE;
      _gig_presenter_notify (self, PROP_VOTE);
    }
}

/* --- Keeping the place --- */

GVariant *
gig_presenter_save (GigPresenter *self)
{
  const GigStep *at;

  g_return_val_if_fail (GIG_IS_PRESENTER (self), NULL);

  at = g_ptr_array_index (gig_tour_get_steps (self->tour), self->position.step);
  return g_variant_ref_sink (g_variant_new (SAVED_TYPE, SAVED_VERSION, gig_tour_get_id (self->tour),
                                            self->position.step, gig_concept_get_id (at->concept),
                                            self->position.detour != NULL ? self->part_left : self->position.part,
                                            self->languages[0], self->both, self->dark));
}

static GigTour *
find_tour (GigLesson  *lesson,
           const char *id)
{
  GPtrArray *tours = gig_lesson_get_tours (lesson);

  for (guint i = 0; i < tours->len; i++)
    if (g_strcmp0 (gig_tour_get_id (tours->pdata[i]), id) == 0 && gig_tour_get_steps (tours->pdata[i])->len > 0)
      return tours->pdata[i];
  return NULL;
}

/* The step on @concept nearest to where it was; else where it was. */
static guint
find_step (GigTour    *tour,
           guint       was,
           const char *concept)
{
  GPtrArray *steps = gig_tour_get_steps (tour);
  guint best = MIN (was, steps->len - 1), best_distance = G_MAXUINT;

  for (guint i = 0; i < steps->len; i++)
    {
      const GigStep *at = steps->pdata[i];
      guint distance = i > was ? i - was : was - i;

      if (distance < best_distance && g_str_equal (gig_concept_get_id (at->concept), concept))
        {
          best = i;
          best_distance = distance;
        }
    }
  return best;
}

/* What gig_presenter_save() wrote. */
typedef struct
{
  GigTour    *tour;
  guint       step, part;
  const char *language;
  gboolean    both, dark;
} Saved;

static gboolean
read_saved (GigLesson *lesson,
            GVariant  *variant,
            Saved     *saved)
{
  const char *tour_id, *concept;
  guint version, at;

  if (variant == NULL || !g_variant_is_of_type (variant, G_VARIANT_TYPE (SAVED_TYPE)))
    return FALSE;
  g_variant_get (variant, "(u&su&su&sbb)", &version, &tour_id, &at, &concept, &saved->part, &saved->language, &saved->both, &saved->dark);
  saved->tour = version == SAVED_VERSION ? find_tour (lesson, tour_id) : NULL;
  if (saved->tour == NULL)
    return FALSE;
  saved->step = find_step (saved->tour, at, concept);

  return TRUE;
}

gboolean
gig_presenter_read_saved (GigLesson   *lesson,
                          GVariant    *saved,
                          guint       *step,
                          const char **language)
{
  Saved read;

  g_return_val_if_fail (lesson != NULL, FALSE);
  g_return_val_if_fail (step != NULL && language != NULL, FALSE);

  if (!read_saved (lesson, saved, &read))
    return FALSE;
  *step = read.step;
  *language = g_intern_string (read.language);

  return TRUE;
}

gboolean
gig_presenter_restore (GigPresenter *self,
                       GVariant     *saved)
{
  Saved read;

  g_return_val_if_fail (GIG_IS_PRESENTER (self), FALSE);

  if (!read_saved (self->lesson, saved, &read))
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  gig_presenter_set_tour (self, read.tour);
  gig_presenter_go_to (self, read.step, read.part);
  if (g_str_equal (read.language, self->languages[1]))
    _gig_presenter_flip_language (self);
  gig_presenter_set_wall_languages (self, self->languages[0], self->languages[1], read.both);
  gig_presenter_set_dark (self, read.dark);
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}

static void
gig_presenter_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  GigPresenter *self = GIG_PRESENTER (object);

  switch (property_id)
    {
    case PROP_RUNNING: g_value_set_boolean (value, self->running); break;
    case PROP_POSITION: g_value_set_uint (value, self->position.step); break;
    case PROP_WALL_POSITION:
      g_value_set_uint (value, self->frozen ? self->frozen_position.step : self->position.step);
      break;
    case PROP_SCREEN: g_value_set_int (value, (int) self->screen); break;
    case PROP_FROZEN: g_value_set_boolean (value, self->frozen); break;
    case PROP_DARK: g_value_set_boolean (value, self->dark); break;
    case PROP_TOOL: g_value_set_int (value, (int) self->tool); break;
    case PROP_ZOOM: g_value_set_boolean (value, self->zoomed); break;
    case PROP_ZOOM_PENDING: g_value_set_boolean (value, self->zoom_pending); break;
    case PROP_CURTAIN: g_value_set_double (value, self->curtain); break;
    case PROP_POINTING: g_value_set_boolean (value, self->pointing); break;
    case PROP_POINTED: g_value_set_boolean (value, self->has_pointed); break;
    case PROP_NUMBER: g_value_set_uint (value, self->number); break;
    case PROP_OVERVIEW: g_value_set_boolean (value, self->overview); break;
    case PROP_HELP: g_value_set_boolean (value, self->help); break;
    case PROP_VOTE: g_value_set_object (value, gig_presenter_get_vote (self)); break;
    case PROP_WALL_LANGUAGE: g_value_set_string (value, self->languages[0]); break;
    case PROP_WALL_SECOND_LANGUAGE:
      g_value_set_string (value, gig_presenter_get_wall_second_language (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
gig_presenter_finalize (GObject *object)
{
  GigPresenter *self = GIG_PRESENTER (object);

  g_clear_object (&self->vote);
  g_clear_object (&self->ink);
  g_string_free (self->typed, TRUE);
  g_array_unref (self->matches);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_presenter_parent_class)->finalize (object);
}

static void
gig_presenter_class_init (GigPresenterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  static const struct
  {
    guint       id;
    const char *name;
  } flag_properties[] = {
    { PROP_RUNNING, "running" }, { PROP_FROZEN, "frozen" }, { PROP_DARK, "dark" }, { PROP_ZOOM, "zoom" },
    { PROP_ZOOM_PENDING, "zoom-pending" }, { PROP_POINTING, "pointing" }, { PROP_POINTED, "pointed" },
    { PROP_OVERVIEW, "overview" }, { PROP_HELP, "help" },
  };

  object_class->get_property = gig_presenter_get_property;
  object_class->finalize = gig_presenter_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (flag_properties); i++)
    properties[flag_properties[i].id] = g_param_spec_boolean (flag_properties[i].name, NULL, NULL, FALSE, flags);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_WALL_POSITION] = g_param_spec_uint ("wall-position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SCREEN] = g_param_spec_int ("screen", NULL, NULL, 0, GIG_SCREEN_WHITE, 0, flags);
  properties[PROP_TOOL] = g_param_spec_int ("tool", NULL, NULL, 0, GIG_PRESENTER_TOOL_SPOTLIGHT, 0, flags);
  properties[PROP_CURTAIN] = g_param_spec_double ("curtain", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, GIG_PRESENTER_MAX_NUMBER, 0, flags);
  properties[PROP_VOTE] = g_param_spec_object ("vote", NULL, NULL, G_TYPE_OBJECT, flags);
  properties[PROP_WALL_LANGUAGE] = g_param_spec_string ("wall-language", NULL, NULL, NULL, flags);
  properties[PROP_WALL_SECOND_LANGUAGE] = g_param_spec_string ("wall-second-language", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REQUEST] = g_signal_new ("request", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
gig_presenter_init (GigPresenter *self)
{
  self->ink = gig_ink_new ();
  self->typed = g_string_new (NULL);
  self->matches = g_array_new (FALSE, FALSE, sizeof (GigPointTarget));
}

GigPresenter *
gig_presenter_new (GigLesson  *lesson,
                   GigTour    *tour,
                   const char *language,
                   const char *other_language)
{
  GigPresenter *self;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (tour != NULL && gig_tour_get_steps (tour)->len > 0, NULL);
  g_return_val_if_fail (language != NULL && other_language != NULL, NULL);

  self = g_object_new (GIG_TYPE_PRESENTER, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->tour = tour;
  self->languages[0] = g_intern_string (language);
  self->languages[1] = g_intern_string (other_language);
  return self;
}
