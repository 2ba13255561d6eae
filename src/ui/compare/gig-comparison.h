/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-language.h"
#include "gig-set-system.h"

G_BEGIN_DECLS

#define GIG_COMPARISON_MAX 3

/* What is compared: a concept or a member; both %NULL for nothing. */
typedef struct
{
  GigConcept *concept;
  GigMember  *member;
} GigSubject;

/* (transfer full): its name in a language */
char      *gig_subject_get_name           (const GigSubject *subject,
                                           GigLesson        *lesson,
                                           GigLanguage      *language);
/**
 * gig_comparison_create_rows:
 * @subjects: (array length=n_subjects): at most %GIG_COMPARISON_MAX
 *
 * A table of texts: a header with the subjects' names, then definition, what each
 * is a kind of, its kinds, and attributes. A row where all have nothing is left out.
 *
 * Returns: (transfer full) (element-type GStrv): of n_subjects + 1 cells each
 */
GPtrArray *gig_comparison_create_rows     (GigLesson        *lesson,
                                           const GigSubject *subjects,
                                           guint             n_subjects,
                                           GigLanguage      *language);
/* How the subjects stand to each other, a sentence each. (transfer full) (element-type utf8) */
GPtrArray *gig_comparison_create_sentences (GigLesson       *lesson,
                                           const GigSubject *subjects,
                                           guint             n_subjects,
                                           GigLanguage      *language);
/* Rows and sentences as a Markdown table with text below. (transfer full) */
char      *gig_comparison_to_markdown     (GPtrArray        *rows,
                                           GPtrArray        *sentences);
/* The sets that tell the subjects apart: themselves, and the kinds of members.
 * (transfer container) (element-type GigConcept) */
GPtrArray *gig_comparison_collect_sets    (const GigSubject *subjects,
                                           guint             n_subjects);
/**
 * gig_comparison_find_view:
 * @own: (out): whether the view was made for these subjects, to be freed with
 *   gig_view_free()
 *
 * The diagram of the lesson that shows all the subjects, most of them in sight and
 * with the fewest sets. Where none shows all, one is made of their sets.
 *
 * Returns: (nullable): %NULL where none of them can be drawn
 */
GigView   *gig_comparison_find_view       (GigLesson        *lesson,
                                           const GigSubject *subjects,
                                           guint             n_subjects,
                                           gboolean         *own);
/* `gigogne://foundation-models?compare=llm,model:gpt-3` (transfer full) */
char      *gig_comparison_create_link     (GigLesson        *lesson,
                                           const GigSubject *subjects,
                                           guint             n_subjects);
/**
 * gig_comparison_parse:
 * @ids: what follows `compare=` in such a link, unescaped
 * @subjects: (out caller-allocates) (array length=GIG_COMPARISON_MAX): filled
 * @unknown: (out) (optional) (nullable) (transfer full): the first id that the lesson lacks
 *
 * Returns: how many of them the lesson has
 */
guint      gig_comparison_parse           (GigLesson        *lesson,
                                           const char       *ids,
                                           GigSubject       *subjects,
                                           char            **unknown);
/* The lesson's comparison tables whose headers link to all the subjects.
 * (transfer container) (element-type GigBlock) */
GPtrArray *gig_comparison_find_tables     (GigLesson        *lesson,
                                           const GigSubject *subjects,
                                           guint             n_subjects);

G_END_DECLS
