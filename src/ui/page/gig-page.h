/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-language.h"
#include "gig-lesson.h"
#include "gig-search-query.h"

G_BEGIN_DECLS

/**
 * GigPage:
 *
 * One concept as a page: breadcrumb, locator, title, its blocks, links, footnotes,
 * children, previous and next. Speaks its window's language; rebinds its texts in
 * place when that changes.
 */
#define GIG_TYPE_PAGE (gig_page_get_type ())
G_DECLARE_FINAL_TYPE (GigPage, gig_page, GIG, PAGE, AdwBin)

/* Scrolls to the top, or to @anchor (nullable), an id of `<!-- id: … -->` on the page. */
void gig_page_set_concept    (GigPage    *self,
                              GigLesson  *lesson,
                              GigConcept *concept,
                              const char *anchor);
/* The same page of a lesson that was written anew: scrolled as before, the focus on the same text. */
void gig_page_renew          (GigPage    *self,
                              GigLesson  *lesson,
                              GigConcept *concept);
/* How far the page is scrolled, px; what is set holds once the page is long enough. */
double gig_page_get_scroll   (GigPage    *self);
/* px; at once, or as soon as the page is long enough */
void gig_page_set_scroll     (GigPage    *self,
                              double      position);
/* Marks what @query (nullable) finds, on this page and the next ones, until set to %NULL. */
void gig_page_set_query      (GigPage        *self,
                              GigSearchQuery *query);
/* Scrolls to the block of the page that holds @block. */
void gig_page_show_block     (GigPage    *self,
                              GigBlock   *block);
/* 0.8–3.0 of the desktop's text size */
void gig_page_set_text_scale (GigPage    *self,
                              double      scale);
/* The text column's width in sp, about 560 */
void gig_page_set_measure    (GigPage    *self,
                              int         measure);
/* @second: (nullable): shows every block in this language too, in a second column */
void gig_page_set_second_language (GigPage     *self,
                                   GigLanguage *second);
/* While @peek, the block with the focus (or the first in sight) shows the other language. */
void gig_page_peek           (GigPage    *self,
                              gboolean    peek);
/* Focus to the title, unless something of the page has it. */
void gig_page_focus          (GigPage    *self);
/* Focus to the next (1) or previous (-1) block or heading, wherever the focus is. */
void gig_page_move_focus     (GigPage    *self,
                              int         step,
                              gboolean    headings);

G_END_DECLS
