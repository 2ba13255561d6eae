/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-menus.h"

#define N_(text) (text)

typedef struct
{
  const char *label;        /* NULL: a new section begins */
  const char *action;
} Item;

static const Item primary[] = {
  { N_("Open a lesson…"), "win.open" },
  { N_("New window"), "app.new-window" },
  { NULL, NULL },
  /* Translators: a verb: start the presentation */
  { N_("Present"), "win.present" },
  { N_("Projection view"), "win.projection" },
  { N_("Both languages side by side"), "win.side-by-side" },
  { NULL, NULL },
  { N_("Quiz"), "win.quiz" },
  { N_("Place the models"), "win.place" },
  { N_("Compare…"), "win.compare" },
  { N_("Glossary"), "win.glossary" },
  { N_("Bookmarks"), "win.bookmark" },
  { NULL, NULL },
  { N_("Copy link to this concept"), "win.copy-link" },
  { N_("Export the diagram…"), "win.export" },
  { NULL, NULL },
  { N_("Preferences"), "app.preferences" },
  { N_("Keyboard shortcuts"), "app.shortcuts" },
  { N_("How to write a lesson"), "app.guide" },
  { N_("About Gigogne"), "app.about" },
};

/* Lessons by their file's name; the one shown may be among them. (transfer full) (nullable) */
static GMenuModel *
create_recent (const char * const *recent)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (recent[i]);
      g_autofree char *label = g_uri_unescape_string (name, NULL);
      g_autoptr(GMenuItem) item = NULL;

      item = g_menu_item_new (label != NULL ? label : name, NULL);
      g_menu_item_set_action_and_target (item, "win.open-lesson", "s", recent[i]);
      g_menu_append_item (menu, item);
    }

  return g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 1 ? G_MENU_MODEL (g_steal_pointer (&menu)) : NULL;
}

void
gig_menus_fill_primary (GMenu              *menu,
                        GigLanguage        *language,
                        const char * const *recent)
{
  g_autoptr(GMenuModel) lessons = create_recent (recent);
  g_autoptr(GMenu) section = g_menu_new ();

  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (GIG_IS_LANGUAGE (language));

  g_menu_remove_all (menu);

  for (guint i = 0; i < G_N_ELEMENTS (primary); i++)
    {
      if (primary[i].label != NULL)
        {
          g_menu_append (section, gig_language_gettext (language, primary[i].label), primary[i].action);
          if (i == 0 && lessons != NULL)
            g_menu_append_submenu (section, gig_language_gettext (language, "Recent lessons"), lessons);
          continue;
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      g_object_unref (section);
      section = g_menu_new ();
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}
