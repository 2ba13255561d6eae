/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagram-outline.h"

#include "gig-item-card.h"
#include "gig-language-host.h"
#include "gig-message-label.h"
#include "gig-set-rule.h"
#include "gig-table-grid.h"
#include "gig-table.h"

#define N_(text) (text)

#define MEASURE 640

struct _GigDiagramOutline
{
  AdwBin     parent_instance;

  GigLesson *lesson;
  GigView   *view;

  GtkWidget *box;
  GtkWidget *notice;
  GtkWidget *content;
  GtkWidget *popover;

  GigDiagramMarks marks;
};

G_DEFINE_FINAL_TYPE (GigDiagramOutline, gig_diagram_outline, ADW_TYPE_BIN)

static GigDiagramOutline *
get_outline (GtkWidget *widget)
{
  return GIG_DIAGRAM_OUTLINE (gtk_widget_get_ancestor (widget, GIG_TYPE_DIAGRAM_OUTLINE));
}

/* --- Labels that follow the language --- */

static void
ui_language_cb (GtkWidget   *widget,
                GigLanguage *language,
                gpointer     user_data)
{
  gtk_label_set_label (GTK_LABEL (widget), gig_language_gettext (language, user_data));
}

static GtkWidget *
create_label (const char        *css_class,
              GigLanguageFunc    func,
              gconstpointer      data,
              GtkAccessibleRole  role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gig_widget_watch_language (label, func, (gpointer) data);

  return label;
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *heading = create_label ("heading", ui_language_cb, text, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);

  return heading;
}

/* A button whose words take as many lines as they need: none is cut in large letters. */
static void
set_button_text (GtkWidget  *button,
                 const char *text)
{
  GtkWidget *label;

  gtk_button_set_label (GTK_BUTTON (button), text);
  label = gtk_button_get_child (GTK_BUTTON (button));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
}

/* --- What glows --- */

static void
show_marks (GtkWidget         *widget,
            GigLanguage       *language,
            GigDiagramMarkSet  marks)
{
  g_autofree char *description = gig_diagram_marks_describe (marks, language, NULL);

  if (marks != 0)
    gtk_widget_add_css_class (widget, "marked");
  else
    gtk_widget_remove_css_class (widget, "marked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* --- Members --- */

static gboolean
is_contested (const GigViewMember *member)
{
  return member->disputed != NULL || member->contested != member->zone;
}

static void
member_language_cb (GtkWidget   *widget,
                    GigLanguage *language,
                    gpointer     user_data)
{
  const GigViewMember *member = user_data;
  GigDiagramOutline *self = get_outline (widget);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (self == NULL)
    return;
  name = gig_lesson_get_plain_text (self->lesson, member->name, gig_language_get_code (language));
  if (is_contested (member))
    /* Translators: a model of which it is debated whether it belongs to a set. */
    text = gig_language_format (language, "%s (debated)", name);
  set_button_text (widget, text != NULL ? text : name);
  show_marks (widget, language, gig_diagram_marks_find_member (&self->marks, member));
}

static gboolean
unparent_idle (gpointer user_data)
{
  if (gtk_widget_get_parent (user_data) != NULL)
    gtk_widget_unparent (user_data);

  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (GtkWidget         *popover,
                   GigDiagramOutline *self)
{
  if (self->popover == popover)
    self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_idle, g_object_ref (popover), g_object_unref);
}

static void
member_clicked_cb (GtkWidget *button,
                   gpointer   user_data)
{
  GigDiagramOutline *self = get_outline (button);
  const GigViewMember *member = user_data;

  if (self->popover != NULL)
    return;
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), gig_item_card_new_for_member (self->lesson, self->view, member));
  gtk_widget_add_css_class (self->popover, "item-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_button_get_label (GTK_BUTTON (button)), -1);
  gtk_widget_set_parent (self->popover, button);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, 0);
  g_signal_connect_object (button, "destroy", G_CALLBACK (gtk_widget_unparent), self->popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static GtkWidget *
create_member (const GigViewMember *member)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "concept-pill");
  gig_widget_watch_language (button, member_language_cb, (gpointer) member);
  g_signal_connect (button, "clicked", G_CALLBACK (member_clicked_cb), (gpointer) member);

  return button;
}

/* --- Zones --- */

static gboolean
is_inside (GigView *view,
           guint    a,
           guint    b)
{
  GigRelation relation = a != b ? gig_view_get_relation (view, a, b) : GIG_RELATION_DISJOINT;

  /* Of equal sets the first one is around the others. */
  return relation == GIG_RELATION_SUBSET || (relation == GIG_RELATION_EQUAL && a > b);
}

/* The set under which a zone is listed: the first one that has no other of the zone's sets inside. */
static int
find_home (GigView     *view,
           GigZoneMask  zone)
{
  guint n_sets = gig_view_get_n_sets (view);

  for (guint i = 0; i < n_sets; i++)
    {
      gboolean innermost = (zone >> i & 1) != 0;

      for (guint j = 0; j < n_sets && innermost; j++)
        innermost = (zone >> j & 1) == 0 || !is_inside (view, j, i);
      if (innermost)
        return i;
    }

  return -1;
}

/* The set directly around @set, or -1. */
static int
find_parent (GigView *view,
             guint    set)
{
  guint n_sets = gig_view_get_n_sets (view);

  for (guint i = 0; i < n_sets; i++)
    {
      gboolean direct = is_inside (view, set, i);

      for (guint j = 0; j < n_sets && direct; j++)
        direct = !(is_inside (view, set, j) && is_inside (view, j, i));
      if (direct)
        return i;
    }

  return -1;
}

static void
zone_language_cb (GtkWidget   *widget,
                  GigLanguage *language,
                  gpointer     user_data)
{
  GigDiagramOutline *self = get_outline (widget);
  g_autofree char *text = NULL;

  if (self == NULL)
    return;
  text = gig_view_describe_zone (self->view, self->lesson, GPOINTER_TO_UINT (user_data), language);
  gtk_label_set_label (GTK_LABEL (widget), text);
}

static GtkWidget *
create_list_item (GtkOrientation orientation,
                  int            spacing)
{
  return g_object_new (GTK_TYPE_BOX,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                       "orientation", orientation,
                       "spacing", spacing,
                       NULL);
}

static GtkWidget *
create_zone (GigDiagramOutline *self,
             GigZoneMask        zone)
{
  GPtrArray *members = gig_view_get_all_members (self->view);
  GtkWidget *box = create_list_item (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *pills = adw_wrap_box_new ();
  gboolean any = FALSE;

  gtk_box_append (GTK_BOX (box), create_label (NULL, zone_language_cb, GUINT_TO_POINTER (zone), GTK_ACCESSIBLE_ROLE_PARAGRAPH));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (pills), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (pills), 6);
  for (guint i = 0; i < members->len; i++)
    {
      const GigViewMember *member = g_ptr_array_index (members, i);

      if (member->zone != zone)
        continue;
      adw_wrap_box_append (ADW_WRAP_BOX (pills), create_member (member));
      any = TRUE;
    }
  gtk_widget_set_visible (pills, any);
  gtk_box_append (GTK_BOX (box), pills);

  return box;
}

/* --- Sets --- */

static void
set_language_cb (GtkWidget   *widget,
                 GigLanguage *language,
                 gpointer     user_data)
{
  GigDiagramOutline *self = get_outline (widget);
  const GigViewSet *set = user_data;
  g_autofree char *text = NULL;

  if (self == NULL)
    return;
  text = gig_lesson_get_plain_text (self->lesson, set->label, gig_language_get_code (language));
  show_marks (widget, language,
              gig_diagram_marks_find_set (&self->marks, set->concept != NULL ? gig_concept_get_id (set->concept) : set->key));
  if (GTK_IS_BUTTON (widget))
    set_button_text (widget, text);
  else
    gtk_label_set_label (GTK_LABEL (widget), text);
}

static GtkWidget *
create_set_name (const GigViewSet *set)
{
  GtkWidget *name;

  if (set->concept == NULL)
    return create_label ("heading", set_language_cb, set, GTK_ACCESSIBLE_ROLE_LABEL);

  name = gtk_button_new ();
  gtk_widget_add_css_class (name, "flat");
  gtk_widget_add_css_class (name, "outline-set");
  gtk_widget_set_halign (name, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (name), "win.show-concept");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (name), "s", gig_concept_get_id (set->concept));
  gig_widget_watch_language (name, set_language_cb, (gpointer) set);

  return name;
}

static GtkWidget *
create_set (GigDiagramOutline *self,
            guint              set)
{
  GtkWidget *box = create_list_item (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *column = g_object_new (GTK_TYPE_BOX,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                    "orientation", GTK_ORIENTATION_VERTICAL,
                                    "spacing", 14,
                                    "hexpand", TRUE,
                                    NULL);
  const GigZoneMask *zones;
  guint n_zones;

  gtk_box_append (GTK_BOX (box), gig_set_rule_new (self->lesson, self->view, set));
  gtk_box_append (GTK_BOX (column), create_set_name (gig_view_get_set (self->view, set)));
  zones = gig_view_get_zones (self->view, &n_zones);
  for (guint i = 0; i < n_zones; i++)
    if (find_home (self->view, zones[i]) == (int) set)
      gtk_box_append (GTK_BOX (column), create_zone (self, zones[i]));
  for (guint i = 0; i < gig_view_get_n_sets (self->view); i++)
    if (find_parent (self->view, i) == (int) set)
      gtk_box_append (GTK_BOX (column), create_set (self, i));
  gtk_box_append (GTK_BOX (box), column);

  return box;
}

static GtkWidget *
create_sets (GigDiagramOutline *self)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", 24,
                                  NULL);

  for (guint i = 0; i < gig_view_get_n_sets (self->view); i++)
    if (find_parent (self->view, i) < 0)
      gtk_box_append (GTK_BOX (list), create_set (self, i));

  return list;
}

/* --- The membership table --- */

typedef enum
{
  MEMBERSHIP_NO,
  MEMBERSHIP_YES,
  MEMBERSHIP_DEBATED,
} Membership;

static void
cell_language_cb (GtkWidget   *widget,
                  GigLanguage *language,
                  gpointer     user_data)
{
  Membership membership = GPOINTER_TO_INT (user_data);
  const char *name = membership == MEMBERSHIP_YES       ? gig_language_pgettext (language, "membership", "yes")
                     : membership == MEMBERSHIP_DEBATED ? gig_language_pgettext (language, "membership", "debated")
                                                        : gig_language_pgettext (language, "membership", "no");

  gtk_label_set_label (GTK_LABEL (widget),
                       membership == MEMBERSHIP_YES ? "✓" : membership == MEMBERSHIP_DEBATED ? name : "–");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
append_cell (GtkWidget         *grid,
             const char        *css_class,
             GigLanguageFunc    func,
             gconstpointer      data,
             GtkAccessibleRole  role,
             gboolean           centered)
{
  GtkWidget *cell = create_label (css_class, func, data, role);

  gtk_widget_add_css_class (cell, "cell");
  gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD);
  gtk_label_set_max_width_chars (GTK_LABEL (cell), 24);
  if (centered)
    {
      gtk_label_set_xalign (GTK_LABEL (cell), 0.5f);
      gtk_label_set_justify (GTK_LABEL (cell), GTK_JUSTIFY_CENTER);
    }
  gig_table_grid_append (GIG_TABLE_GRID (grid), cell);
}

static void
name_language_cb (GtkWidget   *widget,
                  GigLanguage *language,
                  gpointer     user_data)
{
  GigDiagramOutline *self = get_outline (widget);
  g_autofree char *text = NULL;

  if (self == NULL)
    return;
  text = gig_lesson_get_plain_text (self->lesson, user_data, gig_language_get_code (language));
  gtk_label_set_label (GTK_LABEL (widget), text);
}

static Membership
find_membership (const GigViewMember *member,
                 guint                set)
{
  if ((member->zone >> set & 1) != 0)
    return MEMBERSHIP_YES;

  return (member->possible >> set & 1) != 0 ? MEMBERSHIP_DEBATED : MEMBERSHIP_NO;
}

static GtkWidget *
create_table (GigDiagramOutline *self)
{
  GPtrArray *members = gig_view_get_all_members (self->view);
  GtkWidget *table = gig_table_new_empty ();
  GtkWidget *grid = gig_table_get_grid (GIG_TABLE (table));
  guint n_sets = gig_view_get_n_sets (self->view);

  gtk_widget_add_css_class (gig_table_grid_append_row (GIG_TABLE_GRID (grid)), "header");
  /* Translators: the header of a column of examples */
  append_cell (grid, "heading", ui_language_cb, N_("Model"), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, FALSE);
  for (guint i = 0; i < n_sets; i++)
    append_cell (grid, "heading", set_language_cb, gig_view_get_set (self->view, i), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, TRUE);
  for (guint i = 0; i < members->len; i++)
    {
      const GigViewMember *member = g_ptr_array_index (members, i);

      if (member->zone == 0)
        continue;
      gig_table_grid_append_row (GIG_TABLE_GRID (grid));
      append_cell (grid, "row-header", name_language_cb, member->name, GTK_ACCESSIBLE_ROLE_ROW_HEADER, FALSE);
      for (guint j = 0; j < n_sets; j++)
        append_cell (grid, NULL, cell_language_cb, GINT_TO_POINTER (find_membership (member, j)),
                     GTK_ACCESSIBLE_ROLE_CELL, TRUE);
    }

  return table;
}

/* --- The object --- */

static GtkWidget *
create_notice (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), create_label ("heading", ui_language_cb,
                                               N_("This view cannot be drawn exactly"), GTK_ACCESSIBLE_ROLE_LABEL));
  gtk_box_append (GTK_BOX (box), create_label (NULL, ui_language_cb,
                                               N_("No closed curves show all these zones and no others. What follows says the same in words; in the picture, zones that are empty are hatched."),
                                               GTK_ACCESSIBLE_ROLE_PARAGRAPH));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "callout");
  gtk_widget_set_visible (box, FALSE);

  return box;
}

static void
rebuild (GigDiagramOutline *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
  if (self->view == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (gig_view_get_takeaway (self->view) != NULL)
    {
      GtkWidget *takeaway = gig_message_label_new (self->lesson, gig_view_get_concept (self->view),
                                                   gig_view_get_takeaway (self->view), GTK_ACCESSIBLE_ROLE_PARAGRAPH);

      /* No stop for the keyboard, which would select all of it when the pane opens. */
      gtk_label_set_selectable (GTK_LABEL (takeaway), FALSE);
      gtk_widget_add_css_class (takeaway, "title-4");
      gtk_box_append (GTK_BOX (self->content), takeaway);
    }
  gtk_box_append (GTK_BOX (self->content), create_sets (self));
  gtk_box_append (GTK_BOX (self->content), create_heading (N_("What belongs where")));
  gtk_box_append (GTK_BOX (self->content), create_table (self));
}

static void
gig_diagram_outline_map (GtkWidget *widget)
{
  GigDiagramOutline *self = GIG_DIAGRAM_OUTLINE (widget);

  GTK_WIDGET_CLASS (gig_diagram_outline_parent_class)->map (widget);

  if (gtk_widget_get_first_child (self->content) == NULL)
    rebuild (self);
}

static void
gig_diagram_outline_dispose (GObject *object)
{
  GigDiagramOutline *self = GIG_DIAGRAM_OUTLINE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gig_diagram_marks_clear (&self->marks);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_diagram_outline_parent_class)->dispose (object);
}

static void
gig_diagram_outline_class_init (GigDiagramOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_diagram_outline_dispose;
  GTK_WIDGET_CLASS (klass)->map = gig_diagram_outline_map;
}

static void
gig_diagram_outline_init (GigDiagramOutline *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  self->notice = create_notice ();
  gtk_box_append (GTK_BOX (self->box), self->notice);
  gtk_box_append (GTK_BOX (self->box), self->content);
  gtk_widget_add_css_class (self->box, "outline");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MEASURE);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
gig_diagram_outline_new (void)
{
  return g_object_new (GIG_TYPE_DIAGRAM_OUTLINE, NULL);
}

void
gig_diagram_outline_set_view (GigDiagramOutline *self,
                              GigLesson         *lesson,
                              GigView           *view)
{
  g_return_if_fail (GIG_IS_DIAGRAM_OUTLINE (self));

  if (self->lesson == lesson && self->view == view)
    return;

  /* Its widgets ask the old lesson for their texts until they are gone. */
  self->view = NULL;
  rebuild (self);
  if (lesson != NULL)
    gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;
  self->view = view;
  rebuild (self);
}

void
gig_diagram_outline_set_marked (GigDiagramOutline  *self,
                                GigDiagramMark      mark,
                                const char * const *ids)
{
  g_return_if_fail (GIG_IS_DIAGRAM_OUTLINE (self));

  if (gig_diagram_marks_set (&self->marks, mark, ids) && self->view != NULL)
    rebuild (self);
}

void
gig_diagram_outline_set_undrawable (GigDiagramOutline *self,
                                    gboolean           undrawable)
{
  g_return_if_fail (GIG_IS_DIAGRAM_OUTLINE (self));

  gtk_widget_set_visible (self->notice, undrawable);
}
