/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The floor that start-up and frames are measured against: the least a libadwaita window can be. */

#include "gig-timing.h"

#include <adwaita.h>

typedef struct
{
  AdwApplicationWindow parent_instance;
} Floor;

typedef struct
{
  AdwApplicationWindowClass parent_class;
} FloorClass;

static GType floor_get_type (void);

G_DEFINE_FINAL_TYPE (Floor, floor, ADW_TYPE_APPLICATION_WINDOW)

static void
floor_snapshot (GtkWidget   *widget,
                GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (floor_parent_class)->snapshot (widget, snapshot);
  gig_timing_snapshot_done (widget);
}

static void
floor_class_init (FloorClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = floor_snapshot;
}

static void
floor_init (Floor *self)
{
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = g_object_new (floor_get_type (), "application", application, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), "Floor");
  adw_status_page_set_description (ADW_STATUS_PAGE (page), "A window, a header bar and two lines of text");
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gig_timing_watch_window (GTK_WINDOW (window), 0);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  application = adw_application_new ("org.gigogne.Floor", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
