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

#define QUARK_OVERRIDE (g_quark_from_static_string ("gig-language-override"))
#define QUARK_WATCHES  (g_quark_from_static_string ("gig-language-watches"))

static void
gig_language_host_default_init (GigLanguageHostInterface *iface)
{
  g_object_interface_install_property (iface,
                                       g_param_spec_object ("language", NULL, NULL,
                                                            GIG_TYPE_LANGUAGE,
                                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
watch_free (gpointer data)
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
refresh_watches (GtkWidget *widget)
{
  GPtrArray *watches = g_object_get_qdata (G_OBJECT (widget), QUARK_WATCHES);
  GigLanguage *language = NULL;

  if (watches == NULL)
    return;

  if (gtk_widget_get_root (widget) != NULL)
    language = gig_widget_get_language (widget);
  for (guint i = 0; i < watches->len; i++)
    {
      Watch *watch = g_ptr_array_index (watches, i);
      g_autoptr(GigLanguage) before = g_signal_group_dup_target (watch->signals);

      if (before == language)
        continue;
      g_signal_group_set_target (watch->signals, language);
      if (language != NULL)
        watch->func (widget, language, watch->user_data);
    }
}

static void
refresh_tree (GtkWidget *widget)
{
  refresh_watches (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    refresh_tree (child);
}

static void
root_changed_cb (GtkWidget *widget)
{
  refresh_watches (widget);
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

  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    {
      GigLanguage *override = g_object_get_qdata (G_OBJECT (w), QUARK_OVERRIDE);

      if (override != NULL)
        return override;
    }
  root = gtk_widget_get_root (widget);
  while (root != NULL && !GIG_IS_LANGUAGE_HOST (root))
    {
      GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

      root = parent != NULL ? GTK_ROOT (parent) : NULL;
    }

  return root != NULL ? gig_language_host_get_language (GIG_LANGUAGE_HOST (root)) : NULL;
}

void
gig_widget_override_language (GtkWidget   *widget,
                              GigLanguage *language)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_qdata_full (G_OBJECT (widget), QUARK_OVERRIDE,
                           language != NULL ? g_object_ref (language) : NULL, g_object_unref);
  refresh_tree (widget);
}

void
gig_widget_watch_language (GtkWidget       *widget,
                           GigLanguageFunc  func,
                           gpointer         user_data)
{
  GPtrArray *watches;
  Watch *watch;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  watch = g_new0 (Watch, 1);
  watch->widget = widget;
  watch->func = func;
  watch->user_data = user_data;
  watch->signals = g_signal_group_new (GIG_TYPE_LANGUAGE);
  g_signal_group_connect_swapped (watch->signals, "notify::code", G_CALLBACK (code_changed_cb), watch);

  watches = g_object_get_qdata (G_OBJECT (widget), QUARK_WATCHES);
  if (watches == NULL)
    {
      watches = g_ptr_array_new_with_free_func (watch_free);
      g_object_set_qdata_full (G_OBJECT (widget), QUARK_WATCHES, watches, (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect (widget, "notify::root", G_CALLBACK (root_changed_cb), NULL);
    }
  g_ptr_array_add (watches, watch);
  refresh_watches (widget);
}

/* Without an accessibility bus GTK 4.18 falls back to the context of its own
 * tests, which cannot announce: it would call a null pointer. */
static gboolean
can_announce (GtkWidget *widget)
{
  g_autoptr(GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  return context != NULL && !g_str_has_suffix (G_OBJECT_TYPE_NAME (context), "TestATContext");
}

void
gig_widget_announce (GtkWidget  *widget,
                     const char *text)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* By the window: a widget that no screen reader has looked at yet has no voice. */
  root = gtk_widget_get_root (widget);
  if (text != NULL && *text != '\0' && root != NULL && can_announce (GTK_WIDGET (root)))
    gtk_accessible_announce (GTK_ACCESSIBLE (root), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
