/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lint.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  GigLesson            *lesson;
  const char           *file_name;
  const GigLintOptions *options;
  GPtrArray            *diagnostics;
  const char           *language;       /* the one being looked at */
  const GigMessage     *message;
  char                 *text;           /* its plain text without code and addresses */
} Lint;

/* --- Reporting --- */

static void
report (Lint        *lint,
        GigSeverity  severity,
        guint        line,
        guint        column,
        const char  *message,
        const char  *advice,
        const char  *first,
        const char  *second,
        const char  *third)
{
  const char *arguments[] = { first, second, third, NULL };

  g_ptr_array_add (lint->diagnostics,
                   gig_diagnostic_new (severity, lint->file_name, line, column, message, advice, arguments));
}

/* What stands around @p: enough to find it. */
static char *
get_context (Lint       *lint,
             const char *p)
{
  const char *start = p, *end = p;

  for (guint i = 0; i < 12 && start > lint->text; i++)
    start = g_utf8_prev_char (start);
  for (guint i = 0; i < 12 && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return g_strndup (start, end - start);
}

static void
report_text (Lint       *lint,
             const char *place,
             const char *message,
             const char *advice)
{
  g_autofree char *context = get_context (lint, place);

  report (lint, GIG_SEVERITY_WARNING, lint->message->line, lint->message->column, message, advice,
          lint->language, context, NULL);
}

/* --- Typography --- */

static gboolean
is_no_break_space (gunichar c)
{
  return c == 0xA0 || c == 0x202F;
}

static gunichar
get_previous (const char *text,
              const char *p)
{
  return p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;
}

static void
check_common (Lint *lint)
{
  for (const char *p = lint->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (p[0] == ' ' && p[1] == ' ')
        report_text (lint, p, N_("[%s] two spaces: “%s”"), N_("write one space"));
      else if (*p == '"')
        report_text (lint, p, N_("[%s] a straight quotation mark: “%s”"), N_("write “ ” in English, « » in French"));
      else if (*p == '\'')
        report_text (lint, p, N_("[%s] a straight apostrophe: “%s”"), N_("write ’"));
      else if (p[0] == '.' && p[1] == '.' && p[2] == '.')
        {
          report_text (lint, p, N_("[%s] three dots: “%s”"), N_("write the one character …"));
          p += 2;
        }
      else if (p[0] == ' ' && (p[1] == ',' || p[1] == '.') && (p[2] == ' ' || p[2] == '\0'))
        report_text (lint, p, N_("[%s] a space before a comma or a full stop: “%s”"), N_("remove that space"));
    }
}

static gboolean
needs_space_before (const char *text,
                    const char *p)
{
  gunichar c = g_utf8_get_char (p);
  gunichar next = *p != '\0' ? g_utf8_get_char (g_utf8_next_char (p)) : 0;
  gunichar previous = get_previous (text, p);

  if (c == 0xBB)
    return TRUE;
  if (c != ';' && c != '!' && c != '?' && c != ':')
    return FALSE;
  /* “?!” and “…?” belong together; a colon inside a word, a time or an address is no punctuation. */
  if (previous == 0 || is_no_break_space (previous) || previous == '?' || previous == '!' || previous == '(' || previous == 0x2026)
    return FALSE;

  return c != ':' || next == 0 || next == ' ' || is_no_break_space (next);
}

static gboolean
is_title_of_work (Lint       *lint,
                  const char *p)
{
  guint depth = 0;

  /* In a note, what stands in « » is a title, in its own language. */
  if (!g_str_has_prefix (lint->message->kind, "footnote"))
    return FALSE;
  for (const char *q = lint->text; q < p; q = g_utf8_next_char (q))
    {
      gunichar c = g_utf8_get_char (q);

      if (c == 0xAB)
        depth++;
      else if (c == 0xBB && depth > 0)
        depth--;
    }

  return depth > 0 && g_utf8_get_char (p) != 0xBB;
}

/* `[X](#x)?` in a table of members: a mark, not punctuation. */
static gboolean
is_contested_kind (Lint       *lint,
                   const char *p)
{
  return *p == '?' && strstr (lint->message->source, ")?") != NULL && g_str_has_prefix (lint->message->kind, "table");
}

static void
check_french (Lint *lint)
{
  for (const char *p = lint->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar previous = get_previous (lint->text, p);
      gunichar next = g_utf8_get_char (g_utf8_next_char (p));

      if (needs_space_before (lint->text, p) && !is_no_break_space (previous) && !is_title_of_work (lint, p)
          && !is_contested_kind (lint, p))
        report_text (lint, p, N_("[%s] no no-break space before : ; ! ? »: “%s”"), N_("put a no-break space (U+00A0) there"));
      else if (c == 0xAB && !is_no_break_space (next))
        report_text (lint, p, N_("[%s] no no-break space after «: “%s”"), N_("put a no-break space (U+00A0) there"));
      else if ((c == 0x201C || c == 0x201D) && strstr (lint->text, "«") == NULL
               && !g_str_has_prefix (lint->message->kind, "footnote"))
        report_text (lint, p, N_("[%s] english quotation marks: “%s”"), N_("write « »"));
      else if (c == '%' && g_ascii_isdigit (previous))
        report_text (lint, p, N_("[%s] no no-break space before a percent sign: “%s”"), N_("put a no-break space (U+00A0) there"));
      else if (c == 0x2026 && previous == ' ' && next != ' ' && !is_no_break_space (next))
        report_text (lint, p, N_("[%s] a space before …: “%s”"), N_("remove that space"));
    }
}

static void
check_french_words (Lint *lint)
{
  static const char * const units[] = { "milliard", "million", "%", "Go", "To", "Mo", "fois", "heures" };

  /* An English number taken over: “3 billions”. */
  for (const char *p = lint->text; (p = strstr (p, "billion")) != NULL; p++)
    {
      const char *before = p;

      while (before > lint->text && g_unichar_isspace (get_previous (lint->text, before)))
        before = g_utf8_prev_char (before);
      if (before > lint->text && before < p && g_ascii_isdigit (before[-1]))
        report_text (lint, p, N_("[%s] “billion” means a thousand milliards in French: “%s”"),
                     N_("write “milliard” if that is meant"));
    }

  /* A decimal point before a unit: 2.5 milliards. */
  for (const char *p = lint->text; (p = strchr (p, '.')) != NULL; p++)
    {
      const char *end = p + 1;

      if (p == lint->text || !g_ascii_isdigit (p[-1]) || !g_ascii_isdigit (p[1]))
        continue;
      while (g_ascii_isdigit (*end))
        end++;
      if (g_str_has_prefix (end, "\302\240"))
        end += 2;
      else if (*end == ' ')
        end++;
      for (guint i = 0; i < G_N_ELEMENTS (units); i++)
        {
          if (g_str_has_prefix (end, units[i]))
            report_text (lint, p, N_("[%s] a decimal point: “%s”"), N_("write a comma"));
        }
    }
}

/* --- Sources --- */

static void
check_source (Lint *lint)
{
  const char *kind = lint->message->kind;
  guint n_digits = 0;

  if (strcmp (kind, "paragraph") != 0 && strcmp (kind, "list item") != 0)
    return;
  if (strstr (lint->message->source, "[^") != NULL)
    return;
  for (const char *p = lint->text; *p != '\0'; p++)
    {
      /* A digit in a name (GPT-4, Llama 2) claims nothing; a number of two digits may. */
      n_digits = g_ascii_isdigit (*p) ? n_digits + 1 : 0;
      if (n_digits >= 2 && (p[1] == '%' || p[1] == ' ' || is_no_break_space (g_utf8_get_char (p + 1))))
        {
          report_text (lint, p, N_("[%s] a number without a source: “%s”"), N_("add a footnote, such as [^source]"));
          return;
        }
    }
}

/* --- Texts --- */

static char *
get_checked_text (const char *markdown)
{
  g_autoptr (GigInlines) inlines = gig_inlines_parse (markdown);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gig_inlines_get_n_runs (inlines); i++)
    {
      const GigRun *run = gig_inlines_get_run (inlines, i);
      gboolean address = run->link != NULL && strcmp (run->link, run->text) == 0;

      g_string_append (text, (run->style & GIG_INLINE_CODE) != 0 || address ? "\357\277\274" : run->text);
    }

  return g_string_free_and_steal (text);
}

static void
check_texts (Lint *lint)
{
  GPtrArray *messages = gig_lesson_get_messages (lint->lesson);
  gboolean own = strcmp (lint->language, gig_lesson_get_language (lint->lesson)) == 0;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < messages->len; i++)
    {
      const GigMessage *message = g_ptr_array_index (messages, i);
      GigText text;

      if (!message->translatable)
        continue;
      gig_lesson_get_text (lint->lesson, message, lint->language, &text);
      /* One message is one text, wherever it stands; what is missing is counted elsewhere. */
      if (text.state != GIG_TRANSLATION_DONE || !g_hash_table_add (seen, (gpointer) text.markdown))
        continue;

      lint->message = message;
      lint->text = get_checked_text (text.markdown);
      check_common (lint);
      if (g_str_has_prefix (lint->language, "fr"))
        {
          check_french (lint);
          check_french_words (lint);
        }
      if (own && lint->options->sources)
        check_source (lint);
      g_clear_pointer (&lint->text, g_free);
    }
}

/* --- Missing translations --- */

static void
check_complete (Lint *lint)
{
  GPtrArray *messages = gig_lesson_get_messages (lint->lesson);
  guint n_missing = 0;
  guint first = 0;
  g_autofree char *number = NULL;

  for (guint i = 0; i < messages->len; i++)
    {
      const GigMessage *message = g_ptr_array_index (messages, i);
      GigText text;

      gig_lesson_get_text (lint->lesson, message, lint->language, &text);
      if (text.state != GIG_TRANSLATION_DONE && n_missing++ == 0)
        first = message->line;
    }
  if (n_missing == 0)
    return;

  number = g_strdup_printf ("%u", n_missing);
  report (lint, GIG_SEVERITY_WARNING, first, 1, N_("[%s] texts without a translation: %s; this is the first"),
          N_("translate them in the .po file"), lint->language, number, NULL);
}

/* --- Ids --- */

static void
check_ids (Lint *lint)
{
  GPtrArray *concepts = gig_lesson_get_concepts (lint->lesson);

  for (guint i = 0; i < concepts->len; i++)
    {
      GigConcept *concept = g_ptr_array_index (concepts, i);

      if (!gig_concept_has_explicit_id (concept))
        report (lint, GIG_SEVERITY_ERROR, gig_concept_get_line (concept), 1,
                N_("the heading “%s” has no id of its own"), N_("write {#%s} behind it"),
                gig_concept_get_title (concept)->source, gig_concept_get_id (concept), NULL);
    }
}

/* --- The ledger --- */

static void
tie_blocks (Lint       *lint,
            GPtrArray  *blocks,
            GHashTable *tied)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      GigBlock *block = g_ptr_array_index (blocks, i);
      const char * const *ids = gig_block_get_ledger (block);

      for (guint j = 0; ids != NULL && ids[j] != NULL; j++)
        {
          if (!g_hash_table_contains (lint->options->ledger, ids[j]))
            report (lint, GIG_SEVERITY_ERROR, gig_block_get_line (block), 1,
                    N_("there is no ledger id “%s” in “%s”"), N_("correct it"), ids[j], lint->options->ledger_name, NULL);
          g_hash_table_add (tied, (gpointer) ids[j]);
        }
      tie_blocks (lint, gig_block_get_children (block), tied);
    }
}

static void
check_ledger (Lint *lint)
{
  GPtrArray *concepts = gig_lesson_get_concepts (lint->lesson);
  GPtrArray *questions = gig_lesson_get_questions (lint->lesson);
  g_autoptr (GHashTable) tied = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < concepts->len; i++)
    {
      tie_blocks (lint, gig_concept_get_blocks (g_ptr_array_index (concepts, i)), tied);
      tie_blocks (lint, gig_concept_get_notes (g_ptr_array_index (concepts, i)), tied);
    }
  for (guint i = 0; i < questions->len; i++)
    tie_blocks (lint, gig_question_get_blocks (g_ptr_array_index (questions, i)), tied);

  g_hash_table_iter_init (&iter, lint->options->ledger);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (!g_hash_table_contains (tied, id))
        report (lint, GIG_SEVERITY_ERROR, 1, 1, N_("no block is tied to the ledger id “%s” of “%s”"),
                N_("write <!-- ledger: %s --> before the block that says it"), id, lint->options->ledger_name, id);
    }
}

/* --- Spelling --- */

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == 0x2019;
}

/* Adds the words of @text that have no digit and no capital inside: those are names. */
static void
collect_words (Lint             *lint,
               const GigMessage *message,
               const char       *text,
               GHashTable       *words)
{
  const char *p = text;

  while (*p != '\0')
    {
      const char *start;
      gboolean name = FALSE;
      g_autofree char *word = NULL;

      while (*p != '\0' && !is_word_character (g_utf8_get_char (p)) && !g_ascii_isdigit (*p))
        p = g_utf8_next_char (p);
      start = p;
      while (*p != '\0' && (is_word_character (g_utf8_get_char (p)) || g_ascii_isdigit (*p)))
        {
          name = name || g_ascii_isdigit (*p) || (p > start && g_unichar_isupper (g_utf8_get_char (p)));
          p = g_utf8_next_char (p);
        }
      if (name || p == start)
        continue;

      word = g_strndup (start, p - start);
      if ((lint->options->allowed == NULL || !g_hash_table_contains (lint->options->allowed, word))
          && !g_hash_table_contains (words, word))
        g_hash_table_insert (words, g_steal_pointer (&word), (gpointer) message);
    }
}

static void
check_spelling (Lint *lint)
{
  GPtrArray *messages = gig_lesson_get_messages (lint->lesson);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) unknown = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < messages->len; i++)
    {
      const GigMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *plain = NULL;
      GigText text;

      gig_lesson_get_text (lint->lesson, message, lint->language, &text);
      if (!message->translatable || text.state != GIG_TRANSLATION_DONE)
        continue;
      plain = get_checked_text (text.markdown);
      collect_words (lint, message, plain, words);
    }

  list = g_hash_table_get_keys_as_ptr_array (words);
  unknown = gig_spell_check (lint->language, list, &error);
  if (unknown == NULL)
    {
      report (lint, GIG_SEVERITY_WARNING, 1, 1, N_("[%s] the spelling was not checked: %s"),
              N_("install hunspell and its dictionary"), lint->language, error->message, NULL);
      return;
    }
  for (guint i = 0; i < unknown->len; i++)
    {
      const char *word = g_ptr_array_index (unknown, i);
      const GigMessage *message = g_hash_table_lookup (words, word);

      if (message != NULL)
        report (lint, GIG_SEVERITY_WARNING, message->line, message->column, N_("[%s] unknown word “%s”"),
                N_("correct it, or add it to the file of allowed words"), lint->language, word, NULL);
    }
}

/* --- All --- */

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  guint first = gig_diagnostic_get_line (*(GigDiagnostic * const *) a);
  guint second = gig_diagnostic_get_line (*(GigDiagnostic * const *) b);

  return first < second ? -1 : first > second;
}

GPtrArray *
gig_lint (GigLesson            *lesson,
          const char           *file_name,
          const GigLintOptions *options)
{
  const char * const *languages = gig_lesson_get_languages (lesson);
  Lint lint = { .lesson = lesson, .file_name = file_name, .options = options };

  lint.diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_diagnostic_unref);
  if (options->explicit_ids)
    check_ids (&lint);
  if (options->ledger != NULL)
    check_ledger (&lint);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (strcmp (languages[i], GIG_LANGUAGE_PSEUDO) == 0)
        continue;
      lint.language = languages[i];
      check_texts (&lint);
      if (i > 0)
        check_complete (&lint);
      if (options->spelling)
        check_spelling (&lint);
    }
  g_ptr_array_sort (lint.diagnostics, compare_lines);

  return lint.diagnostics;
}
