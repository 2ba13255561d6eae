/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "json-writer.h"

void
json_append_string (GString    *out,
                    const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

void
json_append_number (GString    *out,
                    const char *name,
                    double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, ",\"%s\":%s", name, g_ascii_formatd (buffer, sizeof buffer, "%.10g", value));
}

void
json_append_ellipse (GString               *out,
                     const char            *set,
                     const GigEulerEllipse *ellipse)
{
  g_string_append (out, "{\"set\":");
  json_append_string (out, set);
  g_string_append (out, ",\"type\":\"ellipse\"");
  json_append_number (out, "cx", ellipse->cx);
  json_append_number (out, "cy", ellipse->cy);
  json_append_number (out, "rx", ellipse->rx);
  json_append_number (out, "ry", ellipse->ry);
  json_append_number (out, "rot", ellipse->rotation * 180 / G_PI);
  g_string_append_c (out, '}');
}
