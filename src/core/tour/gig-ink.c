/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-ink.h"

#include <math.h>

struct _GigInk
{
  GObject     parent_instance;

  GHashTable *steps;        /* key → GPtrArray of GigInkStroke */
};

G_DEFINE_FINAL_TYPE (GigInk, gig_ink, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
stroke_free (gpointer data)
{
  GigInkStroke *stroke = data;

  g_array_unref (stroke->points);
  g_free (stroke);
}

static void
emit_changed (GigInk     *self,
              const char *key)
{
  g_signal_emit (self, signals[CHANGED], 0, key);
}

GPtrArray *
gig_ink_get_strokes (GigInk     *self,
                     const char *key)
{
  g_return_val_if_fail (GIG_IS_INK (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->steps, key);
}

void
gig_ink_begin_stroke (GigInk     *self,
                      const char *key,
                      double      x,
                      double      y,
                      guint       colour,
                      double      width)
{
  GPtrArray *strokes = gig_ink_get_strokes (self, key);
  GigInkStroke *stroke;
  GigInkPoint point = { x, y };

  g_return_if_fail (isfinite (x) && isfinite (y));

  if (strokes == NULL)
    {
      strokes = g_ptr_array_new_with_free_func (stroke_free);
      g_hash_table_insert (self->steps, g_strdup (key), strokes);
    }
  if (strokes->len == GIG_INK_MAX_STROKES)
    g_ptr_array_remove_index (strokes, 0);
  stroke = g_new0 (GigInkStroke, 1);
  stroke->points = g_array_new (FALSE, FALSE, sizeof (GigInkPoint));
  stroke->colour = colour;
  stroke->width = width;
  g_array_append_val (stroke->points, point);
  g_ptr_array_add (strokes, stroke);
  emit_changed (self, key);
}

void
gig_ink_add_point (GigInk     *self,
                   const char *key,
                   double      x,
                   double      y)
{
  GPtrArray *strokes = gig_ink_get_strokes (self, key);
  GigInkPoint point = { x, y };
  GigInkStroke *stroke;

  g_return_if_fail (isfinite (x) && isfinite (y));

  if (strokes == NULL || strokes->len == 0)
    return;
  stroke = strokes->pdata[strokes->len - 1];
  if (stroke->points->len == GIG_INK_MAX_POINTS)
    return;
  g_array_append_val (stroke->points, point);
  emit_changed (self, key);
}

/* The distance of @p to the segment from @a to @b, in heights of the wall. */
static double
distance_to_segment (GigInkPoint p,
                     GigInkPoint a,
                     GigInkPoint b,
                     double      aspect)
{
  double ux = (b.x - a.x) * aspect, uy = b.y - a.y;
  double vx = (p.x - a.x) * aspect, vy = p.y - a.y;
  double length = ux * ux + uy * uy;
  double t = length > 0 ? CLAMP ((vx * ux + vy * uy) / length, 0, 1) : 0;

  return hypot (vx - t * ux, vy - t * uy);
}

static gboolean
stroke_touches (const GigInkStroke *stroke,
                GigInkPoint         p,
                double              radius,
                double              aspect)
{
  const GigInkPoint *points = (const GigInkPoint *) stroke->points->data;

  radius += stroke->width / 2;
  for (guint i = 0; i < stroke->points->len; i++)
    if (distance_to_segment (p, points[i > 0 ? i - 1 : 0], points[i], aspect) <= radius)
      return TRUE;
  return FALSE;
}

gboolean
gig_ink_erase_at (GigInk     *self,
                  const char *key,
                  double      x,
                  double      y,
                  double      radius,
                  double      aspect)
{
  GPtrArray *strokes = gig_ink_get_strokes (self, key);
  gboolean erased = FALSE;

  for (guint i = strokes != NULL ? strokes->len : 0; i > 0; i--)
    if (stroke_touches (strokes->pdata[i - 1], (GigInkPoint) { x, y }, radius, aspect))
      {
        g_ptr_array_remove_index (strokes, i - 1);
        erased = TRUE;
      }
  if (erased)
    emit_changed (self, key);
  return erased;
}

void
gig_ink_undo (GigInk     *self,
              const char *key)
{
  GPtrArray *strokes = gig_ink_get_strokes (self, key);

  if (strokes == NULL || strokes->len == 0)
    return;
  g_ptr_array_remove_index (strokes, strokes->len - 1);
  emit_changed (self, key);
}

void
gig_ink_clear (GigInk     *self,
               const char *key)
{
  g_return_if_fail (GIG_IS_INK (self));

  if (g_hash_table_remove (self->steps, key))
    emit_changed (self, key);
}

void
gig_ink_clear_all (GigInk *self)
{
  g_auto (GStrv) keys = NULL;

  g_return_if_fail (GIG_IS_INK (self));

  keys = (char **) g_hash_table_get_keys_as_array (self->steps, NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    keys[i] = g_strdup (keys[i]);
  g_hash_table_remove_all (self->steps);
  for (guint i = 0; keys[i] != NULL; i++)
    emit_changed (self, keys[i]);
}

static void
gig_ink_finalize (GObject *object)
{
  GigInk *self = GIG_INK (object);

  g_hash_table_unref (self->steps);

  G_OBJECT_CLASS (gig_ink_parent_class)->finalize (object);
}

static void
gig_ink_class_init (GigInkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gig_ink_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gig_ink_init (GigInk *self)
{
  self->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

GigInk *
gig_ink_new (void)
{
  return g_object_new (GIG_TYPE_INK, NULL);
}
