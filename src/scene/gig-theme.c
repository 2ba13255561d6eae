/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-theme.h"

#include <string.h>

/* One hue with its line, in the order in which sets get them. */
typedef struct
{
  guint32 light;
  guint32 dark;
  double  width;
  double  dashes[6];
  guint   n_dashes;
} Hue;

/* Okabe and Ito's hues, moved until they reach 3:1 on their background; the
 * last three are our own, so that more sets than five stay apart. */
static const Hue hues[] = {
  { 0x0072b2, 0x56b4e9, 3, { 0 }, 0 },
  { 0xb84e00, 0xe69f00, 2, { 0 }, 0 },
  { 0x007a5a, 0x009e73, 2, { 8, 4 }, 2 },
  { 0xa8487f, 0xcc79a7, 2, { 2, 4 }, 2 },
  { 0x8f6200, 0xf0e442, 2, { 12, 4, 2, 4 }, 4 },
  { 0x6a4fb3, 0xb9a5f5, 2, { 10, 3, 3, 3, 3, 3 }, 6 },
  { 0x0b7285, 0x66d9e8, 2, { 6, 3 }, 2 },
  { 0xb3261e, 0xff8a80, 2, { 3, 3 }, 2 },
};

/* For kinds of a set that already has a hue. */
static const struct
{
  double dashes[4];
  guint  n_dashes;
} kind_dashes[] = {
  { { 4, 2 }, 2 },
  { { 10, 2, 2, 2 }, 4 },
  { { 1, 3 }, 2 },
  { { 14, 3 }, 2 },
};

static const GigPattern patterns[] = {
  GIG_PATTERN_NONE,
  GIG_PATTERN_DIAGONAL,
  GIG_PATTERN_COUNTER_DIAGONAL,
  GIG_PATTERN_DOTS,
  GIG_PATTERN_VERTICAL,
  GIG_PATTERN_HORIZONTAL,
};

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.f, ((hex) >> 8 & 0xff) / 255.f, ((hex) & 0xff) / 255.f, 1 }

static const GigTheme themes[GIG_N_THEMES] = {
  { GIG_THEME_LIGHT, FALSE, FALSE,
    RGB (0xffffff), RGB (0x1c1c20), RGB (0x54545a),
    RGB (0xffffff), RGB (0xc6c6cc), RGB (0x1c1c20), RGB (0x8a8a92), RGB (0x6a6a72) },
  { GIG_THEME_DARK, TRUE, FALSE,
    RGB (0x1d1d20), RGB (0xffffff), RGB (0xb9b9c0),
    RGB (0x2e2e33), RGB (0x5c5c66), RGB (0xffffff), RGB (0x8c8c96), RGB (0x9a9aa4) },
  { GIG_THEME_HIGH_CONTRAST_LIGHT, FALSE, TRUE,
    RGB (0xffffff), RGB (0x000000), RGB (0x303033),
    RGB (0xffffff), RGB (0x000000), RGB (0x000000), RGB (0x000000), RGB (0x000000) },
  { GIG_THEME_HIGH_CONTRAST_DARK, TRUE, TRUE,
    RGB (0x000000), RGB (0xffffff), RGB (0xdcdce0),
    RGB (0x000000), RGB (0xffffff), RGB (0xffffff), RGB (0xffffff), RGB (0xffffff) },
  { GIG_THEME_PROJECTOR_LIGHT, FALSE, FALSE,
    RGB (0xffffff), RGB (0x000000), RGB (0x2c2c30),
    RGB (0xffffff), RGB (0x75757d), RGB (0x000000), RGB (0x5a5a62), RGB (0x3a3a40) },
  { GIG_THEME_PROJECTOR_DARK, TRUE, FALSE,
    RGB (0x0a0a0c), RGB (0xffffff), RGB (0xdadae0),
    RGB (0x1e1e22), RGB (0x9a9aa4), RGB (0xffffff), RGB (0xa8a8b2), RGB (0xc4c4cc) },
};

static const char * const theme_names[GIG_N_THEMES] = {
  "light", "dark", "high-contrast-light", "high-contrast-dark", "projector-light", "projector-dark",
};

#define TEXT_CONTRAST        7.0
#define TEXT_CONTRAST_VEILED 4.5
#define LINE_CONTRAST        3.0
#define ROOM_CONTRAST        7.0

static GigColor
color_from_hex (guint32 hex)
{
  return (GigColor) RGB (hex);
}

static gboolean
is_projector (const GigTheme *theme)
{
  return theme->kind == GIG_THEME_PROJECTOR_LIGHT || theme->kind == GIG_THEME_PROJECTOR_DARK;
}

static GigColor
tint_of (const GigTheme *theme,
         GigColor        hue)
{
  if (theme->high_contrast)
    hue.alpha = 0;
  else
    hue.alpha = theme->dark ? 0.12f : 0.08f;

  return hue;
}

static GigColor
hue_color (const GigTheme *theme,
           guint           rank)
{
  const Hue *hue = &hues[rank % G_N_ELEMENTS (hues)];

  return color_from_hex (theme->dark ? hue->dark : hue->light);
}

static gboolean
is_legible (const GigTheme *theme,
            const GigColor *text,
            const GigColor *under,
            double          contrast)
{
  if (gig_color_contrast (text, under) < contrast)
    return FALSE;
  if (is_projector (theme) && contrast >= TEXT_CONTRAST)
    return gig_color_contrast_veiled (text, under, ROOM_CONTRAST) >= TEXT_CONTRAST_VEILED;

  return TRUE;
}

/* Moves @color towards the foreground until it reaches @contrast on the bare
 * background, on its own tint, and on each other tint over its own. */
static GigColor
strengthen (const GigTheme *theme,
            GigColor        color,
            double          contrast)
{
  GigColor tint = tint_of (theme, color);

  for (guint step = 0; step <= 20; step++)
    {
      GigColor mixed = theme->foreground;
      GigColor under = gig_color_composite (&tint, &theme->background);
      gboolean legible;

      mixed.alpha = step / 20.f;
      mixed = gig_color_composite (&mixed, &color);
      legible = is_legible (theme, &mixed, &theme->background, contrast) &&
                is_legible (theme, &mixed, &under, contrast);
      for (guint i = 0; legible && i < G_N_ELEMENTS (hues); i++)
        {
          GigColor other = tint_of (theme, hue_color (theme, i));
          GigColor deep = gig_color_composite (&other, &under);

          legible = is_legible (theme, &mixed, &deep, contrast);
        }
      if (legible)
        return mixed;
    }

  return theme->foreground;
}

static void
fill_neutral (const GigTheme *theme,
              GigSetStyle    *style)
{
  GigColor grey = color_from_hex (theme->dark ? 0x9a9aa2 : 0x77777f);

  if (theme->high_contrast || is_projector (theme))
    grey = theme->dim;
  style->neutral = TRUE;
  style->line = grey;
  style->text = theme->dim;
  style->width = theme->high_contrast ? 2 : 1;
}

static void
fill_hue (const GigTheme *theme,
          guint           rank,
          int             kind,
          GigSetStyle    *style)
{
  const Hue *hue = &hues[rank % G_N_ELEMENTS (hues)];
  guint      round = rank / G_N_ELEMENTS (hues);
  GigColor   color = hue_color (theme, rank);

  style->line = strengthen (theme, color, LINE_CONTRAST);
  style->text = strengthen (theme, color, TEXT_CONTRAST);
  style->tint = tint_of (theme, color);
  style->width = hue->width;
  if (theme->high_contrast)
    {
      style->width = 2;
      style->pattern = patterns[rank % G_N_ELEMENTS (patterns)];
      return;
    }
  if (kind >= 0)
    {
      guint i = kind % G_N_ELEMENTS (kind_dashes);

      style->width = 2;
      style->n_dashes = kind_dashes[i].n_dashes;
      memcpy (style->dashes, kind_dashes[i].dashes, sizeof (kind_dashes[i].dashes));
      return;
    }
  style->n_dashes = hue->n_dashes;
  memcpy (style->dashes, hue->dashes, sizeof (hue->dashes));
  if (round > 0)
    {
      /* The hues are used up: the same ones again, with longer dashes. */
      style->width = 2;
      style->n_dashes = MAX (style->n_dashes, 2);
      style->dashes[0] += 6 * round;
      style->dashes[1] = MAX (style->dashes[1], 3);
    }
}

/* --- The order of a lesson's sets --- */

static void
append_set (GPtrArray  *order,
            GigConcept *concept)
{
  if (concept != NULL && gig_concept_is_set (concept) &&
      !g_ptr_array_find (order, concept, NULL))
    g_ptr_array_add (order, concept);
}

static void
append_declared_sets (GPtrArray *order,
                      GigLesson *lesson)
{
  const char      *declared = gig_lesson_get_metadata (lesson, "sets");
  g_auto (GStrv)   ids = NULL;

  if (declared == NULL)
    return;
  ids = g_strsplit_set (declared, ", #", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (*ids[i] != '\0')
        append_set (order, gig_lesson_find_concept (lesson, ids[i]));
    }
}

static GPtrArray *
order_sets (GigLesson *lesson)
{
  GPtrArray *order = g_ptr_array_new ();
  GPtrArray *views = gig_lesson_get_views (lesson);
  GPtrArray *concepts = gig_lesson_get_concepts (lesson);

  append_declared_sets (order, lesson);
  for (guint i = 0; i < views->len; i++)
    {
      GigView *view = g_ptr_array_index (views, i);

      for (guint j = 0; j < gig_view_get_n_sets (view); j++)
        append_set (order, gig_view_get_set (view, j)->concept);
    }
  for (guint i = 0; i < concepts->len; i++)
    append_set (order, g_ptr_array_index (concepts, i));

  return order;
}

static gboolean
contains (GigConcept *outer,
          GigConcept *inner,
          guint       depth)
{
  GPtrArray *parents = gig_concept_get_kinds_of (inner);

  for (guint i = 0; depth > 0 && i < parents->len; i++)
    {
      GigConcept *parent = g_ptr_array_index (parents, i);

      if (parent == outer || contains (outer, parent, depth - 1))
        return TRUE;
    }

  return FALSE;
}

#define MAX_DEPTH 16

static gboolean
is_neutral (GPtrArray  *order,
            GigConcept *concept)
{
  GigConcept *subject = order->len > 0 ? g_ptr_array_index (order, 0) : NULL;

  return subject != NULL && contains (concept, subject, MAX_DEPTH);
}

/* A hued parent other than the subject, whose hue its kinds share. */
static GigConcept *
get_hue_parent (GPtrArray  *order,
                GigConcept *concept)
{
  GPtrArray *parents = gig_concept_get_kinds_of (concept);

  for (guint i = 0; i < parents->len; i++)
    {
      GigConcept *parent = g_ptr_array_index (parents, i);

      if (parent != concept && parent != g_ptr_array_index (order, 0) &&
          !is_neutral (order, parent) && g_ptr_array_find (order, parent, NULL))
        return parent;
    }

  return NULL;
}

static int
get_rank (GPtrArray  *order,
          GigConcept *concept,
          int        *kind)
{
  GigConcept *family = concept;
  GigConcept *parent;
  int         rank = 0;

  for (guint depth = 0; depth < MAX_DEPTH && (parent = get_hue_parent (order, family)) != NULL; depth++)
    family = parent;
  *kind = family == concept ? -1 : 0;
  for (guint i = 0; i < order->len; i++)
    {
      GigConcept *other = g_ptr_array_index (order, i);

      if (other == concept && *kind >= 0)
        break;
      if (*kind >= 0 && other != family && contains (family, other, MAX_DEPTH))
        (*kind)++;
    }
  for (guint i = 0; i < order->len; i++)
    {
      GigConcept *other = g_ptr_array_index (order, i);

      if (other == family)
        return rank;
      if (!is_neutral (order, other) && get_hue_parent (order, other) == NULL)
        rank++;
    }

  return -1;
}

static void
fill_concept (const GigTheme *theme,
              GPtrArray      *order,
              GigConcept     *concept,
              GigSetStyle    *style)
{
  int kind;
  int rank;

  *style = (GigSetStyle) { 0 };
  if (concept == NULL || !g_ptr_array_find (order, concept, NULL) || is_neutral (order, concept))
    {
      fill_neutral (theme, style);
      return;
    }
  rank = get_rank (order, concept, &kind);
  fill_hue (theme, MAX (rank, 0), kind, style);
}

/* An own name that other views bind to a concept, or that ends its id, looks like
 * that concept: a picture that somebody else draws is still about the same things. */
static GigConcept *
find_namesake (GigLesson  *lesson,
               GPtrArray  *order,
               const char *key)
{
  GPtrArray *views = gig_lesson_get_views (lesson);

  for (guint i = 0; i < views->len; i++)
    {
      GigView *view = g_ptr_array_index (views, i);

      for (guint j = 0; j < gig_view_get_n_sets (view); j++)
        {
          const GigViewSet *set = gig_view_get_set (view, j);

          if (set->concept != NULL && g_ascii_strcasecmp (set->key, key) == 0)
            return set->concept;
        }
    }
  for (guint i = 0; i < order->len; i++)
    {
      GigConcept *concept = g_ptr_array_index (order, i);
      const char *id = gig_concept_get_id (concept);
      const char *dot = strrchr (id, '.');

      if (g_ascii_strcasecmp (dot != NULL ? dot + 1 : id, key) == 0)
        return concept;
    }

  return NULL;
}

/* --- Public --- */

const GigTheme *
gig_theme_get (GigThemeKind kind)
{
  g_return_val_if_fail ((guint) kind < GIG_N_THEMES, &themes[0]);

  return &themes[kind];
}

const GigTheme *
gig_theme_find (const char *name)
{
  for (guint i = 0; i < GIG_N_THEMES; i++)
    {
      if (g_strcmp0 (name, theme_names[i]) == 0)
        return &themes[i];
    }

  return NULL;
}

const char *
gig_theme_get_name (const GigTheme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return theme_names[self->kind];
}

void
gig_theme_get_set_style (const GigTheme *self,
                         GigLesson      *lesson,
                         GigConcept     *concept,
                         GigSetStyle    *style)
{
  g_autoptr (GPtrArray) order = NULL;

  g_return_if_fail (self != NULL && lesson != NULL && style != NULL);

  order = order_sets (lesson);
  fill_concept (self, order, concept, style);
}

GigConcept *
gig_theme_get_subject (GigLesson *lesson)
{
  g_autoptr (GPtrArray) order = NULL;

  g_return_val_if_fail (lesson != NULL, NULL);

  order = order_sets (lesson);

  return order->len > 0 ? g_ptr_array_index (order, 0) : NULL;
}

void
gig_theme_get_view_set_style (const GigTheme *self,
                              GigLesson      *lesson,
                              GigView        *view,
                              guint           index,
                              GigSetStyle    *style)
{
  const GigViewSet     *set;
  GigConcept           *concept;
  g_autoptr (GPtrArray) order = NULL;

  g_return_if_fail (self != NULL && lesson != NULL && view != NULL && style != NULL);
  g_return_if_fail (index < gig_view_get_n_sets (view));

  set = gig_view_get_set (view, index);
  concept = set->concept;
  order = order_sets (lesson);
  if (concept == NULL)
    concept = find_namesake (lesson, order, set->key);
  if (concept != NULL)
    {
      fill_concept (self, order, concept, style);
      return;
    }
  *style = (GigSetStyle) { 0 };
  fill_hue (self, index, -1, style);
}

GigColor
gig_theme_mix_tints (const GigSetStyle *styles,
                     guint              n_styles,
                     const GigZoneMask *containers,
                     GigZoneMask        zone)
{
  int      base = -1;
  guint    depth = G_MAXUINT;
  guint    n = 0;
  GigColor top = { 0 };

  for (guint i = 0; i < n_styles; i++)
    {
      guint n_containers = 0;

      if ((zone >> i & 1) == 0 || styles[i].tint.alpha <= 0)
        continue;
      for (GigZoneMask rest = containers[i]; rest != 0; rest &= rest - 1)
        n_containers++;
      if (n_containers < depth)
        {
          depth = n_containers;
          base = i;
        }
    }
  if (base < 0)
    return top;
  for (guint i = 0; i < n_styles; i++)
    {
      if ((zone >> i & 1) == 0 || styles[i].tint.alpha <= 0 || (int) i == base)
        continue;
      top.red += styles[i].tint.red;
      top.green += styles[i].tint.green;
      top.blue += styles[i].tint.blue;
      top.alpha += styles[i].tint.alpha;
      n++;
    }
  if (n == 0)
    return styles[base].tint;
  /* As dark as two tints, but in the hue of what is inside: two hues over each
   * other would only make a grey. */
  top.red = 0.8f * top.red / n + 0.2f * styles[base].tint.red;
  top.green = 0.8f * top.green / n + 0.2f * styles[base].tint.green;
  top.blue = 0.8f * top.blue / n + 0.2f * styles[base].tint.blue;
  top.alpha = 1 - (1 - top.alpha / n) * (1 - styles[base].tint.alpha);

  return top;
}
