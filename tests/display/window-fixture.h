/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gig-language-host.h"
#include "gig-lesson-reader.h"
#include "gig-set-system.h"

/* A window that speaks a language, for a widget under test. */
#define TEST_TYPE_WINDOW (test_window_get_type ())
G_DECLARE_FINAL_TYPE (TestWindow, test_window, TEST, WINDOW, AdwWindow)

struct _TestWindow
{
  AdwWindow    parent_instance;

  GigLanguage *language;
  char        *opened;      /* what win.show-concept was last asked for */
};

static GigLanguage *
test_window_get_language (GigLanguageHost *host)
{
  return TEST_WINDOW (host)->language;
}

static void
test_window_host_init (GigLanguageHostInterface *iface)
{
  iface->get_language = test_window_get_language;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestWindow, test_window, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (GIG_TYPE_LANGUAGE_HOST, test_window_host_init))

static void
test_window_show_concept (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  g_set_str (&TEST_WINDOW (widget)->opened, g_variant_get_string (parameter, NULL));
}

static void
test_window_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  g_value_set_object (value, TEST_WINDOW (object)->language);
}

static void
test_window_finalize (GObject *object)
{
  g_clear_object (&TEST_WINDOW (object)->language);
  g_free (TEST_WINDOW (object)->opened);

  G_OBJECT_CLASS (test_window_parent_class)->finalize (object);
}

static void
test_window_class_init (TestWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = test_window_get_property;
  G_OBJECT_CLASS (klass)->finalize = test_window_finalize;
  g_object_class_override_property (G_OBJECT_CLASS (klass), 1, "language");
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.show-concept", "s", test_window_show_concept);
}

static void
test_window_init (TestWindow *self)
{
  g_autoptr(GigLanguageSet) languages = gig_language_set_new_from_resources ();

  self->language = gig_language_new (languages, "en");
}

/* Shows @child in a window of @width × @height px. */
static inline TestWindow *
show_in_window (GtkWidget *child,
                int        width,
                int        height)
{
  TestWindow *window = g_object_new (TEST_TYPE_WINDOW,
                                     "default-width", width,
                                     "default-height", height,
                                     "content", child,
                                     NULL);

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static inline GigLesson *
read_shipped_lesson (void)
{
  g_autoptr(GFile) file = g_file_new_for_uri ("resource:///org/gigogne/Gigogne/lessons/foundation-models.md");
  g_autoptr(GError) error = NULL;
  GigLesson *lesson = gig_lesson_read_file (file, NULL, &error);

  g_assert_no_error (error);

  return lesson;
}

static inline GigView *
find_view (GigLesson  *lesson,
           const char *title)
{
  GPtrArray *views = gig_lesson_get_views (lesson);

  for (guint i = 0; i < views->len; i++)
    {
      g_autofree char *text = gig_lesson_get_plain_text (lesson, gig_view_get_title (g_ptr_array_index (views, i)), "en");

      if (g_str_equal (text, title))
        return g_ptr_array_index (views, i);
    }
  g_assert_not_reached ();
}

/* Lets the main loop run until @condition holds: it hangs, and is then killed, if it never does. */
#define wait_until(condition) \
  while (!(condition)) \
    g_main_context_iteration (NULL, TRUE)
