/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene-beside.h"

#include <math.h>

#define MIN_SCALE       0.8
#define MAX_DEBATE_LINE 120.0

static const GigPathElement *
make_line (GigComposer *self,
           double       x0,
           double       y0,
           double       x1,
           double       y1)
{
  GigPathElement *path = g_new0 (GigPathElement, 2);

  path[0] = (GigPathElement) { .op = GIG_PATH_MOVE, .x3 = x0, .y3 = y0 };
  path[1] = (GigPathElement) { .op = GIG_PATH_LINE, .x3 = x1, .y3 = y1 };
  g_ptr_array_add (self->scene->memory, path);

  return path;
}

static void
draw_leader (GigComposer    *self,
             const GigLabel *label,
             double          x0,
             double          y0,
             double          x1,
             double          y1,
             gboolean        dashed)
{
  const GigTheme *theme = self->options->theme;
  double          width = MAX (1, self->line_factor);
  GigShape       *shape = gig_scene_add_shape (self->scene, GIG_SHAPE_LEADER);
  double          radius = 2.5 * width;

  shape->zone = label->zone;
  shape->set = label->kind == GIG_LABEL_SET ? (int) label->set : -1;
  shape->path = make_line (self, x0, y0, x1, y1);
  shape->n_path = 2;
  shape->bounds = (GigRect) { MIN (x0, x1), MIN (y0, y1), fabs (x1 - x0), fabs (y1 - y0) };
  shape->line = label->beside ? self->styles[label->set].line : theme->leader;
  shape->line_width = width;
  if (dashed)
    {
      shape->n_dashes = 2;
      shape->dashes[0] = 3 * width;
      shape->dashes[1] = 2 * width;
      return;
    }
  if (label->kind == GIG_LABEL_SET && !label->beside)
    return;
  shape = gig_scene_add_shape (self->scene, GIG_SHAPE_DOT);
  shape->zone = label->zone;
  shape->bounds = (GigRect) { x1 - radius, y1 - radius, 2 * radius, 2 * radius };
  shape->fill = label->beside ? self->styles[label->set].line : theme->leader;
}

static void
tag_shapes (GigComposer    *self,
            guint           first,
            const GigLabel *label)
{
  for (guint i = first; i < self->scene->shapes->len; i++)
    {
      GigShape *shape = &g_array_index (self->scene->shapes, GigShape, i);

      shape->zone = label->zone;
      if (label->kind == GIG_LABEL_SET)
        shape->set = label->set;
    }
}

static void
draw_name (GigComposer             *self,
           const GigLabel          *label,
           const GigEulerPlacement *placement)
{
  const char      *language;
  g_autofree char *text = gig_scene_get_message_text (self->scene, gig_view_get_set (self->options->view, label->set)->label, &language);
  double           factor = self->name_factor * placement->scale;
  double           size = gig_text_role_get_size (GIG_TEXT_NAME) * factor;
  PangoLayout     *layout;
  PangoRectangle   logical;
  double           x, y, width, height;

  if (placement->kind == GIG_EULER_PLACEMENT_OUTSIDE)
    draw_leader (self, label, placement->leader_x0, placement->leader_y0, placement->leader_x1, placement->leader_y1, FALSE);
  layout = gig_text_layout_new (self->context, GIG_TEXT_NAME, size, text, language,
                                placement->wrapped ? label->box.wrapped_width * factor + 1 : -1);
  if (label->beside)
    {
      pango_layout_set_alignment (layout, label->beside_right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
      pango_layout_set_line_spacing (layout, GIG_BESIDE_LINE_SPACING);
    }
  pango_layout_get_extents (layout, NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  height = (double) logical.height / PANGO_SCALE;
  x = placement->x - width / 2;
  y = placement->y - height / 2;
  if (label->beside)
    /* Whatever its length in this language, it ends where its line begins. */
    x += ((placement->wrapped ? label->box.wrapped_width : label->box.width) * factor - width) / (label->beside_right ? -2 : 2);
  if (self->options->theme->high_contrast)
    {
      GigShape *plate = gig_scene_add_shape (self->scene, GIG_SHAPE_PILL);

      plate->bounds = (GigRect) { x - 4, y - 1, width + 8, height + 2 };
      plate->radius = 4;
      plate->fill = self->options->theme->background;
    }
  gig_scene_add_text (self->scene, layout, language,
                      x - (double) logical.x / PANGO_SCALE, y, self->styles[label->set].text);
}

static void
draw_pill (GigComposer   *self,
           const GigRect *bounds,
           double         factor,
           gboolean       dashed,
           gboolean       quiet)
{
  const GigTheme *theme = self->options->theme;
  GigShape       *pill = gig_scene_add_shape (self->scene, GIG_SHAPE_PILL);

  pill->bounds = *bounds;
  pill->radius = MIN (gig_pill_get_height (self->options->flags) / 2 * factor, bounds->height / 2);
  if (!quiet || theme->high_contrast)
    pill->fill = theme->pill;
  pill->line = dashed ? theme->leader : theme->pill_line;
  pill->line_width = MAX (1, factor * (theme->high_contrast ? 1.5 : 1));
  if (dashed)
    {
      pill->n_dashes = 2;
      pill->dashes[0] = 4 * pill->line_width;
      pill->dashes[1] = 2.5 * pill->line_width;
    }
}

/* The point of @ellipse nearest to (x, y): samples, then a golden-section search. */
static void
nearest_point (const GigEulerEllipse *ellipse,
               double                 x,
               double                 y,
               double                *px,
               double                *py)
{
  const double ratio = (sqrt (5) - 1) / 2;
  double       best = 0, best_distance = G_MAXDOUBLE, low, high;

  for (guint i = 0; i < 64; i++)
    {
      double t = 2 * G_PI * i / 64;

      gig_euler_ellipse_point (ellipse, t, px, py);
      if (hypot (*px - x, *py - y) < best_distance)
        {
          best = t;
          best_distance = hypot (*px - x, *py - y);
        }
    }
  low = best - G_PI / 32;
  high = best + G_PI / 32;
  for (guint i = 0; i < 30; i++)
    {
      double a = high - ratio * (high - low);
      double b = low + ratio * (high - low);
      double da, db;

      gig_euler_ellipse_point (ellipse, a, px, py);
      da = hypot (*px - x, *py - y);
      gig_euler_ellipse_point (ellipse, b, px, py);
      db = hypot (*px - x, *py - y);
      if (da < db)
        high = b;
      else
        low = a;
    }
  gig_euler_ellipse_point (ellipse, (low + high) / 2, px, py);
}

/* A debated member that cannot stand on the line points at it. */
static void
draw_debate (GigComposer    *self,
             const GigLabel *label,
             const GigRect  *pill)
{
  GigView        *view = self->options->view;
  int             set = label->member->disputed != NULL ? gig_view_find_set (view, label->member->disputed) : -1;
  double          cx = pill->x + pill->width / 2;
  double          cy = pill->y + pill->height / 2;
  GigEulerEllipse ellipse;
  double          px, py, t;

  if (set < 0)
    return;
  ellipse = gig_scene_map_ellipse (self->scene, gig_euler_layout_get_ellipse (self->scene->layout, set));
  if (ellipse.rx <= 0)
    return;
  nearest_point (&ellipse, cx, cy, &px, &py);
  t = MIN (pill->width / 2 / MAX (fabs (px - cx), 1e-6), pill->height / 2 / MAX (fabs (py - cy), 1e-6));
  /* A long line would be taken for one of the drawing. */
  if (t < 1 && hypot (px - cx, py - cy) * (1 - t) <= MAX_DEBATE_LINE * self->member_factor)
    draw_leader (self, label, cx + (px - cx) * t, cy + (py - cy) * t, px, py, TRUE);
}

static void
draw_half_dot (GigComposer *self,
               double       x,
               double       y,
               double       size)
{
  const GigTheme *theme = self->options->theme;
  GigShape       *dot = gig_scene_add_shape (self->scene, GIG_SHAPE_DOT);

  dot->bounds = (GigRect) { x, y, size, size };
  dot->half = TRUE;
  dot->fill = theme->pill_text;
  dot->line = theme->pill_text;
  dot->line_width = MAX (1, size / 8);
}

static void
draw_pill_text (GigComposer             *self,
                const GigLabel          *label,
                const GigEulerPlacement *placement,
                const char              *text,
                const char              *language)
{
  double         factor = self->member_factor * placement->scale;
  double         size = gig_text_role_get_size (GIG_TEXT_MEMBER) * factor;
  gboolean       more = label->kind == GIG_LABEL_MORE;
  gboolean       numbered = (self->options->flags & GIG_SCENE_NUMBERED) != 0 && !more;
  gboolean       debated = !more && gig_view_member_is_debated (label->member);
  double         dot = debated && !numbered ? (GIG_DOT_SIZE + GIG_DOT_GAP) * factor : 0;
  double         padding = numbered ? 0 : gig_pill_get_padding (self->options->flags) * factor;
  double         box_width = (placement->wrapped ? label->box.wrapped_width : label->box.width) * factor;
  PangoLayout   *layout;
  PangoRectangle logical;
  GigRect        pill;
  double         width, height, x;

  layout = gig_text_layout_new (self->context, GIG_TEXT_MEMBER, size, text, language,
                                placement->wrapped ? box_width - 2 * padding - dot + 1 : -1);
  pango_layout_get_extents (layout, NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  height = (double) logical.height / PANGO_SCALE;
  /* As wide in every language: nothing moves on a switch. Only “+n” has no box
   * of its own where it stands for members that found no room. */
  pill.width = MAX (box_width, more ? width + 2 * padding : 0);
  pill.height = (placement->wrapped ? label->box.wrapped_height : gig_pill_get_height (self->options->flags)) * factor;
  pill.x = placement->x - pill.width / 2;
  pill.y = placement->y - pill.height / 2;
  x = placement->x - (dot + width) / 2;
  if (debated && placement->kind == GIG_EULER_PLACEMENT_INSIDE)
    draw_debate (self, label, &pill);
  draw_pill (self, &pill, factor, debated, more);
  if (dot > 0)
    draw_half_dot (self, x, placement->y - GIG_DOT_SIZE / 2 * factor, GIG_DOT_SIZE * factor);
  gig_scene_add_text (self->scene, layout, language, x + dot - (double) logical.x / PANGO_SCALE,
                      placement->y - height / 2,
                      more ? self->options->theme->foreground : self->options->theme->pill_text);
}

static void
draw_member (GigComposer             *self,
             const GigLabel          *label,
             const GigEulerPlacement *placement)
{
  const char      *language = NULL;
  g_autofree char *text = NULL;

  if ((self->options->flags & GIG_SCENE_NUMBERED) != 0)
    text = gig_language_format_integer (self->options->language, label->number);
  else
    text = gig_scene_get_message_text (self->scene, label->member->name, &language);
  if (placement->kind == GIG_EULER_PLACEMENT_OUTSIDE)
    draw_leader (self, label, placement->leader_x0, placement->leader_y0, placement->leader_x1, placement->leader_y1, FALSE);
  draw_pill_text (self, label, placement, text, language);
}

/* Whether the engine left members of @zone out: then they join its “+n”. */
static GPtrArray *
collect_hidden (GigComposer *self,
                GigZoneMask  zone)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < self->labels->len; i++)
    {
      const GigLabel *label = &g_array_index (self->labels, GigLabel, i);

      if (label->zone != zone)
        continue;
      if (label->kind == GIG_LABEL_MEMBER && self->placements[i].kind == GIG_EULER_PLACEMENT_HIDDEN)
        g_ptr_array_add (members, (gpointer) label->member);
      else if (label->kind == GIG_LABEL_MORE)
        g_ptr_array_extend (members, label->members, NULL, NULL);
    }
  g_ptr_array_add (self->scene->member_lists, members);

  return members;
}

static GigItem *
add_item (GigComposer *self,
          GigItemKind  kind,
          GigZoneMask  zone)
{
  GigItem item = { .kind = kind, .parent = -1, .set = -1, .zone = zone };

  g_array_append_val (self->scene->items, item);

  return &g_array_index (self->scene->items, GigItem, self->scene->items->len - 1);
}

static void
union_bounds (GigRect       *bounds,
              const GigRect *with)
{
  double x1, y1;

  if (bounds->width <= 0)
    {
      *bounds = *with;
      return;
    }
  x1 = MAX (bounds->x + bounds->width, with->x + with->width);
  y1 = MAX (bounds->y + bounds->height, with->y + with->height);
  bounds->x = MIN (bounds->x, with->x);
  bounds->y = MIN (bounds->y, with->y);
  bounds->width = x1 - bounds->x;
  bounds->height = y1 - bounds->y;
}

/* The box of the text or pill among the shapes from @first on, not of leaders. */
static GigRect
label_bounds (GigComposer *self,
              guint        first)
{
  GigRect bounds = { 0 };

  for (guint i = first; i < self->scene->shapes->len; i++)
    {
      const GigShape *shape = &g_array_index (self->scene->shapes, GigShape, i);

      if (shape->kind == GIG_SHAPE_TEXT || shape->kind == GIG_SHAPE_PILL)
        union_bounds (&bounds, &shape->bounds);
    }

  return bounds;
}

static void
finish_label (GigComposer             *self,
              const GigLabel          *label,
              const GigEulerPlacement *placement,
              guint                    first,
              GPtrArray               *members)
{
  GigItem *item = add_item (self,
                            label->kind == GIG_LABEL_SET ? GIG_ITEM_SET
                              : label->kind == GIG_LABEL_MEMBER ? GIG_ITEM_MEMBER : GIG_ITEM_MORE,
                            label->zone);

  tag_shapes (self, first, label);
  item->label = label_bounds (self, first);
  item->bounds = item->label;
  item->outside = placement->kind == GIG_EULER_PLACEMENT_OUTSIDE;
  item->member = label->kind == GIG_LABEL_MEMBER ? label->member : NULL;
  item->contested = item->member != NULL && gig_view_member_is_debated (item->member);
  item->members = members;
  if (label->kind == GIG_LABEL_SET)
    item->set = label->set;
  /* For now the item's place in this array; put right when items are sorted. */
  for (guint i = first; i < self->scene->shapes->len; i++)
    g_array_index (self->scene->shapes, GigShape, i).item = self->scene->items->len - 1;
}

static void
draw_more (GigComposer             *self,
           const GigLabel          *label,
           const GigEulerPlacement *placement)
{
  guint            first = self->scene->shapes->len;
  GPtrArray       *members = collect_hidden (self, label->zone);
  g_autofree char *number = gig_language_format_integer (self->options->language, members->len);
  g_autofree char *text = g_strconcat ("+", number, NULL);

  if (placement->kind == GIG_EULER_PLACEMENT_OUTSIDE)
    draw_leader (self, label, placement->leader_x0, placement->leader_y0, placement->leader_x1, placement->leader_y1, FALSE);
  draw_pill_text (self, label, placement, text, NULL);
  finish_label (self, label, placement, first, members);
}

static void
draw_labels (GigComposer *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const GigLabel          *label = &g_array_index (self->labels, GigLabel, i);
      const GigEulerPlacement *placement = &self->placements[i];
      guint                    first = self->scene->shapes->len;
      gboolean                 hidden = placement->kind == GIG_EULER_PLACEMENT_HIDDEN;

      if (label->kind == GIG_LABEL_MORE || (label->kind == GIG_LABEL_MEMBER && hidden))
        continue;
      if (label->kind == GIG_LABEL_MEMBER)
        draw_member (self, label, placement);
      else if (!hidden && (self->options->flags & GIG_SCENE_NO_NAMES) == 0)
        draw_name (self, label, placement);
      finish_label (self, label, placement, first, NULL);
    }
}

static const GigLabel *
find_more_label (GigComposer        *self,
                 GigZoneMask         zone,
                 GigEulerPlacement **placement)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const GigLabel *label = &g_array_index (self->labels, GigLabel, i);

      if (label->kind == GIG_LABEL_MORE && label->zone == zone)
        {
          *placement = &self->placements[i];
          return label;
        }
    }

  return NULL;
}

static void
draw_mores (GigComposer *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const GigLabel *label = &g_array_index (self->labels, GigLabel, i);

      if (label->kind == GIG_LABEL_MORE && self->placements[i].kind != GIG_EULER_PLACEMENT_HIDDEN)
        draw_more (self, label, &self->placements[i]);
    }
  for (size_t i = 0; i < self->n_mores; i++)
    {
      const GigEulerMore *more = &self->mores[i];
      GigEulerPlacement  *placement = NULL;
      const GigLabel     *label = find_more_label (self, more->zone, &placement);
      GigLabel            made = { GIG_LABEL_MORE, GIG_TEXT_MEMBER, .zone = more->zone, .other_zone = more->zone };
      GigEulerPlacement   at = { GIG_EULER_PLACEMENT_INSIDE, more->x, more->y, more->placed ? 1 : MIN_SCALE };

      if (label == NULL || placement->kind == GIG_EULER_PLACEMENT_HIDDEN)
        draw_more (self, label != NULL ? label : &made, &at);
    }
}

/* “empty” in each zone that nobody asked for and that has room for it. */
static void
draw_empty_notes (GigComposer *self)
{
  size_t              n_zones;
  const GigEulerZone *zones = gig_euler_layout_get_zones (self->scene->layout, &n_zones);
  const char         *code = gig_language_get_code (self->options->language);
  double              size = gig_text_role_get_size (GIG_TEXT_NOTE) * self->note_factor;

  for (size_t i = 0; i < n_zones; i++)
    {
      double         x = zones[i].x * self->scene->scale + self->scene->dx;
      double         y = zones[i].y * self->scene->scale + self->scene->dy;
      PangoRectangle logical;
      PangoLayout   *layout;
      GigShape      *plate;
      double         width, height;

      if (zones[i].required)
        continue;
      layout = gig_text_layout_new (self->context, GIG_TEXT_NOTE, size,
                                    gig_language_pgettext (self->options->language, "zone", "empty"), code, -1);
      pango_layout_get_extents (layout, NULL, &logical);
      width = (double) logical.width / PANGO_SCALE;
      height = (double) logical.height / PANGO_SCALE;
      if (hypot (width, height) / 2 > zones[i].radius * self->scene->scale)
        {
          g_object_unref (layout);
          continue;
        }
      plate = gig_scene_add_shape (self->scene, GIG_SHAPE_PILL);
      plate->bounds = (GigRect) { x - width / 2 - 3, y - height / 2, width + 6, height };
      plate->radius = 3;
      plate->fill = self->options->theme->background;
      plate->zone = zones[i].mask;
      gig_scene_add_text (self->scene, layout, code, x - width / 2, y - height / 2,
                          self->options->theme->dim)->zone = zones[i].mask;
    }
}

/* Lines run under pills and names, never over them. */
static void
sink_leaders (GigScene *scene,
              guint     first)
{
  guint n = first;

  for (guint i = first; i < scene->shapes->len; i++)
    {
      GigShape shape = g_array_index (scene->shapes, GigShape, i);

      if (shape.kind != GIG_SHAPE_LEADER)
        continue;
      g_array_remove_index (scene->shapes, i);
      g_array_insert_val (scene->shapes, n, shape);
      n++;
    }
}

void
gig_composer_draw_labels (GigComposer *self)
{
  guint first = self->scene->shapes->len;

  draw_empty_notes (self);
  draw_labels (self);
  draw_mores (self);
  sink_leaders (self->scene, first);
}
