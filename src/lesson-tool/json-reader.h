/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * json_read:
 * @text: UTF-8 JSON (RFC 8259)
 *
 * Objects become `a{sv}`, arrays `av`, numbers `d`, strings `s`, booleans `b`,
 * null an empty tuple. Nesting is limited to 64 levels.
 *
 * Returns: (transfer full) (nullable): not floating; %NULL with @error set,
 *   which names the byte
 */
GVariant *json_read (const char  *text,
                     GError     **error);

G_END_DECLS
