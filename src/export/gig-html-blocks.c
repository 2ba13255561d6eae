/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-html.h"

#define WIDE_TABLE 4

void
gig_html_escape (GigHtml    *self,
                 const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append (self->out, escaped);
}

void
gig_html_row (GigHtml     *self,
              const char  *class,
              GigHtmlCell  cell,
              gpointer     data)
{
  g_string_append_printf (self->out, "<div class=\"row%s%s\">\n", class != NULL ? " " : "", class != NULL ? class : "");
  for (guint i = 0; i < self->n_languages; i++)
    {
      g_string_append_printf (self->out, "<div class=\"cell\" lang=\"%s\">", self->languages[i]);
      cell (self, i, data);
      g_string_append (self->out, "</div>\n");
    }
  g_string_append (self->out, "</div>\n");
}

/* --- Inlines --- */

gboolean
gig_html_contains (GigHtml    *self,
                   GigConcept *concept)
{
  for (; self->root != NULL && concept != NULL; concept = gig_concept_get_parent (concept))
    {
      if (concept == self->root)
        return TRUE;
    }

  return self->root == NULL && concept != NULL;
}

/* Links to what is not in the page lead nowhere on paper: text only. */
static gboolean
is_live (GigHtml    *self,
         const char *link)
{
  if (link == NULL)
    return FALSE;

  return *link != '#' || gig_html_contains (self, gig_lesson_find_concept (self->lesson, link + 1));
}

/* The number of a footnote on the page of the concept being written, or 0. */
static guint
find_footnote (GigHtml    *self,
               const char *label)
{
  GPtrArray *blocks = self->concept != NULL ? gig_concept_get_blocks (self->concept) : NULL;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      GigBlock *block = g_ptr_array_index (blocks, i);

      if (gig_block_get_block_type (block) == GIG_BLOCK_FOOTNOTE && g_strcmp0 (gig_block_get_label (block), label) == 0)
        return gig_block_get_number (block);
    }

  return 0;
}

static void
append_footnote_id (GigHtml    *self,
                    guint       number)
{
  g_string_append_printf (self->out, "fn-%u-", number);
  gig_html_escape (self, gig_concept_get_id (self->concept));
}

static void
open_run (GigHtml      *self,
          const GigRun *run)
{
  if (is_live (self, run->link))
    {
      g_string_append (self->out, "<a href=\"");
      gig_html_escape (self, run->link);
      g_string_append (self->out, "\">");
    }
  if (run->style & GIG_INLINE_STRONG)
    g_string_append (self->out, "<strong>");
  if (run->style & GIG_INLINE_EMPHASIS)
    g_string_append (self->out, "<em>");
  if (run->style & GIG_INLINE_STRIKE)
    g_string_append (self->out, "<s>");
  if (run->style & GIG_INLINE_CODE)
    g_string_append (self->out, "<code>");
}

static void
close_run (GigHtml      *self,
           const GigRun *run)
{
  if (run->style & GIG_INLINE_CODE)
    g_string_append (self->out, "</code>");
  if (run->style & GIG_INLINE_STRIKE)
    g_string_append (self->out, "</s>");
  if (run->style & GIG_INLINE_EMPHASIS)
    g_string_append (self->out, "</em>");
  if (run->style & GIG_INLINE_STRONG)
    g_string_append (self->out, "</strong>");
  if (is_live (self, run->link))
    g_string_append (self->out, "</a>");
}

static void
write_runs (GigHtml    *self,
            GigInlines *inlines)
{
  for (guint i = 0; i < gig_inlines_get_n_runs (inlines); i++)
    {
      const GigRun *run = gig_inlines_get_run (inlines, i);

      if (run->footnote != NULL)
        {
          guint number = find_footnote (self, run->footnote);

          if (number == 0)
            continue;
          g_string_append (self->out, "<sup><a href=\"#");
          append_footnote_id (self, number);
          g_string_append_printf (self->out, "\">%u</a></sup>", number);
          continue;
        }
      if (run->style & GIG_INLINE_BREAK)
        {
          g_string_append (self->out, "<br/>");
          continue;
        }
      open_run (self, run);
      gig_html_escape (self, run->text);
      close_run (self, run);
    }
}

void
gig_html_message (GigHtml          *self,
                  guint             column,
                  const GigMessage *message)
{
  g_autoptr (GigInlines) inlines = NULL;
  GigText                text = { 0 };
  gboolean               foreign;

  if (message == NULL)
    return;
  gig_lesson_get_text (self->lesson, message, self->languages[column], &text);
  foreign = text.state != GIG_TRANSLATION_DONE && text.language != NULL;
  if (foreign)
    g_string_append_printf (self->out, "<span lang=\"%s\" data-untranslated=\"%s\">",
                            text.language, gig_language_title_of (text.language));
  inlines = gig_lesson_get_inlines (self->lesson, message, self->languages[column]);
  write_runs (self, inlines);
  if (foreign)
    g_string_append (self->out, "</span>");
}

/* --- Blocks --- */

static void
write_children (GigHtml  *self,
                guint     column,
                GigBlock *block)
{
  GPtrArray *children = gig_block_get_children (block);

  for (guint i = 0; i < children->len; i++)
    gig_html_block (self, column, g_ptr_array_index (children, i));
}

static void
write_element (GigHtml    *self,
               guint       column,
               GigBlock   *block,
               const char *element,
               const char *class)
{
  g_string_append_printf (self->out, "<%s", element);
  if (class != NULL)
    g_string_append_printf (self->out, " class=\"%s\"", class);
  g_string_append_c (self->out, '>');
  gig_html_message (self, column, gig_block_get_message (block));
  write_children (self, column, block);
  g_string_append_printf (self->out, "</%s>\n", element);
}

static void
write_list (GigHtml  *self,
            guint     column,
            GigBlock *block)
{
  gboolean ordered = gig_block_get_ordered (block);

  if (ordered && gig_block_get_start (block) != 1)
    g_string_append_printf (self->out, "<ol start=\"%u\">", gig_block_get_start (block));
  else
    g_string_append (self->out, ordered ? "<ol>" : "<ul>");
  write_children (self, column, block);
  g_string_append (self->out, ordered ? "</ol>\n" : "</ul>\n");
}

static void
write_cell (GigHtml    *self,
            guint       column,
            GigBlock   *cell,
            const char *element,
            const char *scope)
{
  static const char * const classes[] = { "", "", " class=\"center\"", " class=\"right\"" };

  g_string_append_printf (self->out, "<%s%s%s>", element, scope, classes[gig_block_get_alignment (cell)]);
  gig_html_message (self, column, gig_block_get_message (cell));
  g_string_append_printf (self->out, "</%s>", element);
}

static void
write_table (GigHtml  *self,
             guint     column,
             GigBlock *block)
{
  GPtrArray *rows = gig_block_get_children (block);

  g_string_append (self->out, "<div class=\"table\"><table>\n");
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *cells = gig_block_get_children (g_ptr_array_index (rows, i));

      g_string_append (self->out, i == 0 ? "<thead><tr>" : i == 1 ? "<tbody><tr>" : "<tr>");
      for (guint j = 0; j < cells->len; j++)
        write_cell (self, column, g_ptr_array_index (cells, j),
                    i == 0 || j == 0 ? "th" : "td",
                    i == 0 ? " scope=\"col\"" : j == 0 ? " scope=\"row\"" : "");
      g_string_append (self->out, i == 0 ? "</tr></thead>\n" : "</tr>\n");
    }
  g_string_append (self->out, rows->len > 1 ? "</tbody></table></div>\n" : "</table></div>\n");
}

static const char *
get_callout_name (GigLanguage    *language,
                  GigCalloutKind  kind)
{
  switch (kind)
    {
    case GIG_CALLOUT_TIP:
      return gig_language_gettext (language, "Tip");
    case GIG_CALLOUT_IMPORTANT:
      return gig_language_gettext (language, "Important");
    case GIG_CALLOUT_WARNING:
      return gig_language_gettext (language, "Warning");
    case GIG_CALLOUT_CAUTION:
      return gig_language_gettext (language, "Careful");
    case GIG_CALLOUT_NOTE:
    default:
      return gig_language_gettext (language, "Note");
    }
}

static void
write_callout (GigHtml  *self,
               guint     column,
               GigBlock *block)
{
  g_string_append (self->out, "<aside class=\"callout\"><p class=\"name\">");
  gig_html_escape (self, get_callout_name (self->programs[column], gig_block_get_callout (block)));
  g_string_append (self->out, "</p>\n");
  write_children (self, column, block);
  g_string_append (self->out, "</aside>\n");
}

static void
write_kinds_of (GigHtml  *self,
                guint     column,
                GigBlock *block)
{
  GPtrArray *parents = gig_concept_get_kinds_of (gig_block_get_concept (block));

  if (parents->len == 0)
    return;
  g_string_append (self->out, "<p class=\"kind\">");
  gig_html_escape (self, gig_language_gettext (self->programs[column], "A kind of"));
  for (guint i = 0; i < parents->len; i++)
    {
      GigConcept *parent = g_ptr_array_index (parents, i);

      gboolean    live = gig_html_contains (self, parent);

      g_string_append (self->out, live ? " <a href=\"#" : " <span class=\"pill");
      if (live)
        gig_html_escape (self, gig_concept_get_id (parent));
      g_string_append (self->out, "\">");
      gig_html_message (self, column, gig_concept_get_label (parent));
      g_string_append (self->out, live ? "</a>" : "</span>");
    }
  g_string_append (self->out, "</p>\n");
}

static void
write_image (GigHtml  *self,
             guint     column,
             GigBlock *block)
{
  g_autofree char *alt = gig_lesson_get_plain_text (self->lesson, gig_block_get_message (block), self->languages[column]);

  g_string_append (self->out, "<img src=\"");
  gig_html_escape (self, gig_block_get_target (block));
  g_string_append (self->out, "\" alt=\"");
  gig_html_escape (self, alt);
  g_string_append (self->out, "\"/>\n");
}

static void
write_footnote (GigHtml  *self,
                guint     column,
                GigBlock *block)
{
  guint number = gig_block_get_number (block);

  g_string_append (self->out, "<div class=\"footnote\"");
  if (column == 0 && self->concept != NULL)
    {
      g_string_append (self->out, " id=\"");
      append_footnote_id (self, number);
      g_string_append_c (self->out, '"');
    }
  g_string_append_printf (self->out, "><span class=\"number\">%u</span><div>", number);
  gig_html_message (self, column, gig_block_get_message (block));
  write_children (self, column, block);
  g_string_append (self->out, "</div></div>\n");
}

static void
write_text (GigHtml    *self,
            GigBlock   *block)
{
  g_string_append (self->out, "<pre><code>");
  gig_html_escape (self, gig_block_get_text (block));
  g_string_append (self->out, "</code></pre>\n");
}

static gboolean
is_lead (GigHtml  *self,
         GigBlock *block)
{
  return self->concept != NULL && gig_block_get_message (block) != NULL &&
         gig_block_get_message (block) == gig_concept_get_lead (self->concept);
}

void
gig_html_block (GigHtml  *self,
                guint     column,
                GigBlock *block)
{
  switch (gig_block_get_block_type (block))
    {
    case GIG_BLOCK_PARAGRAPH:
    case GIG_BLOCK_OVERLAPS:
      write_element (self, column, block, "p", is_lead (self, block) ? "lead" : NULL);
      break;
    case GIG_BLOCK_HEADING:
      write_element (self, column, block, "h6", NULL);
      break;
    case GIG_BLOCK_LIST:
      write_list (self, column, block);
      break;
    case GIG_BLOCK_LIST_ITEM:
      write_element (self, column, block, "li", NULL);
      break;
    case GIG_BLOCK_TABLE:
      write_table (self, column, block);
      break;
    case GIG_BLOCK_QUOTE:
      write_element (self, column, block, "blockquote", NULL);
      break;
    case GIG_BLOCK_CALLOUT:
      write_callout (self, column, block);
      break;
    case GIG_BLOCK_CODE:
    case GIG_BLOCK_HTML:
    case GIG_BLOCK_BROKEN:
      write_text (self, block);
      break;
    case GIG_BLOCK_IMAGE:
      write_image (self, column, block);
      break;
    case GIG_BLOCK_RULE:
      g_string_append (self->out, "<hr/>\n");
      break;
    case GIG_BLOCK_KIND_OF:
      write_kinds_of (self, column, block);
      break;
    case GIG_BLOCK_TAKEAWAY:
      write_element (self, column, block, "p", "takeaway");
      break;
    case GIG_BLOCK_FOOTNOTE:
      write_footnote (self, column, block);
      break;
    case GIG_BLOCK_TABLE_ROW:
    case GIG_BLOCK_TABLE_CELL:
    case GIG_BLOCK_VIEW:
    case GIG_BLOCK_PAUSE:
    default:
      break;
    }
}

static void
write_block_cell (GigHtml  *self,
                  guint     column,
                  gpointer  data)
{
  gig_html_block (self, column, data);
}

static gboolean
is_wide (GigBlock *block)
{
  GPtrArray *rows = gig_block_get_children (block);

  return gig_block_get_block_type (block) == GIG_BLOCK_TABLE && rows->len > 0 &&
         gig_block_get_children (g_ptr_array_index (rows, 0))->len > WIDE_TABLE;
}

void
gig_html_blocks (GigHtml   *self,
                 GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      GigBlock     *block = g_ptr_array_index (blocks, i);
      GigBlockType  type = gig_block_get_block_type (block);

      if (type == GIG_BLOCK_VIEW)
        gig_html_view (self, gig_block_get_view (block), GIG_SCENE_LEGEND);
      else if (type != GIG_BLOCK_PAUSE)
        gig_html_row (self, is_wide (block) ? "wide" : NULL, write_block_cell, block);
    }
}
