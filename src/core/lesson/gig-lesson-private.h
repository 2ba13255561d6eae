/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-arena.h"
#include "gig-lesson.h"
#include "gig-set-system.h"

G_BEGIN_DECLS

/* What is inside a lesson, for the files of this folder only. Everything here
 * is filled while a GigLessonBuild is at work and never changed afterwards.
 * Structs and strings live in the lesson's arena; arrays are owned by it. */

struct _GigConcept
{
  GigLesson        *lesson;         /* (unowned) */
  const char       *id;
  gboolean          explicit_id;
  const GigMessage *title;
  const GigMessage *short_label;
  const GigMessage *lead;
  guint             level;
  guint             index;
  guint             line;
  GigConceptRole    role;
  gboolean          is_set;
  GigConcept       *parent;
  GPtrArray        *children;       /* all arrays: never NULL once built */
  GPtrArray        *blocks;
  GPtrArray        *kinds_of;
  GPtrArray        *kinds;
  GPtrArray        *overlaps;       /* (element-type GigConcept): as written here */
  GPtrArray        *notes;
  GPtrArray        *views;
  GPtrArray        *questions;
};

struct _GigBlock
{
  GigBlockType        type;
  guint               line;
  guint               column;
  guint               number;
  guint               start;
  guint8              ordered;
  guint8              callout;
  guint8              table_kind;
  guint8              alignment;
  gint8               checked;      /* -1: not a task item */
  const GigMessage   *message;
  GPtrArray          *children;
  const char         *text;
  const char         *info;
  const char         *target;
  const char         *anchor;
  const char         *label;
  const char * const *ledger;
  GigView            *view;
  GigDiagnostic      *diagnostic;   /* owned by the lesson's diagnostics */
  GigConcept         *concept;
};

struct _GigMember
{
  const char       *id;
  const GigMessage *name;
  GPtrArray        *kinds;
  GPtrArray        *contested_kinds;
  GPtrArray        *attributes;
  guint             line;
  GigConcept       *concept;
  GigConcept       *home;
};

struct _GigTour
{
  const char       *id;
  const GigMessage *title;
  GPtrArray        *steps;
};

struct _GigQuestion
{
  const char       *id;
  GigQuestionKind   kind;
  const GigMessage *title;
  const GigMessage *hint;
  const GigMessage *feedback;
  const GigMessage *columns[2];
  GPtrArray        *blocks;
  GPtrArray        *answers;
  GPtrArray        *concepts;
  guint             line;
};

struct _GigTerm
{
  GigLesson        *lesson;         /* (unowned) */
  const GigMessage *message;
  GigConcept       *concept;
  GHashTable       *columns;        /* interned language code → GigMessage */
  GPtrArray        *attributes;
  guint             line;
};

/* A message and its number among the lesson's different ones. */
typedef struct
{
  GigMessage message;
  guint      number;
} GigLessonMessage;

/* Something to be destroyed with the lesson. */
typedef struct
{
  gpointer       pointer;
  GDestroyNotify destroy;
} GigOwned;

/* How a message stands in a translation; GIG_LESSON_STATE_UNKNOWN until it is asked for. */
typedef enum
{
  GIG_LESSON_STATE_UNKNOWN,
  GIG_LESSON_STATE_DONE,
  GIG_LESSON_STATE_MISSING,
  GIG_LESSON_STATE_FUZZY,
  GIG_LESSON_STATE_BROKEN,
} GigLessonState;

/* The translations of a lesson into one language. */
typedef struct
{
  const char   *language;           /* interned */
  GigCatalogue *catalogue;          /* (nullable): the pseudo-language has none */
  char         *file_name;          /* (nullable): of a .po file, for diagnostics */
  gint         *states;             /* GigLessonState, atomic, one a different message */
} GigLessonTranslation;

struct _GigLesson
{
  gatomicrefcount   ref_count;
  GigArena         *arena;
  GPtrArray        *arrays;         /* (element-type GPtrArray): to be freed with it */
  GPtrArray        *owned;          /* (element-type GigOwned) */

  GFile            *file;
  const char       *name;
  const char       *file_name;      /* as diagnostics name it */
  const char       *language;
  const char      **languages;
  GHashTable       *metadata;
  const GigMessage *title;
  gboolean          structured;

  GPtrArray        *diagnostics;
  GPtrArray        *messages;
  guint             n_different;
  GPtrArray        *translations;   /* (element-type GigLessonTranslation) */

  GPtrArray        *concepts;
  GPtrArray        *roots;
  GHashTable       *ids;            /* id or anchor → GigConcept */
  GPtrArray        *members;
  GHashTable       *members_by_name;
  GPtrArray        *views;
  GPtrArray        *tours;
  GPtrArray        *questions;
  GPtrArray        *terms;
  GPtrArray        *empty;
};

/* --- What a reader of one part uses to add to the lesson being built --- */

typedef struct _GigLessonBuild GigLessonBuild;

GigLesson     *gig_lesson_build_get_lesson   (GigLessonBuild *build);
/* Whether sets or members were lost to a mistake that has been reported. */
gboolean       gig_lesson_build_is_incomplete (GigLessonBuild *build);
/* An array that is freed with the lesson; its elements are not. */
GPtrArray     *gig_lesson_build_array        (GigLessonBuild *build);
/* Calls @destroy on @pointer when the lesson is freed. */
void           gig_lesson_build_own          (GigLessonBuild *build,
                                              gpointer        pointer,
                                              GDestroyNotify  destroy);

/* A concept's id or an anchor; %NULL when there is none. All are known in the second pass. */
GigConcept    *gig_lesson_build_find_concept (GigLessonBuild *build,
                                              const char     *id);
GigMember     *gig_lesson_build_find_member  (GigLessonBuild *build,
                                              const char     *name);
/* An id made of @text that no view has yet. In the lesson's arena. */
const char    *gig_lesson_build_view_id      (GigLessonBuild *build,
                                              const char     *text);

/**
 * gig_lesson_build_message:
 * @markdown: inline Markdown, already normalised; see gig_markdown_escape() for plain text
 * @kind: what it is, in English, for translators: `diagram label`
 * @line: in the lesson's file, from 1
 * @column: in characters, from 1
 *
 * Registers a text of the lesson. The i18n directives before the block being
 * read (skip, context, comment) hold for it.
 */
const GigMessage *gig_lesson_build_message   (GigLessonBuild *build,
                                              const char     *markdown,
                                              const char     *kind,
                                              guint           line,
                                              guint           column);
/**
 * gig_lesson_build_report:
 * @line: in the lesson's file, from 1
 * @column: in characters, from 1
 * @message: what is wrong: an N_() text with %s placeholders
 * @advice: what to write instead: an N_() text
 * @...: the placeholders' texts, %NULL-terminated
 *
 * Returns: (transfer none): the diagnostic
 */
GigDiagnostic *gig_lesson_build_report       (GigLessonBuild *build,
                                              GigSeverity     severity,
                                              guint           line,
                                              guint           column,
                                              const char     *message,
                                              const char     *advice,
                                              ...) G_GNUC_NULL_TERMINATED;

/* GitHub's slug of a heading's plain text: lower case, spaces as hyphens, no
 * punctuation. (transfer full) */
char          *gig_slug                      (const char     *text);
/* Plain text as inline Markdown that reads back as the same text. (transfer full) */
char          *gig_markdown_escape           (const char     *text);

/* --- The diagram fences: gig-fence.c --- */

/**
 * _gig_view_new_from_fence:
 * @text: the fence's content, without the fence lines
 * @first_line: the line of the file where @text starts
 * @concept: where it stands
 * @block: its block, of type GIG_BLOCK_VIEW; the takeaway is set by the caller
 *   through gig_view_set_takeaway()
 *
 * Called in the second pass: all concepts, is-a links, overlaps and members are
 * known. The caller adds the view to the lesson and to the concept.
 *
 * Returns: (transfer none) (nullable): the view, owned by the lesson being
 *   built; %NULL after at least one error was reported, when the fence cannot
 *   be understood at all: the block is then shown as text
 */
GigView       *_gig_view_new_from_fence      (GigLessonBuild *build,
                                              const char     *text,
                                              guint           first_line,
                                              GigConcept     *concept,
                                              GigBlock       *block);
void           _gig_view_set_takeaway        (GigView          *view,
                                              const GigMessage *takeaway);

G_END_DECLS
