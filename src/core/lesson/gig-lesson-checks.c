/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many lines with wrong bytes are named; then the encoding is clear. */
#define MAX_BAD_LINES 20

/* --- Encoding --- */

static void
check_bytes (GigLessonBuild *build)
{
  GArray *bad_bytes = gig_source_get_bad_bytes (build->source);
  const char *encoding = gig_source_get_encoding (build->source);

  if (encoding != NULL)
    gig_lesson_build_report (build, GIG_SEVERITY_ERROR, 1, 1,
                             N_("this file is in the encoding %s: other programs will show wrong letters"),
                             N_("save it in the encoding UTF-8"), encoding, NULL);
  for (guint i = 0; i < bad_bytes->len && i < MAX_BAD_LINES; i++)
    {
      const GigBadByte *bad = &g_array_index (bad_bytes, GigBadByte, i);
      g_autofree char *hex = g_strdup_printf ("0x%02X", bad->byte);

      gig_lesson_build_report (build, GIG_SEVERITY_ERROR, bad->line, bad->column,
                               N_("this line is not UTF-8: it has the byte %s"),
                               N_("save the file in the encoding UTF-8"), hex, NULL);
    }
}

static void
check_mojibake (GigLessonBuild *build)
{
  guint n_lines = gig_source_get_n_lines (build->source);
  guint n_found = 0;

  for (guint line = 1; line <= n_lines && n_found < MAX_BAD_LINES; line++)
    {
      gsize length, start;
      const char *text = gig_source_get_line (build->source, line, &length);
      g_autofree char *wrong = NULL;
      g_autofree char *repaired = gig_mojibake_repair (text, length, &start, &wrong);

      if (repaired == NULL)
        continue;
      n_found++;
      gig_lesson_build_report (build, GIG_SEVERITY_WARNING, line, 1 + g_utf8_strlen (text, start),
                               N_("“%s” looks like text that was read in the wrong encoding"), N_("write “%s”"),
                               wrong, repaired, NULL);
    }
}

void
gig_lesson_check_text (GigLessonBuild *build)
{
  check_bytes (build);
  check_mojibake (build);
}

/* --- Is-a and overlaps --- */

/* One concept on the way down the is-a links, and which link is next. */
typedef struct
{
  GigConcept *concept;
  guint       next;
} Visit;

static const GigPendingRelative *
find_relative (GigLessonBuild *build,
               GigConcept     *concept,
               GigConcept     *target)
{
  for (guint i = build->relatives->len; i > 0; i--)
    {
      const GigPendingRelative *relative = &g_array_index (build->relatives, GigPendingRelative, i - 1);

      if (relative->type == GIG_RELATIVE_KIND_OF && relative->concept == concept
          && gig_lesson_build_find_target (build, relative->target) == target)
        return relative;
    }

  g_assert_not_reached ();
}

static void
report_cycle (GigLessonBuild *build,
              GArray         *way,
              GigConcept     *target)
{
  GigConcept *last = g_array_index (way, Visit, way->len - 1).concept;
  const GigPendingRelative *relative = find_relative (build, last, target);
  g_autoptr (GString) cycle = g_string_new (NULL);
  guint first = 0;

  while (g_array_index (way, Visit, first).concept != target)
    first++;
  for (guint i = first; i < way->len; i++)
    g_string_append_printf (cycle, "%s → ", g_array_index (way, Visit, i).concept->id);
  g_string_append (cycle, target->id);

  gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, relative->node, relative->target,
                              N_("“%2$s” goes in a circle: %1$s"), N_("remove one of these links"), cycle->str,
                              gig_keywords_get_name (build->keywords, GIG_KEYWORD_A_KIND_OF), NULL);
  build->incomplete = TRUE;
}

/* Follows all is-a links from @start; one that leads back on the way is reported and cut. */
static void
cut_cycles (GigLessonBuild *build,
            GigConcept     *start,
            GHashTable     *on_way,
            GHashTable     *done)
{
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (Visit));
  Visit first = { start, 0 };

  g_array_append_val (way, first);
  g_hash_table_add (on_way, start);
  while (way->len > 0)
    {
      Visit *visit = &g_array_index (way, Visit, way->len - 1);
      Visit next = { NULL, 0 };

      if (visit->next == visit->concept->kinds_of->len)
        {
          g_hash_table_remove (on_way, visit->concept);
          g_hash_table_add (done, visit->concept);
          g_array_set_size (way, way->len - 1);
          continue;
        }

      next.concept = g_ptr_array_index (visit->concept->kinds_of, visit->next);
      if (g_hash_table_contains (on_way, next.concept))
        {
          report_cycle (build, way, next.concept);
          g_ptr_array_remove_index (visit->concept->kinds_of, visit->next);
          continue;
        }
      visit->next++;
      if (!g_hash_table_contains (done, next.concept))
        {
          g_hash_table_add (on_way, next.concept);
          g_array_append_val (way, next);
        }
    }
}

void
gig_lesson_resolve_relatives (GigLessonBuild *build)
{
  GPtrArray *concepts = build->lesson->concepts;
  g_autoptr (GHashTable) on_way = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < build->relatives->len; i++)
    {
      const GigPendingRelative *relative = &g_array_index (build->relatives, GigPendingRelative, i);
      GigConcept *target = gig_lesson_build_find_target (build, relative->target);
      GPtrArray *list;

      if (target == NULL)
        {
          gig_lesson_slip_target (build, GIG_SEVERITY_ERROR, relative->node, relative->target);
          build->incomplete = TRUE;
          continue;
        }

      target->is_set = TRUE;
      relative->concept->is_set = TRUE;
      list = relative->type == GIG_RELATIVE_KIND_OF ? relative->concept->kinds_of : relative->concept->overlaps;
      if (!g_ptr_array_find (list, target, NULL))
        g_ptr_array_add (list, target);
    }

  for (guint i = 0; i < concepts->len; i++)
    {
      GigConcept *concept = g_ptr_array_index (concepts, i);

      if (concept->kinds_of->len > 0 && !g_hash_table_contains (done, concept))
        cut_cycles (build, concept, on_way, done);
    }
  for (guint i = 0; i < concepts->len; i++)
    {
      GigConcept *concept = g_ptr_array_index (concepts, i);

      for (guint j = 0; j < concept->kinds_of->len; j++)
        g_ptr_array_add (((GigConcept *) g_ptr_array_index (concept->kinds_of, j))->kinds, concept);
    }
}

/* --- Links and images --- */

static void
check_image (GigLessonBuild       *build,
             const GigPendingLink *link)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (strstr (link->target, "://") != NULL)
    {
      if (!build->strict)
        return;
      gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, link->node, link->target,
                                  N_("the image “%s” is on the network and is not shown"),
                                  N_("put the file beside the lesson"), link->target, NULL);
      return;
    }
  if (build->folder == NULL)
    return;

  path = g_uri_unescape_string (link->target, NULL);
  file = path != NULL ? g_file_resolve_relative_path (build->folder, path) : NULL;
  if (file != NULL && g_file_query_exists (file, NULL))
    {
      g_autofree char *type = g_content_type_guess (path, NULL, 0, NULL);

      /* A folder, a text, a sound: nothing would be shown. */
      if (!g_content_type_is_a (type, "image/*") || g_file_query_file_type (file, 0, NULL) != G_FILE_TYPE_REGULAR)
        gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, link->node, link->target,
                                    N_("“%s” is no picture"), N_("name a file such as picture.svg or picture.png"),
                                    link->target, NULL);
    }
  else
    gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, link->node, link->target,
                                N_("there is no image “%s”"), N_("put the file beside the lesson"), link->target, NULL);
}

static void
check_target (GigLessonBuild       *build,
              const GigPendingLink *link)
{
  g_autofree char *id = NULL;

  if (link->target[0] != '#')
    return;
  id = g_uri_unescape_string (link->target + 1, NULL);
  if (id != NULL && (gig_lesson_build_find_concept (build, id) != NULL || g_hash_table_contains (build->anchors, id)))
    return;
  if (link->target[1] == '\0' && !build->strict)
    return;

  gig_lesson_slip_target (build, gig_lesson_build_get_severity (build), link->node, link->target);
}

void
gig_lesson_check_links (GigLessonBuild *build)
{
  for (guint i = 0; i < build->links->len; i++)
    {
      const GigPendingLink *link = &g_array_index (build->links, GigPendingLink, i);

      if (link->image)
        check_image (build, link);
      else
        check_target (build, link);
    }
}

/* --- Footnotes --- */

/* The parser drops a definition that nothing refers to: it is looked for in the lines. */
void
gig_lesson_check_footnotes (GigLessonBuild *build,
                            const GigNode  *document)
{
  guint n_lines = gig_source_get_n_lines (build->source);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GigNode *node = document->children;

  for (guint line = 1; line <= n_lines; line++)
    {
      gsize length;
      const char *text = gig_source_get_line (build->source, line, &length);
      const char *end;
      char *label;

      /* The parser puts footnotes last: up to them the nodes are in the order of lines. */
      while (node != NULL && node->end_line < line && node->type != GIG_NODE_FOOTNOTE)
        node = node->next;
      if (length < 5 || text[0] != '[' || text[1] != '^')
        continue;
      end = memchr (text, ']', length);
      if (end == NULL || end + 1 >= text + length || end[1] != ':'
          || (node != NULL && node->type == GIG_NODE_CODE && line >= node->line))
        continue;

      label = g_strndup (text + 2, end - text - 2);
      if (g_hash_table_contains (seen, label))
        gig_lesson_build_report (build, GIG_SEVERITY_ERROR, line, 1, N_("there are two footnotes “%s”"),
                                 N_("give one of them another name"), label, NULL);
      else if (!g_hash_table_contains (build->footnotes, label))
        gig_lesson_build_report (build, GIG_SEVERITY_WARNING, line, 1, N_("nothing refers to the footnote “%s”"),
                                 N_("write [^%s] where it belongs, or remove it"), label, label, NULL);
      g_hash_table_add (seen, label);
    }
}
