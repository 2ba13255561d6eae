/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page of a lesson: what it shows, in which language, and how it is read. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "gig-markup.h"
#include "gig-page.h"
#include "gig-panes.h"
#include "gig-renderer.h"
#include "gig-rows.h"
#include "gig-table-grid.h"
#include "window-fixture.h"

/* --- A lesson of one page --- */

static const char lesson_text[] =
  "---\ntitle: Shapes\nlang: en\ngigogne: 1\n---\n\n"
  "# Squares {#square}\n\n"
  "Four equal sides.\n\n"
  "A text that nobody has translated.\n\n"
  "| Shape | Sides |\n|---|---:|\n| Square | 4 |\n| Triangle | 3 |\n";

static const char catalogue_text[] =
  "msgid \"\"\nmsgstr \"Language: fr\\nContent-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n > 1);\\n\"\n\n"
  "msgid \"Squares\"\nmsgstr \"Carrés\"\n\n"
  "msgid \"Four equal sides.\"\nmsgstr \"Quatre côtés égaux.\"\n\n"
  "msgid \"Shape\"\nmsgstr \"Forme\"\n\n";

typedef struct
{
  GigLesson  *lesson;
  TestWindow *window;
  GigPage    *page;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GBytes) lesson = g_bytes_new_static (lesson_text, strlen (lesson_text));
  g_autoptr(GBytes) po = g_bytes_new_static (catalogue_text, strlen (catalogue_text));
  g_autoptr(GPtrArray) catalogues = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_catalogue_unref);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (catalogues, gig_catalogue_new_from_po ("fr", po, "fr.po", &error));
  g_assert_no_error (error);
  fixture->lesson = gig_lesson_read_bytes (lesson, "shapes.md", catalogues);
  fixture->page = g_object_new (GIG_TYPE_PAGE, NULL);
  fixture->window = show_in_window (GTK_WIDGET (fixture->page), 700, 800);
  gig_page_set_concept (fixture->page, fixture->lesson, gig_lesson_find_concept (fixture->lesson, "square"), NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gig_lesson_unref (fixture->lesson);
}

/* The first label that holds @text, or NULL. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* --- Tests --- */

static void
test_roles (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkWidget *title = find_label (page, "Squares");
  GtkWidget *cell = find_label (page, "Triangle");

  g_assert_nonnull (title);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_label (page, "Shape")), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  g_assert_nonnull (cell);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_ancestor (cell, GIG_TYPE_TABLE_GRID)),
                                   GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
test_switch_keeps_the_widgets (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkWidget *lead = find_label (page, "Four equal sides.");

  gtk_widget_grab_focus (lead);
  gig_language_set_code (fixture->window->language, "fr");
  g_assert_true (find_label (page, "Quatre côtés égaux.") == lead);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == lead);
  gig_language_set_code (fixture->window->language, "en");
  g_assert_true (find_label (page, "Four equal sides.") == lead);
  g_assert_null (find_label (page, "Quatre"));
}

static void
test_missing_is_marked (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkWidget *label;

  label = find_label (page, "nobody has translated");
  g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (label)), "English"));
  gig_language_set_code (fixture->window->language, "fr");
  label = find_label (page, "nobody has translated");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "English"));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "lang=\"en\""));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (find_label (page, "Quatre"))), "lang=\"fr\""));
}

static void
test_side_by_side_and_peek (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  g_autoptr(GigLanguage) french = gig_language_new (gig_language_get_set (fixture->window->language), "fr");

  gig_page_set_second_language (fixture->page, french);
  g_assert_nonnull (find_label (page, "Four equal sides."));
  g_assert_nonnull (find_label (page, "Quatre côtés égaux."));
  gig_page_set_second_language (fixture->page, NULL);
  g_assert_null (find_label (page, "Quatre"));

  gtk_widget_grab_focus (find_label (page, "Four equal sides."));
  gig_page_peek (fixture->page, TRUE);
  g_assert_nonnull (find_label (page, "Quatre côtés égaux."));
  g_assert_nonnull (find_label (page, "Squares"));
  gig_page_peek (fixture->page, FALSE);
  g_assert_nonnull (find_label (page, "Four equal sides."));
  g_assert_null (find_label (page, "Quatre"));
}

static void
test_reading_by_key (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkRoot *root = GTK_ROOT (fixture->window);

  gig_page_move_focus (fixture->page, 1, FALSE);
  for (int i = 0; i < 20 && gtk_root_get_focus (root) != find_label (page, "Triangle"); i++)
    gig_page_move_focus (fixture->page, 1, FALSE);
  g_assert_true (gtk_root_get_focus (root) == find_label (page, "Triangle"));
  gig_page_move_focus (fixture->page, -1, TRUE);
  g_assert_true (gtk_root_get_focus (root) == find_label (page, "Squares"));
}

static void
test_diagram_never_narrow (void)
{
  GtkWidget *panes = g_object_new (GIG_TYPE_PANES, NULL);
  GtkWidget *page = gtk_label_new ("page"), *diagram = gtk_label_new ("diagram");

  g_object_ref_sink (panes);
  g_object_set (panes, "page", page, "diagram", diagram, NULL);
  gig_panes_set_page_width (GIG_PANES (panes), 900);
  for (int width = 900; width < 2000; width += 100)
    {
      gtk_widget_measure (panes, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (panes, &(GtkAllocation) { 0, 0, width, 600 }, -1);
      g_assert_cmpint (gtk_widget_get_width (diagram), >=, GIG_PANES_MIN_DIAGRAM);
    }
  g_assert_finalize_object (panes);
}

static void
test_software_is_noticed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("gigogne-XXXXXX", NULL);
  g_autofree char *node = g_build_filename (folder, "renderD128", NULL);

  g_unsetenv ("LIBGL_ALWAYS_SOFTWARE");
  g_assert_true (gig_renderer_is_software (folder));
  g_assert_true (g_file_set_contents (node, "", 0, NULL));
  g_assert_false (gig_renderer_is_software (folder));
  g_setenv ("LIBGL_ALWAYS_SOFTWARE", "1", TRUE);
  g_assert_true (gig_renderer_is_software (folder));
  g_remove (node);
  g_rmdir (folder);
}

/* A number is written and read as the reader does, and changes with the language. */
static void
test_numbers_follow_the_language (void)
{
  GtkWidget *row = adw_spin_row_new_with_range (0.2, 12, 0.1);
  GtkEditable *text = GTK_EDITABLE (row);
  AdwSpinRow *spin = ADW_SPIN_ROW (row);
  TestWindow *window;

  adw_spin_row_set_digits (spin, 1);
  gig_spin_row_follow_language (spin);
  window = show_in_window (row, 300, 100);
  adw_spin_row_set_value (spin, 1.5);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "1.5");
  gig_language_set_code (window->language, "fr");
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "1,5");

  gtk_editable_set_text (text, "2,4");
  adw_spin_row_update (spin);
  g_assert_cmpfloat_with_epsilon (adw_spin_row_get_value (spin), 2.4, 1e-9);
  gtk_editable_set_text (text, "3.6");
  adw_spin_row_update (spin);
  g_assert_cmpfloat_with_epsilon (adw_spin_row_get_value (spin), 3.6, 1e-9);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "3,6");
  gtk_editable_set_text (text, "abc");
  adw_spin_row_update (spin);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "3,6");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_notes_stand_apart (void)
{
  static const char text[] = "# Squares {#square}\n\nFour sides.[^a][^b]\n\n[^a]: One.\n\n[^b]: Two.\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GigLesson) lesson = gig_lesson_read_bytes (bytes, "notes.md", NULL);
  GigConcept *concept = gig_lesson_find_concept (lesson, "square");
  g_autofree char *markup = gig_markup_new (lesson, concept, gig_concept_get_lead (concept), "en");
  g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));

  gtk_label_set_markup (GTK_LABEL (label), markup);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Four sides.\u20601,\u202f\u20602");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/page/roles", test_roles);
  ADD ("/page/switch-keeps-the-widgets", test_switch_keeps_the_widgets);
  ADD ("/page/missing-is-marked", test_missing_is_marked);
  ADD ("/page/side-by-side-and-peek", test_side_by_side_and_peek);
  ADD ("/page/reading-by-key", test_reading_by_key);
  g_test_add_func ("/page/notes-stand-apart", test_notes_stand_apart);
  g_test_add_func ("/rows/numbers-follow-the-language", test_numbers_follow_the_language);
  g_test_add_func ("/panes/diagram-never-narrow", test_diagram_never_narrow);
  g_test_add_func ("/renderer/software-is-noticed", test_software_is_noticed);

  return g_test_run ();
}
