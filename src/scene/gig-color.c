/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-theme.h"

#include <math.h>

GigColor
gig_color_composite (const GigColor *over,
                     const GigColor *under)
{
  GigColor result;
  float    below;

  g_return_val_if_fail (over != NULL && under != NULL, (GigColor) { 0 });

  below = under->alpha * (1 - over->alpha);
  result.alpha = over->alpha + below;
  if (result.alpha <= 0)
    return (GigColor) { 0 };
  result.red = (over->red * over->alpha + under->red * below) / result.alpha;
  result.green = (over->green * over->alpha + under->green * below) / result.alpha;
  result.blue = (over->blue * over->alpha + under->blue * below) / result.alpha;

  return result;
}

static double
linearize (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
gig_color_luminance (const GigColor *color)
{
  g_return_val_if_fail (color != NULL, 0);

  return 0.2126 * linearize (color->red) +
         0.7152 * linearize (color->green) +
         0.0722 * linearize (color->blue);
}

static double
contrast_with_flare (const GigColor *a,
                     const GigColor *b,
                     double          flare)
{
  double first = gig_color_luminance (a);
  double second = gig_color_luminance (b);

  return (MAX (first, second) + flare) / (MIN (first, second) + flare);
}

double
gig_color_contrast (const GigColor *a,
                    const GigColor *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 1);

  return contrast_with_flare (a, b, 0.05);
}

double
gig_color_contrast_veiled (const GigColor *a,
                           const GigColor *b,
                           double          native_contrast)
{
  g_return_val_if_fail (a != NULL && b != NULL, 1);
  g_return_val_if_fail (native_contrast > 1, 1);

  return contrast_with_flare (a, b, 1 / (native_contrast - 1));
}

char *
gig_color_to_hex (const GigColor *color)
{
  g_return_val_if_fail (color != NULL, NULL);

  return g_strdup_printf ("#%02x%02x%02x",
                          (guint) lroundf (CLAMP (color->red, 0, 1) * 255),
                          (guint) lroundf (CLAMP (color->green, 0, 1) * 255),
                          (guint) lroundf (CLAMP (color->blue, 0, 1) * 255));
}
