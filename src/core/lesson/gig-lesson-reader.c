/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-lesson-build.h"
#include "gig-lesson-translation.h"

G_DEFINE_QUARK (gig-lesson-error-quark, gig_lesson_error)

/* A text file has no NUL; so many bytes are looked at. */
#define SNIFFED_BYTES 8192

/* --- From the tree of Markdown to concepts --- */

static const GigNode *
find_section_end (const GigNode *heading)
{
  const GigNode *node = heading->next;

  while (node != NULL && node->type != GIG_NODE_FOOTNOTE
         && (node->type != GIG_NODE_HEADING || node->level > heading->level))
    node = node->next;

  return node;
}

static GigConceptRole
get_role (GigLessonBuild *build,
          const GigNode  *heading,
          const GigNode  *end)
{
  if (gig_keywords_match (build->keywords, GIG_KEYWORD_TOUR, heading->plain) && gig_lesson_tour_is (build, heading, end))
    return GIG_CONCEPT_TOURS;
  if (gig_keywords_match (build->keywords, GIG_KEYWORD_QUIZ, heading->plain) && gig_lesson_quiz_is (build, heading, end))
    return GIG_CONCEPT_QUIZ;

  return gig_lesson_slip_role (build, heading, end);
}

/* The introduction of a tour or a quiz is its concept's page; the rest waits. */
static const GigNode *
read_section (GigLessonBuild *build,
              const GigNode  *heading,
              const GigNode  *end)
{
  GigPendingSection section = { .concept = build->concept, .end = end };
  const GigNode *node = heading->next;
  gboolean tours = build->concept->role == GIG_CONCEPT_TOURS;

  while (node != NULL && node != end && node->type != GIG_NODE_HEADING && !(tours && node->type == GIG_NODE_LIST))
    node = gig_lesson_blocks_read (build, node, build->concept->blocks)->next;
  section.first = node;
  section.directives = build->directives;
  g_array_append_val (build->sections, section);
  build->directives = (GigDirectives) { 0 };

  return end;
}

static void
end_concept (GigLessonBuild *build)
{
  GigConcept *concept = build->concept;

  if (concept == NULL)
    return;

  gig_lesson_build_flush_footnotes (build, concept->blocks, concept->notes);
  for (guint i = 0; i < concept->blocks->len && concept->lead == NULL; i++)
    {
      GigBlock *block = g_ptr_array_index (concept->blocks, i);

      if (block->type == GIG_BLOCK_PARAGRAPH)
        concept->lead = block->message;
    }
}

/* Whether there is something to show in @node before the first heading. */
static gboolean
is_content (const GigNode *node)
{
  return node->type != GIG_NODE_FOOTNOTE && (node->type != GIG_NODE_HTML || !g_str_has_prefix (node->text, "<!--"));
}

static const GigNode *
read_heading (GigLessonBuild *build,
              const GigNode  *heading)
{
  const GigNode *end = find_section_end (heading);
  GigConceptRole role = get_role (build, heading, end);

  end_concept (build);
  gig_heading_read_concept (build, heading);
  build->concept->role = role;

  return role == GIG_CONCEPT_PAGE ? heading->next : read_section (build, heading, end);
}

static void
read_document (GigLessonBuild *build,
               const GigNode  *document)
{
  for (const GigNode *node = document->children; node != NULL; )
    {
      if (node->type == GIG_NODE_HEADING)
        node = read_heading (build, node);
      else
        {
          if (build->concept == NULL && is_content (node))
            gig_heading_create_preamble (build);
          if (build->concept != NULL || node->type == GIG_NODE_HTML)
            node = gig_lesson_blocks_read (build, node, build->concept != NULL ? build->concept->blocks : NULL);
          node = node->next;
        }
    }
  end_concept (build);
}

static void
collect_footnotes (GigLessonBuild *build,
                   const GigNode  *document)
{
  for (const GigNode *node = document->children; node != NULL; node = node->next)
    {
      GigFootnote *footnote;

      if (node->type != GIG_NODE_FOOTNOTE || g_hash_table_contains (build->footnotes, node->text))
        continue;
      footnote = gig_arena_new0 (build->scratch, GigFootnote);
      footnote->node = node;
      footnote->line = node->line;
      g_hash_table_insert (build->footnotes, (gpointer) node->text, footnote);
    }
}

/* The title of a lesson whose front matter has none: its first heading if the
 * text starts with it, else the file's name. */
static void
choose_title (GigLessonBuild *build,
              const GigNode  *document)
{
  const GigNode *node = document->children;
  g_autofree char *markdown = NULL;

  if (build->lesson->title != NULL)
    return;
  while (node != NULL && !is_content (node))
    node = node->next;
  if (node != NULL && node->type == GIG_NODE_HEADING)
    return;

  markdown = gig_markdown_escape (build->lesson->name);
  build->directives.skip = TRUE;
  build->lesson->title = gig_lesson_build_message (build, markdown, "file name", 1, 1);
  build->directives.skip = FALSE;
}

/* Concepts that members or views use are sets too. */
static void
read_pending (GigLessonBuild *build,
              const GigNode  *document)
{
  gig_lesson_resolve_relatives (build);
  gig_lesson_tables_finish (build);
  for (guint i = 0; i < build->sections->len; i++)
    {
      const GigPendingSection *section = &g_array_index (build->sections, GigPendingSection, i);

      build->concept = section->concept;
      build->directives = section->directives;
      if (section->concept->role == GIG_CONCEPT_TOURS)
        gig_lesson_tour_read (build, section);
      else
        gig_lesson_quiz_read (build, section);
      build->directives = (GigDirectives) { 0 };
    }
  gig_lesson_blocks_read_fences (build);
  gig_lesson_check_links (build);
  gig_lesson_check_footnotes (build, document);
}

static GigLesson *
read_source (GBytes     *bytes,
             const char *file_name,
             GFile      *file)
{
  static const GigMarkdownLimits limits = {
    GIG_LESSON_MAX_NESTING, GIG_LESSON_MAX_TABLE_CELLS, GIG_LESSON_MAX_BLOCKS
  };
  g_autoptr (GigSource) source = gig_source_new (bytes);
  g_autoptr (GigSource) mended = NULL;
  g_autofree char *mended_text = NULL;
  GigLessonBuild *build = gig_lesson_build_new (source, file_name);
  const GigNode *document;
  const char *text;
  gsize length;
  guint first_line;
  gboolean has_ids;

  if (file != NULL)
    {
      build->lesson->file = g_object_ref (file);
      build->folder = g_file_get_parent (file);
    }

  gig_lesson_check_text (build);
  /* Other programs have front matter of their own: what is an error in a lesson is
   * none there. Which it is, is not known for certain before the headings are. */
  text = gig_source_get_text (source, 1, &length);
  has_ids = strstr (text, "{#") != NULL;
  build->strict = has_ids || strstr (text, "\ngigogne:") != NULL;
  first_line = gig_front_matter_read (build);
  build->strict = g_hash_table_contains (build->lesson->metadata, "gigogne");
  build->keywords = gig_keywords_new (build->lesson->language);
  mended_text = build->strict || has_ids ? gig_lesson_mend (build, first_line) : NULL;
  if (mended_text != NULL)
    {
      g_autoptr (GBytes) mended_bytes = g_bytes_new_static (mended_text, strlen (mended_text));

      mended = gig_source_new (mended_bytes);
      build->source = mended;
    }
  text = gig_source_get_text (build->source, first_line, &length);
  document = gig_markdown_parse (text, length, first_line, &limits, build->scratch, build->lesson->arena);

  gig_heading_reserve_ids (build, document);
  collect_footnotes (build, document);
  choose_title (build, document);
  read_document (build, document);
  if (build->lesson->concepts->len == 0)
    {
      choose_title (build, document);
      gig_heading_create_preamble (build);
      gig_lesson_build_report (build, GIG_SEVERITY_ERROR, 1, 1, N_("there is nothing in this file"),
                               N_("write a heading, such as “# Title {#id}”, and a text below it"), NULL);
    }
  if (build->lesson->title == NULL)
    build->lesson->title = ((GigConcept *) g_ptr_array_index (build->lesson->concepts, 0))->title;
  read_pending (build, document);

  return gig_lesson_build_finish (build);
}

/* --- Files --- */

GigLesson *
gig_lesson_read_bytes (GBytes     *bytes,
                       const char *name,
                       GPtrArray  *catalogues)
{
  GigLesson *lesson;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  lesson = read_source (bytes, name, NULL);
  for (guint i = 0; catalogues != NULL && i < catalogues->len; i++)
    _gig_lesson_add_catalogue (lesson, g_ptr_array_index (catalogues, i), NULL);
  _gig_lesson_end_catalogues (lesson);

  return lesson;
}

static const char * const errors[] = {
  [GIG_LESSON_ERROR_NOT_FOUND] = N_("There is no file “%s”."),
  [GIG_LESSON_ERROR_NOT_A_FILE] = N_("“%s” is not a file. Choose a Markdown file."),
  [GIG_LESSON_ERROR_NO_PERMISSION] = N_("You may not read “%s”. Change its permissions, or copy it to a folder of your own."),
  [GIG_LESSON_ERROR_TOO_LARGE] = N_("“%s” is larger than 16 MB. Divide it into several lessons."),
  [GIG_LESSON_ERROR_NOT_TEXT] = N_("“%s” is not a text. Choose a Markdown file in the encoding UTF-8."),
  [GIG_LESSON_ERROR_FAILED] = N_("“%s” could not be read."),
};

char *
gig_lesson_error_describe (const GError *error,
                           GFile        *file,
                           GigLanguage  *language)
{
  g_autofree char *name = NULL;
  g_autoptr (GString) text = NULL;
  guint code = GIG_LESSON_ERROR_FAILED;
  const char *format;

  g_return_val_if_fail (error != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (error->domain == GIG_LESSON_ERROR && error->code >= 0 && error->code < (int) G_N_ELEMENTS (errors))
    code = error->code;
  format = errors[code];
  if (language != NULL)
    format = gig_language_gettext (language, format);
  name = _gig_lesson_name_file (file);
  text = g_string_new (format);
  g_string_replace (text, "%s", name, 1);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
set_error (GError         **error,
           GFile           *file,
           GigLessonError   code)
{
  g_autoptr (GError) plain = g_error_new_literal (GIG_LESSON_ERROR, code, "");
  g_autofree char *text = gig_lesson_error_describe (plain, file, NULL);

  g_set_error_literal (error, GIG_LESSON_ERROR, code, text);
}

/* Replaces an error of GIO by one of ours; a cancellation stays. */
static void
take_error (GError **error,
            GFile   *file,
            GError  *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY)
      || g_error_matches (cause, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND))
    set_error (error, file, GIG_LESSON_ERROR_NOT_FOUND);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    set_error (error, file, GIG_LESSON_ERROR_NO_PERMISSION);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    set_error (error, file, GIG_LESSON_ERROR_NOT_A_FILE);
  else
    set_error (error, file, GIG_LESSON_ERROR_FAILED);
  g_error_free (cause);
}

static GBytes *
load (GFile         *file,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *cause = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info == NULL)
    {
      take_error (error, file, cause);
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      set_error (error, file, GIG_LESSON_ERROR_NOT_A_FILE);
      return NULL;
    }
  if (g_file_info_get_size (info) > GIG_LESSON_MAX_BYTES)
    {
      set_error (error, file, GIG_LESSON_ERROR_TOO_LARGE);
      return NULL;
    }

  bytes = g_file_load_bytes (file, cancellable, NULL, &cause);
  if (bytes == NULL)
    {
      take_error (error, file, cause);
      return NULL;
    }
  if (g_bytes_get_size (bytes) > GIG_LESSON_MAX_BYTES)
    {
      set_error (error, file, GIG_LESSON_ERROR_TOO_LARGE);
      return NULL;
    }
  if (!gig_source_is_utf_16 (bytes)
      && memchr (g_bytes_get_data (bytes, NULL) != NULL ? g_bytes_get_data (bytes, NULL) : "x", '\0',
                 MIN (g_bytes_get_size (bytes), SNIFFED_BYTES)) != NULL)
    {
      set_error (error, file, GIG_LESSON_ERROR_NOT_TEXT);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

GigLesson *
gig_lesson_read_with (GFile         *file,
                      GPtrArray     *catalogues,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *file_name = NULL;
  GigLesson *lesson;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = load (file, cancellable, error);
  if (bytes == NULL)
    return NULL;

  file_name = _gig_lesson_name_file (file);
  lesson = read_source (bytes, file_name, file);
  for (guint i = 0; catalogues != NULL && i < catalogues->len; i++)
    _gig_lesson_read_catalogue (lesson, g_ptr_array_index (catalogues, i), NULL);
  _gig_lesson_end_catalogues (lesson);

  return lesson;
}

/* A diagram of its own, in Mermaid's language. */
static gboolean
is_mermaid (const char *file_name,
            GBytes     *bytes)
{
  static const char start[] = "venn-beta";
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_str_has_suffix (file_name, ".mmd") || g_str_has_suffix (file_name, ".mermaid")
    || (size >= strlen (start) && memcmp (text, start, strlen (start)) == 0);
}

GigLesson *
gig_lesson_read_file (GFile         *file,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *file_name = NULL;
  GigLesson *lesson;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = load (file, cancellable, error);
  if (bytes == NULL)
    return NULL;

  file_name = _gig_lesson_name_file (file);
  if (is_mermaid (file_name, bytes))
    {
      lesson = gig_lesson_read_mermaid (bytes, file_name);
      lesson->file = g_object_ref (file);
      return lesson;
    }
  lesson = read_source (bytes, file_name, file);
  _gig_lesson_find_catalogues (lesson);
  _gig_lesson_end_catalogues (lesson);

  return lesson;
}
