/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-quiz-answers.h"

#include "gig-language-host.h"
#include "gig-quiz-choice.h"

struct _GigQuizAnswers
{
  AdwBin       parent_instance;

  GigQuiz     *quiz;
  GigQuizItem *item;      /* what the rows are made for */
  GtkWidget   *list;
  GPtrArray   *rows;      /* element-type Row: a choice each; of an order, a position each */
  gboolean     updating;
};

G_DEFINE_FINAL_TYPE (GigQuizAnswers, gig_quiz_answers, ADW_TYPE_BIN)

/* The widgets of one choice or position; what an answer kind has none of is NULL. */
typedef struct
{
  GtkWidget *widget;
  GtkWidget *label;
  GtkWidget *mark;
  GtkWidget *number;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *menu;
  GtkWidget *menu_label;
  GPtrArray *options;     /* element-type GtkWidget, owned by the popover */
} Row;

static void
row_free (Row *row)
{
  g_clear_pointer (&row->options, g_ptr_array_unref);
  g_free (row);
}

static GigQuizAnswerKind
get_kind (GigQuizAnswers *self)
{
  return gig_quiz_item_get_answer_kind (gig_quiz_get_item (self->quiz));
}

static guint
get_choice (GigQuizAnswers *self,
            guint           index)
{
  return get_kind (self) == GIG_QUIZ_ANSWER_ORDER ? gig_quiz_get_choice_at (self->quiz, index) : index;
}

static guint
get_index (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "index"));
}

static void
set_index (GtkWidget *widget,
           guint      index)
{
  g_object_set_data (G_OBJECT (widget), "index", GUINT_TO_POINTER (index));
}

/* --- Showing the answer --- */

static gboolean
is_checked (GigQuizAnswers *self)
{
  return gig_quiz_get_state (self->quiz) == GIG_QUIZ_RIGHT || gig_quiz_get_state (self->quiz) == GIG_QUIZ_WRONG;
}

/* What a checked answer says about one row: right, wrong, or nothing. */
static const char *
find_verdict (GigQuizAnswers *self,
              guint           index)
{
  GigQuizItem *item = gig_quiz_get_item (self->quiz);

  if (!is_checked (self))
    return NULL;
  if (get_kind (self) == GIG_QUIZ_ANSWER_ORDER || get_kind (self) == GIG_QUIZ_ANSWER_MATCH)
    return gig_quiz_is_right_at (self->quiz, index) ? "right" : "wrong";
  if (gig_quiz_item_is_right_choice (item, index))
    return "right";

  return gig_quiz_is_chosen (self->quiz, index) ? "wrong" : NULL;
}

static void
update_mark (GigQuizAnswers *self,
             Row            *row,
             guint           index,
             GigLanguage    *language)
{
  const char *verdict = find_verdict (self, index);
  gboolean right = g_strcmp0 (verdict, "right") == 0;
  const char *description = "";

  gtk_widget_remove_css_class (row->widget, "right");
  gtk_widget_remove_css_class (row->widget, "wrong");
  gtk_widget_set_visible (row->mark, verdict != NULL);
  if (verdict != NULL)
    {
      gtk_widget_add_css_class (row->widget, verdict);
      gtk_image_set_from_icon_name (GTK_IMAGE (row->mark), right ? "object-select-symbolic" : "window-close-symbolic");
      description = right ? gig_language_pgettext (language, "quiz", "Right") : gig_language_pgettext (language, "quiz", "Wrong");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
update_order_row (GigQuizAnswers *self,
                  Row            *row,
                  guint           index,
                  const char     *text,
                  GigLanguage    *language)
{
  g_autofree char *number = gig_language_format_integer (language, index + 1);
  g_autofree char *up = gig_language_format (language, "Move “%s” up", text);
  g_autofree char *down = gig_language_format (language, "Move “%s” down", text);

  gtk_label_set_label (GTK_LABEL (row->number), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->up), GTK_ACCESSIBLE_PROPERTY_LABEL, up, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->down), GTK_ACCESSIBLE_PROPERTY_LABEL, down, -1);
  gtk_widget_set_tooltip_text (row->up, gig_language_gettext (language, "Move up"));
  gtk_widget_set_tooltip_text (row->down, gig_language_gettext (language, "Move down"));
  gtk_widget_set_sensitive (row->up, index > 0 && !is_checked (self));
  gtk_widget_set_sensitive (row->down, index + 1 < self->rows->len && !is_checked (self));
}

static void
update_match_row (GigQuizAnswers *self,
                  Row            *row,
                  guint           index,
                  const char     *text,
                  GigLanguage    *language)
{
  GigQuizItem *item = gig_quiz_get_item (self->quiz);
  int match = gig_quiz_get_match (self->quiz, index);
  g_autofree char *chosen = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < row->options->len; i++)
    {
      g_autofree char *option = gig_quiz_item_get_counterpart_text (item, i, language);

      gtk_label_set_label (GTK_LABEL (gtk_button_get_child (g_ptr_array_index (row->options, i))), option);
    }
  chosen = match >= 0 ? gig_quiz_item_get_counterpart_text (item, match, language)
                      : g_strdup (gig_language_gettext (language, "Choose…"));
  name = gig_language_format (language, "Matched with “%s”: %s", text, chosen);
  gtk_label_set_label (GTK_LABEL (row->menu_label), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (row->menu, !is_checked (self));
}

static void
update (GigQuizAnswers *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  GigQuizItem *item = self->quiz != NULL ? gig_quiz_get_item (self->quiz) : NULL;

  /* The notice of another item may come after that of another state. */
  if (language == NULL || item == NULL || item != self->item)
    return;

  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      g_autofree char *text = gig_quiz_item_get_choice_text (item, get_choice (self, i), language);

      gtk_label_set_label (GTK_LABEL (row->label), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      if (row->up != NULL)
        update_order_row (self, row, i, text, language);
      else if (row->menu != NULL)
        update_match_row (self, row, i, text, language);
      else
        gtk_check_button_set_active (GTK_CHECK_BUTTON (row->widget), gig_quiz_is_chosen (self->quiz, i));
      update_mark (self, row, i, language);
    }
  self->updating = FALSE;
}

/* --- Making the answer --- */

static void
toggled_cb (GtkWidget      *check,
            GigQuizAnswers *self)
{
  guint index = get_index (check);
  gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (check));

  if (self->updating)
    return;
  if (is_checked (self))
    update (self);
  else if (get_kind (self) == GIG_QUIZ_ANSWER_MULTIPLE || active)
    {
      if (active != gig_quiz_is_chosen (self->quiz, index))
        gig_quiz_choose (self->quiz, index);
    }
}

/* The focus goes with what moves. */
static void
move (GigQuizAnswers *self,
      guint           from,
      guint           to)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  Row *row;
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;

  if (from == to || to >= self->rows->len || is_checked (self))
    return;

  gig_quiz_move (self->quiz, from, to);
  row = g_ptr_array_index (self->rows, to);
  gtk_widget_grab_focus (row->widget);
  text = gig_quiz_item_get_choice_text (gig_quiz_get_item (self->quiz), get_choice (self, to), language);
  message = gig_language_format (language, "“%s” is number %d of %d", text, (int) to + 1, (int) self->rows->len);
  gig_widget_announce (GTK_WIDGET (self), message);
}

static void
up_clicked_cb (GtkWidget      *button,
               GigQuizAnswers *self)
{
  guint index = get_index (button);
  Row *row;

  if (index == 0)
    return;
  move (self, index, index - 1);
  row = g_ptr_array_index (self->rows, index - 1);
  gtk_widget_grab_focus (gtk_widget_get_sensitive (row->up) ? row->up : row->down);
}

static void
down_clicked_cb (GtkWidget      *button,
                 GigQuizAnswers *self)
{
  guint index = get_index (button);
  Row *row;

  if (index + 1 >= self->rows->len)
    return;
  move (self, index, index + 1);
  row = g_ptr_array_index (self->rows, index + 1);
  gtk_widget_grab_focus (gtk_widget_get_sensitive (row->down) ? row->down : row->up);
}

static gboolean
order_key_cb (GtkEventController *controller,
              guint               keyval,
              guint               keycode,
              GdkModifierType     state,
              GigQuizAnswers     *self)
{
  guint index = get_index (gtk_event_controller_get_widget (controller));
  gboolean alt = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_ALT_MASK;

  /* As for a choice: the dialog itself does not get this key. */
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    return gtk_widget_activate_action (gtk_event_controller_get_widget (controller), "quiz.go-on", NULL);
  if (!alt || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || index > 0)
    move (self, index, keyval == GDK_KEY_Up ? index - 1 : index + 1);

  return GDK_EVENT_STOP;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource  *source,
                 double          x,
                 double          y,
                 GigQuizAnswers *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (widget);

  if (is_checked (self))
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);

  return gdk_content_provider_new_typed (G_TYPE_UINT, get_index (widget));
}

static gboolean
drop_cb (GtkDropTarget  *target,
         const GValue   *value,
         double          x,
         double          y,
         GigQuizAnswers *self)
{
  move (self, g_value_get_uint (value), get_index (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target))));

  return TRUE;
}

static void
option_clicked_cb (GtkWidget      *button,
                   GigQuizAnswers *self)
{
  Row *row = g_object_get_data (G_OBJECT (button), "row");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (row->menu));
  gig_quiz_match (self->quiz, get_index (row->widget), (int) get_index (button));
}

/* --- Building --- */

static GtkWidget *
create_label (void)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "natural-wrap-mode", GTK_NATURAL_WRAP_WORD,
                       "xalign", 0.0f,
                       "hexpand", TRUE,
                       NULL);
}

static GtkWidget *
create_mark (void)
{
  GtkWidget *mark = gtk_image_new ();

  gtk_widget_add_css_class (mark, "mark");
  gtk_widget_set_visible (mark, FALSE);

  return mark;
}

static void
build_check (GigQuizAnswers *self,
             Row            *row,
             Row            *first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  row->widget = gig_quiz_choice_new ();
  gtk_box_append (GTK_BOX (box), row->label);
  gtk_box_append (GTK_BOX (box), row->mark);
  gtk_widget_set_margin_start (box, 8);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (row->widget), box);
  if (get_kind (self) == GIG_QUIZ_ANSWER_SINGLE && first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (row->widget), GTK_CHECK_BUTTON (first->widget));
  gtk_widget_add_css_class (row->widget, "activatable");
  g_signal_connect (row->widget, "toggled", G_CALLBACK (toggled_cb), self);
}

static GtkWidget *
create_mover (GigQuizAnswers *self,
              guint           index,
              const char     *icon,
              GCallback       clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  set_index (button, index);
  g_signal_connect (button, "clicked", clicked_cb, self);

  return button;
}

static void
build_order (GigQuizAnswers *self,
             Row            *row,
             guint           index)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_COPY);

  row->widget = g_object_new (GTK_TYPE_BOX,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                              "spacing", 6,
                              "focusable", TRUE,
                              NULL);
  row->number = gtk_label_new (NULL);
  row->up = create_mover (self, index, "go-up-symbolic", G_CALLBACK (up_clicked_cb));
  row->down = create_mover (self, index, "go-down-symbolic", G_CALLBACK (down_clicked_cb));
  gtk_widget_add_css_class (row->number, "dimmed");
  gtk_widget_add_css_class (row->number, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (row->number), 2);
  gtk_box_append (GTK_BOX (row->widget), row->number);
  gtk_box_append (GTK_BOX (row->widget), row->label);
  gtk_box_append (GTK_BOX (row->widget), row->mark);
  gtk_box_append (GTK_BOX (row->widget), row->up);
  gtk_box_append (GTK_BOX (row->widget), row->down);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (order_key_cb), self);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (row->widget, keys);
  gtk_widget_add_controller (row->widget, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row->widget, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
create_options (GigQuizAnswers *self,
                Row            *row)
{
  guint n = gig_quiz_item_get_n_counterparts (gig_quiz_get_item (self->quiz));
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  row->options = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = gtk_button_new ();
      GtkWidget *label = create_label ();

      gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "quiz-option");
      set_index (button, i);
      g_object_set_data (G_OBJECT (button), "row", row);
      g_signal_connect (button, "clicked", G_CALLBACK (option_clicked_cb), self);
      gtk_box_append (GTK_BOX (box), button);
      g_ptr_array_add (row->options, button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

static void
build_match (GigQuizAnswers *self,
             Row            *row)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->widget = g_object_new (GTK_TYPE_BOX,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                              "orientation", GTK_ORIENTATION_VERTICAL,
                              "spacing", 6,
                              NULL);
  gtk_box_append (GTK_BOX (head), row->label);
  gtk_box_append (GTK_BOX (head), row->mark);
  row->menu = gtk_menu_button_new ();
  row->menu_label = create_label ();
  gtk_box_append (GTK_BOX (inner), row->menu_label);
  gtk_box_append (GTK_BOX (inner), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (row->menu), inner);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (row->menu), create_options (self, row));
  gtk_widget_add_css_class (row->menu, "quiz-option");
  gtk_box_append (GTK_BOX (row->widget), head);
  gtk_box_append (GTK_BOX (row->widget), row->menu);
}

static void
build (GigQuizAnswers *self)
{
  GigQuizItem *item = gig_quiz_get_item (self->quiz);
  Row *first = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->item, gig_quiz_item_unref);
  if (item == NULL)
    return;

  self->item = gig_quiz_item_ref (item);
  for (guint i = 0; i < gig_quiz_item_get_n_choices (item); i++)
    {
      Row *row = g_new0 (Row, 1);

      row->label = create_label ();
      row->mark = create_mark ();
      if (get_kind (self) == GIG_QUIZ_ANSWER_ORDER)
        build_order (self, row, i);
      else if (get_kind (self) == GIG_QUIZ_ANSWER_MATCH)
        build_match (self, row);
      else
        build_check (self, row, first);
      first = first != NULL ? first : row;
      gtk_widget_add_css_class (row->widget, "card");
      gtk_widget_add_css_class (row->widget, "quiz-choice");
      set_index (row->widget, i);
      gtk_box_append (GTK_BOX (self->list), row->widget);
      g_ptr_array_add (self->rows, row);
    }
  update (self);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  update (GIG_QUIZ_ANSWERS (widget));
}

static gboolean
gig_quiz_answers_grab_focus (GtkWidget *widget)
{
  GtkWidget *first = gig_quiz_answers_get_first (GIG_QUIZ_ANSWERS (widget));

  return first != NULL && gtk_widget_grab_focus (first);
}

static void
gig_quiz_answers_dispose (GObject *object)
{
  GigQuizAnswers *self = GIG_QUIZ_ANSWERS (object);

  g_clear_object (&self->quiz);
  g_clear_pointer (&self->item, gig_quiz_item_unref);

  G_OBJECT_CLASS (gig_quiz_answers_parent_class)->dispose (object);
}

static void
gig_quiz_answers_finalize (GObject *object)
{
  g_ptr_array_unref (GIG_QUIZ_ANSWERS (object)->rows);

  G_OBJECT_CLASS (gig_quiz_answers_parent_class)->finalize (object);
}

static void
gig_quiz_answers_class_init (GigQuizAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_quiz_answers_dispose;
  G_OBJECT_CLASS (klass)->finalize = gig_quiz_answers_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = gig_quiz_answers_grab_focus;
}

static void
gig_quiz_answers_init (GigQuizAnswers *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  adw_bin_set_child (ADW_BIN (self), self->list);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

GtkWidget *
gig_quiz_answers_get_first (GigQuizAnswers *self)
{
  Row *row;

  g_return_val_if_fail (GIG_IS_QUIZ_ANSWERS (self), NULL);

  if (self->rows->len == 0)
    return NULL;
  row = g_ptr_array_index (self->rows, 0);

  return row->menu != NULL ? row->menu : row->widget;
}

void
gig_quiz_answers_set_quiz (GigQuizAnswers *self,
                           GigQuiz        *quiz)
{
  g_return_if_fail (GIG_IS_QUIZ_ANSWERS (self));
  g_return_if_fail (GIG_IS_QUIZ (quiz));

  if (!g_set_object (&self->quiz, quiz))
    return;

  g_signal_connect_object (quiz, "notify::item", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (quiz, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (quiz, "response-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  build (self);
}
