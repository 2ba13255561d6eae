/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-shortcuts-dialog.h"

#include "gig-actions.h"
#include "gig-language-host.h"

#define NC_(context, text) (text)

struct _GigShortcutsDialog
{
  AdwDialog           parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (GigShortcutsDialog, gig_shortcuts_dialog, ADW_TYPE_DIALOG)

/* “Ctrl+Maj+L”: the names of keys as they stand on a keyboard of this language. */
static char *
create_key_name (const char  *accel,
                 GigLanguage *language)
{
  static const struct { GdkModifierType modifier; const char *name; } modifiers[] = {
    { GDK_CONTROL_MASK, NC_("keyboard", "Ctrl") },
    { GDK_ALT_MASK, NC_("keyboard", "Alt") },
    { GDK_SHIFT_MASK, NC_("keyboard", "Shift") },
  };
  static const struct { guint keyval; const char *name; } keys[] = {
    { GDK_KEY_Left, NC_("keyboard", "Left") }, { GDK_KEY_Right, NC_("keyboard", "Right") }, { GDK_KEY_Up, NC_("keyboard", "Up") }, { GDK_KEY_Down, NC_("keyboard", "Down") },
    { GDK_KEY_Return, NC_("keyboard", "Enter") }, { GDK_KEY_Escape, NC_("keyboard", "Escape") },
  };
  g_autoptr(GString) name = g_string_new (NULL);
  GdkModifierType state;
  guint keyval;

  if (!gtk_accelerator_parse (accel, &keyval, &state))
    return g_strdup (accel);

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (state & modifiers[i].modifier)
      g_string_append_printf (name, "%s+", gig_language_pgettext (language, "keyboard", modifiers[i].name));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i].keyval)
      {
        g_string_append (name, gig_language_pgettext (language, "keyboard", keys[i].name));
        return g_string_free_and_steal (g_steal_pointer (&name));
      }
  if (gdk_keyval_to_unicode (keyval) != 0)
    g_string_append_unichar (name, g_unichar_toupper (gdk_keyval_to_unicode (keyval)));
  else
    g_string_append (name, gdk_keyval_name (keyval));

  return g_string_free_and_steal (g_steal_pointer (&name));
}

static void
row_language_cb (GtkWidget   *widget,
                 GigLanguage *language,
                 gpointer     user_data)
{
  const GigActionInfo *info = user_data;
  GtkWidget *keys = g_object_get_data (G_OBJECT (widget), "keys");
  g_autofree char *name = create_key_name (info->accels[0], language);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), gig_language_gettext (language, info->title));
  gtk_label_set_label (GTK_LABEL (keys), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
}

static void
group_language_cb (GtkWidget   *widget,
                   GigLanguage *language,
                   gpointer     user_data)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), gig_language_gettext (language, user_data));
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  adw_dialog_set_title (ADW_DIALOG (widget), gig_language_gettext (language, "Keyboard shortcuts"));
}

static GtkWidget *
create_row (const GigActionInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_label_new (NULL);

  gtk_widget_add_css_class (keys, "keycap-label");
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  g_object_set_data (G_OBJECT (row), "keys", keys);
  gig_widget_watch_language (row, row_language_cb, (gpointer) info);

  return row;
}

static void
fill (GigShortcutsDialog *self)
{
  AdwPreferencesGroup *group = NULL;
  const char *title = NULL;
  const GigActionInfo *table;
  guint n_actions;

  table = gig_actions_get_table (&n_actions);
  for (guint i = 0; i < n_actions; i++)
    {
      if (table[i].title == NULL)
        continue;
      if (g_strcmp0 (title, table[i].group) != 0)
        {
          title = table[i].group;
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          gig_widget_watch_language (GTK_WIDGET (group), group_language_cb, (gpointer) title);
          adw_preferences_page_add (self->page, group);
        }
      adw_preferences_group_add (group, create_row (&table[i]));
    }
}

static void
gig_shortcuts_dialog_class_init (GigShortcutsDialogClass *klass)
{
}

static void
gig_shortcuts_dialog_init (GigShortcutsDialog *self)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), GTK_WIDGET (self->page));
  adw_dialog_set_child (ADW_DIALOG (self), toolbar);
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
  fill (self);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

AdwDialog *
gig_shortcuts_dialog_new (void)
{
  return g_object_new (GIG_TYPE_SHORTCUTS_DIALOG, NULL);
}
