/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-rehearsal-window.h"

#include <math.h>

#include "gig-language-host.h"
#include "gig-rehearsal-colors.h"
#include "gig-wall.h"

#define QUARK_WINDOW "gig-rehearsal-window"

/* Projectors, px. */
static const struct
{
  int width, height;
} projectors[] = { { 1024, 768 }, { 1280, 800 }, { 1920, 1080 } };

static const double room_contrasts[] = { GIG_ROOM_DARK, GIG_ROOM_DIMMED, GIG_ROOM_LIT };

struct _GigRehearsalWindow
{
  AdwWindow    parent_instance;

  GigShow     *show;        /* (unowned) */
  GtkWidget   *frame;
  GtkWidget   *lens;
  GtkWidget   *wall;
  GtkDropDown *projector;
  GtkDropDown *room;
  GtkDropDown *vision;
  GtkCheckButton *overscan;
  GtkListBox  *pairs;
};

static void gig_rehearsal_window_language_host_init (GigLanguageHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GigRehearsalWindow, gig_rehearsal_window, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (GIG_TYPE_LANGUAGE_HOST, gig_rehearsal_window_language_host_init))

typedef enum
{
  PROP_LANGUAGE = 1,
} GigRehearsalWindowProperty;

static GigLanguage *
gig_rehearsal_window_host_get_language (GigLanguageHost *host)
{
  return gig_show_get_language (GIG_REHEARSAL_WINDOW (host)->show);
}

static void
gig_rehearsal_window_language_host_init (GigLanguageHostInterface *iface)
{
  iface->get_language = gig_rehearsal_window_host_get_language;
}

/* --- The lens: room light, eyes and overscan over the wall --- */

#define GIG_TYPE_REHEARSAL_LENS (gig_rehearsal_lens_get_type ())
G_DECLARE_FINAL_TYPE (GigRehearsalLens, gig_rehearsal_lens, GIG, REHEARSAL_LENS, GtkWidget)

struct _GigRehearsalLens
{
  GtkWidget  parent_instance;

  GtkWidget *wall;
  double     native;
  GigVision  vision;
  gboolean   overscan;
};

G_DEFINE_FINAL_TYPE (GigRehearsalLens, gig_rehearsal_lens, GTK_TYPE_WIDGET)

/* Room light lifts black to v / (1 + v) of white; here in the encoded values that
 * a colour matrix works on, right at both ends. */
static double
get_lift (double native)
{
  double v = native < GIG_ROOM_DARK ? 1 / (native - 1) : 0;
  double black = v / (1 + v);

  return black <= 0.0031308 ? black * 12.92 : 1.055 * pow (black, 1 / 2.4) - 0.055;
}

static void
push_lens (GigRehearsalLens *self,
           GtkSnapshot      *snapshot)
{
  double eye[3][3];
  double lift = get_lift (self->native);
  float values[16] = { 0 };
  graphene_matrix_t matrix;
  graphene_vec4_t offset;

  gig_vision_get_matrix (self->vision, eye);
  for (guint row = 0; row < 3; row++)
    for (guint column = 0; column < 3; column++)
      values[column * 4 + row] = (float) (eye[row][column] * (1 - lift));
  values[15] = 1;
  graphene_matrix_init_from_float (&matrix, values);
  graphene_vec4_init (&offset, (float) lift, (float) lift, (float) lift, 0);
  gtk_snapshot_push_color_matrix (snapshot, &matrix, &offset);
}

static void
gig_rehearsal_lens_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  GigRehearsalLens *self = GIG_REHEARSAL_LENS (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  GdkRGBA black = { 0, 0, 0, 1 };

  push_lens (self, snapshot);
  gtk_widget_snapshot_child (widget, self->wall, snapshot);
  gtk_snapshot_pop (snapshot);
  if (self->overscan)
    {
      float x = width * 0.05f, y = height * 0.05f;

      gtk_snapshot_append_color (snapshot, &black, &GRAPHENE_RECT_INIT (0, 0, width, y));
      gtk_snapshot_append_color (snapshot, &black, &GRAPHENE_RECT_INIT (0, height - y, width, y));
      gtk_snapshot_append_color (snapshot, &black, &GRAPHENE_RECT_INIT (0, 0, x, height));
      gtk_snapshot_append_color (snapshot, &black, &GRAPHENE_RECT_INIT (width - x, 0, x, height));
    }
}

static void
gig_rehearsal_lens_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  gtk_widget_allocate (GIG_REHEARSAL_LENS (widget)->wall, width, height, -1, NULL);
}

static void
gig_rehearsal_lens_dispose (GObject *object)
{
  g_clear_pointer (&GIG_REHEARSAL_LENS (object)->wall, gtk_widget_unparent);

  G_OBJECT_CLASS (gig_rehearsal_lens_parent_class)->dispose (object);
}

static void
gig_rehearsal_lens_class_init (GigRehearsalLensClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_rehearsal_lens_dispose;
  widget_class->snapshot = gig_rehearsal_lens_snapshot;
  widget_class->size_allocate = gig_rehearsal_lens_size_allocate;
}

static void
gig_rehearsal_lens_init (GigRehearsalLens *self)
{
  self->native = GIG_ROOM_DARK;
}

/* --- Failing pairs --- */

static char *
describe_pair (GigLanguage        *language,
               const GigColorPair *pair)
{
  if (pair->second != NULL)
    return gig_language_format (language, "“%s” and “%s” look alike: only their lines’ dashes tell them apart", pair->first, pair->second);
  if (pair->first == NULL)
    return gig_language_format (language, "Text on the ground: %.1f to 1, should be %.1f", pair->contrast, pair->wanted);
  if (pair->text)
    return gig_language_format (language, "Name “%s” on the ground: %.1f to 1, should be %.1f", pair->first, pair->contrast, pair->wanted);

  return gig_language_format (language, "Outline of “%s” on the ground: %.1f to 1, should be %.1f", pair->first, pair->contrast, pair->wanted);
}

static void
append_text (GigRehearsalWindow *self,
             const char         *text,
             const char         *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  gtk_list_box_append (self->pairs, row);
}

static void
update (GigRehearsalWindow *self)
{
  GigRehearsalLens *lens = GIG_REHEARSAL_LENS (self->lens);
  GigLanguage *language = gig_show_get_language (self->show);
  GigWallSlide *slide = gig_show_get_slide (self->show);
  gboolean dark = gig_presenter_get_dark (gig_show_get_presenter (self->show));
  guint projector = MIN (gtk_drop_down_get_selected (self->projector), G_N_ELEMENTS (projectors) - 1);
  g_autoptr(GPtrArray) pairs = NULL;
  GigWallRoom room;

  lens->native = room_contrasts[MIN (gtk_drop_down_get_selected (self->room), G_N_ELEMENTS (room_contrasts) - 1)];
  lens->vision = MIN (gtk_drop_down_get_selected (self->vision), GIG_VISION_TRITAN);
  lens->overscan = gtk_check_button_get_active (self->overscan);
  gtk_widget_queue_draw (self->lens);
  gig_show_set_rehearsed_aspect (self->show, (double) projectors[projector].width / projectors[projector].height);
  gtk_aspect_frame_set_ratio (GTK_ASPECT_FRAME (self->frame), (float) projectors[projector].width / (float) projectors[projector].height);
  gig_show_get_room (self->show, &room);
  gig_wall_set_x_height (GIG_WALL (self->wall), room.x_height);
  gig_wall_set_dark (GIG_WALL (self->wall), dark);
  gig_wall_set_languages (GIG_WALL (self->wall), gig_show_get_wall_language (self->show, 0),
                          room.both ? gig_show_get_wall_language (self->show, 1) : NULL);
  if (gig_wall_get_slide (GIG_WALL (self->wall)) != slide)
    gig_wall_show (GIG_WALL (self->wall), slide);

  pairs = gig_rehearsal_find_pairs (gig_theme_get (dark ? GIG_THEME_PROJECTOR_DARK : GIG_THEME_PROJECTOR_LIGHT),
                                    gig_show_get_lesson (self->show), gig_wall_slide_get_view (slide),
                                    gig_language_get_code (language), lens->vision, lens->native);
  gtk_list_box_remove_all (self->pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      g_autofree char *text = describe_pair (language, g_ptr_array_index (pairs, i));

      append_text (self, text, "dialog-warning-symbolic");
    }
  if (pairs->len == 0)
    append_text (self, gig_language_gettext (language, "All colours stand apart"), "object-select-symbolic");
}

/* --- Building --- */

static void
fill_drop_down (GtkDropDown        *drop_down,
                const char * const *items)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (items);
  guint selected = gtk_drop_down_get_selected (drop_down);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, selected == GTK_INVALID_LIST_POSITION ? 0 : selected);
}

static void
name_drop_down (GtkDropDown *drop_down,
                const char  *name)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (drop_down), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigRehearsalWindow *self = GIG_REHEARSAL_WINDOW (widget);
  const char *rooms[] = {
    gig_language_gettext (language, "Dark room"),
    gig_language_gettext (language, "Dimmed room"),
    gig_language_gettext (language, "Lit classroom"),
    NULL,
  };
  const char *eyes[] = {
    gig_language_gettext (language, "Full colour vision"),
    gig_language_gettext (language, "Without red cones"),
    gig_language_gettext (language, "Without green cones"),
    gig_language_gettext (language, "Without blue cones"),
    NULL,
  };
  const char *sizes[] = { "1024 × 768", "1280 × 800", "1920 × 1080", NULL };

  fill_drop_down (self->projector, sizes);
  fill_drop_down (self->room, rooms);
  fill_drop_down (self->vision, eyes);
  /* Translators: the size of the projector’s picture */
  name_drop_down (self->projector, gig_language_gettext (language, "Projector"));
  name_drop_down (self->room, gig_language_gettext (language, "Light in the room"));
  /* Translators: which colours the eyes of the audience see */
  name_drop_down (self->vision, gig_language_gettext (language, "Eyes"));
  gtk_check_button_set_label (self->overscan, gig_language_gettext (language, "Crops the edges"));
  gtk_window_set_title (GTK_WINDOW (self), gig_language_gettext (language, "Rehearsal"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->wall), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gig_language_gettext (language, "The wall on another projector"), -1);
  update (self);
}

static void
build (GigRehearsalWindow *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_wrap_box_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->wall = gig_wall_new (gig_show_get_store (self->show), gig_show_get_lesson (self->show), TRUE);
  self->lens = g_object_new (GIG_TYPE_REHEARSAL_LENS, NULL);
  GIG_REHEARSAL_LENS (self->lens)->wall = self->wall;
  gtk_widget_set_parent (self->wall, self->lens);
  self->frame = gtk_aspect_frame_new (0.5, 0.5, 4.0f / 3, FALSE);
  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (self->frame), self->lens);
  gtk_widget_set_vexpand (self->frame, TRUE);
  self->projector = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->room = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->vision = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->overscan = GTK_CHECK_BUTTON (gtk_check_button_new ());
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (bar), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (bar), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), GTK_WIDGET (self->projector));
  adw_wrap_box_append (ADW_WRAP_BOX (bar), GTK_WIDGET (self->room));
  adw_wrap_box_append (ADW_WRAP_BOX (bar), GTK_WIDGET (self->vision));
  adw_wrap_box_append (ADW_WRAP_BOX (bar), GTK_WIDGET (self->overscan));
  self->pairs = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->pairs, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->pairs), "boxed-list");
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->pairs), 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->pairs));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, -1, 150);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->frame);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), box);
  adw_window_set_content (ADW_WINDOW (self), view);
}

static void
gig_rehearsal_window_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((GigRehearsalWindowProperty) property_id)
    {
    case PROP_LANGUAGE:
      g_value_set_object (value, gig_rehearsal_window_host_get_language (GIG_LANGUAGE_HOST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
gig_rehearsal_window_close_request (GtkWindow *window)
{
  GigRehearsalWindow *self = GIG_REHEARSAL_WINDOW (window);

  g_object_set_data (G_OBJECT (self->show), QUARK_WINDOW, NULL);
  gig_show_set_rehearsed_aspect (self->show, 0);

  return GTK_WINDOW_CLASS (gig_rehearsal_window_parent_class)->close_request (window);
}

static void
gig_rehearsal_window_class_init (GigRehearsalWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = gig_rehearsal_window_get_property;
  GTK_WINDOW_CLASS (klass)->close_request = gig_rehearsal_window_close_request;
  g_object_class_override_property (object_class, PROP_LANGUAGE, "language");
}

static void
gig_rehearsal_window_init (GigRehearsalWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 860, 720);
}

void
gig_rehearsal_window_open (GigShow   *show,
                           GtkWindow *parent)
{
  GigRehearsalWindow *self = g_object_get_data (G_OBJECT (show), QUARK_WINDOW);
  GigPresenter *presenter = gig_show_get_presenter (show);

  if (self != NULL)
    {
      gtk_window_present (GTK_WINDOW (self));
      return;
    }

  self = g_object_new (GIG_TYPE_REHEARSAL_WINDOW, NULL);
  self->show = show;
  g_object_set_data (G_OBJECT (show), QUARK_WINDOW, self);
  build (self);
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
  for (guint i = 0; i < 3; i++)
    {
      GtkDropDown *drop_downs[] = { self->projector, self->room, self->vision };

      g_signal_connect_object (drop_downs[i], "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->overscan, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "wall-painted", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "notify::wall-language", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "ended", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gig_show_watch_keys (show, GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}
