/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-euler-private.h"

#include <math.h>
#include <string.h>

void
gig_euler_place_options_init (GigEulerPlaceOptions *options,
                              const GigEulerLayout *layout,
                              double                width,
                              double                height)
{
  double scale = fmin (width / layout->width, height / layout->height);

  memset (options, 0, sizeof *options);
  options->scale = scale;
  options->dx = 0.5 * (width - scale * layout->width);
  options->dy = 0.5 * (height - scale * layout->height);
  options->width = width;
  options->height = height;
  options->gap = 8;
  options->pad = 4;
  options->min_scale = 0.8;
  options->more_width = 40;
  options->more_height = 28;
}

size_t
gig_euler_layout_place_labels (const GigEulerLayout       *self,
                               const GigEulerPlaceOptions *options,
                               const GigEulerLabel        *labels,
                               size_t                      n_labels,
                               GigEulerPlacement          *placements,
                               GigEulerMore               *mores)
{
  for (size_t i = 0; i < n_labels; i++)
    {
      GigEulerMask mask = labels[i].kind == GIG_EULER_LABEL_SET
        ? gig_euler_layout_get_home (self, labels[i].set) : labels[i].zone;
      const GigEulerZone *zone = gig_euler_layout_find_zone (self, mask);
      double shift = 0;

      placements[i] = (GigEulerPlacement) { 0 };
      placements[i].scale = 1;
      if (zone == NULL)
        continue;
      for (size_t k = 0; k < i; k++)
        {
          GigEulerMask other = labels[k].kind == GIG_EULER_LABEL_SET
            ? gig_euler_layout_get_home (self, labels[k].set) : labels[k].zone;

          if (other == mask)
            shift += labels[k].height + options->gap;
        }
      placements[i].kind = GIG_EULER_PLACEMENT_INSIDE;
      placements[i].x = options->scale * zone->x + options->dx;
      placements[i].y = options->scale * zone->y + options->dy + shift;
    }

  return 0;
}
