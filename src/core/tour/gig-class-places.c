/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-class-places.h"

static gboolean
are_places (GVariant *places)
{
  return places != NULL && g_variant_is_of_type (places, G_VARIANT_TYPE (GIG_CLASS_PLACES_TYPE));
}

GStrv
gig_class_places_get_names (GVariant   *places,
                            const char *lesson)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char *of_lesson, *name;
  GVariantIter iter;

  g_return_val_if_fail (are_places (places), NULL);
  g_return_val_if_fail (lesson != NULL, NULL);

  g_variant_iter_init (&iter, places);
  while (g_variant_iter_next (&iter, "(&s&sxv)", &of_lesson, &name, NULL, NULL))
    if (g_str_equal (of_lesson, lesson))
      g_strv_builder_add (names, name);
  return g_strv_builder_end (names);
}

GVariant *
gig_class_places_lookup (GVariant   *places,
                         const char *lesson,
                         const char *name,
                         gint64     *when)
{
  const char *of_lesson, *of_name;
  GVariantIter iter;
  GVariant *saved;
  gint64 time;

  g_return_val_if_fail (are_places (places), NULL);
  g_return_val_if_fail (lesson != NULL && name != NULL, NULL);

  g_variant_iter_init (&iter, places);
  while (g_variant_iter_next (&iter, "(&s&sxv)", &of_lesson, &of_name, &time, &saved))
    {
      if (g_str_equal (of_lesson, lesson) && g_str_equal (of_name, name))
        {
          if (when != NULL)
            *when = time;
          return saved;
        }
      g_variant_unref (saved);
    }
  return NULL;
}

GVariant *
gig_class_places_with (GVariant   *places,
                       const char *lesson,
                       const char *name,
                       gint64      when,
                       GVariant   *saved)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (GIG_CLASS_PLACES_TYPE));
  const char *of_lesson, *of_name;
  GVariantIter iter;
  GVariant *kept;
  gint64 time;
  guint n = 0;

  g_return_val_if_fail (are_places (places), NULL);
  g_return_val_if_fail (lesson != NULL && name != NULL, NULL);

  if (saved != NULL)
    {
      g_variant_builder_add (&builder, "(ssxv)", lesson, name, when, saved);
      n++;
    }
  g_variant_iter_init (&iter, places);
  while (g_variant_iter_next (&iter, "(&s&sxv)", &of_lesson, &of_name, &time, &kept))
    {
      gboolean same = g_str_equal (of_lesson, lesson) && g_str_equal (of_name, name);

      if (!same && n++ < GIG_CLASS_PLACES_MAX)
        g_variant_builder_add (&builder, "(ssxv)", of_lesson, of_name, time, kept);
      g_variant_unref (kept);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}
