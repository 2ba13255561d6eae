/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-fence.h"
#include "gig-lesson-private.h"
#include "gig-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* A fence being bound to the lesson that is being read. */
typedef struct
{
  GigLessonBuild *build;
  GigFence       *fence;
  GigView        *view;
  gboolean        failed;
} Binding;

static const GigMessage *
make_message (Binding            *self,
              const GigFenceText *text,
              const char         *kind)
{
  g_autofree char *markdown = gig_markdown_escape (text->text);

  return gig_lesson_build_message (self->build, markdown, kind, text->line, text->column);
}

/* The set's concept: `%% concept`, else the one of equal id; none in a claim. */
static GigConcept *
find_concept (Binding           *self,
              const GigFenceSet *set)
{
  GigConcept *concept;

  if (self->fence->claim)
    return NULL;
  if (set->concept_id != NULL)
    {
      concept = gig_lesson_build_find_concept (self->build, set->concept_id);
      if (concept == NULL)
        {
          gig_lesson_build_report (self->build, GIG_SEVERITY_ERROR, set->line, set->column,
                                   N_("the set “%s” is bound to “#%s”, which no heading has"),
                                   N_("write the id of a concept of this lesson"),
                                   set->key, set->concept_id, NULL);
          self->failed = TRUE;
        }
      return concept;
    }
  concept = gig_lesson_build_find_concept (self->build, set->key);
  return concept != NULL && g_strcmp0 (concept->id, set->key) == 0 ? concept : NULL;
}

static void
add_set (Binding           *self,
         const GigFenceSet *declared)
{
  GigViewSet set = { .empty = declared->empty, .weight = declared->size };
  GigFenceText key = { declared->key, declared->line, declared->column };
  int other;

  set.key = gig_arena_strdup (gig_lesson_build_get_lesson (self->build)->arena, declared->key);
  set.concept = find_concept (self, declared);
  other = gig_view_find_set (self->view, set.concept);
  if (other >= 0)
    {
      gig_lesson_build_report (self->build, GIG_SEVERITY_ERROR, declared->line, declared->column,
                               N_("the sets “%s” and “%s” are the same concept"),
                               N_("leave one of them out"),
                               self->view->sets[other].key, set.key, NULL);
      self->failed = TRUE;
    }
  if (declared->label.text != NULL)
    set.label = make_message (self, &declared->label, "diagram label");
  else if (set.concept != NULL)
    set.label = gig_concept_get_label (set.concept);
  else
    set.label = make_message (self, &key, "diagram label");
  gig_view_add_set (self->view, &set, set.concept != NULL && set.concept->is_set);
}

/* `%% subset` nests own names; where the lesson says what is inside what, it
 * would only contradict. */
static void
add_subsets (Binding *self)
{
  for (guint i = 0; i < self->fence->sets->len; i++)
    {
      const GigFenceSet *set = &g_array_index (self->fence->sets, GigFenceSet, i);

      if (set->subset_of == 0)
        continue;
      if (self->view->bound & ((GigZoneMask) 1 << i))
        gig_lesson_build_report (self->build, GIG_SEVERITY_WARNING, set->line, set->column,
                                 N_("the comment “%s” is not heeded for “%s”, a concept of the lesson"),
                                 N_("write “A kind of:” under its heading"),
                                 "%% subset", set->key, NULL);
      else
        self->view->closures[i] |= set->subset_of;
    }
}

static GigMember *
find_member (Binding            *self,
             const GigFenceItem *item)
{
  GigMember *member = gig_lesson_build_find_member (self->build, item->label.text);

  return member != NULL ? member : gig_lesson_build_find_member (self->build, item->name);
}

/* What a fence says of a member that the lesson knows must agree with its kinds. */
static void
check_place (Binding             *self,
             const GigFenceItem  *item,
             const GigViewMember *entry)
{
  GigZoneMask wrong = item->sets & self->view->bound & ~entry->possible;

  if (gig_lesson_build_is_incomplete (self->build))
    return;

  for (guint i = 0; i < self->view->n_sets; i++)
    if (wrong & ((GigZoneMask) 1 << i))
      gig_lesson_build_report (self->build, GIG_SEVERITY_WARNING, item->line, item->column,
                               N_("“%s” stands in “%s” here, but not by its kinds"),
                               N_("correct this line or its row in the table of models"),
                               item->label.text, self->view->sets[i].key, NULL);
}

static gboolean
is_shown (GigView          *view,
          const GigMember  *member,
          const GigMessage *name)
{
  for (guint i = 0; i < view->members->len; i++)
    {
      const GigViewMember *entry = view->members->pdata[i];

      if (member != NULL ? entry->member == member
                         : entry->member == NULL && g_str_equal (entry->name->source, name->source))
        return TRUE;
    }
  return FALSE;
}

static void
add_item (Binding            *self,
          const GigFenceItem *item)
{
  GigView *view = self->view;
  GigMember *member = find_member (self, item);
  const GigMessage *name;
  GigViewMember *entry;

  if (member == NULL && (item->sets & view->bound) != 0)
    {
      if (gig_lesson_build_is_incomplete (self->build))
        return;
      gig_lesson_build_report (self->build, GIG_SEVERITY_WARNING, item->line, item->column,
                               N_("no table of models has a row “%s”: it is not drawn"),
                               N_("correct the name or add the row"), item->label.text, NULL);
      return;
    }
  name = member != NULL ? member->name : make_message (self, &item->label, "diagram name");
  if (is_shown (view, member, name))
    {
      gig_lesson_build_report (self->build, GIG_SEVERITY_WARNING, item->line, item->column,
                               N_("“%s” stands twice in this diagram: the first counts"),
                               N_("leave one of the lines out"), item->label.text, NULL);
      return;
    }
  entry = gig_view_add_member (view, member, name, item->sets & ~view->bound);
  if (entry != NULL)
    check_place (self, item, entry);
  if (entry == NULL || entry->zone == 0)
    {
      if (gig_lesson_build_is_incomplete (self->build))
        return;
      gig_lesson_build_report (self->build, GIG_SEVERITY_WARNING, item->line, item->column,
                               N_("“%s” has no certain kind among these sets: it is not drawn"),
                               N_("leave the line out, or correct its row in the table of models"),
                               item->label.text, NULL);
      return;
    }
  g_ptr_array_add (view->members, entry);
}

static void
add_members (Binding *self)
{
  GPtrArray *members = gig_lesson_build_get_lesson (self->build)->members;

  for (guint i = 0; i < self->fence->items->len; i++)
    add_item (self, &g_array_index (self->fence->items, GigFenceItem, i));
  if (self->view->bound == 0)
    return;
  for (guint i = 0; i < members->len; i++)
    {
      GigMember *member = members->pdata[i];

      if (gig_view_find_member (self->view, member) == NULL)
        gig_view_add_member (self->view, member, member->name, 0);
    }
}

static void
add_unions (Binding *self)
{
  /* An overlap of concepts only adds what no member shows; of own names it is
   * all there is. */
  for (guint i = 0; i < self->fence->unions->len; i++)
    {
      const GigFenceUnion *u = &g_array_index (self->fence->unions, GigFenceUnion, i);

      gig_view_add_union (self->view, u->sets, u->size, (u->sets & ~self->view->bound) == 0);
    }
  gig_view_add_overlaps (self->view);
}

static void
check_sets (Binding *self)
{
  const GigZoneMask *zones = (const GigZoneMask *) self->view->zones->data;

  for (guint i = 0; i < self->view->n_sets; i++)
    {
      const GigFenceSet *set = &g_array_index (self->fence->sets, GigFenceSet, i);
      GigZoneMask bit = (GigZoneMask) 1 << i;

      if (gig_set_core_has_zone (zones, self->view->zones->len, bit, 0))
        continue;
      gig_lesson_build_report (self->build, GIG_SEVERITY_ERROR, set->line, set->column,
                               N_("nothing is in the set “%s”: it cannot be drawn"),
                               N_("leave out “%%%% zone %1$s empty” or name something in it"),
                               set->key, NULL);
      self->failed = TRUE;
    }
}

static void
bind_fence (Binding *self)
{
  int wrong;

  for (guint i = 0; i < self->fence->sets->len; i++)
    add_set (self, &g_array_index (self->fence->sets, GigFenceSet, i));
  add_subsets (self);
  gig_view_close_sets (self->view);
  add_members (self);
  add_unions (self);
  wrong = gig_view_finish (self->view);
  check_sets (self);
  if (wrong >= 0)
    gig_lesson_build_report (self->build, GIG_SEVERITY_WARNING, self->view->line, 1,
                             N_("the sizes contradict each other: what is inside is larger than what holds it"),
                             N_("write for each set and overlap how much is in it in all"), NULL);
}

GigView *
_gig_view_new_from_fence (GigLessonBuild *build,
                          const char     *text,
                          guint           first_line,
                          GigConcept     *concept,
                          GigBlock       *block)
{
  GigLesson *lesson = gig_lesson_build_get_lesson (build);
  g_autoptr (GigFence) fence = NULL;
  Binding binding = { .build = build };
  GigFenceText *title;

  fence = gig_fence_parse (text, lesson->file_name, first_line, 1, lesson->diagnostics);
  if (fence->n_errors > 0)
    return NULL;

  binding.fence = fence;
  binding.view = gig_view_new ();
  binding.view->concept = concept;
  binding.view->line = fence->line;
  binding.view->claim = fence->claim;
  binding.view->proportional = fence->proportional;
  title = &fence->title;
  if (title->text != NULL)
    binding.view->title = make_message (&binding, title, "diagram title");
  else if (concept != NULL)
    binding.view->title = concept->title;
  else
    binding.view->title = lesson->title;
  bind_fence (&binding);
  if (binding.failed)
    {
      gig_view_free (binding.view);
      return NULL;
    }
  binding.view->id = gig_lesson_build_view_id (build, title->text != NULL ? title->text
                                                      : concept != NULL ? concept->id : "view");
  gig_lesson_build_own (build, binding.view, (GDestroyNotify) gig_view_free);
  return binding.view;
}
