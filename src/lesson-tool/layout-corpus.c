/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "layout-corpus.h"

#include <math.h>
#include <string.h>
#include <time.h>

#include "gig-euler.h"
#include "json-reader.h"
#include "json-writer.h"

/* Rough size of a letter, px, where the corpus gives labels as texts only: names
 * of sets are set in 15 px, items in 12 px. */
#define LETTER_WIDTH 0.55
#define NAME_SIZE    15
#define ITEM_SIZE    12
#define LINE_HEIGHT  1.35

/* One case: its sets' names in the order of the mask's bits. */
typedef struct
{
  GVariantDict  dict;
  char        **names;
  guint         n_sets;
} Case;

static char **
read_strings (GVariant *array)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GVariantIter iter;
  GVariant *value;

  g_variant_iter_init (&iter, array);
  while (g_variant_iter_next (&iter, "v", &value))
    {
      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        g_strv_builder_add (builder, g_variant_get_string (value, NULL));
      g_variant_unref (value);
    }

  return g_strv_builder_end (builder);
}

static GigEulerMask
read_mask (Case       *self,
           GVariant   *dict,
           const char *key)
{
  g_autoptr (GVariant) array = g_variant_lookup_value (dict, key, G_VARIANT_TYPE ("av"));
  g_auto (GStrv) names = array != NULL ? read_strings (array) : NULL;
  GigEulerMask mask = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    for (guint j = 0; j < self->n_sets; j++)
      if (g_str_equal (names[i], self->names[j]))
        mask |= (GigEulerMask) 1 << j;

  return mask;
}

static void
add_zones (Case            *self,
           GigEulerBuilder *builder)
{
  g_autoptr (GVariant) zones = g_variant_dict_lookup_value (&self->dict, "zones", G_VARIANT_TYPE ("av"));
  GVariantIter iter;
  GVariant *zone;

  if (zones == NULL)
    return;
  g_variant_iter_init (&iter, zones);
  while (g_variant_iter_next (&iter, "v", &zone))
    {
      double weight = 1;

      g_variant_lookup (zone, "weight", "d", &weight);
      gig_euler_builder_set_weight (builder, read_mask (self, zone, "sets"), weight);
      g_variant_unref (zone);
    }
}

static void
add_texts (Case            *self,
           GigEulerBuilder *builder)
{
  g_autoptr (GVariant) labels = g_variant_dict_lookup_value (&self->dict, "labels", G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) items = g_variant_dict_lookup_value (&self->dict, "items", G_VARIANT_TYPE ("av"));
  GVariantIter iter;
  GVariant *item;
  const char *text;

  for (guint i = 0; labels != NULL && i < self->n_sets; i++)
    if (g_variant_lookup (labels, self->names[i], "&s", &text))
      gig_euler_builder_set_label (builder, i, g_utf8_strlen (text, -1) * NAME_SIZE * LETTER_WIDTH, NAME_SIZE * LINE_HEIGHT);
  if (items == NULL)
    return;
  g_variant_iter_init (&iter, items);
  while (g_variant_iter_next (&iter, "v", &item))
    {
      if (g_variant_lookup (item, "label", "&s", &text))
        gig_euler_builder_add_item (builder, read_mask (self, item, "zone"),
                                    g_utf8_strlen (text, -1) * ITEM_SIZE * LETTER_WIDTH, ITEM_SIZE * LINE_HEIGHT);
      g_variant_unref (item);
    }
}

static void
append_layout (GString        *out,
               Case           *self,
               GigEulerLayout *layout,
               double          ms)
{
  g_string_append_printf (out, ":{\"ok\":%s", gig_euler_layout_is_ok (layout) ? "true" : "false");
  json_append_number (out, "ms", ms);
  g_string_append (out, ",\"shapes\":[");
  for (guint i = 0; i < self->n_sets; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      json_append_ellipse (out, self->names[i], gig_euler_layout_get_ellipse (layout, i));
    }
  g_string_append (out, "]}");
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* Returns: (transfer full) */
static GigEulerLayout *
lay_out (Case           *self,
         GigEulerLayout *previous,
         guint           repetitions,
         double         *ms)
{
  GigEulerBuilder *builder = gig_euler_builder_new (self->n_sets);
  GigEulerLayout *layout = NULL;
  gboolean proportional = FALSE;

  g_variant_dict_lookup (&self->dict, "proportional", "b", &proportional);
  gig_euler_builder_set_proportional (builder, proportional);
  /* By name, so that a drawing is found again when a set has come or gone. */
  for (guint i = 0; i < self->n_sets; i++)
    gig_euler_builder_set_key (builder, i, g_str_hash (self->names[i]));
  add_zones (self, builder);
  add_texts (self, builder);
  gig_euler_builder_set_previous (builder, previous);
  *ms = G_MAXDOUBLE;
  for (guint i = 0; i < MAX (1, repetitions); i++)
    {
      double start = get_cpu_ms ();

      g_clear_pointer (&layout, gig_euler_layout_unref);
      layout = gig_euler_builder_build (builder);
      *ms = MIN (*ms, get_cpu_ms () - start);
    }
  gig_euler_builder_free (builder);

  return layout;
}

/* An edit is laid out from the drawing of what it was before. */
static GHashTable *
read_edits (GVariant *corpus)
{
  g_autoptr (GVariant) edits = g_variant_lookup_value (corpus, "edits", G_VARIANT_TYPE ("av"));
  GHashTable *origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GVariantIter iter;
  GVariant *edit;

  if (edits == NULL)
    return origins;
  g_variant_iter_init (&iter, edits);
  while (g_variant_iter_next (&iter, "v", &edit))
    {
      char *from = NULL, *to = NULL;

      if (g_variant_lookup (edit, "from", "s", &from) && g_variant_lookup (edit, "to", "s", &to))
        g_hash_table_replace (origins, to, from);
      g_variant_unref (edit);
    }

  return origins;
}

static void
run_case (GVariant   *variant,
          GHashTable *origins,
          GHashTable *layouts,
          guint       repetitions,
          GString    *out)
{
  Case self = { 0 };
  g_autoptr (GVariant) sets = NULL;
  g_autofree char *id = NULL;
  const char *origin;
  GigEulerLayout *layout;
  double ms;

  g_variant_dict_init (&self.dict, variant);
  sets = g_variant_dict_lookup_value (&self.dict, "sets", G_VARIANT_TYPE ("av"));
  if (sets != NULL && g_variant_dict_lookup (&self.dict, "id", "s", &id))
    {
      self.names = read_strings (sets);
      self.n_sets = MIN (g_strv_length (self.names), GIG_EULER_MAX_SETS);
      origin = g_hash_table_lookup (origins, id);
      layout = lay_out (&self, origin != NULL ? g_hash_table_lookup (layouts, origin) : NULL, repetitions, &ms);
      g_string_append (out, g_hash_table_size (layouts) > 0 ? ",\n" : "\n");
      json_append_string (out, id);
      append_layout (out, &self, layout, ms);
      g_hash_table_replace (layouts, g_steal_pointer (&id), layout);
      g_strfreev (self.names);
    }
  g_variant_dict_clear (&self.dict);
}

char *
layout_corpus (const char  *text,
               guint        repetitions,
               GError     **error)
{
  g_autoptr (GVariant) corpus = json_read (text, error);
  g_autoptr (GVariant) cases = NULL;
  g_autoptr (GHashTable) origins = NULL;
  g_autoptr (GHashTable) layouts = NULL;
  g_autoptr (GString) out = g_string_new ("{\"engine\":\"gigogne\",\"results\":{");
  GVariantIter iter;
  GVariant *variant;

  if (corpus == NULL)
    return NULL;
  if (g_variant_is_of_type (corpus, G_VARIANT_TYPE_VARDICT))
    cases = g_variant_lookup_value (corpus, "cases", G_VARIANT_TYPE ("av"));
  if (cases == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "the file has no \"cases\"");
      return NULL;
    }

  origins = read_edits (corpus);
  layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) gig_euler_layout_unref);
  g_variant_iter_init (&iter, cases);
  while (g_variant_iter_next (&iter, "v", &variant))
    {
      run_case (variant, origins, layouts, repetitions, out);
      g_variant_unref (variant);
    }
  g_string_append (out, "\n}}\n");

  return g_string_free_and_steal (g_steal_pointer (&out));
}
