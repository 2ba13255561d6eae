/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-layout.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Of the body's size. */
#define HEADLINE_SCALE      1.2
#define SUBORDINATE_SCALE   0.74
#define LINE_SPACING        1.0f
#define LINE_HEIGHT         1.3   /* of a headline's size, at most */
#define GAP                 0.6   /* between texts, of the body's size */
/* A wall wider than this has room for text beside the diagram. */
#define WIDE_ASPECT         1.5
#define COLUMN_WIDTH        0.39  /* of the width inside the margins */
/* Above the diagram of a narrow wall every line counts. */
#define NARROW_HEADLINE     1.0
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

PangoContext *
gig_wall_create_context (PangoContext *context)
{
  PangoContext *own;
  cairo_font_options_t *options;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  own = pango_font_map_create_context (pango_context_get_font_map (context));
  pango_context_set_font_description (own, pango_context_get_font_description (context));
  pango_context_set_language (own, pango_context_get_language (context));
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (own, options);
  pango_cairo_context_set_resolution (own, 96);
  pango_context_set_round_glyph_positions (own, FALSE);
  cairo_font_options_destroy (options);

  return own;
}

/* --- Texts --- */

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
  pango_layout_set_line_spacing (layout, LINE_SPACING);
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

/* A headline of more than two lines gets smaller, down to the body's size. */
static PangoLayout *
create_headline (PangoContext *context,
                 const char   *text,
                 const char   *language,
                 double        size,
                 double        smallest,
                 gboolean      bold,
                 double        width)
{
  PangoLayout *layout = NULL;

  for (double s = size; ; s = MAX (s * 0.94, smallest))
    {
      g_clear_object (&layout);
      layout = create_layout (context, text, language, s, bold, width);
      if (pango_layout_get_line_count (layout) <= 2 || s <= smallest)
        return layout;
    }
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
  double        body_size;
  double        smallest;
  double        left, right, top, bottom;
  gboolean      wide;
} Frame;

static gboolean
is_wide (double width,
         double height)
{
  return width >= WIDE_ASPECT * height;
}

static double
size_of (const Frame *frame,
         guint        rank,
         double       scale)
{
  double size = frame->body_size * scale;

  return rank == 0 ? size : MAX (size * SUBORDINATE_SCALE, frame->smallest);
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
      layout = create_headline (frame->context, texts[i].headline, texts[i].language,
                                size_of (frame, i, frame->wide ? HEADLINE_SCALE : NARROW_HEADLINE), size_of (frame, i, 1), i == 0,
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
                                             size_of (frame, i, 1), FALSE, width);

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
  double lines = 2 * HEADLINE_SCALE * (n_languages > 1 ? 1 + SUBORDINATE_SCALE : 1);
  double top;

  g_return_if_fail (area != NULL);

  if (!is_wide (width, height))
    {
      *area = (GigRect) { left, bottom - height * GIG_WALL_DIAGRAM_HEIGHT, right - left, height * GIG_WALL_DIAGRAM_HEIGHT };
      return;
    }

  left += (right - left) * COLUMN_WIDTH + width * COLUMN_GAP;
  top = MIN (height * GIG_WALL_MARGIN + lines * body * LINE_HEIGHT + GAP / 2 * body,
             bottom - height * GIG_WALL_DIAGRAM_HEIGHT);
  *area = (GigRect) { left, top, right - left, bottom - top };
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
  double ratio, y, below;
  Frame frame;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (n_texts <= 2, NULL);

  ratio = gig_wall_get_font_ratio (context);
  frame = (Frame) {
    .context = context, .width = width, .height = height,
    .body_size = x_height * height / ratio,
    .smallest = GIG_WALL_MIN_X_HEIGHT * height / ratio,
    .left = width * GIG_WALL_MARGIN, .right = width * (1 - GIG_WALL_MARGIN),
    .top = height * GIG_WALL_MARGIN, .bottom = height * (1 - GIG_WALL_MARGIN),
    .wide = is_wide (width, height),
  };
  self = g_new0 (GigWallLayout, 1);
  self->fits = TRUE;
  y = place_headlines (self, &frame, texts, n_texts);
  gig_wall_get_area (ratio, width, height, x_height, n_texts, &self->area);
  if (with_area && frame.wide)
    {
      self->fits = self->fits && y <= self->area.y + 0.5;
      below = place_bodies (self, &frame, texts, n_texts, MAX (self->area.y, y),
                            (frame.right - frame.left) * COLUMN_WIDTH);
      self->fits = self->fits && below <= frame.bottom + 0.5;
      return self;
    }

  y += frame.body_size * GAP / 3;
  below = place_bodies (self, &frame, texts, n_texts, y, frame.right - frame.left);
  if (with_area)
    self->fits = self->fits && below <= self->area.y + 0.5;
  else
    {
      self->fits = self->fits && below <= frame.bottom + 0.5;
      self->area = (GigRect) { frame.left, below, frame.right - frame.left, MAX (frame.bottom - below, 0) };
    }

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

/* --- Splitting --- */

static gboolean
is_closing (gunichar c)
{
  return c == 0x201d || c == 0xbb || c == ')' || c == '"' || c == 0xa0 || c == 0x202f;
}

/* How bad it is to cut before @p, which follows a blank; in parts of a page. */
static double
cut_penalty (const char *text,
             const char *p)
{
  const char *q = g_utf8_find_prev_char (text, p);
  gunichar c;

  while (q != NULL && (is_closing (c = g_utf8_get_char (q)) || c == ' '))
    q = g_utf8_find_prev_char (text, q);
  if (q == NULL)
    return 1;

  c = g_utf8_get_char (q);
  if ((c == '.' || c == '?' || c == '!' || c == 0x2026) && !g_unichar_islower (g_utf8_get_char (p)))
    return 0;
  if (c == ';' || c == ':')
    return 0.2;
  if (c == ',' || c == 0x2013)
    return 0.3;

  return 0.6;
}

static const char *
find_cut (const char *text,
          const char *start,
          double      target,
          double      page)
{
  const char *best = NULL;
  double best_cost = G_MAXDOUBLE;

  for (const char *p = start; *p != '\0'; p++)
    {
      double cost;

      if (*p != ' ')
        continue;
      cost = fabs ((double) (p - text) - target) / MAX (page, 1) + cut_penalty (text, p + 1);
      if (cost < best_cost)
        {
          best_cost = cost;
          best = p;
        }
    }

  return best;
}

GStrv
gig_wall_split (const char *text,
                guint       n_pages)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *start = text;
  double length;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (n_pages > 0, NULL);

  length = strlen (text);
  for (guint i = 1; i < n_pages; i++)
    {
      double page = length / n_pages;
      const char *cut = find_cut (text, start, i * page, page);

      if (cut == NULL)
        cut = start + strlen (start);
      g_strv_builder_take (builder, g_strndup (start, (gsize) (cut - start)));
      start = *cut == ' ' ? cut + 1 : cut;
    }
  g_strv_builder_add (builder, start);

  return g_strv_builder_end (builder);
}
