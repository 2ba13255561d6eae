/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-preferences-dialog.h"

#include <math.h>

#include "gig-language-host.h"
#include "gig-rows.h"

#define N_(text) (text)

struct _GigPreferencesDialog
{
  AdwPreferencesDialog  parent_instance;

  GSettings            *settings;
  GigLanguage          *language;
  gboolean              filling;    /* we change the rows ourselves */

  AdwComboRow          *language_row;
  AdwSpinRow           *text_row;
  AdwComboRow          *width_row;
  AdwComboRow          *scheme_row;
  AdwSpinRow           *height_row;
  AdwSpinRow           *distance_row;
};

G_DEFINE_FINAL_TYPE (GigPreferencesDialog, gig_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

typedef struct
{
  const char *label;
  const char *nick;
  int         value;
} Choice;

static const Choice widths[] = {
  /* Translators: the width of the lines of a page */
  { N_("Narrow"), NULL, 480 },
  /* Translators: the width of the lines of a page */
  { N_("Normal"), NULL, 560 },
  /* Translators: the width of the lines of a page */
  { N_("Wide"), NULL, 720 },
};

static const Choice schemes[] = {
  { N_("As the desktop"), "system", 0 },
  /* Translators: the colours of the window */
  { N_("Light"), "light", 0 },
  /* Translators: the colours of the window */
  { N_("Dark"), "dark", 0 },
};

/* --- Filling --- */

static void
fill_choices (AdwComboRow  *row,
              const Choice *choices,
              guint         n_choices,
              guint         selected,
              GigLanguage  *language)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_choices; i++)
    gtk_string_list_append (list, gig_language_gettext (language, choices[i].label));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
}

static guint
find_width (GigPreferencesDialog *self)
{
  int width = g_settings_get_int (self->settings, "reading-width");

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (widths[i].value >= width)
      return i;

  return G_N_ELEMENTS (widths) - 1;
}

static guint
find_scheme (GigPreferencesDialog *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i].nick, scheme))
      return i;

  return 0;
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigPreferencesDialog *self = GIG_PREFERENCES_DIALOG (widget);

  if (self->settings == NULL)
    return;

  g_set_object (&self->language, language);
  self->filling = TRUE;
  gig_combo_row_fill_languages (self->language_row, self->language);
  fill_choices (self->width_row, widths, G_N_ELEMENTS (widths), find_width (self), language);
  fill_choices (self->scheme_row, schemes, G_N_ELEMENTS (schemes), find_scheme (self), language);
  self->filling = FALSE;
}

/* --- Choosing --- */

static void
language_selected_cb (GigPreferencesDialog *self)
{
  const char * const *codes;
  guint selected;

  g_assert (GIG_IS_PREFERENCES_DIALOG (self));

  if (self->filling || self->language == NULL)
    return;

  codes = gig_language_set_get_codes (gig_language_get_set (self->language));
  selected = adw_combo_row_get_selected (self->language_row);
  if (selected < g_strv_length ((char **) codes))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.language", "s", codes[selected]);
}

static void
width_selected_cb (GigPreferencesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->width_row);

  if (!self->filling && selected < G_N_ELEMENTS (widths))
    g_settings_set_int (self->settings, "reading-width", widths[selected].value);
}

static void
scheme_selected_cb (GigPreferencesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->scheme_row);

  if (!self->filling && selected < G_N_ELEMENTS (schemes))
    g_settings_set_string (self->settings, "color-scheme", schemes[selected].nick);
}

static gboolean
scale_to_percent (GValue   *value,
                  GVariant *variant,
                  gpointer  user_data)
{
  g_value_set_double (value, round (g_variant_get_double (variant) * 100));

  return TRUE;
}

static GVariant *
percent_to_scale (const GValue       *value,
                  const GVariantType *type,
                  gpointer            user_data)
{
  return g_variant_new_double (g_value_get_double (value) / 100);
}

static void
gig_preferences_dialog_dispose (GObject *object)
{
  GigPreferencesDialog *self = GIG_PREFERENCES_DIALOG (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->language);
  gtk_widget_dispose_template (GTK_WIDGET (self), GIG_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (gig_preferences_dialog_parent_class)->dispose (object);
}

static void
gig_preferences_dialog_class_init (GigPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_preferences_dialog_dispose;

  gig_widget_class_set_template (widget_class, "/org/gigogne/Gigogne/gig-preferences-dialog.ui");
  gig_widget_class_bind_child (widget_class, GigPreferencesDialog, language_row);
  gig_widget_class_bind_child (widget_class, GigPreferencesDialog, text_row);
  gig_widget_class_bind_child (widget_class, GigPreferencesDialog, width_row);
  gig_widget_class_bind_child (widget_class, GigPreferencesDialog, scheme_row);
  gig_widget_class_bind_child (widget_class, GigPreferencesDialog, height_row);
  gig_widget_class_bind_child (widget_class, GigPreferencesDialog, distance_row);
}

static void
gig_preferences_dialog_init (GigPreferencesDialog *self)
{
  gig_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gig_preferences_dialog_new (GSettings *settings)
{
  GigPreferencesDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (GIG_TYPE_PREFERENCES_DIALOG, NULL);
  self->settings = g_object_ref (settings);
  g_settings_bind_with_mapping (settings, "text-scale", self->text_row, "value", G_SETTINGS_BIND_DEFAULT,
                                scale_to_percent, percent_to_scale, NULL, NULL);
  g_settings_bind (settings, "screen-height", self->height_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "last-row-distance", self->distance_row, "value", G_SETTINGS_BIND_DEFAULT);
  gig_spin_row_follow_language (self->height_row);
  gig_spin_row_follow_language (self->distance_row);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
  g_signal_connect_object (self->language_row, "notify::selected", G_CALLBACK (language_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->width_row, "notify::selected", G_CALLBACK (width_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scheme_row, "notify::selected", G_CALLBACK (scheme_selected_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
