/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-about.h"

#include "gig-dialog.h"
#include "gig-language-host.h"

#define QUARK_CODE "gig-about-code"

/* Another one in its place, when the toolkit speaks the language too. */
static gboolean
renew_idle (gpointer user_data)
{
  AdwDialog *about = ADW_DIALOG (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (about));

  if (root != NULL)
    {
      gig_about_present (GTK_WIDGET (root));
      adw_dialog_force_close (about);
    }

  return G_SOURCE_REMOVE;
}

/* Most of its words are libadwaita's, which asks for them once. */
static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (widget);
  const char *code = gig_language_get_code (language);
  const char *before = g_object_get_data (G_OBJECT (about), QUARK_CODE);

  if (before != NULL && before != code)
    g_idle_add_full (G_PRIORITY_DEFAULT, renew_idle, g_object_ref (about), g_object_unref);
  g_object_set_data (G_OBJECT (about), QUARK_CODE, (gpointer) code);
  adw_about_dialog_set_comments (about, gig_language_gettext (language, "Nested ideas, explained: a tree of concepts, pages and exact Euler diagrams, in the language of the room."));
  adw_about_dialog_set_developer_name (about, gig_language_gettext (language, "The Gigogne developers"));
  /* Translators: your name, one a line */
  adw_about_dialog_set_translator_credits (about, gig_language_pgettext (language, "about", "translator-credits"));
}

void
gig_about_present (GtkWidget *parent)
{
  AdwDialog *about = adw_about_dialog_new ();

  adw_about_dialog_set_application_name (ADW_ABOUT_DIALOG (about), "Gigogne");
  adw_about_dialog_set_application_icon (ADW_ABOUT_DIALOG (about), GIG_APP_ID);
  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (about), GIG_VERSION);
  adw_about_dialog_set_license_type (ADW_ABOUT_DIALOG (about), GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_website (ADW_ABOUT_DIALOG (about), "https://gigogne.org");
  adw_about_dialog_set_copyright (ADW_ABOUT_DIALOG (about), "© 2026 The Gigogne developers");
  gig_widget_watch_language (GTK_WIDGET (about), language_cb, NULL);
  gig_dialog_present (about, parent);
}
