/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>
#include <string.h>

/* The link that an item starts with, or NULL. */
static const GigMark *
get_step_link (const GigNode *item)
{
  const GigNode *paragraph = item->children;

  if (paragraph == NULL || paragraph->type != GIG_NODE_PARAGRAPH)
    return NULL;
  for (const GigMark *mark = paragraph->marks; mark != NULL; mark = mark->next)
    {
      if (mark->type == GIG_MARK_LINK)
        return mark->start == 0 ? mark : NULL;
    }

  return NULL;
}

static gboolean
is_list_of_links (const GigNode *node)
{
  const GigMark *link;

  if (node->type != GIG_NODE_LIST || !node->ordered || node->children == NULL)
    return FALSE;

  link = get_step_link (node->children);

  return link != NULL && link->text[0] == '#';
}

gboolean
gig_lesson_tour_is (GigLessonBuild *build,
                    const GigNode  *heading,
                    const GigNode  *end)
{
  for (const GigNode *node = heading->next; node != NULL && node != end; node = node->next)
    {
      if (is_list_of_links (node))
        return TRUE;
    }

  return FALSE;
}

/* What follows the link: spaces, a dash or a colon, spaces, the headline. */
static gsize
find_headline (const GigNode *paragraph,
               const GigMark *link)
{
  const char *p = paragraph->text + link->end;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != '-' && c != ':' && c != 0x2013 && c != 0x2014)
        break;
      p = g_utf8_next_char (p);
    }

  return p - paragraph->text;
}

static void
read_step (GigLessonBuild *build,
           GigTour        *tour,
           const GigNode  *item)
{
  const GigMark *link = get_step_link (item);
  GigConcept *concept;
  GigStep *step;
  gsize headline;

  if (link == NULL)
    {
      gig_lesson_build_report_at (build, GIG_SEVERITY_ERROR, item->children != NULL ? item->children : item, NULL,
                                  N_("this step of the tour does not start with a link"),
                                  N_("write “1. [Title](#id) – headline”"), NULL);
      return;
    }

  concept = gig_lesson_build_find_target (build, link->text);
  if (concept == NULL)
    {
      gig_lesson_slip_target (build, GIG_SEVERITY_ERROR, item->children, link->text);
      return;
    }

  step = gig_arena_new0 (build->lesson->arena, GigStep);
  step->concept = concept;
  step->line = item->children->line;
  headline = find_headline (item->children, link);
  if (item->children->text[headline] != '\0')
    step->headline = gig_lesson_build_part_message (build, item->children, headline, "tour headline");
  g_ptr_array_add (tour->steps, step);

  if (item->children->next != NULL)
    gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, item->children->next, NULL,
                                N_("what stands below a step of a tour is not shown"),
                                N_("write it on the line of the step, or on the page of the concept"), NULL);
}

static void
read_tour (GigLessonBuild   *build,
           const GigNode    *list,
           const GigMessage *title,
           const char       *id)
{
  GigTour *tour = gig_arena_new0 (build->lesson->arena, GigTour);
  g_autofree char *slug = gig_slug (title->source);

  tour->title = title;
  tour->id = id != NULL ? id : gig_lesson_build_unique_id (build, build->taken_ids, slug);
  tour->steps = gig_lesson_build_array (build);
  for (const GigNode *item = list->children; item != NULL; item = item->next)
    read_step (build, tour, item);
  if (tour->steps->len > 0)
    g_ptr_array_add (build->lesson->tours, tour);
}

void
gig_lesson_tour_read (GigLessonBuild          *build,
                      const GigPendingSection *section)
{
  const GigMessage *title = section->concept->title;
  const char *id = section->concept->id;

  for (const GigNode *node = section->first; node != NULL && node != section->end; node = node->next)
    {
      if (node->type == GIG_NODE_HEADING)
        {
          g_autofree char *kind = g_strdup_printf ("heading %u, tour", node->level);

          gig_heading_read_attributes (build, node, TRUE, &id, NULL);
          title = gig_lesson_build_node_message (build, node, kind);
        }
      else if (node->type == GIG_NODE_LIST && node->ordered)
        {
          read_tour (build, node, title, id);
          /* A second list under the same heading is a tour of its own. */
          id = NULL;
        }
      else if (node->type == GIG_NODE_HTML)
        node = gig_lesson_blocks_read (build, node, section->concept->blocks);
      else if (node->type != GIG_NODE_FOOTNOTE)
        gig_lesson_build_report_at (build, GIG_SEVERITY_WARNING, node, NULL,
                                    N_("only lists of links stand in a tour; this is not shown"),
                                    N_("move it above the first tour"), NULL);
      if (node->type != GIG_NODE_HTML)
        build->directives = (GigDirectives) { 0 };
    }
  gig_lesson_build_flush_footnotes (build, section->concept->blocks, section->concept->notes);
}
