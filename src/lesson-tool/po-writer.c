/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "po-writer.h"

#include <string.h>

typedef struct
{
  const GigMessage *first;
  GPtrArray        *messages;   /* all of the same context and text */
} Entry;

static void
append_string (GString    *po,
               const char *keyword,
               const char *text)
{
  g_string_append_printf (po, "%s \"", keyword);
  if (strchr (text, '\n') != NULL)
    g_string_append (po, "\"\n\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '"':
        case '\\':
          g_string_append_c (po, '\\');
          g_string_append_c (po, *p);
          break;
        case '\n':
          g_string_append (po, "\\n");
          if (p[1] != '\0')
            g_string_append (po, "\"\n\"");
          break;
        case '\t':
          g_string_append (po, "\\t");
          break;
        default:
          g_string_append_c (po, *p);
          break;
        }
    }
  g_string_append (po, "\"\n");
}

/* Each different text of @get once, as `#.` comments. */
static void
append_comments (GString   *po,
                 GPtrArray *messages,
                 gsize      offset)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new ();

  for (guint i = 0; i < messages->len; i++)
    {
      const char *text = G_STRUCT_MEMBER (const char *, g_ptr_array_index (messages, i), offset);
      g_auto (GStrv) lines = NULL;

      if (text == NULL || g_ptr_array_find_with_equal_func (written, text, g_str_equal, NULL))
        continue;
      g_ptr_array_add (written, (gpointer) text);
      lines = g_strsplit (text, "\n", -1);
      for (guint j = 0; lines[j] != NULL; j++)
        g_string_append_printf (po, "#. %s\n", g_strstrip (lines[j]));
    }
}

static void
append_entry (GString        *po,
              Entry          *entry,
              const char     *file_name,
              GigPoTranslate  translate,
              gpointer        user_data)
{
  const char *translation = translate != NULL ? translate (entry->first, user_data) : NULL;

  g_string_append_c (po, '\n');
  append_comments (po, entry->messages, G_STRUCT_OFFSET (GigMessage, comment));
  append_comments (po, entry->messages, G_STRUCT_OFFSET (GigMessage, kind));
  for (guint i = 0; i < entry->messages->len; i++)
    g_string_append_printf (po, "#: %s:%u\n", file_name, ((const GigMessage *) g_ptr_array_index (entry->messages, i))->line);
  if (entry->first->context != NULL)
    append_string (po, "msgctxt", entry->first->context);
  append_string (po, "msgid", entry->first->source);
  append_string (po, "msgstr", translation != NULL ? translation : "");
}

/* A date that does not change when nothing else does: the lesson's own. */
static char *
get_date (GigLesson *lesson)
{
  const char *as_of = gig_lesson_get_metadata (lesson, "as-of");
  gsize length = as_of != NULL ? strlen (as_of) : 0;

  return g_strdup_printf ("%s%s 00:00+0000", length >= 4 ? as_of : "2000-01-01",
                          length == 4 ? "-01-01" : length == 7 ? "-01" : "");
}

static void
append_header (GString    *po,
               GigLesson  *lesson,
               const char *language)
{
  g_autofree char *date = get_date (lesson);
  g_autofree char *title = gig_lesson_get_plain_text (lesson, gig_lesson_get_title (lesson), gig_lesson_get_language (lesson));
  /* gettext's own forms for these languages; a translator corrects others. */
  const char *plural = g_strcmp0 (language, "fr") == 0 ? "nplurals=2; plural=(n > 1);" : "nplurals=2; plural=(n != 1);";

  g_string_append_printf (po,
                          "# Messages of the lesson “%s”.\n"
                          "# This file is distributed under the same license as the lesson.\n"
                          "#\n"
                          "msgid \"\"\n"
                          "msgstr \"\"\n"
                          "\"Project-Id-Version: %s\\n\"\n"
                          "\"Report-Msgid-Bugs-To: \\n\"\n"
                          "\"POT-Creation-Date: %s\\n\"\n"
                          "\"PO-Revision-Date: %s\\n\"\n"
                          "\"Last-Translator: \\n\"\n"
                          "\"Language-Team: \\n\"\n"
                          "\"Language: %s\\n\"\n"
                          "\"MIME-Version: 1.0\\n\"\n"
                          "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                          "\"Content-Transfer-Encoding: 8bit\\n\"\n",
                          title, gig_lesson_get_name (lesson), date, date, language != NULL ? language : "");
  if (language != NULL)
    g_string_append_printf (po, "\"Plural-Forms: %s\\n\"\n", plural);
}

static void
free_entry (Entry *entry)
{
  g_ptr_array_unref (entry->messages);
  g_free (entry);
}

char *
gig_po_write (GigLesson      *lesson,
              const char     *file_name,
              const char     *language,
              GigPoTranslate  translate,
              gpointer        user_data)
{
  GPtrArray *messages = gig_lesson_get_messages (lesson);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  GString *po = g_string_new (NULL);

  for (guint i = 0; i < messages->len; i++)
    {
      const GigMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *key = g_strconcat (message->context != NULL ? message->context : "", "\004", message->source, NULL);
      Entry *entry;

      if (!message->translatable)
        continue;
      entry = g_hash_table_lookup (found, key);
      if (entry == NULL)
        {
          entry = g_new0 (Entry, 1);
          entry->first = message;
          entry->messages = g_ptr_array_new ();
          g_ptr_array_add (entries, entry);
          g_hash_table_insert (found, g_steal_pointer (&key), entry);
        }
      g_ptr_array_add (entry->messages, (gpointer) message);
    }

  append_header (po, lesson, language);
  for (guint i = 0; i < entries->len; i++)
    append_entry (po, g_ptr_array_index (entries, i), file_name, translate, user_data);

  return g_string_free_and_steal (po);
}
