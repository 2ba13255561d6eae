/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words that carry structure. Each is understood in English and in the
 * language of the lesson. */
typedef enum
{
  GIG_KEYWORD_MODEL,
  GIG_KEYWORD_EXAMPLE,
  GIG_KEYWORD_KIND,
  GIG_KEYWORD_A_KIND_OF,
  GIG_KEYWORD_OVERLAPS,
  GIG_KEYWORD_TOUR,
  GIG_KEYWORD_QUIZ,
  GIG_KEYWORD_ABOUT,
  GIG_KEYWORD_TERM,
  GIG_KEYWORD_SPEAKER_NOTES,
  GIG_KEYWORD_IN,
  GIG_KEYWORD_OUT,
  GIG_KEYWORD_AS_OF,
  GIG_N_KEYWORDS,
} GigKeyword;

/* The forms of all keywords in a lesson of one language. */
typedef struct _GigKeywords GigKeywords;

/* English and French are built in; a further language is looked up in the
 * program's catalogues (context `lesson keyword`). */
GigKeywords *gig_keywords_new         (const char        *language);
void         gig_keywords_free        (GigKeywords       *self);
/* Whether @text, without spaces around it and whatever its case and accents, is @keyword;
 * the header of a column (Model, Example, Kind, Term) may be in the plural. */
gboolean     gig_keywords_match       (const GigKeywords *self,
                                       GigKeyword         keyword,
                                       const char        *text);
/* Whether @text starts with @keyword as words of their own: “As of November” with “As of”. */
gboolean     gig_keywords_match_start (const GigKeywords *self,
                                       GigKeyword         keyword,
                                       const char        *text);
/* (nullable): what follows the colon, if @text starts with @keyword and a colon */
const char  *gig_keywords_skip_prefix (const GigKeywords *self,
                                       GigKeyword         keyword,
                                       const char        *text);
/* Whether @text is not @keyword but was most likely meant to be: a letter or two are wrong, or
 * another word of the same meaning is used. A keyword is near itself. */
gboolean     gig_keywords_is_near     (const GigKeywords *self,
                                       GigKeyword         keyword,
                                       const char        *text);
/* The form in the lesson's language: what messages propose. */
const char  *gig_keywords_get_name    (const GigKeywords *self,
                                       GigKeyword         keyword);
/* How many letters are wrong, missing, too many or swapped; G_MAXUINT for texts longer than a keyword. */
guint        gig_text_distance        (const char        *first,
                                       const char        *second);
/* Whether @text is @wanted but for case, accents and so few wrong letters as its length allows. */
gboolean     gig_text_is_near         (const char        *text,
                                       const char        *wanted);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigKeywords, gig_keywords_free)

G_END_DECLS
