/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-message-label.h"

#include "gig-language-host.h"
#include "gig-markup.h"

#define POPOVER_WIDTH_CHARS 48

typedef struct
{
  GigLesson        *lesson;
  GigConcept       *concept;
  const GigMessage *message;
  GigSearchQuery   *query;      /* (nullable): what is marked */
} Content;

static GQuark
content_quark (void)
{
  return g_quark_from_static_string ("gig-message-label");
}

static void
content_free (Content *content)
{
  gig_lesson_unref (content->lesson);
  g_clear_pointer (&content->query, gig_search_query_unref);
  g_free (content);
}

/* Attributes lie over the markup's own, so the text need not be built anew. */
static void
mark_hits (GtkLabel       *label,
           GigSearchQuery *query)
{
  g_autoptr(PangoAttrList) attributes = NULL;
  g_autofree GigSearchRange *ranges = NULL;
  const char *text = gtk_label_get_text (label);
  guint n_ranges = 0;

  if (query != NULL)
    ranges = gig_search_query_find_ranges (query, text, &n_ranges);
  if (n_ranges > 0)
    attributes = pango_attr_list_new ();
  for (guint i = 0; i < n_ranges; i++)
    {
      const char *start = g_utf8_offset_to_pointer (text, ranges[i].start);
      const char *end = g_utf8_offset_to_pointer (start, ranges[i].length);
      PangoAttribute *background = pango_attr_background_new (0xf9f9, 0xf0f0, 0x6b6b);
      PangoAttribute *foreground = pango_attr_foreground_new (0x1d1d, 0x1d1d, 0x2020);

      background->start_index = foreground->start_index = start - text;
      background->end_index = foreground->end_index = end - text;
      pango_attr_list_insert (attributes, background);
      pango_attr_list_insert (attributes, foreground);
    }
  gtk_label_set_attributes (label, attributes);
  gtk_widget_queue_draw (GTK_WIDGET (label));
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  Content *content = user_data;
  g_autofree char *markup = NULL;

  markup = gig_markup_new (content->lesson, content->concept, content->message, gig_language_get_code (language));
  gtk_label_set_markup (GTK_LABEL (widget), markup);
  if (content->query != NULL)
    mark_hits (GTK_LABEL (widget), content->query);
}

static void
unparent (GtkWidget *popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static gboolean
unparent_idle (gpointer popover)
{
  unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (GtkWidget *popover)
{
  /* Not at once: the popover is still closing. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_idle, g_object_ref (popover), g_object_unref);
}

static void
show_footnote (GtkWidget  *label,
               Content    *content,
               const char *name)
{
  GigBlock *note = gig_markup_find_footnote (content->concept, name);
  GtkWidget *popover, *box;
  GPtrArray *children;

  if (note == NULL)
    return;

  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  children = gig_block_get_children (note);
  for (guint i = 0; i < children->len; i++)
    {
      const GigMessage *message = gig_block_get_message (g_ptr_array_index (children, i));
      GtkWidget *text;

      if (message == NULL)
        continue;
      text = gig_message_label_new (content->lesson, content->concept, message, GTK_ACCESSIBLE_ROLE_PARAGRAPH);
      gtk_label_set_max_width_chars (GTK_LABEL (text), POPOVER_WIDTH_CHARS);
      gtk_box_append (GTK_BOX (box), text);
    }
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, label);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  g_signal_connect_object (label, "destroy", G_CALLBACK (unparent), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
activate_link_cb (GtkLabel   *label,
                  const char *uri,
                  Content    *content)
{
  g_assert (GTK_IS_LABEL (label));

  if (*uri == '#')
    gtk_widget_activate_action (GTK_WIDGET (label), "win.show-concept", "s", uri + 1);
  else if (g_str_has_prefix (uri, GIG_MARKUP_FOOTNOTE))
    show_footnote (GTK_WIDGET (label), content, uri + strlen (GIG_MARKUP_FOOTNOTE));
  else
    {
      g_autoptr(GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

      gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (label))), NULL, NULL, NULL);
    }

  return GDK_EVENT_STOP;
}

GtkWidget *
gig_message_label_new (GigLesson         *lesson,
                       GigConcept        *concept,
                       const GigMessage  *message,
                       GtkAccessibleRole  role)
{
  GtkWidget *label;
  Content *content;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  content = g_new0 (Content, 1);
  content->lesson = gig_lesson_ref (lesson);
  content->concept = concept;
  content->message = message;

  label = g_object_new (GTK_TYPE_LABEL,
                        "accessible-role", role,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "natural-wrap-mode", GTK_NATURAL_WRAP_WORD,
                        "xalign", 0.0f,
                        "selectable", TRUE,
                        NULL);
  g_object_set_qdata_full (G_OBJECT (label), content_quark (), content, (GDestroyNotify) content_free);
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_link_cb), content);
  gig_widget_watch_language (label, language_cb, content);

  return label;
}

const GigMessage *
gig_message_label_get_message (GtkWidget *label)
{
  Content *content;

  g_return_val_if_fail (GTK_IS_LABEL (label), NULL);

  content = g_object_get_qdata (G_OBJECT (label), content_quark ());

  return content != NULL ? content->message : NULL;
}

void
gig_message_label_mark (GtkWidget      *widget,
                        GigSearchQuery *query)
{
  Content *content;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  content = g_object_get_qdata (G_OBJECT (widget), content_quark ());
  if (content != NULL)
    {
      if (query != NULL)
        gig_search_query_ref (query);
      g_clear_pointer (&content->query, gig_search_query_unref);
      content->query = query;
      mark_hits (GTK_LABEL (widget), query);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gig_message_label_mark (child, query);
}
