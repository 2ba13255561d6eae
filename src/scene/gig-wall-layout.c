/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-layout.h"

#include <math.h>

/* Of the body's size. */
#define SUBORDINATE_SCALE   0.74
#define LINE_HEIGHT         1.06
#define GAP                 0.35  /* between texts of two languages */
#define ANSWER_GAP          0.3   /* between a question and its answers */
#define AIR                 0.2
/* Sizes between the whole one and the least one. */
#define SIZE_STEPS          4
/* A wall wider than this has room for two languages beside the diagram. */
#define WIDE_ASPECT         1.5
#define COLUMN_WIDTH        0.39  /* of the width inside the margins */
#define COLUMN_GAP          0.02  /* of the wall's width */

double
gig_wall_get_x_height (double screen_height,
                       double distance)
{
  g_return_val_if_fail (screen_height > 0, GIG_WALL_MIN_X_HEIGHT);

  return CLAMP (distance / (200 * screen_height), GIG_WALL_MIN_X_HEIGHT, GIG_WALL_MAX_X_HEIGHT);
}

double
gig_wall_get_font_ratio (PangoContext *context)
{
  double name_size, member_size;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), 0.5);

  gig_scene_wall_sizes (context, 1000, &name_size, &member_size);

  return name_size > 0 ? 30 / name_size : 0.5;
}

double
gig_wall_get_name_size (double font_ratio,
                        double height,
                        double x_height)
{
  return MAX (0.03, x_height) * height / font_ratio;
}

double
gig_wall_get_member_size (double font_ratio,
                          double height,
                          double x_height)
{
  return MAX (GIG_WALL_MIN_X_HEIGHT, x_height * 2 / 3) * height / font_ratio;
}

/* --- Texts --- */

/* Of a line, px. */
static double
get_natural_height (PangoContext         *context,
                    PangoFontDescription *font)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
  int height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);

  return height > 0 ? (double) height / PANGO_SCALE : 1;
}

static PangoLayout *
create_layout (PangoContext *context,
               const char   *text,
               const char   *language,
               double        size,
               gboolean      bold,
               double        width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr(PangoFontDescription) font = NULL;

  font = pango_font_description_copy (pango_context_get_font_description (context));
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, (float) (size * LINE_HEIGHT / get_natural_height (context, font)));
  if (language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

/* Places a text with its top at @y. Returns the y below it. */
static double
place (GigWallBox  *box,
       PangoLayout *layout,
       double       x,
       double       y,
       double       width)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  box->layout = layout;
  box->rect = (GigRect) { x, y, width, (double) height / PANGO_SCALE };

  return y + box->rect.height;
}

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Everything that depends on the wall's size. */
typedef struct
{
  PangoContext *context;
  double        width, height;
  double        size;         /* of the headline */
  double        body_size;
  double        smallest;
  double        left, right, top, bottom;
} Frame;

/* Whether the text stands beside the diagram: one language is read better in long
 * lines above it, two need more lines than there are. */
static gboolean
is_beside (double width,
           double height,
           guint  n_languages)
{
  return n_languages > 1 && width >= WIDE_ASPECT * height;
}

/* Of the language @rank, whose first one has @size. */
static double
size_of (const Frame *frame,
         double       size,
         guint        rank)
{
  return MAX (rank == 0 ? size : size * SUBORDINATE_SCALE, MIN (frame->smallest, frame->size));
}

static double
place_headlines (GigWallLayout      *self,
                 const Frame        *frame,
                 const GigWallTexts *texts,
                 guint               n_texts)
{
  double y = frame->top;

  for (guint i = 0; i < n_texts; i++)
    {
      PangoLayout *layout;

      if (!is_text (texts[i].headline))
        continue;
      layout = create_layout (frame->context, texts[i].headline, texts[i].language, size_of (frame, frame->size, i), TRUE,
                              frame->right - frame->left);
      self->fits = self->fits && pango_layout_get_line_count (layout) <= 2;
      y = place (&self->headline[i], layout, frame->left, y, frame->right - frame->left);
    }

  return y;
}

static double
place_bodies (GigWallLayout      *self,
              const Frame        *frame,
              const GigWallTexts *texts,
              guint               n_texts,
              double              y,
              double              width)
{
  double end = y;

  for (guint i = 0; i < n_texts; i++)
    if (is_text (texts[i].body))
      {
        PangoLayout *layout = create_layout (frame->context, texts[i].body, texts[i].language,
                                             size_of (frame, frame->body_size, i), FALSE, width);

        end = place (&self->body[i], layout, frame->left, y, width);
        y = end + frame->body_size * GAP;
      }

  return end;
}

void
gig_wall_get_area (double   font_ratio,
                   double   width,
                   double   height,
                   double   x_height,
                   guint    n_languages,
                   GigRect *area)
{
  double left = width * GIG_WALL_MARGIN, right = width * (1 - GIG_WALL_MARGIN);
  double bottom = height * (1 - GIG_WALL_MARGIN);
  double body = x_height * height / font_ratio;
  double lines = 2 * (1 + SUBORDINATE_SCALE);
  double top;

  g_return_if_fail (area != NULL);

  if (!is_beside (width, height, n_languages))
    {
      *area = (GigRect) { left, bottom - height * GIG_WALL_DIAGRAM_HEIGHT, right - left, height * GIG_WALL_DIAGRAM_HEIGHT };
      return;
    }

  left += (right - left) * COLUMN_WIDTH + width * COLUMN_GAP;
  top = MIN (height * GIG_WALL_MARGIN + lines * body * LINE_HEIGHT + GAP * body,
             bottom - height * GIG_WALL_DIAGRAM_HEIGHT);
  *area = (GigRect) { left, top, right - left, bottom - top };
}

/* Air below the headline, where there is room for it. */
static void
move_bodies (GigWallLayout *self,
             double         distance)
{
  if (distance <= 0)
    return;

  for (guint i = 0; i < 2; i++)
    self->body[i].rect.y += distance;
}

static double
get_least_body (guint n_texts)
{
  return n_texts > 1 ? GIG_WALL_LEAST_BODY_BOTH : GIG_WALL_LEAST_BODY;
}

/* The same texts, their bodies of another size. FALSE: they do not fit */
static gboolean
place_below (GigWallLayout      *self,
             const Frame        *frame,
             const GigWallTexts *texts,
             guint               n_texts,
             gboolean            with_area,
             double              y)
{
  double below;

  for (guint i = 0; i < 2; i++)
    g_clear_object (&self->body[i].layout);
  if (with_area && is_beside (frame->width, frame->height, n_texts))
    {
      below = place_bodies (self, frame, texts, n_texts, y + frame->size * GAP, (frame->right - frame->left) * COLUMN_WIDTH);
      return y <= self->area.y + 0.5 && below <= frame->bottom + 0.5;
    }

  below = place_bodies (self, frame, texts, n_texts, y, frame->right - frame->left);
  if (with_area)
    {
      move_bodies (self, MIN (self->area.y - below, frame->size * AIR));
      return below <= self->area.y + 0.5;
    }

  self->area.y = below + frame->size * ANSWER_GAP;
  self->area.height = MAX (frame->bottom - self->area.y, 0);

  return below <= frame->bottom + 0.5;
}

GigWallLayout *
gig_wall_layout_new (PangoContext       *context,
                     double              width,
                     double              height,
                     double              x_height,
                     const GigWallTexts *texts,
                     guint               n_texts,
                     gboolean            with_area)
{
  GigWallLayout *self;
  double ratio, y;
  gboolean fits = FALSE;
  Frame frame;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (n_texts <= 2, NULL);

  ratio = gig_wall_get_font_ratio (context);
  frame = (Frame) {
    .context = context, .width = width, .height = height,
    .size = x_height * height / ratio,
    .smallest = GIG_WALL_MIN_X_HEIGHT * height / ratio,
    .left = width * GIG_WALL_MARGIN, .right = width * (1 - GIG_WALL_MARGIN),
    .top = height * GIG_WALL_MARGIN, .bottom = height * (1 - GIG_WALL_MARGIN),
  };
  self = g_new0 (GigWallLayout, 1);
  self->fits = TRUE;
  y = place_headlines (self, &frame, texts, n_texts);
  if (with_area)
    gig_wall_get_area (ratio, width, height, x_height, n_texts, &self->area);
  else
    self->area = (GigRect) { .x = frame.left, .width = frame.right - frame.left };
  for (guint i = 0; i <= SIZE_STEPS && !fits; i++)
    {
      self->body_scale = 1 - (1 - get_least_body (n_texts)) * i / SIZE_STEPS;
      frame.body_size = MAX (frame.size * self->body_scale, MIN (frame.smallest, frame.size));
      fits = place_below (self, &frame, texts, n_texts, with_area, y);
    }
  self->fits = self->fits && fits;

  return self;
}

void
gig_wall_layout_free (GigWallLayout *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&self->headline[i].layout);
      g_clear_object (&self->body[i].layout);
    }
  g_free (self);
}
