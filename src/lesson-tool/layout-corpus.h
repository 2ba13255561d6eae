/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * layout_corpus:
 * @text: a corpus of set systems as JSON, format `euler-corpus/1`: see
 *   tests/euler/README.md
 * @repetitions: how often each case is laid out; the shortest time counts
 *
 * Lays out every case and returns the drawings with the processor time of each,
 * ms, as JSON in the format that tests/euler/score.js reads.
 *
 * Returns: (transfer full) (nullable): %NULL with @error set
 */
char *layout_corpus (const char  *text,
                     guint        repetitions,
                     GError     **error);

G_END_DECLS
