/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-page-image.h"

#include "gig-block-view.h"
#include "gig-language-host.h"
#include "gig-message-label.h"

/* What is read: more is no picture for a page. */
#define MAX_BYTES (64 * 1024 * 1024)
/* A side of what is kept, device px; larger ones are scaled down when read. */
#define MAX_SIDE  2400

/* A page is read, not scrolled past one picture; px. */
#define MAX_HEIGHT 560

struct _GigPageImage
{
  GtkWidget  parent_instance;

  GigLesson *lesson;
  GigBlock  *block;
  GtkWidget *child;     /* (nullable): the picture, or the words in its place */
  int        width;     /* of the picture, px; 0 for none */
  int        height;
};

G_DEFINE_FINAL_TYPE (GigPageImage, gig_page_image, GTK_TYPE_WIDGET)

static GFile *
find_file (GigLesson *lesson,
           GigBlock  *block)
{
  const char *target = gig_block_get_target (block);
  GFile *file = gig_lesson_get_file (lesson);
  g_autoptr(GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *path = NULL;

  if (folder == NULL || target == NULL || g_uri_peek_scheme (target) != NULL)
    return NULL;

  path = g_uri_unescape_string (target, NULL);

  return g_file_resolve_relative_path (folder, path != NULL ? path : target);
}

/* --- Reading, in a thread --- */

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  double factor = (double) MAX_SIDE / MAX (1, MAX (width, height));

  if (factor < 1.0)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * factor)), MAX (1, (int) (height * factor)));
}

static GdkPixbuf *
decode (GBytes  *bytes,
        GError **error)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), NULL);
  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;

  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE, "no picture");
      return NULL;
    }

  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GdkPixbuf *pixbuf = NULL;
  GError *error = NULL;

  info = g_file_query_info (task_data, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &error);
  if (info != NULL && (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > MAX_BYTES))
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "no picture for a page");
  if (error == NULL)
    bytes = g_file_load_bytes (task_data, cancellable, NULL, &error);
  if (bytes != NULL)
    pixbuf = decode (bytes, &error);

  if (pixbuf != NULL)
    g_task_return_pointer (task, pixbuf, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* --- Showing --- */

static void
alternative_language_cb (GtkWidget   *widget,
                         GigLanguage *language,
                         gpointer     user_data)
{
  GigPageImage *self = GIG_PAGE_IMAGE (user_data);
  g_autofree char *text = NULL;

  text = gig_lesson_get_plain_text (self->lesson, gig_block_get_message (self->block), gig_language_get_code (language));
  /* What GtkPicture takes as its alternative text, it hands on as a description of something without a name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
take_child (GigPageImage *self,
            GtkWidget    *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
show_words (GigPageImage *self)
{
  const GigMessage *message = gig_block_get_message (self->block);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("image-missing-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 4);
  gtk_widget_add_css_class (icon, "dimmed");
  gtk_box_append (GTK_BOX (box), icon);
  if (message != NULL)
    {
      GtkWidget *label = gig_message_label_new (self->lesson, gig_block_get_concept (self->block), message,
                                                GTK_ACCESSIBLE_ROLE_PARAGRAPH);

      gtk_label_set_width_chars (GTK_LABEL (label), GIG_BLOCK_VIEW_MIN_CHARS);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_add_css_class (label, "page-text");
      gtk_box_append (GTK_BOX (box), label);
    }
  take_child (self, box);
}

static void
show_picture (GigPageImage *self,
              GdkPixbuf    *pixbuf)
{
  g_autoptr(GdkTexture) texture = gdk_texture_new_for_pixbuf (pixbuf);
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));

  self->width = gdk_texture_get_width (texture);
  self->height = gdk_texture_get_height (texture);
  gig_widget_watch_language (picture, alternative_language_cb, self);
  take_child (self, picture);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GigPageImage *self = GIG_PAGE_IMAGE (object);
  g_autoptr(GdkPixbuf) pixbuf = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Disposed of meanwhile. */
  if (self->lesson == NULL)
    return;

  if (pixbuf != NULL)
    show_picture (self, pixbuf);
  else
    show_words (self);
}

/* --- The widget --- */

/* The picture's size in so much width (-1: any), px. */
static void
fit (GigPageImage *self,
     int           for_width,
     int          *width,
     int          *height)
{
  double scale = MIN (1.0, (double) MAX_HEIGHT / self->height);

  if (for_width >= 0)
    scale = MIN (scale, (double) for_width / self->width);
  *width = MAX (1, (int) (self->width * scale));
  *height = MAX (1, (int) (self->height * scale));
}

static void
gig_page_image_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  GigPageImage *self = GIG_PAGE_IMAGE (widget);
  int width, height;

  if (self->width == 0)
    {
      if (self->child != NULL)
        gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
      return;
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      fit (self, -1, natural, &height);
      *minimum = 0;
    }
  else
    {
      fit (self, for_size, &width, natural);
      /* Nothing of it may be cut off once the width is known. */
      *minimum = for_size < 0 ? 0 : *natural;
    }
}

static GtkSizeRequestMode
gig_page_image_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gig_page_image_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GigPageImage *self = GIG_PAGE_IMAGE (widget);
  GtkAllocation place = { 0, 0, width, height };

  if (self->child == NULL)
    return;

  if (self->width > 0)
    {
      fit (self, width, &place.width, &place.height);
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        place.x = width - place.width;
    }
  gtk_widget_size_allocate (self->child, &place, -1);
}

static void
gig_page_image_dispose (GObject *object)
{
  GigPageImage *self = GIG_PAGE_IMAGE (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_page_image_parent_class)->dispose (object);
}

static void
gig_page_image_class_init (GigPageImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_page_image_dispose;
  widget_class->measure = gig_page_image_measure;
  widget_class->get_request_mode = gig_page_image_get_request_mode;
  widget_class->size_allocate = gig_page_image_size_allocate;
}

static void
gig_page_image_init (GigPageImage *self)
{
}

GtkWidget *
gig_page_image_new (GigLesson *lesson,
                    GigBlock  *block)
{
  GigPageImage *self;
  g_autoptr(GFile) file = NULL;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (block != NULL, NULL);

  self = g_object_new (GIG_TYPE_PAGE_IMAGE, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->block = block;
  file = find_file (lesson, block);
  if (file != NULL)
    {
      g_autoptr(GTask) task = g_task_new (self, NULL, read_cb, NULL);

      g_task_set_source_tag (task, gig_page_image_new);
      g_task_set_task_data (task, g_steal_pointer (&file), g_object_unref);
      g_task_run_in_thread (task, read_thread);
    }
  else
    {
      show_words (self);
    }

  return GTK_WIDGET (self);
}
