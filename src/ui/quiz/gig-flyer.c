/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-flyer.h"

/* How long it flies, ms, and for how many frames it waits for where to. */
#define FLIGHT_TIME 350
#define MAX_FRAMES  30

struct _GigFlyer
{
  AdwBin            parent_instance;

  GtkWidget        *label;
  AdwAnimation     *animation;
  graphene_point_t  start;
  graphene_point_t  end;
  GigFlyerFunc      find_end;
  gpointer          user_data;
  guint             tick;
  guint             n_frames;
};

G_DEFINE_FINAL_TYPE (GigFlyer, gig_flyer, ADW_TYPE_BIN)

static void
move_cb (double    progress,
         GigFlyer *self)
{
  double x = self->start.x + progress * (self->end.x - self->start.x);
  double y = self->start.y + progress * (self->end.y - self->start.y);

  gtk_widget_set_margin_start (self->label, (int) MAX (x - gtk_widget_get_width (self->label) / 2.0, 0));
  gtk_widget_set_margin_top (self->label, (int) MAX (y - gtk_widget_get_height (self->label) / 2.0, 0));
}

static void
done_cb (GigFlyer *self)
{
  g_assert (GIG_IS_FLYER (self));

  gtk_widget_set_visible (self->label, FALSE);
}

static gboolean
find_middle (GigFlyer         *self,
             GtkWidget        *widget,
             graphene_point_t *middle)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds)
      || bounds.size.width <= 0)
    return FALSE;
  graphene_rect_get_center (&bounds, middle);

  return TRUE;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  GigFlyer *self = GIG_FLYER (widget);
  GtkWidget *end = self->find_end (self->user_data);

  if (end != NULL && find_middle (self, end, &self->end))
    {
      gtk_widget_set_visible (self->label, TRUE);
      adw_animation_play (self->animation);
    }
  else if (++self->n_frames < MAX_FRAMES)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
gig_flyer_dispose (GObject *object)
{
  GigFlyer *self = GIG_FLYER (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->animation);

  G_OBJECT_CLASS (gig_flyer_parent_class)->dispose (object);
}

static void
gig_flyer_class_init (GigFlyerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_flyer_dispose;
}

static void
gig_flyer_init (GigFlyer *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) move_cb, self, NULL);

  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "halign", GTK_ALIGN_START,
                              "valign", GTK_ALIGN_START,
                              "visible", FALSE,
                              NULL);
  gtk_widget_add_css_class (self->label, "flyer");
  adw_bin_set_child (ADW_BIN (self), self->label);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FLIGHT_TIME, target);
  g_signal_connect_object (self->animation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
gig_flyer_new (void)
{
  return g_object_new (GIG_TYPE_FLYER, NULL);
}

void
gig_flyer_fly (GigFlyer     *self,
               const char   *text,
               GtkWidget    *start,
               GigFlyerFunc  find_end,
               gpointer      user_data)
{
  g_return_if_fail (GIG_IS_FLYER (self));
  g_return_if_fail (GTK_IS_WIDGET (start));
  g_return_if_fail (find_end != NULL);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  adw_animation_reset (self->animation);
  if (!find_middle (self, start, &self->start))
    return;
  self->find_end = find_end;
  self->user_data = user_data;
  self->n_frames = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}
