/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-item-card.h"

#include "gig-card-page.h"
#include "gig-language-host.h"
#include "gig-message-label.h"

#define N_(text) (text)

#define WIDTH_CHARS     40
#define MAX_HEIGHT     420

struct _GigItemCard
{
  AdwBin               parent_instance;

  GigLesson           *lesson;
  GigView             *view;
  GigItemKind          kind;
  int                  set;
  GigZoneMask          zone;
  GPtrArray           *members;     /* const GigViewMember, of the list */
  const GigViewMember *member;      /* whose card is shown */

  GPtrArray           *texts;       /* Text */
  GtkWidget           *stack;
  GtkWidget           *member_page;
};

G_DEFINE_FINAL_TYPE (GigItemCard, gig_item_card, ADW_TYPE_BIN)

typedef char *(* TextFunc) (GigItemCard   *self,
                            GigLanguage   *language,
                            gconstpointer  data);

/* What a label says, to be asked again in another language. */
typedef struct
{
  GtkWidget     *widget;
  TextFunc       func;
  gconstpointer  data;
} Text;

/* --- Texts --- */

static void
update_text (GigItemCard *self,
             const Text  *text,
             GigLanguage *language)
{
  g_autofree char *value = text->func (self, language, text->data);

  if (GTK_IS_BUTTON (text->widget))
    gtk_button_set_label (GTK_BUTTON (text->widget), value);
  else
    {
      gtk_label_set_label (GTK_LABEL (text->widget), value != NULL ? value : "");
      gtk_widget_set_visible (text->widget, value != NULL && *value != '\0');
    }
}

static void
forget_text (GigItemCard *self,
             GtkWidget   *widget)
{
  for (guint i = 0; i < self->texts->len; i++)
    if (((Text *) g_ptr_array_index (self->texts, i))->widget == widget)
      {
        g_ptr_array_remove_index_fast (self->texts, i);
        return;
      }
}

static GtkWidget *
bind_text (GigItemCard   *self,
           GtkWidget     *widget,
           TextFunc       func,
           gconstpointer  data)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  Text *text = g_new (Text, 1);

  *text = (Text) { widget, func, data };
  g_ptr_array_add (self->texts, text);
  g_signal_connect_object (widget, "destroy", G_CALLBACK (forget_text), self, G_CONNECT_SWAPPED);
  if (language != NULL)
    update_text (self, text, language);

  return widget;
}

static GtkWidget *
create_label (GigItemCard   *self,
              const char    *css_class,
              TextFunc       func,
              gconstpointer  data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return bind_text (self, label, func, data);
}

static char *
message_text (GigItemCard   *self,
              GigLanguage   *language,
              gconstpointer  data)
{
  return gig_lesson_get_plain_text (self->lesson, data, gig_language_get_code (language));
}

static char *
ui_text (GigItemCard   *self,
         GigLanguage   *language,
         gconstpointer  data)
{
  return g_strdup (gig_language_gettext (language, data));
}

static char *
modalities_text (GigItemCard   *self,
                 GigLanguage   *language,
                 gconstpointer  data)
{
  const GigViewMember *member = data;

  return member->member != NULL ? gig_member_describe_modalities (self->lesson, member->member, language) : NULL;
}

static char *
member_text (GigItemCard   *self,
             GigLanguage   *language,
             gconstpointer  data)
{
  return gig_view_describe_member (self->view, self->lesson, data, language);
}

static char *
dispute_text (GigItemCard   *self,
              GigLanguage   *language,
              gconstpointer  data)
{
  return gig_view_describe_dispute (self->view, self->lesson, data, language);
}

static char *
date_text (GigItemCard   *self,
           GigLanguage   *language,
           gconstpointer  data)
{
  g_autofree char *iso = message_text (self, language, data);

  return gig_language_format_date (language, iso);
}

static char *
title_text (GigItemCard   *self,
            GigLanguage   *language,
            gconstpointer  data)
{
  if (self->kind == GIG_ITEM_SET)
    return message_text (self, language, gig_view_get_set (self->view, self->set)->label);

  return gig_view_name_zone (self->view, self->lesson, self->zone, language);
}

static char *
zone_text (GigItemCard   *self,
           GigLanguage   *language,
           gconstpointer  data)
{
  return gig_view_describe_zone (self->view, self->lesson, self->zone, language);
}

/* @data: the index of the set that the card's own one is set against */
static char *
relation_text (GigItemCard   *self,
               GigLanguage   *language,
               gconstpointer  data)
{
  return gig_view_describe_relation (self->view, self->lesson, self->set, GPOINTER_TO_UINT (data), language);
}

/* --- Pieces --- */

static void
pop_down (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
concept_clicked_cb (GtkWidget  *button,
                    GigConcept *concept)
{
  g_object_ref (button);
  gtk_widget_activate_action (button, "win.show-concept", "s", gig_concept_get_id (concept));
  pop_down (button);
  g_object_unref (button);
}

static GtkWidget *
create_pill (GigItemCard *self,
             GigConcept  *concept)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "concept-pill");
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  bind_text (self, button, message_text, gig_concept_get_label (concept));
  g_signal_connect (button, "clicked", G_CALLBACK (concept_clicked_cb), concept);

  return button;
}

static GtkWidget *
create_wrap_box (void)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);

  return box;
}

/* What goes in and comes out is said above the facts, where both are known. */
static gboolean
stands_elsewhere (GigMember          *member,
                  const GigAttribute *attribute)
{
  return (attribute->role == GIG_ATTRIBUTE_IN || attribute->role == GIG_ATTRIBUTE_OUT)
         && gig_member_find_role (member, GIG_ATTRIBUTE_IN) != NULL
         && gig_member_find_role (member, GIG_ATTRIBUTE_OUT) != NULL;
}

static GtkWidget *
create_facts (GigItemCard *self,
              GigMember   *member)
{
  GPtrArray *attributes = gig_member_get_attributes (member);
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; i < attributes->len; i++)
    {
      const GigAttribute *attribute = g_ptr_array_index (attributes, i);
      GtkWidget *name, *value;

      if (gig_message_is_blank (attribute->value) || stands_elsewhere (member, attribute))
        continue;
      name = create_label (self, "dimmed", message_text, attribute->name);
      gtk_widget_set_valign (name, GTK_ALIGN_START);
      if (attribute->role == GIG_ATTRIBUTE_AS_OF)
        value = create_label (self, NULL, date_text, attribute->value);
      else
        value = gig_message_label_new (self->lesson, gig_member_get_home (member), attribute->value, GTK_ACCESSIBLE_ROLE_LABEL);
      gtk_label_set_max_width_chars (GTK_LABEL (value), WIDTH_CHARS - 12);
      gtk_label_set_xalign (GTK_LABEL (value), 0);
      gtk_label_set_selectable (GTK_LABEL (value), FALSE);
      gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), value, 1, row, 1, 1);
      row++;
    }

  return grid;
}

static GtkWidget *
create_dispute (GigItemCard         *self,
                const GigViewMember *member)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box), create_label (self, "heading", ui_text, N_("Debated")));
  gtk_box_append (GTK_BOX (box), create_label (self, NULL, dispute_text, member));
  gtk_widget_add_css_class (box, "debate");

  return box;
}

static void
show_list (GigItemCard *self)
{
  GtkWidget *old = g_steal_pointer (&self->member_page);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  gtk_stack_remove (GTK_STACK (self->stack), old);
  gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
back_language_cb (GtkWidget   *widget,
                  GigLanguage *language,
                  gpointer     user_data)
{
  gtk_widget_set_tooltip_text (widget, gig_language_gettext (language, "Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_language_gettext (language, "Back"), -1);
}

static GtkWidget *
create_member_head (GigItemCard         *self,
                    const GigViewMember *member)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (self->members != NULL)
    {
      GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

      gtk_widget_add_css_class (back, "flat");
      gtk_widget_set_valign (back, GTK_ALIGN_START);
      g_signal_connect_object (back, "clicked", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
      gig_widget_watch_language (back, back_language_cb, NULL);
      gtk_box_append (GTK_BOX (head), back);
    }
  gtk_box_append (GTK_BOX (names), create_label (self, "title-4", message_text, member->name));
  gtk_box_append (GTK_BOX (names), create_label (self, "modalities", modalities_text, member));
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), names);

  return head;
}

static GtkWidget *
create_member_page (GigItemCard         *self,
                    const GigViewMember *member)
{
  GtkWidget *box = gig_card_page_new ();
  GtkWidget *kinds;
  GPtrArray *concepts;

  gig_card_page_append (GIG_CARD_PAGE (box), create_member_head (self, member));
  gig_card_page_append (GIG_CARD_PAGE (box), create_label (self, NULL, member_text, member));
  if (member->disputed != NULL || member->contested != member->zone)
    gig_card_page_append (GIG_CARD_PAGE (box), create_dispute (self, member));
  if (member->member == NULL)
    return box;

  gig_card_page_append (GIG_CARD_PAGE (box), create_facts (self, member->member));
  kinds = create_wrap_box ();
  concepts = gig_member_get_kinds (member->member);
  if (gig_member_get_concept (member->member) != NULL)
    adw_wrap_box_append (ADW_WRAP_BOX (kinds), create_pill (self, gig_member_get_concept (member->member)));
  for (guint i = 0; i < concepts->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (kinds), create_pill (self, g_ptr_array_index (concepts, i)));
  gig_card_page_append (GIG_CARD_PAGE (box), kinds);

  return box;
}

static void
member_clicked_cb (GtkWidget *button,
                   gpointer   user_data)
{
  GigItemCard *self = GIG_ITEM_CARD (gtk_widget_get_ancestor (button, GIG_TYPE_ITEM_CARD));

  if (self->member_page != NULL)
    return;
  self->member_page = create_member_page (self, user_data);
  gtk_stack_add_child (GTK_STACK (self->stack), self->member_page);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->member_page);
  gig_card_page_describe (GIG_CARD_PAGE (self->member_page));
  gtk_widget_grab_focus (self->member_page);
}

static GtkWidget *
create_member_row (GigItemCard         *self,
                   const GigViewMember *member)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = create_label (self, NULL, message_text, member->name);
  GtkWidget *modalities = create_label (self, "caption", modalities_text, member);

  gtk_widget_add_css_class (modalities, "dimmed");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), modalities);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (member_clicked_cb), (gpointer) member);

  return button;
}

/* The sets that say where the zone is, where they have a page. */
static GtkWidget *
create_set_pills (GigItemCard *self)
{
  GtkWidget *pills = create_wrap_box ();

  for (guint i = 0; i < gig_view_get_n_sets (self->view); i++)
    {
      const GigViewSet *set = gig_view_get_set (self->view, i);

      if ((self->zone >> i & 1) != 0 && set->concept != NULL && !gig_view_is_around (self->view, self->zone, i))
        adw_wrap_box_append (ADW_WRAP_BOX (pills), create_pill (self, set->concept));
    }

  return pills;
}

static void
append_sentences (GigItemCard *self,
                  GigCardPage *page)
{
  if (self->kind != GIG_ITEM_SET)
    gig_card_page_append (page, create_label (self, NULL, zone_text, NULL));
  else
    for (guint i = 0; i < gig_view_get_n_sets (self->view); i++)
      if ((int) i != self->set)
        gig_card_page_append (page, create_label (self, NULL, relation_text, GUINT_TO_POINTER (i)));
}

static GtkWidget *
create_list_page (GigItemCard *self)
{
  GtkWidget *box = gig_card_page_new ();
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gig_card_page_append (GIG_CARD_PAGE (box), create_label (self, "title-4", title_text, NULL));
  append_sentences (self, GIG_CARD_PAGE (box));
  if (self->kind == GIG_ITEM_ZONE)
    gig_card_page_append (GIG_CARD_PAGE (box), create_set_pills (self));
  for (guint i = 0; i < self->members->len; i++)
    gtk_box_append (GTK_BOX (rows), create_member_row (self, g_ptr_array_index (self->members, i)));
  gtk_widget_set_visible (rows, self->members->len > 0);
  gig_card_page_append (GIG_CARD_PAGE (box), rows);

  return box;
}

/* --- The object --- */

static void
describe_pages (GigItemCard *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (self->stack); page != NULL; page = gtk_widget_get_next_sibling (page))
    gig_card_page_describe (GIG_CARD_PAGE (page));
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigItemCard *self = GIG_ITEM_CARD (widget);

  for (guint i = 0; i < self->texts->len; i++)
    update_text (self, g_ptr_array_index (self->texts, i), language);
  describe_pages (self);
}

static void
gig_item_card_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gig_item_card_parent_class)->map (widget);

  gtk_widget_grab_focus (gtk_stack_get_visible_child (GTK_STACK (GIG_ITEM_CARD (widget)->stack)));
}

static void
gig_item_card_dispose (GObject *object)
{
  GigItemCard *self = GIG_ITEM_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_item_card_parent_class)->dispose (object);
}

static void
gig_item_card_finalize (GObject *object)
{
  g_ptr_array_unref (GIG_ITEM_CARD (object)->texts);

  G_OBJECT_CLASS (gig_item_card_parent_class)->finalize (object);
}

static void
gig_item_card_class_init (GigItemCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_item_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = gig_item_card_finalize;
  GTK_WIDGET_CLASS (klass)->map = gig_item_card_map;
}

static void
gig_item_card_init (GigItemCard *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->set = -1;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_transition_type (GTK_STACK (self->stack), GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  gtk_widget_add_css_class (self->stack, "item-card-content");
  /* Else Tab ends on it, which says nothing, and never leaves it. */
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->stack);
  adw_bin_set_child (ADW_BIN (self), scroller);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

static GPtrArray *
collect_members (GigView       *view,
                 const GigItem *item)
{
  GPtrArray *all = gig_view_get_all_members (view);
  GPtrArray *members = g_ptr_array_new ();

  if (item->members != NULL)
    {
      g_ptr_array_extend (members, item->members, NULL, NULL);
      return members;
    }
  for (guint i = 0; i < all->len; i++)
    {
      const GigViewMember *member = g_ptr_array_index (all, i);

      if (item->kind == GIG_ITEM_SET ? (member->zone >> item->set & 1) != 0 : member->zone == item->zone)
        g_ptr_array_add (members, (gpointer) member);
    }

  return members;
}

GtkWidget *
gig_item_card_new_for_member (GigLesson           *lesson,
                              GigView             *view,
                              const GigViewMember *member)
{
  GigItemCard *self;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (member != NULL, NULL);

  self = g_object_new (GIG_TYPE_ITEM_CARD, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->view = view;
  self->kind = GIG_ITEM_MEMBER;
  self->member = member;
  gtk_stack_add_child (GTK_STACK (self->stack), create_member_page (self, member));

  return GTK_WIDGET (self);
}

GtkWidget *
gig_item_card_new (GigScene      *scene,
                   const GigItem *item)
{
  GigItemCard *self;

  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (item != NULL, NULL);

  if (item->kind == GIG_ITEM_MEMBER)
    return gig_item_card_new_for_member (gig_scene_get_lesson (scene), gig_scene_get_view (scene), item->member);

  self = g_object_new (GIG_TYPE_ITEM_CARD, NULL);
  self->lesson = gig_lesson_ref (gig_scene_get_lesson (scene));
  self->view = gig_scene_get_view (scene);
  self->kind = item->kind;
  self->set = item->set;
  self->zone = item->zone;
  self->members = collect_members (self->view, item);
  gtk_stack_add_named (GTK_STACK (self->stack), create_list_page (self), "list");

  return GTK_WIDGET (self);
}
