/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-language.h"

G_BEGIN_DECLS

/**
 * GigApplication:
 *
 * Opens windows on lessons: from the command line, `gigogne://LESSON#CONCEPT`
 * and files; a second start forwards to the running program.
 */
#define GIG_TYPE_APPLICATION (gig_application_get_type ())
G_DECLARE_FINAL_TYPE (GigApplication, gig_application, GIG, APPLICATION, AdwApplication)

/* @session_languages: what the session wants, as gig_toolkit_locale_init() gives it */
GApplication   *gig_application_new           (const char * const *session_languages);
/* (transfer none) */
GigLanguageSet *gig_application_get_languages (GigApplication     *self);

G_END_DECLS
