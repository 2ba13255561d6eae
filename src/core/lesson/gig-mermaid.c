/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-fence.h"
#include "gig-lesson-private.h"
#include "gig-lesson-reader.h"
#include "gig-view-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The lines put before the diagram to make a lesson of it. */
#define N_LINES_BEFORE 3

static char *
get_title (const char *text,
           const char *name)
{
  g_autoptr (GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_diagnostic_unref);
  g_autoptr (GigFence) fence = gig_fence_parse (text, NULL, 1, 1, diagnostics);
  g_autofree char *base = g_path_get_basename (name);

  return gig_markdown_escape (fence->title.text != NULL ? fence->title.text : base);
}

GigLesson *
gig_lesson_read_mermaid (GBytes     *bytes,
                         const char *name)
{
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *markdown = NULL;
  g_autoptr (GBytes) wrapped = NULL;
  GigLesson *lesson;
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  text = g_utf8_make_valid (data != NULL ? data : "", (gssize) length);
  title = get_title (text, name);
  markdown = g_strdup_printf ("# %s {#diagram}\n\n~~~~~~~~~~~~~~~~ mermaid\n%s\n~~~~~~~~~~~~~~~~\n", title, text);
  wrapped = g_bytes_new_static (markdown, strlen (markdown));
  lesson = gig_lesson_read_bytes (wrapped, name, NULL);

  for (guint i = 0; i < lesson->diagnostics->len; i++)
    _gig_diagnostic_move (lesson->diagnostics->pdata[i], -N_LINES_BEFORE);
  for (guint i = 0; i < lesson->views->len; i++)
    {
      GigView *view = lesson->views->pdata[i];

      view->line -= N_LINES_BEFORE;
    }
  if (!gig_fence_is_venn (text))
    g_ptr_array_add (lesson->diagnostics,
                     gig_diagnostic_new (GIG_SEVERITY_ERROR, name, 1, 1,
                                         N_("the diagram does not begin with “venn-beta”"),
                                         N_("write “venn-beta” as its first line"), NULL));
  return lesson;
}
