/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-block-view.h"

#include "gig-language-host.h"
#include "gig-page-pieces.h"
#include "gig-message-label.h"
#include "gig-page-image.h"
#include "gig-rows.h"
#include "gig-set-system.h"
#include "gig-table.h"

#define N_(text) (text)

/* --- Texts --- */

static GtkWidget *
create_text (GigLesson         *lesson,
             GigBlock          *block,
             GtkAccessibleRole  role)
{
  const GigMessage *message = gig_block_get_message (block);
  GtkWidget *label;

  if (message == NULL)
    return NULL;

  label = gig_message_label_new (lesson, gig_block_get_concept (block), message, role);
  gtk_label_set_width_chars (GTK_LABEL (label), GIG_BLOCK_VIEW_MIN_CHARS);
  gtk_widget_add_css_class (label, "page-text");

  return label;
}

static GtkWidget *
create_heading (GigLesson *lesson,
                GigBlock  *block)
{
  GtkWidget *label = create_text (lesson, block, GTK_ACCESSIBLE_ROLE_HEADING);

  if (label == NULL)
    return NULL;
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3, -1);

  return label;
}

static GtkWidget *
create_raw (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_code (GigBlock *block)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *text = g_strdup (gig_block_get_text (block));
  GtkWidget *label = gtk_label_new (g_strchomp (text));

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "code-block");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_widget_add_css_class (scroller, "card");

  return scroller;
}

static void
diagnostic_language_cb (GtkWidget   *widget,
                        GigLanguage *language,
                        gpointer     user_data)
{
  g_autofree char *text = gig_diagnostic_format (user_data, language);

  gtk_label_set_label (GTK_LABEL (widget), text);
}

/* What could not be understood, as written, with the reason below. */
static GtkWidget *
create_broken (GigBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GigDiagnostic *diagnostic = gig_block_get_diagnostic (block);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "callout");
  gtk_box_append (GTK_BOX (box), create_raw (gig_block_get_text (block), "monospace"));
  if (diagnostic != NULL)
    {
      GtkWidget *reason = create_raw (NULL, "warning");

      gig_widget_watch_language (reason, diagnostic_language_cb, diagnostic);
      gtk_box_append (GTK_BOX (box), reason);
    }

  return box;
}

/* --- Lists --- */

static GtkWidget *
create_item (GigLesson *lesson,
             GigBlock  *list,
             GigBlock  *item,
             guint      index)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "spacing", 8,
                                 NULL);
  g_autofree char *marker = NULL;
  GtkWidget *bullet;

  if (gig_block_get_ordered (list))
    marker = g_strdup_printf ("%u.", gig_block_get_start (list) + index);
  bullet = gtk_label_new (marker != NULL ? marker : "•");
  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (bullet), 2);
  gtk_label_set_xalign (GTK_LABEL (bullet), 1.0f);
  gtk_widget_add_css_class (bullet, "page-text");
  gtk_widget_add_css_class (bullet, "dimmed");
  gtk_widget_add_css_class (bullet, "numeric");
  gtk_box_append (GTK_BOX (row), bullet);

  if (gig_block_get_message (item) != NULL)
    {
      GtkWidget *text = create_text (lesson, item, GTK_ACCESSIBLE_ROLE_PARAGRAPH);

      gtk_widget_set_hexpand (text, TRUE);
      gtk_box_append (GTK_BOX (row), text);
    }
  else
    {
      GtkWidget *box = gig_block_view_new_box (lesson, gig_block_get_children (item));

      gtk_widget_set_hexpand (box, TRUE);
      gtk_box_append (GTK_BOX (row), box);
    }

  return row;
}

static GtkWidget *
create_list (GigLesson *lesson,
             GigBlock  *block)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 6,
                                 NULL);
  GPtrArray *items = gig_block_get_children (block);

  for (guint i = 0; i < items->len; i++)
    gtk_box_append (GTK_BOX (box), create_item (lesson, block, g_ptr_array_index (items, i), i));

  return box;
}

/* --- Callouts and quotations --- */

static const struct
{
  const char *title;
  const char *icon;
  const char *css_class;
} callouts[] = {
  /* Translators: the heading of a box on a page */
  [GIG_CALLOUT_NOTE] = { N_("Note"), "gig-note-symbolic", "note" },
  /* Translators: the heading of a box on a page */
  [GIG_CALLOUT_TIP] = { N_("Tip"), "gig-tip-symbolic", "tip" },
  /* Translators: the heading of a box on a page */
  [GIG_CALLOUT_IMPORTANT] = { N_("Important"), "gig-important-symbolic", "important" },
  /* Translators: the heading of a box on a page */
  [GIG_CALLOUT_WARNING] = { N_("Warning"), "gig-warning-symbolic", "warning" },
  /* Translators: the heading of a box on a page; stronger than a warning */
  [GIG_CALLOUT_CAUTION] = { N_("Careful"), "gig-careful-symbolic", "caution" },
};

static void
callout_language_cb (GtkWidget   *widget,
                     GigLanguage *language,
                     gpointer     user_data)
{
  gtk_label_set_label (GTK_LABEL (widget), gig_language_gettext (language, user_data));
}

static GtkWidget *
create_callout (GigLesson *lesson,
                GigBlock  *block)
{
  GigCalloutKind kind = gig_block_get_callout (block);
  GtkWidget *card = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_NOTE,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", 6,
                                  NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (callouts[kind].icon);
  GtkWidget *title = gtk_label_new (NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (head, "callout-head");
  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gig_widget_watch_language (title, callout_language_cb, (gpointer) callouts[kind].title);
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), gig_block_view_new_box (lesson, gig_block_get_children (block)));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "callout");
  gtk_widget_add_css_class (card, callouts[kind].css_class);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);

  return card;
}

static GtkWidget *
create_quote (GigLesson *lesson,
              GigBlock  *block)
{
  GtkWidget *box = gig_block_view_new_box (lesson, gig_block_get_children (block));

  gtk_widget_add_css_class (box, "quotation");

  return box;
}

/* --- Links to concepts and views --- */

static void
pill_language_cb (GtkWidget   *widget,
                  GigLanguage *language,
                  gpointer     user_data)
{
  GigConcept *concept = user_data;
  GigLesson *lesson = g_object_get_data (G_OBJECT (widget), "lesson");
  g_autofree char *text = NULL;

  text = gig_lesson_get_plain_text (lesson, gig_concept_get_label (concept), gig_language_get_code (language));
  gig_page_piece_set_button_text (GTK_BUTTON (widget), text);
}

static GtkWidget *
create_pill (GigLesson  *lesson,
             GigConcept *concept)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "concept-pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-concept");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", gig_concept_get_id (concept));
  g_object_set_data_full (G_OBJECT (button), "lesson", gig_lesson_ref (lesson), (GDestroyNotify) gig_lesson_unref);
  gig_widget_watch_language (button, pill_language_cb, concept);

  return button;
}

/* “A kind of (X) (Y)”, from the first block of a concept. */
static GtkWidget *
create_pills (GigLesson  *lesson,
              const char *caption,
              GPtrArray  *concepts)
{
  GtkWidget *box = adw_wrap_box_new ();
  GtkWidget *label = gtk_label_new (NULL);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 8);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_add_css_class (label, "dimmed");
  gig_widget_watch_language (label, callout_language_cb, (gpointer) caption);
  adw_wrap_box_append (ADW_WRAP_BOX (box), label);
  for (guint i = 0; i < concepts->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (box), create_pill (lesson, g_ptr_array_index (concepts, i)));

  return box;
}

static void
view_language_cb (GtkWidget   *widget,
                  GigLanguage *language,
                  gpointer     user_data)
{
  GigView *view = user_data;
  GigLesson *lesson = g_object_get_data (G_OBJECT (widget), "lesson");
  const char *code = gig_language_get_code (language);
  g_autofree char *title = gig_lesson_get_plain_text (lesson, gig_view_get_title (view), code);
  g_autofree char *takeaway = gig_lesson_get_plain_text (lesson, gig_view_get_takeaway (view), code);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), takeaway);
}

/* A view's place in the text: its title and takeaway, opening it in the pane. */
static GtkWidget *
create_view_row (GigLesson *lesson,
                 GigBlock  *block)
{
  GigView *view = gig_block_get_view (block);
  GtkWidget *list, *row;

  if (view == NULL)
    return NULL;

  list = gig_page_piece_new_list ();
  row = gig_action_row_new ();
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("gig-diagram-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-view");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gig_view_get_id (view));
  g_object_set_data_full (G_OBJECT (row), "lesson", gig_lesson_ref (lesson), (GDestroyNotify) gig_lesson_unref);
  gig_widget_watch_language (row, view_language_cb, view);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gig_page_piece_name_list (list, row);

  return list;
}

static GPtrArray *
collect_overlaps (GigLesson *lesson,
                  GigBlock  *block)
{
  GPtrArray *concepts = g_ptr_array_new ();
  g_autoptr(GigInlines) inlines = NULL;

  if (gig_block_get_message (block) == NULL)
    return concepts;

  inlines = gig_inlines_parse (gig_block_get_message (block)->source);
  for (guint i = 0; i < gig_inlines_get_n_runs (inlines); i++)
    {
      const char *link = gig_inlines_get_run (inlines, i)->link;
      GigConcept *concept = link != NULL && *link == '#' ? gig_lesson_find_concept (lesson, link + 1) : NULL;

      if (concept != NULL && !g_ptr_array_find (concepts, concept, NULL))
        g_ptr_array_add (concepts, concept);
    }

  return concepts;
}

static GtkWidget *
create_overlaps (GigLesson *lesson,
                 GigBlock  *block)
{
  g_autoptr(GPtrArray) concepts = collect_overlaps (lesson, block);

  /* Translators: a heading above the sets that this one overlaps */
  return create_pills (lesson, N_("Overlaps"), concepts);
}

/* --- Public --- */

GtkWidget *
gig_block_view_new (GigLesson *lesson,
                    GigBlock  *block)
{
  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (block != NULL, NULL);

  switch (gig_block_get_block_type (block))
    {
    case GIG_BLOCK_PARAGRAPH:
    case GIG_BLOCK_TABLE_CELL:
      return create_text (lesson, block, GTK_ACCESSIBLE_ROLE_PARAGRAPH);
    case GIG_BLOCK_HEADING:
      return create_heading (lesson, block);
    case GIG_BLOCK_LIST:
      return create_list (lesson, block);
    case GIG_BLOCK_TABLE:
      return gig_table_new (lesson, block);
    case GIG_BLOCK_QUOTE:
      return create_quote (lesson, block);
    case GIG_BLOCK_CALLOUT:
      return create_callout (lesson, block);
    case GIG_BLOCK_CODE:
      return create_code (block);
    case GIG_BLOCK_IMAGE:
      return gig_page_image_new (lesson, block);
    case GIG_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case GIG_BLOCK_KIND_OF:
      /* Translators: a heading above the sets that this one lies in */
      return create_pills (lesson, N_("A kind of"), gig_concept_get_kinds_of (gig_block_get_concept (block)));
    case GIG_BLOCK_OVERLAPS:
      return create_overlaps (lesson, block);
    case GIG_BLOCK_VIEW:
      return create_view_row (lesson, block);
    case GIG_BLOCK_HTML:
      return create_raw (gig_block_get_text (block), "monospace");
    case GIG_BLOCK_BROKEN:
      return create_broken (block);
    case GIG_BLOCK_LIST_ITEM:
    case GIG_BLOCK_TABLE_ROW:
    case GIG_BLOCK_TAKEAWAY:
    case GIG_BLOCK_PAUSE:
    case GIG_BLOCK_FOOTNOTE:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

GtkWidget *
gig_block_view_new_box (GigLesson *lesson,
                        GPtrArray *blocks)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; i < blocks->len; i++)
    {
      GtkWidget *child = gig_block_view_new (lesson, g_ptr_array_index (blocks, i));

      if (child != NULL)
        gtk_box_append (GTK_BOX (box), child);
    }

  return box;
}

gboolean
gig_block_view_is_unit (GigBlock *block)
{
  switch (gig_block_get_block_type (block))
    {
    case GIG_BLOCK_TABLE:
    case GIG_BLOCK_CALLOUT:
    case GIG_BLOCK_VIEW:
    case GIG_BLOCK_QUOTE:
    case GIG_BLOCK_IMAGE:
    case GIG_BLOCK_HEADING:
      return TRUE;
    default:
      return FALSE;
    }
}
