/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdint.h>
#include <string.h>

#include "gig-lesson-reader.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
visit_blocks (GigLesson *lesson,
              GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      GigBlock *block = g_ptr_array_index (blocks, i);
      const char *text = gig_block_get_text (block);

      g_assert (gig_block_get_block_type (block) != GIG_BLOCK_BROKEN || gig_block_get_diagnostic (block) != NULL);
      g_assert (text == NULL || g_utf8_validate (text, -1, NULL));
      visit_blocks (lesson, gig_block_get_children (block));
    }
}

/* Every lesson is UTF-8, has a page, points into itself, and its messages read back as they are. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GigLesson) lesson = gig_lesson_read_bytes (bytes, "fuzz.md", NULL);
  GPtrArray *messages = gig_lesson_get_messages (lesson);
  GPtrArray *concepts = gig_lesson_get_concepts (lesson);
  GPtrArray *diagnostics = gig_lesson_get_diagnostics (lesson);

  g_assert (concepts->len > 0 && gig_lesson_get_title (lesson) != NULL);
  for (guint i = 0; i < concepts->len; i++)
    {
      GigConcept *concept = g_ptr_array_index (concepts, i);

      g_assert (gig_lesson_find_concept (lesson, gig_concept_get_id (concept)) == concept);
      visit_blocks (lesson, gig_concept_get_blocks (concept));
      visit_blocks (lesson, gig_concept_get_notes (concept));
    }
  for (guint i = 0; i < messages->len; i++)
    {
      const GigMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *text = gig_lesson_get_plain_text (lesson, message, "fr");

      g_assert (message->line > 0 && message->column > 0);
      g_assert (g_utf8_validate (message->source, -1, NULL) && g_utf8_validate (text, -1, NULL));
    }
  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *text = gig_diagnostic_format (g_ptr_array_index (diagnostics, i), NULL);

      g_assert (g_utf8_validate (text, -1, NULL));
    }

  return 0;
}
