/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-place-dialog.h"

#include "gig-diagram-item.h"
#include "gig-diagram-view.h"
#include "gig-flyer.h"
#include "gig-language-host.h"
#include "gig-placement.h"
#include "gig-predict-panel.h"
#include "gig-text-scale.h"

/* px: the diagram above the counters where there is no room beside them. */
#define NARROW         700    /* sp, at the usual size of text */
#define LOW            560    /* as in the template */
#define LOW_DIAGRAM    250
#define LOWEST_DIAGRAM 130
#define HIGH_DIAGRAM   10000

struct _GigPlaceDialog
{
  AdwDialog       parent_instance;

  GigLesson      *lesson;
  GigView        *view;
  GigPlacement   *placement;
  GigDiagramView *diagram;
  GtkWidget      *predict;
  GigFlyer       *flyer;
  GPtrArray      *pills;          /* element-type GtkWidget, owned by the tray */
  gboolean        updating;
  gboolean        tried;          /* since the start */

  AdwWindowTitle *window_title;
  AdwBreakpoint  *narrow;
  AdwBreakpoint  *narrow_and_low;
  AdwToggleGroup *mode_group;
  GtkOverlay     *overlay;
  GtkWidget      *split;
  GtkWidget      *diagram_column;
  AdwClamp       *diagram_clamp;
  AdwBin         *diagram_bin;
  AdwBin         *predict_bin;
  GtkWidget      *tray_box;
  GtkLabel       *reason_label;
  AdwWrapBox     *tray;
  GtkWidget      *tray_scroller;
  GtkLabel       *progress_label;
  GtkWidget      *zones_button;
  GtkPopover     *zones_popover;
  GtkWidget      *zones_box;
  GtkWidget      *reveal_button;
};

G_DEFINE_FINAL_TYPE (GigPlaceDialog, gig_place_dialog, ADW_TYPE_DIALOG)

static const GigViewMember *
get_member (GtkWidget *pill)
{
  return g_object_get_data (G_OBJECT (pill), "member");
}

static char *
get_name (GigPlaceDialog      *self,
          const GigViewMember *member,
          GigLanguage         *language)
{
  return gig_lesson_get_plain_text (self->lesson, member->name, gig_language_get_code (language));
}

/* --- Showing --- */

static GtkWidget *
find_pill (GigPlaceDialog      *self,
           const GigViewMember *member)
{
  for (guint i = 0; i < self->pills->len; i++)
    if (get_member (g_ptr_array_index (self->pills, i)) == member)
      return g_ptr_array_index (self->pills, i);

  return NULL;
}

static gboolean
is_predicting (GigPlaceDialog *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->mode_group), "predict") == 0;
}

/* In the diagram, those that have been placed. */
static void
update_diagram (GigPlaceDialog *self)
{
  g_autoptr(GPtrArray) placed = g_ptr_array_new ();
  GPtrArray *members = gig_view_get_members (self->view);

  for (guint i = 0; i < members->len; i++)
    if (gig_placement_get_zone (self->placement, g_ptr_array_index (members, i), NULL))
      g_ptr_array_add (placed, g_ptr_array_index (members, i));
  gig_diagram_view_set_exercise (self->diagram, placed);
}

static void
update_tray (GigPlaceDialog *self)
{
  GPtrArray *waiting = gig_placement_get_tray (self->placement);

  self->updating = TRUE;
  for (guint i = 0; i < self->pills->len; i++)
    {
      GtkWidget *pill = g_ptr_array_index (self->pills, i);

      gtk_widget_set_visible (pill, g_ptr_array_find (waiting, get_member (pill), NULL));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pill), gig_placement_get_picked (self->placement) == get_member (pill));
    }
  self->updating = FALSE;
  gtk_widget_set_visible (self->tray_scroller, waiting->len > 0);
  gtk_widget_set_sensitive (self->zones_button, gig_placement_get_picked (self->placement) != NULL);
  gtk_widget_set_sensitive (self->reveal_button, waiting->len > 0);
}

/* (transfer full): what stands below the diagram */
static char *
create_message (GigPlaceDialog *self,
                GigLanguage    *language)
{
  const GigViewMember *picked = gig_placement_get_picked (self->placement);
  g_autofree char *reason = self->tried ? gig_placement_get_reason (self->placement, language) : NULL;
  g_autofree char *name = NULL;

  if (gig_placement_is_done (self->placement) && gig_placement_get_n_wrong (self->placement) == 0 && reason != NULL)
    return gig_language_join_sentences (language, (const char *[]) {
                                          reason, gig_language_gettext (language, "All the models are in their places."), NULL });
  if (reason != NULL)
    return g_steal_pointer (&reason);
  if (gig_placement_is_done (self->placement))
    return g_strdup (gig_language_gettext (language, "All the models are in their places."));
  if (picked == NULL)
    return g_strdup (gig_language_gettext (language, "Drag a model to where it belongs, or choose it and then its place."));

  name = get_name (self, picked, language);

  return gig_language_format (language, "Where does “%s” belong? Choose a place in the diagram.", name);
}

static void
update_zones (GigPlaceDialog *self,
              GigLanguage    *language)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->zones_box); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      GigZoneMask zone = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "zone"));
      g_autofree char *text = gig_view_describe_zone (self->view, self->lesson, zone, language);

      gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
    }
}

/* The bars at the bottom and beside belong to one exercise each. */
static void
update_mode (GigPlaceDialog *self)
{
  gboolean predicting = is_predicting (self);
  GPtrArray *waiting = gig_placement_get_tray (self->placement);
  const GigViewMember *asked = gig_predict_panel_get_member (GIG_PREDICT_PANEL (self->predict));
  gboolean low = predicting && gtk_orientable_get_orientation (GTK_ORIENTABLE (self->split)) == GTK_ORIENTATION_VERTICAL;
  gboolean lowest = adw_dialog_get_current_breakpoint (ADW_DIALOG (self)) == self->narrow_and_low;
  int height = !low ? HIGH_DIAGRAM : lowest ? LOWEST_DIAGRAM : LOW_DIAGRAM;

  adw_clamp_set_maximum_size (self->diagram_clamp, height);
  adw_clamp_set_tightening_threshold (self->diagram_clamp, height);
  gtk_widget_set_vexpand (self->diagram_column, !low);
  gtk_widget_set_visible (self->tray_box, !predicting);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_label), !predicting);
  gtk_widget_set_visible (GTK_WIDGET (self->predict_bin), predicting);
  gig_predict_panel_set_has_next (GIG_PREDICT_PANEL (self->predict),
                                  waiting->len > 1 || (waiting->len == 1 && g_ptr_array_index (waiting, 0) != asked));
}

static void
update (GigPlaceDialog *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  g_autofree char *message = NULL;
  g_autofree char *progress = NULL;
  g_autofree char *title = NULL;

  update_diagram (self);
  update_tray (self);
  update_mode (self);
  if (language == NULL)
    return;

  title = gig_lesson_get_plain_text (self->lesson, gig_view_get_title (self->view), gig_language_get_code (language));
  message = create_message (self, language);
  progress = gig_placement_get_progress_text (self->placement, language);
  adw_window_title_set_subtitle (self->window_title, title);
  gtk_label_set_label (self->reason_label, message);
  gtk_label_set_label (self->progress_label, progress);
  for (guint i = 0; i < self->pills->len; i++)
    {
      GtkWidget *pill = g_ptr_array_index (self->pills, i);
      g_autofree char *name = get_name (self, get_member (pill), language);

      gtk_button_set_label (GTK_BUTTON (pill), name);
    }
  update_zones (self, language);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  update (GIG_PLACE_DIALOG (widget));
}

/* --- Placing --- */

static void
announce (GigPlaceDialog *self)
{
  gig_widget_announce (GTK_WIDGET (self), gtk_label_get_label (self->reason_label));
}

static void
set_verdict (GigPlaceDialog     *self,
             GigPlacementResult  result)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->reason_label), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->reason_label), "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->reason_label), result == GIG_PLACEMENT_WRONG ? "error" : "success");
}

static void
clear_verdict (GigPlaceDialog *self)
{
  self->tried = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self->reason_label), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->reason_label), "success");
}

static void
focus_tray (GigPlaceDialog *self)
{
  GPtrArray *waiting = gig_placement_get_tray (self->placement);

  if (waiting->len > 0)
    gtk_widget_grab_focus (find_pill (self, g_ptr_array_index (waiting, 0)));
}

static void
place (GigPlaceDialog *self,
       GigZoneMask     zone)
{
  GigPlacementResult result;

  if (gig_placement_get_picked (self->placement) == NULL)
    {
      announce (self);
      return;
    }

  self->tried = TRUE;
  result = gig_placement_place (self->placement, zone);
  set_verdict (self, result);
  update (self);
  announce (self);
  if (result != GIG_PLACEMENT_WRONG)
    focus_tray (self);
}

static void
zone_picked_cb (GigPlaceDialog *self,
                guint           zone)
{
  g_assert (GIG_IS_PLACE_DIALOG (self));

  if (is_predicting (self))
    gig_predict_panel_focus_zone (GIG_PREDICT_PANEL (self->predict), zone);
  else
    place (self, zone);
}

static void
zone_clicked_cb (GtkWidget      *button,
                 GigPlaceDialog *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->zones_button));
  place (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "zone")));
}

static void
pick (GigPlaceDialog      *self,
      const GigViewMember *member)
{
  clear_verdict (self);
  gig_placement_pick (self->placement, member);
  update (self);
}

static void
pill_toggled_cb (GtkToggleButton *pill,
                 GigPlaceDialog  *self)
{
  if (self->updating)
    return;
  pick (self, gtk_toggle_button_get_active (pill) ? get_member (GTK_WIDGET (pill)) : NULL);
  announce (self);
}

static void
reveal_clicked_cb (GigPlaceDialog *self)
{
  g_assert (GIG_IS_PLACE_DIALOG (self));

  gig_placement_pick (self->placement, NULL);
  gig_placement_reveal (self->placement);
  clear_verdict (self);
  update (self);
  announce (self);
}

/* --- Predicting --- */

static gboolean
stands_for (const GigItem       *item,
            const GigViewMember *member)
{
  return item->kind == GIG_ITEM_MEMBER ? item->member == member
                                       : item->kind == GIG_ITEM_MORE && g_ptr_array_find (item->members, member, NULL);
}

/* What stands for the one asked about, itself or a “+n”; not before the diagram was drawn with it. */
static GtkWidget *
find_home (gpointer user_data)
{
  GigPlaceDialog *self = GIG_PLACE_DIALOG (user_data);
  const GigViewMember *member = gig_predict_panel_get_member (GIG_PREDICT_PANEL (self->predict));
  GigScene *scene = gig_diagram_view_get_scene (self->diagram);

  if (scene == NULL || member == NULL)
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->diagram));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *key = GIG_IS_DIAGRAM_ITEM (child) ? gig_diagram_item_get_key (GIG_DIAGRAM_ITEM (child)) : NULL;
      const GigItem *item = key != NULL ? gig_scene_find_item (scene, key) : NULL;

      if (item != NULL && stands_for (item, member))
        {
          gig_diagram_view_set_raised (self->diagram, key);
          return child;
        }
    }

  return NULL;
}

static void
revealed_cb (GigPlaceDialog *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  const GigViewMember *member = gig_predict_panel_get_member (GIG_PREDICT_PANEL (self->predict));
  g_autofree char *name = get_name (self, member, language);

  g_assert (GIG_IS_PLACE_DIALOG (self));

  gig_placement_settle (self->placement, member);
  update (self);
  gig_flyer_fly (self->flyer, name, gig_predict_panel_get_prompt (GIG_PREDICT_PANEL (self->predict)), find_home, self);
}

/* The next of those that wait, from the one asked about on; round again. */
static void
ask_next (GigPlaceDialog *self)
{
  GPtrArray *waiting = gig_placement_get_tray (self->placement);
  const GigViewMember *asked = gig_predict_panel_get_member (GIG_PREDICT_PANEL (self->predict));
  guint index = 0;

  if (asked != NULL && g_ptr_array_find (waiting, asked, &index))
    index = (index + 1) % waiting->len;
  gig_diagram_view_set_raised (self->diagram, NULL);
  gig_predict_panel_set_member (GIG_PREDICT_PANEL (self->predict),
                                waiting->len > 0 ? g_ptr_array_index (waiting, index) : NULL);
  update (self);
}

/* What has been placed in the other exercise is not asked about any more. */
static void
mode_changed_cb (GigPlaceDialog *self)
{
  GigPredictPanel *panel = GIG_PREDICT_PANEL (self->predict);
  const GigViewMember *asked = gig_predict_panel_get_member (panel);

  g_assert (GIG_IS_PLACE_DIALOG (self));

  gig_placement_pick (self->placement, NULL);
  clear_verdict (self);
  gig_diagram_view_set_raised (self->diagram, NULL);
  if (is_predicting (self)
      && (asked == NULL
          || (!gig_predict_panel_get_revealed (panel) && gig_placement_get_zone (self->placement, asked, NULL))))
    ask_next (self);
  else
    update (self);
}

static void
reset_clicked_cb (GigPlaceDialog *self)
{
  g_assert (GIG_IS_PLACE_DIALOG (self));

  gig_placement_reset (self->placement);
  gig_predict_panel_set_member (GIG_PREDICT_PANEL (self->predict), NULL);
  clear_verdict (self);
  if (is_predicting (self))
    {
      ask_next (self);
      return;
    }
  update (self);
  announce (self);
  focus_tray (self);
}

/* --- Dragging --- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource  *source,
                 double          x,
                 double          y,
                 GigPlaceDialog *self)
{
  GtkWidget *pill = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (pill);

  pick (self, get_member (pill));
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);

  return gdk_content_provider_new_typed (G_TYPE_BOOLEAN, TRUE);
}

/* The zone under the hand is raised. */
static GdkDragAction
drop_motion_cb (GtkDropTarget  *target,
                double          x,
                double          y,
                GigPlaceDialog *self)
{
  GigScene *scene = gig_diagram_view_get_scene (self->diagram);
  const GigItem *item = NULL;
  GigZoneMask zone;

  if (scene != NULL && gig_diagram_view_pick_zone (self->diagram, x, y, &zone))
    item = gig_scene_get_zone_item (scene, zone);
  gig_diagram_view_set_raised (self->diagram, item != NULL ? item->key : NULL);

  return scene != NULL ? GDK_ACTION_COPY : 0;
}

static void
drop_leave_cb (GtkDropTarget  *target,
               GigPlaceDialog *self)
{
  gig_diagram_view_set_raised (self->diagram, NULL);
}

static gboolean
drop_cb (GtkDropTarget  *target,
         const GValue   *value,
         double          x,
         double          y,
         GigPlaceDialog *self)
{
  GigZoneMask zone;

  gig_diagram_view_set_raised (self->diagram, NULL);
  if (!gig_diagram_view_pick_zone (self->diagram, x, y, &zone))
    zone = 0;
  place (self, zone);

  return TRUE;
}

/* --- Building --- */

static void
add_pill (GigPlaceDialog      *self,
          const GigViewMember *member)
{
  GtkWidget *pill = gtk_toggle_button_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  g_object_set_data (G_OBJECT (pill), "member", (gpointer) member);
  gtk_widget_add_css_class (pill, "concept-pill");
  g_signal_connect (pill, "toggled", G_CALLBACK (pill_toggled_cb), self);
  /* Before the button takes the press for a click. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  gtk_widget_add_controller (pill, GTK_EVENT_CONTROLLER (source));
  adw_wrap_box_append (self->tray, pill);
  g_ptr_array_add (self->pills, pill);
}

static void
add_zone (GigPlaceDialog *self,
          GigZoneMask     zone)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "wrap", TRUE,
                                   "max-width-chars", 44,
                                   "xalign", 0.0f,
                                   NULL);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiz-option");
  g_object_set_data (G_OBJECT (button), "zone", GUINT_TO_POINTER (zone));
  g_signal_connect (button, "clicked", G_CALLBACK (zone_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->zones_box), button);
}

static void
add_zones (GigPlaceDialog *self)
{
  guint n_zones;
  const GigZoneMask *zones = gig_view_get_zones (self->view, &n_zones);

  for (guint i = 0; i < n_zones; i++)
    add_zone (self, zones[i]);
  add_zone (self, 0);
}

static void
build_prediction (GigPlaceDialog *self)
{
  self->flyer = GIG_FLYER (gig_flyer_new ());
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->flyer));
  self->predict = gig_predict_panel_new (self->lesson, self->view);
  g_signal_connect_object (self->predict, "revealed", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->predict, "next", G_CALLBACK (ask_next), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->predict_bin, self->predict);
  g_signal_connect_object (self, "notify::current-breakpoint", G_CALLBACK (update_mode), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mode_group, "notify::active-name", G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
build (GigPlaceDialog *self)
{
  GPtrArray *waiting = gig_placement_get_tray (self->placement);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_BOOLEAN, GDK_ACTION_COPY);

  self->diagram = GIG_DIAGRAM_VIEW (gig_diagram_view_new (NULL));
  g_signal_connect_object (self->diagram, "zone-picked", G_CALLBACK (zone_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->diagram), GTK_EVENT_CONTROLLER (target));
  update_diagram (self);
  gig_diagram_view_set_view (self->diagram, self->lesson, self->view);
  adw_bin_set_child (self->diagram_bin, GTK_WIDGET (self->diagram));
  for (guint i = 0; i < waiting->len; i++)
    add_pill (self, g_ptr_array_index (waiting, i));
  add_zones (self);
  build_prediction (self);
  update_mode (self);
  adw_dialog_set_focus (ADW_DIALOG (self), g_ptr_array_index (self->pills, 0));
}

/* With larger text there is sooner no room side by side. */
static void
text_scale_changed_cb (GSettings      *settings,
                       const char     *key,
                       GigPlaceDialog *self)
{
  double width = NARROW * g_settings_get_double (settings, "text-scale");
  AdwBreakpointCondition *narrow, *low;

  narrow = adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_WIDTH, width, ADW_LENGTH_UNIT_SP);
  low = adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_HEIGHT, LOW, ADW_LENGTH_UNIT_PX);
  adw_breakpoint_set_condition (self->narrow, adw_breakpoint_condition_copy (narrow));
  adw_breakpoint_set_condition (self->narrow_and_low, adw_breakpoint_condition_new_and (narrow, low));
}

static void
gig_place_dialog_dispose (GObject *object)
{
  GigPlaceDialog *self = GIG_PLACE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GIG_TYPE_PLACE_DIALOG);
  g_clear_object (&self->placement);
  g_clear_pointer (&self->pills, g_ptr_array_unref);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_place_dialog_parent_class)->dispose (object);
}

static void
gig_place_dialog_class_init (GigPlaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_place_dialog_dispose;

  gig_widget_class_set_template (widget_class, "/org/gigogne/Gigogne/gig-place-dialog.ui");
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, window_title);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, narrow);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, narrow_and_low);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, mode_group);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, overlay);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, split);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, diagram_column);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, diagram_clamp);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, diagram_bin);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, predict_bin);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, tray_box);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, reason_label);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, tray);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, tray_scroller);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, progress_label);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, zones_button);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, zones_popover);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, zones_box);
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, reveal_button);
  gtk_widget_class_bind_template_callback (widget_class, reveal_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
gig_place_dialog_init (GigPlaceDialog *self)
{
  self->pills = g_ptr_array_new ();
  gig_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gig_place_dialog_new (GigLesson *lesson,
                      GigView   *view)
{
  GigPlaceDialog *self;

  g_return_val_if_fail (lesson != NULL && view != NULL, NULL);
  g_return_val_if_fail (gig_view_get_members (view)->len > 0, NULL);

  self = g_object_new (GIG_TYPE_PLACE_DIALOG, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->view = view;
  self->placement = gig_placement_new (lesson, view, g_random_int ());
  build (self);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);

  return ADW_DIALOG (self);
}

void
gig_place_dialog_follow_text_scale (GigPlaceDialog *self,
                                    GSettings      *settings)
{
  g_return_if_fail (GIG_IS_PLACE_DIALOG (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  /* The bar at the bottom keeps the desktop's size, as the one at the top does. */
  gig_text_scale_follow (self->diagram_column, settings);
  gig_predict_panel_follow_text_scale (GIG_PREDICT_PANEL (self->predict), settings);
  gig_text_scale_follow (self->tray_scroller, settings);
  gig_text_scale_follow (GTK_WIDGET (self->flyer), settings);
  g_signal_connect_object (settings, "changed::text-scale", G_CALLBACK (text_scale_changed_cb), self, 0);
  text_scale_changed_cb (settings, NULL, self);
}
