/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- `{#id short="…"}` --- */

static gboolean
is_valid_id (const char *id)
{
  if (*id == '\0')
    return FALSE;
  for (const char *p = id; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && (c >= 0x80 || strchr ("-_:.", c) == NULL))
        return FALSE;
    }

  return TRUE;
}

/* In place, no-break spaces too. */
static char *
strip_spaces (char *text)
{
  while (g_str_has_prefix (text, "\302\240") || g_str_has_prefix (text, " "))
    memmove (text, g_utf8_next_char (text), strlen (g_utf8_next_char (text)) + 1);
  while (g_str_has_suffix (text, "\302\240") || g_str_has_suffix (text, " "))
    *g_utf8_find_prev_char (text, text + strlen (text)) = '\0';

  return text;
}

/* Takes one attribute off @text: `#id`, `.class`, `key=value` or `key="value"`. */
static gboolean
next_attribute (const char **text,
                char       **key,
                char       **value)
{
  const char *p = *text;
  const char *start;

  while (g_ascii_isspace (*p))
    p++;
  if (*p == '\0')
    return FALSE;

  start = p;
  while (*p != '\0' && *p != '=' && !g_ascii_isspace (*p))
    p++;
  *key = g_strndup (start, p - start);
  *value = NULL;
  if (*p == '=')
    {
      const char *end;

      p++;
      /* Typographic quotes are taken too: an editor may have made them. */
      if (*p == '"')
        end = strchr (p + 1, '"');
      else if (g_str_has_prefix (p, "“"))
        end = strstr (p + 1, "”");
      else if (g_str_has_prefix (p, "«"))
        end = strstr (p + 1, "»");
      else
        end = p + strcspn (p, " \t");

      if (*p == '"' || g_str_has_prefix (p, "“") || g_str_has_prefix (p, "«"))
        {
          const char *inside = g_utf8_next_char (p);

          if (end == NULL)
            end = inside + strlen (inside);
          *value = strip_spaces (g_strndup (inside, end - inside));
          p = *end != '\0' ? g_utf8_next_char (end) : end;
        }
      else
        {
          *value = g_strndup (p, end - p);
          p = end;
        }
    }
  *text = p;

  return TRUE;
}

static void
report_bad_id (GigLessonBuild *build,
               const GigNode  *heading,
               const char     *id)
{
  g_autofree char *slug = gig_slug (id);

  gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, heading, "{#", N_("“%s” cannot be an id"),
                              N_("use letters, digits, and the signs - _ : . only, such as “%s”"),
                              id, *slug != '\0' ? slug : "id", NULL);
  build->incomplete = TRUE;
}

void
gig_heading_read_attributes (GigLessonBuild  *build,
                             const GigNode   *heading,
                             gboolean         report,
                             const char     **id,
                             const char     **short_label)
{
  g_autofree char *inside = NULL;
  const char *p;
  char *key, *value;

  *id = NULL;
  if (short_label != NULL)
    *short_label = NULL;
  if (heading->attributes == NULL)
    return;

  inside = g_strndup (heading->attributes + 1, strlen (heading->attributes) - 2);
  p = inside;
  while (next_attribute (&p, &key, &value))
    {
      /* “{# id}”, “{id}”: the word is named below. */
      if (strcmp (key, "#") == 0)
        ;
      else if (key[0] == '#' && value == NULL)
        {
          if (is_valid_id (key + 1))
            *id = gig_arena_strdup (build->lesson->arena, key + 1);
          else if (report)
            report_bad_id (build, heading, key + 1);
        }
      else if (strcmp (key, "short") == 0 && value != NULL)
        {
          if (short_label != NULL)
            *short_label = gig_arena_strdup (build->lesson->arena, value);
        }
      else if (key[0] != '.' && value == NULL)
        {
          gboolean meant_id = *id == NULL && is_valid_id (key);

          if (meant_id && report)
            gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, heading, heading->attributes,
                                        N_("the id “%s” needs a number sign"), N_("write {#%s}"), key, key, NULL);
          else if (report)
            gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, heading, key,
                                        N_("“%s” is not understood in the braces of a heading"),
                                        N_("write them as in {#id short=\"Short label\"}"), key, NULL);
          if (meant_id)
            *id = gig_arena_strdup (build->lesson->arena, key);
        }
      g_free (key);
      g_free (value);
    }
}

void
gig_heading_reserve_ids (GigLessonBuild *build,
                         const GigNode  *document)
{
  for (const GigNode *node = document->children; node != NULL; node = node->next)
    {
      const char *id = NULL;

      if (node->type == GIG_NODE_HEADING)
        gig_heading_read_attributes (build, node, FALSE, &id, NULL);
      if (id == NULL)
        continue;
      g_hash_table_add (build->taken_ids, (gpointer) id);
      build->lesson->structured = TRUE;
      build->strict = TRUE;
    }
}

/* --- Concepts --- */

static GigConcept *
create_concept (GigLessonBuild *build,
                guint           level)
{
  GigLesson *lesson = build->lesson;
  GigConcept *concept = gig_arena_new0 (lesson->arena, GigConcept);
  GPtrArray **arrays[] = {
    &concept->children, &concept->blocks, &concept->kinds_of, &concept->kinds, &concept->overlaps,
    &concept->notes, &concept->views, &concept->questions,
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = gig_lesson_build_array (build);

  concept->lesson = lesson;
  concept->level = level;
  concept->index = lesson->concepts->len;
  for (GigConcept *parent = build->concept; parent != NULL; parent = parent->parent)
    {
      if (parent->level < level)
        {
          concept->parent = parent;
          break;
        }
    }
  g_ptr_array_add (concept->parent != NULL ? concept->parent->children : lesson->roots, concept);
  g_ptr_array_add (lesson->concepts, concept);

  return concept;
}

static void
set_id (GigLessonBuild *build,
        GigConcept     *concept,
        const GigNode  *heading,
        const char     *explicit_id,
        const char     *title)
{
  GigLesson *lesson = build->lesson;

  if (explicit_id != NULL && g_hash_table_contains (lesson->ids, explicit_id))
    {
      GigConcept *first = g_hash_table_lookup (lesson->ids, explicit_id);
      g_autofree char *line = g_strdup_printf ("%u", first->line);

      gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, heading, heading->attributes,
                                  N_("two headings have the id “%s”; the first stands on line %s"),
                                  N_("choose another id for one of them"), explicit_id, line, NULL);
      build->incomplete = TRUE;
      explicit_id = NULL;
    }

  concept->explicit_id = explicit_id != NULL;
  if (explicit_id != NULL)
    concept->id = explicit_id;
  else
    {
      g_autofree char *slug = gig_slug (title);

      concept->id = gig_lesson_build_unique_id (build, build->taken_ids, *slug != '\0' ? slug : "section");
    }
  g_hash_table_insert (lesson->ids, (gpointer) concept->id, concept);
}

GigConcept *
gig_heading_read_concept (GigLessonBuild *build,
                          const GigNode  *heading)
{
  GigConcept *concept = create_concept (build, heading->level);
  const char *id, *short_label;
  g_autofree char *kind = g_strdup_printf ("heading %u", heading->level);

  concept->line = heading->line;
  gig_heading_read_attributes (build, heading, TRUE, &id, &short_label);
  set_id (build, concept, heading, id, heading->plain);

  /* An anchor or a ledger before a heading is the concept's first block's. */
  build->concept = concept;
  if (build->directives.anchor != NULL)
    g_hash_table_insert (build->lesson->ids, (gpointer) build->directives.anchor, concept);

  concept->title = gig_lesson_build_node_message (build, heading, kind);
  if (short_label != NULL && *short_label != '\0')
    {
      g_autofree char *markdown = gig_markdown_escape (short_label);
      guint line, column;

      gig_lesson_build_locate (build, heading, "short=", &line, &column);
      concept->short_label = gig_lesson_build_message (build, markdown, "short label", line, column);
    }
  build->directives.comment = NULL;
  build->directives.context = NULL;
  build->directives.skip = FALSE;

  if (*heading->text == '\0')
    gig_lesson_build_report_at (build, gig_lesson_build_get_severity (build), heading, NULL,
                                N_("this heading is empty"), N_("write a title behind the number signs"), NULL);

  return concept;
}

GigConcept *
gig_heading_create_preamble (GigLessonBuild *build)
{
  GigConcept *concept = create_concept (build, 1);

  concept->line = 1;
  concept->title = build->lesson->title;
  set_id (build, concept, NULL, NULL, concept->title->source);
  build->concept = concept;

  return concept;
}
