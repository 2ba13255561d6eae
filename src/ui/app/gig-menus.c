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
  { N_("Present"), "win.present" },
  { N_("Projection view"), "win.projection" },
  { N_("Both languages side by side"), "win.side-by-side" },
  { NULL, NULL },
  { N_("Quiz"), "win.quiz" },
  { N_("Place the models"), "win.place" },
  { N_("Compare…"), "win.compare" },
  { N_("Glossary"), "win.glossary" },
  { N_("Bookmarks"), "win.bookmarks" },
  { NULL, NULL },
  { N_("Copy link to this concept"), "win.copy-link" },
  { N_("Export the diagram…"), "win.export" },
  { NULL, NULL },
  { N_("Preferences"), "app.preferences" },
  { N_("Keyboard shortcuts"), "app.shortcuts" },
  { N_("About Gigogne"), "app.about" },
};

GMenuModel *
gig_menus_create_primary (GigLanguage *language)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) section = g_menu_new ();

  g_return_val_if_fail (GIG_IS_LANGUAGE (language), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (primary); i++)
    {
      if (primary[i].label != NULL)
        {
          g_menu_append (section, gig_language_gettext (language, primary[i].label), primary[i].action);
          continue;
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      g_object_unref (section);
      section = g_menu_new ();
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}
