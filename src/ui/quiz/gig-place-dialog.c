/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-place-dialog.h"

#include "gig-diagram-view.h"
#include "gig-language-host.h"
#include "gig-placement.h"

struct _GigPlaceDialog
{
  AdwDialog       parent_instance;

  GigLesson      *lesson;
  GigView        *view;
  GigPlacement   *placement;
  GigDiagramView *diagram;
  GPtrArray      *pills;          /* element-type GtkWidget, owned by the tray */
  gboolean        updating;
  gboolean        tried;          /* since the start */

  AdwWindowTitle *window_title;
  AdwBin         *diagram_bin;
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
    return g_strdup_printf ("%s %s", reason, gig_language_gettext (language, "All the models are in their places."));
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

static void
update (GigPlaceDialog *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  g_autofree char *message = NULL;
  g_autofree char *progress = NULL;
  g_autofree char *title = NULL;

  update_diagram (self);
  update_tray (self);
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

static void
reset_clicked_cb (GigPlaceDialog *self)
{
  g_assert (GIG_IS_PLACE_DIALOG (self));

  gig_placement_reset (self->placement);
  clear_verdict (self);
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

  return item != NULL ? GDK_ACTION_COPY : 0;
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
    return FALSE;
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
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  gtk_widget_add_controller (pill, GTK_EVENT_CONTROLLER (source));
  adw_wrap_box_append (self->tray, pill);
  g_ptr_array_add (self->pills, pill);
}

static void
add_zones (GigPlaceDialog *self)
{
  guint n_zones;
  const GigZoneMask *zones = gig_view_get_zones (self->view, &n_zones);

  for (guint i = 0; i < n_zones; i++)
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
      g_object_set_data (G_OBJECT (button), "zone", GUINT_TO_POINTER (zones[i]));
      g_signal_connect (button, "clicked", G_CALLBACK (zone_clicked_cb), self);
      gtk_box_append (GTK_BOX (self->zones_box), button);
    }
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
  adw_dialog_set_focus (ADW_DIALOG (self), g_ptr_array_index (self->pills, 0));
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
  gig_widget_class_bind_child (widget_class, GigPlaceDialog, diagram_bin);
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
