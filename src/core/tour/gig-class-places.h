/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where each class stopped (“3eB, step 17, French”), as one value for the
 * settings: (lesson, class, seconds since 1970, what gig_presenter_save() gave).
 * Newest first; a name stands once a lesson.
 */
#define GIG_CLASS_PLACES_TYPE "a(ssxv)"
#define GIG_CLASS_PLACES_MAX  100

/* Names of the classes of @lesson, newest first. (transfer full) */
GStrv     gig_class_places_get_names (GVariant   *places,
                                      const char *lesson);
/* (transfer full) (nullable); @when: (out) (optional) */
GVariant *gig_class_places_lookup    (GVariant   *places,
                                      const char *lesson,
                                      const char *name,
                                      gint64     *when);
/* @places with @saved as the place of class @name; without it when @saved is
 * %NULL. (transfer full): not floating */
GVariant *gig_class_places_with      (GVariant   *places,
                                      const char *lesson,
                                      const char *name,
                                      gint64      when,
                                      GVariant   *saved);

G_END_DECLS
