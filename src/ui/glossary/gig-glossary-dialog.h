/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

/**
 * GigGlossaryDialog:
 *
 * The lesson's terms in both languages, sorted as a dictionary of the window's
 * language is, and searchable in either.
 */
#define GIG_TYPE_GLOSSARY_DIALOG (gig_glossary_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GigGlossaryDialog, gig_glossary_dialog, GIG, GLOSSARY_DIALOG, AdwDialog)

AdwDialog *gig_glossary_dialog_new (GSettings *settings,
                                    GigLesson *lesson);

G_END_DECLS
