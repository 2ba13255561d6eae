/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-predict-panel.h"

#include "gig-language-host.h"
#include "gig-text-scale.h"
#include "gig-vote.h"

struct _GigPredictPanel
{
  AdwBin               parent_instance;

  GigLesson           *lesson;
  GigView             *view;
  const GigViewMember *member;      /* (nullable) */
  GigVote             *vote;        /* (nullable) */
  GPtrArray           *places;      /* (element-type Place), in the order shown */
  gboolean             updating;

  GtkScrolledWindow   *scroller;
  GtkLabel            *prompt_label;
  GtkWidget           *hint_label;
  GtkListBox          *rows;
  GtkLabel            *result_label;
  GtkLabel            *reason_label;
  GtkLabel            *dispute_label;
  GtkWidget           *next_button;
  GtkWidget           *reveal_button;
};

G_DEFINE_FINAL_TYPE (GigPredictPanel, gig_predict_panel, ADW_TYPE_BIN)

/* One zone and its row. */
typedef struct
{
  GigZoneMask  zone;
  guint        choice;      /* of the vote */
  GtkWidget   *row;
  GtkLabel    *name;
  GtkWidget   *verdict;     /* an icon and a word */
  GtkLabel    *verdict_label;
  GtkWidget   *hands;
  GtkWidget   *bar;
  GtkLabel    *count;
} Place;

enum
{
  SIGNAL_REVEALED,
  SIGNAL_NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Showing --- */

static gboolean
is_accepted (GigPredictPanel *self,
             const Place     *place)
{
  return self->member != NULL && gig_view_accepts (self->view, self->member, place->zone);
}

static void
update_place (GigPredictPanel *self,
              Place           *place,
              GigLanguage     *language)
{
  gboolean revealed = gig_predict_panel_get_revealed (self);
  gboolean accepted = revealed && is_accepted (self, place);
  g_autofree char *name = gig_view_name_zone (self->view, self->lesson, place->zone, language);
  g_autofree char *sentence = gig_view_describe_zone (self->view, self->lesson, place->zone, language);
  g_autofree char *hands = gig_language_format (language, "Hands: %s", name);
  g_autofree char *count = gig_vote_get_count_text (self->vote, place->choice, language);

  gtk_label_set_label (place->name, name);
  gtk_widget_set_tooltip_text (place->row, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (place->hands),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, hands,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  gtk_label_set_label (place->count, count);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (place->bar), gig_vote_get_share (self->vote, place->choice));
  gtk_label_set_label (place->verdict_label, self->member->disputed != NULL ? gig_language_pgettext (language, "place", "Accepted")
                                                                            : gig_language_pgettext (language, "place", "Right"));
  gtk_widget_set_visible (place->verdict, accepted);
  if (accepted)
    gtk_widget_add_css_class (place->row, "right");
  else
    gtk_widget_remove_css_class (place->row, "right");
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
update_answer (GigPredictPanel *self,
               GigLanguage     *language)
{
  gboolean revealed = gig_predict_panel_get_revealed (self);
  g_autofree char *result = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *dispute = NULL;

  if (revealed)
    {
      result = gig_vote_get_result_text (self->vote, language);
      reason = gig_view_describe_member (self->view, self->lesson, self->member, language);
      dispute = gig_view_describe_dispute (self->view, self->lesson, self->member, language);
    }
  set_text (self->result_label, result);
  set_text (self->reason_label, reason);
  set_text (self->dispute_label, dispute);
}

static char *
create_prompt (GigPredictPanel *self,
               GigLanguage     *language)
{
  g_autofree char *name = NULL;

  if (self->member == NULL)
    return g_strdup (gig_language_gettext (language, "All the models are in their places."));
  name = gig_lesson_get_plain_text (self->lesson, self->member->name, gig_language_get_code (language));

  return gig_language_format (language, "Where does “%s” belong?", name);
}

static void
update (GigPredictPanel *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  gboolean revealed = gig_predict_panel_get_revealed (self);
  g_autofree char *prompt = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->member != NULL);
  gtk_widget_set_visible (self->hint_label, self->member != NULL && !revealed);
  gtk_widget_set_visible (self->reveal_button, self->member != NULL);
  gtk_widget_set_sensitive (self->reveal_button, !revealed);
  if (language == NULL)
    return;

  prompt = create_prompt (self, language);
  gtk_label_set_label (self->prompt_label, prompt);
  for (guint i = 0; self->vote != NULL && i < self->places->len; i++)
    update_place (self, g_ptr_array_index (self->places, i), language);
  update_answer (self, language);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  update (GIG_PREDICT_PANEL (widget));
}

/* --- Counting --- */

static Place *
find_place (GigPredictPanel *self,
            GtkWidget       *hands)
{
  for (guint i = 0; i < self->places->len; i++)
    if (((Place *) g_ptr_array_index (self->places, i))->hands == hands)
      return g_ptr_array_index (self->places, i);

  return NULL;
}

static void
hands_changed_cb (GtkSpinButton   *hands,
                  GigPredictPanel *self)
{
  Place *place = find_place (self, GTK_WIDGET (hands));

  if (self->updating || self->vote == NULL)
    return;
  gig_vote_set_count (self->vote, place->choice, gtk_spin_button_get_value_as_int (hands));
}

/* From one count to the next, and from the last to the answer: at the first Enter,
 * where a spin button's own signal comes at the second. */
static gboolean
hands_key_cb (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              GigPredictPanel       *self)
{
  GtkWidget *hands = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  Place *place = find_place (self, hands);
  guint index;

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
      || !g_ptr_array_find (self->places, place, &index))
    return GDK_EVENT_PROPAGATE;

  gtk_spin_button_update (GTK_SPIN_BUTTON (hands));
  if (index + 1 < self->places->len)
    gtk_widget_grab_focus (((Place *) g_ptr_array_index (self->places, index + 1))->hands);
  else
    gtk_widget_grab_focus (self->reveal_button);

  return GDK_EVENT_STOP;
}

static void
scroll_to_top (GigPredictPanel *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
reveal_clicked_cb (GigPredictPanel *self)
{
  g_autofree char *spoken = NULL;
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));

  g_assert (GIG_IS_PREDICT_PANEL (self));

  if (self->vote == NULL || gig_vote_get_revealed (self->vote))
    return;

  gig_vote_set_revealed (self->vote, TRUE);
  update (self);
  spoken = gig_view_explain_place (self->view, self->lesson, self->member, self->member->zone, language);
  gig_widget_announce (GTK_WIDGET (self), spoken);
  gtk_widget_grab_focus (self->next_button);
  scroll_to_top (self);
  g_signal_emit (self, signals[SIGNAL_REVEALED], 0);
}

static void
next_clicked_cb (GigPredictPanel *self)
{
  g_assert (GIG_IS_PREDICT_PANEL (self));

  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
  gig_widget_announce (GTK_WIDGET (self), gtk_label_get_label (self->prompt_label));
  if (self->member != NULL)
    gtk_widget_grab_focus (((Place *) g_ptr_array_index (self->places, 0))->hands);
  scroll_to_top (self);
}

/* --- Building --- */

static GtkWidget *
create_verdict (Place *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");

  place->verdict_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (place->verdict_label), "heading");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (place->verdict_label));
  gtk_widget_add_css_class (box, "success");

  return box;
}

static void
add_place (GigPredictPanel *self,
           GigZoneMask      zone)
{
  Place *place = g_new0 (Place, 1);
  GtkWidget *grid = gtk_grid_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  place->zone = zone;
  place->name = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "hexpand", TRUE, NULL);
  place->verdict = create_verdict (place);
  place->hands = gtk_spin_button_new_with_range (0, GIG_VOTE_MAX_HANDS, 1);
  place->bar = gtk_progress_bar_new ();
  place->count = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, NULL);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (place->hands), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (place->hands), 3);
  gtk_widget_set_valign (place->hands, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (place->bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (place->count), "caption");
  gtk_widget_add_css_class (place->bar, "hands");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (place->name), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), place->verdict, 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), place->bar, 0, 2, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (place->count), 0, 3, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), place->hands, 1, 0, 1, 4);
  gtk_widget_add_css_class (grid, "predict-place");
  place->row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child", grid, NULL);
  g_signal_connect (place->hands, "value-changed", G_CALLBACK (hands_changed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (hands_key_cb), self);
  gtk_widget_add_controller (place->hands, keys);
  gtk_list_box_append (self->rows, place->row);
  g_ptr_array_add (self->places, place);
}

static void
gig_predict_panel_dispose (GObject *object)
{
  GigPredictPanel *self = GIG_PREDICT_PANEL (object);

  g_clear_object (&self->vote);
  gtk_widget_dispose_template (GTK_WIDGET (self), GIG_TYPE_PREDICT_PANEL);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_predict_panel_parent_class)->dispose (object);
}

static void
gig_predict_panel_finalize (GObject *object)
{
  g_ptr_array_unref (GIG_PREDICT_PANEL (object)->places);

  G_OBJECT_CLASS (gig_predict_panel_parent_class)->finalize (object);
}

static void
gig_predict_panel_class_init (GigPredictPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_predict_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = gig_predict_panel_finalize;

  signals[SIGNAL_REVEALED] =
    g_signal_new ("revealed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NEXT] =
    g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gig_widget_class_set_template (widget_class, "/org/gigogne/Gigogne/gig-predict-panel.ui");
  gig_widget_class_bind_child (widget_class, GigPredictPanel, scroller);
  gig_widget_class_bind_child (widget_class, GigPredictPanel, prompt_label);
  gig_widget_class_bind_child (widget_class, GigPredictPanel, hint_label);
  gig_widget_class_bind_child (widget_class, GigPredictPanel, rows);
  gig_widget_class_bind_child (widget_class, GigPredictPanel, result_label);
  gig_widget_class_bind_child (widget_class, GigPredictPanel, reason_label);
  gig_widget_class_bind_child (widget_class, GigPredictPanel, dispute_label);
  gig_widget_class_bind_child (widget_class, GigPredictPanel, next_button);
  gig_widget_class_bind_child (widget_class, GigPredictPanel, reveal_button);
  gtk_widget_class_bind_template_callback (widget_class, reveal_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
gig_predict_panel_init (GigPredictPanel *self)
{
  self->places = g_ptr_array_new_with_free_func (g_free);
  gig_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gig_predict_panel_new (GigLesson *lesson,
                       GigView   *view)
{
  GigPredictPanel *self;
  const GigZoneMask *zones;
  guint n_zones;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (view != NULL, NULL);

  self = g_object_new (GIG_TYPE_PREDICT_PANEL, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->view = view;
  zones = gig_view_get_zones (view, &n_zones);
  for (guint i = 0; i < n_zones; i++)
    add_place (self, zones[i]);
  add_place (self, 0);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);

  return GTK_WIDGET (self);
}

/* Which choice of the vote stands for which row: a vote shuffles its choices. */
static void
bind_choices (GigPredictPanel *self)
{
  GigQuizItem *item = gig_vote_get_item (self->vote);

  self->updating = TRUE;
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = g_ptr_array_index (self->places, i);

      for (guint j = 0; j < gig_quiz_item_get_n_choices (item); j++)
        if (gig_quiz_item_get_zone (item, j) == place->zone)
          place->choice = j;
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (place->hands), 0);
    }
  self->updating = FALSE;
}

void
gig_predict_panel_set_member (GigPredictPanel     *self,
                              const GigViewMember *member)
{
  g_return_if_fail (GIG_IS_PREDICT_PANEL (self));

  g_clear_object (&self->vote);
  self->member = member;
  if (member != NULL)
    {
      self->vote = gig_vote_new_for_member (self->lesson, self->view, member);
      g_return_if_fail (self->vote != NULL);
      bind_choices (self);
      g_signal_connect_object (self->vote, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

const GigViewMember *
gig_predict_panel_get_member (GigPredictPanel *self)
{
  g_return_val_if_fail (GIG_IS_PREDICT_PANEL (self), NULL);

  return self->member;
}

gboolean
gig_predict_panel_get_revealed (GigPredictPanel *self)
{
  g_return_val_if_fail (GIG_IS_PREDICT_PANEL (self), FALSE);

  return self->vote != NULL && gig_vote_get_revealed (self->vote);
}

void
gig_predict_panel_set_has_next (GigPredictPanel *self,
                                gboolean         has_next)
{
  g_return_if_fail (GIG_IS_PREDICT_PANEL (self));

  gtk_widget_set_sensitive (self->next_button, has_next);
}

void
gig_predict_panel_focus_zone (GigPredictPanel *self,
                              GigZoneMask      zone)
{
  g_return_if_fail (GIG_IS_PREDICT_PANEL (self));

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = g_ptr_array_index (self->places, i);

      if (place->zone == zone)
        gtk_widget_grab_focus (place->hands);
    }
}

GtkWidget *
gig_predict_panel_get_prompt (GigPredictPanel *self)
{
  g_return_val_if_fail (GIG_IS_PREDICT_PANEL (self), NULL);

  return GTK_WIDGET (self->prompt_label);
}

void
gig_predict_panel_follow_text_scale (GigPredictPanel *self,
                                     GSettings       *settings)
{
  g_return_if_fail (GIG_IS_PREDICT_PANEL (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  gig_text_scale_follow (GTK_WIDGET (self->scroller), settings);
}
