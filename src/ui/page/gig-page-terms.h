/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-lesson.h"

G_BEGIN_DECLS

#define GIG_PAGE_TERMS_MAX 5

/**
 * gig_page_terms_create:
 *
 * The strip of terms: at most %GIG_PAGE_TERMS_MAX of the glossary that the page
 * uses, in the language shown and in the others, with gender and remarks. Those
 * that lead to this page come first, then those it uses most often.
 *
 * Returns: (transfer floating) (nullable): %NULL where the page uses none
 */
GtkWidget *gig_page_terms_create (GigLesson  *lesson,
                                  GigConcept *concept);

G_END_DECLS
