/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gig-euler.h"

G_BEGIN_DECLS

/* JSON (RFC 8259) written piece by piece; the caller sets the braces. */

/* @text: UTF-8; in quotes, escaped */
void json_append_string  (GString               *out,
                          const char            *text);
/* `,"name":value`, with ten digits; @name needs no escapes */
void json_append_number  (GString               *out,
                          const char            *name,
                          double                 value);
/* One of the corpus format's shapes, of the set called @set; lengths in px, turned in degrees. */
void json_append_ellipse (GString               *out,
                          const char            *set,
                          const GigEulerEllipse *ellipse);

G_END_DECLS
