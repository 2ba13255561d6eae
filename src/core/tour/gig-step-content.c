/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-step-content.h"

#include <glib/gi18n.h>

const GigMessage *
gig_step_get_headline (const GigStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  return step->headline != NULL ? step->headline : gig_concept_get_title (step->concept);
}

guint
gig_step_get_n_parts (const GigStep *step)
{
  GPtrArray *blocks;
  guint n_parts = 1;

  g_return_val_if_fail (step != NULL, 1);

  blocks = gig_concept_get_blocks (step->concept);
  for (guint i = 0; i < blocks->len; i++)
    n_parts += gig_block_get_block_type (blocks->pdata[i]) == GIG_BLOCK_PAUSE;
  return n_parts;
}

/* What is said, not what is looked up: tables, footnotes and pictures stay on the
 * page, the view has its own place on the wall. */
static gboolean
is_spoken (GigBlock *block)
{
  switch (gig_block_get_block_type (block))
    {
    case GIG_BLOCK_PARAGRAPH:
    case GIG_BLOCK_LIST:
    case GIG_BLOCK_QUOTE:
    case GIG_BLOCK_CALLOUT:
      return TRUE;
    case GIG_BLOCK_HEADING:
    case GIG_BLOCK_LIST_ITEM:
    case GIG_BLOCK_TABLE:
    case GIG_BLOCK_TABLE_ROW:
    case GIG_BLOCK_TABLE_CELL:
    case GIG_BLOCK_CODE:
    case GIG_BLOCK_IMAGE:
    case GIG_BLOCK_RULE:
    case GIG_BLOCK_KIND_OF:
    case GIG_BLOCK_OVERLAPS:
    case GIG_BLOCK_VIEW:
    case GIG_BLOCK_TAKEAWAY:
    case GIG_BLOCK_PAUSE:
    case GIG_BLOCK_FOOTNOTE:
    case GIG_BLOCK_HTML:
    case GIG_BLOCK_BROKEN:
    default:
      return FALSE;
    }
}

/* The blocks of @part: from the pause before it to the next, [*first, *end). */
static void
find_part (GPtrArray *blocks,
           guint      part,
           guint     *first,
           guint     *end)
{
  guint current = 0;

  *first = part == 0 ? 0 : blocks->len;
  *end = blocks->len;
  for (guint i = 0; i < blocks->len; i++)
    {
      if (gig_block_get_block_type (blocks->pdata[i]) != GIG_BLOCK_PAUSE)
        continue;
      current++;
      if (current == part)
        *first = i + 1;
      else if (current == part + 1)
        *end = i;
    }
}

/* Whether @block only says what comes next: “Find your row:”. */
static gboolean
announces (GigBlock *block)
{
  const GigMessage *message = gig_block_get_message (block);
  g_autofree char *text = message != NULL ? g_strdup (message->source) : NULL;

  return text != NULL && gig_block_get_block_type (block) == GIG_BLOCK_PARAGRAPH && g_str_has_suffix (g_strchomp (text), ":");
}

/* What is said in place of an announcement: the list it announces, or where that stays
 * on the page what is to be remembered of it. (nullable) */
static GigBlock *
find_announced (GPtrArray *blocks,
                guint      at,
                guint      end)
{
  if (at + 1 < end && is_spoken (blocks->pdata[at + 1]))
    return blocks->pdata[at + 1];
  for (guint i = at + 1; i < end; i++)
    if (gig_block_get_block_type (blocks->pdata[i]) == GIG_BLOCK_CALLOUT)
      return blocks->pdata[i];

  return NULL;
}

static GigBlock *
find_spoken (const GigStep *step,
             guint          part)
{
  GPtrArray *blocks = gig_concept_get_blocks (step->concept);
  GigBlock *spoken = NULL;
  guint first, end;

  find_part (blocks, part, &first, &end);
  for (guint i = first; i < end; i++)
    {
      GigBlock *block = blocks->pdata[i];
      GigBlockType type = gig_block_get_block_type (block);

      if (part > 0 && type == GIG_BLOCK_TAKEAWAY)
        return block;
      if (spoken != NULL || !(part > 0 ? is_spoken (block) : type == GIG_BLOCK_PARAGRAPH))
        continue;
      if (part > 0 && announces (block))
        spoken = find_announced (blocks, i, end);
      if (spoken == NULL)
        spoken = block;
    }
  return spoken;
}

GPtrArray *
gig_step_get_part (const GigStep *step,
                   guint          part)
{
  GPtrArray *shown = g_ptr_array_new ();
  GigBlock *spoken;

  g_return_val_if_fail (step != NULL, shown);

  spoken = find_spoken (step, part);
  if (spoken != NULL)
    g_ptr_array_add (shown, spoken);
  return shown;
}

GigView *
gig_step_get_part_view (GigLesson     *lesson,
                        const GigStep *step,
                        guint          part)
{
  GPtrArray *blocks;
  GigView *view = NULL;
  guint first, end;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (step != NULL, NULL);

  blocks = gig_concept_get_blocks (step->concept);
  find_part (blocks, part, &first, &end);
  for (guint i = 0; i < end; i++)
    {
      GigView *own = gig_block_get_view (blocks->pdata[i]);

      if (own == NULL)
        continue;
      if (view != NULL && i >= first)
        return own;
      view = own;
    }
  return view != NULL ? view : gig_step_get_view (lesson, step);
}

GigView *
gig_step_get_view (GigLesson     *lesson,
                   const GigStep *step)
{
  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (step != NULL, NULL);

  return gig_lesson_get_nearest_view (lesson, step->concept);
}

int
gig_step_get_framed_set (GigView       *view,
                         const GigStep *step)
{
  g_return_val_if_fail (view != NULL, -1);
  g_return_val_if_fail (step != NULL, -1);

  for (GigConcept *concept = step->concept; concept != NULL; concept = gig_concept_get_parent (concept))
    {
      int set = gig_view_find_set (view, concept);

      if (set >= 0)
        return set;
      /* Outside the concept that holds the picture nothing is about the step. */
      if (concept == gig_view_get_concept (view))
        break;
    }
  return -1;
}

guint
gig_count_words (const char *text)
{
  gboolean in_word = FALSE;
  guint n_words = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0xa0 || c == 0x202f)
        in_word = FALSE;
      else if (!in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          n_words++;
        }
    }
  return n_words;
}

static guint
count_message (GigLesson        *lesson,
               const GigMessage *message,
               const char       *language)
{
  g_autofree char *text = NULL;

  if (message == NULL)
    return 0;
  text = gig_lesson_get_plain_text (lesson, message, language);
  return gig_count_words (text);
}

static guint
count_block (GigLesson  *lesson,
             GigBlock   *block,
             const char *language)
{
  GPtrArray *children = gig_block_get_children (block);
  guint n_words = count_message (lesson, gig_block_get_message (block), language);

  for (guint i = 0; i < children->len; i++)
    n_words += count_block (lesson, children->pdata[i], language);
  return n_words;
}

guint
gig_step_count_words (GigLesson     *lesson,
                      const GigStep *step,
                      guint          part,
                      const char    *language)
{
  GigBlock *block;
  GPtrArray *items;
  guint n_words, longest = 0;

  g_return_val_if_fail (lesson != NULL, 0);
  g_return_val_if_fail (step != NULL, 0);

  n_words = count_message (lesson, gig_step_get_headline (step), language);
  block = find_spoken (step, part);
  if (block == NULL)
    return n_words;
  if (gig_block_get_block_type (block) != GIG_BLOCK_LIST)
    return n_words + count_block (lesson, block, language);

  /* A wall shows as many items at once as there is room for. */
  items = gig_block_get_children (block);
  for (guint i = 0; i < items->len; i++)
    longest = MAX (longest, count_block (lesson, items->pdata[i], language));
  return n_words + longest;
}

/* --- Checks --- */

static void
warn (GPtrArray     *diagnostics,
      const char    *file,
      const GigStep *step,
      const char    *message,
      const char    *advice,
      guint          found,
      const char    *language)
{
  g_autofree char *number = g_strdup_printf ("%u", found);
  const char *arguments[] = { number, language, NULL };

  g_ptr_array_add (diagnostics,
                   gig_diagnostic_new (GIG_SEVERITY_WARNING, file, step->line, 1,
                                       message, advice, arguments));
}

static void
check_words (GigLesson     *lesson,
             const char    *file,
             const GigStep *step,
             const char    *language,
             GPtrArray     *diagnostics)
{
  g_autofree char *headline = gig_lesson_get_plain_text (lesson, gig_step_get_headline (step), language);
  guint length = (guint) g_utf8_strlen (headline, -1);

  if (length > GIG_STEP_MAX_HEADLINE)
    warn (diagnostics, file, step,
          N_("the headline of the step has %s characters (%s): more than two lines on the wall"),
          N_("write a shorter one after the dash"), length, language);
  for (guint part = 0; part < gig_step_get_n_parts (step); part++)
    {
      guint n_words = gig_step_count_words (lesson, step, part, language);

      if (n_words > GIG_STEP_MAX_WORDS)
        warn (diagnostics, file, step,
              N_("the step shows %s words at once (%s): more than the last row reads"),
              N_("shorten the text or break it with a paragraph “. . .”"), n_words, language);
    }
}

void
gig_tours_check (GigLesson  *lesson,
                 const char *file,
                 GPtrArray  *diagnostics)
{
  GPtrArray *tours;
  const char * const *languages;

  g_return_if_fail (lesson != NULL);
  g_return_if_fail (diagnostics != NULL);

  tours = gig_lesson_get_tours (lesson);
  languages = gig_lesson_get_languages (lesson);
  for (guint i = 0; i < tours->len; i++)
    {
      GPtrArray *steps = gig_tour_get_steps (tours->pdata[i]);

      for (guint j = 0; j < steps->len; j++)
        {
          for (guint k = 0; languages[k] != NULL; k++)
            check_words (lesson, file, steps->pdata[j], languages[k], diagnostics);
          /* Where there is no diagram at all, that is how the lesson is. */
          if (gig_lesson_get_views (lesson)->len > 0 && gig_step_get_view (lesson, steps->pdata[j]) == NULL)
            warn (diagnostics, file, steps->pdata[j], N_("the step has no diagram"),
                  N_("put one into its concept, or into one above it"), 0, NULL);
        }
    }
}
