/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the console says about the wall, the show and the screens. */

#include "config.h"

#include "gig-console-private.h"

#include "gig-console-parts.h"
#include "gig-wall.h"

static char *
describe_wall (GigConsoleWindow *self)
{
  GigLanguage *language = gig_show_get_language (self->show);
  GigPresenter *presenter = gig_show_get_presenter (self->show);
  const char *name = gig_language_name_of (gig_presenter_get_wall_language (presenter));

  if (gig_show_is_wall_closed (self->show))
    return g_strdup (gig_language_gettext (language, "The wall is closed"));
  if (gig_presenter_get_screen (presenter) == GIG_SCREEN_BLACK)
    return g_strdup (gig_language_gettext (language, "The wall is black"));
  if (gig_presenter_get_screen (presenter) == GIG_SCREEN_WHITE)
    return g_strdup (gig_language_gettext (language, "The wall is white"));
  if (gig_presenter_get_frozen (presenter))
    return g_strdup (gig_language_gettext (language, "The wall is frozen"));
  if (gig_presenter_get_zoom_pending (presenter))
    return g_strdup (gig_language_gettext (language, "Draw the part to zoom into"));

  /* Translators: %s is the name of a language in that language: “français”. */
  return gig_language_format (language, "On the wall, in %s", name);
}

/* What is missing in the wall's language is told here, never on the wall. */
static const char *
describe_translation (GigConsoleWindow *self,
                      GigWallSlide     *slide)
{
  GigLanguage *language = gig_show_get_language (self->show);
  GigPresenter *presenter = gig_show_get_presenter (self->show);

  switch (gig_wall_slide_get_state (slide, gig_presenter_get_wall_language (presenter)))
    {
    case GIG_TRANSLATION_MISSING:
      return gig_language_gettext (language, "not translated");
    case GIG_TRANSLATION_FUZZY:
      return gig_language_gettext (language, "translation out of date");
    case GIG_TRANSLATION_DONE:
    default:
      return NULL;
    }
}

void
_gig_console_update_state (GigConsoleWindow *self)
{
  GigWallSlide *slide = gig_show_get_wall_slide (self->show);
  const char *missing = slide != NULL ? describe_translation (self, slide) : NULL;
  g_autofree char *text = describe_wall (self);
  g_autofree char *whole = gig_language_join_notes (gig_show_get_language (self->show),
                                                    (const char *[]) { text, missing, NULL });

  gtk_label_set_label (self->wall_state, whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gig_console_preview_get_wall (self->wall)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->own_box, gig_presenter_get_frozen (gig_show_get_presenter (self->show)));
}

void
_gig_console_update_title (GigConsoleWindow *self)
{
  GigLanguage *language = gig_show_get_language (self->show);
  GigPresenter *presenter = gig_show_get_presenter (self->show);
  GigLesson *lesson = gig_show_get_lesson (self->show);
  const char *code = gig_language_get_code (language);
  GigPresenterPosition position;
  g_autofree char *tour = NULL;
  g_autofree char *place = NULL;
  g_autofree char *whole = NULL;

  gig_presenter_get_position (presenter, &position);
  tour = gig_lesson_get_plain_text (lesson, gig_tour_get_title (gig_presenter_get_tour (presenter)), code);
  if (position.detour != NULL)
    {
      g_autofree char *title = gig_lesson_get_plain_text (lesson, gig_concept_get_title (position.detour), code);

      /* Translators: a concept that is no step of the tour */
      place = gig_language_format (language, "Detour: %s", title);
    }
  else if (gig_show_count_parts (self->show, &position) > 1)
    place = gig_language_format (language, "Step %u of %u, part %u of %u", position.step + 1, gig_presenter_get_n_steps (presenter),
                                 position.part + 1, gig_show_count_parts (self->show, &position));
  else
    place = gig_language_format (language, "Step %u of %u", position.step + 1, gig_presenter_get_n_steps (presenter));
  adw_window_title_set_title (self->title, place);
  if (*gig_show_get_class (self->show) != '\0')
    whole = gig_language_join_notes (language, (const char *[]) { gig_show_get_class (self->show), tour, NULL });
  adw_window_title_set_subtitle (self->title, whole != NULL ? whole : tour);
}

void
_gig_console_update_next (GigConsoleWindow *self)
{
  GigWallSlide *slide = gig_show_get_next_slide (self->show);
  GigLanguage *language = gig_show_get_language (self->show);
  g_autofree char *text = NULL;

  gig_console_preview_show (self->next, slide);
  gtk_widget_set_visible (self->next, slide != NULL);
  if (slide != NULL)
    text = gig_wall_slide_get_headline (slide, language, NULL);
  else
    text = g_strdup (gig_language_gettext (language, "This is the last step"));
  gtk_label_set_label (self->next_text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gig_console_preview_get_wall (self->next)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Numbered dots on the wall are explained here. */
static gboolean
update_key_cb (gpointer user_data)
{
  GigConsoleWindow *self = user_data;
  g_autoptr(GPtrArray) names = gig_wall_get_key (GIG_WALL (gig_console_preview_get_wall (self->wall)));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "   " : "", (const char *) g_ptr_array_index (names, i));
  gtk_label_set_label (self->key, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->key), names->len > 0);
  g_string_free (text, TRUE);
  self->update_key = 0;

  return G_SOURCE_REMOVE;
}

/* The picture may just be getting its place: not now. */
void
_gig_console_key_changed (GigConsoleWindow *self)
{
  if (self->update_key == 0)
    self->update_key = g_idle_add (update_key_cb, self);
}

void
_gig_console_update_typing (GigConsoleWindow *self)
{
  GigPresenter *presenter = gig_show_get_presenter (self->show);
  GigLanguage *language = gig_show_get_language (self->show);
  guint number = gig_presenter_get_number (presenter);
  g_autofree char *text = NULL;

  if (gig_presenter_get_pointing (presenter))
    {
      GigPresenterPosition position;
      GigView *view;
      const GigPointTarget *target = gig_presenter_get_pointed (presenter);
      g_autofree char *name = NULL;

      gig_presenter_get_wall_position (presenter, &position);
      view = gig_presenter_get_view (presenter, &position);
      if (target != NULL && view != NULL)
        name = gig_pointing_get_name (gig_show_get_lesson (self->show), view, target, gig_language_get_code (language));
      if (name != NULL)
        text = gig_language_format (language, "Pointing at %s", name);
      else
        text = g_strdup (gig_language_gettext (language, "Type the first letters of a name"));
    }
  else if (number > gig_presenter_get_n_steps (presenter))
    text = gig_language_format (language, "There is no step %u; the last one is %u", number, gig_presenter_get_n_steps (presenter));
  else if (number > 0)
    text = gig_language_format (language, "Go to step %u: press Enter", number);
  gtk_revealer_set_reveal_child (self->typing, text != NULL);
  if (text != NULL)
    gtk_label_set_label (self->typed, text);
}

void
_gig_console_update_banner (GigConsoleWindow *self)
{
  GigLanguage *language = gig_show_get_language (self->show);
  const char *text = NULL;
  const char *button = NULL;
  g_autofree char *offer = NULL;

  if (gig_show_has_new_projector (self->show))
    {
      text = gig_show_is_wall_closed (self->show) ? gig_language_gettext (language, "A projector is there again")
                                                  : gig_language_gettext (language, "A projector is there");
      button = gig_language_gettext (language, "Show the wall on it");
    }
  else if (gig_show_is_wall_closed (self->show))
    {
      text = gig_language_gettext (language, "The projector is gone and the wall is closed");
      button = gig_language_gettext (language, "Show the wall in a window");
    }
  else if (gig_show_is_misplaced (self->show))
    {
      text = gig_language_gettext (language, "The wall is on the wrong screen");
      /* Translators: a verb on a button: move the wall to the projector */
      button = gig_language_gettext (language, "Move it");
    }
  else if (gig_show_get_resume_offer (self->show))
    {
      g_autofree char *place = gig_show_describe_class (self->show, gig_show_get_class (self->show));

      /* Translators: a class, then where it stopped: “3eB stopped here: Step 17, in français, on 4 May 2026”. */
      offer = gig_language_format (language, "%s stopped here: %s", gig_show_get_class (self->show), place);
      text = offer;
      button = gig_language_gettext (language, "Resume");
    }
  if (text != NULL)
    {
      adw_banner_set_title (self->banner, text);
      adw_banner_set_button_label (self->banner, button);
    }
  adw_banner_set_revealed (self->banner, text != NULL);
}
