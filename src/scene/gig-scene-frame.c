/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene-beside.h"

#include <math.h>

#define MARGIN      24.0
#define NOTE_LINE   18.0
#define WALL_MARK_HEIGHT 19.0   /* nominal px, as a member's */
#define SYMBOL_SIZE 11.0
#define SYMBOL_GAP   6.0
#define NOTE_GAP    20.0

typedef enum
{
  SYMBOL_NONE,
  SYMBOL_DEBATED,
  SYMBOL_EMPTY,
} Symbol;

typedef struct
{
  Symbol       symbol;
  PangoLayout *layout;
  double       width;
  double       height;
} Note;

static gboolean
has_debated (GigComposer *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const GigLabel *label = &g_array_index (self->labels, GigLabel, i);

      if (label->kind == GIG_LABEL_MEMBER && gig_view_member_is_debated (label->member))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_empty_zone (GigComposer *self)
{
  size_t              n_zones;
  const GigEulerZone *zones = gig_euler_layout_get_zones (self->scene->layout, &n_zones);

  for (size_t i = 0; i < n_zones; i++)
    {
      if (!zones[i].required)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_missing_zone (GigComposer *self)
{
  size_t                 n_problems;
  const GigEulerProblem *problems = gig_euler_layout_get_problems (self->scene->layout, &n_problems);

  for (size_t i = 0; i < n_problems; i++)
    {
      if (problems[i].kind == GIG_EULER_PROBLEM_MISSING_ZONE || problems[i].kind == GIG_EULER_PROBLEM_SPLIT_ZONE)
        return TRUE;
    }

  return FALSE;
}

static void
add_note (GigComposer *self,
          GArray      *notes,
          Symbol       symbol,
          const char  *text)
{
  double         size = gig_text_role_get_size (GIG_TEXT_NOTE) * self->note_factor;
  Note           note = { symbol };
  PangoRectangle logical;

  note.layout = gig_text_layout_new (self->context, GIG_TEXT_NOTE, size, text,
                                     gig_language_get_code (self->options->language), -1);
  pango_layout_get_extents (note.layout, NULL, &logical);
  note.width = (double) logical.width / PANGO_SCALE;
  note.height = (double) logical.height / PANGO_SCALE;
  if (symbol != SYMBOL_NONE)
    note.width += (SYMBOL_SIZE + SYMBOL_GAP) * self->note_factor;
  g_array_append_val (notes, note);
}

static GArray *
collect_notes (GigComposer *self)
{
  GArray      *notes = g_array_new (FALSE, FALSE, sizeof (Note));
  GigLanguage *language = self->options->language;

  if (has_missing_zone (self))
    add_note (self, notes, SYMBOL_NONE, gig_language_gettext (language, "Not exact: parts are missing or torn apart."));
  if (has_debated (self))
    add_note (self, notes, SYMBOL_DEBATED, gig_language_gettext (language, "debated: on the line"));
  if (has_empty_zone (self))
    add_note (self, notes, SYMBOL_EMPTY, gig_language_gettext (language, "empty: nothing stands there"));
  add_note (self, notes, SYMBOL_NONE,
            gig_view_is_proportional (self->options->view)
              ? gig_language_gettext (language, "Areas are to scale.")
              : gig_language_gettext (language, "Sizes mean nothing here: only what lies inside what."));

  return notes;
}

static void
draw_symbol (GigComposer *self,
             Symbol       symbol,
             double       x,
             double       y,
             double       size)
{
  const GigTheme *theme = self->options->theme;
  GigShape       *shape;

  if (symbol == SYMBOL_NONE)
    return;
  if (symbol == SYMBOL_DEBATED)
    {
      shape = gig_scene_add_shape (self->scene, GIG_SHAPE_DOT);
      shape->half = TRUE;
      shape->fill = theme->dim;
      shape->line = theme->dim;
      shape->line_width = MAX (1, 1.2 * self->note_factor);
    }
  else
    {
      shape = gig_scene_add_shape (self->scene, GIG_SHAPE_PILL);
      shape->radius = 2 * self->note_factor;
      shape->fill = theme->hatch;
      shape->pattern = GIG_PATTERN_DIAGONAL;
      shape->line = theme->hatch;
      shape->line_width = 1;
    }
  shape->bounds = (GigRect) { x, y, size, size };
}

/* Lines of notes from the bottom left; gives the height they took. */
static double
place_notes (GigComposer *self,
             GArray      *notes,
             double       bottom,
             gboolean     draw)
{
  double margin = MARGIN;
  double line = NOTE_LINE * self->note_factor;
  double gap = NOTE_GAP * self->note_factor;
  double x = margin;
  guint  n_lines = 1;
  guint  row = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      x = margin;
      row = 0;
      for (guint i = 0; i < notes->len; i++)
        {
          Note  *note = &g_array_index (notes, Note, i);
          double symbol = note->symbol != SYMBOL_NONE ? SYMBOL_SIZE * self->note_factor : 0;
          double top;

          if (x > margin && x + note->width > self->scene->width - margin)
            {
              x = margin;
              row++;
            }
          top = bottom - (n_lines - row) * line;
          if (pass == 1 && draw)
            {
              draw_symbol (self, note->symbol, x, top + (line - symbol) / 2, symbol);
              gig_scene_add_text (self->scene, g_object_ref (note->layout),
                                  gig_language_get_code (self->options->language),
                                  x + (symbol > 0 ? symbol + SYMBOL_GAP * self->note_factor : 0),
                                  top + (line - note->height) / 2, self->options->theme->dim);
            }
          x += note->width + gap;
        }
      n_lines = row + 1;
    }

  return n_lines * line;
}

static void
clear_note (gpointer data)
{
  g_clear_object (&((Note *) data)->layout);
}

static void
build_legend (GigComposer *self,
              double      *bottom)
{
  g_autoptr (GArray) notes = collect_notes (self);

  g_array_set_clear_func (notes, clear_note);
  *bottom -= place_notes (self, notes, *bottom, TRUE);
  *bottom -= 6 * self->note_factor;
}

static PangoLayout *
lay_out_text (GigComposer *self,
              GigTextRole  role,
              const char  *text,
              const char  *language,
              double      *height)
{
  double          size = gig_text_role_get_size (role) * self->note_factor;
  PangoLayout    *layout = gig_text_layout_new (self->context, role, size, text, language,
                                                MAX (self->scene->width - 2 * MARGIN, 40));
  PangoRectangle  logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *height = (double) logical.height / PANGO_SCALE;

  return layout;
}

/* @height: that of the language in which the message is tallest, so that the
 * drawing beside it is the same in all */
static PangoLayout *
lay_out_message (GigComposer       *self,
                 GigTextRole        role,
                 const GigMessage  *message,
                 const char       **language,
                 double            *height)
{
  const char * const *languages = gig_lesson_get_languages (self->scene->lesson);
  g_autofree char    *text = gig_scene_get_message_text (self->scene, message, language);
  PangoLayout        *layout = lay_out_text (self, role, text, *language, height);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char         *other_text = gig_lesson_get_plain_text (self->scene->lesson, message, languages[i]);
      double                   other_height;
      g_autoptr (PangoLayout)  other = lay_out_text (self, role, other_text, languages[i], &other_height);

      *height = MAX (*height, other_height);
    }

  return layout;
}

double
gig_claim_mark_get_height (GigView       *view,
                           GigSceneFlags  flags,
                           double         member_factor)
{
  return gig_view_is_claim (view) && (flags & GIG_SCENE_NO_NAMES) == 0 ? WALL_MARK_HEIGHT * member_factor : 0;
}

/* “As the articles draw it”: a tag at the top left. */
static void
build_claim_mark (GigComposer *self,
                  double      *top)
{
  const GigTheme *theme = self->options->theme;
  const char     *code = gig_language_get_code (self->options->language);
  double          size = gig_text_role_get_size (GIG_TEXT_NOTE) * self->note_factor;
  double          height = self->options->name_size > 0 ? WALL_MARK_HEIGHT * self->member_factor : 22 * self->note_factor;
  PangoLayout    *layout;
  PangoRectangle  logical;
  GigShape       *shape;

  layout = gig_text_layout_new (self->context, GIG_TEXT_NOTE, size,
                                gig_language_gettext (self->options->language, "As the articles draw it"),
                                code, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  shape = gig_scene_add_shape (self->scene, GIG_SHAPE_PILL);
  shape->bounds = (GigRect) { MARGIN, *top, (double) logical.width / PANGO_SCALE + 20 * self->note_factor, height };
  shape->radius = 5 * self->note_factor;
  shape->line = theme->leader;
  shape->line_width = 1;
  shape->n_dashes = 2;
  shape->dashes[0] = 4;
  shape->dashes[1] = 3;
  gig_scene_add_text (self->scene, layout, code, MARGIN + 10 * self->note_factor,
                      *top + (height - (double) logical.height / PANGO_SCALE) / 2, theme->dim);
  *top += height;
}

void
gig_composer_build_frame (GigComposer *self)
{
  GigScene      *scene = self->scene;
  GigView       *view = self->options->view;
  GigSceneFlags  flags = self->options->flags;
  double         top = 0;
  double         bottom = scene->height;
  const char    *language = NULL;
  double         height;

  if ((flags & GIG_SCENE_TITLE) != 0 && gig_view_get_title (view) != NULL)
    {
      PangoLayout *layout = lay_out_message (self, GIG_TEXT_TITLE, gig_view_get_title (view), &language, &height);

      gig_scene_add_text (scene, layout, language, MARGIN, MARGIN, self->options->theme->foreground);
      top = MARGIN + height;
    }
  if (gig_view_is_claim (view) && (flags & GIG_SCENE_NO_NAMES) == 0)
    {
      top += self->options->name_size > 0 ? MARGIN : top > 0 ? 8 : 16;
      build_claim_mark (self, &top);
    }
  if ((flags & GIG_SCENE_LEGEND) != 0)
    {
      bottom -= 12;
      build_legend (self, &bottom);
    }
  if ((flags & GIG_SCENE_TAKEAWAY) != 0 && gig_view_get_takeaway (view) != NULL)
    {
      PangoLayout *layout = lay_out_message (self, GIG_TEXT_TAKEAWAY, gig_view_get_takeaway (view), &language, &height);

      if ((flags & GIG_SCENE_LEGEND) == 0)
        bottom -= MARGIN;
      bottom -= height + 4 * self->note_factor;
      gig_scene_add_text (scene, layout, language, MARGIN, bottom, self->options->theme->foreground);
    }
  self->area = (GigRect) { 0, top, scene->width, MAX (bottom - top, 1) };
}
