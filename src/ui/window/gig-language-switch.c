/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-language-switch.h"

#include "gig-language-host.h"

#define MAX_TOGGLES 3

struct _GigLanguageSwitch
{
  AdwBin          parent_instance;

  char          **codes;
  AdwToggleGroup *group;        /* or */
  GtkMenuButton  *button;
};

G_DEFINE_FINAL_TYPE (GigLanguageSwitch, gig_language_switch, ADW_TYPE_BIN)

static void
active_changed_cb (GigLanguageSwitch *self)
{
  const char *code;
  GigLanguage *language;

  g_assert (GIG_IS_LANGUAGE_SWITCH (self));

  code = adw_toggle_group_get_active_name (self->group);
  language = gig_widget_get_language (GTK_WIDGET (self));
  if (code != NULL && language != NULL && !g_str_equal (code, gig_language_get_code (language)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.language", "s", code);
}

static char *
create_short_name (const char *code)
{
  g_auto(GStrv) parts = g_strsplit_set (code, "_-", 2);

  return g_utf8_strup (parts[0], -1);
}

static void
show_language (GigLanguageSwitch *self,
               GigLanguage       *language)
{
  const char *code = gig_language_get_code (language);
  const char *label = gig_language_gettext (language, "Language");

  if (self->group != NULL)
    {
      if (adw_toggle_group_get_toggle_by_name (self->group, code) != NULL)
        adw_toggle_group_set_active_name (self->group, code);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  else if (self->button != NULL)
    {
      g_autofree char *name = create_short_name (code);

      gtk_menu_button_set_label (self->button, name);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
    }
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  show_language (GIG_LANGUAGE_SWITCH (widget), language);
}

static void
create_group (GigLanguageSwitch *self)
{
  self->group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  adw_toggle_group_set_homogeneous (self->group, TRUE);
  for (guint i = 0; self->codes[i] != NULL; i++)
    {
      g_autofree char *name = create_short_name (self->codes[i]);
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, self->codes[i]);
      adw_toggle_set_label (toggle, name);
      /* Each language is named in itself, whatever the window speaks. */
      adw_toggle_set_tooltip (toggle, gig_language_title_of (self->codes[i]));
      adw_toggle_group_add (self->group, toggle);
    }
  g_signal_connect_object (self->group, "notify::active-name", G_CALLBACK (active_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

static void
create_menu (GigLanguageSwitch *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; self->codes[i] != NULL; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (gig_language_title_of (self->codes[i]), NULL);

      g_menu_item_set_action_and_target (item, "win.language", "s", self->codes[i]);
      g_menu_append_item (menu, item);
    }
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

static void
gig_language_switch_finalize (GObject *object)
{
  GigLanguageSwitch *self = GIG_LANGUAGE_SWITCH (object);

  g_clear_pointer (&self->codes, g_strfreev);

  G_OBJECT_CLASS (gig_language_switch_parent_class)->finalize (object);
}

static void
gig_language_switch_class_init (GigLanguageSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gig_language_switch_finalize;
}

static void
gig_language_switch_init (GigLanguageSwitch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

void
gig_language_switch_set_codes (GigLanguageSwitch  *self,
                               const char * const *codes)
{
  GigLanguage *language;

  g_return_if_fail (GIG_IS_LANGUAGE_SWITCH (self));
  g_return_if_fail (codes != NULL);

  if (self->codes != NULL && g_strv_equal ((const char * const *) self->codes, codes))
    return;

  g_clear_pointer (&self->codes, g_strfreev);
  self->codes = g_strdupv ((char **) codes);
  self->group = NULL;
  self->button = NULL;
  if (g_strv_length (self->codes) <= MAX_TOGGLES)
    create_group (self);
  else
    create_menu (self);

  gtk_widget_set_visible (GTK_WIDGET (self), g_strv_length (self->codes) > 1);
  language = gig_widget_get_language (GTK_WIDGET (self));
  if (language != NULL)
    show_language (self, language);
}
