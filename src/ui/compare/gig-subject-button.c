/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-subject-button.h"

#include "gig-collation.h"
#include "gig-language-host.h"

struct _GigSubjectButton
{
  AdwBin      parent_instance;

  GigLesson  *lesson;
  GigSubject  subject;
  gboolean    optional;

  GtkWidget  *menu;
  GtkWidget  *label;
  GtkWidget  *search;
  GtkWidget  *box;
  GtkWidget  *scroller;
};

G_DEFINE_FINAL_TYPE (GigSubjectButton, gig_subject_button, ADW_TYPE_BIN)

enum
{
  SIGNAL_SUBJECT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GigSubject
get_choice (GtkWidget *button)
{
  return (GigSubject) { g_object_get_data (G_OBJECT (button), "concept"), g_object_get_data (G_OBJECT (button), "member") };
}

/* --- The list --- */

static char *
create_name (GigSubjectButton *self,
             const GigSubject *subject,
             GigLanguage      *language)
{
  if (subject->concept == NULL && subject->member == NULL)
    return g_strdup (gig_language_pgettext (language, "comparison", "Nothing"));

  return gig_subject_get_name (subject, self->lesson, language);
}

static void
filter_cb (GigSubjectButton *self)
{
  g_autofree char *query = gig_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_strstrip (query);
  for (GtkWidget *button = gtk_widget_get_first_child (self->box); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      g_autofree char *name = gig_fold (gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)))));

      gtk_widget_set_visible (button, strstr (name, query) != NULL);
    }
}

static void
choice_clicked_cb (GtkWidget        *button,
                   GigSubjectButton *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->menu));
  gtk_widget_grab_focus (self->menu);
  gig_subject_button_set_subject (self, get_choice (button));
  g_signal_emit (self, signals[SIGNAL_SUBJECT_CHANGED], 0);
}

/* Enter in the search takes the first that begins so, else the first that has it. */
static void
search_activate_cb (GigSubjectButton *self)
{
  g_autofree char *query = gig_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkWidget *best = NULL;

  g_assert (GIG_IS_SUBJECT_BUTTON (self));

  g_strstrip (query);
  filter_cb (self);
  for (GtkWidget *button = gtk_widget_get_first_child (self->box); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      g_autofree char *name = gig_fold (gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)))));

      if (g_str_has_prefix (name, query))
        {
          best = button;
          break;
        }
      if (best == NULL && gtk_widget_get_visible (button))
        best = button;
    }
  if (best != NULL)
    choice_clicked_cb (best, self);
}

static void
add_choice (GigSubjectButton *self,
            GigConcept       *concept,
            GigMember        *member)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 40, NULL);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiz-option");
  g_object_set_data (G_OBJECT (button), "concept", concept);
  g_object_set_data (G_OBJECT (button), "member", member);
  g_signal_connect (button, "clicked", G_CALLBACK (choice_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
update_choices (GigSubjectButton *self,
                GigLanguage      *language)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->box); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      GigSubject choice = get_choice (button);
      g_autofree char *name = create_name (self, &choice, language);

      gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), name);
    }
}

/* Made when it is opened for the first time: there may be hundreds. Sets stand
 * first, then members, then what else has a page. */
static void
fill (GigSubjectButton *self)
{
  GPtrArray *concepts = gig_lesson_get_concepts (self->lesson);
  GPtrArray *members = gig_lesson_get_members (self->lesson);

  if (gtk_widget_get_first_child (self->box) != NULL)
    return;

  if (self->optional)
    add_choice (self, NULL, NULL);
  for (guint i = 0; i < concepts->len; i++)
    if (gig_concept_is_set (g_ptr_array_index (concepts, i)))
      add_choice (self, g_ptr_array_index (concepts, i), NULL);
  for (guint i = 0; i < members->len; i++)
    add_choice (self, NULL, g_ptr_array_index (members, i));
  for (guint i = 0; i < concepts->len; i++)
    if (!gig_concept_is_set (g_ptr_array_index (concepts, i))
        && gig_concept_get_role (g_ptr_array_index (concepts, i)) == GIG_CONCEPT_PAGE)
      add_choice (self, g_ptr_array_index (concepts, i), NULL);
}

static void
popover_mapped_cb (GigSubjectButton *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));

  fill (self);
  update_choices (self, language);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  filter_cb (self);
  gtk_widget_grab_focus (self->search);
}

/* --- The button --- */

static void
update (GigSubjectButton *self,
        GigLanguage      *language)
{
  g_autofree char *name = NULL;
  g_autofree char *accessible = NULL;

  if (language == NULL)
    return;

  name = create_name (self, &self->subject, language);
  accessible = gig_language_format (language, "Compared: %s", name);
  gtk_label_set_label (GTK_LABEL (self->label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), gig_language_gettext (language, "Concept or model"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gig_language_gettext (language, "Concept or model"), -1);
  update_choices (self, language);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  update (GIG_SUBJECT_BUTTON (widget), language);
}

static gboolean
gig_subject_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GIG_SUBJECT_BUTTON (widget)->menu);
}

static void
gig_subject_button_dispose (GObject *object)
{
  g_clear_pointer (&GIG_SUBJECT_BUTTON (object)->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_subject_button_parent_class)->dispose (object);
}

static void
gig_subject_button_class_init (GigSubjectButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_subject_button_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = gig_subject_button_grab_focus;

  signals[SIGNAL_SUBJECT_CHANGED] =
    g_signal_new ("subject-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gig_subject_button_init (GigSubjectButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->search = gtk_search_entry_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_size_request (self->scroller, 280, 300);
  gtk_box_append (GTK_BOX (column), self->search);
  gtk_box_append (GTK_BOX (column), self->scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), column);

  self->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0f, "hexpand", TRUE, NULL);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->menu), TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->menu), self->label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->menu), popover);
  adw_bin_set_child (ADW_BIN (self), self->menu);
  g_signal_connect_object (popover, "map", G_CALLBACK (popover_mapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

GtkWidget *
gig_subject_button_new (GigLesson *lesson,
                        gboolean   optional)
{
  GigSubjectButton *self;

  g_return_val_if_fail (lesson != NULL, NULL);

  self = g_object_new (GIG_TYPE_SUBJECT_BUTTON, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->optional = optional;

  return GTK_WIDGET (self);
}

void
gig_subject_button_set_subject (GigSubjectButton *self,
                                GigSubject        subject)
{
  g_return_if_fail (GIG_IS_SUBJECT_BUTTON (self));

  self->subject = subject;
  update (self, gig_widget_get_language (GTK_WIDGET (self)));
}

GigSubject
gig_subject_button_get_subject (GigSubjectButton *self)
{
  g_return_val_if_fail (GIG_IS_SUBJECT_BUTTON (self), ((GigSubject) { NULL, NULL }));

  return self->subject;
}
