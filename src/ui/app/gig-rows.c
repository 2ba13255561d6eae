/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-rows.h"

#include "gig-language-host.h"

struct _GigActionRow
{
  AdwActionRow parent_instance;
};

struct _GigExpanderRow
{
  AdwExpanderRow parent_instance;
};

struct _GigListRow
{
  GtkListBoxRow parent_instance;
};

G_DEFINE_FINAL_TYPE (GigActionRow, gig_action_row, ADW_TYPE_ACTION_ROW)
G_DEFINE_FINAL_TYPE (GigExpanderRow, gig_expander_row, ADW_TYPE_EXPANDER_ROW)
G_DEFINE_FINAL_TYPE (GigListRow, gig_list_row, GTK_TYPE_LIST_BOX_ROW)

/* As Enter does. */
static void
activate_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  if (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)))
    gtk_widget_activate (widget);
}

static void
gig_action_row_class_init (GigActionRowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.activate", NULL, activate_action);
}

static void
gig_action_row_init (GigActionRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
}

static void
toggle_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (widget);

  adw_expander_row_set_expanded (row, !adw_expander_row_get_expanded (row));
}

/* The row that has the focus is inside, without a name of ours to find it by. */
static void
title_changed_cb (GtkWidget *widget)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), -1);
}

static void
expanded_changed_cb (GtkWidget *widget)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_EXPANDED,
                               adw_expander_row_get_expanded (ADW_EXPANDER_ROW (widget)), -1);
}

static void
gig_expander_row_class_init (GigExpanderRowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.toggle", NULL, toggle_action);
}

static void
gig_expander_row_init (GigExpanderRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_changed_cb), NULL);
  expanded_changed_cb (GTK_WIDGET (self));
}

static void
gig_list_row_class_init (GigListRowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.activate", NULL, activate_action);
}

static void
gig_list_row_init (GigListRow *self)
{
}

/* --- Numbers --- */

static gboolean
output_cb (AdwSpinRow *row)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (row));
  g_autofree char *text = NULL;

  if (language == NULL)
    return FALSE;

  text = gig_language_format_decimal (language, adw_spin_row_get_value (row), adw_spin_row_get_digits (row));
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (row))))
    gtk_editable_set_text (GTK_EDITABLE (row), text);

  return TRUE;
}

static int
input_cb (AdwSpinRow *row,
          double     *value)
{
  g_autofree char *text = g_strdelimit (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))), ",", '.');
  char *end;

  *value = g_ascii_strtod (text, &end);
  /* What is no number loses none: GTK would take the least one. */
  if (end == text || *g_strchug (end) != '\0')
    *value = adw_spin_row_get_value (row);

  return TRUE;
}

static void
number_language_cb (GtkWidget   *widget,
                    GigLanguage *language,
                    gpointer     user_data)
{
  output_cb (ADW_SPIN_ROW (widget));
}

GtkWidget *
gig_action_row_new (void)
{
  return g_object_new (GIG_TYPE_ACTION_ROW, NULL);
}

GtkWidget *
gig_expander_row_new (void)
{
  return g_object_new (GIG_TYPE_EXPANDER_ROW, NULL);
}

GtkWidget *
gig_list_row_new (void)
{
  return g_object_new (GIG_TYPE_LIST_ROW, NULL);
}

GtkWidget *
gig_spin_row_new (double minimum,
                  double maximum,
                  double step)
{
  return g_object_new (ADW_TYPE_SPIN_ROW,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                       "adjustment", gtk_adjustment_new (minimum, minimum, maximum, step, 10 * step, 0),
                       NULL);
}

void
gig_spin_row_follow_language (AdwSpinRow *row)
{
  g_return_if_fail (ADW_IS_SPIN_ROW (row));

  /* GTK would let in the decimal mark of the locale alone. */
  adw_spin_row_set_numeric (row, FALSE);
  g_signal_connect (row, "output", G_CALLBACK (output_cb), NULL);
  g_signal_connect (row, "input", G_CALLBACK (input_cb), NULL);
  gig_widget_watch_language (GTK_WIDGET (row), number_language_cb, NULL);
}

void
gig_combo_row_fill_languages (AdwComboRow *row,
                              GigLanguage *language)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  const char * const *codes;
  guint selected = 0;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (GIG_IS_LANGUAGE (language));

  codes = gig_language_set_get_codes (gig_language_get_set (language));
  for (guint i = 0; codes[i] != NULL; i++)
    {
      gtk_string_list_append (list, gig_language_title_of (codes[i]));
      if (g_str_equal (codes[i], gig_language_get_code (language)))
        selected = i;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
}
