/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window keeps from one run to the next. */

#include "gig-window-private.h"

static void
measure_changed_cb (GigWindow *self)
{
  g_assert (GIG_IS_WINDOW (self));

  self->measure = g_settings_get_int (self->settings, "reading-width");
  gig_page_set_measure (self->page, self->measure);
  _gig_window_set_text_scale (self, self->text_scale);
}

static void
text_scale_changed_cb (GigWindow *self)
{
  g_assert (GIG_IS_WINDOW (self));

  _gig_window_set_text_scale (self, g_settings_get_double (self->settings, "text-scale"));
}

/* Beside the page the tree is there unless it was put away; over it, only when asked for. */
static void
collapsed_changed_cb (GigWindow *self)
{
  gboolean collapsed;

  g_assert (GIG_IS_WINDOW (self));

  collapsed = adw_overlay_split_view_get_collapsed (self->sidebar_split);
  adw_overlay_split_view_set_show_sidebar (self->sidebar_split,
                                           !collapsed && !self->projecting
                                           && g_settings_get_boolean (self->settings, "sidebar-visible"));
}

void
_gig_window_restore_state (GigWindow *self)
{
  g_autofree char *mode = g_settings_get_string (self->settings, "diagram-mode");

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect_object (self->sidebar_split, "notify::collapsed", G_CALLBACK (collapsed_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  collapsed_changed_cb (self);
  gig_diagram_pane_set_mode (self->diagram, mode);

  g_signal_connect_object (self->settings, "changed::reading-width", G_CALLBACK (measure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::text-scale", G_CALLBACK (text_scale_changed_cb), self, G_CONNECT_SWAPPED);
  text_scale_changed_cb (self);
  measure_changed_cb (self);
}

static void
save_size (GigWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

void
_gig_window_save_state (GigWindow *self)
{
  g_auto(GStrv) expanded = NULL;

  if (!self->projecting)
    save_size (self);
  if (!adw_overlay_split_view_get_collapsed (self->sidebar_split))
    g_settings_set_boolean (self->settings, "sidebar-visible",
                            adw_overlay_split_view_get_show_sidebar (self->sidebar_split));
  g_settings_set_string (self->settings, "diagram-mode", gig_diagram_pane_get_mode (self->diagram));
  if (self->lesson == NULL || self->concept == NULL)
    return;

  expanded = gig_sidebar_dup_expanded (self->sidebar);
  g_settings_set_strv (self->settings, "expanded-concepts", (const char * const *) expanded);
  g_settings_set_string (self->settings, "last-lesson", gig_lesson_get_name (self->lesson));
  g_settings_set_string (self->settings, "last-concept", gig_concept_get_id (self->concept));
}

/* Where the reader stopped in this lesson, else its first concept. */
GigConcept *
_gig_window_find_start (GigWindow *self)
{
  g_autofree char *lesson = g_settings_get_string (self->settings, "last-lesson");
  g_autofree char *id = g_settings_get_string (self->settings, "last-concept");
  GPtrArray *concepts = gig_lesson_get_concepts (self->lesson);
  GigConcept *concept = NULL;

  if (g_strcmp0 (lesson, gig_lesson_get_name (self->lesson)) == 0)
    concept = gig_lesson_find_concept (self->lesson, id);
  if (concept == NULL && concepts->len > 0)
    concept = g_ptr_array_index (concepts, 0);

  return concept;
}
