/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-markup.h"

#include "gig-language.h"

/* How the link of a footnote ends, and nothing else. */
#define FOOTNOTE_END "</span></a>"

GigBlock *
gig_markup_find_footnote (GigConcept *concept,
                          const char *label)
{
  GPtrArray *blocks;

  g_return_val_if_fail (label != NULL, NULL);

  if (concept == NULL)
    return NULL;

  blocks = gig_concept_get_blocks (concept);
  for (guint i = 0; i < blocks->len; i++)
    {
      GigBlock *block = g_ptr_array_index (blocks, i);

      if (gig_block_get_block_type (block) == GIG_BLOCK_FOOTNOTE
          && g_strcmp0 (gig_block_get_label (block), label) == 0)
        return block;
    }

  return NULL;
}

static void
append_footnote (GString    *markup,
                 GigConcept *concept,
                 const char *label)
{
  GigBlock *block = gig_markup_find_footnote (concept, label);
  g_autofree char *href = NULL;

  if (block == NULL)
    return;

  /* Notes 1 and 2 are not note 12. */
  if (g_str_has_suffix (markup->str, FOOTNOTE_END))
    g_string_append (markup, "<span size=\"75%\" rise=\"4pt\">,\u202f</span>");
  href = g_markup_printf_escaped ("%s%s", GIG_MARKUP_FOOTNOTE, label);
  /* A hair space keeps the number off the word; a no-break one, off the next line. */
  g_string_append_printf (markup, "<a href=\"%s\"><span size=\"75%%\" rise=\"4pt\">\u2060%u" FOOTNOTE_END,
                          href, gig_block_get_number (block));
}

static void
append_run (GString      *markup,
            const GigRun *run,
            GigConcept   *concept)
{
  g_autofree char *text = g_markup_escape_text (run->text, -1);

  if (run->footnote != NULL)
    {
      append_footnote (markup, concept, run->footnote);
      return;
    }
  if (run->link != NULL)
    {
      g_autofree char *href = g_markup_escape_text (run->link, -1);

      g_string_append_printf (markup, "<a href=\"%s\">", href);
    }
  if (run->style & GIG_INLINE_STRONG)
    g_string_append (markup, "<b>");
  if (run->style & GIG_INLINE_EMPHASIS)
    g_string_append (markup, "<i>");
  if (run->style & GIG_INLINE_STRIKE)
    g_string_append (markup, "<s>");
  if (run->style & GIG_INLINE_CODE)
    g_string_append (markup, "<tt>");
  g_string_append (markup, text);
  if (run->style & GIG_INLINE_CODE)
    g_string_append (markup, "</tt>");
  if (run->style & GIG_INLINE_STRIKE)
    g_string_append (markup, "</s>");
  if (run->style & GIG_INLINE_EMPHASIS)
    g_string_append (markup, "</i>");
  if (run->style & GIG_INLINE_STRONG)
    g_string_append (markup, "</b>");
  if (run->link != NULL)
    g_string_append (markup, "</a>");
}

char *
gig_markup_new (GigLesson        *lesson,
                GigConcept       *concept,
                const GigMessage *message,
                const char       *code)
{
  g_autoptr(GString) markup = g_string_new (NULL);
  g_autoptr(GigInlines) inlines = NULL;
  GigText text;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  if (message == NULL)
    return g_strdup ("");

  gig_lesson_get_text (lesson, message, code, &text);
  inlines = gig_lesson_get_inlines (lesson, message, code);
  g_string_append_printf (markup, "<span lang=\"%s\">", text.language);
  for (guint i = 0; i < gig_inlines_get_n_runs (inlines); i++)
    append_run (markup, gig_inlines_get_run (inlines, i), concept);
  g_string_append (markup, "</span>");
  /* A lesson that is not in this language at all need not say so at every text. */
  if (text.state != GIG_TRANSLATION_DONE && message->translatable
      && g_strv_contains (gig_lesson_get_languages (lesson), code))
    g_string_append_printf (markup, " <span size=\"70%%\" weight=\"bold\" alpha=\"60%%\">\u2009%s\u2009</span>",
                            gig_language_title_of (text.language));

  return g_string_free_and_steal (g_steal_pointer (&markup));
}
