/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-keyword.h"
#include "gig-lesson-private.h"
#include "gig-markdown.h"
#include "gig-source.h"

G_BEGIN_DECLS

/* What a lesson's reader keeps while it is at work; dropped with it. */

/* From the comments before a block: `<!-- i18n:comment … -->`, `<!-- id: … -->` … */
typedef struct
{
  const char         *comment;
  const char         *context;
  gboolean            skip;
  const char         *anchor;
  const char        **ledger;     /* NULL or NULL-terminated; with room for more, see add_ledger() */
  guint               n_ledger;
} GigDirectives;

/* A link or an image that must lead somewhere once all ids are known. */
typedef struct
{
  const char    *target;
  const GigNode *node;
  gboolean       image;
} GigPendingLink;

typedef enum
{
  GIG_RELATIVE_KIND_OF,
  GIG_RELATIVE_OVERLAPS,
} GigRelativeType;

/* “A kind of: [X](#x)”, to be resolved once all concepts are known. */
typedef struct
{
  GigRelativeType  type;
  GigConcept      *concept;
  const char      *target;
  const GigNode   *node;
} GigPendingRelative;

/* A diagram fence, to be read once all members are known. */
typedef struct
{
  GigBlock         *block;
  GigConcept       *concept;
  const GigNode    *node;
  GigDirectives     directives;
  const GigMessage *takeaway;
} GigPendingFence;

/* A table of members or terms, to be read once all concepts are known. */
typedef struct
{
  GigTableKind      kind;
  const GigNode    *node;
  GPtrArray        *rows;         /* (element-type GigBlock) */
  GigConcept       *concept;
} GigPendingTable;

/* The heading of a tour or a quiz, to be read once all concepts are known. */
typedef struct
{
  GigConcept       *concept;
  const GigNode    *first;        /* (nullable): behind the introduction */
  const GigNode    *end;          /* (nullable): the first node behind the section */
  GigDirectives     directives;   /* what is said before @first */
} GigPendingSection;

struct _GigLessonBuild
{
  GigLesson     *lesson;
  GigSource     *source;
  GFile         *folder;          /* (nullable): where images are looked for */
  GigArena      *scratch;
  GigKeywords   *keywords;
  gboolean       strict;          /* a lesson, not just any Markdown file */
  GHashTable    *different;       /* GigLessonMessages by context and source */
  GHashTable    *taken_ids;
  GHashTable    *view_ids;
  GHashTable    *question_ids;    /* id → GigQuestion */
  GHashTable    *counters;        /* id → how many were made of it */
  GHashTable    *footnotes;       /* label → GigFootnote */
  GHashTable    *anchors;         /* HTML anchors: allowed as targets, but no ids */
  GArray        *links;           /* (element-type GigPendingLink) */
  GArray        *relatives;       /* (element-type GigPendingRelative) */
  GArray        *fences;          /* (element-type GigPendingFence) */
  GArray        *tables;          /* (element-type GigPendingTable) */
  GArray        *sections;        /* (element-type GigPendingSection) */
  GigConcept    *concept;         /* (nullable): the one being filled */
  GPtrArray     *page_footnotes;  /* labels referred to on the page being filled */
  GPtrArray     *note_footnotes;  /* those of its speaker notes */
  GHashTable    *noted_footnotes; /* label → which of both lists it is in */
  guint          n_footnotes;     /* blocks, on all pages */
  GigDirectives  directives;
  const char    *paragraph_kind;  /* what a paragraph is here, for translators */
  gboolean       in_notes;
  guint          details_depth;
  guint          n_guesses;       /* ids proposed, or looked for, in the place of wrong ones */
  gboolean       incomplete;      /* sets or members were lost to a slip: what follows from it is not reported */
  gboolean       stopped;         /* the limit of blocks was reached */
};

/* A footnote's definition. */
typedef struct
{
  const GigNode *node;
  GPtrArray     *children;        /* its blocks, once read */
  guint          line;
} GigFootnote;

/* --- gig-lesson-build.c --- */

GigLessonBuild   *gig_lesson_build_new           (GigSource      *source,
                                                  const char     *file_name);
/* Frees @build; the lesson is complete. (transfer full) */
GigLesson        *gig_lesson_build_finish        (GigLessonBuild *build);
/* The severity of what does no harm in a Markdown file that is no lesson. */
GigSeverity       gig_lesson_build_get_severity  (GigLessonBuild *build);
/* The text of @node as a message; its links and footnotes are noted for checking. */
const GigMessage *gig_lesson_build_node_message  (GigLessonBuild *build,
                                                  const GigNode  *node,
                                                  const char     *kind);
/* The part of it from byte @from on. (nullable): nothing is left */
const GigMessage *gig_lesson_build_part_message  (GigLessonBuild *build,
                                                  const GigNode  *node,
                                                  gsize           from,
                                                  const char     *kind);
/* The message of a table's cell; @columns, from gig_source_get_cells(), says where it stands. */
const GigMessage *gig_lesson_build_cell_message  (GigLessonBuild *build,
                                                  const GigNode  *cell,
                                                  GArray         *columns,
                                                  guint           index,
                                                  const char     *kind);
/* Where @target is written in @node, or else the node's start. */
void              gig_lesson_build_locate        (GigLessonBuild *build,
                                                  const GigNode  *node,
                                                  const char     *target,
                                                  guint          *line,
                                                  guint          *column);
/* Reports at the place where @target stands in @node; see gig_lesson_build_report(). */
GigDiagnostic    *gig_lesson_build_report_at     (GigLessonBuild *build,
                                                  GigSeverity     severity,
                                                  const GigNode  *node,
                                                  const char     *target,
                                                  const char     *message,
                                                  const char     *advice,
                                                  ...) G_GNUC_NULL_TERMINATED;
GigBlock         *gig_lesson_build_block         (GigLessonBuild *build,
                                                  GigBlockType    type,
                                                  const GigNode  *node);
/* Turns @block into its source text with @diagnostic beside it. */
void              gig_lesson_build_break         (GigLessonBuild *build,
                                                  GigBlock       *block,
                                                  const GigNode  *node,
                                                  GigDiagnostic  *diagnostic);
/* An id made of @wanted that is not in @taken yet; it is then. In the lesson's arena. */
const char       *gig_lesson_build_unique_id     (GigLessonBuild *build,
                                                  GHashTable     *taken,
                                                  const char     *wanted);
/* The concept that the link target `#x` leads to. (nullable) */
GigConcept       *gig_lesson_build_find_target   (GigLessonBuild *build,
                                                  const char     *target);

/* --- gig-lesson-directives.c --- */

/* What is inside an HTML comment: a directive is kept for the next block. */
void              gig_lesson_build_comment       (GigLessonBuild *build,
                                                  const char     *text,
                                                  guint           line);
/* The ids and names of HTML tags: links may lead there. */
void              gig_lesson_build_note_anchors  (GigLessonBuild *build,
                                                  const char     *html);
/* Gives what the directives before it say to @block, and forgets them. */
void              gig_lesson_build_take_directives (GigLessonBuild *build,
                                                    GigBlock       *block);

/* --- gig-lesson-footnotes.c --- */

/* The page being filled, or its notes, refers to @label. */
void              gig_lesson_build_note_footnote (GigLessonBuild *build,
                                                  const char     *label);
/* Puts the footnotes referred to since the last call behind @blocks and @notes. */
void              gig_lesson_build_flush_footnotes (GigLessonBuild *build,
                                                    GPtrArray      *blocks,
                                                    GPtrArray      *notes);

/* --- gig-front-matter.c --- */

/* Returns the first line after it: 1 when there is none. */
guint             gig_front_matter_read          (GigLessonBuild *build);

/* --- gig-heading.c --- */

/* `{#id short="…"}`; each (nullable). Mistakes are reported if @report. */
void              gig_heading_read_attributes    (GigLessonBuild *build,
                                                  const GigNode  *heading,
                                                  gboolean        report,
                                                  const char    **id,
                                                  const char    **short_label);
/* All headings' ids are taken, so that no slug collides with a later one. */
void              gig_heading_reserve_ids        (GigLessonBuild *build,
                                                  const GigNode  *document);
GigConcept       *gig_heading_read_concept       (GigLessonBuild *build,
                                                  const GigNode  *heading);
/* The concept for what stands before the first heading, titled by the lesson. */
GigConcept       *gig_heading_create_preamble    (GigLessonBuild *build);

/* --- gig-lesson-blocks.c --- */

/* Reads one block into @list. Returns the last node it took. */
const GigNode    *gig_lesson_blocks_read         (GigLessonBuild *build,
                                                  const GigNode  *node,
                                                  GPtrArray      *list);
/* Reads @node and those behind it up to @end, paragraphs as @kind. */
void              gig_lesson_blocks_read_all     (GigLessonBuild *build,
                                                  const GigNode  *node,
                                                  const GigNode  *end,
                                                  const char     *kind,
                                                  GPtrArray      *list);
/* “A kind of: [X](#x), [Y](#y)”: the targets. NULL when @node is not that. */
GPtrArray        *gig_lesson_blocks_read_links   (GigLessonBuild *build,
                                                  const GigNode  *node,
                                                  GigKeyword      keyword);
void              gig_lesson_blocks_read_fences  (GigLessonBuild *build);

/* --- gig-lesson-tables.c --- */

void              gig_lesson_table_read          (GigLessonBuild *build,
                                                  const GigNode  *node,
                                                  GPtrArray      *list);
/* Members and terms, once all concepts are known. */
void              gig_lesson_tables_finish       (GigLessonBuild *build);

/* --- gig-lesson-tour.c, gig-lesson-quiz.c --- */

/* Whether what is behind @heading up to @end is steps, or questions. */
gboolean          gig_lesson_tour_is             (GigLessonBuild *build,
                                                  const GigNode  *heading,
                                                  const GigNode  *end);
gboolean          gig_lesson_quiz_is             (GigLessonBuild *build,
                                                  const GigNode  *heading,
                                                  const GigNode  *end);
/* Once all concepts are known. */
void              gig_lesson_tour_read           (GigLessonBuild          *build,
                                                  const GigPendingSection *section);
void              gig_lesson_quiz_read           (GigLessonBuild          *build,
                                                  const GigPendingSection *section);

/* --- gig-lesson-mend.c --- */

/* The whole text from @first_line on with slips mended that would lose blocks, each line in its place; what
 * stands before is empty. (transfer full) (nullable): nothing had to be mended */
char             *gig_lesson_mend                (GigLessonBuild *build,
                                                  guint           first_line);

/* --- gig-lesson-slips.c --- */

/* These report what is almost right, in lessons only. */

/* What a heading that is no tour and no quiz was most likely meant to be. */
GigConceptRole    gig_lesson_slip_role           (GigLessonBuild *build,
                                                  const GigNode  *heading,
                                                  const GigNode  *end);
void              gig_lesson_slip_paragraph      (GigLessonBuild *build,
                                                  const GigNode  *node);
/* A list with boxes on a page. */
void              gig_lesson_slip_list           (GigLessonBuild *build,
                                                  const GigNode  *node);
void              gig_lesson_slip_quote          (GigLessonBuild *build,
                                                  const GigNode  *node);
/* Whether a block of code that is no diagram was meant to be one. */
gboolean          gig_lesson_slip_code           (GigLessonBuild *build,
                                                  const GigNode  *node);
/* A table of examples whose column of kinds, with links, has another name. */
void              gig_lesson_slip_table          (GigLessonBuild *build,
                                                  const GigNode  *node);
/* That the link @target in @node leads nowhere, and where it may have been meant to. */
void              gig_lesson_slip_target         (GigLessonBuild *build,
                                                  GigSeverity     severity,
                                                  const GigNode  *node,
                                                  const char     *target);

/* --- gig-lesson-checks.c --- */

/* Encoding, before anything is read. */
void              gig_lesson_check_text          (GigLessonBuild *build);
/* Is-a and overlaps, once all concepts are known. */
void              gig_lesson_resolve_relatives   (GigLessonBuild *build);
void              gig_lesson_check_links         (GigLessonBuild *build);
void              gig_lesson_check_footnotes     (GigLessonBuild *build,
                                                  const GigNode  *document);

G_END_DECLS
