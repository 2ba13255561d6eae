/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-rows.h"

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
