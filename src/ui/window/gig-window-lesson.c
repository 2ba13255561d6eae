/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A lesson comes into the window: for the first time, or written anew. */

#include "gig-window-private.h"

static char **
collect_codes (GigWindow *self)
{
  const char * const *ui_codes = gig_language_set_get_codes (gig_language_get_set (self->language));
  const char * const *lesson_codes = gig_lesson_get_languages (self->lesson);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  /* A language that neither the program nor the lesson speaks is no choice. */
  for (guint i = 0; ui_codes[i] != NULL; i++)
    g_strv_builder_add (builder, ui_codes[i]);
  for (guint i = 0; lesson_codes[i] != NULL; i++)
    if (!g_strv_contains (ui_codes, lesson_codes[i]))
      g_strv_builder_add (builder, lesson_codes[i]);

  return g_strv_builder_end (builder);
}

static void
take_lesson (GigWindow *self,
             GigLesson *lesson)
{
  gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;
  self->concept = NULL;
}

/* Tree, diagram and languages of a lesson; what is shown of it is chosen afterwards. */
static void
fill (GigWindow          *self,
      const char * const *expanded)
{
  g_auto(GStrv) codes = collect_codes (self);

  gig_sidebar_set_lesson (self->sidebar, self->lesson, expanded);
  gig_diagram_pane_set_lesson (self->diagram, self->lesson);
  gig_language_switch_set_codes (self->page_switch, (const char * const *) codes);
  gig_language_switch_set_codes (self->bottom_switch, (const char * const *) codes);
  _gig_window_update_panes (self);
  gtk_stack_set_visible_child_name (self->main_stack, "lesson");
}

/* What holds the focus and is about to be made anew. (nullable) */
static GtkWidget *
release_focus (GigWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *panes[] = { GTK_WIDGET (self->sidebar), GTK_WIDGET (self->diagram) };

  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (panes); i++)
    if (gtk_widget_is_ancestor (focus, panes[i]) && !GTK_IS_EDITABLE (focus))
      {
        gtk_window_set_focus (GTK_WINDOW (self), NULL);
        return panes[i];
      }

  return NULL;
}

/* The same place in a lesson that was written anew. What a half-written one has
 * not is remembered until it is there again, or another place is chosen. */
static void
show_again (GigWindow *self,
            GigLesson *lesson)
{
  GPtrArray *concepts = gig_lesson_get_concepts (lesson);
  g_auto(GStrv) expanded = gig_sidebar_dup_expanded (self->sidebar);
  GigView *view = gig_diagram_pane_get_view (self->diagram);
  g_autofree char *view_id = view != NULL ? g_strdup (gig_view_get_id (view)) : NULL;
  g_autofree char *id = g_strdup (gig_concept_get_id (self->concept));
  guint index = gig_concept_get_index (self->concept);
  double scroll = gig_page_get_scroll (self->page);
  GigConcept *concept;
  GtkWidget *pane;

  if (self->lost_id == NULL)
    {
      self->lost_id = g_strdup (id);
      self->lost_scroll = scroll;
    }
  concept = gig_lesson_find_concept (lesson, self->lost_id);
  if (concept != NULL)
    {
      scroll = self->lost_scroll;
      g_clear_pointer (&self->lost_id, g_free);
    }
  else
    concept = g_ptr_array_index (concepts, MIN (index, concepts->len - 1));

  pane = release_focus (self);
  take_lesson (self, lesson);
  fill (self, (const char * const *) expanded);
  if (g_str_equal (id, gig_concept_get_id (concept)))
    {
      gig_page_renew (self->page, lesson, concept);
      _gig_window_present_concept (self, concept, NULL);
    }
  else
    {
      _gig_window_present_concept (self, concept, NULL);
      gig_page_set_scroll (self->page, self->lost_id == NULL ? scroll : 0);
    }
  view = view_id != NULL ? gig_lesson_find_view (lesson, view_id) : NULL;
  if (view != NULL)
    gig_diagram_pane_show_view (self->diagram, view);
  if (pane == GTK_WIDGET (self->sidebar))
    gig_sidebar_focus (self->sidebar);
  else if (pane != NULL)
    gtk_widget_grab_focus (pane);
}

static void
show_first_time (GigWindow  *self,
                 GigLesson  *lesson,
                 const char *concept_id)
{
  g_auto(GStrv) expanded = g_settings_get_strv (self->settings, "expanded-concepts");
  GigConcept *concept;

  take_lesson (self, lesson);
  g_clear_pointer (&self->lost_id, g_free);
  gig_history_clear (self->history);
  fill (self, (const char * const *) expanded);
  if (concept_id == NULL || !gig_window_show_concept (self, concept_id))
    {
      concept = _gig_window_find_start (self);
      gig_history_visit (self->history, gig_concept_get_id (concept));
      _gig_window_present_concept (self, concept, NULL);
    }
  _gig_window_remember_file (self);
  /* Not when it is shown again: what changes while it is read is not to be missed. */
  _gig_window_watch_file (self);
}

static gboolean
is_shown (GigWindow *self,
          GigLesson *lesson)
{
  GFile *before = self->lesson != NULL ? gig_lesson_get_file (self->lesson) : NULL;
  GFile *after = gig_lesson_get_file (lesson);

  return self->concept != NULL && before != NULL && after != NULL && g_file_equal (before, after);
}

static void
grant_wish (GigWindow *self,
            GigLesson *lesson)
{
  if (self->wished == NULL || !g_strv_contains (gig_lesson_get_languages (lesson), self->wished))
    return;

  gig_language_set_exact_code (self->language, self->wished);
  g_clear_pointer (&self->wished, g_free);
}

void
gig_window_wish_language (GigWindow  *self,
                          const char *code)
{
  g_return_if_fail (GIG_IS_WINDOW (self));

  g_set_str (&self->wished, code);
  if (self->lesson != NULL)
    grant_wish (self, self->lesson);
}

void
gig_window_set_lesson (GigWindow  *self,
                       GigLesson  *lesson,
                       const char *concept_id)
{
  g_return_if_fail (GIG_IS_WINDOW (self));
  g_return_if_fail (lesson != NULL);

  grant_wish (self, lesson);
  if (!is_shown (self, lesson))
    {
      show_first_time (self, lesson, concept_id);
    }
  else
    {
      show_again (self, lesson);
      if (concept_id != NULL)
        gig_window_show_concept (self, concept_id);
    }
  _gig_window_update_banner (self);
  _gig_window_update_diagnostics (self);
  _gig_window_update_actions (self);
  _gig_window_present_pending (self);
  _gig_window_compare_pending (self);
}
