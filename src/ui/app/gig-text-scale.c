/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-text-scale.h"

#define MIN_PERCENT 80
#define MAX_PERCENT 300

#define SETTING "text-scale"

static void
ensure_provider (GdkDisplay *display)
{
  g_autoptr(GtkCssProvider) provider = NULL;
  g_autoptr(GString) css = NULL;

  if (g_object_get_data (G_OBJECT (display), "gig-text-scale") != NULL)
    return;

  css = g_string_new (NULL);
  for (int percent = MIN_PERCENT; percent <= MAX_PERCENT; percent++)
    g_string_append_printf (css, ".gig-text-%d{font-size:%d%%;}\n", percent, percent);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_string (provider, css->str);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set_data_full (G_OBJECT (display), "gig-text-scale", g_steal_pointer (&provider), g_object_unref);
}

static void
settings_changed_cb (GSettings  *settings,
                     const char *key,
                     GtkWidget  *widget)
{
  gig_text_scale_apply (widget, g_settings_get_double (settings, SETTING));
}

void
gig_text_scale_copy (GtkWidget *widget,
                     GtkWidget *like)
{
  const char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_WIDGET (like));

  for (; like != NULL && name == NULL; like = gtk_widget_get_parent (like))
    name = g_object_get_data (G_OBJECT (like), "gig-text-class");
  if (name == NULL)
    return;

  gtk_widget_add_css_class (widget, name);
  g_object_set_data_full (G_OBJECT (widget), "gig-text-class", g_strdup (name), g_free);
}

void
gig_text_scale_apply (GtkWidget *widget,
                      double     scale)
{
  const char *before;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  before = g_object_get_data (G_OBJECT (widget), "gig-text-class");
  name = g_strdup_printf ("gig-text-%d", CLAMP ((int) (scale * 100 + 0.5), MIN_PERCENT, MAX_PERCENT));
  if (g_strcmp0 (before, name) == 0 || (before == NULL && g_str_equal (name, "gig-text-100")))
    return;

  ensure_provider (gtk_widget_get_display (widget));
  if (before != NULL)
    gtk_widget_remove_css_class (widget, before);
  gtk_widget_add_css_class (widget, name);
  g_object_set_data_full (G_OBJECT (widget), "gig-text-class", g_steal_pointer (&name), g_free);
}

void
gig_text_scale_follow (GtkWidget *widget,
                       GSettings *settings)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_signal_connect_object (settings, "changed::" SETTING, G_CALLBACK (settings_changed_cb), widget, 0);
  gig_text_scale_apply (widget, g_settings_get_double (settings, SETTING));
}
