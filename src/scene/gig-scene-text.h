/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* What a text is for: decides its weight and nominal size. */
typedef enum
{
  GIG_TEXT_NAME,      /* of a set: 15 px, bold */
  GIG_TEXT_MEMBER,    /* 12 px */
  GIG_TEXT_NOTE,      /* legend, “empty”: 11 px */
  GIG_TEXT_TITLE,     /* of a picture on its own: 20 px, bold */
  GIG_TEXT_TAKEAWAY,  /* 15 px */
} GigTextRole;

/* The box of a text on one line, and on two where it can be broken, px at the
 * nominal size; wrapped_width is 0 where it cannot. */
typedef struct
{
  double width;
  double height;
  double wrapped_width;
  double wrapped_height;
} GigTextBox;

/* px */
double       gig_text_role_get_size (GigTextRole     role);
/**
 * gig_text_layout_new:
 * @context: its family is kept, its size is not
 * @size: px
 * @language: (nullable): a code, for shaping and for screen readers
 * @width: of the lines, px, or -1 for one line
 *
 * Returns: (transfer full): the text laid out, lines centred when wrapped
 */
PangoLayout *gig_text_layout_new    (PangoContext   *context,
                                     GigTextRole     role,
                                     double          size,
                                     const char     *text,
                                     const char     *language,
                                     double          width);
/* Remembered on @context until its fonts change: scenes are made anew at each size. */
void         gig_text_measure       (PangoContext   *context,
                                     GigTextRole     role,
                                     const char     *text,
                                     const char     *language,
                                     GigTextBox     *box);

G_END_DECLS
