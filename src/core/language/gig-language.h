/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "gig-catalogue.h"

G_BEGIN_DECLS

/**
 * GigLanguage:
 *
 * The language that one window speaks, and the look-up of the program's own
 * messages in it. Each window has its own, so that a wall can show French while
 * the console shows English. Views listen to `notify::code` and ask again for
 * every text they show.
 *
 * The messages' own language is English (`en`): there is no catalogue for it.
 */
#define GIG_TYPE_LANGUAGE (gig_language_get_type ())
G_DECLARE_FINAL_TYPE (GigLanguage, gig_language, GIG, LANGUAGE, GObject)

/**
 * GigLanguageSet:
 *
 * The languages the program has catalogues for. Immutable, reference-counted.
 */
typedef struct _GigLanguageSet GigLanguageSet;

#define GIG_TYPE_LANGUAGE_SET (gig_language_set_get_type ())
GType               gig_language_set_get_type        (void);

/* The code of the pseudo-language: see gig_pseudo_translate(). */
#define GIG_LANGUAGE_PSEUDO "qps"

/* Reads /org/gigogne/Gigogne/locale/ from the program's resources (`LANG.mo`).
 * With GIGOGNE_PSEUDO=1 in the environment the set has the pseudo-language too. */
GigLanguageSet     *gig_language_set_new_from_resources (void);
/* (catalogues: (element-type GigCatalogue)); English is always there. */
GigLanguageSet     *gig_language_set_new             (GPtrArray      *catalogues);
GigLanguageSet     *gig_language_set_ref             (GigLanguageSet *self);
void                gig_language_set_unref           (GigLanguageSet *self);
/* Codes, English first, then as in LINGUAS. */
const char * const *gig_language_set_get_codes       (GigLanguageSet *self);
/* (nullable) (transfer none): the catalogue of exactly @code; English has none */
GigCatalogue       *gig_language_set_get_catalogue   (GigLanguageSet *self,
                                                      const char     *code);
/**
 * gig_language_set_negotiate:
 * @wanted: language names in order of preference, as g_get_language_names() gives them
 *
 * Returns: (transfer none): the best code the set has; `en` when none fits
 */
const char         *gig_language_set_negotiate       (GigLanguageSet     *self,
                                                      const char * const *wanted);

/* (transfer full): a language of @set; @code as for gig_language_set_code() */
GigLanguage        *gig_language_new                 (GigLanguageSet *set,
                                                      const char     *code);
/* (transfer none) */
GigLanguageSet     *gig_language_get_set             (GigLanguage    *self);
/* Interned: may be compared by pointer and kept. */
const char         *gig_language_get_code            (GigLanguage    *self);
/* A code the set lacks falls back to its base language, then to English. Notifies `code`. */
void                gig_language_set_code            (GigLanguage    *self,
                                                      const char     *code);

/* For a lesson in a language the program does not speak: @code is the language
 * shown, the program's own messages are in the nearest it has. Notifies `code`. */
void                gig_language_set_exact_code      (GigLanguage    *self,
                                                      const char     *code);
/* The language to switch to or to show beside: the one before, else the set's next. Interned. */
const char         *gig_language_get_other_code      (GigLanguage    *self);

/* The program's own messages. Never %NULL: the English text stands in for a missing one.
 * @self may be %NULL in all that follows: English. */
const char         *gig_language_gettext             (GigLanguage    *self,
                                                      const char     *msgid);
/* Ditto of a message with a context. */
const char         *gig_language_pgettext            (GigLanguage    *self,
                                                      const char     *context,
                                                      const char     *msgid);
/* Ditto of the form for @n. */
const char         *gig_language_ngettext            (GigLanguage    *self,
                                                      const char     *msgid,
                                                      const char     *msgid_plural,
                                                      gulong          n);
/**
 * gig_language_format:
 *
 * gig_language_gettext() of a printf() format, with its arguments. A translation
 * that does not hold the same placeholders (in any order, `%2$s`) is not used:
 * the English text stands in.
 *
 * Numbers are written as @self's language writes them: `%d`, `%u`, `%lu` with
 * separated thousands, `%.1f` with its decimal separator. `%i` leaves digits as
 * they are: for a number that is a name, such as a year or a line. `*`, `%n` and
 * `%m` are not supported.
 *
 * Returns: (transfer full): the text
 */
char               *gig_language_format              (GigLanguage    *self,
                                                      const char     *format,
                                                      ...) G_GNUC_PRINTF (2, 3);
/* Ditto with a context. */
char               *gig_language_pformat             (GigLanguage    *self,
                                                      const char     *context,
                                                      const char     *format,
                                                      ...) G_GNUC_PRINTF (3, 4);
/* Ditto with arguments that are all strings (`%s`). */
char               *gig_language_format_strv         (GigLanguage         *self,
                                                      const char          *format,
                                                      const char * const  *arguments);
/* Ditto with a plural; @n chooses the form and is not itself an argument. A form
 * may leave out whole numbers (“one model”). */
char               *gig_language_nformat             (GigLanguage    *self,
                                                      gulong          n,
                                                      const char     *format,
                                                      const char     *format_plural,
                                                      ...) G_GNUC_PRINTF (4, 5);

/* Numbers, lists, dates and quotes by the rules of @self's language, not of LC_NUMERIC. (transfer full) */
char               *gig_language_format_integer      (GigLanguage    *self,
                                                      gint64          value);
/* @decimals digits behind the separator, zeros too. */
char               *gig_language_format_decimal      (GigLanguage    *self,
                                                      double          value,
                                                      guint           decimals);
/* @ratio: 0.25 is 25 %; rounded to whole percents. */
char               *gig_language_format_percent      (GigLanguage    *self,
                                                      double          ratio);
/* “a, b and c”: @items is %NULL-terminated. */
char               *gig_language_format_and_list     (GigLanguage        *self,
                                                      const char * const *items);
/* “a, b or c”: likewise. */
char               *gig_language_format_or_list      (GigLanguage        *self,
                                                      const char * const *items);
/* Whole sentences one after the other, and short notes on one line: “a · b · c”.
 * (sentences, notes: (array zero-terminated=1) (nullable)) */
char               *gig_language_join_sentences      (GigLanguage        *self,
                                                      const char * const *sentences);
char               *gig_language_join_notes          (GigLanguage        *self,
                                                      const char * const *notes);
/* @text in quotation marks: “a”, « a ». */
char               *gig_language_quote               (GigLanguage    *self,
                                                      const char     *text);
/* 2026-11 → “November 2026”; 2026-11-21, 2026 likewise; anything else is returned as it is. */
char               *gig_language_format_date         (GigLanguage    *self,
                                                      const char     *iso_date);
/* 4:05, 1:02:03 */
char               *gig_language_format_duration     (GigLanguage    *self,
                                                      guint           seconds);

/**
 * gig_pseudo_translate:
 *
 * For tests: @msgid in the pseudo-language, ⟦…⟧ around it, so that a text that
 * nobody marked for translation is seen. Placeholders, mnemonics, markup and
 * inline Markdown stay valid. Any thread.
 *
 * Returns: (transfer none): interned
 */
const char         *gig_pseudo_translate             (const char     *msgid);

/* A language's name in itself: `fr` → “français”. (transfer none) */
const char         *gig_language_name_of             (const char     *code);
/* The same with a capital, for menus and buttons: “Français”. */
const char         *gig_language_title_of            (const char     *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigLanguageSet, gig_language_set_unref)

G_END_DECLS
