/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-check.h"

#include "gig-step-content.h"
#include "gig-wall-fit.h"
#include "gig-wall-layout.h"
#include "gig-wall-pages.h"

/* Marks messages for translation where they are made; they are looked up where
 * they are shown. */
#define N_(text) (text)

#define HEIGHT 1080.0

static const struct
{
  double      aspect;
  const char *name;
} projectors[] = { { 4.0 / 3, "4:3" }, { 16.0 / 9, "16:9" } };

typedef struct
{
  GPtrArray    *diagnostics;
  GigLesson    *lesson;
  PangoContext *context;
  const char   *file;
  guint         projector;
  const GigStep *step;
} Check;

static void
report (Check      *self,
        const char *message,
        const char *advice,
        const char *argument)
{
  const char *arguments[] = { projectors[self->projector].name, argument, NULL };

  g_ptr_array_add (self->diagnostics,
                   gig_diagnostic_new (GIG_SEVERITY_WARNING, self->file, self->step->line, 1, message, advice, arguments));
}

/* FALSE: reported */
static gboolean
check_headline (Check *self)
{
  const char * const *languages = gig_lesson_get_languages (self->lesson);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *headline = gig_lesson_get_plain_text (self->lesson, gig_step_get_headline (self->step), languages[i]);
      GigWallTexts texts = { headline, NULL, languages[i] };
      g_autoptr (GigWallLayout) layout = gig_wall_layout_new (self->context, HEIGHT * projectors[self->projector].aspect, HEIGHT,
                                                              GIG_WALL_DEFAULT_X_HEIGHT, &texts, 1, TRUE);

      if (layout->fits)
        continue;
      report (self, N_("the headline of the step takes more than two lines of a %1$s wall (%2$s)"),
              N_("write a shorter one after the dash"), languages[i]);
      return FALSE;
    }

  return TRUE;
}

static void
check_texts (Check *self)
{
  for (guint both = 0; both < 2; both++)
    {
      GigWallRoom room = { projectors[self->projector].aspect, GIG_WALL_DEFAULT_X_HEIGHT, both == 1 };

      for (guint part = 0; part < gig_step_get_n_parts (self->step); part++)
        {
          g_autoptr (GigWallPages) pages = gig_wall_pages_new (self->lesson, self->step, part, &room, self->context);
          g_autofree char *number = g_strdup_printf ("%u", part + 1);

          if (gig_wall_pages_get_fits (pages))
            continue;
          if (both)
            report (self, N_("a sentence in part %2$s of the step is too long for a %1$s wall in two languages"),
                    N_("divide the sentence"), number);
          else
            report (self, N_("a sentence in part %2$s of the step is too long for a %1$s wall"), N_("divide the sentence"), number);
          return;
        }
    }
}

/* Members aside: those that find no room are numbered or left out. */
static gboolean
has_room_for_names (Check   *self,
                    GigView *view)
{
  g_autoptr (GPtrArray) catalogues = g_ptr_array_new ();
  g_autoptr (GigLanguageSet) set = gig_language_set_new (catalogues);
  g_autoptr (GigLanguage) language = gig_language_new (set, gig_lesson_get_language (self->lesson));
  double ratio = gig_wall_get_font_ratio (self->context);
  double names = gig_wall_get_name_size (ratio, HEIGHT, GIG_WALL_DEFAULT_X_HEIGHT);
  double members = gig_wall_get_member_size (ratio, HEIGHT, GIG_WALL_DEFAULT_X_HEIGHT);
  GigRect area;

  gig_wall_get_area (ratio, HEIGHT * projectors[self->projector].aspect, HEIGHT, GIG_WALL_DEFAULT_X_HEIGHT, 1, &area);
  area.width += 2 * GIG_WALL_SCENE_MARGIN;
  area.height += 2 * GIG_WALL_SCENE_MARGIN;
  for (guint i = gig_wall_n_attempts; i > 0 && (gig_wall_attempts[i - 1].flags & GIG_SCENE_NO_MEMBERS) != 0; i--)
    {
      const GigWallAttempt *attempt = &gig_wall_attempts[i - 1];
      g_autoptr (GigSceneRequest) request = NULL;
      g_autoptr (GigEulerLayout) layout = NULL;
      g_autoptr (GigScene) scene = NULL;
      GigSceneOptions options = {
        .lesson = self->lesson, .view = view, .language = language, .theme = gig_theme_get (GIG_THEME_PROJECTOR_LIGHT),
        .width = area.width, .height = area.height, .text_scale = 1, .name_size = names, .member_size = members,
        .flags = attempt->flags, .max_members = attempt->n_members,
      };

      request = gig_scene_request_new_for_wall (self->lesson, view, self->context, area.width, area.height,
                                                names, members, attempt->n_members, attempt->flags);
      layout = gig_scene_compute_layout (request, NULL);
      options.layout = layout;
      scene = gig_scene_new (&options, self->context);
      if (gig_wall_attempt_suits (attempt, scene, names, members, NULL))
        return TRUE;
    }

  return FALSE;
}

static void
check_diagrams (Check      *self,
                GHashTable *seen)
{
  for (guint part = 0; part < gig_step_get_n_parts (self->step); part++)
    {
      GigView *view = gig_step_get_part_view (self->lesson, self->step, part);
      g_autofree char *title = NULL;

      if (view == NULL || !g_hash_table_add (seen, view) || has_room_for_names (self, view))
        continue;
      title = gig_view_get_title (view) != NULL
                ? gig_lesson_get_plain_text (self->lesson, gig_view_get_title (view), gig_lesson_get_language (self->lesson))
                : g_strdup (gig_view_get_id (view));
      report (self, N_("the sets of the diagram “%2$s” have no room for their names on a %1$s wall"),
              N_("show fewer sets, or shorten their names"), title);
    }
}

void
gig_wall_check_tours (GigLesson    *lesson,
                      PangoContext *context,
                      const char   *file,
                      GPtrArray    *diagnostics)
{
  Check self = { diagnostics, lesson, context, file };
  GPtrArray *tours;

  g_return_if_fail (lesson != NULL && diagnostics != NULL);
  g_return_if_fail (PANGO_IS_CONTEXT (context));

  tours = gig_lesson_get_tours (lesson);
  for (self.projector = 0; self.projector < G_N_ELEMENTS (projectors); self.projector++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint i = 0; i < tours->len; i++)
        {
          GPtrArray *steps = gig_tour_get_steps (g_ptr_array_index (tours, i));

          for (guint j = 0; j < steps->len; j++)
            {
              self.step = g_ptr_array_index (steps, j);
              if (check_headline (&self))
                check_texts (&self);
              check_diagrams (&self, seen);
            }
        }
    }
}
