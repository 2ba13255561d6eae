/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-scene-text.h"

#include <math.h>

typedef struct
{
  guint       serial;
  GHashTable *boxes;    /* role, language and text → GigTextBox */
} Measures;

/* More texts than any lesson shows; then all are forgotten. */
#define MAX_MEASURES 8192

static void
measures_free (gpointer data)
{
  Measures *measures = data;

  g_hash_table_unref (measures->boxes);
  g_free (measures);
}

static Measures *
measures_of (PangoContext *context)
{
  GQuark    quark = g_quark_from_static_string ("gig-scene-measures");
  Measures *measures = g_object_get_qdata (G_OBJECT (context), quark);

  if (measures == NULL)
    {
      measures = g_new0 (Measures, 1);
      measures->boxes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      measures->serial = pango_context_get_serial (context);
      g_object_set_qdata_full (G_OBJECT (context), quark, measures, measures_free);
    }
  if (measures->serial != pango_context_get_serial (context) ||
      g_hash_table_size (measures->boxes) > MAX_MEASURES)
    {
      g_hash_table_remove_all (measures->boxes);
      measures->serial = pango_context_get_serial (context);
    }

  return measures;
}

double
gig_text_role_get_size (GigTextRole role)
{
  switch (role)
    {
    case GIG_TEXT_NAME:
    case GIG_TEXT_TAKEAWAY:
      return 15;
    case GIG_TEXT_MEMBER:
      return 12;
    case GIG_TEXT_TITLE:
      return 20;
    case GIG_TEXT_NOTE:
    default:
      return 11;
    }
}

PangoLayout *
gig_text_layout_new (PangoContext *context,
                     GigTextRole   role,
                     double        size,
                     const char   *text,
                     const char   *language,
                     double        width)
{
  PangoLayout                      *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription)  font = pango_font_description_copy (pango_context_get_font_description (context));
  g_autoptr (PangoAttrList)         attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font,
                                     role == GIG_TEXT_NAME || role == GIG_TEXT_TITLE
                                       ? PANGO_WEIGHT_BOLD
                                       : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  if (language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  /* A model's name is never broken at its hyphen by an inserted one. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  if (width > 0)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_width (layout, (int) ceil (width * PANGO_SCALE));
      if (role == GIG_TEXT_NAME || role == GIG_TEXT_MEMBER)
        pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
    }
  else
    {
      pango_layout_set_single_paragraph_mode (layout, TRUE);
    }

  return layout;
}

static void
get_size (PangoLayout *layout,
          double      *width,
          double      *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  *width = (double) logical.width / PANGO_SCALE;
  *height = (double) logical.height / PANGO_SCALE;
}

/* Whether there is a place inside the text to go on on another line. */
static gboolean
can_wrap (PangoLayout *layout)
{
  int                 n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);

  for (int i = 1; i < n_attributes - 1; i++)
    if (attributes[i].is_line_break)
      return TRUE;

  return FALSE;
}

/* The narrowest width that takes the text on two lines. */
static void
measure_wrapped (PangoLayout *layout,
                 GigTextBox  *box)
{
  double width = box->width / 2;

  if (!can_wrap (layout))
    return;

  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  for (guint i = 0; i < 24 && width < box->width * 0.92; i++)
    {
      pango_layout_set_width (layout, (int) ceil (width * PANGO_SCALE));
      get_size (layout, &box->wrapped_width, &box->wrapped_height);
      if (pango_layout_get_line_count (layout) == 2 && box->wrapped_width <= width + 0.5)
        {
          box->wrapped_width = ceil (box->wrapped_width) + 1;
          return;
        }
      width += box->width / 40;
    }
  box->wrapped_width = 0;
  box->wrapped_height = 0;
}

void
gig_text_measure (PangoContext *context,
                  GigTextRole   role,
                  const char   *text,
                  const char   *language,
                  GigTextBox   *box)
{
  Measures             *measures = measures_of (context);
  g_autofree char      *key = g_strdup_printf ("%d\t%s\t%s", role, language != NULL ? language : "", text);
  GigTextBox           *known = g_hash_table_lookup (measures->boxes, key);
  g_autoptr (PangoLayout) layout = NULL;

  if (known != NULL)
    {
      *box = *known;
      return;
    }
  *box = (GigTextBox) { 0 };
  layout = gig_text_layout_new (context, role, gig_text_role_get_size (role), text, language, -1);
  get_size (layout, &box->width, &box->height);
  measure_wrapped (layout, box);
  box->width = ceil (box->width);
  box->height = ceil (box->height);
  g_hash_table_insert (measures->boxes, g_steal_pointer (&key), g_memdup2 (box, sizeof (*box)));
}
