/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson.h"

G_BEGIN_DECLS

/* A set of sets: bit i is set i of the view. At most GIG_VIEW_MAX_SETS. */
typedef guint32 GigZoneMask;
#define GIG_VIEW_MAX_SETS 30

/* One set of a view. */
typedef struct
{
  const char       *key;        /* the fence's identifier */
  GigConcept       *concept;    /* (nullable): what it is bound to */
  const GigMessage *label;      /* as it stands in the diagram */
  double            weight;     /* only where the view is proportional, else 1 */
  gboolean          empty;      /* `%% zone A empty`: its own zone is not required */
} GigViewSet;

/* One member of a view. Who stands outside all its sets (zone 0) is never drawn;
 * all_members has those that a contested kind could bring in. */
typedef struct
{
  const GigMessage *name;
  GigMember        *member;     /* (nullable): an item of own-name sets has none */
  GigZoneMask       zone;       /* the certain zone, closed under is-a */
  GigZoneMask       contested;  /* the zone if the contested kind held; equal to zone when not contested */
  GigZoneMask       possible;   /* the zone if every contested kind held; more than contested where two are */
  gboolean          astride;    /* stands on the arc between both; else half-filled in its zone */
  GigConcept       *disputed;   /* (nullable): the contested kind */
} GigViewMember;

/**
 * GigView:
 *
 * One diagram: sets, the zones that must exist, and the members shown, as its
 * fence and the lesson's is-a links and members give them.
 */
GPtrArray           *gig_lesson_get_views         (GigLesson    *self);   /* (element-type GigView), in order */
/* (nullable): @id as gig_view_get_id() has it */
GigView             *gig_lesson_find_view         (GigLesson    *self,
                                                   const char   *id);
const char          *gig_view_get_id              (GigView      *self);   /* slug of the title, unique */
const GigMessage    *gig_view_get_title           (GigView      *self);
const GigMessage    *gig_view_get_takeaway        (GigView      *self);   /* (nullable) */
GigConcept          *gig_view_get_concept         (GigView      *self);   /* where its fence stands */
/* Of its fence in the file, from 1. */
guint                gig_view_get_line            (GigView      *self);
gboolean             gig_view_is_claim            (GigView      *self);   /* “as the articles draw it” */
/* Whether areas mean sizes: the fence says so. */
gboolean             gig_view_is_proportional     (GigView      *self);
/* At most %GIG_VIEW_MAX_SETS. */
guint                gig_view_get_n_sets          (GigView      *self);
/* (transfer none): in the order of the fence */
const GigViewSet    *gig_view_get_set             (GigView      *self,
                                                   guint         index);
/* The index of the set bound to @concept, or -1. */
int                  gig_view_find_set            (GigView      *self,
                                                   GigConcept   *concept);
/* (element-type GigViewMember): those its fence names, most important first */
GPtrArray           *gig_view_get_members         (GigView      *self);
/* (element-type GigViewMember): all the lesson's members with a kind in the view,
 * for “+n” and the table; those shown come first */
GPtrArray           *gig_view_get_all_members     (GigView      *self);
/* (nullable): the view's entry for @member, shown or not */
const GigViewMember *gig_view_find_member         (GigView      *self,
                                                   GigMember    *member);
/* The member's id; of one that is nothing but a name that name, as in the source. (transfer none) */
const char          *gig_view_member_get_id       (const GigViewMember *self);
/* The required zones, ascending by number of sets; never the outside (0). */
const GigZoneMask   *gig_view_get_zones           (GigView      *self,
                                                   guint        *n_zones);
/* How large @zone alone is, beside the others; 1 where the view is not proportional. */
double               gig_view_get_zone_weight     (GigView      *self,
                                                   GigZoneMask   zone);

/**
 * gig_lesson_read_mermaid:
 * @bytes: a Mermaid file that holds a `venn-beta` diagram (`.mmd`)
 * @name: the file's name for diagnostics
 *
 * A lesson of one concept with one view, which stands alone: all its sets are
 * own names. Its diagnostics have the lines of the file. gig_lesson_read_file()
 * does so for files that end in `.mmd` or `.mermaid`.
 *
 * Returns: (transfer full): never %NULL; without views when it cannot be read
 */
GigLesson           *gig_lesson_read_mermaid      (GBytes       *bytes,
                                                   const char   *name);

/**
 * gig_view_new_for_concepts:
 * @concepts: (array length=n_concepts): at most GIG_VIEW_MAX_SETS different ones
 *
 * A view that no fence shows, to compare concepts that never stand in one
 * diagram. It has no title, takeaway or members shown; all_members has all.
 * @lesson must outlive it.
 *
 * Returns: (transfer full): free with gig_view_free()
 */
GigView             *gig_view_new_for_concepts    (GigLesson           *lesson,
                                                   GigConcept * const  *concepts,
                                                   guint                n_concepts);
/* Only for gig_view_new_for_concepts(): a lesson's views are its own. */
void                 gig_view_free                (GigView      *self);

/* --- Set logic: statements are whole translatable sentences in the language given --- */

typedef enum
{
  GIG_RELATION_EQUAL,
  GIG_RELATION_SUBSET,      /* a inside b */
  GIG_RELATION_SUPERSET,
  GIG_RELATION_OVERLAP,
  GIG_RELATION_DISJOINT,
} GigRelation;

/* How two sets lie in what the view requires; @a and @b are different. */
GigRelation          gig_view_get_relation        (GigView      *self,
                                                   guint         a,
                                                   guint         b);
/* “In “Foundation models” and “Vision”, not in “LLM”.” Names of sets stand between
 * quotation marks, as in the diagram: no article or gender can be wrong. (transfer full) */
char                *gig_view_describe_zone       (GigView      *self,
                                                   GigLesson    *lesson,
                                                   GigZoneMask   zone,
                                                   GigLanguage  *language);
/* Whether a set of @zone lies inside @set, another one of it: naming @set then says nothing. */
gboolean             gig_view_is_around           (GigView      *self,
                                                   GigZoneMask   zone,
                                                   guint         set);
/* The innermost sets, which say where a zone is: “Code”, or ““LLMs” and “Vision””; of
 * the outside “Outside all sets”. (transfer full) */
char                *gig_view_name_zone           (GigView      *self,
                                                   GigLesson    *lesson,
                                                   GigZoneMask   zone,
                                                   GigLanguage  *language);
/* One sentence on two sets, with an example where they overlap. (transfer full) */
char                *gig_view_describe_relation   (GigView      *self,
                                                   GigLesson    *lesson,
                                                   guint         a,
                                                   guint         b,
                                                   GigLanguage  *language);

/* “CLIP is in “Foundation models” and “Vision”, not in “LLM”.” (transfer full) */
char                *gig_view_describe_member     (GigView             *self,
                                                   GigLesson           *lesson,
                                                   const GigViewMember *member,
                                                   GigLanguage         *language);
/* Why it is contested: the first paragraph of its own page, else one sentence;
 * %NULL when it is not. (transfer full) (nullable) */
char                *gig_view_describe_dispute    (GigView             *self,
                                                   GigLesson           *lesson,
                                                   const GigViewMember *member,
                                                   GigLanguage         *language);
/* Whether @zone is right for @member by one of the readings of its contested kinds. */
gboolean             gig_view_accepts             (GigView             *self,
                                                   const GigViewMember *member,
                                                   GigZoneMask          zone);
/* Whether and why @zone is right or wrong for @member, in one or two sentences. (transfer full) */
char                *gig_view_explain_place       (GigView             *self,
                                                   GigLesson           *lesson,
                                                   const GigViewMember *member,
                                                   GigZoneMask          zone,
                                                   GigLanguage         *language);

/* The first attribute of @role that says something. (transfer none) (nullable) */
const GigAttribute  *gig_member_find_role         (GigMember           *self,
                                                   GigAttributeRole     role);
/* “image, text → text”; %NULL where nothing is known. (transfer full) (nullable) */
char                *gig_member_describe_modalities (GigLesson         *lesson,
                                                     GigMember         *member,
                                                     GigLanguage       *language);
/* Whether a table's cell says nothing: empty, or a dash. (message: (nullable)) */
gboolean             gig_message_is_blank         (const GigMessage    *message);

typedef enum
{
  GIG_QUANTIFIER_ALL,       /* every A is a B */
  GIG_QUANTIFIER_SOME,      /* some A are B */
  GIG_QUANTIFIER_NONE,      /* no A is a B */
  GIG_QUANTIFIER_SOME_NOT,  /* some A are not B */
} GigQuantifier;

typedef struct
{
  GigQuantifier        quantifier;
  guint                a, b;              /* set indices */
  gboolean             truth;
  const GigViewMember *witness;           /* (nullable): example or counter-example; never a contested member */
} GigStatement;

/* Whether the truth of a statement is known from the view, and which: fills @statement.
 * %FALSE where it hangs on a contested kind, or where a holds nothing. */
gboolean             gig_view_judge               (GigView       *self,
                                                   GigQuantifier  quantifier,
                                                   guint          a,
                                                   guint          b,
                                                   GigStatement  *statement);
/* “Everything in “Foundation models” is also in “LLM”.” (transfer full) */
char                *gig_view_state               (GigView            *self,
                                                   GigLesson          *lesson,
                                                   const GigStatement *statement,
                                                   GigLanguage        *language);
/* “False. Some items in “Foundation models” are not in “LLM”: CLIP, for example.” (transfer full)
 * French never says « tout A n’est pas B »: « Faux. Certains éléments de l’ensemble
 * « A » ne sont pas dans « B » : par exemple CLIP. » */
char                *gig_view_explain             (GigView            *self,
                                                   GigLesson          *lesson,
                                                   const GigStatement *statement,
                                                   GigLanguage        *language);

G_END_DECLS
