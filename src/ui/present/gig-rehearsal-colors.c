/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-rehearsal-colors.h"

#include <math.h>

/* Nearer than this in Oklab, two thin lines are one colour. */
#define ALIKE 0.1

static const double matrices[][3][3] = {
  [GIG_VISION_FULL]   = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  [GIG_VISION_PROTAN] = { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  [GIG_VISION_DEUTAN] = { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  [GIG_VISION_TRITAN] = { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

void
gig_vision_get_matrix (GigVision vision,
                       double    matrix[3][3])
{
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      matrix[i][j] = matrices[vision][i][j];
}

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
to_encoded (double value)
{
  value = CLAMP (value, 0, 1);

  return value <= 0.0031308 ? value * 12.92 : 1.055 * pow (value, 1 / 2.4) - 0.055;
}

GigColor
gig_vision_simulate (const GigColor *color,
                     GigVision       vision)
{
  double linear[3] = { to_linear (color->red), to_linear (color->green), to_linear (color->blue) };
  double seen[3];

  for (guint i = 0; i < 3; i++)
    seen[i] = matrices[vision][i][0] * linear[0] + matrices[vision][i][1] * linear[1] + matrices[vision][i][2] * linear[2];

  return (GigColor) { (float) to_encoded (seen[0]), (float) to_encoded (seen[1]), (float) to_encoded (seen[2]), color->alpha };
}

static void
to_oklab (const GigColor *color,
          double          lab[3])
{
  double r = to_linear (color->red), g = to_linear (color->green), b = to_linear (color->blue);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

double
gig_color_distance (const GigColor *a,
                    const GigColor *b)
{
  double first[3], second[3];

  to_oklab (a, first);
  to_oklab (b, second);

  return sqrt (pow (first[0] - second[0], 2) + pow (first[1] - second[1], 2) + pow (first[2] - second[2], 2));
}

static void
pair_free (gpointer data)
{
  GigColorPair *pair = data;

  g_free (pair->first);
  g_free (pair->second);
  g_free (pair);
}

/* What a search for failing pairs is about. */
typedef struct
{
  const GigTheme *theme;
  GigVision       vision;
  double          native;
  GPtrArray      *pairs;
} Search;

static void
check_text (Search         *search,
            const GigColor *color,
            const char     *name)
{
  GigColor seen = gig_vision_simulate (color, search->vision);
  GigColor ground = gig_vision_simulate (&search->theme->background, search->vision);
  gboolean lit = search->native < GIG_ROOM_DARK;
  double contrast = lit ? gig_color_contrast_veiled (&seen, &ground, search->native) : gig_color_contrast (&seen, &ground);
  double wanted = lit ? GIG_CONTRAST_TEXT_VEILED : GIG_CONTRAST_TEXT;
  GigColorPair *pair;

  if (contrast >= wanted)
    return;
  pair = g_new0 (GigColorPair, 1);
  *pair = (GigColorPair) { g_strdup (name), NULL, TRUE, contrast, wanted };
  g_ptr_array_add (search->pairs, pair);
}

static void
check_line (Search         *search,
            const GigColor *color,
            const char     *name)
{
  GigColor seen = gig_vision_simulate (color, search->vision);
  GigColor ground = gig_vision_simulate (&search->theme->background, search->vision);
  double contrast = search->native < GIG_ROOM_DARK ? gig_color_contrast_veiled (&seen, &ground, search->native)
                                                   : gig_color_contrast (&seen, &ground);
  /* Under room light a line counts as lost at half of what is asked for in the dark. */
  double wanted = search->native < GIG_ROOM_DARK ? GIG_CONTRAST_LINE / 1.5 : GIG_CONTRAST_LINE;
  GigColorPair *pair;

  if (contrast >= wanted)
    return;
  pair = g_new0 (GigColorPair, 1);
  *pair = (GigColorPair) { g_strdup (name), NULL, FALSE, contrast, wanted };
  g_ptr_array_add (search->pairs, pair);
}

static void
check_alike (Search      *search,
             GigSetStyle *styles,
             GPtrArray   *names)
{
  for (guint i = 0; i < names->len; i++)
    for (guint j = i + 1; j < names->len; j++)
      {
        GigColor a = gig_vision_simulate (&styles[i].line, search->vision);
        GigColor b = gig_vision_simulate (&styles[j].line, search->vision);
        GigColorPair *pair;

        /* Neutral sets are meant to be alike, and kinds of one set share its hue. */
        if (styles[i].neutral || styles[j].neutral || gig_color_distance (&styles[i].line, &styles[j].line) < 0.01 ||
            gig_color_distance (&a, &b) >= ALIKE)
          continue;
        pair = g_new0 (GigColorPair, 1);
        *pair = (GigColorPair) { g_strdup (g_ptr_array_index (names, i)), g_strdup (g_ptr_array_index (names, j)), FALSE, 0, 0 };
        g_ptr_array_add (search->pairs, pair);
      }
}

static guint
collect_styles (const GigTheme *theme,
                GigLesson      *lesson,
                GigView        *view,
                const char     *language,
                GigSetStyle   **styles,
                GPtrArray      *names)
{
  GPtrArray *concepts = gig_lesson_get_concepts (lesson);
  guint n = view != NULL ? gig_view_get_n_sets (view) : concepts->len;

  *styles = g_new0 (GigSetStyle, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      if (view != NULL)
        {
          gig_theme_get_view_set_style (theme, lesson, view, i, &(*styles)[names->len]);
          g_ptr_array_add (names, gig_lesson_get_plain_text (lesson, gig_view_get_set (view, i)->label, language));
        }
      else if (gig_concept_is_set (g_ptr_array_index (concepts, i)))
        {
          gig_theme_get_set_style (theme, lesson, g_ptr_array_index (concepts, i), &(*styles)[names->len]);
          g_ptr_array_add (names, gig_lesson_get_plain_text (lesson, gig_concept_get_label (g_ptr_array_index (concepts, i)), language));
        }
    }

  return names->len;
}

GPtrArray *
gig_rehearsal_find_pairs (const GigTheme *theme,
                          GigLesson      *lesson,
                          GigView        *view,
                          const char     *language,
                          GigVision       vision,
                          double          native_contrast)
{
  Search search = { theme, vision, native_contrast, NULL };
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree GigSetStyle *styles = NULL;
  guint n;

  g_return_val_if_fail (theme != NULL && lesson != NULL, NULL);

  search.pairs = g_ptr_array_new_with_free_func (pair_free);
  n = collect_styles (theme, lesson, view, language, &styles, names);
  check_text (&search, &theme->foreground, NULL);
  check_text (&search, &theme->dim, NULL);
  for (guint i = 0; i < n; i++)
    {
      check_text (&search, &styles[i].text, g_ptr_array_index (names, i));
      check_line (&search, &styles[i].line, g_ptr_array_index (names, i));
    }
  check_alike (&search, styles, names);

  return search.pairs;
}
