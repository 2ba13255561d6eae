/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-page-lists.h"

#include "gig-block-view.h"
#include "gig-language-host.h"
#include "gig-page-pieces.h"
#include "gig-message-label.h"
#include "gig-rows.h"

#define N_(text) (text)

/* --- Pieces --- */

static void
caption_language_cb (GtkWidget   *widget,
                     GigLanguage *language,
                     gpointer     user_data)
{
  gtk_label_set_label (GTK_LABEL (widget), gig_language_gettext (language, user_data));
}

static GtkWidget *
create_section (const char *caption,
                GtkWidget  *child)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gig_page_piece_new_heading ();

  gig_widget_watch_language (label, caption_language_cb, (gpointer) caption);
  gig_page_piece_name_list (child, label);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), child);

  return box;
}

/* --- Children --- */

static void
concept_row_language_cb (GtkWidget   *widget,
                         GigLanguage *language,
                         gpointer     user_data)
{
  GigConcept *concept = user_data;
  g_autofree char *title = gig_page_piece_get_text (widget, gig_concept_get_title (concept), language);
  g_autofree char *lead = gig_page_piece_get_text (widget, gig_concept_get_lead (concept), language);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), lead);
}

static GtkWidget *
create_concept_row (GigLesson  *lesson,
                    GigConcept *concept)
{
  GtkWidget *row = gig_page_piece_new_row (lesson);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gig_page_piece_link (row, gig_concept_get_id (concept));
  gig_widget_watch_language (row, concept_row_language_cb, concept);

  return row;
}

GtkWidget *
gig_page_lists_create_children (GigLesson  *lesson,
                                GigConcept *concept)
{
  GPtrArray *children;
  GtkWidget *list;

  g_return_val_if_fail (concept != NULL, NULL);

  children = gig_concept_get_children (concept);
  if (children->len == 0)
    return NULL;

  list = gig_page_piece_new_list ();
  for (guint i = 0; i < children->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_concept_row (lesson, g_ptr_array_index (children, i)));

  return create_section (N_("In this chapter"), list);
}

/* --- Links --- */

typedef struct
{
  char             *target;
  GigConcept       *concept;    /* NULL: a page on the network */
  const GigMessage *message;    /* where it stands, for its text */
} Link;

static void
link_free (Link *link)
{
  g_free (link->target);
  g_free (link);
}

static void
collect_links_of_message (GigLesson        *lesson,
                          GigConcept       *page,
                          const GigMessage *message,
                          GPtrArray        *links)
{
  g_autoptr(GigInlines) inlines = NULL;

  if (message == NULL)
    return;

  inlines = gig_inlines_parse (message->source);
  for (guint i = 0; i < gig_inlines_get_n_runs (inlines); i++)
    {
      const char *target = gig_inlines_get_run (inlines, i)->link;
      GigConcept *concept;
      Link *link;
      guint j;

      if (target == NULL)
        continue;
      concept = *target == '#' ? gig_lesson_find_concept (lesson, target + 1) : NULL;
      if (concept == page || (*target == '#' && concept == NULL))
        continue;
      for (j = 0; j < links->len; j++)
        if (g_str_equal (((Link *) g_ptr_array_index (links, j))->target, target))
          break;
      if (j < links->len)
        continue;
      link = g_new0 (Link, 1);
      link->target = g_strdup (target);
      link->concept = concept;
      link->message = message;
      g_ptr_array_add (links, link);
    }
}

static void
collect_links (GigLesson  *lesson,
               GigConcept *page,
               GPtrArray  *blocks,
               GPtrArray  *links)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      GigBlock *block = g_ptr_array_index (blocks, i);

      /* These are buttons and rows already. */
      if (gig_block_get_block_type (block) == GIG_BLOCK_KIND_OF
          || gig_block_get_block_type (block) == GIG_BLOCK_OVERLAPS)
        continue;
      collect_links_of_message (lesson, page, gig_block_get_message (block), links);
      collect_links (lesson, page, gig_block_get_children (block), links);
    }
}

/* The text of the link to @target in @message as it stands in a language. */
static char *
find_link_text (GigLesson        *lesson,
                const GigMessage *message,
                const char       *target,
                const char       *code)
{
  g_autoptr(GigInlines) inlines = gig_lesson_get_inlines (lesson, message, code);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < gig_inlines_get_n_runs (inlines); i++)
    {
      const GigRun *run = gig_inlines_get_run (inlines, i);

      if (g_strcmp0 (run->link, target) == 0)
        g_string_append (text, run->text);
      else if (text->len > 0)
        break;
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
link_row_language_cb (GtkWidget   *widget,
                      GigLanguage *language,
                      gpointer     user_data)
{
  Link *link = user_data;
  GigLesson *lesson = gig_page_piece_get_lesson (widget);
  g_autofree char *title = NULL;

  if (link->concept != NULL)
    title = gig_page_piece_get_text (widget, gig_concept_get_title (link->concept), language);
  else
    {
      title = find_link_text (lesson, link->message, link->target, gig_language_get_code (language));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), link->target);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
}

static void
link_row_activated_cb (GtkWidget *row,
                       Link      *link)
{
  g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (link->target);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (row)), NULL, NULL, NULL);
}

static GtkWidget *
create_link_row (GigLesson *lesson,
                 Link      *link)
{
  GtkWidget *row = gig_page_piece_new_row (lesson);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (link->concept != NULL)
    {
      gig_page_piece_link (row, link->target + 1);
    }
  else
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("gig-external-link-symbolic"));
      g_signal_connect (row, "activated", G_CALLBACK (link_row_activated_cb), link);
    }
  gig_widget_watch_language (row, link_row_language_cb, link);

  return row;
}

static void
expander_language_cb (GtkWidget   *widget,
                      GigLanguage *language,
                      gpointer     user_data)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), gig_language_gettext (language, "Links on this page"));
}

/* Most readers never open it. */
static void
expanded_cb (AdwExpanderRow *expander,
             GParamSpec     *pspec,
             GPtrArray      *links)
{
  g_signal_handlers_disconnect_by_func (expander, expanded_cb, links);
  for (guint i = 0; i < links->len; i++)
    adw_expander_row_add_row (expander, create_link_row (gig_page_piece_get_lesson (GTK_WIDGET (expander)),
                                                         g_ptr_array_index (links, i)));
}

GtkWidget *
gig_page_lists_create_links (GigLesson  *lesson,
                             GigConcept *concept)
{
  g_autoptr(GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  GtkWidget *list, *expander;

  g_return_val_if_fail (concept != NULL, NULL);

  collect_links (lesson, concept, gig_concept_get_blocks (concept), links);
  if (links->len == 0)
    return NULL;

  list = gig_page_piece_new_list ();
  expander = gig_expander_row_new ();
  gig_widget_watch_language (expander, expander_language_cb, NULL);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), links);
  g_object_set_data_full (G_OBJECT (expander), "links", g_steal_pointer (&links), (GDestroyNotify) g_ptr_array_unref);
  gig_page_piece_set_lesson (expander, lesson);
  gtk_list_box_append (GTK_LIST_BOX (list), expander);
  gig_page_piece_name_list (list, expander);

  return list;
}

/* --- Footnotes --- */

static GtkWidget *
create_footnote (GigLesson *lesson,
                 GigBlock  *block)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "spacing", 8,
                                 NULL);
  g_autofree char *number = g_strdup_printf ("%u.", gig_block_get_number (block));
  GtkWidget *label = gtk_label_new (number);
  GtkWidget *box = gig_block_view_new_box (lesson, gig_block_get_children (block));

  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), box);

  return row;
}

GtkWidget *
gig_page_lists_create_footnotes (GigLesson  *lesson,
                                 GigConcept *concept)
{
  GPtrArray *blocks;
  GtkWidget *box = NULL;

  g_return_val_if_fail (concept != NULL, NULL);

  blocks = gig_concept_get_blocks (concept);
  for (guint i = 0; i < blocks->len; i++)
    {
      GigBlock *block = g_ptr_array_index (blocks, i);

      if (gig_block_get_block_type (block) != GIG_BLOCK_FOOTNOTE)
        continue;
      if (box == NULL)
        box = g_object_new (GTK_TYPE_BOX,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                            "orientation", GTK_ORIENTATION_VERTICAL,
                            "spacing", 6,
                            NULL);
      gtk_box_append (GTK_BOX (box), create_footnote (lesson, block));
    }
  if (box == NULL)
    return NULL;

  gtk_widget_add_css_class (box, "footnotes");

  return create_section (N_("Sources and notes"), box);
}

/* --- Previous and next --- */

static void
neighbour_language_cb (GtkWidget   *widget,
                       GigLanguage *language,
                       gpointer     user_data)
{
  GigConcept *concept = user_data;
  gboolean next = g_object_get_data (G_OBJECT (widget), "next") != NULL;
  g_autofree char *title = gig_page_piece_get_text (widget, gig_concept_get_title (concept), language);
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (widget));
  GtkWidget *caption = gtk_widget_get_first_child (box);
  g_autofree char *name = NULL;

  /* Translators: the next concept; on the console, the next step */
  gtk_label_set_label (GTK_LABEL (caption), next ? gig_language_gettext (language, "Next") : gig_language_gettext (language, "Previous"));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (caption)), title);
  name = next ? gig_language_format (language, "Next: %s", title) : gig_language_format (language, "Previous: %s", title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
create_neighbour (GigLesson  *lesson,
                  GigConcept *concept,
                  gboolean    next)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *caption = gtk_label_new (NULL);
  GtkWidget *title = gtk_label_new (NULL);
  float xalign = next ? 1.0f : 0.0f;

  gtk_label_set_xalign (GTK_LABEL (caption), xalign);
  gtk_label_set_xalign (GTK_LABEL (title), xalign);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (title), next ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), title);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  if (next)
    g_object_set_data (G_OBJECT (button), "next", GINT_TO_POINTER (TRUE));
  gig_page_piece_set_lesson (button, lesson);
  gig_page_piece_link (button, gig_concept_get_id (concept));
  gig_widget_watch_language (button, neighbour_language_cb, concept);

  return button;
}

GtkWidget *
gig_page_lists_create_neighbours (GigLesson  *lesson,
                                  GigConcept *concept)
{
  GPtrArray *concepts;
  guint index;
  GtkWidget *box;

  g_return_val_if_fail (concept != NULL, NULL);

  concepts = gig_lesson_get_concepts (lesson);
  index = gig_concept_get_index (concept);
  if (concepts->len < 2)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  if (index > 0)
    gtk_box_append (GTK_BOX (box), create_neighbour (lesson, g_ptr_array_index (concepts, index - 1), FALSE));
  if (index + 1 < concepts->len)
    gtk_box_append (GTK_BOX (box), create_neighbour (lesson, g_ptr_array_index (concepts, index + 1), TRUE));

  return box;
}
