/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-comparison.h"

static char *
get_text (GigLesson        *lesson,
          const GigMessage *message,
          GigLanguage      *language)
{
  return message != NULL ? gig_lesson_get_plain_text (lesson, message, gig_language_get_code (language)) : g_strdup ("");
}

char *
gig_subject_get_name (const GigSubject *subject,
                      GigLesson        *lesson,
                      GigLanguage      *language)
{
  g_return_val_if_fail (subject != NULL && lesson != NULL, NULL);

  if (subject->member != NULL)
    return get_text (lesson, gig_member_get_name (subject->member), language);

  return get_text (lesson, subject->concept != NULL ? gig_concept_get_label (subject->concept) : NULL, language);
}

/* --- Cells --- */

static char *
join_concepts (GigLesson   *lesson,
               GPtrArray   *concepts,
               GigLanguage *language)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; i < concepts->len; i++)
    g_strv_builder_take (names, get_text (lesson, gig_concept_get_label (g_ptr_array_index (concepts, i)), language));
  list = g_strv_builder_end (names);

  return concepts->len > 0 ? gig_language_format_and_list (language, (const char * const *) list) : g_strdup ("");
}

static char *
create_definition (const GigSubject *subject,
                   GigLesson        *lesson,
                   GigLanguage      *language)
{
  GigConcept *concept = subject->concept;

  if (subject->member != NULL)
    concept = gig_member_get_concept (subject->member);

  return get_text (lesson, concept != NULL ? gig_concept_get_lead (concept) : NULL, language);
}

static char *
create_kind_of (const GigSubject *subject,
                GigLesson        *lesson,
                GigLanguage      *language)
{
  if (subject->member != NULL)
    return join_concepts (lesson, gig_member_get_kinds (subject->member), language);

  return join_concepts (lesson, gig_concept_get_kinds_of (subject->concept), language);
}

static char *
create_debated (const GigSubject *subject,
                GigLesson        *lesson,
                GigLanguage      *language)
{
  if (subject->member == NULL)
    return g_strdup ("");

  return join_concepts (lesson, gig_member_get_contested_kinds (subject->member), language);
}

static char *
create_kinds (const GigSubject *subject,
              GigLesson        *lesson,
              GigLanguage      *language)
{
  return subject->concept != NULL ? join_concepts (lesson, gig_concept_get_kinds (subject->concept), language) : g_strdup ("");
}

/* At most a handful of its members. */
static char *
create_examples (const GigSubject *subject,
                 GigLesson        *lesson,
                 GigLanguage      *language)
{
  const guint max = 5;
  GPtrArray *members = gig_lesson_get_members (lesson);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  guint n = 0;

  for (guint i = 0; subject->concept != NULL && i < members->len && n < max; i++)
    if (g_ptr_array_find (gig_member_get_kinds (g_ptr_array_index (members, i)), subject->concept, NULL))
      {
        g_strv_builder_take (names, get_text (lesson, gig_member_get_name (g_ptr_array_index (members, i)), language));
        n++;
      }
  list = g_strv_builder_end (names);

  return n > 0 ? gig_language_format_and_list (language, (const char * const *) list) : g_strdup ("");
}

static void
take_row (GPtrArray  *rows,
          const char *label,
          char      **cells,
          guint       n_cells)
{
  g_autoptr(GStrvBuilder) row = g_strv_builder_new ();
  gboolean any = FALSE;

  g_strv_builder_add (row, label);
  for (guint i = 0; i < n_cells; i++)
    {
      any |= *cells[i] != '\0';
      g_strv_builder_take (row, cells[i]);
    }
  if (any)
    g_ptr_array_add (rows, g_strv_builder_end (row));
}

typedef char * (* CellFunc) (const GigSubject *subject,
                             GigLesson        *lesson,
                             GigLanguage      *language);

static void
add_row (GPtrArray        *rows,
         const char       *label,
         CellFunc          func,
         GigLesson        *lesson,
         const GigSubject *subjects,
         guint             n_subjects,
         GigLanguage      *language)
{
  char *cells[GIG_COMPARISON_MAX];

  for (guint i = 0; i < n_subjects; i++)
    cells[i] = func (&subjects[i], lesson, language);
  take_row (rows, label, cells, n_subjects);
}

/* A dash says nothing; a month is written in words. */
static char *
create_fact (GigLesson          *lesson,
             const GigAttribute *attribute,
             GigLanguage        *language)
{
  g_autofree char *text = NULL;

  if (attribute == NULL || gig_message_is_blank (attribute->value))
    return g_strdup ("");
  text = get_text (lesson, attribute->value, language);
  if (attribute->role != GIG_ATTRIBUTE_AS_OF)
    return g_steal_pointer (&text);

  return gig_language_format_date (language, text);
}

static void
add_attributes (GPtrArray        *rows,
                GigLesson        *lesson,
                const GigSubject *subjects,
                guint             n_subjects,
                GigLanguage      *language)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_subjects; i++)
    {
      GPtrArray *attributes = subjects[i].member != NULL ? gig_member_get_attributes (subjects[i].member) : NULL;

      for (guint j = 0; attributes != NULL && j < attributes->len; j++)
        {
          const GigAttribute *attribute = g_ptr_array_index (attributes, j);
          g_autofree char *label = NULL;
          char *cells[GIG_COMPARISON_MAX];

          if (!g_hash_table_add (seen, (gpointer) attribute->key))
            continue;
          label = get_text (lesson, attribute->name, language);
          for (guint k = 0; k < n_subjects; k++)
            {
              const GigAttribute *own = subjects[k].member != NULL ? gig_member_get_attribute (subjects[k].member, attribute->key) : NULL;

              cells[k] = create_fact (lesson, own, language);
            }
          take_row (rows, label, cells, n_subjects);
        }
    }
}

GPtrArray *
gig_comparison_create_rows (GigLesson        *lesson,
                            const GigSubject *subjects,
                            guint             n_subjects,
                            GigLanguage      *language)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  char *names[GIG_COMPARISON_MAX];

  g_return_val_if_fail (lesson != NULL && GIG_IS_LANGUAGE (language), rows);
  g_return_val_if_fail (n_subjects <= GIG_COMPARISON_MAX, rows);

  for (guint i = 0; i < n_subjects; i++)
    names[i] = gig_subject_get_name (&subjects[i], lesson, language);
  take_row (rows, "", names, n_subjects);
  add_row (rows, gig_language_gettext (language, "Definition"), create_definition, lesson, subjects, n_subjects, language);
  add_row (rows, gig_language_pgettext (language, "comparison", "A kind of"), create_kind_of, lesson, subjects, n_subjects, language);
  add_row (rows, gig_language_pgettext (language, "comparison", "Debated"), create_debated, lesson, subjects, n_subjects, language);
  /* Translators: the row of a comparison with the concepts below this one */
  add_row (rows, gig_language_gettext (language, "Its kinds"), create_kinds, lesson, subjects, n_subjects, language);
  add_row (rows, gig_language_pgettext (language, "comparison", "Examples"), create_examples, lesson, subjects, n_subjects, language);
  add_attributes (rows, lesson, subjects, n_subjects, language);

  return rows;
}

/* --- Relations --- */

static void
add_concepts (GPtrArray *concepts,
              GPtrArray *more)
{
  for (guint i = 0; i < more->len && concepts->len < GIG_VIEW_MAX_SETS; i++)
    if (!g_ptr_array_find (concepts, g_ptr_array_index (more, i), NULL))
      g_ptr_array_add (concepts, g_ptr_array_index (more, i));
}

GPtrArray *
gig_comparison_collect_sets (const GigSubject *subjects,
                             guint             n_subjects)
{
  GPtrArray *concepts = g_ptr_array_new ();

  for (guint i = 0; i < n_subjects; i++)
    if (subjects[i].concept != NULL && gig_concept_is_set (subjects[i].concept)
        && !g_ptr_array_find (concepts, subjects[i].concept, NULL))
      g_ptr_array_add (concepts, subjects[i].concept);
  for (guint i = 0; i < n_subjects; i++)
    if (subjects[i].member != NULL)
      add_concepts (concepts, gig_member_get_kinds (subjects[i].member));

  return concepts;
}

GPtrArray *
gig_comparison_create_sentences (GigLesson        *lesson,
                                 const GigSubject *subjects,
                                 guint             n_subjects,
                                 GigLanguage      *language)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) concepts = gig_comparison_collect_sets (subjects, n_subjects);
  GigView *view;

  if (concepts->len == 0)
    return sentences;

  view = gig_view_new_for_concepts (lesson, (GigConcept * const *) concepts->pdata, concepts->len);
  for (guint i = 0; i < n_subjects; i++)
    {
      int a = subjects[i].concept != NULL ? gig_view_find_set (view, subjects[i].concept) : -1;
      const GigViewMember *member = subjects[i].member != NULL ? gig_view_find_member (view, subjects[i].member) : NULL;

      if (member != NULL)
        g_ptr_array_add (sentences, gig_view_describe_member (view, lesson, member, language));
      for (guint j = i + 1; a >= 0 && j < n_subjects; j++)
        {
          int b = subjects[j].concept != NULL ? gig_view_find_set (view, subjects[j].concept) : -1;

          if (b >= 0 && b != a)
            g_ptr_array_add (sentences, gig_view_describe_relation (view, lesson, a, b, language));
        }
    }
  gig_view_free (view);

  return sentences;
}

/* --- Markdown --- */

static void
append_cell (GString    *text,
             const char *cell)
{
  g_string_append (text, " ");
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '|')
        g_string_append (text, "\\|");
      else
        g_string_append_c (text, *p == '\n' ? ' ' : *p);
    }
  g_string_append (text, " |");
}

char *
gig_comparison_to_markdown (GPtrArray *rows,
                            GPtrArray *sentences)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (rows != NULL && sentences != NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      g_string_append_c (text, '|');
      for (guint j = 0; row[j] != NULL; j++)
        append_cell (text, row[j]);
      g_string_append_c (text, '\n');
      if (i > 0)
        continue;
      g_string_append_c (text, '|');
      for (guint j = 0; row[j] != NULL; j++)
        g_string_append (text, " --- |");
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "\n%s\n", (char *) g_ptr_array_index (sentences, i));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* --- The lesson's own tables --- */

static gboolean
header_links_to (GigLesson  *lesson,
                 GigBlock   *table,
                 GigConcept *concept)
{
  GPtrArray *rows = gig_block_get_children (table);
  GPtrArray *cells = rows->len > 0 ? gig_block_get_children (g_ptr_array_index (rows, 0)) : NULL;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    {
      const GigMessage *message = gig_block_get_message (g_ptr_array_index (cells, i));
      g_autoptr(GigInlines) inlines = message != NULL ? gig_inlines_parse (message->source) : NULL;

      for (guint j = 0; inlines != NULL && j < gig_inlines_get_n_runs (inlines); j++)
        {
          const char *link = gig_inlines_get_run (inlines, j)->link;

          if (link != NULL && *link == '#' && gig_lesson_find_concept (lesson, link + 1) == concept)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
compares (GigLesson        *lesson,
          GigBlock         *block,
          const GigSubject *subjects,
          guint             n_subjects)
{
  if (gig_block_get_block_type (block) != GIG_BLOCK_TABLE || gig_block_get_table_kind (block) != GIG_TABLE_COMPARISON)
    return FALSE;
  for (guint i = 0; i < n_subjects; i++)
    if (subjects[i].concept == NULL || !header_links_to (lesson, block, subjects[i].concept))
      return FALSE;

  return TRUE;
}

GPtrArray *
gig_comparison_find_tables (GigLesson        *lesson,
                            const GigSubject *subjects,
                            guint             n_subjects)
{
  GPtrArray *tables = g_ptr_array_new ();
  GPtrArray *concepts = gig_lesson_get_concepts (lesson);

  for (guint i = 0; i < concepts->len; i++)
    {
      GPtrArray *blocks = gig_concept_get_blocks (g_ptr_array_index (concepts, i));

      for (guint j = 0; j < blocks->len; j++)
        if (compares (lesson, g_ptr_array_index (blocks, j), subjects, n_subjects))
          g_ptr_array_add (tables, g_ptr_array_index (blocks, j));
    }

  return tables;
}
