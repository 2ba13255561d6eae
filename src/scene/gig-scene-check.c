/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene.h"

#include "gig-scene-private.h"

#include <stdarg.h>

/* Marks messages for translation where they are made; they are looked up where
 * they are shown. */
#define N_(text) (text)

typedef struct
{
  GPtrArray    *diagnostics;
  GigLesson    *lesson;
  GigView      *view;
  PangoContext *context;
  const char   *file;
  char         *title;
} Check;

static void
report (Check       *self,
        const char  *message,
        const char  *advice,
        ...) G_GNUC_NULL_TERMINATED;

static void
report (Check       *self,
        const char  *message,
        const char  *advice,
        ...)
{
  g_autoptr (GPtrArray)  arguments = g_ptr_array_new ();
  va_list                list;
  const char            *argument;

  g_ptr_array_add (arguments, self->title);
  va_start (list, advice);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_ptr_array_add (self->diagnostics,
                   gig_diagnostic_new (GIG_SEVERITY_WARNING, self->file, gig_view_get_line (self->view), 1,
                                       message, advice, (const char * const *) arguments->pdata));
}

static char *
get_source_text (Check            *self,
                 const GigMessage *message)
{
  return gig_lesson_get_plain_text (self->lesson, message, gig_lesson_get_language (self->lesson));
}

/* A zone by its sets: `FM & LLM`, as an author writes it. */
static char *
name_zone (Check       *self,
           GigZoneMask  zone)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < gig_view_get_n_sets (self->view); i++)
    {
      if ((zone >> i & 1) != 0)
        g_string_append_printf (name, "%s%s", name->len > 0 ? " & " : "", gig_view_get_set (self->view, i)->key);
    }

  return g_string_free (name, FALSE);
}

static void
check_problem (Check                 *self,
               const GigEulerProblem *problem)
{
  g_autofree char *zone = name_zone (self, problem->mask);

  switch (problem->kind)
    {
    case GIG_EULER_PROBLEM_EXTRA_ZONE:
      report (self, N_("the diagram “%s” cannot be drawn without the empty part %s, which is hatched"),
              N_("leave out a set, or show the membership table instead"), zone, NULL);
      break;
    case GIG_EULER_PROBLEM_MISSING_ZONE:
      report (self, N_("the diagram “%s” cannot show the part %s"),
              N_("leave out a set, or show the membership table instead"), zone, NULL);
      break;
    case GIG_EULER_PROBLEM_SPLIT_ZONE:
      report (self, N_("the diagram “%s” shows the part %s in several pieces"),
              N_("leave out a set"), zone, NULL);
      break;
    case GIG_EULER_PROBLEM_UNDRAWABLE:
      report (self, N_("no closed shapes can show the sets %2$s of the diagram “%1$s” without an empty part"),
              N_("leave out a set, or show the membership table instead"), zone, NULL);
      break;
    case GIG_EULER_PROBLEM_EMPTY_SET:
      report (self, N_("the set %2$s of the diagram “%1$s” holds nothing and is not drawn"),
              N_("give it a member, or remove “zone … empty”"),
              gig_view_get_set (self->view, problem->set)->key, NULL);
      break;
    case GIG_EULER_PROBLEM_NO_COMMON_ARC:
    case GIG_EULER_PROBLEM_TOUCHING:
    case GIG_EULER_PROBLEM_AREA:
    default:
      break;
    }
}

static void
check_places (Check    *self,
              GigScene *scene,
              guint     n_members)
{
  guint          n_items;
  const GigItem *items = gig_scene_get_items (scene, &n_items);
  guint          n_shown = 0;

  for (guint i = 0; i < n_items; i++)
    {
      n_shown += items[i].kind == GIG_ITEM_MEMBER;
      if (items[i].kind == GIG_ITEM_SET && items[i].label.width <= 0)
        report (self, N_("the diagram “%s” has no room for the name “%s”"),
                N_("shorten it, or show fewer sets"), items[i].name, NULL);
      if (items[i].kind == GIG_ITEM_MEMBER && items[i].contested && items[i].member->astride)
        {
          GigRect box = items[i].label;
          gboolean on_line = FALSE;

          /* Astride means that the outline runs through the pill. */
          for (guint corner = 0; corner < 4; corner++)
            {
              double      scale, dx, dy;
              double      x = box.x + (corner & 1 ? box.width : 0);
              double      y = box.y + (corner & 2 ? box.height : 0);
              GigZoneMask at;

              gig_scene_get_transform (scene, &scale, &dx, &dy);
              at = gig_euler_layout_zone_at (gig_scene_get_layout (scene), (x - dx) / scale, (y - dy) / scale);
              on_line |= at != items[i].member->zone;
            }
          if (!on_line)
            report (self, N_("in the diagram “%s”, “%s” is debated but cannot stand on the line: its two parts do not touch"),
                    N_("show fewer sets, or fewer members around it"), items[i].name, NULL);
        }
    }
  if (n_shown < n_members)
    {
      g_autofree char *hidden = g_strdup_printf ("%u", n_members - n_shown);

      report (self, N_("the diagram “%s” has no room for %s of its members at 900 × 600"),
              N_("name fewer of them, or shorter ones"), hidden, NULL);
    }
}

/* Whether something in the diagram's lines is complained of already. */
static gboolean
has_diagnostics (Check *self)
{
  GPtrArray *diagnostics = gig_lesson_get_diagnostics (self->lesson);
  GPtrArray *views = gig_lesson_get_views (self->lesson);
  guint      first = gig_view_get_line (self->view);
  guint      next = G_MAXUINT;

  for (guint i = 0; i < views->len; i++)
    {
      guint line = gig_view_get_line (g_ptr_array_index (views, i));

      if (line > first)
        next = MIN (next, line);
    }
  for (guint i = 0; i < diagnostics->len; i++)
    {
      guint line = gig_diagnostic_get_line (g_ptr_array_index (diagnostics, i));

      if (line >= first && line < next)
        return TRUE;
    }

  return FALSE;
}

static void
check_zones (Check *self)
{
  GPtrArray         *members = gig_view_get_members (self->view);
  guint              n_zones;
  const GigZoneMask *zones = gig_view_get_zones (self->view, &n_zones);

  /* Somebody else's picture may be as bare as they drew it; a member that is not drawn has been named. */
  if (members->len == 0 || gig_view_is_claim (self->view) || has_diagnostics (self))
    return;
  for (guint i = 0; i < n_zones; i++)
    {
      gboolean         inhabited = FALSE;
      g_autofree char *zone = NULL;

      for (guint j = 0; j < members->len; j++)
        {
          const GigViewMember *member = g_ptr_array_index (members, j);

          inhabited |= member->zone == zones[i];
        }
      if (inhabited)
        continue;
      zone = name_zone (self, zones[i]);
      report (self, N_("the diagram “%s” shows no member in %s"),
              N_("add a “text” line, or “%%%% zone … empty”"), zone, NULL);
    }
}

static void
check_count (Check *self)
{
  guint            n_members = gig_view_get_members (self->view)->len;
  g_autofree char *count = g_strdup_printf ("%u", n_members);

  if (n_members > GIG_SCENE_DESK_MEMBERS)
    report (self, N_("the diagram “%s” names %s members; a screen takes 14, a wall the first 9"),
            N_("name fewer: the others are behind “+n”"), count, NULL);
}

static void
check_view (Check *self)
{
  g_autoptr (GigSceneRequest) request = NULL;
  g_autoptr (GigEulerLayout)  layout = NULL;
  g_autoptr (GigLanguageSet)  set = NULL;
  g_autoptr (GigLanguage)     language = NULL;
  g_autoptr (GPtrArray)       catalogues = g_ptr_array_new ();
  g_autoptr (GigScene)        scene = NULL;
  GigSceneOptions             options = { 0 };
  const GigEulerProblem      *problems;
  size_t                      n_problems;

  request = gig_scene_request_new (self->lesson, self->view, self->context, GIG_EULER_CANVAS_WIDE, NULL);
  layout = gig_scene_compute_layout (request, NULL);
  if (layout == NULL)
    return;
  problems = gig_euler_layout_get_problems (layout, &n_problems);
  for (size_t i = 0; i < n_problems; i++)
    check_problem (self, &problems[i]);
  set = gig_language_set_new (catalogues);
  language = gig_language_new (set, "en");
  options.lesson = self->lesson;
  options.view = self->view;
  options.layout = layout;
  options.language = language;
  options.theme = gig_theme_get (GIG_THEME_LIGHT);
  options.width = 900;
  options.height = 600;
  options.text_scale = 1;
  scene = gig_scene_new (&options, self->context);
  check_places (self, scene, gig_view_get_members (self->view)->len);
  check_zones (self);
  check_count (self);
}

/* The front matter's `sets:` names concepts that are sets. */
static void
check_declared_sets (Check *self)
{
  const char     *declared = gig_lesson_get_metadata (self->lesson, "sets");
  g_auto (GStrv)  ids = g_strsplit_set (declared != NULL ? declared : "", ", #", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      GigConcept *concept = *ids[i] != '\0' ? gig_lesson_find_concept (self->lesson, ids[i]) : NULL;
      const char *arguments[] = { ids[i], NULL };

      if (*ids[i] != '\0' && (concept == NULL || !gig_concept_is_set (concept)))
        g_ptr_array_add (self->diagnostics,
                         gig_diagnostic_new (GIG_SEVERITY_WARNING, self->file, 1, 1,
                                             N_("the front matter’s “sets” names “%s”, which is no set"),
                                             N_("write ids of concepts that are a kind of something, or have members"),
                                             arguments));
    }
}

GPtrArray *
gig_scene_check_lesson (GigLesson    *lesson,
                        PangoContext *context,
                        const char   *file)
{
  Check      self = { 0 };
  GPtrArray *views;

  g_return_val_if_fail (lesson != NULL && PANGO_IS_CONTEXT (context), NULL);

  self.diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_diagnostic_unref);
  self.lesson = lesson;
  self.context = context;
  self.file = file;
  check_declared_sets (&self);
  views = gig_lesson_get_views (lesson);
  for (guint i = 0; i < views->len; i++)
    {
      self.view = g_ptr_array_index (views, i);
      self.title = gig_view_get_title (self.view) != NULL
                     ? get_source_text (&self, gig_view_get_title (self.view))
                     : g_strdup (gig_view_get_id (self.view));
      check_view (&self);
      g_free (self.title);
    }

  return self.diagnostics;
}
