/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-page.h"

G_BEGIN_DECLS

/* Of a pane that has no size yet, px. */
#define GIG_PAGE_USUAL_HEIGHT 800

struct _GigPage
{
  AdwBin      parent_instance;

  GigLesson  *lesson;
  GigConcept *concept;
  guint       next_block;       /* what the next slice begins with */
  guint       slice_id;         /* a tick callback */
  gboolean    painted;          /* the first slice */
  gboolean    after_unit;       /* the last block stands by itself */
  char       *anchor;           /* to scroll to once its block is there */

  double      scale;
  int         measure;
  GigSearchQuery *query;        /* (nullable): what is marked */
  guint           line;         /* of the block to scroll to once it is there, or 0 */
  GigLanguage *second;          /* (nullable): of the second column */
  GtkWidget   *peeked;          /* (nullable): the row that shows the other language */

  double      restore;          /* where to scroll to once the page is long enough, or 0 */
  guint       stop;             /* the text that has the focus as soon as the page is there again */
  guint       tick_id;
  guint       ticks;

  GtkWidget  *scroller;
  GtkWidget  *clamp;
  GtkWidget  *breadcrumb;
  GtkWidget  *title_row;
  GtkWidget  *body;             /* lead, blocks, lists */
};

/* gig-page-slices.c */
void     _gig_page_begin_slices     (GigPage   *self);
void     _gig_page_stop_slices      (GigPage   *self);
/* All of the page at once, for who looks for a place in it. */
void     _gig_page_complete         (GigPage   *self);
void     _gig_page_scroll_to_anchor (GigPage   *self);
/* The same for self->line or self->anchor, once what was added has its place. */
void     _gig_page_scroll_later     (GigPage   *self);

/* gig-page-reading.c */
gboolean _gig_page_has_focus        (GigPage   *self);
void     _gig_page_focus_title      (GigPage   *self);
/* The texts in @widget in reading order, or the headings among them:
 * (element-type GtkWidget) */
void     _gig_page_collect_stops    (GtkWidget *widget,
                                     gboolean   headings,
                                     GPtrArray *stops);
void     _gig_page_focus_stop       (GtkWidget *stop);

G_END_DECLS
