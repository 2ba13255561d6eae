/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-private.h"

#include <math.h>

#include "gig-scene-node.h"

#define SHRINK         0.94
#define ZOOM_MS        300
/* Of the height: the reason above a picture that answers. */
#define MAX_REASON     0.3
/* px; of a wall that is not there */
#define PREVIEW_HEIGHT 1080.0
/* Of the widths to heights of a wall and of its preview, which has whole px. */
#define SAME_SHAPE     0.03

G_DEFINE_FINAL_TYPE (GigWall, gig_wall, GTK_TYPE_WIDGET)

static const GigTheme *
get_theme (gboolean dark)
{
  return gig_theme_get (dark ? GIG_THEME_PROJECTOR_DARK : GIG_THEME_PROJECTOR_LIGHT);
}

/* --- Placing --- */

static void
get_picture (GigWall        *self,
             GigWallSlide   *slide,
             double          height,
             gboolean        dark,
             GigWallPicture *picture)
{
  GigVote *vote = gig_wall_slide_get_vote (slide);
  double ratio = gig_wall_get_font_ratio (gig_wall_store_get_context (self->store));

  *picture = (GigWallPicture) {
    .view = gig_wall_slide_get_view (slide),
    .framed = gig_wall_slide_get_framed (slide),
    .theme = get_theme (dark),
    .name_size = gig_wall_get_name_size (ratio, height, self->x_height),
    .member_size = gig_wall_get_member_size (ratio, height, self->x_height),
  };
  picture->asked = gig_wall_slide_get_hidden (slide);
  if (vote != NULL && !gig_vote_get_revealed (vote))
    picture->hidden = picture->asked;
}

/* Texts of @slide in the wall's languages; the caller frees them with @strings. */
static guint
get_texts (GigWallSlide *slide,
           GigLanguage  *languages[2],
           GigWallTexts  texts[2],
           GPtrArray    *strings)
{
  guint n_texts = 0;

  for (guint i = 0; i < 2 && languages[i] != NULL; i++)
    {
      const char *real = NULL;
      char *headline = gig_wall_slide_shows_headline (slide) ? gig_wall_slide_get_headline (slide, languages[i], &real) : NULL;
      char *body = gig_wall_slide_get_body (slide, languages[i], headline == NULL ? &real : NULL);

      g_ptr_array_add (strings, headline);
      g_ptr_array_add (strings, body);
      texts[n_texts++] = (GigWallTexts) { headline, body, real };
    }

  return n_texts;
}

/* A question may take three lines: it has no text below it. */
static gboolean
is_fine (GigWallSlide        *slide,
         const GigWallLayout *layout)
{
  if (gig_wall_slide_get_vote (slide) == NULL || layout->headline[0].layout == NULL)
    return layout->fits;

  return layout->fits || pango_layout_get_line_count (layout->headline[0].layout) <= 3;
}

static GigWallLayout *
create_layout (GigWall      *self,
               GigWallSlide *slide,
               GigLanguage  *languages[2],
               double        width,
               double        height)
{
  g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  GigWallTexts texts[2];
  guint n_texts = get_texts (slide, languages, texts, strings);
  gboolean with_area = gig_wall_slide_get_view (slide) != NULL;
  PangoContext *context = gig_wall_store_get_context (self->store);
  GigWallLayout *layout = gig_wall_layout_new (context, width, height, self->x_height, texts, n_texts, with_area);

  /* What no cutting makes fit is smaller rather than cut off. */
  for (double x_height = self->x_height; !is_fine (slide, layout) && x_height > GIG_WALL_MIN_X_HEIGHT;)
    {
      gig_wall_layout_free (layout);
      x_height = MAX (x_height * SHRINK, GIG_WALL_MIN_X_HEIGHT);
      layout = gig_wall_layout_new (context, width, height, x_height, texts, n_texts, with_area);
    }
  gig_wall_get_area (gig_wall_get_font_ratio (context), width, height, self->x_height, n_texts,
                     with_area ? &layout->area : &(GigRect) { 0 });

  return layout;
}

/* A preview is laid out at the size of the wall and seen from afar, so that it shows
 * the same. */
static void
get_size (GigWall *self,
          double  *width,
          double  *height)
{
  double own_width = gtk_widget_get_width (GTK_WIDGET (self));
  double own_height = gtk_widget_get_height (GTK_WIDGET (self));

  *width = own_width;
  *height = own_height;
  if (!self->preview || own_height < 1)
    return;
  if (gig_wall_store_get_size (self->store, width, height) &&
      fabs (own_width / own_height - *width / *height) < SAME_SHAPE)
    return;
  *height = PREVIEW_HEIGHT;
  *width = own_width / own_height * PREVIEW_HEIGHT;
}

/* How far: what a px of the wall measures here. */
static double
get_distance (GigWall *self)
{
  double width, height;

  get_size (self, &width, &height);

  return self->preview && height > 0 ? gtk_widget_get_height (GTK_WIDGET (self)) / height : 1;
}

/* @rect of the whole wall, as the zoom shows it. */
static void
place (GigWall       *self,
       GtkWidget     *child,
       const GigRect *rect)
{
  double distance = get_distance (self);
  double width, height;
  double scale, cx, cy;
  GskTransform *transform = gsk_transform_scale (NULL, (float) distance, (float) distance);

  get_size (self, &width, &height);
  gig_wall_region_get_camera (&self->region, &scale, &cx, &cy);
  transform = gsk_transform_translate (transform, &GRAPHENE_POINT_INIT ((float) (width * (0.5 - cx * scale)),
                                                                   (float) (height * (0.5 - cy * scale))));
  transform = gsk_transform_scale (transform, (float) scale, (float) scale);
  transform = gsk_transform_translate (transform, &GRAPHENE_POINT_INIT ((float) rect->x, (float) rect->y));
  gtk_widget_allocate (child, (int) MAX (rect->width, 1), (int) MAX (rect->height, 1), -1, transform);
}

/* A place is asked for in words; the picture is the answer, and the reason stands above it. */
static gboolean
shows_place (GigWall *self)
{
  GigVote *vote = gig_wall_slide_get_vote (self->slide);

  return vote != NULL && gig_vote_get_revealed (vote) && gig_wall_slide_get_view (self->slide) != NULL;
}

/* The answers of a question, or above the picture that answers it the reason;
 * the rest is for @diagram. */
static void
place_vote (GigWall *self,
            double   width,
            double   height,
            GigRect *diagram)
{
  GigVote *vote = gig_wall_slide_get_vote (self->slide);
  PangoContext *context = gig_wall_store_get_context (self->store);
  double ratio = gig_wall_get_font_ratio (context);
  GigRect area = self->layout->area;
  GigRect list = area;

  if (vote == NULL)
    return;

  if (gig_wall_slide_get_view (self->slide) != NULL)
    {
      double top = height * GIG_WALL_MARGIN;

      /* A question alone leaves more room than a step's text. */
      for (guint i = 0; i < 2; i++)
        if (self->layout->headline[i].layout != NULL)
          top = MAX (top, self->layout->headline[i].rect.y + self->layout->headline[i].rect.height + height * 0.02);
      area.height += area.y - top;
      area.y = top;
      area.width += area.x - width * GIG_WALL_MARGIN;
      area.x = width * GIG_WALL_MARGIN;
      list = area;
      *diagram = area;
    }
  gig_wall_vote_show (self->vote, vote, self->languages[0], get_theme (self->dark), context,
                      self->x_height * height / ratio, GIG_WALL_MIN_X_HEIGHT * height / ratio);
  if (shows_place (self))
    {
      double gap = height * 0.02;

      list.height = gig_wall_vote_show_reason (self->vote, area.width, area.height * MAX_REASON);
      if (list.height > 0)
        {
          diagram->y += list.height + gap;
          diagram->height -= list.height + gap;
        }
    }
  place (self, GTK_WIDGET (self->vote), &list);
}

static void
show_children (GigWall *self)
{
  gboolean has_vote = gig_wall_slide_get_vote (self->slide) != NULL;
  gboolean has_view = gig_wall_slide_get_view (self->slide) != NULL;

  gtk_widget_set_child_visible (GTK_WIDGET (self->vote), has_vote);
  gtk_widget_set_child_visible (GTK_WIDGET (self->diagram), has_view && (!has_vote || shows_place (self)));
}

static void
place_labels (GigWall *self)
{
  GdkRGBA colors[2] = {
    gig_scene_node_color (&get_theme (self->dark)->foreground, 1),
    gig_scene_node_color (&get_theme (self->dark)->dim, 1),
  };

  for (guint i = 0; i < 2; i++)
    {
      gig_wall_label_set (GIG_WALL_LABEL (self->headlines[i]), self->layout->headline[i].layout, &colors[i]);
      gig_wall_label_set (GIG_WALL_LABEL (self->bodies[i]), self->layout->body[i].layout, &colors[i]);
      if (self->layout->headline[i].layout != NULL)
        place (self, self->headlines[i], &self->layout->headline[i].rect);
      if (self->layout->body[i].layout != NULL)
        place (self, self->bodies[i], &self->layout->body[i].rect);
    }
}

/* The layout of texts, unless it is still that of the last time: a zoom only moves it. */
static void
update_layout (GigWall *self,
               double   width,
               double   height)
{
  const char *languages[2] = { NULL, NULL };

  for (guint i = 0; i < 2 && self->languages[i] != NULL; i++)
    languages[i] = gig_language_get_code (self->languages[i]);
  if (self->layout != NULL && self->laid_out[0] == languages[0] && self->laid_out[1] == languages[1] &&
      self->laid_out_width == width && self->laid_out_height == height && self->laid_out_x_height == self->x_height)
    return;

  g_clear_pointer (&self->layout, gig_wall_layout_free);
  self->layout = create_layout (self, self->slide, self->languages, width, height);
  self->laid_out[0] = languages[0];
  self->laid_out[1] = languages[1];
  self->laid_out_width = width;
  self->laid_out_height = height;
  self->laid_out_x_height = self->x_height;
}

static void
gig_wall_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  GigWall *self = GIG_WALL (widget);
  GigWallPicture picture;
  GigRect area;
  double wall_width, wall_height;

  if (!self->preview)
    gig_wall_store_set_size (self->store, width, height);
  if (self->slide == NULL || self->languages[0] == NULL || width < 2 || height < 2)
    {
      g_clear_pointer (&self->layout, gig_wall_layout_free);
      return;
    }

  get_size (self, &wall_width, &wall_height);
  update_layout (self, wall_width, wall_height);
  area = self->layout->area;
  place_vote (self, wall_width, wall_height, &area);
  place_labels (self);
  show_children (self);
  if (gig_wall_slide_get_view (self->slide) != NULL)
    {
      get_picture (self, self->slide, wall_height, self->dark, &picture);
      gig_wall_diagram_show (self->diagram, &picture, self->languages[0],
                             MAX ((int) area.width, 1), MAX ((int) area.height, 1), self->moved);
      place (self, GTK_WIDGET (self->diagram), &area);
    }
  self->moved = FALSE;
}

static void
gig_wall_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  GigWall *self = GIG_WALL (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  GdkRGBA background = gig_scene_node_color (&get_theme (self->dark)->background, 1);

  gtk_snapshot_append_color (snapshot, &background, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  /* Before there is a slide, or in no room at all, nothing has been given a place. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); self->layout != NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  if (self->tools == NULL)
    return;

  {
    double scale, cx, cy;

    gig_wall_region_get_camera (&self->region, &scale, &cx, &cy);
    gtk_snapshot_save (snapshot);
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (width * (0.5 - cx * scale)), (float) (height * (0.5 - cy * scale))));
    gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
    _gig_wall_snapshot_ink (self, snapshot);
    gtk_snapshot_restore (snapshot);
  }
  _gig_wall_snapshot_overlay (self, snapshot);
}

static void
gig_wall_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  *minimum = *natural = 0;
}

/* --- Tools --- */

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  GigWall *self = GIG_WALL (widget);

  gtk_widget_queue_draw (widget);
  if (self->tools != NULL && gig_wall_tools_get_trail (self->tools, g_get_monotonic_time ())->len > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
tools_changed_cb (GigWall *self)
{
  if (self->tick == 0 && gig_wall_tools_get_trail (self->tools, g_get_monotonic_time ())->len > 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
zoom_cb (double   value,
         gpointer user_data)
{
  GigWall *self = user_data;

  self->region = (GigWallRegion) {
    self->from.x + (self->to.x - self->from.x) * value,
    self->from.y + (self->to.y - self->from.y) * value,
    self->from.width + (self->to.width - self->from.width) * value,
    self->from.height + (self->to.height - self->from.height) * value,
  };
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
zoom_changed_cb (GigWall *self)
{
  GigWallRegion region;

  gig_presenter_get_zoom (gig_wall_tools_get_presenter (self->tools), &region);
  self->from = self->region;
  self->to = region;
  adw_animation_reset (self->zoom);
  adw_animation_play (self->zoom);
}

static void
pointed_cb (GigWall *self)
{
  GigPresenter *presenter = gig_wall_tools_get_presenter (self->tools);
  const GigPointTarget *target = gig_presenter_get_pointed (presenter);

  gig_wall_diagram_point_at (self->diagram, target);
}

/* --- The object --- */

static void
gig_wall_dispose (GObject *object)
{
  GigWall *self = GIG_WALL (object);
  GtkWidget *child;

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->zoom);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->layout, gig_wall_layout_free);
  g_clear_pointer (&self->slide, gig_wall_slide_unref);
  g_clear_object (&self->tools);
  for (guint i = 0; i < 2; i++)
    g_clear_object (&self->languages[i]);
  g_clear_object (&self->store);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_wall_parent_class)->dispose (object);
}

static void
gig_wall_class_init (GigWallClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_wall_dispose;
  widget_class->measure = gig_wall_measure;
  widget_class->size_allocate = gig_wall_size_allocate;
  widget_class->snapshot = gig_wall_snapshot;
}

static void
gig_wall_init (GigWall *self)
{
  self->x_height = 0.03;
  self->region = (GigWallRegion) { 0, 0, 1, 1 };
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
gig_wall_new (GigWallStore *store,
              GigLesson    *lesson,
              gboolean      preview)
{
  GigWall *self;
  GtkAccessibleRole heading = preview ? GTK_ACCESSIBLE_ROLE_PRESENTATION : GTK_ACCESSIBLE_ROLE_HEADING;
  GtkAccessibleRole paragraph = preview ? GTK_ACCESSIBLE_ROLE_PRESENTATION : GTK_ACCESSIBLE_ROLE_PARAGRAPH;

  g_return_val_if_fail (GIG_IS_WALL_STORE (store), NULL);
  g_return_val_if_fail (lesson != NULL, NULL);

  self = g_object_new (GIG_TYPE_WALL, "accessible-role", preview ? GTK_ACCESSIBLE_ROLE_IMG : GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  self->store = g_object_ref (store);
  self->lesson = gig_lesson_ref (lesson);
  self->preview = preview;
  if (preview)
    g_signal_connect_object (store, "resized", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < 2; i++)
    {
      self->headlines[i] = gig_wall_label_new (heading);
      self->bodies[i] = gig_wall_label_new (paragraph);
    }
  self->vote = GIG_WALL_VOTE (gig_wall_vote_new (preview));
  self->diagram = GIG_WALL_DIAGRAM (gig_wall_diagram_new (store, lesson, preview));
  for (guint i = 0; i < 2; i++)
    gtk_widget_set_parent (self->headlines[i], GTK_WIDGET (self));
  for (guint i = 0; i < 2; i++)
    gtk_widget_set_parent (self->bodies[i], GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->vote), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->diagram), GTK_WIDGET (self));
  self->zoom = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, preview ? 1 : ZOOM_MS,
                                        adw_callback_animation_target_new (zoom_cb, self, NULL));

  return GTK_WIDGET (self);
}

static void
language_changed_cb (GigWall *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
gig_wall_set_languages (GigWall     *self,
                        GigLanguage *first,
                        GigLanguage *second)
{
  GigLanguage *languages[2] = { first, second };

  g_return_if_fail (GIG_IS_WALL (self));
  g_return_if_fail (GIG_IS_LANGUAGE (first));

  for (guint i = 0; i < 2; i++)
    {
      if (self->languages[i] == languages[i])
        continue;
      if (self->languages[i] != NULL)
        g_signal_handlers_disconnect_by_func (self->languages[i], language_changed_cb, self);
      g_set_object (&self->languages[i], languages[i]);
      if (languages[i] != NULL)
        g_signal_connect_object (languages[i], "notify::code", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
gig_wall_set_x_height (GigWall *self,
                       double   x_height)
{
  g_return_if_fail (GIG_IS_WALL (self));

  self->x_height = x_height;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
gig_wall_set_dark (GigWall  *self,
                   gboolean  dark)
{
  g_return_if_fail (GIG_IS_WALL (self));

  self->dark = dark;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
gig_wall_set_tools (GigWall      *self,
                    GigWallTools *tools,
                    gboolean      interactive)
{
  GigPresenter *presenter;

  g_return_if_fail (GIG_IS_WALL (self));
  g_return_if_fail (self->tools == NULL && GIG_IS_WALL_TOOLS (tools));

  self->tools = g_object_ref (tools);
  presenter = gig_wall_tools_get_presenter (tools);
  g_signal_connect_object (tools, "changed", G_CALLBACK (tools_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gig_presenter_get_ink (presenter), "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::screen", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::curtain", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::zoom", G_CALLBACK (zoom_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::pointed", G_CALLBACK (pointed_cb), self, G_CONNECT_SWAPPED);
  if (interactive)
    _gig_wall_add_controllers (self);
}

static void
vote_changed_cb (GigWall *self)
{
  self->moved = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
gig_wall_show (GigWall      *self,
               GigWallSlide *slide)
{
  GigVote *vote = NULL;

  g_return_if_fail (GIG_IS_WALL (self));

  if (self->slide != NULL && gig_wall_slide_get_vote (self->slide) != NULL)
    g_signal_handlers_disconnect_by_func (gig_wall_slide_get_vote (self->slide), vote_changed_cb, self);
  if (slide != NULL)
    {
      gig_wall_slide_ref (slide);
      vote = gig_wall_slide_get_vote (slide);
    }
  g_clear_pointer (&self->slide, gig_wall_slide_unref);
  self->slide = slide;
  g_clear_pointer (&self->layout, gig_wall_layout_free);
  if (vote != NULL)
    g_signal_connect_object (vote, "notify::revealed", G_CALLBACK (vote_changed_cb), self, G_CONNECT_SWAPPED);
  self->moved = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GigWallSlide *
gig_wall_get_slide (GigWall *self)
{
  g_return_val_if_fail (GIG_IS_WALL (self), NULL);

  return self->slide;
}

gboolean
gig_wall_prepare (GigWall      *self,
                  GigWallSlide *slide,
                  GigLanguage  *first,
                  GigLanguage  *second,
                  gboolean      dark)
{
  GigLanguage *languages[2] = { first, second };
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr(GigWallLayout) layout = NULL;
  GigWallPicture picture;

  g_return_val_if_fail (GIG_IS_WALL (self), FALSE);
  g_return_val_if_fail (slide != NULL, FALSE);

  if (gig_wall_slide_get_view (slide) == NULL || width < 2 || height < 2)
    return FALSE;

  layout = create_layout (self, slide, languages, width, height);
  get_picture (self, slide, height, dark, &picture);

  return gig_wall_drawn_prepare (self->store, self->lesson, &picture, first,
                                 MAX ((int) layout->area.width, 1), MAX ((int) layout->area.height, 1));
}

GPtrArray *
gig_wall_get_key (GigWall *self)
{
  g_return_val_if_fail (GIG_IS_WALL (self), NULL);

  return gig_wall_diagram_get_key (self->diagram);
}

void
gig_wall_watch_key (GigWall   *self,
                    GCallback  func,
                    gpointer   object)
{
  g_return_if_fail (GIG_IS_WALL (self));
  g_return_if_fail (G_IS_OBJECT (object));

  g_signal_connect_object (self->diagram, "drawn", func, object, G_CONNECT_SWAPPED);
}
