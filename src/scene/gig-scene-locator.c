/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene.h"

#include "gig-scene-private.h"

#include <math.h>

#define MAX_RINGS 4

/* The rings of a locator, outermost first. */
typedef struct
{
  GigConcept *rings[MAX_RINGS];
  guint       n_rings;
  guint       here;     /* which one is filled; n_rings for none */
} Nest;

static GigConcept *
get_set_above (GigConcept *concept)
{
  while (concept != NULL && !gig_concept_is_set (concept))
    concept = gig_concept_get_parent (concept);

  return concept;
}

static GigConcept *
get_container (GigConcept *concept)
{
  GPtrArray *parents = gig_concept_get_kinds_of (concept);

  return parents->len > 0 ? g_ptr_array_index (parents, 0) : NULL;
}

static gboolean
is_neutral (GigLesson      *lesson,
            const GigTheme *theme,
            GigConcept     *concept)
{
  GigSetStyle style;

  gig_theme_get_set_style (theme, lesson, concept, &style);

  return style.neutral;
}

/* The kind that goes on inwards: the first one that has kinds itself, else the first. */
static GigConcept *
get_heart (GigConcept *concept)
{
  GPtrArray *kinds = gig_concept_get_kinds (concept);

  for (guint i = 0; i < kinds->len; i++)
    {
      GigConcept *kind = g_ptr_array_index (kinds, i);

      if (gig_concept_get_kinds (kind)->len > 0)
        return kind;
    }

  return kinds->len > 0 ? g_ptr_array_index (kinds, 0) : NULL;
}

/* Two rings around and one inside; context (grey) only around what is grey itself. */
static void
collect_rings (GigLesson      *lesson,
               const GigTheme *theme,
               GigConcept     *concept,
               guint           max_rings,
               Nest           *nest)
{
  GigConcept *chain[MAX_RINGS];
  guint       n = 0;
  gboolean    neutral = is_neutral (lesson, theme, concept);
  GigConcept *heart = get_heart (concept);

  for (GigConcept *ring = concept; ring != NULL && n < max_rings - (heart != NULL); ring = get_container (ring))
    {
      /* A set with nothing in it shows at least what it lies in. */
      if (!neutral && ring != concept && is_neutral (lesson, theme, ring) && (n > 1 || heart != NULL))
        break;
      if (n == 2 && !neutral && is_neutral (lesson, theme, chain[1]))
        break;
      chain[n++] = ring;
    }
  for (guint i = 0; i < n; i++)
    nest->rings[i] = chain[n - 1 - i];
  nest->n_rings = n;
  nest->here = n - 1;
  for (; heart != NULL && nest->n_rings < MIN (max_rings, MAX (n + 1, 2)); heart = get_heart (heart))
    nest->rings[nest->n_rings++] = heart;
}

static void
add_ring (GigScene          *scene,
          const GigSetStyle *style,
          guint              ring,
          guint              n_rings,
          gboolean           here,
          gboolean           fill_only)
{
  double    size = scene->width;
  gboolean  small = size < 32;
  double    width = small ? MAX (1, size / 12) : MIN (style->width, 3) * size / 48;
  double    outer = size / 2 - MAX (width, 1) / 2 - size / 24;
  double    radius = outer * (n_rings == 1 ? 1 : 1 - (double) ring * (n_rings == 2 ? 0.45 : n_rings == 3 ? 0.3 : 0.23));
  double    gap = size / 32 + (small ? MAX (1, size / 12) : 1.5 * size / 48);
  GigShape *shape = gig_scene_add_shape (scene, fill_only ? GIG_SHAPE_SET_FILL : GIG_SHAPE_SET_LINE);

  /* Rings rest low inside one another, like dolls. */
  shape->ellipse = (GigEulerEllipse) { size / 2, size / 2 + outer - radius - gap * ring, radius, radius, 0 };
  shape->bounds = gig_ellipse_get_bounds (&shape->ellipse);
  shape->set = ring;
  if (fill_only)
    {
      shape->fill = style->line;
      shape->fill.alpha = here ? 1 : style->tint.alpha * 1.5f;
      return;
    }
  shape->line = style->line;
  shape->line_width = MAX (width, 1);
  /* Dashes need room to be read as such. */
  if (!small)
    {
      shape->n_dashes = style->n_dashes;
      for (guint i = 0; i < style->n_dashes; i++)
        shape->dashes[i] = style->dashes[i] * size / 64;
    }
}

static void
draw_nest (GigScene   *scene,
           const Nest *nest)
{
  GigSetStyle styles[MAX_RINGS];

  for (guint i = 0; i < nest->n_rings; i++)
    gig_theme_get_set_style (scene->theme, scene->lesson, nest->rings[i], &styles[i]);
  for (guint i = 0; i < nest->n_rings; i++)
    {
      gboolean here = i == nest->here;

      if (here || (i < nest->here && styles[i].tint.alpha > 0))
        add_ring (scene, &styles[i], i, nest->n_rings, here, TRUE);
      if (i >= nest->here)
        styles[i].n_dashes = 0;
      /* On the filled ring a line of its own hue would vanish. */
      if (i > nest->here)
        styles[i].line = scene->theme->background;
      add_ring (scene, &styles[i], i, nest->n_rings, here, FALSE);
    }
}

static void
draw_dot (GigScene *scene)
{
  GigShape *dot = gig_scene_add_shape (scene, GIG_SHAPE_DOT);
  double    size = MAX (scene->width / 4, 4);

  dot->bounds = (GigRect) { (scene->width - size) / 2, (scene->height - size) / 2, size, size };
  dot->fill = scene->theme->dim;
}

/* A page about the whole: its subject's nest with nothing filled. */
static gboolean
draw_whole (GigScene *scene)
{
  GigConcept *subject = gig_theme_get_subject (scene->lesson);
  Nest        nest = { 0 };

  if (subject == NULL)
    return FALSE;
  collect_rings (scene->lesson, scene->theme, subject, 3, &nest);
  nest.here = nest.n_rings;
  draw_nest (scene, &nest);

  return TRUE;
}

GigScene *
gig_scene_new_locator (GigLesson      *lesson,
                       GigConcept     *concept,
                       GigLanguage    *language,
                       const GigTheme *theme,
                       double          size)
{
  GigScene        *scene;
  GigConcept      *set;
  Nest             nest = { 0 };
  g_autofree char *label = NULL;

  g_return_val_if_fail (lesson != NULL && concept != NULL && theme != NULL, NULL);
  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  scene = gig_scene_alloc (lesson, NULL, theme, gig_language_get_code (language), size, size);
  set = get_set_above (concept);
  if (set == NULL || (set != concept && size < 32))
    {
      gboolean whole = set == NULL && (size >= 32 || gig_concept_get_parent (concept) == NULL);

      if (!whole || !draw_whole (scene))
        draw_dot (scene);
      scene->name = g_strdup ("");
      scene->description = g_strdup ("");
      return scene;
    }
  collect_rings (lesson, theme, set, size < 32 ? 3 : MAX_RINGS, &nest);
  draw_nest (scene, &nest);
  label = gig_scene_get_message_text (scene, gig_concept_get_label (set), NULL);
  scene->name = gig_language_format (language, "You are here: %s", label);
  scene->description = g_strdup ("");

  return scene;
}
