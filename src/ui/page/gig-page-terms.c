/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-page-terms.h"

#include "gig-collation.h"
#include "gig-language-host.h"
#include "gig-page-pieces.h"
#include "gig-rows.h"

/* --- Which terms a page uses --- */

static void
append_text (GString   *text,
             GigLesson *lesson,
             GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      GigBlock *block = g_ptr_array_index (blocks, i);

      if (gig_block_get_message (block) != NULL)
        {
          g_autofree char *plain = gig_lesson_get_plain_text (lesson, gig_block_get_message (block),
                                                              gig_lesson_get_language (lesson));

          g_string_append_printf (text, " %s ", plain);
        }
      append_text (text, lesson, gig_block_get_children (block));
    }
}

/* How often @word stands in @text as a word of its own, with or without an ending s. */
static guint
count_word (const char *text,
            const char *word)
{
  gsize length = strlen (word);
  guint n = 0;

  if (length < 2)
    return 0;
  for (const char *hit = strstr (text, word); hit != NULL; hit = strstr (hit + length, word))
    {
      const char *end = hit + length;

      if (*end == 's')
        end++;
      if ((hit == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (hit))))
          && !g_unichar_isalnum (g_utf8_get_char (end)))
        n++;
    }

  return n;
}

typedef struct
{
  GigTerm *term;
  guint    weight;
} Found;

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *first = a;
  const Found *second = b;

  return (second->weight > first->weight) - (second->weight < first->weight);
}

/* (transfer full) (element-type Found): the most used first */
static GArray *
find_terms (GigLesson  *lesson,
            GigConcept *concept)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *terms = gig_lesson_get_terms (lesson);
  const char *code = gig_lesson_get_language (lesson);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *title = gig_lesson_get_plain_text (lesson, gig_concept_get_title (concept), code);
  g_autofree char *folded = NULL;

  if (terms->len == 0)
    return found;

  g_string_append (text, title);
  append_text (text, lesson, gig_concept_get_blocks (concept));
  folded = gig_fold (text->str);
  for (guint i = 0; i < terms->len; i++)
    {
      Found entry = { g_ptr_array_index (terms, i), 0 };
      const char *word = gig_term_get_text (entry.term, code);
      g_autofree char *folded_word = word != NULL ? gig_fold (word) : NULL;

      if (folded_word != NULL)
        entry.weight = count_word (folded, folded_word);
      if (entry.weight > 0 && gig_term_get_concept (entry.term) == concept)
        entry.weight += G_MAXUINT16;
      if (entry.weight > 0)
        g_array_append_val (found, entry);
    }
  g_array_sort (found, compare_found);

  return found;
}

static gboolean
is_glossary (GigConcept *concept)
{
  GPtrArray *blocks = gig_concept_get_blocks (concept);

  for (guint i = 0; i < blocks->len; i++)
    {
      GigBlock *block = g_ptr_array_index (blocks, i);

      if (gig_block_get_block_type (block) == GIG_BLOCK_TABLE && gig_block_get_table_kind (block) == GIG_TABLE_GLOSSARY)
        return TRUE;
    }

  return FALSE;
}

/* --- Showing them --- */

static gboolean
says_something (const char *value)
{
  return value != NULL && *value != '\0' && !g_str_equal (value, "–") && !g_str_equal (value, "—");
}

/* “English – token”, for each other language */
static void
add_others (GStrvBuilder *notes,
            GigLesson    *lesson,
            GigTerm      *term,
            GigLanguage  *language)
{
  const char * const *codes = gig_lesson_get_languages (lesson);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *other = gig_term_get_text (term, codes[i]);

      if (!says_something (other) || g_str_equal (codes[i], gig_language_get_code (language)))
        continue;
      g_strv_builder_take (notes, gig_language_pformat (language, "a language and a term in it", "%1$s – %2$s",
                                                        gig_language_title_of (codes[i]), other));
    }
}

static void
row_language_cb (GtkWidget   *widget,
                 GigLanguage *language,
                 gpointer     user_data)
{
  GigTerm *term = user_data;
  GigLesson *lesson = gig_page_piece_get_lesson (widget);
  const char *code = gig_language_get_code (language);
  const char *title = gig_term_get_text (term, code);
  GPtrArray *attributes = gig_term_get_attributes (term);
  g_autoptr(GStrvBuilder) notes = g_strv_builder_new ();
  g_autofree char *remark = NULL;
  g_autofree char *subtitle = NULL;
  g_auto(GStrv) list = NULL;

  add_others (notes, lesson, term, language);
  for (guint i = 0; i < attributes->len; i++)
    {
      const GigAttribute *attribute = g_ptr_array_index (attributes, i);
      g_autofree char *value = gig_lesson_get_plain_text (lesson, attribute->value, code);

      if (says_something (value) && i + 1 == attributes->len)
        remark = g_steal_pointer (&value);
      else if (says_something (value))
        g_strv_builder_take (notes, g_steal_pointer (&value));
    }
  list = g_strv_builder_end (notes);
  subtitle = gig_language_join_notes (language, (const char * const *) list);
  /* The last column is a sentence: it has a line of its own. */
  if (remark != NULL)
    {
      g_autofree char *line = g_steal_pointer (&subtitle);

      subtitle = *line != '\0' ? g_strjoin ("\n", line, remark, NULL) : g_strdup (remark);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title != NULL ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
}

static GtkWidget *
create_row (GigLesson  *lesson,
            GigTerm    *term,
            GigConcept *concept)
{
  GtkWidget *row = gig_action_row_new ();
  GigConcept *target = gig_term_get_concept (term);

  gig_page_piece_set_lesson (row, lesson);
  if (target != NULL && target != concept)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gig_page_piece_link (row, gig_concept_get_id (target));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gig_widget_watch_language (row, row_language_cb, term);

  return row;
}

static void
expander_language_cb (GtkWidget   *widget,
                      GigLanguage *language,
                      gpointer     user_data)
{
  const char *code = gig_language_get_code (language);
  GPtrArray *terms = user_data;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      const char *name = gig_term_get_text (g_ptr_array_index (terms, i), code);

      if (name != NULL)
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);
  subtitle = gig_language_join_notes (language, (const char * const *) names->pdata);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), gig_language_gettext (language, "Terms on this page"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (widget), subtitle);
}

typedef struct
{
  GigLesson  *lesson;
  GigConcept *concept;
  GPtrArray  *terms;    /* (element-type GigTerm) */
} Terms;

static void
terms_free (Terms *terms)
{
  gig_lesson_unref (terms->lesson);
  g_ptr_array_unref (terms->terms);
  g_free (terms);
}

/* Most readers never open it. */
static void
expanded_cb (AdwExpanderRow *expander,
             GParamSpec     *pspec,
             Terms          *terms)
{
  g_signal_handlers_disconnect_by_func (expander, expanded_cb, terms);
  for (guint i = 0; i < terms->terms->len; i++)
    adw_expander_row_add_row (expander, create_row (terms->lesson, g_ptr_array_index (terms->terms, i), terms->concept));
}

GtkWidget *
gig_page_terms_create (GigLesson  *lesson,
                       GigConcept *concept)
{
  g_autoptr(GArray) found = NULL;
  Terms *terms;
  GtkWidget *list, *expander;

  g_return_val_if_fail (lesson != NULL && concept != NULL, NULL);

  if (is_glossary (concept))
    return NULL;
  found = find_terms (lesson, concept);
  if (found->len == 0)
    return NULL;

  list = gig_page_piece_new_list ();
  expander = gig_expander_row_new ();
  terms = g_new0 (Terms, 1);
  terms->lesson = gig_lesson_ref (lesson);
  terms->concept = concept;
  terms->terms = g_ptr_array_new ();
  for (guint i = 0; i < MIN (found->len, GIG_PAGE_TERMS_MAX); i++)
    g_ptr_array_add (terms->terms, g_array_index (found, Found, i).term);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), terms);
  g_object_set_data_full (G_OBJECT (expander), "terms", terms, (GDestroyNotify) terms_free);
  gig_widget_watch_language (expander, expander_language_cb, terms->terms);
  gtk_list_box_append (GTK_LIST_BOX (list), expander);
  gig_page_piece_name_list (list, expander);

  return list;
}
