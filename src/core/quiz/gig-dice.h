/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Chance that can be saved and gives the same sequence everywhere: SplitMix64
 * (Steele, Lea, Flood 2014, “Fast splittable pseudorandom number generators”). */
typedef struct
{
  guint64 state;
} GigDice;

static inline guint64
gig_dice_next (GigDice *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* From 0 up, below @n, which is not 0. */
static inline guint
gig_dice_below (GigDice *self,
                guint    n)
{
  return (guint) (gig_dice_next (self) % n);
}

/* Fisher–Yates. */
static inline void
gig_dice_shuffle (GigDice *self,
                  guint   *values,
                  guint    n_values)
{
  for (guint i = n_values; i > 1; i--)
    {
      guint j = gig_dice_below (self, i);
      guint swapped = values[i - 1];

      values[i - 1] = values[j];
      values[j] = swapped;
    }
}

G_END_DECLS
