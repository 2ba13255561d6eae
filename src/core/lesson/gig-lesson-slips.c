/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many wrong links are no slips of the finger, and each is compared with every id. */
#define MAX_GUESSES 50

/* What is almost a word of the format would silently be something else. In a lesson it is named; any
 * other Markdown file may write what it likes. */

static char *
get_source_line (GigLessonBuild *build,
                 guint           line)
{
  gsize length;
  const char *text = gig_source_get_line (build->source, line, &length);

  return g_strstrip (g_strndup (text, length));
}

/* --- Headings --- */

static gboolean
has_boxes (const GigNode *node,
           const GigNode *end)
{
  for (; node != NULL && node != end; node = node->next)
    for (const GigNode *item = node->type == GIG_NODE_LIST ? node->children : NULL; item != NULL; item = item->next)
      if (item->checked >= 0)
        return TRUE;

  return FALSE;
}

static gboolean
has_only_boxes (const GigNode *list)
{
  for (const GigNode *item = list->children; item != NULL; item = item->next)
    if (item->checked < 0)
      return FALSE;

  return list->children != NULL && list->children->next != NULL;
}

static gboolean
has_type (const GigNode *node,
          const GigNode *end,
          GigNodeType    type)
{
  for (; node != NULL && node != end; node = node->next)
    if (node->type == type)
      return TRUE;

  return FALSE;
}

static void
report_heading (GigLessonBuild *build,
                const GigNode  *heading,
                GigKeyword      keyword)
{
  gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, heading, heading->text,
                              N_("“%s” is not understood as it is written here"), N_("write “%s”"),
                              heading->plain, gig_keywords_get_name (build->keywords, keyword), NULL);
}

GigConceptRole
gig_lesson_slip_role (GigLessonBuild *build,
                      const GigNode  *heading,
                      const GigNode  *end)
{
  GigKeywords *keywords = build->keywords;

  if (!build->strict)
    return GIG_CONCEPT_PAGE;

  if (gig_keywords_match (keywords, GIG_KEYWORD_TOUR, heading->plain))
    {
      if (has_type (heading->next, end, GIG_NODE_LIST))
        gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, heading, NULL,
                                    N_("there is no numbered list of links under “%s”"),
                                    N_("write its steps as “1. [Title](#id) – headline”"), heading->plain, NULL);
    }
  else if (gig_keywords_match (keywords, GIG_KEYWORD_QUIZ, heading->plain))
    {
      if (has_type (heading->next, end, GIG_NODE_HEADING))
        gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, heading, NULL,
                                    N_("there is no question with answers under “%s”"),
                                    N_("write a heading for each question, and below it “1. [ ] …” and “1. [x] …”"),
                                    heading->plain, NULL);
    }
  else if (gig_keywords_is_near (keywords, GIG_KEYWORD_TOUR, heading->plain) && gig_lesson_tour_is (build, heading, end))
    {
      report_heading (build, heading, GIG_KEYWORD_TOUR);
      return GIG_CONCEPT_TOURS;
    }
  else if (gig_keywords_is_near (keywords, GIG_KEYWORD_QUIZ, heading->plain) && gig_lesson_quiz_is (build, heading, end)
           && has_boxes (heading->next, end))
    {
      report_heading (build, heading, GIG_KEYWORD_QUIZ);
      return GIG_CONCEPT_QUIZ;
    }

  return GIG_CONCEPT_PAGE;
}

/* --- Paragraphs, lists, quotes --- */

/* `![text](a picture.svg)` is no image: (transfer full) (nullable): the name with its spaces */
static char *
find_spaced_image (const char *line)
{
  const char *open = g_str_has_prefix (line, "![") ? strstr (line, "](") : NULL;
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  char *name;

  if (close == NULL || close[1] != '\0' || open[2] == '<' || memchr (open, '"', close - open) != NULL)
    return NULL;
  name = g_strndup (open + 2, close - open - 2);
  if (strchr (g_strstrip (name), ' ') != NULL)
    return name;
  g_free (name);

  return NULL;
}

void
gig_lesson_slip_paragraph (GigLessonBuild *build,
                           const GigNode  *node)
{
  g_autofree char *line = NULL;
  g_autofree char *image = NULL;
  gsize length;

  if (!build->strict)
    return;

  line = get_source_line (build, node->line);
  length = strlen (line);
  if (strcmp (line, "...") == 0 || strcmp (line, "…") == 0 || strcmp (line, ". .") == 0)
    gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, node, NULL, N_("“%s” is no pause"),
                                N_("write “. . .” with spaces, in a paragraph of its own"), line, NULL);
  else if (length > 2 && line[0] == '|' && line[length - 1] == '|' && strchr (line + 1, '|') != line + length - 1)
    {
      build->incomplete = TRUE;
      gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, node, NULL, N_("this row belongs to no table"),
                                  N_("leave no empty line above it; the second row of a table has “---” in each cell"),
                                  NULL);
    }
  else if ((image = find_spaced_image (line)) != NULL)
    gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, node, NULL, N_("the name of the image “%s” has spaces"),
                                N_("write ![text](<%s>)"), image, image, NULL);
}

void
gig_lesson_slip_list (GigLessonBuild *build,
                      const GigNode  *node)
{
  if (build->strict && has_only_boxes (node))
    gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, node, NULL,
                                N_("these boxes are no question here"),
                                N_("put the question below a heading “%s”, one level deeper"),
                                gig_keywords_get_name (build->keywords, GIG_KEYWORD_QUIZ), NULL);
}

void
gig_lesson_slip_quote (GigLessonBuild *build,
                       const GigNode  *node)
{
  g_autofree char *line = NULL;
  g_autofree char *word = NULL;
  const char *p;
  gsize length;

  if (!build->strict || node->info != NULL)
    return;

  line = get_source_line (build, node->line);
  p = line + strspn (line, "> ");
  if (!g_str_has_prefix (p, "[!"))
    return;
  length = strspn (p + 2, G_CSET_A_2_Z);
  if (length < 3 || p[2 + length] != ']' || p[3 + length] == '\0')
    return;

  word = g_strndup (p + 2, length);
  gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, node, "[!",
                              N_("text stands behind “[!%s]” on its line"), N_("go on below it, on a line with “> ”"), word, NULL);
}

/* --- Code --- */

gboolean
gig_lesson_slip_code (GigLessonBuild *build,
                      const GigNode  *node)
{
  const char *text = node->text + strspn (node->text, " \t\n");
  g_autofree char *first = g_strndup (text, strcspn (text, " \t\r\n"));
  g_autofree char *info = g_strndup (node->info != NULL ? node->info : "",
                                     node->info != NULL ? strcspn (node->info, " \t{") : 0);

  /* The fence's own reader says that its first word is wrong. */
  if (!build->strict || !gig_text_is_near (first, "venn-beta"))
    return build->strict && strcmp (info, "mermaid") == 0 && g_ascii_strncasecmp (first, "venn", 4) == 0;
  if (strcmp (info, "mermaid") == 0)
    return TRUE;
  /* An example of how a diagram is written. */
  if (strcmp (info, "markdown") == 0 || strcmp (info, "text") == 0 || strcmp (info, "md") == 0)
    return FALSE;

  gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, node, NULL, N_("this is a diagram, but its first line does not say so"),
                              N_("write “```mermaid” there"), NULL);

  return TRUE;
}

/* --- Tables --- */

static gboolean
has_concept_link (const GigNode *cell)
{
  for (const GigMark *mark = cell->marks; mark != NULL; mark = mark->next)
    if (mark->type == GIG_MARK_LINK && mark->text[0] == '#')
      return TRUE;

  return FALSE;
}

void
gig_lesson_slip_table (GigLessonBuild *build,
                       const GigNode  *node)
{
  const GigNode *header = node->children;
  const GigNode *first = header != NULL ? header->children : NULL;
  const GigNode *cell = header != NULL && header->next != NULL ? header->next->children : NULL;
  g_autoptr (GArray) columns = NULL;
  guint index = 0;

  if (!build->strict || first == NULL || cell == NULL
      || !(gig_keywords_match (build->keywords, GIG_KEYWORD_MODEL, first->text)
           || gig_keywords_match (build->keywords, GIG_KEYWORD_EXAMPLE, first->text)))
    return;

  columns = gig_source_get_cells (build->source, header->line, node->column);
  for (const GigNode *name = first; name != NULL && cell != NULL; name = name->next, cell = cell->next, index++)
    if (index > 0 && has_concept_link (cell))
      {
        build->incomplete = TRUE;
        gig_lesson_build_report (build, GIG_SEVERITY_ERROR, header->line,
                                 index < columns->len ? g_array_index (columns, guint, index) : 1,
                                 N_("the examples of this table are in no set: the column “%s” is not understood"),
                                 N_("call the column with the sets “%s”"), name->text,
                                 gig_keywords_get_name (build->keywords, GIG_KEYWORD_KIND), NULL);
        return;
      }
}

/* --- Links --- */

/* The id that @wanted was most likely meant to be. (nullable) */
static const char *
find_near_id (GigLessonBuild *build,
              const char     *wanted)
{
  GPtrArray *concepts = build->lesson->concepts;
  const char *best = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; i < concepts->len; i++)
    {
      const char *id = ((GigConcept *) g_ptr_array_index (concepts, i))->id;
      guint distance = g_ascii_strcasecmp (id, wanted) == 0 ? 0 : gig_text_distance (id, wanted);

      if (distance < least && (distance == 0 || gig_text_is_near (wanted, id)))
        {
          best = id;
          least = distance;
        }
    }

  return best;
}

void
gig_lesson_slip_target (GigLessonBuild *build,
                        GigSeverity     severity,
                        const GigNode  *node,
                        const char     *target)
{
  g_autofree char *id = g_uri_unescape_string (target + (target[0] == '#'), NULL);
  const char *near = id != NULL && build->n_guesses++ < MAX_GUESSES ? find_near_id (build, id) : NULL;

  if (near != NULL)
    gig_lesson_build_report_at (build, severity, node, target, N_("“%s” leads to no concept"), N_("write “#%s”"),
                                target, near, NULL);
  else
    gig_lesson_build_report_at (build, severity, node, target, N_("“%s” leads to no concept"),
                                N_("write the id of one, as in [Title](#id)"), target, NULL);
}
