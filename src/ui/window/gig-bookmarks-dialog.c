/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-bookmarks-dialog.h"

#include "gig-language-host.h"
#include "gig-rows.h"

struct _GigBookmarksDialog
{
  AdwDialog            parent_instance;

  GSettings           *settings;
  GigLesson           *lesson;
  GigConcept          *concept;
  GPtrArray           *rows;        /* element-type GtkWidget, owned by the group */

  AdwPreferencesGroup *add_group;
  AdwEntryRow         *name_row;
  AdwPreferencesGroup *list_group;
};

G_DEFINE_FINAL_TYPE (GigBookmarksDialog, gig_bookmarks_dialog, ADW_TYPE_DIALOG)

static void fill (GigBookmarksDialog *self);

/* --- One bookmark --- */

static GVariant *
get_bookmark (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "bookmark");
}

static void
row_language_cb (GtkWidget   *widget,
                 GigLanguage *language,
                 gpointer     user_data)
{
  GigBookmarksDialog *self = GIG_BOOKMARKS_DIALOG (user_data);
  GtkWidget *remove = g_object_get_data (G_OBJECT (widget), "remove");
  const char *name, *lesson, *id, *code;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  GigConcept *concept = NULL;

  g_variant_get (get_bookmark (widget), "(&s&s&s&sx)", &name, &lesson, &id, &code, NULL);
  if (g_str_equal (lesson, gig_lesson_get_name (self->lesson)))
    concept = gig_lesson_find_concept (self->lesson, id);
  if (concept != NULL)
    title = gig_lesson_get_plain_text (self->lesson, gig_concept_get_title (concept), gig_language_get_code (language));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), title != NULL ? title : lesson);
  label = gig_language_format (language, "Remove the bookmark “%s”", name);
  gtk_widget_set_tooltip_text (remove, gig_language_gettext (language, "Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
row_activated_cb (GtkWidget *row)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (row, GIG_TYPE_BOOKMARKS_DIALOG);

  gtk_widget_activate_action_variant (row, "win.go-to-bookmark", get_bookmark (row));
  adw_dialog_close (ADW_DIALOG (dialog));
}

static void
remove_clicked_cb (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  GigBookmarksDialog *self = GIG_BOOKMARKS_DIALOG (gtk_widget_get_ancestor (button, GIG_TYPE_BOOKMARKS_DIALOG));
  g_autoptr(GVariant) all = g_settings_get_value (self->settings, "bookmarks");
  GVariantBuilder kept;

  g_variant_builder_init (&kept, G_VARIANT_TYPE ("a" GIG_BOOKMARK_TYPE));
  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr(GVariant) bookmark = g_variant_get_child_value (all, i);

      if (!g_variant_equal (bookmark, get_bookmark (row)))
        g_variant_builder_add_value (&kept, bookmark);
    }
  g_settings_set_value (self->settings, "bookmarks", g_variant_builder_end (&kept));
  fill (self);
}

static GtkWidget *
create_row (GigBookmarksDialog *self,
            GVariant           *bookmark)
{
  GtkWidget *row = gig_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  g_object_set_data (G_OBJECT (row), "remove", remove);
  g_object_set_data_full (G_OBJECT (row), "bookmark", g_variant_ref (bookmark), (GDestroyNotify) g_variant_unref);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), NULL);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), NULL);
  gig_widget_watch_language (row, row_language_cb, self);

  return row;
}

/* --- The list --- */

/* (transfer full): that of the place one is at */
static char *
get_title (GigBookmarksDialog *self,
           GigLanguage        *language)
{
  return gig_lesson_get_plain_text (self->lesson, gig_concept_get_title (self->concept), gig_language_get_code (language));
}

static void
update_texts (GigBookmarksDialog *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;

  if (language == NULL)
    return;

  title = get_title (self, language);
  escaped = g_markup_escape_text (title, -1);
  adw_preferences_group_set_description (self->add_group, escaped);
  adw_preferences_group_set_description (self->list_group,
                                         self->rows->len == 0 ? gig_language_gettext (language, "No bookmarks yet") : NULL);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  update_texts (GIG_BOOKMARKS_DIALOG (widget));
}

static void
fill (GigBookmarksDialog *self)
{
  g_autoptr(GVariant) all = g_settings_get_value (self->settings, "bookmarks");

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr(GVariant) bookmark = g_variant_get_child_value (all, i);
      GtkWidget *row = create_row (self, bookmark);

      adw_preferences_group_add (self->list_group, row);
      g_ptr_array_add (self->rows, row);
    }
  update_texts (self);
}

static void
add_cb (GigBookmarksDialog *self)
{
  g_autoptr(GVariant) all = g_settings_get_value (self->settings, "bookmarks");
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_row));
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  g_autofree char *title = NULL;
  GVariantBuilder builder;

  g_assert (GIG_IS_BOOKMARKS_DIALOG (self));

  if (language == NULL)
    return;

  /* Without a name of its own it has that of the place. */
  if (*name == '\0')
    name = title = get_title (self, language);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" GIG_BOOKMARK_TYPE));
  g_variant_builder_add (&builder, GIG_BOOKMARK_TYPE, name, gig_lesson_get_name (self->lesson),
                         gig_concept_get_id (self->concept), gig_language_get_code (language),
                         g_get_real_time () / G_USEC_PER_SEC);
  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr(GVariant) bookmark = g_variant_get_child_value (all, i);

      g_variant_builder_add_value (&builder, bookmark);
    }
  g_settings_set_value (self->settings, "bookmarks", g_variant_builder_end (&builder));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
  fill (self);
  gig_widget_announce (GTK_WIDGET (self), gig_language_gettext (language, "Bookmark added"));
}

static void
gig_bookmarks_dialog_dispose (GObject *object)
{
  GigBookmarksDialog *self = GIG_BOOKMARKS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GIG_TYPE_BOOKMARKS_DIALOG);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gig_bookmarks_dialog_parent_class)->dispose (object);
}

static void
gig_bookmarks_dialog_class_init (GigBookmarksDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_bookmarks_dialog_dispose;

  gig_widget_class_set_template (widget_class, "/org/gigogne/Gigogne/gig-bookmarks-dialog.ui");
  gig_widget_class_bind_child (widget_class, GigBookmarksDialog, add_group);
  gig_widget_class_bind_child (widget_class, GigBookmarksDialog, name_row);
  gig_widget_class_bind_child (widget_class, GigBookmarksDialog, list_group);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
gig_bookmarks_dialog_init (GigBookmarksDialog *self)
{
  self->rows = g_ptr_array_new ();
  gig_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gig_bookmarks_dialog_new (GSettings  *settings,
                          GigLesson  *lesson,
                          GigConcept *concept)
{
  GigBookmarksDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (concept != NULL, NULL);

  self = g_object_new (GIG_TYPE_BOOKMARKS_DIALOG, NULL);
  self->settings = g_object_ref (settings);
  self->lesson = gig_lesson_ref (lesson);
  self->concept = concept;
  fill (self);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);

  return ADW_DIALOG (self);
}
