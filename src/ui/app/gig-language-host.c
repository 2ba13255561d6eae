/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-language-host.h"

G_DEFINE_INTERFACE (GigLanguageHost, gig_language_host, GTK_TYPE_ROOT)

/* One watch of one widget. */
typedef struct
{
  GtkWidget       *widget;
  GigLanguageFunc  func;
  gpointer         user_data;
  GSignalGroup    *signals;
} Watch;

static void
gig_language_host_default_init (GigLanguageHostInterface *iface)
{
  g_object_interface_install_property (iface,
                                       g_param_spec_object ("language", NULL, NULL,
                                                            GIG_TYPE_LANGUAGE,
                                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
watch_free (gpointer  data,
            GClosure *closure)
{
  Watch *watch = data;

  g_clear_object (&watch->signals);
  g_free (watch);
}

static void
code_changed_cb (Watch *watch)
{
  g_autoptr(GigLanguage) language = g_signal_group_dup_target (watch->signals);

  if (language != NULL)
    watch->func (watch->widget, language, watch->user_data);
}

static void
root_changed_cb (GtkWidget  *widget,
                 GParamSpec *pspec,
                 Watch      *watch)
{
  GigLanguage *language = gig_widget_get_language (widget);

  g_signal_group_set_target (watch->signals, language);
  if (language != NULL)
    watch->func (widget, language, watch->user_data);
}

GigLanguage *
gig_language_host_get_language (GigLanguageHost *self)
{
  g_return_val_if_fail (GIG_IS_LANGUAGE_HOST (self), NULL);

  return GIG_LANGUAGE_HOST_GET_IFACE (self)->get_language (self);
}

GigLanguage *
gig_widget_get_language (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);
  while (root != NULL && !GIG_IS_LANGUAGE_HOST (root))
    {
      GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

      root = parent != NULL ? GTK_ROOT (parent) : NULL;
    }

  return root != NULL ? gig_language_host_get_language (GIG_LANGUAGE_HOST (root)) : NULL;
}

void
gig_widget_watch_language (GtkWidget       *widget,
                           GigLanguageFunc  func,
                           gpointer         user_data)
{
  Watch *watch;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  watch = g_new0 (Watch, 1);
  watch->widget = widget;
  watch->func = func;
  watch->user_data = user_data;
  watch->signals = g_signal_group_new (GIG_TYPE_LANGUAGE);
  g_signal_group_connect_swapped (watch->signals, "notify::code", G_CALLBACK (code_changed_cb), watch);
  g_signal_connect_data (widget, "notify::root", G_CALLBACK (root_changed_cb), watch, watch_free, G_CONNECT_DEFAULT);
  root_changed_cb (widget, NULL, watch);
}

void
gig_widget_announce (GtkWidget  *widget,
                     const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (text != NULL && *text != '\0' && gtk_widget_get_root (widget) != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
