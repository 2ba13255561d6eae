/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gig-catalogue.h"
#include "gig-diagnostic.h"
#include "gig-inlines.h"

G_BEGIN_DECLS

/**
 * GigLesson:
 *
 * A lesson: an immutable tree of concepts, each a page of blocks, with the
 * members, views, tours, quiz and glossary derived from it, and the catalogues
 * of its translations. Atomically reference-counted; whatever a getter returns
 * with (transfer none) lives as long as the lesson.
 */
typedef struct _GigLesson    GigLesson;
typedef struct _GigConcept   GigConcept;
typedef struct _GigBlock     GigBlock;
typedef struct _GigMember    GigMember;
typedef struct _GigView      GigView;
typedef struct _GigTour      GigTour;
typedef struct _GigQuestion  GigQuestion;
typedef struct _GigTerm      GigTerm;

/**
 * GigMessage:
 *
 * One translatable text of a lesson: the inline Markdown of one block as
 * written, without structural marks and with soft breaks as spaces.
 */
typedef struct
{
  const char *context;      /* msgctxt, or NULL */
  const char *source;       /* msgid: inline Markdown in the lesson's own language */
  const char *kind;         /* what it is, in English, for translators: `heading 2` */
  const char *comment;      /* the author's i18n:comment, or NULL */
  guint       line;         /* in the lesson's file, from 1 */
  guint       column;       /* in characters, from 1 */
  gboolean    translatable; /* FALSE: a text without letters, code, or one marked i18n:skip */
} GigMessage;

/**
 * GigText:
 *
 * A message in a language: what a widget shows. `language` is the one the text
 * is really in, which differs from the one asked for when the translation is
 * missing, fuzzy or broken; then `state` says so and the view marks it.
 */
typedef struct
{
  const char          *markdown;  /* (transfer none) */
  const char          *language;  /* (transfer none), interned */
  GigTranslationState  state;     /* GIG_TRANSLATION_DONE also for the lesson's own language */
} GigText;

/* --- Opening (see gig-lesson-reader.h for the reader) --- */

GigLesson          *gig_lesson_ref                  (GigLesson    *self);
void                gig_lesson_unref                (GigLesson    *self);

/* (nullable): the file it was read from; NULL when read from memory */
GFile              *gig_lesson_get_file             (GigLesson    *self);
/* A stable key for settings: the file's base name without `.md`. */
const char         *gig_lesson_get_name             (GigLesson    *self);
/* From the front matter, else the first heading, else the file’s name; never %NULL. */
const GigMessage   *gig_lesson_get_title            (GigLesson    *self);
/* The language it is written in, interned; `en` when the front matter has none. */
const char         *gig_lesson_get_language         (GigLesson    *self);
/* All its languages, its own first; %NULL-terminated, interned. */
const char * const *gig_lesson_get_languages        (GigLesson    *self);
/* (nullable): front matter, by key: `author`, `license`, `minutes`, `as-of` … */
const char         *gig_lesson_get_metadata         (GigLesson    *self,
                                                     const char   *key);
/* (element-type GigDiagnostic): in the order of lines; those of its catalogues follow */
GPtrArray          *gig_lesson_get_diagnostics      (GigLesson    *self);
/* Whether any heading has an explicit id: a lesson rather than any Markdown file. */
gboolean            gig_lesson_is_structured        (GigLesson    *self);

/**
 * gig_lesson_get_text:
 * @message: (nullable): one of the lesson's messages
 * @language: the language wanted
 * @text: (out): filled; with "" when @message is %NULL
 *
 * Any thread. A translation that does not parse to one block with the same
 * links, code spans and footnotes counts as missing (and is a diagnostic).
 */
void                gig_lesson_get_text             (GigLesson        *self,
                                                     const GigMessage *message,
                                                     const char       *language,
                                                     GigText          *text);
/* The same, parsed. (transfer full) */
GigInlines         *gig_lesson_get_inlines          (GigLesson        *self,
                                                     const GigMessage *message,
                                                     const char       *language);
/* The same, as plain text. (transfer full) */
char               *gig_lesson_get_plain_text       (GigLesson        *self,
                                                     const GigMessage *message,
                                                     const char       *language);
/* (element-type GigMessage) (transfer none): every message in reading order, duplicates included. */
GPtrArray          *gig_lesson_get_messages         (GigLesson    *self);

/* --- Concepts --- */

typedef enum
{
  GIG_CONCEPT_PAGE,
  GIG_CONCEPT_TOURS,        /* the heading “Tour”: its page introduces the tours */
  GIG_CONCEPT_QUIZ,         /* the heading “Quiz”: its page introduces the questions */
} GigConceptRole;

/* (element-type GigConcept) (transfer none): all, in reading order; quiz questions and tours are not among them. */
GPtrArray          *gig_lesson_get_concepts         (GigLesson    *self);
/* (element-type GigConcept) (transfer none): the top ones. */
GPtrArray          *gig_lesson_get_roots            (GigLesson    *self);
/* @id may be an anchor (`<!-- id: x -->`) too: then the concept that holds it. */
GigConcept         *gig_lesson_find_concept         (GigLesson    *self,
                                                     const char   *id);

/* (transfer none): unique in the lesson: written, else made of the title */
const char         *gig_concept_get_id              (GigConcept   *self);
/* What its heading stands for. */
GigConceptRole      gig_concept_get_role            (GigConcept   *self);
/* Never %NULL. */
const GigMessage   *gig_concept_get_title           (GigConcept   *self);
/* (nullable): `short="…"` */
const GigMessage   *gig_concept_get_short_label     (GigConcept   *self);
/* The short label, or the title. */
const GigMessage   *gig_concept_get_label           (GigConcept   *self);
/* Of its heading, from 1. */
guint               gig_concept_get_level           (GigConcept   *self);
guint               gig_concept_get_index           (GigConcept   *self);  /* in reading order, from 0 */
/* Of its heading in the file, from 1. */
guint               gig_concept_get_line            (GigConcept   *self);
/* Whether its id is written (`{#id}`) rather than made of its title. */
gboolean            gig_concept_has_explicit_id     (GigConcept   *self);
GigConcept         *gig_concept_get_parent          (GigConcept   *self);  /* (nullable) */
GPtrArray          *gig_concept_get_children        (GigConcept   *self);  /* (element-type GigConcept) */
GPtrArray          *gig_concept_get_blocks          (GigConcept   *self);  /* (element-type GigBlock) */
/* (nullable): the message of its first paragraph */
const GigMessage   *gig_concept_get_lead            (GigConcept   *self);
/* (element-type GigConcept): what it is a kind of, as written. */
GPtrArray          *gig_concept_get_kinds_of        (GigConcept   *self);
/* (element-type GigConcept): the direct kinds of it, in reading order. */
GPtrArray          *gig_concept_get_kinds           (GigConcept   *self);
/* (element-type GigConcept): those it overlaps without a member to show it, as written. */
GPtrArray          *gig_concept_get_overlaps        (GigConcept   *self);
/* Whether it takes part in is-a, members or overlaps: then it is a set too. */
gboolean            gig_concept_is_set              (GigConcept   *self);
/* (nullable): the markdown of the speaker notes, as blocks (element-type GigBlock) */
GPtrArray          *gig_concept_get_notes           (GigConcept   *self);
/* (element-type GigView): its own views */
GPtrArray          *gig_concept_get_views           (GigConcept   *self);
/* (element-type GigQuestion): the questions about it */
GPtrArray          *gig_concept_get_questions       (GigConcept   *self);

/* --- Blocks --- */

typedef enum
{
  GIG_BLOCK_PARAGRAPH,      /* message */
  GIG_BLOCK_HEADING,        /* not used for concepts: a heading inside a quote or notes */
  GIG_BLOCK_LIST,           /* children: items; ordered, start */
  GIG_BLOCK_LIST_ITEM,      /* children; gig_block_get_checked() for task items */
  GIG_BLOCK_TABLE,          /* children: rows, the first one the header */
  GIG_BLOCK_TABLE_ROW,      /* children: cells */
  GIG_BLOCK_TABLE_CELL,     /* message */
  GIG_BLOCK_QUOTE,          /* children */
  GIG_BLOCK_CALLOUT,        /* children; callout kind */
  GIG_BLOCK_CODE,           /* text, info */
  GIG_BLOCK_IMAGE,          /* message is the alt text; target relative to the lesson */
  GIG_BLOCK_RULE,
  GIG_BLOCK_KIND_OF,        /* “A kind of: …”: concept_get_kinds_of() */
  GIG_BLOCK_OVERLAPS,       /* “Overlaps: …” */
  GIG_BLOCK_VIEW,           /* a venn-beta fence; its view */
  GIG_BLOCK_TAKEAWAY,       /* the paragraph after a fence; message */
  GIG_BLOCK_PAUSE,          /* . . . */
  GIG_BLOCK_FOOTNOTE,       /* a definition; children; label */
  GIG_BLOCK_HTML,           /* shown as text */
  GIG_BLOCK_BROKEN,         /* could not be understood: text, with its diagnostic */
} GigBlockType;

typedef enum
{
  GIG_CALLOUT_NOTE,
  GIG_CALLOUT_TIP,
  GIG_CALLOUT_IMPORTANT,
  GIG_CALLOUT_WARNING,
  GIG_CALLOUT_CAUTION,
} GigCalloutKind;

typedef enum
{
  GIG_TABLE_PLAIN,
  GIG_TABLE_MEMBERS,        /* first header Model or Example, with a Kind column */
  GIG_TABLE_COMPARISON,     /* header cells are links to concepts */
  GIG_TABLE_GLOSSARY,       /* first header Term */
} GigTableKind;

typedef enum
{
  GIG_ALIGN_NONE,
  GIG_ALIGN_LEFT,
  GIG_ALIGN_CENTER,
  GIG_ALIGN_RIGHT,
} GigAlignment;

/* What it is, which says what it has. */
GigBlockType        gig_block_get_block_type        (GigBlock     *self);
const GigMessage   *gig_block_get_message           (GigBlock     *self);  /* (nullable) */
GPtrArray          *gig_block_get_children          (GigBlock     *self);  /* (element-type GigBlock), empty rather than NULL */
const char         *gig_block_get_text              (GigBlock     *self);  /* (nullable): code, raw text */
const char         *gig_block_get_info              (GigBlock     *self);  /* (nullable): a code block's language */
const char         *gig_block_get_target            (GigBlock     *self);  /* (nullable): an image's path */
const char         *gig_block_get_anchor            (GigBlock     *self);  /* (nullable): `<!-- id: x -->` before it */
const char         *gig_block_get_label             (GigBlock     *self);  /* (nullable): a footnote's */
guint               gig_block_get_number            (GigBlock     *self);  /* a footnote's on its page, from 1 */
/* Whether a list is numbered. */
gboolean            gig_block_get_ordered           (GigBlock     *self);
guint               gig_block_get_start             (GigBlock     *self);  /* an ordered list's first number */
/* A task item's box: 1 ticked, 0 empty; -1 for any other block. */
int                 gig_block_get_checked           (GigBlock     *self);
/* Of a callout only. */
GigCalloutKind      gig_block_get_callout           (GigBlock     *self);
/* Of a table only. */
GigTableKind        gig_block_get_table_kind        (GigBlock     *self);
GigAlignment        gig_block_get_alignment         (GigBlock     *self);  /* a cell's */
GigView            *gig_block_get_view              (GigBlock     *self);  /* (nullable) */
GigDiagnostic      *gig_block_get_diagnostic        (GigBlock     *self);  /* (nullable): of a broken block */
/* (nullable): the ids of `<!-- ledger: … -->` before it; %NULL-terminated */
const char * const *gig_block_get_ledger            (GigBlock     *self);
/* Of its first line in the file, from 1. */
guint               gig_block_get_line              (GigBlock     *self);
/* (transfer none): the concept on whose page it was first read */
GigConcept         *gig_block_get_concept           (GigBlock     *self);

/* --- Members (models) --- */

/* What a column is for, where its header is a keyword of the lesson's language. */
typedef enum
{
  GIG_ATTRIBUTE_OTHER,
  GIG_ATTRIBUTE_IN,         /* what goes into a model: “text, image” */
  GIG_ATTRIBUTE_OUT,        /* what comes out of it */
  GIG_ATTRIBUTE_AS_OF,      /* the date of the facts, as in ISO 8601 */
} GigAttributeRole;

typedef struct
{
  const GigMessage *name;   /* the column's header */
  const GigMessage *value;
  const char       *key;    /* the header's source text in lower case: `year`, `openness` */
  GigAttributeRole  role;
} GigAttribute;

/* (element-type GigMember): in order of first appearance */
GPtrArray          *gig_lesson_get_members          (GigLesson    *self);
/* (nullable): @name as plain text, as in the source */
GigMember          *gig_lesson_find_member          (GigLesson    *self,
                                                     const char   *name);
const char         *gig_member_get_id               (GigMember    *self);   /* slug of the name */
/* The first cell of its first row. */
const GigMessage   *gig_member_get_name             (GigMember    *self);
/* (element-type GigConcept): kinds as written, certain ones. */
GPtrArray          *gig_member_get_kinds            (GigMember    *self);
/* (element-type GigConcept): kinds written with a question mark. */
GPtrArray          *gig_member_get_contested_kinds  (GigMember    *self);
/* (element-type GigAttribute) */
GPtrArray          *gig_member_get_attributes       (GigMember    *self);
/* (nullable): @key as in #GigAttribute */
const GigAttribute *gig_member_get_attribute        (GigMember    *self,
                                                     const char   *key);
/* Of its first row in the file, from 1. */
guint               gig_member_get_line             (GigMember    *self);
/* (nullable): its own page: the concept its name links to, else one whose title,
 * short label, id or last part of the id is its name */
GigConcept         *gig_member_get_concept          (GigMember    *self);
/* The concept whose page holds its table row. */
GigConcept         *gig_member_get_home             (GigMember    *self);

/* --- Tours --- */

typedef struct
{
  GigConcept       *concept;
  const GigMessage *headline;     /* (nullable): the concept's title stands in */
  guint             line;
} GigStep;

GPtrArray          *gig_lesson_get_tours            (GigLesson    *self);   /* (element-type GigTour) */
/* Its heading. */
const GigMessage   *gig_tour_get_title              (GigTour      *self);
/* (transfer none): unique among the tours */
const char         *gig_tour_get_id                 (GigTour      *self);
GPtrArray          *gig_tour_get_steps              (GigTour      *self);   /* (element-type GigStep) */
/* The view nearest to a concept: its own, else an ancestor's, else the first that
 * holds it or an ancestor. A claim is nearest only to its own concept. (nullable) */
GigView            *gig_lesson_get_nearest_view     (GigLesson    *self,
                                                     GigConcept   *concept);

/* --- Quiz --- */

typedef enum
{
  GIG_QUESTION_SINGLE,
  GIG_QUESTION_MULTIPLE,
  GIG_QUESTION_ORDER,       /* the answers stand in the right order */
  GIG_QUESTION_MATCH,       /* each answer has a counterpart */
} GigQuestionKind;

typedef struct
{
  const GigMessage *text;
  gboolean          correct;
  const GigMessage *feedback;     /* (nullable) */
  const GigMessage *counterpart;  /* of a match */
} GigAnswer;

GPtrArray          *gig_lesson_get_questions        (GigLesson    *self);   /* (element-type GigQuestion) */
/* (transfer none): unique among the questions */
const char         *gig_question_get_id             (GigQuestion  *self);
/* How it is answered. */
GigQuestionKind     gig_question_get_kind           (GigQuestion  *self);
/* Its heading: the question. */
const GigMessage   *gig_question_get_title          (GigQuestion  *self);
/* (element-type GigBlock): what stands between the heading and the answers */
GPtrArray          *gig_question_get_blocks         (GigQuestion  *self);
GPtrArray          *gig_question_get_answers        (GigQuestion  *self);   /* (element-type GigAnswer) */
const GigMessage   *gig_question_get_hint           (GigQuestion  *self);   /* (nullable) */
const GigMessage   *gig_question_get_feedback       (GigQuestion  *self);   /* (nullable): after the answers */
/* (nullable): the header over a match's answers (0) or their counterparts (1) */
const GigMessage   *gig_question_get_column         (GigQuestion  *self,
                                                     guint         side);
GPtrArray          *gig_question_get_concepts       (GigQuestion  *self);   /* (element-type GigConcept): About */
/* Of its heading in the file, from 1. */
guint               gig_question_get_line           (GigQuestion  *self);

/* --- Glossary --- */

GPtrArray          *gig_lesson_get_terms            (GigLesson    *self);   /* (element-type GigTerm) */
/* (nullable): the term in @language */
const char         *gig_term_get_text               (GigTerm      *self,
                                                     const char   *language);
/* The cell of its first column. */
const GigMessage   *gig_term_get_message            (GigTerm      *self);
/* (nullable): the concept that its first column links to */
GigConcept         *gig_term_get_concept            (GigTerm      *self);
/* Of its row in the file, from 1. */
guint               gig_term_get_line               (GigTerm      *self);
/* (element-type GigAttribute): further columns: gender, status, note */
GPtrArray          *gig_term_get_attributes         (GigTerm      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigLesson, gig_lesson_unref)

G_END_DECLS
