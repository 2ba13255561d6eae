/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GigSource:
 *
 * The text of a lesson's file by lines: checked, and repaired where it is not
 * UTF-8. Lines are counted from 1 and end as Markdown's do (LF, CR LF or CR).
 */
typedef struct _GigSource GigSource;

/* A line that was not UTF-8. */
typedef struct
{
  guint   line;
  guint   column;   /* in characters, from 1 */
  guint8  byte;     /* the first wrong one */
} GigBadByte;

/* @bytes need not be UTF-8: what is wholly UTF-16 or Windows-1252 is converted, other wrong bytes are
 * replaced. A byte order mark is left out. */
GigSource  *gig_source_new              (GBytes      *bytes);
void        gig_source_free             (GigSource   *self);
/* (nullable): the encoding that the file had to be converted from */
const char *gig_source_get_encoding     (GigSource   *self);
/* Whether the file begins with the byte order mark of UTF-16. */
gboolean    gig_source_is_utf_16        (GBytes      *bytes);
/* The whole text from line @line on: UTF-8, NUL-terminated. */
const char *gig_source_get_text         (GigSource   *self,
                                         guint        line,
                                         gsize       *length);
guint       gig_source_get_n_lines      (GigSource   *self);
/* Without its end; not NUL-terminated. */
const char *gig_source_get_line         (GigSource   *self,
                                         guint        line,
                                         gsize       *length);
/* Lines @first to @last as one text of at most @max bytes. (transfer full) */
char       *gig_source_get_lines        (GigSource   *self,
                                         guint        first,
                                         guint        last,
                                         gsize        max);
/* The column in characters of byte @byte (both from 1) of line @line. */
guint       gig_source_get_column       (GigSource   *self,
                                         guint        line,
                                         guint        byte);
/* (element-type GigBadByte): one a line */
GArray     *gig_source_get_bad_bytes    (GigSource   *self);
/**
 * gig_source_find:
 * @line: (inout): the first line to look at; the line where @needle stands
 * @last: the last line to look at
 * @column: (out): in characters, from 1
 */
gboolean    gig_source_find             (GigSource   *self,
                                         const char  *needle,
                                         guint       *line,
                                         guint        last,
                                         guint       *column);
/**
 * gig_source_get_cells:
 * @start: the byte from 1 where the row starts, behind quote marks and list indents
 *
 * Returns: (element-type guint) (transfer full): where each cell of a table row
 *   stands as written, as columns in characters from 1
 */
GArray     *gig_source_get_cells        (GigSource   *self,
                                         guint        line,
                                         guint        start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigSource, gig_source_free)

/**
 * gig_mojibake_repair:
 * @text: one line, UTF-8
 * @length: in bytes
 * @start: (out): the byte where the first wrong text starts
 * @wrong: (out): it
 *
 * Looks for UTF-8 that was read as Windows-1252 or Mac Roman and saved again.
 *
 * Returns: (transfer full) (nullable): what it was, or %NULL when nothing looks wrong
 */
char       *gig_mojibake_repair         (const char  *text,
                                         gsize        length,
                                         gsize       *start,
                                         char       **wrong);

G_END_DECLS
