/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gig-language.h"

G_BEGIN_DECLS

/**
 * GigLanguageHost:
 *
 * Implemented by each window: the language its widgets speak. The property
 * `language` never changes for a window's life; the language's `code` does.
 */
#define GIG_TYPE_LANGUAGE_HOST (gig_language_host_get_type ())
G_DECLARE_INTERFACE (GigLanguageHost, gig_language_host, GIG, LANGUAGE_HOST, GtkRoot)

struct _GigLanguageHostInterface
{
  GTypeInterface   parent;

  GigLanguage   * (* get_language) (GigLanguageHost *self);
};

/* (transfer none) */
GigLanguage *gig_language_host_get_language (GigLanguageHost *self);

/**
 * gig_widget_get_language:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the language of @widget's window; %NULL
 *   while it is in none
 */
GigLanguage *gig_widget_get_language        (GtkWidget *widget);

/**
 * gig_widget_override_language:
 * @widget: a widget
 * @language: (nullable): what @widget and everything in it speaks instead of its
 *   window's language; %NULL to follow the window again
 *
 * For the second column of a page in two languages, and for peeking.
 */
void         gig_widget_override_language  (GtkWidget       *widget,
                                             GigLanguage     *language);

/* Called with the language of @widget's window: set every text @widget shows. */
typedef void (* GigLanguageFunc) (GtkWidget   *widget,
                                  GigLanguage *language,
                                  gpointer     user_data);

/**
 * gig_widget_watch_language:
 * @widget: a widget
 * @func: called now if @widget is in a window, whenever it enters one, and
 *   whenever that window's language changes
 * @user_data: for @func
 *
 * Lasts as long as @widget. Widgets rebind their texts in @func instead of being
 * rebuilt, which keeps focus, selection and scrolling.
 */
void         gig_widget_watch_language      (GtkWidget       *widget,
                                             GigLanguageFunc  func,
                                             gpointer         user_data);

/**
 * gig_widget_class_set_template:
 * @widget_class: the class
 * @resource_path: the compiled Blueprint
 *
 * gtk_widget_class_set_template_from_resource() for a template whose translatable
 * texts follow the window's language. Every object in it that has one needs an id.
 * Call gig_widget_init_template() in the instance's init, and bind members with
 * gig_widget_class_bind_child().
 */
void         gig_widget_class_set_template  (GtkWidgetClass *widget_class,
                                             const char     *resource_path);
#define gig_widget_class_bind_child(widget_class, Type, member) \
  gig_widget_class_bind_child_at (widget_class, #member, G_STRUCT_OFFSET (Type, member))
/* (name: a static string) */
void         gig_widget_class_bind_child_at (GtkWidgetClass *widget_class,
                                             const char     *name,
                                             gssize          offset);
/* gtk_widget_init_template() for gig_widget_class_set_template(). */
void         gig_widget_init_template       (GtkWidget      *widget);

/* Speaks @text to a screen reader in one short sentence. */
void         gig_widget_announce            (GtkWidget      *widget,
                                             const char     *text);

G_END_DECLS
