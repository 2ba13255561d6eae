/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-export.h"

G_BEGIN_DECLS

#define GIG_HTML_MAX_LANGUAGES 2

/**
 * GigHtml:
 *
 * A page while it is written: one column a language. Each row holds the same
 * thing in each language, side by side.
 */
typedef struct
{
  GString          *out;
  GigLesson        *lesson;
  const GigTheme   *theme;
  PangoContext     *context;
  GigHandoutFlags   flags;
  const char       *languages[GIG_HTML_MAX_LANGUAGES];
  GigLanguage      *programs[GIG_HTML_MAX_LANGUAGES];
  guint             n_languages;
  guint             n_pictures;   /* for unique ids */
  GHashTable       *layouts;      /* GigView → GigEulerLayout */
  GigConcept       *root;         /* (nullable): all that is written, NULL for the lesson */
  GigConcept       *concept;      /* (nullable): the one being written */
} GigHtml;

/* Writes one cell of a row in language @column. */
typedef void (*GigHtmlCell)      (GigHtml          *self,
                                  guint             column,
                                  gpointer          data);

void        gig_html_escape      (GigHtml          *self,
                                  const char       *text);
/* A row with a cell for each language; @class: (nullable). */
void        gig_html_row         (GigHtml          *self,
                                  const char       *class,
                                  GigHtmlCell       cell,
                                  gpointer          data);
/* Whether a concept stands in the page. */
gboolean    gig_html_contains    (GigHtml          *self,
                                  GigConcept       *concept);
/* The inline text of a message. */
void        gig_html_message     (GigHtml          *self,
                                  guint             column,
                                  const GigMessage *message);
/* A block and what it holds. */
void        gig_html_block       (GigHtml          *self,
                                  guint             column,
                                  GigBlock         *block);
/* The blocks of a concept as rows. */
void        gig_html_blocks      (GigHtml          *self,
                                  GPtrArray        *blocks);
/* A view as inline SVG in each language. */
void        gig_html_view        (GigHtml          *self,
                                  GigView          *view,
                                  GigSceneFlags     flags);
/* The quiz with empty boxes, then with its answers. */
void        gig_html_exercises   (GigHtml          *self,
                                  GPtrArray        *questions,
                                  GPtrArray        *views);
void        gig_html_solutions   (GigHtml          *self,
                                  GPtrArray        *questions);
/* The style sheet, for a theme and one or two columns. */
void        gig_html_style       (GigHtml          *self);

G_END_DECLS
