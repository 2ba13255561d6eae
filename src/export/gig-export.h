/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "gig-scene.h"

G_BEGIN_DECLS

#define GIG_EXPORT_ERROR (gig_export_error_quark ())
GQuark gig_export_error_quark (void);

typedef enum
{
  GIG_EXPORT_ERROR_SIZE,    /* a picture too large to be made */
  GIG_EXPORT_ERROR_FAILED,  /* cairo could not */
} GigExportError;

/* Longest side of a picture, px. */
#define GIG_EXPORT_MAX_SIZE 16384

/**
 * gig_export_create_context:
 * @family: (nullable): a font family, or %NULL for Adwaita Sans or the nearest
 *
 * A Pango context for scenes that no window shows: 96 dpi, no hinting, so that
 * boxes are the same at every size.
 *
 * Returns: (transfer full):
 */
PangoContext *gig_export_create_context (const char    *family);

/**
 * gig_export_draw_scene:
 * @background: whether to fill the scene's area with the theme's background
 *
 * Paints a scene at the origin, one unit a px.
 */
void          gig_export_draw_scene     (cairo_t       *cr,
                                         GigScene      *scene,
                                         gboolean       background);

/* --- A scene as a file --- */

/**
 * gig_export_to_png:
 * @resolution: device px a px: 1, 2 …
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set
 */
GBytes       *gig_export_to_png         (GigScene      *scene,
                                         double         resolution,
                                         GError       **error);
/* One page of the scene's size (96 px an inch), text as text, with title and
 * subject. (transfer full) (nullable) */
GBytes       *gig_export_to_pdf         (GigScene      *scene,
                                         GError       **error);

typedef enum
{
  GIG_SVG_DEFAULT       = 0,
  GIG_SVG_INLINE        = 1 << 0,   /* for HTML: no XML declaration, scales with its column */
  GIG_SVG_NO_BACKGROUND = 1 << 1,
} GigSvgFlags;

/**
 * gig_export_to_svg:
 * @prefix: (nullable): for ids, where several pictures stand in one page
 *
 * SVG by our own writer: texts as `<text>` with their place, width and language,
 * title and description for screen readers, one group for each set, zone and
 * member.
 *
 * Returns: (transfer full): UTF-8
 */
char         *gig_export_to_svg         (GigScene      *scene,
                                         const char    *prefix,
                                         GigSvgFlags    flags);

/* --- Text as a file --- */

typedef enum
{
  GIG_HANDOUT_DEFAULT   = 0,
  GIG_HANDOUT_EXERCISES = 1 << 0,   /* the quiz with empty boxes at the end */
  GIG_HANDOUT_SOLUTIONS = 1 << 1,   /* and its answers after that */
  GIG_HANDOUT_NOTES     = 1 << 2,   /* the speaker notes too */
} GigHandoutFlags;

/**
 * gig_export_to_html:
 * @concept: (nullable): the concept with all below it, or %NULL for the whole lesson
 * @languages: (array length=n_languages): one, or two for two aligned columns
 * @context: measures the diagrams' texts
 * @program: whose messages name what the lesson does not (“Exercises”)
 *
 * A page on its own, without scripts or anything from the network, fit to print.
 *
 * Returns: (transfer full): UTF-8
 */
char         *gig_export_to_html        (GigLesson           *lesson,
                                         GigConcept          *concept,
                                         const char * const  *languages,
                                         guint                n_languages,
                                         GigLanguageSet      *program,
                                         const GigTheme      *theme,
                                         PangoContext        *context,
                                         GigHandoutFlags      flags);

G_END_DECLS
