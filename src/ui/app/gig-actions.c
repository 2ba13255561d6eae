/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-actions.h"

#define N_(text) (text)

static const GigActionInfo actions[] = {
  /* Translators: a group of keyboard shortcuts */
  { N_("General"), N_("Open a lesson"), "win.open", { "<Control>o" } },
  { N_("General"), N_("Search"), "win.search", { "<Control>f" } },
  { N_("General"), N_("Preferences"), "app.preferences", { "<Control>comma" } },
  { N_("General"), N_("Keyboard shortcuts"), "app.shortcuts", { "<Control>question", "<Control>slash" } },
  { N_("General"), N_("Main menu"), "win.menu", { "F10" } },
  { N_("General"), N_("New window"), "app.new-window", { "<Control>n" } },
  { N_("General"), N_("Close the window"), "window.close", { "<Control>w" } },
  { N_("General"), N_("Quit"), "app.quit", { "<Control>q" } },

  { N_("Language"), N_("Switch the language"), "win.toggle-language", { "<Control>l" } },
  { N_("Language"), N_("Both languages side by side"), "win.side-by-side", { "<Control><Shift>l" } },
  { N_("Language"), N_("Peek at the other language while held"), NULL, { "<Alt>l" } },

  { N_("Moving around"), N_("Back"), "win.back", { "<Alt>Left" } },
  /* Translators: a group of keyboard shortcuts, and the way back from Back */
  { N_("Moving around"), N_("Forward"), "win.forward", { "<Alt>Right" } },
  { N_("Moving around"), N_("Previous concept"), "win.previous-concept", { "<Alt>Up" } },
  { N_("Moving around"), N_("Next concept"), "win.next-concept", { "<Alt>Down" } },
  { N_("Moving around"), N_("Next pane"), "win.next-pane(true)", { "F6" } },
  { N_("Moving around"), N_("Previous pane"), "win.next-pane(false)", { "<Shift>F6" } },
  { N_("Moving around"), N_("Contents"), "win.sidebar", { "F9" } },
  { N_("Moving around"), N_("Diagram"), "win.diagram", { "<Control>d" } },
  { N_("Moving around"), N_("Bookmark this place"), "win.bookmark", { "<Control>b" } },

  /* Translators: a group of keyboard shortcuts; a block is a paragraph, a table, a picture */
  { N_("Reading"), N_("Next block"), "win.next-block", { "<Control>Down" } },
  { N_("Reading"), N_("Previous block"), "win.previous-block", { "<Control>Up" } },
  { N_("Reading"), N_("Next heading"), "win.next-heading", { "<Control><Shift>Down" } },
  { N_("Reading"), N_("Previous heading"), "win.previous-heading", { "<Control><Shift>Up" } },
  { N_("Reading"), N_("Larger text"), "win.text-larger", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { N_("Reading"), N_("Smaller text"), "win.text-smaller", { "<Control>minus", "<Control>KP_Subtract" } },
  { N_("Reading"), N_("Normal text"), "win.text-normal", { "<Control>0", "<Control>KP_0" } },

  { N_("Diagram"), N_("Next set, zone or model"), NULL, { "Right" } },
  { N_("Diagram"), N_("Open what has the focus"), NULL, { "Return" } },
  { N_("Diagram"), N_("Out one level"), NULL, { "Escape" } },
  { N_("Diagram"), N_("Zoom in"), NULL, { "plus" } },
  { N_("Diagram"), N_("Zoom out"), NULL, { "minus" } },
  { N_("Diagram"), N_("Whole diagram"), NULL, { "0" } },

  /* Translators: a group of keyboard shortcuts */
  { N_("Learning"), N_("Quiz"), "win.quiz", { "<Control><Shift>q" } },
  { N_("Learning"), N_("Place the models"), "win.place", { "<Control>m" } },
  /* Translators: a verb */
  { N_("Learning"), N_("Compare"), "win.compare", { "<Control>k" } },
  { N_("Learning"), N_("Glossary"), "win.glossary", { "<Control>g" } },

  { N_("Presenting"), N_("Present from the start"), "win.present", { "F5" } },
  { N_("Presenting"), N_("Present from here"), "win.present-from-here", { "<Shift>F5" } },
  { N_("Presenting"), N_("Projection: title and diagram only"), "win.projection", { "F11" } },
};

/* Where the application's accelerators do not reach. */
static const char * const kept[] = {
  "win.toggle-language", "win.text-larger", "win.text-smaller", "win.text-normal", "app.quit", NULL,
};

typedef void (* AddShortcutFunc) (gpointer     target,
                                  GtkShortcut *shortcut);

static void
add_kept_keys (AddShortcutFunc add,
               gpointer        target)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (actions[i].action == NULL || !g_strv_contains (kept, actions[i].action))
        continue;
      for (guint j = 0; actions[i].accels[j] != NULL; j++)
        add (target, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (actions[i].accels[j]),
                                       gtk_named_action_new (actions[i].action)));
    }
}

static void
add_to_class (gpointer     target,
              GtkShortcut *shortcut)
{
  gtk_widget_class_add_shortcut (target, shortcut);
  g_object_unref (shortcut);
}

static void
add_to_controller (gpointer     target,
                   GtkShortcut *shortcut)
{
  gtk_shortcut_controller_add_shortcut (target, shortcut);
}

const GigActionInfo *
gig_actions_get_table (guint *n_actions)
{
  g_return_val_if_fail (n_actions != NULL, NULL);

  *n_actions = G_N_ELEMENTS (actions);

  return actions;
}

void
gig_actions_set_accels (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].action != NULL)
      gtk_application_set_accels_for_action (application, actions[i].action,
                                             (const char * const *) actions[i].accels);
}

GtkEventController *
gig_actions_create_kept_keys (void)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_kept_keys (add_to_controller, controller);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);

  return controller;
}

void
gig_actions_keep_keys_in_popovers (void)
{
  GTypeClass *popover_class = g_type_class_ref (GTK_TYPE_POPOVER);

  add_kept_keys (add_to_class, popover_class);
  g_type_class_unref (popover_class);
}
