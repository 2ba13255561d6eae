/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GigCatalogue:
 *
 * The translations of one gettext domain into one language: an immutable,
 * atomically reference-counted value that any thread may read.
 *
 * libc's look-up has one language a process and refuses to translate in the C
 * locale; this one takes the language as an argument by being one object a
 * language. Missing and fuzzy messages give %NULL, so that a view can mark
 * them.
 */
typedef struct _GigCatalogue GigCatalogue;

#define GIG_CATALOGUE_ERROR (gig_catalogue_error_quark ())
GQuark gig_catalogue_error_quark (void);

/* Limits of what is read; exceeding one is %GIG_CATALOGUE_ERROR_TOO_LARGE. */
#define GIG_CATALOGUE_MAX_BYTES    (32 * 1024 * 1024)
#define GIG_CATALOGUE_MAX_MESSAGES 400000
#define GIG_CATALOGUE_MAX_TEXT     (1024 * 1024)     /* bytes of one text */

typedef enum
{
  GIG_CATALOGUE_ERROR_INVALID,      /* not a catalogue, or a damaged one */
  GIG_CATALOGUE_ERROR_TOO_LARGE,
} GigCatalogueError;

/* The parts of a %GIG_CATALOGUE_ERROR, to make a diagnostic of it in any language. */

/* The line in the .po file, from 1; 0 when the error has no line. */
guint       gig_catalogue_error_get_line      (const GError *error);
/* What is wrong: a format marked for translation, with at most one `%s`. (transfer none) */
const char *gig_catalogue_error_get_format    (const GError *error);
/* (nullable) (transfer none): what stands for the `%s` */
const char *gig_catalogue_error_get_argument  (const GError *error);

/* How a message stands in a catalogue. */
typedef enum
{
  GIG_TRANSLATION_MISSING,          /* not there, or not translated */
  GIG_TRANSLATION_FUZZY,            /* there, but its source has changed since */
  GIG_TRANSLATION_DONE,
} GigTranslationState;

/**
 * gig_catalogue_new_from_mo:
 * @language: a language code such as `fr` or `pt_BR`
 * @bytes: the compiled catalogue (.mo, either byte order)
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL with @error set
 */
GigCatalogue *gig_catalogue_new_from_mo       (const char   *language,
                                               GBytes       *bytes,
                                               GError      **error);

/**
 * gig_catalogue_new_from_po:
 * @language: (nullable): the language, or %NULL to take the file's `Language` header
 * @bytes: the text of a .po file
 * @name: the file's name for error messages
 * @error: return location; the message reads `NAME:LINE: error: …`
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL with @error set
 */
GigCatalogue *gig_catalogue_new_from_po       (const char   *language,
                                               GBytes       *bytes,
                                               const char   *name,
                                               GError      **error);
GigCatalogue *gig_catalogue_ref               (GigCatalogue *self);
void          gig_catalogue_unref             (GigCatalogue *self);
/* Interned: may be compared by pointer and kept. */
const char   *gig_catalogue_get_language      (GigCatalogue *self);

/**
 * gig_catalogue_lookup:
 * @self: a catalogue
 * @context: (nullable): the message's context (`msgctxt`)
 * @msgid: the source text; the empty string is never looked up
 *
 * Returns: (transfer none) (nullable): the translation, or %NULL when it is
 *   missing or fuzzy
 */
const char   *gig_catalogue_lookup            (GigCatalogue *self,
                                               const char   *context,
                                               const char   *msgid);
/* The form for @n by the catalogue's own Plural-Forms; %NULL when missing. */
const char   *gig_catalogue_lookup_plural     (GigCatalogue *self,
                                               const char   *context,
                                               const char   *msgid,
                                               const char   *msgid_plural,
                                               gulong        n);
/* How the message stands here. (context: (nullable)) */
GigTranslationState gig_catalogue_get_state   (GigCatalogue *self,
                                               const char   *context,
                                               const char   *msgid);
/* The line of the message's msgid in the .po file, from 1; 0 when unknown. */
guint         gig_catalogue_get_line          (GigCatalogue *self,
                                               const char   *context,
                                               const char   *msgid);
/* All messages but the header, translated or not. */
guint         gig_catalogue_get_n_messages    (GigCatalogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigCatalogue, gig_catalogue_unref)

G_END_DECLS
