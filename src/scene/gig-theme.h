/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson.h"
#include "gig-set-system.h"

G_BEGIN_DECLS

/* An sRGB colour, not premultiplied, 0 … 1. */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} GigColor;

typedef enum
{
  GIG_THEME_LIGHT,
  GIG_THEME_DARK,
  GIG_THEME_HIGH_CONTRAST_LIGHT,
  GIG_THEME_HIGH_CONTRAST_DARK,
  GIG_THEME_PROJECTOR_LIGHT,
  GIG_THEME_PROJECTOR_DARK,
} GigThemeKind;
#define GIG_N_THEMES (GIG_THEME_PROJECTOR_DARK + 1)

/* What fills a set where tints are not used (high contrast). */
typedef enum
{
  GIG_PATTERN_NONE,
  GIG_PATTERN_DIAGONAL,         /* lines at −45° */
  GIG_PATTERN_COUNTER_DIAGONAL, /* lines at 45° */
  GIG_PATTERN_HORIZONTAL,
  GIG_PATTERN_VERTICAL,
  GIG_PATTERN_DOTS,
} GigPattern;

/**
 * GigSetStyle:
 * @line: colour of outline, name, locator and chip
 * @text: colour of its name: @line, moved towards the foreground until it has 7:1
 * @tint: fill of the set, translucent; alpha 0 for a set without tint
 * @width: width of the outline at rest, px
 * @dashes: lengths of dashes and gaps, px; %n_dashes of them, 0 for a solid line
 * @pattern: the fill instead of a tint
 * @neutral: a set that only gives context (it contains the lesson's subject)
 *
 * How a set looks, everywhere the same: outline, locator, title mark, chip.
 */
typedef struct
{
  GigColor   line;
  GigColor   text;
  GigColor   tint;
  double     width;
  double     dashes[6];
  guint      n_dashes;
  GigPattern pattern;
  gboolean   neutral;
} GigSetStyle;

/**
 * GigTheme:
 * @background: what the diagram stands on
 * @foreground: text
 * @dim: secondary text, still 7:1 on the background
 * @pill: fill of a member
 * @pill_line: its border
 * @pill_text: its name
 * @hatch: lines over an empty zone
 * @leader: lines that lead labels outside
 *
 * The colours of a drawing: plain values, constant. What is not in it is
 * Adwaita's or the user's (focus ring, accent).
 */
typedef struct
{
  GigThemeKind kind;
  gboolean     dark;
  gboolean     high_contrast;
  GigColor     background;
  GigColor     foreground;
  GigColor     dim;
  GigColor     pill;
  GigColor     pill_line;
  GigColor     pill_text;
  GigColor     hatch;
  GigColor     leader;
} GigTheme;

/* (transfer none): valid for ever */
const GigTheme *gig_theme_get                (GigThemeKind    kind);
/* (nullable) (transfer none): by the name used on command lines: `light`, `dark`,
 * `high-contrast-light`, `high-contrast-dark`, `projector-light`, `projector-dark` */
const GigTheme *gig_theme_find               (const char     *name);
/* As the command line knows it: `projector-dark`. (transfer none) */
const char     *gig_theme_get_name           (const GigTheme *self);

/**
 * gig_theme_get_set_style:
 * @concept: (nullable): a concept; one that is no set gets a neutral style
 * @style: (out): filled
 *
 * The style of a concept's set in its lesson. Sets get hue and dash in the order
 * of the front matter's `sets: ID, ID …`, then of their first appearance in
 * the views, then in the text. Sets that contain the first one are neutral
 * grey; a kind of any other hued set takes its hue with a dash of its own.
 */
void            gig_theme_get_set_style      (const GigTheme *self,
                                              GigLesson      *lesson,
                                              GigConcept     *concept,
                                              GigSetStyle    *style);
/* (nullable): what the lesson is about: the first of its sets. */
GigConcept     *gig_theme_get_subject        (GigLesson      *lesson);
/* The style of set @index of a view: its concept's, or for an own name its place in the view. */
void            gig_theme_get_view_set_style (const GigTheme *self,
                                              GigLesson      *lesson,
                                              GigView        *view,
                                              guint           index,
                                              GigSetStyle    *style);

/**
 * gig_theme_mix_tints:
 * @styles: (array): the sets of a view
 * @n_styles: how many
 * @containers: (array length=n_styles): for each set, the mask of the sets that contain it, itself too
 * @zone: a zone of the view
 *
 * What fills a zone: as dark as two tints over each other at most, so that text
 * stays legible in the deepest one, in the mean hue of the sets inside the
 * outermost.
 *
 * Returns: a translucent colour, alpha 0 for none
 */
GigColor        gig_theme_mix_tints          (const GigSetStyle *styles,
                                              guint              n_styles,
                                              const GigZoneMask *containers,
                                              GigZoneMask        zone);

/* --- Contrast (WCAG 2.2, 1.4.6 and 1.4.11) --- */

/* @over on @under, alpha compositing in sRGB as renderers do. */
GigColor        gig_color_composite          (const GigColor *over,
                                              const GigColor *under);
/* Relative luminance of an opaque colour, 0 … 1. */
double          gig_color_luminance          (const GigColor *color);
/* (L1 + 0.05) / (L2 + 0.05), 1 … 21, of opaque colours. */
double          gig_color_contrast           (const GigColor *a,
                                              const GigColor *b);
/**
 * gig_color_contrast_veiled:
 * @native_contrast: contrast of the screen in its room: 7 for a lit classroom
 *
 * Contrast on a projector under room light: (L1 + v) / (L2 + v), with
 * v = 1 / (@native_contrast − 1).
 */
double          gig_color_contrast_veiled    (const GigColor *a,
                                              const GigColor *b,
                                              double          native_contrast);
/* `#rrggbb`. (transfer full) */
char           *gig_color_to_hex             (const GigColor *color);

G_END_DECLS
